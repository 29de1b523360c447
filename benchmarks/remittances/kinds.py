"""Kinds of business whose invoices are paid: how they number, what they ask, who owes them."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from voldaan.domain.identifiers import format_ogm, make_betalingskenmerk, make_ogm, make_rf

Amounts = Callable[[Random], int]
Numbering = Callable[[int, int, int], str]
"""The year, the place in the year and the place of all give the number."""


class Kind(NamedTuple):
    """A business."""

    name: str
    share: int
    """Of a hundred payments."""
    invoices_max: int
    """A small business has no more open; then there are several of it."""
    number: Numbering
    step_max: int
    """Numbers of invoices that are not in the book lie between: 1 is a row without a gap."""
    amount: Amounts
    reference: Callable[[int], str] | None = None
    consumers_percent: int = 50
    iban_percent: int = 25
    invoices_a_debtor: int = 3
    monthly: bool = False
    """The same amount every month."""
    discount_percent: int = 0
    blocked_percent: int = 0
    collects_percent: int = 0
    """How many of a hundred debtors pay by direct debit."""
    orders_percent: int = 0
    uses_reference_percent: int = 0
    """How many of a hundred payers use the payment reference where there is one."""


def _per_year(form: str) -> Numbering:
    return lambda year, in_year, _: form.format(year=year, short=year % 100, place=in_year)


def _in_a_row(form: str) -> Numbering:
    return lambda _, __, place: form.format(place=place)


def _prices(*cents: int) -> Amounts:
    return lambda rng: rng.choice(cents)


def _between(least: int, most: int) -> Amounts:
    return lambda rng: int(least + (most - least) * rng.random() ** 3)


def _hours(rng: Random) -> int:
    return rng.randrange(4, 160) * rng.choice((4235, 5445, 6050, 7865))


KINDS = (
    Kind("abonnement", 22, 50_000, _in_a_row("204{place:05}"), 1, _prices(2495, 2495, 2495, 2495, 3995, 3995, 4750),
         consumers_percent=92, invoices_a_debtor=2, monthly=True, collects_percent=20),
    Kind("groothandel", 18, 30_000, _per_year("F{year}-{place:04}"), 2, _between(1500, 800_000), consumers_percent=5,
         invoices_a_debtor=4, discount_percent=15, orders_percent=30),
    Kind("praktijk", 10, 30_000, _in_a_row("3100{place:05}"), 40, _between(800, 60_000), consumers_percent=97,
         iban_percent=5, invoices_a_debtor=2),
    Kind("verhuurder", 10, 20_000, _per_year("{year}{place:06}"), 3, _between(45_000, 120_000),
         lambda place: make_betalingskenmerk(f"{70_000_000_000_000 + place * 7:015}"), consumers_percent=85,
         iban_percent=60, monthly=True, uses_reference_percent=55),
    Kind("aannemer", 8, 900, _per_year("{short}-{place}"), 2, _between(9_000, 2_500_000), consumers_percent=40,
         blocked_percent=15, discount_percent=5, invoices_a_debtor=2),
    Kind("bureau", 8, 8_000, _per_year("VF/{year}/{place:04}"), 1, _hours,
         lambda place: make_rf(f"26{place:06}"), consumers_percent=10, uses_reference_percent=50, orders_percent=40),
    Kind("vlaanderen", 6, 20_000, _per_year("{year}{place:03}"), 2, _between(2_000, 300_000),
         lambda place: format_ogm(make_ogm(f"{place * 3:010}")), consumers_percent=45, uses_reference_percent=65),
    Kind("vijf cijfers", 8, 12_000, _in_a_row("{place:05}"), 3, _between(1_200, 150_000), consumers_percent=60),
    Kind("letters", 6, 30_000, _in_a_row("INV-{place:06}"), 2, _prices(4900, 9900, 14900, 49900, 12100, 24200),
         consumers_percent=20, invoices_a_debtor=2, orders_percent=20),
    Kind("klein", 4, 250, _in_a_row("{place}"), 2, _between(2_500, 90_000), consumers_percent=60,
         invoices_a_debtor=1),
)  # fmt: skip
