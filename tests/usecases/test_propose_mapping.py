"""A list is settled question by question, also when all answers come at once."""

from datetime import date

import pytest

from voldaan.formats.lists.mapping import parse_mapping
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal
from voldaan.usecases.keep_mapping import for_next_time
from voldaan.usecases.propose_mapping import can_be_mapped, first_rows, settle

AMBIGUOUS = (
    "Openstaande posten\nFactuurnummer;Debiteur;Vervaldatum;Openstaand\n"
    "2026-1;Café De Kade;04-03-2026;1.250,00\n2026-2;Hotel Zee;05-03-2026;75,50\n"
)


def source(text: str = AMBIGUOUS) -> Source:
    return Source.of_bytes(text.encode(), "lijst.csv")


def test_without_answers_every_question_is_open() -> None:
    settling = settle(source(), {})
    assert [choice.key for choice in settling.open] == ["dates", "complete"]
    assert settling.mapping is None


def test_an_answer_may_bring_a_question_of_its_own() -> None:
    settling = settle(source(), {"dates": "dd-mm-yyyy", "complete": "yes"})
    assert [choice.key for choice in settling.asked] == ["dates", "complete", "as_of"]
    assert [choice.key for choice in settling.open] == ["as_of"]


def test_all_answers_at_once_settle_it() -> None:
    settling = settle(source(), {"as_of": "2026-03-20", "complete": "yes", "dates": "mm-dd-yyyy"})
    assert settling.open == settling.problems == settling.unused == ()
    assert settling.mapping is not None
    assert (settling.mapping.complete, settling.mapping.as_of) == (True, date(2026, 3, 20))
    assert settling.mapping.dates == "mm-dd-yyyy"


def test_an_answer_that_is_none_leaves_the_questions_of_its_round_open() -> None:
    settling = settle(source(), {"dates": "anders", "complete": "no"})
    assert "geen antwoord" in settling.problems[0].what
    assert [choice.key for choice in settling.open] == ["dates", "complete"]
    assert settling.mapping is None


def test_an_answer_to_what_was_not_asked_is_named_and_not_used() -> None:
    settling = settle(source(), {"dates": "dd-mm-yyyy", "complete": "no", "as_of": "2026-03-20"})
    assert settling.unused == ("as_of",)
    assert settling.mapping is not None
    assert settling.mapping.as_of is None


def test_a_wish_that_cannot_be_keeps_the_proposal_and_its_questions() -> None:
    settling = settle(source(), {"column:2": "open", "dates": "dd-mm-yyyy", "complete": "no"})
    assert settling.problems
    assert [choice.key for choice in settling.open] == ["dates", "complete"]
    assert settling.mapping is None
    assert settling.proposal.columns[1].meaning == "debtor_name"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (AMBIGUOUS, True),
        ("Geachte heer, dank u.\n", False),
        ("Iban;Saldo na boeking;Tegenrekening\n1;2;3\n", False),
    ],
    ids=["a list", "a letter", "an export of a bank"],
)
def test_what_can_be_mapped(data: str, expected: bool) -> None:
    assert can_be_mapped(source(data)) is expected


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(Refusal):
        settle(source("Geachte heer, dank u.\n"), {})


def test_a_kept_mapping_forgets_the_day_of_one_list() -> None:
    text = (
        'complete = true\nas_of = 2026-03-20\n[columns]\nnumber = "Nr"\nopen = "Open"\ndebtor_name = "Naam"\n'
    )
    kept = for_next_time(parse_mapping(text))
    assert (kept.complete, kept.as_of) == (False, None)
    titled = parse_mapping(text.replace("as_of = 2026-03-20", "as_of_in_title = true"))
    assert for_next_time(titled).complete is True


def test_the_first_rows_hold_the_header_also_where_it_stands_low() -> None:
    low = "Bakkerij Zon\n\n\n\n\n\n\n\n\n" + AMBIGUOUS
    rows = first_rows(settle(source(low), {}).proposal)
    assert len(rows) <= 8
    assert "Factuurnummer" in {cell for _, cells in rows for cell in cells}
    assert first_rows(settle(source(), {}).proposal)[0] == (1, ("Openstaande posten",))
