"""The words that people write before a number, and what they call it.

>>> call_of(["UW", "FACTUURNUMMER"]), call_of(["KLANTNR"]), call_of(["HUISNR"]), call_of(["JANSEN"])
('INVOICE', 'DEBTOR', 'OTHER', '')
"""

import re
from collections.abc import Sequence
from typing import Literal

from voldaan.domain.matching.written.months import MONTHS

Call = Literal["INVOICE", "DEBTOR", "ORDER", "CREDIT_NOTE", "PART", "OTHER", ""]
"""What the words before a number call it; OTHER: something that is no number of ours; empty: nothing.

PART: a few digits are how many of something it is, a long number can be the invoice: `2e termijn 2026-0412`.
"""

_WORDS: dict[Call, str] = {
    "INVOICE": """FACTUUR FACTUREN FAKTUUR FAKTUREN FACTS FACT FAC FAK FAKT FCT FTR FA F FN FNS FNO NOTA NOTAS
        REKENING REKENINGEN REK R RN RKN RK INVOICE INVOICES INV INVNR RECHNUNG RECHNUNGS RECHNUNGEN RECH RG RGN RE
        FACTURE FACTURES FAKTURA FAKTURE KENMERK KENM KENMERKEN BETALINGSKENMERK BETAALKENMERK BETALINGSKENM BETKENM
        BETK BK KMK REF REFERENTIE REFERENTIES REFERENCE REFERENZ BON BONNEN DECLARATIE DECL BELEG BILL BILLS DOC
        DOCUMENT STUK BOEKSTUK VERKOOPFACTUUR VF SF PAYREF PAYMENTREF BETALINGSREFERENTIE""",
    "DEBTOR": """KLANT KLANTEN KLNT KLT KL DEB DEBITEUR DEBITEUREN DEBITEURS DEBT RELATIE RELATIES REL LID LEDEN
        LIDMAATSCHAP LIDMAATSCHAPS CONTRACT CONTRACTEN CONTR CUSTOMER CUST KUNDE KUNDEN KD KDNR CLIENT CLIENTEN CLNT
        ABONNEE ABONNEMENT ABONNEMENTS ABO MEMBER DONATEUR DONATEURS HUURDER HUURDERS PATIENT PATIENTEN LEERLING
        DEELNEMER CURSIST PROJECT PROJ PROJECTEN""",
    "ORDER": """ORDER ORDERS ORD BESTELLING BESTELLINGEN BESTEL BEST PO OPDRACHT OPDRACHTEN OPDRACHTS INKOOPORDER
        INKOOP INK PURCHASE BESTELLUNG COMMANDE VERKOOPORDER WERKORDER""",
    "CREDIT_NOTE": """CREDITNOTA CREDITNOTAS CREDITFACTUUR CREDITFACTUREN CREDIT CREDITERING CRED CN CR KREDIT
        CREDITNOTE GUTSCHRIFT AVOIR""",
    "PART": "TERMIJN TERMIJNEN DEEL DEELBETALING KORTING BETALINGSKORTING",
    "OTHER": """PAS PASS PASVOLG PINPAS KAART KAARTEN CARD TERMINAL TERM TRM TERMID TRANSACTIE TRANSACTION TRX TRANS
        MACHTIGING MACHTIGINGS MANDAAT MANDATE MANDAATID MACHTIGINGSID INCASSANT INCASSANTID SEPA BATCH AUTH
        AUTORISATIE TEL TELEFOON TELEFOONS MOBIEL MOB PHONE FAX GSM IBAN BIC SWIFT BANK BANKREKENING REKENINGHOUDER
        POSTCODE PC POSTBUS KVK BTW VAT BSN RSIN OB LOONHEFFING HUIS HNR KAMER APP APPARTEMENT UNIT KENTEKEN WEEK WK
        WEEKNR KWARTAAL KW KWART Q MAAND MND JAAR PERIODE PERIOD PAG PAGINA BLAD POLIS AANTAL
        EUR EURO BEDRAG TOTAAL TOTAL SALDO GEB GEBOORTEDATUM GEBOREN VOLG TIJD TIME OM
        ARTIKEL ART LOT SERIE CHASSIS MEETER METER METERSTAND LIGPLAATS STAANPLAATS PARKEERPLAATS PLAATS BOX RIT LOKAAL
        ZAAL STALLING TAFEL KLUIS KAVEL PERCEEL STAND CHALET WONING GARAGEBOX LOCKER CREDITEUR CREDITEUREN
        FACTUURDATUM NOTADATUM VERVALDATUM INVOICEDATE""",
}
_NUMBER_WORDS = frozenset("NR NRS NO NOS NUM NUMMER NUMMERS NUMBER NUMBERS NUMERO ID CODE N".split())
_FILLERS = frozenset("UW ONS ONZE MIJN ONDER MET DE HET EN S IS ZIJN HIERBIJ NUMMER".split())
"""Words that may stand between the word for an invoice and its number."""

_SURE_BEGINNINGS = (
    "FACTU",
    "FAKTU",
    "FACTR",
    "FACUU",
    "FATUU",
    "FATCU",
    "RECHN",
    "INVOI",
    "BETALINGSK",
    "BETAALK",
)
"""A word that begins so is one for an invoice, however it goes on: people mistype the end."""
_SURE_ENDS = ("FACTUUR", "FACTUREN", "NOTA", "FAKTUUR")
_NUMBER_ENDS = ("NUMMERS", "NUMMER", "NUMBER", "NRS", "NR")
_NUMBER_ENDS_OF_KNOWN = ("NUM", "NO", "ID", "CODE", "S")

_CALL: dict[str, Call] = {word: call for call, words in _WORDS.items() for word in words.split()}

AND_WORDS = frozenset("EN AND UND ET PLUS ALSMEDE ALSOOK".split())
TO_WORDS = frozenset(("TM", "TOT", "TOTENMET", "BIS", "THRU", "THROUGH", "TO"))
MORE_FOLLOW = re.compile(
    r"\bEN VOLGENDEN?\b(?! *(?:WEEK|MAAND|KEER|JAAR))|\bE\.? ?V\.?(?![A-Z.])|\b(?:EVV|ENZ|ENZOVOORT|ETC)\b"
)
"""After a number that is the first of several."""
SAYS_PART = re.compile(
    r"\b(?:(?:[0-9]+ ?(?:E|STE|DE)?|EERSTE|TWEEDE|DERDE|VIERDE|LAATSTE|VOLGENDE) (?:(?:BETAAL|DEEL)?TERMIJN|DEEL)"
    r"|SLOTTERMIJN|IN TERMIJNEN|TERMIJN [0-9]|[A-Z]*DEELBETALING|GEDEELTE|HELFT|AANBETALING|AFLOSSING|AFBETALING"
    r"|1/2|50 ?%|1 VAN [234]|RESTANT|RESTBEDRAG|REST|TEILZAHLUNG|PART(?:IAL)? PAYMENT|INSTALMENT)(?![A-Z])"
)
"""A word for a payment of a part."""
_PLAIN = frozenset(
    """VAN VOOR PER AAN BIJ BETR BTR INZ DANK THX VRIEND GR MVG OP TE TOT TM DE HET EN IN UIT NAAR AND UND FOR THE OF
    REMI SVWZ EREF KREF INFO NAME DOSSIER DOSSIERS ZAAK
    DATUM DATE DD DDO
    HUUR BET BETA MW DHR HR FAM BV NV VOF NL ETC ZIE OOK INCL EXCL PLUS SPOED WEB WWW VIA MEVR""".split()
)
_GOODS = frozenset(
    """CONTRIBUTIE LES LESGELD LESSEN PREMIE KOSTEN BETALING BETAALD OVERBOEKING BIJDRAGE SCHOOLGELD ENERGIE WATER GAS
    STROOM SERVICE SERVICEKOSTEN ONDERHOUD""".split()
)
"""What invoices are for: a few digits after such a word can be the end of a number."""


def may_stand_before_an_end(word: str) -> bool:
    """Test if a few digits after a word in capitals can be the end of an invoice number: not `route 205`, `hal 112`."""
    return is_known_word(word) or word in _GOODS or word in _FILLERS


def call_of(words: Sequence[str]) -> Call:
    """Return what the words right before a number call it, the last first. Words are capitals."""
    numbered = False
    for word in reversed(words[-6:]):
        if word in _NUMBER_WORDS:
            numbered = True
            continue
        if (call := _call_of_word(word)) or word not in _FILLERS:
            return call or ("INVOICE" if numbered and not _names_something(word) else "")
    return "INVOICE" if numbered else ""


def is_invoice_word(word: str) -> bool:
    """Test if a word in capitals, or several joined, is one for an invoice."""
    return word in _NUMBER_WORDS or _call_of_word(word) == "INVOICE"


def is_known_word(word: str) -> bool:
    """Test if letters written against a number are a word of their own, and not letters of the number."""
    return bool(_call_of_word(word)) or word in _PLAIN or word in MONTHS or word in _NUMBER_WORDS


def _names_something(word: str) -> bool:
    """Test if a word makes a compound with `nummer` that was written apart: `huis nummer 12`."""
    return word not in _PLAIN and word not in MONTHS and len(word) > 1


def _call_of_word(word: str) -> Call:
    known = _CALL.get(word)
    if known:
        return known
    if word.startswith(_SURE_BEGINNINGS) or word.endswith(_SURE_ENDS):
        return "INVOICE"
    for end in _NUMBER_ENDS:
        if word.endswith(end) and len(word) > len(end):
            return _CALL.get(word.removesuffix(end), "OTHER")
    for end in _NUMBER_ENDS_OF_KNOWN:
        if word.endswith(end) and word.removesuffix(end) in _CALL and len(word) > len(end) + 1:
            return _CALL[word.removesuffix(end)]
    return ""
