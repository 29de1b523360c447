"""What the law makes of an amount or a day, told to a person: one calculation a module, without a book.

Each takes values that were read already, asks `domain.law`, and returns a `Calculation`: the answer as a sentence,
the figures, a table, the articles, and what is not confirmed. The command line and the desk both show these.
"""
