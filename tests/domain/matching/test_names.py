"""Names as banks and people write them, judged as a careful bookkeeper would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.names import LEFT_OUT_FORMS, are_alike, plain_letters, plain_name
from voldaan.domain.matching.payers.name_parts import bearers_of, name_keys
from voldaan.domain.matching.payers.name_words import BETWEEN_BEARERS, TITLES
from voldaan.domain.matching.payers.name_words import PREFIXES as NAME_PREFIXES
from voldaan.domain.matching.payers.same_name import LEVELS, likeness

ONE_NAME = [
    ("J. Kaars", "KAARS J"),
    ("J. Kaars", "Kaars, J."),
    ("J. Kaars", "HR J KAARS"),
    ("J. Kaars", "Dhr. J. Kaars"),
    ("J. Kaars", "De heer J. Kaars"),
    ("M. Kaars", "Mevr. M. Kaars"),
    ("M. Kaars", "MW M KAARS"),
    ("J.P. Kaars", "JP Kaars"),
    ("J.P. Kaars", "J P KAARS"),
    ("J. van de Kaars", "JVD KAARS"),
    ("J.P.M. Kaars", "KAARS JPM"),
    ("J.P. van der Linde", "LINDE JP VAN DER"),
    ("J.P. van der Linde", "J.P. v.d. Linde"),
    ("J.P. van der Linde", "JP V D LINDE"),
    ("J.P. van der Linde", "JP VD LINDE"),
    ("J.P. van der Linde", "J.P.van de Linde"),
    ("J.P. van der Linde", "van der Linde, J.P."),
    ("A. van 't Hof", "A VAN T HOF"),
    ("A. van ’t Hof", "A. van het Hof"),
    ("P. O'Brien", "P OBRIEN"),
    ("S. Müller", "S MULLER"),
    ("Ł. Nowak", "L NOWAK"),
    ("Ø. Sørensen", "O SORENSEN"),
    ("F. Weiß", "F WEISS"),
    ("Drs. K. de Ruyter", "K DE RUYTER"),
    ("Th. Vlas", "TH VLAS"),
    ("Hotel Zeezicht B.V.", "HOTEL ZEEZICHT BV"),
    ("Hotel Zeezicht B.V.", "Hotel Zeezicht"),
    ("Hotel Zeezicht", "Zeezicht Hotel"),
    ("Café De Zon VOF", "CAFE DE ZON V.O.F."),
    ("Stichting Buurthuis Oost", "STG BUURTHUIS OOST"),
    ("Vereniging De Brug", "VER. DE BRUG"),
    ("Gebroeders Vlas B.V.", "GEBR. VLAS BV"),
    ("J. Los", "LOS J"),
    ("A.B. Kaars", "KAARS AB"),
    ("B.V. Kaars", "B V KAARS"),
    ("L.A. de Ruyter", "LA DE RUYTER"),
    ("L.A. Kaars", "KAARS LA"),
    ("D.E. van der Linde", "DE VAN DER LINDE"),
    ("M. la Fontein", "M LA FONTEIN"),
    ("Y. el Mahdi", "EL MAHDI Y"),
    ("J. Kaars via Tikkie", "J. Kaars"),
    ("Kinderopvang 't Hummeltje", "KINDEROPVANG HUMMELTJE"),
    ("Van Dam & Zonen", "VAN DAM EN ZONEN"),
    ("VDB Schilders", "V.D.B. SCHILDERS"),
    ("VDM Transport", "V.D.M. TRANSPORT"),
    ("vdB Advies", "VDB ADVIES BV"),
]
"""Under one key: found by looking it up."""

ALIKE = [
    ("A. Groen", "Anna Groen"),
    ("M. Ali", "Mohamed Ali"),
    ("Jan Kaars", "J. Kaars"),
    ("Jan Kaars", "J.P.M. Kaars"),
    ("Kees Vlas", "C. Vlas"),
    ("Hans de Ruyter", "J. de Ruyter"),
    ("J. Kaars", "J.P. Kaars"),
    ("J.M. Kaars", "J.P.M. Kaars"),
    ("M. Kaars-de Ruyter", "M. de Ruyter"),
    ("M. Kaars-de Ruyter", "M. Kaars"),
    ("M. de Ruyter - Kaars", "DE RUYTER M"),
    ("P. de Ruyter e/o M. Kaars", "M KAARS"),
    ("P. de Ruyter e/o M. Kaars", "P DE RUYTER"),
    ("P. en M. Kaars", "M. Kaars"),
    ("HR P DE RUYTER EN MW M KAARS", "M. Kaars"),
    ("P. en M. Kaars", "P. Kaars"),
    ("HR AMH KAARS", "Anna Kaars"),
    ("Jan en Marie Kaars", "J. Kaars"),
    ("Bewindvoering De Haven inz J. Kaars", "J. Kaars"),
    ("J. Kaars h.o.d.n. Bakkerij Korenaar", "Bakkerij Korenaar"),
    ("J. Kaars t.h.o.d.n. Bakkerij Korenaar", "J. Kaars"),
    ("VANDENHEUVEL J", "J. van den Heuvel"),
    ("J. Linde", "J. van der Linde"),
    ("Zonne-hoek", "Zonnehoek"),
    ("Zeezicht Hotel Exploitatie BV", "Hotel Zeezicht"),
    ("Hotel Zeezicht Beheer B.V.", "Hotel Zeezicht B.V."),
    ("Stichting De Gouden Leeuw Zorg", "De Gouden Leeuw Zorg"),
    ("Loodgietersbedr. Kaars", "Loodgietersbedrijf Kaars"),
    ("STICHTING WOONZORGCENTRUM DE GOUDEN", "Stichting Woonzorgcentrum De Gouden Leeuw"),
    ("INTERNATIONALE BLOEMENVEILING DE KORE", "Internationale Bloemenveiling De Korenaar B.V."),
    ("P. Kaars Timmerwerken", "P. Kaars"),
    ("Rijnveld Logistiek Arnhem B.V.", "Rijnveld Logistiek"),
]
RESEMBLING = [
    ("M. Yilmas", "M. Yilmaz"),
    ("J. Korenaer", "J. Korenaar"),
    ("Zeezicht Beheer", "Hotel Zeezicht"),
    ("De Witte Molen Exploitatie B.V.", "Garage De Witte Molen VOF"),
    ("Hotel Zeezcht", "Hotel Zeezicht"),
    ("Jansen Beheer", "Jansen Bouw"),
]
ONE_SURNAME = [
    ("Fam. Kaars", "J. Kaars"),
    ("Kaars", "J. Kaars"),
    ("Bakkerij Kaars VOF", "J. Kaars"),
    ("Kaars Timmerwerken", "P. Kaars"),
    ("Erven Kaars", "P. Kaars"),
]
ANOTHER_FIRST_NAME = [
    ("Jansen A", "J. Jansen"),
    ("B. Groen", "Anna Groen"),
    ("K. Ali", "Mohamed Ali"),
    ("Piet Jansen", "Jan Jansen"),
    ("P.J. Kaars", "J.P. Kaars"),
    ("J.A. Kaars", "J.P. Kaars"),
    ("Joost Kaars", "P. Kaars"),
    ("A. Kaars Timmerwerken", "P. Kaars"),
]
ANOTHER = [
    ("JANSSEN J", "J. Jansen"),
    ("J. Meijer", "J. Meyer"),
    ("J. Smit", "J. Smits"),
    ("J. Bos", "J. Vos"),
    ("Jan Bakker", "Jan de Wit"),
    ("Jan Bakker", "Bakhuis, Jan"),
    ("J. Kaars", "J. Vlas"),
    ("Bakkerij Jansen", "Slagerij Jansen"),
    ("Hotel Zeezicht", "Hotel Duinzicht"),
    ("Garage Noord", "Garage Zuid"),
    ("Stichting De Brug", "Stichting De Boog"),
    ("Gemeente Oosterveen", "Gemeente Westerveen"),
    ("Bouw Groep B.V.", "Bouw Beheer B.V."),
    ("Kapsalon Lok", "Bakkerij Korenaar"),
    ("", "J. Kaars"),
    ("...", "J. Kaars"),
]
JUDGED = [
    *((*pair, "ALIKE") for pair in ONE_NAME + ALIKE),
    *((*pair, "RESEMBLES") for pair in RESEMBLING),
    *((*pair, "SURNAME") for pair in ONE_SURNAME),
    *((*pair, "ANOTHER_FIRST_NAME") for pair in ANOTHER_FIRST_NAME),
    *((*pair, "OTHER") for pair in ANOTHER),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_ways_to_write_one_name_have_one_key(one: str, other: str) -> None:
    assert name_keys(one) == name_keys(other) != ()


@pytest.mark.parametrize(("one", "other"), ALIKE + RESEMBLING + ONE_SURNAME + ANOTHER_FIRST_NAME + ANOTHER)
def test_what_is_not_quite_one_name_has_another_key(one: str, other: str) -> None:
    assert name_keys(one) != name_keys(other)


@pytest.mark.parametrize(("one", "other", "level"), JUDGED)
def test_how_much_two_names_are_alike(one: str, other: str, level: str) -> None:
    assert likeness(one, other).level == level


def test_a_word_that_is_somebodys_name_is_no_typing_error_of_another() -> None:
    assert likeness("M. Korenaer", "M. Korenaar").level == "RESEMBLES"
    assert likeness("M. Korenaer", "M. Korenaar", {"korenaer", "korenaar"}).level == "OTHER"


def test_what_the_likeness_rests_on_is_told() -> None:
    assert likeness("Zeezicht Beheer", "Hotel Zeezicht").words == ("zeezicht",)


def test_a_couple_has_two_keys_and_a_firm_one() -> None:
    assert name_keys("P. de Ruyter e/o M. Kaars") == ("p. ruyter de", "m. kaars")
    assert name_keys("Kaars & Vlas Advocaten") == ("advocaten kaars vlas",)


def test_a_surname_without_more_is_no_key_where_two_bear_a_name() -> None:
    assert name_keys("Kaars en Vlas") == ()
    assert name_keys("Kaars") == ("kaars",)


def test_letters_that_fold_to_plain_ones() -> None:
    assert plain_letters("Łódź, Ærø, Straße, Ünal, ısmail") == "lodz, aero, strasse, unal, ismail"
    assert plain_name("Sørensen Fisk ApS") == "sorensen fisk"


SYLLABLES = st.sampled_from(
    ["kaa", "ro", "vel", "lin", "ter", "mo", "del", "bran", "ke", "wij", "haar", "dorp"]
)
SURNAMES = st.lists(SYLLABLES, min_size=2, max_size=4).map("".join).map(str.capitalize)
PREFIXES = st.sampled_from(["", "van ", "de ", "van der ", "ter "])
WORDS_OF_A_NAME = LEFT_OUT_FORMS | TITLES | BETWEEN_BEARERS | frozenset(NAME_PREFIXES) | {"vd"}


def are_no_word(initials: str) -> bool:
    """Test if initials, or some in a row, are no word that stands in names: `B.V.`, `V.D.`"""
    letters = initials.lower()
    rows = {letters[start:end] for start in range(len(letters)) for end in range(start + 2, len(letters) + 1)}
    return not rows & WORDS_OF_A_NAME


INITIALS = st.text("ABCDEFGHIJKLMNOPRSTVW", min_size=1, max_size=4).filter(are_no_word)


@st.composite
def persons(draw: st.DrawFn) -> tuple[str, str, str]:
    return draw(INITIALS), draw(PREFIXES), draw(SURNAMES)


WRITTEN = (
    "{dotted} {prefix}{surname}",
    "{spaced} {prefix}{surname}",
    "{surname} {spaced} {prefix}",
    "{prefix}{surname}, {dotted}",
    "Hr. {dotted} {prefix}{surname}",
    "MW {spaced} {prefix}{surname}",
)


@given(persons(), st.sampled_from(WRITTEN), st.sampled_from(WRITTEN), st.booleans())
def test_a_person_is_found_however_a_bank_writes_the_name(
    person: tuple[str, str, str], one: str, other: str, capitals: bool
) -> None:
    initials, prefix, surname = person
    said = {
        "dotted": "".join(f"{letter}." for letter in initials),
        "spaced": " ".join(initials),
        "prefix": prefix,
        "surname": surname,
    }
    first, second = one.format(**said), other.format(**said)
    assert name_keys(first) == name_keys(second.upper() if capitals else second)


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_the_same_both_ways_and_never_fails(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


NAMES = st.one_of(
    st.sampled_from([name for pair in JUDGED for name in pair[:2]]),
    persons().map(lambda person: " ".join(person)),
    st.lists(
        st.sampled_from("hotel zeezicht en van de j jp bv kaars via vlas beheer t".split()), max_size=6
    ).map(" ".join),
)


@given(NAMES, NAMES)
def test_likeness_of_believable_names_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert not bearers_of(name) or likeness(name, name).level == LEVELS[0]


@given(NAMES)
def test_a_key_is_its_own_key(name: str) -> None:
    for key in name_keys(name):
        assert name_keys(key) == (key,)


@given(NAMES)
def test_capitals_say_nothing(name: str) -> None:
    assert name_keys(name.upper()) == name_keys(name)


@given(st.text(max_size=40), st.integers(0, 100))
def test_a_name_is_as_alike_to_itself_as_can_be(name: str, least: int) -> None:
    assert are_alike(name, name, least) == bool(plain_name(name))
