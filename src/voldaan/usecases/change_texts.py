"""Change a text set: its next version, when it can be used, nobody else changed it, and what it breaks was seen."""

from dataclasses import dataclass
from datetime import date, datetime

from voldaan.letters.text_problems import TextsError
from voldaan.records import events
from voldaan.records.models import TextSetVersion
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.follow_texts import writers
from voldaan.usecases.judge_texts import JudgedTexts, cleaned, judged_texts
from voldaan.usecases.keep_version import NotSaved, Noun, check_key, keep_version
from voldaan.usecases.known_texts import file_text, newest_version
from voldaan.usecases.try_texts import TriedTexts, try_texts

NOUN = Noun("tekstset", "text set")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTexts:
    """What became of a text set that was saved."""

    number: int
    """The version in use from now on; 0 where it says what its file says."""
    is_new: bool
    judged: JudgedTexts
    tried: TriedTexts | None = None
    """What the guard says with the debtors of who writes in it; None where nothing was added."""


class NotAccepted(NotSaved):
    """The guard would refuse the new text of some debtors, and nobody said yet that this is accepted."""

    def __init__(self, tried: TriedTexts) -> None:
        """Keep what was tried beside the sentence."""
        self.tried = tried
        super().__init__(*_not_accepted(tried))


def save_texts(
    key: str,
    text: str,
    *,
    note: str,
    at: datetime,
    by: str,
    on: date,
    made_from: int | None = None,
    refusals_accepted: bool = False,
) -> SavedTexts:
    """Keep a text as the next version of a set, and tell the chain of each client whose debtors read it.

    `made_from` is the number that the text was made from (0: the file); None looks at nobody else's change. What the
    guard would refuse of some debtor only has to be accepted: such a message is held for a person.

    Raises:
        TextsError: the set cannot be read, or the guard would refuse every message in it.
        ChangedSince: another version came after the one it was made from.
        NotAccepted: refusals were not accepted.
        NotSaved: the key cannot be one, or the note is missing or too long.
    """
    check_key(key, NOUN)
    found = judged_texts(text)
    found.must_be_usable()
    tried = None
    if _standing(key) != found.text:
        tried = try_texts(key, found.text, on=on)
        if tried.refused and not refusals_accepted:
            raise NotAccepted(tried)
    with one_transaction():
        newest = newest_version(key)
        number = newest.number if newest else 0
        if _standing(key) == found.text:
            return SavedTexts(number=number, is_new=False, judged=found)
        version = keep_version(
            TextSetVersion, key, found.text, noun=NOUN, note=note, at=at, by=by, made_from=made_from
        )
        _tell(version, on=on, at=at, by=by)
    return SavedTexts(number=version.number, is_new=True, judged=found, tried=tried)


def _standing(key: str) -> str | None:
    newest = newest_version(key)
    try:
        standing = newest.text if newest else file_text(key)
    except TextsError:
        return None
    return None if standing is None else cleaned(standing)


def _not_accepted(tried: TriedTexts) -> tuple[str, str]:
    one = tried.refused[0]
    return (
        f"Bij {len(tried.refused)} van de {tried.looked_at} bekeken berichten houdt de controle de nieuwe tekst tegen, "
        f"zoals bij debiteur {one.debtor} van {one.client.name}: {one.nl} Er is niets bewaard. Verbeter de tekst, of "
        "zeg erbij dat u dit accepteert: zo'n bericht wacht dan op een mens.",
        f"Of {tried.looked_at} messages looked at, the guard stops {len(tried.refused)} in the new text, as for debtor "
        f"{one.debtor} of {one.client.name}: {one.en} Nothing was saved. Mend the text, or say that you accept this: "
        "such a message then waits for a person.",
    )


def _tell(version: TextSetVersion, *, on: date, at: datetime, by: str) -> None:
    """Write the change in the chain of each client whose debtors read the set."""
    data = {"texts": version.key, "number": version.number, "sha256": version.digest}
    for writer in sorted(writers(on).get(version.key, []), key=lambda one: one.client.pk):
        with rows_of(writer.client):
            event = events.NewEvent(kind="texts.changed", on=on, at=at, actor=by[:100], data=data)
            events.append(writer.client, event)
