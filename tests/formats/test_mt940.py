"""MT940: the skeleton of the statement: fields, balances, pages, character sets, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import OWN_IBAN, mt940
from voldaan.formats.bank import mt940 as reader
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement, Transaction

ENTRY = ":61:2611021102C10,00NTRFNONREF//BR-1"


def every(data: bytes, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    return reader.read(Source.of_bytes(data, "afschrift.sta"), keep_unbalanced=keep_unbalanced)


def one(data: bytes) -> Statement:
    (found,) = every(data)
    return found


def first(*words: str, entry: str = ENTRY) -> Transaction:
    """Return the one movement of a statement with these words."""
    return one(mt940(entry, *words)).transactions[0]


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        every(data)
    return caught.value


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
        ("TRIODOSBANK/0390123456", "0390123456"),
        ("0878787878                         ", "0878787878"),
    ],
)
def test_the_account_is_kept_without_spaces_points_and_currency(account: str, iban: str) -> None:
    assert one(mt940(ENTRY, account=account)).bank_iban == iban


@pytest.mark.parametrize(
    ("mark", "cents", "reversal"),
    [
        ("C", 1000, False),
        ("D", -1000, False),
        ("RC", -1000, True),
        ("RD", 1000, True),
        ("CR", 1000, False),
        ("d", -1000, False),
    ],
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
    found = every(swift + joined + abn + old_file_end)
    assert [s.balanced for s in found] == [True] * 4


def test_latin_1_is_read_where_the_file_is_not_utf_8() -> None:
    assert first(":86:Café").remittance == "Café"
    assert one(mt940(ENTRY, ":86:Café").decode().encode("latin-1")).transactions[0].remittance == "Café"


@pytest.mark.parametrize(
    ("closing", "difference"),
    [("C261102EUR109,99", "-0,01"), ("C261102EUR110,01", "0,01"), ("D261102EUR110,00", "-220,00")],
)
def test_a_statement_that_does_not_add_up_is_refused_with_the_difference(
    closing: str, difference: str
) -> None:
    data = mt940(ENTRY, closing=closing)
    assert f"het verschil is {difference} EUR" in refusal(data).problems[0].what
    (shown,) = every(data, keep_unbalanced=True)
    assert shown.balanced is False
    assert f"het verschil is {difference} EUR" in shown.remarks[0].what


def test_a_statement_in_two_currencies_is_refused() -> None:
    assert "twee munten" in refusal(mt940(ENTRY, closing="C261102USD110,00")).problems[0].what


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        (mt940(ENTRY, closing=None), ["eindsaldo"]),
        (mt940(ENTRY).replace(b":60F:C261101EUR100,00\r\n", b""), ["beginsaldo"]),
        (b":20:A\r\n:25:NL91ABNA0417164300EUR\r\n" + ENTRY.encode(), ["beginsaldo", "eindsaldo"]),
    ],
)
def test_a_missing_balance_proves_nothing_and_is_said(data: bytes, missing: list[str]) -> None:
    found = one(data)
    assert found.balanced is None
    assert [remark.what.split()[1] for remark in found.remarks] == missing
    assert (found.closing_date is None) == ("eindsaldo" in missing)
    assert [t.amount_cents for t in found.transactions] == [1000]
    assert {t.currency for t in found.transactions} == {"EUR"}


def test_a_whole_statement_has_nothing_to_be_said() -> None:
    assert one(mt940(ENTRY)).remarks == ()


def page(number: str, opening: str, closing: str, *entries: str) -> bytes:
    lines = [":20:P1", f":25:{OWN_IBAN}", f":28C:{number}", opening, *entries, closing, "-"]
    return "".join(line + "\r\n" for line in lines).encode()


FIRST_PAGE = page("306/1", ":60F:C261101EUR100,00", ":62M:C261102EUR110,00", ENTRY)
NEXT_PAGE = page("306/2", ":60M:C261102EUR110,00", ":62F:C261102EUR130,00", ENTRY, ENTRY)


def test_pages_of_one_statement_are_joined() -> None:
    found = one(FIRST_PAGE + NEXT_PAGE)
    assert (found.number, found.opening_cents, found.closing_cents) == ("306/1", 10000, 13000)
    assert (found.entries, found.total_cents, found.balanced) == (3, 3000, True)


@pytest.mark.parametrize(
    "following",
    [
        page("307/2", ":60M:C261102EUR110,00", ":62F:C261102EUR120,00", ENTRY),
        page("306/2", ":60M:C261102EUR111,00", ":62F:C261102EUR121,00", ENTRY),
        page("306/2", ":60F:C261102EUR110,00", ":62F:C261102EUR120,00", ENTRY),
        NEXT_PAGE.replace(OWN_IBAN.encode(), b"NL44RABO0123456789"),
    ],
    ids=["another number", "another balance", "a beginning", "another account"],
)
def test_pages_that_do_not_chain_stay_apart(following: bytes) -> None:
    assert [s.balanced for s in every(FIRST_PAGE + following)] == [True, True]


def test_statements_need_no_reference_between_them() -> None:
    second = mt940(ENTRY).replace(b":20:P1\r\n", b"")
    assert [s.entries for s in every(mt940(ENTRY) + second)] == [1, 1]


def test_words_of_the_statement_are_not_those_of_its_last_movement() -> None:
    tail = b":64:C261102EUR110,00\r\n:65:C261103EUR110,00\r\n:86:/SUM/0/1/0,00/10,00/\r\n-XXX\r\n"
    (found,) = every(mt940(ENTRY, ":86:Factuur 42")[:-3] + tail)
    assert [t.remittance for t in found.transactions] == ["Factuur 42"]


def test_a_time_at_the_begin_of_a_line_is_no_field() -> None:
    assert first(":86:Betaald om 2026-11-02T13", ":12:11").remittance == "Betaald om 2026-11-02T13 :12:11"


def test_a_batch_is_said_because_nobody_is_named() -> None:
    found = one(mt940(ENTRY, ":86:/PREF/B-2026-11//REMI/USTD//TOTAAL 12 POSTEN/"))
    assert [(r.what, r.line) for r in found.remarks] == [
        ("Boekingen voor een hele batch in dit afschrift: 1.", 5)
    ]


@pytest.mark.parametrize(
    ("code", "charge", "reversal"),
    [("NTRF", False, False), ("NCHG", True, False), ("FCHG", True, False), ("NRTI", False, True)],
)
def test_the_code_tells_charges_and_returned_items(code: str, *, charge: bool, reversal: bool) -> None:
    found = first(entry=f":61:2611021102C10,00{code}NONREF")
    assert (found.charge, found.reversal) == (charge, reversal)


def test_a_storno_of_de_volksbank_is_a_reversal_and_elsewhere_a_standing_order() -> None:
    entry = ":61:2611021102C10,00NSTONONREF"
    volksbank = one(mt940(entry, account="NL94SNSB0123456789"))
    assert (volksbank.transactions[0].reversal, first(entry=entry).reversal) == (True, False)


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "remarks"), [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 0), ("cp850", 1)]
)
def test_every_character_set_and_line_end_gives_the_same(ends: str, encoding: str, remarks: int) -> None:
    data = mt940(ENTRY, ":86:Café Zürich").decode().replace("\r\n", ends).encode(encoding)
    assert reader.recognises(data)
    found = one(data)
    assert found.transactions[0].remittance == "Café Zürich"
    assert len(found.remarks) == remarks


def test_the_euro_sign_of_windows_is_kept() -> None:
    assert (
        one(mt940(ENTRY, ":86:Voor € 10").decode().encode("cp1252")).transactions[0].remittance == "Voor € 10"
    )


def test_many_movements_are_read_in_order() -> None:
    entries = [f":61:2611021102C10,00NTRFNONREF//BR-{n}" for n in range(2500)]
    source = Source.of_bytes(mt940(*entries, closing="C261102EUR25100,00"), "afschrift.sta")
    source.shelf.room = 1000
    (found,) = reader.read(source)
    assert [t.bank_reference for t in found.transactions] == [f"BR-{n}" for n in range(2500)]
    assert found.balanced is True


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


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (mt940(ENTRY, ":86:x", *["regel"] * 1100), "meer dan 1000 regels"),
        (b":20:A\r\n" + b"x" * 2_200_000, "geen regels"),
    ],
)
def test_what_has_no_end_is_refused(data: bytes, what: str) -> None:
    assert what in refusal(data).problems[0].what


PIECES = st.sampled_from(
    [
        ":20:A", ":25:NL91ABNA0417164300", ":28C:1/1", ":60F:C261101EUR0,", ":60M:C261101EUR0,", ":62F:C261101EUR0,",
        ":62M:C261101EUR0,", ENTRY, ":61:", ":86:/REMI//REMI/", ":86:000>100>20>31", ":86:SEPA  IBAN:", ":86:",
        ":34F:EUR0,", ":90C:1EUR1,", ":13D:2611021200+0100", "-", "-}", "-XXX", "{1:F01}{2:I942}{4:", ":940:", "",
        ":NS:", ":65:x", "/CNTP////", "?20?31", "REK: x/NAAM: y", " ", "\x1a", ":86:GIRO 1  a", ":86:BEA, x  y,PAS",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=30), max_size=30))
def test_whatever_stands_in_it_is_read_or_refused_in_sentences(lines: list[str]) -> None:
    source = Source.of_bytes("\r\n".join(lines).encode("utf-8", "replace"), "afschrift.sta")
    try:
        for found in reader.read(source):
            assert found.total_cents == sum(t.amount_cents for t in found.transactions)
    except Refusal as refused:
        assert all(p.what and p.why and p.how_to_fix for p in refused.problems)


@given(st.binary(max_size=400))
def test_whatever_bytes_are_never_another_error(data: bytes) -> None:
    reader.recognises(data)
    with pytest.raises(Refusal):
        reader.read(Source.of_bytes(data, "afschrift.sta"))
