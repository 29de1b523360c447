'''The language of strategies: a short TOML text becomes a `Strategy`, or sentences that say what to write instead.

>>> strategy = read_strategy("""
... name = "Kort"
... version = 1
... [manners]
... days_between_reminders = 7
... minimum_cents = 500
... days_after_term = 2
... [[stages]]
... key = "FIRST_REMINDER"
... days = 3
... term_days = 7
... channels = ["EMAIL"]
... [end]
... act = "ASK"
... days_after_term = 3
... """)
>>> strategy.stages[0].days, strategy.end.act
(3, 'ASK')
'''

import hashlib
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from voldaan.domain.strategy import language_parts as parts
from voldaan.domain.strategy.language_parts import Kind, WrongValue
from voldaan.domain.strategy.lines import Place, places
from voldaan.domain.strategy.strategy import (
    STAGE_KEYS,
    After,
    Asks,
    End,
    ForWhom,
    Manners,
    Pauses,
    PersonFirst,
    Stage,
    Strategy,
)

COURTESY: Final = "COURTESY_NOTICE"


class StrategyProblem(NamedTuple):
    """What is wrong with a text, where, and what to write instead."""

    line: int | None
    nl: str
    en: str

    def told(self, language: str) -> str:
        """Return the problem with its line."""
        words = self.en if language == "en" else self.nl
        if self.line is None:
            return words
        return f"{'Line' if language == 'en' else 'Regel'} {self.line}: {words}"


class StrategyError(ValueError):
    """A strategy that cannot be used, with a sentence for each problem."""

    def __init__(self, *problems: StrategyProblem) -> None:
        """Keep the problems in the order of their lines."""
        self.problems = tuple(sorted(problems, key=lambda one: one.line or 0))
        super().__init__("\n".join(one.told("nl") for one in self.problems))


def read_strategy(text: str) -> Strategy:
    """Return the strategy that a TOML text describes.

    Raises:
        StrategyError: the text is not TOML, lacks something, says something unknown, or contradicts itself.
    """
    try:
        told = tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # a number of 5000 digits, or brackets in brackets, are no TOMLDecodeError
        raise StrategyError(_not_toml(error, text)) from None
    reader = _Reader(places(text))
    strategy = reader.strategy(told, hashlib.sha256(text.encode()).hexdigest())
    if reader.problems or strategy is None:
        raise StrategyError(*reader.problems)
    return strategy


def _not_toml(error: Exception, text: str) -> StrategyProblem:
    found = re.search(r"line (\d+)", str(error))
    return StrategyProblem(
        int(found[1]) if found else text.rstrip("\n").count("\n") + 1,
        f"dit is niet te lezen als TOML ({error}). Schrijf elk gegeven als naam = waarde, en teksten tussen "
        "aanhalingstekens.",
        f"this is not readable as TOML ({error}). Write each fact as name = value, and texts in quotes.",
    )


class _Reader:
    """Reads the parts of a text and keeps every problem it meets."""

    def __init__(self, lines: Mapping[Place, int]) -> None:
        self.lines = lines
        self.problems: list[StrategyProblem] = []

    def strategy(self, told: dict[str, Any], digest: str) -> Strategy | None:
        loose = {key: value for key, value in told.items() if key not in parts.SECTIONS}
        head = self._part(
            "", loose, parts.HEAD, needed=("name", "version"), known=(*parts.HEAD, *parts.SECTIONS)
        )
        whom = self._part("for_whom", told.get("for_whom", {}), parts.FOR_WHOM)
        manners = self._part(
            "manners",
            self._there(told, "manners"),
            parts.MANNERS,
            needed=("days_between_reminders", "minimum_cents", "days_after_term"),
        )
        pauses = self._part("pauses", told.get("pauses", {}), parts.PAUSES)
        first = self._part("person_first", told.get("person_first", {}), parts.PERSON_FIRST)
        asks = self._part("asks", told.get("asks", {}), parts.ASKS)
        end = self._part("end", self._there(told, "end"), parts.END, needed=("act", "days_after_term"))
        stages = self._stages(told.get("stages"))
        after = self._after(told.get("after", {}))
        if self.problems:
            return None
        return Strategy(
            **head,
            for_whom=ForWhom(**whom),
            manners=Manners(**manners),
            pauses=Pauses(**pauses),
            person_first=PersonFirst(**first),
            stages=tuple(stage for stage in stages if stage.enabled),
            disabled=tuple(stage for stage in stages if not stage.enabled),
            after=after,
            asks=Asks(**asks),
            end=End(**end),
            digest=digest,
        )

    def _there(self, told: dict[str, Any], part: str) -> Any:
        if part not in told:
            self._says(
                None, f"het deel [{part}] ontbreekt. Voeg het toe.", f"the part [{part}] is missing. Add it."
            )
            return None
        return told[part]

    def _part(
        self,
        part: str,
        given: Any,
        kinds: Mapping[str, Kind],
        *,
        needed: tuple[str, ...] = (),
        known: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """Return the values of a part by name. What is missing, unknown or of another kind becomes a problem."""
        if given is None:
            return {}
        if not isinstance(given, dict):
            self._says(
                Place("", part),
                f"{part} is een deel: schrijf [{part}].",
                f"{part} is a part: write [{part}].",
            )
            return {}
        found = {}
        for key, value in given.items():
            if key not in kinds:
                self._unknown(part, key, known or tuple(kinds))
                continue
            try:
                found[key] = kinds[key].take(value)
            except WrongValue:
                shown = repr(value)[:60]
                self._says(
                    Place(part, key),
                    f"{key} is {shown}. Schrijf {kinds[key].nl}.",
                    f"{key} is {shown}. Write {kinds[key].en}.",
                )
        for key in needed:
            if key not in given:
                self._says(
                    Place(part),
                    f"{_named(part, 'nl')} mist {key}. Schrijf {key} = {kinds[key].nl}.",
                    f"{_named(part, 'en')} lacks {key}. Write {key} = {kinds[key].en}.",
                )
        return found

    def _unknown(self, part: str, key: str, known: tuple[str, ...]) -> None:
        near = get_close_matches(key, known, n=1)
        meant = (f" Bedoelt u {near[0]}?", f" Do you mean {near[0]}?") if near else ("", "")
        line = Place(part, key) if Place(part, key) in self.lines else Place(key)
        self._says(
            line,
            f"{key} kennen wij niet in {_named(part, 'nl')}.{meant[0]} Er kan staan: {', '.join(known)}.",
            f"{key} is not known in {_named(part, 'en')}.{meant[1]} What can stand there: {', '.join(known)}.",
        )

    def _stages(self, given: Any) -> tuple[Stage, ...]:
        if not isinstance(given, list) or not given:
            self._says(
                Place("stages"),
                "een strategie heeft ten minste één fase. Schrijf een deel [[stages]].",
                "a strategy has at least one stage. Write a part [[stages]].",
            )
            return ()
        stages: tuple[Stage, ...] = ()
        for number, raw in enumerate(given):
            stage = self._stage(number, raw, stages[-1] if stages else None)
            stages = stages if stage is None else (*stages, stage)
        if len(stages) == len(given):
            self._order(stages)
        return stages

    def _stage(self, number: int, raw: Any, earlier: Stage | None) -> Stage | None:
        part = f"stages.{number}"
        if earlier and isinstance(raw, dict) and "days" not in raw and "days_after_previous" in raw:
            after_previous = raw["days_after_previous"]
            raw = raw | {"days": earlier.days + after_previous if isinstance(after_previous, int) else 1}
        found = self._part(part, raw, parts.STAGE, needed=("key", "days", "term_days", "channels"))
        if {"key", "days", "term_days", "channels"} - set(found):
            return None
        stage = Stage(**found)
        if stage.key != COURTESY and stage.days < 1:
            self._says(
                Place(part, "days"),
                f"{stage.key} komt na de vervaldatum. Schrijf days = 1 of meer.",
                f"{stage.key} comes after the due date. Write days = 1 or more.",
            )
        if stage.key == COURTESY and stage.days >= 0:
            self._says(
                Place(part, "days"),
                "een vooraankondiging gaat vóór de vervaldatum uit. Schrijf een getal onder nul, zoals days = -3.",
                "a courtesy notice goes out before the due date. Write a number below zero, as days = -3.",
            )
        if stage.key != COURTESY and stage.term_days < 3:
            self._says(
                Place(part, "term_days"),
                "een termijn is ten minste 3 dagen: een overboeking heeft tijd nodig. Schrijf term_days = 3 of meer.",
                "a term is at least 3 days: a transfer takes time. Write term_days = 3 or more.",
            )
        return stage

    def _order(self, stages: tuple[Stage, ...]) -> None:
        ranks = [STAGE_KEYS.index(stage.key) for stage in stages]
        for number in range(1, len(stages)):
            earlier, stage = stages[number - 1], stages[number]
            if ranks[number] <= ranks[number - 1]:
                listed = ", ".join(STAGE_KEYS)
                self._says(
                    Place(f"stages.{number}", "key"),
                    f"{stage.key} staat niet op zijn plaats. De volgorde is {listed}, elk hoogstens één keer.",
                    f"{stage.key} is out of place. The order is {listed}, each at most once.",
                )
            elif stage.days <= earlier.days:
                self._says(
                    Place(f"stages.{number}", "days"),
                    f"{stage.key} komt na {stage.days} dagen, niet later dan {earlier.key} ({earlier.days}). Schrijf "
                    "een hoger getal.",
                    f"{stage.key} comes after {stage.days} days, no later than {earlier.key} ({earlier.days}). Write a "
                    "higher number.",
                )
        if not any(stage.enabled for stage in stages):
            self._says(
                Place("stages.0"),
                "geen enkele fase staat aan. Zet er een aan met enabled = true.",
                "no stage is switched on. Switch one on by enabled = true.",
            )

    def _after(self, given: Any) -> dict[str, After]:
        if not isinstance(given, dict):
            self._part("after", given, {})
            return {}
        found: dict[str, After] = {}
        for name, raw in given.items():
            if name not in parts.AFTER_PARTS:
                self._unknown("after", name, tuple(parts.AFTER_PARTS))
                continue
            after = self._after_one(f"after.{name}", parts.AFTER_PARTS[name], raw)
            if after is not None:
                found[parts.AFTER_PARTS[name]] = after
        return found

    def _after_one(self, part: str, incident: str, raw: Any) -> After | None:
        reminds = isinstance(raw, dict) and raw.get("act") == "REMIND"
        needed = ("act", "days", "term_days", "channels") if reminds else ("act",)
        found = self._part(part, raw, parts.AFTER, needed=needed)
        if set(needed) - set(found):
            return None
        act = found.pop("act")
        return After(act=act, stage=Stage(key=incident, **found) if reminds else None)

    def _says(self, place: Place | None, nl: str, en: str) -> None:
        line = None if place is None else self.lines.get(place, self.lines.get(Place(place.part)))
        self.problems.append(StrategyProblem(line, nl, en))


def _named(part: str, language: str) -> str:
    if not part:
        return "the head of the text" if language == "en" else "het begin van de tekst"
    _, _, number = part.partition(".")
    if number.isdigit():
        return f"stage {int(number) + 1}" if language == "en" else f"fase {int(number) + 1}"
    return f"[{part}]"
