"""What any text names, ours or somebody's answer: its amounts, its days, its numbers in words."""
