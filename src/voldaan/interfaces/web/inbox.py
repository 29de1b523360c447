"""What came in and waits for a person: each mail with what it seems to say, and what nobody could place."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.answers.words import answer_words, mail_kind_words
from voldaan.domain.wording.facts import REPLY_TOPICS
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import asked_day, done, now
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, clients_asked, language_of, page, page_number, pager
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.decide_mail import DECISIONS, decide_mail
from voldaan.usecases.place_mail import place_mail, set_mail_aside, take_mail_back
from voldaan.usecases.show_mails import MailRow, NotFound, show_inbox, show_mail

WORDS_SHOWN = 900
"""How many signs of a mail stand on the list; the rest stands on its own page."""


@require_safe
def inbox_page(request: HttpRequest) -> HttpResponse:
    """Show the mails that wait, the longest waiting first, and those that nobody could place."""
    known, chosen = clients_asked(request)
    language = language_of(request)
    shown = show_inbox(chosen, page=page_number(request))
    asked = request.GET.get("opdrachtgever", "")
    context = {
        "clients": known,
        "asked": asked,
        "rows": [_card(row, language) for row in shown.rows],
        "strays": [] if asked else [_card(row, language) for row in shown.strays],
        "sentence": _sentence(shown.count, language),
        "decisions": [(code, answer_words(code, language)) for code in DECISIONS],
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.count),
        "today": clock.today(),
    }
    return page(request, "inbox", context)


@require_safe
def mail_page(request: HttpRequest, key: str, mail: int) -> HttpResponse:
    """Show one mail whole, with what was quoted in it."""
    language = language_of(request)
    try:
        shown = show_mail(client_or_404(key), mail)
    except NotFound as missing:
        raise Http404(str(missing)) from None
    context = {
        "card": _card(shown.row, language),
        "all_words": shown.all_words,
        "attachments": shown.attachments,
        "decisions": [(code, answer_words(code, language)) for code in DECISIONS],
        "today": clock.today(),
    }
    return page(request, "mail", context)


@require_POST
def decide(request: HttpRequest, key: str, mail: int) -> HttpResponse:
    """Write down what a mail is, and do what follows."""
    client, language = client_or_404(key), language_of(request)
    confirms: list[str] = []

    def act() -> Notice:
        decided = decide_mail(
            client,
            mail,
            says=request.POST.get("wat", ""),
            day=asked_day(request, "dag"),
            note=request.POST.get("toelichting", ""),
            **now(),
        )
        if "bevestigen" in request.POST:
            confirms.append(decided.decided if decided.decided in REPLY_TOPICS else "REPLY")
        return Notice(text=f"{decided.debtor}: {decided.sentence(language)}")

    answer = done(request, act, reverse("desk:inbox"))
    if confirms:
        answer["Location"] = f"{reverse('desk:reply_to_mail', args=[key, mail])}?wat={confirms[0]}"
    return answer


@require_POST
def take_back(request: HttpRequest, key: str, mail: int) -> HttpResponse:
    """Take a mail from an account that it is not of."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        take_mail_back(client, mail, **now())
        return Notice(text=texts["mail_taken_back"])

    return done(request, act, reverse("desk:inbox"))


@require_POST
def place(request: HttpRequest, mail: int) -> HttpResponse:
    """Place a mail with an account, or set it aside."""
    language = language_of(request)
    texts = texts_in(language)

    def act() -> Notice:
        if "opzij" in request.POST:
            when = now()
            set_mail_aside(mail, at=when["at"], by=when["by"])
            return Notice(text=texts["mail_set_aside"])
        client = client_or_404(request.POST.get("opdrachtgever", ""))
        row = place_mail(mail, client, request.POST.get("debiteur", "").strip(), **now())
        return Notice(text=texts["mail_placed"].format(debtor=row.account.number))

    return done(request, act, reverse("desk:inbox"))


def _card(row: MailRow, language: Language) -> dict[str, object]:
    """Return a mail as a page shows it."""
    return {
        "row": row,
        "kind": mail_kind_words(row.kind, language),
        "seems": answer_words(row.proposed, language) if row.proposed else "",
        "decided": answer_words(row.decided, language) if row.decided else "",
        "words": row.words[:WORDS_SHOWN],
        "is_cut": len(row.words) > WORDS_SHOWN,
    }


def _sentence(count: int, language: Language) -> str:
    texts = texts_in(language)
    if not count:
        return texts["inbox_empty"]
    return texts["inbox_one"] if count == 1 else texts["inbox_many"].format(count=count)
