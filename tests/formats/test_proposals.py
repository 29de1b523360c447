"""How a list that nobody described would be read: lists in the styles of many packages, all made up."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from tests.formats.list_cases import COLUMN_CASES
from tests.formats.list_layout_cases import LAYOUT_CASES
from voldaan.formats.lists import proposals
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal


def source(text: str, name: str = "lijst.csv", encoding: str = "utf-8") -> Source:
    return Source.of_bytes(text.encode(encoding), name)


def workbook(*sheets: tuple[str, list[list[object]]]) -> Source:
    """Return a workbook; days are written as days."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, place, cell, day)
                elif cell is not None:
                    sheet.write(at, place, cell)
    book.close()
    return Source.of_bytes(content.getvalue(), "lijst.xlsx")


def keys(proposal: proposals.Proposal) -> set[str]:
    return {choice.key for choice in proposal.questions}


def settled(proposal: proposals.Proposal, answers: dict[str, str]) -> proposals.Proposal:
    """Answer each question when it is asked; a question without an answer in the table fails the test."""
    wanted = {"complete": "no", **answers}
    given: dict[str, str] = {}
    while proposal.questions:
        new = {choice.key: wanted[choice.key] for choice in proposal.questions}
        given |= new
        proposal = proposal.answered(new)
    assert set(given) == set(wanted) - ({"complete"} if proposal.kind == "DEBTORS" else set())
    return proposal


CASES = {**COLUMN_CASES, **LAYOUT_CASES}


@pytest.mark.parametrize("name", CASES)
def test_a_list_is_read_as_a_person_would_or_asks(name: str) -> None:
    case = CASES[name]
    proposal = settled(proposals.propose(source(case.text)), case.asks)
    assert proposal.mapping is not None
    assert proposal.mapping.kind == case.kind
    assert dict(proposal.mapping.columns) == case.columns
    for setting, value in case.settings.items():
        assert getattr(proposal.mapping, setting) == value, setting
    preview = proposal.preview
    assert preview is not None and preview.problems == ()
    if case.first is not None:
        assert (preview.rows[0].number, preview.rows[0].open_cents) == case.first
    assert preview.count == len(preview.rows) > 1


@pytest.mark.parametrize("name", CASES)
def test_no_mapping_while_a_question_is_open(name: str) -> None:
    proposal = proposals.propose(source(CASES[name].text))
    assert (proposal.mapping is None) == bool(proposal.questions) == (proposal.preview is None)
    assert ("complete" in keys(proposal)) == (CASES[name].kind == "OPEN_ITEMS")


@pytest.mark.parametrize("name", CASES)
def test_every_column_says_why_it_is_read_or_left_unread(name: str) -> None:
    proposal = settled(proposals.propose(source(CASES[name].text)), CASES[name].asks)
    assert all(column.why.endswith((".", ")")) for column in proposal.columns)
    read = {column.meaning for column in proposal.columns if column.meaning}
    assert read == set(CASES[name].columns)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_and_the_encoding_are_found(encoding: str, delimiter: str) -> None:
    rows = [
        ["Debiteur", "Factuurnr", "Vervaldatum", "Openstaand"],
        ["Café Zoë", "F1", "24-02-2026", '"1.210,00"'],
        ["Vonk BV", "F2", "28-01-2026", '"60,50"'],
    ]
    text = "\n".join(delimiter.join(row) for row in rows)
    proposal = settled(proposals.propose(source(text, encoding=encoding)), {})
    assert proposal.mapping is not None and proposal.mapping.delimiter == delimiter
    assert proposal.preview is not None
    assert [item.debtor.name for item in proposal.preview.rows] == ["Café Zoë", "Vonk BV"]
    assert proposal.preview.total_cents == 127050


HEADER: list[object] = ["Debiteurnr", "Naam", "Factuurnr", "Factuurdatum", "Vervaldatum", "Openstaand"]
FIRST: list[object] = [1, "Korst BV", 26001, date(2026, 1, 5), date(2026, 2, 4), 1210.0]
SECOND: list[object] = [2, "Vonk BV", 26002, date(2026, 1, 31), date(2026, 3, 2), -60.5]


def test_days_and_amounts_of_a_workbook_need_no_notation() -> None:
    proposal = settled(proposals.propose(workbook(("Lijst", [HEADER, FIRST, SECOND]))), {})
    assert proposal.preview is not None and proposal.preview.problems == ()
    assert [item.open_cents for item in proposal.preview.rows] == [121000, -6050]
    assert proposal.preview.rows[0].due_date == date(2026, 2, 4)


def test_sheets_with_one_header_may_be_one_list() -> None:
    book = workbook(("Noord", [HEADER, FIRST]), ("Zuid", [HEADER, SECOND]))
    proposal = proposals.propose(book)
    assert keys(proposal) == {"sheet"}
    together = settled(proposal, {"sheet": "all"})
    assert together.mapping is not None and together.mapping.all_sheets
    assert together.preview is not None and together.preview.count == 2
    apart = settled(proposal, {"sheet": "sheet:Zuid"})
    assert apart.mapping is not None and apart.mapping.sheet == "Zuid"
    assert apart.preview is not None and apart.preview.total_cents == -6050


def test_the_sheet_that_holds_the_list_is_found() -> None:
    book = workbook(("Voorblad", [["Gemaakt door"], ["Noor"]]), ("Posten", [HEADER, FIRST, SECOND]))
    proposal = settled(proposals.propose(book), {})
    assert proposal.mapping is not None and proposal.mapping.sheet == "Posten"
    assert proposal.preview is not None and proposal.preview.count == 2


REFUSED = {
    "a bank's export": (
        "Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mededelingen\n"
        "20260105;Korst BV;NL91ABNA0417164300;NL20INGB0001234567;OV;Bij;1210,00;Factuur 26001\n"
    ),
    "what the client owes itself": (
        "Crediteurnr;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "1;Meelfabriek;F1;05-01-2026;24-02-2026;1210,00\n"
    ),
    "a row for every line of an invoice": (
        "Klant;Factuurnummer;Factuurdatum;Artikel;Aantal;Openstaand\n"
        "Korst BV;F1;05-01-2026;Meel;2;1210,00\nKorst BV;F1;05-01-2026;Gist;1;1210,00\n"
    ),
    "a text": "Geachte heer, mevrouw,\n\nHierbij de lijst, zoals besproken.\n",
    "no header": "Korst BV;F1;24-02-2026;1210,00\nVonk BV;F2;28-01-2026;60,50\n",
    "no items": "Debiteur;Factuurnr;Vervaldatum;Openstaand\n",
    "no amount": "Debiteur;Factuurnr;Vervaldatum\nKorst BV;F1;24-02-2026\nVonk BV;F2;28-01-2026\n",
    "no debtor": "Factuurnr;Vervaldatum;Openstaand\nF1;24-02-2026;1210,00\nF2;28-01-2026;60,50\n",
    "amounts in two notations": (
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;24-02-2026;1.210,00\nVonk BV;F2;28-01-2026;1,210.00\n"
    ),
    "days in two notations": (
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;24-02-2026;12,00\nVonk BV;F2;2026-01-28;12,00\n"
    ),
    "nothing": "",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_such_list_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        proposals.propose(source(REFUSED[name]))
    assert all(problem.what and problem.why and problem.how_to_fix for problem in refused.value.problems)


LONE = "Klant;Factuurnr;Vervaldatum;Bedrag\nKorst BV;F1;23-02-2026;12,00\nVonk BV;F2;04-05-2026;2,50\n"


def test_a_list_that_does_not_say_what_is_open_is_refused() -> None:
    with pytest.raises(Refusal, match="De lijst zegt niet wat er openstaat"):
        proposals.propose(source(LONE)).answered({"open": "none"})


@pytest.mark.parametrize(
    "answers",
    [{"open": "9"}, {"complete": "misschien"}, {"complete": "yes", "open": "4", "as_of": "gisteren"}],
)
def test_what_is_no_answer_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(Refusal):
        proposals.propose(source(LONE)).answered(answers)


def test_an_answer_without_a_question_is_refused() -> None:
    proposal = proposals.propose(source(LONE))
    with pytest.raises(Refusal, match="niet gesteld"):
        proposal.answered({"open": "4", "complete": "no", "dates": "dd-mm-yyyy"})


def test_a_complete_list_needs_its_day() -> None:
    proposal = proposals.propose(source(LONE)).answered({"open": "4", "complete": "yes"})
    assert keys(proposal) == {"as_of"}
    mapping = proposal.answered({"as_of": "2026-05-31"}).mapping
    assert mapping is not None and (mapping.complete, mapping.as_of) == (True, date(2026, 5, 31))


def test_a_complete_list_may_say_its_day_above_the_header() -> None:
    text = "Openstaande posten per 31 mei 2026\n" + LONE
    mapping = proposals.propose(source(text)).answered({"open": "4", "complete": "yes"}).mapping
    assert mapping is not None and mapping.complete and mapping.as_of_in_title and mapping.as_of is None


def test_each_option_shows_a_cell_as_it_would_be_read() -> None:
    text = "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;03-02-2026;1.210\nVonk BV;F2;04-05-2026;2.500\n"
    examples = {
        option.value: option.example
        for choice in proposals.propose(source(text)).questions
        for option in choice.options
    }
    assert examples["dd-mm-yyyy"] == "‘03-02-2026’ is 3 februari 2026"
    assert examples["mm-dd-yyyy"] == "‘03-02-2026’ is 2 maart 2026"
    assert examples["decimal_comma_thousands_point"] == "‘1.210’ is 1.210,00 EUR"
    assert examples["decimal_point_thousands_none"] == "‘1.210’ is 1,21 EUR"


def test_the_evidence_says_what_was_seen() -> None:
    text = (
        "Stand per 31-01-2026\nDebiteur;Factuurnr;Vervaldatum;Openstaand\n"
        "Korst BV;F1;23-02-2026;1.210,00\nVonk BV;F2;04-05-2026;2,50\nTotaal;;;1.212,50\n"
    )
    assert proposals.propose(source(text)).evidence == (
        "De kop staat op regel 2; wat erboven staat, zijn titels.",
        "Regels die optellen: 1; ze worden nagerekend en overgeslagen.",
        "In 2 van 2 verschillende bedragen staat een komma vóór de centen, zoals in ‘1.210,00’.",
        "Tussen duizendtallen staat een punt.",
        "Dag, maand, jaar (dd-mm-yyyy) past op elke dag (2 gezien): ‘23-02-2026’ kan niet anders.",
        "Boven de kop staat de dag van de lijst: 31-01-2026.",
    )


def test_a_long_list_is_looked_at_in_part() -> None:
    rows = "".join(
        f"Debiteur {at};F{at};{at % 28 + 1:02d}-02-2026;{at}.{at % 1000:03d},00\n" for at in range(1, 300)
    )
    text = "Debiteur;Factuurnr;Vervaldatum;Openstaand\n" + rows * 1000
    proposal = settled(proposals.propose(source(text)), {})
    assert proposal.preview is not None and proposal.preview.problems == ()
    assert len(proposal.preview.rows) == proposals.PREVIEW_ROWS
    assert proposal.preview.count is None and proposal.preview.total_cents is None


def test_a_proposal_is_always_the_same() -> None:
    one, other = proposals.propose(source(LONE)), proposals.propose(source(LONE))
    assert one == other and one.answered({"open": "4"}) == other.answered({"open": "4"})
