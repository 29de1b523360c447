"""Direct-debit batches and payout specifications that we wrote ourselves: fictional firms, test accounts."""

from collections.abc import Sequence

from voldaan.formats.amounts import cents_to_decimal

OWN_IBAN = "NL91ABNA0417164300"
DEBTOR_IBAN = "NL20INGB0001234567"

Collection = tuple[str, int, str]
"""The end-to-end id, the cents and what the debtor is told."""

MOLLIE_HEADER = (
    "Date,Payment method,Currency,Amount,Status,ID,Description,Consumer name,Consumer bank account,Consumer BIC,"
    "Settlement currency,Settlement amount,Settlement reference,Amount refunded"
)
STRIPE_HEADER = (
    "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created,currency,gross,fee,net,"
    "reporting_category,description,customer_name,payment_metadata[factuur]"
)
STRIPE_BALANCE_HEADER = (
    "id,Type,Source,Amount,Fee,Destination Platform Fee,Net,Currency,Created (UTC),Available On (UTC),Description,"
    "Customer Facing Amount,Customer Facing Currency,Transfer,Transfer Date (UTC),Transfer Group"
)
ADYEN_HEADER = (
    "Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,"
    "Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,"
    "Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),"
    "Payment Method Variant,Modification Merchant Reference,Batch Number"
)


def batch(
    *collections: Collection,
    name: str = "INC-2026-11",
    day: str = "2026-11-02",
    iban: str = OWN_IBAN,
    count: int | None = None,
    total: int | None = None,
    wrap_day: bool = False,
) -> str:
    """Return one PmtInf; count and total are true unless given."""
    cents = sum(one[1] for one in collections) if total is None else total
    on = f"<Dt>{day}</Dt>" if wrap_day else day
    return (
        f"<PmtInf><PmtInfId>{name}</PmtInfId><PmtMtd>DD</PmtMtd>"
        f"<NbOfTxs>{len(collections) if count is None else count}</NbOfTxs><CtrlSum>{cents_to_decimal(cents)}</CtrlSum>"
        f"<ReqdColltnDt>{on}</ReqdColltnDt><Cdtr><Nm>Groothandel De Linde B.V.</Nm></Cdtr>"
        f"<CdtrAcct><Id><IBAN>{iban}</IBAN></Id></CdtrAcct>{''.join(map(_collection, collections))}</PmtInf>"
    )


def _collection(one: Collection) -> str:
    end_to_end, cents, remittance = one
    return (
        f"<DrctDbtTxInf><PmtId><EndToEndId>{end_to_end}</EndToEndId></PmtId>"
        f'<InstdAmt Ccy="EUR">{cents_to_decimal(cents)}</InstdAmt>'
        "<DrctDbtTx><MndtRltdInf><MndtId>M-1007</MndtId></MndtRltdInf></DrctDbtTx>"
        "<Dbtr><Nm>Bakkerij Korst &amp; Kruim</Nm></Dbtr>"
        f"<DbtrAcct><Id><IBAN>{DEBTOR_IBAN}</IBAN></Id></DbtrAcct>"
        f"<RmtInf><Ustrd>{remittance}</Ustrd></RmtInf></DrctDbtTxInf>"
    )


def direct_debits(*batches: str, version: str = "001.02") -> bytes:
    """Return a whole pain.008 file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.{version}"><CstmrDrctDbtInitn>'
        f"<GrpHdr><MsgId>M1</MsgId></GrpHdr>{''.join(batches)}</CstmrDrctDbtInitn></Document>\n"
    ).encode()


def table(header: str, rows: Sequence[str]) -> bytes:
    """Return a specification as a CSV file."""
    return "\n".join([header, *rows, ""]).encode()


MOLLIE = table(
    MOLLIE_HEADER,
    [
        "2026-11-01 10:12:00,ideal,EUR,121.00,paidout,tr_aaa111,Factuur 2026-0042,Bakkerij Korst,"
        f"{DEBTOR_IBAN},INGBNL2A,EUR,121.00,1234567.2611.01,",
        "2026-11-02 11:00:00,,EUR,50.00,paidout,cpt_bbb222,Original payment: tr_b - Factuur 2026-0043,,,,EUR,50.00,"
        "1234567.2611.01,",
        "2026-11-03 09:00:00,refund,EUR,-20.00,refunded,re_ccc333,Terug factuur 2026-0041,,,,EUR,-20.00,"
        "1234567.2611.01,20.00",
        "2026-11-04 00:00:00,,EUR,-1.05,,,Withheld transaction fees 2026.11,,,,EUR,-1.05,1234567.2611.01,",
    ],
)
STRIPE = table(
    STRIPE_HEADER,
    [
        "po_1,2026-11-05 00:00:00,txn_1,2026-11-01,eur,121.00,1.95,119.05,charge,Bestelling,Vonk B.V.,2026-0042",
        "po_2,2026-11-06 00:00:00,txn_2,2026-11-01,eur,60.50,1.10,59.40,charge,Factuur 2026-0043,,",
        "po_1,2026-11-05 00:00:00,txn_3,2026-11-02,eur,-20.00,0.00,-20.00,refund,Terug,,",
        ",,txn_4,2026-11-07,eur,10.00,0.40,9.60,charge,Nog niet uitbetaald,,",
    ],
)
STRIPE_BALANCE = table(
    STRIPE_BALANCE_HEADER,
    [
        "txn_9,payout,po_1,-119.05,0.00,,-119.05,eur,2026-11-03 00:00,2026-11-05 00:00,STRIPE PAYOUT,,,po_1,"
        "2026-11-05 00:00,",
        "txn_1,charge,ch_1,121.00,1.95,,119.05,eur,2026-11-01 10:00,2026-11-05 00:00,Factuur 2026-0042,121.00,eur,"
        "po_1,2026-11-05 00:00,",
    ],
)
ADYEN = table(
    ADYEN_HEADER,
    [
        "Linde,LindeNL,8830000000000001,2026-0042,ideal,2026-11-01 10:00:00,CET,Settled,883M1,EUR,,121.00,1,EUR,,120.75,"
        ",0.10,0.05,0.10,ideal,,134",
        "Linde,LindeNL,8830000000000002,2026-0043,visa,2026-11-01 11:00:00,CET,Settled,883M2,GBP,,50.00,1.2,EUR,,59.50,"
        ",0.20,0.10,0.20,visa,,134",
        "Linde,LindeNL,8830000000000003,2026-0041,visa,2026-11-02 11:00:00,CET,Chargeback,883M3,EUR,20.00,,1,EUR,27.50,,"
        "7.50,,,,visa,,134",
        "Linde,LindeNL,,,,2026-11-02 12:00:00,CET,Fee,Transaction Fees,EUR,,,,EUR,2.00,,,,,,,,134",
        "Linde,LindeNL,,,,2026-11-03 02:00:00,CET,MerchantPayout,TX1 LindeNL batch 134,EUR,,,,EUR,150.75,,,,,,,,134",
    ],
)
