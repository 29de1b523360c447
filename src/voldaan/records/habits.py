"""What linked payments taught of accounts, and how often. Needs an open scope; changes need a transaction."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

from voldaan.domain.matching.facts import Habit as Lesson
from voldaan.domain.matching.facts import HabitKind
from voldaan.records.merging import home_of
from voldaan.records.models import Client, Habit

Key = tuple[int, HabitKind, str]
VALUE_SIGNS = 100


def habits(merged: Mapping[int, int]) -> Iterator[Lesson]:
    """Yield what is known of every account; what a merged account has counts for the one that it was merged into."""
    totals: Counter[tuple[int, str, str]] = Counter()
    rows = Habit.objects.order_by("pk").values_list("account_id", "kind", "value", "times")
    for account, kind, value, times in rows.iterator(chunk_size=5000):
        totals[home_of(account, merged), kind, value] += times
    for (account, kind, value), times in totals.items():
        yield Lesson(account, kind, value, times)  # type: ignore[arg-type]  # one of HABIT_KINDS


def change_habits(client: Client, *, learned: Iterable[Lesson], unlearned: Iterable[Lesson]) -> None:
    """Add what links taught and take away what links taught that stand no more."""
    change: Counter[Key] = Counter()
    for lesson in learned:
        change[lesson.account_id, lesson.kind, lesson.value[:VALUE_SIGNS]] += lesson.times
    for lesson in unlearned:
        change[lesson.account_id, lesson.kind, lesson.value[:VALUE_SIGNS]] -= lesson.times
    _add(client, [(key, times) for key, times in change.items() if times > 0])
    _take_away(client, [(key, -times) for key, times in change.items() if times < 0])


def _add(client: Client, lessons: Sequence[tuple[Key, int]]) -> None:
    """Count lessons that were known before, and write those that are new."""
    statement = (
        "INSERT INTO records_habit (client_id, account_id, kind, value, times) VALUES (%s, %s, %s, %s, %s) "
        "ON CONFLICT (client_id, account_id, kind, value) DO UPDATE SET times = records_habit.times + excluded.times"
    )
    _execute(statement, [(client.pk, *key, times) for key, times in lessons])


def _take_away(client: Client, lessons: Sequence[tuple[Key, int]]) -> None:
    """Forget what was learned no more often than this, and count the others less."""
    where = "WHERE client_id = %s AND account_id = %s AND kind = %s AND value = %s"
    _execute(
        f"DELETE FROM records_habit {where} AND times <= %s", [(client.pk, *key, n) for key, n in lessons]
    )
    _execute(
        f"UPDATE records_habit SET times = times - %s {where}", [(n, client.pk, *key) for key, n in lessons]
    )


def _execute(statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
