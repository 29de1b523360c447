"""A list in a notation that is known: the proposal reads it back as it was meant, or asks. Never wrong unasked."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from voldaan.formats.amounts import format_cents
from voldaan.formats.lists import proposals, reading
from voldaan.formats.source import Source
from voldaan.formats.values import OpenItemList, Refusal

TITLES = {
    "number": ["Factuurnummer", "Factuurnr.", "Fact.nr.", "Invoice no", "Rechnungs-Nr."],
    "debtor_number": ["Debiteurnummer", "Deb.nr.", "Klantnr", "Customer No.", "Relatiecode"],
    "debtor_name": ["Naam", "Bedrijfsnaam", "Klantnaam", "Customer name", "Relatie"],
    "issue_date": ["Factuurdatum", "Datum", "Invoice date", "Rechnungsdatum"],
    "due_date": ["Vervaldatum", "Vervalt", "Due date", "Fällig am"],
    "total": ["Factuurbedrag", "Bedrag", "Total amount"],
    "open": ["Openstaand", "Openstaand bedrag", "Saldo", "Outstanding", "Restant (EUR)"],
}
NOISE = ["Aanmaningen", "Dagboek", "Status", "Vrij veld 3"]
ANSWERS = {
    (",", None): "decimal_comma_thousands_none",
    (",", "."): "decimal_comma_thousands_point",
    (",", " "): "decimal_comma_thousands_space",
    (".", None): "decimal_point_thousands_none",
    (".", ","): "decimal_point_thousands_comma",
    (".", "'"): "decimal_point_thousands_apostrophe",
}


@dataclass(frozen=True)
class Written:
    """A list as text, with what it says and the notation in which it says it."""

    text: str
    items: list[tuple[object, ...]]
    dates: str
    signs: tuple[str, str | None]


def amount(cents: int, signs: tuple[str, str | None], negative: str, decimals: bool) -> str:
    decimal, thousands = signs
    text = format_cents(abs(cents), decimal=decimal, thousands=thousands or "")
    text = text if decimals else text[:-3]
    if cents >= 0:
        return text
    return {"MINUS": f"-{text}", "MINUS_AFTER": f"{text}-", "BRACKETS": f"({text})"}[negative]


def day(of: date, notation: str) -> str:
    parts = {
        "yyyy": f"{of.year}",
        "yy": f"{of.year % 100:02d}",
        "mm": f"{of.month:02d}",
        "dd": f"{of.day:02d}",
    }
    parts |= {"m": str(of.month), "d": str(of.day)}
    pieces = ["yyyy", "yy", "mm", "dd", "m", "d"]
    text, at = "", 0
    while at < len(notation):
        piece = next((one for one in pieces if notation.startswith(one, at)), notation[at])
        text += parts.get(piece, piece)
        at += len(piece)
    return text


NAMES = st.text("abcdefgiklmnoprstuvwz", min_size=3, max_size=12).map(lambda name: f"{name.title()} B.V.")
DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))
NOTATIONS = ["dd-mm-yyyy", "d-m-yyyy", "mm/dd/yyyy", "dd.mm.yyyy", "yyyy-mm-dd", "dd-mm-yy", "yyyymmdd"]


@st.composite
def lists(draw: st.DrawFn) -> Written:
    dates, signs = draw(st.sampled_from(NOTATIONS)), draw(st.sampled_from(list(ANSWERS)))
    negative, decimals = draw(st.sampled_from(["MINUS", "MINUS_AFTER", "BRACKETS"])), draw(st.booleans())
    step = 1 if decimals else 100
    columns = draw(st.permutations([name for name in TITLES if name != "total" or draw(st.booleans())]))
    titles = {name: draw(st.sampled_from(TITLES[name])) for name in columns}
    noise = draw(st.lists(st.sampled_from(NOISE), unique=True, max_size=2))
    delimiter = draw(st.sampled_from([";", "\t"]))
    items, lines = [], [delimiter.join([*(titles[name] for name in columns), *noise])]
    for at in range(draw(st.integers(2, 8))):
        cents = draw(st.integers(-200_000, 9_999_999)) * step
        issued = draw(DAYS)
        values = {
            "number": f"F{at + 1000}",
            "debtor_number": f"D{draw(st.integers(10, 99))}",
            "debtor_name": draw(NAMES),
            "issue_date": issued,
            "due_date": issued + timedelta(days=draw(st.integers(0, 90))),
            "total": cents,
            "open": cents // 2 // step * step,
        }
        cells = [
            day(value, dates)
            if isinstance(value := values[name], date)
            else amount(value, signs, negative, decimals)
            if isinstance(value, int)
            else value
            for name in columns
        ]
        lines.append(delimiter.join([*cells, *("x" for _ in noise)]))
        items.append(
            tuple(values[name] for name in ("number", "debtor_name", "issue_date", "due_date", "open"))
        )
    return Written(text="\n".join(lines), items=items, dates=dates, signs=signs)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists())
def test_a_list_in_a_known_notation_is_read_right_or_asked(written: Written) -> None:
    source = Source.of_bytes(written.text.encode(), "lijst.csv")
    answers = {"complete": "no", "dates": written.dates, "amounts": ANSWERS[written.signs]}
    proposal = proposals.propose(source)
    while proposal.questions:
        choices = {choice.key: {option.value for option in choice.options} for choice in proposal.questions}
        assert set(choices) <= set(answers)
        # A list without a group of thousands leaves open which sign would part them.
        assume(all(answers[key] in options for key, options in choices.items()))
        proposal = proposal.answered({key: answers[key] for key in choices})
    assert proposal.mapping is not None
    found = reading.read(source, proposal.mapping)
    assert isinstance(found, OpenItemList)
    assert written.items == [
        (item.number, item.debtor.name, item.issue_date, item.due_date, item.open_cents)
        for item in found.items
    ]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused_or_proposed(content: bytes) -> None:
    try:
        proposals.propose(Source.of_bytes(content, "iets"))
    except Refusal as refusal:
        assert refusal.problems


CELLS = st.one_of(
    st.sampled_from([title for titles in TITLES.values() for title in titles]),
    st.sampled_from(
        ["1.234", "12,50", "-3", "(4)", "F1", "01-02-2026", "2026-01-31", "Totaal", "D", "C", "", "10 Jan"]
    ),
    st.text(max_size=8),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=8))
def test_tables_of_any_kind_are_refused_or_proposed(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(cell.replace("\n", " ") for cell in row) for row in rows)
    try:
        proposal = proposals.propose(Source.of_bytes(text.encode(), "iets.csv"))
        while proposal.questions:
            proposal = proposal.answered(
                {
                    choice.key: choice.options[0].value if choice.options else "2026-01-31"
                    for choice in proposal.questions
                }
            )
        assert proposal.preview is not None
    except Refusal as refusal:
        assert refusal.problems


@pytest.mark.parametrize("notation", NOTATIONS)
def test_the_days_of_this_test_are_written_as_their_notation_says(notation: str) -> None:
    assert day(date(2026, 3, 4), notation) in {
        "04-03-2026",
        "4-3-2026",
        "03/04/2026",
        "04.03.2026",
        "2026-03-04",
        "04-03-26",
        "20260304",
    }
