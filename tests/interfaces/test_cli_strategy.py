"""`voldaan strategy`: which there are, what they say, whether a text can be used, its versions."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command
from tests.usecases.strategy_texts import A_TEXT, BROKEN_TEXTS, REFUSED_TEXT, with_days_between


def a_file(voldaan: Command, text: str = A_TEXT) -> Path:
    return voldaan.file("strategie.toml", text.encode())


def test_the_list_says_where_each_comes_from_and_who_follows_it(zon: Command) -> None:
    assert zon("strategy", "set", "trouw", a_file(zon), "--note", "Nieuw.").code == 0
    rows = {row["key"]: row for row in zon("strategy", "list", "--json").rows}
    assert (rows["standard"]["source"], rows["standard"]["clients"], rows["standard"]["version"]) == (
        "shipped", ["zon"], 0,
    )  # fmt: skip
    assert (rows["trouw"]["source"], rows["trouw"]["clients"], rows["trouw"]["version"]) == ("desk", [], 1)
    assert "gewijzigd, versie 1" in zon("strategy", "list").out


def test_one_is_shown_as_text_aloud_and_as_an_earlier_version(voldaan: Command) -> None:
    for number in (7, 9):
        voldaan(
            "strategy",
            "set",
            "trouw",
            a_file(voldaan, with_days_between(number)),
            "--note",
            f"{number} dagen",
        )
    assert voldaan("strategy", "show", "trouw").out == with_days_between(9)
    assert voldaan("strategy", "show", "trouw", "--version", "1").out == A_TEXT
    assert "ten minste 9 dagen" in voldaan("strategy", "show", "trouw", "--aloud").out
    assert "The first reminder" in voldaan("strategy", "show", "trouw", "--aloud", "--language", "en").out
    assert voldaan("strategy", "show", "trouw", "--version", "1", "--json").row["text"] == A_TEXT


def test_the_versions_say_who_when_why_and_what(voldaan: Command) -> None:
    assert "nog niet gewijzigd" in voldaan("strategy", "versions", "standard").out
    for number in (7, 9):
        voldaan(
            "strategy",
            "set",
            "trouw",
            a_file(voldaan, with_days_between(number)),
            "--note",
            f"{number} dagen",
        )
    told = voldaan("strategy", "versions", "trouw")
    assert "2  2026-03-06 12:00  " in told.out
    assert "   - days_between_reminders = 7" in told.out
    newest, first = voldaan("strategy", "versions", "trouw", "--json").rows
    assert (newest["number"], newest["note"], first["number"]) == (2, "9 dagen", 1)
    assert "+days_between_reminders = 9   # per debiteurkaart" in newest["changed"]


def test_an_equal_text_is_no_new_version(voldaan: Command) -> None:
    voldaan("strategy", "set", "trouw", a_file(voldaan), "--note", "Zo.")
    assert "niets bewaard" in voldaan("strategy", "set", "trouw", a_file(voldaan), "--note", "Zo.").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "zomaar"), ("er is geen strategie 'zomaar'", "standard")),
        (("show", "../standard"), ("er is geen strategie",)),
        (("show", "standard", "--version", "3"), ("geen versie 3",)),
        (("versions", "zomaar"), ("er is geen strategie 'zomaar'",)),
        (("check", "/nergens/x.toml"), ("kan niet worden gelezen",)),
    ],
)
def test_what_is_not_there_gets_a_sentence(
    voldaan: Command, words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert voldaan("strategy", *words).refuses(*said)


@pytest.mark.parametrize(("text", "said"), BROKEN_TEXTS)
def test_a_text_that_cannot_be_read_is_not_kept(voldaan: Command, text: str, said: str) -> None:
    answer = voldaan("strategy", "set", "trouw", a_file(voldaan, text), "--note", "Zo.")
    assert (answer.code, answer.out, "Traceback" in answer.err) == (1, "", False)
    assert said.replace("\\", "") in answer.err
    checked = voldaan("strategy", "check", a_file(voldaan, text))
    assert checked.code == 1
    assert said.replace("\\", "").partition(": ")[2] in checked.out


def test_what_the_law_refuses_has_its_article_and_what_is_unwise_is_said(voldaan: Command) -> None:
    refused = voldaan("strategy", "set", "trouw", a_file(voldaan, REFUSED_TEXT), "--note", "Zo.")
    assert refused.code == 1
    assert "art. 6:96 lid 6 BW" in refused.err
    rows = voldaan("strategy", "check", a_file(voldaan, REFUSED_TEXT), "--json").rows
    assert (rows[0]["severity"], rows[0]["line"], rows[0]["article"]) == ("REFUSED", 17, "art. 6:96 lid 6 BW")
    kept = voldaan("strategy", "set", "trouw", a_file(voldaan), "--note", "Zo.")
    assert kept.code == 0
    assert kept.err.startswith("Let op: ")
    assert "kan worden gebruikt." in voldaan("strategy", "check", a_file(voldaan)).out


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe\x00", "UTF-8"), (b"x" * 5_000_000, "groter dan 1 MB"), (b"\x00", "niet te lezen als TOML"), (b"a = " + b"[" * 9_000, "niet te lezen als TOML")],
    ids=["no text", "5 MB", "control", "nested"],
)  # fmt: skip
def test_a_hostile_file_gets_a_sentence(voldaan: Command, data: bytes, said: str) -> None:
    answer = voldaan("strategy", "set", "trouw", voldaan.file("x.toml", data), "--note", "Zo.")
    assert (answer.code, "Traceback" in answer.err) == (1, False)
    assert said in answer.err


def test_keys_are_no_paths_and_versions_of_others_are_not_overwritten(voldaan: Command) -> None:
    assert voldaan("strategy", "set", "../trouw", a_file(voldaan), "--note", "Zo.").refuses("sleutel")
    voldaan("strategy", "set", "trouw", a_file(voldaan), "--note", "Eerste.")
    late = voldaan(
        "strategy", "set", "trouw", a_file(voldaan, with_days_between(9)), "--note", "Zo.", "--from", "0"
    )
    assert late.refuses("intussen gewijzigd: versie 1", "Eerste.")


def test_a_client_follows_only_what_is_there(zon: Command) -> None:
    assert zon("client", "add", "zon", "--strategy", "zomaar").refuses("Er is geen strategie 'zomaar'")
    few = A_TEXT.replace("[manners]", "[for_whom]\nopen_below_cents = 5000\n[manners]")
    zon("strategy", "set", "klein", a_file(zon, few), "--note", "Zo.")
    assert "niet iedereen past" in zon("client", "add", "zon", "--strategy", "klein").err.lower()
    answer = zon("client", "add", "zon", "--strategy", "klein, standard")
    assert (answer.code, "niet iedereen" in answer.err.lower()) == (0, False)
    assert zon("client", "show", "zon", "--json").row["strategy"] == "klein,standard"
