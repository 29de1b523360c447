"""The payout specifications that payment services let their clients download (CSV), by the titles of their columns.

Each row must agree with itself (gross less fee is net), and the rows of a payout with what the file says was paid out.
Where it does not say that, the payout adds up by itself and is held against the bank's amount when it is matched.
"""

from collections.abc import Iterator, Mapping

from voldaan.formats.amounts import AmountError, format_cents
from voldaan.formats.bank.exports_layouts import plain_title
from voldaan.formats.bank.exports_table import DELIMITERS, first_line, split
from voldaan.formats.days import DayError
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.lists.characters import encoding_of
from voldaan.formats.lists.sheets import csv_rows
from voldaan.formats.payouts.cells import Cells, Layout, Told
from voldaan.formats.payouts.layouts import LAYOUTS
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import PayoutLine, PayoutSpecification, Problem

__all__ = ["read", "recognises"]

_DOWNLOAD_AGAIN = "Download de specificatie opnieuw bij de betaaldienst en lever haar onbewerkt aan."


class _Payout:
    """One payout while its rows come in."""

    def __init__(self, lines: Spool[PayoutLine]) -> None:
        self.lines = lines
        self.net_cents = 0
        self.paid_cents: int | None = None
        """What the file says was paid out."""
        self.told: Told | None = None
        """A row of it: the one with the day, where there is one."""

    def add(self, told: Told, line: int) -> None:
        """Add a row."""
        if self.told is None or (told.day and (told.is_total or not self.told.day)):
            self.told = told
        if told.is_total:
            self.paid_cents = (self.paid_cents or 0) + told.net_cents
            return
        self.net_cents += told.net_cents
        self.lines.append(
            PayoutLine(
                gross_cents=told.gross_cents,
                fee_cents=told.fee_cents,
                remittance=told.text,
                payer_name=told.payer_name or None,
                payer_iban=told.payer_iban or None,
                line=line,
            )
        )


def recognises(head: bytes) -> bool:
    """Test if the bytes begin a specification of a payment service whose layout we know."""
    return _layout_of(head) is not None


def read(source: Source) -> tuple[PayoutSpecification, ...]:
    """Return the payouts of a file, or raise `Refusal` with every problem found."""
    known = _layout_of(source.head)
    if known is None:
        raise refuse(
            source.name,
            "De kolommen van dit bestand kennen we niet.",
            "Het is geen specificatie van een betaaldienst waarvan we de indeling kennen.",
            _DOWNLOAD_AGAIN,
        )
    layout, delimiter = known
    findings = Findings(file=source.name)
    payouts: dict[tuple[str, str], _Payout] = {}
    waiting = 0
    for line, cells in _rows(source, delimiter, findings):
        told = _told(layout, cells, line, findings)
        if told is None:
            waiting += 1
            continue
        key = told.payout, told.currency
        if key not in payouts:
            payouts[key] = _Payout(source.shelf.spool())
        payouts[key].add(told, line)
    findings.refuse_if_any()
    made = [
        one for one in payouts.values() if one.lines and (one.paid_cents is not None or not layout.has_totals)
    ]
    for one in made:
        _check(one, findings)
    findings.refuse_if_any()
    if not made:
        raise refuse(
            source.name,
            "In deze specificatie staat geen uitbetaling.",
            f"Het is een overzicht van {layout.title}, en geen regel ervan is al uitbetaald.",
            "Download de specificatie van een uitbetaling die op de bankrekening staat.",
        )
    waiting += sum(len(one.lines) for one in payouts.values() if one not in made)
    remarks = _remarks(waiting, source.name)
    return tuple(_specification(one, layout, remarks if not place else ()) for place, one in enumerate(made))


def _layout_of(head: bytes) -> tuple[Layout, str] | None:
    """Return the layout of a file and its delimiter, by the titles in its first line."""
    line = first_line(head)
    for delimiter in DELIMITERS:
        titles = {plain_title(cell) for cell in split(line, delimiter)}
        for layout in LAYOUTS:
            if {plain_title(title) for title in layout.needs} <= titles:
                return layout, delimiter
    return None


def _rows(source: Source, delimiter: str, findings: Findings) -> Iterator[tuple[int, Cells]]:
    """Yield the rows under the header, each with its number; one that is cut off is a problem."""
    places: Mapping[str, int] = {}
    for number, row in enumerate(csv_rows(source, delimiter, encoding_of(source)), 1):
        texts = [str(cell) for cell in row]
        if not any(text.strip() for text in texts):
            continue
        if not places:
            titles = [plain_title(text) for text in texts]
            places = {title: titles.index(title) for title in titles if title}
        elif len(texts) <= max(places.values()):
            findings.add(
                f"Rij {number} is afgebroken.",
                f"Zij heeft {len(texts)} cellen; de kop heeft er meer.",
                _DOWNLOAD_AGAIN,
                line=number,
            )
        else:
            yield number, Cells(places, texts)


def _told(layout: Layout, cells: Cells, line: int, findings: Findings) -> Told | None:
    """Return what a row tells, None where it is of no payout or a problem was added."""
    try:
        told = layout.told(cells)
    except (AmountError, DayError) as error:
        findings.add(f"Rij {line} klopt niet.", str(error), _DOWNLOAD_AGAIN, line=line)
        return None
    if told is not None and told.gross_cents - told.fee_cents != told.net_cents:
        findings.add(
            f"Rij {line} telt niet op.",
            f"{format_cents(told.gross_cents)} min {format_cents(told.fee_cents)} kosten is geen "
            f"{format_cents(told.net_cents)}.",
            _DOWNLOAD_AGAIN,
            line=line,
        )
        return None
    return told


def _check(one: _Payout, findings: Findings) -> None:
    """Hold the rows of a payout against what the file says was paid out."""
    assert one.told is not None
    if one.paid_cents is not None and one.paid_cents != one.net_cents:
        findings.add(
            f"De regels van uitbetaling {one.told.payout} tellen op tot {format_cents(one.net_cents)}; uitbetaald is "
            f"{format_cents(one.paid_cents)}.",
            "Er ontbreken regels, of er is iets veranderd.",
            _DOWNLOAD_AGAIN,
            path=one.told.payout,
        )


def _specification(one: _Payout, layout: Layout, remarks: tuple[Problem, ...]) -> PayoutSpecification:
    assert one.told is not None
    one.lines.close()
    return PayoutSpecification(
        format=layout.name,
        payout=one.told.payout,
        currency=one.told.currency,
        net_cents=one.net_cents,
        paid_out_on=one.told.day,
        lines=one.lines,
        remarks=remarks,
    )


def _remarks(waiting: int, file: str) -> tuple[Problem, ...]:
    """Return that some rows were paid out by no payout yet."""
    if not waiting:
        return ()
    return (
        Problem(
            file=file,
            what=f"{waiting} {'regel is' if waiting == 1 else 'regels zijn'} nog niet uitbetaald en "
            f"{'telt' if waiting == 1 else 'tellen'} niet mee.",
            why="Zij horen bij geen uitbetaling die al gedaan is.",
            how_to_fix="U hoeft niets te doen: lever later de specificatie van die uitbetaling aan.",
        ),
    )
