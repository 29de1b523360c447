"""The call list: whom to call now, one call with its script, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.answers.words import answer_words
from voldaan.domain.strategy.call_words import CALL_WORDS, call_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import asked_day, done, now, whole
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, clients_asked, language_of, page
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.archive import NotInArchive
from voldaan.usecases.decide_mail import DECISIONS
from voldaan.usecases.record_call import Call, NotFound, Recorded, record_call
from voldaan.usecases.show_call_list import CallRow, show_call, show_call_list


@require_safe
def calls_page(request: HttpRequest) -> HttpResponse:
    """Show whom to call now, who owes the most first, and below that who is not for this moment."""
    known, chosen = clients_asked(request)
    language = language_of(request)
    rows = show_call_list(chosen, on=clock.today(), at=clock.now())
    cards = [_card(row, language) for row in rows if row.is_open]
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "cards": cards,
        "later": [_card(row, language) for row in rows if not row.is_open],
        "sentence": _sentence(len(cards), language),
    }
    return page(request, "calls", context)


@require_safe
def call_page(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Show one call with its script, and the form for what came of it."""
    language = language_of(request)
    try:
        sheet = show_call(client_or_404(key), str(uuid), on=clock.today(), at=clock.now())
    except (NotFound, NotInArchive) as missing:
        raise Http404(str(missing)) from None
    context = {
        "card": _card(sheet.row, language),
        "script": sheet.script,
        "outcomes": [
            (place, code, call_words(code, language)) for place, code in enumerate(CALL_WORDS, start=1)
        ],
        "decisions": [(code, answer_words(code, language)) for code in DECISIONS if code != "NOTHING"],
        "today": clock.today(),
    }
    return page(request, "call", context)


@require_POST
def record(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Write down what came of a call."""
    client, language = client_or_404(key), language_of(request)

    def act() -> Notice:
        call = Call(
            outcome=request.POST.get("uitkomst", ""),
            says=request.POST.get("wat", ""),
            day=asked_day(request, "dag"),
            note=request.POST.get("toelichting", ""),
            again_on=asked_day(request, "terugbellen"),
        )
        return Notice(
            text=_told(record_call(client, str(uuid), call, after=whole(request, "na"), **now()), language)
        )

    return done(request, act, reverse("desk:calls"))


def _told(recorded: Recorded, language: Language) -> str:
    """Return what came of a call, in a line."""
    texts = texts_in(language)
    if not recorded.is_new:
        return texts["call_known"].format(debtor=recorded.debtor)
    day = format_day(recorded.again_on, language, long=False) if recorded.again_on else ""
    told = texts[f"call_{recorded.state}"].format(debtor=recorded.debtor, because=recorded.because, day=day)
    return f"{told} {recorded.said(language)}".strip()


def _card(row: CallRow, language: Language) -> dict[str, object]:
    """Return a call as a page shows it."""
    texts = texts_in(language)
    again = format_day(row.again_on, language, long=False) if row.again_on else ""
    return {
        "row": row,
        "attempts": [(one.on, call_words(one.outcome, language), one.note) for one in row.attempts],
        "why": row.overtaken or row.later or (texts["call_again"].format(day=again) if again else ""),
    }


def _sentence(count: int, language: Language) -> str:
    texts = texts_in(language)
    if not count:
        return texts["calls_empty"]
    return texts["calls_one"] if count == 1 else texts["calls_many"].format(count=count)
