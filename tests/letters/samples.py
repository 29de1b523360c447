"""Fictional messages: every firm, person, account and address in them is invented."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from voldaan.domain.law.notice import By, notice_amounts, notice_term
from voldaan.domain.wording.facts import (
    TEXT_KEYS,
    Addressee,
    Creditor,
    InvoiceLine,
    Language,
    MessageFacts,
    MessageKind,
    NoticeFacts,
    PayTo,
    Sender,
)

FRIENDLY: tuple[MessageKind, ...] = tuple(key for key in TEXT_KEYS if key != "FOURTEEN_DAY_NOTICE")
LANGUAGES: tuple[Language, ...] = ("nl", "en")

WHOLESALER = Sender(
    name="Groothandel De Linde B.V.",
    street="Lindelaan 12",
    postcode="3512 AB",
    city="Utrecht",
    coc_number="12345678",
    signer="Sanne Bos",
    phone="030 123 45 67",
    email="administratie@delinde.example",
    website="www.delinde.example",
)
AGENCY = Sender(
    name="Waterland Incasso B.V.",
    street="Havenkade 8",
    postcode="1441 BC",
    city="Purmerend",
    coc_number="87654321",
    registration_mark="RID-004711",
    signer="Yusuf van Dam",
    phone="0299 12 34 56",
    email="yusuf@waterland.example",
    website="www.waterland.example",
    complaints="Een klacht? Mail naar klachten@waterland.example; wij antwoorden binnen twee weken.",
)
CREDITOR = Creditor(
    name="Groothandel De Linde B.V.",
    street="Lindelaan 12",
    postcode="3512 AB",
    city="Utrecht",
    phone="030 123 45 67",
)
ORGANISATION = Addressee(
    name="Bakkerij Korenaar", street="Molenstraat 3", postcode="6811 CD", city="Arnhem", number="D-1042"
)
PERSON = Addressee(
    name="A. de Vries",
    street="Dorpsstraat 21",
    postcode="7411 EF",
    city="Deventer",
    number="D-2077",
    is_person=True,
)
IBAN = "NL91ABNA0417164300"
SECOND_IBAN = "NL02ABNA0123456789"


def invoice(index: int = 0, *, open_cents: int = 123_450, paid_cents: int = 0) -> InvoiceLine:
    """Return the invoice with this place in the row."""
    return InvoiceLine(
        number=f"2026-{118 + index}",
        issue_date=date(2026, 10, 3) + timedelta(days=index),
        due_date=date(2026, 11, 2) + timedelta(days=index),
        total_cents=open_cents + paid_cents,
        open_cents=open_cents,
        subject="Meel en gist, levering oktober",
        payment_reference=None,
    )


def pay_to(
    lines: tuple[InvoiceLine, ...], *, iban: str = IBAN, reference: str = "RF18 5390 0754 7034"
) -> PayTo:
    """Return the account that these invoices are paid to."""
    return PayTo(
        iban=iban,
        name="Groothandel De Linde B.V.",
        amount_cents=sum(line.open_cents for line in lines),
        reference=reference,
        invoice_numbers=tuple(line.number for line in lines),
    )


def message(
    stage: MessageKind = "FIRST_REMINDER",
    *,
    language: Language = "nl",
    on_behalf: bool = False,
    person: bool = False,
    invoices: int = 1,
) -> MessageFacts:
    """Return the facts of a message."""
    lines = tuple(invoice(index, open_cents=123_450 + 1_111 * index) for index in range(invoices))
    return MessageFacts(
        reference="HR-2026-0042",
        stage=stage,
        language=language,
        written_on=date(2026, 10, 28) if stage == "COURTESY_NOTICE" else date(2026, 11, 23),
        pay_by=date(2026, 11, 2) if stage == "COURTESY_NOTICE" else date(2026, 12, 4),
        payments_until=date(2026, 10, 27) if stage == "COURTESY_NOTICE" else date(2026, 11, 21),
        sender=AGENCY if on_behalf else WHOLESALER,
        creditor=CREDITOR,
        on_behalf=on_behalf,
        addressee=PERSON if person else ORGANISATION,
        invoices=lines,
        pay_to=(pay_to(lines),),
        total_cents=sum(line.open_cents for line in lines),
        next_step="COLLECTION" if stage == "PRE_COLLECTION" else "NONE",
    )


def notice(
    *,
    language: Language = "nl",
    on_behalf: bool = False,
    invoices: int = 1,
    by: By = "POST",
    vat_percent: int | None = None,
) -> MessageFacts:
    """Return the facts of a fourteen-day notice to a consumer."""
    facts = message("SECOND_REMINDER", language=language, on_behalf=on_behalf, person=True, invoices=invoices)
    principals = tuple(line.open_cents for line in facts.invoices)
    amounts = notice_amounts(principals, vat_percent=None if vat_percent is None else Decimal(vat_percent))
    return replace(
        facts,
        stage="FOURTEEN_DAY_NOTICE",
        pay_by=notice_term(facts.written_on, by=by).careful_last_day,
        notice=NoticeFacts(
            capacity="CONSUMER",
            by=by,
            in_default_from=date(2026, 11, 5),
            principals_cents=principals,
            costs_cents=amounts.costs_cents,
            vat_percent=None if vat_percent is None else str(vat_percent),
            vat_cents=amounts.vat_cents,
        ),
    )


def every_friendly_message() -> tuple[MessageFacts, ...]:
    """Return each text in each language, own and on behalf, to an organisation and a person, for 1 and 3 invoices."""
    return tuple(
        message(stage, language=language, on_behalf=on_behalf, person=person, invoices=invoices)
        for stage in FRIENDLY
        for language in LANGUAGES
        for on_behalf in (False, True)
        for person in (False, True)
        for invoices in (1, 3)
    )


def every_notice() -> tuple[MessageFacts, ...]:
    """Return the notice in each language, own and on behalf, by both ways, for 1 and 3 invoices, with VAT and without."""
    ways: tuple[tuple[By, int, int | None], ...] = (("POST", 1, None), ("EMAIL", 3, None), ("EMAIL", 1, 21))
    return tuple(
        notice(language=language, on_behalf=on_behalf, by=by, invoices=invoices, vat_percent=vat)
        for language in LANGUAGES
        for on_behalf in (False, True)
        for by, invoices, vat in ways
    )


def every_message() -> tuple[MessageFacts, ...]:
    """Return every text of every kind."""
    return (*every_friendly_message(), *every_notice())


def on_two_accounts() -> MessageFacts:
    """Return a message with a second account, and another invoice that is open too."""
    facts = message("SECOND_REMINDER", invoices=2)
    other = replace(invoice(7, open_cents=20_000, paid_cents=30_000), subject="Huur koelcel")
    boxes = (pay_to(facts.invoices), pay_to((other,), iban=SECOND_IBAN, reference="2026-125"))
    total = sum(box.amount_cents for box in boxes)
    return replace(facts, also_open=(other,), pay_to=boxes, total_cents=total)


def many_invoices(count: int = 30) -> MessageFacts:
    """Return a message of an agency about so many invoices."""
    return message("PRE_COLLECTION", on_behalf=True, invoices=count)


def long_names() -> MessageFacts:
    """Return a message in which every name has sixty characters."""
    long = "Coöperatieve Vereniging Zuidwesterhoutse Tuinbouwmateriaal"
    facts = message("PRE_COLLECTION", on_behalf=True, person=True)
    return replace(
        facts,
        addressee=replace(
            facts.addressee, name=long, person="mevrouw Wilhelmina van den Boogaardt-Kruisenga tot Westerhout"
        ),
        creditor=replace(facts.creditor, name=long),
        sender=replace(facts.sender, name="Incassobureau Noordwestelijke Waterlanden en Omstreken B.V."),
        pay_to=(replace(facts.pay_to[0], name=long),),
    )
