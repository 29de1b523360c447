"""Who a file means: certain, new, or a question for a person."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.debtor_marks import VERY_ALIKE, DebtorDetails, places
from voldaan.domain.matching.debtors import NOTHING_IN_COMMON, SHARED_BY_MANY, Key, KnownDebtors
from voldaan.domain.matching.names import are_alike

KORENAAR = DebtorDetails(
    number="1001",
    name="Bakkerij Korenaar B.V.",
    vat_number="NL123456782B90",
    coc_number="12345678",
    iban="NL91ABNA0417164300",
    email="boeken@korenaar.example",
    street="Molenstraat 3",
    postcode="6811 CD",
    city="Arnhem",
)


def only(**facts: str) -> DebtorDetails:
    return DebtorDetails(**facts)


def known(*debtors: DebtorDetails) -> KnownDebtors:
    book = KnownDebtors()
    for key, details in enumerate(debtors, 1):
        book.add(key, details)
    return book


CERTAIN = {
    "the same number in the client's books": only(number="1001"),
    "the same number, another name": only(number="1001", name="Korenaar Arnhem"),
    "the same number, the firm renamed, at the same address": replace(
        KORENAAR, name="Broodfabriek Oost", vat_number="", coc_number="", iban="", email=""
    ),
    "the same VAT number": only(name="Korenaar", vat_number="NL123456782B90"),
    "the same number of the Chamber of Commerce": only(name="De Korenaar", coc_number="12345678"),
    "the same bank account and name": only(name="BAKKERIJ KORENAAR BV", iban="NL91ABNA0417164300"),
    "the same e-mail address and name": only(name="Bakkerij Korenaar", email="Boeken@Korenaar.example"),
    "the same name, postcode and house number": only(
        name="Bakkerij Korenaar", street="Molenstr. 3", postcode="6811CD"
    ),
    "the same name, street and town": only(name="Bakkerij Korenaar", street="MOLENSTRAAT 3", city="Arnhem"),
}

DOUBTFUL = {
    "a branch: the same Chamber of Commerce, another number": (
        only(name="Bakkerij Korenaar", number="1002", coc_number="12345678"),
        "Gelijk: KvK-nummer, naam. Anders: debiteurnummer.",
    ),
    "a fiscal unity: the same VAT number, another Chamber of Commerce": (
        only(name="Korenaar Vastgoed B.V.", vat_number="NL123456782B90", coc_number="87654321"),
        "Gelijk: btw-nummer. Anders: KvK-nummer, naam.",
    ),
    "the same bank account under another name": (
        only(name="Administratiekantoor Pen", iban="NL91ABNA0417164300"),
        "Gelijk: rekening. Anders: naam.",
    ),
    "the same e-mail address under another name": (
        only(name="Administratiekantoor Pen", email="boeken@korenaar.example"),
        "Gelijk: e-mailadres. Anders: naam.",
    ),
    "the same name without an address": (only(name="Bakkerij Korenaar"), "Gelijk: naam."),
    "the same name at another address": (
        only(name="Bakkerij Korenaar", street="Kade 9", postcode="9712 AA", city="Groningen"),
        "Gelijk: naam. Anders: adres.",
    ),
    "the same name, street and town, and another postcode": (
        only(name="Bakkerij Korenaar", street="Molenstraat 3", postcode="6811 CE", city="Arnhem"),
        "Gelijk: naam. Anders: adres.",
    ),
    "a name that is very much alike, at the same address": (
        only(name="Bakkerij Koornaar", street="Molenstraat 3", postcode="6811 CD"),
        "Gelijk: adres. Lijkt erop: naam.",
    ),
    "the same name and address, another legal form": (
        only(name="Bakkerij Korenaar V.O.F.", street="Molenstraat 3", postcode="6811 CD"),
        "Gelijk: naam, adres.",
    ),
    "a number that was used again for somebody else": (
        only(
            number="1001",
            name="Garage Pietersen",
            email="info@pietersen.example",
            street="Dam 1",
            city="Zwolle",
        ),
        "Gelijk: debiteurnummer. Anders: e-mailadres, naam, adres.",
    ),
}

NEW = {
    "nobody alike": only(name="Garage Pietersen", number="2001", email="info@pietersen.example"),
    "the same name under another number of the client's": only(name="Bakkerij Korenaar", number="2001"),
    "the neighbours": only(name="Kapsalon Lok", street="Molenstraat 3", postcode="6811 CD", city="Arnhem"),
    "the flat above": only(name="Kapsalon Lok", street="Molenstraat 3a", postcode="6811 CD", city="Arnhem"),
}


@pytest.mark.parametrize("details", CERTAIN.values(), ids=CERTAIN.keys())
def test_certain(details: DebtorDetails) -> None:
    found = known(KORENAAR).recognise(details)
    assert (found.key, found.doubts) == (1, ())


@pytest.mark.parametrize(("details", "why"), DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_doubtful_is_new_with_a_question(details: DebtorDetails, why: str) -> None:
    found = known(KORENAAR).recognise(details)
    assert (found.key, found.doubts) == (None, ((1, why),))


@pytest.mark.parametrize("details", NEW.values(), ids=NEW.keys())
def test_new(details: DebtorDetails) -> None:
    found = known(KORENAAR).recognise(details)
    assert (found.key, found.doubts) == (None, ())


def test_two_branches_and_a_file_without_a_number_ask_which_it_is() -> None:
    book = known(KORENAAR, replace(KORENAAR, number="1002"))
    found = book.recognise(only(name="Bakkerij Korenaar", coc_number="12345678"))
    assert found.key is None
    assert {doubt.key for doubt in found.doubts} == {1, 2}


def test_the_surest_way_decides_and_what_another_way_says_is_a_doubt() -> None:
    book = known(KORENAAR, only(name="Bakkerij Korenaar", email="post@korenaar.example"))
    found = book.recognise(
        only(name="Bakkerij Korenaar", coc_number="12345678", email="post@korenaar.example")
    )
    assert found.key == 1
    assert [doubt.key for doubt in found.doubts] == [2]


def test_debtors_that_a_person_merged_are_one() -> None:
    book = known(KORENAAR, replace(KORENAAR, number="1002"))
    book.merged[2] = 1
    assert book.recognise(only(coc_number="12345678")) == (1, ())
    assert book.recognise(only(number="1002")) == (2, ())


def test_what_a_file_adds_is_recognised_in_the_next() -> None:
    book = known(only(name="Kapsalon Lok", number="7"))
    book.learn(1, only(name="Lok", number="7", email="hallo@lok.example"))
    assert book.recognise(only(name="Kapsalon Lok", email="hallo@lok.example")).key == 1


def test_in_files_that_tell_only_names_a_name_is_a_debtor() -> None:
    book = known(only(name="Kapsalon Lok"))
    assert book.recognise(only(name="KAPSALON  Lok")) == (1, ())
    assert book.recognise(only(name="Kapsalon Lok B.V.")).key is None


def test_who_took_over_a_number_is_known_the_next_time() -> None:
    pietersen, _ = DOUBTFUL["a number that was used again for somebody else"]
    book = known(KORENAAR, replace(pietersen, number=""))
    book.heirs[1].append(2)
    assert book.recognise(pietersen) == (2, ())


def test_what_very_many_share_says_nothing() -> None:
    crowd = [only(name=f"Huurder {n}", email="kantoor@beheer.example") for n in range(SHARED_BY_MANY + 5)]
    assert known(*crowd).recognise(only(name="Huurder X", email="kantoor@beheer.example")) == (None, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Molenstraat 3", "Molenstr 3"),
        ("Molenstraat 3 a", "Molenstraat 3A"),
        ("Plein 1944 12", "Plein 1944, 12"),
    ],
)
def test_one_address_written_in_two_ways(one: str, other: str) -> None:
    first, second = (places(only(street=street, postcode="6811 CD")) for street in (one, other))
    assert first["POSTCODE"] == second["POSTCODE"]


ALIKE = [
    ("Bakkerij Jansen", "Bakkerij Janssen"),
    ("J. de Vries", "Jan de Vries"),
    ("Vries, Jan de", "Jan de Vries"),
    ("Café Zonnehoek", "Cafe Zonne-hoek"),
    ("Loodgietersbedrijf Van den Berg", "Loodgietersbedrijf v.d. Berg"),
    ("Hotel De Gouden Leeuw", "De Gouden Leeuw Hotel"),
]
NOT_VERY_ALIKE = [
    ("Jansen Beheer", "Jansen Bouw"),
    ("Bakkerij Jansen", "Slagerij Jansen"),
    ("P. Bakker", "A. de Wit"),
    ("Kapsalon Lok", "Bakkerij Korenaar"),
]
NOTHING_ALIKE = [
    ("Kapsalon Lok", "Bakkerij Korenaar"),
    ("Garage Pietersen", "Bakkerij Korenaar"),
    ("M. Yilmaz", "Stichting Buurthuis"),
    ("Hotel Zeezicht", "Van Dijk Transport"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_can_be_one(one: str, other: str) -> None:
    assert are_alike(one, other, VERY_ALIKE)


@pytest.mark.parametrize(("one", "other"), NOT_VERY_ALIKE)
def test_names_of_two(one: str, other: str) -> None:
    assert not are_alike(one, other, VERY_ALIKE)


@pytest.mark.parametrize(("one", "other"), NOTHING_ALIKE)
def test_names_that_have_nothing_in_common(one: str, other: str) -> None:
    assert not are_alike(one, other, NOTHING_IN_COMMON)


FIELDS = ("number", "coc_number", "vat_number", "iban", "email")


@dataclass
class Reader:
    """Reads files in an order, and remembers whom each was taken for and which pairs were asked about."""

    book: KnownDebtors = field(default_factory=KnownDebtors)
    taken_for: list[tuple[int, Key]] = field(default_factory=list)
    asked: set[frozenset[Key]] = field(default_factory=set)

    def read(self, person: int, details: DebtorDetails) -> None:
        found = self.book.recognise(details)
        key = f"new {len(self.taken_for)}" if found.key is None else found.key
        if found.key is None:
            self.book.add(key, details)
        else:
            self.book.learn(key, details)
        self.taken_for.append((person, key))
        self.asked |= {frozenset((key, doubt.key)) for doubt in found.doubts}


def person(n: int) -> DebtorDetails:
    """Return one of a few debtors: in pairs they share a name, in threes an e-mail address, in fours a street."""
    return DebtorDetails(
        number=f"10{n}",
        name=f"Jansen {'Bakkerij Molen Kade Vlas'.split()[n // 2]}",
        coc_number=f"1234567{n}",
        vat_number=f"NL00000000{n}B01",
        iban=f"NL00BANK{n:010}",
        email=f"kantoor{n // 3}.{n % 2}@beheer.example",
        street=f"Weg {n}",
        postcode="1234 AB",
        city="Dorp",
    )


@st.composite
def files(draw: st.DrawFn) -> list[tuple[int, DebtorDetails]]:
    """Return what files say: of a debtor now this, now that, always with the name and something beside it."""
    told = []
    for _ in range(draw(st.integers(1, 12))):
        n = draw(st.integers(0, 3))
        said = draw(st.sets(st.sampled_from((*FIELDS, "place")), min_size=1, max_size=2))
        details = replace(person(n), **dict.fromkeys(set(FIELDS) - said, ""))
        if "place" not in said:
            details = replace(details, street="", postcode="", city="")
        told.append((n, details))
    return told


@given(files().flatmap(st.permutations))
def test_in_no_order_are_two_debtors_taken_for_one(told: Sequence[tuple[int, DebtorDetails]]) -> None:
    reader = Reader()
    for n, details in told:
        reader.read(n, details)
    bearers: dict[Key, set[int]] = {}
    for n, key in reader.taken_for:
        bearers.setdefault(key, set()).add(n)
    assert all(len(persons) == 1 for persons in bearers.values())


@given(files(), st.randoms(use_true_random=False))
def test_when_every_number_is_told_the_order_says_nothing(
    told: list[tuple[int, DebtorDetails]], chance: Random
) -> None:
    numbered = [(n, replace(details, number=f"10{n}")) for n, details in told]
    shuffled = list(numbered)
    chance.shuffle(shuffled)
    readers = Reader(), Reader()
    for reader, order in zip(readers, (numbered, shuffled), strict=True):
        for n, details in order:
            reader.read(n, details)
    assert all(
        len({key for one, key in reader.taken_for if one == n}) <= 1 for reader in readers for n in range(7)
    )


@given(files(), st.randoms(use_true_random=False))
def test_in_every_order_the_answers_of_a_person_make_the_same_debtors(
    told: list[tuple[int, DebtorDetails]], chance: Random
) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    reader = Reader()
    for n, details in shuffled:
        reader.read(n, details)
    bearer = {key: n for n, key in reader.taken_for}
    groups = {key: {key} for key in bearer}
    for pair in reader.asked:
        one, *others = pair
        for other in others:
            if bearer[one] == bearer[other]:
                together = groups[one] | groups[other]
                for key in together:
                    groups[key] = together
    shared = [
        (one, other)
        for place, (one, first) in enumerate(zip([key for _, key in reader.taken_for], shuffled, strict=True))
        for other, second in list(zip([key for _, key in reader.taken_for], shuffled, strict=True))[:place]
        if first[0] == second[0] and _share(first[1], second[1])
    ]
    assert all(other in groups[one] for one, other in shared)


def _share(one: DebtorDetails, other: DebtorDetails) -> bool:
    """Test if two files say something of one debtor by which it can be told: a number, or an account or address."""
    if any(getattr(one, name) and getattr(one, name) == getattr(other, name) for name in FIELDS):
        return True
    return bool(places(one)) and bool(places(other))
