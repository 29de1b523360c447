"""Open-item lists: our own canonical CSV, and any CSV or XLSX with a declared mapping.

The canonical list is what `write` makes. Its header uses our column names, in English or Dutch; days are ISO,
amounts `1250.00` (or `1250,00`, one notation a file, never with thousands). A first line
`# voldaan open_items complete=true as_of=2026-11-22` makes it complete; without that line it is partial.
With `items=12` beside it the list must have so many rows, so that one that was cut off is seen.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from datetime import date
from io import StringIO

from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.mapping import COLUMNS, Mapping, MappingError, parse_mapping
from voldaan.formats.open_item_rows import Notation, read_rows
from voldaan.formats.sheets import Cell, read_csv, read_xlsx
from voldaan.formats.values import OpenItem, OpenItemList, Refusal

__all__ = ["COLUMNS", "Mapping", "MappingError", "parse_mapping", "read", "recognises", "write"]

PREAMBLE = "# voldaan open_items"

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
}
_PREAMBLE = re.compile(r"# voldaan open_items(?P<settings>(?: [a-z_]+=[A-Za-z0-9-]+)*)[;,\t\s]*")
_HOW_TO_MAP = (
    'Geef een mapping mee die zegt welke kolom wat is, bijvoorbeeld: decimal = "," dates = "dd-mm-yyyy" en '
    '[columns] number = "Factuurnr" open = "Openstaand" debtor_name = "Naam"; '
    "of gebruik onze eigen kop: number;debtor_name;issue_date;due_date;total;open."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands above the rows: which column is where, and what the list says of itself."""

    columns: Dictionary[str, int]
    complete: bool
    as_of: date | None
    notation: Notation
    first_row: int
    items: int | None = None
    """How many rows the list says it has."""


def recognises(data: bytes) -> bool:
    """Test if a text is a list with our own header; a foreign list is only read with a mapping."""
    first_lines = b"\n".join(data[:16384].split(b"\n")[:2])
    try:
        return _canonical_head(read_csv(first_lines, "", delimiter=None, encoding=None)) is not None
    except Refusal:
        return False


def read(data: bytes, file: str, *, mapping: Mapping | None = None) -> OpenItemList:
    """Return the list, or raise `Refusal` with every problem found."""
    spreadsheet = data.startswith(b"PK\x03\x04")
    if spreadsheet:
        rows = read_xlsx(data, file, sheet=mapping.sheet if mapping else None)
    else:
        rows = read_csv(
            data,
            file,
            delimiter=mapping.delimiter if mapping else None,
            encoding=mapping.encoding if mapping else None,
        )
    findings = Findings(file=file)
    head = _mapped_head(rows, mapping, findings) if mapping else _canonical_head(rows, findings)
    findings.refuse_if_any()
    if head is None and not _is_table(rows[:20]):
        raise refuse(
            file,
            "De vorm van dit bestand kennen we niet.",
            "Het is geen tabel, factuur of bankafschrift.",
            "Lever een UBL-factuur, een afschrift in CAMT.053 of MT940, of een openpostenlijst aan.",
        )
    if head is None:
        raise refuse(
            file,
            "Van deze lijst is onbekend welke kolom wat betekent.",
            "De kop is niet die van onze eigen lijst, en er is geen mapping opgegeven.",
            _HOW_TO_MAP,
            line=1,
        )
    items = tuple(read_rows(rows, head.columns, head.notation, head.first_row, findings))
    if head.items is not None and len(items) != head.items:
        findings.add(
            f"De lijst noemt {head.items} posten en heeft er {len(items)}.",
            "Zij is afgebroken of veranderd; wat ontbreekt, zou als betaald gelden.",
            "Maak de lijst opnieuw en lever haar heel aan.",
            line=1,
        )
    findings.refuse_if_any()
    return OpenItemList(
        format="xlsx" if spreadsheet else "csv", complete=head.complete, as_of=head.as_of, items=items
    )


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Test if the first rows could be a table; a letter has a comma here and there too."""
    widths = [len(row) for row in rows]
    return max(widths, default=0) >= 3 or sum(width >= 2 for width in widths) >= 2


def _mapped_head(rows: Sequence[Sequence[Cell]], mapping: Mapping, findings: Findings) -> _Head | None:
    """Return the head of a list with a declared mapping."""
    if len(rows) <= mapping.skip_rows:
        findings.add(
            "De lijst heeft geen kop.",
            f"Er zijn {len(rows)} regels en er worden {mapping.skip_rows} overgeslagen.",
            "Pas skip_rows in de mapping aan, of lever de hele lijst aan.",
        )
        return None
    header = [_text(cell) for cell in rows[mapping.skip_rows]]
    columns = {}
    for name, title in mapping.columns.items():
        if header.count(title.strip()) == 1:
            columns[name] = header.index(title.strip())
            continue
        found = "staat er meer dan één keer" if title.strip() in header else "staat er niet"
        findings.add(
            f"De kolom ‘{title}’ {found}.",
            f"De mapping zoekt daar {name}.",
            "Laat de mapping de kolomkop precies zo noemen als in de lijst, één keer.",
            line=mapping.skip_rows + 1,
            path=title,
        )
    notation = Notation(
        decimal=mapping.decimal,
        thousands=mapping.thousands,
        dates=mapping.dates,
        currency=mapping.currency,
        round_to_cents=mapping.round_to_cents,
    )
    return _Head(
        columns=columns,
        complete=mapping.complete,
        as_of=mapping.as_of,
        notation=notation,
        first_row=mapping.skip_rows + 1,
    )


def _canonical_head(rows: Sequence[Sequence[Cell]], findings: Findings | None = None) -> _Head | None:
    """Return the head of our own list, None where it is another list."""
    settings: dict[str, str] = {}
    place = 0
    if rows and rows[0] and (found := _PREAMBLE.fullmatch(_text(rows[0][0]))):
        settings = dict(pair.split("=") for pair in found["settings"].split())
        place = 1
    if len(rows) <= place:
        return None
    names = [_canonical_name(_text(cell)) for cell in rows[place]]
    known = [name for name in names if name]
    if "number" not in known or "open" not in known or not {"debtor_number", "debtor_name"} & set(known):
        return None
    if findings is not None:
        _check_canonical(rows[place], names, settings, findings, line=place + 1)
    return _Head(
        columns={name: at for at, name in enumerate(names) if name},
        complete=settings.get("complete") == "true",
        as_of=_as_of(settings.get("as_of")),
        items=int(settings["items"]) if settings.get("items", "").isdigit() else None,
        notation=Notation(
            decimal=_decimal(rows[place + 1 :], names),
            thousands=None,
            dates="yyyy-mm-dd",
            currency="EUR",
            two_decimals=True,
        ),
        first_row=place + 1,
    )


def _check_canonical(
    header: Sequence[Cell],
    names: Sequence[str | None],
    settings: Dictionary[str, str],
    findings: Findings,
    *,
    line: int,
) -> None:
    """Add what is wrong with the head of a list that is ours."""
    for cell, name in zip(header, names, strict=True):
        if name is None and _text(cell):
            findings.add(
                f"De kolom ‘{_text(cell)[:40]}’ kennen we niet.",
                "Wat we niet lezen, laten we niet stil weg.",
                f"Verwijder de kolom, of gebruik een mapping. Bekend zijn: {', '.join(COLUMNS)}.",
                line=line,
            )
        elif name is not None and names.count(name) > 1:
            findings.add(
                f"De kolom ‘{_text(cell)}’ staat er meer dan één keer.",
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
            f"Schrijf op de eerste regel: {PREAMBLE} complete=true as_of=2026-11-22.",
            line=1,
        )


def _decimal(rows: Sequence[Sequence[Cell]], names: Sequence[str | None]) -> str:
    """Return the decimal sign of the first amount that has one; every other amount must then have it too."""
    places = [at for at, name in enumerate(names) if name in ("total", "open")]
    texts = (_text(row[at]) for row in rows for at in places if at < len(row) and isinstance(row[at], str))
    return next((t[-3] for t in texts if re.fullmatch(r"-?[0-9]+[.,][0-9]{2}", t)), ".")


def _canonical_name(title: str) -> str | None:
    """Return our name for a column title, in English or Dutch."""
    name = title.strip().lower()
    return name if name in COLUMNS else DUTCH.get(name)


def _as_of(text: str | None) -> date | None:
    """Return the as-of day, None where it is not there or not a day."""
    try:
        return parse_iso_day(text) if text else None
    except DayError:
        return None


def _text(cell: Cell) -> str:
    """Return a cell of the head as text."""
    return "" if cell is None else " ".join(str(cell).split())


def write(items: OpenItemList) -> bytes:
    """Return the list as our canonical CSV; reading it gives the same list back, with `format` "csv"."""
    out = StringIO()
    day = f" as_of={items.as_of.isoformat()}" if items.as_of else ""
    out.write(
        f"{PREAMBLE} complete={'true' if items.complete else 'false'}{day} items={len(items.items)}\r\n"
    )
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_written(items.items))
    return out.getvalue().encode("utf-8")


def _written(items: Sequence[OpenItem]) -> Iterator[list[str]]:
    """Yield each item as the texts of its row."""
    for item in items:
        debtor = item.debtor
        texts = (
            item.number,
            debtor.number,
            debtor.name,
            debtor.email,
            debtor.phone,
            debtor.contact_name,
            debtor.street,
            debtor.postcode,
            debtor.city,
            debtor.country,
            debtor.iban,
            debtor.coc_number,
            debtor.vat_number,
            item.issue_date.isoformat() if item.issue_date else None,
            item.due_date.isoformat() if item.due_date else None,
            None if item.total_cents is None else cents_to_decimal(item.total_cents),
            cents_to_decimal(item.open_cents),
            item.currency,
            item.payment_reference,
            item.subject,
        )
        yield [text or "" for text in texts]
