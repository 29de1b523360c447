"""`voldaan style`: which there are, what they say, whether a text can be used, their versions, how one looks."""

from pathlib import Path

from tests.formats.pictures import LOGO
from tests.interfaces.command import Command

MOLEN = 'name = "Molen"\naccent = "#7a2e1d"\nfooter = ["Elke dag vers"]\n'


def a_file(voldaan: Command, text: str = MOLEN) -> Path:
    return voldaan.file("molen.toml", text.encode())


def test_a_style_is_set_listed_shown_and_chosen(zon: Command) -> None:
    kept = zon(
        "style", "set", "molen", a_file(zon), "--logo", zon.file("logo.svg", LOGO), "--note", "Nieuw logo"
    )
    assert (kept.code, kept.out) == (0, "molen: bewaard als versie 1.\n")
    assert "Niemand schrijft er nog in." in kept.err
    assert zon("client", "add", "zon", "--style", "molen").code == 0
    assert zon("client", "show", "zon", "--json").row["style"] == "molen"
    row = zon("style", "list", "--json").row
    assert (row["key"], row["version"], row["usable"], row["clients"], row["agencies"]) == (
        "molen",
        1,
        True,
        ["zon"],
        [],
    )
    assert "molen    Molen  1       Source Sans 3  links    zon" in zon("style", "list").out
    text = zon("style", "show", "molen").out
    assert 'logo = "sha256:' in text
    again = zon("style", "set", "molen", a_file(zon, text), "--note", "Nog eens")
    assert again.out == "molen: niets bewaard, de tekst zegt hetzelfde als wat al geldt.\n"


def test_an_example_is_written_to_files(zon: Command, tmp_path: Path) -> None:
    zon("style", "set", "molen", a_file(zon), "--note", "Nieuw")
    letter, mail = tmp_path / "brief.pdf", tmp_path / "mail.html"
    said = zon("style", "show", "molen", "--letter", letter, "--mail", mail, "--language", "en")
    assert said.code == 0
    assert letter.read_bytes().startswith(b"%PDF")
    assert '<html lang="en"' in mail.read_text(encoding="utf-8")
    refused = zon("style", "show", "molen", "--letter", tmp_path)
    assert (refused.code, "kan niet worden geschreven" in refused.err) == (1, True)


def test_a_text_is_checked_with_its_lines_and_the_colour_to_write(voldaan: Command) -> None:
    assert voldaan("style", "check", a_file(voldaan)).out == "Huisstijl “Molen” kan worden gebruikt.\n"
    refused = voldaan("style", "check", a_file(voldaan, MOLEN.replace("#7a2e1d", "#f0b400")))
    assert refused.code == 1
    assert "Regel 2: tekst in #f0b400 is op wit papier niet goed te lezen: het contrast is 1,8" in refused.out
    row = voldaan("style", "check", a_file(voldaan, MOLEN + 'zegel = "x"\n'), "--json").row
    assert (row["line"], row["key"]) == (4, "zegel")


def test_a_refusal_is_a_sentence(zon: Command, tmp_path: Path) -> None:
    for said, words in (
        (zon("style", "show", "niets"), "er is geen huisstijl 'niets'"),
        (zon("style", "set", "a b", a_file(zon), "--note", "x"), "kan geen sleutel van een huisstijl zijn"),
        (zon("style", "set", "m", a_file(zon), "--note", " "), "Zeg erbij wat u verandert"),
        (zon("style", "set", "m", tmp_path / "weg.toml", "--note", "x"), "kan niet worden gelezen"),
        (zon("style", "set", "m", zon.file("x.toml", b"\xff"), "--note", "x"), "geen tekst in UTF-8"),
        (
            zon("style", "set", "m", a_file(zon), "--logo", zon.file("x.gif", b"GIF"), "--note", "x"),
            "geen SVG en geen PNG",
        ),
        (zon("client", "add", "zon", "--style", "niets"), "er is geen huisstijl 'niets'"),
    ):
        assert said.code == 1
        assert words in said.err
        assert "Traceback" not in said.err


def test_the_versions_say_who_when_why_and_what(zon: Command) -> None:
    zon("style", "set", "molen", a_file(zon), "--note", "Nieuw")
    zon(
        "style",
        "set",
        "molen",
        a_file(zon, MOLEN.replace("vers", "warm")),
        "--note",
        "Andere regel",
        "--from",
        "1",
    )
    told = zon("style", "versions", "molen").out
    assert "2  2026-03-06 12:00  " in told
    assert '   + footer = ["Elke dag warm"]' in told
    newest, first = zon("style", "versions", "molen", "--json").rows
    assert (newest["number"], newest["note"], first["number"]) == (2, "Andere regel", 1)
    assert zon("style", "show", "molen", "--version", "1").out == MOLEN


def test_whose_signature_it_is_is_said_when_a_style_is_chosen(zon: Command) -> None:
    zon("style", "set", "molen", a_file(zon, MOLEN + 'signature_of = "Mo el Idrissi"\n'), "--note", "Nieuw")
    assert (
        "De handtekening in huisstijl molen is van Mo el Idrissi"
        in zon("client", "add", "zon", "--style", "molen").err
    )
