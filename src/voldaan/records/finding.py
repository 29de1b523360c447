"""One row by the name that people use for it. "Not yours" and "not there" give the same answer."""

from collections.abc import Collection
from uuid import UUID

from voldaan.records.chunks import chunked
from voldaan.records.merging import home_of, merged_accounts
from voldaan.records.models import Account, Client, Invoice, Message


class NotFound(LookupError):
    """This client has nothing of that name, with a Dutch sentence that says so."""


def account_by_number(client: Client, number: str) -> Account:
    """Return the account of a debtor by the debtor's number. Needs an open scope.

    Where it was merged into another, that other one is returned: a number that people know stays in use.

    Raises:
        NotFound: the client has no such debtor.
    """
    account = own_account_by_number(client, number)
    home = home_of(account.pk, merged_accounts())
    return account if home == account.pk else Account.objects.select_related("debtor").get(pk=home)


def own_account_by_number(client: Client, number: str) -> Account:
    """Return the account that bears a number, also where it was merged into another. Needs an open scope.

    Raises:
        NotFound: the client has no such debtor.
    """
    account = Account.objects.select_related("debtor").filter(number=number).first()
    if account is None:
        raise NotFound(f"{client.name} heeft geen debiteur met nummer {number!r}.")
    return account


def invoice_by_number(client: Client, number: str, account: Account | None = None) -> Invoice:
    """Return an invoice by its number, of one account where that is given. Needs an open scope.

    Raises:
        NotFound: the client has no such invoice.
    """
    found = Invoice.objects.select_related("account").filter(number=number)
    if account is not None:
        found = found.filter(account=account)
    invoice = found.first()
    if invoice is None:
        of = f" bij debiteur {account.number}" if account else ""
        raise NotFound(f"{client.name} heeft geen factuur {number!r}{of}.")
    return invoice


def accounts_of(invoices: Collection[int]) -> dict[int, int]:
    """Return by invoice the account that it belongs to. Needs an open scope."""
    found: dict[int, int] = {}
    for part in chunked(sorted(invoices)):
        found.update(Invoice.objects.filter(pk__in=part).values_list("pk", "account_id"))
    return found


def message_by_uuid(client: Client, uuid: str) -> Message:
    """Return a message by its number. Needs an open scope.

    Raises:
        NotFound: the client has no such message.
    """
    try:
        message = Message.objects.select_related("engagement").filter(uuid=UUID(uuid)).first()
    except ValueError:
        message = None
    if message is None:
        raise NotFound(f"{client.name} heeft geen bericht {uuid}.")
    return message
