"""Mail from a mailbox on an IMAP server (RFC 3501): read without touching a flag, then moved or marked, never deleted.

How a mail is put among those that were taken, in this order:

1. a folder is named (`?done=Verwerkt`) and the server knows MOVE (RFC 6851): it moves there;
2. the folder keeps keywords: the mail stays, with the keyword `VoldaanTaken`;
3. neither: refused before anything is read. No flag of people serves as a mark (who reads or answers a mail in a
   mail program sets it too, and that mail would never be read here), and nothing is copied and then deleted.
"""

import re
from collections.abc import Callable, Iterator
from imaplib import IMAP4
from typing import Any, TypeVar

from voldaan.channels.incoming.address import ImapServer
from voldaan.channels.incoming.folder_name import folder_name
from voldaan.channels.incoming.login import hang_up, logged_in, said_by
from voldaan.channels.incoming.waiting import LIMIT_BYTES, CannotFetch, Waiting, why_left

KEYWORD = "VoldaanTaken"
_TIRED_AFTER = 5
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_NAME = re.compile(r";UIDVALIDITY=(\d+);UID=(\d+)$")

Result = TypeVar("Result")


class _NotAnswered(Exception):
    """The server refused one step, or broke off at it twice; the text says how."""


class ImapSource:
    """Gives the mails of one folder of one mailbox, each fetched when it is asked for.

    A connection that breaks is made again once for each step; what was already done stays done.
    """

    def __init__(self, server: ImapServer, *, limit: int = LIMIT_BYTES) -> None:
        self.server = server
        self.limit = limit
        self._connection: IMAP4 | None = None
        self._validity = 0
        self._moves = False
        self._keeps_keywords = False
        self._left: list[str] = []

    def waiting(self) -> Iterator[Waiting]:
        """Give the mails that were not taken yet, in the order in which the server got them.

        One that the server does not give is left and said; five of those in a row, and we stop.

        Raises:
            CannotFetch: the server, the login or the folder refuses, or the server cannot be reached any more.
        """
        self._left.clear()
        try:
            validity, uids = self._steadily(self._found)
        except _NotAnswered as error:
            raise CannotFetch(
                f"{self._mailbox()} is niet te lezen ({error}). Probeer het later opnieuw."
            ) from None
        refused = 0
        for uid in uids:
            try:
                data = self._mail(validity, uid)
                refused = 0
            except _NotAnswered as error:
                refused += 1
                if refused == _TIRED_AFTER:
                    raise CannotFetch(
                        f"{self._mailbox()} geeft haar mails niet ({error}). Probeer het later opnieuw."
                    ) from None
                self._left.append(f"{self._of(uid)} is niet te lezen ({error}) en blijft daar.")
                continue
            if data is not None:
                yield Waiting(name=f"{self.server.folder};UIDVALIDITY={validity};UID={uid}", data=data)

    def done(self, one: Waiting) -> None:
        """Move the mail, or mark it. A mail that is gone needs nothing.

        Raises:
            CannotFetch: the server refuses or cannot be reached, or numbers its mails anew since this one was read.
        """
        found = _NAME.search(one.name)
        if not found:
            raise CannotFetch(f"{one.name} is geen mail uit {self._mailbox()}.")
        validity, uid = int(found[1]), int(found[2])
        try:
            self._steadily(lambda connection: self._put_away(connection, validity, uid))
        except _NotAnswered as error:
            how = f"naar {self.server.move_to} te verplaatsen" if self._moves else f"als {KEYWORD} te merken"
            raise CannotFetch(
                f"{self._of(uid)} is gelezen maar niet {how} ({error}); zij wordt een volgende keer opnieuw gelezen."
            ) from None

    def left(self) -> tuple[str, ...]:
        """Return what the last reading left where it was, and why."""
        return tuple(self._left)

    def close(self) -> None:
        """Say goodbye to the server."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.logout()
            except (OSError, IMAP4.error):
                hang_up(connection)

    def _steadily(self, step: Callable[[IMAP4], Result]) -> Result:
        """Take one step, on a new connection where the old one breaks. Every step may be taken twice."""
        try:
            return step(self._opened())
        except (OSError, IMAP4.abort):
            self._drop()
        except IMAP4.error as error:
            self._drop()
            raise _NotAnswered(said_by(error, self.server)) from None
        try:
            return step(self._opened())
        except (OSError, IMAP4.error) as error:
            self._drop()
            raise _NotAnswered(said_by(error, self.server)) from None

    def _opened(self) -> IMAP4:
        """Return the connection, with the folder open and a way to put mails away."""
        if self._connection is None:
            connection = logged_in(self.server)
            try:
                self._open_folder(connection)
            except CannotFetch:
                hang_up(connection)
                raise
            except (OSError, IMAP4.error) as error:
                hang_up(connection)
                raise CannotFetch(
                    f"{self._mailbox()} is niet te openen ({said_by(error, self.server)}). Probeer het later opnieuw."
                ) from None
            self._connection = connection
        return self._connection

    def _open_folder(self, connection: IMAP4) -> None:
        # What a server can do it tells fully to those whom it let in.
        _, told = connection.capability()
        can = b" ".join(one for one in told if one).upper().split()
        self._moves = bool(self.server.move_to) and b"MOVE" in can
        if self._moves:
            self._look_for(connection, self.server.move_to)
        try:
            answer, said = connection.select(folder_name(self.server.folder))
        except IMAP4.readonly:
            raise CannotFetch(
                f"{self._mailbox()} mag alleen gelezen worden, dus Voldaan kan niet merken wat gelezen is. Geef "
                f"{self.server.user} schrijfrecht, of noem een andere map."
            ) from None
        if answer != "OK":
            raise self._no_folder(self.server.folder, said)
        self._validity = int(_last(connection, "UIDVALIDITY") or 0)
        self._keeps_keywords = _keeps(connection, KEYWORD)
        if not (self._moves or self._keeps_keywords):
            raise CannotFetch(self._cannot_put_away())

    def _look_for(self, connection: IMAP4, folder: str) -> None:
        answer, said = connection.status(folder_name(folder), "(UIDVALIDITY)")
        if answer != "OK":
            raise self._no_folder(folder, said)

    def _found(self, connection: IMAP4) -> tuple[int, list[int]]:
        """Return the number of this numbering, and the numbers of the mails that were not taken yet."""
        wanted = ("UNKEYWORD", KEYWORD) if self._keeps_keywords else ("ALL",)
        lines = self._answer(connection.uid("SEARCH", *wanted))
        return self._validity, sorted(int(uid) for line in lines if line for uid in line.split())

    def _mail(self, validity: int, uid: int) -> bytes | None:
        """Return the bytes of one mail; None where it stays, which is then said."""
        size = self._steadily(lambda connection: self._size(connection, validity, uid))
        if size is None:
            self._left.append(f"{self._of(uid)} is intussen door iemand anders verplaatst of gewist.")
            return None
        data = (
            b"" if size == 0 or size > self.limit else self._steadily(lambda c: self._bytes(c, validity, uid))
        )
        if reason := why_left(self._of(uid), size if size > self.limit else len(data), self.limit):
            self._left.append(reason)
            return None
        return data

    def _size(self, connection: IMAP4, validity: int, uid: int) -> int | None:
        self._check_numbering(validity)
        for line in self._answer(connection.uid("FETCH", str(uid), "(RFC822.SIZE)")):
            if isinstance(line, bytes) and (found := _SIZE.search(line)):
                return int(found[1])
        return None

    def _bytes(self, connection: IMAP4, validity: int, uid: int) -> bytes:
        self._check_numbering(validity)
        for part in self._answer(connection.uid("FETCH", str(uid), "(BODY.PEEK[])")):
            if isinstance(part, tuple):
                return bytes(part[1])
        return b""

    def _put_away(self, connection: IMAP4, validity: int, uid: int) -> None:
        self._check_numbering(validity)
        if self._moves:
            self._answer(connection.uid("MOVE", str(uid), folder_name(self.server.move_to)))
        else:
            self._answer(connection.uid("STORE", str(uid), "+FLAGS.SILENT", f"({KEYWORD})"))

    def _check_numbering(self, validity: int) -> None:
        if validity != self._validity:
            raise CannotFetch(
                f"{self._mailbox()} heeft haar mails intussen opnieuw genummerd. Haal de mail opnieuw op; wat al "
                "binnen is komt niet dubbel in het boek."
            )

    def _answer(self, answered: tuple[str, list[Any]]) -> list[Any]:
        answer, said = answered
        if answer != "OK":
            raise _NotAnswered(said_by(said, self.server))
        return said

    def _drop(self) -> None:
        if self._connection is not None:
            hang_up(self._connection)
            self._connection = None

    def _mailbox(self) -> str:
        return f"De map {self.server.folder} van {self.server.user} op {self.server.host}"

    def _of(self, uid: int) -> str:
        return f"Mail {uid} in {self.server.folder} van {self.server.user} op {self.server.host}"

    def _no_folder(self, folder: str, said: object) -> CannotFetch:
        return CannotFetch(
            f"De map {folder} is er niet bij {self.server.user} op {self.server.host} "
            f"({said_by(said, self.server)}). Maak haar aan, of verbeter de naam in VOLDAAN_MAIL_IN_URL; een map in "
            "een map heet zoals de server haar noemt, bijvoorbeeld INBOX/Verwerkt of INBOX.Verwerkt."
        )

    def _cannot_put_away(self) -> str:
        advice = (
            "Laat de mail door een ander programma in een map van bestanden zetten, en lees die met folder:/pad."
            if self.server.move_to
            else "Maak een map aan en noem haar, bijvoorbeeld met ?done=Verwerkt in VOLDAAN_MAIL_IN_URL."
        )
        return (
            f"{self._mailbox()} bewaart geen merktekens"
            f"{' en verplaatst ook niet' if self.server.move_to else ''}, dus Voldaan zou elke mail elke keer opnieuw "
            f"lezen; er is niets gelezen. {advice}"
        )


def _keeps(connection: IMAP4, keyword: str) -> bool:
    """Tell whether a keyword stays on a mail; a server that says nothing keeps every one (RFC 3501, 7.1)."""
    told = _last(connection, "PERMANENTFLAGS")
    return told is None or rb"\*" in told or keyword.lower().encode() in told.lower()


def _last(connection: IMAP4, code: str) -> bytes | None:
    """Return what the server told last under a code when the folder was opened."""
    _, told = connection.response(code)
    return told[-1] if told and told[-1] else None
