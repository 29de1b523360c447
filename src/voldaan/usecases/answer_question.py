"""A person answers what the book could not know: whose money it is, or whether a list is right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from voldaan.domain.matching.facts import NAMED_RANK, Candidate
from voldaan.records import asking, events
from voldaan.records.allocating import NewAllocation, allocate, word_totals, written_off_back
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.models import Client, Payment, Question
from voldaan.records.same_debtor import SAME_DEBTOR
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.choose_way import CannotAnswer, Chosen, Money, choose_way
from voldaan.usecases.place_money import mark_decided_by_person, place_money, write_off_rest

__all__ = ["ANSWERS", "RESTS", "Answered", "CannotAnswer", "NotFound", "answer_question"]

Answer = Literal["ACCEPT", "NOT_OURS", "SEND_BACK"]
ANSWERS: tuple[Answer, ...] = ("ACCEPT", "NOT_OURS", "SEND_BACK")
"""About money and lists. Who a debtor is, is answered by `answer_same_debtor`."""
Rest = Literal["refund", "keep"]
RESTS: tuple[Rest, ...] = ("refund", "keep")
"""What becomes of money that no invoice gets: back to the payer, or kept for invoices to come."""

OVERPAID, TO_REFUND, NOT_OURS = "OVERPAID_TO_REFUND", "TO_REFUND", "NOT_OURS"
_ASIDE: dict[Answer, str] = {"NOT_OURS": NOT_OURS, "SEND_BACK": TO_REFUND}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer did."""

    question_id: int
    answer: str
    allocations: tuple[tuple[str, int], ...]
    """Invoice number and cents."""
    set_aside: str
    set_aside_cents: int
    kept_cents: int = 0
    """What waits for invoices to come, with a question of its own."""
    written_off: tuple[tuple[str, int], ...] = ()
    """Invoice number and cents that were let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person said beside the answer itself."""

    answer: Answer
    allocations: Sequence[tuple[str, int]] = ()
    way: int | None = None
    debtor: str = ""
    write_off: bool = False
    rest: Rest = "refund"


def answer_question(  # noqa: PLR0913  # each is one thing that a person can say
    client: Client,
    question_id: int,
    *,
    answer: Answer,
    allocations: Sequence[tuple[str, int]] = (),
    way: int | None = None,
    debtor: str = "",
    write_off: bool = False,
    rest: Rest = "refund",
    on: date,
    at: datetime,
    by: str,
) -> Answered:
    """Answer an open question.

    `ACCEPT` places the money: on the invoices of `allocations` (number and cents), by the law's order on those of
    `debtor`, on the candidates of rank `way`, else on those of the first rank. `write_off` lets go what then is
    still open of these invoices. What remains of the money is set aside to be refunded, or kept (`rest`) for
    invoices to come. About a list it says that the list is right. `SEND_BACK` says that the payer gets all of it
    back; `NOT_OURS` that none of it concerns a debtor, and about a list, that the book is right. Nothing decided
    yet is no answer.

    Raises:
        NotFound: there is no such open question, invoice or debtor.
        CannotAnswer: the answer does not fit, or the choice is not clear.
    """
    if answer not in ANSWERS:
        raise CannotAnswer(f"{answer!r} is geen antwoord. Kies uit: {', '.join(ANSWERS)}.")
    said = Said(
        answer=answer, allocations=allocations, way=way, debtor=debtor, write_off=write_off, rest=rest
    )
    with rows_of(client), one_transaction():
        events.hold_still(client)
        question = Question.objects.filter(pk=question_id, answered_at__isnull=True).first()
        if question is None:
            raise NotFound(f"{client.name} heeft geen open vraag {question_id}.")
        if question.because == SAME_DEBTOR:
            raise CannotAnswer("Deze vraag gaat over een debiteur. Antwoord: dezelfde, of een andere.")
        if question.payment is None and question.credit_note is None:
            return _about_a_list(client, question, said, on=on, at=at, by=by)
        return _about_money(client, question, said, on=on, at=at, by=by)


def _about_money(
    client: Client, question: Question, said: Said, *, on: date, at: datetime, by: str
) -> Answered:
    money = question.payment or question.credit_note
    assert money is not None
    _must_make_sense(said, money)
    waiting, kept_for = abs(money.waiting_cents), _kept_for(client, question, said)
    chosen = _chosen(client, question, money, said)
    teaches = place_money(client, money, chosen, at=at)
    let_go: Chosen = ()
    if said.write_off:
        let_go = write_off_rest(client, money, chosen, because=question.because, at=at)
    left = waiting - sum(cents for _, cents in chosen)
    is_kept = bool(left) and said.answer == "ACCEPT" and said.rest == "keep"
    done = Answered(
        question_id=question.pk,
        answer=said.answer,
        allocations=tuple((invoice.number, cents) for invoice, cents in chosen),
        set_aside=_ASIDE.get(said.answer, OVERPAID) if left and not is_kept else "",
        set_aside_cents=0 if is_kept else left,
        kept_cents=left if is_kept else 0,
        written_off=tuple((invoice.number, cents) for invoice, cents in let_go),
    )
    mark_decided_by_person(money, done.set_aside)
    data = _told(done, chosen, let_go) | {"teaches": teaches}
    account_id = chosen[0][0].account_id if chosen else kept_for
    _close(client, question, said.answer, data, account_id=account_id, on=on, at=at, by=by)
    if is_kept:
        _ask_about_the_rest(client, money, account_id, on=on, at=at, by=by)
    return done


def _must_make_sense(said: Said, money: Money) -> None:
    """Check that what was said beside the answer belongs to it."""
    if said.rest not in RESTS:
        raise CannotAnswer(f"{said.rest!r} is geen bestemming van de rest. Kies uit: {', '.join(RESTS)}.")
    has_choice = bool(said.allocations) or said.way is not None or bool(said.debtor)
    if said.answer != "ACCEPT" and (has_choice or said.write_off or said.rest != "refund"):
        raise CannotAnswer(f"Bij {said.answer} hoort geen factuur, debiteur, voorstel of rest.")
    if (said.write_off or said.rest == "keep") and (
        not isinstance(money, Payment) or money.waiting_cents < 0
    ):
        raise CannotAnswer("Afboeken en bewaren kan alleen bij een betaling die binnenkwam.")


def _chosen(client: Client, question: Question, money: Money, said: Said) -> Chosen:
    if said.answer != "ACCEPT":
        return ()
    chosen = choose_way(
        client, question, money, allocations=said.allocations, way=said.way, debtor=said.debtor
    )
    if not chosen and said.rest != "keep":
        raise CannotAnswer(
            "Bij deze debiteur staat niets open. Kies een factuur, bewaar het geld, of stuur het terug."
        )
    return chosen


def _kept_for(client: Client, question: Question, said: Said) -> int | None:
    """Return the account for which money would be kept that no invoice gets."""
    if said.debtor:
        return account_by_number(client, said.debtor).pk
    return question.candidates.values_list("account_id", flat=True).first()


def _told(done: Answered, chosen: Chosen, let_go: Chosen) -> dict[str, object]:
    return {
        "invoices": [[invoice.pk, cents] for invoice, cents in chosen],
        "set_aside": done.set_aside,
        "cents": done.set_aside_cents,
        "kept": done.kept_cents,
        "written_off": [[invoice.pk, cents] for invoice, cents in let_go],
    }


def _close(
    client: Client,
    question: Question,
    answer: Answer,
    data: dict[str, object],
    *,
    account_id: int | None = None,
    on: date,
    at: datetime,
    by: str,
) -> None:
    question.answered_at, question.answered_by, question.answer = at, by, answer
    question.save(update_fields=["answered_at", "answered_by", "answer"])
    event = asking.answered(question, data, on=on, at=at, by=by)
    events.append(client, replace(event, account_id=account_id or event.account_id))


def _ask_about_the_rest(
    client: Client, money: Money, account_id: int | None, *, on: date, at: datetime, by: str
) -> None:
    """Let money that was paid in advance wait with a question, so that nobody is reminded who has paid."""
    assert isinstance(money, Payment)
    candidates = (Candidate(account_id, None, None, NAMED_RANK, "vooruit betaald"),) if account_id else ()
    asking.ask(
        client, [asking.NewQuestion("PAYER_KNOWN", candidates, payment_id=money.pk)], on=on, at=at, by=by
    )


def _about_a_list(
    client: Client, question: Question, said: Said, *, on: date, at: datetime, by: str
) -> Answered:
    """Follow the list when it is accepted: less is open, or what the client had called paid is open again."""
    invoice = question.invoice
    assert invoice is not None
    if said.answer == "SEND_BACK":
        raise CannotAnswer("Deze vraag gaat over een lijst, niet over geld. Kies ACCEPT of NOT_OURS.")
    cents, written_off = 0, []
    if said.answer == "ACCEPT" and question.because == "LIST_SAYS_LESS":
        candidate = question.candidates.first()
        listed = candidate.cents if candidate and candidate.cents is not None else invoice.open_cents
        cents = max(0, invoice.open_cents - listed)
    elif said.answer == "ACCEPT" and question.because == "LEDGER_SAYS_OPEN":
        cents = -word_totals([invoice.pk]).get(invoice.pk, 0)
        written_off = written_off_back(invoice.pk, evidence="de lijst volgens een medewerker")
    word = NewAllocation(invoice.pk, "CLIENT_WORD", cents, on, evidence="de lijst volgens een medewerker")
    allocate(client, [word, *written_off], at=at)
    cents += sum(row.cents for row in written_off)
    done = Answered(
        question_id=question.pk,
        answer=said.answer,
        allocations=((invoice.number, cents),) if cents else (),
        set_aside="",
        set_aside_cents=0,
    )
    chosen = ((invoice, cents),) if cents else ()
    _close(client, question, said.answer, _told(done, chosen, ()), on=on, at=at, by=by)
    return done
