"""What payers write, in the forms in which people and banks really write it, and what it names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.identifiers import make_betalingskenmerk, make_ogm, make_rf
from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import OpenInvoice, Payer
from voldaan.domain.matching.written.mentions import among, debtors_named, named, neighbours
from voldaan.domain.matching.written.number_index import NumberIndex
from voldaan.domain.matching.written.remittance import read_remittance

PAID_ON = date(2026, 3, 20)
KENMERK = make_betalingskenmerk("202600007123456"[:15])
CARRYING_KENMERK = make_betalingskenmerk("000000020260044")
OGM = make_ogm("0108068171")
RF = make_rf("539007547034")

NUMBERS = {
    1: {"F": ("2026-0012", "2026-0013", "2026-0014", "2026-0015", "2026-0112")},
    2: {"": ("F2024-0012", "F2024-0013")},
    3: {"": ("C2025-0077",)},
    4: {"": ("F2025-0077",)},
    5: {"": ("10042", "10043", "10058")},
    6: {"": ("VF/2026/0093",)},
    7: {"": ("2026001",)},
    8: {"": ("26-117",)},
    9: {"": ("INV-000123",)},
    10: {"": ("12",)},
    11: {"": ("ABX-KLM-7", "QRS-TUV")},
    12: {"": ("F2026.0500",)},
    13: {"": ("260312",)},
    14: {"": ("2024",)},
    15: {"": ("A1B2C3D4-0001",)},
    16: {"": ("20260044",)},
    17: {"": ("1234567",)},
    18: {"": ("202603",)},
}  # fmt: skip


def _book() -> list[OpenInvoice]:
    invoices = []
    for account_id, by_letter in NUMBERS.items():
        for numbers in by_letter.values():
            for number in numbers:
                invoices.append(OpenInvoice(len(invoices) + 1, account_id, number, 10_000))
    references = {KENMERK: "Z1", OGM: "Z2", RF: "Z3", "HUUR-88-9001": "Z4"}
    for reference, number in references.items():
        invoices.append(OpenInvoice(len(invoices) + 1, 90, number, 10_000, payment_reference=reference))
    invoices.append(OpenInvoice(len(invoices) + 1, 91, "Y-1", 10_000, order_number="PO-4500012"))
    return invoices


BOOK = _book()
INDEX = NumberIndex(BOOK, [Payer(5, "Hotel Zeezicht", number="D-20088"), Payer(6, "Bakker", number="88")])
NUMBER_OF = {invoice.id: invoice.number for invoice in BOOK}


def _named(text: str, reference: str = "") -> list[tuple[str, str]]:
    written = read_remittance(text, booking_date=PAID_ON)
    return [
        ("/".join(NUMBER_OF[invoice_id] for invoice_id in mention.ids), mention.kind)
        for mention in named(written, reference, INDEX)
    ]


def _strong(text: str) -> set[str]:
    """Return what is named with the weight of a whole number."""
    written = read_remittance(text, booking_date=PAID_ON)
    return {
        "/".join(NUMBER_OF[invoice_id] for invoice_id in mention.ids)
        for mention in named(written, "", INDEX)
        if mention.points >= weights.CARRIED
    }


@pytest.mark.parametrize(
    "text",
    [
        "2026-0012", "20260012", "2026 0012", "2026/0012", "2026.0012", "2026_0012", "2026 - 0012", "2026- 0012",
        "Factuur 2026-0012", "factuur 2026 0012", "Factuur: 2026-0012.", "factuurnr. 2026-0012", "factuurnr 20260012",
        "factuurnummer 20260012", "Factuurnummer:20260012", "factnr 20260012", "fact.nr 20260012", "fact. nr. 20260012",
        "fact.20260012", "fac 20260012", "fnr 20260012", "fn20260012", "F20260012", "f 20260012", "f.20260012",
        "nota 2026-0012", "notanr. 2026-0012", "rekening 2026-0012", "rek.nr. 2026-0012", "rek 20260012",
        "rnr 20260012", "invoice 20260012", "Invoice no. 2026-0012", "inv. 2026-0012", "INV#20260012", "nr 20260012",
        "nr. 2026-0012", "no 20260012", "nummer 20260012", "Rechnung 2026-0012", "Rechnungsnr. 20260012",
        "RG 20260012", "Rg.-Nr. 2026-0012", "facture 2026-0012", "facture n° 2026-0012", "kenmerk 2026-0012",
        "uw kenmerk: 2026-0012", "betalingskenmerk 20260012", "ref 20260012", "ref.:2026-0012", "bon 20260012",
        "faktuur 20260012", "factuut 20260012", "facuur 20260012", "facturen 2026-0012",
        "betaling factuur 2026-0012 dank u wel", "Jansen factuur 2026-0012", "2026-0012 Jansen", "Jansen 2026-0012",
        "betreft: 2026-0012", "Betr. 2026-0012 d.d. 01-03-2026", "2026-0012 12-03-2026", "12-03-2026 2026-0012",
        "factuur d.d. 12-03-2026 nr 2026-0012", "factuur 2026-0012 van 12 maart 2026", "2026-0012 EUR 125,00",
        "EUR 125,00 fact 2026-0012", "€ 125,00 factuur 20260012", "factuur20260012", "fact20260012",
        "Factuurnr20260012", "fact.nr.20260012dd120326", "20260012dd120326", "factuur 2026\n0012", "factuur 2026-\n0012",
        "factuur 2026-00\n12", "fact 20260 012", "betaling factuurnummer 202600\r\n12", "0020260012", "factuur 2O26-OO12",
        "factuur 2o260012", "factuur 2026-00l2", "factuur 2026-00I2", "(2026-0012)", "[20260012]", "#20260012",
        "'2026-0012'", "fact.:2026-0012;", "2026-0012!", "2026-0012, dank", "2026-0012. Groet", "factuur ２０２６-００１２",
        "FACTUUR\t2026-0012", "factuur 2026–0012", "factuur 2026—0012", "fact 2026-0012 klant 88",
        "klantnr 88 factuur 2026-0012", "klant 88/2026-0012", "deb. 88 fact. 2026-0012", "20260012/klant 88",
        "2026-0012 deel 2", "2026-0012 1e termijn", "restant 2026-0012", "aanbetaling 2026-0012 50%",
        "Hypotheek nee factuur 2026-0012 tel 06-12345678", "factuur 2026-0012 postcode 1234 AB", "2026-0012 14:30",
        "20260012 NL91ABNA0417164300", "NL91 ABNA 0417 1643 00 factuur 2026-0012", "week 12 2026-0012",
        "factuur 2026-12", "fact. 2026/12", "factuur 26-0012", "fact 26-12", "factuur nr: 2026 12",
        "beste, hierbij factuur met nummer 2026-0012", "factuurnummer is 20260012", "uw factuur nr 20260012 mijn ref 5",
        "39,95 euro 20260012", "39,95 euro #2026-0012", "/TRTP/SEPA OVERBOEKING/REMI/20260012 Jansen/EREF/NOTPROVIDED",
        "Afdracht dossiers 20260012", "2O26-0012 betaald", "SVWZ+2026-0012",
        "bedankt!!! 2026-0012 :)", "factuur 2026-0012\U0001f600", "2026-0012 \x00", "Fact.nr.: 2026-0012 / Jansen BV",
    ],
)  # fmt: skip
def test_a_number_is_named_however_it_is_written(text: str) -> None:
    assert _strong(text) == {"2026-0012"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("F2024-0012", {"F2024-0012"}),
        ("factuur 2024 0012", {"F2024-0012"}),
        ("fact.nr 20240012 klant 88", {"F2024-0012"}),
        ("F 2024-0012", {"F2024-0012"}),
        ("factuur F2024-0012", {"F2024-0012"}),
        ("factuurF20240012", {"F2024-0012"}),
        ("F-2024-0012", {"F2024-0012"}),
        ("f20240012", {"F2024-0012"}),
        ("C2025-0077", {"C2025-0077"}),
        ("F2025-0077", {"F2025-0077"}),
        ("fact 2025-0077", {"C2025-0077/F2025-0077"}),
        ("10042", {"10042"}),
        ("factuur 10042", {"10042"}),
        ("10042 Jansen", {"10042"}),
        ("VF/2026/0093", {"VF/2026/0093"}),
        ("VF20260093", {"VF/2026/0093"}),
        ("F2O24-0012", {"F2024-0012"}),
        ("inv. F2O24-OO12", {"F2024-0012"}),
        ("vf 2026-93", {"VF/2026/0093"}),
        ("2026/0093", {"VF/2026/0093"}),
        ("2026001", {"2026001"}),
        ("factuur 2026 001", {"2026001"}),
        ("26-117", {"26-117"}),
        ("factuur 26117", {"26-117"}),
        ("fact 2026-117", {"26-117"}),
        ("INV-000123", {"INV-000123"}),
        ("inv 000123", {"INV-000123"}),
        ("000123", {"INV-000123"}),
        ("ABX-KLM-7", {"ABX-KLM-7"}),
        ("abx klm 7", {"ABX-KLM-7"}),
        ("factuur abxklm7", {"ABX-KLM-7"}),
        ("QRS-TUV", {"QRS-TUV"}),
        ("factuur qrs tuv", {"QRS-TUV"}),
        ("F2026.0500", {"F2026.0500"}),
        ("2026-0500", {"F2026.0500"}),
        ("factuur 260312", {"260312"}),
        ("A1B2C3D4-0001", {"A1B2C3D4-0001"}),
        ("a1b2c3d40001", {"A1B2C3D4-0001"}),
        ("factuur 202603", {"202603"}),
    ],
)
def test_numbers_of_every_style_are_named(text: str, numbers: set[str]) -> None:
    assert _strong(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("F2024-0012,F2024-0013", {"F2024-0012", "F2024-0013"}),
        ("F2024-0012 F2024-0013", {"F2024-0012", "F2024-0013"}),
        ("F2024-0012/F2024-0013", {"F2024-0012", "F2024-0013"}),
        ("F2024-0012-F2024-0013", {"F2024-0012", "F2024-0013"}),
        ("2024-0012+2024-0013", {"F2024-0012", "F2024-0013"}),
        ("20240012 20240013", {"F2024-0012", "F2024-0013"}),
        ("2026-0012/13/15", {"2026-0012", "2026-0013", "2026-0015"}),
        ("2026-0012, 13 en 15", {"2026-0012", "2026-0013", "2026-0015"}),
        ("2026-0012,0013", {"2026-0012", "2026-0013"}),
        ("2026-0012 + 0013", {"2026-0012", "2026-0013"}),
        ("2026-0012 & 13", {"2026-0012", "2026-0013"}),
        ("2026-0012 / 0013", {"2026-0012", "2026-0013"}),
        ("2026 0012 0013", {"2026-0012", "2026-0013"}),
        ("2026-0012-0013", {"2026-0012", "2026-0013"}),
        ("facturen 2026-0012 en 2026-0013", {"2026-0012", "2026-0013"}),
        ("facturen 2026-0012 en factuur 0015", {"2026-0012", "2026-0015"}),
        ("20260012/0013", {"2026-0012", "2026-0013"}),
        ("10042/43", {"10042", "10043"}),
        ("10042,10043", {"10042", "10043"}),
        ("10042 10043", {"10042", "10043"}),
        ("10042 en 58", {"10042", "10058"}),
        ("factuur 10042, 2026-0012 en 26-117", {"10042", "2026-0012", "26-117"}),
        ("2026-0012 t/m 2026-0014", {"2026-0012", "2026-0014"}),
        ("2026-0012 2026-0012", {"2026-0012"}),
    ],
)
def test_every_number_of_a_list_is_named(text: str, numbers: set[str]) -> None:
    assert _strong(text) >= numbers
    assert _strong(text) - numbers <= {"2026-0013"}


@pytest.mark.parametrize("to", ["t/m", "tm", "T/M", "tot en met", "bis", "t.m."])
def test_a_range_names_what_lies_between(to: str) -> None:
    assert sorted(_named(f"factuur 2026-0012 {to} 0015")) == [
        ("2026-0012", "NUMBER"),
        ("2026-0013", "RANGE"),
        ("2026-0014", "RANGE"),
        ("2026-0015", "CARRIED"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "huur 2024 januari", "huur 2024", "huur januari 2024", "jaar 2024", "Betaling 12-03-2024", "12-03-2026", "12/03/26",
        "2026-0012-5", "5-2026-0012", "12026-0012", "120260012", "202600121", "2026-00125", "5.2026-0012",
        "2026.0012.5", "NL91 ABNA 2026 0012 00", "77,50 euro", "EUR 100,42", "EUR 10042", "€ 10042", "10042 euro",
        "10042,-", "100.42", "bedrag 10042", "1234 AB", "tel 0612345678", "06 12345678", "pas 012", "PAS012",
        "transactienr 20260012", "machtiging 20260012", "terminal 10042", "kvk 20260012", "iban 20260012",
        "12:30", "12.30 uur", "12 maart", "12 mrt 2026", "maart 12", "12%", "12 stuks", "12x", "week 12", "kamer 12",
        "huisnr 12", "huisnummer 12", "dank u wel", "", " ", "-", "2025", "2026", "01-2026", "mrt 2026", "Kenmerk: NOTPROVIDED",
        "0", "000", "1 2 3", "12/24", "12-13", "1234 5678", "2026-0", "klantnr D-20088", "factuur", "2026 12 31",
        "NL91ABNA0417164300", "RF12345678901234", "12e termijn", "100 42 keer",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_taken_for_one(text: str) -> None:
    assert _strong(text) == set()


@pytest.mark.parametrize(
    "text",
    ["12-03-2026", "2026-03-12", "huur 2024", "12 maart 2026", "maart 2024", "pas 012", "kamer 12", "1234 AB",
     "€ 12", "12,50", "12 euro", "12:30", "12%", "week 12", "2026-0012-5", "klant 12-88", "12.345,67", "+31 6 12 34 56 78",
     "NL91 ABNA 0417 1643 12", "12-13", "3-12-2025"],
)  # fmt: skip
def test_a_part_of_something_else_names_nothing(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("factuur 12", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("fact. 12", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("nr 12", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("fact.12 en 13", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("facturen 11, 12 en 13", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("12", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("12 Jansen", [("12", "SHORT_NUMBER", weights.SHORT_NUMBER)]),
        ("factuur 2024", [("2024", "SHORT_NUMBER", weights.SHORT_NUMBER_CALLED)]),
        ("betaling 260312", [("260312", "NUMBER_LIKE_A_DAY", weights.NUMBER_LIKE_A_DAY)]),
        ("huur 202603", [("202603", "NUMBER_LIKE_A_DAY", weights.NUMBER_LIKE_A_DAY)]),
        ("C2024-0012", [("F2024-0012", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("A2026-0012", [("2026-0012", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("klant 10042", [("10042", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("8 2026 0012", [("2026-0012", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("10 042", [("10042", "NUMBER", weights.NUMBER)]),
        ("kast 10 042 blauw", [("10042", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("factuur 2026-0012-5", [("2026-0012", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("order 4500012", [("Y-1", "ORDER", weights.ORDER)]),
        ("PO-4500012", [("Y-1", "ORDER", weights.ORDER)]),
        ("HUUR-88-9001", [("Z4", "PLAIN_REFERENCE", weights.PLAIN_REFERENCE)]),
        ("26-12", [("2026-0012", "NUMBER", weights.NUMBER_REWRITTEN)]),
        ("factuur 0012-2026", [("2026-0012", "NUMBER", weights.NUMBER_REWRITTEN)]),
        ("factuur 12/2026", [("2026-0012", "NUMBER", weights.NUMBER_REWRITTEN)]),
        ("creditnota 2026-0012", [("2026-0012", "NUMBER", weights.NUMBER_IN_DOUBT)]),
        ("10042/2026", [("10042", "NUMBER", weights.NUMBER)]),
        ("3 facturen 10042", [("10042", "NUMBER", weights.NUMBER)]),
    ],
)
def test_what_is_weak_or_contradicted_weighs_less(text: str, expected: list[tuple[str, str, int]]) -> None:
    written = read_remittance(text, booking_date=PAID_ON)
    found = [(NUMBER_OF[one.ids[0]], one.kind, one.points) for one in named(written, "", INDEX)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (RF, "Z3"),
        (" ".join(RF[place : place + 4] for place in range(0, len(RF), 4)), "Z3"),
        (f"kenmerk {RF} dank", "Z3"),
        (RF.lower(), "Z3"),
        (KENMERK, "Z1"),
        (" ".join(KENMERK[place : place + 4] for place in range(0, 16, 4)), "Z1"),
        (f"betalingskenmerk {KENMERK}", "Z1"),
        (f"+++{OGM[:3]}/{OGM[3:7]}/{OGM[7:]}+++", "Z2"),
        (f"***{OGM[:3]}/{OGM[3:7]}/{OGM[7:]}***", "Z2"),
        (OGM, "Z2"),
        (CARRYING_KENMERK, "20260044"),
    ],
)
def test_a_reference_with_check_digits_is_named(text: str, number: str) -> None:
    assert _named(text) == [(number, "REFERENCE")]
    assert _named("", text) == [(number, "REFERENCE")]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("HUUR-88-9001", [("Z4", "PLAIN_REFERENCE")]),
        ("huur 88 9001", [("Z4", "PLAIN_REFERENCE")]),
        ("2026-0012", [("2026-0012", "NUMBER")]),
        ("20260012", [("2026-0012", "NUMBER")]),
        ("12", [("12", "SHORT_NUMBER")]),
        (make_rf("20260012"), [("2026-0012", "REFERENCE")]),
        ("2026-0012, 10042", [("2026-0012", "NUMBER"), ("10042", "NUMBER")]),
        ("NOTPROVIDED", []),
        ("1234 5678 9012 3456", []),
    ],
)
def test_the_reference_field_is_searched_too(reference: str, expected: list[tuple[str, str]]) -> None:
    assert _named("", reference) == expected


def test_what_stands_in_field_and_text_is_told_once() -> None:
    assert _named("factuur 2026-0012", "20260012") == [("2026-0012", "NUMBER")]


def test_inside_another_s_reference_nothing_is_searched() -> None:
    others = make_betalingskenmerk("026001220260012")
    spaced = " ".join(others[place : place + 4] for place in range(0, 16, 4))
    assert _strong(spaced) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("klant 88", [(6, weights.DEBTOR_NUMBER_CALLED, "88")]),
        ("klantnr: 88", [(6, weights.DEBTOR_NUMBER_CALLED, "88")]),
        ("deb.nr 20088", [(5, weights.DEBTOR_NUMBER_CALLED, "20088")]),
        ("debiteurnummer D-20088", [(5, weights.DEBTOR_NUMBER_CALLED, "20088")]),
        ("relatie 20088 huur", [(5, weights.DEBTOR_NUMBER_CALLED, "20088")]),
        ("lidnr. 88", [(6, weights.DEBTOR_NUMBER_CALLED, "88")]),
        ("20088 huur", [(5, weights.DEBTOR_NUMBER, "20088")]),
        ("88 huur", []),
        ("factuur 20088", []),
        ("€ 20088", []),
        ("20088-5", []),
        ("tel 20088", []),
        ("", []),
    ],
)
def test_debtors_are_named_by_their_number(text: str, expected: list[tuple[int, int, str]]) -> None:
    written = read_remittance(text, booking_date=PAID_ON)
    assert list(debtors_named(written, INDEX)) == expected


FEW = [
    OpenInvoice(1, 1, "2026-0012", 100),
    OpenInvoice(2, 1, "2026-0013", 200),
    OpenInvoice(3, 1, "2026-0112", 300),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("factuur 12", [("TAIL", (1,), weights.TAIL_OF_TWO)]),
        ("12 huur", [("TAIL", (1,), weights.TAIL_OF_ONE)]),
        ("fact 0012", [("TAIL", (1,), weights.TAIL_OF_FOUR)]),
        ("0013", [("TAIL", (2,), weights.TAIL_OF_FOUR)]),
        ("factuur 112", [("TAIL", (3,), weights.TAIL_OF_THREE)]),
        ("fact.12 en 13", [("TAIL", (1,), weights.TAIL_OF_TWO), ("TAIL", (2,), weights.TAIL_OF_TWO)]),
        ("factuur 3", [("TAIL", (2,), weights.TAIL_OF_ONE)]),
        ("3 stuks", []),
        ("260013", [("TAIL", (2,), weights.TAIL_OF_FOUR)]),
        ("factuur 2026-0022", [("TYPO", (1,), weights.TYPO)]),
        ("factuur 2062-0013", [("TYPO", (2,), weights.TYPO)]),
        ("factuur 202600113", [("TYPO", (2,), weights.TYPO)]),
        ("factuur 2026-013", [("TYPO", (2,), weights.TYPO)]),
        ("factuur 2026-0312", [("TYPO", (1, 3), weights.TYPO)]),
        ("factuur 2027-1313", []),
        ("12-03-2026", []),
        ("klant 12", []),
        ("€ 12,00", []),
        ("1012 AB", []),
        ("huur 2026", []),
        ("", []),
    ],
)
def test_among_a_few_invoices_ends_and_slips_say_something(
    text: str, expected: list[tuple[str, tuple[int, ...], int]]
) -> None:
    written = read_remittance(text, booking_date=PAID_ON)
    assert [(one.kind, one.ids, one.points) for one in among(written, FEW, ())] == expected


def test_a_range_of_ends_names_what_lies_between() -> None:
    written = read_remittance("facturen 12 t/m 14", booking_date=PAID_ON)
    few = [OpenInvoice(number, 1, f"2026-00{11 + number}", 100) for number in (1, 2, 3)]
    assert {one.ids for one in among(written, few, ())} == {(1,), (2,), (3,)}


def test_what_was_found_is_not_told_again() -> None:
    written = read_remittance("factuur 2026-0012 en 13", booking_date=PAID_ON)
    found = named(written, "", NumberIndex(FEW))
    assert {one.ids for one in found} == {(1,), (2,)}
    assert among(written, FEW, found) == ()


def test_neighbours_are_one_slip_away() -> None:
    assert {NUMBER_OF[one] for one in neighbours("2026-0012", INDEX)} == {
        "2026-0013", "2026-0014", "2026-0015", "2026-0112", "2026001", "F2024-0012",
    }  # fmt: skip
    assert {NUMBER_OF[one] for one in neighbours("10024", INDEX)} == {"10042"}


def test_withdrawn_invoices_are_not_named() -> None:
    index = NumberIndex([OpenInvoice(1, 1, "2026-0012", 100, withdrawn=True)])
    assert named(read_remittance("factuur 2026-0012", booking_date=PAID_ON), "", index) == ()


def test_letters_tell_apart_what_shares_its_digits_with_very_many() -> None:
    index = NumberIndex([OpenInvoice(place, place, f"K{place}X-7", 100) for place in range(1, 900)]
                        + [OpenInvoice(place, place, f"{chr(65 + place % 26)}{chr(65 + place // 26 % 26)}-1", 100) for place in range(1000, 1600)])  # fmt: skip
    mentions = named(read_remittance("factuur MM-1", booking_date=PAID_ON), "", index)
    assert {len(mention.ids) for mention in mentions} <= {1}


WORDS = st.sampled_from(
    ["", "betaling", "dank u wel", "Jansen", "factuur", "fact.nr.", "uw nota", "huur maart", "EUR 12,50 voor"]
)
FORMS = st.sampled_from(["{a}-{b}", "{a}{b}", "{a} {b}", "{a}/{b}", "{a}.{b}", "{a}_{b}", "F{a}-{b}", "nr {a}{b}", "00{a}{b}", "({a}-{b})", "{a}-\n{b}"])  # fmt: skip


@given(before=WORDS, after=WORDS, form=FORMS, rest=st.integers(13, 9999))
def test_a_number_between_other_words_is_found(before: str, after: str, form: str, rest: int) -> None:
    index = NumberIndex([OpenInvoice(1, 1, f"2019-{rest:04d}", 100)])
    text = f"{before} {form.format(a='2019', b=f'{rest:04d}')} {after}"
    mentions = named(read_remittance(text, booking_date=PAID_ON), "", index)
    assert [one.ids for one in mentions] == [(1,)]


ANY_TEXT = st.text(max_size=60) | st.text("0123456789 -/.,+FRILO€tmen\n", max_size=60)


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_can_be_read_and_what_is_found_was_written(text: str, reference: str) -> None:
    written = read_remittance(text, booking_date=PAID_ON)
    digits = [
        sign
        for sign in read_remittance(text + reference, booking_date=PAID_ON).text
        if sign in "0123456789OIL"
    ]
    for mention in named(written, reference, INDEX):
        assert mention.ids and mention.points > 0
        assert len([sign for sign in mention.text if sign.isdigit()]) <= len(digits)
    for mention in among(written, FEW, ()):
        assert set(mention.ids) <= {1, 2, 3}
    debtors_named(written, INDEX)


@given(st.text("0123456789", min_size=1, max_size=12), st.text(max_size=10))
def test_a_number_is_found_by_itself(number: str, reference: str) -> None:
    index = NumberIndex([OpenInvoice(1, 1, number, 100, payment_reference=reference)])
    if number.strip("0"):
        assert [
            one.ids for one in named(read_remittance(f"factuur {number}", booking_date=PAID_ON), "", index)
        ] == [(1,)]


@pytest.mark.parametrize("text", ["1," * 10_000, "A" * 100_000, "12-03-2026 " * 2_000, "2026-0012 " * 2_000, "NL91 ABNA " * 2_000,
                                  "2026-0012/13" * 2_000, " " * 100_000, "0" * 100_000, "OIL0" * 5_000, "+++" * 30_000])  # fmt: skip
def test_a_very_long_text_is_read_to_its_end(text: str) -> None:
    written = read_remittance(text, booking_date=PAID_ON)
    assert len(named(written, "", INDEX)) <= len(BOOK)
    assert len(among(written, FEW, ())) <= 10
