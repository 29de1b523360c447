"""The texts of a CAMT element by their path: an entry, a transaction in it, a balance.

A bank writes a hundred thousand entries in a handful of shapes: the same tags in the same order, other texts. The
first elements are walked, and each new shape is learned as a pattern; an element of a known shape is then read by one
match of its text, which takes a fifth of the time. Both ways give the same leaves.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import unescape

from lxml import etree

from voldaan.formats.bank.camt_names import DETAILS, UNDER_DETAILS

Leaves = dict[str, str]
"""The texts of an element's leaves by their path, the first of each; an amount's currency is under `…@Ccy`."""

WALKED_FIRST = 100
"""A pattern costs as much as walking thirty elements, so a small file is only walked."""
SHAPES_MAX = 64
LEARNED_MAX_CHARACTERS = 6000

_MARKUP = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?(?:[^\s/>:]+:)?([^\s/>]+)")
_CURRENCY = re.compile(r'\sCcy="([^"]*)"')
_REPEATED = frozenset(
    "TxDtls/" + path
    for path in (
        "RmtInf/Ustrd",
        "RmtInf/Strd/AddtlRmtInf",
        "RmtInf/Strd/CdtrRefInf/Ref",
        "RmtInf/Strd/CdtrRefInf/CdtrRef",
        "RmtInf/Strd/RfrdDocInf/Nb",
        "RmtInf/Strd/RfrdDocInf/RfrdDocNb",
        "RtrInf/AddtlInf",
        "RtrInf/AddtlRtrRsnInf",
    )
)
CHARGES = "Chrgs"
_DETAILS = [[DETAILS, name] for name in UNDER_DETAILS]
_ALL_CHARGES = (CHARGES, "TxDtls/" + CHARGES)


class Place(NamedTuple):
    """What to do at one tag: its path, what is under it, and whether its own text is wanted."""

    path: str
    under: "Table | None"
    leaf: bool
    amount: bool
    repeated: bool


Table = dict[str, Place]


class _Shape(NamedTuple):
    """One way in which an element is written: its pattern, the paths of the groups, the texts that never differ."""

    pattern: re.Pattern[str]
    paths: tuple[str, ...]
    repeats: bool
    fixed: Leaves


class Readers:
    """Reads the wanted leaves of one kind of element of one file; a namespace has a reader of its own."""

    def __init__(self, paths: Sequence[str], *, above: str = "") -> None:
        self._paths = paths
        self._above = above
        self._readers: dict[str, Reader] = {}

    def leaves(self, element: etree._Element) -> Leaves:
        """Return the wanted texts under an element."""
        tag = element.tag
        reader = self._readers.get(tag)
        if reader is None:
            reader = self._readers[tag] = Reader(self._paths, namespace_of(element), self._above)
        return reader.leaves(element)


class Reader:
    """Reads the wanted leaves of elements with one tag, and learns the shapes that come back."""

    def __init__(
        self, paths: Sequence[str], namespace: str, above: str = "", *, walk_first: int = WALKED_FIRST
    ) -> None:
        self._paths = frozenset(paths)
        self._above = above
        self._table = table(tuple(path.removeprefix(above) for path in paths), namespace, above)
        self._shapes: list[_Shape] = []
        self._to_walk = walk_first

    def leaves(self, element: etree._Element) -> Leaves:
        """Return the wanted texts under an element."""
        if self._to_walk:
            self._to_walk -= 1
            return self._walk(element)
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        if len(text) > LEARNED_MAX_CHARACTERS or "&#" in text:
            return self._walk(element)
        for number, shape in enumerate(self._shapes):
            found = shape.pattern.fullmatch(text)
            if found:
                if number:
                    self._shapes.insert(0, self._shapes.pop(number))
                return _told(shape, found.groups(), escaped="&" in text)
        if len(self._shapes) < SHAPES_MAX:
            self._learn(text)
        return self._walk(element)

    def _walk(self, element: etree._Element) -> Leaves:
        """Return the leaves by visiting every child."""
        leaves: Leaves = {}
        collect(element, self._table, leaves)
        return leaves

    def _learn(self, text: str) -> None:
        """Keep the shape of an element, unless it is one whose leaves cannot be told apart by its tags."""
        shape = _shape(text, self._paths, self._above)
        if shape is not None:
            self._shapes.insert(0, shape)


def first_of(leaves: Leaves, paths: Sequence[str]) -> str | None:
    """Return the first text that is there."""
    for path in paths:
        if path in leaves:
            return leaves[path]
    return None


def leaves_at(element: etree._Element, paths: tuple[str, ...]) -> Leaves:
    """Return the texts at these paths under an element that comes once or twice in a file."""
    leaves: Leaves = {}
    collect(element, table(paths, namespace_of(element)), leaves)
    return leaves


def namespace_of(element: etree._Element) -> str:
    """Return the namespace of an element as it stands before its tag: `{…}` or nothing."""
    return element.tag[: element.tag.rfind("}") + 1]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag[element.tag.rfind("}") + 1 :]


@lru_cache(maxsize=64)
def table(paths: tuple[str, ...], namespace: str, above: str = "") -> Table:
    """Return the table that finds these paths in a namespace (`{…}` or nothing); `above` comes before each of them."""
    return _under(paths, namespace, above)


def _under(paths: Sequence[str], namespace: str, above: str) -> Table:
    """Return the places of the names that come first in these paths, each with what is wanted under it."""
    made: Table = {}
    firsts = dict.fromkeys(path.partition("/")[0] for path in paths)
    for name in firsts:
        path = above + name
        below = [p.partition("/")[2] for p in paths if p.startswith(name + "/")]
        made[namespace + name] = Place(
            path=path,
            under=_under(below, namespace, path + "/") if below else None,
            leaf=name in paths,
            amount=name == "Amt",
            repeated=path in _REPEATED,
        )
    if "TxDtls" in firsts and not above:
        under = {tag: made[tag] for tag in (namespace + name for name in UNDER_DETAILS) if tag in made}
        made[namespace + DETAILS] = Place(path=DETAILS, under=under, leaf=False, amount=False, repeated=False)
    return made


def collect(element: etree._Element, wanted: Table, leaves: Leaves) -> None:
    """Put the wanted texts under an element into `leaves`."""
    for child in element:
        place = wanted.get(child.tag)
        if place is None:
            continue
        path, under, leaf, amount, repeated = place
        if path in _ALL_CHARGES:
            leaves[path] = "\n".join(filter(None, (leaves.get(path), _charges(child))))
            continue
        if under is not None:
            collect(child, under, leaves)
        if not leaf or (text := child.text) is None or not (text := text.strip()):
            continue
        if path not in leaves:
            leaves[path] = text
            if amount and (currency := child.get("Ccy")) is not None:
                leaves[path + "@Ccy"] = currency
        elif repeated:
            leaves[path] += "\n" + text


def _charges(element: etree._Element) -> str:
    """Return the charges of one element, a line for each: amount, currency, direction, whether it is included.

    Version 2 has one charge in each element, later versions have records; some say only what they come to.
    """
    namespace = namespace_of(element)
    records = element.findall(namespace + "Rcrd") or [element]
    lines = []
    for record in records:
        amount = record.find(namespace + "Amt")
        if amount is None:
            amount = element.find(namespace + "TtlChrgsAndTaxAmt")
        if amount is None:
            continue
        direction = record.findtext(namespace + "CdtDbtInd", "DBIT").strip()
        included = record.findtext(namespace + "ChrgInclInd", "true").strip()
        lines.append(
            " ".join(((amount.text or "").strip() or "-", amount.get("Ccy") or "-", direction, included))
        )
    return "\n".join(lines)


def _told(shape: _Shape, texts: tuple[str, ...], *, escaped: bool) -> Leaves:
    """Return the leaves of an element of a known shape."""
    if escaped:
        texts = tuple(unescape(text) if "&" in text else text for text in texts)
    leaves = shape.fixed.copy()
    if not shape.repeats:
        leaves.update(zip(shape.paths, texts, strict=True))
        return leaves
    for path, text in zip(shape.paths, texts, strict=True):
        leaves[path] = f"{leaves[path]}\n{text}" if path in leaves else text
    return leaves


def _shape(text: str, wanted: frozenset[str], root: str) -> _Shape | None:
    """Return the shape of an element as lxml writes it, None where it has more than one namespace or charges."""
    pieces = _MARKUP.split(text)
    if text.count("xmlns") != pieces[1].count("xmlns") or f"{CHARGES}>" in text:
        return None
    pattern: list[str] = []
    above: list[str] = []
    paths: list[str] = []
    fixed: Leaves = {}
    for number in range(1, len(pieces), 2):
        tag, after = pieces[number], pieces[number + 1]
        pattern.append(re.escape(tag))
        found = _NAME.match(tag)
        if found is None:
            return None
        if tag.startswith("</"):
            above.pop()
        elif not tag.endswith("/>"):
            above.append(found[1])
            path = root + "/".join(above[1:] if above[1:3] not in _DETAILS else above[2:])
            if path in wanted and after.strip():
                pattern.append(_group(path, tag, paths, fixed))
                continue
        if after:
            pattern.append(r"[^<]*+" if after.strip() else r"\s++")
    return _Shape(re.compile("".join(pattern)), tuple(paths), len(set(paths)) < len(paths), fixed)


def _group(path: str, tag: str, paths: list[str], fixed: Leaves) -> str:
    """Return the pattern of a wanted text without blanks around it; of most, only the first is kept."""
    if path in paths and path not in _REPEATED:
        return r"[^<\s][^<]*+"
    paths.append(path)
    currency = _CURRENCY.search(tag)
    if currency and path.rpartition("/")[2] == "Amt":
        fixed[path + "@Ccy"] = unescape(currency[1])
    return r"([^\s<][^<]*+)(?<!\s)"
