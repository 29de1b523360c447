"""What there is to draw. All is found by listing: a new text, language, style or kind of debtor is drawn too."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Any, Final, get_args

from tests.letters.samples import SECOND_IBAN, invoice, long_names, message, notice, pay_to
from voldaan.domain.law.capacity import CAPACITIES, Capacity, is_consumer, is_natural_person, needs_notice
from voldaan.domain.law.notice import notice_amounts
from voldaan.domain.wording.facts import TEXT_KEYS, MessageFacts, MessageKind
from voldaan.letters.compose import Channel
from voldaan.letters.style import HouseStyle

CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)
STYLES: Final = Path(__file__).parent / "styles"
SENDERS: Final = ("own", "agency")
PLAIN: Final = "one"
"""The situation in which every text, language, style and kind is drawn. The others are drawn for a few."""
NOTICE: Final = "FOURTEEN_DAY_NOTICE"
NOT_IN_A_NOTICE: Final = frozenset({"blocked_account", "not_euro"})
"""The guard refuses a notice with two accounts, and the costs of the law are in euros."""
_DIMENSIONS: Final = ("stage", "language", "style", "kind", "sender", "situation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One message to draw, named by what makes it another than the next."""

    stage: MessageKind
    language: Any
    style: str
    kind: Capacity
    sender: str
    situation: str

    @property
    def name(self) -> str:
        """Return a name for its files."""
        return "-".join(getattr(self, part).lower() for part in _DIMENSIONS)

    def is_chosen(self, words: tuple[str, ...]) -> bool:
        """Test if each word names something of this case, as `FIRST_REMINDER`, `nl`, `logo`, `agency`."""
        mine = {getattr(self, part).lower() for part in _DIMENSIONS}
        return all(word.lower() in mine for word in words)


def languages() -> tuple[str, ...]:
    """Return the languages that have texts."""
    folder = resources.files("voldaan.letters") / "texts"
    return tuple(sorted(file.name for file in folder.iterdir() if file.is_dir()))


def styles() -> dict[str, HouseStyle]:
    """Return the house styles to draw, by their name: one file each."""
    return {file.stem: _style(file) for file in sorted(STYLES.glob("*.toml"))}


def _style(file: Path) -> HouseStyle:
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    values: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in read.items()
    }
    return HouseStyle(**values)


def every_case() -> Iterator[Case]:
    """Yield every message that may exist: a notice is for who needs one."""
    plain = product(TEXT_KEYS, languages(), styles(), CAPACITIES, SENDERS, (PLAIN,))
    first, consumer = next(iter(styles())), ("CONSUMER",)
    special = product(
        ("SECOND_REMINDER", "PRE_COLLECTION", NOTICE), languages(), (first,), consumer, SENDERS, SITUATIONS
    )
    for values in dict.fromkeys((*plain, *special)):
        parts: dict[str, Any] = dict(zip(_DIMENSIONS, values, strict=True))
        case = Case(**parts)
        if case.stage != NOTICE or (needs_notice(case.kind) and case.situation not in NOT_IN_A_NOTICE):
            yield case


def facts_of(case: Case) -> MessageFacts:
    """Return the facts of a case: fictional, and as a book would have them."""
    agency, person = case.sender == "agency", is_consumer(case.kind)
    if case.stage == NOTICE:
        facts = notice(language=case.language, on_behalf=agency, vat_percent=21)
    else:
        facts = message(case.stage, language=case.language, on_behalf=agency, person=person)
    addressee = replace(facts.addressee, is_person=person, is_natural_person=is_natural_person(case.kind))
    return SITUATIONS[case.situation](replace(facts, addressee=addressee))


def _one(facts: MessageFacts) -> MessageFacts:
    return facts


def _three(facts: MessageFacts) -> MessageFacts:
    return _about(facts, 3)


def _many(facts: MessageFacts) -> MessageFacts:
    return _about(facts, 25)


def _about(facts: MessageFacts, count: int) -> MessageFacts:
    lines = tuple(invoice(index, open_cents=123_450 + 1_111 * index) for index in range(count))
    return _asks(replace(facts, invoices=lines, pay_to=(pay_to(lines),)))


def _long_names(facts: MessageFacts) -> MessageFacts:
    long = long_names()
    names = replace(facts.addressee, name=long.addressee.name, person=long.addressee.person)
    sender = replace(
        facts.sender, name=long.sender.name, email=f"{'a' * 20}.debiteurenadministratie@waterlanden.example"
    )
    return replace(facts, addressee=names, creditor=long.creditor, sender=sender, pay_to=long.pay_to)


def _part_paid(facts: MessageFacts) -> MessageFacts:
    line = invoice(open_cents=73_450, paid_cents=50_000)
    return _asks(replace(facts, invoices=(line,), pay_to=(pay_to((line,)),)))


def _blocked_account(facts: MessageFacts) -> MessageFacts:
    line = facts.invoices[0]
    free, blocked = (replace(line, open_cents=cents) for cents in (100_000, line.open_cents - 100_000))
    boxes = (
        pay_to((free,)),
        replace(pay_to((blocked,), iban=SECOND_IBAN, reference="2026-118 G"), blocked=True),
    )
    return replace(facts, pay_to=boxes)


def _others_open(facts: MessageFacts) -> MessageFacts:
    other = replace(
        invoice(7, open_cents=20_000, paid_cents=30_000), subject="Huur koelcel", number="HK/2026/000125-B"
    )
    return _asks(replace(facts, also_open=(other,), pay_to=(pay_to((*facts.invoices, other)),)))


def _little_known(facts: MessageFacts) -> MessageFacts:
    sender = replace(facts.sender, phone="", website=None)
    address = replace(facts.addressee, street=None, postcode=None, city=None, number=None)
    # An agency must name where the debtor lives, and is refused without.
    addressee = facts.addressee if facts.on_behalf else address
    return replace(facts, sender=sender, addressee=addressee, creditor=replace(facts.creditor, phone=None))


def _not_euro(facts: MessageFacts) -> MessageFacts:
    return replace(facts, currency="CHF")


def _enclosed(facts: MessageFacts) -> MessageFacts:
    return replace(facts, enclosed=tuple(line.number for line in facts.invoices), blocked_part_unsaid=True)


def _asks(facts: MessageFacts) -> MessageFacts:
    """Return the facts with a total, and with a notice about these invoices, where it is one."""
    facts = replace(facts, total_cents=sum(box.amount_cents for box in facts.pay_to))
    if facts.notice is None:
        return facts
    principals = tuple(line.open_cents for line in (*facts.invoices, *facts.also_open))
    costs = notice_amounts(principals, vat_percent=Decimal(facts.notice.vat_percent or 0))
    told = replace(
        facts.notice, principals_cents=principals, costs_cents=costs.costs_cents, vat_cents=costs.vat_cents
    )
    return replace(facts, notice=told)


SITUATIONS: Final[dict[str, Callable[[MessageFacts], MessageFacts]]] = {
    made.__name__.lstrip("_"): made
    for made in (
        _one, _three, _many, _long_names, _part_paid, _blocked_account, _others_open, _little_known, _not_euro,
        _enclosed,
    )
}  # fmt: skip
