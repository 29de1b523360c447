"""Changing a house style at the desk: a form, how it then looks, and only then it is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, language_of, page
from voldaan.interfaces.web.style_form import PICTURES, blank, fields_of, loose, text_of_form, typed_values
from voldaan.interfaces.web.styles import seen
from voldaan.interfaces.web.texts import texts_in
from voldaan.letters.style_text import KEYS, StyleError, StyleText
from voldaan.usecases.change_style import save_style, with_pictures
from voldaan.usecases.judge_style import JudgedStyle, judged_style
from voldaan.usecases.keep_version import NOTE_CHARACTERS_MAX, NotSaved, is_key
from voldaan.usecases.known_styles import known_styles
from voldaan.usecases.show_styles import show_style

PICTURE_BYTES_MAX = 1_000_000


@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form; a POST says how it looks, or keeps it."""
    if not is_key(key):
        raise Http404("Deze huisstijl is er niet. / There is no such house style.")
    language = language_of(request)
    if request.method != "POST":
        values, made_from = _begun(key, request.GET.get("versie", ""), language)
        return _show(request, key, values, judged_style(text_of_form(values)), made_from)
    values = typed_values(request.POST)
    number = request.POST.get("van", "")
    made_from = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    try:
        text = with_pictures(text_of_form(values), _files(request))
    except NotSaved as refusal:
        return _show(
            request,
            key,
            values,
            judged_style(text_of_form(values)),
            made_from,
            complaint=refusal.told(language),
        )
    judged = judged_style(text)
    if judged.told is not None:
        values = _values(judged.told)
    if request.POST.get("doe") != "bewaar" or judged.style is None:
        return _show(request, key, values, judged, made_from)
    return _keep(request, key, values, judged, made_from)


def _begun(key: str, version: str, language: Language) -> tuple[dict[str, Any], int]:
    """Return the values that a change begins with, and the number that it is made from."""
    if key not in known_styles():
        return blank(key), 0
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else None
    try:
        shown = show_style(key, number)
    except StyleError as error:
        raise Http404(error.problems[0].told(language)) from None
    told = shown.judged.told
    return (_values(told) if told else blank(key)), shown.listed.number


def _values(told: StyleText) -> dict[str, Any]:
    return {key: getattr(told, key) for key in KEYS}


def _files(request: HttpRequest) -> dict[str, bytes]:
    """Return the pictures that came with the form; of one that is far too large, only enough to say so."""
    given = ((key, request.FILES.get(f"{key}_bestand")) for key in PICTURES)
    return {key: upload.read(PICTURE_BYTES_MAX) for key, upload in given if upload is not None}


def _keep(
    request: HttpRequest, key: str, values: dict[str, Any], judged: JudgedStyle, made_from: int
) -> HttpResponse:
    language = language_of(request)
    try:
        saved = save_style(
            key,
            judged.text,
            note=request.POST.get("toelichting", "")[: 2 * NOTE_CHARACTERS_MAX],
            made_from=made_from,
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except NotSaved as refusal:
        return _show(request, key, values, judged, made_from, complaint=refusal.told(language))
    said = texts_in(language)["style_kept" if saved.is_new else "style_kept_nothing"].format(
        number=saved.number
    )
    return back(request, reverse("desk:style", args=[key]), Notice(text=said))


def _show(
    request: HttpRequest,
    key: str,
    values: dict[str, Any],
    judged: JudgedStyle,
    made_from: int,
    *,
    complaint: str = "",
) -> HttpResponse:
    language = language_of(request)
    context: dict[str, Any] = {
        "key": key,
        "title": texts_in(language)["style_form_title"].format(name=values.get("name") or key),
        "made_from": made_from,
        "complaint": complaint,
        "parts": fields_of(values, judged.wrong, language),
        "loose": loose(judged.wrong, language),
        "wrong": len(judged.wrong),
        "note": request.POST.get("toelichting", ""),
        "note_max": NOTE_CHARACTERS_MAX,
        "leave": reverse("desk:style", args=[key]) if made_from else reverse("desk:styles"),
        **seen(key, judged, language),
    }
    return page(request, "style_change", context)
