"""The CSV and TAB files that banks let their clients download: one statement for each account in them.

The layouts are a table (`exports_layouts`). A bank that writes a balance beside each movement proves its file row by
row: where a balance does not follow from the one before, a row is gone or was changed, and the file is refused.
"""

from dataclasses import replace

from voldaan.formats.amounts import format_cents
from voldaan.formats.bank.exports_foreign import foreign
from voldaan.formats.bank.exports_layouts import Layout
from voldaan.formats.bank.exports_order import AccountRows, Break
from voldaan.formats.bank.exports_rows import Account, Row, RowReader
from voldaan.formats.bank.exports_table import rows, table_of
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import Problem, Statement, Transaction

__all__ = ["foreign", "read", "recognises"]

_OFFICIAL = "Download liever het afschrift bij de bank (CAMT.053 of MT940): daarin staan saldi en rekening."


def recognises(head: bytes) -> bool:
    """Test if the bytes begin a file of a bank whose layout we know."""
    return table_of(head) is not None


def read(source: Source, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    """Return a statement for each account and currency in a file, its movements with the oldest first.

    Raises:
        Refusal: a row is not as its bank writes it, or balances do not follow from each other. With
            `keep_unbalanced` the latter is a remark on a statement that does not add up.
    """
    table = table_of(source.head)
    if table is None:
        raise refuse(
            source.name,
            "De kolommen van dit bestand kennen we niet.",
            "Het is niet in een indeling die we van een bank kennen.",
            _OFFICIAL,
        )
    findings = Findings(file=source.name)
    reader = RowReader(table, findings)
    accounts: dict[Account, AccountRows] = {}
    for line, cells in rows(source, table):
        found = reader.read(line, cells)
        if found:
            account, row = found
            if account not in accounts:
                accounts[account] = AccountRows(source.shelf)
            accounts[account].append(row)
    findings.refuse_if_any()
    if not accounts:
        raise refuse(
            source.name,
            "In dit bestand staat geen boeking.",
            f"Het is een bestand van {table.layout.title} zonder geboekte regels.",
            "Kies bij het downloaden een periode met bij- of afschrijvingen.",
        )
    statements = [
        _statement(account, found, table.layout, source, findings, keep_unbalanced=keep_unbalanced)
        for account, found in accounts.items()
    ]
    findings.refuse_if_any()
    return _with_not_booked(statements, reader.not_booked, source.name)


def _statement(
    account: Account,
    found: AccountRows,
    layout: Layout,
    source: Source,
    findings: Findings,
    *,
    keep_unbalanced: bool,
) -> Statement:
    """Return the statement of one account; a break in its balances is added to the findings."""
    ordered, broken = found.in_order()
    contradictions = Findings(file=source.name) if keep_unbalanced else findings
    _add_unbalanced(found.contradicting, broken, account, contradictions)
    movements: Spool[Transaction] = source.shelf.spool()
    first: Row | None = None
    last: Row | None = None
    total = 0
    with movements:
        for row in ordered:
            first, last = first or row, row
            movements.extend(row.movements)
            total += row.total_cents
    assert first is not None and last is not None
    return Statement(
        format=f"export.{layout.bank}",
        bank_iban=account.iban,
        currency=account.currency,
        number=None,
        opening_cents=first.before_cents if found.has_balances else None,
        closing_cents=last.after_cents if found.has_balances else None,
        opening_date=found.first_day,
        closing_date=found.last_day,
        transactions=movements,
        bank_account_name=account.name,
        movements_cents=total,
        remarks=(
            *(contradictions.problems if keep_unbalanced else ()),
            *_remarks(account, found, layout, source.name),
        ),
    )


def _add_unbalanced(wrong: Row | None, broken: Break | None, account: Account, findings: Findings) -> None:
    """Add the problem of a row that contradicts itself, and of two rows whose balances do not meet."""
    again = "Download het bestand opnieuw bij de bank en lever het onbewerkt aan."
    if wrong is not None:
        findings.add(
            f"Het saldo na regel {wrong.line} volgt niet uit het saldo ervoor en het bedrag.",
            f"{format_cents(wrong.before_cents or 0)} en {format_cents(wrong.total_cents)} geven niet "
            f"{format_cents(wrong.after_cents or 0)} {account.currency}: de regel is veranderd.",
            again,
            line=wrong.line,
        )
    if broken is not None:
        earlier, later = broken.earlier, broken.later
        findings.add(
            f"Tussen regel {earlier.line} en regel {later.line} sluit het saldo niet aan: "
            f"het verschil is {format_cents(broken.difference_cents)} {account.currency}.",
            f"Na regel {earlier.line} staat er {format_cents(earlier.after_cents or 0)} op de rekening, vóór regel "
            f"{later.line} {format_cents(later.before_cents or 0)}: er is een regel weggehaald of veranderd.",
            again,
            line=later.line,
        )


def _remarks(account: Account, found: AccountRows, layout: Layout, file: str) -> list[Problem]:
    """Return what is to be said of a statement that was read all the same."""
    remarks = []
    if not found.has_balances:
        remarks.append(
            Problem(
                file=file,
                what="Dat alle boekingen erin staan is niet te bewijzen.",
                why=f"In dit bestand van {layout.title} staat niet bij elke boeking een saldo.",
                how_to_fix=_OFFICIAL,
            )
        )
    if not account.iban:
        remarks.append(
            Problem(
                file=file,
                what="Van welke rekening dit bestand is, staat er niet in.",
                why=f"{layout.title} zet de eigen rekening niet in dit bestand.",
                how_to_fix=_OFFICIAL,
            )
        )
    return remarks


def _with_not_booked(statements: list[Statement], count: int, file: str) -> tuple[Statement, ...]:
    """Return the statements, the first with a remark on the rows that are not on the account."""
    if not count:
        return tuple(statements)
    remark = Problem(
        file=file,
        what=f"{count} {'regel is' if count == 1 else 'regels zijn'} niet geboekt en "
        f"{'telt' if count == 1 else 'tellen'} niet mee.",
        why="De bank noemt ze in behandeling, geweigerd of teruggedraaid.",
        how_to_fix="U hoeft niets te doen: wat later wel wordt geboekt, staat in een volgend bestand.",
    )
    return (replace(statements[0], remarks=(*statements[0].remarks, remark)), *statements[1:])
