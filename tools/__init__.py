"""What the makers of Voldaan run beside it."""
