"""Files at the desk: handing in, what came of it, the columns of a list that nobody described, kept mappings."""

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from tests.builders import a_client
from tests.stories import paper
from tests.web.book import AMBIGUOUS_LIST, UNKNOWN_TITLES, Book
from voldaan.interfaces.web import files_uploading
from voldaan.records.models import ImportedFile, ListMapping
from voldaan.records.scope import rows_of
from voldaan.usecases.keep_upload import clear_uploads, kept_uploads

DUTCH = {"accept-language": "nl"}
FILES = "/bestanden/?opdrachtgever=bakkerij"
HAND_IN = "/opdrachtgever/bakkerij/bestanden/inlezen/"
MAPPINGS = "/opdrachtgever/bakkerij/kolomindelingen/"
NEXT_WEEK = AMBIGUOUS_LIST.replace("2026-11", "2026-21").replace("2026-12", "2026-22")
PLAIN_TOML = 'name = "Zon"\n[columns]\nnumber = "Nr"\nopen = "Open"\ndebtor_name = "Naam"\n'


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path) -> Path:
    """Give the test a home of its own."""
    settings.VOLDAAN_HOME = tmp_path
    return tmp_path


def a_file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def a_list(name: str = "openstaand.csv", text: str = AMBIGUOUS_LIST) -> SimpleUploadedFile:
    return a_file(name, text)


def an_invoice(number: str = "2026-0100") -> SimpleUploadedFile:
    data = paper.invoice(
        number, "125,00", paper.BIRD, issued=paper.day("31 januari"), due=paper.day("2 maart")
    )
    return a_file(f"{number}.xml", data)


def handed_in(browser: Browser, *files: SimpleUploadedFile, **form: str) -> str:
    answer = browser.post(HAND_IN, {"bestanden": list(files), **form}, follow=True, headers=DUTCH)
    assert answer.status_code == 200
    return answer.content.decode()


def waiting_at(page: str) -> str:
    """Return the address of the page for the columns to which a result leads."""
    found = re.search(r'href="(/opdrachtgever/bakkerij/bestanden/[0-9a-f]{64}/kolommen/)"', page)
    assert found, "nothing waits"
    return found[1]


def settled(browser: Browser, address: str, **form: str) -> str:
    answer = browser.post(address, form, follow=True, headers=DUTCH)
    assert answer.status_code == 200
    return answer.content.decode()


def seen_in(page: str) -> str:
    found = re.search(r'name="gezien" value="([0-9a-f]{64})"', page)
    assert found, "there is no example to agree with"
    return found[1]


ANSWERS = {"vraag-dates": "dd-mm-yyyy", "vraag-complete": "no"}


def names_of(book: Book) -> set[str]:
    with rows_of(book.baker):
        return set(ImportedFile.objects.values_list("name", flat=True))


class TestThePage:
    def test_one_client_has_its_page_at_once(self, db: None, client: Browser) -> None:
        a_client()
        page = client.get("/bestanden/", headers=DUTCH).content.decode()
        assert "Bestanden van Bakkerij Zon B.V." in page
        assert "Er is nog niets binnengekomen." in page

    def test_of_several_clients_one_is_chosen_first(self, book: Book, client: Browser) -> None:
        page = client.get("/bestanden/", headers=DUTCH).content.decode()
        assert "Van wie zijn de bestanden?" in page
        assert "?opdrachtgever=hovenier" in page

    def test_an_unknown_client_is_not_there(self, book: Book, client: Browser) -> None:
        assert client.get("/bestanden/?opdrachtgever=niemand").status_code == 404
        assert client.post("/opdrachtgever/niemand/bestanden/inlezen/").status_code == 404

    def test_without_a_client_it_says_how_to_begin(self, db: None, client: Browser) -> None:
        assert "voldaan client add" in client.get("/bestanden/", headers=DUTCH).content.decode()

    def test_it_shows_what_came_in_of_this_client_only(self, book: Book, client: Browser) -> None:
        handed_in(client, an_invoice())
        page = client.get(FILES, headers=DUTCH).content.decode()
        assert "2026-0100.xml" in page
        assert "factuur (UBL)" in page
        other = client.get("/bestanden/?opdrachtgever=hovenier", headers=DUTCH).content.decode()
        assert "2026-0100.xml" not in other


class TestHandingIn:
    def test_what_came_of_each_file_stands_there_with_a_sum_on_top(self, book: Book, client: Browser) -> None:
        bank, _ = paper.statement(
            [paper.paid("125,00", "2026-0001")],
            first=paper.day("6 maart"),
            last=paper.day("7 maart"),
            opening=0,
        )
        page = handed_in(
            client, an_invoice(), a_file("bank.xml", bank), a_list(), a_file("x.pdf", b"%PDF-1.4\n")
        )
        assert "2 bestanden opgenomen, 2 niet." in page
        assert "1 factuur nieuw." in page
        assert "1 mutatie nieuw." in page
        assert "Van deze lijst is onbekend welke kolom wat betekent." in page
        assert page.count("Kolommen aanwijzen") == 1
        assert page.count("Wat te doen:") == 2
        assert {"2026-0100.xml", "bank.xml"} <= names_of(book)

    def test_one_file_is_told_in_the_heading(self, book: Book, client: Browser) -> None:
        assert "2026-0100.xml: 1 factuur nieuw." in handed_in(client, an_invoice())
        assert "2026-0100.xml: niets nieuws: 1 factuur al bekend." in handed_in(client, an_invoice())

    def test_a_zip_has_a_line_for_each_file_in_it(self, book: Book, client: Browser) -> None:
        packed = BytesIO()
        with ZipFile(packed, "w") as archive:
            for number in ("2026-0100", "2026-0101"):
                archive.writestr(f"{number}.xml", an_invoice(number).read())
            archive.writestr("lijst.csv", AMBIGUOUS_LIST)
        page = handed_in(client, a_file("alles.zip", packed.getvalue()))
        assert "2 bestanden opgenomen, 1 niet." in page
        assert "alles.zip/2026-0101.xml" in page
        assert "alles.zip/lijst.csv" in client.get(waiting_at(page), headers=DUTCH).content.decode()

    def test_the_day_on_which_it_was_handed_in_is_kept(self, book: Book, client: Browser) -> None:
        from voldaan.records.models import Event

        handed_in(client, an_invoice(), aangeleverd="2026-03-04")
        with rows_of(book.baker):
            told = Event.objects.filter(kind="file.imported").latest("pk")
            assert told.on == date(2026, 3, 4)

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ({"aangeleverd": "gisteren"}, "gisteren is geen dag"),
            ({"aangeleverd": "2999-01-01"}, "ligt in de toekomst"),
            ({"volledig": "2999-01-01"}, "ligt in de toekomst"),
        ],
        ids=str,
    )
    def test_a_day_that_cannot_be_takes_nothing(
        self, book: Book, client: Browser, form: dict[str, str], said: str
    ) -> None:
        assert said in handed_in(client, an_invoice(), **form)
        assert "2026-0100.xml" not in names_of(book)

    def test_no_file_is_said(self, book: Book, client: Browser) -> None:
        assert "kies eerst een bestand" in handed_in(client)

    def test_too_much_is_not_even_kept_on_the_way(
        self, book: Book, client: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files_uploading, "BYTES_MAX", 500)
        assert "samen zijn de bestanden groter dan" in handed_in(client, an_invoice())
        assert "2026-0100.xml" not in names_of(book)

    def test_too_many_files_are_said(self, book: Book, client: Browser) -> None:
        page = handed_in(client, *[a_file(f"{number}.txt", b"x") for number in range(501)])
        assert "het zijn er meer dan 500" in page

    def test_a_form_from_elsewhere_is_refused(self, book: Book) -> None:
        answer = Browser(enforce_csrf_checks=True).post(HAND_IN, {"bestanden": [an_invoice()]})
        assert answer.status_code == 403
        assert "2026-0100.xml" not in names_of(book)

    def test_it_can_only_be_posted(self, book: Book, client: Browser) -> None:
        assert client.get(HAND_IN).status_code == 405


class TestColumns:
    def test_it_shows_rows_reasons_and_questions_and_answers_none_itself(
        self, book: Book, client: Browser
    ) -> None:
        page = client.get(waiting_at(handed_in(client, a_list())), headers=DUTCH).content.decode()
        assert "Wij zien een lijst van openstaande posten." in page
        assert "De titel ‘Saldo’ betekent het openstaande bedrag." in page
        assert "In welke volgorde staan dag, maand en jaar?" in page
        assert "Noemt deze lijst alle openstaande posten?" in page
        assert " checked" not in page.partition("<dialog")[0]
        assert "Bewaren en inlezen" not in page

    @pytest.mark.parametrize("doing", ["bewaar", "lees", "toml"])
    def test_it_does_not_go_on_while_a_question_is_open(
        self, book: Book, client: Browser, doing: str
    ) -> None:
        address = waiting_at(handed_in(client, a_list()))
        page = settled(client, address, **{"vraag-dates": "dd-mm-yyyy"}, doe=doing, naam="Zon")
        assert "niet elke vraag is beantwoord" in page
        assert '<a href="#vraag-complete">' in page
        assert '<a href="#vraag-dates">' not in page
        assert "openstaand.csv" not in names_of(book)

    def test_once_settled_it_shows_the_rows_as_read_with_count_and_sum(
        self, book: Book, client: Browser
    ) -> None:
        page = settled(client, waiting_at(handed_in(client, a_list())), **ANSWERS)
        assert "In de hele lijst: 2, samen €\u00a01.325,50." in page
        assert "wo 4 mrt 2026" in page
        assert "Bewaren en inlezen" in page

    def test_what_was_changed_after_the_example_is_shown_again_first(
        self, book: Book, client: Browser
    ) -> None:
        address = waiting_at(handed_in(client, a_list()))
        seen = seen_in(settled(client, address, **ANSWERS))
        changed = ANSWERS | {"vraag-dates": "mm-dd-yyyy"}
        page = settled(client, address, **changed, gezien=seen, doe="lees")
        assert "u hebt iets gewijzigd" in page
        assert "openstaand.csv" not in names_of(book)
        assert "openstaand.csv: 2 regels nieuw." in settled(
            client, address, **changed, gezien=seen_in(page), doe="lees"
        )

    def test_a_column_can_be_given_another_meaning_which_stays(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list()))
        first = settled(client, address, **ANSWERS, **{"kolom-4": "issue_date", "was-4": "none"})
        assert "U koos ‘Dag een’ voor de factuurdatum." in first
        assert "di 3 feb 2026" in first
        assert '<input type="hidden" name="gewenst-4" value="issue_date">' in first
        stays = {"kolom-4": "issue_date", "was-4": "issue_date", "gewenst-4": "issue_date"}
        assert "di 3 feb 2026" in settled(client, address, **ANSWERS, **stays)

    def test_a_meaning_that_cannot_be_is_told_and_can_be_mended(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list()))
        page = settled(client, address, **ANSWERS, **{"kolom-3": "due_date", "was-3": "debtor_name"})
        assert "‘Naam’ is niet te lezen als de vervaldatum." in page
        assert 'value="dd-mm-yyyy" checked' in page
        assert "Bewaren en inlezen" not in page

    def test_kept_and_read_the_next_such_list_is_taken_without_a_question(
        self, book: Book, client: Browser, own_home: Path
    ) -> None:
        address = waiting_at(handed_in(client, a_list()))
        seen = seen_in(settled(client, address, **ANSWERS))
        page = settled(client, address, **ANSWERS, gezien=seen, doe="bewaar", naam="Zon: open")
        assert "openstaand.csv: 2 regels nieuw." in page
        assert list(own_home.glob("uploads/*/*")) == []
        assert "niet meer" in settled(client, address)
        following = handed_in(client, a_list("volgende.csv", NEXT_WEEK))
        assert "volgende.csv: 2 regels nieuw." in following
        assert "Zon: open" in following

    def test_it_is_kept_only_under_a_name(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list()))
        seen = seen_in(settled(client, address, **ANSWERS))
        for name, said in (("  ", "Geef de kolomindeling een naam"), ("x" * 61, "ten hoogste 60 tekens")):
            assert said in settled(client, address, **ANSWERS, gezien=seen, doe="bewaar", naam=name)
        with rows_of(book.baker):
            assert not ListMapping.objects.exists()

    def test_a_complete_list_asks_for_its_day_and_the_kept_mapping_does_not_keep_it(
        self, book: Book, client: Browser
    ) -> None:
        address = waiting_at(handed_in(client, a_list()))
        answers = ANSWERS | {"vraag-complete": "yes"}
        assert "Tot en met welke dag klopt deze lijst?" in settled(client, address, **answers)
        answers["vraag-as_of"] = "2026-03-20"
        seen = seen_in(settled(client, address, **answers))
        settled(client, address, **answers, gezien=seen, doe="bewaar", naam="Zon")
        with rows_of(book.baker):
            row = ImportedFile.objects.get(name="openstaand.csv")
            assert (row.complete, row.as_of, row.mapping_name) == (True, date(2026, 3, 20), "Zon")
            assert "as_of" not in ListMapping.objects.get().text

    def test_the_mapping_can_be_downloaded(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list()))
        seen = seen_in(settled(client, address, **ANSWERS))
        answer = client.post(address, ANSWERS | {"gezien": seen, "doe": "toml", "naam": "Zon"})
        assert answer["Content-Disposition"] == 'attachment; filename="Zon.toml"'
        assert 'number = "Fact.nr"' in answer.content.decode()

    def test_another_clients_list_is_not_there(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list())).replace("bakkerij", "hovenier")
        page = client.get(address, follow=True, headers=DUTCH).content.decode()
        assert "Dit bestand wacht niet meer" in page
        assert "Café De Kade" not in page

    def test_what_waits_is_listed_and_gone_after_a_day(
        self, book: Book, client: Browser, own_home: Path
    ) -> None:
        handed_in(client, a_list())
        assert "Wacht op u" in client.get(FILES, headers=DUTCH).content.decode()
        (waiting,) = kept_uploads(book.baker, at=datetime.now().astimezone())
        tomorrow = waiting.kept_at + timedelta(days=1)
        assert kept_uploads(book.baker, at=tomorrow) == []
        clear_uploads(at=tomorrow)
        assert list(own_home.glob("uploads/*/*")) == []

    def test_a_text_in_a_list_is_never_markup(self, book: Book, client: Browser) -> None:
        text = AMBIGUOUS_LIST.replace("Hotel Zee", "<script>alert(1)</script>")
        page = settled(client, waiting_at(handed_in(client, a_list(text=text))), **ANSWERS)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


class TestTitlesThatNobodyKnows:
    def test_header_and_kind_are_asked_first(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list(text=UNKNOWN_TITLES)))
        page = client.get(address, headers=DUTCH).content.decode()
        assert "Welke regel is de kop?" in page
        assert "Hoeveel nog" in page
        assert " checked" not in page.partition("<dialog")[0]
        assert "en zeg wat voor lijst het is" in settled(client, address, **{"vraag-header": "2"})

    def test_pointed_out_it_is_kept_and_read_by_itself_the_next_time(
        self, book: Book, client: Browser
    ) -> None:
        address = waiting_at(handed_in(client, a_list(text=UNKNOWN_TITLES)))
        answers = {"vraag-header": "2", "vraag-kind": "OPEN_ITEMS"}
        page = settled(client, address, **answers)
        assert "Welke kolom is het factuurnummer?" in page
        assert '<input type="hidden" name="vraag-header" value="2">' in page
        answers |= {
            "vraag-number": "2",
            "vraag-open": "3",
            "vraag-debtor_name": "1",
            "vraag-due_date": "4",
            "vraag-issue_date": "none",
            "vraag-complete": "no",
        }
        seen = seen_in(settled(client, address, **answers))
        page = settled(client, address, **answers, gezien=seen, doe="bewaar", naam="Eigen lijst")
        assert "openstaand.csv: 2 regels nieuw." in page
        following = UNKNOWN_TITLES.replace("2026-3", "2026-4")
        assert "volgende.csv: 2 regels nieuw." in handed_in(client, a_list("volgende.csv", following))

    def test_a_line_that_is_not_there_is_said(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list(text=UNKNOWN_TITLES)))
        page = settled(client, address, **{"vraag-header": "77", "vraag-kind": "OPEN_ITEMS"})
        assert "Regel 77 is niet de kop van de lijst." in page


class TestACompleteListByAKeptMapping:
    @pytest.fixture(autouse=True)
    def kept(self, book: Book, client: Browser) -> None:
        address = waiting_at(handed_in(client, a_list()))
        seen = seen_in(settled(client, address, **ANSWERS))
        settled(client, address, **ANSWERS, gezien=seen, doe="bewaar", naam="Zon")

    def test_a_person_says_that_it_is_complete_and_of_which_day(self, book: Book, client: Browser) -> None:
        handed_in(client, a_list("volgende.csv", NEXT_WEEK), volledig="2026-03-27")
        with rows_of(book.baker):
            row = ImportedFile.objects.get(name="volgende.csv")
            assert (row.complete, row.as_of) == (True, date(2026, 3, 27))

    def test_unsaid_it_is_not_complete(self, book: Book, client: Browser) -> None:
        handed_in(client, a_list("volgende.csv", NEXT_WEEK))
        with rows_of(book.baker):
            assert ImportedFile.objects.get(name="volgende.csv").complete is False

    def test_of_two_files_it_is_not_known_which_one_is_meant(self, book: Book, client: Browser) -> None:
        page = handed_in(client, a_list("volgende.csv", NEXT_WEEK), an_invoice(), volledig="2026-03-27")
        assert "alleen als enig bestand" in page
        assert names_of(book).isdisjoint({"volgende.csv", "2026-0100.xml"})


class TestMappings:
    def added(self, browser: Browser, text: str | bytes, **form: str) -> str:
        data = {"bestand": a_file("zon.toml", text), **form}
        return browser.post(f"{MAPPINGS}toevoegen/", data, follow=True, headers=DUTCH).content.decode()

    def test_ready_ones_are_shown_with_their_source(self, book: Book, client: Browser) -> None:
        page = client.get(MAPPINGS, headers=DUTCH).content.decode()
        assert "Exact Online: openstaande posten" in page
        assert "REST service of Exact Online" in page
        assert "Er is er nog geen bewaard." in page

    def test_one_is_added_downloaded_removed_and_taken_back(self, book: Book, client: Browser) -> None:
        assert "‘Zon’ is bewaard." in self.added(client, PLAIN_TOML)
        file = client.get(f"{MAPPINGS}bestand/?naam=Zon")
        assert 'open = "Open"' in file.content.decode()
        page = client.post(
            f"{MAPPINGS}verwijderen/", {"naam": "Zon"}, follow=True, headers=DUTCH
        ).content.decode()
        assert "‘Zon’ is verwijderd." in page
        assert "Ongedaan maken" in page
        found = re.search(r'name="tekst" value="([^"]*)"', page)
        assert found
        client.post(f"{MAPPINGS}toevoegen/", {"tekst": found[1].replace("&quot;", '"')})
        with rows_of(book.baker):
            assert ListMapping.objects.get().name == "Zon"

    def test_it_moves_to_another_client(self, book: Book, client: Browser) -> None:
        self.added(client, PLAIN_TOML)
        file = client.get(f"{MAPPINGS}bestand/?naam=Zon").content
        client.post(
            "/opdrachtgever/hovenier/kolomindelingen/toevoegen/",
            {"bestand": a_file("zon.toml", file), "naam": "Groen"},
        )
        with rows_of(book.gardener):
            assert ListMapping.objects.get().name == "Groen"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('[columns]\nnumber = "Nr"\nopen = "Open"\ndebtor_name = "Naam"\n', "Geef de mapping een naam"),
            ("geen toml", "geen geldige TOML"),
            (b"\xff\xfe\xff", "geen tekst in UTF-8"),
            ("#" * 300_000, "zo groot is een kolomindeling niet"),
        ],
        ids=["no name", "no TOML", "no text", "large"],
    )
    def test_what_is_no_mapping_is_refused(
        self, book: Book, client: Browser, text: str | bytes, said: str
    ) -> None:
        page = self.added(client, text)
        assert 'class="notice refused"' in page
        assert said in page

    def test_nothing_chosen_and_nothing_there_are_said(self, book: Book, client: Browser) -> None:
        page = client.post(f"{MAPPINGS}toevoegen/", {}, follow=True, headers=DUTCH).content.decode()
        assert "kies een bestand" in page
        page = client.post(
            f"{MAPPINGS}verwijderen/", {"naam": "Y"}, follow=True, headers=DUTCH
        ).content.decode()
        assert "hoort geen mapping" in page
        assert client.get(f"{MAPPINGS}bestand/?naam=Y").status_code == 404
