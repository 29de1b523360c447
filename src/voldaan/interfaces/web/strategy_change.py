"""Changing a strategy at the desk: a form or its text, first what it does, and only then it is kept.

The page carries the text in hand, and the number of the version that it was made from: nothing is kept in between.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.writing import rewritten
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, language_of, page
from voldaan.interfaces.web.strategies import judged_shown
from voldaan.interfaces.web.strategy_form import EntryGroup, FilledStrategy, filled_from, filled_in
from voldaan.interfaces.web.strategy_words import changes_shown, form_words, trial_shown
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.change_strategy import Saved, save_strategy
from voldaan.usecases.judge_strategy import Judged, cleaned, judged
from voldaan.usecases.keep_version import NOTE_CHARACTERS_MAX, NotSaved, is_key
from voldaan.usecases.known_strategies import known_keys, newest_version, strategy_text
from voldaan.usecases.show_strategies import text_of
from voldaan.usecases.try_strategy import try_strategy

Mode = Literal["formulier", "tekst"]
PARTS = ("head", "manners", "stages", "end", "after", "pauses", "person_first", "asks", "for_whom")
"""The parts of the form, in the order in which a person reads them."""
PROBLEMS_MAX = 20


@dataclass(slots=True, kw_only=True)
class InHand:
    """The text that a person is changing."""

    key: str
    judged: Judged
    made_from: int
    mode: Mode
    filled: FilledStrategy | None = None
    """The form; None where the text is changed itself."""
    note: str = ""

    @property
    def is_readable(self) -> bool:
        """Test if nothing keeps the text from being used, in the form either."""
        return self.judged.may_be_used and not (self.filled and self.filled.errors)

    @property
    def seen(self) -> str:
        """Return by what a text is known again whose doings a person saw."""
        return hashlib.sha256(self.judged.text.encode()).hexdigest()


@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form or the text; a POST says what it does, goes over to the other way, or keeps it."""
    if not is_key(key):
        raise Http404("Deze strategie is er niet. / There is no such strategy.")
    language = language_of(request)
    if request.method != "POST":
        return _show(request, _begun(request, key, language))
    hand = _in_hand(request.POST, key, language)
    asked = request.POST.get("doe", "kijk")
    if asked in ("tekst", "formulier"):
        return _show(request, _other_way(hand, "tekst" if asked == "tekst" else "formulier", language))
    if asked != "bewaar" or not hand.is_readable:
        return _show(request, hand, looked=True)
    if request.POST.get("gezien") != hand.seen:
        return _show(request, hand, looked=True, complaint=texts_in(language)["strategy_look_first"])
    return _keep(request, hand, language)


def _begun(request: HttpRequest, key: str, language: Language) -> InHand:
    """Return the text that a change begins with: what is in use, an earlier version, or a copy of another."""
    version, origin = request.GET.get("versie", ""), request.GET.get("kopie", "") or key
    newest = newest_version(key)
    note = ""
    try:
        if version.isascii() and version.isdigit() and len(version) < 9:
            text = text_of(key, int(version))
            note = texts_in(language)["strategy_restore_note"].format(number=int(version))
        else:
            text = strategy_text(origin)
    except StrategyError as error:
        raise Http404(error.problems[0].told(language)) from None
    hand = InHand(
        key=key,
        judged=judged(text),
        made_from=newest.number if newest else 0,
        mode="tekst" if request.GET.get("als") == "tekst" else "formulier",
        note=note,
    )
    return _other_way(hand, hand.mode, language)


def _in_hand(form: QueryDict, key: str, language: Language) -> InHand:
    """Return the text as a person sent it: typed, or with the fields of the form put into it."""
    text, number = cleaned(form.get("tekst", "")), form.get("van", "")
    made_from = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    note = form.get("toelichting", "")[: 2 * NOTE_CHARACTERS_MAX]
    base = judged(text)
    if form.get("als") != "formulier" or base.strategy is None:
        return InHand(key=key, judged=base, made_from=made_from, mode="tekst", note=note)
    filled = filled_in(tomllib.loads(base.text), form, language)
    found = judged(rewritten(base.text, filled.wanted))
    hand = InHand(key=key, judged=found, made_from=made_from, mode="formulier", filled=filled, note=note)
    return _with_what_is_said(hand, language)


def _other_way(hand: InHand, mode: Mode, language: Language) -> InHand:
    """Return the same text in the other way; a form that cannot be read yet, and a text that no form shows, stay."""
    if hand.filled is not None and hand.filled.errors:
        return hand
    if mode == "tekst" or hand.judged.strategy is None:
        hand.mode, hand.filled = "tekst", None
        return hand
    hand.mode, hand.filled = "formulier", filled_from(tomllib.loads(hand.judged.text), language)
    return _with_what_is_said(hand, language)


def _with_what_is_said(hand: InHand, language: Language) -> InHand:
    """Put what is said of the text at the fields that it is about."""
    assert hand.filled is not None
    for said in hand.judged.said:
        entry = hand.filled.entry_at(said.path)
        if entry is None:
            continue
        words = form_words(said.told(language), language, said.path)
        because = said.because(language)
        if said.weight == "UNWISE":
            entry.advice = (*entry.advice, words)
        elif not entry.error:
            entry.error = f"{words} ({because})" if because else words
    return hand


def _keep(request: HttpRequest, hand: InHand, language: Language) -> HttpResponse:
    """Keep the text as the next version, or say why not, with all that was typed still there."""
    try:
        saved = save_strategy(
            hand.key,
            hand.judged.text,
            note=hand.note,
            made_from=hand.made_from,
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except NotSaved as refusal:
        return _show(request, hand, looked=True, complaint=refusal.told(language))
    except StrategyError as error:
        return _show(request, hand, looked=True, complaint=error.problems[0].told(language))
    return back(request, reverse("desk:strategy", args=[hand.key]), _kept(saved, language))


def _kept(saved: Saved, language: Language) -> Notice:
    texts = texts_in(language)
    if not saved.is_new:
        return Notice(text=texts["strategy_kept_nothing"])
    return Notice(text=texts["strategy_kept"].format(number=saved.number))


def _show(request: HttpRequest, hand: InHand, *, looked: bool = False, complaint: str = "") -> HttpResponse:
    """Show the form or the text, above it what the change does where that was asked."""
    language = language_of(request)
    strategy, texts = hand.judged.strategy, texts_in(language)
    context: dict[str, Any] = {
        "hand": hand,
        "title": texts["strategy_form_title"].format(name=strategy.name if strategy else hand.key),
        "complaint": complaint,
        "looked": looked and hand.is_readable,
        "unchanged": hand.judged.text == _standing(hand.key),
        "parts": _parts(hand, language),
        "jumps": [(name, texts[f"strategy_group_{name}"].partition(":")[0]) for name in PARTS],
        "loose": _loose(hand, language),
        "leave": _way_out(hand.key),
        "rows": min(max(hand.judged.text.count("\n") + 3, 12), 60),
        "note_max": NOTE_CHARACTERS_MAX,
        **judged_shown(hand.judged, language),
    }
    if context["looked"] and strategy is not None and not context["unchanged"]:
        context |= {
            "changes": _changes(hand, language),
            "trial": trial_shown(try_strategy(hand.key, strategy, on=clock.today()), language),
        }
    return page(request, "strategy_change", context)


def _changes(hand: InHand, language: Language) -> list[tuple[str, str, str]] | None:
    """Return what is another value than what is in use; None where there is nothing to compare with."""
    standing = judged(_standing(hand.key) or "")
    if standing.strategy is None:
        return None
    before, after = (filled_from(tomllib.loads(text), language) for text in (standing.text, hand.judged.text))
    return changes_shown(before, after, language)


def _parts(hand: InHand, language: Language) -> list[tuple[str, str, str, list[EntryGroup]]]:
    """Return the parts of the form in their order: name, heading, what it is about, and its groups of fields."""
    texts, groups = texts_in(language), hand.filled.groups if hand.filled else []
    return [
        (
            name,
            texts[f"strategy_group_{name}"],
            texts.get(f"strategy_group_{name}_about", ""),
            [group for group in groups if (group.group.path or ("head",))[0] == name],
        )
        for name in PARTS
    ]


def _loose(hand: InHand, language: Language) -> list[tuple[str, int | None]]:
    """Return what keeps the text from being used and stands at no field."""
    wrong = [
        one for one in hand.judged.wrong if hand.filled is None or hand.filled.entry_at(one.path) is None
    ]
    shown = [
        (form_words(one.told(language), language, one.path) if hand.filled else one.told(language), one)
        for one in wrong
    ]
    return [
        (f"{words} ({one.because(language)})" if one.because(language) else words, one.line)
        for words, one in shown[:PROBLEMS_MAX]
    ]


def _way_out(key: str) -> str:
    """Return where to go without keeping anything: the strategy, or the list where it is not there yet."""
    return reverse("desk:strategy", args=[key]) if key in known_keys() else reverse("desk:strategies")


def _standing(key: str) -> str | None:
    """Return the text that is in use; None where there is none yet."""
    try:
        return cleaned(strategy_text(key))
    except StrategyError:
        return None
