"""Messages that nobody gets: invented facts in every turn that a text can take, to look at a text before it is used.

Everybody in them is invented. Together they reach each side of each choice in a text at least once.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Final

from voldaan.domain.law.notice import notice_amounts, notice_term
from voldaan.domain.strategy.strategy import NOTICE
from voldaan.domain.wording.facts import (
    Addressee,
    Creditor,
    InvoiceLine,
    MessageFacts,
    MessageKind,
    NoticeFacts,
    PayTo,
    Sender,
)

_ON: Final = date(2026, 11, 23)
_FIRM = Sender(
    name="Groothandel Voorbeeld B.V.",
    street="Voorbeeldlaan 12",
    postcode="3512 AB",
    city="Utrecht",
    coc_number="12345678",
    signer="Robin Voorbeeld",
    phone="030 123 45 67",
    email="administratie@voorbeeld.example",
    website="www.voorbeeld.example",
)
_AGENCY = replace(
    _FIRM,
    name="Incassodienst Voorbeeld B.V.",
    street="Havenkade 8",
    postcode="1441 BC",
    city="Purmerend",
    coc_number="87654321",
    registration_mark="RID-000000",
    phone="0299 12 34 56",
    email="hulp@incassovoorbeeld.example",
    website="www.incassovoorbeeld.example",
)
_CREDITOR = Creditor(
    name=_FIRM.name, street=_FIRM.street, postcode=_FIRM.postcode, city=_FIRM.city, phone=_FIRM.phone
)
_PERSON = Addressee(
    name="J. Proef",
    street="Dorpsstraat 21",
    postcode="7411 EF",
    city="Deventer",
    number="D-1042",
    is_person=True,
)
_ADDRESSEES: Final = (
    _PERSON,
    replace(_PERSON, name="Bakkerij Proef", is_person=False, is_natural_person=False),
    replace(
        _PERSON, name="Drukkerij Proef B.V.", person="mevrouw Proef", is_person=False, is_natural_person=False
    ),
)
_REACHES: Final = ("both", "phone", "mail", "paper")
_IBANS: Final = ("NL91ABNA0417164300", "NL02ABNA0123456789")


def specimens(stage: MessageKind, language: str) -> Iterator[MessageFacts]:
    """Yield invented messages of one stage: own and of an agency, of one and of several invoices, and so on."""
    notice = stage == NOTICE
    addressees = cycle(_ADDRESSEES[:1] if notice else _ADDRESSEES)
    reaches, several = cycle(_REACHES), cycle((2, 5, 3))
    for on_behalf in (False, True):
        for is_one in (True, False):
            for collection, more in ((False, False), (True, False), (False, True)):
                count = 1 if is_one else next(several)
                facts = _message(stage, language, count=count, on_behalf=on_behalf)
                facts = replace(
                    facts,
                    addressee=next(addressees),
                    next_step="COLLECTION" if collection else "NONE",
                    more_follow=more,
                    sender=reached(facts.sender, "both" if on_behalf else next(reaches)),
                    creditor=replace(_CREDITOR, phone=None if collection else _CREDITOR.phone),
                )
                yield facts if notice or count != 3 else _on_two_accounts(facts)


def _message(stage: MessageKind, language: str, *, count: int, on_behalf: bool) -> MessageFacts:
    lines = tuple(_line(place) for place in range(count))
    leading = lines[:-2] if count == 5 else lines[:-1] if count == 3 else lines
    total = sum(line.open_cents for line in lines)
    pay_by = _ON + timedelta(days=11)
    if stage == "COURTESY_NOTICE":
        lines = tuple(replace(line, due_date=pay_by) for line in lines)
        leading = lines[: len(leading)]
    notice = _notice(lines) if stage == NOTICE else None
    return MessageFacts(
        reference="D-1042",
        stage=stage,
        language=language,
        written_on=_ON,
        pay_by=notice_term(_ON, by="POST").careful_last_day if notice else pay_by,
        payments_until=_ON - timedelta(days=2),
        sender=_AGENCY if on_behalf else _FIRM,
        creditor=_CREDITOR,
        on_behalf=on_behalf,
        addressee=_ADDRESSEES[0],
        invoices=leading,
        also_open=lines[len(leading) :],
        pay_to=(_pay_to(0, lines),),
        total_cents=total,
        enclosed=tuple(line.number for line in lines[:2]),
        notice=notice,
    )


def _line(place: int) -> InvoiceLine:
    return InvoiceLine(
        number=f"2026-{118 + place}",
        issue_date=date(2026, 10, 3) + timedelta(days=place),
        due_date=date(2026, 11, 2) + timedelta(days=place),
        total_cents=123_450 + 1_111 * place,
        open_cents=123_450 + 1_111 * place,
        subject="Meel en gist",
    )


def _notice(lines: tuple[InvoiceLine, ...]) -> NoticeFacts:
    principals = tuple(line.open_cents for line in lines)
    amounts = notice_amounts(principals, vat_percent=Decimal(21))
    return NoticeFacts(
        capacity="CONSUMER",
        by="POST",
        in_default_from=date(2026, 11, 10),
        principals_cents=principals,
        costs_cents=amounts.costs_cents,
        vat_percent="21",
        vat_cents=amounts.vat_cents,
    )


def _pay_to(place: int, lines: tuple[InvoiceLine, ...]) -> PayTo:
    return PayTo(
        iban=_IBANS[place],
        name=_FIRM.name,
        amount_cents=sum(line.open_cents for line in lines),
        reference="RF18539007547034" if place == 0 else lines[0].number,
        invoice_numbers=tuple(line.number for line in lines),
    )


def _on_two_accounts(facts: MessageFacts) -> MessageFacts:
    lines = (*facts.invoices, *facts.also_open)
    return replace(facts, pay_to=(_pay_to(0, lines[:-1]), _pay_to(1, lines[-1:])))


def reached(sender: Sender, how: str) -> Sender:
    """Return a sender that can be reached by both, phone, mail or paper."""
    return replace(
        sender,
        phone=sender.phone if how in ("both", "phone") else "",
        email=sender.email if how in ("both", "mail") else "",
    )
