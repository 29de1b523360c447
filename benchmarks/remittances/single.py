"""Payments for one invoice: named in all ways, misnamed, or not named at all."""

from benchmarks.remittances import numbers, wording
from benchmarks.remittances.people import Debtor, fictional_iban, stranger
from benchmarks.remittances.scene import PayerSeen, Scene, settled
from benchmarks.remittances.truth import Truth


def plain(scene: Scene) -> bool:
    """One invoice, its number written in an ordinary way, the exact amount."""
    return _named(scene, "een factuur", messy=False)


def messy(scene: Scene) -> bool:
    """The same between days, amounts, customer numbers, names and telephone numbers."""
    return _named(scene, "een factuur, tussen andere getallen", messy=True)


def _named(scene: Scene, shape: str, *, messy: bool) -> bool:
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    payer = scene.payer(debtor)
    text, reference, usable = scene.name(debtor, invoice, messy=messy)
    usable_by_payer = usable or payer.recognised
    truth = Truth(shape, (settled(invoice),), usable=usable, for_open=True, asks=not usable_by_payer)
    scene.add(truth, payer, invoice.open_cents, text, payment_reference=reference)
    return True


def of_a_service(scene: Scene) -> bool:
    """A payment request: the service stands as payer, the debtor's name and number in the text."""
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    number = numbers.spell(scene.rng, invoice.number)
    text = f"Tikkie ID {scene.rng.randrange(10**12):012}, {scene.called(number)}, {debtor.printed}, {debtor.iban}"
    truth = Truth(
        "betaalverzoek",
        (settled(invoice),),
        usable=numbers.is_unmistakable(invoice.number),
        for_open=True,
    )
    scene.add(truth, PayerSeen("AAB INZ TIKKIE", fictional_iban(scene.rng), recognised=False),
              invoice.open_cents, text)  # fmt: skip
    return True


def without_number(scene: Scene) -> bool:
    """No number: only who pays and how much."""
    return _unnamed(scene, "zonder nummer", scene.rng.choice(wording.WITHOUT_NUMBER))


def by_debtor_number(scene: Scene) -> bool:
    """The debtor's number with the client, and no invoice."""
    debtor = scene.debtor_with()
    if debtor is None:
        return False
    word = scene.rng.choice(("klantnr ", "Klantnummer: ", "debiteurnr. ", "debnr ", "relatienr. ", "klant "))
    return _unnamed(scene, "debiteurnummer", word + debtor.number, debtor)


def month_named(scene: Scene) -> bool:
    """What people write of something that comes each month: `huur oktober`."""
    debtor = scene.debtor_with()
    if debtor is None or not scene.kind.monthly:
        return False
    invoice = scene.rng.choice(scene.free_of(debtor))
    same_month = [
        other for other in scene.all_open(debtor)
        if (other.issue_date.month, other.open_cents) == (invoice.issue_date.month, invoice.open_cents)
    ]  # fmt: skip
    month = wording.MONTHS[invoice.issue_date.month - 1]
    year = scene.rng.choice(("", "", f" {invoice.issue_date.year}"))
    scene.claim(invoice)
    words = (
        ("huur ", "Huur ")
        if invoice.payment_reference
        else ("abonnement ", "contributie ", "maand ", "termijn ")
    )
    text = scene.rng.choice(words) + month + year
    rivals = () if debtor.knows_iban else scene.ledger.rivals_of(debtor, invoice.open_cents)
    others = [other for other in (*same_month, *rivals) if other.id != invoice.id]
    ways = (settled(invoice), *(settled(other) for other in others))
    truth = Truth("maand genoemd", ways, asks=bool(rivals), for_open=True)
    scene.add(truth, scene.payer(debtor, recognised=True), invoice.open_cents, text)
    return True


def _unnamed(scene: Scene, shape: str, text: str, debtor: Debtor | None = None) -> bool:
    """Pay an invoice that nothing names; of equal ones of the debtor each is as good, the oldest first (6:43)."""
    debtor = debtor or scene.debtor_with()
    if debtor is None:
        return False
    free = scene.free_of(debtor)
    cents = scene.rng.choice(free).open_cents
    invoice = next(one for one in free if one.open_cents == cents)
    scene.claim(invoice)
    equal = [one for one in scene.all_open(debtor) if one.open_cents == cents]
    told = debtor.knows_iban or debtor.number in text
    rivals = [] if told else scene.ledger.rivals_of(debtor, cents)
    others = [one for one in (*equal, *rivals) if one.id != invoice.id]
    ways = (settled(invoice), *(settled(one) for one in others))
    truth = Truth(shape, ways, asks=bool(rivals), for_open=True)
    scene.add(truth, scene.payer(debtor, recognised=True), cents, text)
    return True


def hopeless(scene: Scene) -> bool:
    """No number, and a payer whom nobody knows: only the amount is left."""
    found = scene.one()
    if found is None:
        return False
    _, invoice = found
    payer = PayerSeen(stranger(scene.rng), fictional_iban(scene.rng), recognised=False)
    truth = Truth("alleen het bedrag", (settled(invoice),), asks=True, for_open=True)
    scene.add(truth, payer, invoice.open_cents, scene.rng.choice(wording.WITHOUT_NUMBER))
    return True


def end_of_number(scene: Scene) -> bool:
    """Only the last digits: `fact 12`."""
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    written = numbers.tail(scene.rng, invoice.number)
    same_end = [
        other for other in scene.all_open(debtor)
        if other.open_cents == invoice.open_cents and numbers.digits_of(other.number).endswith(written.lstrip("0"))
    ]  # fmt: skip
    payer = scene.payer(debtor, recognised=True)
    ways = tuple(dict.fromkeys(settled(one) for one in (invoice, *same_end)))
    truth = Truth("einde van het nummer", ways, for_open=True)
    scene.add(truth, payer, invoice.open_cents, scene.rng.choice(wording.CALLED) + written)
    return True


def slipped(scene: Scene) -> bool:
    """One slip of the finger in the number; it may be the number of somebody else."""
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    payer = scene.payer(debtor, recognised=scene.rng.randrange(10) > 0)
    text = scene.written(scene.called(numbers.slip(scene.rng, invoice.number)), debtor, invoice, messy=False)
    truth = Truth("tikfout", (settled(invoice),), for_open=True, asks=not payer.recognised)
    scene.add(truth, payer, invoice.open_cents, text)
    return True


def number_of_another(scene: Scene) -> bool:
    """The number of somebody else's open invoice, with the amount of the payer's own."""
    found = scene.one()
    other = scene.debtor_with()
    if found is None or other is None or other == found[0]:
        return False
    debtor, invoice = found
    anothers = scene.rng.choice(scene.free_of(other))
    same = anothers.open_cents == invoice.open_cents
    equal = [one for one in scene.all_open(debtor) if one.open_cents == invoice.open_cents]
    meant = [invoice, *equal, *([anothers] if same else [])]
    ways = tuple(dict.fromkeys(settled(one) for one in meant))
    truth = Truth("nummer van een ander", ways, asks=same, for_open=True)
    text = scene.called(numbers.spell(scene.rng, anothers.number))
    scene.add(truth, scene.payer(debtor, recognised=True), invoice.open_cents, text)
    return True


def number_paid_before(scene: Scene) -> bool:
    """The number of an own invoice that was paid long ago: an old payment was copied."""
    found = scene.one(lambda invoice: scene.paid_before(invoice.account_id))
    if found is None:
        return False
    debtor, invoice = found
    paid = scene.paid_before(debtor.account_id)
    equal = [one for one in scene.all_open(debtor) if one.open_cents == invoice.open_cents]
    ways = tuple(dict.fromkeys(settled(one) for one in (invoice, *equal)))
    scene.touched.add(paid[-1].id)
    truth = Truth("oud nummer", ways, for_open=True, asks=len(ways) > 1)
    text = scene.called(numbers.spell(scene.rng, paid[-1].number))
    scene.add(truth, scene.payer(debtor, recognised=True), invoice.open_cents, text)
    return True


def order_named(scene: Scene) -> bool:
    """The debtor's own order number, as the invoice names it."""
    found = scene.one(lambda invoice: invoice.order_number)
    if found is None:
        return False
    debtor, invoice = found
    word = scene.rng.choice(("order ", "PO ", "bestelnr. ", "Uw order ", "", "opdracht "))
    truth = Truth("ordernummer", (settled(invoice),), for_open=True)
    scene.add(truth, scene.payer(debtor, recognised=True), invoice.open_cents, word + invoice.order_number)
    return True
