"""Words as `/CODE/value`: ABN AMRO, ING, Rabobank, Knab, Triodos, Van Lanschot, bunq and the standard of SWIFT."""

import re

from voldaan.formats.bank.mt940_words import Words, iban_in, join_lines, known, labelled_reference, tidy

_CODES = frozenset(
    "ACCW ACNO ADDR BBAN BENM BIC BKTX CDTRREF CDTRREFTP CHGS CNTP CREF CSID EREF EXCH IBAN ID IREF ISDT MARF "
    "NAME NBTR NRTX OAMT OCMT ORDP ORDT PIND PREF PURP REMI RREF RTRN RTYP SVCL TRCD TRTP ULTB ULTC ULTD ULTP".split()
)
_FIRST = (
    "ACCW BBAN BENM CNTP CREF CSID EREF IBAN IREF MARF NAME ORDP PREF PURP REMI RTRN RTYP TRTP "
    "ULTB ULTC ULTD ULTP".split()
)
_CODE = re.compile(rf"/(?=[A-Z]{{2,9}}/)({'|'.join(sorted(_CODES, key=len, reverse=True))})/")
_BEGIN = re.compile(rf"\s*/(?:{'|'.join(_FIRST)})/")
_PARTIES = ("ORDP", "BENM")
_ULTIMATE = ("ULTD", "ULTC", "ULTB", "ULTP")
_PARTY_FACTS = frozenset({"NAME", "ID", "IBAN", "ADDR"})
_STRUCTURED = re.compile(r"/?\s*STRD/(?:CUR|ISO)/([^/]*)")
_ISSUER = re.compile(r"ISSUER:?\s*(?:CUR|ISO)\s+REF:?\s*(?P<reference>[A-Z0-9 ]+?)\s*/?\s*", re.IGNORECASE)
_REASON = re.compile(r"\s*([A-Z]{2}[0-9]{2})\b")
_NUMBER = re.compile(r"[0-9 ]*|[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")


def is_coded(first_line: str) -> bool:
    """Test if the words begin with one of the codes."""
    return _BEGIN.match(first_line) is not None


def read_codes(lines: list[str]) -> Words:
    """Return what coded words say."""
    text = join_lines(lines, keys=_CODES)
    found = _values(text)
    account, name, more = _counterparty(found)
    remittance, reference = _remittance(found, more)
    returned = found.get("RTRN")
    return Words(
        name=name,
        iban=account,
        ultimate_name=_ultimate_name(found) if "/ULT" in text else None,
        remittance=remittance,
        payment_reference=reference or labelled_reference(remittance),
        end_to_end_id=_stated(found, "EREF"),
        mandate_id=_stated(found, "MARF"),
        returned=returned is not None,
        return_reason=_reason(returned) if returned else None,
        batch="PREF" in found and name is None and account is None,
    )


def _stated(found: dict[str, str], code: str) -> str | None:
    """Return the value behind a code, None where it is not there or says that there is nothing."""
    value = found.get(code)
    return known(value.removesuffix("/")) if value else None


def _ultimate_name(found: dict[str, str]) -> str | None:
    """Return the name of the party behind the counterparty."""
    value = next((found[code] for code in _ULTIMATE if code in found), "")
    return known(value.strip("/ ").partition("//")[0])


def _reason(text: str) -> str | None:
    """Return the code of ISO 20022 for a return, or the words that stand in its place."""
    reason = _REASON.match(text)
    return reason[1] if reason else known(text.strip("/ "))


def _values(text: str) -> dict[str, str]:
    """Return the value behind each code; the name of the party behind the counterparty (`/ULTD//NAME/…`) is under it.

    A code that comes twice keeps its first value that says something.
    """
    pieces = _CODE.split(text)
    found: dict[str, str] = {}
    ultimate = ""
    for code, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if ultimate and code in _PARTY_FACTS:
            if code == "NAME":
                found[ultimate] = value
            continue
        ultimate = code if code in _ULTIMATE and not value.strip("/ ") else ""
        if code not in found or not found[code].strip("/ "):
            found[code] = value
    return found


def _counterparty(found: dict[str, str]) -> tuple[str | None, str | None, str]:
    """Return account, name and what else stands behind the party, from ING's one field or from the separate ones."""
    if "CNTP" in found:
        parts = found["CNTP"].removesuffix("/").split("/")
        name = "/".join(parts[2:-1]) if len(parts) > 3 else "".join(parts[2:3])
        return iban_in(parts[0]), known(name), ""
    account, holder = iban_in(found.get("IBAN", "")), known(found.get("NAME", "").strip("/"))
    if holder is not None:
        return account, holder, ""
    party = next((found[code] for code in _PARTIES if found.get(code, "").strip("/ ")), "").removeprefix(
        "NAME/"
    )
    first, _, behind = party.strip("/ ").partition("/")
    if not _NUMBER.fullmatch(first.strip()):
        return account, known(first), tidy(behind.strip("/ "))
    second, _, more = behind.strip("/ ").partition("/")
    return account or iban_in(first), known(second), tidy(more.strip("/ "))


def _remittance(found: dict[str, str], more: str) -> tuple[str, str | None]:
    """Return what the payer wrote, and the structured reference where the field says that it is one."""
    raw = found.get("REMI", "")
    structured = _STRUCTURED.match(raw) or (_ISSUER.fullmatch(raw) if raw[:6].upper() == "ISSUER" else None)
    reference = structured[1] if structured else "" if raw.strip("/ ") else found.get("CDTRREF", "")
    reference = "".join((reference or found.get("CREF", "")).split()).strip("/")
    if structured or (reference and not raw.strip("/ ")):
        return reference, reference or None
    text = raw.removeprefix("/").removeprefix("USTD//") if raw.startswith(("USTD//", "/USTD//")) else raw
    return tidy(text[:-1] if text.endswith("/") else text) or tidy(more), reference or None
