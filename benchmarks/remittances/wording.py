"""How people and banks write around a number: words, days, amounts, other numbers, and what a bank does to lines."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

CALLED = """
Factuur |factuur |Factuurnummer |factuurnr. |factuurnr: |fact.nr. |fact. |Fact |fakt.nr |faktuur |Faktuurnr. |fac |
FACTUUR |FACTUURNUMMER: |FACT.NR |Nota |nota nr. |notanr |Rekening |rek.nr. |Betaling factuur |betaling fact. |
Betreft factuur |Betr. fact |Inzake factuur |mbt factuur |Uw factuur |Uw fact. |uw nota |Invoice |invoice no. |inv. |
Inv |Rechnung |facture |fnr |fnr. |factuur:|Factuur: |factuurnummer:|factuur nr |Kenmerk |Ref. |kenm. |nr. |Nr |No. |
""".replace("\n", "").split("|")
BEHIND = (
    " dank",
    ", bedankt",
    " voldaan",
    " mvg",
    " groet",
    " betaald",
    " met dank",
    ".",
    " gr.",
    " Bedankt voor de goede zorgen",
)
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SHORT_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
WITHOUT_NUMBER = """
factuur|Betaling factuur|openstaande rekening|zie factuur|nota|betaling|Bedankt|rekening voldaan|conform afspraak|
uw rekening|betaling openstaande post|overboeking||zoals besproken|levering vorige maand|werkzaamheden
""".replace("\n", "").split("|")


def a_day(rng: Random, day: date) -> str:
    """Return a day as people write it, often looking like a number."""
    month, short = MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1]
    return rng.choice(
        (
            f"{day:%d-%m-%Y}",
            f"{day.day}-{day.month}-{day.year}",
            f"{day:%d-%m-%y}",
            f"{day:%d%m%y}",
            f"{day:%d%m%Y}",
            f"{day:%Y-%m-%d}",
            f"{day:%Y%m%d}",
            f"{day.day} {month} {day.year}",
            f"{day.day} {short}",
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%Y}",
        )
    )


def an_amount(rng: Random, cents: int) -> str:
    """Return an amount as people write it."""
    euros, rest = divmod(cents, 100)
    dotted = f"{euros:,}".replace(",", ".")
    return rng.choice(
        (
            f"€ {dotted},{rest:02}",
            f"€{euros},{rest:02}",
            f"EUR {euros}.{rest:02}",
            f"{euros},{rest:02}",
            f"eur {euros},{rest:02}",
            f"{euros},{rest:02} euro",
        )
    )


def _phone(rng: Random) -> str:
    return rng.choice(
        (f"06-{rng.randrange(10**8):08}", f"tel 0{rng.randrange(10, 80)}{rng.randrange(10**7):07}")
    )


def _postcode(rng: Random) -> str:
    return f"{rng.randrange(1000, 9999)} {rng.choice('ABCDEGHJKLMNP')}{rng.choice('ABCDEGHJKLMNP')}"


def put_around(rng: Random, text: str, *, issued: date, cents: int, debtor_number: str, name: str) -> str:
    """Return the text with one or two things beside it that people write too, some of them numbers."""
    for _ in range(rng.choice((1, 1, 2))):
        text = _beside(rng, text, issued, cents, debtor_number, name)
    return text


def _beside(rng: Random, text: str, issued: date, cents: int, debtor_number: str, name: str) -> str:
    return rng.choice(
        (
            lambda: f"{text} d.d. {a_day(rng, issued)}",
            lambda: f"{text} van {a_day(rng, issued)}",
            lambda: f"{text}, {a_day(rng, issued)}",
            lambda: f"{text} {an_amount(rng, cents)}",
            lambda: f"{an_amount(rng, cents)} {text}",
            lambda: f"Klantnr {debtor_number} {text}",
            lambda: f"{text} klantnummer {debtor_number}",
            lambda: f"debnr. {debtor_number} / {text}",
            lambda: f"{text} {name}",
            lambda: f"{name} {text}",
            lambda: f"{text} {_phone(rng)}",
            lambda: f"{text} {_postcode(rng)}",
            lambda: f"{text} verzonden {a_day(rng, issued + timedelta(days=1))}",
            lambda: f"{text} termijn {rng.randrange(1, 5)}",
        )
    )()


def _time(rng: Random) -> str:
    return f"{rng.randrange(24):02}:{rng.randrange(60):02}:09"


def _cut(rng: Random, text: str, width: int) -> str:
    """Return the text in lines of a width, joined as banks do: with a space, a line break, or nothing."""
    between = rng.choice((" ", "\n", "", " "))
    return between.join(text[start : start + width] for start in range(0, len(text), width))


FRAMES: tuple[Callable[[Random, str, date], str], ...] = (
    lambda rng, text, day: f"/TRTP/SEPA OVERBOEKING/REMI/{text}/EREF/NOTPROVIDED",
    lambda rng, text, day: f"/REMI/USTD//{text}/",
    lambda rng, text, day: f"Omschrijving: {text} Datum/Tijd: {day:%d-%m-%Y} {_time(rng)}",
    lambda rng, text, day: f"{text} Valutadatum: {day:%d-%m-%Y}",
    lambda rng, text, day: f"SVWZ+{text}",
    lambda rng, text, day: _cut(rng, text, 35),
    lambda rng, text, day: _cut(rng, text, 32),
    lambda rng, text, day: _cut(rng, text, 27),
    lambda rng, text, day: text.upper(),
    lambda rng, text, day: f"EREF: NOTPROVIDED REMI: {text}",
)


def as_the_bank_shows(rng: Random, text: str, day: date, *, percent: int = 12) -> str:
    """Return the text as it reaches us: mostly as typed, at times framed, cut in lines or in capitals."""
    return rng.choice(FRAMES)(rng, text, day)[:140] if rng.randrange(100) < percent else text[:140]
