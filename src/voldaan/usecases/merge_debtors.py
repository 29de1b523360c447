"""A person says that two accounts are one debtor: what is owed, promised, disputed and held comes together."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from voldaan.domain.law.capacity import Capacity, is_natural_person
from voldaan.domain.strategy.tags import TAGS_MAX
from voldaan.records import asking, events, merging
from voldaan.records.finding import NotFound, own_account_by_number
from voldaan.records.models import Account, Client, DebtorMerge, Message, Question
from voldaan.records.same_debtor import SAME_DEBTOR
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.write_messages import UNDER_WAY, withdraw

__all__ = ["CannotMerge", "Merged", "NotFound", "merge_accounts", "merge_debtors"]


class CannotMerge(Exception):
    """These accounts are not to be merged, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Two accounts that are one from now on."""

    kept: str
    merged: str
    moved: dict[str, int]
    """How many rows of each table changed hands."""
    withdrawn: int
    """Messages under way to either, which tell of one half only."""


def merge_debtors(
    client: Client, keep: str, merge: str, *, because: str = "", on: date, at: datetime, by: str
) -> Merged:
    """Merge the account with number `merge` into the one with number `keep`.

    The other's number stays known: files and people that name it reach the kept account. Undone by
    `unmerge_debtor`, to the row.

    Raises:
        NotFound: the client has no such debtor.
        CannotMerge: it is one account, or was merged before, the law tells the two apart, or they have too many tags.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        accounts = own_account_by_number(client, keep), own_account_by_number(client, merge)
        return merge_accounts(client, *accounts, because=because, on=on, at=at, by=by)


def merge_accounts(
    client: Client, keep: Account, merge: Account, *, because: str, on: date, at: datetime, by: str
) -> Merged:
    """Merge one account into another. Must run inside a transaction, with the book held still and an open scope.

    Raises:
        CannotMerge: it is one account, or was merged before, the law tells the two apart, or they have too many tags.
    """
    homes = merging.merged_accounts()
    kept = Account.objects.select_related("debtor").get(pk=merging.home_of(keep.pk, homes))
    _must_be_two(kept, merge, homes)
    tags = merging.lend_tags(merge, kept)
    if tags is None:
        raise CannotMerge(
            f"Debiteuren {kept.number} en {merge.number} hebben samen meer dan {TAGS_MAX} labels. "
            "Haal er eerst een weg."
        )
    withdrawn = withdraw_under_way([kept, merge], _WITHDRAWN, on=on, at=at, by=by)
    moved = merging.move(merge, kept)
    row = DebtorMerge.objects.create(
        client=client,
        kept=kept,
        merged=merge,
        on=on,
        made_at=at,
        made_by=by,
        because=because[:500],
        tags=",".join(tags),
    )
    data = {"merge": row.pk, "kept": kept.pk, "merged": merge.pk, "moved": moved}
    told = [
        events.NewEvent(kind="debtor.merged", on=on, at=at, actor=by, account_id=account.pk, data=data)
        for account in (kept, merge)
    ]
    events.append(client, *told)
    _close_questions(client, kept, on=on, at=at, by=by)
    return Merged(kept=kept.number, merged=merge.number, moved=moved, withdrawn=withdrawn)


def withdraw_under_way(accounts: list[Account], because: str, *, on: date, at: datetime, by: str) -> int:
    """Take back the messages to these accounts that have not begun to leave; return how many.

    A reply stays: it is for whoever wrote, about what they wrote.
    """
    states = (*UNDER_WAY, "REFUSED")
    found = Message.objects.filter(account__in=accounts, state__in=states).exclude(kind="CONFIRMATION")
    waiting = list(found.select_related("client"))
    for message in waiting:
        withdraw(message, because, on=on, at=at, by=by)
    return len(waiting)


_WITHDRAWN = "De debiteur is samengevoegd met een andere; er komt een bericht over alles samen."


def _must_be_two(kept: Account, merge: Account, homes: dict[int, int]) -> None:
    if merge.pk in homes:
        raise CannotMerge(
            f"Debiteur {merge.number} is al samengevoegd. Haal die samenvoeging eerst uit elkaar."
        )
    if kept.pk == merge.pk:
        raise CannotMerge(f"Debiteur {merge.number} is dezelfde als {kept.number}. Noem twee debiteuren.")
    one, other = (cast(Capacity, account.debtor.capacity) for account in (kept, merge))
    if "UNKNOWN" not in (one, other) and is_natural_person(one) != is_natural_person(other):
        raise CannotMerge(
            f"Debiteur {kept.number} en debiteur {merge.number} hebben een andere hoedanigheid, en de wet beschermt "
            "de ene anders dan de andere. Verbeter eerst de hoedanigheid die niet klopt."
        )


def _close_questions(client: Client, kept: Account, *, on: date, at: datetime, by: str) -> None:
    """Answer the open questions that ask whether accounts are one debtor that are one now."""
    members = set(merging.family(kept.pk))
    asked = Question.objects.filter(because=SAME_DEBTOR, answered_at__isnull=True, account__in=members)
    for question in asked.prefetch_related("candidates"):
        others = {one.account_id for one in question.candidates.all()} - members
        if not others:
            question.answered_at, question.answered_by, question.answer = at, by, "SAME"
            question.save(update_fields=["answered_at", "answered_by", "answer"])
            events.append(client, asking.answered(question, {}, on=on, at=at, by=by))
