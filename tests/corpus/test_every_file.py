"""Every file of others, of whatever kind: read, or refused in sentences. Never anything else."""

import re
from collections import Counter

from tests.corpus.corpora import every_file, needs_corpora
from voldaan.formats import archives, detect
from voldaan.formats.as_json import as_json
from voldaan.formats.lists import ready
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

pytestmark = needs_corpora

PARTICULAR = re.compile(r"‘[^’]*’|\S*[0-9]\S*|[A-Z]{2,}[0-9A-Z]*(?=[ :.])")
"""What in a sentence is of one file alone: a name, a number."""


def reason(refusal: Refusal) -> str:
    """Return why a file is refused, without what is only its own."""
    return PARTICULAR.sub("…", refusal.problems[0].what)[:70]


def looked_at(source: Source) -> tuple[str, str]:
    """Return the format of a file and "read", or why it is refused in whole sentences."""
    kind = detect.format_of(source)
    assert kind in (None, *detect.SUPPORTED)
    try:
        for reading in detect.read(source, kept=ready.mappings()):
            assert all(told["kind"] for told in as_json(reading))
    except Refusal as refusal:
        for problem in refusal.problems:
            for sentence in (problem.what, problem.why, problem.how_to_fix):
                assert sentence.strip().endswith((".", "?", "…")), (source.name, sentence)
        return kind or "no known form", reason(refusal)
    return kind or "list", "read"


def test_every_file_is_read_or_refused_in_sentences() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for path in every_file():
        try:
            counts.update(looked_at(one) for one in archives.unpacked(Source.of_path(path)))
        except Refusal as refusal:
            counts["archive", reason(refusal)] += 1
    rows = sorted(counts.items(), key=lambda row: (row[0][0], -row[1]))
    print("\n".join(["\nEvery file", *(f"  {count:5d}  {kind:14} {end}" for (kind, end), count in rows)]))
    assert counts.total() > 1700
    assert sum(count for (_, end), count in counts.items() if end == "read") > 550
