"""CAMT entries in parts: batches, charges, returns, what the payer wrote, and what is said of a statement."""

import re

import pytest

from tests.formats.samples import OWN_IBAN, PAYER_IBAN, balance, camt, entry
from voldaan.formats.bank import camt as reader
from voldaan.formats.source import Source
from voldaan.formats.values import Statement, Transaction


def read(data: bytes) -> Statement:
    (found,) = reader.read(Source.of_bytes(data, "afschrift.xml"))
    return found


def booked(
    amount: str, details: str = "", *, sign: str = "CRDT", more: str = "", after: str = ""
) -> list[Transaction]:
    """Return the movements of one entry in a statement that adds up."""
    change = -1 if sign == "DBIT" else 1
    closing = 100_000 + change * round(float(amount) * 100)
    balances = balance("OPBD", "1000.00") + balance("CLBD", f"{closing / 100:.2f}")
    sample = entry(amount, sign=sign, details=details, more=more).replace("</Ntry>", after + "</Ntry>")
    found = read(camt(sample, balances=balances))
    assert found.balanced is True
    return list(found.transactions)


def part(
    amounts: str = "",
    *,
    sign: str = "",
    references: str = "",
    charges: str = "",
    parties: str = "",
    more: str = "",
) -> str:
    direction = f"<CdtDbtInd>{sign}</CdtDbtInd>" if sign else ""
    return f"<TxDtls><Refs>{references}</Refs>{amounts}{direction}{charges}<RltdPties>{parties}</RltdPties>{more}</TxDtls>"


def settled(amount: str, currency: str = "EUR") -> str:
    return f'<AmtDtls><TxAmt><Amt Ccy="{currency}">{amount}</Amt></TxAmt></AmtDtls>'


def instructed(amount: str, currency: str = "EUR") -> str:
    return f'<AmtDtls><InstdAmt><Amt Ccy="{currency}">{amount}</Amt></InstdAmt></AmtDtls>'


def direct(amount: str, currency: str = "EUR") -> str:
    return f'<Amt Ccy="{currency}">{amount}</Amt>'


def record(amount: str, *, included: str = "true", sign: str = "DBIT", currency: str = "EUR") -> str:
    return (
        f'<Chrgs><Rcrd><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>'
        f"<ChrgInclInd>{included}</ChrgInclInd></Rcrd></Chrgs>"
    )


@pytest.mark.parametrize(
    ("amount", "details", "cents"),
    [
        ("10.00", part(settled("4.00")) + part(settled("6.00")), [400, 600]),
        ("10.00", part(direct("4")) + part(direct("6.0")), [400, 600]),
        ("10.00", part(instructed("4.00")) + part(instructed("6.00")), [400, 600]),
        ("10.00", part(direct("4.00")) + part(settled("6.00")), [400, 600]),
        (
            "10.00",
            part(direct("5", "USD") + settled("4.00")) + part(direct("7", "USD") + settled("6.00")),
            [400, 600],
        ),
        ("10.00", part(direct("12.00"), sign="CRDT") + part(direct("2.00"), sign="DBIT"), [1200, -200]),
        ("10.00", part(direct("4.00"), sign="DBIT") + part(direct("6.00"), sign="DBIT"), [400, 600]),
        ("10.00", part(settled("4.00")) + part(), [1000]),
        ("10.00", part(settled("4.00", "USD")) + part(settled("6.00", "USD")), [1000]),
        ("10.00", part(settled("4.00")) + part(settled("zes")), [1000]),
        ("10.00", part(instructed("12.00", "USD")), [1000]),
        ("10.00", part(instructed("12.00")), [1000]),
        ("10.00", part(), [1000]),
    ],
)
def test_parts_count_where_they_come_to_what_was_booked(amount: str, details: str, cents: list[int]) -> None:
    assert [t.amount_cents for t in booked(amount, details)] == cents


@pytest.mark.parametrize("between", ["</NtryDtls><NtryDtls>", "</NtryDtls><NtryDtls><Btch></Btch>"])
def test_parts_in_several_details_are_one_batch(between: str) -> None:
    details = part(settled("4.00")) + between + part(settled("5.00")) + between + part(settled("1.00"))
    assert [t.amount_cents for t in booked("10.00", details)] == [400, 500, 100]


@pytest.mark.parametrize(
    ("amount", "sign", "details", "more", "cents"),
    [
        ("9.50", "CRDT", part(direct("10.00"), charges=record("0.50")), "", [1000, -50]),
        (
            "9.40",
            "CRDT",
            part(direct("4"), charges=record("0.1")) + part(direct("6"), charges=record("0.5")),
            "",
            [400, 600, -60],
        ),
        ("9.50", "CRDT", part(settled("4.00")) + part(settled("6.00")), record("0.50"), [400, 600, -50]),
        ("10.50", "DBIT", part(settled("4.00")) + part(settled("6.00")), record("0.50"), [-400, -600, -50]),
        (
            "9.50",
            "CRDT",
            part(
                direct("10.00"),
                charges='<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">0.50</TtlChrgsAndTaxAmt></Chrgs>',
            ),
            "",
            [1000, -50],
        ),
        (
            "9.50",
            "CRDT",
            part(
                direct("10.00"),
                charges='<Chrgs><Amt Ccy="EUR">0.20</Amt></Chrgs><Chrgs><Amt Ccy="EUR">0.30</Amt></Chrgs>',
            ),
            "",
            [1000, -50],
        ),
        ("10.00", "CRDT", part(direct("10.00"), charges=record("0.50", included="false")), "", [1000]),
        ("9.50", "CRDT", part(direct("10.00"), charges=record("0.50", included="false")), "", [950]),
        ("9.50", "CRDT", part(direct("10.00"), charges=record("0.50", currency="USD")), "", [950]),
        ("9.50", "CRDT", part(direct("10.00"), charges=record("0.40")), "", [950]),
    ],
)
def test_charges_that_make_parts_up_to_the_entry_are_a_movement_of_their_own(
    amount: str, sign: str, details: str, more: str, cents: list[int]
) -> None:
    found = booked(amount, details, sign=sign, after=more)
    assert [t.amount_cents for t in found] == cents
    assert [t.charge for t in found] == [c in (-50, -60) for c in cents]


@pytest.mark.parametrize(("code", "charge"), [("CHRG", True), ("COMM", True), ("ESCT", False)])
def test_a_charge_that_is_booked_by_itself_is_known_by_its_code(code: str, charge: bool) -> None:
    family = (
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>{code}</SubFmlyCd></Fmly></Domn></BkTxCd>"
    )
    assert booked("2.50", sign="DBIT", after=family)[0].charge is charge


RETURNED = (
    f"<Dbtr><Nm>Korst</Nm></Dbtr><DbtrAcct><Id><IBAN>{PAYER_IBAN}</IBAN></Id></DbtrAcct>"
    f"<Cdtr><Nm>De Linde</Nm></Cdtr><CdtrAcct><Id><IBAN>{OWN_IBAN}</IBAN></Id></CdtrAcct>"
)


@pytest.mark.parametrize(
    ("information", "reason"),
    [
        ("<RtrInf><Rsn><Cd>MD06</Cd></Rsn><AddtlInf>terug</AddtlInf></RtrInf>", "MD06"),
        ("<RtrInf><Rsn><Prtry>EIGEN</Prtry></Rsn></RtrInf>", "EIGEN"),
        ("<RtrInf><RtrRsn><Cd>AM04</Cd></RtrRsn></RtrInf>", "AM04"),
        ("<RtrInf><AddtlInf>Rekening opgeheven</AddtlInf></RtrInf>", "Rekening opgeheven"),
    ],
)
def test_a_returned_collection_has_reason_mandate_first_id_and_the_one_who_took_it_back(
    information: str, reason: str
) -> None:
    references = "<EndToEndId>F-42</EndToEndId><MndtId>M-7</MndtId>"
    (found,) = booked(
        "10.00",
        part(settled("10.00"), references=references, parties=RETURNED, more=information),
        sign="DBIT",
    )
    assert (found.amount_cents, found.reversal, found.return_reason) == (-1000, True, reason)
    assert (found.end_to_end_id, found.mandate_id) == ("F-42", "M-7")
    assert (found.counterparty_name, found.counterparty_iban) == ("Korst", PAYER_IBAN)


def test_a_return_is_known_by_the_banks_code_alone_and_the_words_are_its_reason() -> None:
    code = "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>"
    words = "<RtrInf><AddtlInf>Rekening</AddtlInf><AddtlInf>opgeheven</AddtlInf></RtrInf>"
    (found,) = booked("10.00", part(parties=RETURNED, more=words), sign="DBIT", after=code)
    assert (found.reversal, found.return_reason, found.counterparty_iban) == (
        True,
        "Rekening opgeheven",
        PAYER_IBAN,
    )


def test_a_return_that_names_its_own_account_holder_without_an_account_is_of_the_other() -> None:
    nameless = RETURNED.replace(f"<CdtrAcct><Id><IBAN>{OWN_IBAN}</IBAN></Id></CdtrAcct>", "")
    sample = camt(
        entry("10.00", sign="DBIT", details=part(parties=nameless), more="<RvslInd>true</RvslInd>"),
        balances=balance("OPBD", "20.00") + balance("CLBD", "10.00"),
    ).replace(b"<Ccy>EUR</Ccy>", b"<Ccy>EUR</Ccy><Ownr><Nm>De Linde</Nm></Ownr>")
    assert read(sample).transactions[0].counterparty_name == "Korst"


@pytest.mark.parametrize(
    ("parties", "name", "iban", "ultimate"),
    [
        ("<Dbtr><Nm>Korst</Nm></Dbtr>", "Korst", None, None),
        ("<Dbtr><Pty><Nm>Korst</Nm></Pty></Dbtr>", "Korst", None, None),
        ("<Dbtr><Agt><FinInstnId><Nm>Een Bank</Nm></FinInstnId></Agt></Dbtr>", "Een Bank", None, None),
        ("<Dbtr><Nm>Korst</Nm></Dbtr><UltmtDbtr><Nm>Kruim</Nm></UltmtDbtr>", "Korst", None, "Kruim"),
        ("<Dbtr><Nm>Korst</Nm></Dbtr><UltmtDbtr><Pty><Nm>Korst</Nm></Pty></UltmtDbtr>", "Korst", None, None),
        ("<UltmtDbtr><Pty><Nm>Kruim</Nm></Pty></UltmtDbtr>", "Kruim", None, None),
        (
            "<DbtrAcct><Id><IBAN>nl20 INGB 0001 2345 67</IBAN></Id><Nm>Korst</Nm></DbtrAcct>",
            "Korst",
            PAYER_IBAN,
            None,
        ),
        (f"<DbtrAcct><Id><Othr><Id>{PAYER_IBAN}</Id></Othr></Id></DbtrAcct>", None, PAYER_IBAN, None),
        ("<DbtrAcct><Id><Othr><Id>1234567</Id></Othr></Id></DbtrAcct>", None, None, None),
        ("<Cdtr><Nm>De Linde</Nm></Cdtr>", None, None, None),
    ],
)
def test_the_other_side_is_found_in_every_place(
    parties: str, name: str | None, iban: str | None, ultimate: str | None
) -> None:
    (found,) = booked("10.00", part(parties=parties))
    assert (found.counterparty_name, found.counterparty_iban, found.ultimate_name) == (name, iban, ultimate)


def structured(*pieces: str) -> str:
    return f"<Strd>{''.join(pieces)}</Strd>"


REFERENCE = (
    "<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf>"
)
NUMBER = "<RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>{}</Nb></RfrdDocInf>"


@pytest.mark.parametrize(
    ("information", "remittance", "reference"),
    [
        ("<Ustrd>fact</Ustrd><Ustrd>42</Ustrd>", "fact 42", None),
        ("<Ustrd>Jansen &amp; Zn  42</Ustrd>", "Jansen & Zn 42", None),
        (structured(REFERENCE), "", "RF18539007547034"),
        (structured(REFERENCE) + structured(REFERENCE.replace("7034", "7035")), "", None),
        (structured(NUMBER.format("2026-42"), NUMBER.format("2026-43")), "2026-42 2026-43", None),
        ("<Ustrd>fact 2026-42</Ustrd>" + structured(NUMBER.format("2026-42")), "fact 2026-42", None),
        (structured(REFERENCE, "<AddtlRmtInf>bij 7</AddtlRmtInf>"), "bij 7", "RF18539007547034"),
        ("<Ustrd>dank</Ustrd>" + structured("<AddtlRmtInf>bij 7</AddtlRmtInf>"), "dank bij 7", None),
    ],
)
def test_what_the_payer_wrote_is_kept_with_the_numbers_it_names(
    information: str, remittance: str, reference: str | None
) -> None:
    (found,) = booked("10.00", part(more=f"<RmtInf>{information}</RmtInf>"))
    assert (found.remittance, found.payment_reference) == (remittance, reference)


def test_the_banks_own_words_stand_in_where_the_payer_wrote_nothing() -> None:
    assert booked("10.00", part(more="<AddtlTxInf>pin 12:01</AddtlTxInf>"))[0].remittance == "pin 12:01"
    assert booked("10.00", after="<AddtlNtryInf>rente</AddtlNtryInf>")[0].remittance == "rente"


def test_a_large_batch_and_many_entries_of_one_shape_are_read_as_small_ones() -> None:
    batch = entry(
        "2500.00",
        details="".join(
            part(settled("1.00"), references=f"<EndToEndId>E{n}</EndToEndId>") for n in range(2500)
        ),
    )
    single = "".join(
        entry(
            "1.00",
            details=part(
                settled("1.00"),
                references=f"<EndToEndId>S{n}</EndToEndId>",
                more=f"<RmtInf><Ustrd>A &amp; B {n}</Ustrd></RmtInf>",
            ),
        )
        for n in range(1500)
    )
    data = camt(batch + single, balances=balance("OPBD", "0.00") + balance("CLBD", "4000.00"))
    found = read(data)
    assert found.balanced is True
    assert [t.end_to_end_id for t in found.transactions] == [f"E{n}" for n in range(2500)] + [
        f"S{n}" for n in range(1500)
    ]
    assert list(found.transactions)[-1].remittance == "A & B 1499"


def said(data: bytes) -> list[str]:
    return [remark.what for remark in read(data).remarks]


@pytest.mark.parametrize(
    "balances", ["", balance("OPBD", "100.00"), balance("CLBD", "100.00"), balance("ITBD", "1")]
)
def test_a_statement_that_cannot_be_proven_is_taken_and_says_so(balances: str) -> None:
    found = read(camt(entry(), balances=balances))
    assert found.balanced is None
    assert "niet te bewijzen" in found.remarks[0].what
    assert found.remarks[0].path == "Stmt[1]"
    assert ("ontbreken;" in found.remarks[0].why) is not ("OPBD" in balances or "CLBD" in balances)


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        (
            camt(entry() + entry("5.00", status="PDNG") + entry("5.00", status="<Cd>INFO</Cd>")),
            "niet meetellen: 2 van de 3",
        ),
        (camt(entry() + entry("5.00", status="<Prtry>EIGEN</Prtry>")), "niet meetellen: 1 van de 2"),
        (camt(entry(details="<Btch><NbOfTxs>12</NbOfTxs></Btch>")), "niet zijn uitgesplitst: 1"),
        (camt(entry(details=part(settled("4.00")) + part(settled("5.00")))), "niet zijn uitgesplitst: 1"),
        (camt(entry()).replace(b"<Acct>", b"<CpyDplctInd>DUPL</CpyDplctInd><Acct>"), "een duplicaat"),
        (
            camt(entry()).replace(
                b"<Acct>", b"<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn><Acct>"
            ),
            "niet de laatste bladzijde",
        ),
        (
            camt(entry()).replace(
                b"</GrpHdr>", b"<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>"
            ),
            "niet de laatste bladzijde",
        ),
    ],
)
def test_what_is_left_out_or_missing_is_said_and_the_file_is_taken(sample: bytes, words: str) -> None:
    found = read(sample)
    assert found.balanced is True
    assert [words in remark.what for remark in found.remarks] == [True]


def test_a_plain_statement_and_a_notification_have_nothing_to_say() -> None:
    plain = camt(entry(details="<Btch><NbOfTxs>1</NbOfTxs></Btch>"))
    assert said(plain) == []
    notification = re.sub(rb"<(/?)Stmt>", rb"<\1Ntfctn>", camt(entry(), balances="", version="054.001.08"))
    assert said(notification.replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn")) == []


@pytest.mark.parametrize(("count", "more"), [("1", 1), ("3", 2)])
def test_where_no_balance_proves_it_the_number_of_entries_is_compared(count: str, more: int) -> None:
    summary = f"<TxsSummry><TtlNtries><NbOfNtries>{count}</NbOfNtries></TtlNtries></TxsSummry>"
    assert len(said(camt(summary + entry(), balances=""))) == more


def test_movements_of_a_report_without_days_are_of_the_day_it_ends_or_was_made() -> None:
    bare = '<CreDtTm>2026-11-03T08:00:00+01:00</CreDtTm><Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>'
    report = re.sub(rb"<(/?)Stmt>", rb"<\1Rpt>", camt(bare, balances="", version="052.001.08"))
    report = report.replace(b"BkToCstmrStmt", b"BkToCstmrAcctRpt")
    assert read(report).transactions[0].booking_date.isoformat() == "2026-11-03"
    until = report.replace(b"<Acct>", b"<FrToDt><ToDtTm>2026-11-02T20:00:00</ToDtTm></FrToDt><Acct>")
    assert read(until).transactions[0].booking_date.isoformat() == "2026-11-02"
