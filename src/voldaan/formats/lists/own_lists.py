"""Our own lists, which need no mapping: their header uses our names for the columns, in English or Dutch.

Days are ISO, amounts `1250.00` (or `1250,00`, one notation a file, never with thousands). A first line
`# voldaan open_items complete=true as_of=2026-11-22` makes a list of open items complete; without that line it is
partial. `# voldaan debtors` marks a list of debtors. With `items=12` beside it the list must have so many rows, so
that one that was cut off is seen.
"""

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voldaan.formats.amounts import AmountError, number_to_cents, parse_amount
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings
from voldaan.formats.lists.cells import Cell, Cents, Row, text_of
from voldaan.formats.lists.mapping import Mapping, MappingError

ITEM_LIST = (
    "number",
    "debtor_number",
    "debtor_name",
    "email",
    "phone",
    "contact_name",
    "street",
    "postcode",
    "city",
    "country",
    "iban",
    "coc_number",
    "vat_number",
    "issue_date",
    "due_date",
    "total",
    "open",
    "currency",
    "reference",
    "subject",
    "order_number",
)
"""The columns of our own list of open items. `number`, `open` and the debtor's number or name must be there."""

DEBTOR_LIST = (
    "debtor_number",
    "debtor_name",
    "email",
    "phone",
    "street",
    "postcode",
    "city",
    "country",
    "iban",
    "coc_number",
    "vat_number",
    "capacity",
    "language",
    "contact_name",
    "contact_role",
    "contact_email",
    "contact_phone",
    "visiting_street",
    "visiting_postcode",
    "visiting_city",
    "direct_debit",
)
"""The columns of our own list of debtors. The debtor's number must be there."""

PREAMBLES = {"OPEN_ITEMS": "# voldaan open_items", "DEBTORS": "# voldaan debtors"}

DUTCH = {
    "factuurnummer": "number",
    "debiteurnummer": "debtor_number",
    "debiteur": "debtor_name",
    "naam": "debtor_name",
    "e-mail": "email",
    "telefoon": "phone",
    "contactpersoon": "contact_name",
    "straat": "street",
    "plaats": "city",
    "land": "country",
    "kvk-nummer": "coc_number",
    "btw-nummer": "vat_number",
    "factuurdatum": "issue_date",
    "vervaldatum": "due_date",
    "totaal": "total",
    "openstaand": "open",
    "munt": "currency",
    "betalingskenmerk": "reference",
    "onderwerp": "subject",
    "bestelnummer": "order_number",
    "hoedanigheid": "capacity",
    "taal": "language",
    "functie": "contact_role",
    "e-mail contactpersoon": "contact_email",
    "telefoon contactpersoon": "contact_phone",
    "bezoekstraat": "visiting_street",
    "bezoekpostcode": "visiting_postcode",
    "bezoekplaats": "visiting_city",
    "incasso": "direct_debit",
}
_PREAMBLE = re.compile(
    r"# voldaan (?P<kind>open_items|debtors)(?P<settings>(?: [a-z_]+=[A-Za-z0-9-]+)*)[;,\t\s]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """What our own list says of itself: the mapping that it stands for."""

    mapping: Mapping
    rows: int | None = None
    """How many rows the list says it has."""


def own_list(rows: Sequence[Row], delimiter: str, findings: Findings | None = None) -> OwnList | None:
    """Return what the first two rows say when they are those of our own list, None when it is another list."""
    settings: dict[str, str] = {}
    kind, place = None, 0
    if rows and rows[0] and (found := _PREAMBLE.fullmatch(text_of(rows[0][0]))):
        settings = dict(pair.split("=", 1) for pair in found["settings"].split())
        kind, place = "DEBTORS" if found["kind"] == "debtors" else "OPEN_ITEMS", 1
    if len(rows) <= place:
        return None
    header = [text_of(cell) for cell in rows[place]]
    kind = _kind(header) if kind is None or not _is_kind(header, kind) else kind
    if kind is None:
        return None
    names = [_name(title, kind) for title in header]
    if findings is not None:
        _check(header, names, kind, settings, findings, line=place + 1)
        if findings.count:
            return None
    as_of = _as_of(settings.get("as_of"))
    try:
        mapping = Mapping(
            kind=kind,
            columns={name: title for name, title in zip(names, header, strict=True) if name},
            dates="yyyy-mm-dd",
            decimal=".",
            delimiter=delimiter,
            complete=kind == "OPEN_ITEMS" and settings.get("complete") == "true" and as_of is not None,
            as_of=as_of,
            skip_rows=place,
            totals=(),
        )
    except MappingError:
        return None
    count = settings.get("items", "")
    return OwnList(mapping=mapping, rows=int(count) if count.isdecimal() and len(count) < 10 else None)


def own_cents() -> Cents:
    """Return the function that reads the amounts of one of our own lists: all with the sign of the first."""
    seen: list[str] = []

    def read(cell: Cell) -> int | None:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return number_to_cents(cell)
        text = text_of(cell)
        if not text:
            return None
        found = re.fullmatch(r"-?[0-9]{1,15}(?:([.,])[0-9]{2})?", text)
        sign = found[1] if found else None
        if sign and not seen:
            seen.append(sign)
        if found is None or (sign and sign != seen[0]):
            example = f"1250{seen[0] if seen else '.'}00"
            raise AmountError(f"‘{text[:24]}’ is geen bedrag zoals {example}, de notatie van deze lijst.")
        return parse_amount(text, sign or ".")

    return read


def _kind(header: Sequence[str]) -> str | None:
    """Return which of our lists has this header, None where it is none of them."""
    return next((kind for kind in ("OPEN_ITEMS", "DEBTORS") if _is_kind(header, kind)), None)


def _is_kind(header: Sequence[str], kind: str) -> bool:
    """Test if a header is that of our own list of a kind."""
    names = {_name(title, kind) for title in header if title}
    if kind == "OPEN_ITEMS":
        return {"number", "open"} <= names and bool({"debtor_number", "debtor_name"} & names)
    return "debtor_number" in names and None not in names and len(names) > 1


def _name(title: str, kind: str) -> str | None:
    """Return our name for a column title, in English or Dutch."""
    known = ITEM_LIST if kind == "OPEN_ITEMS" else DEBTOR_LIST
    name = DUTCH.get(title.lower(), title.lower())
    return name if name in known else None


def _check(
    header: Sequence[str],
    names: Sequence[str | None],
    kind: str,
    settings: Dictionary[str, str],
    findings: Findings,
    *,
    line: int,
) -> None:
    """Add what is wrong with the head of a list that is ours."""
    known = ITEM_LIST if kind == "OPEN_ITEMS" else DEBTOR_LIST
    for title, name in zip(header, names, strict=True):
        if name is None and title:
            findings.add(
                f"De kolom ‘{title[:40]}’ kennen we niet.",
                "Wat we niet lezen, laten we niet stil weg.",
                f"Verwijder de kolom, of gebruik een mapping. Bekend zijn: {', '.join(known)}.",
                line=line,
            )
        elif name is not None and names.count(name) > 1:
            findings.add(
                f"De kolom ‘{title}’ staat er meer dan één keer.",
                f"Beide betekenen {name}.",
                "Laat één van de twee staan.",
                line=line,
            )
    if "as_of" in settings and _as_of(settings["as_of"]) is None:
        findings.add(
            "De dag van de lijst klopt niet.",
            f"‘{settings['as_of'][:32]}’ is geen bestaande dag.",
            "Schrijf as_of als jaar-maand-dag, zoals 2026-11-22.",
            line=1,
        )
    elif settings.get("complete") == "true" and "as_of" not in settings:
        findings.add(
            "Een complete lijst zonder dag.",
            "Zonder as_of is niet te zeggen tot wanneer zij klopt.",
            f"Schrijf op de eerste regel: {PREAMBLES['OPEN_ITEMS']} complete=true as_of=2026-11-22.",
            line=1,
        )


def _as_of(text: str | None) -> date | None:
    """Return the as-of day, None where it is not there or not a day."""
    try:
        return parse_iso_day(text) if text else None
    except DayError:
        return None
