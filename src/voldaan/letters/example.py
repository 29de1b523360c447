"""A message of nobody to nobody: for looking at a house style before it is used."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from voldaan.domain.wording.facts import (
    Addressee,
    Creditor,
    InvoiceLine,
    Language,
    MessageFacts,
    PayTo,
    Sender,
)

SENDER: Final = Sender(
    name="Bakkerij Voorbeeld",
    street="Voorbeeldstraat 12",
    postcode="1234 AB",
    city="Voorbeeldstad",
    coc_number="12345678",
    vat_number="NL001234567B01",
    registration_mark="RID-000000",
    signer="Anna Voorbeeld",
    phone="030 123 45 67",
    email="administratie@voorbeeld.example",
    website="www.voorbeeld.example",
)
"""Everything that a house style can ask for is known of it."""
_IBAN: Final = "NL02ABNA0123456789"


def example_facts(
    sender: Sender = SENDER,
    *,
    on: date,
    language: Language = "nl",
    invoice: str = "Factuur",
    for_agency: bool = False,
) -> MessageFacts:
    """Return the facts of a first reminder about one invoice, on a day; of an agency, for a fictional client.

    `invoice` is what an invoice is called in its language.
    """
    line = InvoiceLine(
        number="2026-0118",
        issue_date=on - timedelta(days=51),
        due_date=on - timedelta(days=21),
        total_cents=123_450,
        open_cents=123_450,
        subject="Bestelling van vorige maand" if language == "nl" else "Last month's order",
    )
    creditor = SENDER if for_agency else sender
    return MessageFacts(
        reference="D-1042",
        code="K7M4-QX2P-9R",
        stage="FIRST_REMINDER",
        language=language,
        written_on=on,
        pay_by=on + timedelta(days=11),
        payments_until=on,
        sender=replace(sender, complaints="Een klacht? Bel ons.")
        if for_agency and not sender.complaints
        else sender,
        creditor=Creditor(
            name=creditor.name,
            street=creditor.street,
            postcode=creditor.postcode,
            city=creditor.city,
            phone=creditor.phone or None,
        ),
        on_behalf=for_agency,
        addressee=Addressee(
            name="Familie Voorbeeld",
            street="Dorpsstraat 21",
            postcode="1234 CD",
            city="Voorbeelddorp",
            number="D-1042",
            is_person=True,
        ),
        invoices=(line,),
        pay_to=(
            PayTo(
                iban=_IBAN,
                name=creditor.name,
                amount_cents=line.open_cents,
                reference=f"{invoice} {line.number}",
                invoice_numbers=(line.number,),
            ),
        ),
        total_cents=line.open_cents,
    )
