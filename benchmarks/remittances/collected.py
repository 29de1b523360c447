"""Many payments in one: payouts of payment services with their fees taken off, and direct-debit batches."""

from benchmarks.remittances import numbers
from benchmarks.remittances.people import Debtor, fictional_iban
from benchmarks.remittances.scene import PayerSeen, Scene, settled
from benchmarks.remittances.truth import Truth
from voldaan.domain.matching.facts import OpenInvoice, PayoutLine

SERVICES = (
    ("Stichting Mollie Payments", "Mollie payout {day:%Y%m%d} {number:08}"),
    ("Stg Derdengelden Buckaroo", "Buckaroo uitbetaling {number:08}"),
    ("Adyen N.V.", "TX{number:08}XT batch 12 VoldaanNL"),
    ("Stripe Technology Europe Ltd", "STRIPE {number:08}"),
    ("Stichting Pay.nl", "Clearing {day:%d-%m-%Y} {number:08}"),
)


def payout(scene: Scene) -> bool:
    """A payout with its specification: each line what the payer paid and what the service kept."""
    found = [one for one in _several(scene) if one[1].open_cents > 100]
    invoices = [invoice for _, invoice in found]
    if not invoices:
        return False
    lines = tuple(
        PayoutLine(
            invoice.open_cents,
            scene.rng.choice((25, 29, 32, 39)),
            scene.called(numbers.spell(scene.rng, invoice.number)),
            debtor.printed,
        )
        for debtor, invoice in found
    )
    usable = all(numbers.is_unmistakable(one.number) for one in invoices)
    truth = Truth("uitbetaling met specificatie", (settled(*invoices),), usable=usable, for_open=True)
    _pay_out(scene, truth, sum(line.gross_cents - line.fee_cents for line in lines), lines)
    return True


def payout_without_lines(scene: Scene) -> bool:
    """A payout of which nothing tells what is in it: nobody can place it."""
    found = _several(scene)
    cents = sum(invoice.open_cents for _, invoice in found) - 29 * len(found)
    if cents <= 0:
        return False
    _pay_out(scene, Truth("uitbetaling zonder specificatie", asks=True), cents, ())
    return True


def batch(scene: Scene) -> bool:
    """A direct-debit batch with the lines that the client sent to its bank."""
    found = _several(scene)
    if not found:
        return False
    lines = tuple(
        PayoutLine(invoice.open_cents, 0, invoice.number, debtor.name, f"INC{invoice.id:09}")
        for debtor, invoice in found
    )
    invoices = [invoice for _, invoice in found]
    usable = all(numbers.is_unmistakable(one.number) for one in invoices)
    truth = Truth("incassobatch", (settled(*invoices),), usable=usable, for_open=True)
    name = PayerSeen("", "", recognised=False)
    text = f"SEPA INCASSO BATCH {scene.rng.randrange(10**6):06} AANTAL {len(lines)}"
    scene.add(truth, name, sum(line.gross_cents for line in lines), text, lines=lines)
    return True


def _several(scene: Scene) -> list[tuple[Debtor, OpenInvoice]]:
    return [one for one in (scene.one() for _ in range(scene.rng.randrange(2, 7))) if one is not None]


def _pay_out(scene: Scene, truth: Truth, cents: int, lines: tuple[PayoutLine, ...]) -> None:
    name, text = scene.rng.choice(SERVICES)
    day = scene.day()
    written = text.format(day=day, number=scene.rng.randrange(10**8))
    scene.add(truth, PayerSeen(name, fictional_iban(scene.rng), recognised=False), cents, written, day=day,
              lines=lines)  # fmt: skip
