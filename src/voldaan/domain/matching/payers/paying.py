"""Who paid: which accounts a payer is known as, and what that says for or against an account.

>>> from datetime import date
>>> from voldaan.domain.matching.facts import Payer
>>> index = PayerIndex([Payer(1, "J. Kaars", iban="NL91ABNA0417164300"), Payer(2, "Hotel Zeezicht B.V.")])
>>> index.paying(PaymentFacts(1, 100, date(2026, 3, 2), counterparty_name="ZEEZICHT HOTEL")).clues
(PayerClue(account_id=2, points=30, said=(('de betaler heet als de debiteur', 30),)),)
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Habit, Payer, PaymentFacts
from voldaan.domain.matching.payers.intermediaries import INTERMEDIARY_DUTCH
from voldaan.domain.matching.payers.known_payers import KnownPayers, Said
from voldaan.domain.matching.payers.name_parts import bearers_of, name_keys
from voldaan.domain.matching.payers.same_name import Likeness, likeness

ALIKE_AT_MOST = 10

_LIKENESS_POINTS: Mapping[str, tuple[int, int]] = {
    "ALIKE": (weights.NAME_ALIKE, weights.NAME_ALIKE_COMMON),
    "RESEMBLES": (weights.NAME_RESEMBLES, weights.SURNAME_COMMON),
    "SURNAME": (weights.SURNAME, weights.SURNAME_COMMON),
    "ANOTHER_FIRST_NAME": (weights.SURNAME_OF_FAMILY, weights.SURNAME_COMMON),
}
"""Points of each likeness, and what is left of them where all words are common."""

_LIKENESS_DUTCH: Mapping[str, str] = {
    "ALIKE": "de betaler heet anders geschreven als de debiteur",
    "RESEMBLES": "de naam van de betaler lijkt op die van de debiteur",
    "SURNAME": "de betaler en de debiteur delen een achternaam of handelsnaam",
    "ANOTHER_FIRST_NAME": "dezelfde achternaam met een andere voornaam",
}


_ONE_NAME = ("ALIKE", "RESEMBLES")
_REQUEST = re.compile(r"TIKKIE|BETAALVERZOEK|BUNQ|PAYCONIQ")


class PayerClue(NamedTuple):
    """What speaks for an account, or against it, in who paid: points, and in Dutch why."""

    account_id: int
    points: int
    said: tuple[tuple[str, int], ...] = ()
    """Each reason with its points."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return the reasons in words, each with its points."""
        return tuple(f"{why} ({points})" for why, points in self.said)


class PayerIndex:
    """The debtors of a client, by all that a payer can be known by. Built once for a run."""

    __slots__ = ("_known",)

    def __init__(
        self,
        payers: Iterable[Payer],
        habits: Iterable[Habit] = (),
        *,
        intermediaries: Collection[str] = (),
    ) -> None:
        """Index payers and what earlier payments taught.

        `intermediaries` are IBANs of those who pass on money for this client (a factor, its agency).
        """
        self._known = KnownPayers(payers, habits, intermediaries=intermediaries)

    def without_habits(self) -> "PayerIndex":
        """Return the same debtors, by what the client's books say of them alone."""
        plain = PayerIndex(())
        plain._known = self._known.without_habits()
        return plain

    def learn(self, habits: Iterable[Habit]) -> None:
        """Add what links taught, for payments that are decided after them."""
        for habit in habits:
            self._known.learn(habit)

    def writes_ends(self, account_id: int) -> bool:
        """Test if who pays for an account is known to write the end of an invoice number only."""
        return account_id in self._known.writing_ends

    def is_shared(self, iban: str, account_id: int) -> bool:
        """Test if a bank account also paid for another account than this one."""
        return self._known.is_shared(iban, account_id)

    def names_of(self, account_id: int) -> tuple[str, ...]:
        """Return what the debtor of an account is called, and under which names it paid before."""
        return self._known.names_of(account_id)

    def others_named(
        self, text: str, account_ids: Collection[int], *, asking: Collection[int] = ()
    ) -> list[int]:
        """Return the accounts whose debtor a text in capitals names, and names more fully than those given.

        Of those that are `asking` the amount that was paid a part of the name is enough.
        """
        return self._known.others_named(text, account_ids, asking=asking) if text else []

    def paying(
        self, payment: PaymentFacts, words: Collection[str] = (), *, ibans: Collection[str] = ()
    ) -> "Paying":
        """Return who paid. `words` are those of the remittance; `ibans` too, which count where another passes it on."""
        return Paying(self._known, payment, words, ibans)


class Paying:
    """Who paid one movement, as far as it is known."""

    __slots__ = ("_clues", "_for_whom", "_found", "_known", "_payment", "intermediary")

    def __init__(
        self, known: KnownPayers, payment: PaymentFacts, words: Collection[str], ibans: Collection[str]
    ) -> None:
        self._known = known
        self._payment = payment
        self.intermediary = known.intermediary(payment)
        """What kind of intermediary paid; None where nobody stands between."""
        for_whom = payment.ultimate_name if payment.counterparty_name else ""
        self._for_whom = known.called(for_whom) if for_whom else frozenset()
        self._found = known.known_as(payment, words, ibans if self.intermediary else ())
        self._clues: tuple[PayerClue, ...] | None = None if self._found else ()

    @property
    def clues(self) -> tuple[PayerClue, ...]:
        """Return the accounts that the payer is known as, the likeliest first."""
        if self._clues is None:
            self._clues = self._added_up()
        return self._clues

    @property
    def is_intermediary(self) -> bool:
        """Test if who pays says nothing about who owes: it contradicts nothing, and teaches nothing."""
        return self.intermediary is not None

    @property
    def is_payment_service(self) -> bool:
        """Test if a payment service paid: it can be a payout of many payments."""
        return self.intermediary == "PAYMENT_SERVICE"

    @property
    def keeps_a_fee(self) -> bool:
        """Test if who paid takes off its fee: a payment request, from one to another, comes in whole."""
        return self.is_payment_service and not _REQUEST.search(self._payment.counterparty_name.upper())

    def is_another(self, account_id: int) -> bool:
        """Test if the payer is surely another debtor of this client than the one of an account. Costs little."""
        if not self._found or self.intermediary:
            return False
        is_sure = any(said.sure for said in self._found.values())
        return is_sure and account_id not in {account for account, _ in self._found}

    def is_for(self, account_id: int) -> bool:
        """Test if a payment can be for the debtor of an account, where it says for whom it was made."""
        name = self._payment.ultimate_name if self._payment.counterparty_name else ""
        if not name or account_id in self._for_whom or self.intermediary:
            return True
        owns = self._known.names_of(account_id)
        alike = (likeness(name, own, self._known.bearers).level for own in owns)
        return not owns or any(level not in ("ANOTHER_FIRST_NAME", "OTHER") for level in alike)

    def is_called_so(self, account_id: int) -> bool:
        """Test if the payer is called as the debtor is, or writes its name."""
        if (account_id, "NAME") in self._found:
            return True
        own = {key for name in self._known.names_of(account_id) for key in name_keys(name)}
        return any(key in own for name in self._names() for key in name_keys(name))

    def relatives(self, account_id: int, own_names: Iterable[str]) -> list[int]:
        """Return the other accounts that bear a name of the payer, where the debtor of this one is called otherwise."""
        known, payer = self._known, self._payment.counterparty_name
        if self.intermediary or any(
            likeness(payer, name, known.bearers).level in _ONE_NAME for name in own_names
        ):
            return []
        words = {word for bearer in bearers_of(payer) for word in bearer.words}
        near = {account for word in words for account in known.bearing(word)} - {account_id}
        return sorted(account for account in near if self.is_like(account))

    def is_like(self, account_id: int) -> bool:
        """Test if a name of the payer has anything of the debtor's: a surname is enough."""
        return self.is_called_so(account_id) or self._by_likeness(account_id) is not None

    def towards(self, account_id: int) -> PayerClue:
        """Return what the payer says for or against an account that something else points to."""
        said = [one for (account, _), one in self._found.items() if account == account_id]
        if (account_id, "NAME") not in self._found:
            by_name = self._by_likeness(account_id)
            if by_name and (by_name.points > 0 or not said):
                said.append(by_name)
        if self._for_whom and account_id not in self._for_whom:
            why = f"betaald namens een andere debiteur: {self._payment.ultimate_name}"
            said.append(Said(weights.PAID_FOR_ANOTHER, why))
        if said:
            return _clue(account_id, said)
        return self._against(account_id)

    def alike(self) -> tuple[PayerClue, ...]:
        """Return accounts whose debtor's name resembles the payer's, the likeliest first. Costs more than the rest."""
        names = self._names()
        accounts = {
            account
            for name in names
            for bearer in bearers_of(name)
            for account in self._known.bearers.resembling(bearer.words)
        }
        known = {account for account, _ in self._found}
        found = [
            _clue(account, [said])
            for account in accounts - known
            if (said := self._by_likeness(account)) and said.points > 0
        ]
        return tuple(sorted(found, key=lambda clue: (-clue.points, clue.account_id))[:ALIKE_AT_MOST])

    def _added_up(self) -> tuple[PayerClue, ...]:
        by_account: dict[int, list[Said]] = {}
        for (account, _), said in self._found.items():
            by_account.setdefault(account, []).append(said)
        found = [_clue(account, said) for account, said in by_account.items()]
        return tuple(sorted(found, key=lambda clue: (-clue.points, clue.account_id)))

    def _names(self) -> list[str]:
        return [name for name in (self._payment.counterparty_name, self._payment.ultimate_name) if name]

    def _by_likeness(self, account_id: int) -> Said | None:
        """Return what a name says that is not the debtor's to the letter; None where it is quite another."""
        known = self._known
        like = [
            (self._points(found), found)
            for name in self._names()
            for own in known.names_of(account_id)
            if (found := likeness(name, own, known.bearers)).level != "OTHER"
        ]
        if not like:
            return None
        points, found = max(like)
        if not self.is_another(account_id):
            if any(known.is_borne_by_many(name) for name in self._names()):
                points = min(points, weights.NAME_SHARED_BY_MANY)
            return Said(points, _LIKENESS_DUTCH[found.level])
        if found.level == "ALIKE":
            return Said(0, "de naam lijkt op die van de debiteur, maar de betaler is ook een andere debiteur")
        return Said(weights.PAYER_IS_NAMESAKE, "de betaler is een andere debiteur met dezelfde achternaam")

    def _points(self, like: Likeness) -> int:
        full, less = _LIKENESS_POINTS[like.level]
        return less if self._known.is_common(like.words) else full

    def _against(self, account_id: int) -> PayerClue:
        """Return what a payer with quite another name, or one that is another debtor, says against an account."""
        name = self._payment.counterparty_name
        if self.intermediary:
            return _clue(
                account_id, [Said(0, f"betaald via {INTERMEDIARY_DUTCH[self.intermediary]}: {name}")]
            )
        if not self._known.names_of(account_id):
            return PayerClue(account_id, 0)
        if self.is_another(account_id):
            other = f"de betaler is een andere debiteur: {self._sure_name()}"
            return _clue(account_id, [Said(weights.PAYER_IS_ANOTHER, other)])
        if any(group == "NAME" for _, group in self._found):
            said = Said(weights.PAYER_IS_PERHAPS_ANOTHER, f"zo heet een andere debiteur: {name}")
            return _clue(account_id, [said])
        if not name:
            return PayerClue(account_id, 0)
        return _clue(account_id, [Said(weights.PAYER_STRANGE, f"de betaler heet anders: {name}")])

    def _sure_name(self) -> str:
        account = min(account for (account, _), said in self._found.items() if said.sure)
        return next(iter(self._known.names_of(account)), self._payment.counterparty_name)


def _clue(account_id: int, said: Iterable[Said]) -> PayerClue:
    """Return what was said of an account together; the points have an upper bound."""
    told = sorted(said, key=lambda one: (-one.points, one.why))
    points = min(sum(one.points for one in told), weights.PAYER_MOST)
    return PayerClue(account_id, points, tuple((one.why, one.points) for one in told))
