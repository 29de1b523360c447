"""Columns that a person reads otherwise than was proposed."""

import pytest

from voldaan.formats.lists.proposals import propose
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

TEXT = (
    "Factuurnummer;Debiteur;Dag een;Vervaldatum;Bedrag;Openstaand;Memo\n"
    "2026-1;Café De Kade;13-02-2026;15-03-2026;200,00;150,00;a\n"
    "2026-2;Hotel Zee;14-02-2026;16-03-2026;80,00;80,00;b\n"
    "2026-3;Bar Anker;01-02-2026;17-03-2026;12,50;12,50;\n"
)


def proposed(**answers: str):
    wishes = {f"column:{key.removeprefix('c')}": value for key, value in answers.items()}
    return propose(Source.of_bytes(TEXT.encode(), "lijst.csv")).answered({"complete": "no", **wishes})


@pytest.mark.parametrize(
    ("wishes", "columns"),
    [
        ({"c3": "issue_date"}, {"issue_date": "Dag een", "due_date": "Vervaldatum", "open": "Openstaand"}),
        ({"c4": "none", "c3": "due_date"}, {"due_date": "Dag een"}),
        ({"c3": "due_date"}, {"due_date": "Dag een"}),
        ({"c6": "none", "c5": "open"}, {"open": "Bedrag"}),
        ({"c5": "none"}, {"open": "Openstaand"}),
        ({"c7": "subject"}, {"subject": "Memo", "open": "Openstaand"}),
        ({"c7": "reference"}, {"reference": "Memo"}),
    ],
    ids=str,
)
def test_a_column_means_what_a_person_says(wishes: dict[str, str], columns: dict[str, str]) -> None:
    mapping = proposed(**wishes).mapping
    assert mapping is not None
    assert {name: mapping.columns.get(name) for name in columns} == columns
    unread = [key for key, value in wishes.items() if value == "none"]
    titles = TEXT.splitlines()[0].split(";")
    assert not {titles[int(key[1:]) - 1] for key in unread} & set(mapping.columns.values())


def test_the_column_says_who_chose_it() -> None:
    whys = {column.number: column.why for column in proposed(c3="issue_date", c7="none").columns}
    assert whys[3] == "U koos ‘Dag een’ voor de factuurdatum."
    assert whys[7] == "U koos: niet lezen."


def test_the_notation_is_found_anew_in_the_columns_that_were_chosen() -> None:
    text = "Factuurnummer;Debiteur;Gemaakt;Vervaldatum;Openstaand\n1;Kade;01-02-2026;13-03-2026;5,00\n"
    twisted = text.replace("13-03-2026", "04-03-2026") + "2;Zee;01-13-2026;05-03-2026;6,00\n"
    proposal = propose(Source.of_bytes(twisted.encode(), "lijst.csv")).answered({"complete": "no"})
    assert {choice.key for choice in proposal.questions} == {"dates"}
    wished = proposal.answered({"column:3": "issue_date"})
    assert wished.mapping is not None
    assert wished.mapping.dates == "mm-dd-yyyy"


@pytest.mark.parametrize(
    ("wishes", "word"),
    [
        ({"c2": "open"}, "Dit is geen lijst van openstaande posten"),
        ({"c7": "open"}, "‘Memo’ is niet te lezen als het openstaande bedrag"),
        ({"c7": "due_date"}, "‘Memo’ is niet te lezen als de vervaldatum"),
        ({"c7": "capacity"}, "‘Memo’ is niet te lezen als de hoedanigheid"),
        ({"c3": "due_date", "c4": "due_date"}, "Meer dan één kolom zou de vervaldatum zijn"),
        ({"c3": "verval"}, "‘verval’ is geen betekenis"),
        ({"c99": "open"}, "is bij dit bestand niet gesteld"),
    ],
    ids=lambda one: str(one)[:40],
)
def test_what_cannot_be_is_refused_with_a_sentence(wishes: dict[str, str], word: str) -> None:
    with pytest.raises(Refusal) as refused:
        proposed(**wishes)
    assert word in refused.value.problems[0].what
    assert all((problem.why and problem.how_to_fix) for problem in refused.value.problems)


def test_a_list_without_what_it_needs_is_refused() -> None:
    with pytest.raises(Refusal):
        proposed(c5="none", c6="none")
