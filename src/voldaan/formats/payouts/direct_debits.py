"""Direct-debit batches (SEPA pain.008, version 001.01 and later): the file that a creditor sends to its bank.

Each part with one collection day is a batch, which the bank books as one sum. The file is streamed: a collection is
read and forgotten before the next one. A part whose collections do not add up to what it says is refused.
"""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.bank.camt_leaves import local_name, namespace_of
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import PayoutLine, PayoutSpecification

__all__ = ["FORMAT", "read", "recognises"]

FORMAT = "pain.008"
_ROOTS = ("CstmrDrctDbtInitn", "pain.008.001.01")
_NAMES_LOOKED_AT = 80
"""A message may be in an envelope with a business header."""
_NOT_SAID = "NOTPROVIDED"
_MAKE_AGAIN = (
    "Maak het bestand opnieuw met het programma waarmee u incasseert, en verander het niet met de hand."
)


def recognises(head: bytes) -> bool:
    """Test if the document holds direct debits to be collected."""
    return any(name in _ROOTS for _, name in xml.first_names(head, _NAMES_LOOKED_AT))


def read(source: Source) -> tuple[PayoutSpecification, ...]:
    """Return the batches of a file, or raise `Refusal` with every problem found."""
    findings = Findings(file=source.name)
    batches = tuple(_Reading(source, findings).batches())
    findings.refuse_if_any()
    if not batches:
        raise refuse(
            source.name,
            "In deze incasso-opdracht staat geen incasso.",
            "Er is geen deel met een verzameldag (PmtInf).",
            _MAKE_AGAIN,
        )
    return batches


class _Reading:
    """One file while it is read; its problems go to the findings."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self._source = source
        self._findings = findings
        self._whole_cents = self._whole_count = 0
        self._begin()

    def _begin(self) -> None:
        """Start on the next batch."""
        self._lines: Spool[PayoutLine] = self._source.shelf.spool()
        self._cents = 0
        self._currencies: set[str] = set()

    def batches(self) -> Iterator[PayoutSpecification]:
        """Yield each batch once its end has been read."""
        names: set[str] = set()
        head: etree._Element | None = None
        for element in xml.stream(self._source, ("{*}GrpHdr", "{*}DrctDbtTxInf", "{*}PmtInf")):
            if local_name(element) == "GrpHdr":
                head = element
                continue
            if local_name(element) == "DrctDbtTxInf":
                self._add(element)
                xml.forget(element)
                continue
            self._lines.close()
            batch = self._batch(element)
            if batch is not None and batch.payout in names:
                self._problem(
                    f"Het kenmerk {batch.payout} staat er twee keer.",
                    "Aan het kenmerk (PmtInfId) is een incassobatch te herkennen.",
                    element,
                )
            elif batch is not None:
                names.add(batch.payout)
                yield batch
            self._begin()
            xml.forget(element)
        if head is not None:
            self._check_sums(head, self._whole_count, self._whole_cents)

    def _add(self, element: etree._Element) -> None:
        """Add one collection to the open batch, or its problem."""
        try:
            cents = decimal_to_cents(_text(element, "InstdAmt") or "")
        except AmountError as error:
            self._problem("Een incasso heeft geen bedrag.", str(error), element)
            return
        amount = element.find(_path(element, "InstdAmt"))
        self._currencies.add((amount.get("Ccy") if amount is not None else None) or "EUR")
        self._cents += cents
        self._whole_cents, self._whole_count = self._whole_cents + cents, self._whole_count + 1
        end_to_end = _text(element, "PmtId/EndToEndId")
        line: object = element.sourceline
        self._lines.append(
            PayoutLine(
                gross_cents=cents,
                remittance=_remittance(element),
                payer_name=_text(element, "Dbtr/Nm"),
                payer_iban=_text(element, "DbtrAcct/Id/IBAN"),
                end_to_end_id=None if end_to_end == _NOT_SAID else end_to_end,
                mandate_id=_text(element, "DrctDbtTx/MndtRltdInf/MndtId"),
                line=line if isinstance(line, int) else None,
            )
        )

    def _batch(self, element: etree._Element) -> PayoutSpecification | None:
        """Return the batch that ends, or None when problems were added."""
        before = self._findings.count
        name, day = _text(element, "PmtInfId"), self._day(element)
        if not name:
            self._problem("Een incassobatch heeft geen kenmerk.", "PmtInfId ontbreekt of is leeg.", element)
        if not self._lines:
            self._problem("Een incassobatch is leeg.", "Er staat geen incasso in.", element)
        if len(self._currencies) > 1:
            self._problem(
                "Een incassobatch heeft verschillende munten.",
                "Eén boeking van de bank heeft er één.",
                element,
            )
        self._check_sums(element, len(self._lines), self._cents)
        if self._findings.count > before:
            return None
        return PayoutSpecification(
            format=FORMAT,
            payout=name or "",
            currency=next(iter(self._currencies)),
            net_cents=self._cents,
            paid_out_on=day,
            lines=self._lines,
            collected_to_iban=_text(element, "CdtrAcct/Id/IBAN"),
        )

    def _day(self, element: etree._Element) -> date | None:
        text = _text(element, "ReqdColltnDt") or _text(element, "ReqdColltnDt/Dt")
        try:
            return parse_iso_day(text or "")
        except DayError as error:
            self._problem("De dag van de incasso ontbreekt of klopt niet.", str(error), element)
            return None

    def _check_sums(self, element: etree._Element, found: int, cents: int) -> None:
        """Hold collections against the count and the sum that a batch, or the head of the file, gives."""
        count, total = _text(element, "NbOfTxs"), _text(element, "CtrlSum")
        if count is not None and (not count.isdecimal() or int(count[:15]) != found):
            self._problem(
                f"Er staan {found} incasso's; volgens het bestand zijn het er {count[:15]}.",
                "Een deel van het bestand ontbreekt, of het is veranderd.",
                element,
            )
        try:
            stated = cents if total is None else decimal_to_cents(total)
        except AmountError as error:
            self._problem("De controlesom is geen bedrag.", str(error), element)
            return
        if stated != cents:
            self._problem(
                f"De incasso's tellen op tot {format_cents(cents)}; volgens het bestand is het "
                f"{format_cents(stated)}.",
                "Een deel van het bestand ontbreekt, of het is veranderd.",
                element,
            )

    def _problem(self, what: str, why: str, element: etree._Element) -> None:
        line: object = element.sourceline
        self._findings.add(
            what,
            why,
            _MAKE_AGAIN,
            line=line if isinstance(line, int) else None,
            path=_text(element, "PmtInfId") or _text(element, "PmtId/EndToEndId"),
        )


def _remittance(element: etree._Element) -> str:
    """Return what the debtor is told: free text, else the reference."""
    texts = [_plain(one.text) for one in element.iterfind(_path(element, "RmtInf/Ustrd"))]
    reference = _text(element, "RmtInf/Strd/CdtrRefInf/Ref")
    return " ".join(text for text in (*texts, reference) if text)


def _text(element: etree._Element, path: str) -> str | None:
    """Return the first text at a path, with single spaces; None where it is empty or not there."""
    return _plain(element.findtext(_path(element, path))) or None


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _path(element: etree._Element, path: str) -> str:
    """Return a path with the namespace of the document before each name."""
    namespace = namespace_of(element)
    return "/".join(namespace + name for name in path.split("/"))
