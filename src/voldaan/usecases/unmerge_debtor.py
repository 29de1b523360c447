"""A person says that a merge was wrong: each account gets its own back, and what came in for it meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime

from voldaan.records import events, merging
from voldaan.records.finding import NotFound, own_account_by_number
from voldaan.records.models import Account, Client, DebtorMerge
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.merge_debtors import withdraw_under_way

__all__ = ["CannotUnmerge", "NotFound", "Unmerged", "unmerge_debtor"]


class CannotUnmerge(Exception):
    """This account cannot be parted from the other now, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerged:
    """An account that stands by itself again."""

    kept: str
    unmerged: str
    moved: dict[str, int]
    """How many rows of each table it got back."""
    held_both: int
    """Holds on the kept account since the merge, which now stand on both."""
    excepted_both: int
    """Exceptions for the kept account since the merge, which now count for both."""


def unmerge_debtor(client: Client, debtor: str, *, on: date, at: datetime, by: str) -> Unmerged:
    """Undo the merge of the account with this number into another.

    Nobody asks again whether the two are one debtor. Payments that were allocated stay where they are.

    Raises:
        NotFound: the client has no such debtor.
        CannotUnmerge: it was not merged, or a running payment plan covers invoices of both.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = own_account_by_number(client, debtor)
        row = DebtorMerge.objects.filter(merged=account, undone_on__isnull=True).first()
        if row is None:
            raise CannotUnmerge(f"Debiteur {account.number} is met geen andere samengevoegd.")
        home = merging.home_of(account.pk, merging.merged_accounts())
        kept = Account.objects.select_related("debtor").get(pk=home)
        members = merging.family(account.pk)
        if merging.plans_of_both(kept, members):
            raise CannotUnmerge(
                f"Een lopende betalingsregeling van debiteur {kept.number} gaat over facturen van beide. "
                "Beëindig die eerst en spreek met elk een eigen regeling af."
            )
        withdraw_under_way([kept, account], _WITHDRAWN, on=on, at=at, by=by)
        held_both, excepted_both = merging.hold_both(account, kept), merging.except_both(account, kept)
        moved = merging.move_back(account, kept, members)
        row.undone_on, row.undone_by = max(on, row.on), by
        row.save(update_fields=["undone_on", "undone_by"])
        merging.take_back_tags(row)
        data = {"merge": row.pk, "kept": kept.pk, "merged": account.pk, "moved": moved}
        told = [
            events.NewEvent(kind="debtor.unmerged", on=on, at=at, actor=by, account_id=one.pk, data=data)
            for one in (kept, account)
        ]
        events.append(client, *told)
    return Unmerged(
        kept=kept.number,
        unmerged=account.number,
        moved=moved,
        held_both=held_both,
        excepted_both=excepted_both,
    )


_WITHDRAWN = "De samenvoeging is ongedaan gemaakt; ieder krijgt een bericht over het eigene."
