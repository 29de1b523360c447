"""The law of the Netherlands for money that is owed: one statute a module, each number dated and cited.

Each function says how it follows from the text. A change of law adds a row and never edits one. Where the
text is not confirmed, the careful side is taken, which is the debtor's, and the function says so.
"""
