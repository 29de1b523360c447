"""Answering a debtor at the desk: what would be written stands there, and a person changes it before it goes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import done, now
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import Language, client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.known_texts import language_name
from voldaan.usecases.write_reply import Asked, CannotReply, NotFound, Proposed, propose_reply, write_reply


@require_safe
def reply_page(request: HttpRequest, key: str, mail: int | None = None, number: str = "") -> HttpResponse:
    """Show what would be written in answer to a mail, or to a debtor, with its words to change."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    topic = request.GET.get("wat", "" if mail else "REPLY")
    asked = Asked(mail_id=mail, debtor=number, topic=topic)
    try:
        told = propose_reply(client, asked, on=clock.today())
        refused = ""
    except NotFound as missing:
        raise Http404(str(missing)) from None
    except CannotReply as refusal:
        # What was decided cannot be confirmed (any more); own words always can be written.
        told = propose_reply(client, Asked(mail_id=mail, debtor=number, topic="REPLY"), on=clock.today())
        refused = str(refusal)
    context = {
        "client": client,
        "told": told,
        "refused": refused,
        "topic": told.topic or "REPLY",
        "title": texts["reply_title"].format(name=told.name),
        "in_language": _language(told, language_of(request)),
        "act": reverse("desk:write_to_mail", args=[key, mail])
        if mail
        else reverse("desk:write_to", args=[key, number]),
    }
    return page(request, "reply", context)


def _language(told: Proposed, reader: Language) -> str:
    """Return in which language the message goes, and that its debtor reads another where there are no texts in it."""
    written, reads = (language_name(code, reader) for code in (told.language, told.reads))
    name = "reply_in" if told.language == told.reads else "reply_in_another"
    return texts_in(reader)[name].format(written=written, reads=reads)


@require_POST
def write(request: HttpRequest, key: str, mail: int | None = None, number: str = "") -> HttpResponse:
    """Write the reply, and approve it where that was pressed."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    asked = Asked(
        mail_id=mail,
        debtor=number,
        topic=request.POST.get("wat", ""),
        words=request.POST.get("tekst", ""),
        to=request.POST.get("aan", "").strip(),
        copies="kopie" in request.POST,
    )
    approve = "goedkeuren" in request.POST
    written: list[str] = []

    def act() -> Notice:
        found = write_reply(client, asked, approve=approve, **now())
        written.append(found.uuid)
        return Notice(text=texts["reply_approved" if found.approved else "reply_written"].format(to=found.to))

    here = (
        reverse("desk:reply_to_mail", args=[key, mail])
        if mail
        else reverse("desk:reply_to", args=[key, number])
    )
    answer = done(request, act, f"{here}?wat={asked.topic}" if asked.topic.isidentifier() else here)
    if written:
        answer["Location"] = reverse("desk:message", args=[key, written[0]])
    return answer
