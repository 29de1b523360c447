"""Delivery reports that are only text: a machine wrote them, they tell of a failure, and they name who it is about."""

import re
from email import message_from_string
from email.message import Message
from itertools import islice

from voldaan.formats.mail import phrases
from voldaan.formats.mail.delivery_status import Told, judged, one_line, told_by
from voldaan.formats.mail.headers import ADDRESS, addresses_in, header, sender_of
from voldaan.formats.mail.known_systems import known_receivers
from voldaan.formats.mail.parts import Parts, blocks_in

REPORT_MAX_SIGNS = 20_000
LINE_MAX_SIGNS = 500
MARKS_MAX = 20
RECIPIENTS_MAX = 50
DAEMON_SIGN = "a daemon in From"
POSTMASTER_SIGN = "a postmaster that quotes what a server said"
SUBJECT_SIGN = "the subject of a report"
SURE_SIGNS = (DAEMON_SIGN, "multipart/report", "X-Failed-Recipients")
"""With another sign, a report returns the message, quotes a server, or is called a report."""
SERVER_SAID = re.compile(
    r"(?<![\w.])(?:[45]\d\d[ -])?[45]\.\d{1,3}\.\d{1,3}(?![\d.])|^\W{0,20}(?:[45][0-5]\d[ -]|rcpt to:)",
    re.MULTILINE | re.IGNORECASE,
)
POSTMASTER = re.compile(r"post[-_]?master", re.IGNORECASE)
HEADERS_OF_A_PERSON = ("in-reply-to", "references", "thread-topic")
"""A mail program that people use sets these; a report that has them shows by more than its sender what it is."""
NO_REPLY = re.compile(r"(?:no|do-?not)[-_.]?reply", re.IGNORECASE)
_ANY = re.compile(ADDRESS)
_OPEN = r"[<(\"'\[]{0,2}(?:smtp:)?"
PLACES = tuple(
    re.compile(pattern.replace("ADDR", f"{_OPEN}({ADDRESS})"), re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^[ \t>*-]{0,20}(?:(?:final|failed|intended|invalid|original)[ -])?recipients?(?: address)?"
        r"\s{0,3}[:=]\s{0,20}ADDR",
        r"^\W{0,20}(?:undeliverable address|delivery failed|invalid address|error-for|failed address)"
        r"\s{0,3}:?\s{1,20}ADDR",
        r"^[ \t>*•-]{0,20}ADDR(?=[>)\"'\]]{0,2}(?:\s|[:;,.(\[-]|$))",
        r"(?:^|>)\W{0,20}rcpt to:\s{0,5}ADDR"
        r"|^[ \t]{0,8}[45]\d\d[ -](?:[45]\.\d\.\d{1,3} )?ADDR(?=>?(?:\.\.\.|[:,]))",
        r"(?:\bto|\bfor|recipient|address|user|mailbox|account|reach)\W{1,6}ADDR",
        r"\b[45]\d\d[ -][^\n]{0,200}?ADDR",
        r"ADDR",
    )
)
"""Where the address stands, the surest place first; the first place that names somebody decides."""


def text_told(parts: Parts, text: str, data: bytes) -> tuple[str, Told] | None:
    """Return on what it rests and what a report says; None where a mail is no report of a mail system."""
    sign = machine_sign(parts)
    if not sign:
        return None
    text = "\n".join(line[:LINE_MAX_SIGNS] for line in text[: REPORT_MAX_SIGNS * 3].splitlines())
    if failed := [one.lower() for one in _ANY.findall(header(parts.head, "x-failed-recipients"))]:
        return "X-Failed-Recipients", _told(list(dict.fromkeys(failed)), text[:REPORT_MAX_SIGNS])
    blocks = [one for one in blocks_in(text) if "final-recipient" in one or "original-recipient" in one]
    if sign in SURE_SIGNS and (told := told_by(blocks)):
        return f"fields of a delivery report in the text, and {sign}", told
    report, rest = _cut(text)
    subject = header(parts.head, "subject")
    named_so = sign != SUBJECT_SIGN and bool(phrases.FAILURE_SUBJECT.search(subject))
    if _only_answers(parts.head, report) or not (_tells_of_failure(report) or (named_so and rest)):
        return None
    known = known_receivers(data)
    if sign not in SURE_SIGNS and not named_so:
        returns = sign != POSTMASTER_SIGN and bool(rest or parts.originals or any(known))
        if not returns and not SERVER_SAID.search(report):
            return None
    return f"a phrase of mail systems, and {sign}", _told(
        _receivers(parts, report, rest, *known), report, subject
    )


def machine_sign(parts: Parts) -> str:
    """Return by which header a machine seems to have sent a mail; empty where none says so."""
    head = parts.head
    address, name = sender_of(head)
    local = address.partition("@")[0]
    if head.get_content_type() == "multipart/report":
        return "multipart/report"
    if head.get("x-failed-recipients"):
        return "X-Failed-Recipients"
    if phrases.DAEMON_ITSELF.search(local) or phrases.DAEMON_ITSELF.search(name):
        return DAEMON_SIGN
    subject = header(head, "subject")
    path = head.get("return-path")
    if path is not None and phrases.DAEMON_PATH.search(str(path)[:500]):
        return "" if phrases.AUTOMATIC_SUBJECT.search(subject) else "an empty return path"
    if written_by_a_person(head):
        answers = POSTMASTER.fullmatch(local) and not phrases.MAIL_PROGRAM.search(_program(head))
        return POSTMASTER_SIGN if answers else ""
    if phrases.DAEMON.search(local or name) or phrases.DAEMON.search(name or local):
        return DAEMON_SIGN
    if parts.originals and NO_REPLY.match(local):
        return "a no-reply sender that returns a message"
    return SUBJECT_SIGN if phrases.FAILURE_SUBJECT.search(subject) else ""


def written_by_a_person(head: Message) -> bool:
    """Test if headers say that a person wrote, answered or passed on a mail in a mail program."""
    return (
        any(head.get(one) for one in HEADERS_OF_A_PERSON)
        or bool(phrases.MAIL_PROGRAM.search(_program(head)))
        or bool(phrases.PASSED_ON.match(header(head, "subject")))
    )


def _program(head: Message) -> str:
    return f"{header(head, 'x-mailer')} {header(head, 'user-agent')}"


def _only_answers(head: Message, report: str) -> bool:
    """Test if a mail calls itself an automatic answer (RFC 3834) and has nothing of a report but its sender.

    A postmaster has answering machines too, which speak of mail that they did not like.
    """
    replied = header(head, "auto-submitted").lower().startswith("auto-replied")
    structured = head.get_content_type() == "multipart/report" or head.get("x-failed-recipients")
    return replied and not structured and not phrases.TECHNICAL.search(" ".join(report.split()))


def _receivers(
    parts: Parts, report: str, rest: str, failed: tuple[str, ...], delayed: tuple[str, ...]
) -> list[str]:
    """Return who a report is about: what a known system names in it, what stands in it, who was written to."""
    known = _others(list(failed or delayed), parts)
    standing = {one.lower() for one in _ANY.findall(report)}
    return (
        [one for one in known if one in standing]
        or _named(report, parts)
        or known
        or _written_to(parts.originals, rest)
        or _named(report, None)
    )


def _cut(text: str) -> tuple[str, str]:
    """Return what the mail system says, and the original that it returns below."""
    first = next((match.start() for match in re.finditer(r"\S", text)), 0)
    for match in islice(phrases.ORIGINAL_BEGINS.finditer(text, first), MARKS_MAX):
        above = text[: match.start()][:REPORT_MAX_SIGNS]
        if _tells_of_failure(above) or _ANY.search(above):
            return above, text[match.start() :]
    return text[:REPORT_MAX_SIGNS], ""


def _tells_of_failure(report: str) -> bool:
    words = " ".join(report.split())
    return bool(phrases.FAILURE.search(words) or phrases.DELAY.search(words))


def _named(report: str, parts: Parts | None) -> list[str]:
    """Return the addresses that a report names at the surest place, our own only where `parts` is None."""
    for place in PLACES:
        found: dict[str, None] = {}
        for match in place.finditer(report):
            start = report.rfind("\n", 0, match.start()) + 1
            line = report[start : match.end()]
            if not phrases.NOT_THE_RECEIVER.search(line.replace(match[match.lastindex or 0], "")):
                found[str(match[match.lastindex or 0]).lower().removeprefix("smtp:")] = None
        if others := _others(list(found), parts) if parts else list(found):
            return others[:RECIPIENTS_MAX]
    return []


def _others(addresses: list[str], parts: Parts) -> list[str]:
    """Return the addresses that are neither the mail's own receiver nor the daemon, where there are such."""
    ours = {*addresses_in(parts.head, "to", "delivered-to", "x-original-to"), sender_of(parts.head)[0]}
    return [one for one in addresses if one not in ours and not phrases.DAEMON.search(one.partition("@")[0])]


def _written_to(originals: list[Message], rest: str) -> list[str]:
    """Return who the returned original was written to."""
    below = message_from_string(re.sub(r"^[^\n:]*\n+", "", rest[:REPORT_MAX_SIGNS]).lstrip("\n"))
    for original in (*originals, below):
        if found := addresses_in(original, "x-original-to", "delivered-to", "to"):
            return list(found)[:RECIPIENTS_MAX]
    return [one.lower() for one in re.findall(rf"(?im)^[ \t]*to:[^\n@]{{0,200}}?({ADDRESS})", rest)][:1]


def _told(addresses: list[str], report: str, subject: str = "") -> Told:
    late = phrases.DELAY.search(f"{subject}\n{report}") and not phrases.GIVEN_UP.search(
        f"{subject}\n{report}"
    )
    said = _said(report)
    return "DELAYED" if late else "BOUNCE", tuple(
        judged(one, "", _said(report, one) or said) for one in addresses[:RECIPIENTS_MAX]
    )


def _said(report: str, address: str = "") -> str:
    """Return the lines of a report in which the other side seems to speak (of one address), as one line."""
    lines = [line.strip() for line in report.splitlines()]
    for index, line in enumerate(lines):
        if (not address or address in line.lower()) and re.search(r"\b[45]\d\d[ -]|[45]\.\d\.\d", line):
            return one_line(" ".join(lines[index : index + 3]))
    for index, line in enumerate(lines):
        if address in line.lower() if address else phrases.FAILURE.search(line):
            return one_line(" ".join(lines[index : index + 3]))
    return ""
