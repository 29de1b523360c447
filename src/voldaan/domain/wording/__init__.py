"""What a message is written from, and what its finished text must and must not say."""
