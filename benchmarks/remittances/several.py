"""Payments for several invoices: of one debtor, of two, named one by one, by a row, or by their sum."""

from itertools import combinations

from benchmarks.remittances import numbers, wording
from benchmarks.remittances.people import Debtor
from benchmarks.remittances.scene import PayerSeen, Scene, settled
from benchmarks.remittances.truth import Truth
from voldaan.domain.matching.facts import Cents, OpenInvoice

WIDEST_ROW = 100
"""Nobody writes "from … to …" over more numbers than these: those between are mostly of others."""


def all_named(scene: Scene) -> bool:
    """Two to five invoices, each with its whole number."""
    found = _some(scene)
    if found is None:
        return False
    debtor, invoices = found
    text = scene.called(numbers.listed(scene.rng, [one.number for one in invoices]))
    _add(scene, "meer facturen", debtor, invoices, text, usable=_unmistakable(invoices))
    return True


def carried_on(scene: Scene) -> bool:
    """The first number whole, of the others the end: `2026-0012/13`."""
    found = _some(scene)
    if found is None:
        return False
    debtor, invoices = found
    text = numbers.carried(scene.rng, [one.number for one in invoices])
    if text is None:
        return _add(scene, "meer facturen", debtor, invoices,
                    scene.called(numbers.listed(scene.rng, [one.number for one in invoices])),
                    usable=_unmistakable(invoices))  # fmt: skip
    return _add(
        scene, "meer facturen, verkort", debtor, invoices, scene.called(text), usable=_unmistakable(invoices)
    )


def from_to(scene: Scene) -> bool:
    """The first and the last: `0012 t/m 0019`; numbers of others can lie between."""
    debtor = scene.debtor_with(2)
    if debtor is None:
        return False
    free = scene.free_of(debtor)
    start = scene.rng.randrange(len(free) - 1)
    invoices = free[start : start + scene.rng.randrange(2, 4)]
    first, last = (int(numbers.digits_of(one.number)) for one in (invoices[0], invoices[-1]))
    if not 0 < last - first <= WIDEST_ROW:
        return False
    numbered = scene.ledger.of_account[debtor.account_id]
    between = numbered[numbered.index(invoices[0].id) : numbered.index(invoices[-1].id) + 1]
    if any(
        key not in {one.id for one in invoices} and scene.ledger.invoices[key].open_cents for key in between
    ):
        return False
    scene.claim(*invoices)
    text = (
        invoices[0].number
        + scene.rng.choice((" t/m ", " tot en met ", " tm ", "-t/m-"))
        + invoices[-1].number
    )
    return _add(scene, "van tot en met", debtor, invoices, scene.called(text), usable=_unmistakable(invoices))


def one_mistaken(scene: Scene) -> bool:
    """Several numbers of which one has a slip; the sum is right."""
    found = _some(scene)
    if found is None:
        return False
    debtor, invoices = found
    written = [one.number for one in invoices]
    at = scene.rng.randrange(len(written))
    written[at] = numbers.slip(scene.rng, written[at])
    return _add(scene, "meer facturen, een fout", debtor, invoices,
                scene.called(numbers.listed(scene.rng, written)), usable=False)  # fmt: skip


def one_left_out(scene: Scene) -> bool:
    """The sum of three, of which two are named."""
    found = _some(scene, least=3)
    if found is None:
        return False
    debtor, invoices = found
    text = scene.called(numbers.listed(scene.rng, [one.number for one in invoices[:-1]]))
    ways = _equal_sums(scene, debtor, invoices, always=invoices[:-1])
    return _add(scene, "niet alles genoemd", debtor, invoices, text, usable=False, ways=ways)


def everything(scene: Scene) -> bool:
    """All that is open, without a number."""
    debtor = scene.debtor_with(2)
    if debtor is None or len(scene.free_of(debtor)) < len(scene.all_open(debtor)):
        return False
    invoices = scene.free_of(debtor)
    scene.claim(*invoices)
    text = scene.rng.choice(
        ("alle openstaande facturen", "saldo", "openstaand saldo", "div. facturen", "diverse")
    )
    return _add(scene, "alles, zonder nummer", debtor, invoices, text, usable=False, known=True)


def all_but_one(scene: Scene) -> bool:
    """All that is open but one invoice, without a number."""
    debtor = scene.debtor_with(3)
    if debtor is None or len(scene.free_of(debtor)) < len(scene.all_open(debtor)):
        return False
    free = scene.free_of(debtor)
    left = scene.rng.choice(free)
    invoices = [one for one in free if one is not left]
    ways = _equal_sums(scene, debtor, invoices)
    scene.claim(*invoices)
    text = scene.rng.choice(("diverse facturen", "facturen", "div. nota's", "conform overzicht"))
    return _add(
        scene, "alles op één na, zonder nummer", debtor, invoices, text, usable=False, known=True, ways=ways
    )


def two_accounts(scene: Scene) -> bool:
    """One payment for invoices of two debtors, both named: a family, an owner of two firms."""
    first, second = scene.one(), scene.one()
    if first is None or second is None or first[0] == second[0]:
        return False
    invoices = [first[1], second[1]]
    text = scene.called(numbers.listed(scene.rng, [one.number for one in invoices]))
    return _add(
        scene, "twee debiteuren", first[0], invoices, text, usable=_unmistakable(invoices), known=True
    )


def handed_on(scene: Scene) -> bool:
    """What debtors paid to the agency or the factor by mistake, handed on in one sum."""
    found = [one for one in (scene.one() for _ in range(scene.rng.randrange(1, 4))) if one is not None]
    if not found:
        return False
    invoices = [invoice for _, invoice in found]
    name, iban = scene.rng.choice(
        (
            ("Noord Factoring B.V.", scene.factor_iban),
            ("Incassobureau De Brug derdengelden", scene.agency_iban),
        )
    )
    word = scene.rng.choice(("Afdracht ", "Doorbetaling ", "Ontvangen voor u: ", "Afdracht dossiers "))
    written = [one.number for one in invoices]
    text = word + (numbers.listed(scene.rng, written) if len(written) > 1 else scene.called(written[0]))
    truth = Truth(
        "via factor of bureau", (settled(*invoices),), usable=_unmistakable(invoices), for_open=True
    )
    scene.add(truth, PayerSeen(name, iban, recognised=False), sum(one.open_cents for one in invoices), text)
    return True


def _some(scene: Scene, least: int = 2) -> tuple[Debtor, list[OpenInvoice]] | None:
    debtor = scene.debtor_with(least)
    if debtor is None:
        return None
    free = scene.free_of(debtor)
    count = min(len(free), scene.rng.choice((least, least, least + 1, least + 2)))
    chosen = sorted(scene.rng.sample(free, count))
    scene.claim(*chosen)
    return debtor, chosen


def _unmistakable(invoices: list[OpenInvoice]) -> bool:
    return all(numbers.is_unmistakable(one.number) for one in invoices)


def _equal_sums(
    scene: Scene, debtor: Debtor, invoices: list[OpenInvoice], always: list[OpenInvoice] | None = None
) -> tuple[Cents, ...]:
    """Return every choice of as many of the debtor's open invoices with the same sum, the meant one first."""
    always = always or []
    wanted = sum(one.open_cents for one in invoices)
    others = [one for one in scene.all_open(debtor) if one not in always][:14]
    found = [
        settled(*always, *chosen)
        for count in range(1, min(4, len(others)) + 1)
        for chosen in combinations(others, count)
        if sum(one.open_cents for one in (*always, *chosen)) == wanted
    ]
    return tuple(dict.fromkeys((settled(*invoices), *found)))


def _add(
    scene: Scene,
    shape: str,
    debtor: Debtor,
    invoices: list[OpenInvoice],
    text: str,
    *,
    usable: bool,
    known: bool = False,
    ways: tuple[Cents, ...] = (),
) -> bool:
    payer = scene.payer(debtor, recognised=known or not usable)
    if scene.rng.randrange(100) < 15:
        text += scene.rng.choice(wording.BEHIND)
    truth = Truth(shape, ways or (settled(*invoices),), usable=usable, for_open=True, asks=len(ways) > 1)
    scene.add(truth, payer, sum(one.open_cents for one in invoices), text)
    return True
