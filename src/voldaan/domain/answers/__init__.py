"""What somebody answers to a reminder: which kind of answer it seems to be, and the day and amount it names.

It only sorts: a person reads every answer and decides.
"""
