"""What links taught is counted, and what links taught that stand no more is taken away again."""

import pytest

from tests.builders import a_client, an_account
from voldaan.domain.matching.facts import Habit as Lesson
from voldaan.records.habits import change_habits, habits
from voldaan.records.scope import one_transaction, rows_of

pytestmark = pytest.mark.django_db
IBAN, OTHER_IBAN = "NL20INGB0001234567", "NL91ABNA0417164300"
Change = tuple[list[str], list[str]]
"""What links taught, and what links taught that stand no more."""


def known_after(*changes: Change) -> dict[str, int]:
    """Return how often each bank account is known to have paid after these changes."""
    client = a_client()
    with rows_of(client):
        account = an_account(client).pk
        for learned, unlearned in changes:
            with one_transaction():
                change_habits(
                    client,
                    learned=[Lesson(account, "IBAN", iban, 1) for iban in learned],
                    unlearned=[Lesson(account, "IBAN", iban, 1) for iban in unlearned],
                )
        return {lesson.value: lesson.times for lesson in habits({})}


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ([([IBAN, IBAN, OTHER_IBAN], [])], {IBAN: 2, OTHER_IBAN: 1}),
        ([([IBAN], []), ([IBAN], [])], {IBAN: 2}),
        ([([IBAN, IBAN], []), ([], [IBAN])], {IBAN: 1}),
        ([([IBAN], []), ([], [IBAN])], {}),
        ([([IBAN], []), ([], [IBAN, IBAN])], {}),
        ([([IBAN], []), ([IBAN], [IBAN])], {IBAN: 1}),
        ([([], [IBAN])], {}),
        ([([IBAN], []), ([OTHER_IBAN], [IBAN])], {OTHER_IBAN: 1}),
    ],
)
def test_habits_count_the_links_that_stand(changes: list[Change], known: dict[str, int]) -> None:
    assert known_after(*changes) == known


def test_a_value_that_is_too_long_is_known_by_its_beginning() -> None:
    assert known_after((["A" * 150], []), ([], ["A" * 120])) == {}
