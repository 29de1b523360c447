"""A name taken apart: who bears it, with which words and initials. What banks and people write in many ways is one.

>>> name_keys("Hr. J.P. van der Linde")
('j.p. linde van',)
>>> name_keys("LINDE JP VAN DER")
('j.p. linde van',)
>>> [bearer.words for bearer in bearers_of("P. Kaars e/o M. Vlas")]
[('kaars',), ('vlas',)]
"""

import re
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from voldaan.domain.matching.names import DOTTED, LEFT_OUT_FORMS, NAMES_KEPT, plain_letters
from voldaan.domain.matching.payers.name_words import (
    BETWEEN_BEARERS,
    DOTTED_WORDS,
    FIRM_ENDINGS,
    FIRST_NAMES,
    FOREIGN_PREFIX,
    LEFT_OF_THE_ARTICLE,
    ORGANISATION_WORDS,
    PREFIXES,
    TITLES,
    TRADE_WORDS,
    WRITTEN_SHORT,
)

SHORTEST_WORD = 2
INITIALS_AT_MOST = 5
"""How many letters without a vowel can be initials that were written as one word."""

_FORMS = LEFT_OUT_FORMS - frozenset("ab ag oy sa ug".split())
"""Legal forms, without those of other countries that are initials here far more often."""
_TOKEN = re.compile(r"[^\W_]+|[&+]")
_LONE_T = re.compile(r"(?<!\w)['’`´][ts]\b")
_APOSTROPHE = re.compile(r"['’`´]")
_EITHER_OR = re.compile(r"\b([ec])/([o])\b")
_VOWELS = frozenset("aeiouy")


class NameParts(NamedTuple):
    """One bearer of a name, in small letters without accents, titles and legal form."""

    words: tuple[str, ...]
    """Names and words of two letters or more, in their order, without prefixes such as `van der`."""
    initials: str = ""
    prefix: str = ""
    is_firm: bool = False
    squeezed: str = ""
    """All but the initials without spaces: for names that are cut off, or are one word here and two there."""

    @property
    def key(self) -> str:
        """Return one notation for all ways to write this name that differ only in form and order."""
        words = self.words[0] if len(self.words) == 1 else " ".join(sorted(self.words))
        dotted = f"{'.'.join(self.initials)}. " if self.initials else ""
        return f"{dotted}{words} {self.prefix}" if self.prefix else f"{dotted}{words}"


@lru_cache(maxsize=NAMES_KEPT)
def bearers_of(name: str) -> tuple[NameParts, ...]:
    """Return who bears a name: one, or several for a couple, a trade name, or somebody paid for (`inz`, `via`)."""
    tokens = _tokens(name)
    groups = [tokens]
    if _is_divided(tokens):
        groups = [list(group) for between, group in groupby(tokens, _is_between) if not between]
    bearers = _with_the_shared_surname([_parts(group) for group in groups])
    return tuple(bearer for bearer in map(_with_a_word, bearers) if bearer.words)


@lru_cache(maxsize=NAMES_KEPT)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a name is looked up: one for each bearer that more than a surname is known of."""
    bearers = bearers_of(name)
    if len(bearers) == 1:
        return (bearers[0].key,)
    return tuple(dict.fromkeys(bearer.key for bearer in bearers if _is_telling(bearer)))


def is_generic(word: str) -> bool:
    """Test if a word tells how a firm is organised or what it does, rather than who it is."""
    return word in ORGANISATION_WORDS or is_trade(word)


def is_trade(word: str) -> bool:
    """Test if a word tells what a firm does."""
    return word in TRADE_WORDS or (word.endswith(FIRM_ENDINGS) and word not in ORGANISATION_WORDS)


_WRITTEN_AGAINST = "vd"
"""`BVD Kaars` is B. van de Kaars."""
_LEFT_OUT = frozenset({"FORM", "TITLE"})

_Role = Literal["FORM", "TITLE", "BETWEEN", "PREFIX", "LETTER", "LETTERS", "WORD"]
"""What a token can be. Letters may be initials written as one word, where there is a word beside them."""


class _Token(NamedTuple):
    text: str
    role: _Role
    of_firm: bool


_NOTHING = _Token("", "TITLE", of_firm=False)


def _is_telling(bearer: NameParts) -> bool:
    return len(bearer.words) + bool(bearer.initials) > 1


def _tokens(name: str) -> list[_Token]:
    """Return the words of a name, with `B.V.` as one and `J.P.` as two, and one word for `en`, `&` and `+`."""
    plain = plain_letters(name)
    if not plain.isalnum():
        if _APOSTROPHE.search(plain):
            plain = _APOSTROPHE.sub("", _LONE_T.sub(" ", plain))
        if "/" in plain:
            plain = _EITHER_OR.sub(r" \1\2 ", plain)
        if "." in plain:
            plain = DOTTED.sub(_dotted, plain)
    tokens = [_token(text) for text in _TOKEN.findall(plain)]
    if tokens[1:] and tokens[0].role == "FORM" and len(tokens[0].text) == SHORTEST_WORD:
        tokens[0] = _Token(tokens[0].text, "LETTERS", of_firm=False)
    return tokens


def _dotted(found: re.Match[str]) -> str:
    letters = found[0].replace(".", "")
    is_word = letters in _FORMS or letters in DOTTED_WORDS or (letters.startswith("vd") and len(letters) > 2)
    return f" {letters} " if is_word else f" {' '.join(letters)} "


@lru_cache(maxsize=NAMES_KEPT)
def _token(text: str) -> _Token:
    """Return what a token is by itself. The same ones come back in name after name."""
    full = WRITTEN_SHORT.get(text, text)
    if text in {"&", "+"}:
        return _Token("en", "BETWEEN", of_firm=False)
    if text in _FORMS:
        return _Token(text, "FORM", of_firm=True)
    of_firm = text != full or is_generic(text) or text.isdigit()
    return _Token(full, _role(text) if text == full else "WORD", of_firm)


def _role(text: str) -> _Role:
    if text in TITLES:
        return "TITLE"
    if text in BETWEEN_BEARERS:
        return "BETWEEN"
    if text in PREFIXES:
        return "PREFIX"
    if not text.isalpha():
        return "WORD"
    if len(text) == 1:
        return "LETTER"
    is_word = len(text) > INITIALS_AT_MOST or (len(text) > 2 and not _VOWELS.isdisjoint(text))
    return "WORD" if is_word else "LETTERS"


def _is_divided(tokens: list[_Token]) -> bool:
    """Test if there are several bearers: in the name of a firm, `en` divides nothing."""
    between = {token.text for token in tokens[1:-1] if token.role == "BETWEEN"}
    return bool(between) and (between != {"en"} or not any(token.of_firm for token in tokens))


def _is_between(token: _Token) -> bool:
    return token.role == "BETWEEN"


def _parts(tokens: list[_Token]) -> NameParts:
    """Return one bearer; without words where only initials are written."""
    telling = _without_titles(tokens)
    words: list[str] = []
    prefixes: list[str] = []
    initials = squeezed = before = ""
    for place, token in enumerate(telling):
        text, role, _ = token
        if role == "WORD":
            words.append(text)
            squeezed += text
            before = text
            continue
        after = telling[place + 1] if place + 1 < len(telling) else _NOTHING
        if _is_prefix(token, before, after):
            prefixes.append(text)
            squeezed += text
        elif role == "LETTERS" and text.endswith(_WRITTEN_AGAINST):
            initials += text.removesuffix(_WRITTEN_AGAINST)
            prefixes.append(_WRITTEN_AGAINST)
        elif role != "BETWEEN" or (len(text) == SHORTEST_WORD and not (before and after)):
            initials += text
        before = text
    if not words and prefixes:
        longest = max(prefixes, key=lambda text: (len(text), text))
        if len(longest) == 1:
            initials += "".join(prefixes)
        else:
            words.append(longest)
        prefixes = []
    prefix = next((kept for text in prefixes if (kept := PREFIXES.get(text, "van")) != FOREIGN_PREFIX), "")
    is_firm = any(token.of_firm for token in tokens) and not _is_surname_of_trade(words, initials, tokens)
    return NameParts(tuple(words), initials, prefix, is_firm, squeezed)


def _is_surname_of_trade(words: list[str], initials: str, tokens: list[_Token]) -> bool:
    """Test if a person is called as a trade is: `A. Groen`, `Anna Groen`."""
    if not words or any(token.of_firm and token.text != words[-1] for token in tokens):
        return False
    return (len(words) == 1 and bool(initials)) or (len(words) == 2 and words[0] in FIRST_NAMES)


def _without_titles(tokens: list[_Token]) -> list[_Token]:
    """Return tokens without legal forms, titles and the article of `de heer`; all of them where nothing is left."""
    if all(token.role == "WORD" for token in tokens):
        return tokens
    kept = [
        token
        for token, after in zip_longest(tokens, tokens[1:])
        if token.role not in _LEFT_OUT and not (token.role == "PREFIX" and after and after.role == "TITLE")
    ]
    return kept or tokens


def _with_a_word(bearer: NameParts) -> NameParts:
    """Return a bearer of whom only initials are written with these as its word."""
    if bearer.words or not bearer.initials:
        return bearer
    return bearer._replace(words=(bearer.initials,), initials="", squeezed=bearer.initials)


def _is_prefix(token: _Token, before: str, after: _Token) -> bool:
    """Test if a token stands before a surname, and is neither initials (`LA de Kaars`) nor a lone letter."""
    if token.role == "LETTER":
        return "vd" in {token.text + after.text, before + token.text} or (
            before in PREFIXES and token.text in LEFT_OF_THE_ARTICLE
        )
    if token.role != "PREFIX" or len(token.text) > SHORTEST_WORD:
        return token.role == "PREFIX"
    if PREFIXES[token.text] == FOREIGN_PREFIX:
        return after.role == "WORD" or (not before and after is _NOTHING)
    return before != "" or after.role != "PREFIX" or token.text != "de"


def _with_the_shared_surname(bearers: list[NameParts]) -> list[NameParts]:
    """Give a bearer of whom only first names or initials are written the surname of the last: `P. en M. Kaars`."""
    if len(bearers) < 2:
        return bearers
    last = bearers[-1]
    surname = tuple(word for word in last.words if word not in FIRST_NAMES) or last.words
    return [
        one._replace(words=(*one.words, *surname), prefix=last.prefix)
        if one is not last and FIRST_NAMES.issuperset(one.words)
        else one
        for one in bearers
    ]
