"""The script of a call: whom to ask for, what is open, what may be agreed, and what is never said.

The first question finds out who answers: nobody but the debtor hears that there is a debt.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from voldaan.domain.wording.facts import InvoiceLine, MessageFacts
from voldaan.letters import figures
from voldaan.letters.phrases import Phrases, filled_in, phrases
from voldaan.letters.sms import spoken_words

INVOICES_MAX: Final = 8
"""More than this nobody reads out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of the script: its heading, and its lines."""

    heading: str
    lines: tuple[str, ...]


def call_script(facts: MessageFacts, texts: Phrases | None = None) -> tuple[Passage, ...]:
    """Return the script, in these texts (None: the shipped ones of its language).

    Raises:
        ValueError: the debtor could reach nobody afterwards.
    """
    said_in = texts or phrases(facts.language)
    words = spoken_words(facts, said_in)
    call = said_in.tree["call"]
    told = {
        "first": (_question(facts, call), *call["first_lines"]),
        "who": tuple(_who(facts, call)),
        "facts": tuple(_facts(facts, said_in, words)),
        "ask": tuple(call["ask_lines"]),
        "agree": (*call["agree_lines"], *((call["agree_person"],) if facts.addressee.is_person else ())),
        "never": tuple(call["never_lines"]),
        "close": tuple(_close(facts, call)),
    }
    return tuple(
        Passage(
            heading=call[name],
            lines=tuple(line if name == "facts" else filled_in(line, words) for line in lines),
        )
        for name, lines in told.items()
    )


def text_of_script(script: tuple[Passage, ...]) -> str:
    """Return the script as plain text: each heading on a line, its lines below it, and an empty line between."""
    return "\n\n".join("\n".join((passage.heading, *passage.lines)) for passage in script) + "\n"


def script_of_text(text: str) -> tuple[Passage, ...]:
    """Return the script that `text_of_script` wrote."""
    parts = (part.splitlines() for part in text.strip().split("\n\n"))
    return tuple(Passage(heading=lines[0], lines=tuple(lines[1:])) for lines in parts if lines)


def _question(facts: MessageFacts, call: Mapping[str, Any]) -> str:
    named = facts.addressee.person or facts.addressee.is_natural_person
    return str(call["first_person" if named else "first_organisation"])


def _who(facts: MessageFacts, call: Mapping[str, Any]) -> Iterator[str]:
    yield call["who_agency" if facts.on_behalf else "who_own"]
    if facts.earlier:
        yield call["earlier"]


def _facts(facts: MessageFacts, texts: Phrases, words: dict[str, str]) -> Iterator[str]:
    call = texts.tree["call"]
    lines = (*facts.invoices, *facts.also_open)
    for line in lines[:INVOICES_MAX]:
        yield filled_in(call["invoice"], _of_invoice(line, facts, texts))
    if len(lines) > INVOICES_MAX:
        yield call["more"]
    yield filled_in(call["total"], words)
    for box in facts.pay_to:
        iban = figures.iban_in_groups(box.iban)
        yield filled_in(call["box"], {"iban": iban, "account": box.name, "reference": box.reference})
    yield filled_in(call["until"], words)
    yield call["nothing"]


def _of_invoice(line: InvoiceLine, facts: MessageFacts, texts: Phrases) -> dict[str, str]:
    return {
        "invoice": line.number,
        "issue": figures.long_date(line.issue_date, texts),
        "due": figures.long_date(line.due_date, texts),
        "open": figures.amount(line.open_cents, facts.currency, texts),
        "subject": f", {line.subject}" if line.subject else "",
    }


def _close(facts: MessageFacts, call: Mapping[str, Any]) -> Iterator[str]:
    if not facts.sender.phone and not facts.sender.email:
        raise ValueError(
            f"{facts.sender.name} heeft geen telefoonnummer en geen e-mailadres. Vul er een in: wie gebeld is, moet "
            "kunnen terugbellen."
        )
    yield call["close_phone" if facts.sender.phone else "close_mail"]
    if facts.sender.complaints:
        yield call["complaints"]
