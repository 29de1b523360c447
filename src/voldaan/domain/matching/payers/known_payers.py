"""What a client's debtors can be known by when they pay, and what each look-up is worth.

>>> from voldaan.domain.matching.facts import Payer
>>> known = KnownPayers([Payer(1, "J. Kaars", iban="NL91ABNA0417164300"), Payer(2, "Hotel Zeezicht B.V.")])
>>> known.is_common(["zeezicht"])
False
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from voldaan.domain.identifiers import compact_iban
from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Habit, Ids, Payer, PaymentFacts
from voldaan.domain.matching.names import legal_form
from voldaan.domain.matching.payers.intermediaries import IntermediaryKind, intermediary_kind
from voldaan.domain.matching.payers.name_parts import NameParts, bearers_of, is_generic, name_keys
from voldaan.domain.matching.payers.name_words import COMMON_SURNAMES, COMMON_WORDS, FIRST_NAMES
from voldaan.domain.matching.payers.resembling import Bearers
from voldaan.domain.matching.payers.written_name import ORDINARY_WORDS, is_named_in_part, words_written

SHARED_BY_MANY = 12
"""So many accounts of one name or bank account are remembered: more say nothing."""
SHARED_BY_SOME = 5
COMMON_FROM, COMMON_ONE_IN = 4, 200
"""A word is a common name where at least so many accounts bear it, and one in so many."""
WRITTEN_BORNE_AT_MOST = 5
"""A word that more accounts bear does not tell, in a remittance, whose name it is."""

NAMED_BORNE_AT_MOST = 200
"""Of a surname that more accounts bear it is not looked up who of them is named."""
TELLING_FROM = 3
"""Shorter words are no surname by themselves in a text."""
_LETTERS = re.compile(r"[a-z]+")

Group = Literal["IBAN", "MANDATE", "NAME", "WORD"]
"""Clues of one group do not add up: the best of them counts."""

_IBAN_SHARED = (weights.IBAN_SHARED, weights.IBAN_SHARED_BY_MANY)
_NAME_SHARED = (weights.NAME_SHARED, weights.NAME_SHARED_BY_MANY)
_SAME_NAME = "de betaler heet als de debiteur"


class Said(NamedTuple):
    """What one clue says of an account, in points and in Dutch."""

    points: int
    why: str
    sure: bool = False
    """It can hardly be anybody else."""


Found = dict[tuple[int, Group], Said]


class KnownPayers:
    """The debtors of a client, by all that a payer can be known by. Built once for a run, and then only read."""

    __slots__ = (
        "_by_iban", "_by_mandate", "_by_name", "_intermediaries", "_learned", "_names", "bearers", "writing_ends",
    )  # fmt: skip

    def __init__(
        self,
        payers: Iterable[Payer],
        habits: Iterable[Habit] = (),
        *,
        intermediaries: Collection[str] = (),
    ) -> None:
        """Index payers and what earlier payments taught; `intermediaries` is as in `PayerIndex`."""
        self._intermediaries = frozenset(_plain_iban(iban) for iban in intermediaries)
        self._by_iban: dict[str, Ids] = {}
        self._by_mandate: dict[str, Ids] = {}
        self._by_name: dict[str, Ids] = {}
        self._learned: dict[tuple[str, str], dict[int, int]] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self.bearers = Bearers()
        self.writing_ends: set[int] = set()
        """The accounts whose payers wrote the end of a number where a person knew what was meant."""
        for payer in payers:
            self._add(payer)
        for habit in habits:
            self.learn(habit)

    def _add(self, payer: Payer) -> None:
        account = payer.account_id
        if payer.iban:
            _join(self._by_iban, _plain_iban(payer.iban), account)
        if payer.mandate_id:
            _join(self._by_mandate, payer.mandate_id, account)
        if not payer.name:
            return
        self._names[account] = (*self._names.get(account, ()), payer.name)
        for key in name_keys(payer.name):
            _join(self._by_name, key, account)
        for bearer in bearers_of(payer.name):
            self.bearers.add(account, bearer.words)

    def without_habits(self) -> "KnownPayers":
        """Return the same tables without what was learned; names that were learned must not be there yet."""
        plain = KnownPayers(())
        plain._intermediaries, plain.bearers = self._intermediaries, self.bearers
        plain._by_iban, plain._by_mandate, plain._by_name = self._by_iban, self._by_mandate, self._by_name
        plain._names = dict(self._names)
        return plain

    def learn(self, habit: Habit) -> None:
        """Count what a linked payment taught."""
        if habit.kind == "STYLE":
            if habit.value == "TAIL":
                self.writing_ends.add(habit.account_id)
            return
        times = self._learned.setdefault((habit.kind, habit.value), {})
        times[habit.account_id] = times.get(habit.account_id, 0) + habit.times
        if habit.kind == "NAME":
            self._names[habit.account_id] = (*self._names.get(habit.account_id, ()), habit.value)

    def is_shared(self, iban: str, account_id: int) -> bool:
        """Test if links taught this bank account of another account than this one."""
        learned = self._learned.get(("IBAN", iban), ())
        return any(account != account_id for account in learned)

    def names_of(self, account_id: int) -> tuple[str, ...]:
        """Return what the debtor of an account is called, and under which names it paid before."""
        return self._names.get(account_id, ())

    def is_borne_by_many(self, name: str) -> bool:
        """Test if more debtors bear a name than are remembered: then it tells none from another."""
        return any(len(self._by_name.get(key, ())) > SHARED_BY_MANY for key in name_keys(name))

    def intermediary(self, payment: PaymentFacts) -> IntermediaryKind | None:
        """Return what kind of intermediary paid, or None. A debtor that pays for itself is none."""
        iban = payment.counterparty_iban
        if iban and _plain_iban(iban) in self._intermediaries:
            return "FACTOR"
        name = payment.counterparty_name
        kind = intermediary_kind(name) if name else None
        if kind is None or kind == "PAYMENT_SERVICE":
            return kind
        keys = name_keys(name)
        is_debtor = len(bearers_of(name)) == 1 and all(key in self._by_name for key in keys)
        return None if is_debtor else kind

    def known_as(self, payment: PaymentFacts, words: Collection[str], ibans: Iterable[str]) -> Found:
        """Return what look-ups say of who paid, by account and kind of clue."""
        found: Found = {}
        for iban in (payment.counterparty_iban, *ibans):
            if iban:
                self._by_bank_account(found, _plain_iban(iban))
        if payment.mandate_id in self._by_mandate:
            self._by_direct_debit(found, payment.mandate_id)
        for name in (payment.counterparty_name, payment.ultimate_name):
            if name:
                self._by_exact_name(found, name)
        if words:
            self._by_words(found, words)
            self._by_written_name(found, words)
        return found

    def called(self, name: str) -> frozenset[int]:
        """Return the accounts of which the debtor is called exactly so."""
        return frozenset(account for key in name_keys(name) for account in self._by_name.get(key, ()))

    def _by_bank_account(self, found: Found, iban: str) -> None:
        own = self._by_iban.get(iban, ())
        learned = self._learned.get(("IBAN", iban))
        sharing = len(own)
        for account in own:
            points = _of_sharing(sharing, weights.IBAN_KNOWN, *_IBAN_SHARED)
            why = _shared("rekening van de debiteur", sharing)
            _keep(found, account, "IBAN", Said(points, why, sharing == 1))
        if learned and len(learned) <= SHARED_BY_SOME:
            sharing = len({*own, *learned})
            why = _shared("rekening waarvan de debiteur eerder betaalde", sharing)
            for account, times in learned.items():
                alone = weights.IBAN_KNOWN if times > 1 else weights.IBAN_LEARNED_ONCE
                points = _of_sharing(sharing, alone, *_IBAN_SHARED)
                _keep(found, account, "IBAN", Said(points, why, sharing == 1 and times > 1))

    def _by_direct_debit(self, found: Found, mandate_id: str) -> None:
        accounts = self._by_mandate[mandate_id]
        sharing = len(accounts)
        points = _of_sharing(sharing, weights.MANDATE, *_IBAN_SHARED)
        why = _shared("machtiging van de debiteur", sharing)
        for account in accounts:
            _keep(found, account, "MANDATE", Said(points, why, sharing == 1))

    def _by_exact_name(self, found: Found, name: str) -> None:
        for key in name_keys(name):
            own = self._by_name.get(key, ())
            learned = self._learned.get(("NAME", key))
            if own:
                self._say_name(found, name, key, own)
            if learned and len(learned) <= SHARED_BY_SOME:
                self._say_learned_name(found, own, learned)

    def _say_name(self, found: Found, name: str, key: str, own: Ids) -> None:
        sharing = len(own)
        common = self._is_common_person(name, key)
        alone = weights.NAME_SAME_COMMON if common else weights.NAME_SAME
        points = _of_sharing(sharing, alone, *_NAME_SHARED)
        why = _shared(_SAME_NAME, sharing)
        for account in own:
            _keep(found, account, "NAME", Said(points, why, sharing == 1 and not common))
        chosen = self._of_one_form(name, own) if sharing > 1 else None
        if chosen is not None:
            _keep(found, chosen, "NAME", Said(alone, _SAME_NAME))

    def _say_learned_name(self, found: Found, own: Ids, learned: Mapping[int, int]) -> None:
        sharing = len({*own, *learned})
        why = _shared("naam waaronder eerder voor de debiteur werd betaald", sharing)
        for account, times in learned.items():
            alone = weights.NAME_SAME if times > 1 else weights.NAME_LEARNED_ONCE
            _keep(found, account, "NAME", Said(_of_sharing(sharing, alone, *_NAME_SHARED), why))

    def _is_common_person(self, name: str, key: str) -> bool:
        """Test if a name is a person's with a common surname and at most one initial, or one word without more."""
        bearer = next((one for one in bearers_of(name) if one.key == key), None)
        if bearer is None or bearer.is_firm or len(bearer.initials) > 1:
            return False
        is_bare = len(bearer.words) == 1 and not bearer.initials
        return is_bare or all(word in FIRST_NAMES or self.is_common((word,)) for word in bearer.words)

    def is_common(self, words: Collection[str]) -> bool:
        """Test if words are a name that many bear, in the book or in the country. Together they are rarer."""
        telling = [word for word in words if word not in FIRST_NAMES and not is_generic(word)]
        if not telling or (len(telling) == 1 and telling[0] in COMMON_SURNAMES):
            return True
        borne = self.bearers.times_together(telling)
        return borne >= COMMON_FROM and borne * COMMON_ONE_IN >= len(self._names)

    def _of_one_form(self, name: str, accounts: Ids) -> int | None:
        """Return the one of several accounts of a name that has the payer's legal form too."""
        form = legal_form(name)
        same = [
            account
            for account in accounts
            if form and form in {legal_form(own) for own in self.names_of(account)}
        ]
        return same[0] if len(same) == 1 else None

    def _by_words(self, found: Found, words: Collection[str]) -> None:
        for word in words:
            learned = self._learned.get(("WORD", word))
            if not learned or len(learned) > 1:
                continue
            for account, times in learned.items():
                points = weights.WORD_KNOWN if times > 1 else weights.WORD_KNOWN_ONCE
                _keep(found, account, "WORD", Said(points, f"'{word}' stond ook bij eerdere betalingen"))

    def _by_written_name(self, found: Found, words: Collection[str]) -> None:
        """Add the accounts whose debtor is named in the remittance: all its words, of which one is rare."""
        written = {word.lower() for word in words}
        for word in sorted(written):
            accounts = self.bearers.of(word)
            if (
                not accounts
                or len(accounts) > WRITTEN_BORNE_AT_MOST
                or word in COMMON_WORDS
                or is_generic(word)
            ):
                continue
            for account in accounts:
                points = max(
                    self._points_written(bearer, written)
                    for name in self.names_of(account)
                    for bearer in bearers_of(name)
                )
                if points:
                    _keep(
                        found,
                        account,
                        "NAME",
                        Said(points, "de naam van de debiteur staat in de omschrijving"),
                    )

    def bearing(self, word: str) -> Sequence[int]:
        """Return the accounts that bear a word as a name, where it is no first name and few enough bear it."""
        if word in FIRST_NAMES or is_generic(word) or self.bearers.times(word) > NAMED_BORNE_AT_MOST:
            return ()
        return self.bearers.of(word)

    def others_named(self, text: str, account_ids: Collection[int], *, asking: Collection[int]) -> list[int]:
        """Return the accounts whose debtor a text in capitals names, and names more fully than those given.

        Of those that are `asking` the amount that was paid a part of the name is enough.
        """
        tokens = _LETTERS.findall(text.lower())
        bearers = self._bearers_of(account_ids)
        surnames = {bearer.words[-1] for bearer in bearers if not bearer.is_firm}
        besides = {word for bearer in bearers for word in bearer.words}
        ordinary = COMMON_WORDS | ORDINARY_WORDS
        told = [word for word in tokens if word not in ordinary and not is_generic(word)]
        near = {
            account
            for word in {*(word for word in told if len(word) >= TELLING_FROM), *(surnames if told else ())}
            if self.bearers.times(word) <= NAMED_BORNE_AT_MOST
            for account in self.bearers.of(word)
        }.difference(account_ids)
        if not near:
            return []
        own = max((words_written(bearer, tokens, surnames=surnames) for bearer in bearers), default=0)
        found = []
        for account in sorted(near):
            names = self._bearers_of((account,))
            words = max((words_written(bearer, tokens, surnames=surnames) for bearer in names), default=0)
            in_part = account in asking and any(
                is_named_in_part(bearer, told, besides=besides) for bearer in names
            )
            if words > own or (in_part and not own):
                found.append(account)
        return found

    def _bearers_of(self, account_ids: Collection[int]) -> list[NameParts]:
        names = (name for account in account_ids for name in self.names_of(account))
        return [bearer for name in names for bearer in bearers_of(name)]

    def _points_written(self, bearer: NameParts, written: Collection[str]) -> int:
        telling = [word for word in bearer.words if len(word) > 2]
        if not telling or not all(word in written for word in telling):
            return 0
        if len(telling) > 1:
            return weights.NAME_WRITTEN
        return 0 if self.is_common(telling) else weights.SURNAME


def _plain_iban(iban: str) -> str:
    """Return an IBAN as it is kept; those that a bank file gave are so already."""
    return iban if iban.isalnum() and iban.isupper() else compact_iban(iban)


def _join(table: dict[str, Ids], key: str, account: int) -> None:
    known = table.get(key, ())
    if account not in known and len(known) <= SHARED_BY_MANY:
        table[key] = (*known, account)


def _of_sharing(sharing: int, alone: int, shared: int, by_many: int) -> int:
    """Return what a clue is worth that so many debtors share."""
    if sharing == 1:
        return alone
    return shared if sharing <= SHARED_BY_SOME else by_many


def _shared(why: str, sharing: int) -> str:
    return why if sharing == 1 else f"{why}, gedeeld door {sharing} debiteuren"


def _keep(found: Found, account: int, group: Group, said: Said) -> None:
    """Add what speaks for an account, where it is better than what is known of its kind."""
    known = found.get((account, group))
    if known is None or (said.points, said.sure) > (known.points, known.sure):
        found[account, group] = said
