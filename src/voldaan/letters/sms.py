"""A reminder as a text message: two parts at the most, in the small alphabet where its names allow that.

An agency, whose registered name stands there whole, takes a third part where that does not fit in two.

To an organisation it says what is open, and where to pay. To a natural person it names no invoice and no amount, since
others read along on a telephone: it points to what was written before, and says whom to call. Never a link.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.spoken_rules import PARTS_MAX, parts_max
from voldaan.letters import figures
from voldaan.letters.phrases import Phrases, phrases

NAME_LENGTHS: Final = (60, 30, 20)
"""How long a name may be: the next where the text is too long with the one before."""
_PLAIN: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", figures.NO_BREAK: " "}


def sms_text(facts: MessageFacts, texts: Phrases | None = None, *, at_most: int | None = None) -> str:
    """Return the text message, in these texts (None: the shipped ones of its language), in as few parts as it can.

    `at_most` is how many parts it may have; None: as many as whoever writes may take, which is one more for an agency.

    Raises:
        ValueError: it cannot say what it should: nobody wrote before, nobody can be reached, or it is too long.
    """
    said_in = texts or phrases(facts.language)
    most = parts_max(facts) if at_most is None else at_most
    for parts in range(PARTS_MAX, most + 1):
        for text in _shorter_and_shorter(facts, said_in):
            if sms_parts(text).count <= parts:
                return text
    named = f" De naam {facts.sender.name} staat er voluit in, zoals de Wki wil." if facts.on_behalf else ""
    raise ValueError(
        f"De sms aan debiteur {facts.reference} is langer dan {most} sms'en, ook met korte namen.{named} Kies een "
        "andere weg voor deze debiteur."
    )


def _shorter_and_shorter(facts: MessageFacts, texts: Phrases) -> Iterator[str]:
    for says_where in (True, False):
        for length in NAME_LENGTHS:
            for is_signed in (True, False):
                yield plain(_text(facts, texts, length, is_signed=is_signed, says_where=says_where))


def shortened(name: str, length: int) -> str:
    """Return a name of at most so many signs, cut between words where it has them.

    >>> shortened("Groothandel De Linde en Zonen B.V.", 20)
    'Groothandel De Linde'
    """
    if len(name) <= length:
        return name
    whole = name[: length + 1].rpartition(" ")[0]
    return (whole or name[:length]).rstrip(" ,.-&")


def plain(text: str) -> str:
    """Return the text in the small alphabet as far as that goes: a sign outside it loses its accent.

    >>> plain("Zoë’s café")
    "Zoe's café"
    """
    return "".join(_plain_sign(sign) for sign in text)


def _plain_sign(sign: str) -> str:
    sign = _PLAIN.get(sign, sign)
    if sms_parts(sign).alphabet == "GSM-7":
        return sign
    base = unicodedata.normalize("NFKD", sign)[:1]
    return base if base and sms_parts(base).alphabet == "GSM-7" else sign


def _text(facts: MessageFacts, texts: Phrases, length: int, *, is_signed: bool, says_where: bool) -> str:
    words = spoken_words(facts, texts)
    if not facts.on_behalf:
        # An agency works under its registered name, whole (Wki 11).
        words["sender"] = shortened(words["sender"], length)
    words["creditor"] = shortened(words["creditor"], length)
    sms = texts.tree["sms"]
    opening = sms["agency" if facts.on_behalf else "own"]
    body = (
        _neutral(facts, sms)
        if facts.addressee.is_natural_person
        else _open(facts, sms, says_where=says_where)
    )
    signed = (sms["signed"],) if is_signed and facts.sender.signer else ()
    return " ".join((opening, *body, *signed)).format_map(words)


def _neutral(facts: MessageFacts, sms: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is said to a natural person."""
    if facts.earlier is None:
        raise ValueError(
            f"Debiteur {facts.reference} is een natuurlijk persoon, en een sms noemt dan geen factuur. Er is nog geen "
            "e-mail of brief verstuurd waar de sms naar kan verwijzen. Stuur die eerst."
        )
    return sms["neutral"], _reach(facts, sms, "neutral")


def _open(facts: MessageFacts, sms: Mapping[str, Any], *, says_where: bool) -> tuple[str, ...]:
    """Return what is said to an organisation: where to pay too, or where that stands when it does not fit."""
    number = "one" if count_of(facts) == 1 else "many"
    if len(facts.pay_to) > 1 and facts.earlier is None:
        raise ValueError(
            f"Debiteur {facts.reference} betaalt op meer dan een rekening. Dat past niet in een sms, en er is nog geen "
            "e-mail of brief waar de sms naar kan verwijzen. Stuur die eerst."
        )
    elsewhere = len(facts.pay_to) > 1 or (facts.earlier is not None and not says_where)
    pay = sms["pay_elsewhere" if elsewhere else "pay"]
    return sms[number][facts.stage], pay, _reach(facts, sms, "ask")


def _reach(facts: MessageFacts, sms: Mapping[str, Any], which: str) -> str:
    if facts.sender.phone:
        return str(sms[f"{which}_phone"])
    if facts.sender.email:
        return str(sms[f"{which}_mail"])
    raise ValueError(
        f"{facts.sender.name} heeft geen telefoonnummer en geen e-mailadres. Vul er een in: wie een sms krijgt, moet "
        "kunnen antwoorden."
    )


def count_of(facts: MessageFacts) -> int:
    """Return of how many invoices a message is, with those beside it."""
    return len(facts.invoices) + len(facts.also_open)


def spoken_words(facts: MessageFacts, texts: Phrases) -> dict[str, str]:
    """Return what fills the sentences of a text message and a call script."""
    first, box, earlier = facts.invoices[0], facts.pay_to[0], facts.earlier
    return {
        "amount": figures.amount(facts.total_cents, facts.currency, texts),
        "complaints": facts.sender.complaints or "",
        "count": str(count_of(facts)),
        "creditor": facts.creditor.name,
        "debtor": facts.addressee.name,
        "due": figures.long_date(first.due_date, texts),
        "earlier": figures.long_date(earlier.on, texts) if earlier else "",
        "earlier_by": texts.tree["spoken"][earlier.by] if earlier else "",
        "email": facts.sender.email,
        "iban": box.iban,
        "invoice": first.number,
        "mark": facts.sender.registration_mark or "",
        "number": facts.reference,
        "pay_by": figures.long_date(facts.pay_by, texts),
        "payments_until": figures.long_date(facts.payments_until, texts),
        "person": facts.addressee.person or facts.addressee.name,
        "phone": figures.unbroken(facts.sender.phone),
        "reference": box.reference,
        "sender": facts.sender.name,
        "signer": facts.sender.signer,
    }
