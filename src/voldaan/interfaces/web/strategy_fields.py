"""The fields of the form for a strategy: which value of the language each one is, and how it is filled in."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from voldaan.domain.strategy import language_parts as parts
from voldaan.domain.strategy.language_parts import Kind
from voldaan.domain.strategy.strategy import INCIDENTS, NOTICE, STAGE_KEYS, WEEKDAYS

FieldKind = Literal[
    "text", "prose", "number", "days_before", "cents", "yes", "choice", "some", "words", "either", "ways", "hours"
]  # fmt: skip
"""prose: some lines of text; days_before: shown without its sign; some: several of the choices; words: with commas;
either: yes, no, or all the same; ways: channels in order."""

WRITTEN_WAYS: Final = ("EMAIL,POST", "POST,EMAIL", "EMAIL", "POST")
WAYS: Final = (*WRITTEN_WAYS, "SMS,EMAIL", "SMS,POST", "CALL,EMAIL", "CALL,POST")
"""Nothing goes by telephone alone: who has no number, or does not answer, gets it in writing."""
EITHER: Final = ("", "true", "false")
_TABLES: Final[dict[str, dict[str, Kind]]] = {
    "": parts.HEAD, "for_whom": parts.FOR_WHOM, "manners": parts.MANNERS, "pauses": parts.PAUSES,
    "person_first": parts.PERSON_FIRST, "stages": parts.STAGE, "after": parts.AFTER, "asks": parts.ASKS,
    "end": parts.END,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyField:
    """One field: the value in the text that it is, and what holds where the text does not have it."""

    path: tuple[str, ...]
    """As in the text; a stage by its key."""
    kind: FieldKind
    default: Any = None
    """What holds where the text says nothing; None: nothing does."""
    required: bool = False
    more: bool = False
    """Folded away until it is needed."""
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return its name in the form."""
        return ".".join(self.path)

    @property
    def text(self) -> str:
        """Return its name among the texts: the same for every stage and every incident."""
        return "_".join((*self.path[:1], *self.path[-1:])) if len(self.path) > 1 else f"head_{self.path[0]}"

    @property
    def language_kind(self) -> Kind:
        """Return what the language takes there."""
        return _TABLES[self.path[0] if len(self.path) > 1 else ""][self.path[-1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields that stand together: a part of the text, a stage, or what follows an incident."""

    path: tuple[str, ...]
    fields: tuple[StrategyField, ...]

    @property
    def name(self) -> str:
        """Return by what it is known: the part, the stage, or the incident."""
        return self.path[-1] if self.path else "head"


def _group(path: tuple[str, ...], *fields: tuple[str, FieldKind, dict[str, Any]]) -> FieldGroup:
    made = (StrategyField(path=(*path, name), kind=kind, **more) for name, kind, more in fields)
    return FieldGroup(path=path, fields=tuple(made))


def _need(default: Any = None, **more: Any) -> dict[str, Any]:
    return {"required": True, "default": default, **more}


_COUNTED = {"choices": ("CALENDAR", "WORKING"), "default": "CALENDAR"}
_BREADTH = {"choices": ("INVOICE", "ACCOUNT"), "default": "INVOICE"}

HEAD: Final = _group((), ("name", "text", _need()), ("about", "prose", {}))
MANNERS: Final = _group(
    ("manners",),
    ("days_between_reminders", "number", _need()),
    ("minimum_cents", "cents", _need()),
    ("days_after_term", "number", _need()),
    ("reminders_a_month", "number", {}),
    ("days_after_complaint", "number", {"default": 7}),
    ("hours", "hours", {}),
    ("weekdays", "some", {"choices": WEEKDAYS, "default": list(WEEKDAYS)}),
)
END: Final = _group(
    ("end",),
    ("act", "choice", _need(choices=("HAND_OVER", "WRITE_OFF", "ASK"))),
    ("days_after_term", "number", _need()),
    ("write_off_below_cents", "cents", {"default": 0}),
    ("with_costs", "yes", {"default": False}),
)
LANGUAGES: Final = ("*languages*",)
"""Stands for the languages of which this installation has texts: a folder can be added while the desk runs."""
FOR_WHOM: Final = _group(
    ("for_whom",),
    ("open_from_cents", "cents", {"default": 0}),
    ("open_below_cents", "cents", {}),
    ("late_from_days", "number", {"default": 0}),
    ("late_below_days", "number", {}),
    ("new_customer", "either", {"choices": EITHER}),
    ("tags", "words", {}),
    ("clients", "words", {}),
    ("debtor", "some", {"choices": ("PERSON", "BUSINESS", "PUBLIC_BODY")}),
    ("history", "some", {"choices": ("GOOD", "MIXED", "POOR", "NONE")}),
    ("languages", "some", {"choices": LANGUAGES}),
)
PAUSES: Final = _group(
    ("pauses",),
    ("days_after_promise", "number", {"default": 2}),
    ("dispute", "choice", _BREADTH),
    ("promise", "choice", _BREADTH),
    ("payment_plan", "choice", _BREADTH),
)
PERSON_FIRST: Final = _group(
    ("person_first",),
    ("open_from_cents", "cents", {}),
    ("tags", "words", {}),
    ("new_customer", "yes", {"default": False}),
    ("stages", "some", {"choices": (*STAGE_KEYS, *INCIDENTS)}),
)
ASKS: Final = _group(
    ("asks",),
    ("days_before_insurer", "number", {"default": 14}),
    ("days_before_time_bar", "number", {"default": 90}),
)
_BEGIN: Final = {
    "COURTESY_NOTICE": (-3, 0),
    "FIRST_REMINDER": (3, 7),
    "SECOND_REMINDER": (14, 7),
    "PRE_COLLECTION": (28, 10),
    "SECOND_PRE_COLLECTION": (42, 10),
    "FOURTEEN_DAY_NOTICE": (56, 16),
}
"""The days and the term that a stage begins with where the text does not have it yet."""


def _stage(key: str) -> FieldGroup:
    days, term = _BEGIN[key]
    return _group(
        ("stages", key),
        ("enabled", "yes", {"default": True}),
        ("days", "days_before" if days < 0 else "number", _need(days)),
        ("term_days", "number", _need(term)),
        ("channels", "ways", _need(["EMAIL", "POST"], choices=WRITTEN_WAYS if key == NOTICE else WAYS)),
        ("counted", "choice", _COUNTED | {"more": True}),
        ("term_counted", "choice", _COUNTED | {"more": True}),
        ("days_after_previous", "number", {"default": 0, "more": True}),
        ("text", "choice", {"choices": ("", *STAGE_KEYS), "more": True}),
        ("signed_by", "text", {"more": True}),
    )


def _after(incident: str) -> FieldGroup:
    return _group(
        ("after", incident.lower()),
        ("act", "choice", _need("CONTINUE", choices=("CONTINUE", "REMIND", "ASK"))),
        ("days", "number", _need(1)),
        ("term_days", "number", _need(5)),
        ("channels", "ways", _need(["EMAIL", "POST"], choices=WAYS)),
        ("counted", "choice", _COUNTED | {"more": True}),
        ("term_counted", "choice", _COUNTED | {"more": True}),
        ("signed_by", "text", {"more": True}),
    )


STAGES: Final = tuple(_stage(key) for key in STAGE_KEYS)
AFTER: Final = tuple(_after(incident) for incident in INCIDENTS)
GROUPS: Final = (HEAD, MANNERS, *STAGES, *AFTER, END, PAUSES, PERSON_FIRST, ASKS, FOR_WHOM)
