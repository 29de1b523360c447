"""Payment terms: the latest day that the words can mean, and no day where they hang on one that nobody gave."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats.findings import Findings
from voldaan.formats.invoices.term_words import read_words
from voldaan.formats.invoices.terms import PaymentTerms, read_terms

ISSUED = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("note", "last_day"),
    [
        ("binnen 14 dagen", date(2026, 10, 15)),
        ("Betaling binnen veertien (14) dagen na factuurdatum.", date(2026, 10, 15)),
        ("30 dagen netto", date(2026, 10, 31)),
        ("30 dgn netto", date(2026, 10, 31)),
        ("30 days net", date(2026, 10, 31)),
        ("Net 30", date(2026, 10, 31)),
        ("Betalingstermijn: 30", date(2026, 10, 31)),
        ("Graag overmaken binnen 2 weken", date(2026, 10, 15)),
        ("een maand", date(2026, 11, 1)),
        ("Within one month", date(2026, 11, 1)),
        ("14 werkdagen", date(2026, 10, 21)),
        ("30 dagen einde maand", date(2026, 11, 30)),
        ("30 jours fin de mois", date(2026, 11, 30)),
        ("Te voldoen voor het einde van de volgende maand", date(2026, 11, 30)),
        ("per direct", ISSUED),
        ("Zahlbar sofort ohne Abzug.", ISSUED),
        ("Zahlbar innerhalb von 14 Tagen", date(2026, 10, 15)),
        ("Fällig nach Belegdatum + 10 Tage", date(2026, 10, 11)),
        ("2% korting binnen 8 dagen, 30 dagen netto", date(2026, 10, 31)),
        ("2% within 8 days, 30 days net", date(2026, 10, 31)),
        ("30 dagen netto, 2% korting", date(2026, 10, 31)),
        ("8 dagen of 30 dagen", date(2026, 10, 31)),
        ("Betaling binnen 30 dagen. Daarna 1,5% rente per maand.", date(2026, 10, 31)),
        ("uiterlijk 31-10-2026", date(2026, 10, 31)),
        ("Uiterste betaaldatum 31 okt. 2026", date(2026, 10, 31)),
        ("vóór 15 november 2026", date(2026, 11, 15)),
        ("Bitte überweisen Sie bis zum 24.01.2027", date(2027, 1, 24)),
        ("before 02/01/2027", date(2027, 2, 1)),
        ("Betalen voor 2026-12-01", date(2026, 12, 1)),
    ],
)
def test_words_give_the_latest_day_that_they_can_mean(note: str, last_day: date) -> None:
    assert read_words(note, ISSUED).last_day == last_day


@pytest.mark.parametrize(
    "note",
    [
        "2% korting binnen 8 dagen",
        "Payment within 10 days, 2% discount",
        "Bei Zahlungen binnen 14 Tagen, 2% Skonto",
        "#SKONTO#TAGE=14#PROZENT=2.00#",
        "Reclames binnen 8 dagen na factuurdatum",
        "Bij te late betaling is na 14 dagen rente verschuldigd",
        "50% vooraf, 50% binnen een maand",
        "Gelieve het factuurnummer te vermelden",
        "Boete van 10 procent",
        "binnen 9999 dagen",
        "betaalbaar op 31-02-2027",
        "",
    ],
)
def test_what_is_no_term_gives_no_day(note: str) -> None:
    found = read_words(note, ISSUED)
    assert (found.last_day, found.agreed) == (None, False)


@pytest.mark.parametrize(
    "note", ["14 dagen na ontvangst", "30 days after delivery", "30 Tage nach Erhalt der Ware"]
)
def test_a_term_from_a_day_that_nobody_gave_is_agreed_and_has_no_day(note: str) -> None:
    found = read_words(note, ISSUED)
    assert (found.last_day, found.agreed, found.unknown_start) == (None, True, True)


@pytest.mark.parametrize("note", ["30 jours fin de mois le 10", "30 dagen, de 15e van de volgende maand"])
def test_a_fixed_day_of_a_month_is_agreed_and_left_alone(note: str) -> None:
    found = read_words(note, ISSUED)
    assert (found.last_day, found.agreed) == (None, True)


def test_a_note_about_anything_counts_where_it_speaks_of_paying() -> None:
    note = "Retour binnen 60 dagen. Uw pakket komt binnen 40 dagen. Betalingstermijn: 14 dagen netto."
    assert read_words(note, ISSUED, about_payment=False).last_day == date(2026, 10, 15)
    assert read_words("Uw pakket komt binnen 40 dagen", ISSUED, about_payment=False).last_day is None


def terms(**said: object) -> tuple[PaymentTerms, list[str]]:
    remarks = Findings(file="factuur.xml")
    return read_terms(ISSUED, remarks, **said), [problem.what for problem in remarks.problems]


def test_a_printed_day_goes_before_the_words() -> None:
    found, remarks = terms(due_days=[date(2026, 10, 20)], notes=["30 dagen netto"])
    assert (found.due_date, found.basis, found.text, remarks) == (
        date(2026, 10, 20),
        "AGREED",
        "30 dagen netto",
        [],
    )


def test_a_printed_day_alone_is_unilateral_and_nothing_is_unknown() -> None:
    assert terms(due_days=[date(2026, 10, 20)])[0].basis == "UNILATERAL"
    assert terms()[0] == PaymentTerms(due_date=None, basis="UNKNOWN", text=None)


def test_of_instalments_the_last_counts_and_that_is_said() -> None:
    found, remarks = terms(due_days=[date(2026, 10, 20)], part_days=[date(2026, 10, 20), date(2026, 11, 20)])
    assert found.due_date == date(2026, 11, 20)
    assert remarks == ["De factuur mag in termijnen betaald worden."]


def test_a_day_before_the_invoice_is_told() -> None:
    assert terms(due_days=[date(2026, 9, 30)])[1] == ["De vervaldatum ligt vóór de factuurdatum."]


def test_a_term_from_receipt_is_told() -> None:
    found, remarks = terms(notes=["14 dagen na ontvangst"])
    assert (found.due_date, found.basis, remarks) == (None, "AGREED", ["De vervaldatum staat niet vast."])


@pytest.mark.parametrize(
    ("count", "unit", "due"),
    [(30, "DAY", date(2026, 10, 31)), (2, "WEE", date(2026, 10, 15)), (1, "MON", date(2026, 11, 1))],
)
def test_a_stated_duration_gives_the_day(count: int, unit: str, due: date) -> None:
    found, _ = terms(durations=[(count, unit)])
    assert (found.due_date, found.basis) == (due, "AGREED")


@given(
    count=st.integers(min_value=1, max_value=366),
    issued=st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)),
    form=st.sampled_from(
        ["Betaling binnen {} dagen", "{} days net", "{} Tage netto", "{} jours", "Netto {} dagen"]
    ),
)
def test_a_number_of_days_is_that_number_of_days(count: int, issued: date, form: str) -> None:
    assert read_words(form.format(count), issued).last_day == issued + timedelta(days=count)


PIECES = "14 30 9999 (dertig) een dagen weken maanden werkdagen days Tage mois netto 2% korting , . ; einde maand".split()
PIECES += "per direct na ontvangst volgende le 10 31-12-9999 02/01/2027 1 oktober 2026 #SKONTO#TAGE=7# betalen €".split()


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)), st.dates()
)
def test_no_words_break_the_reader_and_no_term_is_longer_than_a_year(note: str, issued: date) -> None:
    found = read_words(note, issued)
    assert found.last_day is None or not found.unknown_start
    if found.last_day is not None and not any(digits in note for digits in ("-", "/", "oktober")):
        assert issued <= found.last_day
        assert (found.last_day - issued).days < 2 * 366
