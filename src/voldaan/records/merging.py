"""Two accounts of one debtor: what moves between them, and which is which. Needs an open scope.

What can change hands moves, and `merged_from` says whose it is by itself. What is only ever added (messages,
reminders, decisions, events) stays: it is found by the invoices that it tells of, or by `family`.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Model, Q

from voldaan.domain.strategy.tags import TAGS_MAX
from voldaan.records.few_facts import tags_in
from voldaan.records.models import (
    Account,
    CreditNote,
    DebtorMerge,
    Departure,
    Event,
    HandOver,
    Hold,
    IncomingMail,
    Invoice,
    PaymentPlan,
    Promise,
    QuestionCandidate,
)

_MOVED: tuple[type[Model], ...] = (
    Invoice, CreditNote, Hold, Departure, Promise, PaymentPlan, HandOver, IncomingMail,
)  # fmt: skip
_WITH_CANDIDATES: tuple[type[Model], ...] = (*_MOVED, QuestionCandidate)
_OF_AN_INVOICE: tuple[type[Model], ...] = (Hold, Departure, Promise, QuestionCandidate)
"""What can be about one invoice, and then goes where the invoice goes."""


def merged_accounts() -> dict[Any, Any]:
    """Return by merged account the one that it was merged into, as it stands now."""
    return dict(DebtorMerge.objects.filter(undone_on__isnull=True).values_list("merged_id", "kept_id"))


def home_of(account_id: int, merged: Mapping[int, int]) -> int:
    """Return the account that this one was merged into, in the end, or itself."""
    while account_id in merged:
        account_id = merged[account_id]
    return account_id


def family(account_id: int) -> list[int]:
    """Return an account and all that were merged into it, also by way of others."""
    merged = merged_accounts()
    found = [account_id]
    for one in found:
        found += [key for key, kept in merged.items() if kept == one]
    return found


def move(merged: Account, kept: Account) -> dict[str, int]:
    """Give all that an account has to the one that is kept; return how many rows of each table."""
    counts = {model.__name__: _move(model, merged, kept) for model in _MOVED}
    counts["QuestionCandidate"] = _move(QuestionCandidate, merged, kept, _waiting())
    return {name: count for name, count in counts.items() if count}


def lend_tags(merged: Account, kept: Account) -> list[str] | None:
    """Give the kept account the tags of the merged one; return those that are not its own, in order.

    None where they would be too many together, and then nothing is changed.
    """
    standing, lent = tags_in(kept.tags), tags_in(merged.tags)
    if len(standing | lent) > TAGS_MAX:
        return None
    own = standing - _lent_to(kept)
    _set_tags(kept, standing | lent)
    return sorted(lent - own)


def take_back_tags(undone: DebtorMerge) -> None:
    """Take back what a merge that was undone had lent, unless another merge lends it too; and what that lent on."""
    gone = tags_in(undone.tags)
    account: Account | None = undone.kept
    while account is not None and gone:
        gone -= _lent_to(account)
        _set_tags(account, tags_in(account.tags) - gone)
        further = (
            DebtorMerge.objects.select_related("kept").filter(merged=account, undone_on__isnull=True).first()
        )
        if further is not None:
            gone &= tags_in(further.tags)
            further.tags = ",".join(sorted(tags_in(further.tags) - gone))
            further.save(update_fields=["tags"])
        account = further.kept if further is not None else None


def _lent_to(account: Account) -> frozenset[str]:
    """Return the tags that an account has by the merges that stand."""
    rows = DebtorMerge.objects.filter(kept=account, undone_on__isnull=True).values_list("tags", flat=True)
    return frozenset().union(*map(tags_in, rows))


def _set_tags(account: Account, tags: Collection[str]) -> None:
    account.tags = ",".join(sorted(tags))
    account.save(update_fields=["tags"])


def move_back(merged: Account, kept: Account, members: Collection[int]) -> dict[str, int]:
    """Give an account its own rows back from the one that was kept, and what came in for it meanwhile.

    `members` are the account and those that had been merged into it.
    """
    for model in _OF_AN_INVOICE:
        about = model._default_manager.filter(merged_from__isnull=True, account=kept)
        about.filter(invoice__merged_from__in=members).update(merged_from=merged)
    waiting = QuestionCandidate.objects.filter(_waiting(), merged_from__isnull=True, account=kept)
    waiting.filter(question__credit_note__merged_from__in=members).update(merged_from=merged)
    covered = PaymentPlan.objects.filter(merged_from__isnull=True, account=kept)
    for plan in covered.filter(plan_invoices__invoice__merged_from__in=members).distinct():
        if not plan.plan_invoices.filter(_not_of(members)).exists():
            PaymentPlan.objects.filter(pk=plan.pk).update(merged_from=merged)
    counts = {}
    for model in _WITH_CANDIDATES:
        rows = model._default_manager.filter(merged_from__in=members)
        counts[model.__name__] = rows.update(account=merged)
        rows.filter(merged_from=merged).update(merged_from=None)
    return {name: count for name, count in counts.items() if count}


def hold_both(merged: Account, kept: Account) -> int:
    """Let what was placed on the kept account as a whole since the merge hold the other too.

    Nobody can say any more whom it was meant for; leaving both alone is the careful answer. Returns how many holds.
    """
    standing = Hold.objects.filter(account=kept, invoice__isnull=True, lifted_on__isnull=True)
    holds = list(standing.filter(pk__in=_made_since(merged, "hold.placed", "hold")))
    questions = QuestionCandidate.objects.filter(
        _waiting(),
        account=kept,
        invoice__isnull=True,
        merged_from__isnull=True,
        question__payment__isnull=False,
    )
    _copy([*holds, *questions], merged)
    return len(holds)


def except_both(merged: Account, kept: Account) -> int:
    """Let the exceptions that were made for the kept account as a whole since the merge count for the other too.

    Not what lets a message come sooner: whoever it was not meant for keeps the days of the strategy. Returns how many.
    """
    standing = Departure.objects.filter(account=kept, invoice__isnull=True, ended_on__isnull=True)
    made = standing.filter(pk__in=_made_since(merged, "exception.made", "exception")).exclude(kind="SOONER")
    return _copy(list(made), merged)


def _copy(rows: list[Any], account: Account) -> int:
    for row in rows:
        row.pk, row.account, row.merged_from = None, account, None
        row._state.adding = True
        row.save()
    return len(rows)


def _made_since(merged: Account, kind: str, name: str) -> list[int]:
    """Return what events of a kind say was made for the accounts it was merged into, since then."""
    homes = merged_accounts()
    path = [merged.pk]
    while path[-1] in homes:
        path.append(homes[path[-1]])
    merges = Event.objects.filter(kind="debtor.merged", account_id=merged.pk)
    since = merges.order_by("sequence").values_list("sequence", flat=True).last() or 0
    made = Event.objects.filter(kind=kind, account_id__in=path[1:], sequence__gt=since)
    return [json.loads(data)[name] for data in made.values_list("data", flat=True)]


def plans_of_both(kept: Account, members: Collection[int]) -> list[int]:
    """Return the running payment plans that cover invoices of these accounts and of the one that was kept."""
    running = PaymentPlan.objects.filter(account=kept, ended_on__isnull=True)
    mixed = running.filter(plan_invoices__invoice__merged_from__in=members)
    return [plan.pk for plan in mixed.distinct() if plan.plan_invoices.filter(_not_of(members)).exists()]


def _not_of(members: Collection[int]) -> Q:
    return Q(invoice__merged_from__isnull=True) | ~Q(invoice__merged_from__in=members)


def _move(model: type[Model], merged: Account, kept: Account, which: Q | None = None) -> int:
    rows = model._default_manager.filter(which or Q(), account=merged)
    rows.filter(merged_from__isnull=True).update(merged_from=merged)
    return rows.update(account=kept)


def _waiting() -> Q:
    """Return the candidates of questions that hold what they could concern."""
    return Q(question__answered_at__isnull=True) & ~Q(question__because="SAME_DEBTOR")
