"""The shapes in their proportions, and worlds of payments made from a seed."""

from collections.abc import Callable, Iterator
from itertools import accumulate, count
from random import Random

from benchmarks.remittances import collected, differences, several, single, strangers, taken_back
from benchmarks.remittances.kinds import KINDS, Kind
from benchmarks.remittances.scene import Scene
from benchmarks.remittances.truth import World

Shape = Callable[[Scene], bool]

SHAPES: tuple[tuple[int, Shape], ...] = (
    (440, single.plain),
    (130, single.messy),
    (55, single.without_number),
    (6, single.by_debtor_number),
    (12, single.month_named),
    (14, single.end_of_number),
    (22, single.slipped),
    (12, single.number_of_another),
    (5, single.number_paid_before),
    (6, single.order_named),
    (5, single.of_a_service),
    (1, single.hopeless),
    (45, several.all_named),
    (10, several.carried_on),
    (3, several.from_to),
    (4, several.one_mistaken),
    (2, several.one_left_out),
    (8, several.everything),
    (3, several.all_but_one),
    (4, several.two_accounts),
    (4, several.handed_on),
    (8, differences.in_parts),
    (14, differences.part),
    (4, differences.bank_charge),
    (6, differences.rounding),
    (6, differences.discount),
    (3, differences.discount_too_late),
    (8, differences.too_much),
    (7, differences.twice),
    (6, differences.in_advance),
    (4, differences.paid_already),
    (5, differences.credit_netted),
    (5, differences.blocked_part),
    (4, taken_back.of_an_earlier_payment),
    (3, taken_back.of_this_run),
    (4, taken_back.refund),
    (3, collected.payout),
    (1, collected.payout_without_lines),
    (2, collected.batch),
    (40, strangers.money_in),
    (60, strangers.money_out),
    (3, strangers.bank_costs),
)
"""How many of a thousand or so; where a business has nothing of the kind, another shape takes the turn."""


def make_worlds(*, payments: int, invoices: int, seed: int, only: str = "") -> Iterator[World]:
    """Yield businesses of every kind with, together, so many payments for so many open invoices.

    `only` names one kind, which then gets everything. The same seed gives the same worlds.
    """
    ids = count(1)
    kinds = [kind for kind in KINDS if only in ("", kind.name)]
    whole = sum(kind.share for kind in kinds)
    for kind in kinds:
        open_of_kind = max(1, invoices * kind.share // whole)
        worlds = -(-open_of_kind // kind.invoices_max)
        for number in range(worlds):
            rng = Random(f"{seed} {kind.name} {number}")
            yield make_world(
                rng,
                kind,
                payments=payments * kind.share // whole // worlds,
                invoices=open_of_kind // worlds,
                ids=ids,
            )


def make_world(rng: Random, kind: Kind, *, payments: int, invoices: int, ids: Iterator[int]) -> World:
    """Return one business with its payments; some fewer where its open invoices run out."""
    scene = Scene(rng, kind, invoices, ids)
    shapes = [shape for _, shape in SHAPES]
    bounds = list(accumulate(weight for weight, _ in SHAPES))
    refused = 0
    while len(scene.payments) < payments and refused < payments + 1_000:
        shape = rng.choices(shapes, cum_weights=bounds)[0]
        refused += not shape(scene)
    return scene.world()
