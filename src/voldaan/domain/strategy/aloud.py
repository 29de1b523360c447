"""A strategy in plain sentences that a credit controller can read aloud, in Dutch or English: every value of it.

>>> from voldaan.domain.strategy.strategy import End, Manners, Stage
>>> first = Stage(key="FIRST_REMINDER", days=3, term_days=7, channels=("EMAIL", "POST"))
>>> manners = Manners(days_between_reminders=7, minimum_cents=500, days_after_term=2)
>>> strategy = Strategy(
...     name="Kort", version=1, manners=manners, stages=(first,), end=End(act="ASK", days_after_term=3), digest=""
... )
>>> told = {passage.heading: passage.sentences for passage in aloud(strategy, "nl")}
>>> told["De berichten"][0]
'De eerste herinnering gaat 3 dagen na de vervaldatum, per e-mail, en als dat niet kan per post.'
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.aloud_words import SENTENCES, WEEKDAYS, WORDS
from voldaan.domain.strategy.choosing import NEW_FOR_DAYS
from voldaan.domain.strategy.strategy import EVERY_DAY, INCIDENTS, NOTICE, Channel, Counted, Stage, Strategy
from voldaan.domain.strategy.words import channel_words, days_words, the_stage


class Passage(NamedTuple):
    """What is read aloud under one heading."""

    heading: str
    sentences: tuple[str, ...]


def aloud(
    strategy: Strategy, language: str, *, names: Mapping[str, str] = MappingProxyType({})
) -> tuple[Passage, ...]:
    """Return the whole strategy in sentences, in the order in which its text is written.

    The first heading is its name; what it says `about` itself stands under that. `names` says what other languages
    than Dutch and English are called; one without a name is told by its code.
    """
    voice = _Voice(strategy, language, names)
    parts = (
        ("for_whom", voice.for_whom()),
        ("messages", voice.messages()),
        ("manners", voice.manners()),
        ("pauses", voice.pauses()),
        ("after", voice.after()),
        ("person_first", voice.person_first()),
        ("asks", voice.asks()),
        ("end", voice.end()),
    )
    title = voice.says("title", name=strategy.name, version=strategy.version)
    opening = Passage(title, (strategy.about,) if strategy.about else ())
    return (opening, *(Passage(voice.says(heading), tuple(told)) for heading, told in parts))


class _Voice:
    """Reads one strategy in one language."""

    def __init__(self, strategy: Strategy, language: str, names: Mapping[str, str]) -> None:
        self.strategy = strategy
        self.names = names
        self.language = language
        self.at = int(language == "en")

    def for_whom(self) -> Iterator[str]:
        conditions = list(self._conditions())
        kinds = self.words(self.strategy.for_whom.debtor or ("everybody",))
        yield self.says("kinds_if" if conditions else "kinds", listed=self.listed(kinds, "and"))
        for condition in conditions:
            yield f"{self._opened(condition)}."

    def _conditions(self) -> Iterator[str]:
        whom = self.strategy.for_whom
        if whom.clients:
            yield self.says("clients", listed=self.listed(whom.clients, "or"))
        yield from self._between("open", whom.open_from_cents, whom.open_below_cents, self.euro)
        yield from self._between("late", whom.late_from_days, whom.late_below_days, self.days)
        if whom.languages:
            yield self.says("languages", listed=self.listed(map(self.tongue, whom.languages), "or"))
        if whom.tags:
            yield self.says("tags", listed=self.listed(whom.tags, "or"))
        if whom.history:
            yield self.says("history", listed=self.listed(self.words(whom.history), "or"))
        if whom.new_customer is not None:
            yield self.says("is_new" if whom.new_customer else "is_not_new", days=self.days(NEW_FOR_DAYS))

    def _between(self, name: str, least: int, most: int | None, told: Callable[[int], str]) -> Iterator[str]:
        if least and most is not None:
            yield self.says(f"{name}_between", least=told(least), most=told(most))
        elif least:
            yield self.says(f"{name}_from", least=told(least))
        elif most is not None:
            yield self.says(f"{name}_below", most=told(most))

    def messages(self) -> Iterator[str]:
        for stage in self.strategy.stages:
            when = self.says(
                "days_before" if stage.days < 0 else "days_after",
                days=self.days(abs(stage.days), stage.counted),
            )
            if stage.days_after_previous:
                when = self.says("since_previous", when=when, days=self.days(stage.days_after_previous))
            yield self._opened(
                self.says("stage", stage=self.the(stage.key), when=when, ways=self.ways(stage.channels))
            )
            yield from self._of_message(stage)
        off = [self.the(stage.key) for stage in self.strategy.disabled]
        if off:
            listed = self.listed(off, "and")
            yield self._opened(
                self.says("off_many", listed=listed) if len(off) > 1 else self.says("off", stage=listed)
            )

    def _of_message(self, stage: Stage) -> Iterator[str]:
        days = self.days(stage.term_days, stage.term_counted)
        if stage.key == NOTICE:
            yield self.says("notice_term", days=days)
            yield self.says("notice_whom")
        elif stage.days < 0:
            yield self.says("courtesy_term", days=days) if stage.term_days else self.says("no_term")
        else:
            yield self.says("term", days=days)
        if stage.text and stage.text != stage.key:
            yield self.says("text", other=self.the(stage.text))
        if stage.signed_by:
            yield self.says("signed", name=stage.signed_by)

    def manners(self) -> Iterator[str]:
        manners = self.strategy.manners
        spacing = manners.days_between_reminders
        yield self.says("spacing", days=self.days(spacing), sit=self.word("lies" if spacing == 1 else "lie"))
        if manners.days_after_term:
            yield self.says("under_way", days=self.days(manners.days_after_term))
        else:
            yield self.says("not_under_way")
        if manners.minimum_cents:
            yield self.says("minimum", least=self.euro(manners.minimum_cents))
        else:
            yield self.says("no_minimum")
        if manners.reminders_a_month is not None:
            times = manners.reminders_a_month
            noun = self.word("reminder" if times == 1 else "reminders")
            yield self.says("month", times=f"{times} {noun}")
        if manners.days_after_complaint:
            yield self.says("complaint", days=self.days(manners.days_after_complaint))
        else:
            yield self.says("no_complaint")
        if manners.weekdays != EVERY_DAY:
            yield self._weekdays()
        if manners.hours is not None:
            first, last = (f"{one:%H:%M}" for one in manners.hours)
            yield self.says("hours", first=first, last=last)
        yield self.says("law")

    def _weekdays(self) -> str:
        days = sorted(self.strategy.manners.weekdays)
        names = [WEEKDAYS[day][self.at] for day in days]
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return self.says("weekdays_in_a_row", first=names[0], last=names[-1])
        return self.says("weekdays", listed=self.listed(names, "and"))

    def pauses(self) -> Iterator[str]:
        pauses = self.strategy.pauses
        breadths = {
            "dispute": pauses.dispute,
            "promise": pauses.promise,
            "payment_plan": pauses.payment_plan,
        }
        for sentence, breadth in (("rests", "INVOICE"), ("rests_all", "ACCOUNT")):
            names = [self.word(name) for name, how in breadths.items() if how == breadth]
            if names:
                yield self._opened(self.says(sentence, listed=self.listed(names, "or")))
        if pauses.days_after_promise:
            yield self.says("promised", days=self.days(pauses.days_after_promise))
        else:
            yield self.says("promised_at_once")

    def after(self) -> Iterator[str]:
        goes_on = []
        for incident in INCIDENTS:
            after = self.strategy.after.get(incident)
            if after is None or after.act == "CONTINUE":
                goes_on.append(self.word(incident))
            elif after.act == "ASK" or after.stage is None:
                yield self.says("asks_after", incident=self.word(incident))
            else:
                stage = after.stage
                days = self.days(stage.days, stage.counted)
                when = self.says("later", days=days) if stage.days else self.says("at_once")
                yield self.says(
                    "reminds", incident=self.word(incident), when=when, ways=self.ways(stage.channels)
                )
                yield from self._of_message(stage)
        if goes_on:
            yield self.says("goes_on", incident=self.listed(goes_on, "or"))

    def person_first(self) -> Iterator[str]:
        rule = self.strategy.person_first
        when = []
        if rule.open_from_cents is not None:
            when.append(self.says("looks_amount", least=self.euro(rule.open_from_cents)))
        if rule.stages:
            when.append(
                self.says("looks_stage", listed=self.listed([self.the(key) for key in rule.stages], "and"))
            )
        if rule.tags:
            when.append(self.says("looks_tag", listed=self.listed(rule.tags, "or")))
        if rule.new_customer:
            when.append(self.says("looks_new"))
        yield self.says("looks", listed=self.listed(when, "or")) if when else self.says("nobody_looks")

    def asks(self) -> Iterator[str]:
        asks = self.strategy.asks
        yield self.says(
            "asks_both",
            insurer=self.days(asks.days_before_insurer),
            time_bar=self.days(asks.days_before_time_bar),
        )

    def end(self) -> Iterator[str]:
        end = self.strategy.end
        days = end.days_after_term
        when = self.says("end_later", days=self.days(days)) if days else self.says("end_at_once")
        yield self.says(end.act, when=when, costs=self.says("with_costs" if end.with_costs else "no_costs"))
        if end.write_off_below_cents and end.act != "WRITE_OFF":
            yield self.says("rest", most=self.euro(end.write_off_below_cents))

    def says(self, sentence: str, /, **values: object) -> str:
        return SENTENCES[sentence][self.at].format(**values)

    def word(self, name: str) -> str:
        return WORDS[name][self.at]

    def words(self, names: Iterable[str]) -> list[str]:
        return [self.word(name) for name in names]

    def tongue(self, code: str) -> str:
        return self.word(code) if code in WORDS else self.names.get(code, code)

    def the(self, key: str) -> str:
        return the_stage(key, self.language)

    def days(self, count: int, counted: Counted = "CALENDAR") -> str:
        return days_words(count, self.language, working=counted == "WORKING")

    def euro(self, cents: int) -> str:
        return format_euro(cents, "en" if self.at else "nl")

    def ways(self, channels: tuple[Channel, ...]) -> str:
        told = [channel_words(channel, self.language) for channel in channels]
        if len(told) == 1:
            return self.says("ways_one", first=told[0])
        *more, last = told[1:]
        if more:
            return self.says("ways_more", first=told[0], more=", ".join(more), last=last)
        return self.says("ways_two", first=told[0], second=last)

    def listed(self, words: Iterable[str], joined_by: str) -> str:
        *most, last = words
        return f"{', '.join(most)} {self.word(joined_by)} {last}" if most else last

    def _opened(self, sentence: str) -> str:
        return sentence[0].upper() + sentence[1:]
