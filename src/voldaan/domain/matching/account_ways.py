"""The ways to place a payment on one account: what was named, what fits, and what the law would do."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Because, OpenInvoice
from voldaan.domain.matching.fitting import Fit, by_law, fit_of
from voldaan.domain.matching.sums import all_but_one, choices
from voldaan.domain.matching.unknown_numbers import GROUPS, unknown_number
from voldaan.domain.matching.way import (
    STRONG_KINDS,
    Reading,
    Said,
    Way,
    asked,
    in_order_of_debt,
    written_words,
)
from voldaan.domain.matching.weights import (
    ALL_BUT_ONE,
    ALL_OPEN,
    AMOUNT_EXACT,
    AMOUNT_EXACT_LIKE_A_NEIGHBOURS,
    CARRIED,
    DAY_OF_ANOTHERS_DUE,
    DAY_WRITTEN,
    MONTH_OF_DUE,
    MONTH_WRITTEN,
    NAME_SAME_COMMON,
    NEARLY,
    NEXT_WRITTEN,
    NUMBER,
    PAID_AND_OF_OTHER_AMOUNT,
    PAID_WHILE_ANOTHER_FITS,
    PART_SAID,
    PAYER_MOST,
    RANGE,
    SOME_OF_ITS_INVOICES,
    SOME_OF_MANY,
    STYLE_KNOWN,
)
from voldaan.domain.matching.written.days import days_in
from voldaan.domain.matching.written.mentions import Mention, among, can_be_a_day, neighbours
from voldaan.domain.matching.written.months import is_of_month, months_in
from voldaan.domain.matching.written.number_endings import called_an_end
from voldaan.domain.matching.written.number_index import shape_of
from voldaan.domain.matching.written.number_words import MORE_FOLLOW, SAYS_PART
from voldaan.domain.matching.written.remittance import Written

NAMED_TOGETHER_MOST = 8
"""Of more named invoices no part is tried."""
OPEN_LOOKED_AT_MOST = 60
"""Of an account with more open invoices only what was named, and the whole, is looked at."""
SAME_AMOUNT_MOST = 50
"""Of an amount that more debtors owe, namesakes are not looked for."""
NEARLY_PART = 10
"""An amount is near another where they differ by less than one in so many."""
FEW_OPEN_MOST = 6
"""Of more open invoices some add up to an amount by chance."""
WRITTEN_BY_MACHINE = ("FACTOR", "PAYMENT_SERVICE")
"""Those who pass on money copy the number; their slips are not of the pen."""


class AccountWays:
    """One account that a payment could concern, with what speaks for it."""

    def __init__(self, reading: Reading, book: OpenBook, account_id: int, own: dict[int, Mention]) -> None:
        self.reading, self.book, self.account_id, self.own = reading, book, account_id, own
        self.payment = reading.payment
        self.on = reading.payment.booking_date
        self.open = book.open_of(account_id, on=self.on)
        self.support = self._support()
        self.months = months_in(reading.written.text, names=reading.names)
        self.days = self._days()

    def _support(self) -> tuple[Said, ...]:
        """Return what speaks for and against this account as the payer's."""
        said = self.reading.paying.towards(self.account_id).said
        called = [
            (f"debiteurnummer {text}", points)
            for account, points, text in self.book.debtors_named(self.reading.written)
            if account == self.account_id
        ]
        told = (*said, *called)
        over = sum(points for _, points in said) - PAYER_MOST
        return (*told, (f"wie betaalde telt ten hoogste {PAYER_MOST}", -over)) if over > 0 else told

    def _days(self) -> frozenset[date]:
        text = self.reading.written.text
        has_digits = bool(self.reading.written.digits)
        return days_in(text, near=self.on) if has_digits else frozenset()

    def _says_when(self) -> bool:
        """Test if a day or month can tell the invoice: not beside a number or an end that we do not know."""
        if not (self.months or self.days) or unknown_number(self.reading, self.book):
            return False
        told = {group for mention in self.own.values() for group in GROUPS.findall(mention.text)}
        ends = set(called_an_end(self.reading.written, told))
        return all(any(one.number.endswith(end) for one in self.open) for end in ends)

    def ways(self) -> Iterator[Way]:
        """Yield the ways to place the payment on this account."""
        chosen = self.own
        named = list(self._of_named(chosen))
        yield from named
        if any(way.exact and way.teaches for way in named) and not any(map(can_be_a_day, chosen.values())):
            # Nothing that is not named comes within the lead of what is named, whole and exact.
            return
        is_excepted = any(one.id in self.reading.excepted for one in self.open)
        if is_excepted or sum(points for _, points in self.support) > 0:
            rest = [invoice for invoice in self.open if invoice.id not in chosen]
            if rest and len(self.open) <= OPEN_LOOKED_AT_MOST:
                yield from self._of_ends(among(self._as_read(), rest, self._of_this_account()))
            yield from self._unnamed()

    def _as_read(self) -> Written:
        """Return the text in which the numbers were found: with zeros for letters, where one was found only so."""
        written = self.reading.written
        if all(one.text in written.text for one in self.reading.mentions):
            return written
        return written.with_zeros_for_letters() or written

    def _of_this_account(self) -> list[Mention]:
        """Return the mentions of its invoices; a number of another's can be a slip for one of these."""
        return [one for one in self.reading.mentions if any(key in self.own for key in one.ids)]

    def _of_named(self, chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the ways that follow from what names invoices of this account."""
        invoices = in_order_of_debt(self.book.invoices[key] for key in chosen)
        if not invoices:
            return
        still_open = [one for one in invoices if one.room(self.on) > 0]
        yield from self._each_choice(still_open, chosen)
        if not still_open:
            credited = [one for one in invoices if one.credited]
            fit = self._fit(credited) if credited else None
            yield self._way(credited, chosen, fit) if fit else self._already_paid(chosen)

    def _each_choice(self, still_open: list[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the way of all that was named, and where that does not fit, of the part that fits to the cent."""
        if way := self._of_range(still_open, chosen):
            yield way
        for group in _one_of_each(still_open, chosen):
            fit = self._fit(group)
            if fit is None:
                continue
            yield self._way(group, chosen, fit)
            if not fit.is_exact:
                yield from self._parts_that_fit(group, chosen)
                yield from self._with_others(group, chosen)

    def _of_range(self, ends: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> Way | None:
        """Return the way of two numbers and all of this debtor's between them, where that is exactly the amount.

        Between two numbers that lie far apart stand those of others too, so `written` does not tell them.
        """
        written = self.reading.written
        if len(ends) != 2 or not any(
            written.gap(place).links == "TO" for place in range(len(written.digits))
        ):
            return None
        here, there = sorted(shape_of(one.number).digits for one in ends)
        inside = [
            one
            for one in self.open
            if one.id not in chosen and len(here) == len(there) and here < shape_of(one.number).digits < there
        ]
        fit = self._fit([*ends, *inside]) if inside else None
        if fit is None or not fit.is_exact:
            return None
        texts = "-".join(chosen[one.id].text for one in ends)
        named = {one.id: Mention("RANGE", f"{texts}, {one.number}", (one.id,), RANGE) for one in inside}
        return self._way([*ends, *inside], chosen | named, fit)

    def _fit(self, invoices: Sequence[OpenInvoice], *, is_named: bool = True) -> Fit | None:
        return fit_of(
            self.payment,
            invoices,
            self.book.credits_of(self.account_id),
            tolerance_cents=self.book.tolerance_cents,
            keeps_a_fee=is_named and self.reading.paying.keeps_a_fee,
        )

    def _parts_that_fit(self, group: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the ways in which a part of what was named is exactly the amount."""
        if not 1 < len(group) <= NAMED_TOGETHER_MOST:
            return
        for count in range(len(group) - 1, 0, -1):
            for part in combinations(group, count):
                asked = sum(one.room(self.on) for one in part)
                if asked == self.payment.amount_cents and (fit := self._fit(part)):
                    yield self._way(part, chosen, fit)

    def _with_others(self, group: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the way of what was named and others of the account that make the amount exactly."""
        named_ids = {one.id for one in group}
        others = [one for one in self.open if one.id not in named_ids]
        left = self.payment.amount_cents - sum(one.room(self.on) for one in group)
        if left <= 0 or not others or len(others) > OPEN_LOOKED_AT_MOST:
            return
        for points, said, found in self._that_make(left, others):
            fit = self._fit([*group, *found])
            if fit and fit.is_exact:
                less = (SOME_OF_ITS_INVOICES if len(found) == 1 else points) - AMOUNT_EXACT
                extra = ((f"samen met {said}, niet genoemd", less), *self._next(group, found))
                way = self._way([*group, *found], chosen, fit, extra)
                yield way._replace(because="ANOTHER_SUM", teaches=False)

    def _next(self, named: Sequence[OpenInvoice], others: Sequence[OpenInvoice]) -> tuple[Said, ...]:
        """Return that others follow those that are named, where the payer wrote that more follow."""
        last = max((one.issue_date, one.number) for one in named)
        if not MORE_FOLLOW.search(self.reading.written.text) or any(
            (one.issue_date, one.number) < last for one in others
        ):
            return ()
        return (("er staat bij dat er meer volgen", NEXT_WRITTEN),)

    def _that_make(
        self, cents: int, invoices: Sequence[OpenInvoice]
    ) -> Iterator[tuple[int, str, list[OpenInvoice]]]:
        """Yield the choices of invoices that make an amount exactly, with what such a choice is worth."""
        rooms = [one.room(self.on) for one in invoices]
        for one, room in zip(invoices, rooms, strict=True):
            if room == cents:
                yield AMOUNT_EXACT, f"factuur {one.number}", [one]
        if len(invoices) > 1 and sum(rooms) == cents:
            yield ALL_OPEN, "alles wat openstaat", list(invoices)
            return
        left_out = all_but_one(cents, rooms)
        if left_out is not None:
            one = invoices[left_out]
            yield (
                ALL_BUT_ONE,
                f"alles behalve factuur {one.number}",
                [each for each in invoices if each is not one],
            )
            return
        some = choices(cents, rooms)
        for places in some if len(some) == 1 or cents in rooms else ():
            found = [invoices[place] for place in places]
            points = SOME_OF_ITS_INVOICES if len(invoices) <= FEW_OPEN_MOST else SOME_OF_MANY
            yield points, "de facturen " + ", ".join(one.number for one in found), found

    def _of_ends(self, ends: Sequence[Mention]) -> Iterator[Way]:
        """Yield the ways that follow from the ends of numbers, and from numbers with a slip: to the cent, or not."""
        if not ends:
            return
        chosen = dict(self.own)
        for mention in ends:
            for key in mention.ids:
                chosen.setdefault(key, mention)
        still_open = in_order_of_debt(
            one for key in chosen if (one := self.book.invoices[key]).room(self.on) > 0
        )
        usual: tuple[Said, ...] = ()
        if self.book.payers.writes_ends(self.account_id):
            usual = (("zo schrijft deze debiteur het vaker", STYLE_KNOWN),)
        for way in self._each_choice(still_open, chosen):
            if way.exact:
                yield way._replace(said=(*way.said, *usual), points=way.points + sum(p for _, p in usual))

    def _unnamed(self) -> Iterator[Way]:
        """Yield the ways that the amount alone shows among what this account has open."""
        known = [one for one in self.open if one.issue_date <= self.on]
        if any(one.id in self.reading.excepted for one in known):
            yield from self._all_but_the_excepted(known)
            return
        found = False
        for points, said, invoices in self._that_make(self.payment.amount_cents, known):
            found = True
            cents = tuple((one.id, one.room(self.on)) for one in invoices)
            fit = Fit("PAYER_AND_AMOUNT", points, f"bedrag precies {said}", cents)
            yield self._way(invoices, {}, fit)
        if found:
            return
        if choices(self.payment.amount_cents, [one.room(self.on) for one in known]):
            yield self._by_law(known)
            return
        for one in known[:OPEN_LOOKED_AT_MOST]:
            alone = self._fit([one], is_named=False)
            if alone and alone.is_exact:
                found = True
                yield self._way([one], {}, alone)
        whole = self._fit(known, is_named=False) if len(known) > 1 else None
        if whole and whole.is_exact:
            yield self._way(known, {}, whole)
        elif not found:
            yield from self._nearly(known)
            yield self._by_law(known)

    def _nearly(self, known: Sequence[OpenInvoice]) -> Iterator[Way]:
        """Yield the way of the one invoice that the amount comes near: a charge, a discount or a slip, to be asked."""
        cents = self.payment.amount_cents
        near = sorted(
            (abs(room - cents), place)
            for place, one in enumerate(known[:OPEN_LOOKED_AT_MOST])
            if abs(room := one.room(self.on)) and NEARLY_PART * abs(room - cents) <= room
        )
        if near and (len(near) == 1 or near[0][0] < near[1][0]):
            one = known[near[0][1]]
            fit = self._fit([one], is_named=False)
            if fit:
                said = (f"het bedrag ligt dicht bij dat van factuur {one.number}", NEARLY)
                yield self._way([one], {}, fit, (said,))

    def _all_but_the_excepted(self, known: Sequence[OpenInvoice]) -> Iterator[Way]:
        """Yield the way of everything but what was named as not paid, where that is exactly the amount."""
        paid = [one for one in known if one.id not in self.reading.excepted]
        cents = tuple((one.id, one.room(self.on)) for one in paid)
        if paid and sum(each for _, each in cents) == self.payment.amount_cents:
            fit = Fit(
                "PAYER_AND_AMOUNT", AMOUNT_EXACT, "bedrag precies alles behalve wat is uitgezonderd", cents
            )
            yield self._way(paid, {}, fit, (("een factuur is uitgezonderd", NUMBER),))

    def _by_law(self, known: Sequence[OpenInvoice]) -> Way:
        """Return the way of last resort: this debtor paid, and the law says which debt that pays."""
        said = self.support
        points = sum(each for _, each in said)
        if not known or len(known) > OPEN_LOOKED_AT_MOST:
            return Way("PAYER_KNOWN", points, said, (self.account_id,))
        cents = by_law(self.payment, known)
        rest = self.payment.amount_cents - sum(each for _, each in cents)
        said = (*said, ("oudste schuld eerst (art. 6:43 BW)", 0))
        return Way("PAYER_KNOWN", points, said, (self.account_id,), cents, rest_cents=rest)

    def _already_paid(self, chosen: dict[int, Mention]) -> Way:
        said = (*written_words(chosen.values()), *self.support, ("daarvan staat niets meer open", 0))
        once = sum(asked(self.book.invoices[key]) for key in chosen)
        most = NUMBER if once == self.payment.amount_cents else PAID_AND_OF_OTHER_AMOUNT
        if any(one.room(self.on) == self.payment.amount_cents for one in self.open):
            most = PAID_WHILE_ANOTHER_FITS
        points = min(sum(each for _, each in said), most)
        return Way("ALREADY_PAID", points, said, (self.account_id,), named=True)

    def _way(
        self,
        invoices: Sequence[OpenInvoice],
        chosen: dict[int, Mention],
        fit: Fit,
        extra: tuple[Said, ...] = (),
    ) -> Way:
        own = [mention for one in invoices if (mention := chosen.get(one.id))]
        dropped = {mention.text for mention in chosen.values()} - {mention.text for mention in own}
        written = (*written_words(own), *self._when(invoices, own))
        amount = (fit.said, self._amount_points(invoices, own, fit))
        said = (*written, amount, *self._part_said(fit), *extra, *self.support)
        strong = bool(own) and all(
            mention.kind in STRONG_KINDS and mention.points >= CARRIED for mention in own
        )
        is_exact = fit.is_exact and not dropped
        return Way(
            because=_because(fit, own),
            points=sum(points for _, points in said),
            said=said,
            accounts=(self.account_id,),
            allocations=tuple(sorted(fit.allocations)),
            differences=fit.differences,
            netted=fit.netted,
            rest_cents=fit.rest_cents,
            set_aside=fit.set_aside,
            named=strong,
            exact=fit.is_exact,
            teaches=strong
            and is_exact
            and len(own) == len(invoices)
            and not self.reading.paying.is_intermediary
            and not self.reading.paying.is_another(self.account_id),
            payer=self.support,
            texts=tuple(mention.text for mention in own),
        )

    def _part_said(self, fit: Fit) -> tuple[Said, ...]:
        """Return that the payer calls it a part, where it is one."""
        if fit.because != "PART_PAYMENT" or not SAYS_PART.search(self.reading.written.text):
            return ()
        return (("er staat bij dat het een deel is", PART_SAID),)

    def _when(self, invoices: Sequence[OpenInvoice], own: Sequence[Mention]) -> tuple[Said, ...]:
        """Return that the one invoice is of the day or the month that was written, where nothing names it better.

        A month is that of the invoice, or of the day on which it is due where no other invoice is of that month.
        """
        if own or len(invoices) != 1 or not self._says_when():
            return ()
        one = invoices[0]
        if one.issue_date in self.days:
            is_due = any(other.due_date == one.issue_date for other in self.open)
            return (("de dag van de factuur staat erbij", DAY_OF_ANOTHERS_DUE if is_due else DAY_WRITTEN),)
        if not any(other is not one and other.room(self.on) == one.room(self.on) for other in self.open):
            return ()
        if is_of_month(one.issue_date, self.months, near=self.on):
            return (("de maand die erbij staat", MONTH_WRITTEN),)
        if is_of_month(one.due_date, self.months, near=self.on):
            others = any(is_of_month(other.issue_date, self.months, near=self.on) for other in self.open)
            return (("de maand van de vervaldag staat erbij", MONTH_OF_DUE if others else MONTH_WRITTEN),)
        return ()

    def _amount_points(self, invoices: Sequence[OpenInvoice], own: Sequence[Mention], fit: Fit) -> int:
        """Return what the amount is worth: little, where a slip of the pen leads to another of the same amount."""
        if (
            fit.because not in ("NUMBER_AND_AMOUNT", "SMALL_DIFFERENCE")
            or len(invoices) != 1
            or len(own) != 1
        ):
            return fit.points
        paying = self.reading.paying
        speaks = sum(points for _, points in self.support)
        is_known = speaks > 0 and (speaks >= NAME_SAME_COMMON or paying.is_called_so(self.account_id))
        if own[0].kind == "REFERENCE" or is_known:
            return fit.points
        if paying.intermediary in WRITTEN_BY_MACHINE:
            return fit.points
        rivals = self._neighbours(invoices[0])
        if speaks > 0 or (not speaks and paying.is_like(self.account_id)):
            return AMOUNT_EXACT_LIKE_A_NEIGHBOURS if any(map(paying.is_like, rivals)) else fit.points
        return AMOUNT_EXACT_LIKE_A_NEIGHBOURS if rivals or self._of_a_namesake() else fit.points

    def _neighbours(self, invoice: OpenInvoice) -> list[int]:
        """Return the other accounts that owe the same on an invoice whose number is a slip away from this one."""
        cents = self.payment.amount_cents
        found = (self.book.invoices[key] for key in neighbours(invoice.number, self.book.index))
        return sorted(
            other.account_id
            for other in found
            if other.account_id != self.account_id
            and cents in (asked(other), other.room(self.on))
            and other.room(self.on) > 0
        )

    def _of_a_namesake(self) -> bool:
        """Test if exactly this amount is asked of another debtor whose name is like that of the payer."""
        same = {one.account_id for one in self.book.open_for(self.payment.amount_cents)} - {self.account_id}
        return len(same) <= SAME_AMOUNT_MOST and any(map(self.reading.paying.is_like, sorted(same)))


def _because(fit: Fit, own: Sequence[Mention]) -> Because:
    if fit.because == "NUMBER_AND_AMOUNT":
        if not own:
            return "PAYER_AND_AMOUNT"
        return "REFERENCE_AND_AMOUNT" if own[0].kind.endswith("REFERENCE") else "NUMBER_AND_AMOUNT"
    return fit.because


def _one_of_each(invoices: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> list[list[OpenInvoice]]:
    """Return the choices where each mention stands for one invoice: one that several of an account bear is a choice."""
    by_text: dict[str, list[OpenInvoice]] = {}
    for one in invoices:
        by_text.setdefault(chosen[one.id].text, []).append(one)
    several = [text for text, bearers in by_text.items() if len(bearers) > 1]
    if not several:
        return [list(invoices)] if invoices else []
    fixed = [bearers[0] for text, bearers in by_text.items() if text not in several]
    alone = [[*fixed, one] for one in by_text[several[0]]]
    return [*alone, list(invoices)]
