"""Files: look into them without a book, and take them into one."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from voldaan.domain.money import format_euro
from voldaan.formats import as_json, detect
from voldaan.formats.open_items import Mapping, parse_mapping
from voldaan.formats.values import Problem, Reading, Refusal
from voldaan.interfaces.cli.answer import Refused, give, note, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_json
from voldaan.interfaces.cli.clock import now, today


def register(add: Add) -> None:
    """Add `read` and `import`."""
    read = add("read", says="read files without a book and print what is in them", needs_book=False)
    read.add_argument("files", nargs="+", metavar="FILE", type=Path)
    read.add_argument("--mapping", metavar="FILE", type=Path, help="how the columns of a list are to be read")
    with_json(read)
    read.set_defaults(run=run_read)

    take = add("import", says="take files into the book, each whole or not at all")
    take.add_argument("files", nargs="+", metavar="FILE", type=Path, help="files, or folders of files")
    take.add_argument("--mapping", metavar="FILE", type=Path, help="how the columns of a list are to be read")
    take.add_argument(
        "--on", metavar="DATE", type=day, help="the day on which they were handed in (default: today)"
    )
    with_client(take)
    with_json(take)
    take.set_defaults(run=run_import)


def run_read(arguments: argparse.Namespace) -> int:
    """Print what is in each file; exit code 1 when one was refused."""
    refused = False
    mapping = _mapping(arguments.mapping)
    for path in _files(arguments.files):
        try:
            rows = [row for reading in _readings(path, mapping) for row in as_json.as_json(reading)]
        except Refusal as refusal:
            refused = True
            rows = [problem_json(problem) for problem in refusal.problems]
        if arguments.json:
            give(rows)
        else:
            _show(path, rows)
    return int(refused)


def run_import(arguments: argparse.Namespace) -> int:
    """Take each file into the book; exit code 1 when one was refused."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.import_files import as_json as imported_json
    from voldaan.usecases.import_files import import_file

    client = client_by_key(arguments.client)
    mapping = _mapping(arguments.mapping)
    refused = False
    for path in _files(arguments.files):
        done = import_file(
            client,
            name=path.name,
            data=_bytes(path),
            mapping=mapping,
            at=now(),
            on=arguments.on or today(),
            by=person(),
        )
        refused = refused or done.refused > 0
        if arguments.json:
            give([imported_json(done)])
        else:
            counts = f"{done.new} nieuw, {done.known} al bekend, {done.refused} geweigerd"
            say(f"{path.name}: {done.format or 'onbekend'}, {counts}")
            _show_problems(problem_json(problem) for problem in done.problems)
    return int(refused)


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as `--json` prints it."""
    return {
        "kind": "problem",
        "file": problem.file,
        "line": problem.line,
        "path": problem.path,
        "what": problem.what,
        "why": problem.why,
        "how_to_fix": problem.how_to_fix,
    }


def _readings(path: Path, mapping: Mapping | None) -> tuple[Reading, ...]:
    """Read a file to look at it: a statement that does not close is shown as such, not refused."""
    return detect.read_file(_bytes(path), path.name, mapping=mapping, keep_unbalanced=True)


def _mapping(path: Path | None) -> Mapping | None:
    if path is None:
        return None
    try:
        return parse_mapping(_bytes(path).decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(f"{path} is not UTF-8 text; save the mapping as UTF-8.") from None
    except ValueError as error:
        raise Refused(f"{path}: {error}") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file())
            if not inside:
                raise Refused(f"{path} holds no files.")
            yield from inside
        else:
            yield path


def _show(path: Path, rows: list[dict[str, Any]]) -> None:
    say(str(path))
    for row in rows:
        if row["kind"] == "problem":
            continue
        say("  " + _line(row))
    _show_problems(row for row in rows if row["kind"] == "problem")


def _show_problems(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        where = row["path"] or (f"regel {row['line']}" if row["line"] else "het hele bestand")
        note(f"  {row['what'].rstrip('.')} ({where}). {row['why']} {row['how_to_fix']}")


def _line(row: dict[str, Any]) -> str:
    kind = row["kind"]
    if kind == "statement":
        balanced = {True: "sluit", False: "sluit niet", None: "zonder saldi"}[row["balanced"]]
        until = f"t/m {row['closing_date']}: {row['entries']} mutaties, {balanced}"
        return f"afschrift {row['bank_iban']} {row['number'] or ''} {until}"
    if kind == "transaction":
        amount = format_euro(row["amount_cents"], "nl")
        return f"  {row['booking_date']} {amount:>14} {row['counterparty_name'] or ''} {row['remittance']}".rstrip()
    if kind in ("invoice", "credit_note"):
        noun = "factuur" if kind == "invoice" else "creditnota"
        amount = format_euro(row["payable_cents"], "nl")
        days = f"van {row['issue_date']}, vervalt {row['due_date']}"
        return f"{noun} {row['number']} {days}: {amount} aan {row['debtor']['name']}"
    if kind == "open_item":
        return (
            f"openstaand {row['number']}: {format_euro(row['open_cents'], 'nl')}, vervalt {row['due_date']}"
        )
    return str(row)
