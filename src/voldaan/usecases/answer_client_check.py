"""What the client says about a list of invoices that are about to be reminded ("klopt dit nog?"), and what that does.

An answer that does something is given once: it stands as a payment or a hold, and is ended there. That an invoice
may be reminded of is no last word: until the message leaves, and after it, the client can still say otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Final, Literal, cast

from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, ClientCheck, ClientCheckItem, Invoice
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.settle_invoice import settle_invoice

__all__ = [
    "SAYS",
    "Answered",
    "CannotAnswerCheck",
    "CheckAnswered",
    "NotFound",
    "Says",
    "answer_client_check",
]

Says = Literal["GO", "PAID", "LEAVE", "CREDIT_COMING"]
SAYS: Final[tuple[Says, ...]] = ("GO", "PAID", "LEAVE", "CREDIT_COMING")
Did = Literal[
    "MAY_GO",
    "SETTLED",
    "HELD",
    "HELD_FOR_CREDIT",
    "SETTLED_BEFORE",
    "HANDED_OVER",
    "WITHDRAWN",
    "SAID_BEFORE",
]
CREDIT_DAYS: Final = 14
"""How long an invoice is left alone for a credit note that is said to come."""
BY_SIGNS, NOTE_SIGNS = 200, 400

_WORDS: Final[dict[Did, tuple[str, str]]] = {
    "MAY_GO": ("mag herinnerd worden", "may be reminded of"),
    "SETTLED": ("voldaan, op het woord van de opdrachtgever", "settled, on the client's word"),
    "HELD": ("wordt met rust gelaten tot iemand de blokkade opheft", "is left alone until somebody lifts the hold"),
    "HELD_FOR_CREDIT": (
        f"wordt {CREDIT_DAYS} dagen met rust gelaten voor de creditnota",
        f"is left alone for {CREDIT_DAYS} days, for the credit note",
    ),
    "SETTLED_BEFORE": (
        "stond al niet meer open; er is niets gewijzigd",
        "was not open any more; nothing was changed",
    ),
    "HANDED_OVER": (
        "is al overgedragen aan incasso; bel daar met wat de opdrachtgever zegt",
        "was handed over for collection already; tell them what the client says",
    ),
    "WITHDRAWN": ("was al ingetrokken; er is niets gewijzigd", "was withdrawn already; nothing was changed"),
    "SAID_BEFORE": (
        "had al een antwoord; wijzig dat bij de debiteur",
        "had an answer already; change that with the debtor",
    ),
}  # fmt: skip


class CannotAnswerCheck(Exception):
    """The answer cannot be taken, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer about one invoice did."""

    number: str
    says: Says
    did: Did

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return it in words."""
        return f"{self.number} {_WORDS[self.did][language == 'en']}"

    @property
    def is_as_meant(self) -> bool:
        """Test if it did what the client asked."""
        return self.did in ("MAY_GO", "SETTLED", "HELD", "HELD_FOR_CREDIT")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswered:
    """What came of answers about a list."""

    check: int
    answers: tuple[Answered, ...]
    """What is new, and what could not be done as it was meant."""
    left: int
    """How many invoices on the list have no answer yet, and could still be reminded of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Who says something, and when it is written down."""

    client: Client
    answered_by: str
    note: str
    on: date
    at: datetime
    by: str

    @property
    def when(self) -> dict[str, Any]:
        """Return what use cases ask for."""
        return {"on": self.on, "at": self.at, "by": self.by}


def answer_client_check(
    client: Client,
    check_id: int,
    answers: Mapping[str, str],
    *,
    answered_by: str,
    rest_goes: bool = True,
    note: str = "",
    on: date,
    at: datetime,
    by: str,
) -> CheckAnswered:
    """Take what the client says of invoices on a list, by number, and do it.

    The list is sent back: what it says nothing about may be reminded of. With `rest_goes` False the rest waits.
    A late answer still does what it says. What was settled, withdrawn or handed over meanwhile is said in the result.

    Raises:
        NotFound: the client has no such list, or the invoice does not stand on it.
        CannotAnswerCheck: the answer is none that we know, nobody is named who gave it, nothing was said, or the list
            was not made yet.
    """
    teller = _Teller(client=client, answered_by=answered_by.strip(), note=note.strip(), on=on, at=at, by=by)
    _must_make_sense(teller, answers, rest_goes)
    with rows_of(client), one_transaction():
        events.hold_still(client)
        check = ClientCheck.objects.filter(pk=check_id).first()
        if check is None:
            raise NotFound(f"{client.name} heeft geen navraag {check_id}.")
        if on < check.made_on:
            raise CannotAnswerCheck(
                f"Navraag {check_id} is van {format_day(check.made_on, 'nl')}; op {format_day(on, 'nl')} kan niemand "
                "er al op hebben geantwoord. Geef de dag van het antwoord."
            )
        items = list(
            ClientCheckItem.objects.filter(client_check=check)
            .select_related("invoice__account")
            .order_by("pk")
        )
        given = _given(check, items, answers, rest_goes)
        done = [
            taken for item in items if item.pk in given and (taken := _take(item, given[item.pk], teller))
        ]
        _tell(check, items, done, teller)
        left = sum(1 for item in items if not item.answer and _is_asked(item.invoice))
        if not left and check.answered_at is None:
            check.answered_at, check.answered_by = at, teller.answered_by
            check.save(update_fields=["answered_at", "answered_by"])
    return CheckAnswered(check=check.pk, answers=tuple(done), left=left)


def _is_asked(invoice: Invoice) -> bool:
    """Test if it still matters what the client says of an invoice."""
    return bool(invoice.open_cents) and invoice.withdrawn_on is None and invoice.handed_over_on is None


def _must_make_sense(teller: _Teller, answers: Mapping[str, str], rest_goes: bool) -> None:
    for says in answers.values():
        if says not in SAYS:
            raise CannotAnswerCheck(f"{says!r} is geen antwoord dat wij kennen. Kies uit: {', '.join(SAYS)}.")
    if not answers and not rest_goes:
        raise CannotAnswerCheck("Er is niets geantwoord. Noem ten minste één factuur met een antwoord.")
    if not 0 < len(teller.answered_by) <= BY_SIGNS:
        raise CannotAnswerCheck(
            f"Noem wie namens de opdrachtgever antwoordt, in ten hoogste {BY_SIGNS} tekens; dat staat bij elk antwoord."
        )
    if len(teller.note) > NOTE_SIGNS:
        raise CannotAnswerCheck(f"De toelichting is langer dan {NOTE_SIGNS} tekens. Kort die in.")


def _given(
    check: ClientCheck, items: Sequence[ClientCheckItem], answers: Mapping[str, str], rest_goes: bool
) -> dict[int, Says]:
    """Return what is said of each item by its id: what was named, and where the list is sent back, the rest."""
    by_number = {item.invoice.number: item for item in items}
    for number in answers:
        if number not in by_number:
            raise NotFound(
                f"Factuur {number} staat niet op navraag {check.pk}. Met voldaan client-check show {check.pk} ziet u "
                "wat erop staat."
            )
    given: dict[int, Says] = {item.pk: "GO" for item in items if rest_goes and not item.answer}
    return given | {by_number[number].pk: cast("Says", says) for number, says in answers.items()}


def _take(item: ClientCheckItem, says: Says, teller: _Teller) -> Answered | None:
    """Write an answer down and do it; None where the client said the same before."""
    number = item.invoice.number
    if item.answer == says:
        return None
    if item.answer not in ("", "GO"):
        return Answered(number=number, says=says, did="SAID_BEFORE")
    item.answer, item.answered_at, item.answered_by = says, teller.at, teller.answered_by
    item.note = "" if says == "GO" else teller.note
    item.save(update_fields=["answer", "note", "answered_at", "answered_by"])
    return Answered(number=number, says=says, did=_do(item, says, teller))


def _do(item: ClientCheckItem, says: Says, teller: _Teller) -> Did:
    invoice = item.invoice
    if says == "GO":
        return "MAY_GO"
    if invoice.withdrawn_on is not None:
        return "WITHDRAWN"
    if not invoice.open_cents:
        return "SETTLED_BEFORE"
    if says == "PAID":
        settle_invoice(teller.client, invoice.number, **teller.when)
        return "SETTLED"
    if invoice.handed_over_on is not None:
        return "HANDED_OVER"
    if says == "LEAVE":
        _hold(item, "PERSON_ASKED", teller, note=teller.note)
        return "HELD"
    note = " ".join(filter(None, ("De opdrachtgever zegt dat er een creditnota komt.", teller.note)))
    _hold(item, "OTHER", teller, note=note, last_day=teller.on + timedelta(days=CREDIT_DAYS))
    return "HELD_FOR_CREDIT"


def _hold(
    item: ClientCheckItem, reason: str, teller: _Teller, *, note: str, last_day: date | None = None
) -> None:
    invoice = item.invoice
    place_hold(
        teller.client,
        invoice.account.number,
        reason=reason,
        invoice=invoice.number,
        last_day=last_day,
        note=note,
        **teller.when,
    )


def _tell(
    check: ClientCheck, items: Sequence[ClientCheckItem], done: Sequence[Answered], teller: _Teller
) -> None:
    """Write in the chain what was said, an event for each account and answer."""
    new = {answered.number for answered in done if answered.did != "SAID_BEFORE"}
    said = sorted(
        (item.invoice.account_id, item.answer, item.invoice_id)
        for item in items
        if item.invoice.number in new
    )
    told = [
        events.NewEvent(
            kind="client.answered",
            on=teller.on,
            at=teller.at,
            actor=teller.by,
            account_id=account,
            data={"check": check.pk, "says": says, "invoices": [invoice for *_, invoice in group]},
        )
        for (account, says), group in groupby(said, key=lambda row: row[:2])
    ]
    if told:
        events.append(teller.client, *told)
