"""The command line and letters: printed together, once."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command
from tests.interfaces.shapes import NUMBER, TEXT, YES_NO, has_shape

POSTED_LETTER = dict.fromkeys(
    ["client", "debtor", "message", "letter", "sent_on", "status", "says"], TEXT
) | {"wants_person": YES_NO}
PRINT_FILE = {"uuid": TEXT, "folder": TEXT, "letters": NUMBER, "sheets": NUMBER, "pages": NUMBER}


@pytest.fixture
def posted(billed: Command) -> Command:
    """Return the command in a book whose first reminder went to the folder for post on 5 March."""
    from voldaan.records.models import Debtor
    from voldaan.records.scope import client_by_key, rows_of

    with rows_of(client_by_key("zon")):
        Debtor.objects.update(email="")
    assert billed("import", billed.statement(), "--client", "zon").code == 0
    assert billed("run", "--on", "2026-03-05", "--approve").code == 0
    return billed


def test_the_letters_of_a_day_are_printed_once(posted: Command, tmp_path: Path) -> None:
    out = str(tmp_path / "druk")
    (row,) = posted("post", "print", "--on", "2026-03-05", "--out", out, "--json").rows
    assert has_shape(row, {"kind": TEXT} | PRINT_FILE)
    assert sorted(path.name for path in Path(row["folder"]).iterdir()) == [
        "index.pdf", "letters.pdf", "manifest.csv", "manifest.json",
    ]  # fmt: skip
    again = posted("post", "print", "--on", "2026-03-05", "--out", out)
    assert (again.code, again.out) == (0, "Geen brieven van 2026-03-05 die nog gedrukt moeten worden.\n")


def test_what_it_made_is_said_in_words(posted: Command, tmp_path: Path) -> None:
    answer = posted(
        "post", "print", "--client", "zon", "--on", "2026-03-05", "--out", str(tmp_path), "--duplex"
    )
    assert answer.code == 0
    assert answer.out.startswith(f"1 brief op 1 vel: {tmp_path}")


def test_a_place_that_cannot_be_written_is_said(posted: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    answer = posted("post", "print", "--on", "2026-03-05", "--out", str(tmp_path / "file"))
    assert (answer.code, "Traceback" in answer.err) == (1, False)
    assert str(tmp_path / "file") in answer.err


def test_without_a_provider_there_is_nobody_to_ask(posted: Command) -> None:
    answer = posted("post", "check", "--on", "2026-03-06")
    assert (answer.code, "VOLDAAN_POST_URL" in answer.err) == (1, True)


@pytest.mark.parametrize("days", ["99999999", "-1", "0", "veel"])
def test_a_number_of_days_that_is_none_is_wrong_usage(
    posted: Command, monkeypatch: pytest.MonkeyPatch, days: str
) -> None:
    from django.conf import settings

    from tests.channels.standins.pingen import pingen

    with pingen() as (url, _):
        monkeypatch.setattr(settings.INSTALLATION, "post_url", url)
        answer = posted("post", "check", "--days", days)
    assert (answer.code, "--days" in answer.err, "Traceback" in answer.err) == (2, True, False)


def test_letters_that_a_provider_will_not_print_are_named(
    billed: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings

    from tests.channels.standins.pingen import pingen
    from voldaan.records.models import Debtor
    from voldaan.records.scope import client_by_key, rows_of

    with rows_of(client_by_key("zon")):
        Debtor.objects.update(email="")
    assert billed("import", billed.statement(), "--client", "zon").code == 0
    with pingen() as (url, there):
        monkeypatch.setattr(settings.INSTALLATION, "post_url", url)
        assert billed("run", "--on", "2026-03-05", "--approve").code == 0
        well = billed("post", "check", "--on", "2026-03-06")
        there.letters[0]["attributes"]["status"] = "action_required"
        bad = billed("post", "check", "--on", "2026-03-06")
        (row,) = billed("post", "check", "--on", "2026-03-06", "--json").rows
    assert (well.code, well.out) == (0, "1 brief nagevraagd; 0 daarvan vragen aandacht.\n")
    assert (bad.code, "in de app van Pingen" in bad.out, row["message"] in bad.out) == (1, True, True)
    assert has_shape(row, {"kind": TEXT} | POSTED_LETTER)
