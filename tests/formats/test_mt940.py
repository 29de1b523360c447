"""MT940: the skeleton of the statement, and the words of each Dutch bank's dialect."""

from datetime import date

import pytest

from tests.formats.samples import OWN_IBAN, PAYER_IBAN, mt940
from voldaan.formats import mt940 as reader
from voldaan.formats.values import Refusal, Transaction

ENTRY = ":61:2611021102C10,00NTRFNONREF//BR-1"


def one(data: bytes) -> reader.Statement:
    (found,) = reader.read(data, "afschrift.sta")
    return found


def first(*words: str, entry: str = ENTRY) -> Transaction:
    """Return the one movement of a statement with these words."""
    return one(mt940(entry, *words)).transactions[0]


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        reader.read(data, "afschrift.sta")
    return caught.value


def wrapped(text: str) -> str:
    """Return a `:86:` field cut at 65 places, its tag included, as banks do."""
    whole = ":86:" + text
    return "\r\n".join(whole[at : at + 65] for at in range(0, len(whole), 65))


def test_the_skeleton_of_a_statement_is_read() -> None:
    found = one(mt940(ENTRY, ":86:Factuur 42"))
    assert (found.format, found.bank_iban, found.currency, found.number) == (
        "mt940",
        OWN_IBAN,
        "EUR",
        "306/1",
    )
    assert (found.opening_cents, found.closing_cents, found.balanced) == (10000, 11000, True)
    assert (found.opening_date, found.closing_date) == (date(2026, 11, 1), date(2026, 11, 2))
    assert found.transactions[0].bank_reference == "BR-1"
    assert found.transactions[0].remittance == "Factuur 42"


@pytest.mark.parametrize(
    ("account", "iban"),
    [
        (OWN_IBAN + "EUR", OWN_IBAN),
        ("NL91 ABNA 0417 1643 00", OWN_IBAN),
        ("517852257", "517852257"),
        ("1291.99.348EUR", "129199348"),
        ("0001234567", "0001234567"),
        ("12345678/1020304050", "12345678/1020304050"),
    ],
)
def test_the_account_is_kept_without_spaces_points_and_currency(account: str, iban: str) -> None:
    assert one(mt940(ENTRY, account=account)).bank_iban == iban


@pytest.mark.parametrize(
    ("mark", "cents", "reversal"),
    [("C", 1000, False), ("D", -1000, False), ("RC", -1000, True), ("RD", 1000, True), ("CR", 1000, False)],
)
def test_a_reversal_goes_the_other_way(mark: str, cents: int, *, reversal: bool) -> None:
    closing = "C261102EUR110,00" if cents > 0 else "C261102EUR90,00"
    found = one(mt940(f":61:2611021102{mark}10,00NTRFNONREF", closing=closing)).transactions[0]
    assert (found.amount_cents, found.reversal) == (cents, reversal)


@pytest.mark.parametrize(
    ("days", "booking", "value"),
    [
        ("2612310102", date(2027, 1, 2), date(2026, 12, 31)),
        ("2701021231", date(2026, 12, 31), date(2027, 1, 2)),
        ("2611021102", date(2026, 11, 2), date(2026, 11, 2)),
        ("261102", date(2026, 11, 2), date(2026, 11, 2)),
        ("261102    ", date(2026, 11, 2), date(2026, 11, 2)),
        ("2402290229", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_the_booking_day_is_the_nearest_to_the_value_day(days: str, booking: date, value: date) -> None:
    found = first(":86:x", entry=f":61:{days}C10,00NTRFNONREF")
    assert (found.booking_date, found.value_date) == (booking, value)


@pytest.mark.parametrize("amount", ["10,", "10,0", "10,00", "000000000010,00"])
def test_an_amount_may_leave_out_its_decimals(amount: str) -> None:
    assert first(entry=f":61:2611021102C{amount}NTRFNONREF").amount_cents == 1000


def test_envelopes_and_several_statements_are_read() -> None:
    swift = (
        b"{1:F01INGBNL2ABXXX0000000000}\r\n{2:I940INGBNL2AXXXN}\r\n{4:\r\n"
        + mt940(ENTRY)[:-3]
        + b"-}{5:}\r\n"
    )
    joined = b"{1:F01KNABNL2HAXXX0000000000}{2:I940KNABNL2HXXXXN3020}{4:\r\n" + mt940(ENTRY)
    abn = b"ABNANL2A\r\n940\r\nABNANL2A\r\n" + mt940(ENTRY)
    old_file_end = b"\x1a" + mt940(ENTRY)
    found = reader.read(swift + joined + abn + old_file_end, "afschrift.sta")
    assert [s.balanced for s in found] == [True] * 4


def test_latin_1_is_read_where_the_file_is_not_utf_8() -> None:
    assert first(":86:Café").remittance == "Café"
    assert one(mt940(ENTRY, ":86:Café").decode().encode("latin-1")).transactions[0].remittance == "Café"


def test_abn_amro_structured() -> None:
    found = first(
        wrapped(
            f"/TRTP/SEPA OVERBOEKING/IBAN/{PAYER_IBAN}/BIC/INGBNL2A/NAME/BAKKERIJ KORST"
            "/REMI/FACTUUR 2026-0042/EREF/NOTPROVIDED"
        )
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("BAKKERIJ KORST", PAYER_IBAN)
    assert (found.remittance, found.end_to_end_id) == ("FACTUUR 2026-0042", None)


def test_abn_amro_columns() -> None:
    found = first(
        f":86:SEPA OVERBOEKING                 IBAN: {PAYER_IBAN}",
        "BIC: INGBNL2A                    NAAM: BAKKERIJ KORST EN KRUIM",
        "OMSCHRIJVING: FACTUUR 2026-0042",
        "KENMERK: E2E-7",
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("BAKKERIJ KORST EN KRUIM", PAYER_IBAN)
    assert (found.remittance, found.end_to_end_id) == ("FACTUUR 2026-0042", "E2E-7")


def test_ing_structured() -> None:
    found = first(
        wrapped(
            f"/EREF/E2E-7//CNTP/{PAYER_IBAN}/INGBNL2A/Bakkerij Korst/UTRECHT//REMI/USTD//Factuur 2026-0042/"
        )
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("Bakkerij Korst", PAYER_IBAN)
    assert (found.remittance, found.end_to_end_id, found.reversal) == ("Factuur 2026-0042", "E2E-7", False)


def test_ing_payment_reference_and_return() -> None:
    found = first(f":86:/RTRN/MS03//CNTP/{PAYER_IBAN}/INGBNL2A/Korst///REMI/STRD/CUR/9001123412341234/")
    assert (found.payment_reference, found.reversal) == ("9001123412341234", True)


def test_rabobank_structured_takes_the_account_under_the_entry() -> None:
    found = first(
        wrapped(
            "/EREF/E2E-7/ORDP//NAME/Bakkerij Korst/ADDR/Molenweg 3/REMI/Factuur 2026-0042/ISDT/2026-11-02"
        ),
        entry=f":61:261102C000000000010,00N541EREF            \r\n{PAYER_IBAN}",
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("Bakkerij Korst", PAYER_IBAN)
    assert (found.remittance, found.end_to_end_id) == ("Factuur 2026-0042", "E2E-7")


def test_rabobank_of_old_has_the_name_in_the_entry() -> None:
    found = first(
        ":86:BETALINGSKENM.  1234123412341234",
        ":86:FACTUUR 42",
        entry=":61:261102C000000000010,00N0440123456789      W. Voorbeeld",
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("W. Voorbeeld", None)
    assert (found.remittance, found.payment_reference) == (
        "BETALINGSKENM. 1234123412341234 FACTUUR 42",
        "1234123412341234",
    )


def test_knab_free_text_with_account_and_name() -> None:
    found = first(":86:FACTUUR 2026-0042", f"REK: {PAYER_IBAN}/NAAM: KORST V.O.F.")
    assert (found.counterparty_name, found.counterparty_iban) == ("KORST V.O.F.", PAYER_IBAN)
    assert found.remittance == "FACTUUR 2026-0042"


def test_asn_and_sns_repeat_account_and_name() -> None:
    found = first(
        f":86:{PAYER_IBAN} bakkerij korst",
        " " * 65,
        "Factuur 2026-0042",
        entry=f":61:2611021102C10,00NOVB{PAYER_IBAN}\r\nbakkerij korst",
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("bakkerij korst", PAYER_IBAN)
    assert found.remittance == "Factuur 2026-0042"


def test_ing_of_old_names_account_and_bank() -> None:
    found = first(f":86:0123456789 {PAYER_IBAN} INGBNL2A J. Voorbeeld Factuur 42")
    assert (found.counterparty_name, found.counterparty_iban) == (None, PAYER_IBAN)


@pytest.mark.parametrize("separator", ["?", ">"])
def test_numbered_subfields(separator: str) -> None:
    words = (
        "166?00OVERBOEKING?20EREF+E2E-7?21SVWZ+Factuur 2026-0042, me?22t dank?30INGBNL2A"
        f"?31{PAYER_IBAN}?32Bakkerij Korst en ?33Kruim"
    ).replace("?", separator)
    found = first(":86:" + words)
    assert (found.counterparty_name, found.counterparty_iban) == ("Bakkerij Korst en Kruim", PAYER_IBAN)
    assert (found.remittance, found.end_to_end_id) == ("Factuur 2026-0042, me t dank", "E2E-7")


def test_free_text_is_kept_whole_and_nothing_is_taken_from_it() -> None:
    found = first(":86:Betaling van NL02RABO0123456789 voor  ", "factuur 42")
    assert found.remittance == "Betaling van NL02RABO0123456789 voor factuur 42"
    assert (found.counterparty_iban, found.counterparty_name, found.payment_reference) == (None, None, None)


def test_a_line_cut_by_width_is_joined_without_a_space() -> None:
    text = "/TRTP/IDEAL/REMI/" + "X" * 44 + "20260042"
    assert first(wrapped(text)).remittance == "X" * 44 + "20260042"


def test_a_dash_inside_the_words_does_not_end_the_statement() -> None:
    assert first(":86:Periode januari", "-", "en februari").remittance == "Periode januari - en februari"


@pytest.mark.parametrize(
    ("closing", "difference"),
    [("C261102EUR109,99", "-0,01"), ("C261102EUR110,01", "0,01"), ("D261102EUR110,00", "-220,00")],
)
def test_a_statement_that_does_not_add_up_is_refused_with_the_difference(
    closing: str, difference: str
) -> None:
    data = mt940(ENTRY, closing=closing)
    assert f"het verschil is {difference} EUR" in refusal(data).problems[0].what
    assert reader.read(data, "afschrift.sta", keep_unbalanced=True)[0].balanced is False


def test_a_statement_that_breaks_off_is_refused() -> None:
    data = mt940(ENTRY, closing=None)
    assert "eindsaldo" in refusal(data).problems[0].what
    assert reader.read(data, "afschrift.sta", keep_unbalanced=True)[0].balanced is None


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (":61:2602300302C10,00NTRFNONREF", "bestaat niet"),
        (":61:2611021131C10,00NTRFNONREF", "bestaat niet"),
        (":61:261102X10,00NTRF", "Verwacht"),
        (":61:2611021102C10,001NTRFNONREF", "Verwacht"),
        (":61:", "Verwacht"),
    ],
)
def test_a_wrong_entry_refuses_the_file_with_its_line(entry: str, why: str) -> None:
    problem = refusal(mt940(ENTRY, entry)).problems[0]
    assert why in problem.why
    assert problem.line == 6


def test_each_wrong_entry_is_told() -> None:
    problems = refusal(mt940(":61:2602300302C10,00NTRF", ":61:2602310302C10,00NTRF")).problems
    assert [p.line for p in problems] == [5, 6]


@pytest.mark.parametrize("data", [b":20:A\r\n:25:123\r\n:28C:1\r\n", b":20:A\r\n:86:losse tekst\r\n"])
def test_a_fragment_is_no_statement(data: bytes) -> None:
    assert "geen afschrift" in refusal(data).problems[0].what


def test_an_interim_report_is_refused_by_name() -> None:
    assert "MT942" in refusal(b":20:A\r\n:25:123\r\n:34F:EUR0,\r\n:61:2611021102C1,NTRF\r\n").problems[0].what
