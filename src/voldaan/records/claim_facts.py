"""Which facts an agency's message to an account would lack: rows held beside the law's own list (Bki 3.1, Wki 11)."""

from datetime import date

from voldaan.domain.law.claim_description import (
    ClaimDescription,
    ClaimedInvoice,
    MissingFact,
    missing_of_agency,
    missing_of_creditor,
    missing_of_debtor,
    missing_of_invoice,
)
from voldaan.records.models import Account, Address, Agency, Client, Invoice


def missing_of_sender(client: Client, agency: Agency, on: date) -> tuple[MissingFact, ...]:
    """Return what is missing of the agency and of its client on a day: the same for every account."""
    claim = ClaimDescription(
        agency_registered_name=agency.registered_name,
        agency_street=agency.street,
        agency_postcode=agency.postcode,
        agency_city=agency.city,
        agency_kvk_number=agency.coc_number,
        agency_registration_mark=agency.registration_mark,
        agency_is_registered=agency.registered_until is None or on <= agency.registered_until,
        creditor_name=client.name,
        creditor_street=client.street,
        creditor_city=client.city,
    )
    return (*missing_of_agency(claim), *missing_of_creditor(claim))


def missing_of_addressee(name: str, street: str, postcode: str, city: str) -> tuple[MissingFact, ...]:
    """Return what is missing of one debtor."""
    return missing_of_debtor(
        ClaimDescription(debtor_name=name, debtor_street=street, debtor_postcode=postcode, debtor_city=city)
    )


def missing_of_account(client: Client, agency: Agency, account: Account, on: date) -> tuple[MissingFact, ...]:
    """Return every fact that a message of this day to one account would lack. Needs the client's rows open."""
    postal = Address.objects.filter(debtor=account.debtor, kind="POSTAL").first()
    address = (postal.street, postal.postcode, postal.city) if postal else ("", "", "")
    open_now = Invoice.objects.filter(
        account=account, open_cents__gt=0, withdrawn_on__isnull=True, handed_over_on__isnull=True
    )
    return (
        *missing_of_addressee(account.debtor.name, *address),
        *missing_of_sender(client, agency, on),
        *(one for row in open_now.order_by("due_date", "pk") for one in missing_of_invoice(_claimed(row))),
    )


def _claimed(row: Invoice) -> ClaimedInvoice:
    return ClaimedInvoice(
        number=row.number, issue_date=row.issue_date, due_date=row.due_date, subject=row.subject
    )
