"""Lists of debtors: who they are, in which capacity, and whom to write to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.lists import csv_of, debtors, mapping, problems, workbook
from voldaan.formats.lists.debtors import write
from voldaan.formats.lists.mapping import Mapping, MappingError
from voldaan.formats.values import ContactDetails, DebtorEntry, DebtorList, Party


def of(columns: str, **settings: object) -> Mapping:
    return mapping(columns, kind="DEBTORS", **settings)


ALL = of(
    "debtor_number=Nr debtor_name=Naam street=Straat house_number=Huisnr house_number_addition=Toev postcode=Postcode "
    "city=Plaats country=Land visiting_street=Bezoekadres visiting_house_number=Bezoeknr visiting_city=Bezoekplaats "
    "email=E-mail contact_first_name=Voornaam contact_name=Achternaam contact_role=Functie contact_email=Mail "
    "capacity=Soort language=Taal direct_debit=Incasso"
)
KOP = ";".join(ALL.columns.values())


def test_everything_that_a_list_says_of_a_debtor() -> None:
    row = (
        "10023;Korst B.V.;Molenweg;3;a;3511 XX;Utrecht;Nederland;Kade;12;Zeist;info@korst.example;Noor;de Wit;"
        "Administratie;noor@korst.example;BV;Nederlands;J"
    )
    (entry,) = debtors(csv_of(KOP, row), ALL).debtors
    assert entry == DebtorEntry(
        party=Party(
            number="10023",
            name="Korst B.V.",
            street="Molenweg 3 a",
            postcode="3511 XX",
            city="Utrecht",
            country="NL",
            email="info@korst.example",
        ),
        capacity="LEGAL_PERSON",
        language="nl",
        contacts=(ContactDetails(name="Noor de Wit", role="ACCOUNTS_PAYABLE", email="noor@korst.example"),),
        visiting_street="Kade 12",
        visiting_city="Zeist",
        direct_debit=True,
        line=2,
    )


@pytest.mark.parametrize(
    ("word", "capacity"),
    [
        ("Particulier", "CONSUMER"),
        ("consument", "CONSUMER"),
        ("Eenmanszaak", "SOLE_TRADER"),
        ("B.V.", "LEGAL_PERSON"),
        ("Stichting", "LEGAL_PERSON"),
        ("Gemeente", "PUBLIC_BODY"),
        ("LEGAL_PERSON", "LEGAL_PERSON"),
        ("Bedrijf", None),
        ("Zakelijk", None),
        ("VOF", None),
        ("", None),
    ],
)
def test_a_capacity_is_read_and_a_business_of_an_unknown_kind_stays_unknown(
    word: str, capacity: str | None
) -> None:
    read = debtors(csv_of("Nr;Soort", f"1;{word}"), of("debtor_number=Nr capacity=Soort"))
    assert (read.debtors[0].capacity, read.remarks) == (capacity, ())


def test_a_word_that_is_not_known_is_remarked_on_once() -> None:
    how = of("debtor_number=Nr capacity=Soort language=Taal")
    read = debtors(csv_of("Nr;Soort;Taal", "1;klasse A;Fries", "2;klasse A;nl", "3;bv;EN"), how)
    assert [(entry.capacity, entry.language) for entry in read.debtors] == [
        (None, None),
        (None, "nl"),
        ("LEGAL_PERSON", "en"),
    ]
    assert [(remark.path, "2 keer" in remark.what) for remark in read.remarks] == [
        ("capacity", True),
        ("language", False),
    ]


def test_a_language_of_which_there_may_be_texts_is_taken_by_its_name_or_its_code() -> None:
    read = debtors(csv_of("Nr;Taal", "1;Duits", "2;pl", "3;EN"), of("debtor_number=Nr language=Taal"))
    assert [entry.language for entry in read.debtors] == ["de", "pl", "en"]
    assert read.remarks == ()


@pytest.mark.parametrize(
    ("column", "word", "capacity"),
    [
        ("consumer", "Ja", "CONSUMER"),
        ("consumer", "N", None),
        ("business", "J", None),
        ("business", "nee", "CONSUMER"),
        ("business", "", None),
    ],
)
def test_a_column_of_yes_and_no_can_say_the_capacity(column: str, word: str, capacity: str | None) -> None:
    assert (
        debtors(csv_of("Nr;X", f"1;{word}"), of(f"debtor_number=Nr {column}=X")).debtors[0].capacity
        == capacity
    )


@pytest.mark.parametrize(("word", "is_collected"), [("J", True), ("nee", False), ("", None), ("WAAR", True)])
def test_direct_debit_is_yes_no_or_not_said(word: str, is_collected: bool | None) -> None:
    read = debtors(csv_of("Nr;Inc", f"1;{word}"), of("debtor_number=Nr direct_debit=Inc"))
    assert read.debtors[0].direct_debit is is_collected


def test_another_word_than_yes_or_no_is_refused() -> None:
    assert (
        "geen ja of nee"
        in problems(csv_of("Nr;Inc", "1;misschien"), of("debtor_number=Nr direct_debit=Inc"))[0]
    )


def test_several_addresses_in_one_cell_are_the_main_one_and_others() -> None:
    read = debtors(
        csv_of("Nr,Mail", '1,"a@x.example; b@x.example"'), of("debtor_number=Nr email=Mail", delimiter=",")
    )
    assert read.debtors[0].party.email == "a@x.example"
    assert read.debtors[0].contacts == (ContactDetails(email="b@x.example"),)


def test_several_rows_of_one_debtor_are_its_contacts() -> None:
    how = of("debtor_number=Nr debtor_name=Naam email=Mail contact_name=Contact contact_role=Rol")
    rows = (
        "1;Korst;info@korst.example;Noor;Boekhouding",
        "2;Kruim;;;",
        "1;Korst;piet@korst.example;Piet;Directeur",
        "1;;;Anna;",
        "1;Korst;info@korst.example;Noor;Boekhouding",
    )
    first, second = debtors(csv_of("Nr;Naam;Mail;Contact;Rol", *rows), how).debtors
    assert (first.party.email, second.party.number, first.line) == ("info@korst.example", "2", 2)
    assert [(one.name, one.role, one.email) for one in first.contacts] == [
        ("Noor", "ACCOUNTS_PAYABLE", None),
        ("Piet", "REPRESENTATIVE", "piet@korst.example"),
        ("Anna", "OTHER", None),
    ]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (("1;Korst;", "1;Kruim;"), "andere gegevens"),
        ((";Korst;",), "geen debiteurnummer"),
        (("1;Korst",), "heeft 2 cellen"),
        (("1;Korst;;extra",), "heeft 4 cellen"),
    ],
)
def test_a_row_that_is_not_understood_is_refused(rows: tuple[str, ...], what: str) -> None:
    found = problems(csv_of("Nr;Naam;Mail", *rows), of("debtor_number=Nr debtor_name=Naam email=Mail"))
    assert what in found[0]


def test_a_debtor_without_a_number_is_known_by_its_name_and_address() -> None:
    read = debtors(csv_of("Naam;Mail", "Korst;a@x.example"), of("debtor_name=Naam email=Mail"))
    assert read.debtors[0].party == Party(name="Korst", email="a@x.example")


def test_debtors_come_out_of_workbooks_as_well() -> None:
    data = workbook(
        {"Debiteuren": [("overzicht",), ("Nr", "Naam"), (10023, "Korst"), ("", ""), ("Nr", "Naam")]}
    )
    assert debtors(data, of("debtor_number=Nr debtor_name=Naam")).debtors[0].party.number == "10023"


@pytest.mark.parametrize(
    "columns", ["email=Mail", "debtor_number=Nr open=Open", "debtor_number=Nr number=Factuur"]
)
def test_columns_that_make_no_list_of_debtors(columns: str) -> None:
    with pytest.raises(MappingError):
        of(columns)


def test_our_own_header_is_read_in_dutch() -> None:
    data = csv_of("Debiteurnummer;Naam;Hoedanigheid;Taal;Incasso", "1;Korst;consument;en;nee")
    (entry,) = debtors(data).debtors
    assert (entry.capacity, entry.language, entry.direct_debit) == ("CONSUMER", "en", False)


TEXT = (
    st.text(st.sampled_from("abz;\"',é€ 09-"), min_size=1, max_size=12)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)
MAYBE = st.none() | TEXT
EMAIL = st.none() | st.sampled_from(["a@x.example", "b@y.example", "c@z.example"])
CONTACT = st.builds(
    ContactDetails,
    name=TEXT,
    role=st.sampled_from(["ACCOUNTS_PAYABLE", "REPRESENTATIVE", "PARTNER", "OTHER"]),
    email=EMAIL,
    phone=MAYBE,
)
ENTRY = st.builds(
    DebtorEntry,
    party=st.builds(
        Party,
        name=MAYBE,
        street=MAYBE,
        city=MAYBE,
        phone=MAYBE,
        email=EMAIL,
        country=st.sampled_from([None, "NL"]),
    ),
    capacity=st.sampled_from([None, "CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY"]),
    language=st.sampled_from([None, "nl", "en"]),
    contacts=st.lists(CONTACT, max_size=3, unique=True).map(tuple),
    visiting_street=MAYBE,
    visiting_city=MAYBE,
    direct_debit=st.sampled_from([None, True, False]),
)


@given(st.lists(ENTRY, max_size=5))
def test_what_we_write_we_read_back(entries: list[DebtorEntry]) -> None:
    numbered = [
        replace(entry, party=replace(entry.party, number=f"D-{place}")) for place, entry in enumerate(entries)
    ]
    read = debtors(write(DebtorList(format="csv", debtors=numbered)))
    assert [replace(entry, line=None) for entry in read.debtors] == numbered


def test_a_list_that_says_how_long_it_is_is_not_cut_off_unseen() -> None:
    entries = [DebtorEntry(party=Party(number=str(place), name="Korst")) for place in range(3)]
    lines = write(DebtorList(format="csv", debtors=entries)).split(b"\r\n")
    assert "afgebroken" in problems(b"\r\n".join(lines[:-2]))[0]
