"""The CSV and TAB files of the banks: the same movements, however a bank writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.export_samples import (
    ING,
    ING_HEADER,
    MOVED,
    OPENING_CENTS,
    RABO,
    RABOBANK_HEADER,
    SAMPLES,
    Moved,
    Sample,
    iban_of,
    quoted,
    with_balances,
)
from voldaan.formats.bank import exports
from voldaan.formats.source import Source
from voldaan.formats.spool import Shelf, Spool
from voldaan.formats.values import Refusal, Statement, Transaction

BY_NAME = {sample.name: sample for sample in SAMPLES}
NO_COUNTERPARTY_IBAN = {"Revolut Business", "Wise"}
PROVED = [sample for sample in SAMPLES if sample.has_balance]


def read(data: bytes | str, **options: bool) -> tuple[Statement, ...]:
    content = data.encode() if isinstance(data, str) else data
    return exports.read(Source.of_bytes(content, "afschrift.csv"), **options)


def refusal(data: bytes | str) -> str:
    with pytest.raises(Refusal) as caught:
        read(data)
    return " ".join(f"{problem.what} {problem.why}" for problem in caught.value.problems)


def movements(statement: Statement) -> list[tuple[date, int, str | None, str]]:
    return [
        (t.booking_date, t.amount_cents, t.counterparty_name, t.remittance) for t in statement.transactions
    ]


def only(data: bytes | str) -> Transaction:
    (statement,) = read(data)
    (transaction,) = statement.transactions
    return transaction


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_bank_tells_the_same_movements_the_oldest_first(sample: Sample) -> None:
    assert exports.recognises(sample.data())
    assert exports.foreign(sample.data()) is None
    (statement,) = read(sample.data())
    assert movements(statement) == [(one.day, one.cents, one.name, one.words) for one in MOVED]
    expected = {None} if sample.name in NO_COUNTERPARTY_IBAN else {one.iban for one in MOVED}
    assert {t.counterparty_iban for t in statement.transactions} == expected
    assert (statement.format, statement.bank_iban, statement.currency) == (
        sample.format,
        sample.account,
        "EUR",
    )
    assert (statement.opening_date, statement.closing_date) == (MOVED[0].day, MOVED[-1].day)
    assert statement.entries == len(MOVED)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_balances_stand_where_the_bank_gives_them_and_else_a_remark_says_so(sample: Sample) -> None:
    (statement,) = read(sample.data())
    if sample.has_balance:
        assert (statement.opening_cents, statement.closing_cents) == (OPENING_CENTS, MOVED[-1].after_cents)
        assert statement.balanced is True
    else:
        assert (statement.opening_cents, statement.closing_cents, statement.balanced) == (None, None, None)
    said = " ".join(remark.what for remark in statement.remarks)
    assert ("niet te bewijzen" in said) is not sample.has_balance
    assert ("Van welke rekening" in said) is (sample.account == "")


@given(st.binary(max_size=300), st.sampled_from(SAMPLES), st.integers(0, 2000))
def test_whatever_the_bytes_it_is_read_or_refused(noise: bytes, sample: Sample, place: int) -> None:
    data = sample.data()
    data = data[:place] + noise + data[place:]
    exports.foreign(data)
    try:
        found = read(data) if exports.recognises(data) else ()
    except Refusal as refused:
        assert all(problem.what and problem.why and problem.how_to_fix for problem in refused.problems)
    else:
        assert all(statement.balanced is not False for statement in found)


@given(st.integers(0, 3500).map(lambda count: list(range(count))))
def test_rows_that_were_put_away_are_read_backwards_too(rows: list[int]) -> None:
    shelf = Shelf(rows_in_memory=1000)
    spool: Spool[int] = shelf.spool()
    spool.extend(rows)
    assert list(reversed(spool)) == rows[::-1]


def test_several_accounts_in_one_file_give_a_statement_each() -> None:
    other = iban_of("RABO", 1500000)
    rows = BY_NAME["Rabobank"].text()
    mine = "\r\n".join(line for line in rows.replace(RABO, other).splitlines()[1:])
    statements = read(rows + mine)
    assert [(s.bank_iban, s.entries, s.balanced) for s in statements] == [(RABO, 4, True), (other, 4, True)]


def test_several_currencies_of_one_account_give_a_statement_each() -> None:
    text = BY_NAME["Rabobank"].text()
    dollars = "\r\n".join(line.replace('"EUR"', '"USD"', 1) for line in text.splitlines()[1:])
    assert [s.currency for s in read(text + dollars)] == ["EUR", "USD"]


def test_a_row_in_another_notation_than_its_bank_is_refused_with_its_line() -> None:
    text = BY_NAME["Rabobank"].text().replace('"+12345,67"', '"+12,345.67"')
    with pytest.raises(Refusal) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert (problem.line, "Rabobank" in problem.what, "12,345.67" in problem.why) == (4, True, True)


@pytest.mark.parametrize("amount", ["1,034", "-1.034", "12,345"])
def test_an_amount_that_may_be_thousands_or_not_is_refused_where_nothing_tells(amount: str) -> None:
    header = "Date,Interest Date,Amount,Account,Counterparty,Name,Description"
    row = f'2026-10-01,2026-10-01,"{amount}",{ING},,Bakkerij,F-42'
    assert "de centen ontbreken" in refusal(f"{header}\n{row}\n")


def test_triodos_puts_the_bank_before_the_account_of_the_payer() -> None:
    row = f'"05-10-2026","{ING}","12,10","Credit","Bakkerij","RABONL2U {RABO}","ET","F-42","112,10"'
    assert only(row + "\n").counterparty_iban == RABO


def test_two_notations_in_one_file_are_refused() -> None:
    text = BY_NAME["bunq"].text().replace('"-45,50"', '"-45.50"')
    assert "geen bedrag in de afgesproken notatie" in refusal(text)


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('"Bij"', '"Erbij"', "zegt niet of het bedrag eraf ging"),
        ('"20261002"', '"20261302"', "bestaat niet"),
        ('"20261002"', '"2 okt 2026"', "geen datum"),
        (f'"{ING}"', '"mijn rekening!"', "geen rekeningnummer"),
        ('"45,50"', '""', "Een leeg veld"),
        ('"45,50"', '"45,5x"', "geen bedrag"),
        ('"Bij";"1210,00"', '"Bij";"-1210,00"', "negatief"),
        ('"45,50";', '"45,50";"";"";', "kolommen"),
    ],
)
def test_a_row_that_is_not_as_ing_writes_it_is_refused(wrong: str, right: str, said: str) -> None:
    text = BY_NAME["ING with balances"].text()
    assert wrong in text
    assert said in refusal(text.replace(wrong, right))


def test_a_row_that_stops_halfway_is_refused() -> None:
    text = BY_NAME["ING with balances"].text().rstrip()
    assert "De regel is afgebroken." in refusal(text[:-200])


def test_a_file_without_a_booking_is_refused() -> None:
    assert "staat geen boeking" in refusal(quoted(";", *ING_HEADER) + "\n")


def test_ing_words_end_at_the_iban_of_the_payer_whatever_he_wrote() -> None:
    words = "IBAN: staat onder Kenmerk: 2026-0042"
    (statement,) = read(
        BY_NAME["ING with balances"].data(with_balances([Moved(date(2026, 10, 1), 100, words=words)]))
    )
    (transaction,) = statement.transactions
    assert (transaction.remittance, transaction.end_to_end_id) == (words, None)


def ing(words: str, *, iban: str = "", name: str = "") -> Transaction:
    header = quoted(";", *ING_HEADER)
    return only(
        header + "\n" + quoted(";", "20261001", name, ING, iban, "IC", "Bij", "1,00", "Incasso", words)
    )


@pytest.mark.parametrize(
    ("words", "field", "said"),
    [
        (
            "Naam: A. Bakker Omschrijving: dank IBAN: NL20INGB0001234567 Kenmerk: E2E-7",
            "end_to_end_id",
            "E2E-7",
        ),
        (
            "Naam: A. Bakker Omschrijving: dank IBAN: NL20INGB0001234567",
            "counterparty_iban",
            "NL20INGB0001234567",
        ),
        ("Naam: A. Bakker Omschrijving: dank Machtiging ID: M-1 Incassant ID: NL0", "mandate_id", "M-1"),
        (
            "Naam: A. Bakker Omschrijving: dank Overige partij: Winkel Valutadatum: 01-10-2026",
            "ultimate_name",
            "Winkel",
        ),
        (
            "Name: A. Bakker Description: thanks Reference: E2E-8 Value date: 01/10/2026",
            "end_to_end_id",
            "E2E-8",
        ),
        ("Naam: A. Bakker Betalingskenmerk: 5000 0569 0054 2416", "payment_reference", "5000056900542416"),
        ("Naam: A. Bakker Omschrijving: RF18539007547034", "payment_reference", "RF18539007547034"),
        ("Naam: A. Bakker Omschrijving: dank", "counterparty_name", "A. Bakker"),
        (
            "Pasvolgnr: 001 01-10-2026 10:15 Transactie: A1",
            "remittance",
            "Pasvolgnr: 001 01-10-2026 10:15 Transactie: A1",
        ),
    ],
)
def test_the_labels_in_the_words_of_ing_are_read(words: str, field: str, said: str) -> None:
    assert getattr(ing(words), field) == said


def test_savings_of_ing_have_a_layout_of_their_own() -> None:
    header = quoted(
        ";",
        *(
            "Datum",
            "Omschrijving",
            "Rekening",
            "Rekening naam",
            "Tegenrekening",
            "Af Bij",
            "Bedrag",
            "Valuta",
        ),
        *("Mutatiesoort", "Mededelingen", "Saldo na mutatie"),
    )
    row = quoted(
        ";",
        "2026-10-01",
        "Rente",
        "V 123-45678",
        "Spaarrekening",
        "",
        "Bij",
        "9,20",
        "EUR",
        "Rente",
        "",
        "109,20",
    )
    (statement,) = read(f"{header}\n{row}")
    assert (statement.bank_iban, statement.bank_account_name) == ("V12345678", "Spaarrekening")
    assert (statement.opening_cents, statement.closing_cents) == (10000, 10920)


def test_a_day_and_an_amount_without_their_zeros_are_read_too() -> None:
    header = "Date;Description;Account;Account name;Counterparty;Debit/credit;Amount;Currency;Transaction type;Notifications"
    rows = ["2-10-2026;Interest;K 444-12345;Spaarpot;;Credit;500;EUR;Rente;;1750"]
    (statement,) = read("\n".join([f"{header};Resulting balance", *rows]))
    assert (statement.opening_date, statement.opening_cents) == (date(2026, 10, 2), 125_000)


def rabobank(**cells: str) -> Transaction:
    values = dict.fromkeys(RABOBANK_HEADER, "")
    values |= {
        "IBAN/BBAN": RABO,
        "Munt": "EUR",
        "Datum": "2026-10-01",
        "Bedrag": "-1,00",
        "Saldo na trn": "+9,00",
    }
    values |= {title.replace("_", " "): cell for title, cell in cells.items()}
    return only(quoted(",", *RABOBANK_HEADER) + "\n" + quoted(",", *values.values()))


def test_rabobank_tells_reason_mandate_reference_and_the_party_behind() -> None:
    found = rabobank(
        Reden_retour="MD06",
        Machtigingskenmerk="M-1",
        Betalingskenmerk="5000056900542416",
        Transactiereferentie="E2E-1",
        Naam_tegenpartij="Betaaldienst",
        Naam_uiteindelijke_partij="A. Bakker",
    )
    assert (found.reversal, found.return_reason, found.mandate_id) == (True, "MD06", "M-1")
    assert (found.payment_reference, found.end_to_end_id) == ("5000056900542416", "E2E-1")
    assert (found.counterparty_name, found.ultimate_name) == ("Betaaldienst", "A. Bakker")


def test_abn_amro_prints_a_value_over_columns_that_join_without_a_space() -> None:
    long = "Factuur 2026-0042 van oktober, met dank voor de snelle levering"
    (statement,) = read(
        BY_NAME["ABN AMRO TAB"].data(with_balances([Moved(date(2026, 10, 1), 100, words=long)]))
    )
    assert statement.transactions[0].remittance == long


def test_abn_amro_is_read_where_a_program_dropped_the_spaces_of_its_columns() -> None:
    words = (
        "SEPA Incasso algemeen doorlopend Incassant: NL12ZZZ1 Naam: Bakkerij Korst "
        f"Machtiging: M-9 Omschrijving: F-42 IBAN: {RABO} Kenmerk: K-9"
    )
    found = only(f"{ING}\tEUR\t20261005\t100,00\t112,10\t20261005\t12,10\t{words}\n")
    assert (found.counterparty_name, found.counterparty_iban) == ("Bakkerij Korst", RABO)
    assert (found.remittance, found.mandate_id, found.end_to_end_id) == ("F-42", "M-9", "K-9")


def test_a_storno_of_de_volksbank_is_a_reversal() -> None:
    text = BY_NAME["ASN with header"].text().replace(",OVS,", ",STO,", 1)
    (statement,) = read(text)
    assert [t.reversal for t in statement.transactions].count(True) == 1


def test_a_reference_of_de_volksbank_is_read_without_its_quotes() -> None:
    day = "05-10-2026"
    row = (
        f"{day},{ING},{RABO},Korst,,,,EUR,100.00,EUR,12.10,{day},{day},8810,OVB,1,'8000000000000042','F-42',1"
    )
    assert only(row + "\n").payment_reference == "8000000000000042"


@pytest.mark.parametrize(
    "words", ["één, twee", "'s-Gravenhage, 2026-0042", "a,b,c,d", "", "'", "bij 't Hoekje"]
)
def test_words_between_single_quotes_keep_their_separators_and_apostrophes(words: str) -> None:
    moved = with_balances([Moved(date(2026, 10, 1), 100, words=words)])
    for name in ("ASN without header", "ASN with header"):
        (statement,) = read(BY_NAME[name].data(moved))
        assert statement.transactions[0].remittance == words


def test_what_revolut_asks_for_a_payment_is_a_movement_by_itself() -> None:
    header = BY_NAME["Revolut Business"].header
    row = "2026-10-01,2026-10-01,7c,TRANSFER,COMPLETED,From A. Bakker,F-1,,EUR,100.00,EUR,100.00,99.50,0.50,EUR,599.50,EUR Main,,"
    (statement,) = read(f"{header}\n{row}\n")
    assert [(t.amount_cents, t.charge) for t in statement.transactions] == [(10000, False), (-50, True)]
    assert (statement.opening_cents, statement.closing_cents, statement.balanced) == (50000, 59950, True)


def test_what_is_not_booked_is_left_out_and_said() -> None:
    text = BY_NAME["Revolut Business"].text(MOVED[:3]) + BY_NAME["Revolut Business"].row(MOVED[3]).replace(
        "COMPLETED", "PENDING"
    )
    (statement,) = read(text)
    assert statement.entries == 3
    assert "1 regel is niet geboekt" in statement.remarks[-1].what


def test_a_state_that_nobody_knows_is_refused() -> None:
    assert "status" in refusal(BY_NAME["Revolut Business"].text().replace("COMPLETED", "MAYBE", 1))


@pytest.mark.parametrize(
    ("header", "row", "cents", "name", "bank"),
    [
        (
            "Statut;Date de la valeur (UTC);Montant total (TTC);Devise;Nom du compte;IBAN du compte;Nom de la contrepartie",
            f"Exécuté;01-10-2026 09:12:00;-1210,00;EUR;Compte;{ING};Bakkerij",
            -121_000,
            "Bakkerij",
            "export.qonto",
        ),
        (
            "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance",
            "TRANSFER,Current,2026-09-30 23:10:00,2026-10-01 00:10:00,From Bakkerij,12.5,0.00,EUR,COMPLETED,112.50",
            1_250,
            None,
            "export.revolut",
        ),
        (
            "Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo",
            "Geld toevoegen,Betaalrekening,2026-09-30 23:10:00,2026-10-01 00:10:00,Van Bakkerij,12.5,0.00,EUR,VOLTOOID,112.50",
            1_250,
            None,
            "export.revolut",
        ),
        (
            "Date,Payee,Account number,Transaction type,Payment reference,Amount (EUR),Exchange Rate",
            "2026-10-01,Bakkerij,,Income,F-1,12.0,",
            1_200,
            "Bakkerij",
            "export.n26",
        ),
        (
            "Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Omschrijving",
            f"{ING};01-10-2026;EUR;Bijschrijvingen;6,5;;Bakkerij;F-1",
            650,
            "Bakkerij",
            "export.knab",
        ),
        (
            "Datum;Je rekening;Van / naar;Naam;Bedrag bij / af;Omschrijving;Categorie",
            f"01-10-2026;{ING};;Bakkerij;-12,34;F-1;Eten",
            -1_234,
            "Bakkerij",
            "export.volksbank",
        ),
    ],
)
def test_other_versions_of_a_layout_are_read_too(
    header: str, row: str, cents: int, name: str | None, bank: str
) -> None:
    (statement,) = read(f"{header}\n{row}\n")
    (transaction,) = statement.transactions
    assert (transaction.amount_cents, transaction.counterparty_name, statement.format) == (cents, name, bank)
    assert transaction.booking_date == date(2026, 10, 1)


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory() -> None:
    assert "meer dan een megabyte" in refusal(quoted(";", *ING_HEADER) + "\n" + "x" * (3 << 20))


def test_a_field_that_never_closes_is_refused() -> None:
    assert "niet te lezen" in refusal(quoted(";", *ING_HEADER) + '\n"' + "20261001\n" * 20_000)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\r\nOFXHEADER:100\r\nDATA:OFXSGML\r\n", "OFX"),
        (b"!Type:Bank\nD1/10'26\nT-5.00\n^\n", "QIF"),
        (b"0000001102672505        00099449  DE LINDE BV               KREDBEBB   00630366277 00000", "CODA"),
        (b"01,122099999,123456789,261001,0200,1,,,2/\n02,031001234,122099999,1,261001,,,2/\n", "BAI2"),
        (b"Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n", "Chase"),
        (
            b'"Tegenrekening IBAN","Munt","Creditcard Nummer","Productnaam","Datum","Bedrag"\n',
            "creditcardoverzicht",
        ),
        (
            b'"Datum";"Naam / Omschrijving";"Mutatiesoort";"Af Bij";"Bedrag (EUR)";"Kaartnummer"\n',
            "creditcardoverzicht",
        ),
        (b"Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n", "DEGIRO"),
        (b"11004900011234567890261001261031200000000100000978", "Norma 43"),
        (b"0130004    00123EUR2 00012345678", "CFONB 120"),
        (b"Date,Payment method,Currency,Amount,Status,ID,Consumer name,Settlement reference\n", "Mollie"),
        (b"id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC)\n", "Stripe"),
        (b"Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method\n", "Adyen"),
        (b"International Card Services BV        www.icscards.nl\n", "ICS"),
        (b"Date,Description,Amount,Balance\n10/02/2026,MERCHANT,-5.00,995.00\n", "bank die we niet kennen"),
        (
            b"Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer\n",
            "BNP Paribas Fortis",
        ),
    ],
)
def test_a_file_of_another_kind_is_known_by_name(head: bytes, kind: str) -> None:
    assert kind in (exports.foreign(head) or "")
    assert not exports.recognises(head)


@pytest.mark.parametrize(
    "head",
    [
        b"factuurnummer;debiteur;bedrag;vervaldatum\n2026-0042;1007;1210,00;31-10-2026\n",
        b"Datum;Omschrijving;Debet;Credit;Saldo\n01-10-2026;factuur;10,00;;10,00\n",
        b"",
        b"\n\n",
        b"een zin zonder kolommen",
    ],
)
def test_a_list_or_a_text_is_no_file_of_a_bank(head: bytes) -> None:
    assert exports.foreign(head) is None
    assert not exports.recognises(head)
