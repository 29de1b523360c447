"""`voldaan mapping`: a proposal with its reasons and questions, kept mappings, ready ones."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command
from voldaan.formats.lists.mapping import parse_mapping

AMBIGUOUS = (
    "Openstaande posten\nFact.nr;Debnr;Naam;Dag een;Vervaldatum;Saldo\n"
    "2026-11;D71;Café De Kade;03-02-2026;04-03-2026;1.250,00\n2026-12;D72;Hotel Zee;05-02-2026;07-03-2026;75,50\n"
)
ANSWERS = ("--answer", "dates=dd-mm-yyyy", "--answer", "complete=no")


def a_list(voldaan: Command, text: str = AMBIGUOUS, name: str = "openstaand.csv") -> Path:
    return voldaan.file(name, text.encode())


class TestPropose:
    def test_while_a_question_is_open_it_ends_with_1_and_says_how_to_answer(self, voldaan: Command) -> None:
        answer = voldaan("mapping", "propose", a_list(voldaan))
        assert answer.code == 1
        assert "Saldo = open: De titel ‘Saldo’ betekent het openstaande bedrag." in answer.out
        assert "dates: In welke volgorde staan dag, maand en jaar?" in answer.out
        assert "dates=mm-dd-yyyy  Maand, dag, jaar (mm-dd-yyyy) (‘" in answer.out
        assert "--answer dates=dd-mm-yyyy" in answer.err
        assert "[columns]" not in answer.out

    def test_answered_it_shows_the_rows_as_read_and_the_mapping(self, voldaan: Command) -> None:
        answer = voldaan("mapping", "propose", a_list(voldaan), *ANSWERS, "--name", "Zon")
        assert answer.code == 0
        assert "2 in de hele lijst, samen €\u00a01.325,50" in answer.out
        assert (
            "2026-11 D71 Café De Kade: van onbekend, vervalt 2026-03-04, open €\u00a01.250,00" in answer.out
        )
        text = answer.out[answer.out.index('name = "Zon"') :]
        assert parse_mapping(text).columns["open"] == "Saldo"

    def test_a_column_can_be_said_to_be_another(self, voldaan: Command) -> None:
        wish = ("--answer", "column:4=issue_date")
        answer = voldaan("mapping", "propose", a_list(voldaan), *ANSWERS, *wish)
        assert "U koos ‘Dag een’ voor de factuurdatum." in answer.out

    def test_for_programs(self, voldaan: Command) -> None:
        rows = voldaan("mapping", "propose", a_list(voldaan), "--json").rows
        assert [row["kind"] for row in rows] == ["proposal", *["column"] * 6, "question", "question"]
        assert rows[0]["mapping"] is None
        assert {choice["choice"] for choice in rows[7]["choices"]} == {"dd-mm-yyyy", "mm-dd-yyyy"}
        rows = voldaan("mapping", "propose", a_list(voldaan), *ANSWERS, "--json").rows
        assert (rows[0]["count"], rows[0]["total_cents"]) == (2, 132_550)
        assert [row["number"] for row in rows if row["kind"] == "open_item"] == ["2026-11", "2026-12"]

    def test_it_is_written_to_a_file_that_is_kept_and_used(self, zon: Command) -> None:
        out = zon.home / "zon.toml"
        answer = zon("mapping", "propose", a_list(zon), *ANSWERS, "--name", "Zon", "--out", out)
        assert answer.code == 0
        assert str(out) in answer.err
        assert zon("mapping", "keep", out, "--client", "zon").code == 0
        taken = zon("import", a_list(zon), "--client", "zon", "--json").row
        assert (taken["new"], taken["mapping"]) == (2, "Zon")

    def test_that_a_list_is_complete_is_said_each_time(self, zon: Command) -> None:
        out = zon.home / "zon.toml"
        told = ("--answer", "dates=dd-mm-yyyy", "--answer", "complete=yes", "--answer", "as_of=2026-02-28")
        assert zon("mapping", "propose", a_list(zon), *told, "--name", "Zon", "--out", out).code == 0
        assert zon("mapping", "keep", out, "--client", "zon").code == 0
        assert "as_of" not in zon("mapping", "show", "Zon", "--client", "zon").out
        both = (
            a_list(zon),
            a_list(zon, name="nog-een.csv"),
            "--client",
            "zon",
            "--complete-as-of",
            "2026-03-05",
        )
        assert zon("import", *both).refuses("alleen als enig bestand")
        assert zon("import", a_list(zon), *both[2:]).code == 0

    def test_nothing_is_written_while_a_question_is_open(self, voldaan: Command) -> None:
        out = voldaan.home / "zon.toml"
        assert voldaan("mapping", "propose", a_list(voldaan), "--out", out).code == 1
        assert not out.exists()

    def test_debtors(self, voldaan: Command) -> None:
        text = "Debiteurnummer;Naam;E-mail;Postcode;Plaats\nD1;Café De Kade;kade@kade.example;1234 AB;Zonnedorp\n"
        answer = voldaan("mapping", "propose", a_list(voldaan, text))
        assert answer.code == 0
        assert "lijst van debiteuren" in answer.out
        assert "D1 Café De Kade kade@kade.example 1234 AB Zonnedorp" in answer.out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--answer", "dates"), ("dates=dd-mm-yyyy",)),
            (("--answer", "dates=jjjj"), ("geen antwoord",)),
            ((*ANSWERS, "--answer", "as_of=2026-03-20"), ("niet gevraagd naar as_of", "dates, complete")),
            (("--answer", "column:3=due_date"), ("niet te lezen als de vervaldatum",)),
            (("--sheet", "Blad2"), ("Blad2",)),
        ],
        ids=["no choice", "no such choice", "not asked", "cannot be", "no sheets"],
    )
    def test_an_answer_that_cannot_be_used_is_refused(
        self, voldaan: Command, words: tuple[str, ...], said: tuple[str, ...]
    ) -> None:
        assert voldaan("mapping", "propose", a_list(voldaan), *words).refuses(*said)

    def test_unknown_titles_are_pointed_out(self, voldaan: Command) -> None:
        path = a_list(voldaan, "Mijn lijst\nWie;Wat;Nog\nCafé De Kade;31;1.250,00\nHotel Zee;32;75,50\n")
        assert voldaan("mapping", "propose", path).refuses("--header 3 --kind open_items")
        pointed = ("--header", "2", "--kind", "open_items")
        answer = voldaan("mapping", "propose", path, *pointed)
        assert answer.code == 1
        assert "number=2  ‘Wat’ (kolom 2) (‘31’, ‘32’)" in answer.out
        meant = ("number=2", "open=3", "debtor_name=1", "complete=no")
        words = [word for one in meant for word in ("--answer", one)]
        answer = voldaan("mapping", "propose", path, *pointed, *words)
        assert answer.code == 0
        assert 'open = "Nog"' in answer.out

    def test_what_is_no_list_is_refused(self, voldaan: Command) -> None:
        assert voldaan("mapping", "propose", a_list(voldaan, "Geachte heer\n")).refuses("geen lijst")
        assert voldaan("mapping", "propose", voldaan.home / "weg.csv").refuses("weg.csv")


class TestKept:
    @pytest.fixture
    def kept(self, zon: Command) -> Command:
        path = zon.file(
            "m.toml", b'name = "Zon"\n[columns]\nnumber = "Nr"\nopen = "Open"\ndebtor_name = "Naam"\n'
        )
        assert zon("mapping", "keep", path, "--client", "zon").code == 0
        return zon

    def test_it_is_listed_and_shown(self, kept: Command) -> None:
        row = kept("mapping", "list", "--client", "zon", "--json").row
        assert (row["kind"], row["name"], row["list_kind"]) == ("mapping", "Zon", "OPEN_ITEMS")
        assert "openstaande posten" in kept("mapping", "list", "--client", "zon").out
        assert parse_mapping(kept("mapping", "show", "Zon", "--client", "zon").out).name == "Zon"

    def test_another_name_makes_another(self, kept: Command) -> None:
        path = kept.home / "in" / "m.toml"
        assert kept("mapping", "keep", path, "--client", "zon", "--name", "Maan").code == 0
        rows = kept("mapping", "list", "--client", "zon", "--json").rows
        assert [row["name"] for row in rows] == ["Maan", "Zon"]

    def test_it_is_dropped_once(self, kept: Command) -> None:
        assert kept("mapping", "drop", "Zon", "--client", "zon").code == 0
        assert kept("mapping", "drop", "Zon", "--client", "zon").refuses("Zon")
        assert "nog geen mapping" in kept("mapping", "list", "--client", "zon").out

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"\xff\xfe", "UTF-8"),
            (b"niets", "TOML"),
            (b'[columns]\nnumber="a"\nopen="b"\ndebtor_name="c"\n', "naam"),
        ],
        ids=["no text", "no TOML", "no name"],
    )
    def test_what_is_no_mapping_is_not_kept(self, zon: Command, data: bytes, said: str) -> None:
        assert zon("mapping", "keep", zon.file("x.toml", data), "--client", "zon").refuses(said)

    def test_an_unknown_name_is_refused(self, kept: Command) -> None:
        assert kept("mapping", "show", "Niet", "--client", "zon").refuses("Niet", "Zon")
        assert kept("mapping", "show", "Niet").refuses("Niet")


class TestReady:
    def test_each_says_its_package_and_where_its_titles_were_found(self, voldaan: Command) -> None:
        rows = voldaan("mapping", "ready", "--json").rows
        assert {"Exact Online", "Moneybird", "SnelStart"} <= {row["package"] for row in rows}
        assert all(row["source"] and not row["source"].startswith("source:") for row in rows)
        assert rows[0]["name"] in voldaan("mapping", "ready").out

    def test_one_is_printed_to_be_mended(self, voldaan: Command) -> None:
        name = voldaan("mapping", "ready", "--json").rows[0]["name"]
        assert parse_mapping(voldaan("mapping", "show", name).out).name == name
