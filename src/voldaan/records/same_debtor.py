"""The questions whether two accounts are one debtor: asked once of a pair, whatever the answer. Needs an open scope."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from voldaan.domain.matching.facts import NAMED_RANK, Candidate
from voldaan.records import asking
from voldaan.records.chunks import chunked
from voldaan.records.models import Account, Client, DebtorMerge, QuestionCandidate

SAME_DEBTOR = "SAME_DEBTOR"

Doubts = Sequence[tuple[Account, Sequence[tuple[Account, str]]]]
"""An account, and the others that could be the same debtor, each with what speaks for and against it."""


def ask_same_debtor(client: Client, doubts: Doubts, *, on: date, at: datetime, by: str) -> None:
    """Ask of each pair that nobody was asked about before and that nobody merged or parted."""
    if not doubts:
        return
    known = _known_pairs()
    asked: dict[int, dict[int, str]] = defaultdict(dict)
    for account, others in doubts:
        for other, why in others:
            pair = frozenset((account.pk, other.pk))
            if len(pair) == 2 and pair not in known:
                known.add(pair)
                asked[account.pk][other.pk] = why
    for part in chunked(sorted(asked)):
        for row in _open_candidates().filter(question__account__in=part):
            asked[row.question.account_id or 0].setdefault(row.account_id, row.evidence)
    asking.ask(client, [_question(key, others) for key, others in asked.items()], on=on, at=at, by=by)


def heirs_of_numbers() -> dict[int, list[int]]:
    """Return by account those that were asked about because they could be it: one may have taken over its number."""
    found: dict[int, list[int]] = defaultdict(list)
    pairs = QuestionCandidate.objects.filter(
        question__because=SAME_DEBTOR, question__account__number_is_ours=True
    )
    for owner, heir in pairs.order_by("pk").values_list("account_id", "question__account_id"):
        found[owner].append(heir or 0)
    return found


def _question(account_id: int, others: dict[int, str]) -> asking.NewQuestion:
    candidates = tuple(Candidate(other, None, None, NAMED_RANK, why) for other, why in others.items())
    return asking.NewQuestion(SAME_DEBTOR, candidates, account_id=account_id)


def _open_candidates() -> "QuerySet[QuestionCandidate]":
    rows = QuestionCandidate.objects.filter(question__because=SAME_DEBTOR, question__answered_at__isnull=True)
    return rows.select_related("question")


def _known_pairs() -> set[frozenset[int]]:
    rows = QuestionCandidate.objects.filter(question__because=SAME_DEBTOR)
    asked = rows.order_by().values_list("account_id", "question__account_id")
    said = DebtorMerge.objects.values_list("kept_id", "merged_id")
    return {frozenset((one, other or 0)) for pairs in (asked, said) for one, other in pairs}
