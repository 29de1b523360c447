"""Figures of the law abroad, for a person to look at. No message is written from them, and no dossier."""
