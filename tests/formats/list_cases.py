"""Lists in the styles of many packages, all made up: which column is what."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Case:
    """One list with how it must be read: the columns, what else the mapping says, and what is asked."""

    text: str
    columns: dict[str, str]
    settings: dict[str, object] = field(default_factory=dict)
    asks: dict[str, str] = field(default_factory=dict)
    """Every question beside `complete`, with the answer that a person gives."""
    first: tuple[str, int] | None = None
    """Number and open cents of the first item, as the reader reads it with the mapping."""
    kind: str = "OPEN_ITEMS"


COLUMN_CASES = {
    "a bookkeeping package on the web, with an amount and what is open of it": Case(
        "Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Soort\n"
        "R100;Bakkerij Korst;26-0001;05-01-2026;04-02-2026;1.210,00;1.210,00;F\n"
        "R101;Smederij Vonk;26-0002;17-01-2026;16-02-2026;99,95;50,00;F\n",
        {
            "number": "Factuurnummer",
            "debtor_number": "Relatiecode",
            "debtor_name": "Relatie",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "total": "Bedrag",
            "open": "Openstaand",
        },
        {"decimal": ",", "thousands": ".", "dates": "dd-mm-yyyy", "delimiter": ";"},
        first=("26-0001", 121000),
    ),
    "a package that calls the invoice a document and what is open a balance": Case(
        "Relatienr;Relatie;Boekstuk;Boekdatum;Vervaldatum;Bedrag;Saldo;Dagboek\n"
        "1001;Bakkerij Korst;VF260001;05-01-2026;04-02-2026;121,00;121,00;Verkoop\n"
        "1002;Smederij Vonk;VF260002;31-01-2026;02-03-2026;60,50;10,50;Verkoop\n",
        {
            "number": "Boekstuk",
            "debtor_number": "Relatienr",
            "debtor_name": "Relatie",
            "issue_date": "Boekdatum",
            "due_date": "Vervaldatum",
            "total": "Bedrag",
            "open": "Saldo",
        },
        {"decimal": ",", "thousands": None},
        first=("VF260001", 12100),
    ),
    "an export in English with commas, points and ISO days": Case(
        "AccountCode,AccountName,InvoiceNumber,InvoiceDate,DueDate,AmountDC,OutstandingDC,Type\n"
        '20001,"Bloemen, Blad & Zn",2026001,2026-01-05,2026-02-04,1210.00,1210.00,Invoice\n'
        "20002,Hoeve Groen,2026002,2026-01-31,2026-03-02,99.95,49.95,Invoice\n",
        {
            "number": "InvoiceNumber",
            "debtor_number": "AccountCode",
            "debtor_name": "AccountName",
            "issue_date": "InvoiceDate",
            "due_date": "DueDate",
            "total": "AmountDC",
            "open": "OutstandingDC",
        },
        {"decimal": ".", "thousands": None, "dates": "yyyy-mm-dd", "delimiter": ","},
        first=("2026001", 121000),
    ),
    "a debtor card with the same title twice, so that the name goes by its place": Case(
        "Dagboek;Naam;Boekst.nr.;Boekdatum;Debiteur;Naam;Euro;Openstaand bedrag;Factuurnr.;Vervaldatum;Betaalstatus\n"
        "VRK;Verkoopboek;260001;05-01-2026;1003;Korst BV;1.210,00;1.210,00;20260001;04-02-2026;Beschikbaar\n"
        "VRK;Verkoopboek;260002;31-01-2026;1004;Vonk BV;60,50;60,50;20260002;02-03-2026;Beschikbaar\n",
        {
            "number": "Factuurnr.",
            "debtor_number": "Debiteur",
            "debtor_name": "#6",
            "issue_date": "Boekdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand bedrag",
        },
        {"thousands": "."},
        asks={"debtor_name": "6"},
        first=("20260001", 121000),
    ),
    "a large package whose words are short: Vervalt, Factuur, Saldo": Case(
        "Factuurnr.\tNaam\tDeb.nr.\tOmschrijving factuur\tBoekstuk\tVervalt\tFactuur\tSaldo\tAanmaningen\tVervaldagen\n"
        "23001\tZorggroep De Kade\t3332\tZorg januari\tB-1\t2026-02-06\t25717,69\t25717,69\t0\t7\n"
        "23002\tZorggroep De Kade\t3332\tZorg februari\tB-2\t2026-03-22\t36,54\t30,00\t0\t-9\n",
        {
            "number": "Factuurnr.",
            "debtor_number": "Deb.nr.",
            "debtor_name": "Naam",
            "due_date": "Vervalt",
            "total": "Factuur",
            "open": "Saldo",
            "subject": "Omschrijving factuur",
        },
        {"delimiter": "\t", "decimal": ",", "dates": "yyyy-mm-dd"},
        first=("23001", 2571769),
    ),
    "customer entries of a large package, in Dutch, with a currency that is mostly empty": Case(
        "Boekingsdatum;Documentsoort;Documentnr.;Klantnr.;Omschrijving;Valutacode;Bedrag;Resterend bedrag;Vervaldatum\n"
        "05-01-26;Factuur;VF1001;K0010;Order 7;;1.210,00;1.210,00;04-02-26\n"
        "31-01-26;Factuur;VF1002;K0011;Order 8;USD;60,50;60,50;02-03-26\n",
        {
            "number": "Documentnr.",
            "debtor_number": "Klantnr.",
            "issue_date": "Boekingsdatum",
            "due_date": "Vervaldatum",
            "total": "Bedrag",
            "open": "Resterend bedrag",
            "currency": "Valutacode",
            "subject": "Omschrijving",
        },
        {"dates": "dd-mm-yy"},
        asks={"dates": "dd-mm-yy"},
        first=("VF1001", 121000),
    ),
    "line items of a large system: a minus behind the amount, and no word for what is open": Case(
        "Customer;Document Number;Document Date;Net due date;Amount in local currency;Local Currency\n"
        "100234;90000037;05.01.2026;04.02.2026;1.210,00;EUR\n"
        "100235;90000038;31.01.2026;02.03.2026;60,50-;EUR\n",
        {
            "number": "Document Number",
            "debtor_number": "Customer",
            "issue_date": "Document Date",
            "due_date": "Net due date",
            "open": "Amount in local currency",
        },
        {"dates": "dd.mm.yyyy", "negative": "MINUS_AFTER", "thousands": "."},
        asks={"open": "5"},
        first=("90000037", 121000),
    ),
    "an export of invoices with signed amounts": Case(
        "Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Total Signed,Amount Due Signed,Payment Status\n"
        "INV/2026/00001,Korst BV,2026-01-05,2026-02-04,1210.00,1210.00,Not Paid\n"
        "RINV/2026/00001,Vonk BV,2026-01-31,2026-01-31,-60.50,-60.50,Not Paid\n",
        {
            "number": "Number",
            "debtor_name": "Invoice Partner Display Name",
            "issue_date": "Invoice/Bill Date",
            "due_date": "Due Date",
            "total": "Total Signed",
            "open": "Amount Due Signed",
        },
        asks={"number": "1"},
        first=("INV/2026/00001", 121000),
    ),
    "a list with amount, paid and balance": Case(
        "Debnr.;Naam;Factuurnr;Factuurdatum;Vervaldatum;Bedrag;Betaald;Saldo;Ordernr\n"
        "77;Kwekerij Zon;5001;05-01-2026;04-02-2026;100,00;25,00;75,00;9\n"
        "78;Kwekerij Maan;5002;20-01-2026;19-02-2026;80,00;0,00;80,00;10\n",
        {
            "number": "Factuurnr",
            "debtor_number": "Debnr.",
            "debtor_name": "Naam",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "total": "Bedrag",
            "open": "Saldo",
            "order_number": "Ordernr",
        },
        first=("5001", 7500),
    ),
    "total and paid, and nothing that says what is open": Case(
        "Client,Email,Invoice Number,Amount,Paid,Status,Invoice Date,Due Date\n"
        "Korst BV,factuur@korst.example,1,1210.00,210.00,Partial,2026-01-05,2026-02-04\n"
        "Vonk BV,factuur@vonk.example,2,60.50,0.00,Sent,2026-01-31,2026-03-02\n",
        {
            "number": "Invoice Number",
            "debtor_name": "Client",
            "email": "Email",
            "issue_date": "Invoice Date",
            "due_date": "Due Date",
            "total": "Amount",
            "paid": "Paid",
        },
        first=("1", 100000),
    ),
    "debit and credit": Case(
        "Klantnummer;Klantnaam;Factuurnummer;Datum;Vervaldatum;Debet;Credit\n"
        "1;Korst BV;F1;05-01-2026;04-02-2026;1.210,00;\n"
        "2;Vonk BV;C1;31-01-2026;31-01-2026;;60,50\n",
        {
            "number": "Factuurnummer",
            "debtor_number": "Klantnummer",
            "debtor_name": "Klantnaam",
            "issue_date": "Datum",
            "due_date": "Vervaldatum",
            "debit": "Debet",
            "credit": "Credit",
        },
        first=("F1", 121000),
    ),
    "a column of D and C beside an amount without a sign": Case(
        "Debiteurnr;Naam;Factuurnr;Vervaldatum;Openstaand;D/C\n"
        "1;Korst BV;F1;24-02-2026;1210,00;D\n"
        "2;Vonk BV;C1;28-01-2026;60,50;C\n",
        {
            "number": "Factuurnr",
            "debtor_number": "Debiteurnr",
            "debtor_name": "Naam",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
            "debit_credit": "D/C",
        },
        first=("F1", 121000),
    ),
    "a column of kinds that may be credits": Case(
        "Debiteurnr;Naam;Factuurnr;Vervaldatum;Openstaand;Soort\n"
        "1;Korst BV;F1;24-02-2026;1210,00;Factuur\n"
        "2;Vonk BV;C1;28-01-2026;60,50;Credit\n",
        {
            "number": "Factuurnr",
            "debtor_number": "Debiteurnr",
            "debtor_name": "Naam",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
            "debit_credit": "Soort",
        },
        asks={"credits:6": "yes"},
        first=("F1", 121000),
    ),
    "a list of debtors": Case(
        "Debiteurnr;Naam;Contactpersoon;Straat;Huisnummer;Postcode;Plaats;Land;E-mail;Telefoon;KvK-nummer;BTW-nummer\n"
        "1;Korst BV;Noor Meel;Molenweg;3;3511 XX;Utrecht;NL;factuur@korst.example;030 555 0101;12345678;\n"
        "2;Vonk BV;Sam IJzer;Kade;12;1011 AB;Amsterdam;NL;admin@vonk.example;020 555 0100;87654321;\n",
        {
            "debtor_number": "Debiteurnr",
            "debtor_name": "Naam",
            "contact_name": "Contactpersoon",
            "street": "Straat",
            "house_number": "Huisnummer",
            "postcode": "Postcode",
            "city": "Plaats",
            "country": "Land",
            "email": "E-mail",
            "phone": "Telefoon",
            "coc_number": "KvK-nummer",
            "vat_number": "BTW-nummer",
        },
        kind="DEBTORS",
    ),
    "a list of debtors with titles that we do not know, and a balance that is not of an invoice": Case(
        "Klantcode;Bedrijfsnaam;Adres;Zip;Woonplaats;Bereikbaar via;Saldo\n"
        "1;Korst BV;Molenweg 3;3511 XX;Utrecht;factuur@korst.example;120,00\n"
        "2;Vonk BV;Kade 12;1011 AB;Amsterdam;admin@vonk.example;0,00\n",
        {
            "debtor_number": "Klantcode",
            "debtor_name": "Bedrijfsnaam",
            "street": "Adres",
            "postcode": "Zip",
            "city": "Woonplaats",
            "email": "Bereikbaar via",
        },
        kind="DEBTORS",
    ),
    "two e-mail addresses of a debtor": Case(
        "Debiteurnummer;Bedrijfsnaam;E-mail;Mail\n"
        "1;Korst BV;info@korst.example;factuur@korst.example\n"
        "2;Vonk BV;info@vonk.example;admin@vonk.example\n",
        {"debtor_number": "Debiteurnummer", "debtor_name": "Bedrijfsnaam", "email": "Mail"},
        asks={"email": "4"},
        kind="DEBTORS",
    ),
    "a balance that runs on from row to row": Case(
        "Klant;Factuurnr;Vervaldatum;Bedrag;Saldo\n"
        "Korst BV;F1;23-02-2026;12,00;12,00\nKorst BV;F2;04-05-2026;2,50;14,50\nKorst BV;F3;14-05-2026;1,00;15,50\n",
        {"number": "Factuurnr", "debtor_name": "Klant", "due_date": "Vervaldatum", "open": "Bedrag"},
        asks={"open": "4"},
        first=("F1", 1200),
    ),
    "a number that may be of the debtor, and days that may be a term": Case(
        "Nummer;Naam;Datum;Openstaand;Dagen\n1;Korst BV;23-02-2026;12,00;5\n2;Vonk BV;04-05-2026;2,50;8\n",
        {
            "number": "Nummer",
            "debtor_name": "Naam",
            "issue_date": "Datum",
            "open": "Openstaand",
            "days_overdue": "Dagen",
        },
        {"as_of": date(2026, 6, 1)},
        asks={"number": "1", "days_overdue": "5", "as_of": "2026-06-01"},
        first=("1", 1200),
    ),
    "the contact that is the debtor, as there is no other": Case(
        "ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue\n"
        "Korst BV,factuur@korst.example,INV-1,2026-01-05,2026-02-04,12.00,0.00,12.00\n"
        "Vonk BV,admin@vonk.example,INV-2,2026-01-31,2026-03-02,4.50,2.00,2.50\n",
        {
            "number": "InvoiceNumber",
            "debtor_name": "ContactName",
            "email": "EmailAddress",
            "issue_date": "InvoiceDate",
            "due_date": "DueDate",
            "total": "Total",
            "open": "InvoiceAmountDue",
        },
        first=("INV-1", 1200),
    ),
}
