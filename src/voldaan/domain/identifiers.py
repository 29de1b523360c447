"""Numbers that name a bank account, a company or a payment: brought to one notation, and checked.

Each kind has the same verbs: `compact_…` brings a number to the notation in which it is kept, `is_valid_…`
tests it in any notation, `format_…` groups it for people, `make_…` adds the check digits.

>>> is_valid_iban("NL91 ABNA 0417 1643 00")
True
>>> make_rf("539007547034")
'RF18539007547034'
>>> squeeze("Factuur 2026-0012")
'FACTUUR20260012'
"""

import re
import unicodedata

from stdnum import iban as _iban
from stdnum import iso11649 as _iso11649
from stdnum.be import ogm_vcs as _ogm
from stdnum.iso7064 import mod_97_10 as _mod_97_10
from stdnum.nl import btw as _btw

_NOT_A_LETTER_OR_DIGIT = re.compile(r"[^A-Z0-9]")
_RF_REFERENCE = re.compile(r"[A-Z0-9]{1,21}")
_DIGITS = re.compile(r"[0-9]+")
_SEPARATORS = re.compile(r"[\s.\-]")

# From the right, repeating (Betaalvereniging, specificaties betalingskenmerk).
_BETALINGSKENMERK_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3, 6, 1)


def compact_iban(number: str) -> str:
    """Return the IBAN as it is kept: capitals and digits, no spaces. Says nothing about its validity."""
    if number.isascii() and number.isalnum():  # as banks write it: nothing to leave out
        return number.upper()
    return _iban.compact(number)


def is_valid_iban(number: str) -> bool:
    """Test if the IBAN has the length and shape of its country and the right check digits (ISO 13616).

    Whether the bank in it exists is not asked: lists of banks grow old, and a good account would be refused.
    """
    return bool(number.strip()) and _iban.is_valid(number, check_country=False)


def format_iban(number: str) -> str:
    """Return the IBAN in groups of four, as it is printed."""
    return _iban.format(number)


def compact_kvk(number: str) -> str:
    """Return the number of the Chamber of Commerce as it is kept: digits only."""
    return _SEPARATORS.sub("", number)


def is_valid_kvk(number: str) -> bool:
    """Test if this can be a number of the Chamber of Commerce: eight digits. It has no check digit."""
    return re.fullmatch(r"[0-9]{8}", compact_kvk(number)) is not None


def compact_vat(number: str) -> str:
    """Return the Dutch VAT number as it is kept, with its country: NL123456789B01."""
    return "NL" + _SEPARATORS.sub("", number).upper().removeprefix("NL")


def is_valid_vat(number: str) -> bool:
    """Test if this is a Dutch VAT number with the right check digits, of either generation."""
    return re.fullmatch(r"NL[0-9]{9}B[0-9]{2}", compact_vat(number)) is not None and _btw.is_valid(number)


def compact_rf(reference: str) -> str:
    """Return the creditor reference as it is kept: capitals and digits, no spaces."""
    return _iso11649.compact(reference)


def is_valid_rf(reference: str) -> bool:
    """Test if this is a creditor reference (ISO 11649) with the right check digits."""
    shape = _RF_REFERENCE.fullmatch(compact_rf(reference)[4:])
    return shape is not None and _iso11649.is_valid(reference)


def format_rf(reference: str) -> str:
    """Return the creditor reference in groups of four, as it is printed."""
    return _iso11649.format(reference)


def make_rf(reference: str) -> str:
    """Return the creditor reference (ISO 11649) that carries this reference of at most 21 letters and digits."""
    body = squeeze(reference)
    if not _RF_REFERENCE.fullmatch(body):
        raise ValueError(
            f"No creditor reference can be made from {reference!r}: "
            "it must hold 1 to 21 letters or digits. Shorten it or use the invoice number."
        )
    return "RF" + _mod_97_10.calc_check_digits(body + "RF") + body


def compact_betalingskenmerk(number: str) -> str:
    """Return the Dutch payment reference as it is kept: digits only."""
    return _SEPARATORS.sub("", number)


def is_valid_betalingskenmerk(number: str) -> bool:
    """Test if this is a Dutch payment reference: 7 digits without a check, 9 to 14 or 16 digits with one.

    From 9 to 14 digits the second digit is the last digit of the number of digits that follow it.
    """
    digits = compact_betalingskenmerk(number)
    if not _DIGITS.fullmatch(digits):
        return False
    if len(digits) == 7:
        return True
    if not (9 <= len(digits) <= 14 or len(digits) == 16):
        return False
    if len(digits) != 16 and int(digits[1]) != (len(digits) - 2) % 10:
        return False
    return digits[0] == _betalingskenmerk_check_digit(digits[1:])


def make_betalingskenmerk(body: str) -> str:
    """Return the Dutch payment reference that carries these 7 to 12, or 15, digits."""
    if not _DIGITS.fullmatch(body) or not (7 <= len(body) <= 12 or len(body) == 15):
        raise ValueError(
            f"No payment reference can be made from {body!r}: it must hold 7 to 12, or exactly 15, digits. "
            "Put zeros before a shorter number."
        )
    tail = body if len(body) == 15 else f"{len(body) % 10}{body}"
    return _betalingskenmerk_check_digit(tail) + tail


def compact_ogm(reference: str) -> str:
    """Return the Belgian structured reference (OGM or VCS) as it is kept: digits only."""
    return _ogm.compact(reference.replace("*", ""))


def is_valid_ogm(reference: str) -> bool:
    """Test if this is a Belgian structured reference: ten digits and their rest by 97, where 0 is written 97."""
    digits = compact_ogm(reference)
    return re.fullmatch(r"[0-9]{12}", digits) is not None and _ogm.is_valid(digits)


def format_ogm(reference: str) -> str:
    """Return the Belgian structured reference as it is printed: +++010/8068/17183+++."""
    return f"+++{_ogm.format(compact_ogm(reference))}+++"


def make_ogm(body: str) -> str:
    """Return the Belgian structured reference that carries these ten digits."""
    if not re.fullmatch(r"[0-9]{10}", body):
        raise ValueError(
            f"No Belgian structured reference can be made from {body!r}: it must hold exactly ten digits. "
            "Put zeros before a shorter number."
        )
    return body + _ogm.calc_check_digits(body)


CODE_SIGNS = "23456789ACDEFGHJKMNPQRTUVWXYZ"
"""Of an account's code: none that looks like another, as 0 and O, 1 and I, 5 and S, 8 and B do. 29 of them, a prime."""
CODE_LENGTH = 10
_CODE = re.compile(rf"[{CODE_SIGNS}]{{{CODE_LENGTH}}}")


def compact_code(code: str) -> str:
    """Return the code of an account as it is kept: ten capitals and digits, without dashes."""
    return re.sub(r"[\s.\-–]", "", code).upper()


def is_valid_code(code: str) -> bool:
    """Test if this can be the code of an account: every slip in one sign, and every two exchanged, is seen."""
    signs = compact_code(code)
    return _CODE.fullmatch(signs) is not None and signs[-1] == _code_check_sign(signs[:-1])


def format_code(code: str) -> str:
    """Return the code of an account as it is printed: K7M4-QX2P-9R."""
    signs = compact_code(code)
    return "-".join(filter(None, (signs[:4], signs[4:8], signs[8:])))


def make_code(digest: bytes) -> str:
    """Return the code of an account that these bytes, of which nobody can guess one, stand for.

    >>> make_code(bytes(32)), is_valid_code("2222-2222-22")
    ('2222222222', True)
    """
    number, signs = int.from_bytes(digest[:16], "big"), ""
    for _ in range(CODE_LENGTH - 1):
        number, rest = divmod(number, len(CODE_SIGNS))
        signs += CODE_SIGNS[rest]
    return signs + _code_check_sign(signs)


def _code_check_sign(signs: str) -> str:
    """Return the sign with which the weighted sum is a multiple of 29, a prime: each place has a weight of its own."""
    weighted = sum(place * CODE_SIGNS.index(sign) for place, sign in enumerate(signs, start=2))
    return CODE_SIGNS[-weighted % len(CODE_SIGNS)]


def squeeze(number: str) -> str:
    """Return the capitals and digits of an invoice number, so that spelling does not stop a comparison.

    Accents are dropped and leading zeros kept: 0012 and 12 can be two invoices.
    """
    plain = unicodedata.normalize("NFKD", number).upper()
    return _NOT_A_LETTER_OR_DIGIT.sub("", plain)


def _betalingskenmerk_check_digit(tail: str) -> str:
    """Return the first digit: 11 less the weighted sum modulo 11, where 10 is written 1 and 11 is written 0."""
    weighted = (
        int(digit) * _BETALINGSKENMERK_WEIGHTS[place % 10] for place, digit in enumerate(reversed(tail))
    )
    return {10: "1", 11: "0"}.get(check := 11 - sum(weighted) % 11, str(check))


_EMAIL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def is_valid_email(address: str) -> bool:
    """Test if this is one e-mail address that any mail server takes: no name, no list, no letters beyond ASCII.

    >>> is_valid_email("boeken@klant.example"), is_valid_email("a@klant.example; b@klant.example")
    (True, False)
    """
    return len(address) <= 254 and _EMAIL.fullmatch(address) is not None
