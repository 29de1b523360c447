"""A text as its reader sees it, so that all that reads texts looks at the same signs."""

import re
import unicodedata
from typing import Final

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’‛′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
        "⁄": "/",
    }
)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[a-zà-ÿ])")
_BROKEN_NUMBER = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=\d)")


def evened_out(text: str) -> str:
    """Return the text as a reader sees it: nothing invisible, one kind of space, dash and quote, words whole."""
    if text.isascii() and "\n" not in text:
        return " ".join(text.split())
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_SAME)
    seen = _BROKEN_NUMBER.sub("-", _BROKEN_WORD.sub("", seen))
    return " ".join(seen.split())
