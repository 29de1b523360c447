"""Movements that no invoice of the client is about: taxes, salaries, rent, suppliers, refunds, own accounts."""

from benchmarks.remittances import wording
from benchmarks.remittances.people import fictional_iban, stranger
from benchmarks.remittances.scene import PayerSeen, Scene
from benchmarks.remittances.truth import Truth

Texts = tuple[tuple[str, str], ...]
COMES_IN: Texts = (
    ("Belastingdienst Apeldoorn", "Teruggaaf omzetbelasting 00{eight}B01 3e kwartaal 2026"),
    ("Belastingdienst", "Betalingskenmerk {sixteen} teruggaaf VPB 2025"),
    ("Verzekeringen Zekerheid N.V.", "Schade-uitkering polis {eight} schadenr 2026{five}"),
    ("UWV", "Ziektewet week {two} {five}"),
    ("", "Rente spaarrekening 2026"),
    ("Webwinkel De Knop", "Retour order {eight} kantoorartikelen"),
    ("Energie Noord", "Teruggave jaarnota {eight} klantnummer {five}"),
    ("{person}", "Marktplaats fiets {day}"),
    ("{person}", "huur 2024 januari"),
    ("{person}", "Terugbetaling lunch {day}"),
    ("Gemeente Rijnmond", "Subsidie besluit 2026-{five}"),
    ("Eigen spaarrekening", "Overboeking naar betaalrekening"),
    ("Verhuur Zuid", "Waarborgsom pand {two} retour"),
)
GOES_OUT: Texts = (
    ("{person}", "Salaris oktober 2026"),
    ("Belastingdienst", "{sixteen} loonheffing oktober"),
    ("Vastgoed Amstel B.V.", "Huur november 2026 contract {five}"),
    ("Groothandel Papier", "Factuur 2026-{four}"),
    ("Leverancier Techniek B.V.", "F2026-{four} klantnr {five}"),
    ("Telecom Noord", "Factuurnummer {eight}"),
    ("Energie Noord", "Termijnbedrag november klantnummer {eight}"),
    ("Tankstation De Brug", "BETAALPAS 012 {day} 14:02 NR:{six}"),
    ("Pensioenfonds Zorgvuldig", "Premie 2026-10 relatie {six}"),
    ("Eigen spaarrekening", "Sparen"),
)


def money_in(scene: Scene) -> bool:
    """Received from somebody who owes nothing."""
    _add(scene, COMES_IN, "vreemd geld in", sign=1)
    return True


def money_out(scene: Scene) -> bool:
    """Paid by the client for something of its own; the number of a supplier can equal one of the client's."""
    _add(scene, GOES_OUT, "vreemd geld uit", sign=-1)
    return True


def bank_costs(scene: Scene) -> bool:
    """What the bank asks for its work."""
    truth = Truth("kosten van de bank", asks=True)
    scene.add(truth, PayerSeen("", "", recognised=False), -scene.rng.randrange(500, 4_000),
              "Kosten zakelijk betalen oktober 2026", charge=True)  # fmt: skip
    return True


def _add(scene: Scene, texts: Texts, shape: str, *, sign: int) -> None:
    rng = scene.rng
    name, text = rng.choice(texts)
    figures = {
        word: f"{rng.randrange(10**count):0{count}}"
        for word, count in (("two", 2), ("four", 4), ("five", 5), ("six", 6), ("eight", 8), ("sixteen", 16))
    }
    day = wording.a_day(rng, scene.day())
    cents = rng.choice((rng.randrange(500, 250_000), rng.randrange(5, 300) * 500))
    payer = PayerSeen(name.format(person=stranger(rng)), fictional_iban(rng), recognised=False)
    scene.add(Truth(shape, asks=True), payer, sign * cents, text.format(day=day, **figures))
