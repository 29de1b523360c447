"""A day that is not today is a replay: nothing of it may leave by a real mail server (P2, P5, P6)."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings

from tests.stories.book import Book, agency_works_for
from tests.stories.paper import JO
from tests.usecases.mail_server import Received, mail_server
from voldaan.interfaces.cli.main import main

SUNDAY_NIGHT = datetime(2026, 6, 14, 3, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    with mail_server() as (url, received):
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
        yield received


def test_a_run_for_a_day_in_spring_sends_no_mail_on_a_sunday_night_in_june(
    book: Book, server: Received
) -> None:
    agency_works_for(book)
    book.on("31 januari").bills("2026-0001", "125,00", to=JO, due="2 maart")
    book.on("5 maart").bank()
    with time_machine.travel(SUNDAY_NIGHT, tick=False):
        for on in ("2026-03-05", "2026-03-06"):
            main(["run", "--on", on, "--client", "zon", "--approve"])
    assert server.messages == []
