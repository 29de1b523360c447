"""How well the advice on plain and kind Dutch tells hard from plain, and unkind from kind, beside plain floors.

The pairs and tones are those of the tests: a part on which the rules were set, and a part that was kept apart. Where
`VOLDAAN_PLAIN_PAIRS` names a folder, each CSV in it with the columns `Complex` and `Simple` is measured as well: texts
of others, which are not shipped.
"""

import csv
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.domain.wording.plain import labelled_pairs, labelled_tones
from tests.domain.wording.plain.labelled_pairs import Pair
from tests.domain.wording.plain.labelled_tones import Labelled
from voldaan.domain.wording.plain.read import read_plainly

FOLDER = "VOLDAAN_PLAIN_PAIRS"
_LONG_LETTERS = 7
_LETTER_ROUNDS = 200


def load(text: str) -> float:
    """Return the load of the mean sentence, in tenths."""
    return read_plainly(text, "nl").measures.load_tenths


def flesch_douma(text: str) -> float:
    """Return the formula of Douma, turned round so that more is harder."""
    return -read_plainly(text, "nl").measures.flesch_douma


def words_a_sentence(text: str) -> float:
    """Return the mean length of a sentence."""
    return read_plainly(text, "nl").measures.mean_words_tenths


def lix(text: str) -> float:
    """Return the words a sentence and the share of words of seven letters and more."""
    words = [word.strip(".,;:?!()") for word in text.split()]
    sentences = max(1, sum(word.endswith((".", "?", "!")) for word in text.split()))
    return len(words) / sentences + 100 * sum(len(word) >= _LONG_LETTERS for word in words) / len(words)


MEASURES: dict[str, Callable[[str], float]] = {
    "ours": load,
    "flesch-douma": flesch_douma,
    "lix": lix,
    "words-a-sentence": words_a_sentence,
}


def run() -> Iterator[str]:
    """Yield the figures: pairs by each measure, tones, and the time of a letter."""
    yield from _pairs("own-set-on", labelled_pairs.SET_ON)
    yield from _pairs("own-kept-apart", labelled_pairs.KEPT_APART)
    yield from _tones("own-set-on", labelled_tones.SET_ON)
    yield from _tones("own-kept-apart", labelled_tones.KEPT_APART)
    if folder := os.environ.get(FOLDER):
        for file in sorted(Path(folder).glob("*.csv")):
            yield from _pairs(file.stem, _read(file))
    else:
        yield f"plain-pairs-of-others not measured: {FOLDER} names no folder"
    yield from _time()


def _read(file: Path) -> Sequence[Pair]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [(row["Complex"], row["Simple"]) for row in csv.DictReader(lines)]


def _pairs(name: str, pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield for each measure how many pairs it has the right way round, and how well it parts hard from plain."""
    for measure, scored in MEASURES.items():
        hard, plain = [scored(one) for one, _ in pairs], [scored(one) for _, one in pairs]
        right = sum(one > other for one, other in zip(hard, plain, strict=True))
        same = sum(one == other for one, other in zip(hard, plain, strict=True))
        yield (
            f"plain-{name}-{measure} {right}/{len(pairs)} right, {same} the same, "
            f"{len(pairs) - right - same} wrong; AUC {_auc(hard, plain):.2f}"
        )
    for side, texts in (("hard", [one for one, _ in pairs]), ("plain", [one for _, one in pairs])):
        report = read_plainly("\n".join(_ended(text) for text in texts), "nl")
        named = sum(any(not one.is_tone for one in read_plainly(text, "nl").findings) for text in texts)
        yield (
            f"plain-{name}-all-{side} level {report.level}, {report.measures.load_tenths / 10:.1f} of load; "
            f"{named}/{len(texts)} named"
        )


def _auc(hard: Sequence[float], plain: Sequence[float]) -> float:
    """Return how often a hard text has more than a plain one, any with any."""
    more = sum((one > other) + 0.5 * (one == other) for one in hard for other in plain)
    return more / (len(hard) * len(plain))


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "?", "!", ":")) else f"{text}."


def _tones(name: str, labelled: Sequence[Labelled]) -> Iterator[str]:
    unkind = [text for text, wrong in labelled if wrong is not None]
    kind = [text for text, wrong in labelled if wrong is None]
    yield (
        f"plain-tone-{name} {sum(map(_is_blamed, unkind))}/{len(unkind)} unkind named, "
        f"{sum(map(_is_blamed, kind))}/{len(kind)} kind named wrongly"
    )


def _is_blamed(text: str) -> bool:
    return any(finding.is_tone for finding in read_plainly(text, "nl").findings)


def _time() -> Iterator[str]:
    letter = "\n".join(plain for _, plain in labelled_pairs.SET_ON)
    read_plainly(letter, "nl")
    best = min(_seconds(letter) for _ in range(_LETTER_ROUNDS))
    yield f"plain-letter {best * 1000:.2f} ms for {len(letter.split())} words, the best of {_LETTER_ROUNDS}"


def _seconds(letter: str) -> float:
    begun = time.perf_counter()
    read_plainly(letter, "nl")
    return time.perf_counter() - begun
