"""Mails as systems and people write them, made for the tests: every name and address is fictional."""

US = "betaal@kwekerij-de-linde.example"
THEM = "j.devries@bakkerij-zon.example"
MESSAGE_ID = "herinnering-17@kwekerij-de-linde.example"

ORIGINAL = f"""Message-ID: <{MESSAGE_ID}>
From: Kwekerij De Linde <{US}>
To: Jan de Vries <{THEM}>
Subject: Factuur 2026-17

Beste Jan,
"""


def mail(body: str, *headers: str, sender: str = THEM, subject: str = "Re: Factuur 2026-17") -> bytes:
    """Return a mail to us with this body; a header given replaces ours of that name."""
    given = {one.partition(":")[0].lower() for one in headers}
    ours = (f"From: {sender}", f"To: {US}", f"Subject: {subject}", "Date: Mon, 23 Nov 2026 10:11:12 +0100")
    kept = [one for one in ours if one.partition(":")[0].lower() not in given]
    return ("\n".join([*kept, *headers]) + "\n\n" + body).encode()


def report(
    fields: str, words: str = "Uw bericht kon niet worden bezorgd.", kind: str = "delivery-status"
) -> bytes:
    """Return a report of three parts: words, fields and the original."""
    body = (
        f"--grens\nContent-Type: text/plain; charset=utf-8\n\n{words}\n\n"
        f"--grens\nContent-Type: message/{kind}\n\n{fields}\n"
        f"--grens\nContent-Type: message/rfc822\n\n{ORIGINAL}\n--grens--\n"
    )
    name = "feedback-report" if kind == "feedback-report" else kind
    return mail(
        body,
        "Return-Path: <>",
        f"Content-Type: multipart/report; report-type={name}; boundary=grens",
        sender="MAILER-DAEMON@mx.example",
        subject="Undelivered Mail Returned to Sender",
    )


def block(address: str = THEM, action: str = "failed", status: str = "5.1.1", said: str = "") -> str:
    """Return the fields about one receiver."""
    diagnostic = f"Diagnostic-Code: smtp; {said}\n" if said else ""
    return f"Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\n{diagnostic}\n"
