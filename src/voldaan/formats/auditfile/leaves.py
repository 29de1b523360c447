"""The texts directly under an element of an auditfile, by the local name of their element."""

from datetime import date
from functools import lru_cache
from typing import Any

from lxml import etree

from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings

Leaves = dict[str, str]

_NOTHING = frozenset(("", "0", "-", "--", ".", "n.v.t."))
"""What packages write where there is no reference."""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    """Return a name without its namespace; a file has few names and many elements."""
    return tag.rpartition("}")[2]


def leaves_of(element: etree._Element) -> Leaves:
    """Return the texts under an element, with single spaces; of one name the first that says something."""
    found: Leaves = {}
    for child in element:
        text = child.text
        if text and (words := " ".join(text.split())):
            found.setdefault(_local(child.tag), words)
    return found


def line_of(element: Any) -> int | None:
    """Return the line of the file that an element begins on."""
    line: int | None = element.sourceline
    return line


def forget(element: etree._Element) -> None:
    """Free an element that was read, and those of its name before it: memory stays flat."""
    element.clear()
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    while previous is not None and previous.tag == element.tag:
        parent.remove(previous)
        previous = element.getprevious()


def reference(text: str | None) -> str | None:
    """Return a reference, None where it is only a sign that there is none."""
    return None if text is None or text.lower() in _NOTHING else text


def cents_of(leaves: Leaves, findings: Findings, place: str, line: int | None) -> int | None:
    """Return the amount of a line, debit positive; None, and a finding, where it cannot be read."""
    side = leaves.get("amntTp", "").upper()
    try:
        cents = decimal_to_cents(leaves.get("amnt", ""))
    except AmountError as error:
        findings.add(
            "Een bedrag in de auditfile klopt niet.",
            str(error),
            "Exporteer de auditfile opnieuw uit het boekhoudpakket.",
            line=line,
            path=f"{place}/amnt",
        )
        return None
    if side not in ("D", "C"):
        findings.add(
            "Van een boekingsregel is niet te zien of hij debet of credit is.",
            "In amntTp hoort D of C te staan.",
            "Exporteer de auditfile opnieuw uit het boekhoudpakket.",
            line=line,
            path=f"{place}/amntTp",
        )
        return None
    return cents if side == "D" else -cents


def day_of(text: str | None, findings: Findings, place: str, line: int | None) -> date | None:
    """Return a day, None where there is none; a finding where it is no day."""
    if not text:
        return None
    try:
        return parse_iso_day(text)
    except DayError as error:
        findings.add(
            "Een datum in de auditfile klopt niet.",
            str(error),
            "Exporteer de auditfile opnieuw uit het boekhoudpakket.",
            line=line,
            path=place,
        )
        return None
