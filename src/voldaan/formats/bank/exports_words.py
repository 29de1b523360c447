"""The free text of a movement in a bank's own file: ING's labels, ABN AMRO as in its MT940, others bare."""

import re

from voldaan.formats.bank.mt940_codes import is_coded, read_codes
from voldaan.formats.bank.mt940_columns import read_columns
from voldaan.formats.bank.mt940_free import read_free
from voldaan.formats.bank.mt940_words import Words, iban_in, iso_reference, known, labelled_reference, tidy

_ING_FIELDS = {
    "Naam": "name",
    "Name": "name",
    "Omschrijving": "remittance",
    "Description": "remittance",
    "IBAN": "iban",
    "BIC": "",
    "Kenmerk": "end_to_end_id",
    "Reference": "end_to_end_id",
    "Machtiging ID": "mandate_id",
    "Mandate ID": "mandate_id",
    "SEPA ID machtiging": "mandate_id",
    "Betalingskenmerk": "payment_reference",
    "Payment reference": "payment_reference",
    "Incassant ID": "",
    "Creditor ID": "",
    "ID begunstigde": "",
    "Overige partij": "ultimate_name",
    "Other party": "ultimate_name",
    "Valutadatum": "",
    "Value date": "",
    "Datum/Tijd": "",
    "Date/time": "",
    "Pasvolgnr": "",
    "Card sequence no.": "",
    "Transactie": "",
    "Transaction": "",
    "Term": "",
}
"""The labels of ING, and the field that each one fills; "" for what we do not keep apart."""
_ING_LABEL = re.compile(rf"(?:^|(?<=\s))({'|'.join(map(re.escape, _ING_FIELDS))}):\s?")
_ING_START = ("Naam:", "Name:", "Omschrijving:", "Description:")
_ING_WORDS = re.compile(
    r"(?:(?:Naam|Name):(?P<name>.*?))?\s*(?:(?:Omschrijving|Description):(?P<remittance>.*))?"
)
_SEPA = "SEPA "
"""Words in two columns begin with the kind of payment."""
_TITLE = re.compile(r"(?:From|To|Money added from|Payment from) (?P<name>\S.*)")


def read_text(text: str, words: str, *, counterparty: str | None) -> Words:
    """Return what the free text says, by the reader that the layout of the bank names."""
    if words == "ing":
        return _read_ing(tidy(text), counterparty)
    if words == "abnamro" and text.strip():
        return _read_abnamro(text)
    return _read_bare(tidy(text))


def name_in_title(text: str) -> str:
    """Return who stands in a title as `From A. Bakker` or `To A. Bakker`, else the title itself."""
    found = _TITLE.fullmatch(tidy(text))
    return found["name"] if found else tidy(text)


def _read_bare(text: str) -> Words:
    return Words(remittance=text, payment_reference=iso_reference(text) or labelled_reference(text))


def _read_abnamro(text: str) -> Words:
    """Return ABN AMRO's words: its lines of MT940, in this file behind one another."""
    lines = [text.rstrip()]
    if is_coded(text):
        words = read_codes(lines)
    elif text[: len(_SEPA)].upper() == _SEPA:
        words = _with_ultimate(read_columns(lines))
    else:
        words = read_free(lines, "", [])
    return words._replace(payment_reference=words.payment_reference or iso_reference(words.remittance))


def _with_ultimate(words: Words) -> Words:
    """Return the words with the party behind the counterparty apart: it stands last, behind a label of its own."""
    end_to_end_id, voor, ultimate = (words.end_to_end_id or "").partition(" Voor: ")
    return (
        words._replace(end_to_end_id=known(end_to_end_id), ultimate_name=known(ultimate)) if voor else words
    )


def _read_ing(text: str, counterparty: str | None) -> Words:
    """Return the words of ING's `Naam: … Omschrijving: … IBAN: … Kenmerk: …`.

    What the payer wrote may hold labels of its own: where the account is known, the words end at its IBAN.
    """
    if not text.startswith(_ING_START):
        return _read_bare(text)
    place = text.rfind(f" IBAN: {counterparty}") if counterparty else -1
    if place < 0:
        return _of_labels(_ing_labels(text))
    start = _ING_WORDS.fullmatch(text[:place])
    said = {name: value for name, value in start.groupdict().items() if value} if start else {}
    return _of_labels({**_ing_labels(text[place:]), **said})


def _ing_labels(text: str) -> dict[str, str]:
    """Return the first value of each label."""
    places = list(_ING_LABEL.finditer(text))
    ends = [place.start() for place in places[1:]] + [len(text)]
    found: dict[str, str] = {}
    for place, end in zip(places, ends, strict=True):
        found.setdefault(_ING_FIELDS[place[1]], text[place.end() : end])
    return found


def _of_labels(found: dict[str, str]) -> Words:
    remittance = tidy(found.get("remittance", ""))
    reference = re.sub(r"\s", "", found.get("payment_reference", ""))
    return Words(
        name=known(found.get("name", "")),
        iban=iban_in(found.get("iban", "")),
        remittance=remittance or reference,
        payment_reference=reference or iso_reference(remittance) or labelled_reference(remittance),
        end_to_end_id=known(found.get("end_to_end_id", "")),
        mandate_id=known(found.get("mandate_id", "")),
        ultimate_name=known(found.get("ultimate_name", "")),
    )
