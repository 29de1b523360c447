"""The address under which mail comes in, as the settings write it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from voldaan.channels.incoming.waiting import CannotFetch

TIMEOUT_SECONDS = 60.0
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_YES = {"yes": True, "1": True, "true": True, "no": False, "0": False, "false": False}
_OPTIONS = {"imaps": {"done"}, "imap": {"done", "starttls"}}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapServer:
    """A mailbox on a server, and how to get in."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    move_to: str = ""
    """The folder to which a mail moves when it is done. Empty: it stays, and gets a keyword."""
    tls: bool = True
    starttls: bool = False
    timeout: float = TIMEOUT_SECONDS


def folder_from(url: str) -> Path:
    """Return the folder that `folder:/path` names; signs that an address would code are taken as they stand.

    Raises:
        CannotFetch: the path does not begin at the root.
    """
    path = Path(url.partition(":")[2])
    if not path.is_absolute():
        raise _refused("een map wordt met haar hele pad genoemd, vanaf de eerste /")
    return path


def imap_server_from(url: str) -> ImapServer:
    """Return the mailbox that `imaps://user:password@host:993/INBOX?done=Verwerkt` or `imap://…` names.

    Raises:
        CannotFetch: something is missing or makes no sense; the sentence repeats nothing of the address.
    """
    parts, port = _split(url)
    options = _options(parts)
    loopback = parts.hostname in _LOOPBACK
    starttls = options.get("starttls", "no").lower()
    if starttls not in _YES:
        raise _refused("achter starttls= staat yes of no")
    tls = parts.scheme == "imaps"
    if not (tls or _YES[starttls] or loopback):
        raise _refused(
            "een wachtwoord gaat niet leesbaar over de lijn: gebruik imaps://, of voeg ?starttls=yes toe"
        )
    server = ImapServer(
        host=parts.hostname or "",
        port=port or (993 if tls else 143),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=_folder(unquote(parts.path.removeprefix("/")) or "INBOX"),
        move_to=_folder(options.get("done", "")),
        tls=tls,
        starttls=_YES[starttls],
    )
    _check(server)
    return server


def _split(url: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused("wat na de @ staat is geen servernaam met een poort") from None
    if parts.scheme not in _OPTIONS:
        raise _refused("het begint niet met imaps:, imap: of folder:")
    if not parts.hostname:
        raise _refused("er staat geen server in")
    if parts.fragment:
        raise _refused("er staat een # in")
    return parts, port


def _options(parts: SplitResult) -> dict[str, str]:
    found = parse_qs(parts.query, keep_blank_values=True)
    known = _OPTIONS[parts.scheme]
    if not found.keys() <= known:
        raise _refused(f"na het vraagteken kent {parts.scheme}:// alleen {' en '.join(sorted(known))}")
    if any(len(values) > 1 or not values[0] for values in found.values()):
        raise _refused("na het vraagteken staat elke naam één keer, met een waarde")
    return {name: values[0] for name, values in found.items()}


def _folder(name: str) -> str:
    """Return a folder's name as it is compared: only INBOX has no capitals of its own (RFC 3501, 5.1)."""
    return "INBOX" if name.upper() == "INBOX" else name


def _check(server: ImapServer) -> None:
    if not server.user or not server.password:
        raise _refused("er staat geen naam met een wachtwoord voor de server")
    if any(_CONTROL.search(text) for text in (server.user, server.password, server.folder, server.move_to)):
        raise _refused("er staan stuurtekens in")
    if server.move_to == server.folder:
        raise _refused("de map na done= is dezelfde als waaruit gelezen wordt")


def _refused(why: str) -> CannotFetch:
    return CannotFetch(
        f"VOLDAAN_MAIL_IN_URL is niet te gebruiken: {why}. Zo hoort het: "
        "imaps://naam:wachtwoord@mail.firma.example:993/INBOX?done=Verwerkt, "
        "imap://naam:wachtwoord@mail.firma.example:143/INBOX?starttls=yes of folder:/pad/naar/map. Een teken als "
        "@ : / ? # of % in de naam, het wachtwoord of een map wordt %40 %3A %2F %3F %23 of %25."
    )
