"""The situations in which a reminder is drawn: one invoice, many, long names, little known, and so on."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tests.letters.samples import SECOND_IBAN, invoice, long_names, pay_to
from voldaan.domain.law.notice import notice_amounts
from voldaan.domain.wording.facts import MessageFacts


def _one(facts: MessageFacts) -> MessageFacts:
    return facts


def _three(facts: MessageFacts) -> MessageFacts:
    return _about(facts, 3)


def _many(facts: MessageFacts) -> MessageFacts:
    return _about(facts, 25)


def _about(facts: MessageFacts, count: int) -> MessageFacts:
    lines = tuple(invoice(index, open_cents=123_450 + 1_111 * index) for index in range(count))
    return _asks(replace(facts, invoices=lines, pay_to=(pay_to(lines),)))


def _long_names(facts: MessageFacts) -> MessageFacts:
    long = long_names()
    names = replace(facts.addressee, name=long.addressee.name, person=long.addressee.person)
    sender = replace(
        facts.sender, name=long.sender.name, email=f"{'a' * 20}.debiteurenadministratie@waterlanden.example"
    )
    return replace(facts, addressee=names, creditor=long.creditor, sender=sender, pay_to=long.pay_to)


def _part_paid(facts: MessageFacts) -> MessageFacts:
    line = invoice(open_cents=73_450, paid_cents=50_000)
    return _asks(replace(facts, invoices=(line,), pay_to=(pay_to((line,)),)))


def _blocked_account(facts: MessageFacts) -> MessageFacts:
    line = facts.invoices[0]
    free, blocked = (replace(line, open_cents=cents) for cents in (100_000, line.open_cents - 100_000))
    boxes = (
        pay_to((free,)),
        replace(pay_to((blocked,), iban=SECOND_IBAN, reference="2026-118 G"), blocked=True),
    )
    return replace(facts, pay_to=boxes)


def _others_open(facts: MessageFacts) -> MessageFacts:
    other = replace(
        invoice(7, open_cents=20_000, paid_cents=30_000), subject="Huur koelcel", number="HK/2026/000125-B"
    )
    return _asks(replace(facts, also_open=(other,), pay_to=(pay_to((*facts.invoices, other)),)))


def _little_known(facts: MessageFacts) -> MessageFacts:
    sender = replace(facts.sender, phone="", website=None)
    address = replace(facts.addressee, street=None, postcode=None, city=None, number=None)
    # An agency must name where the debtor lives, and is refused without.
    addressee = facts.addressee if facts.on_behalf else address
    return replace(facts, sender=sender, addressee=addressee, creditor=replace(facts.creditor, phone=None))


def _not_euro(facts: MessageFacts) -> MessageFacts:
    return replace(facts, currency="CHF")


def _enclosed(facts: MessageFacts) -> MessageFacts:
    return replace(facts, enclosed=tuple(line.number for line in facts.invoices), blocked_part_unsaid=True)


def _behind(facts: MessageFacts) -> MessageFacts:
    return replace(_enclosed(facts), blocked_part_unsaid=False, enclosed_by="POST")


def _code(facts: MessageFacts) -> MessageFacts:
    return replace(facts, code="K7M4-QX2P-9R")


def _asks(facts: MessageFacts) -> MessageFacts:
    """Return the facts with a total, and with a notice about these invoices, where it is one."""
    facts = replace(facts, total_cents=sum(box.amount_cents for box in facts.pay_to))
    if facts.notice is None:
        return facts
    principals = tuple(line.open_cents for line in (*facts.invoices, *facts.also_open))
    costs = notice_amounts(principals, vat_percent=Decimal(facts.notice.vat_percent or 0))
    told = replace(
        facts.notice, principals_cents=principals, costs_cents=costs.costs_cents, vat_cents=costs.vat_cents
    )
    return replace(facts, notice=told)


SITUATIONS: Final[dict[str, Callable[[MessageFacts], MessageFacts]]] = {
    made.__name__.lstrip("_"): made
    for made in (
        _one, _three, _many, _long_names, _part_paid, _blocked_account, _others_open, _little_known, _not_euro,
        _enclosed, _behind, _code,
    )
}  # fmt: skip
