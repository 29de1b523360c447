"""E-mails with a PDF handed to a mail server, one process, beside Django's backend on one connection.

Both hand over the same bytes to a server that takes all and keeps nothing. They take turns at small blocks. The channel
is measured alone, where it and Django have the same to do; and as `voldaan send` uses it, out of a book: each message
looked at once more, marked, handed over, and its answer written down, which Django has no part in.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

SHARE_MIN = 0.7
BLOCK = 50


def run(*, messages: int) -> Iterator[str]:
    """Yield the figures: Django's backend, the channel beside it, and sending out of a book."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as home:
        environment = {
            "VOLDAAN_HOME": home, "VOLDAAN_DATABASE_URL": "", "VOLDAAN_SMTP_URL": "",
            "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.mails", str(messages)],
            env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
    yield from done.stdout.splitlines()


def _lines(messages: int) -> Iterator[str]:
    from benchmarks.mail_sink import mail_sink
    from voldaan.interfaces.cli.book import open_book

    open_book()
    with mail_sink() as port:
        yield from _channel(messages, port)
        yield from _book(messages, port)


def _channel(messages: int, port: int) -> Iterator[str]:
    from voldaan.channels.smtp import SmtpChannel
    from voldaan.channels.smtp_server import server_from

    mails = _mails()
    channel = SmtpChannel(server_from(f"smtp://127.0.0.1:{port}?per_connection={messages + BLOCK}"))
    backend, ready = _django(port)

    def ours(parcels: list) -> None:
        assert all(channel.deliver(parcel).answer == "ACCEPTED" for parcel in parcels)

    def theirs(parcels: list) -> None:
        assert backend.send_messages([ready(parcel) for parcel in parcels]) == len(parcels)

    turns: list[tuple[str, Callable]] = [("ours", ours), ("floor", theirs)]
    seconds, busy = dict.fromkeys(("ours", "floor"), 0.0), dict.fromkeys(("ours", "floor"), 0.0)
    for start in range(0, messages, BLOCK):
        block = [mails[at % len(mails)] for at in range(start, start + BLOCK)]
        for who, hand_over in turns if start % (2 * BLOCK) else reversed(turns):
            wall, processor = time.perf_counter(), time.process_time()
            hand_over(block)
            seconds[who] += time.perf_counter() - wall
            busy[who] += time.process_time() - processor
    channel.close()
    backend.close()
    sent = (messages + BLOCK - 1) // BLOCK * BLOCK
    each = {who: sent / taken for who, taken in seconds.items()}
    kilobytes = len(mails[0].content) // 1000
    yield f"mails-floor {each['floor']:.0f} mails/s 1.00 ({kilobytes} kB each)"
    yield f"mails {each['ours']:.0f} mails/s {each['ours'] / each['floor']:.2f} (target {SHARE_MIN:.2f})"
    yield f"mails-processor {busy['ours'] * 1e3 / sent:.2f} ms/mail {busy['floor'] / busy['ours']:.2f}"


def _mails() -> list:
    """Return parcels as the product makes them: HTML, text, QR code, and an invoice as PDF."""
    from tests.letters.samples import message
    from voldaan.channels.email_message import EmailParts, dated, email_bytes
    from voldaan.channels.parcel import Parcel
    from voldaan.letters.render import inline_images, render_email, render_letter
    from voldaan.letters.style import HouseStyle

    facts, style = message("FIRST_REMINDER", person=True), HouseStyle()
    subject, html, text = render_email(facts, style)
    parts = EmailParts(
        uuid="0", domain="delinde.example", sender_name=facts.sender.name, sender_address=facts.sender.email,
        recipient_name=facts.addressee.name, recipient_address="a@vries.example", subject=subject, language="nl",
        text=text, html=html, images={image.cid: image.content for image in inline_images(facts, style)},
        enclosures=(("2026-118.pdf", render_letter(facts, style)),),
    )  # fmt: skip
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    return [
        Parcel(
            uuid=f"{number:032x}", day="2026-11-23", return_path=f"bounce+{number}@delinde.example",
            recipient=f"a{number}@vries.example", content=dated(email_bytes(replace(parts, uuid=f"{number:032x}")), at),
        )
        for number in range(BLOCK)
    ]  # fmt: skip


def _django(port: int) -> tuple:
    """Return Django's backend with its connection open, and what makes of a parcel a message whose bytes are ready."""
    from django.core.mail import EmailMessage
    from django.core.mail.backends.smtp import EmailBackend

    class Bytes:
        def __init__(self, content: bytes) -> None:
            self.content = content

        def as_bytes(self, **_how: object) -> bytes:
            return self.content

    class Ready(EmailMessage):
        def message(self, **_how: object) -> Bytes:
            return Bytes(self.body)

    backend = EmailBackend(host="127.0.0.1", port=port)
    backend.open()
    return backend, lambda parcel: Ready(
        body=parcel.content, from_email=parcel.return_path, to=[parcel.recipient]
    )


def _book(messages: int, port: int) -> Iterator[str]:
    from django.conf import settings

    from tests.builders import after, ten_o_clock
    from tests.usecases.many_approved import many_approved
    from voldaan.usecases.send_messages import send_messages

    on = after(3)
    client = many_approved(messages, on=on)
    settings.INSTALLATION.smtp_url = f"smtp://127.0.0.1:{port}"
    start = time.perf_counter()
    done = send_messages([client], on=on, at=ten_o_clock(date.fromisoformat(on.isoformat())), by="bench")
    taken = time.perf_counter() - start
    assert done.sent == messages, done
    yield f"mails-from-the-book {messages / taken:.0f} mails/s (no PDF; with all that is written down)"


if __name__ == "__main__":
    for line in _lines(int(sys.argv[1])):
        print(line)
        sys.stdout.flush()
