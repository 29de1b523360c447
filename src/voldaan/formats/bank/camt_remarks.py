"""What is said of a CAMT statement although it is taken: nothing proves it, something is missing or left out."""

from dataclasses import dataclass

from voldaan.formats.bank.camt_leaves import Leaves
from voldaan.formats.values import Problem, Statement

_COPIES = {"DUPL": "een duplicaat", "CODU": "een kopie van een duplicaat"}
_PAGES = ("StmtPgntn/LastPgInd", "RptPgntn/LastPgInd", "NtfctnPgntn/LastPgInd")
_WHOLE_AGAIN = "Download het hele afschrift opnieuw bij de bank."


@dataclass(slots=True, kw_only=True)
class Counts:
    """What was met in the entries of one statement."""

    entries: int = 0
    left_out: int = 0
    """Entries that are not booked."""
    whole_batches: int = 0
    """Entries of several payments that became one movement."""


def remarks(
    statement: Statement, leaves: Leaves, header: Leaves, counts: Counts, *, file: str, path: str
) -> tuple[Problem, ...]:
    """Return everything that is to be said of a statement, in the order of its weight."""
    said = [
        *_unproven(statement, counts, leaves),
        *_pages(leaves, header),
        *_copy(leaves),
        *_left_out(counts),
        *_whole_batches(counts),
    ]
    return tuple(Problem(file=file, what=what, why=why, how_to_fix=how, path=path) for what, why, how in said)


def _unproven(statement: Statement, counts: Counts, leaves: Leaves) -> list[tuple[str, str, str]]:
    """Say which balance is missing, and whether the number of entries is at least what the bank counted."""
    if statement.balanced is not None:
        return []
    said = []
    if statement.kind == "STATEMENT":
        missing = [
            name
            for name, cents in (
                ("beginsaldo (OPBD of PRCD)", statement.opening_cents),
                ("eindsaldo (CLBD)", statement.closing_cents),
            )
            if cents is None
        ]
        said.append(
            (
                f"Afschrift {statement.number or ''} is niet te bewijzen.".replace("  ", " "),
                f"Het {' en het '.join(missing)} {'ontbreken' if len(missing) > 1 else 'ontbreekt'}; "
                "een boeking die weg is, valt niet op.",
                "Download het dagafschrift met saldi (CAMT.053) bij de bank, als dat er is.",
            )
        )
    number = leaves.get("TxsSummry/TtlNtries/NbOfNtries", "")
    if number.isascii() and number.isdigit() and int(number[:15]) != counts.entries:
        said.append(
            (
                f"De bank telt {number[:15]} boekingen, er staan er {counts.entries} in.",
                "Het bestand is ingekort, of de bank telt anders.",
                _WHOLE_AGAIN,
            )
        )
    return said


def _pages(leaves: Leaves, header: Leaves) -> list[tuple[str, str, str]]:
    """Say that this is not the last page."""
    last = [leaves.get(path) for path in _PAGES] + [header.get("MsgPgntn/LastPgInd")]
    if not {"false", "0"} & set(last):
        return []
    return [
        (
            "Dit is niet de laatste bladzijde van het afschrift.",
            "De bank heeft het in delen gestuurd; de boekingen van de andere delen staan hier niet in.",
            "Lever ook de andere delen aan.",
        )
    ]


def _copy(leaves: Leaves) -> list[tuple[str, str, str]]:
    """Say that the bank sent it before."""
    kind = _COPIES.get(leaves.get("CpyDplctInd", ""))
    if kind is None:
        return []
    return [
        (
            f"De bank noemt dit {kind}.",
            "Hetzelfde afschrift is al eerder gestuurd.",
            "Niets, als u het eerste ook aanleverde: een boeking tellen we één keer.",
        )
    ]


def _left_out(counts: Counts) -> list[tuple[str, str, str]]:
    """Say how many entries are not booked."""
    if not counts.left_out:
        return []
    return [
        (
            f"Boekingen die niet definitief zijn en niet meetellen: {counts.left_out} van de {counts.entries}.",
            "De bank noemt ze verwacht (PDNG), aangekondigd (FUTR) of alleen ter informatie (INFO).",
            "Niets: ze staan in een later afschrift als ze geboekt zijn.",
        )
    ]


def _whole_batches(counts: Counts) -> list[tuple[str, str, str]]:
    """Say how many batches could not be taken apart."""
    if not counts.whole_batches:
        return []
    return [
        (
            f"Verzamelboekingen die niet zijn uitgesplitst: {counts.whole_batches}.",
            "De losse betalingen staan niet in het bestand, of ze tellen niet op tot de boeking.",
            "Vraag de bank om een afschrift met de verzamelboekingen uitgesplitst.",
        )
    ]
