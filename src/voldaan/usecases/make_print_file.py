"""Put the letters of a day together to be printed, each once: one PDF in the order of the post, with an index.

The files stand whole on disk before the rows are marked, in one transaction. Killed in between, the next run makes the
same files of the same letters, finds them there, and marks them; asked for another folder it says where they lie, since
the home remembers where each was begun. Letters of several clients may lie in one print file.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from voldaan.channels.mailbox import WRITTEN
from voldaan.channels.print_folder import begun, files_named, forget_begun, note_begun, write_whole
from voldaan.letters.print_file import (
    LETTERS_MAX,
    CannotPrint,
    FinishedLetter,
    PrintedTogether,
    in_postal_order,
    print_together,
)
from voldaan.letters.print_manifest import MADE_BY, Window, index_pdf, manifest_csv, manifest_json
from voldaan.records import archive, events
from voldaan.records.models import Client, Message, PrintFile
from voldaan.records.posted_letters import (
    days_forgotten,
    invoice_numbers,
    is_known,
    letters_to_print,
    mark_printed,
)
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.write_messages import message_event

_NAMES: Final = uuid5(NAMESPACE_URL, "https://voldaan.example/print-file")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePrintFile:
    """One print file that was made."""

    folder: Path
    uuid: str
    letters: int
    sheets: int
    pages: int


@dataclass(slots=True)
class Printed:
    """What was made, and what was not."""

    files: list[MadePrintFile] = field(default_factory=list)
    forgotten: dict[date, int] = field(default_factory=dict)
    """How many letters of earlier days are in no print file."""


def make_print_file(
    clients: Sequence[Client],
    *,
    on: date,
    at: datetime,
    by: str,
    out: Path,
    duplex: bool = False,
    window: Window = "left",
) -> Printed:
    """Make a print file of the letters of these clients that went to the folder on the day `on` and are in none yet.

    More than a print file holds become several, one after another in the order of the post.

    Raises:
        CannotPrint: a letter is no whole PDF, or another run printed one of these meanwhile.
        NotInArchive: a letter is not in the archive.
        FolderIsTaken: the folder that it would get holds something else.
        OSError: the files cannot be written.
    """
    letters = {letter.uuid: letter for client in clients for letter in _letters(client, on)}
    _must_not_lie_elsewhere(letters, out)
    done = Printed()
    for batch in [*_begun(letters, out, on), *_new(letters, duplex=duplex, window=window)]:
        printed = print_together(batch.letters, duplex=batch.duplex)
        number = _number(printed)
        folder = out / f"{_folders(on)}{number.hex[:8]}"
        note_begun(_notes(), str(number), folder)
        write_whole(folder, _files(printed, number, on, batch.window))
        _mark(clients, printed, number, on=on, at=at, by=by)
        done.files.append(
            MadePrintFile(
                folder=folder,
                uuid=str(number),
                letters=len(batch.letters),
                sheets=printed.sheets,
                pages=printed.pages,
            )
        )
    for client in clients:
        with rows_of(client):
            for day, count in days_forgotten(on, said=WRITTEN).items():
                done.forgotten[day] = done.forgotten.get(day, 0) + count
    return done


class _Batch(NamedTuple):
    letters: list[FinishedLetter]
    duplex: bool
    window: Window


def _notes() -> Path:
    return Path(settings.VOLDAAN_HOME) / "print-begun"


def _must_not_lie_elsewhere(letters: dict[str, FinishedLetter], out: Path) -> None:
    """Refuse letters that lie whole in a print file in another folder and were never marked: they may be printed.

    Raises:
        CannotPrint: some do, and where.
    """
    for name, folder in begun(_notes()).items():
        manifest = folder / "manifest.json"
        if is_known(name) or not manifest.is_file():
            # Marked since, never finished, or thrown away.
            forget_begun(_notes(), name)
            continue
        told = _manifest(manifest.read_bytes())
        if folder.parent != out.resolve() and any(row["uuid"] in letters for row in told.get("letters", ())):
            raise CannotPrint(
                f"In {folder} ligt een printbestand met deze brieven dat niet is afgemaakt. Misschien is het al "
                f"gedrukt. Maak het af met --out {folder.parent}, of gooi die map weg als er niets uit is gedrukt."
            )


def _begun(letters: dict[str, FinishedLetter], out: Path, on: date) -> list[_Batch]:
    """Take out of `letters` what lies in print files of this day that stand on disk and were never marked.

    Raises:
        CannotPrint: some letters of such a print file are not among these.
    """
    found: list[_Batch] = []
    for folder, content in files_named("manifest.json", under=out, folders=f"{_folders(on)}*"):
        told = _manifest(content)
        uuids = [row["uuid"] for row in told.get("letters", ())]
        here = [uuid for uuid in uuids if uuid in letters]
        if here and len(here) < len(uuids):
            raise CannotPrint(
                f"{folder} is eerder begonnen en niet afgemaakt, en van zijn {len(uuids)} brieven horen er {len(here)} "
                "bij deze vraag. Maak hem eerst af: geef dezelfde opdracht zonder --client. Of gooi die map weg als er "
                "niets uit is gedrukt."
            )
        if here:
            found.append(_Batch([letters.pop(uuid) for uuid in uuids], told["duplex"], told["window"]))
    return found


def _manifest(content: bytes) -> dict[str, Any]:
    """Return a manifest of ours, or nothing where it is none, or where somebody changed what it is read for."""
    try:
        told = json.loads(content)
        is_ours = told["made_by"] == MADE_BY and {"duplex", "window"} <= told.keys()
        return told if is_ours and all(isinstance(row["uuid"], str) for row in told["letters"]) else {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _new(letters: dict[str, FinishedLetter], *, duplex: bool, window: Window) -> list[_Batch]:
    ordered = in_postal_order(letters.values())
    starts = range(0, len(ordered), LETTERS_MAX)
    return [_Batch(ordered[start : start + LETTERS_MAX], duplex, window) for start in starts]


def _folders(on: date) -> str:
    """Return how the name of a print file's folder begins."""
    return f"printbestand-{on.isoformat()}-"


def _letters(client: Client, on: date) -> list[FinishedLetter]:
    with rows_of(client):
        messages = letters_to_print(on, said=WRITTEN)
        numbers = invoice_numbers(messages)
    return [_letter(client, message, numbers.get(message.pk, ())) for message in messages]


def _letter(client: Client, message: Message, invoices: tuple[str, ...]) -> FinishedLetter:
    to: dict[str, Any] = message.facts.get("addressee") or {}
    return FinishedLetter(
        uuid=str(message.uuid),
        pdf=archive.fetch(message.sent_sha256),
        lines=tuple(message.recipient.splitlines()),
        debtor=message.account.number,
        client=client.key,
        street=to.get("street") or "",
        postcode=to.get("postcode") or "",
        country=to.get("country") or "NL",
        invoices=invoices,
    )


def _number(printed: PrintedTogether) -> UUID:
    """Return a number that follows from the letters, so that the same letters are the same print file."""
    sides = "duplex" if printed.duplex else "simplex"
    return uuid5(_NAMES, "\n".join([sides, *(one.letter.uuid for one in printed.placed)]))


def _files(printed: PrintedTogether, number: UUID, on: date, window: Window) -> dict[str, bytes]:
    return {
        "letters.pdf": printed.pdf,
        "index.pdf": index_pdf(printed, uuid=str(number), on=on),
        "manifest.csv": manifest_csv(printed, window=window),
        "manifest.json": manifest_json(printed, uuid=str(number), on=on, window=window),
    }


def _mark(
    clients: Sequence[Client],
    printed: PrintedTogether,
    number: UUID,
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    uuids = [one.letter.uuid for one in printed.placed]
    names = {one.letter.client for one in printed.placed}
    concerned = sorted((one for one in clients if one.key in names), key=lambda one: one.pk)
    with one_transaction():
        for client in concerned:
            events.hold_still(client)
        if is_known(str(number)):
            raise CannotPrint(
                f"Printbestand {number} is intussen door een ander gemaakt; er is niets meer te doen."
            )
        row = PrintFile.objects.create(
            uuid=number, made_at=at, made_on=on, made_by=by[:200], letters=len(uuids), sheets=printed.sheets,
            sha256=hashlib.sha256(printed.pdf).hexdigest(),
        )  # fmt: skip
        marked = 0
        for client in concerned:
            with rows_of(client):
                found = mark_printed(row, uuids)
                told = [
                    message_event("message.printed", one, on=on, at=at, by=by, print_file=str(number))
                    for one in found
                ]
                events.append(client, *told)
            marked += len(found)
        if marked != len(uuids):
            raise CannotPrint(
                f"Van deze {len(uuids)} brieven zijn er {len(uuids) - marked} intussen al in een ander printbestand "
                "gezet. Er is niets als gedrukt geteld: gooi de map van dit printbestand weg en begin opnieuw."
            )
