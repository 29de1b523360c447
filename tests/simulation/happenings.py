"""What a debtor's deed leaves behind at the bank."""

from collections.abc import Iterator
from dataclasses import replace

from tests.simulation.cast import House, iban_of, luck
from tests.simulation.conduct import Deed
from tests.simulation.money import Movement
from tests.simulation.truth import Truth

PART_PERCENT = 40
TOO_MUCH_CENTS = 10_00


def booked_on(house: House, person: str, seed: int) -> str:
    """Return the creditor's account to which a debtor pays."""
    return luck(seed, house.key, person, "pays to").choice(house.ibans)


def movements_of(deed: Deed, truth: Truth) -> Iterator[Movement]:
    """Yield what is booked because of a deed; nothing where nothing is owed any more."""
    bill, owed = deed.bill, truth.really_owed(deed.bill, deed.day)
    if deed.verb == "DEBIT_RETURNS":
        yield from _returned(deed)
        return
    if owed <= 0:
        return
    paid = _transfer(deed, owed)
    match deed.verb:
        case "PAYS":
            yield paid
        case "PAYS_PART":
            yield _transfer(deed, max(1, owed * PART_PERCENT // 100))
        case "PAYS_MORE":
            yield replace(paid, cents=owed + TOO_MUCH_CENTS)
        case "PAYS_TWICE":
            yield paid
            yield replace(paid, meant=())
        case "PAYS_SILENTLY":
            yield replace(paid, text="met dank", reference=None)
        case "PAYS_WRONGLY":
            yield replace(paid, text="rekening 777", reference=None)
        case "ANOTHER_PAYS":
            yield replace(paid, name="Holding Elders", iban=iban_of(99), text="", reference=None)
        case "IS_DEBITED":
            yield replace(
                paid, text=f"incasso {bill.number}", reference=None, end_to_end_id=_collection(deed)
            )
        case _:
            pass


def overheads(house: House, seed: int, day: int) -> Iterator[tuple[int, str]]:
    """Yield what a creditor pays itself on a day, and what comes in that is nobody's debt: cents and words."""
    drawn = luck(seed, house.key, "overheads", day)
    if day % 7 == 3:
        yield -drawn.randint(2_000, 40_000), "huur"
    if drawn.random() < 0.03:
        yield drawn.randint(100_001, 200_000), "verkoop bestelbus"


def _transfer(deed: Deed, cents: int) -> Movement:
    bill = deed.bill
    return Movement(
        day=deed.day,
        cents=cents,
        name=bill.person.name,
        iban=bill.person.iban,
        text="" if bill.reference else f"factuur {bill.number}",
        reference=bill.reference,
        meant=((bill.number, cents),),
    )


def _returned(deed: Deed) -> Iterator[Movement]:
    bill = deed.bill
    yield Movement(
        day=deed.day,
        cents=-bill.cents,
        name=bill.person.name,
        iban=bill.person.iban,
        text=f"storno incasso {bill.number}",
        end_to_end_id=_collection(deed),
        reversal=True,
        meant=((bill.number, -bill.cents),),
    )


def _collection(deed: Deed) -> str:
    return f"INC-{deed.bill.number}"
