"""The fourteen-day notice behind a claim: what it was worth, and what was paid of what it asked."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice_flaws import Notice, Sender
from voldaan.domain.wording.facts import MessageFacts
from voldaan.records.dossier_rows import ClaimedInvoice
from voldaan.records.notices import SentNotice


def notice_as_sent(sent: SentNotice, capacity: Capacity) -> Notice:
    """Return a notice that was sent as the law weighs it. Of an e-mail nothing proves that it arrived."""
    told = sent.facts.notice
    assert told is not None
    return Notice(
        capacity=capacity,
        in_default_from=told.in_default_from,
        sent=sent.sent_on,
        by=sent.by,
        arrived="PRESUMED" if sent.by == "POST" else "UNKNOWN",
        delivery_days=told.delivery_days,
        sender=_sender(sent.facts),
        principals_cents=told.principals_cents,
        costs_cents=told.costs_cents,
        costs_cents_max=told.costs_cents_max,
        vat_cents=told.vat_cents,
        vat_percent=None if told.vat_percent is None else Decimal(told.vat_percent),
        vat_declared=told.vat_percent is not None,
        term_words="FROM_DAY_AFTER_DELIVERY",
        accounts=len(sent.facts.pay_to),
        states_consequence=True,
        claims_left_out=told.claims_left_out,
    )


def _sender(facts: MessageFacts) -> Sender:
    if not facts.on_behalf:
        return "CREDITOR"
    return "REGISTERED_AGENCY" if facts.sender.registration_mark else "UNREGISTERED_AGENCY"


def paid_since(sent: SentNotice, invoices: Sequence[ClaimedInvoice]) -> list[tuple[date, int]]:
    """Return what was paid of the claims of a notice since it was sent, by day.

    A claim of the notice that is not handed over counts as paid: no costs are asked over it.
    """
    return list(_paid_since(sent, {invoice.id: invoice for invoice in invoices}))


def _paid_since(sent: SentNotice, invoices: dict[int, ClaimedInvoice]) -> Iterator[tuple[date, int]]:
    for number, principal in sent.principals.items():
        invoice = invoices.get(number)
        if invoice is None:
            yield sent.sent_on, principal
            continue
        later = [(row.on, row.cents) for row in invoice.allocations if row.on > sent.sent_on]
        yield from later
        # What was paid earlier and came to light only after the notice.
        yield sent.sent_on, principal - invoice.open_cents - sum(cents for _, cents in later)
