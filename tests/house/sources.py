"""The project's own files, for tests that look at the house itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = PROJECT / "src" / "voldaan"
NOT_OURS = {
    ".git",
    ".venv",
    "voldaan-data",
    "voldaan-demo",
    "__pycache__",
    "node_modules",
    "build",
    "dist",
    "htmlcov",
}
"""Folders that no commit holds. Hidden folders other than `.ci` and `.github` are caches."""


def project_files() -> Iterator[Path]:
    """Yield every file that the repository holds or could hold."""
    yield from _files_below(PROJECT)


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path
        elif path.is_dir() and _is_ours(path):
            yield from _files_below(path)


def _is_ours(folder: Path) -> bool:
    hidden = folder.name.startswith(".") and folder.name not in {".ci", ".github"}
    drawn = folder == PROJECT / "gallery"
    return not hidden and not drawn and folder.name not in NOT_OURS and not folder.name.endswith(".egg-info")


def python_files(*folders: Path) -> list[Path]:
    """Return the Python files below these folders, without migrations, which Django writes."""
    found = (path for folder in folders if folder.is_dir() for path in _files_below(folder))
    return [path for path in found if path.suffix == ".py" and "migrations" not in path.parts]


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path, line: int | None = None) -> str:
    """Return where something is, as an editor understands it."""
    place = path.relative_to(PROJECT).as_posix()
    return place if line is None else f"{place}:{line}"
