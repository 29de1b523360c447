"""What an invoice is for, in a line that a message can name."""

import re
from collections.abc import Sequence

SUBJECT_LENGTH_MAX = 140

_SUBJECT_CODE = re.compile(r"^#[A-Z]{3}#")
"""UBL writes the subject code of a note (UNTDID 4451) before its text."""


def subject_of(notes: Sequence[str], line_names: Sequence[str]) -> str | None:
    """Return the first note, else the names of the first lines, cut to size; None where there are none."""
    found = [_SUBJECT_CODE.sub("", note) for note in notes[:1]] or line_names[:3]
    text = ", ".join(found)
    return (
        text if len(text) <= SUBJECT_LENGTH_MAX else text[: SUBJECT_LENGTH_MAX - 1].rstrip() + "…"
    ) or None
