"""What speaks against a way: numbers that it does not pay, an invoice that fits better, a payer who owes this."""

from collections.abc import Iterator, Sequence

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import OpenInvoice
from voldaan.domain.matching.meant_otherwise import MeantOtherwise
from voldaan.domain.matching.unknown_numbers import unknown_number
from voldaan.domain.matching.way import Reading, Said, Way, asked, in_words
from voldaan.domain.matching.weights import (
    ANOTHER_FITS_EXACTLY,
    ANOTHERS_NUMBER,
    ANOTHERS_NUMBER_AND_AMOUNT,
    EXCEPTION_NOT_UNDERSTOOD,
    LEFT_OUT,
    NUMBER,
    NUMBER_IN_DOUBT,
    NUMBER_OR_DAY,
    OWN_NUMBER_NOT_PAID,
    OWN_NUMBER_OF_OTHER_AMOUNT,
    PAYER_IS_ANOTHER_BUT_EXACT,
    SLIP_AND_ANOTHERS_NUMBER,
    UNKNOWN_NUMBER,
)
from voldaan.domain.matching.written.mentions import Mention, can_be_a_day
from voldaan.domain.matching.written.number_index import key_of
from voldaan.domain.matching.written.number_words import SAYS_PART


def _is_next_number(way: Way, unknown: str, book: OpenBook) -> bool:
    """Test if a way takes an unknown number for a slip where it can be the next one, or that of another year."""
    if unknown not in way.texts or len(way.allocations) != 1:
        return False
    written, number = key_of(unknown), key_of(book.invoices[way.allocations[0][0]].number)
    return len(written) == len(number) and (written[:-1] == number[:-1] or written[4:] == number[4:])


def with_contradictions(ways: Sequence[Way], reading: Reading, book: OpenBook) -> Iterator[Way]:
    """Yield the ways less what contradicts them: a number that they do not pay, a payer who owes this."""
    unknown = unknown_number(reading, book)
    otherwise = MeantOtherwise(reading, unknown, book)
    exact_accounts = {account for way in ways if way.exact for account in way.accounts}
    payers = {words for way in ways for words, points in way.payer if points < 0}
    for way in ways:
        said = (*way.said, *_numbers_not_paid(way, reading, book), *_number_or_day(way, ways, reading))
        if reading.unclear:
            said = (
                *said,
                ("er staat bij wat niet is betaald, en niet duidelijk wat", EXCEPTION_NOT_UNDERSTOOD),
            )
        if unknown and _is_next_number(way, unknown, book):
            said = (*said, (f"het nummer {unknown} kennen we niet", UNKNOWN_NUMBER))
        if way.allocations and not way.texts:
            said = (*said, *otherwise.against(way))
        elif way.allocations and not way.named:
            said = (*said, *otherwise.another_debtor(way))
        if way.named and way.allocations and not way.exact and exact_accounts & set(way.accounts):
            said = (*said, ("een andere factuur vraagt precies dit bedrag", ANOTHER_FITS_EXACTLY))
        if way.exact and way.named and not exact_accounts - set(way.accounts):
            said = tuple(
                (words, max(points, PAYER_IS_ANOTHER_BUT_EXACT) if words in payers else points)
                for words, points in said
            )
        yield way if said == way.said else way._replace(said=said, points=sum(points for _, points in said))


def _number_or_day(way: Way, ways: Sequence[Way], reading: Reading) -> Iterator[Said]:
    """Yield that a number can be a day as well, where another invoice of the debtor asks exactly this."""
    likely = [one.text for one in reading.mentions if one.text in way.texts and can_be_a_day(one)]
    if likely and any(
        other.exact and other.accounts == way.accounts and other.allocations != way.allocations
        for other in ways
    ):
        yield f"{likely[0]} kan ook een dag zijn, en een andere factuur vraagt dit bedrag", NUMBER_OR_DAY


def _numbers_not_paid(way: Way, reading: Reading, book: OpenBook) -> Iterator[Said]:
    """Yield what speaks against a way in the numbers that were written and that it does not pay."""
    if way.because == "ALREADY_PAID":
        return
    paid = {key for key, _ in way.allocations} | {one.invoice_id for one in way.netted}
    pays_some = any(paid & set(one.ids) for one in reading.mentions if one.points >= NUMBER)
    for mention in reading.mentions:
        if paid & set(mention.ids):
            continue
        bearers = [book.invoices[key] for key in mention.ids]
        is_own = any(one.account_id in way.accounts for one in bearers)
        fits = any(_asks_it(one, reading, is_own=is_own) for one in bearers)
        if mention.text in way.texts or _is_part_of_slip(mention, way):
            if fits:
                yield f"{in_words(mention)} bestaat ook, voor hetzelfde bedrag", SLIP_AND_ANOTHERS_NUMBER
        elif pays_some:
            if mention.points >= NUMBER:
                yield f"{in_words(mention)} wordt zo niet betaald", LEFT_OUT
        elif is_own:
            if (fits or mention.points >= NUMBER_IN_DOUBT) and not can_be_a_day(mention):
                points = OWN_NUMBER_NOT_PAID if fits else OWN_NUMBER_OF_OTHER_AMOUNT
                yield f"{in_words(mention)} van deze debiteur wordt zo niet betaald", points
        elif fits:
            yield f"{in_words(mention)} is van een ander", ANOTHERS_NUMBER_AND_AMOUNT
        elif mention.points >= NUMBER and any(one.room(reading.payment.booking_date) for one in bearers):
            yield f"{in_words(mention)} is van een ander", ANOTHERS_NUMBER


def _asks_it(invoice: OpenInvoice, reading: Reading, *, is_own: bool) -> bool:
    """Test if an invoice asks what was paid, or more where it is called a part; one of one's own, asked it once."""
    cents, room = reading.payment.amount_cents, invoice.room(reading.payment.booking_date)
    if cents == room or (is_own and cents == asked(invoice)):
        return True
    return room > cents and bool(SAYS_PART.search(reading.written.text))


def _is_part_of_slip(mention: Mention, way: Way) -> bool:
    """Test if a way reads a part of a number, or more than it, as a slip or an end of one of its own."""
    return not way.named and any(text in mention.text or mention.text in text for text in way.texts)
