"""CAMT.053: booked movements, batches in parts, balances that must close."""

from datetime import date

import pytest

from tests.formats.samples import OWN_IBAN, PAYER_IBAN, balance, camt, entry, statement, transaction
from voldaan.formats import camt053
from voldaan.formats.values import Refusal


def one(data: bytes) -> camt053.Statement:
    (found,) = camt053.read(data, "afschrift.xml")
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        camt053.read(data, "afschrift.xml")
    return caught.value


@pytest.mark.parametrize(
    "sample",
    [
        statement(),
        statement(transaction(), transaction(amount_cents=-4550, end_to_end_id=None, remittance="")),
        statement(
            transaction(amount_cents=-121000, reversal=True),
            transaction(payment_reference="RF18539007547034"),
        ),
        statement(transaction(counterparty_iban=None, bank_reference=None, value_date=None)),
        statement(transaction(counterparty_name=None, counterparty_iban=None)),
        statement(transaction(remittance=" ".join(["factuur 2026-0042"] * 30))),
        statement(transaction(bank_iban="0001234567"), bank_iban="0001234567", bank_account_name=None),
        statement(transaction(), number="306/1"),
        statement(opening_cents=-100000, closing_cents=-100000),
        statement(
            opening_cents=None,
            closing_cents=None,
            opening_date=None,
            closing_date=None,
            transactions=(transaction(),),
        ),
    ],
)
def test_what_we_write_we_read_back(sample: camt053.Statement) -> None:
    assert camt053.read(camt053.write(sample), "afschrift.xml") == (sample,)


def test_several_statements_in_one_file_are_read_back() -> None:
    samples = (
        statement(transaction(), number="306"),
        statement(number="307"),
        statement(transaction(), number="308"),
    )
    assert camt053.read(camt053.write(samples), "afschrift.xml") == samples


@pytest.mark.parametrize("version", ["053.001.01", "053.001.02", "053.001.04", "053.001.08", "053.001.13"])
def test_every_version_is_read_and_named(version: str) -> None:
    found = one(camt(entry(), version=version))
    assert (found.format, found.entries, found.balanced) == (f"camt.{version}", 1, True)


def test_older_and_newer_places_of_names_and_status_are_read() -> None:
    older = entry(details="<TxDtls><RltdPties><Dbtr><Nm>Korst</Nm></Dbtr></RltdPties></TxDtls>")
    newer = entry(
        status="<Cd>BOOK</Cd>",
        details="<TxDtls><RltdPties><Dbtr><Pty><Nm>Korst</Nm></Pty></Dbtr></RltdPties></TxDtls>",
    )
    for sample in (older, newer):
        assert one(camt(sample)).transactions[0].counterparty_name == "Korst"


@pytest.mark.parametrize("status", ["PDNG", "INFO", "<Cd>PDNG</Cd>"])
def test_only_what_is_booked_counts(status: str) -> None:
    found = one(camt(entry() + entry("99.00", status=status)))
    assert [t.amount_cents for t in found.transactions] == [1000]


def part(amount: str, name: str = "Korst", reference: str = "") -> str:
    structured = f"<Strd><CdtrRefInf><Ref>{reference}</Ref></CdtrRefInf></Strd>" if reference else ""
    return (
        f'<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">{amount}</Amt>'
        f"</TxAmt></AmtDtls><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr><DbtrAcct><Id><IBAN>{PAYER_IBAN}</IBAN></Id>"
        f"</DbtrAcct></RltdPties><RmtInf><Ustrd>fact</Ustrd><Ustrd>42</Ustrd>{structured}</RmtInf></TxDtls>"
    )


def test_a_batch_becomes_its_parts_where_they_add_up() -> None:
    found = one(camt(entry(details=part("4.00", "Een", "RF18 5390 0754 7034") + part("6.00", "Twee"))))
    assert [(t.amount_cents, t.counterparty_name) for t in found.transactions] == [
        (400, "Een"),
        (600, "Twee"),
    ]
    assert found.transactions[0].payment_reference == "RF18539007547034"
    assert found.transactions[0].remittance == "fact 42"
    assert found.transactions[0].end_to_end_id is None


@pytest.mark.parametrize("second", ["5.99", "6.01"])
def test_a_batch_stays_whole_where_its_parts_do_not_add_up(second: str) -> None:
    found = one(camt(entry(details=part("4.00", "Een") + part(second, "Twee"))))
    assert [(t.amount_cents, t.counterparty_name) for t in found.transactions] == [(1000, None)]
    assert found.transactions[0].counterparty_iban == PAYER_IBAN


def test_parts_in_other_directions_add_up_with_their_sign() -> None:
    cost = part("2.00").replace("<AmtDtls>", "<CdtDbtInd>DBIT</CdtDbtInd><AmtDtls>")
    found = one(camt(entry(details=part("12.00") + cost)))
    assert [t.amount_cents for t in found.transactions] == [1200, -200]


def test_a_returned_direct_debit_is_a_reversal_with_the_other_side() -> None:
    details = (
        f"<TxDtls><RltdPties><Dbtr><Nm>Korst</Nm></Dbtr><DbtrAcct><Id><IBAN>{PAYER_IBAN}</IBAN></Id></DbtrAcct>"
        f"<Cdtr><Nm>De Linde</Nm></Cdtr><CdtrAcct><Id><IBAN>{OWN_IBAN}</IBAN></Id></CdtrAcct></RltdPties>"
        "<RtrInf><Rsn><Cd>MS03</Cd></Rsn></RtrInf></TxDtls>"
    )
    found = one(
        camt(
            entry("10.00", sign="DBIT", details=details),
            balances=balance("OPBD", "20.00") + balance("CLBD", "10.00"),
        )
    )
    assert found.transactions[0].reversal
    assert found.transactions[0].amount_cents == -1000
    assert found.transactions[0].counterparty_iban == PAYER_IBAN


def test_an_entry_that_says_it_is_a_reversal_is_one() -> None:
    assert one(camt(entry(more="<RvslInd>true</RvslInd>"))).transactions[0].reversal
    assert not one(camt(entry(more="<RvslInd>false</RvslInd>"))).transactions[0].reversal


@pytest.mark.parametrize(
    ("closing", "difference"), [("109.99", "-0,01"), ("110.01", "0,01"), ("1110.00", "1.000,00")]
)
def test_a_statement_that_does_not_add_up_is_refused_with_the_difference(
    closing: str, difference: str
) -> None:
    data = camt(entry(), balances=balance("OPBD", "100.00") + balance("CLBD", closing))
    problem = refusal(data).problems[0]
    assert f"het verschil is {difference} EUR" in problem.what
    assert problem.path == "Stmt[1]"
    (shown,) = camt053.read(data, "afschrift.xml", keep_unbalanced=True)
    assert shown.balanced is False


def test_a_statement_without_a_balance_is_taken_as_unknown() -> None:
    assert one(camt(entry(), balances=balance("OPBD", "100.00"))).balanced is None
    assert one(camt(entry(), balances=balance("PRCD", "100.00") + balance("CLBD", "110.00"))).balanced is True


@pytest.mark.parametrize(
    ("opening", "closing", "cents"),
    [
        ("100.00", "110.00", (10000, 11000)),
        ("100.00", "90.00", (-10000, -9000)),
        ("4.00", "6.00", (-400, 600)),
    ],
)
def test_balances_without_a_side_take_the_one_that_adds_up(
    opening: str, closing: str, cents: tuple[int, int]
) -> None:
    found = one(camt(entry(), balances=balance("OPBD", opening, sign="") + balance("CLBD", closing, sign="")))
    assert (found.opening_cents, found.closing_cents) == cents


def test_an_entry_without_days_is_booked_on_the_day_of_its_statement() -> None:
    bare = '<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>'
    assert one(camt(bare)).transactions[0].booking_date == date(2026, 11, 2)
    without = refusal(camt(bare, balances=balance("OPBD", "100.00")))
    assert "dag onbekend" in without.problems[0].what


@pytest.mark.parametrize(
    ("sample", "why"),
    [
        (entry("12,50"), "12,50"),
        (entry("1.250,00"), "1.250,00"),
        (entry("10.001"), "meer dan twee decimalen"),
        (entry().replace("<CdtDbtInd>CRDT</CdtDbtInd>", ""), "CRDT of DBIT ontbreekt"),
        (entry().replace("<BookgDt><Dt>2026-11-02", "<BookgDt><Dt>2026-02-30"), "bestaat niet"),
        (entry().replace('Ccy="EUR"', 'Ccy="USD"'), "De rekening is in EUR"),
    ],
)
def test_an_entry_that_is_wrong_refuses_the_file_with_its_place(sample: str, why: str) -> None:
    problems = refusal(camt(entry() + sample)).problems
    assert why in problems[0].why
    assert problems[0].path == "Stmt[1]/Ntry[2]"


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("BkToCstmrAcctRpt", "CAMT.052"),
        ("BkToCstmrDbtCdtNtfctn", "CAMT.054"),
        ("BkToCstmrAcctRptV01", "CAMT.052"),
    ],
)
def test_the_sisters_of_the_day_statement_are_refused_by_name(element: str, kind: str) -> None:
    data = camt(entry()).replace(b"BkToCstmrStmt>", element.encode() + b">")
    assert f"Dit is een {kind}" in refusal(data).problems[0].what


def test_every_wrong_entry_is_told_up_to_fifty() -> None:
    problems = refusal(camt(entry("x") * 60)).problems
    assert len(problems) == 51
    assert "nog 10 problemen" in problems[-1].what


def test_spaces_in_leaves_are_not_part_of_them() -> None:
    found = one(camt(entry(" 10.00 ", sign=" CRDT ", status=" BOOK ")))
    assert found.transactions[0].amount_cents == 1000
