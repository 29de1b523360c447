"""One account, and the form that puts it on hold."""

from collections import defaultdict
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from voldaan.domain.law.stops import HOLD_KINDS, last_day_of
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import INCIDENTS
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import acts, clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import back, client_or_404, language_of, page, page_number, pager
from voldaan.interfaces.web.sentences import Language, account_sentence
from voldaan.interfaces.web.sentences_exceptions import exception_choices, interruptions
from voldaan.interfaces.web.story import story
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import WORDS
from voldaan.records.finding import NotFound
from voldaan.usecases.agree_payment_plan import PLAN_OUTCOMES
from voldaan.usecases.known_strategies import known_keys
from voldaan.usecases.known_texts import language_name
from voldaan.usecases.show_account import AccountPage, show_account, show_card


@require_safe
def account_page(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Show one account: who, what is open and why, what was paid, all that happened."""
    client, language = client_or_404(key), language_of(request)
    try:
        shown = show_account(client, number, today=clock.today(), page=page_number(request))
    except NotFound as missing:
        raise Http404(str(missing)) from None
    except StrategyError as error:
        # Without it nobody knows what is decided; the strategies are where it is mended.
        said = f"{client.name}: {error.problems[0].told(language)}"
        return back(request, reverse("desk:strategies"), Notice(text=said, refused=True))
    asks = _asks(shown)
    context = {
        "shown": shown,
        "card": shown.sheet.card,
        "decision": shown.explanation.decision,
        "sentence": account_sentence(shown, language),
        "invoices": _invoices(shown),
        "missing": [
            one.sentence_en if language == "en" else one.sentence_nl for one in shown.explanation.missing
        ],
        "reads": language_name(shown.sheet.card.language, language),
        "came_back": _came_back(shown, language),
        "rules": shown.explanation.steps(language),
        "payments": {row.id for row in shown.sheet.payments},
        "story": story(shown.happenings, language),
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.happened),
        "today": clock.today(),
        "asks": asks,
        "asked": {one["kind"] for one in asks},
        "first_day": min(shown.on, clock.today()),
        "exception_choices": exception_choices(known_keys(), language),
        "interruptions": interruptions(language),
        "plan_outcomes": PLAN_OUTCOMES,
        "dispute_choices": [row for row in shown.sheet.invoices if not row.disputed],
    }
    return page(request, "account", context)


def _came_back(shown: AccountPage, language: Language) -> str:
    """Return that a thank-you, an answer or a statement did not arrive, and what to do; empty where none did not."""
    row = shown.sheet.came_back
    if row is None:
        return ""
    day = format_day(row.on, language, long=False)
    return texts_in(language)[f"came_back_{row.kind}"].format(to=row.recipient, day=day)


@require_http_methods(["GET", "HEAD", "POST"])
def hold_page(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Ask why an account must be left alone, and until when; a POST places the hold."""
    if request.method == "POST":
        return acts.hold(request, key, number)
    try:
        card, first_day = show_card(client_or_404(key), number, today=clock.today())
    except NotFound as missing:
        raise Http404(str(missing)) from None
    here = reverse("desk:account", args=[key, number])
    context = {
        "card": card,
        "reasons": list(WORDS["hold"]),
        "kinds": [(kind, last_day_of(kind, first_day)) for kind in HOLD_KINDS],
        "first_day": first_day,
        "back_to": request.GET.get("terug") or here,
    }
    return page(request, "hold", context)


_ANSWERS: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(map(str, INCIDENTS), ("incident", "incident")),
    "READY_FOR_WRITE_OFF": ("write_off", "write_off"),
    "LAST_TERM_PASSED": ("write_off", "write_off"),
    "INSURER_MUST_HEAR": ("insurer", "INSURER_MUST_HEAR"),
    "TIME_BAR_NEAR": ("time_bar", "TIME_BAR_NEAR"),
    "INSTALMENT_MISSED": ("plan", "INSTALMENT_MISSED"),
}
"""By what a person is asked: which form answers it, and which words stand above it."""


def _asks(shown: AccountPage) -> list[dict[str, object]]:
    """Return what a person is asked and can answer here, each with its invoices."""
    asked: dict[str, list[str]] = defaultdict(list)
    for number, because in shown.asked.items():
        asked[because].append(number)
    return [
        {
            "kind": kind,
            "words": words,
            "because": because,
            "invoices": [] if kind == "plan" else asked[because],
        }
        for because, (kind, words) in _ANSWERS.items()
        if because in asked
    ]


def _invoices(shown: AccountPage) -> list[dict[str, object]]:
    """Return the open invoices, each with its own reason."""
    return [{"row": row, "answer": shown.answers.get(row.number)} for row in shown.sheet.invoices]
