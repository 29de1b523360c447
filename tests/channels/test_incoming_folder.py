"""Mail from a folder of files."""

import os
from pathlib import Path

import pytest

from voldaan.channels.incoming.folder import FolderSource
from voldaan.channels.incoming.source import source_from
from voldaan.channels.incoming.waiting import CannotFetch, Waiting

FIRST = b"From: jan@debiteur.example\r\n\r\nIk heb al betaald.\r\n"
SECOND = b"From: mia@debiteur.example\r\n\r\nMag het in twee keer?\r\n"


def names(source: FolderSource) -> list[str]:
    return [one.name for one in source.waiting()]


def write(folder: Path, name: str, data: bytes = FIRST) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_and_the_new_mails_of_a_maildir_are_given_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("2.eml", "10.EML", "1.eml", "new/1700.M2.host", "new/1700.M1.host"):
        write(tmp_path, name, name.encode())
    given = list(source_from(f"folder:{tmp_path}").waiting())
    assert [one.name for one in given] == ["1.eml", "10.EML", "2.eml", "new/1700.M1.host", "new/1700.M2.host"]
    assert [one.data.decode() for one in given] == [one.name for one in given]


@pytest.mark.parametrize(
    "name",
    [
        "a.part",
        "a.eml.part",
        "a.txt",
        ".a.eml",
        "tmp/1700.host",
        "cur/1700.host:2,S",
        "new/.1700.host",
        "taken/a.eml",
    ],
)
def test_what_is_half_written_or_something_else_is_left_alone(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name)
    source = FolderSource(tmp_path)
    assert (names(source), source.left()) == ([], ())
    assert path.read_bytes() == FIRST


@pytest.mark.parametrize("name", ["a.eml", "new/1700.M1.host"])
def test_what_is_done_moves_to_taken_and_is_not_given_again(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name)
    source = FolderSource(tmp_path)
    (one,) = source.waiting()
    source.done(one)
    source.done(one)
    source.close()
    assert names(FolderSource(tmp_path)) == []
    assert not path.exists()
    assert (tmp_path / "taken" / path.name).read_bytes() == FIRST


def test_what_was_not_done_is_given_again(tmp_path: Path) -> None:
    write(tmp_path, "a.eml")
    source = FolderSource(tmp_path)
    assert names(source) == names(source) == ["a.eml"]


def test_a_name_that_lies_in_taken_is_never_written_over(tmp_path: Path) -> None:
    source = FolderSource(tmp_path)
    for data in (b"one", b"two", b"three"):
        write(tmp_path, "a.eml", data)
        (one,) = source.waiting()
        source.done(one)
    lying = {path.name: path.read_bytes() for path in (tmp_path / "taken").iterdir()}
    assert lying == {"a.eml": b"one", "a-2.eml": b"two", "a-3.eml": b"three"}


def test_another_mail_under_the_same_name_is_not_taken_for_the_one_that_was_read(tmp_path: Path) -> None:
    write(tmp_path, "a.eml", FIRST)
    source = FolderSource(tmp_path)
    (one,) = source.waiting()
    write(tmp_path, "a.eml", SECOND)
    source.done(one)
    assert [again.data for again in source.waiting()] == [SECOND]


def test_an_empty_and_a_huge_file_are_said_and_left_while_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, "a.eml", b"")
    write(tmp_path, "b.eml", b"x" * 1001)
    write(tmp_path, "c.eml", b"x" * 1000)
    source = FolderSource(tmp_path, limit=1000)
    assert names(source) == ["c.eml"]
    empty, huge = source.left()
    assert "a.eml is leeg en blijft daar" in empty
    assert "b.eml is 0,1 MB en blijft daar" in huge
    assert names(source) == ["c.eml"]
    assert len(source.left()) == 2


def test_what_cannot_be_read_is_said_and_left_while_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "folder.eml").mkdir()
    (tmp_path / "nowhere.eml").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe.eml")
    write(tmp_path, "whole.eml")
    source = FolderSource(tmp_path)
    assert names(source) == ["whole.eml"]
    said = " ".join(source.left())
    assert "folder.eml is geen gewoon bestand" in said
    assert "nowhere.eml is niet te lezen (No such file or directory)" in said
    assert "pipe.eml is geen gewoon bestand" in said


@pytest.mark.parametrize("name", ["gone", "file"])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    write(tmp_path, "file")
    with pytest.raises(CannotFetch, match=f"De map .*{name} voor binnengekomen mail is niet te lezen"):
        names(FolderSource(tmp_path / name))


def test_what_cannot_be_moved_is_said_and_stays(tmp_path: Path) -> None:
    write(tmp_path, "a.eml")
    write(tmp_path, "taken")
    source = FolderSource(tmp_path)
    (one,) = source.waiting()
    with pytest.raises(CannotFetch, match=r"a\.eml is gelezen maar niet naar taken/ te verplaatsen"):
        source.done(one)
    assert names(source) == ["a.eml"]


def test_a_file_that_is_gone_needs_nothing(tmp_path: Path) -> None:
    FolderSource(tmp_path).done(Waiting(name="a.eml", data=FIRST))
    assert list(tmp_path.iterdir()) == []
