"""A real IMAP server (pymap, its mailboxes in memory) on a free loopback port, in a thread of its own."""

import asyncio
import shutil
import subprocess
import threading
from argparse import Namespace
from collections.abc import Coroutine, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from ssl import Purpose, SSLContext, create_default_context
from typing import Any, TypeVar

import pytest
from proxyprotocol.reader import ProxyProtocolReader
from proxyprotocol.version import ProxyProtocolVersion
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.context import current_command, subsystem
from pymap.imap import IMAPServer
from pymap.parsing.command.select import FetchCommand
from pymap.parsing.commands import Commands
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag
from pymap.user import Passwords, UserMetadata
from pysasl import SASLAuth
from pysasl.hashing import BuiltinHash

USER = "inning@firma.example"
PASSWORD = "geheim / wachtwoord é"
SAFE_PASSWORD = "geheim%20%2F%20wachtwoord%20%C3%A9"
KEYWORD = Flag(b"VoldaanTaken")

Result = TypeVar("Result")


@dataclass(kw_only=True)
class Ways:
    """What this server is like."""

    moves: bool = True
    keywords: bool = True
    password: str = PASSWORD
    only_login: bool = False


class _QuietAuth(SASLAuth):
    """Lets people in by LOGIN, and names no other way."""

    @property
    def server_mechanisms(self) -> list[Any]:
        return []


class _Config(Config):
    def __init__(self, ways: Ways, context: SSLContext) -> None:
        self.ways = ways
        super().__init__(
            Namespace(passlib_cfg=None, proxy_protocol="noop"),
            demo_data=False,
            demo_user=USER,
            demo_password=ways.password,
            host=None,
            port=0,
            ssl_context=context,
            hash_context=BuiltinHash(rounds=1),
            invalid_user_sleep=0,
        )

    @property
    def commands(self) -> Commands:
        known = super().commands
        if not self.ways.moves:
            known.deregister(b"MOVE")
            known.deregister(b"UID MOVE")
        return known

    @property
    def login_capability(self) -> list[bytes]:
        return [one for one in super().login_capability if self.ways.moves or one != b"MOVE"]

    @property
    def tls_auth(self) -> SASLAuth:
        return _QuietAuth(super().tls_auth.server_mechanisms) if self.ways.only_login else super().tls_auth


class _Mailbox(MailboxData):
    """A folder that may keep our keyword, and may break the connection at a mail."""

    def __init__(self, server: "ImapServer") -> None:
        whole = MailboxSet()
        super().__init__(whole._content_cache, whole._thread_cache)
        self._caches = whole
        self._server = server

    @property
    def permanent_flags(self) -> frozenset[Flag]:
        return super().permanent_flags | ({KEYWORD} if self._server.ways.keywords else set())

    async def get(self, uid: int, cached_msg: Any) -> Any:
        if uid in self._server.breaks_at and isinstance(current_command.get(), FetchCommand):
            self._server.abort_connections()
        return await super().get(uid, cached_msg)


class ImapServer:
    """The running server, and what lies in it."""

    def __init__(self, ways: Ways, certificate: Path) -> None:
        self.ways = ways
        self.breaks_at: set[int] = set()
        self.connections = 0
        self._writers: list[asyncio.StreamWriter] = []
        self._context = create_default_context(Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(certificate, certificate.with_suffix(".key"))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._stack = AsyncExitStack()

    def start(self) -> None:
        self._thread.start()
        self._do(self._start())

    def stop(self) -> None:
        self._do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def url(self, path: str = "INBOX", *, scheme: str = "imaps", password: str = SAFE_PASSWORD) -> str:
        port = self.tls_port if scheme == "imaps" else self.plain_port
        return f"{scheme}://{USER.replace('@', '%40')}:{password}@127.0.0.1:{port}/{path}"

    def put(self, *mails: bytes, folder: str = "INBOX", flags: Iterable[bytes] = ()) -> None:
        """Let mails arrive."""
        self._do(self._put(mails, folder, frozenset(Flag(flag) for flag in flags)))

    def make_folder(self, name: str) -> None:
        self._mailboxes._set[name] = self._do(self._folder())

    def lock_inbox(self) -> None:
        self._mailboxes._inbox._readonly = True

    def number_anew(self) -> None:
        """Let every mail of the inbox have another number, as after a repair."""
        self._mailboxes._inbox._uid_validity += 1

    def lying_in(self, folder: str = "INBOX") -> dict[bytes, set[str]]:
        """Return each mail of a folder with its flags."""
        return self._do(self._lying_in(folder))

    def break_connections(self) -> None:
        """Cut every connection off, without a word."""
        self._do(self._break())

    def abort_connections(self) -> None:
        while self._writers:
            self._writers.pop().transport.abort()

    def _do(self, what: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(30)

    async def _start(self) -> None:
        config = _Config(self.ways, self._context)
        config.apply_context()
        subsystem.set(config.subsystem)
        self._subsystem = config.subsystem
        self._mailboxes = MailboxSet()
        self._mailboxes._inbox = _Mailbox(self)
        config.set_cache[USER] = (self._mailboxes, FilterSet())
        login = Login(config)
        password = await Passwords(config).hash_password(self.ways.password)
        await login.demo_user_identity.set(UserMetadata(config, USER, password=password))
        serve = ProxyProtocolReader(ProxyProtocolVersion.get("noop")).get_callback(IMAPServer(login, config))

        async def remember(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.connections += 1
            self._writers.append(writer)
            await serve(reader, writer)

        ports = []
        for context in (self._context, None):
            server = await asyncio.start_server(remember, host="127.0.0.1", port=0, ssl=context)
            await self._stack.enter_async_context(server)
            ports.append(server.sockets[0].getsockname()[1])
        self.tls_port, self.plain_port = ports

    async def _stop(self) -> None:
        self.abort_connections()
        await self._stack.aclose()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _break(self) -> None:
        self.abort_connections()

    async def _folder(self) -> _Mailbox:
        subsystem.set(self._subsystem)
        return _Mailbox(self)

    async def _put(self, mails: Iterable[bytes], folder: str, flags: frozenset[Flag]) -> None:
        subsystem.set(self._subsystem)
        mailbox = await self._mailboxes.get_mailbox(folder)
        for mail in mails:
            await mailbox.append(AppendMessage(mail, datetime(2026, 11, 2, tzinfo=UTC), flags))

    async def _lying_in(self, folder: str) -> dict[bytes, set[str]]:
        mailbox = await self._mailboxes.get_mailbox(folder)
        return {
            bytes(message._content): {str(flag) for flag in message.permanent_flags}
            async for message in mailbox.messages()
        }


def make_certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 that signs itself, with its key beside it."""
    if shutil.which("openssl") is None:
        pytest.fail("These tests make a certificate with openssl, which is not on this machine: install it.")
    path = folder / "server.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
    more = [
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        str(path.with_suffix(".key")),
        "-out",
        str(path),
    ]
    subprocess.run(["openssl", *words.split(), *more], check=True, capture_output=True)
    return path


@contextmanager
def running(certificate: Path, ways: Ways | None = None) -> Iterator[ImapServer]:
    """Run a server for as long as the test needs it."""
    server = ImapServer(ways or Ways(), certificate)
    server.start()
    try:
        yield server
    finally:
        server.stop()
