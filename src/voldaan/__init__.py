"""Voldaan: the friendly step between an overdue invoice and a collection case."""

__version__ = "0.5.0"
