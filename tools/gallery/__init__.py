"""Draws every text in every language, style and way out, to look at: `make gallery`."""
