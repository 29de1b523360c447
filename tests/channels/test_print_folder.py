"""A folder of files: whole or not at all, never over another."""

from pathlib import Path

import pytest

from voldaan.channels.print_folder import FolderIsTaken, files_named, write_whole

FILES = {"letters.pdf": b"one", "manifest.json": b"{}"}


def test_it_is_written_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "file-1"
    assert write_whole(folder, FILES) is True
    assert write_whole(folder, FILES) is False
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["file-1"]
    assert list(files_named("manifest.json", under=tmp_path / "out", folders="file-*")) == [(folder, b"{}")]


@pytest.mark.parametrize(
    "there",
    [{"letters.pdf": b"two", "manifest.json": b"{}"}, {"letters.pdf": b"one"}, FILES | {"note.txt": b""}, {}],
)
def test_another_folder_of_that_name_is_left_as_it_is(tmp_path: Path, there: dict[str, bytes]) -> None:
    folder = tmp_path / "file-1"
    folder.mkdir()
    for name, content in there.items():
        (folder / name).write_bytes(content)
    with pytest.raises(FolderIsTaken, match="bevat iets anders"):
        write_whole(folder, FILES)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == there


def test_a_file_of_that_name_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file-1").write_bytes(b"mine")
    with pytest.raises(FolderIsTaken):
        write_whole(tmp_path / "file-1", FILES)
    assert (tmp_path / "file-1").read_bytes() == b"mine"


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="x"):
        write_whole(tmp_path / "file-1", {"letters.pdf": b"one", "x" * 300: b"two"})
    assert list(tmp_path.iterdir()) == []
