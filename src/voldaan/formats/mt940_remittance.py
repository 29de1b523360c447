"""The words of a movement (`:86:`) in the dialects of the Dutch banks, and the German subfields.

Each reader tells whether the words are in its dialect; the first that does, reads them. What none of them
knows is free text: kept whole, nothing taken out of it by guess.
"""

import re
from dataclasses import dataclass, replace

_KEYS = (
    "TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|ADDR|ISDT|CSID|MARF|PREF|CNTP|PURP|RTRN|ULTC|ULTD|ULTB|ULTP|ID|"
    "IREF|TRCD|SVCL|OAMT|EXCH|BKTX|RREF|OCMT|CHGS|CREF|CDTRREFTP|CDTRREF"
)
_KEY = re.compile(rf"/({_KEYS})/")
_STRUCTURED = re.compile(r"\s*/(?:TRTP|EREF|CNTP|REMI|PREF|RTRN|BENM|ORDP|MARF|CSID|NAME|IBAN|PURP)/")
_GVC = re.compile(r"\s*[0-9]{3}([?>@])[0-9]{2}")
_SEPA = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT)\+")
_LABEL = re.compile(r"\b(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\.?)\s*:\s")
_KNAB = re.compile(r"\bREK: (?P<iban>[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30})\s*/\s*NAAM: (?P<name>.*)$")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_IBAN_AND_BIC = re.compile(
    r"(?:[0-9]{10} |Europese Incasso[, a-z]*)?\s*(?P<iban>[A-Z]{2}[0-9]{2}[A-Z]{4}[0-9]{10})"
    r" (?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
)
_PAYMENT_REFERENCE = re.compile(
    r"\bBETALINGSKENM(?:ERK|\.)?\s*[.:]?\s*((?:[0-9]{4} ?){3}[0-9]{4}|[0-9]{16})(?![0-9])", re.IGNORECASE
)
_ISO_11649 = re.compile(r"RF[0-9]{2}[A-Z0-9]{1,21}")
_UNKNOWN = {"", "NOTPROVIDED", "NONREF", "EREF"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the words of one movement say."""

    name: str | None = None
    iban: str | None = None
    remittance: str = ""
    payment_reference: str | None = None
    end_to_end_id: str | None = None
    returned: bool = False

    def filled(self, *, iban: str | None, name: str | None) -> "Words":
        """Return these words with account and name where they had none."""
        return replace(self, iban=self.iban or iban, name=self.name or name)


def read_words(lines: list[str], supplement: list[str]) -> Words:
    """Return what the `:86:` lines of a movement say, whichever bank wrote them."""
    text = join_lines(lines)
    if _STRUCTURED.match(text):
        return _read_keys(text)
    separator = _GVC.match(text)
    if separator:
        return _read_gvc("".join(lines), separator[1])
    if text.startswith("SEPA ") and "IBAN:" in text:
        return _read_labels(text)
    return _read_free(text, lines, supplement)


def join_lines(lines: list[str]) -> str:
    """Return the lines as one text: a full line was cut by width, a shorter one ended where it ended.

    A line of 64 places of free text lost the space at its end to a tidy editor.
    """
    text, structured = "", bool(lines) and lines[0].lstrip().startswith("/")
    for place, line in enumerate(lines):
        cut = len(line) >= 61 and (place == 0 or structured or len(line) != 64)
        starts_label = place + 1 < len(lines) and _LABEL.match(lines[place + 1]) is not None
        text += line if cut and not starts_label else line + " "
    return text.strip()


def _read_keys(text: str) -> Words:
    """Return the words of `/KEY/value` text: ABN AMRO, ING, Rabobank, Knab, bunq."""
    found = _key_values(text)
    account, name = _counterparty(found)
    remittance, reference = _remittance(found)
    return Words(
        name=name,
        iban=account,
        remittance=remittance,
        payment_reference=reference or _labelled_reference(remittance),
        end_to_end_id=_known(_tidy(found.get("EREF", "").removesuffix("/"))),
        returned="RTRN" in found,
    )


def _key_values(text: str) -> dict[str, str]:
    """Return the value behind each key; a key that comes twice keeps its first value that says something."""
    places = list(_KEY.finditer(text))
    found: dict[str, str] = {}
    start_of_next = [p.start() for p in places[1:]] + [len(text)]
    for place, end in zip(places, start_of_next, strict=True):
        value = text[place.end() : end]
        if not found.get(place[1], "").strip("/ "):
            found[place[1]] = value
    return _with_overlaps(found, text)


def _with_overlaps(found: dict[str, str], text: str) -> dict[str, str]:
    """Return the values with keys that share their slash with an empty key before them: `/REMI//REMI/`."""
    remittance = re.search(r"/REMI/(?!/?REMI/)(.*?)(?=/(?:" + _KEYS + r")/|$)", text)
    if remittance and not found.get("REMI", "").strip("/ "):
        found["REMI"] = remittance[1]
    return found


def _counterparty(found: dict[str, str]) -> tuple[str | None, str | None]:
    """Return account and name, from ING's one field or from the separate ones."""
    if "CNTP" in found:
        parts = [*found["CNTP"].split("/"), "", "", ""]
        return _iban(parts[0]), _known(_tidy(parts[2]))
    return _iban(found.get("IBAN", "")), _known(_tidy(found.get("NAME", "").strip("/")))


def _remittance(found: dict[str, str]) -> tuple[str, str | None]:
    """Return what the payer wrote, and the structured reference where the field says that it is one."""
    raw = found.get("REMI", "")
    structured = re.match(r"\s*STRD/(?:CUR|ISO)/([^/]*)", raw)
    if structured:
        reference = re.sub(r"\s", "", structured[1])
        return reference, reference or None
    text = raw.removeprefix("USTD//")
    return _tidy(text[:-1] if text.endswith("/") else text), None


def _read_gvc(text: str, separator: str) -> Words:
    """Return the words of German subfields: `?20`–`?29` and `?60`–`?63` the text, `?31` account, `?32` name."""
    pieces = re.split(rf"{re.escape(separator)}([0-9]{{2}})", text)
    fields = list(zip(pieces[1::2], pieces[2::2], strict=False))
    purpose = _purpose([v for k, v in fields if k[0] == "2" or "60" <= k <= "63"])
    sepa = _sepa_parts(purpose)
    name = "".join(value for key, value in fields if key in ("32", "33"))
    account = next((value for key, value in fields if key == "31"), "")
    return Words(
        name=_known(_tidy(name)),
        iban=_iban(account) or _iban(sepa.get("IBAN", "")),
        remittance=_tidy(sepa["SVWZ"] if "SVWZ" in sepa else sepa.get("", purpose)),
        payment_reference=_iso_reference(sepa.get("SVWZ", purpose)),
        end_to_end_id=_known(_tidy(sepa.get("EREF", ""))),
    )


def _purpose(values: list[str]) -> str:
    """Return the purpose lines as one text; a line of 27 places was cut by width."""
    return "".join(value if len(value) >= 27 else value + " " for value in values)


def _sepa_parts(text: str) -> dict[str, str]:
    """Return the parts behind `EREF+`, `SVWZ+` and the like; what stands before the first is under ""."""
    pieces = _SEPA.split(text)
    found = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return {"": pieces[0], **found} if pieces[0].strip() or not found else found


def _read_labels(text: str) -> Words:
    """Return the words of ABN AMRO's columns: `IBAN: … NAAM: … OMSCHRIJVING: … KENMERK: …`."""
    pieces = _LABEL.split(text + " ")
    found = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    remittance = _tidy(found.get("OMSCHRIJVING") or found.get("BETALINGSKENM.", ""))
    return Words(
        name=_known(_tidy(found.get("NAAM", ""))),
        iban=_iban(found.get("IBAN", "")),
        remittance=remittance,
        payment_reference=_labelled_reference(_tidy(text)),
        end_to_end_id=_known(_tidy(found.get("KENMERK", ""))),
    )


def _read_free(text: str, lines: list[str], supplement: list[str]) -> Words:
    """Return free text whole, with an account only where its place in the text says that it is the payer's."""
    knab = _KNAB.search(text)
    if knab:
        return Words(
            name=_known(_tidy(knab["name"])), iban=knab["iban"], remittance=_tidy(text[: knab.start()])
        )
    first = lines[0].strip() if lines else ""
    head, _, name = first.partition(" ")
    if supplement and _IBAN.fullmatch(head) and supplement[0].strip() == name:
        rest = _tidy(join_lines(lines[1:]))
        return Words(
            name=_known(name), iban=head, remittance=rest, payment_reference=_labelled_reference(rest)
        )
    both = _IBAN_AND_BIC.match(text)
    remittance = _tidy(text)
    return Words(
        iban=both["iban"] if both else None,
        remittance=remittance,
        payment_reference=_labelled_reference(remittance),
    )


def _labelled_reference(text: str) -> str | None:
    """Return a betalingskenmerk of sixteen digits that the text calls so."""
    found = _PAYMENT_REFERENCE.search(text)
    return found[1].replace(" ", "") if found else None


def _iso_reference(text: str) -> str | None:
    """Return the text as an ISO 11649 reference where it is nothing else."""
    compact = re.sub(r"\s", "", text)
    return compact if _ISO_11649.fullmatch(compact) else None


def _iban(text: str) -> str | None:
    """Return the account where it has the shape of an IBAN."""
    compact = re.sub(r"[\s/]", "", text).upper()
    return compact if _IBAN.fullmatch(compact) else None


def _known(text: str) -> str | None:
    """Return the text, None where it says that there is nothing."""
    return None if text.upper() in _UNKNOWN else text


def _tidy(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())
