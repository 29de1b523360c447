"""Holds the HTML of an e-mail against what mail programs draw: what is used, and what is done where it is lacking."""
