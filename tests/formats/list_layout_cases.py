"""Lists in the styles of many packages, all made up: how they are laid out and written."""

from datetime import date

from tests.formats.list_cases import Case

LAYOUT_CASES = {
    "the debtor in a row of its own, with subtotals": Case(
        "Groothandel De Linde B.V.\n"
        "Openstaande posten debiteuren per 31-01-2026\n"
        "\n"
        "Factuurnr;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand\n"
        "10023 - Bakkerij Korst\n"
        "26001;05-12-2025;04-01-2026;1.210,00;1.210,00\n"
        "26004;15-01-2026;14-02-2026;100,00;50,00\n"
        "Totaal 10023;;;1.310,00;1.260,00\n"
        "10024 - Smederij Vonk\n"
        "26002;07-01-2026;06-02-2026;60,50;60,50\n"
        "Totaal 10024;;;60,50;60,50\n"
        "Eindtotaal;;;1.370,50;1.320,50\n",
        {
            "number": "Factuurnr",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "total": "Factuurbedrag",
            "open": "Openstaand",
        },
        {"heading": "NUMBER_NAME", "heading_label": "", "as_of_in_title": True},
        first=("26001", 121000),
    ),
    "the debtor in a labelled row, number and name in cells of their own": Case(
        "Ouderdomslijst\n"
        "Factuur;Datum;Vervalt;Bedrag;Restant\n"
        "Debiteur:;10023;Bakkerij Korst\n"
        "26001;05-12-2025;14-01-2026;1.210,00;1.210,00\n"
        "Debiteur:;10024;Smederij Vonk\n"
        "26002;07-01-2026;06-02-2026;60,50;60,50\n",
        {
            "number": "Factuur",
            "issue_date": "Datum",
            "due_date": "Vervalt",
            "total": "Bedrag",
            "open": "Restant",
        },
        {"heading": "CELLS", "heading_label": "Debiteur:"},
        first=("26001", 121000),
    ),
    "the debtor in a row with its number in brackets": Case(
        "Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "Bakkerij Korst (10023)\n"
        "26001;05-12-2025;14-01-2026;1.210,00\n"
        "Smederij Vonk (10024)\n"
        "26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnummer",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "NAME_NUMBER"},
        first=("26001", 121000),
    ),
    "the debtor in a row by name alone": Case(
        "Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "Bakkerij Korst\n"
        "26001;05-12-2025;14-01-2026;1.210,00\n"
        "Smederij Vonk\n"
        "26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnummer",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "NAME"},
        first=("26001", 121000),
    ),
    "a heading that could be a name that begins with a number": Case(
        "Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "24 UUR Loodgieters\n"
        "26001;05-12-2025;14-01-2026;1.210,00\n"
        "48 Smaken IJs\n"
        "26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnummer",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "NAME"},
        asks={"heading": "NAME"},
        first=("26001", 121000),
    ),
    "a heading whose number begins with a letter": Case(
        "Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "D-1007 Bakkerij Korst\n"
        "26001;05-12-2025;14-01-2026;1.210,00\n"
        "D-1008 Smederij Vonk\n"
        "26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnummer",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "NUMBER_NAME"},
        asks={"heading": "NUMBER_NAME"},
        first=("26001", 121000),
    ),
    "a heading whose first word has a digit in it": Case(
        "Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
        "B2B Diensten\n"
        "26001;05-12-2025;14-01-2026;1.210,00\n"
        "Smederij Vonk\n"
        "26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnummer",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "NAME"},
        asks={"heading": "NAME"},
        first=("26001", 121000),
    ),
    "number and name of the debtor in one cell": Case(
        "Debiteur;Factuur;Datum;Vervaldatum;Openstaand\n"
        "10023 Bakkerij Korst;26001;05-12-2025;14-01-2026;1.210,00\n"
        "10024 Smederij Vonk;26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuur",
            "debtor": "Debiteur",
            "issue_date": "Datum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        first=("26001", 121000),
    ),
    "the debtor only in its first row": Case(
        "Debiteurnr;Naam;Factuurnr;Factuurdatum;Vervaldatum;Openstaand\n"
        "10023;Bakkerij Korst;26001;05-12-2025;14-01-2026;1.210,00\n"
        ";;26004;07-01-2026;06-02-2026;60,50\n"
        "10024;Smederij Vonk;26002;07-01-2026;06-02-2026;60,50\n",
        {
            "number": "Factuurnr",
            "debtor_number": "Debiteurnr",
            "debtor_name": "Naam",
            "issue_date": "Factuurdatum",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"heading": "CELLS"},
        asks={"debtor_above": "yes"},
        first=("26001", 121000),
    ),
    "ageing columns that say what is open and when it fell due": Case(
        "Ouderdomsanalyse per 31-03-2026\n"
        "Klantnr;Klant;Factuur;Factuurdatum;Niet vervallen;1-30;31-60;61-90;> 90\n"
        "1;Korst BV;26001;05-12-2025;;;;1.210,00;\n"
        "2;Vonk BV;26002;27-03-2026;60,50;;;;\n",
        {
            "number": "Factuur",
            "debtor_number": "Klantnr",
            "debtor_name": "Klant",
            "issue_date": "Factuurdatum",
        },
        {
            "ageing": {
                "Niet vervallen": (-60, 0),
                "1-30": (1, 30),
                "31-60": (31, 60),
                "61-90": (61, 90),
                "> 90": (91, None),
            },
            "as_of_in_title": True,
        },
        asks={"longest_term": "60"},
        first=("26001", 121000),
    ),
    "ageing columns of which nobody says from which day they count": Case(
        "Klantnr;Klant;Factuur;Factuurdatum;0-30;31-60;61-90;90+\n"
        "1;Korst BV;26001;05-12-2025;;;1.210,00;\n"
        "2;Vonk BV;26002;27-01-2026;60,50;;;\n",
        {
            "number": "Factuur",
            "debtor_number": "Klantnr",
            "debtor_name": "Klant",
            "issue_date": "Factuurdatum",
        },
        {
            "ageing": {"0-30": (0, 30), "31-60": (31, 60), "61-90": (61, 90), "90+": (90, None)},
            "as_of": date(2026, 3, 31),
        },
        asks={"ageing": "due_date", "as_of": "2026-03-31"},
        first=("26001", 121000),
    ),
    "ageing columns beside a due date and what is open: they say nothing new": Case(
        "Klantnr;Klant;Factuur;Vervaldatum;Openstaand;0-30;31-60;61-90;90+\n"
        "1;Korst BV;26001;25-12-2025;1.210,00;;;1.210,00;\n"
        "2;Vonk BV;26002;27-01-2026;60,50;60,50;;;\n",
        {
            "number": "Factuur",
            "debtor_number": "Klantnr",
            "debtor_name": "Klant",
            "due_date": "Vervaldatum",
            "open": "Openstaand",
        },
        {"ageing": {}},
        first=("26001", 121000),
    ),
    "brackets for what is below zero, and the sign of the euro": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\n"
        "Korst BV;F1;24-02-2026;€ 1.210,00\n"
        "Vonk BV;C1;28-01-2026;(€ 60,50)\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"negative": "BRACKETS"},
        first=("F1", 121000),
    ),
    "months by name": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\n"
        "Korst BV;F1;24 mrt 2026;1210,00\n"
        "Vonk BV;C1;8 okt 2025;60,50\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"dates": "d mmm yyyy"},
        first=("F1", 121000),
    ),
    "days without separators": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\n"
        "Korst BV;F1;20260324;1210,00\n"
        "Vonk BV;C1;20251008;60,50\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"dates": "yyyymmdd"},
        first=("F1", 121000),
    ),
    "day numbers of a spreadsheet": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;46097;1210,00\nVonk BV;C1;46112;60,50\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"dates": "serial"},
        first=("F1", 121000),
    ),
    "a German list": Case(
        "Kunden-Nr.;Kunde;Rechnungs-Nr.;Rechnungsdatum;Fällig am;Betrag;Offen;Währung\n"
        "700;Bäckerei Kruste;R-1;05.01.2026;04.02.2026;1.210,00;1.210,00;EUR\n"
        "701;Schmiede Funke;R-2;31.01.2026;02.03.2026;60,50;10,00;EUR\n",
        {
            "number": "Rechnungs-Nr.",
            "debtor_number": "Kunden-Nr.",
            "debtor_name": "Kunde",
            "issue_date": "Rechnungsdatum",
            "due_date": "Fällig am",
            "total": "Betrag",
            "open": "Offen",
            "currency": "Währung",
        },
        {"dates": "dd.mm.yyyy"},
        first=("R-1", 121000),
    ),
    "days that can be in either order": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;03-02-2026;1210,00\nVonk BV;F2;04-05-2026;60,50\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"dates": "dd-mm-yyyy"},
        asks={"dates": "dd-mm-yyyy"},
        first=("F1", 121000),
    ),
    "a point that parts thousands, or cents": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;23-02-2026;1.210\nVonk BV;F2;04-05-2026;2.500\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"decimal": ",", "thousands": "."},
        asks={"amounts": "decimal_comma_thousands_point"},
        first=("F1", 121000),
    ),
    "amounts with parts of a cent": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand\nKorst BV;F1;23-02-2026;12.3456\nVonk BV;F2;04-05-2026;2.50\n",
        {"number": "Factuurnr", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        {"decimal": ".", "round_to_cents": True},
        asks={"rounding": "yes"},
        first=("F1", 1235),
    ),
    "two columns that could both be what is open": Case(
        "Debiteur;Factuurnr;Vervaldatum;Openstaand;Nog te ontvangen\n"
        "Korst BV;F1;23-02-2026;12,00;10,00\nVonk BV;F2;04-05-2026;2,50;2,50\n",
        {
            "number": "Factuurnr",
            "debtor_name": "Debiteur",
            "due_date": "Vervaldatum",
            "open": "Nog te ontvangen",
        },
        asks={"open": "5"},
        first=("F1", 1000),
    ),
    "two columns that could both be the number of the invoice": Case(
        "Debiteur;Boekstuk;Document;Vervaldatum;Openstaand\n"
        "Korst BV;B1;F1;23-02-2026;12,00\nVonk BV;B2;F2;04-05-2026;2,50\n",
        {"number": "Document", "debtor_name": "Debiteur", "due_date": "Vervaldatum", "open": "Openstaand"},
        asks={"number": "3"},
        first=("F1", 1200),
    ),
    "one column of amounts that may be of the invoice": Case(
        "Klant;Factuurnr;Vervaldatum;Bedrag\nKorst BV;F1;23-02-2026;12,00\nVonk BV;F2;04-05-2026;2,50\n",
        {"number": "Factuurnr", "debtor_name": "Klant", "due_date": "Vervaldatum", "open": "Bedrag"},
        asks={"open": "4"},
        first=("F1", 1200),
    ),
    "amounts in dollars": Case(
        "Customer,Invoice No,Due Date,Open Balance\nKorst BV,F1,2026-02-23,$12.00\nVonk BV,F2,2026-05-04,$2.50\n",
        {"number": "Invoice No", "debtor_name": "Customer", "due_date": "Due Date", "open": "Open Balance"},
        {"currency": "USD"},
        asks={"currency": "USD"},
        first=("F1", 1200),
    ),
    "a currency in a title": Case(
        "Customer,Invoice No,Due Date,Open amount,Amount CHF\n"
        "Korst BV,F1,2026-02-23,12.00,12.00\nVonk BV,F2,2026-05-04,2.50,2.50\n",
        {"number": "Invoice No", "debtor_name": "Customer", "due_date": "Due Date", "open": "Open amount"},
        {"currency": "EUR"},
        first=("F1", 1200),
    ),
    "amounts in euros beside a column with another currency": Case(
        "Customer No.,Document No.,Due Date,Currency Code,Remaining Amt. (LCY)\n"
        "K1,F1,2026-02-23,USD,12.00\nK2,F2,2026-05-04,,2.50\n",
        {
            "number": "Document No.",
            "debtor_number": "Customer No.",
            "due_date": "Due Date",
            "open": "Remaining Amt. (LCY)",
        },
        {"currency": "EUR"},
        asks={"currency": "EUR"},
        first=("F1", 1200),
    ),
}
