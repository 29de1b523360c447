"""What a person does at the desk about who a debtor is: the same as another, another, or taken apart again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, back, client_or_404, language_of
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.finding import NotFound
from voldaan.usecases.answer_same_debtor import CannotAnswer, CannotMerge, answer_same_debtor
from voldaan.usecases.unmerge_debtor import CannotUnmerge, unmerge_debtor


@require_POST
def same_debtor(request: HttpRequest, key: str, question: int) -> HttpResponse:
    """Answer whether an account is a debtor who is known already. The way back takes the two apart."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    debtor = request.POST.get("debiteur", "")
    here = reverse("desk:questions")
    if not debtor and request.POST.get("antwoord") != "DIFFERENT":
        return back(
            request, here, Notice(text="Kies of het dezelfde debiteur is of een andere.", refused=True)
        )
    try:
        merged = answer_same_debtor(
            client,
            question,
            answer="SAME" if debtor else "DIFFERENT",
            debtor=debtor,
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except (NotFound, CannotAnswer, CannotMerge) as refusal:
        return back(request, here, Notice(text=str(refusal), refused=True))
    if merged is None:
        return back(request, here, Notice(text=texts["kept_apart"]))
    notice = Notice(
        text=texts["merged"].format(merged=merged.merged, kept=merged.kept),
        undo_url=reverse("desk:unmerge", args=[key, merged.merged]),
        undo_label=texts["undo"],
        undo_fields={},
    )
    return back(request, here, notice)


@require_POST
def unmerge(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Take a merged account apart from the other."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    here = reverse("desk:account", args=[key, number])
    try:
        done = unmerge_debtor(client, number, on=clock.today(), at=clock.now(), by=BY)
    except (NotFound, CannotUnmerge) as refusal:
        return back(request, here, Notice(text=str(refusal), refused=True))
    held = f" {texts['held_both']}" if done.held_both else ""
    held += f" {texts['excepted_both']}" if done.excepted_both else ""
    return back(request, here, Notice(text=texts["unmerged"].format(debtor=done.unmerged) + held))
