"""The book that the desk shows."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.book import Book


@pytest.fixture
def book(db: None) -> "Book":
    """Return a small real book. Models can only be imported once the tests have chosen their database."""
    from tests.web.book import a_book

    return a_book()
