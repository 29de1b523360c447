"""Files about money that are no Dutch bank's export: known by their first bytes, so that they are refused by name."""

import re

from voldaan.formats.bank.exports_layouts import plain_title
from voldaan.formats.bank.exports_table import DELIMITERS, first_line, split

_MARKS = (
    (re.compile(rb"\s*OFXHEADER\s*:|\s*(?:<\?xml[^>]*>\s*)?<(?:\?OFX|OFX>)"), "een bankbestand in OFX (QFX)"),
    (re.compile(rb"\s*!(?:Type|Account|Option)[: ]", re.IGNORECASE), "een bankbestand in QIF"),
    (
        re.compile(rb"00000[0-9]{11}[D ] {7}"),
        "een Belgisch afschrift in CODA",
    ),
    (re.compile(rb"01,[^,\r\n]*,[^,\r\n]*,[0-9]{6},[0-9]{4},"), "een Amerikaans afschrift in BAI2"),
    (re.compile(rb"\s*International Card Services B"), "een creditcardoverzicht van ICS"),
    (re.compile(rb"0001A?\s?CLIEOP", re.IGNORECASE), "een opdracht aan de bank in ClieOp03"),
    (re.compile(rb"11[0-9]{18}[0-9]{6}[0-9]{6}[12][0-9]{14}[0-9]{3}"), "een Spaans afschrift in Norma 43"),
    (re.compile(rb"01[0-9]{5}\s{4}[0-9]{5}[A-Z]{3}[0-9 ]\s?"), "een Frans afschrift in CFONB 120"),
)

_HEADERS = (
    (("Creditcard Nummer", "Productnaam"), "een creditcardoverzicht van Rabobank (CSV)"),
    (("Credit Card Number", "Product Name"), "een creditcardoverzicht van Rabobank (CSV)"),
    (("Mutatiesoort", "Af Bij", "Bedrag (EUR)", "Kaartnummer"), "een creditcardoverzicht van ING (CSV)"),
    (
        ("Transaction type", "Debit/credit", "Amount (EUR)", "Card number"),
        "een creditcardoverzicht van ING (CSV)",
    ),
    (
        ("Source amount (after fees)", "Target amount (after fees)"),
        "een lijst van overboekingen van Wise (CSV)",
    ),
    (("Date", "TimeZone", "Gross", "Fee", "Net"), "een overzicht van PayPal (CSV)"),
    (("Date", "Time Zone", "Gross", "Fee", "Net"), "een overzicht van PayPal (CSV)"),
    (("Datum", "Tijdzone", "Bruto", "Net"), "een overzicht van PayPal (CSV)"),
    (
        ("Ref. v/d verrichting", "Bedrag v/d verrichting", "Munt"),
        "een bankoverzicht in een Belgische indeling (CSV)",
    ),
    (("Payment method", "Consumer name", "Settlement reference"), "een overzicht van Mollie (CSV)"),
    (("Betaalmethode", "Status", "ID", "Consumentnaam"), "een overzicht van Mollie (CSV)"),
    (("Psp Reference", "Merchant Reference", "Payment Method"), "een overzicht van Adyen (CSV)"),
    (("id", "Type", "Fee", "Net", "Available On (UTC)"), "een overzicht van Stripe (CSV)"),
    (("Tijd", "Valutadatum", "ISIN", "Mutatie", "Saldo"), "een rekeningoverzicht van DEGIRO (CSV)"),
    (("Time", "Value date", "ISIN", "Change", "Balance"), "een rekeningoverzicht van DEGIRO (CSV)"),
    (("id", "created", "local_amount", "local_currency"), "een bankoverzicht van Monzo (CSV)"),
    (("Details", "Posting Date", "Description", "Check or Slip #"), "een bankoverzicht van Chase (CSV)"),
    (("Transaction Date", "Post Date", "Category", "Memo"), "een creditcardoverzicht van Chase (CSV)"),
    (
        ("Auftragskonto", "Buchungstag", "Verwendungszweck"),
        "een bankoverzicht van een Duitse Sparkasse (CSV)",
    ),
    (("Umsatz getätigt von", "Buchungsbetrag"), "een Duits creditcardoverzicht (CSV)"),
    (("Buchungstag", "Verwendungszweck"), "een Duits bankoverzicht (CSV)"),
    (("Posting date", "Variable symbol 1", "Counteraccount name"), "een Tsjechisch bankoverzicht (CSV)"),
    (("Položka", "Variabilní symbol 1"), "een Tsjechisch bankoverzicht (CSV)"),
    (("Tranzakció dátuma", "Partner neve"), "een Hongaars bankoverzicht (CSV)"),
    (("Volgnummer", "Uitvoeringsdatum", "Valutadatum"), "een bankoverzicht van BNP Paribas Fortis (CSV)"),
    (("Rubrieknaam", "Afschriftnummer", "Omschrijving", "Saldo"), "een bankoverzicht van KBC (CSV)"),
    (("Rekening", "Boekingsdatum", "Rekeninguittrekselnummer"), "een bankoverzicht van Belfius (CSV)"),
    (("Omzetnummer", "Rekeningnummer", "Boekingsdatum"), "een bankoverzicht van ING België (CSV)"),
    (("Date", "Label", "Amount", "Partner Name", "Bank Account"), "een bankoverzicht voor Odoo (CSV)"),
    (
        ("Date", "Label", "Debit", "Credit", "Partner Name", "Bank Account"),
        "een bankoverzicht voor Odoo (CSV)",
    ),
)
"""Titles that together only this kind of file has."""

_WHOLE_HEADERS = (
    ("Date", "Description", "Amount", "Balance"),
    ("Date", "Details", "Debit", "Credit", "Balance"),
    ("Date Processed", "Description", "Amount"),
    ("Date", "Amount", "Description", "Payee"),
)
"""Headers that tell a bank's file as nothing else stands in them: no number, no debtor, no day to pay."""

_OF_A_BANK = "een bankoverzicht (CSV) van een bank die we niet kennen"


def foreign(head: bytes) -> str | None:
    """Return what kind of file the first bytes are, with its article, where it is one that we know and do not read."""
    for mark, kind in _MARKS:
        if mark.match(head.removeprefix(b"\xef\xbb\xbf")):
            return kind
    line = first_line(head)
    for delimiter in DELIMITERS:
        titles = [plain_title(cell) for cell in split(line, delimiter)]
        for header, kind in _HEADERS:
            if all(plain_title(title) in titles for title in header):
                return kind
        while titles and not titles[-1]:
            titles.pop()
        if any(titles == [plain_title(title) for title in header] for header in _WHOLE_HEADERS):
            return _OF_A_BANK
    return None
