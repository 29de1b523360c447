"""Every order of lists, bank lines, credit notes, reversals and the client's word closes to the cent (P9)."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.usecases.sample_files import (
    WHEN,
    a_client,
    a_credit_note,
    a_movement,
    an_invoice,
    an_item,
    camt,
    everything_closes,
    hand_in,
    match,
    open_list,
    open_of,
    ubl,
)
from voldaan.records.models import Client, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.import_files import import_file
from voldaan.usecases.settle_invoice import CannotSettle, NotFound, settle_invoice

pytestmark = pytest.mark.django_db

START = date(2026, 10, 1)
SEEDS = range(6)
Act = Callable[[], object]


@pytest.mark.parametrize("truth", ["bank", "ledger"])
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_comes_in_whatever_order(seed: int, truth: str) -> None:
    chance = random.Random(seed)
    client = a_client(truth=truth)
    asked = {f"2026-000{n}": chance.choice([10_000, 5_000, 7_500]) for n in range(1, 4)}
    acts: list[Act] = [_bill(client, number, cents) for number, cents in asked.items()]
    for place in range(5):
        acts += _movements(client, chance, asked, place)
    acts += [_list(client, chance, asked, place) for place in range(3)]
    acts += [_word(client, chance.choice(list(asked))), _credit(client, chance.choice(list(asked)))]
    chance.shuffle(acts)
    for act in acts:
        act()
        if chance.random() < 0.6:
            match(client)
        assert everything_closes(client)
    match(client)
    assert everything_closes(client)
    if truth == "ledger":
        _the_last_list_is_followed_or_asked_about(client, asked)


def _the_last_list_is_followed_or_asked_about(client: Client, asked: dict[str, int]) -> None:
    halves = {number: cents // 2 for number, cents in asked.items()}
    rows = [an_item(number, cents, total=asked[number]) for number, cents in halves.items()]
    hand_in(client, open_list(*rows, as_of=WHEN["on"]), "last")
    match(client)
    assert everything_closes(client)
    found = open_of(client)
    with rows_of(client):
        questions = Question.objects.filter(answered_at__isnull=True, because="LEDGER_SAYS_OPEN")
        asked_about = set(questions.values_list("invoice__number", flat=True))
    for number, cents in halves.items():
        assert found.get(number, 0) == cents or (number in asked_about and found.get(number, 0) < cents)


def _bill(client: Client, number: str, cents: int) -> Act:
    return lambda: hand_in(client, ubl(an_invoice(number, cents)), number)


def _movements(client: Client, chance: random.Random, asked: dict[str, int], place: int) -> list[Act]:
    """Return a payment, and sometimes the movement that takes it back."""
    number = chance.choice(list(asked))
    cents = chance.choice([asked[number], asked[number] // 2, 1_000, 12_000])
    on, name = START + timedelta(days=chance.randrange(40)), f"E2E-{place}"
    came = a_movement(cents, on, f"factuur {number}", end_to_end_id=name)
    went = a_movement(-cents, on + timedelta(days=3), "storno", end_to_end_id=name, reversal=True)
    acts: list[Act] = [lambda: hand_in(client, camt(came), f"p{place}")]
    if chance.random() < 0.4:
        acts.append(lambda: hand_in(client, camt(went), f"r{place}"))
    return acts


def _list(client: Client, chance: random.Random, asked: dict[str, int], place: int) -> Act:
    as_of, complete = START + timedelta(days=chance.randrange(45)), chance.random() < 0.7
    rows = [
        an_item(number, chance.choice([cents, cents // 2]), total=cents)
        for number, cents in asked.items()
        if chance.random() < 0.6
    ]
    data = open_list(*rows, as_of=as_of, complete=complete)
    return lambda: import_file(client, name=f"l{place}", data=data, **WHEN)


def _word(client: Client, number: str) -> Act:
    def says() -> None:
        try:
            settle_invoice(client, number, **WHEN)
        except (CannotSettle, NotFound):
            return

    return says


def _credit(client: Client, number: str) -> Act:
    return lambda: hand_in(client, ubl(a_credit_note("C-1", 2_500, number)), "c")
