"""What every test starts from: a home of its own, the database that was asked for, and the corpora where they are."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

PROJECT = Path(__file__).resolve().parent.parent
KEPT_VARIABLES = {"VOLDAAN_SEED", "VOLDAAN_SEEDS", "VOLDAAN_CORPORA", "VOLDAAN_LAW", "VOLDAAN_SCREENSHOTS"}
"""Where test files of third parties lie, and where pages are drawn to. Everything else that an installation is told,
tests do without."""
ending = pytest.StashKey[ExitStack]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the choice of the database."""
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres"),
        default="sqlite",
        help="where the tests keep the book: a file of SQLite, or a PostgreSQL that is started for them",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose home and database before Django reads its settings. Workers of xdist inherit the choice."""
    config.stash[ending] = ExitStack()
    _calm_hypothesis()
    worker = getattr(config, "workerinput", None)
    if worker is None:
        _prepare_home(config)
    else:
        # A home for each worker: the sender's lock, the archive and the mailbox lie in it.
        home = Path(os.environ["VOLDAAN_HOME"]) / str(worker["workerid"])
        home.mkdir()
        os.environ["VOLDAAN_HOME"] = str(home)
        if config.pluginmanager.hasplugin("django"):
            _move_home(home)
    if config.pluginmanager.hasplugin("django"):
        _name_the_test_database(Path(os.environ["VOLDAAN_HOME"]))


def _move_home(home: Path) -> None:
    """Tell Django's settings of a worker's own home: they were read before this file was."""
    from django.conf import settings

    settings.VOLDAAN_HOME = home


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove the home, also after failures."""
    config.stash[ending].close()


def _calm_hypothesis() -> None:
    """Let no example fail because a machine is busy; on a build server, try the same examples every time."""
    fixed = bool(os.environ.get("CI"))
    hypothesis_settings.register_profile("voldaan", deadline=None, derandomize=fixed, print_blob=True)
    hypothesis_settings.load_profile("voldaan")


def _prepare_home(config: pytest.Config) -> None:
    """Point the installation at an empty temporary home, so that no test can meet somebody's real book."""
    for name in [name for name in os.environ if name.startswith("VOLDAAN_") and name not in KEPT_VARIABLES]:
        del os.environ[name]
    home = tempfile.mkdtemp(prefix="voldaan-tests-")
    config.stash[ending].callback(shutil.rmtree, home, ignore_errors=True)
    os.environ |= {"VOLDAAN_HOME": home, "VOLDAAN_SECRET_KEY": "only-for-tests", "VOLDAAN_DATABASE_URL": ""}
    os.environ["DJANGO_SETTINGS_MODULE"] = "voldaan.config.settings"
    if config.getoption("--database") == "postgres":
        os.environ["VOLDAAN_DATABASE_URL"] = _start_postgres(config)


def _start_postgres(config: pytest.Config) -> str:
    """Start a server for this run and return its address; without one the run fails with a sentence."""
    from tests.postgres import ServerMissing, running_server

    try:
        return config.stash[ending].enter_context(running_server())
    except ServerMissing as missing:
        raise pytest.UsageError(str(missing)) from None


def _name_the_test_database(home: Path) -> None:
    """Put SQLite's test database in a file: WAL, a second process and a crash exist only there."""
    from django.conf import settings

    default = settings.DATABASES["default"]
    if default["ENGINE"].endswith("sqlite3"):
        default.setdefault("TEST", {})["NAME"] = str(home / "tests.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _flush_may_empty_append_only_tables(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lift the append-only triggers while Django empties the tables after a transactional test."""
    if not request.config.pluginmanager.hasplugin("django"):
        yield
        return
    from django.db.backends.base.operations import BaseDatabaseOperations

    from voldaan.records.append_only import lifted

    flush: Callable[[Any, list[str]], None] = BaseDatabaseOperations.execute_sql_flush

    def flush_lifted(operations: Any, sql_list: list[str]) -> None:
        with lifted(using=operations.connection.alias):
            flush(operations, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_lifted)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of third-party files, or skip where this machine has none."""
    folder = Path(os.environ.get("VOLDAAN_CORPORA") or PROJECT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip("no folder of third-party files: set VOLDAAN_CORPORA to run this test")
    return folder


@pytest.fixture
def other_process(transactional_db: None, tmp_path: Path) -> dict[str, str]:
    """Return an environment in which another process opens the book of this test: for crashes and concurrency."""
    from django.db import connection

    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        (tmp_path / "voldaan.sqlite3").symlink_to(name)
        return os.environ | {"VOLDAAN_HOME": str(tmp_path)}
    address = os.environ["VOLDAAN_DATABASE_URL"].replace("/voldaan?", f"/{name}?")
    return os.environ | {"VOLDAAN_HOME": str(tmp_path), "VOLDAAN_DATABASE_URL": address}
