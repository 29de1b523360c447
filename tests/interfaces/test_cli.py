"""The command line: what it prints for programs, how it ends, and that a refusal is a sentence."""

from pathlib import Path

import pytest

from tests.interfaces.command import CLIENT, Command, in_a_process
from tests.interfaces.shapes import (
    IMPORT,
    INVOICE,
    MATCH,
    PARTY_FIELDS,
    PROBLEM,
    STATEMENT,
    TRANSACTION,
    has_shape,
)
from tests.stories import paper
from tests.stories.paper import BIRD, IBAN, day, item, paid


class TestClients:
    def test_a_client_is_added_and_shown(self, voldaan: Command) -> None:
        assert voldaan("client", "add", *CLIENT, "--iban", "NL02ABNA0123456789").code == 0
        row = voldaan("client", "show", "zon", "--json").row
        assert (row["kind"], row["key"], row["name"]) == ("client", "zon", "Bakkerij Zon B.V.")
        assert (row["ibans"], row["payment_truth"]) == ([IBAN, "NL02ABNA0123456789"], "bank")
        assert [row["key"] for row in voldaan("client", "list", "--json").rows] == ["zon"]

    @pytest.mark.parametrize(("truth", "days"), [("bank", 4), ("ledger", 4), ("client_word", 30)])
    def test_each_payment_truth(self, voldaan: Command, truth: str, days: int) -> None:
        assert voldaan("client", "add", *CLIENT, "--payment-truth", truth).code == 0
        row = voldaan("client", "show", "zon", "--json").row
        assert (row["payment_truth"], row["truth_days"]) == (truth, days)

    def test_a_list_for_people(self, zon: Command) -> None:
        assert "Bakkerij Zon B.V." in zon("client", "list").out

    def test_no_clients(self, voldaan: Command) -> None:
        assert voldaan("client", "list", "--json").rows == []

    def test_what_cannot_be_a_client(self, voldaan: Command) -> None:
        assert voldaan("client", "add", "zon").refuses("geef ook een naam")
        assert voldaan("client", "add", "met spatie", "--name", "X").refuses("met spatie", "sleutel")
        assert voldaan("client", "add", "zon", "--name", "X", "--coc-number", "12").refuses("KvK-nummer")
        assert voldaan("client", "add", "zon", "--name", "X", "--iban", "?").refuses("rekeningnummer")
        assert voldaan("client", "list", "--json").rows == []

    def test_an_unknown_client_is_named(self, zon: Command) -> None:
        for words in (
            ("client", "show", "maan"),
            ("plan", "--client", "maan"),
            ("verify", "--client", "maan"),
        ):
            assert zon(*words).refuses("maan", "zon")


class TestRead:
    def test_an_invoice(self, voldaan: Command) -> None:
        row = voldaan("read", voldaan.invoice(), "--json").row
        assert row["kind"] == "invoice"
        assert has_shape(row, INVOICE)
        assert has_shape(row["creditor"], PARTY_FIELDS)
        assert has_shape(row["debtor"], PARTY_FIELDS)
        assert (row["number"], row["payable_cents"], row["due_date"]) == ("2026-0001", 12_500, "2026-03-02")

    def test_a_credit_note(self, voldaan: Command) -> None:
        data = paper.credit_note("C-1", "25,00", BIRD, of="2026-0001", issued=day("1 maart"))
        row = voldaan("read", voldaan.file("credit.xml", data), "--json").row
        assert (row["kind"], row["payable_cents"]) == ("credit_note", 2_500)

    def test_a_statement_and_its_movements(self, voldaan: Command) -> None:
        statement, movement = voldaan("read", voldaan.statement(paid("125,00", "2026-0001")), "--json").rows
        assert (statement["kind"], movement["kind"]) == ("statement", "transaction")
        assert has_shape(statement, STATEMENT)
        assert has_shape(movement, TRANSACTION)
        assert (statement["balanced"], statement["entries"], movement["amount_cents"]) == (True, 1, 12_500)

    def test_a_list(self, voldaan: Command) -> None:
        data = paper.open_list(
            [item("A-1", "12,50", BIRD, due="2 maart")], as_of=day("5 maart"), complete=True
        )
        row = voldaan("read", voldaan.file("list.csv", data), "--json").row
        assert (row["kind"], row["open_cents"], row["as_of"]) == ("open_item", 1_250, "2026-03-05")

    def test_a_refused_file_beside_a_good_one(self, voldaan: Command) -> None:
        answer = voldaan("read", voldaan.file("empty.xml", b""), voldaan.invoice(), "--json")
        problem, invoice = answer.rows
        assert (answer.code, problem["kind"], invoice["kind"]) == (1, "problem", "invoice")
        assert has_shape(problem, PROBLEM)

    def test_for_people(self, voldaan: Command) -> None:
        answer = voldaan("read", voldaan.invoice())
        assert (answer.code, "factuur 2026-0001" in answer.out) == (0, True)

    def test_a_missing_file(self, voldaan: Command) -> None:
        assert voldaan("read", voldaan.home / "none.xml").refuses("none.xml", "cannot be read")


class TestImport:
    def test_twice(self, zon: Command) -> None:
        path = zon.invoice()
        first, second = (zon("import", path, "--client", "zon", "--json") for _ in range(2))
        assert (first.code, second.code) == (0, 0)
        assert has_shape(first.row, IMPORT)
        assert (first.row["kind"], first.row["new"], first.row["known"]) == ("import", 1, 0)
        assert (second.row["new"], second.row["known"], second.row["refused"]) == (0, 1, 0)

    def test_a_folder_of_files(self, zon: Command) -> None:
        zon.invoice("2026-0001"), zon.invoice("2026-0002"), zon.statement()
        answer = zon("import", zon.home / "in", "--client", "zon", "--json")
        assert [(row["file"], row["new"]) for row in answer.rows] == [
            ("2026-0001.xml", 1), ("2026-0002.xml", 1), ("bank.xml", 0),
        ]  # fmt: skip

    def test_a_refusal(self, zon: Command) -> None:
        answer = zon("import", zon.file("empty.xml", b""), "--client", "zon", "--json")
        assert (answer.code, answer.row["refused"], answer.row["format"]) == (1, 1, None)
        (problem,) = answer.row["problems"]
        assert has_shape(problem, PROBLEM)

    def test_what_is_not_there(self, zon: Command) -> None:
        assert zon("import", "none.xml", "--client", "zon").refuses("none.xml", "cannot be read")
        assert zon("import", zon.invoice(), "--client", "maan").refuses("maan")
        (zon.home / "nothing").mkdir()
        assert zon("import", zon.home / "nothing", "--client", "zon").refuses("nothing", "no files")

    def test_a_mapping_that_cannot_be_used(self, zon: Command) -> None:
        bad = zon.file("mapping.toml", b"columns = 3")
        assert zon("import", zon.invoice(), "--mapping", bad, "--client", "zon").refuses(
            "mapping.toml", "[columns]"
        )
        assert zon("import", zon.invoice(), "--mapping", "none.toml", "--client", "zon").refuses("none.toml")


class TestMatch:
    def test_a_link_and_a_question(self, billed: Command) -> None:
        billed(
            "import", billed.statement(paid("125,00", "2026-0001"), paid("60,00", by=BIRD)), "--client", "zon"
        )
        rows = billed("match", "--client", "zon", "--json").rows
        linked, asked = sorted(rows, key=lambda row: str(row["verdict"]))
        assert has_shape(linked, MATCH)
        assert has_shape(asked, MATCH)
        assert (linked["verdict"], linked["invoices"]) == (
            "linked",
            [{"number": "2026-0001", "cents": 12_500}],
        )
        assert asked["verdict"] == "suggested"
        assert asked["evidence"]

    def test_a_question_is_answered(self, billed: Command) -> None:
        billed("import", billed.statement(paid("60,00", by=BIRD)), "--client", "zon")
        billed("match", "--client", "zon")
        question = billed("question", "list", "--client", "zon", "--json").row
        assert (question["kind"], question["because"]) == ("question", "PAYER_KNOWN")
        answered = billed(
            "question", "answer", question["id"], "accept", "--invoice", "2026-0001=6000", "--client", "zon"
        )
        assert answered.code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").row["open_cents"] == 6_500

    def test_an_answer_that_does_not_fit(self, billed: Command) -> None:
        assert billed("question", "answer", "99", "accept", "--client", "zon").refuses("99")
        assert billed("question", "answer", "1", "accept", "--invoice", "x", "--client", "zon").refuses(
            "NUMBER=CENTS"
        )


class TestWrongUsage:
    @pytest.mark.parametrize(
        "words",
        [
            (),
            ("nothing-like-this",),
            ("client",),
            ("import", "x.xml"),
            ("why",),
            ("plan", "--on", "2026-02-30"),
            ("plan", "--on", "5 maart"),
            ("run", "--on", ""),
            ("settled", "2026-0001", "--client", "zon"),
            ("client", "add", "zon", "--payment-truth", "hope"),
            ("question", "answer", "x", "accept", "--client", "zon"),
            ("message", "resolve", "x", "eaten", "--client", "zon"),
        ],
    )
    def test_it_ends_with_2_and_says_how(self, zon: Command, words: tuple[str, ...]) -> None:
        answer = zon(*words)
        assert (answer.code, answer.out) == (2, "")
        assert "usage: voldaan" in answer.err

    def test_a_day_that_does_not_exist_is_named(self, zon: Command) -> None:
        assert "'2026-02-30' is not a day; write it as 2026-11-23" in zon("plan", "--on", "2026-02-30").err


class TestAnInstallation:
    """Each in a process of its own: nothing is set up before."""

    def test_a_first_day_from_nothing(self, tmp_path: Path) -> None:
        home = tmp_path / "new" / "home"
        data = paper.invoice("2026-0001", "125,00", BIRD, issued=day("31 januari"), due=day("2 maart"))
        path = tmp_path / "invoice.xml"
        path.write_bytes(data)
        assert in_a_process("client", "add", *CLIENT, home=home).code == 0
        taken = in_a_process("import", str(path), "--client", "zon", "--json", home=home)
        assert (taken.code, taken.err, taken.row["new"]) == (0, "", 1)
        run = in_a_process("--home", str(home), "run", "--on", "2026-03-05", home=tmp_path / "other")
        assert run.code == 1
        assert "Er is nog geen bankafschrift" in run.err or "nog geen afschrift" in run.err

    def test_reading_needs_no_home(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.csv"
        path.write_bytes(b"")
        answer = in_a_process("read", str(path), "--json", home=tmp_path / "home")
        assert (answer.code, answer.row["kind"]) == (1, "problem")
        assert not (tmp_path / "home").exists()

    def test_a_home_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("no folder")
        home = tmp_path / "file" / "home"
        assert in_a_process("client", "list", home=home).refuses(str(home), "--home")

    def test_a_database_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "voldaan.sqlite3").write_text("a text that somebody put here, longer than a header" * 10)
        answer = in_a_process("client", "list", home=tmp_path)
        assert answer.refuses(str(tmp_path / "voldaan.sqlite3"), "not a database")

    @pytest.mark.parametrize(
        ("url", "says"),
        [
            ("mysql://a:b@localhost/book", "mysql"),
            ("postgres://a:b@127.0.0.1:9/book", "127.0.0.1"),
            ("postgres://a:b@127.0.0.1:port/book", "VOLDAAN_"),
        ],
    )
    def test_a_wrong_address_of_the_database(self, tmp_path: Path, url: str, says: str) -> None:
        answer = in_a_process("client", "list", home=tmp_path, VOLDAAN_DATABASE_URL=url)
        assert answer.refuses(says, "VOLDAAN_")

    @pytest.mark.parametrize("text", ["database_url = [", "debug = 'perhaps'"])
    def test_settings_that_cannot_be_used(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "settings.toml").write_text(text)
        assert in_a_process("client", "list", home=tmp_path).refuses("settings.toml")


@pytest.mark.parametrize("way", ["SMS", "POST", "SMTP"])
def test_the_demo_reaches_nobody(voldaan: Command, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setenv(f"VOLDAAN_{way}_URL", "folder:")
    answer = voldaan("demo", "--no-serve")
    assert (answer.code, f"VOLDAAN_{way}_URL is set" in answer.err) == (1, True)
