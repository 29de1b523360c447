"""The code of an account: printed in its messages, typed or named by its debtor, revocable (P14). Needs an open scope.

A code follows from the installation's secret, the account and how many codes it had before: the same book gives the
same codes, and who does not know the secret guesses none.
"""

import hashlib
import hmac
from datetime import datetime

from django.conf import settings
from django_scopes import scopes_disabled

from voldaan.domain.identifiers import compact_code, format_code, is_valid_code, make_code
from voldaan.records.merging import home_of, merged_accounts
from voldaan.records.models import Account, AccountCode


def code_to_print(account: Account) -> str:
    """Return the code of an account that counts, or the one that it will have: `keep_code` writes it down."""
    row = AccountCode.objects.filter(account=account, revoked_at__isnull=True).first()
    if row is not None:
        return str(row.code)
    count = AccountCode.objects.filter(account=account).count()
    while _is_taken(code := _code(account, count)):
        count += 1
    return code


def printed_code(account: Account) -> str:
    """Return the code of an account as it is printed; empty where no message printed one that counts."""
    row = AccountCode.objects.filter(account=account, revoked_at__isnull=True).first()
    return format_code(row.code) if row else ""


def keep_code(account: Account, code: str, *, at: datetime) -> None:
    """Write down the code that a message of this account prints, where it has none that counts."""
    if not AccountCode.objects.filter(account=account, revoked_at__isnull=True).exists():
        AccountCode.objects.create(
            client_id=account.client_id, account=account, code=compact_code(code), made_at=at
        )


def account_of_code(code: str) -> Account | None:
    """Return the account that a code names; of one that was merged, the one that it is part of now.

    None where there is no such code among the open rows, or where it does not count any more.
    """
    if not is_valid_code(code):
        return None
    row = AccountCode.objects.filter(code=compact_code(code), revoked_at__isnull=True).first()
    if row is None:
        return None
    home = home_of(row.account_id, merged_accounts())
    return Account.objects.select_related("debtor", "client").get(pk=home)


def revoke_code(code: str, *, at: datetime) -> AccountCode | None:
    """Let a code count no more: the next message prints another. None where there is none that counts."""
    row = (
        AccountCode.objects.select_related("account", "client")
        .filter(code=compact_code(code), revoked_at=None)
        .first()
    )
    if row is not None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
    return row


def _code(account: Account, count: int) -> str:
    about = f"account code/{account.client.key}/{account.number}/{count}"
    return make_code(hmac.new(settings.SECRET_KEY.encode(), about.encode(), hashlib.sha256).digest())


def _is_taken(code: str) -> bool:
    """Test if any account of any client has, or had, this code: the answer is yes or no, and names nobody."""
    with scopes_disabled():
        return bool(AccountCode.objects.filter(code=code).exists())
