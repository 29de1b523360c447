"""One way to explain a payment, and what was found in a payment."""

from collections.abc import Iterable
from typing import NamedTuple

from voldaan.domain.matching.facts import (
    Because,
    Cents,
    Difference,
    Ids,
    Netted,
    OpenInvoice,
    PaymentFacts,
)
from voldaan.domain.matching.payers.paying import Paying
from voldaan.domain.matching.weights import CARRIED, EACH_MORE, NAMED_MOST
from voldaan.domain.matching.written.mentions import Mention
from voldaan.domain.matching.written.remittance import Written

Said = tuple[str, int]
"""A clue in words, and its points."""

STRONG_KINDS = frozenset(("REFERENCE", "PLAIN_REFERENCE", "NUMBER", "CARRIED", "RANGE"))
"""What names an invoice by itself."""

_WORDS = {
    "REFERENCE": "betalingskenmerk {}",
    "PLAIN_REFERENCE": "kenmerk {}",
    "NUMBER": "factuurnummer {}",
    "NUMBER_LIKE_A_DAY": "factuurnummer {}, dat ook een datum kan zijn",
    "SHORT_NUMBER": "kort factuurnummer {}",
    "CARRIED": "vervolgnummer {}",
    "RANGE": "reeks {}",
    "TAIL": "einde van het factuurnummer: {}",
    "TYPO": "bijna het factuurnummer: {}",
    "ORDER": "bestelnummer {}",
}


class Way(NamedTuple):
    """One way to explain a payment."""

    because: Because
    points: int
    said: tuple[Said, ...]
    accounts: Ids
    allocations: Cents = ()
    differences: tuple[Difference, ...] = ()
    netted: tuple[Netted, ...] = ()
    rest_cents: int = 0
    set_aside: str = ""
    named: bool = False
    """Something that was written names what it pays."""
    exact: bool = False
    teaches: bool = False
    payer: tuple[Said, ...] = ()
    """What of it is about who paid."""
    texts: tuple[str, ...] = ()
    """What was written that it pays."""

    @property
    def key(self) -> tuple[object, ...]:
        """Return what makes it another way than another."""
        return (self.accounts, self.allocations)


class Reading(NamedTuple):
    """A payment beside what was found in it."""

    payment: PaymentFacts
    written: Written
    mentions: tuple[Mention, ...]
    excepted: Ids
    """Invoices that were named as not paid: `alles behalve 2026-0012`."""
    unclear: bool
    """It says that something was not paid, and not clearly what."""
    paying: Paying

    @property
    def names(self) -> tuple[str, ...]:
        """Return the words of the payer's name in capitals: of `Jan de Boer`, `JAN` is no month."""
        return tuple(self.payment.counterparty_name.upper().replace(",", " ").replace(".", " ").split())


def in_words(mention: Mention) -> str:
    """Return a mention as a clue in words: `factuurnummer 2026-0012`."""
    return _WORDS[mention.kind].format(mention.text)


def written_words(mentions: Iterable[Mention]) -> tuple[Said, ...]:
    """Return what was written, in words: the strongest for its whole, each other for a little more, up to a point."""
    ordered = sorted({mention.text: mention for mention in mentions}.values(), key=lambda one: -one.points)
    if not ordered:
        return ()
    said = [(in_words(ordered[0]), ordered[0].points)]
    room = max(0, NAMED_MOST - ordered[0].points)
    for mention in ordered[1:]:
        points = min(EACH_MORE, room) if mention.points >= CARRIED else 0
        room -= points
        said.append((in_words(mention), points))
    return tuple(said)


def asked(invoice: OpenInvoice) -> int:
    """Return what an invoice asked at first."""
    return invoice.asked_cents or invoice.open_cents


def in_order_of_debt(invoices: Iterable[OpenInvoice]) -> list[OpenInvoice]:
    """Return invoices the oldest debt first, equal ones by number: an order that is not of arrival."""
    return sorted(invoices, key=lambda one: (one.due_date, one.number, one.account_id))
