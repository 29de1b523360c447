"""Whose a mail is: by the message it answers, the address it came back to, a code, its sender, or a number.

The only place that looks over the rows of all clients at once: a mail names none.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Lower

from voldaan.domain.identifiers import CODE_LENGTH, CODE_SIGNS, is_valid_code
from voldaan.records.account_codes import account_of_code
from voldaan.records.desk import rows_of_all
from voldaan.records.merging import home_of, merged_accounts
from voldaan.records.models import Account, Client, Contact, Debtor, Invoice, Message

FoundBy = Literal["MESSAGE_ID", "RETURN_PATH", "CODE", "SENDER", "NUMBER", "PERSON"]
WRITTEN_TO_DAYS: Final = 180
"""How long after a message somebody who writes of their own accord still writes about it."""
NUMBER_SIGNS_LEAST: Final = 5
"""An invoice number of fewer signs is a number of anything."""
_OURS: Final = re.compile(r"(?:bounce\+)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(.+)", re.IGNORECASE)
_CODE: Final = re.compile(rf"(?<![\w-])(?:[{CODE_SIGNS}][ .–-]?){{{CODE_LENGTH - 1}}}[{CODE_SIGNS}](?![\w-])")
"""An account's code, with or without its dashes; what has another check sign is none."""
_WORD: Final = re.compile(r"[^\s,;:()\[\]<>\"']+")


class Place(NamedTuple):
    """The account that a mail is of, the message that it is about where that is known, and by what that was found."""

    account: Account
    message: Message | None
    found_by: FoundBy


def place_of(
    clients: Sequence[Client],
    *,
    answers_to: Iterable[str],
    sent_to: Iterable[str],
    sender: str,
    texts: Iterable[str],
    domain: str,
    on: date,
) -> Place | None:
    """Return whose a mail is among the accounts of these clients; None where nothing says so for certain enough.

    `answers_to` are Message-IDs, `sent_to` addresses, `domain` the one of our Message-IDs and return paths.
    """
    with rows_of_all(clients):
        return (
            _by_message(answers_to, domain, "MESSAGE_ID")
            or _by_message(sent_to, domain, "RETURN_PATH")
            or _by_code(texts)
            or _by_sender(sender, on)
            or _by_number(texts)
        )


def _by_message(names: Iterable[str], domain: str, found_by: FoundBy) -> Place | None:
    """Return the account of the first of our messages that these Message-IDs or addresses name."""
    named = [match for name in names if (match := _OURS.fullmatch(name.strip("<> ")))]
    for match in named:
        if match.group(2).lower() != domain.lower():
            continue
        message = Message.objects.select_related("client").filter(uuid=UUID(match.group(1))).first()
        if message is not None:
            return Place(_home(message.account_id), message, found_by)
    return None


def _by_code(texts: Iterable[str]) -> Place | None:
    """Return the account whose code stands in the texts; None where codes of several do."""
    codes = {found for text in texts for found in _CODE.findall(text.upper()) if is_valid_code(found)}
    accounts = {account.pk: account for code in sorted(codes)[:50] if (account := account_of_code(code))}
    return Place(accounts.popitem()[1], None, "CODE") if len(accounts) == 1 else None


def _by_sender(sender: str, on: date) -> Place | None:
    """Return the account to whom we wrote last at this address, or the only one that has it.

    An answer does not count: it goes to whoever wrote, who may be nobody of the debtor's.
    """
    if not sender:
        return None
    since = on - timedelta(days=WRITTEN_TO_DAYS)
    sent = Message.objects.annotate(to=Lower("recipient")).filter(to=sender.lower(), sent_on__gte=since)
    of_ours = sent.exclude(kind="CONFIRMATION").select_related("client")
    message = of_ours.order_by("-sent_on", "-pk").first()
    if message is not None:
        return Place(_home(message.account_id), None, "SENDER")
    accounts = _with_address(sender)
    return Place(_home(accounts.pop()), None, "SENDER") if len(accounts) == 1 else None


def _with_address(sender: str) -> set[int]:
    """Return the accounts of the debtors, or their contacts, that have this address."""
    debtors = set(Debtor.objects.filter(email__iexact=sender).values_list("pk", flat=True))
    debtors |= set(Contact.objects.filter(email__iexact=sender).values_list("debtor_id", flat=True))
    homes = merged_accounts()
    found = Account.objects.filter(debtor__in=debtors).values_list("pk", flat=True)
    return {home_of(number, homes) for number in found}


def _by_number(texts: Iterable[str]) -> Place | None:
    """Return the account of the only open invoice whose whole number stands in the texts; None where several fit."""
    words = {word.strip(".!?") for text in texts for word in _WORD.findall(text)}
    numbers = [
        word for word in words if len(word) >= NUMBER_SIGNS_LEAST and any(sign.isdigit() for sign in word)
    ]
    rows = Invoice.objects.filter(number__in=sorted(numbers)[:200], open_cents__gt=0)
    accounts = set(rows.filter(Q(withdrawn_on__isnull=True)).values_list("account_id", flat=True))
    return Place(_home(accounts.pop()), None, "NUMBER") if len(accounts) == 1 else None


def _home(account_id: int) -> Account:
    home = home_of(account_id, merged_accounts())
    return Account.objects.select_related("debtor", "client").get(pk=home)
