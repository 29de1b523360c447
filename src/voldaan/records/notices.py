"""Fourteen-day notices: what one needs from the book, and those that were sent (6:96 paragraph 6 BW).

Where a fact for a lawful notice is missing there is none: a person gets the sentence that says what is missing. A
notice that errs gives no costs at all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.collection_costs import collection_costs_of_claims, vat_over
from voldaan.domain.law.default import Default, DueDateBasis, in_default_from
from voldaan.domain.law.instalments import Instalment, PastNotice, instalment_costs, is_small, look_back_from
from voldaan.domain.law.notice import By
from voldaan.domain.law.vat_rate import general_vat_percent
from voldaan.domain.money import format_euro
from voldaan.domain.strategy.strategy import NOTICE
from voldaan.domain.wording.facts import MessageFacts, NoticeFacts
from voldaan.domain.workdays import format_day
from voldaan.records.dossier_rows import first_terms
from voldaan.records.message_facts import CannotWrite
from voldaan.records.models import Account, Invoice, Message, MessageInvoice

NOTICE_KIND: Final = "NOTICE"
"""The kind of a message that is a fourteen-day notice, whatever the stage at which it was sent."""
REMINDER_KIND: Final = "REMINDER"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentNotice:
    """A notice that left and did not come back."""

    facts: MessageFacts
    sent_on: date
    by: By
    principals: dict[int, int]
    """What was open of each invoice in it, by id."""


def defaults_of(invoices: Sequence[Invoice], capacity: Capacity) -> dict[int, Default]:
    """Return by invoice from which day the debtor is in default of it, as far as the book tells."""
    terms = first_terms([invoice.pk for invoice in invoices])
    found = {}
    for invoice in invoices:
        term = terms.get(invoice.pk)
        found[invoice.pk] = in_default_from(
            due_date=invoice.due_date,
            basis=cast(DueDateBasis, invoice.due_date_basis),
            capacity=capacity,
            first_reminder_pay_by=term.pay_by if term else None,
            first_reminder_received_on=term.received_on if term else None,
        )
    return found


def notice_facts(
    account: Account,
    invoices: Sequence[Invoice],
    *,
    on: date,
    by: By,
    vat_is_added: bool,
    left_out: Collection[int] = (),
) -> NoticeFacts:
    """Return what a notice to `account` about these invoices says, by the law of the day.

    `vat_is_added` where the creditor uses a taxed service and declares that it cannot set off the VAT. `left_out` are
    other overdue invoices (ids) that nobody holds and that the message does not name.

    Raises:
        CannotWrite: no lawful notice can be written, and why.
    """
    capacity = cast(Capacity, account.debtor.capacity)
    if any(invoice.blocked_iban for invoice in invoices):
        raise CannotWrite(
            "Geen veertiendagenbrief: een deel hoort op de G-rekening, en de brief vraagt één bedrag op één rekening "
            "(ECLI:NL:RBROT:2020:5202)."
        )
    in_default = _latest_default(invoices, capacity, on)
    costs, ceiling = _costs(account, invoices, on)
    percent = general_vat_percent(on) if vat_is_added else None
    return NoticeFacts(
        capacity=capacity,
        by=by,
        in_default_from=in_default,
        principals_cents=tuple(invoice.open_cents for invoice in invoices),
        costs_cents=costs,
        costs_cents_max=ceiling,
        vat_percent=None if percent is None else str(percent),
        vat_cents=0 if percent is None else vat_over(costs, percent),
        claims_left_out=_claims_left_out(left_out, capacity, on),
    )


def _claims_left_out(ids: Collection[int], capacity: Capacity, on: date) -> int:
    """Return of how many of these claims notice could have been given as well: in default, and without one so far."""
    return len(in_default(without_notice(list(ids)), capacity, on))


def beside(stage: str, ids: Sequence[int], capacity: Capacity, on: date) -> list[int]:
    """Return which other overdue invoices a message of `stage` names as well.

    A notice names every claim in default, whose sums the law adds up for the costs (6:96 paragraph 7 BW), and no other.
    """
    free = without_notice(ids)
    return in_default(free, capacity, on) if stage == NOTICE else free


def in_default(ids: Sequence[int], capacity: Capacity, on: date) -> list[int]:
    """Return for which of these invoices the debtor was in default before a day, as far as the book tells."""
    defaults = defaults_of(list(Invoice.objects.filter(pk__in=ids)), capacity)
    return [number for number in ids if (defaults[number].first_day or date.max) < on]


def without_notice(invoice_ids: Sequence[int]) -> list[int]:
    """Return which of these invoices had no notice that stands.

    One that had is asked by its notice alone: another last day beside it would confuse its term, and then it gives no
    costs (HR 25 November 2016, 3.6.1).
    """
    lines = MessageInvoice.objects.filter(
        invoice__in=invoice_ids, message__kind=NOTICE_KIND, message__state="SENT"
    )
    had = set(lines.values_list("invoice_id", flat=True))
    return [number for number in invoice_ids if number not in had]


def notices_about(invoice_ids: Collection[int]) -> list[SentNotice]:
    """Return the notices that were sent about one of these invoices and did not come back, oldest first."""
    lines = MessageInvoice.objects.filter(invoice__in=invoice_ids).values("message")
    sent = Message.objects.filter(pk__in=lines, kind=NOTICE_KIND, state="SENT").order_by("sent_on", "pk")
    return [_sent(message) for message in sent]


def _sent(message: Message) -> SentNotice:
    assert message.sent_on is not None
    lines = MessageInvoice.objects.filter(message=message).values_list("invoice_id", "open_cents")
    return SentNotice(
        facts=MessageFacts.from_json(message.facts),
        sent_on=message.sent_on,
        by=cast(By, message.channel),
        principals=dict(lines),
    )


def _latest_default(invoices: Sequence[Invoice], capacity: Capacity, on: date) -> date:
    defaults = defaults_of(invoices, capacity)
    days = []
    for invoice in invoices:
        default = defaults[invoice.pk]
        if default.first_day is None:
            raise CannotWrite(
                f"Geen veertiendagenbrief: {default.sentence('nl')} (factuur {invoice.number}). Leg vast dat de "
                "vervaldatum is afgesproken, of stuur eerst een herinnering met een termijn (art. 6:96 lid 6 BW)."
            )
        if default.first_day >= on:
            raise CannotWrite(
                f"Geen veertiendagenbrief: het verzuim voor factuur {invoice.number} begint pas op "
                f"{format_day(default.first_day, 'nl')}. De brief kan vanaf de dag daarna (art. 6:96 lid 6 BW)."
            )
        days.append(default.first_day)
    return max(days)


def _costs(account: Account, invoices: Sequence[Invoice], on: date) -> tuple[int, int | None]:
    """Return the costs by the law, and the ceiling where they are below the scale.

    Whether small claims are instalments of one contract the book does not know: they are counted as if they were.

    Raises:
        CannotWrite: earlier notices leave nothing that may be asked.
    """
    scale = collection_costs_of_claims([invoice.open_cents for invoice in invoices]).costs_cents
    instalments = [Instalment(invoice.due_date, invoice.open_cents) for invoice in invoices]
    found = instalment_costs(instalments, notice_sent=on, earlier=_earlier(account, on))
    if found.costs_cents >= scale:
        return scale, None
    if not found.costs_cents:
        raise CannotWrite(
            f"Geen veertiendagenbrief: {found.sentence('nl')}. Zijn dit termijnen van één overeenkomst, dan mogen "
            f"er nu geen kosten bij (art. 6:96 lid 8 BW); anders {format_euro(scale, 'nl')}. Beslis zelf."
        )
    return found.costs_cents, found.costs_cents


def _earlier(account: Account, on: date) -> list[PastNotice]:
    """Return the notices of the last six months about small claims of this debtor that are still open."""
    theirs = dict(Invoice.objects.filter(account=account).values_list("pk", "open_cents"))
    due = dict(Invoice.objects.filter(account=account).values_list("pk", "due_date"))
    since = look_back_from(on)
    return [
        PastNotice(
            sent=notice.sent_on,
            instalments=[Instalment(due[key], theirs[key]) for key in notice.principals if key in theirs],
            costs_cents=notice.facts.notice.costs_cents,
        )
        for notice in notices_about(list(theirs))
        if notice.facts.notice
        and since <= notice.sent_on < on
        and any(is_small(cents) for cents in notice.principals.values())
    ]
