"""Bytes to text where the charset that is named may be missing, unknown or wrong."""

import codecs

TRAPS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""Codecs of Python that are no charset of a mail; some take the square of the length."""
GUESSES = ("utf-8", "cp1252")


def decoded(data: bytes, charset: str) -> str:
    """Return bytes as text: by their charset where it holds, else as UTF-8, else as Windows-1252. Never fails."""
    for name in (_shift_charset(data), _known(charset), *GUESSES):
        if name:
            try:
                return data.decode(name)
            except (UnicodeError, LookupError):
                continue
    return data.decode(_known(charset) or "cp1252", "replace")


def _known(charset: str) -> str:
    """Return the codec of a charset, empty where it is none; ASCII with more than ASCII in it is guessed."""
    try:
        name = codecs.lookup(charset.strip("\"' ")[:40]).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("-", "_") in TRAPS else name


def _shift_charset(data: bytes) -> str:
    """Return the Japanese charset of seven bits that is used far more often than it is named."""
    return "iso2022_jp_2" if b"\x1b$" in data[:20_000] else ""
