"""When an invoice must be paid: the day that it prints, else the day that follows from its payment terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voldaan.formats.findings import Findings
from voldaan.formats.invoices.term_words import end_of_term, read_words

UNITS = {"DAY": "day", "D": "day", "WEE": "week", "W": "week", "MON": "month", "M": "month"}
"""Units of a stated term (UN/ECE Recommendation 20), to those of `end_of_term`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentTerms:
    """When to pay, and what that rests on."""

    due_date: date | None
    basis: str
    """AGREED where the file states a term, UNILATERAL where it only prints a day, else UNKNOWN."""
    text: str | None
    """The terms in the words of the file."""


def read_terms(
    issue_date: date,
    remarks: Findings,
    *,
    due_days: Sequence[date] = (),
    part_days: Sequence[date] = (),
    notes: Sequence[str] = (),
    other_notes: Sequence[str] = (),
    durations: Sequence[tuple[int, str]] = (),
    place: str | None = None,
) -> PaymentTerms:
    """Return the payment terms of an invoice.

    `due_days` are the days that the file names as due date, `part_days` those of instalments; of several days the
    latest counts, so that nobody is reminded of what is not due. `durations` are stated terms with a unit of
    `UNITS`. `notes` are the words of the payment terms with their line ends, `other_notes` words that may be about
    anything. What could not be understood, or could be read in two ways, goes to `remarks`.
    """
    said = [read_words(note, issue_date) for note in notes]
    said += [read_words(note, issue_date, about_payment=False) for note in other_notes]
    stated = [(count, UNITS[unit]) for count, unit in durations if unit in UNITS]
    agreed = bool(stated) or any(term.agreed for term in said)
    text = "\n".join(" ".join(note.split()) for note in notes if note.strip()) or None
    printed = sorted({*due_days, *part_days})
    if printed:
        _remark_on_days(printed, part_days, issue_date, remarks, place)
        return PaymentTerms(due_date=printed[-1], basis="AGREED" if agreed else "UNILATERAL", text=text)
    ends = [end for count, unit in stated if (end := end_of_term(issue_date, count, unit))]
    ends = ends or [term.last_day for term in said if term.last_day]
    if any(term.unknown_start for term in said) and not stated:
        remarks.add(
            "De vervaldatum staat niet vast.",
            f"De betalingstermijn (‘{(text or '')[:80]}’) begint bij ontvangst of levering, en die dag noemt het "
            "bestand niet.",
            "Zet een vervaldatum op de factuur.",
            path=place,
        )
        return PaymentTerms(due_date=None, basis="AGREED", text=text)
    if ends:
        return PaymentTerms(due_date=max(ends), basis="AGREED" if agreed else "UNILATERAL", text=text)
    return PaymentTerms(due_date=None, basis="AGREED" if agreed else "UNKNOWN", text=text)


def _remark_on_days(
    printed: Sequence[date], part_days: Sequence[date], issue_date: date, remarks: Findings, place: str | None
) -> None:
    """Say which of several days counts, and that a day before the invoice itself cannot be right."""
    if len(printed) > 1:
        days = ", ".join(day.strftime("%d-%m-%Y") for day in printed[:6])
        what = "in termijnen betaald" if part_days else "op meer dan één dag betaald"
        remarks.add(
            f"De factuur mag {what} worden.",
            f"Het bestand noemt {days}. We rekenen met de laatste dag, zodat niemand te vroeg bericht krijgt.",
            "Maak voor elke termijn een eigen factuur als u eerder wilt herinneren.",
            path=place,
        )
    if printed[-1] < issue_date:
        remarks.add(
            "De vervaldatum ligt vóór de factuurdatum.",
            f"De factuur is van {issue_date:%d-%m-%Y} en zou op {printed[-1]:%d-%m-%Y} betaald moeten zijn.",
            "Kijk na of dit klopt; een termijn die voorbij is als de factuur komt, is er geen.",
            path=place,
        )
