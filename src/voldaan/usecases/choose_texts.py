"""In which texts a client, or the agency that works for it, writes from now on."""

from datetime import date, datetime

from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.records import events
from voldaan.records.models import Client
from voldaan.records.scope import clients, one_transaction, rows_of
from voldaan.records.truth import engagement_on
from voldaan.usecases.judge_texts import judged_texts
from voldaan.usecases.known_texts import check_language, languages, set_text, texts_in_use


class CannotWriteIn(Exception):
    """A text set that nobody can write in, with a sentence that says why."""

    def __init__(self, problem: TextProblem) -> None:
        """Keep the problem in Dutch and English."""
        self.problem = problem
        super().__init__(problem.told("nl"))


def check_usable(key: str) -> None:
    """Check that somebody can write in the set called `key`, to debtors of every language that there is.

    Raises:
        TextsError: there is none of that name, or it cannot be used, or a language lacks a text.
    """
    texts = texts_in_use(key)
    for code in languages():
        check_language(code, texts)
    judged_texts(set_text(key)).must_be_usable()


def choose_texts(client: Client, key: str, *, on: date, at: datetime, by: str) -> list[Client]:
    """Let messages for a client be written in other texts, and return the other clients for whom that changes too.

    Where an agency works for it on this day, it is the agency's set that changes: it writes to all in one voice.

    Raises:
        CannotWriteIn: there is no such set, or it cannot be used.
    """
    try:
        check_usable(key)
    except TextsError as error:
        raise CannotWriteIn(error.problems[0]) from None
    with one_transaction():
        with rows_of(client):
            engagement = engagement_on(client, on)
        writer = engagement.agency if engagement else client
        if writer.text_set == key:
            return []
        writer.text_set = key
        writer.save(update_fields=["text_set"])
        if not engagement:
            _tell(client, "client.changed", {"fields": ["text_set"], "text_set": key}, on=on, at=at, by=by)
            return []
        others = []
        for one in clients():
            with rows_of(one):
                running = engagement_on(one, on)
            if running and running.agency_id == engagement.agency_id:
                data = {"agency": engagement.agency_id, "fields": ["text_set"], "text_set": key}
                _tell(one, "agency.changed", data, on=on, at=at, by=by)
                others += [one] if one.pk != client.pk else []
    return others


def _tell(client: Client, kind: str, data: dict[str, object], *, on: date, at: datetime, by: str) -> None:
    with rows_of(client):
        events.hold_still(client)
        events.append(client, events.NewEvent(kind=kind, on=on, at=at, actor=by[:100], data=data))
