"""Make the example book, once: half a year of a fictional wholesaler and the clients of a fictional agency."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from voldaan.interfaces.cli.answer import note, say

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def make_demo_book() -> None:
    """Make the example book in the home of this installation, unless there are clients in it already."""
    from django.conf import settings

    from voldaan.records.scope import clients

    known = clients()
    if known:
        say(
            f"Het boek in {settings.VOLDAAN_HOME} is er al, met {len(known)} opdrachtgevers; er is niets gemaakt."
        )
        return
    _make(Path(settings.VOLDAAN_HOME))


def _make(home: Path) -> None:
    from voldaan.usecases.demo.tell import HOUSES, tell

    if sys.stderr.isatty():
        note("Het voorbeeldboek wordt gemaakt: een half jaar, dag na dag. Dat duurt minder dan een minuut.")
    told = tell(folder=home / "demo-files", progress=_monthly() if sys.stderr.isatty() else _silent)
    debtors = sum(len(house.debtors) for house in HOUSES)
    say(
        f"In het boek staan Groothandel De Morgenster, die zelf schrijft, en drie opdrachtgevers van Incassohuis De "
        f"Brug, samen met {debtors} debiteuren en een half jaar van {told.days} werkdagen tot en met vrijdag 20 "
        f"november 2026: {told.files} ingelezen bestanden, {told.sent} verstuurde berichten, {told.withdrawn} op tijd "
        f"ingetrokken en {len(told.handed_over)} overdrachten. Alles en iedereen is verzonnen en geen bericht heeft "
        "deze computer verlaten. Wat op u wacht: berichten die iemand moet goedkeuren, zes betalingen waarvan "
        "onduidelijk is voor wie ze zijn, een overdracht die bevestigd moet worden, en een opdrachtgever die een week "
        "lang geen bankafschriften aanleverde. "
        f"Probeer ook: voldaan why D118 --client morgenster --on 2026-11-20, voldaan evaluate --client morgenster "
        f"--from 2026-05-18 --to 2026-11-20, en lees een bestand uit {home / 'demo-files'} nog eens in: er verandert "
        "niets."
    )


def _monthly() -> Callable[[date], None]:
    """Return a listener that writes a line when a month begins."""
    seen: set[int] = set()

    def tell_of(day: date) -> None:
        if day.month not in seen:
            seen.add(day.month)
            note(f"  {MONTHS[day.month - 1]} {day.year}")

    return tell_of


def _silent(_day: date) -> None:
    """Say nothing: nobody is looking."""
