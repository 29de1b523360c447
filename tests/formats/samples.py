"""Files that we wrote ourselves: fictional firms, test accounts."""

from datetime import date

from voldaan.formats.values import Invoice, Party, Statement, Transaction

OWN_IBAN = "NL91ABNA0417164300"
PAYER_IBAN = "NL20INGB0001234567"

CREDITOR = Party(
    name="Groothandel De Linde B.V.",
    iban=OWN_IBAN,
    vat_number="NL001234567B01",
    coc_number="12345678",
    email="administratie@delinde.example",
    phone="020 555 0100",
    contact_name="Noor de Wit",
    street="Kade 12",
    postcode="1011 AB",
    city="Amsterdam",
    country="NL",
)
DEBTOR = Party(
    name="Bakkerij Korst & Kruim",
    coc_number="87654321",
    email="factuur@korstenkruim.example",
    street="Molenweg 3-a",
    postcode="3511 XX",
    city="Utrecht",
    country="NL",
    number="D-1007",
)


def invoice(**changes: object) -> Invoice:
    """Return an invoice of 1.210,00, with what the test wants changed."""
    values = {
        "kind": "invoice",
        "format": "ubl",
        "number": "2026-0042",
        "issue_date": date(2026, 10, 1),
        "due_date": date(2026, 10, 31),
        "currency": "EUR",
        "total_cents": 121000,
        "payable_cents": 121000,
        "payment_reference": "RF18539007547034",
        "creditor": CREDITOR,
        "debtor": DEBTOR,
        "pay_to_iban": OWN_IBAN,
        "due_date_basis": "AGREED",
        "subject": "Meel en gist, september",
    }
    return Invoice(**{**values, **changes})


def transaction(**changes: object) -> Transaction:
    """Return a payment of 1.210,00, with what the test wants changed."""
    values = {
        "bank_iban": OWN_IBAN,
        "booking_date": date(2026, 11, 2),
        "value_date": date(2026, 11, 2),
        "amount_cents": 121000,
        "currency": "EUR",
        "counterparty_name": "Bakkerij Korst & Kruim",
        "counterparty_iban": PAYER_IBAN,
        "remittance": "Factuur 2026-0042, met dank",
        "payment_reference": None,
        "end_to_end_id": "E2E-42",
        "bank_reference": "BR-000042",
    }
    return Transaction(**{**values, **changes})


def statement(*transactions: Transaction, **changes: object) -> Statement:
    """Return a statement that starts at 1.000,00 and adds up."""
    values = {
        "format": "camt.053.001.08",
        "bank_iban": OWN_IBAN,
        "currency": "EUR",
        "number": "306",
        "opening_cents": 100000,
        "closing_cents": 100000 + sum(t.amount_cents for t in transactions),
        "opening_date": date(2026, 11, 1),
        "closing_date": date(2026, 11, 2),
        "transactions": transactions,
        "bank_account_name": "Groothandel De Linde B.V.",
    }
    return Statement(**{**values, **changes})


def camt(entries: str, *, version: str = "053.001.08", balances: str | None = None) -> bytes:
    """Return a CAMT file in one statement around these entries."""
    if balances is None:
        balances = balance("OPBD", "100.00") + balance("CLBD", "110.00")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>S-1</Id><Acct><Id><IBAN>{OWN_IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>{balances}{entries}</Stmt>
</BkToCstmrStmt></Document>""".encode()


def balance(code: str, amount: str, *, sign: str = "CRDT", day: str = "2026-11-02") -> str:
    """Return one balance; without a sign, one that does not say which side it is on."""
    indicator = f"<CdtDbtInd>{sign}</CdtDbtInd>" if sign else ""
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>'
        f"{indicator}<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def entry(
    amount: str = "10.00", *, sign: str = "CRDT", status: str = "BOOK", details: str = "", more: str = ""
) -> str:
    """Return one entry booked on 2 November 2026."""
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{more}<Sts>{status}</Sts>'
        "<BookgDt><Dt>2026-11-02</Dt></BookgDt><ValDt><Dt>2026-11-02</Dt></ValDt>"
        f"<NtryDtls>{details}</NtryDtls></Ntry>"
    )


def mt940(
    *fields: str,
    account: str = OWN_IBAN,
    opening: str = "C261101EUR100,00",
    closing: str | None = "C261102EUR110,00",
) -> bytes:
    """Return an MT940 file with one statement around these fields."""
    lines = [":20:P1", f":25:{account}", ":28C:306/1", f":60F:{opening}", *fields]
    if closing is not None:
        lines += [f":62F:{closing}", "-"]
    return "\r\n".join([*lines, ""]).encode()
