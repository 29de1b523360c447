"""House styles at the desk: all of them with who writes in which, one with its versions, and how it looks."""

import base64
import binascii
import zlib
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.headers import E_MAIL_POLICY, LETTER_POLICY
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, client_or_404, language_of, page
from voldaan.interfaces.web.preview import with_images
from voldaan.interfaces.web.texts import texts_in
from voldaan.letters.style_text import StyleError
from voldaan.records.finding import NotFound
from voldaan.records.models import Agency
from voldaan.records.scope import agency_by_key, clients
from voldaan.usecases.change_style import NOUN
from voldaan.usecases.judge_style import CHARACTERS_MAX, JudgedStyle, judged_style
from voldaan.usecases.keep_version import NotSaved, check_key
from voldaan.usecases.known_styles import Wearer, known_styles, wearers
from voldaan.usecases.preview_style import StylePreview, preview_style
from voldaan.usecases.register_client import (
    AgencyDetails,
    CannotRegister,
    ClientDetails,
    add_agency,
    add_client,
)
from voldaan.usecases.show_styles import ListedStyle, StyleVersion, list_styles, show_style

VERSIONS_MAX: Final = 20
CLIENTS_MAX: Final = 100
"""How many choices of clients one page holds; the others are made on the command line."""
CARRIED_MAX: Final = 3_000
"""How long a text, packed, may be in an address."""


@require_safe
def styles_page(request: HttpRequest) -> HttpResponse:
    """Show every house style, and who writes in which."""
    language = language_of(request)
    every = clients()
    rows = list_styles()
    context = {
        "rows": [(one, _since(one, language)) for one in rows],
        "keys": [(one.key, one.name) for one in rows if one.judged.style is not None],
        "agencies": list(Agency.objects.order_by("key")) if rows else [],
        "clients": every[:CLIENTS_MAX] if rows else [],
        "clients_left": max(0, len(every) - CLIENTS_MAX),
    }
    return page(request, "styles", context)


@require_safe
def style_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one house style as it is in use or as one of its versions was, with how it looks."""
    language, number = language_of(request), request.GET.get("versie", "")
    if number and not (number.isascii() and number.isdigit() and len(number) < 9):
        raise Http404(f"{number!r} is geen versie. / {number!r} is no version.")
    try:
        shown = show_style(key, int(number) if number else None)
    except StyleError as error:
        raise Http404(error.problems[0].told(language)) from None
    context = {
        "listed": shown.listed,
        "since": _since(shown.listed, language),
        "version": shown.version,
        "version_title": _title(shown.version, language) if shown.version else "",
        "told": shown.judged.told,
        "wrong": [one.told(language) for one in shown.judged.wrong],
        "versions": [
            ({"version": one, "title": _title(one, language)}, one.changed[:40], one.number == shown.listed.number)
            for one in shown.versions[:VERSIONS_MAX]
        ],
        "older": texts_in(language)["style_older"].format(key=key) if len(shown.versions) > VERSIONS_MAX else "",
        **seen(key, shown.judged, language),
    }  # fmt: skip
    return page(request, "style", context)


@require_safe
def new_style(request: HttpRequest) -> HttpResponse:
    """Go to the form of a new house style."""
    language, key = language_of(request), request.GET.get("sleutel", "").strip()
    try:
        check_key(key, NOUN)
    except NotSaved as refusal:
        return back(request, reverse("desk:styles"), Notice(text=refusal.told(language), refused=True))
    if key in known_styles():
        said = texts_in(language)["style_new_taken"].format(key=key)
        return back(request, reverse("desk:styles"), Notice(text=said, refused=True))
    return HttpResponseRedirect(reverse("desk:change_style", args=[key]))


@require_POST
def wear(request: HttpRequest) -> HttpResponse:
    """Let a client, or an agency, write in another house style, or in its name in its colour."""
    texts, key = texts_in(language_of(request)), request.POST.get("huisstijl", "")
    whose, _, who = request.POST.get("wie", "").partition("/")
    moment: dict[str, Any] = {"on": clock.today(), "at": clock.now(), "by": BY}
    try:
        if whose == "bureau":
            agency = agency_by_key(who)
            name = str(add_agency(agency.key, details=AgencyDetails(house_style=key), **moment))
        else:
            client = client_or_404(who)
            name = add_client(client.key, details=ClientDetails(house_style=key), **moment).name
    except CannotRegister as refusal:
        return back(request, reverse("desk:styles"), Notice(text=str(refusal), refused=True))
    except LookupError as missing:
        raise Http404(str(missing)) from None
    said = texts["style_worn" if key else "style_worn_none"].format(name=name, key=key)
    return back(request, reverse("desk:styles"), Notice(text=said))


@require_safe
def e_mail(request: HttpRequest, key: str) -> HttpResponse:
    """Serve the e-mail in a house style that may not be kept yet, for a frame in which nothing can run."""
    shown = _preview_asked(request, key)
    html = with_images(shown.html, {image.cid: image.content for image in shown.images})
    return HttpResponse(html, headers={"Content-Security-Policy": E_MAIL_POLICY})


@require_safe
def letter(request: HttpRequest, key: str) -> HttpResponse:
    """Serve the letter in a house style that may not be kept yet."""
    headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": f'inline; filename="{key}.pdf"',
        "Content-Security-Policy": LETTER_POLICY,
    }
    return HttpResponse(_preview_asked(request, key).pdf, headers=headers)


def seen(key: str, judged: JudgedStyle, language: Language) -> dict[str, Any]:
    """Return how a house style looks: the first page of the letter, and where the e-mail and the PDF are."""
    if judged.style is None:
        return {"preview": None}
    shown = preview_style(judged, _wearer(key), on=clock.today(), language=language)
    texts, packed = texts_in(language), _packed(judged.text)
    asked = f"?{urlencode({'stijl': packed, 'taal': language})}" if len(packed) <= CARRIED_MAX else ""
    return {
        "preview": {
            "page": f"data:image/png;base64,{base64.b64encode(shown.page).decode('ascii')}",
            "says": shown.says,
            "of": texts["style_of_account"].format(number=shown.of) if shown.of else texts["style_of_nobody"],
            "letter": f"{reverse('desk:style_letter', args=[key])}{asked}" if asked else "",
            "e_mail": f"{reverse('desk:style_e_mail', args=[key])}{asked}" if asked else "",
        }
    }


def _preview_asked(request: HttpRequest, key: str) -> StylePreview:
    try:
        return preview_style(
            judged_style(_unpacked(request.GET.get("stijl", ""))),
            _wearer(key),
            on=clock.today(),
            language=language_of(request),
        )
    except (ValueError, zlib.error, NotFound) as error:
        raise Http404(
            f"Van deze huisstijl is geen voorbeeld te maken. / No example of it can be made. {error}"
        ) from None


def _wearer(key: str) -> Wearer | None:
    return next(iter(wearers().get(key, ())), None)


def _packed(text: str) -> str:
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode("ascii")


def _unpacked(packed: str) -> str:
    """Return the text in an address.

    Raises:
        ValueError: it is none, or a longer one than a house style has.
    """
    try:
        told = zlib.decompressobj().decompress(
            base64.urlsafe_b64decode(packed[:CARRIED_MAX]), 4 * CHARACTERS_MAX
        )
    except binascii.Error as error:
        raise ValueError(str(error)) from None
    return told.decode()


def _title(version: StyleVersion, language: Language) -> str:
    return texts_in(language)["style_version"].format(number=version.number)


def _since(listed: ListedStyle, language: Language) -> str:
    day = format_day(listed.made_at.astimezone(clock.DUTCH_TIME).date(), language, long=False)
    return texts_in(language)["style_since"].format(number=listed.number, day=day, by=listed.made_by)
