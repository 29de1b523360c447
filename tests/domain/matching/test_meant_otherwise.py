"""What is written and is not what it would seem: of another debtor, another month, something that is not paid."""

from datetime import date
from typing import Any

import pytest

from tests.domain.matching.small_book import a_payment, book_of, invoice, verdict_on
from voldaan.domain.matching.facts import OpenInvoice, Payer, Verdict

PIET, LOTTE, VOS, HOLDING, DAUGHTER = 1, 2, 3, 4, 5
PIETS_IBAN, HOLDINGS_IBAN = "NL91ABNA0417164300", "NL02ABNA0123456789"
PAYERS = (
    Payer(PIET, "P. Zeegers", PIETS_IBAN, "70010"),
    Payer(LOTTE, "L. Zeegers", "", "70011"),
    Payer(VOS, "T. Vos", "", "70013"),
    Payer(HOLDING, "Zeezicht Holding B.V.", HOLDINGS_IBAN, "70014"),
    Payer(DAUGHTER, "Zeezicht Exploitatie B.V.", "", "70015"),
)
FROM_PIET = {"counterparty_iban": PIETS_IBAN, "counterparty_name": "P. Zeegers"}
FROM_HOLDING = {"counterparty_iban": HOLDINGS_IBAN, "counterparty_name": "Zeezicht Holding B.V."}


def on(
    row: int, number: str, day: date, cents: int = 4_500, account: int = PIET, **facts: Any
) -> OpenInvoice:
    return invoice(row, account, number, cents, issue_date=day, due_date=day, **facts)


HIS = on(1, "2026-0412", date(2026, 9, 3))
HERS = on(2, "2026-0588", date(2026, 9, 3), account=LOTTE)
OCTOBER = on(3, "2026-0502", date(2026, 10, 3))


def said(text: str, *invoices: OpenInvoice, cents: int = 4_500, **facts: Any) -> Verdict:
    return verdict_on(a_payment(cents, text, **(FROM_PIET | facts)), book_of(*invoices, payers=PAYERS))


def paid(found: Verdict) -> list[int]:
    return [key for key, _ in found.allocations]


@pytest.mark.parametrize(
    "text",
    [
        "contributie L. Zeegers", "contributie L Zeegers", "Zeegers L., contributie", "voor Lotte Zeegers",
        "t.b.v. L. Zeegers", "contributie Linda", "namens Lotte Zeegers", "namens dochter L. Zeegers",
        "betaling namens: L. Zeegers", "klant 70011", "debiteurnummer 70011", "70011", "contributie T. Vos",
        "namens K. Bakker",
        f"Tikkie ID 001639082642, contributie L. Zeegers, Van P. Zeegers, {PIETS_IBAN}",
    ],
)  # fmt: skip
def test_what_names_another_debtor_is_not_the_payers_own(text: str) -> None:
    vos = on(4, "2026-0600", date(2026, 9, 3), account=VOS)
    assert HIS.id not in paid(said(text, HIS, HERS, vos))


@pytest.mark.parametrize(
    "text",
    ["contributie P. Zeegers", "contributie Zeegers", "Piet", "contributie Piet Zeegers", "klant 70010", ""],
)
def test_what_names_the_payer_is_his_own(text: str) -> None:
    assert paid(said(text, HIS, HERS)) == [HIS.id]


def test_a_holding_that_names_its_daughter_pays_for_the_daughter() -> None:
    own = on(5, "2026-0701", date(2026, 9, 3), account=HOLDING)
    hers = on(6, "2026-0702", date(2026, 9, 3), account=DAUGHTER)
    assert paid(said("inzake Zeezicht Exploitatie BV", own, hers, **FROM_HOLDING)) in ([], [hers.id])
    assert paid(said("inzake Zeezicht", own, hers, **FROM_HOLDING)) == [own.id]


@pytest.mark.parametrize(
    "text",
    [
        "alles behalve 412", "alles m.u.v. nr 412", "niet factuur 0412", "zonder 412", "alles min 0412",
        "alles behalve september", "alles behalve de oudste", "september volgt nog", "september is al betaald",
        "september heb ik al betaald", "geen september", "alles excl. betaling 2026-0412",
        "alles met uitzondering van 2026-0412", "alles behoudens 2026-0412", "geen 2026-0412", "i.p.v. 2026-0412",
        "bezwaar tegen 2026-0412", "alles op 2026-0412 na", "2026-0412 volgt later", "2026-0412 is al betaald",
        "2026-0412 niet", "2026-0412 klopt niet", "2026-0412 staat nog open", "412 volgt", "op september na",
        "in plaats van september", "september betaal ik niet", "september klopt niet", "alles behalve de betwiste 2026-0412",
    ],
)  # fmt: skip
def test_what_is_said_not_to_be_paid_is_not_paid(text: str) -> None:
    assert HIS.id not in paid(said(text, HIS, OCTOBER))


@pytest.mark.parametrize(
    "text",
    [
        "niet 2026-0412 maar 2026-0502",
        "zonder 2026-0412, alleen 2026-0502",
        "niet 2026-0412, dit is 2026-0502",
    ],
)
def test_what_is_named_after_an_exception_is_not_excepted(text: str) -> None:
    third = on(7, "2026-0520", date(2026, 10, 9))
    assert said(text, HIS, OCTOBER, third).verdict == "suggested"


@pytest.mark.parametrize(
    "text",
    [
        "2026-0412 zonder korting",
        "2026-0412 niet eerder betaald",
        "2026-0412 excl. 21% btw",
        "2026-0412 min 2,50",
    ],
)
def test_other_words_that_leave_something_out_except_no_invoice(text: str) -> None:
    assert paid(said(text, HIS, OCTOBER)) == [HIS.id]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2026-1101", "huur 2026-11-01"),
        ("2026-1101", "factuur d.d. 2026-11-01"),
        ("2026-1101", "factuurdatum 20261101"),
        ("261101", "huur 26-11-01"),
        ("2026-0010", "factuur van 26-10"),
        ("2026-0010", "nota 10/2026"),
        ("2026-0027", "contributie 26/27"),
        ("2026-0027", "seizoen 26-27"),
        ("2026-0027", "lesgeld 2026/2027"),
        ("1011", "les 10-11"),
    ],
)
def test_a_day_a_month_or_a_season_is_no_number(number: str, text: str) -> None:
    named = on(8, number, date(2026, 9, 30))
    other = on(9, "2026-1188" if len(number) != 6 else "261188", date(2026, 11, 1))
    assert named.id not in paid(said(text, named, other))


@pytest.mark.parametrize("text", ["2026-1101", "factuur 2026-1101", "20261101 factuur", "factuur 2026 1101"])
def test_a_number_that_looks_like_a_day_is_one_where_it_is_called_or_written_so(text: str) -> None:
    assert paid(said(text, on(8, "2026-1101", date(2026, 9, 30)))) == [8]


@pytest.mark.parametrize(
    "text", ["les september", "factuur van 3-9", "2026-412", "0412", "412", "factuur 412"]
)
def test_what_names_a_paid_invoice_of_the_debtor_does_not_pay_another(text: str) -> None:
    was_paid = HIS._replace(open_cents=0)
    assert said(text, was_paid, OCTOBER).verdict == "suggested"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("huur november 2026", [11]), ("huur november", [11]), ("huur nov", [11]), ("huur december 2025", [10]),
        ("huur december 2026", []), ("huur december", []), ("vanaf november", []), ("t/m november", []),
    ],
)  # fmt: skip
def test_a_month_is_of_its_year_and_the_coming_one_is_not_the_last(text: str, expected: list[int]) -> None:
    last_year = on(10, "2025-0612", date(2025, 12, 1))
    this_year = on(11, "2026-0612", date(2026, 11, 1))
    assert paid(said(text, last_year, this_year, booking_date=date(2026, 11, 27))) == expected


@pytest.mark.parametrize(
    "text", ["groeten Jan", "contributie Jan de Boer", "Mei-Lan Zeegers", "Jan Luykenstraat 12"]
)
def test_a_name_is_no_month(text: str) -> None:
    january, may = on(12, "2026-0101", date(2026, 1, 5)), on(13, "2026-0501", date(2026, 5, 5))
    assert said(text, january, may).verdict == "suggested"


@pytest.mark.parametrize(
    "text",
    ["herinnering van 3-10", "brief d.d. 3-10", "geboren op 03-10-2026", "op vakantie van 3-10 tot 14-10"],
)
def test_the_day_of_something_else_chooses_none(text: str) -> None:
    assert said(text, HIS, OCTOBER).verdict == "suggested"


@pytest.mark.parametrize("text", ["ligplaats 412", "box 412", "route 412", "caravan 412", "1/2 contributie"])
def test_the_number_of_a_thing_chooses_none(text: str) -> None:
    february = on(14, "2026-0102", date(2026, 2, 1))
    assert said(text, HIS, OCTOBER, february).verdict == "suggested"


@pytest.mark.parametrize(
    ("own", "other", "text"),
    [
        ("F2026-0012", "F2026-0013", "F2026-13"),
        ("F2026-0012", "F2026-0013", "F2O26-0013"),
        ("2627-0626", "2627-0627", "2627-062 7"),
        ("INV-004787", "INV-004788", "INV-4788 T. Vos"),
        ("2026-0412", "2026-0413", "klant 2026-0413"),
    ],
)
def test_the_number_of_another_in_any_form_is_no_slip_for_the_payers_own(
    own: str, other: str, text: str
) -> None:
    his, anothers = on(15, own, date(2026, 9, 3)), on(16, other, date(2026, 9, 3), account=VOS)
    assert his.id not in paid(said(text, his, anothers))


def test_a_part_of_anothers_invoice_is_not_the_payers_own() -> None:
    anothers = on(17, "2026-0413", date(2026, 9, 3), 9_000, account=VOS)
    assert HIS.id not in paid(said("2026-0413 1e termijn", HIS, anothers))


@pytest.mark.parametrize(
    "amounts", [(2_500, 5_000, 7_500, 10_000), (4_500, 4_500, 9_000, 6_000)], ids=["two sums", "twins"]
)
def test_of_several_sums_none_is_linked(amounts: tuple[int, ...]) -> None:
    several = [on(20 + at, f"2026-04{at}1", date(2026, 9, 1 + at), cents) for at, cents in enumerate(amounts)]
    assert said("facturen", *several, cents=15_000).verdict == "suggested"


def test_a_sum_is_looked_for_before_a_credit_is_overlooked() -> None:
    credited = on(30, "2026-0411", date(2026, 9, 1), 5_000, asked_cents=10_000, credited=((1, 5_000),))
    others = [
        on(31 + at, f"2026-05{at}1", date(2026, 9, 2), cents)
        for at, cents in enumerate((7_000, 3_000, 6_000, 4_000))
    ]
    assert said("", credited, *others, cents=10_000).verdict == "suggested"
