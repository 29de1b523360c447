"""The account numbers, references and counts that a finished text names.

Every pattern is bounded, so that the time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An account number, a reference, an address or a count as written."""

    start: int
    end: int
    value: str


IBAN_LENGTHS: Final = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "VA": 22,
}  # fmt: skip
"""The countries of SEPA and the length of an account number there (ISO 13616)."""

_IBAN_START = re.compile(r"(?<![^\W_])[A-Z]{2} ?\d{2}(?=[ .-]?[A-Z0-9])", re.ASCII)
_IBAN_SMALL = re.compile(
    r"(?<![^\W_])[a-z]{2} ?\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?(?![^\W_])", re.ASCII
)
_LIKE_IBAN = re.compile(r"NL\d\d[A-Z]{4}\d{4}")
_ACCOUNT = re.compile(
    r"\b(?:rekening|rekeningnummer|bankrekening|banknummer|gironummer|giro|account|account number|bank account)\b"
    r"(?: nr\.?| no\.?)?\s?:?\s?(?P<number>\d[\d. ]{5,16}\d)",
    re.IGNORECASE,
)
_STRUCTURED = re.compile(r"\bRF\d{2}(?:[ .-]?[A-Z0-9]{1,4}){1,6}\b", re.IGNORECASE)
_SIXTEEN = re.compile(r"(?<![\w.,-])\d{4}(?:[ .-]?\d{4}){3}(?![\w-])")
_BELGIAN = re.compile(r"(?=[+*])(?:\+{3}|\*{3})\d{3}/\d{4}/\d{5}(?:\+{3}|\*{3})")
_CODE = re.compile(r"(?<![\w-])[2-9AC-HJKMNP-RT-Z]{4}-[2-9AC-HJKMNP-RT-Z]{4}-[2-9AC-HJKMNP-RT-Z]{2}(?![\w-])")
"""The code of an account, as it is printed."""
_LABEL = re.compile(
    r"(?=[nkrfdic])(?:(?P<numbered>nummers?|nrs?\.?|numbers?|no\.|kenmerk|referentie|reference|ref\.|ref)"
    r"(?![\w-])(?:\s?(?:nummer|number|nr\.?|no\.?))?(?:\s(?:is|was|luidt|were)|(?:\s[a-z]{2,12}){1,3}(?=\s?:))?"
    r"|(?:nota|facturen|factuur|fact\.|creditnota|dossier|invoices|invoice|inv\.|credit note)"
    r"(?![\w-])(?:\s?(?:nummer|number|nr\.?|no\.?))?"
    r")\s?[:.]?\s?",
    re.IGNORECASE,
)
_LABEL_WORD = re.compile(
    r"(?<![^\W\d_])(?:(?P<glued>[^\W\d_]{2,24}-?)"
    r"|(?:customer|client|debtor|file|case|order|contract|invoice|delivery note|policy|ticket|quote|job|po|p\.o\."
    r"|member|membership|patient|student|pupil|booking|reservation|klant|lid|debiteur|dossier|leerling|polis)\s)$",
    re.IGNORECASE,
)
"""What stands before "nummer" or "number" where that is the number of something."""
_NO_REFERENCE = re.compile(
    r"rekening|telefoon|mobiel|fax|bank|giron|kvk|coc|btw|vat|huis|registratie|incasso|service|iban|pagina|volg|kamer"
    r"|^(?:tele)?phone|account",
    re.IGNORECASE,
)
"""Numbers that are no references: each is looked at by a rule of its own, or says nothing."""
_BY_ITSELF: Final = ("kenmerk", "referentie", "reference", "ref", "ref.")
_LOOSE_LABEL = re.compile(
    r"(?:(?<![\w-])(?:bestelling|opdracht|order|offerte|contract|pakbon|werkbon|vrachtbrief|polis|zaak|case|ticket"
    r"|delivery note|quote|policy|PO|our sign|your sign|ons teken|uw teken)\s?:?\s(?!(?:19"
    r"|20)\d\d(?:[/-](?:19|20)\d\d)?(?![\w/-]))"
    r"|(?<![\w-])abonnement\s?:?\s(?!(?:19"
    r"|20)\d\d\b))(?P<token>(?=[A-Za-z./_-]{0,12}\d[A-Za-z0-9./_-]{0,20}\d[A-Za-z0-9./_-]{0,20}\d)"
    r"[A-Za-z0-9][A-Za-z0-9/._-]{2,40})",
    re.IGNORECASE,
)
"""Words behind which only what looks like a number of its own is one: "pakbon 77812", not "bestelling 3 zakken"."""
_GROUPING = re.compile(r"[ .-]")
_FREELY_GROUPED = re.compile(r"RF\d{2}[A-Z0-9]{1,21}|\d{12,25}")
_TOKEN = re.compile(r"#?(?P<token>[A-Za-z0-9][A-Za-z0-9/._-]{0,40})")
_LONG_WORD = re.compile(r"(?<![\w./-])[A-Za-z0-9][A-Za-z0-9/._-]{4,40}", re.ASCII)
_DIGITS_MIN: Final = 4
"""With fewer digits a word is too short to be taken for a reference gone wrong."""
_AND = re.compile(r"(?:,\s?|\s(?:en|and)\s)")
_COUNT = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,4}|één|een|one|twee|two|drie|three|vier|four|vijf|five|zes|six)\s"
    r"(?:(?:open|openstaande|andere|other|unpaid)\s)?(?P<what>(?-i:facturen|invoices|rekeningen|accounts))\b",
    re.IGNORECASE,
)
_COUNT_WORDS: Final = {
    "één": 1, "een": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "vijf": 5,
    "five": 5, "zes": 6, "six": 6,
}  # fmt: skip


def ibans(text: str) -> Iterator[Token]:
    """Yield every account number of a SEPA country, every Dutch-looking one that is cut short, and older numbers."""
    taken: list[Token] = []
    for found in _IBAN_START.finditer(text):
        length = IBAN_LENGTHS.get(found.group()[:2])
        if length is not None:
            value, end = _compact(text, found.start(), length)
            if len(value) == length or _LIKE_IBAN.match(value):
                taken.append(Token(start=found.start(), end=end, value=value))
    for found in _IBAN_SMALL.finditer(text):
        value = re.sub(r"[ .-]", "", found.group()).upper()
        if IBAN_LENGTHS.get(value[:2]) == len(value):
            taken.append(Token(start=found.start(), end=found.end(), value=value))
    yield from taken
    for found in _ACCOUNT.finditer(text):
        yield Token(start=found.start("number"), end=found.end("number"), value=found["number"])


def references(text: str, known: Iterable[str], labels: tuple[str, ...] = ()) -> Iterator[Token]:
    """Yield every reference: behind a label such as "factuur", and what has the form of one.

    A known reference may hold spaces and is taken whole; anything else is one word with a digit in it. `labels` are
    the words of a language that is neither Dutch nor English, as patterns.
    """
    longest_first = [
        (value, _letters_of(value))
        for value in sorted((value for value in known if value), key=len, reverse=True)
    ]
    for label in _LABEL.finditer(text):
        if _is_label(text, label):
            yield from _listed(text, label.end(), longest_first)
    for label in _labels_of(labels).finditer(text) if labels else ():
        yield from _listed(text, label.end(), longest_first)
    for loose in _LOOSE_LABEL.finditer(text):
        yield from _listed(text, loose.start("token"), longest_first)
    for pattern in (_STRUCTURED, _SIXTEEN, _BELGIAN, _CODE):
        for found in pattern.finditer(text):
            whole = Token(start=found.start(), end=found.end(), value=found.group())
            yield _known_at(text, found.start(), longest_first) or whole


def look_alikes(text: str, known: Iterable[str]) -> Iterator[Token]:
    """Yield every word that is a known reference save for one digit, or for two digits exchanged."""
    words = {word.upper() for value in known for word in value.split() if _is_long(word)}
    by_shape: dict[str, list[str]] = {}
    for word in words:
        by_shape.setdefault(_shape(word), []).append(word)
    for found in _LONG_WORD.finditer(text) if words else ():
        value = found.group().rstrip("._-/")
        whole = value.upper()
        if whole not in words and any(_is_slip(whole, word) for word in by_shape.get(_shape(whole), ())):
            yield Token(start=found.start(), end=found.start() + len(value), value=value)


def counts(text: str, also: tuple[str, ...] = ()) -> Iterator[tuple[Token, int]]:
    """Yield every count of invoices or accounts, such as "2 facturen", with the number; `also` in other words."""
    others = _counted(also).finditer(text) if also else ()
    for found in (*_COUNT.finditer(text), *others):
        number = found["number"].lower()
        value = found["what"].lower()
        token = Token(start=found.start(), end=found.end(), value=value)
        yield token, _COUNT_WORDS.get(number) or int(number)


@lru_cache(maxsize=16)
def _labels_of(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(labels)})(?![\w-])\.?\s?[:.]?\s?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _counted(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/-])(?P<number>\d{{1,4}})\s(?:\w{{1,14}}\s)?(?P<what>{'|'.join(nouns)})\b", re.IGNORECASE
    )


def _is_long(word: str) -> bool:
    return _LONG_WORD.fullmatch(word) is not None and sum(char.isdigit() for char in word) >= _DIGITS_MIN


def _shape(word: str) -> str:
    return re.sub(r"\d", "0", word)


def _is_slip(one: str, other: str) -> bool:
    """Test if these words of one shape differ in one digit, or have two exchanged."""
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 or (len(differ) == 2 and differ[0] == differ[1][::-1])


def _is_label(text: str, label: re.Match[str]) -> bool:
    """Test if this is the whole word "factuur", or the end of one such as "ordernummer"."""
    start = label.start()
    joined = text[max(0, start - 1) : start]
    apart = not (joined.isalnum() or joined in ("-", "_"))
    ending = label["numbered"]
    if ending is None:
        return apart
    if apart and ending.lower() in _BY_ITSELF:
        return True
    before = _LABEL_WORD.search(text[max(0, start - 26) : start])
    return before is not None and not (before["glued"] and (apart or _NO_REFERENCE.search(before["glued"])))


def _compact(text: str, start: int, length: int) -> tuple[str, int]:
    """Return up to `length` letters and digits from `start`, over single separators, and where they end."""
    value, place = "", start
    while place < len(text) and len(value) < length:
        char = text[place]
        if char in " .-" and text[place - 1] not in " .-":
            place += 1
            continue
        if not ("A" <= char <= "Z" or "0" <= char <= "9"):
            break
        value += char
        place += 1
    return value, place


def _listed(text: str, place: int, known: list[tuple[str, str]]) -> Iterator[Token]:
    """Yield the references of a list such as "2026-118, 2026-119 en 2026-120" that begins at `place`."""
    while True:
        token = _known_at(text, place, known) or _word_at(text, place)
        if token is None:
            return
        yield token
        more = _AND.match(text, token.end)
        if more is None:
            return
        place = more.end()


def _known_at(text: str, place: int, known: list[tuple[str, str]]) -> Token | None:
    for value, letters in known:
        end = place + len(value)
        if not text.startswith(value, place):
            end = _grouped_at(text, place, letters) if letters else -1
        if end > place and not text[end : end + 1].isalnum():
            return Token(start=place, end=end, value=value)
    return None


def _grouped_at(text: str, place: int, letters: str) -> int:
    """Return where a structured reference ends that begins at `place` in whatever groups; -1 where it does not."""
    found, end = _compact(text, place, len(letters))
    return end if found == letters else -1


def _letters_of(value: str) -> str:
    """Return the signs of a reference that may be grouped freely: of a creditor (RF), or twelve digits and more."""
    letters = _GROUPING.sub("", value).upper()
    return letters if _FREELY_GROUPED.fullmatch(letters) else ""


def _word_at(text: str, place: int) -> Token | None:
    found = _TOKEN.match(text, place)
    if found is None:
        return None
    value = found["token"].rstrip("._-/")
    if not any(char.isdigit() for char in value):
        return None
    return Token(start=place, end=found.start("token") + len(value), value=value)
