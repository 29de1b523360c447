"""MT942, the report during the day: read as provisional, its own counts and sums checked."""

import pytest

from tests.formats.samples import OWN_IBAN
from voldaan.formats.bank import mt940 as reader
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement

RECEIVED = ":61:2611021102C10,00NTRFNONREF//BR-1"
SPENT = ":61:2611021102D4,00NTRFNONREF//BR-2"
ENVELOPE = "{1:F01INGBNL2ABXXX0000000000}{2:I942INGBNL2AXXXN}{4:"


def report(*fields: str, floor: str = "EUR0,", begin: str = "") -> bytes:
    """Return an interim report around these fields."""
    lines = [
        ":20:P1",
        f":25:{OWN_IBAN}",
        ":28C:306/1",
        f":34F:{floor}",
        ":13D:2611021200+0100",
        *fields,
        "-}",
    ]
    return (begin + "".join(line + "\r\n" for line in lines)).encode()


def every(data: bytes, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    return reader.read(Source.of_bytes(data, "overzicht.sta"), keep_unbalanced=keep_unbalanced)


@pytest.mark.parametrize("begin", ["", ENVELOPE, ":942:\r\n"])
def test_a_report_during_the_day_is_provisional(begin: str) -> None:
    data = report(RECEIVED, ":86:Factuur 42", SPENT, ":90D:1EUR4,", ":90C:1EUR10,", begin=begin)
    assert reader.recognises(data)
    (found,) = every(data)
    assert (found.format, found.kind, found.currency, found.bank_iban) == (
        "mt942",
        "INTERIM",
        "EUR",
        OWN_IBAN,
    )
    assert (found.opening_cents, found.closing_cents, found.closing_date, found.balanced) == (
        None,
        None,
        None,
        None,
    )
    assert [(t.amount_cents, t.remittance, t.currency) for t in found.transactions] == [
        (1000, "Factuur 42", "EUR"),
        (-400, "", "EUR"),
    ]
    assert found.remarks == ()


def test_a_report_without_movements_is_read() -> None:
    (found,) = every(report(":90D:0EUR0,", ":90C:0EUR0,"))
    assert (found.kind, found.entries) == ("INTERIM", 0)


def test_the_envelope_of_a_report_tells_its_kind_where_no_field_does() -> None:
    data = f"{ENVELOPE}\r\n:20:A\r\n:25:{OWN_IBAN}EUR\r\n{RECEIVED}\r\n-}}\r\n".encode()
    assert [s.kind for s in every(data)] == ["INTERIM"]


@pytest.mark.parametrize(("balances", "kind"), [(True, "STATEMENT"), (False, "INTERIM")])
def test_totals_alone_make_a_report_only_where_no_balance_stands(*, balances: bool, kind: str) -> None:
    opening, closing = (":60F:C261101EUR0,\r\n", ":62F:C261102EUR10,\r\n") if balances else ("", "")
    data = f":20:A\r\n:25:{OWN_IBAN}EUR\r\n{opening}{RECEIVED}\r\n{closing}:90C:1EUR10,\r\n-\r\n".encode()
    assert [(s.kind, s.balanced) for s in every(data)] == [(kind, True if balances else None)]


def test_reports_and_statements_may_stand_in_one_file() -> None:
    statement = (
        "{1:F01}{2:I940INGBNL2AXXXN}{4:\r\n"
        f":20:B\r\n:25:{OWN_IBAN}\r\n:60F:C261101EUR0,\r\n{RECEIVED}\r\n:62F:C261102EUR10,\r\n-}}\r\n"
    ).encode()
    assert [s.kind for s in every(report(RECEIVED, begin=ENVELOPE) + statement)] == ["INTERIM", "STATEMENT"]


@pytest.mark.parametrize(
    ("totals", "difference"),
    [
        ((":90C:1EUR11,",), "1,00"),
        ((":90C:2EUR10,",), "0,00"),
        ((":90D:1EUR4,", ":90C:1EUR10,"), "4,00"),
    ],
)
def test_a_report_that_contradicts_its_totals_is_refused(totals: tuple[str, ...], difference: str) -> None:
    data = report(RECEIVED, *totals)
    with pytest.raises(Refusal) as caught:
        every(data)
    assert f"het verschil is {difference} EUR" in caught.value.problems[0].what
    (shown,) = every(data, keep_unbalanced=True)
    assert (shown.entries, f"het verschil is {difference} EUR" in shown.remarks[0].what) == (1, True)


@pytest.mark.parametrize("floor", ["EUR1000,", "EURC1000,00"])
def test_movements_below_the_floor_are_missing_and_that_is_said(floor: str) -> None:
    (found,) = every(report(RECEIVED, ":90C:3EUR30,", floor=floor))
    assert ["niet alle boekingen" in remark.what for remark in found.remarks] == [True]


def test_expected_movements_are_not_taken_and_that_is_said() -> None:
    (found,) = every(report(RECEIVED, ":61:2611021102EC7,00NTRFNONREF", ":90C:2EUR17,"))
    assert [t.amount_cents for t in found.transactions] == [1000]
    assert [remark.what for remark in found.remarks] == ["Verwachte boekingen die niet zijn meegeteld: 1."]


def test_a_total_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        every(report(RECEIVED, ":90C:veel"))
    assert [(p.line, ":90C:" in p.what) for p in caught.value.problems] == [(7, True)]
