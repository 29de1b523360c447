"""A person answers whether two accounts are one debtor: they are merged, or nobody asks again."""

from datetime import date, datetime
from typing import Literal

from voldaan.records import asking, events
from voldaan.records.finding import NotFound
from voldaan.records.models import Account, Client, Question
from voldaan.records.same_debtor import SAME_DEBTOR
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.answer_question import CannotAnswer
from voldaan.usecases.merge_debtors import CannotMerge, Merged, merge_accounts

__all__ = ["CannotAnswer", "CannotMerge", "NotFound", "SameAnswer", "answer_same_debtor"]

SameAnswer = Literal["SAME", "DIFFERENT"]


def answer_same_debtor(
    client: Client,
    question_id: int,
    *,
    answer: SameAnswer,
    debtor: str = "",
    on: date,
    at: datetime,
    by: str,
) -> Merged | None:
    """Answer an open question whether an account is the same debtor as one of its candidates.

    `SAME` merges it with the candidate whose number is `debtor`, or with the only one there is. The account that
    the client's own books number is kept; else the one that was known first. `DIFFERENT` is kept, so that nobody
    is asked again.

    Raises:
        NotFound: there is no such open question.
        CannotAnswer: it is about something else, or it is not clear which candidate is meant.
        CannotMerge: the two cannot be merged.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        question = Question.objects.filter(pk=question_id, answered_at__isnull=True).first()
        if question is None:
            raise NotFound(f"{client.name} heeft geen open vraag {question_id}.")
        if question.because != SAME_DEBTOR or question.account is None:
            raise CannotAnswer("Deze vraag gaat niet over de vraag of twee debiteuren dezelfde zijn.")
        chosen = _chosen(question, debtor) if answer == "SAME" else None
        question.answered_at, question.answered_by, question.answer = at, by, answer
        question.save(update_fields=["answered_at", "answered_by", "answer"])
        events.append(client, asking.answered(question, {}, on=on, at=at, by=by))
        if chosen is None:
            return None
        keep, merge = _kept_first(question.account, chosen)
        return merge_accounts(client, keep, merge, because=f"vraag {question.pk}", on=on, at=at, by=by)


def _chosen(question: Question, debtor: str) -> Account:
    rows = question.candidates.select_related("account__debtor")
    accounts = [one.account for one in rows if debtor in ("", one.account.number)]
    if len(accounts) != 1:
        numbers = ", ".join(one.account.number for one in rows)
        raise CannotAnswer(f"Zeg met welke debiteur deze dezelfde is: {numbers}.")
    return accounts[0]


def _kept_first(asked: Account, known: Account) -> tuple[Account, Account]:
    if known.number_is_ours and not asked.number_is_ours:
        return asked, known
    return known, asked
