"""What is true without a computer: money, days, law, deciding, matching, wording, evaluation.

Pure functions and frozen values. Nothing here knows a framework, a file, a socket, a clock or chance.
"""
