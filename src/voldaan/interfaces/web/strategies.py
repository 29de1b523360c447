"""The strategies at the desk: all of them with who follows which, and one of them read aloud with its versions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.strategy.aloud import aloud
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.scope import clients
from voldaan.usecases.change_strategy import NOUN
from voldaan.usecases.choose_strategies import CannotFollow, choose_strategies
from voldaan.usecases.follow_strategy import list_of
from voldaan.usecases.judge_strategy import Judged
from voldaan.usecases.keep_version import NotSaved, check_key
from voldaan.usecases.known_strategies import known_keys
from voldaan.usecases.known_texts import language_names
from voldaan.usecases.show_strategies import ListedStrategy, Version, list_strategies, show_strategy

VERSIONS_MAX = 20
CLIENTS_MAX = 100
"""How many lists of clients one page holds; the others are found by their name in the address."""
CHANGED_LINES_MAX = 40


@require_safe
def strategies_page(request: HttpRequest) -> HttpResponse:
    """Show every strategy, and which clients follow which."""
    language, today = language_of(request), clock.today()
    every = clients()
    asked = request.GET.get("opdrachtgever", "")
    chosen = [one for one in every if one.key == asked] or every[:CLIENTS_MAX]
    context = {
        "rows": [(one, _source(one, language)) for one in list_strategies(today)],
        "clients": every,
        "asked": asked,
        "lists": [(client, *list_of(client, today)) for client in chosen],
        "clients_left": max(0, len(every) - CLIENTS_MAX) if not asked else 0,
    }
    return page(request, "strategies", context)


@require_safe
def strategy_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one strategy in sentences, as it is in use or as one of its versions was."""
    language = language_of(request)
    number = request.GET.get("versie", "")
    if number and not (number.isascii() and number.isdigit() and len(number) < 9):
        raise Http404(f"{number!r} is geen versie. / {number!r} is no version.")
    try:
        shown = show_strategy(key, clock.today(), int(number) if number else None)
    except StrategyError as error:
        raise Http404(error.problems[0].told(language)) from None
    context = {
        "listed": shown.listed,
        "source": _source(shown.listed, language),
        "version": shown.version,
        "version_title": _title(shown.version, language) if shown.version else "",
        "versions": [
            ({"version": one, "title": _title(one, language)}, one.changed[:CHANGED_LINES_MAX],
             one.number == shown.listed.number)
            for one in shown.versions[:VERSIONS_MAX]
        ],
        "older": texts_in(language)["strategy_older"].format(key=key)
        if len(shown.versions) > VERSIONS_MAX
        else "",
        **judged_shown(shown.judged, language),
    }  # fmt: skip
    return page(request, "strategy", context)


@require_safe
def new_strategy(request: HttpRequest) -> HttpResponse:
    """Go to the form of a new strategy, which begins as a copy of another."""
    texts = texts_in(language_of(request))
    key, origin = request.GET.get("sleutel", "").strip(), request.GET.get("van", "")
    try:
        check_key(key, NOUN)
    except NotSaved as refusal:
        said = refusal.told(language_of(request))
        return back(request, reverse("desk:strategies"), Notice(text=said, refused=True))
    if key in known_keys():
        said = texts["strategy_new_taken"].format(key=key)
        return back(request, reverse("desk:strategies"), Notice(text=said, refused=True))
    return HttpResponseRedirect(
        f"{reverse('desk:change_strategy', args=[key])}?{urlencode({'kopie': origin})}"
    )


@require_POST
def choose(request: HttpRequest, key: str) -> HttpResponse:
    """Let a client follow other strategies, in this order."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    keys = request.POST.get("strategieen", "")
    try:
        remarks = choose_strategies(client, keys, on=clock.today(), at=clock.now(), by=BY)
    except CannotFollow as refusal:
        return back(request, reverse("desk:strategies"), Notice(text=str(refusal), refused=True))
    kept, _ = list_of(client_or_404(key), clock.today())
    said = texts["strategy_list_kept"].format(client=client.name, keys=kept.replace(",", ", "))
    return back(request, reverse("desk:strategies"), Notice(text=" ".join([said, *remarks])))


def judged_shown(judged: Judged, language: Language) -> dict[str, Any]:
    """Return what a page shows of a text: its sentences, and what is said of it."""
    return {
        "judged": judged,
        "aloud": aloud(judged.strategy, language, names=language_names(language)) if judged.strategy else (),
        "wrong": [(one, one.told(language), one.because(language)) for one in judged.wrong],
        "unwise": [(one, one.told(language), one.because(language)) for one in judged.unwise],
    }


def _title(version: Version, language: Language) -> str:
    return texts_in(language)["strategy_version"].format(number=version.number)


def _source(listed: ListedStrategy, language: Language) -> str:
    """Return where a strategy comes from, in words."""
    text = texts_in(language)[f"strategy_source_{listed.source}"]
    if listed.made_at is None:
        return text
    day = format_day(listed.made_at.astimezone(clock.DUTCH_TIME).date(), language, long=False)
    return text.format(number=listed.number, day=day, by=listed.made_by)
