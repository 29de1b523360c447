"""Amounts, days and codes in the language of the page."""

from datetime import date, datetime
from typing import Any, cast

from django import template

from voldaan.domain.law.stops import effect_sentence, stop_of
from voldaan.domain.money import format_euro
from voldaan.domain.strategy.words import exception_words, reason_words, until_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import sentences
from voldaan.interfaces.web.clock import DUTCH_TIME
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.story import message_words
from voldaan.interfaces.web.words import words

register = template.Library()


def _language(context: dict[str, Any]) -> Language:
    return cast("Language", context["language"])


@register.simple_tag(takes_context=True)
def euro(context: dict[str, Any], cents: int | None) -> str:
    """Return an amount; nothing where it is not known."""
    return "" if cents is None else format_euro(cents, _language(context))


@register.simple_tag(takes_context=True)
def day(context: dict[str, Any], on: date | None) -> str:
    """Return a day: "ma 23 nov 2026"; nothing where it is not known."""
    return "" if on is None else format_day(on, _language(context), long=False)


@register.simple_tag(takes_context=True)
def moment(context: dict[str, Any], at: datetime | None) -> str:
    """Return a day with its time in the Netherlands; nothing where it is not known."""
    if at is None:
        return ""
    here = at.astimezone(DUTCH_TIME)
    return f"{format_day(here.date(), _language(context), long=False)} {here:%H:%M}"


@register.simple_tag(takes_context=True)
def late(context: dict[str, Any], due: date | None, on: date) -> str:
    """Return how late an invoice is on a day."""
    return sentences.how_late(due, on, _language(context))


@register.simple_tag(takes_context=True)
def until(context: dict[str, Any], on: date | None) -> str:
    """Return from which day a decision can be another."""
    return until_words(on, _language(context))


@register.simple_tag(takes_context=True)
def word(context: dict[str, Any], kind: str, code: str | None) -> str:
    """Return a code in words."""
    return words(kind, code, _language(context)) if code else ""


@register.simple_tag(takes_context=True)
def exception(context: dict[str, Any], kind: str, value: str) -> str:
    """Return what an exception does, in words."""
    return exception_words(kind, value, _language(context))


@register.simple_tag(takes_context=True)
def reason(context: dict[str, Any], code: str, hold: str | None) -> str:
    """Return a reason in words, with the kind of hold that is behind it."""
    return reason_words(code, _language(context), hold)


@register.simple_tag(takes_context=True)
def hold_effect(context: dict[str, Any], kind: str) -> str:
    """Return what a kind of hold does, in sentences."""
    return effect_sentence(kind, _language(context))


@register.simple_tag(takes_context=True)
def articles(context: dict[str, Any], kind: str) -> str:
    """Return the articles behind a kind of hold; nothing where there are none."""
    return sentences.listed(source.label for source in stop_of(kind).citations)


@register.simple_tag(takes_context=True)
def counted(context: dict[str, Any], count: int, noun: str) -> str:
    """Return a number with its noun."""
    return sentences.counted(count, noun, _language(context))


@register.simple_tag(takes_context=True)
def approve_all(context: dict[str, Any], count: int) -> str:
    """Return the words of the button that approves a whole list."""
    return str(context["t"]["approve_all"]).format(count=count)


@register.simple_tag(takes_context=True)
def first_approved(context: dict[str, Any], name: str) -> str:
    """Return who gave the first of two approvals."""
    return str(context["t"]["first_approved_by"]).format(name=name)


@register.simple_tag(takes_context=True)
def happened(context: dict[str, Any], kind: str) -> str:
    """Return what an event about a message says."""
    return message_words(kind, _language(context))


@register.simple_tag(takes_context=True)
def see_all(context: dict[str, Any], count: int) -> str:
    """Return the words of the link to a whole list."""
    return str(context["t"]["see_all"]).format(count=count)


@register.simple_tag(takes_context=True)
def and_more(context: dict[str, Any], count: int) -> str:
    """Return how many more there are."""
    return str(context["t"]["and_more"]).format(count=count)


@register.simple_tag(takes_context=True)
def problems_left(context: dict[str, Any], count: int) -> str:
    """Return how many more problems a file has than are shown."""
    return str(context["t"]["files_problems_left"]).format(count=count)


@register.simple_tag(takes_context=True)
def certainty(context: dict[str, Any], points: int) -> str:
    """Return how much spoke for a match."""
    return str(context["t"]["certainty_enough"]).format(points=points)


@register.simple_tag(takes_context=True)
def text(context: dict[str, Any], name: str, code: str) -> str:
    """Return the text that goes with a code: `{% text "about_" question.kind %}`."""
    return str(context["t"][f"{name}{code}"])


@register.simple_tag(takes_context=True)
def fees_sentence(context: dict[str, Any], cents: int, count: int) -> str:
    """Return what clients owe in all."""
    invoices = sentences.counted(count, "invoice", _language(context))
    return (
        f"{format_euro(cents, _language(context))} {context['t']['fees_sentence'].format(invoices=invoices)}"
    )
