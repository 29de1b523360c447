"""Money that goes back: returned payments and collections, refunds to debtors."""

from datetime import timedelta

from benchmarks.remittances import numbers
from benchmarks.remittances.people import Debtor
from benchmarks.remittances.scene import Scene, settled
from benchmarks.remittances.truth import Truth
from voldaan.domain.matching.facts import EarlierPayment, OpenInvoice

REASONS = ("AC04 rekening opgeheven", "MD06 terugboeking door klant", "AM04 onvoldoende saldo", "STORNO", "")


def of_an_earlier_payment(scene: Scene) -> bool:
    """The bank takes a payment back that an earlier run placed."""
    debtor = scene.rng.choice(scene.ledger.debtors)
    paid = scene.paid_before(debtor.account_id)
    if not paid:
        return False
    invoice = scene.rng.choice(paid)
    scene.touched.add(invoice.id)
    end_to_end = _end_to_end(scene)
    earlier = EarlierPayment(
        id=next(scene.ids),
        amount_cents=invoice.asked_cents,
        booking_date=scene.day() - timedelta(days=40),
        counterparty_iban=debtor.iban,
        end_to_end_id=end_to_end,
        placed=((invoice.id, invoice.asked_cents),),
    )
    scene.earlier.append(earlier)
    ways = (((invoice.id, -invoice.asked_cents),),)
    truth = Truth("stornering van een eerdere", ways, takes_back=earlier.id)
    _take_back(scene, truth, debtor, invoice.asked_cents, end_to_end, invoice)
    return True


def of_this_run(scene: Scene) -> bool:
    """A direct debit, and the same taken back some days later."""
    found = scene.one()
    if found is None:
        return False
    debtor, invoice = found
    end_to_end, day = _end_to_end(scene), scene.day()
    text = scene.called(invoice.number)
    usable = numbers.is_unmistakable(invoice.number)
    paid = Truth("incasso", (settled(invoice),), usable=usable, for_open=True)
    first = scene.add(paid, scene.payer(debtor, recognised=True), invoice.open_cents, text, day=day,
                      end_to_end_id=end_to_end, mandate_id=debtor.mandate_id)  # fmt: skip
    ways = (((invoice.id, -invoice.open_cents),),)
    truth = Truth("stornering in dezelfde run", ways, takes_back=first.id)
    _take_back(scene, truth, debtor, invoice.open_cents, end_to_end, invoice, days=scene.rng.randrange(1, 9))
    return True


def refund(scene: Scene) -> bool:
    """The client itself pays a debtor back; which invoice or credit note it was for is for a person to say."""
    debtor = scene.rng.choice(scene.ledger.debtors)
    cents = scene.ledger.kind.amount(scene.rng)
    text = scene.rng.choice(
        ("terugbetaling", "Terugbetaling teveel betaald", "retour dubbele betaling", "creditnota")
    )
    truth = Truth("terugbetaling", asks=True)
    scene.add(truth, scene.payer(debtor, recognised=True), -cents, text)
    return True


def _end_to_end(scene: Scene) -> str:
    return f"E2E{scene.rng.randrange(10**14):014}"


def _take_back(
    scene: Scene,
    truth: Truth,
    debtor: Debtor,
    cents: int,
    end_to_end: str,
    invoice: OpenInvoice,
    *,
    days: int = 0,
) -> None:
    text = scene.rng.choice(REASONS) + scene.rng.choice(("", f" {invoice.number}"))
    first = scene.payments[-1].booking_date if days else scene.day()
    scene.add(truth, scene.payer(debtor, recognised=True), -cents, text, day=first + timedelta(days=days),
              end_to_end_id=end_to_end, reversal=True)  # fmt: skip
