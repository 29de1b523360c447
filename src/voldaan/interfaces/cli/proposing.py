"""A proposal of how a list is to be read, printed with its reasons, its questions and its first rows."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voldaan.domain.money import format_euro
from voldaan.formats import as_json
from voldaan.formats.lists.mapping import Mapping, mapping_text
from voldaan.formats.lists.proposals import Choice, Preview, Proposal
from voldaan.formats.lists.proposals_asked import UnknownTitles
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorEntry, DebtorList, OpenItem, OpenItemList, Problem, Refusal
from voldaan.interfaces.cli.answer import Refused, give, note, say
from voldaan.interfaces.cli.arguments import Add, with_json
from voldaan.interfaces.cli.clock import today

if TYPE_CHECKING:
    from voldaan.usecases.propose_mapping import Settling

_HOW_TO_POINT = "Of wijs zelf aan wat waar staat, bijvoorbeeld met --header 3 --kind open_items."
KIND_WORDS = {"OPEN_ITEMS": "openstaande posten", "DEBTORS": "debiteuren"}


def register_propose(add: Add, mapping: object) -> None:
    """Add `mapping propose`."""
    propose = add(
        "propose",
        says="propose how a list is to be read; what can be read in two ways is asked",
        needs_book=False,
        under=mapping,
    )
    propose.add_argument("file", metavar="FILE", type=Path)
    propose.add_argument("--sheet", metavar="NAME", help="the worksheet that holds the list")
    propose.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=CHOICE",
        help="the answer to a question; column:3=due_date says what column 3 is, column:3=none that it is left unread",
    )
    propose.add_argument(
        "--header", metavar="LINE", help="the line of the header, where its titles are not known to us"
    )
    propose.add_argument(
        "--kind",
        choices=("open_items", "debtors"),
        help="what kind of list it is, where its titles do not say",
    )
    propose.add_argument("--name", default="", help="what to call the mapping")
    propose.add_argument("--out", metavar="FILE", type=Path, help="write the mapping here, in TOML")
    with_json(propose)
    propose.set_defaults(run=run_propose)


def run_propose(arguments: argparse.Namespace) -> int:
    """Print how a list would be read; exit code 1 while a question is open."""
    from voldaan.usecases.propose_mapping import settle

    answers = dict(_answer(text) for text in arguments.answer)
    if arguments.sheet:
        answers["sheet"] = f"sheet:{arguments.sheet}"
    if arguments.header:
        answers["header"] = arguments.header
    if arguments.kind:
        answers["kind"] = arguments.kind.upper()
    try:
        settling = settle(Source.of_path(arguments.file), answers)
    except UnknownTitles as refusal:
        raise Refused(f"{_sentence(refusal.problems[0])} {_HOW_TO_POINT}") from None
    except Refusal as refusal:
        raise Refused(_sentence(refusal.problems[0])) from None
    except OSError as error:
        raise Refused(f"{arguments.file} cannot be read: {error.strerror}.") from None
    if settling.problems:
        raise Refused(_sentence(settling.problems[0]))
    _refuse_unused(settling, arguments.sheet)
    text = "" if settling.mapping is None else mapping_text(named(settling.mapping, arguments.name))
    if arguments.json:
        give(_rows(settling, text))
    else:
        _show(settling, str(arguments.file))
    if not text:
        return 1
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")
        note(
            f"De mapping staat in {arguments.out}. Bewaren: voldaan mapping keep {arguments.out} --client SLEUTEL"
        )
    elif not arguments.json:
        say()
        say(text.rstrip())
    return int(bool(settling.proposal.preview and settling.proposal.preview.problems))


def named(mapping: Mapping, name: str | None) -> Mapping:
    """Return the mapping under another name, where one is given."""
    return replace(mapping, name=name) if name else mapping


def _answer(text: str) -> tuple[str, str]:
    """Return question and choice of an answer."""
    key, sign, choice = text.partition("=")
    if not (sign and key and choice):
        raise Refused(f"{text!r} must look like dates=dd-mm-yyyy.")
    return key, choice


def _refuse_unused(settling: "Settling", sheet: str | None) -> None:
    """Raise `Refused` for an answer to what was not asked: it would disappear without a word."""
    unused = [key for key in settling.unused if key != "sheet"]
    if unused:
        known = ", ".join(choice.key for choice in settling.asked) or "geen"
        raise Refused(f"Bij dit bestand is niet gevraagd naar {', '.join(unused)}. De vragen zijn: {known}.")
    mapping = settling.mapping
    names = [sight.name for sight in settling.proposal.look.sights]
    if sheet and "sheet" in settling.unused and (mapping is None or (mapping.sheet or names[0]) != sheet):
        there = ", ".join(name for name in names if name) or "geen"
        raise Refused(f"Op het blad ‘{sheet}’ staat geen lijst. De bladen zijn: {there}.")


def _show(settling: "Settling", file: str) -> None:
    """Print a proposal for people."""
    proposal = settling.proposal
    say(f"{proposal.file}: lijst van {KIND_WORDS.get(proposal.kind or '', 'nog onbekend wat')}")
    for column in proposal.columns:
        meaning = f" = {column.meaning}" if column.meaning else ""
        say(f"  {column.number:>3}  {column.title or '(zonder titel)'}{meaning}: {column.why}")
    for sentence in proposal.evidence:
        say(f"  {sentence}")
    if settling.open:
        say()
        say(f"Nog te beantwoorden: {len(settling.open)}")
        for choice in settling.open:
            _ask(choice)
        first = settling.open[0]
        example = first.options[0].value if first.options else f"{today()}"
        note(f"Antwoord bijvoorbeeld zo: voldaan mapping propose {file} --answer {first.key}={example}")
    if settling.mapping is not None and proposal.preview is not None:
        _show_preview(proposal.preview)


def _ask(choice: Choice) -> None:
    """Print a question with its choices."""
    say(f"  {choice.key}: {choice.question}")
    for option in choice.options:
        example = f" ({option.example})" if option.example else ""
        say(f"    {choice.key}={option.value}  {option.label}{example}")
    if not choice.options:
        say(f"    {choice.key}=JJJJ-MM-DD")


def _show_preview(preview: Preview) -> None:
    """Print the first rows as they would be read, or why the list would be refused."""
    say()
    if preview.problems:
        say("Zo gelezen wordt de lijst geweigerd:")
        for problem in preview.problems:
            say(f"  {_sentence(problem)}")
        return
    total = "" if preview.total_cents is None else f", samen {format_euro(preview.total_cents, 'nl')}"
    count = (
        "de lijst is te lang om nu te tellen"
        if preview.count is None
        else f"{preview.count} in de hele lijst"
    )
    say(f"Zo lezen wij de eerste rijen ({count}{total}):")
    for row in preview.rows:
        say(f"  {_line(row)}")


def _line(row: OpenItem | DebtorEntry) -> str:
    """Return a row as it would be read."""
    if isinstance(row, DebtorEntry):
        party = row.party
        return " ".join(filter(None, (party.number, party.name, party.email, party.postcode, party.city)))
    debtor = " ".join(filter(None, (row.debtor.number, row.debtor.name)))
    days = f"van {row.issue_date or 'onbekend'}, vervalt {row.due_date or 'onbekend'}"
    return f"{row.number} {debtor}: {days}, open {format_euro(row.open_cents, 'nl')}"


def _sentence(problem: Problem) -> str:
    """Return a problem in sentences, with its place."""
    where = f" (regel {problem.line})" if problem.line else ""
    return f"{problem.what.rstrip('.')}{where}. {problem.why} {problem.how_to_fix}"


def _rows(settling: "Settling", text: str) -> Iterator[dict[str, Any]]:
    """Yield a proposal as JSON objects: the whole, its columns, its questions, the first rows as they would be read."""
    proposal = settling.proposal
    preview = proposal.preview if text else None
    yield {
        "kind": "proposal",
        "file": proposal.file,
        "list_kind": proposal.kind,
        "evidence": list(proposal.evidence),
        "mapping": text or None,
        "count": preview.count if preview else None,
        "total_cents": preview.total_cents if preview else None,
    }
    yield from _column_rows(proposal)
    for choice in settling.open:
        options = [
            {"choice": one.value, "label": one.label, "example": one.example} for one in choice.options
        ]
        yield {"kind": "question", "key": choice.key, "question": choice.question, "choices": options}
    if preview:
        yield from _preview_rows(preview)


def _column_rows(proposal: Proposal) -> Iterator[dict[str, Any]]:
    """Yield the columns of a proposal."""
    for one in proposal.columns:
        yield {
            "kind": "column",
            "number": one.number,
            "title": one.title,
            "meaning": one.meaning,
            "why": one.why,
            "examples": list(one.examples),
        }


def _preview_rows(preview: Preview) -> Iterator[dict[str, Any]]:
    """Yield the first rows in the shape of `voldaan read --json`, then why the list would be refused."""
    items = [row for row in preview.rows if isinstance(row, OpenItem)]
    debtors = [row for row in preview.rows if isinstance(row, DebtorEntry)]
    if items:
        yield from as_json.as_json(OpenItemList(format="preview", complete=False, as_of=None, items=items))
    if debtors:
        yield from as_json.as_json(DebtorList(format="preview", debtors=debtors))
    for problem in preview.problems:
        yield from as_json.as_json(problem)
