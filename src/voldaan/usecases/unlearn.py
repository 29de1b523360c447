"""What a link taught is taken away with it. Needs a transaction and an open scope."""

from collections.abc import Iterable, Mapping

from voldaan.domain.matching.facts import Habit, PaymentFacts, Verdict
from voldaan.domain.matching.together import taught
from voldaan.records.finding import accounts_of
from voldaan.records.habits import change_habits
from voldaan.records.models import Client, Payment
from voldaan.records.open_book import book_of
from voldaan.records.standing_matches import PERSON, standing_of


def unlearn(client: Client, payments: Iterable[int]) -> None:
    """Take away what the links of payments taught: call it while they stand, before they are taken back."""
    unlearned: list[Habit] = []
    for key in payments:
        standing = standing_of(key)
        if standing is not None and standing.verdict is not None:
            placed_by = Payment.objects.values_list("placed_by", flat=True).get(pk=key)
            accounts = accounts_of({invoice for invoice, _ in standing.verdict.allocations})
            unlearned += lessons_of(standing.payment, standing.verdict, accounts, placed_by=placed_by)
    change_habits(client, learned=(), unlearned=unlearned)


def lessons_of(
    payment: PaymentFacts, link: Verdict, accounts: Mapping[int, int], *, placed_by: str
) -> tuple[Habit, ...]:
    """Return what a link taught of the account that it was for; nothing where it was for several."""
    paid = {accounts[key] for key, _ in link.allocations}
    if not link.teaches or len(paid) != 1:
        return ()
    return taught(payment, link, book_of(paid.pop()), by_person=placed_by == PERSON)
