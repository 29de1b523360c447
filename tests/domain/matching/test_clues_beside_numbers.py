"""What is written beside numbers, or where there is none: what links, what only goes first, and what asks."""

from datetime import date
from typing import Any

import pytest

from tests.domain.matching.small_book import (
    BAKER,
    CAKE,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_NOBODY,
    FROM_STRANGER,
    JANSEN,
    LOAF,
    TART,
    accounts,
    book_of,
    invoice,
    on,
    said,
)
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Payer, Verdict
from voldaan.domain.matching.weights import LEAD_POINTS, NEARLY, NEXT_WRITTEN, PART_SAID

BY_NAME = {"counterparty_name": "Bakkerij Vogel B.V."}
ALIKE = {"counterparty_name": "Bakkerij Vogel en Zoon"}
SEPTEMBER = invoice(1, BAKER, "2026-0412", 10_000, issue_date=date(2026, 9, 3), due_date=date(2026, 9, 17))
OCTOBER = invoice(2, BAKER, "2026-0413", 10_000, issue_date=date(2026, 10, 3), due_date=date(2026, 10, 17))


def two_of_one_price() -> OpenBook:
    """Return the book of a baker who owes the same of September and of October."""
    return book_of(SEPTEMBER, OCTOBER)


def paid(found: Verdict) -> list[int]:
    """Return the invoices that a verdict pays."""
    return [key for key, _ in found.allocations]


def first(found: Verdict) -> list[int | None]:
    """Return the invoices of the way that is asked first."""
    return [one.invoice_id for one in found.candidates if one.rank == 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abonnement", None),
        ("2-9", None),
        ("factuur van 3-9", SEPTEMBER),
        ("3 sept", SEPTEMBER),
        ("4-9", None),
        ("d.d. 02-10-2026", None),
        ("d.d. 03-10-2026", OCTOBER),
        ("031026", OCTOBER),
        ("d.d. 04-10-2026", None),
        ("3-9 en 3-10", None),
        ("03-10-2025", None),
        ("september", SEPTEMBER),
        ("huur okt", OCTOBER),
        ("augustus", None),
        ("september en oktober", None),
    ],
)
def test_the_day_or_the_month_tells_which_of_two_invoices_is_meant(text: str, expected: Any) -> None:
    found = on(10_000, text, FROM_BAKER, two_of_one_price())
    assert paid(found) == ([expected.id] if expected else [])
    assert expected or found.because == "TIE"


@pytest.mark.parametrize(
    ("payer", "cents", "kind"),
    [
        (FROM_BAKER, 10_000, "linked"),
        (FROM_BAKER, 9_995, "linked"),
        (FROM_BAKER, 9_994, "suggested"),
        (BY_NAME, 10_000, "linked"),
        (BY_NAME, 9_995, "suggested"),
        (ALIKE, 10_000, "suggested"),
        (FROM_STRANGER, 10_000, "suggested"),
        (FROM_NOBODY, 10_000, "suggested"),
    ],
)
def test_a_day_is_enough_beside_the_name_and_the_amount_to_the_cent(
    payer: dict[str, Any], cents: int, kind: str
) -> None:
    assert on(cents, "d.d. 03-10-2026", payer, two_of_one_price()).verdict == kind


def test_a_number_says_more_than_a_day() -> None:
    assert paid(on(10_000, "2026-0413 d.d. 03-09-2026", FROM_BAKER, two_of_one_price())) == [OCTOBER.id]


def test_the_month_of_the_due_day_counts_where_no_invoice_is_of_that_month() -> None:
    late = OCTOBER._replace(due_date=date(2026, 11, 2))
    assert paid(on(10_000, "termijn november", FROM_BAKER, book_of(SEPTEMBER, late))) == [OCTOBER.id]
    november = invoice(3, BAKER, "2026-0414", 10_000, issue_date=date(2026, 11, 3))
    found = on(10_000, "termijn november", FROM_BAKER, book_of(SEPTEMBER, late, november))
    assert (found.verdict, first(found)) == ("suggested", [november.id])
    assert found.points - max(one.points or 0 for one in found.candidates if one.rank == 2) < LEAD_POINTS


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("2026-0412 en volgende", True),
        ("2026-0412 e.v.", True),
        ("2026-0412 ev", True),
        ("2026-0412 enz.", True),
        ("2026-0412", False),
        ("2026-0412 en bedankt", False),
        ("2026-0412 evenement", False),
    ],
)
def test_who_writes_that_more_follow_is_asked_with_those_first(text: str, ahead: bool) -> None:
    found = on(12_333, text, FROM_BAKER)
    assert (said(found), first(found)) == (("suggested", "ANOTHER_SUM"), [LOAF.id, TART.id])
    assert found.points == on(12_333, "2026-0412", FROM_BAKER).points + (NEXT_WRITTEN if ahead else 0)


def test_what_follows_is_not_what_went_before() -> None:
    plain = on(7_408 + 10_000, "2026-0520", FROM_BAKER)
    assert on(7_408 + 10_000, "2026-0520 en volgende", FROM_BAKER).points == plain.points


@pytest.mark.parametrize(
    ("cents", "is_near"),
    [(8_999, False), (9_000, True), (9_994, True), (10_006, True), (11_000, True), (11_001, False)],
)
def test_an_amount_near_one_invoice_puts_that_first_and_never_links(cents: int, is_near: bool) -> None:
    found = on(cents, "", FROM_BAKER, book_of(LOAF, CAKE))
    assert said(found) == ("suggested", "PAYER_KNOWN")
    assert (f"({NEARLY})" in " ".join(found.evidence)) is is_near
    assert first(found)[0] == LOAF.id


def test_an_amount_as_near_to_two_invoices_is_near_to_none() -> None:
    found = on(9_999, "", FROM_BAKER, book_of(LOAF, CAKE._replace(open_cents=9_998), tolerance_cents=0))
    assert "ligt dicht bij" not in " ".join(found.evidence)


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("deelbetaling 2026-0412", True),
        ("2026-0412 2e termijn", True),
        ("2026-0412 eerste deel", True),
        ("2026-0412 restant", True),
        ("2026-0412 aflossing", True),
        ("2026-0412 restaurant", False),
        ("2026-0412 deelnemer", False),
        ("2026-0412", False),
    ],
)
def test_a_part_that_is_called_so_is_the_likelier_and_still_asks_of_a_stranger(
    text: str, is_said: bool
) -> None:
    found = on(4_001, text, FROM_STRANGER)
    plain = on(4_001, "2026-0412", FROM_STRANGER)
    assert said(found) == ("suggested", "PART_PAYMENT")
    assert found.points == plain.points + (PART_SAID if is_said else 0)
    assert (on(4_001, text, ALIKE).verdict == "linked") is is_said


def test_a_word_for_a_part_says_nothing_of_an_invoice_that_is_paid_whole() -> None:
    for cents in (10_000, 9_999, 10_006):
        plain = on(cents, "2026-0412", FROM_NOBODY)
        assert on(cents, "2026-0412 deelbetaling", FROM_NOBODY).points == plain.points


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("factuur 12", "linked"),
        ("factuur 0412", "linked"),
        ("factuur 13", "suggested"),
        ("nota nr. 77", "linked"),
        ("factuur 9", "linked"),
        ("factuur 2026", "linked"),
        ("factuur van 12 nov", "linked"),
        ("99", "linked"),
        ("tafel 99", "linked"),
        ("klant 99", "linked"),
    ],
)
def test_an_end_that_is_called_one_and_fits_nothing_asks(text: str, kind: str) -> None:
    found = on(10_000, text, FROM_BAKER)
    assert (found.verdict, paid(found) or first(found)) == (kind, [LOAF.id])


@pytest.mark.parametrize(
    ("cents", "kind"), [(15_075, "linked"), (15_080, "linked"), (15_081, "suggested"), (30_150, "suggested")]
)
def test_of_several_that_are_named_more_than_their_sum_asks(cents: int, kind: str) -> None:
    assert on(cents, "2026-0412 en 2026-0413", FROM_BAKER).verdict == kind


EXCEPTED = [CAKE.id, TART.id]


@pytest.mark.parametrize("word", ["behalve", "uitgezonderd", "excl.", "exclusief", "buiten", "m.u.v."])
@pytest.mark.parametrize("payer", [FROM_BAKER, FROM_NOBODY, FROM_STRANGER])
def test_all_but_what_is_excepted_is_paid_by_whoever_writes_it(word: str, payer: dict[str, Any]) -> None:
    text = f"alles {word} 2026-0412"
    assert paid(on(7_408, text, payer)) == EXCEPTED
    for cents in (7_407, 7_409):
        assert on(cents, text, payer).verdict != "linked"


def test_another_debtor_who_excepts_an_invoice_is_asked() -> None:
    found = on(7_408, "alles behalve 2026-0412", FROM_JANSEN)
    assert (found.verdict, accounts(found)) == ("suggested", {BAKER, JANSEN})


@pytest.mark.parametrize(
    "text",
    [
        "sorry, niet eerder betaald 2026-0412",
        "nog niet betaald: factuur 2026-0412",
        "min. van Binnenhof 2026-0412",
        "les van 45 min. 2026-0412",
        "schilderwerk buiten 2026-0412",
        "schilderwerk buiten gevel 2026-0412",
        "zonder kosten 2026-0412",
        "zonder aanmaning betaald 2026-0412",
        "niet vergeten! 2026-0412",
        "excl. btw, fact 2026-0412",
        "min korting, fact 2026-0412",
        "2026-0412 niet 2026-0413",
    ],
)
@pytest.mark.parametrize("payer", [FROM_BAKER, FROM_NOBODY])
def test_a_word_that_excepts_nothing_leaves_the_number_as_it_is(text: str, payer: dict[str, Any]) -> None:
    """Another invoice asks the same, so that to leave the written one out would pay that."""
    found = on(10_000, text, payer, two_of_one_price())
    assert (found.verdict, paid(found)) == ("linked", [SEPTEMBER.id])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2026-0110", "2O26-O11O"),
        ("2026-0110", "2026-011O"),
        ("2026-0110", "2026-0l10"),
        ("10412", "I0412"),
        ("10412", "lO4I2"),
    ],
)
def test_letters_that_look_like_digits_name_an_invoice(number: str, text: str) -> None:
    assert paid(on(10_000, text, FROM_NOBODY, book_of(invoice(1, BAKER, number, 10_000)))) == [1]


def test_letters_that_look_like_digits_are_read_beside_a_number_too() -> None:
    other = invoice(3, BAKER, "10412", 2_333)
    assert paid(on(12_333, "1O412 en 2026-0412", FROM_NOBODY, book_of(LOAF, other))) == [1, 3]


def test_a_text_that_is_right_as_it_stands_is_not_mended() -> None:
    letters = invoice(1, BAKER, "2026-O412", 10_000)
    digits = invoice(2, JANSEN, "2026-0999", 10_000)
    assert paid(on(10_000, "2026-0999 l. Kaars", FROM_NOBODY, book_of(letters, digits))) == [2]


@pytest.mark.parametrize("word", ["uur", "uren", "gewerkte uren", "16.30 uur"])
def test_hours_before_a_number_say_nothing_of_it(word: str) -> None:
    assert paid(on(10_000, f"{word} 2026-0412", FROM_NOBODY)) == [LOAF.id]


NEIGHBOURS = (invoice(1, 1, "2026-0412", 2_500), invoice(2, 2, "2026-0472", 2_500))
STRANGERS_TO_EACH_OTHER = (Payer(1, "J. Zeegers"), Payer(2, "R. Brandwijk"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("R. Brandwijk", "linked"),
        ("K. Brandwijk", "linked"),
        ("Familie Brandwijk", "linked"),
        ("K. Zeegers", "suggested"),
        ("M. Oostenrijk", "suggested"),
        ("", "suggested"),
    ],
)
def test_a_surname_in_common_lifts_the_doubt_about_a_neighbours_number(name: str, kind: str) -> None:
    book = book_of(*NEIGHBOURS, payers=STRANGERS_TO_EACH_OTHER)
    found = on(2_500, "2026-0472", {"counterparty_name": name}, book)
    assert found.verdict == kind
    assert (paid(found) or first(found)) == [2]


@pytest.mark.parametrize(
    ("name", "others_cents", "kind"),
    [
        ("M. Oostenrijk", 2_500, "linked"),
        ("K. Brandwijk", 2_500, "linked"),
        ("K. Zeegers", 2_500, "suggested"),
        ("K. Zeegers", 2_499, "linked"),
        ("K. Zeegers", 2_501, "linked"),
    ],
)
def test_a_namesake_of_the_payer_who_owes_the_same_amount_brings_doubt(
    name: str, others_cents: int, kind: str
) -> None:
    """Its number is far from the one that is written: whoever writes it can have taken the wrong letter."""
    others = invoice(1, 1, "2026-0999", others_cents)
    book = book_of(others, NEIGHBOURS[1], payers=STRANGERS_TO_EACH_OTHER)
    assert on(2_500, "2026-0472", {"counterparty_name": name}, book).verdict == kind


@pytest.mark.parametrize("name", ["VDB Schilders", "V.D.B. SCHILDERS BV", "VDB SCHILDERS B.V."])
def test_letters_of_a_name_are_read_with_and_without_points(name: str) -> None:
    book = book_of(invoice(1, 1, "2026-0412", 2_500), payers=[Payer(1, "VDB Schilders B.V.")])
    assert accounts(on(2_500, "verf", {"counterparty_name": name}, book)) == {1}
    assert on(2_500, "verf 2 oktober en 1 oktober", {"counterparty_name": name}, book).verdict == "linked"
