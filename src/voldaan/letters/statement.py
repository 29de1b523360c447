"""A statement of account as a tagged PDF (PDF/A-2a and PDF/UA-1), and every word of it. The same facts, the same bytes.

It tells and asks for nothing: no last day, no account to pay to, no word of a reminder.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from voldaan.domain.receivable.statement import Balance, OpenLine
from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters import figures
from voldaan.letters.letter import LetterRefused
from voldaan.letters.phrases import Phrases, phrases
from voldaan.letters.style import HouseStyle
from voldaan.letters.typesetting import CannotSet, pdf_from

AGES: Final = (("NOT_DUE", 0), ("D30", 30), ("D60", 60), ("D90", 90), ("OLDER", None))
"""How many days after its due date an invoice is at most, by the name of the column."""
_NONE: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The texts with the days of one statement, handed along together."""

    texts: Phrases
    first_day: date
    last_day: date
    payments_until: date

    def say(self, name: str, **more: str) -> str:
        """Return a label of the statement, filled in."""
        words = {"first_day": self.first_day, "day": self.last_day, "payments_until": self.payments_until}
        told = {key: self.day(value) for key, value in words.items()} | more
        sides = frozenset({"one" if more.get("count") == "1" else "many"})
        return self.texts.one(f"statement.{name}", sides, told)

    def day(self, day: date) -> str:
        """Return a day written out."""
        return figures.long_date(day, self.texts)

    def amount(self, cents: int, currency: str) -> str:
        """Return an amount in its currency."""
        return figures.amount(cents, currency, self.texts)


def voice_of(facts: MessageFacts, balances: Sequence[Balance], texts: Phrases | None = None) -> Voice:
    """Return the texts (None: the shipped ones of its language) and the days of a statement."""
    return Voice(
        texts=texts or phrases(facts.language),
        first_day=balances[0].first_day,
        last_day=balances[0].last_day,
        payments_until=facts.payments_until,
    )


def pdf_of_statement(
    facts: MessageFacts, balances: Sequence[Balance], style: HouseStyle, texts: Phrases | None = None
) -> bytes:
    """Return the statement as PDF bytes.

    Raises:
        LetterRefused: a name or text holds a character that the fonts of the letters lack.
    """
    day = balances[0].last_day
    content = json.dumps(drawn(facts, balances, style, texts), ensure_ascii=False)
    try:
        return pdf_from("statement.typ", content, day=day)
    except CannotSet as error:
        raise LetterRefused(_refusal(facts, str(error))) from None


def text_of_statement(facts: MessageFacts, balances: Sequence[Balance], texts: Phrases | None = None) -> str:
    """Return every word that stands in the statement beside its letterhead, for the guard."""
    told = drawn(facts, balances, HouseStyle(), texts)
    return "\n".join(_words((told["title"], told["period"], told["processed"], told["note"], told["parts"])))


def drawn(
    facts: MessageFacts, balances: Sequence[Balance], style: HouseStyle, texts: Phrases | None = None
) -> dict[str, Any]:
    """Return every text of the statement, in the order of its pages."""
    voice, sender, to = voice_of(facts, balances, texts), facts.sender, facts.addressee
    town = " ".join(part for part in (to.postcode, to.city) if part)
    place = (sender.street, f"{sender.postcode} {sender.city}", sender.phone, sender.email)
    return {
        "language": facts.language,
        "title": voice.say("title"),
        "author": sender.name,
        "sender": sender.name if facts.on_behalf else style.name or sender.name,
        "on_behalf": voice.texts.one("labels.on_behalf", frozenset(), {"creditor": facts.creditor.name})
        if facts.on_behalf
        else "",
        "sender_rows": [part for part in (*place, sender.registration_mark) if part],
        "address": [part for part in (to.name, to.street, town) if part],
        "number": f"{voice.texts.one('replies.debtor_number', frozenset(), {})} {facts.reference}",
        "date": voice.day(facts.written_on),
        "period": voice.say("period"),
        "processed": voice.say("processed"),
        "note": voice.say("note"),
        "page": voice.say("page", page="{page}", pages="{pages}"),
        "parts": [_part(voice, one) for one in balances],
        "accent": style.accent,
        "ground": style.ground_shown,
        "typeface": style.typeface,
        "logo": style.logo_svg,
        "day": {"year": voice.last_day.year, "month": voice.last_day.month, "day": voice.last_day.day},
    }  # fmt: skip


def age_of(line: OpenLine, day: date) -> str:
    """Return in which column an open invoice stands by the days since its due date."""
    late = (day - line.invoice.due_date).days
    return next(name for name, most in AGES if most is None or late <= most)


def cents_by_age(balance: Balance) -> dict[str, int]:
    """Return what is open by the days since the due date, every column named."""
    sums = dict.fromkeys((name for name, _ in AGES), 0)
    for line in balance.lines:
        sums[age_of(line, balance.last_day)] += line.open_cents
    return sums


def amounts_in(balance: Balance) -> frozenset[int]:
    """Return every amount that a statement names, with its sign."""
    entries = [entry.cents for entry in balance.entries]
    lines = [cents for line in balance.lines for cents in (line.open_cents, line.invoice.asked_cents)]
    told = (
        balance.opening_cents, balance.closing_cents, -balance.unused_credit_cents, *entries, *lines,
        sum(line.open_cents for line in balance.lines), sum(cents for cents in entries if cents > 0),
        sum(cents for cents in entries if cents < 0), *cents_by_age(balance).values(),
    )  # fmt: skip
    return frozenset(told)


def days_in(balance: Balance) -> frozenset[date]:
    """Return every day that a statement names."""
    days = {balance.first_day, balance.last_day, *(entry.on for entry in balance.entries)}
    return frozenset(
        days | {day for line in balance.lines for day in (line.invoice.issue_date, line.invoice.due_date)}
    )


def step_told(balances: Sequence[Balance]) -> Literal["NONE", "COLLECTION"]:
    """Return whether a statement tells of an invoice that was handed over: then that step is no threat but true."""
    told = any(line.invoice.is_handed_over for balance in balances for line in balance.lines)
    return "COLLECTION" if told else "NONE"


def _part(voice: Voice, balance: Balance) -> dict[str, Any]:
    def amount(cents: int) -> str:
        return voice.amount(cents, balance.currency)

    added = sum(entry.cents for entry in balance.entries if entry.cents > 0)
    sums = (
        ("opening", balance.opening_cents), ("added", added), ("taken", balance.changed_cents - added),
        ("closing", balance.closing_cents),
    )  # fmt: skip
    ages = cents_by_age(balance)
    columns = ("invoice", "issued", "due", "subject", "amount", "open")
    return {
        "currency": balance.currency,
        "sums": [{"label": voice.say(name), "value": amount(cents)} for name, cents in sums],
        "open_heading": voice.say("open_heading"),
        "open_columns": [voice.say(f"column_{name}") for name in columns],
        "lines": [_line(voice, balance, line) for line in balance.lines],
        "nothing_open": voice.say("nothing_open"),
        "together": {"label": voice.say("together"), "value": amount(sum(line.open_cents for line in balance.lines))},
        "unused": {"label": voice.say("unused"), "value": amount(-balance.unused_credit_cents)}
        if balance.unused_credit_cents
        else None,
        "ageing_heading": voice.say("ageing_heading"),
        "ageing": [
            {"label": voice.say(name), "value": amount(ages[name]) if ages[name] else _NONE} for name, _ in AGES
        ],
        "entries_heading": voice.say("entries_heading"),
        "entry_columns": [voice.say(f"column_{name}") for name in ("day", "what", "numbers", "change")],
        "entries": [
            [voice.day(entry.on), voice.say(entry.kind), ", ".join(entry.numbers), amount(entry.cents)]
            for entry in balance.entries
        ],
        "nothing_happened": voice.say("nothing_happened"),
    }  # fmt: skip


def _line(voice: Voice, balance: Balance, line: OpenLine) -> list[str]:
    one = line.invoice
    marks = (("disputed", one.is_disputed), ("handed_over", one.is_handed_over))
    mark = ", ".join(voice.say(name) for name, holds in marks if holds)
    return [
        one.number,
        voice.day(one.issue_date),
        voice.day(one.due_date),
        f"{one.subject} ({mark})".strip() if mark else one.subject,
        voice.amount(one.asked_cents, balance.currency),
        voice.amount(line.open_cents, balance.currency),
    ]


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node.replace(figures.NO_BREAK, " ")
    elif isinstance(node, dict):
        for below in node.values():
            yield from _words(below)
    elif isinstance(node, list | tuple):
        for below in node:
            yield from _words(below)


def _refusal(facts: MessageFacts, message: str) -> str:
    return (
        f"Het rekeningoverzicht van debiteur {facts.reference} kan niet als PDF worden gemaakt: {message}. Staat er "
        "in een naam of tekst een teken buiten het Latijnse, Griekse of Cyrillische schrift? Schrijf het dan in "
        "een van die schriften."
    )
