"""The text sets at the desk: all of them with who writes in which, and one of them with its stages and versions."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, client_or_404, language_of, page
from voldaan.interfaces.web.text_form import APART, SHARED
from voldaan.interfaces.web.texts import texts_in
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_set_writing import written
from voldaan.letters.text_sets import BASES, TextSet
from voldaan.records.scope import clients
from voldaan.usecases.change_texts import save_texts
from voldaan.usecases.choose_texts import CannotWriteIn, choose_texts
from voldaan.usecases.follow_texts import text_set_of
from voldaan.usecases.keep_version import NotSaved
from voldaan.usecases.known_texts import known_keys, language_name, languages
from voldaan.usecases.show_texts import ListedTexts, list_texts, show_texts, text_of_version

VERSIONS_MAX = 20
CLIENTS_MAX = 100
CHANGED_LINES_MAX = 40


@require_safe
def text_sets_page(request: HttpRequest) -> HttpResponse:
    """Show every text set, and which clients write in which."""
    language, today = language_of(request), clock.today()
    every = clients()
    asked = request.GET.get("opdrachtgever", "")
    chosen = [one for one in every if one.key == asked] or every[:CLIENTS_MAX]
    context = {
        "rows": [(one, _source(one, language)) for one in list_texts(today)],
        "languages": [(code, language_name(code, language)) for code in languages()],
        "clients": every,
        "asked": asked,
        "choices": [(client, *text_set_of(client, today)) for client in chosen],
        "keys": known_keys(),
        "bases": [(base, texts_in(language)[f"texts_base_{base}"]) for base in BASES],
        "clients_left": max(0, len(every) - CLIENTS_MAX) if not asked else 0,
    }
    return page(request, "text_sets", context)


@require_safe
def text_set_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one text set: what it says otherwise, by stage and language, and its versions."""
    language = language_of(request)
    try:
        shown = show_texts(key, clock.today())
    except TextsError as error:
        raise Http404(error.problems[0].told(language)) from None
    text_set = shown.listed.judged.text_set
    context = {
        "listed": shown.listed,
        "source": _source(shown.listed, language),
        "base": texts_in(language)[f"texts_base_{text_set.base}"] if text_set else "",
        "said": [one.told(language) for one in shown.listed.judged.said],
        "languages": [(code, language_name(code, language)) for code in languages()],
        "stages": [(kind, _cells(text_set, kind)) for kind in TEXT_KEYS],
        "shared": [
            (part, texts_in(language)[f"texts_part_{part}"], _cells(text_set, part))
            for part in (*SHARED, *APART)
        ],
        "versions": [
            (one, one.changed[:CHANGED_LINES_MAX], one.number == shown.listed.number)
            for one in shown.versions[:VERSIONS_MAX]
        ],
    }
    return page(request, "text_set", context)


@require_POST
def new_text_set(request: HttpRequest) -> HttpResponse:
    """Keep the first version of a new set: a name and an address, and nothing that differs yet."""
    language = language_of(request)
    key, name = request.POST.get("sleutel", "").strip(), request.POST.get("naam", "").strip()
    base = next((one for one in BASES if one == request.POST.get("begin")), BASES[0])
    if key in known_keys():
        said = texts_in(language)["texts_new_taken"].format(key=key)
        return back(request, reverse("desk:text_sets"), Notice(text=said, refused=True))
    text = written(TextSet(name=name or key, about="", base=base, changes={}))
    note = texts_in("nl")["texts_new_note"]
    try:
        save_texts(key, text, note=note, on=clock.today(), at=clock.now(), by=BY, made_from=0)
    except NotSaved as refusal:
        return back(request, reverse("desk:text_sets"), Notice(text=refusal.told(language), refused=True))
    except TextsError as error:
        said = error.problems[0].told(language)
        return back(request, reverse("desk:text_sets"), Notice(text=said, refused=True))
    return HttpResponseRedirect(reverse("desk:text_set", args=[key]))


@require_POST
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what an earlier version says as the next one."""
    language, number = language_of(request), request.POST.get("versie", "")
    texts, there = texts_in(language), reverse("desk:text_set", args=[key])
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        raise Http404(texts["texts_no_part"])
    try:
        saved = save_texts(
            key,
            text_of_version(key, int(number)),
            note=texts_in("nl")["texts_restore_note"].format(number=number),
            refusals_accepted=request.POST.get("toch") == "ja",
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except NotSaved as refusal:
        return back(request, there, Notice(text=refusal.told(language), refused=True))
    except TextsError as error:
        return back(request, there, Notice(text=error.problems[0].told(language), refused=True))
    said = texts["texts_kept"].format(number=saved.number) if saved.is_new else texts["strategy_kept_nothing"]
    return back(request, there, Notice(text=said))


@require_POST
def choose(request: HttpRequest, key: str) -> HttpResponse:
    """Let a client, or the agency that works for it, write in other texts."""
    client, language = client_or_404(key), language_of(request)
    texts, asked = texts_in(language), request.POST.get("teksten", "")
    try:
        others = choose_texts(client, asked, on=clock.today(), at=clock.now(), by=BY)
    except CannotWriteIn as refusal:
        said = refusal.problem.told(language)
        return back(request, reverse("desk:text_sets"), Notice(text=said, refused=True))
    said = texts["texts_chosen"].format(client=client.name, key=asked)
    if others:
        said = f"{said} {texts['texts_chosen_others'].format(names=', '.join(one.name for one in others))}"
    return back(request, reverse("desk:text_sets"), Notice(text=said))


def _cells(text_set: TextSet | None, part: str) -> list[tuple[str, bool]]:
    """Return for each language whether the set says something otherwise in this part."""
    found = []
    for code in languages():
        changes = text_set.changes.get(code, {}) if text_set else {}
        found.append(
            (
                code,
                bool(changes.get(part) if part in (*SHARED, *APART) else changes.get("stages", {}).get(part)),
            )
        )
    return found


def _source(listed: ListedTexts, language: Language) -> str:
    """Return where a set comes from, in words."""
    text = texts_in(language)[f"strategy_source_{listed.source}"]
    if listed.made_at is None:
        return text
    day = format_day(listed.made_at.astimezone(clock.DUTCH_TIME).date(), language, long=False)
    return text.format(number=listed.number, day=day, by=listed.made_by)
