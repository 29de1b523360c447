"""Until when a claim can be brought, and what has started its term again."""

from collections.abc import Sequence
from datetime import date

from voldaan.domain.law.limitation import ClaimKind, Interruption, InterruptionKind, Limitation, limitation
from voldaan.usecases.calculate.calculation import Calculation, Column, Figure, Words

CAUTION = Words(
    "Verjaring werkt pas als de debiteur zich erop beroept. Laat een jurist meekijken voordat de laatste dag nadert.",
    "Limitation works only once the debtor invokes it. Let a lawyer look before the last day comes near.",
)
INTERRUPTIONS: dict[InterruptionKind, Words] = {
    "DEMAND": Words("aanmaning", "demand"),
    "RESERVATION": Words("voorbehoud", "reservation"),
    "ACKNOWLEDGEMENT": Words("erkenning", "acknowledgement"),
}
"""How each kind of interruption is typed."""


def calculate_limitation(
    kind: ClaimKind, fell_due_on: date, *, interruptions: Sequence[Interruption] = (), on: date | None = None
) -> Calculation:
    """Return from when a claim is time-barred, seen from the day `on` where that is given."""
    found = limitation(kind, fell_due_on, interruptions, on)
    return Calculation(
        kind="limitation",
        values={
            "claim_kind": kind.lower().replace("_", "-"),
            "fell_due_on": fell_due_on.isoformat(),
            "runs_from": found.runs_from.isoformat(),
            "last_day_to_interrupt": found.last_day_to_interrupt.isoformat(),
            "time_barred_from": found.time_barred_from.isoformat(),
            "interrupted_on": None if found.interrupted_on is None else found.interrupted_on.isoformat(),
            "without_effect": [
                {"kind": one.kind.lower().replace("_", "-"), "on": one.day.isoformat()}
                for one in found.without_effect
            ],
            "because": found.because,
            "sentence": found.sentence_nl,
            "sentence_en": found.sentence_en,
        },
        answer=_answer(found),
        caution=CAUTION,
        figures=(
            Figure(Words("De termijn loopt vanaf", "The term runs from"), "day", found.runs_from),
            Figure(
                Words("Stuiten kan tot en met", "Can be interrupted until"),
                "day",
                found.last_day_to_interrupt,
            ),
            Figure(Words("Verjaard vanaf", "Time-barred from"), "day", found.time_barred_from),
        ),
        columns=(
            Column(Words("Dag", "Day"), "day"),
            Column(Words("Stuit hier niet", "Does not interrupt here"), "text"),
        ),
        rows=tuple((one.day, INTERRUPTIONS[one.kind]) for one in found.without_effect),
        citations=found.citations,
    )


def _answer(found: Limitation) -> Words:
    is_barred = found.because == "TIME_BARRED"
    return Words(
        f"De vordering {'is ' if is_barred else ''}{found.sentence_nl}.",
        f"The claim {'has been' if is_barred else 'is'} {found.sentence_en}.",
    )
