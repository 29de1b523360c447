"""Changing the texts of one part at the desk: what is typed, beside what a debtor would read of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from voldaan.domain.answers.words import answer_words
from voldaan.domain.wording.facts import REPLY_TOPICS, TEXT_KEYS
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.headers import E_MAIL_POLICY, LETTER_POLICY
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, language_of, page
from voldaan.interfaces.web.text_form import APART, PARTS, SHARED, filled, groups
from voldaan.interfaces.web.text_preview import PROBLEMS_MAX, Looked, previewed, previewed_message
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.letters.text_check import WORDS, problems_of
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sections import SPOKEN_STAGES, TABLES, place_of
from voldaan.letters.text_set_writing import only_other, written
from voldaan.letters.text_sets import TextSet, base_texts, read_text_set, whole_texts
from voldaan.records.finding import NotFound
from voldaan.usecases.change_texts import NotAccepted, save_texts
from voldaan.usecases.keep_version import NOTE_CHARACTERS_MAX, NotSaved
from voldaan.usecases.known_texts import folders, language_name, languages, newest_version, set_text
from voldaan.usecases.preview_texts import PreviewedTexts
from voldaan.usecases.text_refusal import Refusal
from voldaan.usecases.try_texts import TriedTexts


@dataclass(slots=True, kw_only=True)
class TextsInHand:
    """The texts of one part that a person is changing."""

    key: str
    code: str
    part: str
    text_set: TextSet
    """With what was typed."""
    whole: Mapping[str, Any]
    base: Mapping[str, Any]
    made_from: int
    reader: str
    kind: str
    """In which message it is looked at: a stage, or what is confirmed."""
    note: str = ""
    accepted: bool = False

    @property
    def looked(self) -> Looked:
        """Return what is looked at beside the form."""
        return Looked(self.text_set, self.key, self.code, self.part, self.kind, self.reader)


@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, key: str, code: str, part: str) -> HttpResponse:
    """Show the form with the preview; a POST shows what was typed, or keeps it."""
    language = language_of(request)
    hand = _in_hand(request, key, code, part, language)
    if request.method == "POST" and request.POST.get("doe") == "bewaar":
        return _keep(request, hand, language)
    return _show(request, hand)


@require_POST
def preview(request: HttpRequest, key: str, code: str, part: str) -> HttpResponse:
    """Return the preview of what is typed, to be put beside the form."""
    language = language_of(request)
    hand = _in_hand(request, key, code, part, language)
    context = {
        "t": texts_in(language),
        "language": language,
        "hand": hand,
        **previewed(hand.looked, language),
    }
    return render(request, "desk/_text_preview.html", context)


@require_POST
def mail(request: HttpRequest, key: str, code: str, part: str) -> HttpResponse:
    """Return the e-mail as its debtor would see it, in which nothing can run."""
    shown = _must_preview(request, key, code, part)
    return HttpResponse(shown.rendered().html, headers={"Content-Security-Policy": E_MAIL_POLICY})


@require_POST
def letter(request: HttpRequest, key: str, code: str, part: str) -> HttpResponse:
    """Return the letter as PDF."""
    shown = _must_preview(request, key, code, part)
    headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="voorbeeld.pdf"',
        "Content-Security-Policy": LETTER_POLICY,
    }
    return HttpResponse(shown.rendered().pdf, headers=headers)


def _in_hand(request: HttpRequest, key: str, code: str, part: str, language: Language) -> TextsInHand:
    """Return the texts in use, with what was typed in their place."""
    if part not in PARTS or code not in languages():
        raise Http404(texts_in(language)["texts_no_part"])
    form = request.POST if request.method == "POST" else request.GET
    try:
        text_set = read_text_set(set_text(key))
        base = base_texts(text_set.base, code, folders())
        whole = whole_texts(text_set, code, folders())
    except TextsError as error:
        raise Http404(error.problems[0].told(language)) from None
    if request.method == "POST":
        whole = filled(whole, part, form)
        other = only_other(base, whole)
        changes = {one: below for one, below in {**text_set.changes, code: other}.items() if below}
        text_set = replace(text_set, changes=changes)
    newest = newest_version(key)
    number = form.get("van", "")
    standing = newest.number if newest else 0
    return TextsInHand(
        key=key,
        code=code,
        part=part,
        text_set=text_set,
        whole=whole,
        base=base,
        made_from=int(number) if number.isascii() and number.isdigit() and len(number) < 9 else standing,
        reader=form.get("lezer", ""),
        kind=_kind(part, form),
        note=form.get("toelichting", "")[: 2 * NOTE_CHARACTERS_MAX],
        accepted=form.get("toch") == "ja",
    )


def _kind(part: str, form: QueryDict) -> str:
    """Return in which message the part is looked at: its own, or the one that was chosen for what several share."""
    asked = part if part in TEXT_KEYS else form.get("fase", "")
    known = _kinds(part) or TEXT_KEYS
    return next(
        (one for one in known if one == asked), "PROMISE" if part == "confirmation" else "FIRST_REMINDER"
    )


def _kinds(part: str) -> tuple[str, ...]:
    """Return the messages in which a part can be looked at, where there is a choice."""
    if part == "sms":
        return tuple(one for one in TEXT_KEYS if one in SPOKEN_STAGES)
    if part == "confirmation":
        return REPLY_TOPICS
    return TEXT_KEYS if part in SHARED else ()


def _words_of(part: str) -> list[str]:
    """Return the words that are filled in somewhere in a part."""
    if part not in APART:
        return sorted(WORDS)
    return sorted(set().union(*(
        place_of(f"{table}.{name}").words
        for table, names in TABLES.items() if table.partition(".")[0] == part for name in names
    )))  # fmt: skip


def _keep(request: HttpRequest, hand: TextsInHand, language: Language) -> HttpResponse:
    """Keep what was typed as the next version, or say why not, with all that was typed still there."""
    texts = texts_in(language)
    text = written(hand.text_set)
    try:
        saved = save_texts(
            hand.key,
            text,
            note=hand.note,
            made_from=hand.made_from,
            refusals_accepted=hand.accepted,
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except TextsError:
        return _show(request, hand, complaint=texts["texts_cannot_keep"])
    except NotSaved as refusal:
        tried = refusal.tried if isinstance(refusal, NotAccepted) else None
        return _show(request, hand, complaint=refusal.told(language), tried=tried)
    said = texts["texts_kept"].format(number=saved.number) if saved.is_new else texts["strategy_kept_nothing"]
    return back(request, reverse("desk:text_set", args=[hand.key]), Notice(text=said))


def _show(
    request: HttpRequest, hand: TextsInHand, *, complaint: str = "", tried: TriedTexts | None = None
) -> HttpResponse:
    language = language_of(request)
    texts = texts_in(language)
    context = {
        "hand": hand,
        "title": _title(hand, language),
        "complaint": complaint,
        "tried_sentence": texts["texts_tried"].format(count=tried.looked_at) if tried else "",
        "refused": [(one, _which(one, language), one.told(language)) for one in tried.refused[:PROBLEMS_MAX]]
        if tried
        else [],
        "not_tried": _not_tried(tried, language) if tried else [],
        "language_name": language_name(hand.code, language),
        "legend": [
            (word, texts.get(f"texts_word_{hand.part}_{word}") or texts[f"texts_word_{word}"])
            for word in _words_of(hand.part)
            if f"texts_word_{word}" in texts
        ],
        "kinds": [
            (
                kind,
                answer_words(kind, language)
                if hand.part == "confirmation"
                else words("text_kind", kind, language),
            )
            for kind in _kinds(hand.part)
        ],
        "is_apart": hand.part in APART,
        "note_max": NOTE_CHARACTERS_MAX,
        **previewed(hand.looked, language),
    }
    context["groups"] = groups(
        hand.whole,
        hand.base,
        hand.part,
        language,
        by_agency=bool(context["by_agency"]),
        errors=_errors(hand, language),
    )
    return page(request, "text_change", context)


def _must_preview(request: HttpRequest, key: str, code: str, part: str) -> PreviewedTexts:
    language = language_of(request)
    hand = _in_hand(request, key, code, part, language)
    if part in APART:
        raise Http404(texts_in(language)["texts_no_part"])
    try:
        return previewed_message(hand.looked)
    except TextsError as error:
        raise Http404(" ".join(one.told(language) for one in error.problems[:PROBLEMS_MAX])) from None
    except NotFound as gone:
        raise Http404(str(gone)) from None


def _errors(hand: TextsInHand, language: Language) -> dict[str, str]:
    """Return what is wrong with a text, by its path."""
    found: dict[str, str] = {}
    for problem in problems_of(hand.whole):
        said = problem.told(language).replace(f'"{problem.path}" ', "")
        found.setdefault(problem.path, said[:1].upper() + said[1:])
    return found


def _title(hand: TextsInHand, language: Language) -> str:
    part = _named(hand.part, language)
    return texts_in(language)["texts_change_title"].format(part=part, name=hand.text_set.name)


def _named(part: str, language: Language) -> str:
    """Return what a part is called."""
    name = (
        words("text_kind", part, language) if part in TEXT_KEYS else texts_in(language)[f"texts_part_{part}"]
    )
    return name[:1].upper() + name[1:]


def _which(refusal: Refusal, language: Language) -> str:
    """Return in which message something is refused: its part, with its stage or what it confirms."""
    name = _named(refusal.part, language)
    if refusal.part == "confirmation":
        return f"{name}, {answer_words(refusal.path.partition('.')[2], language)}"
    return f"{name}, {words('text_kind', refusal.kind, language)}" if refusal.part == "sms" else name


def _not_tried(tried: TriedTexts, language: Language) -> list[str]:
    """Return of which clients not every message was made, or none."""
    texts = texts_in(language)
    return [
        *(texts["texts_not_all"].format(name=one.name) for one in tried.not_all),
        *(texts["texts_not_tried"].format(name=one.name) for one in tried.left),
        *(texts["texts_cannot_try"].format(name=one.name, why=why) for one, why in tried.cannot),
    ]
