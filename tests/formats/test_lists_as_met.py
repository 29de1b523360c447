"""Lists in shapes that packages and spreadsheets give them, all made up: what is proposed, asked and read."""

import pytest

from voldaan.formats.lists import proposals, reading
from voldaan.formats.lists.parties import number_and_name
from voldaan.formats.lists.proposals import Proposal
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorEntry, DebtorList, OpenItem, OpenItemList, Refusal


def source(*rows: str) -> Source:
    return Source.of_bytes("\n".join([*rows, ""]).encode(), "lijst.csv")


def settled(found: Source, **answers: str) -> Proposal:
    """Answer all questions; one that is not in the answers, or not asked, fails the test."""
    proposal = proposals.propose(found)
    given: dict[str, str] = {}
    while proposal.questions:
        given |= {choice.key: {"complete": "no", **answers}[choice.key] for choice in proposal.questions}
        proposal = proposal.answered(given)
    assert set(given) - {"complete"} == set(answers)
    return proposal


def items(*rows: str, **answers: str) -> list[OpenItem]:
    found = source(*rows)
    read = reading.read(found, settled(found, **answers).mapping)
    assert isinstance(read, OpenItemList)
    return list(read.items)


def debtors(*rows: str, **answers: str) -> list[DebtorEntry]:
    found = source(*rows)
    read = reading.read(found, settled(found, **answers).mapping)
    assert isinstance(read, DebtorList)
    return list(read.debtors)


def test_a_document_number_beside_a_reference_is_asked() -> None:
    rows = (
        "Customer;Name 1;Document Number;Reference;Net due date;Open amount",
        "100023;Korst;1800000117;26-117;19.04.2026;10,00",
        "100031;Vonk;1800000118;26-118;20.04.2026;20,00",
    )
    assert [item.number for item in items(*rows, number="4")] == ["26-117", "26-118"]
    assert [item.number for item in items(*rows, number="3")] == ["1800000117", "1800000118"]


def test_a_column_in_an_open_question_is_not_offered_in_another() -> None:
    rows = (
        "Boekstuk;Factuur;Naam;Vervaldatum;Bedrag;Openstaand",
        "7001;26117;Korst;19-04-2026;10,00;10,00",
        "7002;26118;Vonk;20-04-2026;20,00;5,00",
    )
    assert {choice.key for choice in proposals.propose(source(*rows)).questions} == {"number", "complete"}
    (first, _) = items(*rows, number="2")
    assert (first.number, first.total_cents) == ("26117", 1000)


@pytest.mark.parametrize("first", ["−25,00", "–25,00", "€ −25,00", "-25,00"])
def test_every_minus_is_a_minus(first: str) -> None:
    rows = (
        "Klant;Factuurnr;Vervaldatum;Openstaand",
        f"Korst;1;19-04-2026;{first}",
        "Vonk;2;20-04-2026;10,25",
    )
    assert [item.open_cents for item in items(*rows)] == [-2500, 1025]


def test_a_dash_for_nothing_does_not_hide_a_column_of_amounts() -> None:
    rows = (
        "Klant;Factuurnr;Vervaldatum;Bedrag;Betaald",
        "Korst;1;19-04-2026;10,00;-",
        "Vonk;2;20-04-2026;9,50;2,25",
    )
    assert [item.open_cents for item in items(*rows)] == [1000, 725]


def test_numbers_that_are_kept_from_a_spreadsheet_are_read_without_their_wrapping() -> None:
    rows = (
        "Klantnr;Klant;Factuurnr;Vervaldatum;Openstaand",
        '"=""00012""";Korst;"=""000117""";19-04-2026;1,50',
        '"=""00013""";Vonk;"=""000118""";20-04-2026;2,50',
    )
    assert [(item.number, item.debtor.number) for item in items(*rows)] == [
        ("000117", "00012"),
        ("000118", "00013"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("10023-Bakkerij Korst", "10023", "Bakkerij Korst"),
        ("10023-KORST BAKKERIJ", "10023", "KORST BAKKERIJ"),
        ("D1002:Korst", "D1002", "Korst"),
        ("10023-NL Bakkerij Korst", "10023-NL", "Bakkerij Korst"),
        ("10023-10 Bakkerij Korst", "10023-10", "Bakkerij Korst"),
        ("10023 - Bakkerij Korst", "10023", "Bakkerij Korst"),
    ],
)
def test_number_and_name_are_parted_where_the_name_begins(text: str, number: str, name: str) -> None:
    assert number_and_name(text, "NUMBER_NAME") == (number, name)


@pytest.mark.parametrize(
    ("row", "column"),
    [("1;Korst;2,02603E+11;1,50", "Factuurnr"), ("1.2E+10;Korst;F1;1,50", "Klantnr")],
)
def test_a_number_that_a_spreadsheet_rounded_is_refused(row: str, column: str) -> None:
    found = source("Klantnr;Klant;Factuurnr;Openstaand", row, "2;Vonk;F2;2,50")
    mapping = settled(found).mapping
    with pytest.raises(Refusal) as refused:
        reading.read(found, mapping)
    (problem,) = refused.value.problems
    assert f"kolom ‘{column}’, is geen heel nummer meer" in problem.what
    assert "E+1" in problem.why


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("tien", "elf"), "De titel ‘Openstaand’ past wel, maar de cellen niet (‘tien’, ‘elf’)."),
        (("", ""), "De titel ‘Openstaand’ past wel, maar de kolom is leeg."),
    ],
)
def test_a_refusal_names_the_column_whose_cells_do_not_fit(cells: tuple[str, str], words: str) -> None:
    rows = (
        f"{name};F{at};19-0{at}-2026;{cell}"
        for at, (name, cell) in enumerate(zip("KV", cells, strict=True), 1)
    )
    with pytest.raises(Refusal) as refused:
        proposals.propose(source("Klant;Factuurnr;Vervaldatum;Openstaand", *rows))
    assert words in refused.value.problems[0].why


def test_amounts_in_cents_are_not_taken_for_euros() -> None:
    with pytest.raises(Refusal):
        proposals.propose(
            source("Klant;Factuurnr;Vervaldatum;Openstaand in centen", "Korst;1;19-04-2026;125050")
        )


@pytest.mark.parametrize(
    "heading",
    [("10023 Korst;;;150,00", "10031 Vonk;;;25,00"), ("10023;Korst;015-1234567;", "10031;Vonk;;")],
)
def test_a_heading_may_hold_a_sum_or_a_telephone_number(heading: tuple[str, str]) -> None:
    rows = (
        "Factuur;Datum;Vervaldatum;Openstaand",
        heading[0],
        "F117;10-03-2026;19-04-2026;100,00",
        "F118;11-03-2026;20-04-2026;50,00",
        heading[1],
        "F119;12-03-2026;21-04-2026;25,00",
    )
    assert [(item.number, item.debtor.number, item.debtor.name) for item in items(*rows)] == [
        ("F117", "10023", "Korst"),
        ("F118", "10023", "Korst"),
        ("F119", "10031", "Vonk"),
    ]


def test_a_total_that_nobody_named_raises_no_question() -> None:
    rows = (
        "Klant;Factuurnr;Vervaldatum;Openstaand",
        "Korst;1;19-04-2026;10,00",
        "Vonk;2;20-04-2026;20,00",
        ";;;30,00",
    )
    assert [item.number for item in items(*rows)] == ["1", "2"]


def test_a_person_without_a_firm_is_the_debtor() -> None:
    rows = (
        "Klantnr;Bedrijfsnaam;Voornaam;Tussenvoegsel;Achternaam;Plaats;E-mail",
        "1;Korst BV;Noor;de;Wit;Delft;info@korst.example",
        "2;;Jan;van der;Berg;Delft;jan@berg.example",
    )
    firm, person = debtors(*rows)
    assert (firm.party.name, [contact.name for contact in firm.contacts]) == ("Korst BV", ["Noor de Wit"])
    assert (person.party.name, person.contacts) == ("Jan van der Berg", ())


def test_initials_do_for_a_first_name() -> None:
    (entry,) = debtors("Klantnr;Voorletters;Achternaam;Plaats", "1;J.;Berg;Delft")
    assert entry.party.name == "J. Berg"


def test_a_person_may_be_known_without_a_number() -> None:
    rows = (
        "Bedrijfsnaam;Voornaam;Achternaam;Plaats;Postcode",
        ";Jan;Berg;Delft;2611 AB",
        "Vonk BV;;;Delft;2611 AC",
    )
    assert [entry.party.name for entry in debtors(*rows)] == ["Jan Berg", "Vonk BV"]


def test_several_people_of_one_number_are_contacts_and_none_of_them_is_the_debtor() -> None:
    rows = ("Klantnr;Voornaam;Achternaam;Plaats", "1;Jan;Vonk;Delft", "1;Ans;Blaas;Delft")
    (entry,) = debtors(*rows)
    assert (entry.party.name, [contact.name for contact in entry.contacts]) == (
        None,
        ["Jan Vonk", "Ans Blaas"],
    )


@pytest.mark.parametrize(
    ("words", "capacities"),
    [(("Particulier", "Gemeente"), ["CONSUMER", "PUBLIC_BODY"]), (("A-klant", "B-klant"), [None, None])],
)
def test_a_kind_is_a_capacity_when_its_words_are(
    words: tuple[str, str], capacities: list[str | None]
) -> None:
    rows = (f"{at};D{at};{word};Delft" for at, word in enumerate(words, 1))
    assert [entry.capacity for entry in debtors("Nummer;Debiteur;Soort;Plaats", *rows)] == capacities


def test_numbers_in_groups_are_no_days() -> None:
    (entry,) = debtors("Debiteurnr;Naam;Plaats;KvK;Telefoon", "1;Korst;Delft;12 34 56 78;06 12 34 56 78")
    assert (entry.party.coc_number, entry.party.phone) == ("12 34 56 78", "06 12 34 56 78")


def test_a_contact_beside_a_name_is_no_second_name() -> None:
    (entry,) = debtors("Customer No.;Name;City;Contact", "1;Korst;Delft;Noor de Wit")
    assert (entry.party.name, entry.contacts[0].name) == ("Korst", "Noor de Wit")


def test_an_ageing_column_without_a_first_day_counts_and_may_hold_what_is_not_due() -> None:
    rows = (
        "Klant;Factuurnr;< 30 dagen;30 - 60 dagen;> 60 dagen",
        "Korst;F1;5,00;;10,00",
        "Vonk;F2;20,00;;",
        "Berg;F3;;7,50;",
    )
    first, second, third = items(*rows, ageing="due_date", longest_term="30", as_of="2026-10-31")
    assert [item.open_cents for item in (first, second, third)] == [1500, 2000, 750]
    assert [f"{item.due_date}" for item in (first, second, third)] == [
        "2026-11-30",
        "2026-11-30",
        "2026-10-01",
    ]


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        ("Subjectnr;Naam belastingschuldige;Aanslagnummer;Dagtekening;Vervaldatum;Openstaand", 6),
        ("Verkooprelatie;Naam;Factuurnummer;Fact.dat;Verloopdatum;Saldo", 6),
        ("Debnr;Naam;Factuurnr;Fact.datum;Verv.datum;Fact.bedrag", 5),
    ],
)
def test_the_words_of_packages_are_known(titles: str, columns: int) -> None:
    rows = ("1;Korst;F1;13-01-2026;12-02-2026;10,00", "2;Vonk;F2;14-01-2026;13-02-2026;20,00")
    proposal = proposals.propose(source(titles, *rows))
    assert sum(column.meaning is not None for column in proposal.columns) == columns


@pytest.mark.parametrize(
    "numbers", [("2026.001", "2026.002"), ("2026-01-001", "2026-01-002"), ("1.234", "1.235")]
)
def test_an_invoice_number_may_look_like_an_amount_or_a_day(numbers: tuple[str, str]) -> None:
    rows = (f"Korst;{number};13-01-2026;12-02-2026;10,50" for number in numbers)
    found = items("Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand", *rows)
    assert [item.number for item in found] == list(numbers)
