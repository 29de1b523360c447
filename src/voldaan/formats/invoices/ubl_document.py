"""One UBL document and what was found in it: texts, days and amounts at a path, and problems with their place."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from voldaan.formats.amounts import AmountError, decimal_to_cents, parse_amount
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings
from voldaan.formats.invoices.ubl_names import NAMESPACES


class Document:
    """An element of UBL, the whole document or a part of it. Knows where it stands, for problems."""

    def __init__(self, element: etree._Element, findings: Findings, remarks: Findings, place: str) -> None:
        self.element = element
        self.findings = findings
        self.remarks = remarks
        self.place = place

    @property
    def name(self) -> str:
        """Return the name of the element without its namespace."""
        return etree.QName(self.element).localname

    def parts(self, path: str) -> Iterator["Document"]:
        """Yield the elements at a path, in the order of the document."""
        for element in self.element.iterfind(path, NAMESPACES):
            yield Document(element, self.findings, self.remarks, self.at(path))

    def at(self, path: str) -> str:
        """Return the place of a path below this element."""
        return f"{self.place}/{path}"

    def has(self, path: str) -> bool:
        """Test if there is an element at a path."""
        return self.element.find(path, NAMESPACES) is not None

    def raw_texts(self, path: str) -> list[str]:
        """Return all texts at a path that say something, with their line ends."""
        found = ((element.text or "").strip() for element in self.element.iterfind(path, NAMESPACES))
        return [text for text in found if text]

    def texts(self, path: str) -> list[str]:
        """Return all texts at a path that say something, with single spaces."""
        return [" ".join(text.split()) for text in self.raw_texts(path)]

    def text(self, path: str) -> str | None:
        """Return the first text at a path; None where it is empty or not there."""
        return next(iter(self.texts(path)), None)

    def attribute(self, path: str, name: str) -> str | None:
        """Return an attribute of the first element at a path; None where it is empty or not there."""
        element = self.element.find(path, NAMESPACES)
        return ((element.get(name) or "").strip() or None) if element is not None else None

    def required(self, path: str, what: str) -> str | None:
        """Return a text that must be there; add a problem where it is not."""
        text = self.text(path)
        if text is None:
            self.problem(
                what,
                f"Het element {path} is er niet of is leeg.",
                "Vul het in het factuurprogramma in en maak het bestand opnieuw.",
                path,
            )
        return text

    def refuse_more_than_one(self, *paths: str) -> None:
        """Add a problem for each path with more than one element: which of them counts, is not to be known."""
        for path in paths:
            count = sum(1 for _ in self.element.iterfind(path, NAMESPACES))
            if count > 1:
                self.problem(
                    f"De factuur noemt {path} meer dan één keer.",
                    f"Het element staat er {count} keer; welke geldt, is niet te zeggen.",
                    "Maak het bestand opnieuw in het factuurprogramma.",
                    path,
                )

    def day(self, path: str) -> date | None:
        """Return the first day at a path, None where it is not there or is a problem."""
        return next(iter(self.days(path)), None)

    def days(self, path: str) -> list[date]:
        """Return the days at a path; one that is none is a problem."""
        days = []
        for text in self.texts(path):
            try:
                days.append(parse_iso_day(text))
            except DayError as error:
                self.problem(
                    "Een datum klopt niet.",
                    str(error),
                    "Verbeter de datum en maak het bestand opnieuw.",
                    path,
                )
        return days

    def cents(self, path: str, currency: str | None) -> int | None:
        """Return the cents of the first amount at a path, None where it is not there or is a problem."""
        element = self.element.find(path, NAMESPACES)
        if element is None or not (element.text or "").strip():
            return None
        named = element.get("currencyID")
        if named and currency and named != currency:
            self.problem(
                "De factuur noemt bedragen in verschillende munten.",
                f"De factuur is in {currency}, dit bedrag in {named[:8]}.",
                "Laat alle totalen in de munt van de factuur staan.",
                path,
            )
            return None
        try:
            return decimal_to_cents(element.text or "")
        except AmountError as error:
            self.problem(
                "Een bedrag klopt niet.",
                str(error),
                "Verbeter het bedrag in het factuurprogramma en maak het bestand opnieuw.",
                path,
            )
            return None

    def rounded_cents(self, path: str, currency: str | None) -> int | None:
        """Return the cents of a part, half a cent up; None where it cannot be read or is in another currency.

        Parts only serve to check a total; the amounts that count have whole cents (`cents`).
        """
        text, named = self.text(path), self.attribute(path, "currencyID")
        if text is None or (named and currency and named != currency):
            return None
        try:
            return parse_amount(text, ".", round_to_cents=True)
        except AmountError:
            return None

    def problem(self, what: str, why: str, how_to_fix: str, path: str) -> None:
        """Add a problem at a path of the document."""
        self.findings.add(what, why, how_to_fix, path=self.at(path))

    def remark(self, what: str, why: str, how_to_fix: str, path: str) -> None:
        """Add what is to be said of a document that is taken all the same."""
        self.remarks.add(what, why, how_to_fix, path=self.at(path))
