"""From the facts of a message to what it says. Nothing is decided here: the facts and the texts do that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from voldaan.domain.law.notice import (
    MESSAGE_WORDS,
    SAFE_WORDS,
    By,
    Language,
    NoticeAmounts,
    has_notice,
    notice_sentences,
)
from voldaan.domain.wording.facts import Addressee, Creditor, InvoiceLine, MessageFacts, PayTo, Sender
from voldaan.letters import figures, qr
from voldaan.letters.content import Claim, Content, Overview, OverviewRow, PaymentBox, Point, Row
from voldaan.letters.phrases import Phrases, phrases
from voldaan.letters.style import HouseStyle
from voldaan.letters.style_lines import STANDARD_FOOTER, filled, fitting, places_in

Channel = Literal["letter", "email"]
_BY: Final[dict[Channel, By]] = {"letter": "POST", "email": "EMAIL"}

_POSTCODE: Final = re.compile(r"\b\d{4} [A-Z]{2}\b")
NUMBERS_IN_BOX_MAX: Final = 3
"""More invoice numbers than this are counted in the box and listed in the overview."""
ROWS_BEFORE_POINTS_MAX: Final = 3
"""A longer overview would push what the debtor can do off the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """The facts, the texts and the sides that were chosen, handed along together."""

    facts: MessageFacts
    style: HouseStyle
    phrases: Phrases
    sides: frozenset[str]
    """For what is about the invoices of this stage."""
    all_sides: frozenset[str]
    """For what is about every open invoice."""
    words: dict[str, str]

    def label(self, name: str, **more: str) -> str:
        """Return a label, filled in."""
        return self.phrases.one(f"labels.{name}", self.sides, self.words | more)

    def amount(self, cents: int) -> str:
        """Return an amount of the message's currency."""
        return figures.amount(cents, self.facts.currency, self.phrases)


def compose(
    facts: MessageFacts, style: HouseStyle, channel: Channel, texts: Phrases | None = None
) -> Content:
    """Return what the message says through this channel, in these texts (None: the shipped ones of its language)."""
    maker = _composer(facts, style, channel, texts or phrases(facts.language))
    stage = f"stages.{facts.stage}"
    overview = _overview(maker)
    return Content(
        language=facts.language,
        subject=maker.phrases.one(f"{stage}.subject", maker.sides, maker.words).replace(
            figures.NO_BREAK, " "
        ),
        title=maker.phrases.one(f"{stage}.title", maker.sides, maker.words),
        date=figures.long_date(facts.written_on, maker.phrases),
        sender_name=style.name if style.name and not facts.on_behalf else facts.sender.name,
        on_behalf=maker.label("on_behalf") if facts.on_behalf else "",
        sender_rows=sender_rows(maker),
        address=address_lines(facts.addressee),
        reference_rows=reference_rows(maker),
        reference_note=maker.label("code_use") if facts.code else "",
        greeting=greeting(maker),
        opening=_opening(maker),
        boxes=tuple(_box(maker, index, pay_to) for index, pay_to in enumerate(facts.pay_to, start=1)),
        total=_total_box(maker) if len(facts.pay_to) > 1 else None,
        qr_caption=maker.label("qr_caption"),
        processed=maker.label("processed"),
        points_heading=maker.label("points_heading"),
        points=tuple(_points(maker)),
        next_heading=maker.label("next_heading"),
        next=tuple(filter(None, maker.phrases.many(f"{stage}.next", maker.all_sides, maker.words))),
        closing=maker.phrases.one("greeting.closing", maker.sides, maker.words),
        signer=facts.sender.signer,
        signature=signature(maker),
        signed=style.signature_svg is not None and style.signs(facts.sender.signer),
        phone=figures.unbroken(facts.sender.phone),
        creditor_phone=figures.unbroken(facts.creditor.phone or ""),
        email=facts.sender.email,
        overview=overview,
        overview_last=overview is not None and _belongs_last(facts),
        claim=_claim(maker) if facts.on_behalf else None,
        enclosures=_enclosures(maker),
        footer=footer(maker),
        page=maker.label("page", page="{page}", pages="{pages}"),
    )


def _composer(facts: MessageFacts, style: HouseStyle, channel: Channel, texts: Phrases) -> Composer:
    if not facts.invoices or not facts.pay_to:
        raise ValueError(
            f"Message {facts.reference} cannot be written: it names no invoice or no account to pay to. "
            "Give it at least one of each."
        )
    shared = frozenset(
        {
            "agency" if facts.on_behalf else "own",
            channel,
            "several" if len(facts.pay_to) > 1 else "single",
            "qr" if all(qr.shown(facts, pay_to) for pay_to in facts.pay_to) else "no_qr",
            facts.next_step,
            "MORE" if facts.more_follow else "LAST",
            "callable" if facts.creditor.phone else "not_callable",
            reach(facts),
        }
    )
    return Composer(
        facts=facts,
        style=style,
        phrases=texts,
        sides=shared | {_number(len(facts.invoices))},
        all_sides=shared | {_number(len(facts.invoices) + len(facts.also_open))},
        words=_words(facts, texts) | _notice_words(facts, channel),
    )


def reach(facts: MessageFacts) -> str:
    """Return how the sender can be reached: of a business that has just begun, little may be known."""
    if facts.sender.phone and facts.sender.email:
        return "by_both"
    if facts.sender.phone:
        return "by_phone"
    return "by_mail" if facts.sender.email else "by_paper"


def _number(count: int) -> str:
    return "one" if count == 1 else "many"


def _words(facts: MessageFacts, texts: Phrases) -> dict[str, str]:
    first = facts.invoices[0]
    return {
        "also_count": str(len(facts.also_open)),
        "boxes": str(len(facts.pay_to)),
        "count": str(len(facts.invoices)),
        "creditor": facts.creditor.name,
        "creditor_phone": figures.unbroken(facts.creditor.phone or ""),
        "debtor": facts.addressee.name,
        "due": figures.long_date(first.due_date, texts),
        "due_weekday": figures.long_date_with_weekday(first.due_date, texts),
        "email": facts.sender.email,
        "number": first.number,
        "pay_by": figures.long_date(facts.pay_by, texts),
        "pay_by_weekday": figures.long_date_with_weekday(facts.pay_by, texts),
        "payments_until": figures.long_date(facts.payments_until, texts),
        "person": facts.addressee.person or "",
        "phone": figures.unbroken(facts.sender.phone),
        "signer": facts.sender.signer,
    }


def _notice_words(facts: MessageFacts, channel: Channel) -> dict[str, str]:
    """Return the sentences of the law for a fourteen-day notice; empty ones for every other message."""
    notice = facts.notice
    if notice is None:
        return dict.fromkeys(("notice_term", "notice_consequence", "notice_vat", "notice_total"), "")
    amounts = NoticeAmounts(
        principal_cents=sum(notice.principals_cents),
        costs_cents=notice.costs_cents,
        vat_cents=notice.vat_cents,
        total_cents=notice.total_if_unpaid_cents,
        citations=(),
    )
    told = notice_sentences(amounts, _notice_language(facts), by=_BY[channel], creditor=facts.creditor.name)
    return {
        "notice_term": told.term,
        "notice_consequence": told.consequence,
        "notice_vat": told.vat or "",
        "notice_total": told.total,
    }


def _notice_language(facts: MessageFacts) -> Language:
    if not has_notice(facts.language):
        raise ValueError(
            f"Message {facts.reference} cannot be a fourteen-day notice in the language {facts.language}: its "
            f"sentences of the law are there in {', '.join(SAFE_WORDS)}. Write it in one of those."
        )
    return facts.language


def _term_in_words(maker: Composer) -> str:
    """Return the term of a notice, which has no last day: it begins when the message was delivered."""
    language = _notice_language(maker.facts)
    by = _BY["letter" if "letter" in maker.sides else "email"]
    return SAFE_WORDS[language][0].format(message=MESSAGE_WORDS[by][language])


def greeting(maker: Composer) -> str:
    """Return how the debtor is greeted."""
    addressee = maker.facts.addressee
    side = "named" if addressee.person else "person" if addressee.is_person else "organisation"
    return maker.phrases.one("greeting.name", frozenset({side}), maker.words)


def _opening(maker: Composer) -> tuple[str, ...]:
    facts = maker.facts
    opening = maker.phrases.many(f"stages.{facts.stage}.opening", maker.sides, maker.words)
    return (*opening, *_beside(maker, "also_open", len(facts.also_open)), *_enclosed(maker))


def _beside(maker: Composer, name: str, count: int) -> tuple[str, ...]:
    """Return a sentence about one or more other things; none where there are none."""
    return (maker.phrases.one(f"greeting.{name}", frozenset({_number(count)}), maker.words),) if count else ()


def _enclosed(maker: Composer) -> tuple[str, ...]:
    """Return what to say of the invoices that go along, and of a part that only they name."""
    facts = maker.facts
    along = _beside(maker, "enclosed", len(facts.enclosed) if _goes_along(maker, "EMAIL") else 0)
    if not facts.blocked_part_unsaid:
        return along
    return (*along, maker.phrases.one("greeting.blocked_part", frozenset(), maker.words))


def _goes_along(maker: Composer, by: By) -> bool:
    """Test if invoices go with this drawing of the message: the other of the two does not leave."""
    return maker.facts.enclosed_by == by and ("email" if by == "EMAIL" else "letter") in maker.sides


def _enclosures(maker: Composer) -> str:
    """Return which invoices follow the letter as pages."""
    numbers = maker.facts.enclosed
    if not numbers or not _goes_along(maker, "POST"):
        return ""
    label = maker.phrases.one("labels.enclosure", frozenset({_number(len(numbers))}), maker.words)
    return f"{label} {', '.join(numbers)}"


def _points(maker: Composer) -> Iterator[Point]:
    for name in maker.phrases.many(f"stages.{maker.facts.stage}.points", maker.sides, maker.words):
        if _applies(name, maker.facts):
            lead = maker.phrases.one(f"points.{name}.lead", maker.all_sides, maker.words)
            text = maker.phrases.one(f"points.{name}.text", maker.all_sides, maker.words)
            yield Point(lead=lead, text=text)


def _applies(name: str, facts: MessageFacts) -> bool:
    if name == "help":
        return facts.addressee.is_person
    return facts.on_behalf if name == "genuine" else True


def _box(maker: Composer, index: int, pay_to: PayTo) -> PaymentBox:
    facts = maker.facts
    several = len(facts.pay_to) > 1
    part = maker.label("to_pay_part", index=str(index))
    words = {
        "amount": maker.amount(pay_to.amount_cents),
        "account_name": pay_to.name,
        "iban": figures.iban_in_groups(pay_to.iban),
        "payment_reference": pay_to.reference,
    }
    return PaymentBox(
        heading=part if several else maker.label("to_pay"),
        amount=words["amount"],
        by="" if several else _by(maker),
        rows=_box_rows(maker, pay_to, words),
        qr_svg=qr.svg(pay_to) if qr.shown(facts, pay_to) else None,
        qr_cid=f"qr-{index}",
        qr_alt=maker.label("qr_alt", **words),
    )


def _by(maker: Composer) -> str:
    """Return the last day to pay; nothing in a notice, which has none."""
    return "" if maker.facts.notice else maker.label("by")


def _total_box(maker: Composer) -> PaymentBox:
    return PaymentBox(
        heading=maker.label("to_pay"),
        amount=maker.amount(maker.facts.total_cents),
        by=_by(maker),
        rows=(),
        qr_svg=None,
        qr_cid="",
        qr_alt="",
    )


def _box_rows(maker: Composer, pay_to: PayTo, words: dict[str, str]) -> tuple[Row, ...]:
    account = "blocked_iban" if pay_to.blocked else "iban"
    names = ((account, "iban"), ("account_name", "account_name"), ("payment_reference", "payment_reference"))
    rows = tuple(Row(label=maker.label(label), value=words[name]) for label, name in names)
    term = (Row(label=maker.label("notice_term"), value=_term_in_words(maker)),) if maker.facts.notice else ()
    return (*term, *rows, *_box_invoices(maker, pay_to.invoice_numbers))


def _box_invoices(maker: Composer, numbers: tuple[str, ...]) -> Iterator[Row]:
    side = frozenset({_number(len(numbers))})
    label = maker.phrases.one("labels.invoice", side, maker.words)
    lines = [line for line in _every_invoice(maker.facts) if line.number in numbers]
    if len(lines) == 1 and len(numbers) == 1:
        issue = figures.long_date(lines[0].issue_date, maker.phrases)
        yield Row(label=label, value=maker.label("invoice_of", number=lines[0].number, issue=issue))
        yield from _only_invoice(maker, lines[0])
    elif len(numbers) > NUMBERS_IN_BOX_MAX:
        yield Row(label=label, value=maker.label("invoices_counted", count=str(len(numbers))))
    elif numbers:
        yield Row(label=label, value=", ".join(numbers))


def _only_invoice(maker: Composer, line: InvoiceLine) -> Iterator[Row]:
    """Yield what this one invoice is for, when it was due, and what is left of it."""
    if line.subject:
        yield Row(label=maker.label("subject"), value=line.subject)
    yield Row(label=maker.label("due"), value=figures.long_date(line.due_date, maker.phrases))
    part_paid = _part_paid(maker, line)
    if part_paid:
        yield Row(label=maker.label("column_open"), value=f"{maker.amount(line.open_cents)}, {part_paid}")


def _every_invoice(facts: MessageFacts) -> tuple[InvoiceLine, ...]:
    return (*facts.invoices, *facts.also_open)


def _has_overview(facts: MessageFacts) -> bool:
    return facts.on_behalf or len(_every_invoice(facts)) > 1


def _belongs_last(facts: MessageFacts) -> bool:
    return facts.on_behalf or len(facts.pay_to) > 1 or len(_every_invoice(facts)) > ROWS_BEFORE_POINTS_MAX


def _overview(maker: Composer) -> Overview | None:
    facts = maker.facts
    if not _has_overview(facts):
        return None
    columns = ("column_invoice", "column_issued", "column_due", "column_subject", "column_open")
    return Overview(
        heading=maker.label("overview"),
        columns=tuple(maker.label(name) for name in columns),
        rows=tuple(_overview_row(maker, line) for line in facts.invoices),
        also_heading=maker.label("also_open"),
        also_rows=tuple(_overview_row(maker, line) for line in facts.also_open),
        total=Row(label=maker.label("total"), value=maker.amount(facts.total_cents)),
    )


def _overview_row(maker: Composer, line: InvoiceLine) -> OverviewRow:
    issued = figures.long_date(line.issue_date, maker.phrases)
    due = figures.long_date(line.due_date, maker.phrases)
    return OverviewRow(
        number=line.number,
        issued=issued,
        due=due,
        subject=line.subject or "",
        open=maker.amount(line.open_cents),
        part_paid=_part_paid(maker, line),
        dates=maker.label("line_dates", issue=issued, due=due),
    )


def _part_paid(maker: Composer, line: InvoiceLine) -> str:
    if line.open_cents == line.total_cents:
        return ""
    return maker.label("part_paid", amount=maker.amount(line.total_cents))


def _claim(maker: Composer) -> Claim:
    nothing = maker.amount(0)
    total = maker.amount(maker.facts.total_cents)
    sums = (
        ("claim_principal", total),
        ("claim_interest", nothing),
        ("claim_costs_now" if maker.facts.notice else "claim_costs", nothing),
        ("total", total),
    )
    return Claim(
        heading=maker.label("claim_heading"),
        intro=maker.label("claim_intro"),
        parties=_parties(maker),
        terms=_terms(maker),
        sums=tuple(Row(label=maker.label(name), value=value) for name, value in sums),
    )


def _parties(maker: Composer) -> tuple[Row, ...]:
    debtor, creditor, sender = maker.facts.addressee, maker.facts.creditor, maker.facts.sender
    agency = (sender.name, *_place(sender))
    registered = tuple(f"{row.label} {row.value}" for row in _registrations(maker))
    rows = (
        ("claim_debtor", (debtor.name, *_place(debtor))),
        ("claim_creditor", (creditor.name, *_place(creditor))),
        ("claim_agency", (*agency, *registered)),
    )
    return tuple(Row(label=maker.label(label), value=", ".join(parts)) for label, parts in rows)


def _terms(maker: Composer) -> tuple[Row, ...]:
    """Return the term of the invoices and, where this message gives more time, the extended one (Bki art. 3.1)."""
    term = Row(label=maker.label("claim_term"), value=maker.label("claim_term_value"))
    if maker.facts.pay_by <= max(line.due_date for line in maker.facts.invoices):
        return (term,)
    extended = _term_in_words(maker) if maker.facts.notice else maker.label("claim_extended_value")
    return (term, Row(label=maker.label("claim_extended"), value=extended))


def _place(party: Sender | Creditor | Addressee) -> tuple[str, ...]:
    town = " ".join(part for part in (party.postcode, party.city) if part)
    abroad = party.country if party.country != "NL" else ""
    return tuple(part for part in (party.street, town, abroad) if part)


def address_lines(addressee: Addressee) -> tuple[str, ...]:
    """Return the debtor as an envelope has it."""
    place = _place(addressee)
    person = addressee.person if addressee.person and addressee.person not in addressee.name else None
    return tuple(part for part in (addressee.name, person, *place) if part)


def sender_rows(maker: Composer) -> tuple[str, ...]:
    """Return who writes, for the head of a letter."""
    sender = maker.facts.sender
    if maker.style.letterhead:
        return filled(maker.style.letterhead, maker.facts)
    # A logo alone may not say who writes; an agency's name stands beside it.
    in_words = (sender.name,) if maker.style.logo_svg and not maker.facts.on_behalf else ()
    place = _place(sender)
    registered = (f"{row.label} {row.value}" for row in _registrations(maker))
    return tuple(
        part for part in (*in_words, *place, sender.phone, sender.email, sender.website, *registered) if part
    )


def _registrations(maker: Composer) -> Iterator[Row]:
    sender = maker.facts.sender
    if sender.coc_number:
        yield Row(label=maker.label("coc"), value=sender.coc_number)
    if sender.registration_mark:
        yield Row(label=maker.label("mark"), value=sender.registration_mark)


def reference_rows(maker: Composer) -> tuple[Row, ...]:
    """Return by which names the debtor and we know this account; nothing where its reader is not the debtor."""
    if not maker.facts.reference:
        return ()
    rows = [Row(label=maker.label("our_reference"), value=maker.facts.reference)]
    if maker.facts.addressee.number and maker.facts.addressee.number != maker.facts.reference:
        rows.append(Row(label=maker.label("debtor_number"), value=maker.facts.addressee.number))
    if maker.facts.code:
        rows.append(Row(label=maker.label("code"), value=maker.facts.code))
    return tuple(rows)


def signature(maker: Composer) -> tuple[str, ...]:
    """Return for whom the person signs."""
    sender, style = maker.facts.sender, maker.style
    own = filled(style.signature_lines, maker.facts) if style.signs(sender.signer) else ()
    if maker.facts.on_behalf:
        return (*own, sender.name, maker.label("on_behalf"))
    return own if sender.signer == sender.name else (*own, sender.name)


def _with_postcode_whole(line: str) -> str:
    """Return a line of an address in which no line breaks within a Dutch postcode."""
    return _POSTCODE.sub(lambda found: figures.unbroken(found.group()), line)


def footer(maker: Composer) -> tuple[str, ...]:
    """Return who writes, with where to complain, for the foot."""
    sender = maker.facts.sender
    place = _place(sender)
    registered = tuple(f"{row.label} {row.value}" for row in _registrations(maker))
    line = " · ".join((sender.name, *map(_with_postcode_whole, place), *registered))
    own = filled(maker.style.footer, maker.facts)
    said = set(STANDARD_FOOTER) <= set(places_in(fitting(maker.style.footer, maker.facts)))
    # The letter has the website beside the address already.
    website = sender.website if "email" in maker.sides else None
    return tuple(part for part in ("" if said else line, website, sender.complaints, *own) if part)
