"""Files that a person hands in at the desk: into the book, and a list that nobody described yet to be described."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voldaan.formats import archives, detect
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.source import Source
from voldaan.records.models import Client, ImportedFile
from voldaan.records.scope import rows_of
from voldaan.usecases.import_files import Imported, Importing, import_source, import_sources
from voldaan.usecases.keep_mapping import NAME_LENGTH_MAX, keep_mapping
from voldaan.usecases.keep_upload import clear_uploads, drop_upload, keep_upload, kept_upload
from voldaan.usecases.propose_mapping import can_be_mapped

FILES_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file."""

    imported: Imported
    waits: str = ""
    """The digest under which a list waits until a person has said what its columns mean; empty for all others."""


class CannotTake(ValueError):
    """The files cannot be taken as they were handed in. The message is a Dutch sentence."""


def only_one_if_complete(importing: Importing, sources: Sequence[Source]) -> None:
    """Raise `CannotTake` where a list was called complete and it is not known which."""
    if importing.complete_as_of is not None and (len(sources) != 1 or any(map(archives.is_archive, sources))):
        raise CannotTake(
            "Een volledige lijst lezen we alleen als enig bestand: anders is niet te zeggen welke lijst u bedoelt. "
            "Er is niets opgenomen. Lever haar apart aan, of laat de dag leeg."
        )


def take_uploads(importing: Importing, sources: Sequence[Source]) -> list[Taken]:
    """Take files into the book; a list that only lacks its columns is kept to be described.

    Raises:
        CannotTake: a list was called complete and there is more than one file, so that it is not known which.
    """
    only_one_if_complete(importing, sources)
    clear_uploads(at=importing.at)
    begun: list[Source] = []
    done = []
    for imported in import_sources(importing, sources, begins=lambda source, *_: begun.append(source)):
        source = begun.pop() if begun else None
        waits = _keep_if_list(importing, source, imported) if source else ""
        done.append(Taken(imported=imported, waits=waits))
    return done


def take_described(importing: Importing, digest: str, mapping: Mapping, *, name: str = "") -> Taken:
    """Take a list that waited, by the mapping that a person settled; under a name it is kept for the next list.

    Raises:
        NotKept: the list does not wait any more.
        CannotTake: the name is too long.
    """
    client = importing.client
    if len(name) > NAME_LENGTH_MAX:
        raise CannotTake(f"Geef de kolomindeling een naam van ten hoogste {NAME_LENGTH_MAX} tekens.")
    _, source = kept_upload(client, digest, at=importing.at)
    imported = import_source(replace(importing, mapping=replace(mapping, name=name)), source)
    if imported.refused:
        return Taken(imported=imported, waits=digest)
    if name:
        keep_mapping(client, replace(mapping, name=name), on=importing.on, at=importing.at, by=importing.by)
    drop_upload(client, digest)
    return Taken(imported=imported)


def newest_files(client: Client) -> list[ImportedFile]:
    """Return the files that came in last, the newest first."""
    with rows_of(client):
        return list(ImportedFile.objects.order_by("-imported_at", "-pk")[:FILES_SHOWN])


def _keep_if_list(importing: Importing, source: Source, imported: Imported) -> str:
    """Keep a list that was refused for want of its columns, and return its digest; empty for all others."""
    if not imported.refused or imported.format or detect.format_of(source) is not None:
        return ""
    if not can_be_mapped(source):
        return ""
    return keep_upload(importing.client, source, on=importing.on, at=importing.at)
