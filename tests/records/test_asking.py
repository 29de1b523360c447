"""Questions are written with their candidates, asked anew only when they changed, and answered by the facts."""

import json
from collections.abc import Iterator

import pytest

from tests.builders import DUE, a_client, an_account, an_invoice, ten_o_clock
from voldaan.domain.matching.facts import Candidate
from voldaan.records import asking
from voldaan.records.inserting import ROWS_WITH_IDS
from voldaan.records.models import Client, Event, Invoice, Question, QuestionCandidate
from voldaan.records.scope import one_transaction, rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Iterator[Client]:
    made = a_client()
    with rows_of(made), one_transaction():
        yield made


def invoices(client: Client, count: int) -> list[Invoice]:
    """Return invoices, each of a debtor of its own."""
    return [
        an_invoice(an_account(client, f"D{number}"), f"2026-{number:04}") for number in range(1, count + 1)
    ]


def a_question(invoice: Invoice, *others: Invoice, cents: int = 100) -> asking.NewQuestion:
    """Return a question about an invoice that concerns its account, and less likely those of others."""
    candidates = tuple(
        Candidate(one.account_id, one.pk, cents, rank, "zegt de lijst")
        for rank, one in enumerate((invoice, *others), start=1)
    )
    return asking.NewQuestion("LIST_SAYS_LESS", candidates, invoice_id=invoice.pk)


def ask(client: Client, *questions: asking.NewQuestion) -> None:
    asking.ask(client, questions, on=DUE, at=ten_o_clock(DUE), by="test")


def told(kind: str) -> list[tuple[int | None, dict[str, object]]]:
    """Return the events of a kind: the account and the data."""
    rows = Event.objects.filter(kind=kind).order_by("sequence").values_list("account_id", "data")
    return [(account, json.loads(data)) for account, data in rows]


def test_each_of_many_questions_has_its_own_candidates_and_event(client: Client) -> None:
    known = invoices(client, ROWS_WITH_IDS + 2)
    ask(client, *map(a_question, known))
    assert Question.objects.count() == len(known)
    for question, invoice, candidate in QuestionCandidate.objects.values_list(
        "question", "question__invoice", "invoice"
    ):
        assert invoice == candidate, question
    of = dict(Question.objects.values_list("pk", "invoice"))
    assert [of[data["question"]] for _, data in told("question.asked")] == [one.pk for one in known]  # type: ignore[index]


def test_what_is_asked_already_is_not_asked_again(client: Client) -> None:
    (one,) = invoices(client, 1)
    ask(client, a_question(one))
    ask(client, a_question(one))
    assert len(told("question.asked")) == 1


def test_what_changed_is_asked_anew_in_the_same_question(client: Client) -> None:
    one, other = invoices(client, 2)
    ask(client, a_question(one), a_question(other))
    ask(client, a_question(one, cents=70), a_question(other))
    assert Question.objects.count() == 2
    cents = dict(QuestionCandidate.objects.values_list("question__invoice", "cents"))
    assert cents == {one.pk: 70, other.pk: 100}
    assert [data["invoice"] for _, data in told("question.asked")] == [one.pk, other.pk, one.pk]


def test_facts_answer_several_questions_at_once_and_tell_each_of_its_likeliest_account(
    client: Client,
) -> None:
    one, other, third = invoices(client, 3)
    ask(client, a_question(one, other), a_question(other, one), a_question(third))
    when = ten_o_clock(DUE)
    asking.close(client, invoices=[one.pk, other.pk], answer="LIST_AGREES", on=DUE, at=when, by="test")
    answers = dict(Question.objects.values_list("invoice", "answer"))
    assert answers == {one.pk: "LIST_AGREES", other.pk: "LIST_AGREES", third.pk: ""}
    assert [account for account, _ in told("question.answered")] == [one.account_id, other.account_id]
