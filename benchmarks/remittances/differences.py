"""Payments of another amount than what is open: parts, charges, cents, discounts, too much, credit notes."""

from datetime import date, timedelta

from benchmarks.remittances import numbers, wording
from benchmarks.remittances.people import Debtor
from benchmarks.remittances.scene import PayerSeen, Scene, settled
from benchmarks.remittances.truth import Truth
from voldaan.domain.matching.facts import Cents, OpenInvoice


def in_parts(scene: Scene) -> bool:
    """Two payments that together pay an invoice."""
    found = scene.one(lambda invoice: invoice.open_cents > 2_000)
    if found is None:
        return False
    debtor, invoice = found
    half = invoice.open_cents // scene.rng.choice((2, 2, 3))
    first = half if scene.rng.randrange(3) else max(500, half // 1_000 * 1_000)
    payer, day = scene.payer(debtor), scene.day()
    word = scene.rng.choice((" deel 1", " 1e termijn", " aanbetaling", "", " gedeeltelijk"))
    _named(scene, "in delen", debtor, invoice, first, ((invoice.id, first),), word, payer=payer, day=day)
    left = invoice.open_cents - first
    word = scene.rng.choice((" deel 2", " restant", " rest", "", " 2e termijn"))
    _named(scene, "in delen", debtor, invoice, left, ((invoice.id, left),), word, payer=payer,
           day=day + timedelta(days=scene.rng.randrange(1, 20)))  # fmt: skip
    return True


def part(scene: Scene) -> bool:
    """Less than what is open, with the number."""
    found = scene.one(lambda invoice: invoice.open_cents > 2_000)
    if found is None:
        return False
    debtor, invoice = found
    cents = scene.rng.choice((invoice.open_cents // 2, invoice.open_cents // 3, 1_000, 1_500))
    return _named(scene, "deelbetaling", debtor, invoice, cents, ((invoice.id, cents),), "")


def bank_charge(scene: Scene) -> bool:
    """Too little by what a bank kept; whether the rest is let go is for a person to say."""
    found = scene.one(lambda invoice: invoice.open_cents > 10_000)
    if found is None:
        return False
    debtor, invoice = found
    cents = invoice.open_cents - scene.rng.choice((250, 500, 600, 750, 1_000, 1_500))
    ways = (((invoice.id, cents),), settled(invoice))
    return _named(scene, "bankkosten eraf", debtor, invoice, cents, ways[0], "", also=ways[1])


def rounding(scene: Scene) -> bool:
    """Some cents too little or too much."""
    found = scene.one(lambda invoice: invoice.open_cents > 1_000)
    if found is None:
        return False
    debtor, invoice = found
    cents = invoice.open_cents + scene.rng.choice((-5, -3, -2, -1, 1, 2))
    return _named(scene, "centen verschil", debtor, invoice, cents, settled(invoice), "")


def discount(scene: Scene) -> bool:
    """The discount for paying early, taken in time."""
    found = scene.one(_offers_discount)
    if found is None:
        return False
    debtor, invoice = found
    day = (invoice.discount_until or invoice.due_date) - timedelta(days=scene.rng.randrange(0, 6))
    word = scene.rng.choice((" minus 2% korting", " -/- 2%", "", " incl. betalingskorting", " min korting"))
    cents = invoice.open_cents - invoice.discount_cents
    return _named(scene, "korting, op tijd", debtor, invoice, cents, settled(invoice), word, day=day)


def discount_too_late(scene: Scene) -> bool:
    """The discount, taken after its day: the rest stays open."""
    found = scene.one(_offers_discount)
    if found is None:
        return False
    debtor, invoice = found
    cents = invoice.open_cents - invoice.discount_cents
    day = scene.day(after=(invoice.discount_until or invoice.due_date) + timedelta(days=7))
    return _named(
        scene, "korting, te laat", debtor, invoice, cents, ((invoice.id, cents),), " -/- 2%", day=day
    )


def _offers_discount(invoice: OpenInvoice) -> bool:
    return invoice.discount_cents > 10 and invoice.open_cents == invoice.asked_cents


def too_much(scene: Scene) -> bool:
    """More than what is open: rounded up, a slip in the amount, costs nobody asked for."""
    found = scene.one(lambda invoice: invoice.open_cents > 1_000)
    if found is None:
        return False
    debtor, invoice = found
    more = scene.rng.choice((invoice.open_cents // 10 + 100, 1_000, 4_000, invoice.open_cents))
    return _named(scene, "te veel", debtor, invoice, invoice.open_cents + more, settled(invoice), "")


def twice(scene: Scene) -> bool:
    """The same payment again some days later, or on the same day, where nobody can say which was the first."""
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    payer, day = scene.payer(debtor), scene.day()
    text, reference, usable = scene.name(debtor, invoice)
    later = scene.rng.choice((0, 1, 3, 12))
    shape = "dubbel, de eerste" if later else "dubbel, dezelfde dag"
    first = Truth(shape, (settled(invoice),), usable=usable and later > 0, for_open=later > 0,
                  asks=not usable and not payer.recognised)  # fmt: skip
    second = first if later == 0 else Truth("dubbel, de tweede", asks=True, accounts=(debtor.account_id,))
    paid = scene.add(first, payer, invoice.open_cents, text, payment_reference=reference, day=day)
    again = scene.add(second, payer, invoice.open_cents, text, payment_reference=reference,
                      day=day + timedelta(days=later))  # fmt: skip
    scene.payments[-1] = again._replace(remittance=paid.remittance)
    return True


def in_advance(scene: Scene) -> bool:
    """Money of a known debtor for what is not invoiced yet."""
    debtor = scene.rng.choice(scene.ledger.debtors)
    cents = scene.rng.choice((25_000, 50_000, 100_000, 12_345, 7_500))
    if any(one.open_cents == cents for one in scene.all_open(debtor)):
        return False
    text = scene.rng.choice(
        ("voorschot", "aanbetaling offerte", "voorschot november", "aanbetaling", "vooruitbetaling")
    )
    truth = Truth("vooruit", asks=True, accounts=(debtor.account_id,))
    scene.add(truth, scene.payer(debtor, recognised=True), cents, text)
    return True


def paid_already(scene: Scene) -> bool:
    """An invoice that was paid long ago, named and paid again."""
    debtor = scene.rng.choice(scene.ledger.debtors)
    paid = scene.paid_before(debtor.account_id)
    if not paid or any(one.open_cents == paid[-1].asked_cents for one in scene.all_open(debtor)):
        return False
    text = scene.called(numbers.spell(scene.rng, paid[-1].number))
    scene.touched.add(paid[-1].id)
    truth = Truth("was al betaald", asks=True, accounts=(debtor.account_id,))
    scene.add(truth, scene.payer(debtor, recognised=True), paid[-1].asked_cents, text)
    return True


def credit_netted(scene: Scene) -> bool:
    """An invoice less a credit note that waits, both named or only the invoice."""
    if not scene.credits:
        return False
    credit = scene.credits.pop(scene.rng.randrange(len(scene.credits)))
    debtor = scene.ledger.debtor_of[credit.account_id]
    free = [one for one in scene.free_of(debtor) if one.open_cents > credit.waiting_cents]
    if not free:
        return False
    invoice = scene.rng.choice(free)
    scene.claim(invoice)
    word = scene.rng.choice((f" -/- {credit.number}", f" min credit {credit.number}", f" {credit.number}",
                             " minus creditnota", " verrekend met creditnota"))  # fmt: skip
    cents = invoice.open_cents - credit.waiting_cents
    return _named(scene, "creditnota verrekend", debtor, invoice, cents, settled(invoice), word)


def blocked_part(scene: Scene) -> bool:
    """One invoice in two transfers: the wage part to the blocked account, the rest to the ordinary one."""
    found = scene.one(lambda invoice: invoice.blocked_cents and invoice.open_cents == invoice.asked_cents)
    if found is None:
        return False
    debtor, invoice = found
    payer, day = scene.payer(debtor), scene.day()
    blocked = invoice.blocked_cents
    parts = (
        (blocked, invoice.blocked_iban, " G-rekening"),
        (invoice.open_cents - blocked, scene.ledger.iban, ""),
    )
    for cents, bank_iban, word in parts:
        _named(scene, "G-rekening", debtor, invoice, cents, ((invoice.id, cents),), word, payer=payer,
               day=day + timedelta(days=scene.rng.randrange(0, 2)), bank_iban=bank_iban)  # fmt: skip
    return True


def _named(
    scene: Scene,
    shape: str,
    debtor: Debtor,
    invoice: OpenInvoice,
    cents: int,
    way: Cents,
    word: str,
    *,
    also: Cents = (),
    payer: PayerSeen | None = None,
    day: date | None = None,
    bank_iban: str = "",
) -> bool:
    """Book a payment that names its invoice, of an amount that is not what is open."""
    seen = payer or scene.payer(debtor)
    text = scene.called(numbers.spell(scene.rng, invoice.number)) + word
    if not word and scene.rng.randrange(100) < 15:
        text += scene.rng.choice(wording.BEHIND)
    usable = numbers.is_unmistakable(invoice.number)
    ways = (way, also) if also else (way,)
    truth = Truth(shape, ways, usable=usable, for_open=True, asks=not usable and not seen.recognised)
    scene.add(truth, seen, cents, text, day=day, bank_iban=bank_iban or scene.ledger.iban)
    return True
