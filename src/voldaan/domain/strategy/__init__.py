"""Whom to remind today, and whom to leave in peace: facts in, decision out."""
