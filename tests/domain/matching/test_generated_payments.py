"""Payments as people write them, with the truth beside them, against the real engine. `make bench` measures more."""

from collections import Counter
from datetime import date
from itertools import count
from random import Random

import pytest

from benchmarks.matching import judge_world
from benchmarks.remittances import numbers
from benchmarks.remittances.judging import judge, settled_by
from benchmarks.remittances.kinds import KINDS
from benchmarks.remittances.making import SHAPES, make_worlds
from benchmarks.remittances.scene import Scene
from benchmarks.remittances.truth import Truth, World
from voldaan.domain.matching.facts import Candidate, PaymentFacts, Verdict
from voldaan.domain.matching.weights import LINK_FROM_POINTS

PAYMENTS, SEED = 2_000, 1


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    return list(make_worlds(payments=PAYMENTS, invoices=PAYMENTS, seed=SEED))


def test_the_same_seed_gives_the_same_payments(worlds):
    again = list(make_worlds(payments=PAYMENTS, invoices=PAYMENTS, seed=SEED))
    assert [world.payments for world in again] == [world.payments for world in worlds]
    assert [world.truths for world in again] == [world.truths for world in worlds]


def test_every_payment_has_its_truth_and_every_kind_of_business_is_there(worlds):
    assert {world.kind for world in worlds} == {kind.name for kind in KINDS}
    for world in worlds:
        assert world.truths.keys() == {payment.id for payment in world.payments}


def test_no_invoice_is_paid_for_more_than_is_open(worlds):
    for world in worlds:
        open_cents = {invoice.id: invoice.open_cents for invoice in world.invoices}
        paid: Counter[int] = Counter()
        for payment in world.payments:
            truth = world.truths[payment.id]
            if truth.for_open and truth.ways and payment.amount_cents > 0:
                for invoice, cents in truth.ways[0]:
                    paid[invoice] += cents
        assert not {invoice for invoice, cents in paid.items() if cents > open_cents[invoice]}


def test_every_shape_can_be_made():
    rng, ids = Random(SEED), count(1)
    made = set()
    for kind in KINDS:
        scene = Scene(rng, kind, 200, ids)
        made |= {shape for _, shape in SHAPES if any(shape(scene) for _ in range(40))}
    assert made == {shape for _, shape in SHAPES}


@pytest.mark.parametrize("number", ["F2024-0012", "26-117", "20417233", "VF/2026/0093", "12", "INV-000123"])
def test_a_spelling_keeps_every_digit_and_a_slip_does_not(number):
    rng = Random(SEED)
    for _ in range(200):
        spelled = numbers.spell(rng, number).upper().replace("O", "0")
        assert numbers.digits_of(spelled) == numbers.digits_of(number)
        assert numbers.slip(rng, number) != number
        assert numbers.digits_of(number).endswith(numbers.tail(rng, number).lstrip("0"))


def test_what_is_linked_closes_and_none_of_it_is_wrong(worlds):
    for world in worlds:
        for one in judge_world(world, link_from=LINK_FROM_POINTS):
            used = sum(cents for _, cents in one.verdict.allocations)
            assert min(0, one.payment.amount_cents) <= used <= max(0, one.payment.amount_cents)
            if (
                one.verdict.verdict == "linked"
                and one.verdict.takes_back is None
                and not one.verdict.set_aside
            ):
                assert used + one.verdict.rest_cents == one.payment.amount_cents
            assert one.outcome != "linked wrong", one


def test_the_order_of_the_payments_makes_no_difference(worlds):
    world = next(world for world in worlds if world.kind == "abonnement")
    turned = world._replace(payments=world.payments[::-1])
    verdicts = [
        {one.payment.id: one.verdict for one in judge_world(each, link_from=LINK_FROM_POINTS)}
        for each in (world, turned)
    ]
    assert verdicts[0] == verdicts[1]


A_PAYMENT = PaymentFacts(1, 100, date(2026, 11, 2))
TO_ONE = Truth("", ways=(((7, 100),),), for_open=True)


def _first(*invoices: int, points: int = 50, rank: int = 1) -> tuple[Candidate, ...]:
    return tuple(Candidate(1, invoice, 100, rank, "", points) for invoice in invoices)


@pytest.mark.parametrize(
    ("verdict", "truth", "outcome"),
    [
        (Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((7, 100),)), TO_ONE, "linked right"),
        (Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((8, 100),)), TO_ONE, "linked wrong"),
        (Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((7, 90),)), TO_ONE, "linked wrong"),
        (
            Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((7, 100),)),
            TO_ONE._replace(asks=True),
            "guessed",
        ),
        (Verdict("unmatched", "NOT_FROM_A_DEBTOR", set_aside="NOT_FROM_A_DEBTOR"), TO_ONE, "linked wrong"),
        (Verdict("suggested", "TIE", candidates=_first(7)), TO_ONE, "first"),
        (Verdict("suggested", "TIE", candidates=_first(7) + _first(8, rank=2)), TO_ONE, "elsewhere"),
        (Verdict("suggested", "TIE", candidates=_first(7) + _first(8, rank=2, points=40)), TO_ONE, "first"),
        (Verdict("suggested", "TIE", candidates=_first(7, 8)), TO_ONE, "other"),
        (Verdict("unmatched", "NO_CLUE"), TO_ONE, "unmatched"),
        (Verdict("unmatched", "NO_CLUE"), Truth(""), "left alone"),
        (Verdict("unmatched", "NO_CLUE"), Truth("", accounts=(1,)), "holds nobody"),
        (Verdict("suggested", "PAYER_KNOWN", candidates=_first(7)), Truth("", accounts=(1,)), "left alone"),
        (Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((7, 100),)), Truth(""), "linked wrong"),
    ],
)
def test_a_verdict_is_judged_by_the_truth(verdict, truth, outcome):
    assert judge(A_PAYMENT, verdict, truth).outcome == outcome


def test_a_link_that_leaves_a_rest_is_right_in_part():
    both = Truth("", ways=(((7, 100), (8, 50)),), for_open=True)
    verdict = Verdict("linked", "PAYOUT", allocations=((7, 100),), rest_cents=50)
    assert judge(A_PAYMENT, verdict, both).outcome == "in part"
    assert settled_by(verdict) == ((7, 100),)
