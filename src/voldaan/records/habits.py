"""What linked payments taught of accounts, and how often. Needs an open scope; changes need a transaction."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from voldaan.domain.matching.facts import Habit as Lesson
from voldaan.domain.matching.facts import HabitKind
from voldaan.records.chunks import chunked
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
    changed = {key: times for key, times in change.items() if times}
    known = _known(changed)
    new, kept, gone = [], [], []
    for key, times in changed.items():
        row = known.get(key)
        if row is None:
            if times > 0:
                account, kind, value = key
                new.append(Habit(client=client, account_id=account, kind=kind, value=value, times=times))
        elif row.times + times > 0:
            row.times += times
            kept.append(row)
        else:
            gone.append(row.pk)
    Habit.objects.bulk_create(new, batch_size=500)
    Habit.objects.bulk_update(kept, ["times"], batch_size=200)
    for part in chunked(gone):
        Habit.objects.filter(pk__in=part).delete()


def _known(keys: Iterable[Key]) -> dict[Key, Habit]:
    wanted = set(keys)
    accounts = sorted({account for account, _, _ in wanted})
    rows = (row for part in chunked(accounts) for row in Habit.objects.filter(account__in=part))
    found: dict[Key, Habit] = {(row.account_id, row.kind, row.value): row for row in rows}  # type: ignore[misc]  # kind is one of HABIT_KINDS
    return {key: row for key, row in found.items() if key in wanted}
