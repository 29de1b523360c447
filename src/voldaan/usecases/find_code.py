"""Find the account whose code somebody names, and let a code count no more."""

from datetime import date, datetime
from typing import NamedTuple

from voldaan.domain.identifiers import CODE_LENGTH, compact_code, format_code, is_valid_code
from voldaan.records import account_codes, events
from voldaan.records.desk import rows_of_all
from voldaan.records.models import Account, Client
from voldaan.records.scope import clients, one_transaction, rows_of


class NoSuchCode(LookupError):
    """Nobody has this code, with a Dutch sentence that says what to do."""


class FoundAccount(NamedTuple):
    """Whose a code is."""

    client: Client
    account: Account
    code: str
    """As it is printed."""


def find_code(code: str) -> FoundAccount:
    """Return the account of this code, among all clients.

    Raises:
        NoSuchCode: it cannot be a code, or no account has it now.
    """
    if not is_valid_code(code):
        raise NoSuchCode(
            f"{code[:40]!r} kan geen code zijn: een code heeft {CODE_LENGTH} tekens, zoals K7M4-QX2P-9R, en het "
            "laatste teken klopt niet bij de andere. Vraag het nog eens na; de 0, de 1, B, I, L, O en S komen "
            "er niet in voor."
        )
    with rows_of_all(clients()):
        account = account_codes.account_of_code(code)
    if account is None:
        raise NoSuchCode(
            f"Geen debiteur heeft nu code {format_code(code)}. Vraag naar een factuurnummer of de naam."
        )
    return FoundAccount(account.client, account, format_code(code))


def code_of(account: Account) -> str:
    """Return the code of an account as it is printed; empty where none was printed yet. Needs an open scope."""
    return account_codes.printed_code(account)


def revoke_code(code: str, *, on: date, at: datetime, by: str) -> FoundAccount:
    """Let a code count no more, as when it came into other hands: the next message prints another one.

    Raises:
        NoSuchCode: it cannot be a code, or no account has it now.
    """
    found = find_code(code)
    with rows_of(found.client), one_transaction():
        events.hold_still(found.client)
        revoked = account_codes.revoke_code(compact_code(code), at=at)
        if revoked is None:
            raise NoSuchCode(f"Code {found.code} is zojuist al ingetrokken.")
        told = events.NewEvent(
            kind="code.revoked",
            on=on,
            at=at,
            actor=by[:100],
            account_id=revoked.account_id,
            data={"code": revoked.pk},
        )
        events.append(found.client, told)
    return found
