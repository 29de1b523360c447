"""Who paid, and what that says for and against an account."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Habit, HabitKind, Payer, PaymentFacts
from voldaan.domain.matching.payers.paying import PayerIndex

MARCH = date(2026, 3, 2)
KAARS_IBAN, HOTEL_IBAN, STRANGE_IBAN = "NL91ABNA0417164300", "NL69INGB0123456789", "NL44RABO0123456789"

DEBTORS = [
    Payer(1, "J. Kaars", iban=KAARS_IBAN),
    Payer(2, "Hotel Zeezicht B.V.", iban=HOTEL_IBAN),
    Payer(3, "M. de Ruyter", mandate_id="M-3"),
    Payer(4, "Bakkerij Korenaar VOF"),
    Payer(5, "J. Jansen"),
    Payer(6, "J. Janssen"),
    Payer(7, "P. Vlas"),
    Payer(8, "P. Vlas"),
    Payer(9, "Stichting Woonzorgcentrum De Gouden Leeuw"),
    Payer(10, "De Zon B.V."),
    Payer(11, "De Zon VOF"),
    Payer(12, "Notariskantoor Helm"),
]


def payment(name: str = "", iban: str = "", *, ultimate: str = "", mandate: str = "") -> PaymentFacts:
    return PaymentFacts(
        1,
        5000,
        MARCH,
        counterparty_name=name,
        counterparty_iban=iban,
        ultimate_name=ultimate,
        mandate_id=mandate,
    )


def index(*habits: Habit, **options: object) -> PayerIndex:
    return PayerIndex(DEBTORS, habits, **options)  # type: ignore[arg-type]


def points(paid: PaymentFacts, *words: str, habits: tuple[Habit, ...] = ()) -> dict[int, int]:
    return {clue.account_id: clue.points for clue in index(*habits).paying(paid, words).clues}


def habit(account: int, kind: HabitKind, value: str, times: int = 1) -> Habit:
    return Habit(account, kind, value, times)


KNOWN = {
    "nobody": (payment(), {}),
    "a stranger": (payment("X. Zandstra", STRANGE_IBAN), {}),
    "the debtor's bank account": (payment("", KAARS_IBAN), {1: 40}),
    "the same in groups and small letters": (payment("", "nl91 abna 0417 1643 00"), {1: 40}),
    "bank account and name": (payment("KAARS J", KAARS_IBAN), {1: 70}),
    "name alone": (payment("KAARS J"), {1: 30}),
    "the name of a firm": (payment("ZEEZICHT HOTEL"), {2: 30}),
    "a mandate": (payment(mandate="M-3"), {3: 50}),
    "more than enough": (payment("RUYTER M DE", mandate="M-3"), {3: weights.PAYER_MOST}),
    "for whom somebody paid": (payment("Vlas Beheer", ultimate="J. Kaars"), {1: 30}),
    "a common surname with one initial": (payment("J JANSEN"), {5: 20}),
    "a surname that differs in one letter is another": (payment("J JANSSEN"), {6: 20}),
    "a name of two": (payment("P VLAS"), {7: 15, 8: 15}),
    "the legal form tells two of a name apart": (payment("De Zon V.O.F."), {11: 30, 10: 15}),
    "bank account of one, name of another": (payment("KAARS J", HOTEL_IBAN), {2: 40, 1: 30}),
    "both names of a couple": (payment("J. Kaars e/o M. de Ruyter"), {1: 30, 3: 30}),
    "the person behind a payment request": (payment("J. Kaars via Tikkie"), {1: 30}),
    "the person behind an administrator": (payment("Bewindvoering Oost inz J. Kaars"), {1: 30}),
}


@pytest.mark.parametrize(("paid", "expected"), KNOWN.values(), ids=KNOWN.keys())
def test_whom_a_payer_is_known_as(paid: PaymentFacts, expected: dict[int, int]) -> None:
    assert points(paid) == expected


LEARNED = {
    "from which it paid once": ((habit(4, "IBAN", STRANGE_IBAN),), payment("", STRANGE_IBAN), {4: 30}),
    "from which it paid twice": ((habit(4, "IBAN", STRANGE_IBAN, 2),), payment("", STRANGE_IBAN), {4: 40}),
    "from which two were paid": (
        (habit(4, "IBAN", STRANGE_IBAN, 9), habit(2, "IBAN", STRANGE_IBAN)), payment("", STRANGE_IBAN), {2: 15, 4: 15},
    ),
    "the debtor's own, from which another's was paid too": (
        (habit(4, "IBAN", KAARS_IBAN),), payment("", KAARS_IBAN), {1: 40, 4: 15},
    ),
    "a name once": ((habit(4, "NAME", "x. zandstra"),), payment("ZANDSTRA X"), {4: 20}),
    "a name twice": ((habit(4, "NAME", "x. zandstra", 2),), payment("ZANDSTRA X"), {4: 30}),
    "a name that is another debtor's": ((habit(4, "NAME", "j. kaars"),), payment("J KAARS"), {1: 30, 4: 15}),
    "a style is not about who": ((habit(4, "STYLE", "TAIL"),), payment("TAIL"), {}),
}  # fmt: skip


@pytest.mark.parametrize(("habits", "paid", "expected"), LEARNED.values(), ids=LEARNED.keys())
def test_what_earlier_payments_taught(
    habits: tuple[Habit, ...], paid: PaymentFacts, expected: dict[int, int]
) -> None:
    assert points(paid, habits=habits) == expected


WORDS = {
    "of one account, once": ((habit(4, "WORD", "DUINROOS"),), ("DUINROOS",), {4: 10}),
    "of one account, often": ((habit(4, "WORD", "DUINROOS", 3),), ("DANK", "DUINROOS"), {4: 20}),
    "of two accounts": ((habit(4, "WORD", "DUINROOS"), habit(2, "WORD", "DUINROOS")), ("DUINROOS",), {}),
    "the debtor's name": ((), ("HUUR", "HOTEL", "ZEEZICHT"), {2: 15}),
    "a rare surname": ((), ("HUUR", "KAARS"), {1: 10}),
    "a common surname": ((), ("JANSEN",), {}),
    "half a name": ((), ("GOUDEN", "LEEUW"), {}),
    "none of anybody": ((), ("FACTUUR", "BEDANKT"), {}),
}


@pytest.mark.parametrize(("habits", "words", "expected"), WORDS.values(), ids=WORDS.keys())
def test_words_of_the_remittance(
    habits: tuple[Habit, ...], words: tuple[str, ...], expected: dict[int, int]
) -> None:
    assert points(payment(), *words, habits=habits) == expected


TOWARDS = {
    "known by look-up": (payment("KAARS J", KAARS_IBAN), 1, 70),
    "bank account and a name that is alike": (payment("Jan Kaars", KAARS_IBAN), 1, 60),
    "a first name for an initial": (payment("Jan Kaars"), 1, 20),
    "a common surname proves less": (payment("Jan Jansen"), 5, 10),
    "a name that is cut off": (payment("STICHTING WOONZORGCENTRUM DE GOUDEN"), 9, 20),
    "a firm's parent": (payment("Zeezicht Beheer B.V."), 2, 10),
    "a surname only": (payment("Fam. Kaars"), 1, 10),
    "the family of a rare name": (payment("A. Kaars"), 1, 5),
    "the family of a common name": (payment("A. Jansen"), 5, 0),
    "a trade name and its owner": (payment("P. Korenaar"), 4, 10),
    "a stranger": (payment("X. Zandstra"), 1, weights.PAYER_STRANGE),
    "no name at all": (payment("", STRANGE_IBAN), 1, 0),
    "another debtor by bank account": (payment("Z", HOTEL_IBAN), 1, weights.PAYER_IS_ANOTHER),
    "another debtor by name": (payment("HOTEL ZEEZICHT BV"), 1, weights.PAYER_IS_ANOTHER),
    "another with one letter less": (payment("J. Janssen"), 5, weights.PAYER_IS_PERHAPS_ANOTHER),
    "perhaps another: two bear the name": (payment("P. Vlas"), 1, weights.PAYER_IS_PERHAPS_ANOTHER),
    "another of the same surname": (payment("A. Kaars", HOTEL_IBAN), 1, weights.PAYER_IS_NAMESAKE),
    "another whose name is alike": (payment("Jan Kaars", HOTEL_IBAN), 1, 0),
    "a payment service": (payment("Stg Mollie Payments"), 1, 0),
    "an administrator": (payment("Budgetbeheer Oost"), 1, 0),
    "a notary that is a debtor itself": (payment("Notariskantoor Helm"), 1, weights.PAYER_IS_ANOTHER),
    "an account nobody knows the name of": (payment("X. Zandstra"), 99, 0),
}


@pytest.mark.parametrize(("paid", "account", "expected"), TOWARDS.values(), ids=TOWARDS.keys())
def test_what_a_payer_says_of_an_account_that_a_number_points_to(
    paid: PaymentFacts, account: int, expected: int
) -> None:
    clue = index().paying(paid).towards(account)
    assert (clue.account_id, clue.points) == (account, expected)


def test_another_debtor_is_named_in_the_evidence() -> None:
    clue = index().paying(payment("", HOTEL_IBAN)).towards(1)
    assert clue.evidence == ("de betaler is een andere debiteur: Hotel Zeezicht B.V. (-30)",)


@pytest.mark.parametrize(
    ("name", "is_intermediary", "is_service"),
    [
        ("Stg Mollie Payments", True, True),
        ("AAB INZ TIKKIE", True, True),
        ("Budgetbeheer Oost", True, False),
        ("Notariskantoor Zand", True, False),
        ("Notariskantoor Helm", False, False),
        ("J. Kaars", False, False),
    ],
)
def test_who_passes_on_money(name: str, is_intermediary: bool, is_service: bool) -> None:
    paying = index().paying(payment(name))
    assert (paying.is_intermediary, paying.is_payment_service) == (is_intermediary, is_service)


def test_the_clients_factor_contradicts_nothing() -> None:
    paying = index(intermediaries={STRANGE_IBAN}).paying(payment("Vlas Finance", STRANGE_IBAN))
    assert paying.is_intermediary
    assert paying.towards(1).points == 0


def test_an_iban_in_the_text_counts_where_another_passes_the_money_on() -> None:
    book = index()
    for name, expected in (("AAB INZ TIKKIE", {1: 40}), ("X. Zandstra", {})):
        paying = book.paying(payment(name), ibans=[KAARS_IBAN])
        assert {clue.account_id: clue.points for clue in paying.clues} == expected


ALIKE = {
    "a typing error": ("M. Korenaer Bakkerij", [4]),
    "a first name": ("Jan Kaars", [1]),
    "a firm with more in its name": ("Zeezicht Hotel Exploitatie", [2]),
    "cut off": ("STICHTING WOONZORGCENTRUM DE GOUDEN", [9]),
    "known by look-up, and therefore no more": ("J KAARS", []),
    "nobody": ("X. Zandstra", []),
}


@pytest.mark.parametrize(("name", "accounts"), ALIKE.values(), ids=ALIKE.keys())
def test_whose_name_resembles_the_payers(name: str, accounts: list[int]) -> None:
    found = index().paying(payment(name)).alike()
    assert [clue.account_id for clue in found] == accounts
    assert all(clue.points > 0 and clue.evidence for clue in found)


def test_a_name_of_very_many_tells_none_from_another() -> None:
    crowd = PayerIndex([Payer(n, "Particulier Kaars") for n in range(40)])
    paying = crowd.paying(payment("PARTICULIER KAARS"))
    assert {clue.points for clue in paying.clues} == {weights.NAME_SHARED_BY_MANY}
    assert paying.towards(39).points == weights.NAME_SHARED_BY_MANY


NAMES = st.sampled_from(
    [
        "J. Kaars",
        "KAARS J",
        "Jan Kaars",
        "Hotel Zeezicht",
        "P. Vlas",
        "Stg Mollie",
        "",
        "Fam. Kaars",
        "De Zon",
    ]
)
IBANS = st.sampled_from(["", KAARS_IBAN, HOTEL_IBAN, STRANGE_IBAN])


@given(st.permutations(DEBTORS), NAMES, IBANS)
def test_the_order_of_the_debtors_says_nothing(debtors: list[Payer], name: str, iban: str) -> None:
    paying, sorted_out = PayerIndex(debtors).paying(payment(name, iban)), index().paying(payment(name, iban))
    assert paying.clues == sorted_out.clues
    assert paying.alike() == sorted_out.alike()
    for debtor in DEBTORS:
        assert paying.towards(debtor.account_id) == sorted_out.towards(debtor.account_id)


@given(st.text(max_size=50), st.text(max_size=34), st.lists(st.text(max_size=10), max_size=5))
def test_no_text_is_too_strange(name: str, iban: str, words: list[str]) -> None:
    paying = index().paying(payment(name, iban), words)
    told = [*paying.clues, *paying.alike(), *(paying.towards(debtor.account_id) for debtor in DEBTORS)]
    assert all(weights.PAYER_IS_ANOTHER <= clue.points <= weights.PAYER_MOST for clue in told)
