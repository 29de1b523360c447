"""The doors: each translates, makes one call to a use case, translates back. Only doors read the clock."""
