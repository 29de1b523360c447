"""A delivered message as its debtor reads it: numbers, amounts, accounts, words. Nothing of the product reads it."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

AMOUNT = re.compile(r"€\s?((?:\d{1,3}(?:\.\d{3})+|\d+),\d{2})")
IBAN = re.compile(r"\bNL\d{2}(?:\s?[A-Z]{4})(?:\s?\d{4}){2}\s?\d{2}\b")
NUMBER = re.compile(r"\b2026-\d{4}\b")
LINK = re.compile(r"(?:https?://|href=\")[^\s\"<>]+")

_COSTS = re.compile(
    r"rente|kosten|interest|costs|boete|deurwaarder|aanmaning|buitengerechtelijk", re.IGNORECASE
)
_KIND = re.compile(
    r"zonder extra kosten|without extra costs|(?:rente|incassokosten|interest|collection costs): ?€ ?0[,.]00",
    re.IGNORECASE,
)


def text_of(content: bytes) -> str:
    """Return the plain text of an e-mail, with its subject."""
    mail = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    return f"{mail['Subject']}\n{body.get_content()}".replace("\xa0", " ")


def html_of(content: bytes) -> str:
    """Return the HTML of an e-mail."""
    body = message_from_bytes(content, _class=EmailMessage, policy=policy.default).get_body(("html",))
    assert body is not None
    return str(body.get_content())


def amounts(text: str) -> set[int]:
    """Return every euro amount in cents."""
    return {int(found.replace(".", "").replace(",", "")) for found in AMOUNT.findall(text)}


def ibans(text: str) -> set[str]:
    """Return every bank account."""
    return {re.sub(r"\s", "", found) for found in IBAN.findall(text)}


def bills(text: str) -> set[str]:
    """Return every bill number."""
    return set(NUMBER.findall(text))


def claims_more(text: str) -> list[str]:
    """Return the lines that speak of costs or interest other than kindly."""
    return [line for line in text.splitlines() if _COSTS.search(_KIND.sub("", line))]


def foreign_links(html: str) -> list[str]:
    """Return the links that lead anywhere but to a mailbox, a telephone, a picture inside or the help line."""
    fine = (
        "mailto:",
        "tel:",
        "cid:",
        "#",
        "https://www.geldfit.nl",
        "https://geldfit.nl",
        "http://www.w3.org",
    )
    links = [link.removeprefix('href="') for link in LINK.findall(html)]
    return [link for link in links if not link.startswith(fine)]
