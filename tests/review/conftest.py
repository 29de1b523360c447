"""The book of the stories, for what a second reader tried on it."""

from tests.stories.conftest import bird, book, jo, linden, story_home, truth

__all__ = ["bird", "book", "jo", "linden", "story_home", "truth"]
