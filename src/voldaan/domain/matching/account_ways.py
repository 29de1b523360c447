"""The ways to place a payment on one account: what was named, what fits, and what the law would do."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Because, OpenInvoice
from voldaan.domain.matching.fitting import Fit, by_law, fit_of
from voldaan.domain.matching.sums import all_but_one, the_only_sum
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
    MONTH_WRITTEN,
    NUMBER,
    PAID_AND_OF_OTHER_AMOUNT,
    PAID_WHILE_ANOTHER_FITS,
    PAYER_MOST,
    SOME_OF_ITS_INVOICES,
    SOME_OF_MANY,
    STYLE_KNOWN,
)
from voldaan.domain.matching.written.mentions import Mention, among, neighbours
from voldaan.domain.matching.written.months import months_in

NAMED_TOGETHER_MOST = 8
"""Of more named invoices no part is tried."""
OPEN_LOOKED_AT_MOST = 60
"""Of an account with more open invoices only what was named, and the whole, is looked at."""
FEW_OPEN_MOST = 6
"""Of more open invoices some add up to an amount by chance."""
WRITTEN_BY_MACHINE = ("FACTOR", "PAYMENT_SERVICE")
"""Those who pass on money copy the number; their slips are not of the pen."""


class AccountWays:
    """One account that a payment could concern, with what speaks for it."""

    def __init__(self, reading: Reading, book: OpenBook, account_id: int, own: dict[int, Mention]) -> None:
        self.reading, self.book, self.account_id, self.own = reading, book, account_id, own
        self.payment = reading.payment
        self.open = book.open_of(account_id, on=self.payment.booking_date)
        self.support = self._support()
        self.months = months_in(reading.written.text)

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

    def ways(self) -> Iterator[Way]:
        """Yield the ways to place the payment on this account."""
        chosen = self.own
        named = list(self._of_named(chosen))
        yield from named
        if any(way.exact and way.teaches for way in named):
            # Nothing that is not named comes within the lead of what is named, whole and exact.
            return
        if sum(points for _, points in self.support) > 0:
            rest = [invoice for invoice in self.open if invoice.id not in chosen]
            if rest and len(self.open) <= OPEN_LOOKED_AT_MOST:
                yield from self._of_ends(among(self.reading.written, rest, self._of_this_account()))
            yield from self._unnamed()

    def _of_this_account(self) -> list[Mention]:
        """Return the mentions of its invoices; a number of another's can be a slip for one of these."""
        return [one for one in self.reading.mentions if any(key in self.own for key in one.ids)]

    def _of_named(self, chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the ways that follow from what names invoices of this account."""
        invoices = in_order_of_debt(self.book.invoices[key] for key in chosen)
        if not invoices:
            return
        still_open = [one for one in invoices if one.room(self.payment.booking_date) > 0]
        yield from self._each_choice(still_open, chosen)
        if not still_open:
            yield self._already_paid(chosen)

    def _each_choice(self, still_open: list[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the way of all that was named, and where that does not fit, of the part that fits to the cent."""
        groups = _one_of_each(still_open, chosen)
        for group in groups:
            fit = self._fit(group)
            if fit is None:
                continue
            yield self._way(group, chosen, fit)
            if not fit.is_exact:
                yield from self._parts_that_fit(group, chosen)
                yield from self._with_others(group, chosen)

    def _fit(self, invoices: Sequence[OpenInvoice]) -> Fit | None:
        return fit_of(
            self.payment,
            invoices,
            self.book.credits_of(self.account_id),
            tolerance_cents=self.book.tolerance_cents,
            is_payment_service=self.reading.paying.is_payment_service,
        )

    def _parts_that_fit(self, group: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the ways in which a part of what was named is exactly the amount."""
        if not 1 < len(group) <= NAMED_TOGETHER_MOST:
            return
        for count in range(len(group) - 1, 0, -1):
            for part in combinations(group, count):
                asked = sum(one.room(self.payment.booking_date) for one in part)
                if asked == self.payment.amount_cents and (fit := self._fit(part)):
                    yield self._way(part, chosen, fit)

    def _with_others(self, group: Sequence[OpenInvoice], chosen: dict[int, Mention]) -> Iterator[Way]:
        """Yield the way of what was named and others of the account that make the amount exactly."""
        named_ids = {one.id for one in group}
        others = [one for one in self.open if one.id not in named_ids]
        left = self.payment.amount_cents - sum(one.room(self.payment.booking_date) for one in group)
        if left <= 0 or not others or len(others) > OPEN_LOOKED_AT_MOST:
            return
        for points, said, found in self._that_make(left, others):
            fit = self._fit([*group, *found])
            if fit and fit.is_exact:
                less = (SOME_OF_ITS_INVOICES if len(found) == 1 else points) - AMOUNT_EXACT
                extra = ((f"samen met {said}, niet genoemd", less),)
                way = self._way([*group, *found], chosen, fit, extra)
                yield way._replace(because="ANOTHER_SUM", teaches=False)

    def _that_make(
        self, cents: int, invoices: Sequence[OpenInvoice]
    ) -> Iterator[tuple[int, str, list[OpenInvoice]]]:
        """Yield the choices of invoices that make an amount exactly, with what such a choice is worth."""
        rooms = [one.room(self.payment.booking_date) for one in invoices]
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
        some = the_only_sum(cents, rooms)
        if some:
            found = [invoices[place] for place in some]
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
        on = self.payment.booking_date
        still_open = in_order_of_debt(one for key in chosen if (one := self.book.invoices[key]).room(on) > 0)
        usual: tuple[Said, ...] = ()
        if self.book.payers.writes_ends(self.account_id):
            usual = (("zo schrijft deze debiteur het vaker", STYLE_KNOWN),)
        for way in self._each_choice(still_open, chosen):
            if way.exact:
                yield way._replace(said=(*way.said, *usual), points=way.points + sum(p for _, p in usual))

    def _unnamed(self) -> Iterator[Way]:
        """Yield the ways that the amount alone shows among what this account has open."""
        known = [one for one in self.open if one.issue_date <= self.payment.booking_date]
        if any(one.id in self.reading.excepted for one in known):
            yield from self._all_but_the_excepted(known)
            return
        found = False
        for points, said, invoices in self._that_make(self.payment.amount_cents, known):
            found = True
            cents = tuple((one.id, one.room(self.payment.booking_date)) for one in invoices)
            fit = Fit("PAYER_AND_AMOUNT", points, f"bedrag precies {said}", cents)
            yield self._way(invoices, {}, fit)
        if found:
            return
        for one in known[:OPEN_LOOKED_AT_MOST]:
            alone = self._fit([one])
            if alone and alone.is_exact:
                found = True
                yield self._way([one], {}, alone)
        whole = self._fit(known) if len(known) > 1 else None
        if whole and whole.is_exact:
            yield self._way(known, {}, whole)
        elif not found:
            yield self._by_law(known)

    def _all_but_the_excepted(self, known: Sequence[OpenInvoice]) -> Iterator[Way]:
        """Yield the way of everything but what was named as not paid, where that is exactly the amount."""
        paid = [one for one in known if one.id not in self.reading.excepted]
        cents = tuple((one.id, one.room(self.payment.booking_date)) for one in paid)
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
        if any(one.room(self.payment.booking_date) == self.payment.amount_cents for one in self.open):
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
        written = (*written_words(own), *self._month(invoices, own))
        amount = (fit.said, self._amount_points(invoices, own, fit))
        said = (*written, amount, *extra, *self.support)
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

    def _month(self, invoices: Sequence[OpenInvoice], own: Sequence[Mention]) -> tuple[Said, ...]:
        """Return that the one invoice is of the month that was written, where nothing names it better."""
        if own or len(invoices) != 1 or not self.months:
            return ()
        one = invoices[0]
        if one.issue_date.month in self.months or one.due_date.month in self.months:
            return (("de maand die erbij staat", MONTH_WRITTEN),)
        return ()

    def _amount_points(self, invoices: Sequence[OpenInvoice], own: Sequence[Mention], fit: Fit) -> int:
        """Return what the amount is worth: little, where a slip of the pen leads to another of the same amount."""
        if (
            fit.because not in ("NUMBER_AND_AMOUNT", "SMALL_DIFFERENCE")
            or len(invoices) != 1
            or len(own) != 1
        ):
            return fit.points
        if own[0].kind == "REFERENCE" or sum(points for _, points in self.support) > 0:
            return fit.points
        if self.reading.paying.intermediary in WRITTEN_BY_MACHINE:
            return fit.points
        like = any(
            (other := self.book.invoices[key]).account_id != self.account_id
            and self.payment.amount_cents in (asked(other), other.room(self.payment.booking_date))
            and other.room(self.payment.booking_date) > 0
            for key in neighbours(invoices[0].number, self.book.index)
        )
        return AMOUNT_EXACT_LIKE_A_NEIGHBOURS if like else fit.points


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
