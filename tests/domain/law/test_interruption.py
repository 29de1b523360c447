"""Which texts interrupt limitation: demands and reservations do, kind reminders and announcements do not."""

import pytest

from voldaan.domain.law.interruption import RESERVATION_EN, RESERVATION_NL, interrupts


@pytest.mark.parametrize(
    "text",
    [
        RESERVATION_NL,
        RESERVATION_EN,
        f"Beste mevrouw Voorbeeld,\n\nU heeft nog niet betaald. {RESERVATION_NL}\n\nMet vriendelijke groet",
        "Voorbeeld B.V. behoudt zich ondubbelzinnig het recht op nakoming voor.",
        "Wij behouden ons hierbij ondubbelzinnig ons recht op nakoming van deze factuur voor.",
        "WIJ BEHOUDEN ONS ONDUBBELZINNIG\nHET RECHT OP NAKOMING VOOR.",
        "Hierbij wordt ondubbelzinnig het recht op nakoming voorbehouden.",
        f"Wij sommeren u te betalen. {RESERVATION_NL}",
    ],
)
def test_an_unambiguous_reservation_interrupts(text: str) -> None:
    assert interrupts(text) == "RESERVATION"


@pytest.mark.parametrize(
    "text",
    [
        "Wij sommeren u om binnen veertien dagen € 100,00 te betalen.",
        "Hierbij maan ik u aan om de factuur te voldoen.",
        "Hierbij sommeren wij u te betalen.",
        "Wij stellen u hierbij in gebreke.",
        "Dit is een laatste aanmaning. Betaalt u alstublieft.",
        "We hereby demand payment of € 100.00.",
        "This is a formal demand.",
    ],
)
def test_a_written_demand_interrupts(text: str) -> None:
    assert interrupts(text) == "DEMAND"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Misschien is onze factuur aan uw aandacht ontsnapt. Wilt u € 100,00 betalen?",
        "Herinnering: factuur 2026-001 staat nog open.",
        "Wij verzoeken u vriendelijk de factuur te betalen.",
        "Dit is geen aanmaning, maar een vriendelijke herinnering.",
        "Als u niet betaalt, sommeren wij u.",
        "Wij zullen u sommeren om te betalen.",
        "Betaalt u niet, dan kunnen wij u in gebreke stellen.",
        "Wij behouden ons niet ondubbelzinnig het recht op nakoming voor.",
        "Wij behouden ons het recht op nakoming voor.",
        "Wij behouden ons ondubbelzinnig alle rechten voor.",
        "Wij kunnen ons ondubbelzinnig het recht op nakoming voorbehouden.",
        "Aanmaning",
        "Zie onze aanmaning van vorige week.",
        "We may unambiguously reserve our right to performance.",
        "We kindly ask you to pay.",
    ],
)
def test_a_kind_reminder_an_announcement_or_a_denial_is_not_relied_on(text: str) -> None:
    assert interrupts(text) is None
