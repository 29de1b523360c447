"""Words that people give an account, which strategies can look at."""

from collections.abc import Iterable
from datetime import date, datetime

from voldaan.domain.strategy.tags import TAG_LENGTH_MAX, TAGS_MAX, tag_of
from voldaan.records import events
from voldaan.records.few_facts import tags_in
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.models import Client
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["CannotTag", "NotFound", "tag_account"]


class CannotTag(Exception):
    """A tag cannot be given or taken, with a Dutch sentence that says why."""


def tag_account(
    client: Client,
    debtor: str,
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    on: date,
    at: datetime,
    by: str,
) -> tuple[str, ...]:
    """Give tags to an account and take others, and return those that it has then, in order.

    A tag is a word of letters, digits and hyphens; capitals make no difference. What it has already, or has not, stays
    as it is.

    Raises:
        NotFound: the client has no such debtor.
        CannotTag: a tag is no such word, or there are too many.
    """
    given, taken = {_tag(word) for word in add}, {_tag(word) for word in remove}
    if given & taken:
        both = ", ".join(sorted(given & taken))
        raise CannotTag(f"Geef een label of neem het weg, niet allebei: {both}.")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        before = tags_in(account.tags)
        after = (before | given) - taken
        if len(after) > TAGS_MAX:
            raise CannotTag(
                f"Een debiteur heeft hoogstens {TAGS_MAX} labels; dit worden er {len(after)}. Haal er eerst een weg."
            )
        if after != before:
            account.tags = ",".join(sorted(after))
            account.save(update_fields=["tags"])
            data = {
                "added": [events.digest(tag) for tag in sorted(after - before)],
                "removed": [events.digest(tag) for tag in sorted(before - after)],
            }
            events.append(
                client,
                events.NewEvent(
                    kind="account.tagged", on=on, at=at, actor=by, account_id=account.pk, data=data
                ),
            )
    return tuple(sorted(after))


def _tag(word: str) -> str:
    tag = tag_of(word)
    if tag is None:
        raise CannotTag(
            f"{word!r} is geen label: schrijf één woord van letters, cijfers en streepjes, van hoogstens "
            f"{TAG_LENGTH_MAX} tekens."
        )
    return tag
