"""A book of its own for every story, which must hold at the end of it.

What needs Django is imported inside the fixtures: this file is read before the settings are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.stories.paper import BIRD, JO, LINDEN

if TYPE_CHECKING:
    from tests.stories.book import Book, Debtor


@pytest.fixture
def story_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, transactional_db: None) -> Path:
    """Return an empty home: what leaves, leaves for the mailbox in it."""
    from django.conf import settings

    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def truth() -> str:
    """Return whose word on payments the bakery goes by; a module of stories may choose another."""
    return "bank"


@pytest.fixture
def book(story_home: Path, truth: str) -> Iterator[Book]:
    """Return the book of a bakery, and prove after the story that every sum closes and the chain holds."""
    from tests.stories.book import new_book
    from voldaan.usecases.verify_book import verify_book

    book = new_book(story_home, truth=truth)
    yield book
    assert list(verify_book([book.client])) == []


@pytest.fixture
def bird(book: Book) -> Debtor:
    """Return the lunchroom."""
    from tests.stories.book import Debtor

    return Debtor(book=book, party=BIRD)


@pytest.fixture
def linden(book: Book) -> Debtor:
    """Return the tea house."""
    from tests.stories.book import Debtor

    return Debtor(book=book, party=LINDEN)


@pytest.fixture
def jo(book: Book) -> Debtor:
    """Return the sole trader."""
    from tests.stories.book import Debtor

    return Debtor(book=book, party=JO)
