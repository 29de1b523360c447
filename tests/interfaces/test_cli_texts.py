"""`voldaan texts`: which sets there are, what they say, whether one can be used, its versions."""

from pathlib import Path

from tests.interfaces.command import Command

OWN = 'name = "Bakkerij"\nbase = "informal"\n\n[nl.stages.FIRST_REMINDER]\ntitle.one = "Nog even over {number}"\n'


def a_file(voldaan: Command, text: str = OWN) -> Path:
    return voldaan.file("teksten.toml", text.encode())


def test_a_set_is_kept_listed_shown_and_chosen(zon: Command) -> None:
    kept = zon("texts", "set", "bakkerij", a_file(zon), "--note", "Nieuw.")
    assert "bakkerij: bewaard als versie 1." in kept.out
    assert zon("client", "add", "zon", "--texts", "bakkerij").code == 0
    rows = {row["key"]: row for row in zon("texts", "list", "--json").rows}
    assert (rows["bakkerij"]["clients"], rows["bakkerij"]["base"]) == (["zon"], "informal")
    assert "Talen: Nederlands (nl), Engels (en)" in zon("texts", "list").out
    assert zon("texts", "show", "bakkerij").out == OWN
    assert 'points_heading = "Wat kun je doen?"' in zon("texts", "show", "bakkerij", "--whole", "nl").out
    assert "1  2026-03-06 12:00" in zon("texts", "versions", "bakkerij").out
    assert zon("client", "show", "zon", "--json").row["texts"] == "bakkerij"


def test_a_text_that_cannot_be_used_is_told_line_by_line(voldaan: Command) -> None:
    file = a_file(voldaan, OWN.replace("{number}", "{nummer} van € 5,00"))
    told = voldaan("texts", "check", file)
    assert told.code == 1
    assert "Regel 5:" in told.out
    assert "gebruikt {nummer}" in told.out
    assert "noemt zelf een bedrag («€ 5,00»)" in told.out
    refused = voldaan("texts", "set", "bakkerij", file, "--note", "x")
    assert refused.code == 1
    assert "niet bewaard. Regel 5:" in refused.err
    assert {row["severity"] for row in voldaan("texts", "check", file, "--json").rows} == {"WRONG"}


def test_a_good_text_is_tried_on_real_debtors(zon: Command) -> None:
    told = zon("texts", "check", a_file(zon), "--as", "standard")
    assert told.code == 0
    assert "Bekeken met echte debiteuren:" in told.out
    assert "Tekstset “Bakkerij” kan worden gebruikt." in told.out


def test_a_message_is_read_as_at_the_desk(billed: Command) -> None:
    told = billed("texts", "show", "standard", "--read", "sms").out
    assert "heeft geen mobiel nummer dat een sms kan krijgen. Zo zou de sms zijn." in told
    assert "De controle heeft niets op deze tekst aan te merken." in told
    assert "Hoe het leest:" in told
    moved = billed(
        "texts", "show", "standard", "--read", "confirmation", "--message", "MOVED", "--to", "proef/bureau"
    )
    assert "Onderwerp: Uw verhuizing" in moved.out
    assert "Aan: proef/bureau" in moved.out
    reminder = billed("texts", "show", "standard", "--read", "SECOND_REMINDER", "--language", "en").out
    assert "Onderwerp:" in reminder
    assert "Hoe het leest" not in reminder
    assert (
        "is geen deel van de teksten. Kies uit:" in billed("texts", "show", "standard", "--read", "brief").err
    )
    unknown = billed("texts", "show", "standard", "--read", "confirmation", "--message", "IETS")
    assert "'IETS' is geen bericht van confirmation. Kies uit: ALREADY_PAID" in unknown.err
    gone = billed("texts", "show", "standard", "--read", "thanks", "--to", "zon/weg")
    assert (gone.code, "Traceback" in gone.err) == (1, False)


def test_a_section_is_checked_as_at_the_desk(billed: Command) -> None:
    own = 'name = "x"\nbase = "standard"\n\n[nl.confirmation.MOVED]\ntitle = "Namens Groothandel Voorbeeld B.V. derhalve"\n'
    told = billed("texts", "check", a_file(billed, own), "--as", "standard")
    assert "Leesadvies, confirmation.MOVED: “" in told.out
    assert "Moeilijk woord: «derhalve»" in told.out
    assert "confirmation.MOVED: " in told.err
    assert "(name.foreign)" in told.err
    assert "1 berichten, waarvan 1 tegengehouden" in told.out
    rows = billed("texts", "check", a_file(billed, own), "--as", "standard", "--json").rows
    assert {row["kind"] for row in rows} == {"text_advice", "text_refusal"}
    assert {row["path"] for row in rows} == {"confirmation.MOVED"}


def test_what_is_not_there_says_what_is(voldaan: Command) -> None:
    assert (
        "Er is geen tekstset 'zomaar'. Bekend zijn: informal, standard."
        in voldaan("texts", "show", "zomaar").err
    )
    assert "heeft geen versie 4" in voldaan("texts", "show", "standard", "--version", "4").err
    assert "nog niet gewijzigd" in voldaan("texts", "versions", "standard").out
    assert "kan niet worden gelezen" in voldaan("texts", "check", "weg.toml").err
