"""Invented messages beside the reminders: by telephone, and those that ask for nothing, each with its text's path.

Everybody in them is invented. A text message is tried with the longest facts too, so that it fits for anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from typing import Final, Literal, cast

from voldaan.domain.receivable.statement import Balance, Entry, EntryKind, OpenLine, Owed
from voldaan.domain.wording.facts import (
    REPLY_TOPICS,
    Addressee,
    EarlierMessage,
    MessageFacts,
    MessageKind,
    ReplyFacts,
    ReplyKind,
    ReplyTopic,
)
from voldaan.letters.specimens import reached, specimens
from voldaan.letters.statement import amounts_in, days_in

ApartWay = Literal["SMS", "CALL", "MAIL", "STATEMENT"]
EARLIER: Final = EarlierMessage(on=date(2026, 9, 30), by="POST")
_LONG_NAME: Final = "Coöperatieve Vereniging Zuidwesterhoutse Tuinbouwmateriaal"
_LONG_NUMBER: Final = "VF-2026-000118"
_DAY: Final = date(2026, 12, 4)
_FIRST_DAY: Final = date(2026, 11, 1)
_CHANGES: Final[tuple[tuple[EntryKind, int], ...]] = (
    ("INVOICE", 10_000), ("CREDIT_NOTE", -2_500), ("PAYMENT", -7_500), ("RETURNED", 7_500), ("CORRECTION", -7_500),
)  # fmt: skip
_KINDS: Final[dict[str, ReplyKind]] = {"thanks": "THANKS", "answer": "REPLY", "statement_mail": "STATEMENT"}

REPLY_PATHS: Final = (
    "thanks",
    "answer",
    *(f"confirmation.{topic}" for topic in REPLY_TOPICS),
    "statement_mail",
)
"""Where the texts of the e-mails that ask for nothing stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A message beside the reminders, and where its text stands."""

    path: str
    way: ApartWay
    facts: MessageFacts
    balances: tuple[Balance, ...] = ()
    """Of a statement."""


def text_messages(stage: MessageKind, language: str) -> Iterator[Apart]:
    """Yield text messages of a stage, to natural persons and organisations, the longest facts among them."""
    made = [replace(facts, earlier=EARLIER) for facts in specimens(stage, language) if _can_answer(facts)]
    for facts in made:
        yield _by_phone("SMS", facts)
    for facts in made:
        to_person = facts.addressee.is_natural_person
        # The name of an agency is never cut: with a long one no text to an organisation fits.
        if len(facts.pay_to) == 1 and (to_person or not facts.on_behalf):
            yield _by_phone("SMS", _longest(facts))
        if len(facts.pay_to) == 1 and not to_person:
            yield _by_phone("SMS", replace(facts, earlier=None))


def scripts(language: str) -> Iterator[Apart]:
    """Yield call scripts: they are the same at every stage."""
    for facts in specimens("FIRST_REMINDER", language):
        if _can_answer(facts):
            yield _by_phone("CALL", replace(facts, earlier=EARLIER))


def replies(path: str, language: str) -> Iterator[Apart]:
    """Yield the messages that ask for nothing of which the text stands at `path`, as `confirmation.PROMISE`."""
    topic = cast(ReplyTopic, path.partition(".")[2]) if path.startswith("confirmation.") else None
    kind = _KINDS.get(path, "CONFIRMATION")
    hows = cycle(("both", "phone", "mail"))
    for facts in specimens("FIRST_REMINDER", language):
        if facts.next_step == "NONE" and not facts.more_follow:
            for enclosed in (facts.enclosed, ()):
                made = _reply(facts, kind, topic, enclosed)
                yield Apart(
                    path=path, way="MAIL", facts=replace(made, sender=reached(made.sender, next(hows)))
                )


def statements(language: str) -> Iterator[Apart]:
    """Yield a statement of account in which each kind of line stands."""
    facts = next(iter(specimens("FIRST_REMINDER", language)))
    line = facts.invoices[0]
    owed = Owed(
        key=1,
        number=line.number,
        issue_date=line.issue_date,
        due_date=line.due_date,
        asked_cents=line.total_cents,
        subject=line.subject or "",
        is_disputed=True,
    )
    entries = tuple(
        Entry(on=_FIRST_DAY + timedelta(days=place), kind=kind, numbers=(line.number,), cents=cents)
        for place, (kind, cents) in enumerate(_CHANGES)
    )
    balance = Balance(
        currency="EUR",
        first_day=_FIRST_DAY,
        last_day=_DAY,
        opening_cents=line.open_cents,
        entries=entries,
        lines=(OpenLine(invoice=owed, open_cents=line.open_cents),),
        unused_credit_cents=0,
    )
    told = _reply(facts, "STATEMENT", None, ())
    assert told.reply is not None, "a reply was made"
    reply = replace(
        told.reply,
        days=tuple(sorted(days_in(balance))),
        amounts_cents=tuple(sorted(amounts_in(balance))),
        references=(line.number,),
    )
    yield Apart(path="statement", way="STATEMENT", facts=replace(told, reply=reply), balances=(balance,))


def _by_phone(way: Literal["SMS", "CALL"], facts: MessageFacts) -> Apart:
    number = "one" if len(facts.invoices) + len(facts.also_open) == 1 else "many"
    to_person = facts.addressee.is_natural_person
    path = "call" if way == "CALL" else "sms" if to_person else f"sms.{number}.{facts.stage}"
    return Apart(path=path, way=way, facts=facts)


def _can_answer(facts: MessageFacts) -> bool:
    return bool(facts.sender.phone or facts.sender.email)


def _longest(facts: MessageFacts) -> MessageFacts:
    """Return the message with long names, a long number, a large sum and the longest days."""
    day = date(2027, 9, 30)
    lines = tuple(
        replace(line, number=f"{_LONG_NUMBER}-{place}")
        for place, line in enumerate((*facts.invoices, *facts.also_open))
    )
    first = replace(lines[0], open_cents=lines[0].open_cents + 98_765_432)
    total = facts.total_cents + 98_765_432
    box = replace(facts.pay_to[0], amount_cents=total)
    return replace(
        facts,
        sender=replace(
            facts.sender, name=_LONG_NAME, phone="", email="debiteurenadministratie@voorbeeld.example"
        ),
        creditor=replace(facts.creditor, name=_LONG_NAME),
        invoices=(first, *lines[1 : len(facts.invoices)]),
        also_open=lines[len(facts.invoices) :],
        pay_by=day,
        total_cents=total,
        pay_to=(replace(box, name=_LONG_NAME),),
    )


def _reply(
    facts: MessageFacts, kind: ReplyKind, topic: ReplyTopic | None, enclosed: tuple[str, ...]
) -> MessageFacts:
    # Whoever answers in own words brings the sentences; of the texts only the frame is theirs.
    own = (facts.invoices[0].number,) if kind == "REPLY" else ()
    # Where copies go along, one that does not has a sentence of its own.
    left_out = tuple(line.number for line in facts.invoices) if enclosed else ()
    stranger = Addressee(name="", is_person=True)
    return replace(
        facts,
        stage=kind,
        addressee=stranger if topic == "WRONG_PERSON" else facts.addressee,
        pay_by=_DAY,
        pay_to=(),
        enclosed=enclosed,
        reply=ReplyFacts(
            topic=topic, day=_DAY, own_words=own, first_day=_FIRST_DAY, days=(_FIRST_DAY,), left_out=left_out
        ),
    )
