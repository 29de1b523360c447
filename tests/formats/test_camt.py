"""CAMT.052, .053 and .054: booked movements, batches in parts, balances that must close."""

import re
from datetime import date

import pytest

from tests.formats.samples import OWN_IBAN, PAYER_IBAN, balance, camt, entry, statement, transaction
from voldaan.formats.bank import camt as reader
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement


def one(data: bytes) -> Statement:
    (found,) = reader.read(Source.of_bytes(data, "afschrift.xml"))
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        reader.read(Source.of_bytes(data, "afschrift.xml"))
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
        statement(
            transaction(amount_cents=-5000, reversal=True, return_reason="MD06", mandate_id="M-7"),
            transaction(amount_cents=-5000, reversal=True, return_reason="onbekende rekening"),
            transaction(ultimate_name="Bakkerij Kruim V.O.F."),
            transaction(amount_cents=-250, counterparty_iban=None, charge=True),
        ),
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
def test_what_we_write_we_read_back(sample: Statement) -> None:
    assert reader.read(Source.of_bytes(reader.write(sample), "afschrift.xml")) == (sample,)


def test_several_statements_in_one_file_are_read_back() -> None:
    samples = (
        statement(transaction(), number="306"),
        statement(number="307"),
        statement(transaction(), number="308"),
    )
    assert reader.read(Source.of_bytes(reader.write(samples), "afschrift.xml")) == samples


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
    (shown,) = reader.read(Source.of_bytes(data, "afschrift.xml"), keep_unbalanced=True)
    assert shown.balanced is False
    assert f"het verschil is {difference} EUR" in shown.remarks[0].what


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
    assert "Boekdatum en valutadatum ontbreken" in without.problems[0].why


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


REPORT = ("BkToCstmrAcctRpt", "Rpt", "INTERIM")
NOTIFICATION = ("BkToCstmrDbtCdtNtfctn", "Ntfctn", "NOTIFICATION")
STATEMENT = ("BkToCstmrStmt", "Stmt", "STATEMENT")


def as_message(data: bytes, message: str, element: str) -> bytes:
    """Return the sample as one of the three messages."""
    for old, new in (("BkToCstmrStmt", message), ("Stmt", element)):
        data = data.replace(f"<{old}>".encode(), f"<{new}>".encode())
        data = data.replace(f"</{old}>".encode(), f"</{new}>".encode())
    return data


@pytest.mark.parametrize(
    ("message", "element", "kind", "number"), [(*REPORT, "052"), (*STATEMENT, "053"), (*NOTIFICATION, "054")]
)
@pytest.mark.parametrize("version", [f"{number:02d}" for number in range(1, 15)])
@pytest.mark.parametrize("suffix", ["", "V01"])
def test_all_three_messages_are_read_in_every_version(
    message: str, element: str, kind: str, number: str, version: str, suffix: str
) -> None:
    sample = camt(entry(), version=f"{number}.001.{version}", balances="")
    found = one(as_message(sample, message + suffix, element))
    assert (found.format, found.kind, found.balanced) == (f"camt.{number}.001.{version}", kind, None)
    assert [t.amount_cents for t in found.transactions] == [1000]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"', b""),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">', b"<Document>"),
        (b'<Document xmlns="', b'<Document xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="'),
    ],
)
def test_a_file_without_a_namespace_or_with_others_is_read(old: bytes, new: bytes) -> None:
    data = camt(entry()).replace(old, new)
    assert reader.recognises(data)
    assert one(data).balanced is True


def test_a_file_with_prefixes_is_read() -> None:
    data = re.sub(rb"<(/?)(?=[A-Z])", rb"<\1c:", camt(entry()).replace(b'xmlns="', b'xmlns:c="'))
    assert reader.recognises(data)
    assert (one(data).format, one(data).balanced) == ("camt.053.001.08", True)


def test_a_message_in_an_envelope_with_a_business_header_is_read() -> None:
    inner = camt(entry()).partition(b"?>")[2]
    data = b"<Envelope><AppHdr>" + b"<Fr>x</Fr>" * 30 + b"</AppHdr>" + inner + b"</Envelope>"
    assert reader.recognises(data)
    assert one(data).balanced is True


def test_a_message_before_version_two_has_its_transactions_directly_in_the_entry() -> None:
    details = (
        '<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">4.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Een</Nm></Dbtr>'
        "<DbtrAcct><Id><PrtryAcct><Id>{iban}</Id></PrtryAcct></Id></DbtrAcct></RltdPties><RmtInf><Strd><RfrdDocInf>"
        "<RfrdDocNb>2026-{number}</RfrdDocNb></RfrdDocInf><CdtrRefInf><CdtrRef>RF18 5390 0754 7034</CdtrRef>"
        "</CdtrRefInf></Strd></RmtInf><RtrInf><RtrRsn><Cd>AC04</Cd></RtrRsn></RtrInf></TxDtls>"
    )
    two = details.format(iban=PAYER_IBAN, number=1) + details.format(iban=PAYER_IBAN, number=2)
    for parts, expected in ((details.format(iban=PAYER_IBAN, number=1), [1000]), (two, [400, 400])):
        amount = "10.00" if len(expected) == 1 else "8.00"
        sample = camt(
            entry(amount).replace("<NtryDtls></NtryDtls>", parts), version="052.001.01", balances=""
        )
        found = one(sample).transactions
        assert [t.amount_cents for t in found] == expected
        first = found[0]
        assert (first.counterparty_name, first.counterparty_iban, first.return_reason) == (
            "Een",
            PAYER_IBAN,
            "AC04",
        )
        assert (first.payment_reference, first.remittance) == ("RF18539007547034", "2026-1")


def test_an_interim_report_is_proven_only_by_booked_balances() -> None:
    interim = balance("OPAV", "100.00") + balance("ITBD", "999.00") + balance("CLAV", "5.00")
    assert one(as_message(camt(entry(), balances=interim), *REPORT[:2])).balanced is None
    assert one(as_message(camt(entry()), *REPORT[:2])).balanced is True


def test_a_statement_whose_currency_stands_nowhere_but_in_its_entries_is_read() -> None:
    data = camt(entry() + entry(), balances="").replace(b"<Ccy>EUR</Ccy>", b"")
    assert one(data).currency == "EUR"
    other = data.replace(
        b'Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>',
        b'Ccy="USD">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>',
        1,
    )
    assert "andere munt" in refusal(other).problems[0].what
    none = data.replace(b' Ccy="EUR"', b"")
    assert "munt onbekend" in refusal(none).problems[0].what


def test_several_accounts_and_currencies_in_one_file_are_several_statements() -> None:
    whole = camt(entry()).decode()
    first = whole[whole.index("<Stmt>") : whole.index("</Stmt>") + 7]
    second = first.replace("EUR", "USD").replace(OWN_IBAN, PAYER_IBAN)
    found = reader.read(Source.of_bytes(whole.replace(first, first + second).encode(), "afschrift.xml"))
    assert [(s.bank_iban, s.currency, s.balanced) for s in found] == [
        (OWN_IBAN, "EUR", True),
        (PAYER_IBAN, "USD", True),
    ]


def test_a_moment_with_a_zone_is_the_day_as_it_is_written() -> None:
    late = entry().replace(
        "<BookgDt><Dt>2026-11-02</Dt>", "<BookgDt><DtTm>2026-11-02T23:30:00.000+13:00</DtTm>"
    )
    assert one(camt(late)).transactions[0].booking_date == date(2026, 11, 2)


def test_every_wrong_entry_is_told_up_to_fifty() -> None:
    problems = refusal(camt(entry("x") * 60)).problems
    assert len(problems) == 51
    assert "nog 10 problemen" in problems[-1].what


def test_spaces_in_leaves_are_not_part_of_them() -> None:
    found = one(camt(entry(" 10.00 ", sign=" CRDT ", status=" BOOK ")))
    assert found.transactions[0].amount_cents == 1000
