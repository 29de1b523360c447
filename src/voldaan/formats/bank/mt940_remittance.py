"""The words of a movement (`:86:`), whichever bank wrote them: which dialect they are in, and what they say.

Each dialect tells itself by a mark in the words; the first that does, reads them. What none of them knows is
free text: kept whole, nothing taken out of it by guess.
"""

from voldaan.formats.bank.mt940_codes import is_coded, read_codes
from voldaan.formats.bank.mt940_columns import is_in_columns, read_columns
from voldaan.formats.bank.mt940_free import read_free
from voldaan.formats.bank.mt940_subfields import read_subfields, separator_of
from voldaan.formats.bank.mt940_words import Words


def read_words(lines: list[str], supplement: list[str], reference: str = "") -> Words:
    """Return what the `:86:` lines of a movement say.

    The supplement is the line under its `:61:`, the reference that of the customer in it: some banks repeat there
    what stands in the words.
    """
    first = next(filter(None, lines), "")
    if not first:
        return Words()
    if is_coded(first):
        return read_codes(lines)
    separator = separator_of(first)
    if separator is not None:
        return read_subfields(lines, separator)
    if is_in_columns(lines):
        return read_columns(lines)
    return read_free(lines, reference, supplement)
