"""What the fuzzers begin with: samples that we wrote, and the files of others where they are at hand."""

import json
import re
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pypdf import PdfWriter

from tests.corpus.corpora import FOLDER
from tests.formats.cii_samples import cii_document
from tests.formats.export_samples import SAMPLES
from tests.formats.list_cases import COLUMN_CASES, Case
from tests.formats.list_layout_cases import LAYOUT_CASES
from tests.formats.lists import workbook
from tests.formats.old_workbook import ods, ods_row, xls
from tests.formats.payout_samples import ADYEN, MOLLIE, STRIPE, STRIPE_BALANCE, batch, direct_debits
from tests.formats.samples import balance, camt, entry, invoice, mt940, statement, transaction
from tests.formats.xaf_samples import NAMESPACES, YEAR, xaf
from tests.fuzz.targets import SEPARATOR
from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl
from voldaan.formats.lists import debtors, open_items
from voldaan.formats.values import ContactDetails, DebtorEntry, DebtorList, OpenItem, OpenItemList, Party

SIZE_MAX = 64 * 1024
_POINTED = re.compile(r"[0-9]\.[0-9]{3},")
FOLDERS = {
    "detect": ("",),
    "camt": ("bank/camt053",),
    "mt940": ("bank/mt940",),
    "exports": ("bank/csv",),
    "ubl": ("invoices/ubl",),
    "cii": ("invoices/cii",),
    "pdf": ("invoices/facturx",),
    "auditfile": ("auditfile",),
    "lists": (),
    "mapping": (),
    "payouts": (),
    "proposals": ("openitems", "invoices/csv", "hostile/csv-spectrum", "bank/csv"),
    "archives": (),
}
"""Where files of others are that a target reads."""

_DETAILS = (
    "<TxDtls><Refs><EndToEndId>E2E-1</EndToEndId><MndtId>M-1</MndtId></Refs><Amt Ccy='EUR'>4.00</Amt>"
    "<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>Bakkerij Korst</Nm></Dbtr><DbtrAcct><Id>"
    "<IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>2026-0042</Ustrd>"
    "<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
    "<TxDtls><Amt Ccy='EUR'>6.00</Amt><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>"
)


def own(target: str) -> list[bytes]:
    """Return our own samples for a target."""
    return {
        "detect": lambda: [*_camt(), *_mt940()[:3], *_ubl(), *_cii()[:1], _lists()[0], *_archives()[:1]],
        "camt": _camt,
        "mt940": _mt940,
        "exports": lambda: [sample.data() for sample in SAMPLES],
        "ubl": _ubl,
        "cii": _cii,
        "pdf": _pdf,
        "auditfile": lambda: [xaf(YEAR, version) for version in NAMESPACES],
        "payouts": lambda: [
            direct_debits(
                batch(("E1", 12100, "Factuur 2026-0042"), ("E2", 500, "x")), batch(("E3", 1, "y"), name="B2")
            ),
            *(MOLLIE, STRIPE, STRIPE_BALANCE, ADYEN),
        ],
        "lists": lambda: [*_own_lists(), *_lists(), *(_mapping(_BOOK) + SEPARATOR + one for one in _books())],
        "mapping": lambda: [_mapping(case) for case in _cases()],
        "proposals": lambda: [*(case.text.encode() for case in _cases()), *_books(), *_own_lists()],
        "archives": _archives,
    }[target]()


def of_others(target: str) -> list[bytes]:
    """Return the files of others for a target that are small enough, none where the folder is not here."""
    found = [
        path.read_bytes()
        for folder in FOLDERS[target]
        for path in sorted((FOLDER / folder).rglob("*"))
        if path.is_file() and 0 < path.stat().st_size <= SIZE_MAX
    ]
    return found[:: 1 + len(found) // 400]


def _camt() -> list[bytes]:
    batch = entry(details=_DETAILS, more="<RvslInd>false</RvslInd>")
    found = [camt_write.write(statement(transaction(), transaction(amount_cents=-4550, reversal=True)))]
    found += [camt(batch, version=version) for version in ("053.001.02", "053.001.08")]
    return [*found, camt(entry() + entry(sign="DBIT"), balances=balance("PRCD", "1.00"))]


def _mt940() -> list[bytes]:
    words = "/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/Bakkerij Korst/REMI/2026-0042/EREF/E2E-1"
    german = "166?00GUTSCHRIFT?20SVWZ+2026-0042?30INGBNL2A?31NL20INGB0001234567?32Bakkerij Korst"
    found = [
        mt940(":61:2611021102C10,00NTRFEREF//BR-42", f":86:{text}")
        for text in (words, german, "SEPA Overboeking  IBAN: NL20INGB0001234567\r\nNaam: Bakkerij Korst")
    ]
    second = found[0].replace(b":60F:C261101EUR100", b":60M:C261102EUR110")
    pages = found[0].replace(b":62F:", b":62M:") + second.replace(
        b":62F:C261102EUR110", b":62F:C261102EUR120"
    )
    interim = b":20:I\r\n:25:NL91ABNA0417164300\r\n:28C:1/1\r\n:34F:EURC1,00\r\n:13D:2611021200+0100\r\n"
    interim += b":61:2611021102C10,00NTRFNONREF\r\n:86:x\r\n:90C:1EUR10,00\r\n-"
    return [*found, pages, b"{1:F01ABNANL2AXXXX}{2:I942X}{4:\r\n" + interim + b"}", found[0] + found[1]]


def _ubl() -> list[bytes]:
    credit = invoice(kind="credit_note", number="C-1", invoice_number="2026-0042")
    return [
        ubl.write(invoice()),
        ubl.write(credit),
        ubl.write(invoice(prepaid_cents=21000, payable_cents=100000)),
    ]


def _cii() -> list[bytes]:
    return [cii_document(), cii_document(("380</ram:TypeCode>", "381</ram:TypeCode>"))]


def _pdf() -> list[bytes]:
    found = []
    for content in (cii_document(), ubl.write(invoice())):
        writer, file = PdfWriter(), BytesIO()
        writer.add_blank_page(100, 100)
        writer.add_attachment("factur-x.xml", content)
        writer.write(file)
        found.append(file.getvalue())
    return found


def _cases() -> list[Case]:
    return [*COLUMN_CASES.values(), *LAYOUT_CASES.values()]


def _mapping(case: Case) -> bytes:
    """Return the mapping that a case asks for, as JSON, with what the case leaves to be seen from its text."""
    seen: dict[str, object] = {"delimiter": max(";,\t|", key=case.text.count)} if case.text else {}
    if _POINTED.search(case.text):
        seen["thousands"] = "."
    if seen.get("delimiter") == ",":
        seen["decimal"] = "."
    settings = {name: _plain(value) for name, value in case.settings.items() if value is not None}
    return json.dumps({"kind": case.kind, **seen, **settings, "columns": case.columns}).encode()


def _plain(value: object) -> object:
    if isinstance(value, dict):
        ages = {title: [day for day in ages if day is not None] for title, ages in value.items()}
        return {title: days for title, days in ages.items() if days}
    return value.isoformat() if isinstance(value, date) else value


def _lists() -> list[bytes]:
    return [_mapping(case) + SEPARATOR + case.text.encode() for case in _cases()]


_BOOK = Case("", {"number": "F", "debtor_name": "K", "open": "O", "due_date": "V"}, {"dates": "yyyy-mm-dd"})


@cache
def _books() -> tuple[bytes, ...]:
    """Return a small list as each kind of workbook."""
    cells: dict[tuple[int, int], str | float] = {(0, 0): "F", (0, 1): "K", (0, 2): "O", (0, 3): "V"}
    cells |= {(1, 0): "F1", (1, 1): "Korst", (1, 2): 12.5, (1, 3): "2026-02-01"}
    return (
        workbook({"Blad1": [("F", "K", "O", "V"), ("F1", "Korst", 12.5, date(2026, 2, 1))]}),
        xls(cells, size_min=0),
        ods(ods_row("F", "K", "O", "V"), ods_row("F1", "Korst", 12.5, "2026-02-01")),
    )


def _own_lists() -> list[bytes]:
    party = Party(number="D-1", name="Bakkerij Korst & Kruim", email="factuur@korst.example", city="Utrecht")
    item = OpenItem(
        number="2026-0042",
        debtor=party,
        issue_date=date(2026, 10, 1),
        due_date=date(2026, 10, 31),
        currency="EUR",
        total_cents=121000,
        open_cents=60500,
    )
    entry_ = DebtorEntry(party=party, capacity="LEGAL_PERSON", contacts=(ContactDetails(name="Noor de Wit"),))
    whole = OpenItemList(format="csv", complete=True, as_of=date(2026, 11, 22), items=(item, item))
    return [open_items.write(whole), debtors.write(DebtorList(format="csv", debtors=(entry_,)))]


def _archives() -> list[bytes]:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("afschriften/a.xml", _camt()[0])
        package.writestr("b.sta", _mt940()[0])
        package.writestr("lijst.csv", _own_lists()[0])
    return [out.getvalue()]
