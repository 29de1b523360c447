"""What is said of a strategy's text in the words of the form, and what a change does in sentences."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from voldaan.domain.money import format_amount
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.strategy.words import act_words, channel_words, stage_words
from voldaan.domain.strategy.written_lines import Path
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.sentences import listed
from voldaan.interfaces.web.strategy_fields import GROUPS
from voldaan.interfaces.web.strategy_form import FilledStrategy, StrategyEntry
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.texts_strategy_fields import STRATEGY_CHOICES
from voldaan.interfaces.web.words import words
from voldaan.usecases.preview_weeks import ComingMessage
from voldaan.usecases.try_strategy import Beside, Moved, Trial, Tried

MOVED_MAX = 40
"""How many debtors are named; of the others, how many they are."""
_STAGES: Final = {*STAGE_KEYS, *INCIDENTS}
_FIELDS: Final = {one.path[-1]: one.text for group in GROUPS for one in group.fields}
_CODES: Final = re.compile(
    r"""(?P<cents>\w+_cents)\ =\ (?P<amount>\d+)       # an amount that is to be filled in
      | \[(?P<part>[a-z_]+)(?:\.(?P<below>[a-z_]+))?\]  # a part of the text
      | \[(?P<list>"[A-Z]+"(?:,\ "[A-Z]+")*)\]          # a list of codes
      | "(?P<quoted>[A-Z_]+)"                            # a code
      | (?P<name>[a-z]+(?:_[a-z]+)+|[a-z]+(?=\ =))       # a name
      | (?P<stage>[A-Z]+(?:_[A-Z]+)+)                    # a stage""",
    re.VERBOSE,
)


def form_words(sentence: str, language: Language, path: Path | None = None) -> str:
    """Return a sentence about a text with the words of the form for the names in the text.

    `path` is what the sentence is about: of two fields that share a name, the one beside it is meant.
    """
    part = str(path[0]) if path else ""
    said = _CODES.sub(lambda found: _in_the_form(found, language, part), sentence)
    return said[:1].upper() + said[1:]


def _in_the_form(found: re.Match[str], language: Language, part: str) -> str:
    said = {name: value for name, value in found.groupdict().items() if value}
    if "cents" in said:
        return f"{_label(said['cents'], part, language)} = {format_amount(int(said['amount']), language)}"
    if "part" in said:
        name = said.get("below", said["part"])
        return f"‘{texts_in(language).get(f'strategy_group_{name}', name)}’"
    if "list" in said:
        code = said["list"].replace('"', "").replace(" ", "")
        codes = [code] if code in STRATEGY_CHOICES else code.split(",")
        return f"‘{listed(words('strategy', one, language) for one in codes)}’"
    code = said.get("quoted") or said.get("stage", "")
    if code in _STAGES:
        return stage_words(code, language)
    if code:
        return f"‘{words('strategy', code, language)}’" if code in STRATEGY_CHOICES else found[0]
    return _label(said["name"], part, language)


def _label(name: str, part: str, language: Language) -> str:
    """Return the label of a field by its name in the text; the name itself where it is none."""
    text = f"{part}_{name}" if f"strategy_{part}_{name}" in texts_in(language) else _FIELDS.get(name, "")
    return f"‘{texts_in(language)[f'strategy_{text}']}’" if text else name


def changes_shown(
    before: FilledStrategy, after: FilledStrategy, language: Language
) -> list[tuple[str, str, str]]:
    """Return each field that holds something else: its name, what stood there, and what stands there now."""
    pairs = zip(before.groups, after.groups, strict=True)
    return [
        (
            f"{after_group.words}: {new.label}" if after_group.switch else new.label,
            _shown_value(old, language),
            _shown_value(new, language),
        )
        for before_group, after_group in pairs
        for old, new in zip(before_group.entries, after_group.entries, strict=True)
        if old.raw != new.raw and (after_group.is_on or new is after_group.switch)
    ]


def _shown_value(entry: StrategyEntry, language: Language) -> str:
    texts = texts_in(language)
    if entry.field.kind == "yes":
        return texts["strategy_yes" if entry.first else "strategy_no"]
    return entry.said or texts["strategy_empty"]


def trial_shown(trial: Trial, language: Language) -> dict[str, Any]:
    """Return what the template shows of a change that was tried."""
    return {
        "nobody": trial.nobody,
        "tried": [_shown(one, language) for one in sorted(trial.tried, key=_quietness)],
        "refused": [(client.name, _told(error, language)) for client, error in trial.refused],
        "left": texts_in(language)["strategy_clients_left"].format(
            count=len(trial.left), names=listed(client.name for client in trial.left[:20])
        )
        if trial.left
        else "",
    }


def _quietness(tried: Tried) -> int:
    """Return where a client stands: those whose coming week changes come first, those without a change last."""
    return 0 if tried.moved_this_week else 1 if tried.moved_later else 2


def _shown(tried: Tried, language: Language) -> dict[str, Any]:
    texts = texts_in(language)
    first, last = (format_day(day, language, long=False) for day in (tried.on, tried.last_day))
    return {
        "client": tried.client,
        "changes": bool(tried.moved_this_week or tried.moved_later),
        "week": week_sentence(tried, language),
        "weeks": _weeks_sentence(tried, language),
        "caption": texts["strategy_this_week"].format(first=first, last=last),
        "days": _rows(tried.days, language),
        "by_week": _rows(tried.weeks, language),
        "moved": [_moved_row(one, tried.last_day, language)
                  for one in tried.moved_this_week[:MOVED_MAX]],
        "moved_left": max(0, len(tried.moved_this_week) - MOVED_MAX),
        "later": [_moved_row(one, tried.now.last_day, language) for one in tried.moved_later[:MOVED_MAX]],
        "later_left": max(0, len(tried.moved_later) - MOVED_MAX),
    }  # fmt: skip


def week_sentence(tried: Tried, language: Language) -> str:
    """Return what the change does to the coming week."""
    texts, (now, then) = texts_in(language), tried.messages
    count = len(tried.moved_this_week)
    if not count and now == then:
        return texts["strategy_week_same"].format(now=_messages_go(now, texts))
    name = "strategy_week_moves" if now == then else "strategy_week"
    said = texts[name].format(now=_count(now, texts), then=_messages_go(then, texts, after_verb=True))
    return f"{said} {texts['strategy_moved_1' if count == 1 else 'strategy_moved'].format(count=count)}"


def _weeks_sentence(tried: Tried, language: Language) -> str:
    texts, now, then = texts_in(language), tried.now.count, tried.then.count
    name = "strategy_weeks_same" if now == then else "strategy_weeks"
    return texts[name].format(now=_count(now, texts), then=_messages_go(then, texts, after_verb=True))


def _messages_go(count: int, texts: dict[str, str], *, after_verb: bool = False) -> str:
    """Return how many messages go; Dutch puts the verb first after a word of time."""
    number = {0: "0", 1: "1"}.get(count, "many")
    return texts[f"strategy_{'then' if after_verb else 'there'}_go_{number}"].format(count=count)


def _count(count: int, texts: dict[str, str]) -> str:
    return str(count) if count else texts["strategy_count_0"]


def _rows(rows: Sequence[Beside], language: Language) -> list[dict[str, Any]]:
    """Return the rows of a table; a day stands only beside its first row."""
    shown: list[dict[str, Any]] = []
    before: date | None = None
    for row in rows:
        what = stage_words(row.what, language) if row.what in _STAGES else act_words(row.what, language)
        shown.append(
            {"on": row.on, "first": row.on != before, "what": what, "now": row.now, "then": row.then}
        )
        before = row.on
    return shown


def _moved_row(moved: Moved, last: date, language: Language) -> dict[str, Any]:
    """Return what somebody gets now and gets then: only what is not the same, up to a day or the first after it."""
    both = {message[:3] for message in moved.now} & {message[:3] for message in moved.then}
    return {
        "debtor": moved.debtor,
        "name": moved.name,
        "now": _messages([one for one in moved.now if one[:3] not in both], last, language),
        "then": _messages([one for one in moved.then if one[:3] not in both], last, language),
    }


def _messages(messages: Sequence[ComingMessage], last: date, language: Language) -> list[str]:
    inside = [one for one in messages if one.on <= last]
    return [
        f"{format_day(one.on, language, long=False)}: {stage_words(one.stage, language)} "
        f"({channel_words(one.channel, language)})"
        for one in inside or messages[:1]
    ]


def _told(error: StrategyError, language: Language) -> str:
    return " ".join(one.told(language) for one in error.problems)
