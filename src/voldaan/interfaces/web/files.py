"""Files of a client: what came in, handing in more, and what became of each."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from voldaan.formats.source import Source
from voldaan.formats.values import Problem
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.files_uploading import (
    BYTES_MAX,
    FILES_MAX,
    LimitedUploads,
    is_too_large,
    source_of,
)
from voldaan.interfaces.web.files_words import kind_words, outcome_sentence, sum_sentence
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.models import Client, ImportedFile
from voldaan.records.scope import clients
from voldaan.usecases.import_files import Importing
from voldaan.usecases.keep_upload import clear_uploads, kept_uploads
from voldaan.usecases.take_uploads import FILES_SHOWN, CannotTake, Taken, newest_files, take_uploads

LIMITS = {"files": FILES_MAX, "megabytes": BYTES_MAX // 1024**2}
TAKEN_SHOWN_MAX = 100
PROBLEMS_SHOWN_MAX = 12


class Unclear(ValueError):
    """The form cannot be used, with a sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """A file that came in, with what it is in words."""

    row: ImportedFile
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file, as it is shown."""

    taken: Taken
    sentence: str
    kind: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems that are shown."""
        return self.taken.imported.problems[:PROBLEMS_SHOWN_MAX]

    @property
    def problems_left(self) -> int:
        """Return how many are not."""
        return max(0, len(self.taken.imported.problems) - PROBLEMS_SHOWN_MAX)


@require_safe
def files_page(request: HttpRequest) -> HttpResponse:
    """Show the files of a client: of the only one, or of the one that is asked for."""
    known, asked = clients(), request.GET.get("opdrachtgever", "")
    if not known:
        return page(request, "empty", {"clients": known, "has_invoices": False, "day": clock.today()})
    if len(known) > 1 and not asked:
        return page(request, "files_whose", {"clients": known})
    client = client_or_404(asked) if asked else known[0]
    clear_uploads(at=clock.now())
    texts, language = texts_in(language_of(request)), language_of(request)
    rows = newest_files(client)
    context = {
        "client": client,
        "clients": known,
        "asked": client.key,
        "sentence": texts["files_of"].format(client=client.name),
        "kinds": texts["files_kinds"].format(**LIMITS),
        "rows": [CameIn(row=row, kind=kind_words(row.format, language)) for row in rows],
        "newest": texts["files_newest"].format(count=FILES_SHOWN) if len(rows) == FILES_SHOWN else "",
        "waiting": kept_uploads(client, at=clock.now()),
        "today": clock.today(),
    }
    return page(request, "files", context)


@csrf_exempt
@require_POST
def hand_in(request: HttpRequest, key: str) -> HttpResponse:
    """Take the files of a form, once it is known that there are not too many of them and it comes from our own page."""
    request.upload_handlers.insert(0, LimitedUploads(request))
    try:
        request.POST  # noqa: B018  (the form is read here, under our own limits)
    except TooManyFilesSent:
        return _refused(request, key, texts_in(language_of(request))["files_too_many"].format(**LIMITS))
    return _hand_in(request, key)


@csrf_protect
def _hand_in(request: HttpRequest, key: str) -> HttpResponse:
    client, texts = client_or_404(key), texts_in(language_of(request))
    uploaded = request.FILES.getlist("bestanden")
    if is_too_large(request):
        return _refused(request, key, texts["files_too_large"].format(**LIMITS))
    if not uploaded:
        return _refused(request, key, texts["files_none_chosen"])
    try:
        importing = Importing(
            client=client,
            complete_as_of=_day(request, "volledig"),
            on=_day(request, "aangeleverd") or clock.today(),
            at=clock.now(),
            by=BY,
        )
        sources: list[Source] = [source_of(one) for one in uploaded]
        done = take_uploads(importing, sources)
    except (Unclear, CannotTake) as refusal:
        return _refused(request, key, str(refusal))
    return result_page(request, client, done)


def result_page(request: HttpRequest, client: Client, done: list[Taken]) -> HttpResponse:
    """Show what became of files: those that were refused first, then those with a remark, then all others."""
    language = language_of(request)
    outcomes = [
        Outcome(
            taken=one,
            sentence=outcome_sentence(one, language),
            kind=kind_words(one.imported.format, language),
        )
        for one in sorted(done, key=lambda one: (not one.imported.refused, not one.imported.problems))
    ]
    told = [one for one in outcomes if one.problems]
    plain = [one for one in outcomes if not one.problems]
    left = max(0, len(plain) - TAKEN_SHOWN_MAX)
    context = {
        "client": client,
        "sentence": sum_sentence(done, language),
        "told": told,
        "plain": plain[:TAKEN_SHOWN_MAX],
        "left": texts_in(language)["files_left_out"].format(count=left) if left else "",
        "back": files_address(client),
    }
    return page(request, "files_result", context)


def files_address(client: Client) -> str:
    """Return the address of the files of a client."""
    return f"{reverse('desk:files')}?opdrachtgever={client.key}"


def _refused(request: HttpRequest, key: str, sentence: str) -> HttpResponse:
    """Return to the form with the reason why nothing was taken."""
    return back(request, files_address(client_or_404(key)), Notice(text=sentence, refused=True))


def _day(request: HttpRequest, field: str) -> date | None:
    """Return the day in a field, None where it is empty; raises `Unclear` for what is none or has not come yet."""
    language: Language = language_of(request)
    text = request.POST.get(field, "").strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Unclear(texts_in(language)["files_no_day"].format(given=text[:20])) from None
    if day > clock.today():
        raise Unclear(texts_in(language)["files_late_day"].format(given=text))
    return day
