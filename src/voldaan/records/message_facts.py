"""Rows to the facts of one message: all that it may say, and nothing else (P8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple, cast

from voldaan.domain.identifiers import format_code, is_valid_iban
from voldaan.domain.law.capacity import Capacity, is_consumer, is_natural_person
from voldaan.domain.wording.facts import (
    Addressee,
    Creditor,
    EarlierMessage,
    InvoiceLine,
    MessageFacts,
    MessageKind,
    NoticeFacts,
    PayTo,
    ReplyFacts,
    ReplyKind,
    Sender,
)
from voldaan.records.account_codes import code_to_print
from voldaan.records.models import Account, Address, Agency, Client, ClientIban, Contact, Engagement, Invoice

REMITTANCE_MAX = 140
"""What fits in the free text of a SEPA transfer, in characters."""


class CannotWrite(Exception):
    """A message cannot be written from what is known, with a Dutch sentence that says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Why and when a message is written."""

    text: MessageKind
    on: date
    pay_by: date
    payments_until: date
    next_step: Literal["NONE", "COLLECTION"]
    more_follow: bool = False
    signed_by: str = ""
    """Who signs. Empty: the signer of the client or the agency."""
    enclosed: tuple[str, ...] = ()
    """The numbers of the invoices that go along."""
    enclosed_by: Literal["EMAIL", "POST"] = "EMAIL"
    notice: NoticeFacts | None = None
    earlier: EarlierMessage | None = None
    """What was written before, where this is said by telephone."""
    language: str = "nl"
    """In which it is written: the debtor's, where there are texts in it."""
    invoice_words: tuple[str, str] = ("Factuur", "Facturen")
    """What one invoice, and several, are called where the debtor is asked to write their numbers."""


def message_facts(
    client: Client,
    account: Account,
    leading: Sequence[Invoice],
    also_open: Sequence[Invoice],
    *,
    occasion: Occasion,
    engagement: Engagement | None,
) -> MessageFacts:
    """Return the facts of a message to one account about `leading`, with `also_open` beside them.

    Raises:
        CannotWrite: there is no bank account to pay to.
    """
    agency = engagement.agency if engagement else None
    pay_to = _pay_to(client, [*leading, *also_open], agency, engagement, occasion.invoice_words)
    return MessageFacts(
        reference=account.number,
        code=format_code(code_to_print(account)),
        stage=occasion.text,
        language=occasion.language,
        written_on=occasion.on,
        pay_by=occasion.pay_by,
        payments_until=occasion.payments_until,
        sender=_signed(agency_sender(agency) if agency else client_sender(client), occasion.signed_by),
        creditor=_creditor(client),
        on_behalf=agency is not None,
        addressee=addressee_of(account),
        invoices=tuple(map(_line, leading)),
        also_open=tuple(map(_line, also_open)),
        pay_to=pay_to,
        total_cents=sum(box.amount_cents for box in pay_to),
        enclosed=occasion.enclosed,
        enclosed_by=occasion.enclosed_by,
        blocked_part_unsaid=any(
            invoice.blocked_iban and invoice.blocked_cents is None for invoice in (*leading, *also_open)
        ),
        next_step=occasion.next_step,
        more_follow=occasion.more_follow,
        notice=occasion.notice,
        earlier=occasion.earlier,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyOccasion:
    """Why and when a message is written that asks for nothing."""

    kind: ReplyKind
    on: date
    payments_until: date
    reply: ReplyFacts
    enclosed: tuple[str, ...] = ()
    """The numbers of the invoices that go with it."""
    person: str = ""
    """Who wrote to us, to be greeted. Empty: as in any message."""
    says_how_to_pay: bool = False
    """Where to pay may be named: somebody asked."""
    language: str = "nl"
    """In which it is written: the debtor's, where there are such texts in it."""
    invoice_words: tuple[str, str] = ("Factuur", "Facturen")
    """What one invoice, and several, are called in it."""
    to_stranger: bool = False
    """Whoever reads it is not the debtor."""


def reply_message_facts(
    client: Client,
    account: Account,
    invoices: Sequence[Invoice],
    others: Sequence[Invoice],
    *,
    occasion: ReplyOccasion,
    engagement: Engagement | None,
) -> MessageFacts:
    """Return the facts of a message that asks for nothing, about these invoices; it may name the others too.

    Whoever is not the debtor reads neither the debtor's name or number nor an invoice of theirs: none is among the
    facts, so that the guard lets nobody name one either.
    """
    agency = engagement.agency if engagement else None
    stranger = occasion.to_stranger
    to = Addressee(name="", is_person=True) if stranger else addressee_of(account)
    if stranger:
        invoices, others = (), ()
    return MessageFacts(
        reference="" if stranger else account.number,
        stage=occasion.kind,
        language=occasion.language,
        written_on=occasion.on,
        pay_by=occasion.reply.day or occasion.on,
        payments_until=occasion.payments_until,
        sender=agency_sender(agency) if agency else client_sender(client),
        creditor=_creditor(client),
        on_behalf=agency is not None,
        addressee=replace(to, person=occasion.person) if occasion.person else to,
        invoices=tuple(map(_line, invoices)),
        also_open=tuple(map(_line, others)),
        pay_to=_maybe_pay_to(client, [*invoices, *others], agency, engagement, occasion.invoice_words)
        if occasion.says_how_to_pay
        else (),
        total_cents=sum(invoice.open_cents for invoice in (*invoices, *others)),
        enclosed=occasion.enclosed,
        reply=occasion.reply,
    )


def _maybe_pay_to(
    client: Client,
    invoices: Sequence[Invoice],
    agency: Agency | None,
    engagement: Engagement | None,
    invoice_words: tuple[str, str],
) -> tuple[PayTo, ...]:
    """Return where to pay what is open, or nothing where that is not certain: then nobody can say it."""
    still_open = [one for one in invoices if one.open_cents > 0]
    try:
        return _pay_to(client, still_open, agency, engagement, invoice_words)
    except CannotWrite:
        return ()


def _creditor(client: Client) -> Creditor:
    return Creditor(
        name=client.name,
        street=client.street,
        postcode=client.postcode,
        city=client.city,
        country=client.country,
        phone=client.phone or None,
    )


def _signed(sender: Sender, signed_by: str) -> Sender:
    return replace(sender, signer=signed_by) if signed_by else sender


def _line(invoice: Invoice) -> InvoiceLine:
    return InvoiceLine(
        number=invoice.number,
        issue_date=invoice.issue_date,
        due_date=invoice.due_date,
        total_cents=invoice.total_cents,
        open_cents=invoice.open_cents,
        subject=invoice.subject or None,
        payment_reference=invoice.payment_reference or None,
    )


def client_sender(client: Client) -> Sender:
    """Return a client as the sender of its own messages."""
    return Sender(
        name=client.name,
        street=client.street,
        postcode=client.postcode,
        city=client.city,
        country=client.country,
        coc_number=client.coc_number or None,
        vat_number=client.vat_number or None,
        signer=client.signer or client.name,
        phone=client.phone,
        email=client.email,
        website=client.website or None,
    )


def agency_sender(agency: Agency) -> Sender:
    """Return an agency as the sender of messages, under its registered name."""
    return Sender(
        name=agency.registered_name,
        street=agency.street,
        postcode=agency.postcode,
        city=agency.city,
        country=agency.country,
        coc_number=agency.coc_number or None,
        vat_number=agency.vat_number or None,
        registration_mark=agency.registration_mark or None,
        signer=agency.signer or agency.registered_name,
        phone=agency.phone,
        email=agency.email,
        website=agency.website or None,
        complaints=agency.complaints or None,
    )


def addressee_of(account: Account) -> Addressee:
    """Return whom a message to this account is for, as it is known now."""
    debtor = account.debtor
    address = Address.objects.filter(debtor=debtor).order_by("kind").first()
    capacity = cast(Capacity, debtor.capacity)
    desk = Contact.objects.filter(debtor=debtor, role="ACCOUNTS_PAYABLE").order_by("pk").first()
    return Addressee(
        name=debtor.name,
        person=desk.name if desk else None,
        street=address.street if address else None,
        postcode=(address.postcode or None) if address else None,
        city=address.city if address else None,
        country=address.country if address else "NL",
        number=account.number,
        is_person=is_consumer(capacity),
        is_natural_person=is_natural_person(capacity),
    )


class _Part(NamedTuple):
    """What of one invoice is to be paid to one account."""

    iban: str
    name: str
    blocked: bool
    cents: int
    invoice: Invoice


def _pay_to(
    client: Client,
    invoices: Sequence[Invoice],
    agency: Agency | None,
    engagement: Engagement | None,
    invoice_words: tuple[str, str],
) -> tuple[PayTo, ...]:
    to_agency = agency is not None and engagement is not None and engagement.pay_to == "AGENCY"
    own = ClientIban.objects.order_by("pk").first()

    def where(invoice: Invoice) -> tuple[str, str]:
        if to_agency and agency is not None:
            return agency.iban, agency.iban_name or agency.registered_name
        if invoice.pay_to_iban:
            return invoice.pay_to_iban, invoice.pay_to_name or client.name
        return (own.iban, own.name or client.name) if own else ("", "")

    parts = [part for invoice in invoices for part in _parts(invoice, *where(invoice), whole=to_agency)]
    boxes = []
    for (iban, name, blocked), group in groupby(sorted(parts, key=_account), key=_account):
        _must_exist(iban)
        theirs = sorted(group, key=lambda part: (part.invoice.due_date, part.invoice.number))
        boxes.append(
            PayTo(
                iban=iban,
                name=name,
                amount_cents=sum(part.cents for part in theirs),
                reference=_reference([part.invoice for part in theirs], invoice_words),
                invoice_numbers=tuple(part.invoice.number for part in theirs),
                blocked=blocked,
            )
        )
    return tuple(boxes)


def _account(part: _Part) -> tuple[str, str, bool]:
    return part.iban, part.name, part.blocked


def _parts(invoice: Invoice, iban: str, name: str, *, whole: bool) -> tuple[_Part, ...]:
    """Return what of an invoice goes where: all to one account, or a part to the blocked one (G-rekening).

    Raises:
        CannotWrite: a part was paid, and nobody knows to which of the two accounts.
    """
    if whole or not invoice.blocked_iban or invoice.blocked_cents is None:
        return (_Part(iban, name, False, invoice.open_cents, invoice),)
    if invoice.open_cents != invoice.asked_cents:
        raise CannotWrite(
            f"Van factuur {invoice.number} hoort een deel op de G-rekening, en er is al een deel betaald. Op welke "
            "rekening de rest moet, is niet bekend: schrijf zelf, of laat de rest door een nieuwe factuur vragen."
        )
    rest = invoice.open_cents - invoice.blocked_cents
    blocked = _Part(invoice.blocked_iban, name, True, invoice.blocked_cents, invoice)
    return (blocked,) if rest <= 0 else (_Part(iban, name, False, rest, invoice), blocked)


def _must_exist(iban: str) -> None:
    if not iban:
        raise CannotWrite("Er is geen rekening bekend waarop betaald kan worden. Vul de IBAN in.")
    if not is_valid_iban(iban) and not ClientIban.objects.filter(iban=iban).exists():
        raise CannotWrite(f"De rekening {iban} op de factuur bestaat niet: het controlegetal klopt niet.")


def _reference(invoices: Sequence[Invoice], invoice_words: tuple[str, str]) -> str:
    """Return what we ask the debtor to write: the reference of the only invoice, or the numbers that fit."""
    if len(invoices) == 1 and invoices[0].payment_reference:
        return str(invoices[0].payment_reference)
    reference = f"{invoice_words[len(invoices) > 1]} {invoices[0].number}"
    for invoice in invoices[1:]:
        longer = f"{reference}, {invoice.number}"
        if len(longer) > REMITTANCE_MAX:
            break
        reference = longer
    return str(reference[:REMITTANCE_MAX])
