"""Ways that do not begin with one account: several accounts together, and the amount alone."""

from collections.abc import Collection, Iterator, Sequence

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import OpenInvoice
from voldaan.domain.matching.way import (
    STRONG_KINDS,
    Reading,
    Said,
    Way,
    asked,
    in_order_of_debt,
    written_words,
)
from voldaan.domain.matching.weights import AMOUNT_EXACT, SLIP_OF_THE_PAYER
from voldaan.domain.matching.written.mentions import Mention, among, neighbours

AMOUNT_CANDIDATES_MOST = 25
"""An amount that more invoices share is a common price, and no clue."""


def of_several_accounts(
    reading: Reading, book: OpenBook, by_account: dict[int, dict[int, Mention]]
) -> Iterator[Way]:
    """Yield the way of everything that was named, of all accounts together, where that is exactly the amount."""
    chosen = {key: mention for of_account in by_account.values() for key, mention in of_account.items()}
    on = reading.payment.booking_date
    invoices = in_order_of_debt(one for key in chosen if (one := book.invoices[key]).room(on) > 0)
    accounts = tuple(sorted({one.account_id for one in invoices}))
    if len(accounts) < 2 or len({chosen[one.id].text for one in invoices}) < len(invoices):
        return
    if sum(one.room(on) for one in invoices) != reading.payment.amount_cents:
        return
    own = [chosen[one.id] for one in invoices]
    support = [reading.paying.towards(account) for account in accounts]
    best = max(support, key=lambda clue: clue.points)
    supported = {clue.account_id for clue in support if clue.points > 0}
    said = (
        *written_words(own),
        ("bedrag precies wat samen openstaat", AMOUNT_EXACT),
        *(best.said if best.points > 0 else ()),
        *_slips_between(invoices, supported, book),
    )
    yield Way(
        because="NUMBER_AND_AMOUNT",
        points=sum(points for _, points in said),
        said=said,
        accounts=accounts,
        allocations=tuple(sorted((one.id, one.room(on)) for one in invoices)),
        named=all(mention.kind in STRONG_KINDS for mention in own),
        exact=True,
        texts=tuple(mention.text for mention in own),
    )


def _slips_between(
    invoices: Sequence[OpenInvoice], supported: Collection[int], book: OpenBook
) -> Iterator[Said]:
    """Yield what speaks against two accounts: one number is a slip away from another of the payer, of that amount."""
    for one in invoices:
        if one.account_id in supported:
            continue
        others = supported or {other.account_id for other in invoices} - {one.account_id}
        for key in neighbours(one.number, book.index):
            other = book.invoices[key]
            if other.account_id in others and asked(other) == asked(one):
                yield (
                    f"factuurnummer {one.number} kan een verschrijving van {other.number} zijn",
                    SLIP_OF_THE_PAYER,
                )
                return


def by_amount_alone(reading: Reading, book: OpenBook) -> Iterator[Way]:
    """Yield the invoices of which exactly this amount is open, with what the text or the payer's name adds."""
    cents, on = reading.payment.amount_cents, reading.payment.booking_date
    found = (one for one in book.open_for(cents) if one.room(on) == cents and one.issue_date <= on)
    same = in_order_of_debt(found)
    if len(same) > AMOUNT_CANDIDATES_MOST:
        return
    ends = (
        {key: mention for mention in among(reading.written, same, reading.mentions) for key in mention.ids}
        if same
        else {}
    )
    for one in same:
        support = tuple(pair for pair in reading.paying.towards(one.account_id).said if pair[1] > 0)
        own = [ends[one.id]] if one.id in ends else []
        said = (*written_words(own), ("zelfde bedrag", AMOUNT_EXACT), *support)
        yield Way(
            because="NUMBER_AND_AMOUNT" if own else "AMOUNT_ONLY",
            points=sum(points for _, points in said),
            said=said,
            accounts=(one.account_id,),
            allocations=((one.id, reading.payment.amount_cents),),
            exact=True,
            texts=tuple(mention.text for mention in own),
        )
