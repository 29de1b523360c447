"""The people of the example book: an agency, four clients, some sixty debtors, and how each of them pays.

Everything here is invented. Web addresses end in `.example`, bank accounts belong to a bank called TEST that does
not exist, and numbers of the Chamber of Commerce lie in a range that is not given out.

>>> iban_of("0260518001")
'NL12TEST0260518001'
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Literal

from stdnum.iso7064 import mod_97_10

FIRST_DAY = date(2026, 5, 18)
LAST_DAY = date(2026, 11, 20)

Habit = Literal[
    "EARLY",
    "ON_THE_DAY",
    "JUST_LATE",
    "AFTER_FIRST",
    "AFTER_SECOND",
    "AFTER_LETTER",
    "IN_TWO_PARTS",
    "TOO_MUCH",
    "WITHOUT_REFERENCE",
    "WRONG_REFERENCE",
    "THREE_AT_ONCE",
    "DISPUTES",
    "PROMISES_AND_PAYS",
    "PROMISES_AND_FORGETS",
    "BY_PLAN",
    "DIRECT_DEBIT",
    "DEBIT_COMES_BACK",
    "CROSSES_THE_MESSAGE",
    "SWAPPED_NUMBER",
    "BANK_KEPT_A_CHARGE",
    "ROUND_SUM",
    "TWO_DEBTORS_TOO_LITTLE",
    "EITHER_OF_TWO",
    "NEVER",
]
"""How an invoice is paid. Each is a story of its own, told in `conduct`."""

PUNCTUAL: frozenset[Habit] = frozenset(
    (
        "EARLY",
        "ON_THE_DAY",
        "JUST_LATE",
        "TOO_MUCH",
        "WITHOUT_REFERENCE",
        "WRONG_REFERENCE",
        "THREE_AT_ONCE",
        "DIRECT_DEBIT",
        "SWAPPED_NUMBER",
        "BANK_KEPT_A_CHARGE",
        "ROUND_SUM",
        "TWO_DEBTORS_TOO_LITTLE",
        "EITHER_OF_TWO",
    )
)
"""Habits about which nobody may ever be reminded: the money is there, or is asked about, in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """Somebody who buys from one of the clients."""

    number: str
    name: str
    first: date
    """The day of the first invoice."""
    every: int
    """Days from one invoice to the next."""
    count: int
    euros: tuple[int, int]
    """Between which amounts an invoice lies."""
    usual: Habit = "ON_THE_DAY"
    chapters: Mapping[int, Habit] = field(default_factory=dict)
    """The invoices, counted from 1, that are paid differently."""
    later: tuple[tuple[date, Habit], ...] = ()
    """Invoices outside the rhythm."""
    street: str = ""
    postcode: str = ""
    city: str = ""
    coc_number: str = ""
    mail: str = ""
    desk: str = ""
    """Who looks after invoices there."""
    term_days: int = 0
    """0: the term that the house gives everybody."""
    language: Literal["nl", "en"] = "nl"
    hold: str = ""
    """A hold from the first invoice on."""
    bounces: bool = False
    """Its e-mail address does not exist any more."""

    @property
    def iban(self) -> str:
        """Return the account it pays from."""
        return iban_of(f"{chance(self.number, 10**9, 10**10 - 1)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A client of the book: what is known of it, and what its invoices look like."""

    key: str
    name: str
    payment_truth: Literal["BANK", "LEDGER", "CLIENT_WORD"]
    prefix: str
    """How its invoice numbers begin."""
    term_days: int
    subjects: tuple[str, ...]
    debtors: tuple[Debtor, ...]
    approver: str
    """Who approves; nobody where messages leave by rule."""
    ibans: tuple[str, ...] = ()
    opening_cents: int = 0
    """On each of its accounts, on the first day."""
    price_cents: int = 0
    """What the agency asks per invoice; 0 for a business that writes for itself."""
    vat_percent: int = 21
    gives_reference: bool = False
    last_statement: date = LAST_DAY
    """After this day it forgets to hand in statements."""
    truth_days_max: int = 4
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The rest of what its letters say."""

    @property
    def by_agency(self) -> bool:
        """Test if the agency writes for it."""
        return self.price_cents > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """An invoice of the story, and how it will be paid."""

    house: House
    debtor: Debtor
    number: str
    issued: date
    due: date
    cents: int
    subject: str
    habit: Habit


AGENCY_KEY = "de-brug"
AGENCY: dict[str, Any] = {
    "registered_name": "Incassohuis De Brug B.V.",
    "registration_mark": "WKI-0000-DEMO",
    "coc_number": "99900034",
    "street": "Kadeplein 12",
    "postcode": "9908 KB",
    "city": "Brughaven",
    "signer": "Joris Brandsma",
    "phone": "030 000 12 34",
    "email": "post@incassohuisdebrug.example",
    "website": "www.incassohuisdebrug.example",
    "complaints": "Bent u het niet eens met hoe wij u benaderen? Mail naar klachten@incassohuisdebrug.example.",
}
AGENCY_PERSON = "Joris"


def iban_of(account: str) -> str:
    """Return the IBAN of ten digits at a bank that does not exist, with the right check digits."""
    body = f"TEST{account}"
    return f"NL{mod_97_10.calc_check_digits(body + 'NL')}{body}"


def chance(name: str, low: int, high: int) -> int:
    """Return a number from `low` to `high` that is always the same for this name."""
    drawn = int.from_bytes(sha256(f"20260518:{name}".encode()).digest()[:8], "big")
    return low + drawn % (high - low + 1)
