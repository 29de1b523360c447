"""The auditfile: what is refused, and that items and remarks together are always the ledger."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.xaf_samples import (
    YEAR,
    Journal,
    Ledger,
    Transaction,
    customer,
    line,
    memorial,
    open_of,
    read,
    refusal,
    sale,
    sales,
    xaf,
)
from voldaan.formats import auditfile
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal


def test_totals_that_are_not_those_of_the_lines_are_refused_with_the_difference() -> None:
    why = refusal(xaf(Ledger(journals=YEAR.journals, totals=(300000, 300000))))
    assert "totalen van de boekingen kloppen niet" in why
    assert "een verschil van 167,00 en 167,00" in why


def test_an_opening_balance_whose_totals_count_more_than_its_lines_is_read_and_one_that_contradicts_is_not() -> (
    None
):
    text = xaf(Ledger(journals=YEAR.journals, opening=[("1100", 5000)])).decode()
    totals = "<totalDebit>50.00</totalDebit><totalCredit>50.00</totalCredit>"
    assert text.count(totals) == 1
    more = text.replace(totals, "<totalDebit>950.00</totalDebit><totalCredit>950.00</totalCredit>")
    assert auditfile.read(Source.of_bytes(more.encode(), "2025.xaf"))
    wrong = text.replace(totals, "<totalDebit>950.00</totalDebit><totalCredit>50.00</totalCredit>")
    assert "totalen van de beginbalans" in refusal(wrong.encode())


def test_bookings_that_are_not_in_balance_are_refused() -> None:
    lost = Transaction("1", [line("1300", 500, custSupID="D1", invRef="F1"), line("8000", -400)])
    assert "niet in evenwicht" in refusal(xaf(Ledger(journals=[sales(lost)])))


@pytest.mark.parametrize(("totals", "right"), [((0, 0), True), ((5000, 5000), True), ((10000, 5000), False)])
def test_negative_amounts_count_on_their_own_side_or_the_other(
    totals: tuple[int, int], *, right: bool
) -> None:
    minus = {**line("1300", 0, custSupID="D1", invRef="C1"), "amnt": "-50.00"}
    ledger = Ledger(journals=[memorial(Transaction("1", [minus, line("8000", 5000)]))], totals=totals)
    if right:
        assert open_of(ledger) == {"C1": -5000}
    else:
        assert "kloppen niet" in refusal(xaf(ledger))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("<amnt>1210.00</amnt>", "<amnt>1.210,00</amnt>", "bedrag in de auditfile klopt niet"),
        ("<amnt>1210.00</amnt>", "<amnt></amnt>", "bedrag in de auditfile klopt niet"),
        ("<amntTp>D</amntTp>", "<amntTp>X</amntTp>", "debet of credit"),
        ("<curCode>EUR</curCode>", "", "munt van de auditfile ontbreekt"),
        ("<endDate>2025-12-31", "<endDate>2025-02-30", "datum in de auditfile klopt niet"),
        ("<trDt>2025-03-01", "<trDt>gisteren", "datum in de auditfile klopt niet"),
        ("</auditfile>", "", "afgebroken"),
    ],
)
def test_what_cannot_be_read_is_refused(old: str, new: str, why: str) -> None:
    text = xaf(YEAR).decode()
    assert old in text
    assert why in refusal(text.replace(old, new).encode())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO"><Header/></AuditFile>', "SAF-T"),
        (b'<a:AuditFile xmlns:a="urn:OECD:StandardAuditFile-Tax:PT_1.04_01"/>', "SAF-T"),
        (
            b"<auditfile><header><auditfileVersion>CLAIR2.00.00</auditfileVersion></header></auditfile>",
            "CLAIR",
        ),
        (b"<Invoice/>", "geen auditfile"),
    ],
)
def test_other_audit_files_are_refused_by_their_name(data: bytes, why: str) -> None:
    assert why in refusal(data)


@pytest.mark.parametrize("head", [b"", b"<", b"<Invoice/>", b"<AuditFile/>", b"\xff\xfe<", b"%PDF-1.4"])
def test_what_is_something_else_is_not_recognised(head: bytes) -> None:
    assert not auditfile.recognises(head)


amounts = st.integers(1, 10**7)
SETTLED = {"amnt": "1210.00", "amntTp": "D", "jrnID": "70", "custSupID": "D1", "invRef": "2025-1"}
bookings = st.lists(
    st.tuples(
        st.sampled_from("SBM"),
        st.sampled_from(["D1", "D2", "D3"]),
        st.sampled_from(["F1", "F2", "F3", "F4"]),
        amounts,
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "A", "B"]),
    ),
    max_size=25,
)


def booked(rows: list[tuple[str, str, str, int, bool, bool, str]]) -> list[Journal]:
    journals = []
    for place, (kind, debtor, number, cents, debit, named, mark) in enumerate(rows):
        leaves = (
            {"custSupID": debtor} | ({"invRef": number} if named else {}) | ({"recRef": mark} if mark else {})
        )
        signed = cents if debit else -cents
        counter = "1100" if kind == "B" else "8000"
        entry = Transaction(str(place), [line("1300", signed, **leaves), line(counter, -signed)])
        journals.append(Journal(f"{kind}{place}", kind, [entry]))
    return journals


@given(bookings, st.integers(0, 10**6))
def test_items_and_remarks_together_are_the_account(
    rows: list[tuple[str, str, str, int, bool, bool, str]], opening: int
) -> None:
    ledger = Ledger(journals=booked(rows), opening=[("1300", opening)] if opening else [])
    _, items = read(ledger)
    account = opening + sum(cents if debit else -cents for _, _, _, cents, debit, _, _ in rows)
    assert items.total_cents == sum(item.open_cents for item in items.items)
    if items.complete:
        assert items.total_cents == account
    else:
        assert items.remarks
    assert all(item.open_cents for item in items.items)
    numbers = [(item.debtor.number, item.number) for item in items.items]
    assert len(numbers) == len(set(numbers))


@given(bookings)
def test_where_every_line_names_its_invoice_the_items_are_the_plain_sums(
    rows: list[tuple[str, str, str, int, bool, bool, str]],
) -> None:
    named = [
        (kind, debtor, number, cents, debit, True, "") for kind, debtor, number, cents, debit, _, _ in rows
    ]
    sums: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for _, debtor, number, cents, debit, _, _ in named:
        sums[debtor][number] += cents if debit else -cents
    expected = {
        (debtor, number): cents
        for debtor, numbers in sums.items()
        if sum(numbers.values())
        for number, cents in numbers.items()
        if cents
    }
    _, items = read(Ledger(journals=booked(named)))
    assert {(item.debtor.number, item.number): item.open_cents for item in items.items} == expected
    assert items.complete


@given(st.data())
def test_damage_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(xaf(Ledger(journals=YEAR.journals, subledger=[SETTLED])))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.sampled_from(b"0123456789<>/-., DCaZ\x00\xff"))
    try:
        auditfile.read(Source.of_bytes(bytes(whole), "2025.xaf"))
    except Refusal as caught:
        assert caught.problems


def test_many_debtors_are_read_as_few_are() -> None:
    count = 700
    ledger = Ledger(
        customers=[customer(f"D{place}", f"Klant {place}") for place in range(count)],
        journals=[sales(*(sale(f"F{place}", f"D{place}", 100 + place) for place in range(count)))],
    )
    debtors, items = read(ledger)
    assert sorted(item.open_cents for item in items.items) == [100 + place for place in range(count)]
    assert {entry.party.name for entry in debtors.debtors} == {f"Klant {place}" for place in range(count)}
    assert all(item.debtor.name == f"Klant {item.number[1:]}" for item in items.items)
