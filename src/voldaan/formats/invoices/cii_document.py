"""A CII document with plain names: as any document of an invoice, but for the way it writes days and amounts."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from voldaan.formats.days import DayError, parse_day, parse_iso_day
from voldaan.formats.invoices.ubl_document import Document

_NOTATIONS = {
    "2": ("ddmmyy", 6),
    "3": ("mmddyy", 6),
    "101": ("yymmdd", 6),
    "102": ("yyyymmdd", 8),
    "203": ("yyyymmdd", 12),
    "204": ("yyyymmdd", 14),
    "205": ("yyyymmdd", 12),
    "304": ("yyyymmdd", 14),
}
"""Notations of UNTDID 2379: how the day is written, and how long the text is at least. 205 and 304 add a zone."""


class CiiDocument(Document):
    """An element of CII, after `with_one_name`."""

    def parts(self, path: str) -> Iterator["CiiDocument"]:
        """Yield the elements at a path, in the order of the document."""
        for element in self.element.iterfind(path):
            yield CiiDocument(element, self.findings, self.remarks, self.at(path))

    def days(self, path: str) -> list[date]:
        """Return the days in the elements at a path; one that is none is a problem."""
        days = []
        for holder in self.element.iterfind(path):
            for leaf in holder.iter(etree.Element):
                text = (leaf.text or "").strip()
                if not text:
                    continue
                try:
                    days.append(_day(text, leaf.get("format")))
                except DayError as error:
                    self.problem(
                        "Een datum klopt niet.",
                        str(error),
                        "Verbeter de datum en maak het bestand opnieuw.",
                        path,
                    )
        return days

    def amount_path(self, path: str, currency: str | None) -> str:
        """Return the path of an amount, of several in different currencies that of the one in `currency`."""
        if currency and len(self.element.findall(path)) > 1:
            own = f"{path}[@currencyID='{currency}']"
            if self.element.find(own) is not None:
                return own
        return path


def _day(text: str, notation: str | None) -> date:
    """Return a day in the notation that the file names; without one it is told by its shape."""
    if "-" in text[:8]:
        return parse_iso_day(text)
    pattern, length = _NOTATIONS.get(notation or "102", ("", 0))
    if not pattern:
        raise DayError(f"‘{text[:32]}’ (notatie {(notation or '')[:8]}) is geen hele dag.")
    if len(text) < length or not (text[:length].isascii() and text[:length].isdigit()):
        raise DayError(f"‘{text[:32]}’ is geen datum in de notatie {notation or '102'}.")
    if pattern == "yyyymmdd":
        return parse_day(text[:8], pattern)
    place = pattern.index("yy")
    return parse_day(f"{text[:place]}20{text[place:6]}", pattern.replace("yy", "yyyy"))
