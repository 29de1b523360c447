"""A strategy's text as a form, and a form that was filled in as the text again: only what was changed is another.

What cannot be read gets a sentence at its field, and every field keeps what was typed.
"""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict

from voldaan.domain.money import format_amount
from voldaan.domain.strategy.language_parts import WrongValue
from voldaan.domain.strategy.strategy import STAGE_KEYS
from voldaan.domain.strategy.written_lines import Path
from voldaan.interfaces.web.amount_field import cents_in
from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.strategy_fields import GROUPS, LANGUAGES, FieldGroup, StrategyField
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.usecases.known_texts import language_name, languages

Raw = list[str]
"""What a field holds as a form sends it."""
_WHOLE: Final = re.compile(r"-?[0-9]{1,7}")
_NOT_SAID: Final[tuple[Any, ...]] = (None, "", [])


class Unreadable(ValueError):
    """What was typed cannot be read, with a sentence."""


@dataclass(slots=True, kw_only=True)
class StrategyEntry:
    """A field as it is shown: with what was typed, and what is said of it."""

    field: StrategyField
    label: str
    help: str
    raw: Raw
    choices: tuple[tuple[str, str, bool], ...]
    """Value, words, and whether it is chosen."""
    error: str = ""
    advice: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the name in the form."""
        return self.field.name

    @property
    def first(self) -> str:
        """Return what stands in its only, or its first, input."""
        return self.raw[0] if self.raw else ""

    @property
    def second(self) -> str:
        """Return what stands in its second input."""
        return self.raw[1] if len(self.raw) > 1 else ""

    @property
    def said(self) -> str:
        """Return what stands in it, in words; empty where nothing does."""
        chosen = {value: words for value, words, _ in self.choices}
        return ", ".join(chosen.get(value, value) for value in self.raw if value)

    @property
    def described_by(self) -> str:
        """Return the ids of what explains the field."""
        named = (("uitleg", self.help), ("fout", self.error), ("raad", self.advice))
        return " ".join(f"{self.name}-{ending}" for ending, said in named if said)


@dataclass(slots=True, kw_only=True)
class EntryGroup:
    """Fields that stand together, as they are shown."""

    group: FieldGroup
    entries: list[StrategyEntry]
    words: str = ""
    """Its name in words, where several of its kind stand on the page."""

    @property
    def main(self) -> list[StrategyEntry]:
        """Return the fields that always show, but for the one that switches the rest on."""
        return [one for one in self.entries if not one.field.more and one is not self.switch]

    @property
    def more(self) -> list[StrategyEntry]:
        """Return the fields that are folded away."""
        return [one for one in self.entries if one.field.more]

    @property
    def more_is_used(self) -> bool:
        """Test if the folded part has to be shown."""
        return any(one.error or one.advice or _is_used_otherwise(one) for one in self.more)

    @property
    def switch(self) -> StrategyEntry | None:
        """Return the field that switches the group on; None where all of it always counts."""
        names = {"stages": "enabled", "after": "act"}
        wanted = names.get(self.group.path[0] if self.group.path else "")
        return next((one for one in self.entries if one.field.path[-1] == wanted), None)

    @property
    def is_on(self) -> bool:
        """Test if what stands in its other fields counts."""
        switch = self.switch
        return switch is None or (bool(switch.raw) and switch.first not in ("CONTINUE", "ASK"))


@dataclass(slots=True, kw_only=True)
class FilledStrategy:
    """A form with what stands in it, and what the text then says."""

    groups: list[EntryGroup]
    wanted: dict[str, Any]
    """What the text says with what could be read."""

    @property
    def entries(self) -> list[StrategyEntry]:
        """Return every field."""
        return [entry for group in self.groups for entry in group.entries]

    @property
    def errors(self) -> list[StrategyEntry]:
        """Return the fields that cannot be used."""
        return [entry for entry in self.entries if entry.error]

    def entry_at(self, path: Path | None) -> StrategyEntry | None:
        """Return the field of what stands at a path of the text; None where no field is it."""
        named = _by_key(path, self.wanted)
        return next((entry for entry in self.entries if entry.field.path == named), None)


def filled_from(told: Mapping[str, Any], language: Language) -> FilledStrategy:
    """Return the form as a text fills it in."""
    raw = {one.name: _raw(one, _standing(told, one), language) for one in _fields()}
    return FilledStrategy(groups=_groups(raw, {}, language), wanted=deepcopy(dict(told)))


def filled_in(told: Mapping[str, Any], form: QueryDict, language: Language) -> FilledStrategy:
    """Return the form as a person sent it, and what the text that it was made from says with it."""
    raw, errors = {}, {}
    wanted: dict[str, Any] = deepcopy(dict(told))
    for group in GROUPS:
        values: dict[str, Any] = {}
        for one in group.fields:
            raw[one.name] = [_typed(text) for text in form.getlist(one.name)]
            try:
                values[one.path[-1]] = read_raw(one, raw[one.name], language)
            except Unreadable as refused:
                errors[one.name] = str(refused)
        wrong = {one.path[-1] for one in group.fields if one.name in errors}
        if _is_used(group, values, told):
            _put_group(wanted, group, values, wrong)
        else:
            errors = {
                name: said for name, said in errors.items() if name not in {f.name for f in group.fields}
            }
    return FilledStrategy(groups=_groups(raw, errors, language), wanted=wanted)


def read_raw(one: StrategyField, raw: Raw, language: Language) -> Any:
    """Return the value that was filled in; None where nothing was.

    Raises:
        Unreadable: it cannot be one, or it is missing.
    """
    value = _READ.get(one.kind, _read_text)(one, raw, language)
    if value in _NOT_SAID:
        if one.required:
            raise Unreadable(texts_in(language)["strategy_fill_in"])
        return None
    try:
        one.language_kind.take(value)
    except WrongValue:
        raise _unreadable(one, language) from None
    return value


def _is_used_otherwise(entry: StrategyEntry) -> bool:
    """Test if a field holds something else than what holds without it."""
    try:
        return bool(read_raw(entry.field, entry.raw, "nl") != entry.field.default)
    except Unreadable:
        return True


def _unreadable(one: StrategyField, language: Language) -> Unreadable:
    """Return the sentence that says what to fill in."""
    texts = texts_in(language)
    kind = one.language_kind.en if language == "en" else one.language_kind.nl
    what = texts.get(f"strategy_what_{one.kind}", kind)
    return Unreadable(texts["strategy_fill_in_so"].format(what=what))


def _typed(text: str) -> str:
    """Return what was typed, without the signs that nobody types."""
    plain = text.replace("\r\n", "\n")
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in plain).strip()


def _fields() -> list[StrategyField]:
    return [one for group in GROUPS for one in group.fields]


def _groups(raw: Mapping[str, Raw], errors: Mapping[str, str], language: Language) -> list[EntryGroup]:
    return [
        EntryGroup(
            group=group,
            words=_group_words(group, language),
            entries=[_entry(one, raw[one.name], errors.get(one.name, ""), language) for one in group.fields],
        )
        for group in GROUPS
    ]


def _group_words(group: FieldGroup, language: Language) -> str:
    if group.path[:1] == ("stages",):
        return words("stage", group.name, language)
    return texts_in(language)[f"strategy_group_{group.name}"]


def _entry(one: StrategyField, raw: Raw, error: str, language: Language) -> StrategyEntry:
    texts = texts_in(language)
    return StrategyEntry(
        field=one,
        label=texts.get(
            f"strategy_{one.text}_{one.path[-2]}" if len(one.path) > 2 else "", texts[f"strategy_{one.text}"]
        ),
        help=texts.get(f"strategy_{one.text}_help", ""),
        raw=raw,
        choices=tuple(
            (code, _choice(one, code, language), code in (raw or [""])) for code in _codes(one, raw)
        ),
        error=error,
    )


def _codes(one: StrategyField, raw: Raw) -> tuple[str, ...]:
    """Return what can be chosen; of languages those that have texts, and what the text already says."""
    if one.choices != LANGUAGES:
        return one.choices
    known = languages()
    return (*known, *(code for code in raw if code and code not in known))


def _choice(one: StrategyField, code: str, language: Language) -> str:
    """Return a choice in words; that nothing is chosen, in words of the field."""
    if not code:
        return texts_in(language)[f"strategy_{one.text}_none"]
    if one.choices == LANGUAGES:
        return language_name(code, language)
    return words("strategy", code, language) if code not in STAGE_KEYS else words("stage", code, language)


def _is_used(group: FieldGroup, values: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Test if a group says anything: a stage that the text has not, only when it is switched on."""
    if group.path[:1] == ("stages",):
        return _part(told, group) is not None or bool(values.get("enabled"))
    if group.path[:1] == ("after",):
        return _part(told, group) is not None or values.get("act") != "CONTINUE"
    return True


def _put_group(wanted: dict[str, Any], group: FieldGroup, values: dict[str, Any], wrong: set[str]) -> None:
    """Write into what is wanted what a group says otherwise than the text."""
    part = _part(wanted, group)
    if part is None:
        part = _new_part(wanted, group)
    only_act = group.path[:1] == ("after",) and values.get("act") != "REMIND"
    for one in group.fields:
        name = one.path[-1]
        if name in wrong or (only_act and name != "act"):
            continue
        _put_value(part, one, name, values[name])
    if not part and len(group.path) == 1:
        del wanted[group.path[0]]


def _put_value(part: dict[str, Any], one: StrategyField, name: str, value: Any) -> None:
    """Write one value, unless it says what holds already."""
    if value is None or (one.kind == "some" and value == one.default):
        part.pop(name, None)
    elif name in part or one.required or value != one.default:
        part[name] = value


def _new_part(wanted: dict[str, Any], group: FieldGroup) -> dict[str, Any]:
    """Add the part of a group to what is wanted, a stage at its place."""
    part: dict[str, Any] = {}
    if group.path[:1] == ("stages",):
        part["key"] = group.path[1]
        stages = wanted.setdefault("stages", [])
        rank = STAGE_KEYS.index(group.path[1])
        earlier = [one for one in stages if STAGE_KEYS.index(one["key"]) < rank]
        stages.insert(len(earlier), part)
    elif group.path[:1] == ("after",):
        wanted.setdefault("after", {})[group.path[1]] = part
    else:
        wanted[group.path[0]] = part
    return part


def _part(told: Mapping[str, Any], group: FieldGroup) -> dict[str, Any] | None:
    """Return the part of a text that a group is; None where it is not there."""
    if not group.path:
        return told  # type: ignore[return-value]  # the head is the text itself
    found = told.get(group.path[0])
    if group.path[0] == "stages":
        return next((one for one in found or () if one.get("key") == group.path[1]), None)
    return (found or {}).get(group.path[1]) if len(group.path) > 1 else found


def _standing(told: Mapping[str, Any], one: StrategyField) -> Any:
    """Return what holds for a field: what the text says, or what holds without it."""
    group = FieldGroup(path=one.path[:-1], fields=())
    part = _part(told, group)
    if part is None and one.path[-1] == "enabled":
        return False
    return (part or {}).get(one.path[-1], one.default)


def _by_key(path: Path | None, told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a path with the key of a stage instead of its number; of a whole stage, where its key stands."""
    if path is None:
        return ()
    if path[0] == "stages" and len(path) > 1:
        key = told["stages"][int(path[1])].get("key", "")
        rest = tuple(map(str, path[2:])) or ("enabled",)
        return ("stages", key, *(("enabled",) if rest == ("key",) else rest))
    return tuple(map(str, path))


def _raw(one: StrategyField, value: Any, language: Language) -> Raw:
    """Return what stands in the inputs of a field for a value."""
    if one.kind == "yes":
        return ["ja"] if value else []
    if value is None:
        return []
    if one.kind == "cents":
        return [format_amount(value, language)]
    if one.kind == "days_before":
        return [str(-value)]
    if one.kind in ("some", "hours"):
        return [str(each) for each in value]
    if one.kind == "either":
        return ["true" if value else "false"]
    if one.kind == "ways":
        return [",".join(value)]
    return [", ".join(value) if isinstance(value, list) else str(value)]


def _read_text(one: StrategyField, raw: Raw, language: Language) -> Any:
    return raw[0] if raw else None


def _read_number(one: StrategyField, raw: Raw, language: Language) -> Any:
    if not raw or not raw[0]:
        return None
    if not _WHOLE.fullmatch(raw[0]):
        raise _unreadable(one, language)
    return int(raw[0])


def _read_days_before(one: StrategyField, raw: Raw, language: Language) -> Any:
    if raw and raw[0].isascii() and raw[0].isdigit() and 1 <= int(raw[0][:6]) <= 60:
        return -int(raw[0])
    raise Unreadable(texts_in(language)["strategy_days_before"])


def _read_cents(one: StrategyField, raw: Raw, language: Language) -> Any:
    if not raw or not raw[0]:
        return None
    try:
        return cents_in(raw[0], language)
    except ValueError:
        raise _unreadable(one, language) from None


def _read_yes(one: StrategyField, raw: Raw, language: Language) -> Any:
    return raw == ["ja"]


def _read_some(one: StrategyField, raw: Raw, language: Language) -> Any:
    if one.default is not None and not raw:
        raise Unreadable(texts_in(language)["strategy_choose_one"])
    return [code for code in one.choices if code in raw]


def _read_choice(one: StrategyField, raw: Raw, language: Language) -> Any:
    if (raw[0] if raw else "") not in one.choices:
        raise Unreadable(texts_in(language)["strategy_choose_one"])
    return raw[0] if raw else None


def _read_words(one: StrategyField, raw: Raw, language: Language) -> Any:
    return list(dict.fromkeys(word.strip() for word in (raw[0] if raw else "").split(",") if word.strip()))


def _read_either(one: StrategyField, raw: Raw, language: Language) -> Any:
    return {"true": True, "false": False}.get(raw[0] if raw else "")


def _read_ways(one: StrategyField, raw: Raw, language: Language) -> Any:
    return str(_read_choice(one, raw, language)).split(",")


def _read_hours(one: StrategyField, raw: Raw, language: Language) -> Any:
    return raw if any(raw) else None


_READ: Final[dict[str, Callable[[StrategyField, Raw, Language], Any]]] = {
    "number": _read_number,
    "days_before": _read_days_before,
    "cents": _read_cents,
    "yes": _read_yes,
    "some": _read_some,
    "choice": _read_choice,
    "words": _read_words,
    "either": _read_either,
    "ways": _read_ways,
    "hours": _read_hours,
}
