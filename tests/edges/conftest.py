"""The book of the stories, for what stands at the edges."""

from tests.stories.conftest import bird, book, jo, linden, story_home, truth

__all__ = ["bird", "book", "jo", "linden", "story_home", "truth"]
