"""The layouts of the CSV and TAB files that banks let their clients download: a table, one row per layout.

A layout with a header is known by the titles in it, one without by the shape of its first row. The notation of days
and amounts is the bank's own: where a bank has two (its page in Dutch or in English), both stand here, and no amount
or day can be read in both with a different outcome.
"""

from voldaan.formats.bank.exports_layouts import COMMA, POINT, Layout

_ACCOUNT = r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}|[0-9.]{5,12}"
_DAY = r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}"

OUT_AND_IN = {
    "af": -1,
    "bij": 1,
    "d": -1,
    "c": 1,
    "debet": -1,
    "debit": -1,
    "credit": 1,
    "afschrijving": -1,
    "bijschrijving": 1,
    "afschrijvingen": -1,
    "bijschrijvingen": 1,
}
"""What the banks write where the amount has no sign of its own."""

BOOKED = frozenset({"completed", "settled", "executed", "excut", "excute", "voltooid"})
"""The states (as plain titles) of what is on the account."""
NOT_BOOKED = frozenset(
    {
        "pending",
        "reverted",
        "failed",
        "declined",
        "canceled",
        "cancelled",
        "created",
        "processing",
        "reversed",
        "inbehandeling",
        "inafwachting",
        "teruggedraaid",
        "geannuleerd",
        "geweigerd",
        "mislukt",
    }
)
"""The states of what is not on the account, or not yet."""

_RABOBANK = Layout(
    bank="rabobank",
    title="Rabobank",
    columns={
        "account": ("IBAN/BBAN",),
        "currency": ("Munt|Ccy",),
        "bank_reference": ("Volgnr|Seq No",),
        "booking_date": ("Datum|Date",),
        "value_date": ("Rentedatum|Value Date",),
        "amount": ("Bedrag|Amount",),
        "balance_after": ("Saldo na trn|Bal After Bkng",),
        "counterparty_iban": ("Tegenrekening IBAN/BBAN|Counterpty IBAN/BBAN",),
        "name": ("Naam tegenpartij|Name Counterpty",),
        "ultimate_name": ("Naam uiteindelijke partij|Name Ultimate Pty",),
        "end_to_end_id": ("Transactiereferentie|Transaction Reference",),
        "mandate_id": ("Machtigingskenmerk|Mandate Reference",),
        "payment_reference": ("Betalingskenmerk|Payment Reference",),
        "remittance": (
            "Omschrijving-1|Description-1",
            "Omschrijving-2|Description-2",
            "Omschrijving-3|Description-3",
        ),
        "return_reason": ("Reden retour|Reasoncode",),
    },
    optional=frozenset(
        {"ultimate_name", "return_reason", "mandate_id", "payment_reference", "end_to_end_id", "value_date"}
    ),
)

_RABOBANK_OLD = Layout(
    bank="rabobank",
    title="Rabobank (tot 2018)",
    positions=(
        "account",
        "currency",
        "value_date",
        "sign",
        "amount",
        "counterparty_iban",
        "name",
        "booking_date",
        "kind",
        "",
        *("remittance",) * 6,
        "end_to_end_id",
        "",
        "mandate_id",
    ),
    marks={
        "account": _ACCOUNT,
        "currency": r"[A-Z]{3}",
        "value_date": r"[0-9]{8}",
        "sign": r"[CD]",
        "amount": r"[0-9]+[.,][0-9]{2}",
        "booking_date": r"[0-9]{8}",
    },
    width_min=16,
    delimiter=",",
    notations=(POINT, COMMA),
    days=("yyyymmdd",),
)

_ABNAMRO_FIELDS = (
    "account",
    "currency",
    "booking_date",
    "balance_before",
    "balance_after",
    "value_date",
    "amount",
    "remittance",
)
_ABNAMRO_TAB = Layout(
    bank="abnamro",
    title="ABN AMRO (TAB)",
    positions=_ABNAMRO_FIELDS,
    marks={
        "account": _ACCOUNT,
        "currency": r"[A-Z]{3}",
        "booking_date": r"[0-9]{8}",
        "balance_before": r"-?[0-9.]+,[0-9]{2}",
        "value_date": r"[0-9]{8}",
    },
    width_min=8,
    delimiter="\t",
    days=("yyyymmdd",),
    words="abnamro",
    quoted=False,
)
_ABNAMRO = Layout(
    bank="abnamro",
    title="ABN AMRO",
    columns={
        "account": ("Rekeningnummer|accountNumber",),
        "currency": ("Muntsoort|mutationcode",),
        "booking_date": ("Transactiedatum|transactiondate",),
        "value_date": ("Rentedatum|valuedate",),
        "balance_before": ("Beginsaldo|startsaldo",),
        "balance_after": ("Eindsaldo|endsaldo",),
        "amount": ("Transactiebedrag|Bedrag|amount",),
        "remittance": ("Omschrijving|description",),
    },
    notations=(COMMA, POINT),
    days=("yyyymmdd",),
    words="abnamro",
)

_ING = Layout(
    bank="ing",
    title="ING",
    columns={
        "booking_date": ("Datum|Date",),
        "name": ("Naam / Omschrijving|Name / Description",),
        "account": ("Rekening|Account",),
        "counterparty_iban": ("Tegenrekening|Counterparty",),
        "sign": ("Af Bij|Debit/credit",),
        "amount": ("Bedrag (EUR)|Amount (EUR)",),
        "remittance": ("Mededelingen|Notifications",),
        "balance_after": ("Saldo na mutatie|Resulting balance",),
    },
    optional=frozenset({"balance_after"}),
    days=("yyyymmdd", "d-m-yyyy", "yyyy-mm-dd"),
    currency="EUR",
    words="ing",
)
_ING_SAVINGS = Layout(
    bank="ing",
    title="ING (spaarrekening)",
    columns={
        "booking_date": ("Datum|Date",),
        "remittance": ("Omschrijving|Description", "Mededelingen|Notifications"),
        "account": ("Rekening|Account",),
        "account_name": ("Rekening naam|Account name",),
        "counterparty_iban": ("Tegenrekening|Counterparty",),
        "sign": ("Af Bij|Debit/credit",),
        "amount": ("Bedrag|Amount",),
        "currency": ("Valuta|Currency",),
        "balance_after": ("Saldo na mutatie|Resulting balance",),
    },
    days=("yyyy-mm-dd", "yyyymmdd", "d-m-yyyy"),
)

_KNAB = Layout(
    bank="knab",
    title="Knab",
    columns={
        "account": ("Rekeningnummer",),
        "booking_date": ("Boekdatum|Transactiedatum",),
        "value_date": ("Valutadatum",),
        "currency": ("Valutacode",),
        "sign": ("CreditDebet",),
        "amount": ("Bedrag",),
        "counterparty_iban": ("Tegenrekeningnummer",),
        "name": ("Tegenrekeninghouder",),
        "kind": ("Betaalwijze",),
        "remittance": ("Omschrijving",),
        "mandate_id": ("Machtigingsnummer",),
        "payment_reference": ("Betalingskenmerk",),
        "bank_reference": ("Referentie",),
    },
    optional=frozenset({"value_date", "kind", "mandate_id", "payment_reference", "bank_reference"}),
    days=("d-m-yyyy", "yyyy-mm-dd"),
)

_BUNQ = Layout(
    bank="bunq",
    title="bunq",
    columns={
        "booking_date": ("Datum|Date",),
        "value_date": ("Rentedatum|Interest Date",),
        "amount": ("Bedrag|Amount",),
        "account": ("Rekening|Account",),
        "counterparty_iban": ("Tegenrekening|Counterparty",),
        "name": ("Naam|Name",),
        "remittance": ("Omschrijving|Description",),
    },
    optional=frozenset({"value_date"}),
    notations=(COMMA, POINT),
    currency="EUR",
    exact=True,
)

_TRIODOS = Layout(
    bank="triodos",
    title="Triodos Bank",
    columns={
        "booking_date": ("Boekdatum|Transactiedatum|Datum",),
        "account": ("Rekeningnummer|Rekening",),
        "amount": ("Bedrag",),
        "sign": ("Debet / Credit|Credit / Debet|CreditDebet",),
        "name": ("Naam tegenrekening|Naam",),
        "counterparty_iban": ("Tegenrekening",),
        "remittance": ("Omschrijving",),
        "balance_after": ("Saldo na boeking|Saldo",),
    },
    optional=frozenset({"balance_after"}),
    days=("d-m-yyyy",),
    currency="EUR",
)
_TRIODOS_BARE = Layout(
    bank="triodos",
    title="Triodos Bank",
    positions=(
        "booking_date",
        "account",
        "amount",
        "sign",
        "name",
        "counterparty_iban",
        "kind",
        "remittance",
        "balance_after",
    ),
    marks={
        "booking_date": _DAY,
        "account": _ACCOUNT,
        "amount": r"-?[0-9.]+,[0-9]{2}",
        "sign": r"(?i:Debet|Credit)",
    },
    width_min=8,
    delimiter=",",
    days=("d-m-yyyy",),
    currency="EUR",
)

_VOLKSBANK = Layout(
    bank="volksbank",
    title="SNS, ASN Bank of RegioBank",
    columns={
        "booking_date": ("Datum|Boekingsdatum",),
        "account": ("Je rekening|Rekening|Opdrachtgeversrekening",),
        "counterparty_iban": ("Van / naar|Tegenrekening|Tegenrekeningnummer",),
        "name": ("Naam|Naam tegenrekening",),
        "currency": ("Valuta saldo|Valutasoort saldo|Valutasoort rekening",),
        "balance_before": ("Saldo voor boeking|Saldo rekening voor mutatie",),
        "amount_currency": ("Valuta boeking|Valuta|Valutasoort mutatie",),
        "amount": ("Bedrag bij / af|Bedrag|Transactiebedrag",),
        "value_date": ("Valutadatum",),
        "kind": ("Type|Globale transactiecode",),
        "bank_reference": ("Volgnummer|Volgnummer transactie",),
        "payment_reference": ("Betalingskenmerk",),
        "remittance": ("Omschrijving",),
    },
    optional=frozenset({"amount_currency", "value_date", "kind", "bank_reference", "payment_reference"}),
    notations=(POINT, COMMA),
    days=("d-m-yyyy", "yyyy-mm-dd"),
    single_quoted="remittance",
)
_VOLKSBANK_SHORT = Layout(
    bank="volksbank",
    title="SNS, ASN Bank of RegioBank",
    columns={
        "booking_date": ("Datum",),
        "account": ("Je rekening",),
        "counterparty_iban": ("Van / naar",),
        "name": ("Naam",),
        "amount": ("Bedrag bij / af",),
        "remittance": ("Omschrijving",),
    },
    notations=(POINT, COMMA),
    days=("d-m-yyyy", "yyyy-mm-dd"),
    currency="EUR",
    single_quoted="remittance",
)
_VOLKSBANK_BARE = Layout(
    bank="volksbank",
    title="SNS, ASN Bank of RegioBank",
    positions=(
        "booking_date",
        "account",
        "counterparty_iban",
        "name",
        "",
        "",
        "",
        "currency",
        "balance_before",
        "amount_currency",
        "amount",
        "",
        "value_date",
        "",
        "kind",
        "bank_reference",
        "payment_reference",
        "remittance",
        "",
        "",
    ),
    marks={
        "booking_date": _DAY,
        "account": _ACCOUNT,
        "currency": r"[A-Z]{3}",
        "balance_before": r"-?[0-9]+(?:[.,][0-9]{1,2})?",
        "amount_currency": r"[A-Z]{3}",
        "amount": r"-?[0-9]+(?:[.,][0-9]{1,2})?",
    },
    width_min=18,
    delimiter=",",
    notations=(POINT, COMMA),
    days=("d-m-yyyy",),
    single_quoted="remittance",
)

_N26 = Layout(
    bank="n26",
    title="N26",
    columns={
        "booking_date": ("Booking Date|Date|Datum",),
        "value_date": ("Value Date",),
        "name": ("Partner Name|Payee|Empfänger",),
        "counterparty_iban": ("Partner Iban|Account number|Kontonummer",),
        "kind": ("Type|Transaction type|Transaktionstyp",),
        "remittance": ("Payment Reference|Verwendungszweck",),
        "account_name": ("Account Name",),
        "amount": ("Amount (EUR)|Betrag (EUR)",),
    },
    optional=frozenset({"value_date", "account_name"}),
    notations=(POINT,),
    currency="EUR",
)

_REVOLUT = Layout(
    bank="revolut",
    title="Revolut",
    columns={
        "kind": ("Type",),
        "account_name": ("Product",),
        "booking_date": ("Completed Date|Datum voltooid",),
        "remittance": ("Description|Beschrijving",),
        "amount": ("Amount|Bedrag",),
        "fee": ("Fee|Kosten",),
        "currency": ("Currency|Valuta",),
        "state": ("State|Status",),
        "balance_after": ("Balance|Saldo",),
    },
    notations=(POINT,),
)
_REVOLUT_BUSINESS = Layout(
    bank="revolut",
    title="Revolut Business",
    columns={
        "booking_date": ("Date completed (UTC)",),
        "bank_reference": ("ID",),
        "kind": ("Type",),
        "state": ("State",),
        "description": ("Description",),
        "remittance": ("Reference",),
        "currency": ("Payment currency",),
        "amount": ("Amount",),
        "total": ("Total amount",),
        "fee": ("Fee",),
        "balance_after": ("Balance",),
        "account_name": ("Account",),
        "payee_iban": ("Beneficiary IBAN",),
        "payee": ("Beneficiary name",),
        "payer": ("Sender name",),
    },
    optional=frozenset(
        {"state", "total", "fee", "balance_after", "account_name", "payee_iban", "payee", "payer"}
    ),
    notations=(POINT,),
)

_WISE = Layout(
    bank="wise",
    title="Wise",
    columns={
        "bank_reference": ("TransferWise ID|Wise ID",),
        "booking_date": ("Date",),
        "amount": ("Amount",),
        "currency": ("Currency",),
        "description": ("Description",),
        "remittance": ("Payment Reference",),
        "balance_after": ("Running Balance",),
        "payer": ("Payer Name",),
        "payee": ("Payee Name", "Merchant"),
        "payee_iban": ("Payee Account Number",),
    },
    optional=frozenset({"payer", "payee", "payee_iban"}),
    notations=(POINT,),
    days=("d-m-yyyy", "yyyy-mm-dd"),
)

_QONTO = Layout(
    bank="qonto",
    title="Qonto",
    columns={
        "state": ("Status|Statut",),
        "booking_date": (
            "Settlement date (local)|Settlement date (UTC)|Date de la valeur (local)|Date de la valeur (UTC)",
        ),
        "amount": ("Total amount (incl. VAT)|Montant total (TTC)",),
        "currency": ("Currency|Devise",),
        "account": ("Account IBAN|IBAN du compte",),
        "account_name": ("Account name|Nom du compte",),
        "name": ("Counterparty name|Nom de la contrepartie",),
        "counterparty_iban": ("Counterparty IBAN|IBAN de la contrepartie",),
        "remittance": ("Reference|Référence",),
        "bank_reference": ("Transaction ID|Identifiant de transaction",),
    },
    optional=frozenset({"account", "account_name", "counterparty_iban", "remittance", "bank_reference"}),
    notations=(COMMA, POINT),
    days=("yyyy-mm-dd", "d-m-yyyy"),
)

WITH_HEADER = (
    _RABOBANK,
    _ING,
    _ING_SAVINGS,
    _ABNAMRO,
    _KNAB,
    _TRIODOS,
    _VOLKSBANK,
    _VOLKSBANK_SHORT,
    _WISE,
    _REVOLUT_BUSINESS,
    _REVOLUT,
    _QONTO,
    _N26,
    _BUNQ,
)
WITHOUT_HEADER = (_ABNAMRO_TAB, _RABOBANK_OLD, _VOLKSBANK_BARE, _TRIODOS_BARE)
