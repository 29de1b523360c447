"""A page of the desk as a browser sends its form, and a book in which a changed spacing changes next week."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import QueryDict

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until
from tests.web.book import DAY, run_day
from voldaan.interfaces.web.strategy_form import FilledStrategy
from voldaan.records.models import Client

FRIDAY = after(11)
"""Three days before the second reminders of the book would leave, with the shipped strategy."""


def a_reminded_book() -> Client:
    """Return a baker who sent two first reminders, on the third day after the due date."""
    baker = a_client()
    an_invoice(an_account(baker, "D1", name="Café De Ankerplaats"), "2026-0001", cents=12_500)
    an_invoice(an_account(baker, "D2", name="Hotel Zeezicht"), "2026-0002", cents=99_900)
    an_invoice(an_account(baker, "D3", name="Theater Klein Podium"), "2026-0003", due_date=after(30))
    bank_known_until(baker, DAY)
    run_day(baker, DAY, send=True)
    return baker


def sent_as(filled: FilledStrategy) -> QueryDict:
    """Return a form as a browser sends what stands in it."""
    query = QueryDict(mutable=True)
    for entry in filled.entries:
        query.setlist(entry.name, entry.raw or ([] if entry.field.kind in ("yes", "some") else [""]))
    return query


@dataclass
class _Fields(HTMLParser):
    """Gathers what a browser would send of the form that is posted."""

    found: dict[str, list[str]] = field(default_factory=dict)
    _inside: bool = False
    _name: str = ""
    _options: list[tuple[str, bool]] = field(default_factory=list)
    _text: str | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "strategy" in said.get("class", "").split()
        elif self._inside and tag == "input" and said.get("name"):
            if said.get("type") != "checkbox" or "checked" in said:
                self.found.setdefault(said["name"], []).append(said.get("value", ""))
        elif self._inside and tag in ("select", "textarea"):
            self._name, self._options, self._text = said["name"], [], "" if tag == "textarea" else None
        elif tag == "option":
            self._options.append((said["value"], "selected" in said))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select" and self._inside:
            chosen = [value for value, is_chosen in self._options if is_chosen]
            self.found[self._name] = chosen or [self._options[0][0]]
        elif tag == "textarea" and self._text is not None:
            self.found[self._name] = [self._text.removeprefix("\n")]
            self._text = None


def form_on(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form on a page."""
    fields = _Fields()
    fields.feed(page)
    return fields.found
