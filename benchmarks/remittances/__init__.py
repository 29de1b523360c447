"""Payments as people and Dutch banks write them, each with what it was for: the measure of matching."""
