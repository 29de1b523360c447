"""The doors through which bytes enter, one function each: it raises where an invariant does not hold."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from tests.fuzz.invariants import check_problems, check_reading, check_readings, check_refusal, check_same
from voldaan.formats import archives, auditfile, detect
from voldaan.formats.bank import camt, exports, mt940
from voldaan.formats.bank.chain import chain
from voldaan.formats.invoices import cii, pdf, ubl
from voldaan.formats.lists import proposals, reading, ready
from voldaan.formats.lists.mapping import Mapping, MappingError, mapping_text, parse_mapping
from voldaan.formats.payouts import direct_debits, specifications
from voldaan.formats.source import HEAD_BYTES, Source
from voldaan.formats.spool import Shelf
from voldaan.formats.values import Reading, Refusal, Statement

NAME = "bestand"
SEPARATOR = b"\n-----\n"
"""Between a mapping and the list that it describes, in the input for `lists`."""
ROUNDS_MAX = 40
MEMBERS_LOOKED_AT = 20
RECOGNISERS = (pdf, ubl, cii, auditfile, camt, mt940, exports, direct_debits, specifications)

Read = Callable[[Source], Iterable[Reading]]


def _source(data: bytes, *, on_disk: bool = False) -> Source:
    source = Source.of_bytes(data, NAME)
    if on_disk:
        source.shelf = Shelf(rows_in_memory=0)
    return source


def _examine(read: Read, data: bytes, *, unbalanced: bool = False) -> tuple[Reading, ...]:
    """Read twice, with the rows in memory and on disk, and check what came out; nothing where it was refused."""
    try:
        found = tuple(read(_source(data)))
    except Refusal as refusal:
        check_refusal(refusal)
        try:
            again = tuple(read(_source(data, on_disk=True)))
        except Refusal as second:
            assert second.problems == refusal.problems, "refused twice for two reasons"
        else:
            raise AssertionError("refused, then read", again)
        return ()
    check_readings(found, unbalanced=unbalanced)
    check_same(found, tuple(read(_source(data, on_disk=True))))
    return found


def examine_detect(data: bytes) -> None:
    """Read whatever it is, as a person does who hands in a file."""
    source = _source(data)
    assert detect.format_of(source) in (None, *detect.SUPPORTED)
    assert type(detect.rank(source)) is int
    _examine(lambda one: detect.read(one, kept=ready.mappings()), data)


def _bank(module: object, data: bytes) -> None:
    """Read a statement strictly, then as `voldaan read` does, and chain what came out."""
    assert type(module.recognises(data[:HEAD_BYTES])) is bool  # type: ignore[attr-defined]
    read = module.read  # type: ignore[attr-defined]
    strict = _examine(read, data)
    shown = _examine(lambda one: read(one, keep_unbalanced=True), data, unbalanced=True)
    assert not strict or strict == shown, "shown as something else than what is taken"
    chain(one for one in shown if isinstance(one, Statement))


def examine_camt(data: bytes) -> None:
    """Read CAMT.052, .053 and .054."""
    _bank(camt, data)


def examine_mt940(data: bytes) -> None:
    """Read MT940 and MT942."""
    _bank(mt940, data)


def examine_exports(data: bytes) -> None:
    """Read the CSV and TAB files of banks."""
    exports.foreign(data[:HEAD_BYTES])
    _bank(exports, data)


def examine_ubl(data: bytes) -> None:
    """Read UBL."""
    assert type(ubl.recognises(data[:HEAD_BYTES])) is bool
    _examine(ubl.read, data)


def examine_cii(data: bytes) -> None:
    """Read CII."""
    assert type(cii.recognises(data[:HEAD_BYTES])) is bool
    _examine(cii.read, data)


def examine_pdf(data: bytes) -> None:
    """Read the invoice in a PDF."""
    assert type(pdf.recognises(data[:HEAD_BYTES])) is bool
    _examine(pdf.read, data)


def examine_auditfile(data: bytes) -> None:
    """Read an auditfile."""
    assert type(auditfile.recognises(data[:HEAD_BYTES])) is bool
    _examine(auditfile.read, data)


def examine_payouts(data: bytes) -> None:
    """Read direct-debit batches and payout specifications."""
    for reader in (direct_debits, specifications):
        assert type(reader.recognises(data[:HEAD_BYTES])) is bool
        _examine(reader.read, data)


def examine_lists(data: bytes) -> None:
    """Read a list by the mapping before it, or by its own header where there is none."""
    text, separator, rows = data.partition(SEPARATOR)
    if not separator:
        _examine(lambda one: (reading.read(one, None, ready.mappings()),), data)
        return
    try:
        mapping = _parsed(text)
    except (MappingError, UnicodeDecodeError):
        return
    _examine(lambda one: (reading.read(one, mapping),), rows)


@cache
def _parsed(text: bytes) -> Mapping:
    return parse_mapping(text.decode("utf-8"))


def examine_mapping(data: bytes) -> None:
    """Read a mapping; what was read is written and read again."""
    try:
        mapping = parse_mapping(data.decode("utf-8", "replace"))
    except MappingError as error:
        assert str(error).strip()
        return
    assert parse_mapping(mapping_text(mapping)) == mapping, "written as something else"


def examine_proposals(data: bytes) -> None:
    """Have a list described, answer every question, and read the list so.

    Which answer is given follows from the bytes, so that an input says everything.
    """
    try:
        proposal = proposals.propose(_source(data))
        for round_ in range(ROUNDS_MAX):
            if proposal.mapping is not None:
                break
            assert proposal.questions, "no mapping and no question"
            asked = proposal.questions[0]
            choices = [option.value for option in asked.options] or ["2026-11-22"]
            picked = choices[(data[-1 - round_ % len(data)] if data else 0) % len(choices)]
            proposal = proposal.answered({asked.key: picked})
        else:
            raise AssertionError("questions without end")
    except Refusal as refusal:
        check_refusal(refusal)
        return
    mapping = proposal.mapping
    assert mapping is not None
    assert parse_mapping(mapping_text(mapping)) == mapping, "proposed and not to be written"
    if proposal.preview is not None:
        check_problems(proposal.preview.problems)
    _examine(lambda one: (reading.read(one, mapping),), data)


def examine_archives(data: bytes) -> None:
    """Unpack, and read what is in it."""
    assert type(archives.is_archive(_source(data))) is bool
    try:
        members = list(islice(archives.unpacked(_source(data)), MEMBERS_LOOKED_AT))
    except Refusal as refusal:
        check_refusal(refusal)
        return
    for member in members:
        try:
            for one in detect.read(member):
                check_reading(one)
        except Refusal as refusal:
            check_refusal(refusal)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "detect": examine_detect,
    "camt": examine_camt,
    "mt940": examine_mt940,
    "exports": examine_exports,
    "ubl": examine_ubl,
    "cii": examine_cii,
    "pdf": examine_pdf,
    "auditfile": examine_auditfile,
    "payouts": examine_payouts,
    "lists": examine_lists,
    "mapping": examine_mapping,
    "proposals": examine_proposals,
    "archives": examine_archives,
}
