"""A list whose titles nobody knows: a person points out its header, its kind, and what is what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats.lists.look import look_at
from voldaan.formats.lists.mapping import COLUMNS
from voldaan.formats.lists.proposals import propose
from voldaan.formats.lists.proposals_asked import UnknownTitles
from voldaan.formats.lists.proposals_pointed import can_be_pointed_out
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

OWN = (
    "Mijn lijst van november\nWie;Wat;Hoeveel nog;Wanneer;Opm\n"
    "Café De Kade;2026-11;1.250,00;04-03-2026;x\nHotel Zee;2026-12;75,50;17-03-2026;y\n"
)
PEOPLE = "Wie;Code X;Waar te mailen\nCafé De Kade;71;kade@kade.example\nHotel Zee;72;zee@zee.example\n"
POINTED = {"header": "2", "kind": "OPEN_ITEMS"}
MEANT = {"number": "2", "open": "3", "debtor_name": "1", "due_date": "4", "issue_date": "none"}


def source(text: str = OWN) -> Source:
    return Source.of_bytes(text.encode(), "lijst.csv")


def test_by_itself_it_is_refused_as_one_that_a_person_can_point_out() -> None:
    with pytest.raises(UnknownTitles, match="geen kop die we kennen"):
        propose(source())
    assert can_be_pointed_out(look_at(source()))


def test_what_it_needs_and_no_title_says_is_asked_with_the_columns_that_could_be_it() -> None:
    asked = {
        choice.key: [one.value for one in choice.options] for choice in propose(source(), POINTED).questions
    }
    assert asked == {
        "number": ["1", "2", "5"],
        "open": ["3"],
        "debtor_name": ["1", "5"],
        "due_date": ["4", "none"],
        "issue_date": ["4", "none"],
    }


def test_answered_it_is_read_like_any_other_list() -> None:
    proposal = propose(source(), POINTED).answered(MEANT).answered({"complete": "no"})
    assert proposal.mapping is not None
    assert dict(proposal.mapping.columns) == {
        "number": "Wat",
        "debtor_name": "Wie",
        "due_date": "Wanneer",
        "open": "Hoeveel nog",
    }
    preview = proposal.preview
    assert preview is not None
    assert (preview.count, preview.total_cents, preview.problems) == (2, 132_550, ())


def test_ambiguous_days_are_asked_here_too() -> None:
    text = OWN.replace("17-03-2026", "07-03-2026")
    assert "dates" in {one.key for one in propose(source(text), POINTED).answered(MEANT).questions}


def test_titles_that_are_known_are_not_asked() -> None:
    half = OWN.replace("Wat;", "Factuurnummer;")
    assert "number" not in {one.key for one in propose(source(half), POINTED).questions}


def test_a_column_is_used_once() -> None:
    with pytest.raises(Refusal, match="geen antwoord"):
        propose(source(), POINTED).answered({**MEANT, "debtor_name": "2"})


def test_debtors() -> None:
    proposal = propose(source(PEOPLE), {"header": "1", "kind": "DEBTORS"})
    assert {"debtor_name", "debtor_number"} <= {one.key for one in proposal.questions}
    proposal = proposal.answered(
        {one.key: {"debtor_name": "1", "debtor_number": "2"}.get(one.key, "3") for one in proposal.questions}
    )
    assert proposal.mapping is not None
    assert dict(proposal.mapping.columns) == {
        "debtor_number": "Code X",
        "debtor_name": "Wie",
        "email": "Waar te mailen",
    }


@pytest.mark.parametrize(
    "answers",
    [{"header": "99"}, {"header": "x"}, {"kind": "IETS"}, {"header": "2", "kind": "iets"}],
    ids=str,
)
def test_what_cannot_be_pointed_at_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        propose(source(), answers)
    assert all(problem.why and problem.how_to_fix for problem in refused.value.problems)


@pytest.mark.parametrize(
    "text", ["Beste mensen,\nhierbij de lijst, zie bijlage.\nGroet\n", "a;b\nc;d\ne;f\n"]
)
def test_a_letter_or_two_columns_are_no_table(text: str) -> None:
    assert not can_be_pointed_out(look_at(source(text)))


cells = st.sampled_from(
    [
        "",
        "2026-1",
        "1.250,00",
        "12.5",
        "03-02-2026",
        "2026-02-03",
        "Café",
        "(5,00)",
        "a@b.example",
        "Totaal",
        "é\t",
        "9" * 30,
    ]
)
tables = st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=7)
answers = st.dictionaries(
    st.sampled_from(
        [
            "header",
            "kind",
            "dates",
            "complete",
            "as_of",
            "column:1",
            "column:2",
            "column:9",
            "sheet",
            *COLUMNS[:6],
            "open",
        ]
    ),
    st.sampled_from(
        [
            "1",
            "2",
            "3",
            "none",
            "OPEN_ITEMS",
            "DEBTORS",
            "yes",
            "no",
            "dd-mm-yyyy",
            "open",
            "number",
            "debtor_name",
            "x",
        ]
    ),
)


@given(table=tables, said=answers)
def test_whatever_is_said_of_whatever_table_it_is_a_proposal_or_a_refusal(
    table: list[list[str]], said: dict[str, str]
) -> None:
    text = "\n".join(";".join(row) for row in table)
    try:
        proposal = propose(source(text), {"header": "1", "kind": "OPEN_ITEMS", **said})
    except Refusal as refusal:
        assert refusal.problems
    else:
        assert (proposal.mapping is None) == bool(proposal.questions)
