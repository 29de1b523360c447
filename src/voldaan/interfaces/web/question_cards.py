"""A question as the desk shows it: the payment with its marks, the ways in words, and what can be split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from voldaan.domain.identifiers import format_iban, is_valid_iban
from voldaan.domain.money import format_amount, format_euro
from voldaan.interfaces.web.marking import Piece, marked
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.desk_questions import QuestionRow, Way, WayInvoice


class Fullness(NamedTuple):
    """How much of each question is shown."""

    ways: int
    invoices: int
    """Of each way."""
    split: int
    signs: int
    """Of what was written, and of what speaks for a way."""


WHOLE = Fullness(500, 500, 500, 10_000)
IN_A_LIST = (Fullness(4, 5, 6, 280), Fullness(3, 3, 4, 200), Fullness(1, 2, 2, 100))
"""From full to scant: a list shows as much as fits on a page of a hundred kilobytes."""

CHARGE_MOST_CENTS = 2_500
"""Up to here, too little from one payer looks like what a bank kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayCard:
    """One way in words."""

    way: Way
    place: int
    """From 1: the digit that chooses it."""
    is_chosen: bool
    invoices: tuple[WayInvoice, ...]
    more: str
    """How many invoices are not shown; empty where all are."""
    difference: str
    speaks: str
    """What speaks for it."""
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitLine:
    """An invoice to which a part of the money could go."""

    number: str
    debtor: str
    open_cents: int
    way: str
    """The way that it stands in, as an answer names it."""
    amount: str
    """What it would get in that way."""
    is_chosen: bool
    """Its way is the one that is chosen at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question."""

    row: QuestionRow
    pieces: tuple[Piece, ...]
    iban: str
    ways: tuple[WayCard, ...]
    more_ways: str
    tie: str
    split: tuple[SplitLine, ...]
    waits: str
    """What is still to place, as an amount without its sign."""
    lets_go: bool
    leaves_rest: bool
    land_on: str
    """Where the next page begins after an answer: at the question that comes next."""


def cards(rows: Sequence[QuestionRow], language: Language, fullness: Fullness) -> tuple[Card, ...]:
    """Return questions in words, in their order."""
    after = [row.id for row in rows[1:]] + [row.id for row in rows[-2:-1]]
    landing = [f"#vraag-{key}" for key in after] + [""]
    return tuple(_card(row, land, language, fullness) for row, land in zip(rows, landing, strict=False))


def _card(row: QuestionRow, land_on: str, language: Language, fullness: Fullness) -> Card:
    texts = texts_in(language)
    ways = tuple(_ways(row, language, fullness))
    left_out = len(row.ways) - len(ways)
    return Card(
        row=row,
        pieces=marked(_cut(row.remittance, fullness.signs), _numbers(row)),
        iban=grouped_iban(row.counterparty_iban),
        ways=ways,
        more_ways=texts["more_ways"].format(count=len(row.ways)) if left_out else "",
        tie=_tie(row, texts) if row.is_tied and row.ways else "",
        split=tuple(_split(ways, language, fullness.split)),
        waits=format_amount(row.waiting_cents, language),
        lets_go=any(_why_less(row, one.way) in ("ROUNDING", "DISCOUNT", "CHARGE") for one in ways),
        leaves_rest=any(one.way.rest_cents for one in ways) and row.kind == "PAYMENT",
        land_on=land_on,
    )


def grouped_iban(number: str) -> str:
    """Return an IBAN in groups of four; another account number as it is."""
    return format_iban(number) if is_valid_iban(number) else number


def _cut(text: str, signs: int) -> str:
    return text if len(text) <= signs else text[:signs].rstrip() + "…"


def _numbers(row: QuestionRow) -> list[str]:
    return [invoice.number for way in row.ways for invoice in way.invoices]


def _tie(row: QuestionRow, texts: dict[str, str]) -> str:
    return texts["tie"].format(count=len(row.best)) if len(row.best) > 1 else texts["tie_close"]


def _ways(row: QuestionRow, language: Language, fullness: Fullness) -> Iterator[WayCard]:
    texts = texts_in(language)
    for place, way in enumerate(row.ways[: fullness.ways], 1):
        shown = way.invoices[: fullness.invoices]
        left_out = len(way.invoices) - len(shown)
        yield WayCard(
            way=way,
            place=place,
            is_chosen=place == 1 and not row.is_tied,
            invoices=shown,
            more=texts["more_invoices"].format(count=left_out) if left_out else "",
            difference=_difference(row, way, language),
            speaks=_cut("; ".join(way.evidence), fullness.signs),
            certainty=_certainty(row, way, texts),
        )


def _certainty(row: QuestionRow, way: Way, texts: dict[str, str]) -> str:
    if way.points is None:
        return ""
    name = "certainty" if way.points < row.link_from_points else "certainty_enough"
    return texts[name].format(points=way.points, needed=row.link_from_points)


def _why_less(row: QuestionRow, way: Way) -> str:
    """Return what the difference looks like, where the money is less than what is open; else nothing."""
    short = way.short_cents
    if row.kind != "PAYMENT" or not short:
        return ""
    if short == way.discount_cents:
        return "DISCOUNT"
    if short <= row.tolerance_cents:
        return "ROUNDING"
    is_small = short <= CHARGE_MOST_CENTS and short * 10 <= row.waiting_cents
    return "CHARGE" if is_small else "PART"


def _difference(row: QuestionRow, way: Way, language: Language) -> str:
    """Return how the amount compares to what is open: "€ 2,50 minder: bankkosten?"."""
    texts = texts_in(language)
    if not way.names_invoices or row.kind != "PAYMENT":
        return ""
    if way.rest_cents:
        return texts["more_than_open"].format(amount=format_euro(way.rest_cents, language))
    why = _why_less(row, way)
    if not why:
        return texts["fits"]
    return f"{texts['less'].format(amount=format_euro(way.short_cents, language))}: {texts[f'less_{why}']}"


def _split(ways: Sequence[WayCard], language: Language, most: int) -> Iterator[SplitLine]:
    """Yield each invoice of the ways once, with what the first way that holds it would give it."""
    seen: set[str] = set()
    for one in ways:
        for invoice in one.invoices:
            if invoice.number in seen or len(seen) == most:
                continue
            seen.add(invoice.number)
            yield SplitLine(
                number=invoice.number,
                debtor=dict(one.way.debtors)[invoice.debtor],
                open_cents=invoice.open_cents,
                way=one.way.choice,
                amount=format_amount(invoice.cents, language) if invoice.cents else "",
                is_chosen=one.is_chosen,
            )
