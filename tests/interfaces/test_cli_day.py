"""The command line through a day and after it: plan, run, send, why, what a person says, what came of it."""

import json
from uuid import UUID

import pytest

from tests.builders import OTHER_IBAN
from tests.interfaces.command import ADDRESS, Command
from tests.interfaces.shapes import DECISION, OTHER, has_shape
from voldaan.domain.law.stops import HOLD_KINDS, stop_of
from voldaan.records.locks import sending
from voldaan.usecases.known_strategies import strategy_text


class TestTheDay:
    def test_a_plan(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        row = billed("plan", "--on", "2026-03-05", "--client", "zon", "--json").row
        assert row["kind"] == "decision"
        assert has_shape(row, DECISION)
        assert (row["client"], row["debtor"], row["act"], row["because"]) == (
            "zon",
            "101",
            "REMIND",
            "STAGE_REACHED",
        )
        assert (row["stage"], row["channel"], row["invoices"]) == ("FIRST_REMINDER", "EMAIL", ["2026-0001"])
        assert (row["open_cents"], row["currency"], row["others"]) == (12_500, "EUR", [])

    def test_a_plan_names_the_others(self, billed: Command) -> None:
        billed("import", billed.statement(), billed.invoice("2026-0002"), "--client", "zon")
        billed(
            "dispute", "open", "2026-0002", "--owner", "Sanne", "--answer-by", "2026-04-01", "--client", "zon"
        )
        row = billed("plan", "--on", "2026-03-05", "--json").row
        (other,) = row["others"]
        assert has_shape(other, OTHER)
        assert (other["number"], other["because"]) == ("2026-0002", "DISPUTED")

    def test_a_stale_payment_truth_is_a_refusal_with_a_sentence(self, billed: Command) -> None:
        billed("import", billed.statement(until="3 maart"), "--client", "zon")
        answer = billed("run", "--on", "2026-03-09", "--approve", "--client", "zon", "--json")
        assert (answer.code, answer.row["stopped_by_stale_truth"], answer.row["sent"]) == (1, 1, 0)
        assert "1 debiteur wordt niet herinnerd. De bankafschriften lopen tot en met 3-3-2026" in answer.err
        assert "Importeer de ontbrekende afschriften." in answer.err

    @pytest.mark.parametrize(("text", "said"), [
        (None, "geen strategie 'eigen'"),
        ('name = "Eigen"\nversion = 1\nstappen = 3\n', "in strategie 'eigen': stappen kennen wij niet"),
    ])  # fmt: skip
    def test_a_strategy_that_is_gone_or_broken_stops_its_own_client_only(
        self, billed: Command, text: str | None, said: str
    ) -> None:
        billed("import", billed.statement(), "--client", "zon")
        billed("client", "add", "aard", "--name", "Bakkerij Aard B.V.", "--iban", OTHER_IBAN)
        file = billed.home / "strategies" / "eigen.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(strategy_text("standard"))
        assert billed("client", "add", "aard", "--strategy", "eigen").code == 0
        file.unlink() if text is None else file.write_text(text)
        for words in (("plan",), ("run", "--approve")):
            answer = billed(*words, "--on", "2026-03-05", "--json")
            assert (answer.code, answer.row["client"]) == (1, "zon")
            assert "voldaan: Bakkerij Aard B.V.: " in answer.err
            assert said in answer.err

    def test_while_another_sends_the_days_of_all_clients_are_run(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        billed("client", "add", "aard", "--name", "Bakkerij Aard B.V.", "--iban", OTHER_IBAN)
        with sending():
            answer = billed("run", "--on", "2026-03-05", "--approve", "--client", "zon", "--json")
        assert (answer.code, answer.row["sent"]) == (0, 1)

    def test_a_fresh_one_is_not(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        answer = billed("run", "--on", "2026-03-05", "--approve", "--json")
        row = answer.row
        assert (answer.code, answer.err) == (0, "")
        assert (row["kind"], row["client"], row["on"]) == ("run", "zon", "2026-03-05")
        assert (row["payments_until"], row["acts"], row["sent"]) == ("2026-03-05", {"REMIND": 1}, 1)
        assert len(list(billed.home.glob("mailbox/2026-03-05/*.eml"))) == 1

    def test_without_approval_nothing_leaves_until_it_is_given(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        assert billed("run", "--on", "2026-03-05", "--json").row["sent"] == 0
        assert billed("send", "--on", "2026-03-05", "--json").row["sent"] == 0
        assert billed("message", "approve", "--on", "2026-03-05", "--client", "zon").code == 0
        row = billed("send", "--on", "2026-03-05", "--json").row
        assert (row["kind"], row["sent"], row["waiting"]) == ("sent", 1, 0)
        assert billed("send", "--on", "2026-03-05", "--json").row["sent"] == 0

    def test_an_automatic_client_needs_no_approval(self, billed: Command) -> None:
        billed("client", "add", "zon", "--approval", "automatic")
        billed("import", billed.statement(), "--client", "zon")
        assert billed("run", "--on", "2026-03-05", "--json").row["sent"] == 1

    def test_why(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        row = billed("why", "101", "--client", "zon", "--on", "2026-03-05", "--json").row
        assert (row["kind"], row["act"], row["because"]) == ("explanation", "REMIND", "STAGE_REACHED")
        assert [step["rule"] for step in row["steps"] if step["decided"]] == ["STAGE_REACHED"]
        told = billed("why", "101", "--client", "zon", "--on", "2026-03-05")
        assert (told.code, "herinneren: aan de beurt" in told.out) == (0, True)

    def test_an_unknown_debtor(self, billed: Command) -> None:
        assert billed("why", "999", "--client", "zon").refuses("Bakkerij Zon B.V.", "'999'")

    @pytest.mark.parametrize("command", ["plan", "run", "send"])
    def test_for_people(self, billed: Command, command: str) -> None:
        billed("import", billed.statement(), "--client", "zon")
        answer = billed(command, "--on", "2026-03-05")
        assert (answer.code, bool(answer.out), "Traceback" in answer.err) == (0, True, False)


class TestMessages:
    def test_list_and_show(self, sent: Command) -> None:
        row = sent("message", "list", "--client", "zon", "--state", "sent", "--json").row
        assert (row["kind"], row["state"], row["stage"]) == ("message", "SENT", "FIRST_REMINDER")
        assert (row["debtor"], row["sent_on"], row["invoices"]) == ("101", "2026-03-05", ["2026-0001"])
        out = sent.home / "out"
        assert sent("message", "show", row["uuid"], "--out", out, "--client", "zon").code == 0
        assert {path.name for path in out.iterdir()} == {
            "message.txt",
            "message.html",
            "letter.pdf",
            "message.eml",
        }
        (mail,) = sent.home.glob("mailbox/*/*.eml")
        assert (out / "message.eml").read_bytes() == mail.read_bytes()
        assert (out / "letter.pdf").read_bytes().startswith(b"%PDF")

    def test_a_bounce(self, sent: Command) -> None:
        uuid = sent("message", "list", "--client", "zon", "--json").row["uuid"]
        assert sent("message", "resolve", uuid, "bounced", "--client", "zon").code == 0
        assert sent("message", "resolve", uuid, "sent", "--client", "zon").refuses("teruggekomen")
        assert sent("plan", "--on", "2026-03-06", "--json").row["channel"] == "POST"

    @pytest.mark.parametrize("uuid", ["abc", str(UUID(int=7))])
    def test_one_that_is_not_there(self, sent: Command, uuid: str) -> None:
        assert sent("message", "show", uuid, "--out", sent.home / "out", "--client", "zon").refuses(uuid)
        assert sent("message", "resolve", uuid, "bounced", "--client", "zon").refuses(uuid)
        assert sent("message", "approve", uuid, "--client", "zon").refuses(uuid)


class TestWhatAPersonSays:
    def test_a_hold_and_its_end(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        placed = billed("hold", "101", "--client", "zon", "--on", "2026-03-05")
        number = placed.out.split("nummer ")[1].split(")")[0]
        assert billed("plan", "--on", "2026-03-05", "--json").row["because"] == "ON_HOLD"
        assert billed("lift", number, "--client", "zon", "--on", "2026-03-05").code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").row["act"] == "REMIND"
        assert billed("lift", number, "--client", "zon", "--on", "2026-03-05").refuses("al opgeheven")

    def test_a_hold_says_what_it_does_until_when_and_whom_to_write_to(self, billed: Command) -> None:
        placed = billed(
            "hold", "101", "--client", "zon", "--on", "2026-03-05", "--reason", "debt_counselling"
        )
        for said in (
            "schuldhulpverlening",
            "do 5 nov 2026",
            "schrijf aan de schuldhulpverlener",
            "op verzoek",
        ):
            assert said in placed.out
        row = billed("plan", "--on", "2026-03-05", "--json").row
        assert (row["because"], row["hold"]) == ("ON_HOLD", "DEBT_COUNSELLING")
        assert "aangehouden (schuldhulpverlening)" in billed("plan", "--on", "2026-03-05").out
        assert (
            "aangehouden (schuldhulpverlening)"
            in billed("why", "101", "--client", "zon", "--on", "2026-03-05").out
        )

    def test_the_help_of_a_hold_names_every_kind(self, billed: Command) -> None:
        told = " ".join(billed("hold", "--help").out.split())
        assert [kind for kind in HOLD_KINDS if stop_of(kind).name_nl not in told] == []

    def test_a_dispute_and_its_end(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        words = ("2026-0001", "--client", "zon", "--on", "2026-03-05")
        opening = ("--owner", "Sanne", "--answer-by", "2026-03-20", "--amount", "12.50")
        assert billed("dispute", "open", *words, *opening).code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").row["because"] == "DISPUTED"
        assert billed("dispute", "open", *words, *opening).refuses("al betwist")
        assert billed("dispute", "close", *words, "--outcome", "uitgelegd").code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").row["act"] == "REMIND"

    def test_a_promise(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        said = billed("promise", "101", "--by", "2026-03-20", "--client", "zon", "--on", "2026-03-05")
        assert said.code == 0
        row = billed("plan", "--on", "2026-03-05", "--json").row
        assert (row["because"], row["until"]) == ("PROMISED", "2026-03-23")

    def test_a_payment_plan(self, billed: Command) -> None:
        billed("import", billed.statement(), "--client", "zon")
        words = ("101", "--invoice", "2026-0001", "--client", "zon", "--on", "2026-03-05")
        parts = ("--instalment", "2026-04-01=60.00", "--instalment", "2026-05-01=65.00")
        assert billed("payment-plan", "agree", *words, *parts[:2]).refuses("60,00", "125,00")
        assert billed("payment-plan", "agree", *words, *parts).code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").row["because"] == "ON_PAYMENT_PLAN"

    def test_the_clients_word(self, billed: Command) -> None:
        assert billed("settled", "2026-0001", "--client", "zon", "--on", "2026-03-03").code == 0
        assert billed("plan", "--on", "2026-03-05", "--json").rows == []
        assert billed("settled", "2026-0001", "--client", "zon", "--on", "2026-03-03").refuses(
            "niets meer open"
        )

    @pytest.mark.parametrize(
        "words",
        [
            ("settled", "nummer-9", "--on", "2026-03-03"),
            ("dispute", "open", "nummer-9", "--owner", "S", "--answer-by", "2026-04-01"),
            ("dispute", "close", "nummer-9", "--outcome", "x"),
            ("hold", "nummer-9"),
            ("promise", "nummer-9", "--by", "2026-04-01"),
            ("payment-plan", "agree", "nummer-9", "--invoice", "1", "--instalment", "2026-04-01=1.00"),
            ("handover", "--debtor", "nummer-9", "--out", "out", "--confirmed-by", "Sanne Bos"),
        ],
    )
    def test_about_what_is_not_there(self, billed: Command, words: tuple[str, ...]) -> None:
        assert billed(*words, "--client", "zon").refuses("nummer-9")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("hold", "101", "--reason", "zomaar"), "ZOMAAR"),
            (("hold", "101", "--on", "2026-03-05", "--until", "2026-03-04"), "2026-03-04"),
            (("promise", "101", "--by", "2026-03-04", "--on", "2026-03-05"), "2026-03-04"),
            (
                (
                    "dispute",
                    "open",
                    "2026-0001",
                    "--owner",
                    "S",
                    "--answer-by",
                    "2026-04-01",
                    "--amount",
                    "12,50",
                ),
                "12,50",
            ),
            (
                (
                    "dispute",
                    "open",
                    "2026-0001",
                    "--owner",
                    "S",
                    "--answer-by",
                    "2026-04-01",
                    "--amount",
                    "125.01",
                ),
                "125,00",
            ),
            (
                ("payment-plan", "agree", "101", "--invoice", "2026-0001", "--instalment", "1 april"),
                "1 april",
            ),
        ],
    )
    def test_what_makes_no_sense(self, billed: Command, words: tuple[str, ...], says: str) -> None:
        assert billed(*words, "--client", "zon").refuses(says)


class TestWhatCameOfIt:
    def test_evaluate(self, sent: Command) -> None:
        answer = sent("evaluate", "--client", "zon", "--from", "2026-01-01", "--to", "2026-03-31", "--json")
        assert answer.code == 0
        assert answer.rows
        assert sent("evaluate", "--client", "zon", "--from", "2026-01-01", "--to", "2026-03-31").code == 0

    def test_fees(self, billed: Command) -> None:
        agency = (
            "--registered-name",
            "De Brug B.V.",
            "--registration-mark",
            "WKI-1",
            "--coc-number",
            "54321098",
        )
        assert billed("agency", "add", "brug", *agency, *ADDRESS[:-2]).code == 0
        start = (
            "engagement",
            "start",
            "--client",
            "zon",
            "--agency",
            "brug",
            "--from",
            "2026-01-01",
            "--price",
        )
        assert billed(*start, "4,50").refuses("4,50")
        assert billed(*start, "4.50").code == 0
        billed("import", billed.statement(), "--client", "zon")
        assert billed("run", "--on", "2026-03-05", "--approve", "--json").row["sent"] == 1
        row = billed("fees", "--client", "zon", "--json").row
        assert (row["kind"], row["month"], row["count"], row["cents"]) == ("fees", "2026-03", 1, 450)
        assert (row["currency"], row["vat"], row["invoices"]) == ("EUR", "excluded", ["2026-0001"])
        assert "exclusief btw" in billed("fees", "--client", "zon").out

    def test_a_hand_over(self, sent: Command) -> None:
        bank = sent.statement(until="13 april", name="later.xml")
        for on in ("2026-03-16", "2026-03-30"):
            sent("client", "add", "zon", "--truth-days", "60")
            assert sent("run", "--on", on, "--approve", "--json").row["sent"] == 1
        words = ("handover", "--client", "zon", "--debtor", "101", "--out", sent.home / "dossier")
        assert sent(*words, "--on", "2026-04-13", "--confirmed-by", "Sanne Bos").refuses()
        sent("import", bank, "--client", "zon", "--on", "2026-04-13")
        assert sent(*words, "--on", "2026-04-13").refuses("Sanne Bos")
        assert sent(*words, "--on", "2026-04-13", "--confirmed-by", "Sanne Bos").code == 0
        dossier = json.loads((sent.home / "dossier" / "dossier-101.json").read_bytes())
        assert (dossier["kind"], dossier["claim"]["principal_cents"]) == ("dossier", 12_500)
        assert (sent.home / "dossier" / "dossier-101.pdf").read_bytes().startswith(b"%PDF")

    def test_a_hand_over_too_early(self, sent: Command) -> None:
        words = ("handover", "--client", "zon", "--debtor", "101", "--out", sent.home / "dossier")
        assert sent(*words, "--on", "2026-03-06", "--confirmed-by", "Sanne Bos").refuses("termijn")
        assert not (sent.home / "dossier").exists()


class TestLookingAfter:
    def test_a_whole_book(self, sent: Command) -> None:
        assert sent("verify", "--json") == sent("verify", "--client", "zon", "--json")
        assert (sent("verify", "--json").code, sent("verify", "--json").rows) == (0, [])
        assert "is heel" in sent("verify").out

    def test_a_broken_one(self, sent: Command) -> None:
        (mail,) = sent.home.glob("mailbox/*/*.eml")
        for path in sent.home.glob("archive/*/*"):
            if path.read_bytes() == mail.read_bytes():
                path.write_bytes(b"something else")
        answer = sent("verify", "--json")
        assert (answer.code, answer.row["kind"]) == (1, "break")
        assert "was changed on disk" in answer.row["what"]

    def test_the_doctor(self, voldaan: Command) -> None:
        answer = voldaan("doctor", "--json")
        assert {row["what"] for row in answer.rows} >= {"database", "tabellen", "alleen toevoegen", "e-mail"}
        assert answer.code == int(not all(row["ok"] for row in answer.rows))
