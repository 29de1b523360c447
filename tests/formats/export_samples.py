"""The same movements of a fictional firm, written as each bank writes them in its own CSV or TAB file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from stdnum import iban as stdnum_iban


def iban_of(bank: str, account: int) -> str:
    """Return a Dutch IBAN with right check digits."""
    body = f"{bank}{account:010d}"
    return f"NL{stdnum_iban.calc_check_digits('NL00' + body)}{body}"


OPENING_CENTS = 100_000
PAYER_IBAN = iban_of("RABO", 123456789)


@dataclass(frozen=True)
class Moved:
    """One movement, as the writers below put it in a file."""

    day: date
    cents: int
    name: str = "Bakkerij Korst & Kruim"
    iban: str = PAYER_IBAN
    words: str = "factuur 2026-0042"
    after_cents: int = 0

    @property
    def before_cents(self) -> int:
        return self.after_cents - self.cents


def with_balances(moved: Sequence[Moved]) -> list[Moved]:
    """Return the movements with the balance after each."""
    balances = list(accumulate((one.cents for one in moved), initial=OPENING_CENTS))[1:]
    return [
        Moved(one.day, one.cents, one.name, one.iban, one.words, after)
        for one, after in zip(moved, balances, strict=True)
    ]


MOVED = with_balances(
    [
        Moved(date(2026, 10, 1), 121_000),
        Moved(date(2026, 10, 1), -4_550, "Drukkerij Inkt", iban_of("INGB", 7654321), "Briefpapier, 2 dozen"),
        Moved(
            date(2026, 10, 2),
            1_234_567,
            "Stichting De Haven",
            iban_of("ABNA", 417164300),
            "2026-0043 en 0044",
        ),
        Moved(date(2026, 10, 5), -1, "Café 't Hoekje", iban_of("TRIO", 254398), "koffie"),
    ]
)


@dataclass(frozen=True)
class Sample:
    """How one bank writes."""

    name: str
    format: str
    header: str
    row: Callable[[Moved], str]
    account: str
    newest_first: bool = False
    has_balance: bool = True
    encoding: str = "utf-8"
    line_end: str = "\r\n"

    def text(self, moved: Sequence[Moved] = MOVED) -> str:
        """Return the file with these movements."""
        rows = [self.row(one) for one in moved]
        if self.newest_first:
            rows.reverse()
        return self.line_end.join([*([self.header] if self.header else []), *rows, ""])

    def data(self, moved: Sequence[Moved] = MOVED) -> bytes:
        """Return the bytes of the file."""
        return self.text(moved).encode(self.encoding)


def comma(cents: int, *, sign: str = "", dots: bool = False) -> str:
    """Return 1234,56 or 1.234,56, with the sign wished for."""
    whole = f"{abs(cents) // 100:,}".replace(",", "." if dots else "")
    return f"{'-' if cents < 0 else sign}{whole},{abs(cents) % 100:02d}"


def point(cents: int) -> str:
    """Return 1234.56."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def quoted(delimiter: str, *cells: str) -> str:
    """Return a row with every cell between double quotes."""
    return delimiter.join('"' + cell.replace('"', '""') + '"' for cell in cells)


ING = iban_of("INGB", 1234567)
RABO = iban_of("RABO", 300065264)
ABN = iban_of("ABNA", 417164300)
KNAB = iban_of("KNAB", 255000001)
BUNQ = iban_of("BUNQ", 2025123456)
TRIODOS = iban_of("TRIO", 123456789)
ASN = iban_of("ASNB", 8800000012)


def _ing_words(one: Moved) -> str:
    return (
        f"Naam: {one.name} Omschrijving: {one.words} IBAN: {one.iban} Kenmerk: NOTPROVIDED "
        f"Valutadatum: {one.day:%d-%m-%Y}"
    )


def _ing(delimiter: str, *, english: bool = False, balance: bool = True) -> Callable[[Moved], str]:
    def row(one: Moved) -> str:
        sign = ("Debit", "Credit") if english else ("Af", "Bij")
        cells = [f"{one.day:%Y%m%d}", one.name, ING, one.iban, "OV", sign[one.cents > 0]]
        cells += [comma(abs(one.cents), dots=not balance), "Overschrijving", _ing_words(one)]
        return quoted(delimiter, *cells, *([comma(one.after_cents), ""] if balance else []))

    return row


def _rabobank(one: Moved) -> str:
    cells = [RABO, "EUR", "RABONL2U", f"{one.after_cents:018d}", f"{one.day}", f"{one.day}"]
    cells += [
        comma(one.cents, sign="+"),
        comma(one.after_cents, sign="+"),
        one.iban,
        one.name,
        "",
        "",
        "RABONL2U",
    ]
    return quoted(",", *cells, "cb", "", "", "", "", "", one.words, " ", "", "", "", "", "")


def _rabobank_old(one: Moved) -> str:
    cells = [RABO, "EUR", f"{one.day:%Y%m%d}", "C" if one.cents > 0 else "D", point(abs(one.cents)), one.iban]
    cells += [one.name, f"{one.day:%Y%m%d}", "cb", "", one.words, "", "", "", "", "", "", "", ""]
    return quoted(",", *cells)


def _abn_words(one: Moved) -> str:
    return f"/TRTP/SEPA OVERBOEKING/IBAN/{one.iban}/BIC/RABONL2U/NAME/{one.name}/REMI/{one.words}/EREF/NOTPROVIDED"


def _abn_columns(one: Moved) -> str:
    """Return the words in two columns of 32 places, as ABN AMRO prints them."""
    pieces = ["SEPA Overboeking", f"IBAN: {one.iban}", "BIC: RABONL2U", f"Naam: {one.name}"]
    words = f"Omschrijving: {one.words}"
    pieces += [words[start : start + 32] for start in range(0, len(words), 32)]
    lines = [pieces[place : place + 2] for place in range(0, len(pieces), 2)]
    return "".join(f"{left:32} {(right or [''])[0]:32}" for left, *right in lines)


def _abn_tab(one: Moved) -> str:
    cells = ["417164300", "EUR", f"{one.day:%Y%m%d}", comma(one.before_cents), comma(one.after_cents)]
    return "\t".join([*cells, f"{one.day:%Y%m%d}", comma(one.cents), _abn_columns(one)])


def _abn(one: Moved) -> str:
    cells = ["417164300", "EUR", f"{one.day:%Y%m%d}", f"{one.day:%Y%m%d}"]
    return ",".join(
        [*cells, point(one.before_cents), point(one.after_cents), point(one.cents), f'"{_abn_words(one)}"']
    )


def _abn_dutch(one: Moved) -> str:
    cells = ["417164300", "EUR", f"{one.day:%Y%m%d}", f"{one.day:%Y%m%d}"]
    return ";".join(
        [*cells, comma(one.before_cents), comma(one.after_cents), comma(one.cents), _abn_words(one)]
    )


def _knab(one: Moved) -> str:
    cells = [
        KNAB,
        f"{one.day:%d-%m-%Y}",
        "EUR",
        "C" if one.cents > 0 else "D",
        comma(abs(one.cents)),
        one.iban,
    ]
    cells += [
        one.name,
        f"{one.day:%d-%m-%Y}",
        "Overboeking",
        one.words,
        "",
        "",
        "",
        "",
        "C0A1",
        f"{one.day:%d-%m-%Y}",
    ]
    return quoted(";", *cells) + ";"


def _bunq(one: Moved) -> str:
    cells = [f"{one.day}", f"{one.day}", comma(one.cents, dots=True), BUNQ, one.iban, one.name, one.words]
    return quoted(",", *cells)


def _triodos(one: Moved) -> str:
    cells = [
        f"{one.day:%d-%m-%Y}",
        TRIODOS,
        comma(abs(one.cents), dots=True),
        "Credit" if one.cents > 0 else "Debet",
    ]
    return quoted(",", *cells, one.name, one.iban, "ET", one.words, comma(one.after_cents, dots=True))


def _volksbank(one: Moved) -> str:
    cells = [
        f"{one.day:%d-%m-%Y}",
        ASN,
        one.iban,
        one.name,
        "",
        "",
        "",
        "EUR",
        point(one.before_cents),
        "EUR",
    ]
    cells += [point(one.cents), f"{one.day:%d-%m-%Y}", f"{one.day:%d-%m-%Y}", "8810", "OVS", "51392971", ""]
    return ",".join([*cells, f"'{one.words}'", "10"])


def _n26(one: Moved) -> str:
    return quoted(
        ",",
        f"{one.day}",
        f"{one.day}",
        one.name,
        one.iban,
        "Credit Transfer",
        one.words,
        "Main",
        point(one.cents),
        "",
        "",
        "",
    )


def _revolut(one: Moved) -> str:
    kind = "From" if one.cents > 0 else "To"
    cells = [
        f"{one.day}",
        f"{one.day}",
        "6a1f",
        "TRANSFER",
        "COMPLETED",
        f"{kind} {one.name}",
        f'"{one.words}"',
        "",
    ]
    cells += ["EUR", point(one.cents), "EUR", point(one.cents), point(one.cents), "0.00", "EUR"]
    return ",".join([*cells, point(one.after_cents), "EUR Main", "", ""])


def _wise(one: Moved) -> str:
    payer, payee = (one.name, "De Linde B.V.") if one.cents > 0 else ("De Linde B.V.", one.name)
    cells = ["TRANSFER-1", f"{one.day:%d-%m-%Y}", point(one.cents), "EUR", f"Money, {one.name}", one.words]
    return quoted(
        ",", *cells, point(one.after_cents), "", "", "", payer, payee, "", "", "", "", "", "", "0.00"
    )


ING_HEADER = (
    "Datum",
    "Naam / Omschrijving",
    "Rekening",
    "Tegenrekening",
    "Code",
    "Af Bij",
    "Bedrag (EUR)",
    "Mutatiesoort",
    "Mededelingen",
)
ING_ENGLISH = (
    "Date",
    "Name / Description",
    "Account",
    "Counterparty",
    "Code",
    "Debit/credit",
    "Amount (EUR)",
    "Transaction type",
    "Notifications",
    "Resulting balance",
    "Tag",
)
RABOBANK_HEADER = (
    "IBAN/BBAN|Munt|BIC|Volgnr|Datum|Rentedatum|Bedrag|Saldo na trn|Tegenrekening IBAN/BBAN|Naam tegenpartij|"
    "Naam uiteindelijke partij|Naam initiërende partij|BIC tegenpartij|Code|Batch ID|Transactiereferentie|"
    "Machtigingskenmerk|Incassant ID|Betalingskenmerk|Omschrijving-1|Omschrijving-2|Omschrijving-3|Reden retour|"
    "Oorspr bedrag|Oorspr munt|Koers"
).split("|")
RABOBANK_ENGLISH = (
    "IBAN/BBAN|Ccy|BIC|Seq No|Date|Value Date|Amount|Bal After Bkng|Counterpty IBAN/BBAN|Name Counterpty|"
    "Name Ultimate Pty|Name Initiating Pty|Counterpty BIC|Code|Batch ID|Transaction Reference|Mandate Reference|"
    "Collector ID|Payment Reference|Description-1|Description-2|Description-3|Reasoncode|Instr Amt|Instr Ccy|Rate"
).split("|")
KNAB_HEADER = (
    "KNAB EXPORT;;;;;;;;;;;;;;;;\r\nRekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;"
    "Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;"
    "Referentie;Boekdatum;"
)
ASN_HEADER = (
    "Datum,Je rekening,Van / naar,Naam,Adres,Postcode,Woonplaats,Valuta saldo,Saldo voor boeking,Valuta,"
    "Bedrag bij / af,Verwerkingsdatum,Valutadatum,Code,Type,Volgnummer,Betalingskenmerk,Omschrijving,Afschriftnummer"
)
REVOLUT_HEADER = (
    "Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,Orig currency,Orig amount,"
    "Payment currency,Amount,Total amount,Fee,Fee currency,Balance,Account,Beneficiary IBAN,Beneficiary BIC"
)
WISE_HEADER = (
    "TransferWise ID|Date|Amount|Currency|Description|Payment Reference|Running Balance|Exchange From|Exchange To|"
    "Exchange Rate|Payer Name|Payee Name|Payee Account Number|Merchant|Card Last Four Digits|Card Holder Full Name|"
    "Attachment|Note|Total fees"
).split("|")
N26_HEADER = (
    "Booking Date|Value Date|Partner Name|Partner Iban|Type|Payment Reference|Account Name|Amount (EUR)|"
    "Original Amount|Original Currency|Exchange Rate"
).split("|")
TRIODOS_HEADER = (
    "Boekdatum|Rekeningnummer|Bedrag|Debet / Credit|Naam tegenrekening|Tegenrekening|Code|Omschrijving|"
    "Saldo na boeking"
).split("|")
BUNQ_HEADER = ("Date", "Interest Date", "Amount", "Account", "Counterparty", "Name", "Description")
ABN_HEADER = "accountNumber,mutationcode,transactiondate,valuedate,startsaldo,endsaldo,amount,description"
ABN_DUTCH = (
    "Rekeningnummer;Muntsoort;Transactiedatum;Rentedatum;Beginsaldo;Eindsaldo;Transactiebedrag;Omschrijving"
)

SAMPLES = (
    Sample(
        "ING with balances",
        "export.ing",
        quoted(";", *ING_HEADER, "Saldo na mutatie", "Tag"),
        _ing(";"),
        ING,
        newest_first=True,
    ),
    Sample(
        "ING in English",
        "export.ing",
        quoted(";", *ING_ENGLISH),
        _ing(";", english=True),
        ING,
        newest_first=True,
    ),
    Sample(
        "ING with commas",
        "export.ing",
        quoted(",", *ING_HEADER),
        _ing(",", balance=False),
        ING,
        newest_first=True,
        has_balance=False,
    ),
    Sample("Rabobank", "export.rabobank", quoted(",", *RABOBANK_HEADER), _rabobank, RABO, encoding="cp1252"),
    Sample(
        "Rabobank in English",
        "export.rabobank",
        quoted(",", *RABOBANK_ENGLISH),
        _rabobank,
        RABO,
        line_end="\n",
    ),
    Sample(
        "Rabobank before 2018",
        "export.rabobank",
        "",
        _rabobank_old,
        RABO,
        has_balance=False,
        encoding="cp1252",
    ),
    Sample("ABN AMRO TAB", "export.abnamro", "", _abn_tab, "417164300"),
    Sample("ABN AMRO in English", "export.abnamro", ABN_HEADER, _abn, "417164300"),
    Sample("ABN AMRO in Dutch", "export.abnamro", ABN_DUTCH, _abn_dutch, "417164300"),
    Sample("Knab", "export.knab", KNAB_HEADER, _knab, KNAB, has_balance=False, encoding="utf-8-sig"),
    Sample(
        "bunq", "export.bunq", quoted(",", *BUNQ_HEADER), _bunq, BUNQ, newest_first=True, has_balance=False
    ),
    Sample("Triodos", "export.triodos", quoted(",", *TRIODOS_HEADER), _triodos, TRIODOS, newest_first=True),
    Sample("Triodos without header", "export.triodos", "", _triodos, TRIODOS, encoding="iso-8859-15"),
    Sample("ASN without header", "export.volksbank", "", _volksbank, ASN, encoding="utf-16"),
    Sample("ASN with header", "export.volksbank", ASN_HEADER, _volksbank, ASN, newest_first=True),
    Sample("N26", "export.n26", quoted(",", *N26_HEADER), _n26, "", has_balance=False),
    Sample("Revolut Business", "export.revolut", REVOLUT_HEADER, _revolut, "", newest_first=True),
    Sample("Wise", "export.wise", quoted(",", *WISE_HEADER), _wise, "", newest_first=True),
)
