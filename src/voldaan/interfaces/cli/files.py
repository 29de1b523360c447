"""Files: look into them without a book, and take them into one."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from voldaan.domain.money import format_euro
from voldaan.formats import archives, as_json, detect
from voldaan.formats.bank.chain import ChainSoFar
from voldaan.formats.lists import ready
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.source import Source
from voldaan.formats.values import Problem, Reading, Refusal, Statement
from voldaan.interfaces.cli.answer import Refused, give, note, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_json
from voldaan.interfaces.cli.clock import now, today
from voldaan.interfaces.cli.mappings import mapping_in
from voldaan.interfaces.cli.progress import following

STATEMENTS = {"STATEMENT": "afschrift", "INTERIM": "tussentijds overzicht", "NOTIFICATION": "bericht"}


def register(add: Add) -> None:
    """Add `read` and `import`."""
    read = add("read", says="read files without a book and print what is in them", needs_book=False)
    read.add_argument("files", nargs="+", metavar="FILE", type=Path, help="files, folders or zips of files")
    read.add_argument(
        "--mapping", metavar="FILE", help="how a list is to be read: a file, or a ready mapping by name"
    )
    with_json(read)
    read.set_defaults(run=run_read)

    take = add("import", says="take files into the book, each whole or not at all")
    take.add_argument("files", nargs="+", metavar="FILE", type=Path, help="files, folders or zips of files")
    take.add_argument(
        "--mapping",
        metavar="FILE",
        help="how a list is to be read: a file, or a kept or ready mapping by name",
    )
    take.add_argument(
        "--on", metavar="DATE", type=day, help="the day on which they were handed in (default: today)"
    )
    take.add_argument(
        "--complete-as-of",
        metavar="DATE",
        type=day,
        help="this one list, read by a kept or ready mapping, names every item that was open on that day",
    )
    with_client(take)
    with_json(take)
    take.set_defaults(run=run_import)


def run_read(arguments: argparse.Namespace) -> int:
    """Print what is in each file; exit code 1 when one was refused."""
    mapping, as_lines = _mapping(arguments.mapping), not arguments.json
    refusals: list[Refusal] = []

    def refuse(source: Source, refusal: Refusal) -> None:
        refusals.append(refusal)
        _show_all(source, as_json.as_json(refusal), as_lines=as_lines)

    chain = ChainSoFar()
    with following() as follow:
        for source in _unpacked(_sources(arguments.files), refuse):
            follow.begin(source)
            try:
                readings = _read(source, mapping)
            except Refusal as refusal:
                refuse(source, refusal)
                continue
            _show_all(source, (row for one in readings for row in as_json.as_json(one)), as_lines=as_lines)
            for one in readings:
                if isinstance(one, Statement):
                    chain.add(one, source.name)
    _show_chain(chain, as_lines=as_lines)
    return int(bool(refusals))


def run_import(arguments: argparse.Namespace) -> int:
    """Take each file into the book; exit code 1 when one was refused."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.import_files import Imported, Importing, import_sources
    from voldaan.usecases.import_files import as_json as imported_json
    from voldaan.usecases.take_uploads import only_one_if_complete

    client = client_by_key(arguments.client)
    importing = Importing(
        client=client,
        mapping=_mapping(arguments.mapping, arguments.client),
        complete_as_of=arguments.complete_as_of,
        at=now(),
        on=arguments.on or today(),
        by=person(),
    )
    sources = list(_sources(arguments.files))
    only_one_if_complete(importing, sources)
    done: list[Imported] = []
    with following() as follow:
        for one in import_sources(importing, sources, begins=follow.begin_of_many):
            done.append(one)
            if arguments.json:
                give([imported_json(one)])
                continue
            counts = f"{one.new} nieuw, {one.known} al bekend, {one.refused} geweigerd"
            by = f", gelezen als ‘{one.mapping}’" if one.mapping else ""
            say(f"{one.file}: {one.format or 'onbekend'}{by}, {counts}")
            _show_problems(problem_json(problem) for problem in one.problems)
    if len(done) > 1 and not arguments.json:
        _show_sum(done)
    return int(any(one.refused for one in done))


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


def _read(source: Source, mapping: Mapping | None) -> tuple[Reading, ...]:
    """Read a file to look at it: a statement that does not close is shown as such, not refused."""
    return detect.read(source, mapping=mapping, kept=ready.mappings(), keep_unbalanced=True)


def _mapping(given: str | None, client_key: str | None = None) -> Mapping | None:
    """Return the mapping that was given: in a file, or kept with the client, or ready, by its name."""
    if given is None:
        return None
    if not Path(given).is_file():
        return _mapping_by_name(given, client_key)
    return mapping_in(Path(given))


def _mapping_by_name(name: str, client_key: str | None) -> Mapping:
    if client_key is not None:
        from voldaan.records.scope import client_by_key
        from voldaan.usecases.keep_mapping import NoSuchMapping, mapping_by_name

        try:
            return mapping_by_name(client_by_key(client_key), name)
        except NoSuchMapping as error:
            raise Refused(str(error)) from None
    found = next((one for one in ready.mappings() if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in ready.mappings())
        raise Refused(f"There is no file {name}, and no ready mapping of that name. Ready are: {known}.")
    return found


def _sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield the files that were named, and those in the folders that were named, in the order of their names."""
    for path in paths:
        inside = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        if not inside:
            raise Refused(f"{path} holds no files.")
        for one in inside:
            name = str(one.relative_to(path)) if path.is_dir() else one.name
            try:
                yield Source.of_path(one, name)
            except OSError as error:
                raise Refused(f"{one} cannot be read: {error.strerror}.") from None


def _unpacked(sources: Iterable[Source], refuse: Callable[[Source, Refusal], None]) -> Iterator[Source]:
    """Yield each file, and each file in an archive; `refuse` is told of an archive that cannot be opened."""
    for source in sources:
        try:
            yield from archives.unpacked(source)
        except Refusal as refusal:
            refuse(source, refusal)


def _show_all(source: Source, rows: Iterable[dict[str, Any]], *, as_lines: bool) -> None:
    if not as_lines:
        give(rows)
        return
    say(source.name)
    for row in rows:
        if row["kind"] in ("problem", "remark"):
            _show_problems([row])
        else:
            say("  " + _line(row))


def _show_chain(chain: ChainSoFar, *, as_lines: bool) -> None:
    """Print where the statements of all files together do not join."""
    rows = [as_json.remark(link.problem()) | {"because": link.kind} for link in chain.links()]
    if as_lines:
        _show_problems(rows)
    else:
        give(rows)


def _show_problems(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        where = row["path"] or (f"regel {row['line']}" if row["line"] else "het hele bestand")
        note(f"  {row['what'].rstrip('.')} ({where}). {row['why']} {row['how_to_fix']}")


def _show_sum(done: list[Any]) -> None:
    """Print what became of many files together, and of how many nothing was taken."""
    taken = [one for one in done if not one.refused]
    refused = len(done) - len(taken)
    new, known = sum(one.new for one in taken), sum(one.known for one in taken)
    say(f"{len(taken)} bestanden opgenomen: {new} nieuw, {known} al bekend. {refused} bestanden geweigerd.")


def _line(row: dict[str, Any]) -> str:
    kind = row["kind"]
    if kind == "statement":
        balanced = {True: "sluit", False: "sluit niet", None: "niet te bewijzen"}[row["balanced"]]
        until = f" t/m {row['closing_date']}" if row["closing_date"] else ""
        noun = STATEMENTS[row["statement_kind"]]
        which = " ".join(filter(None, (noun, row["bank_iban"], row["number"])))
        return f"{which}{until}: {row['entries']} mutaties, {balanced}"
    if kind == "transaction":
        amount = format_euro(row["amount_cents"], "nl")
        return f"  {row['booking_date']} {amount:>14} {row['counterparty_name'] or ''} {row['remittance']}".rstrip()
    if kind in ("invoice", "credit_note"):
        noun = "factuur" if kind == "invoice" else "creditnota"
        amount = format_euro(row["payable_cents"], "nl")
        days = f"van {row['issue_date']}, vervalt {row['due_date']}"
        return f"{noun} {row['number']} {days}: {amount} aan {row['debtor']['name']}"
    if kind == "payout":
        on = f" van {row['paid_out_on']}" if row["paid_out_on"] else ""
        noun = "incassobatch" if row["collected_to_iban"] else "uitbetaling"
        amount = format_euro(row["net_cents"], "nl")
        return f"{noun} {row['payout']}{on}: {amount} in {row['entries']} regels"
    if kind == "payout_line":
        amount = format_euro(row["gross_cents"], "nl")
        return f"  {amount:>14} {row['payer_name'] or ''} {row['remittance']}".rstrip()
    if kind == "debtor":
        return " ".join(filter(None, ("debiteur", row["number"], row["name"], row["city"])))
    if kind == "open_item":
        return (
            f"openstaand {row['number']}: {format_euro(row['open_cents'], 'nl')}, vervalt {row['due_date']}"
        )
    return str(row)
