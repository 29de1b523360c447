"""What follows when a person says what a debtor answered, by mail or by telephone: a promise, a dispute, a rest."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

from django.conf import settings

from voldaan.domain.answers.propose import AnswerKind
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.strategy.words import hold_words
from voldaan.domain.workdays import add_working_days, format_day
from voldaan.records.models import Account, Client, Dispute, Invoice
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.record_promise import record_promise

MailDecision = Literal[AnswerKind, "COMPLAINT", "NOTHING"]
DECISIONS: Final[tuple[MailDecision, ...]] = (*get_args(AnswerKind), "COMPLAINT", "NOTHING")
ANSWER_WORKING_DAYS: Final = 5
"""How long we take to answer a dispute, unless somebody says another day."""


class Follows(NamedTuple):
    """What follows on a decision."""

    act: Literal["NOTHING", "PROMISE", "DISPUTE", "HOLD"]
    hold: HoldKind = "PERSON_ASKED"
    days: int | None = None
    """How long the account is left alone; None: as long as the law gives, or until somebody lifts it."""


FOLLOWS: Final[Mapping[MailDecision, Follows]] = {
    "ALREADY_PAID": Follows("HOLD", days=7),
    "PAID_IN_RUN": Follows("HOLD", days=14),
    "PROMISE": Follows("PROMISE"),
    "IN_PARTS": Follows("HOLD", days=14),
    "DISPUTE": Follows("DISPUTE"),
    "SET_OFF": Follows("DISPUTE"),
    "CREDIT_PROMISED": Follows("HOLD", days=14),
    "NEVER_RECEIVED": Follows("HOLD", days=7),
    "COPY_WANTED": Follows("HOLD", days=7),
    "PURCHASE_ORDER_MISSING": Follows("HOLD", days=7),
    "MOVED": Follows("HOLD", hold="MOVED"),
    "WRONG_PERSON": Follows("HOLD", hold="OTHER"),
    "DECEASED": Follows("HOLD", hold="DECEASED"),
    "DEBT_COUNSELLING": Follows("HOLD", hold="DEBT_COUNSELLING"),
    "COMPLAINT": Follows("HOLD", hold="COMPLAINT"),
    "ANGER": Follows("NOTHING"),
    "QUESTION": Follows("NOTHING"),
    "NOTHING": Follows("NOTHING"),
}
"""What is done when a person says what an answer is. An answer that asks for work gives the time to do it."""


class CannotDecide(Exception):
    """This cannot be said of this answer, with a Dutch sentence that says why."""


def decision_of(says: str) -> MailDecision:
    """Return what an answer is, by its name.

    Raises:
        CannotDecide: it is nothing that we know.
    """
    for known in DECISIONS:
        if known == says:
            return known
    raise CannotDecide(f"{says!r} is geen antwoord dat wij kennen. Kies uit: {', '.join(DECISIONS)}.")


def follow_answer(
    client: Client,
    account: Account,
    follows: Follows,
    *,
    told: Sequence[int],
    day: date | None,
    invoices: Sequence[str],
    note: str,
    when: dict[str, Any],
) -> date | None:
    """Do what follows on an answer, and return its last day; None where it has none. Needs a transaction.

    `told` are the ids of the invoices that the debtor was told of: a dispute without numbers is about those of them
    that are open, and else about all that is.

    Raises:
        CannotDecide: nothing is open that could be disputed.
        CannotPromise, CannotDispute, CannotHold: what follows cannot be done, and why.
    """
    number, on = account.number, when["on"]
    if follows.act == "PROMISE" and day is not None:
        record_promise(client, number, last_day=day, note=note, **when)
        return day
    if follows.act == "DISPUTE":
        additional = settings.INSTALLATION.additional_holidays
        answer_by = day or add_working_days(on, ANSWER_WORKING_DAYS, additional=additional)
        about = list(invoices) or _about(account, told)
        if not about:
            raise CannotDecide(f"Bij debiteur {number} staat niets open dat nog niet betwist is.")
        for invoice in about:
            open_dispute(client, invoice, owner=when["by"], answer_by=answer_by, note=note, **when)
        return answer_by
    if follows.act == "HOLD":
        last_day = day or (None if follows.days is None else on + timedelta(days=follows.days))
        return place_hold(client, number, reason=follows.hold, last_day=last_day, note=note, **when).last_day
    return None


def follows_words(follows: Follows, until: date | None, language: str) -> str:
    """Return what follows on an answer, in words; `until` is the last day of the promise, the rest or our answer."""
    english = language == "en"
    day = format_day(until, "en" if english else "nl", long=False) if until else ""
    if follows.act == "PROMISE":
        return f"promised by {day}" if english else f"toegezegd uiterlijk {day}"
    if follows.act == "DISPUTE":
        return f"disputed; we answer by {day}" if english else f"betwist; wij antwoorden uiterlijk {day}"
    if follows.act == "HOLD":
        last = (f" until {day}" if english else f" tot en met {day}") if day else ""
        rest = "left in peace" if english else "met rust gelaten"
        return f"{rest}{last} ({hold_words(follows.hold, language)})"
    return "the strategy goes on" if english else "de strategie gaat door"


def _about(account: Account, told: Sequence[int]) -> list[str]:
    """Return the open invoices that an answer is about: those that were told of, else all that is open."""
    disputed = Dispute.objects.filter(closed_on__isnull=True).values("invoice_id")
    found = Invoice.objects.filter(
        account=account, open_cents__gt=0, handed_over_on__isnull=True, withdrawn_on__isnull=True
    ).exclude(pk__in=disputed)
    named = found.filter(pk__in=told)
    found = named if told and named.exists() else found
    return list(found.order_by("due_date", "pk").values_list("number", flat=True))
