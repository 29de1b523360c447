"""The ledger accounts of an auditfile, and which of them hold what debtors owe."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from voldaan.domain.identifiers import squeeze
from voldaan.formats.auditfile.leaves import Leaves

_RGS_DEBTORS = re.compile(r"BVorDeb(?!Vdd)", re.IGNORECASE)
"""Trade debtors in the Referentiegrootboekschema, but not the provision against them."""
_NAMES = re.compile(
    r"\bdebiteur(en)?\b|\bhandelsdebiteuren\b|\bhandelsvorderingen\b|\baccounts? receivable\b|"
    r"\btrade receivables\b|\btrade debtors\b|\bdebtors\b",
    re.IGNORECASE,
)
_NOT_THESE = re.compile(
    r"voorziening|oninbaar|dubieus|dubieuze|tussenrekening|afschrijving|provision|doubtful|bad debt",
    re.IGNORECASE,
)
_CODES = ("leadReference", "leadCode", "leadCrossRef", "RGScode", "rgsCode")


class Account(NamedTuple):
    """One ledger account."""

    number: str
    name: str
    of_profit: bool
    """It belongs to the profit and loss account, so it can hold no debts."""
    codes: tuple[str, ...]


def account_of(element: etree._Element, leaves: Leaves) -> Account:
    """Return the account that an element describes."""
    concepts = tuple((e.text or "").strip() for e in element.iterfind(".//{*}conceptRef"))
    return Account(
        number=leaves["accID"],
        name=leaves.get("accDesc", ""),
        of_profit=leaves.get("accTp", "").upper() == "P",
        codes=tuple(leaves[name] for name in _CODES if name in leaves) + concepts,
    )


def named_debtor_accounts(accounts: Mapping[str, Account]) -> frozenset[str]:
    """Return the accounts that say themselves to be of debtors: by their RGS code, else by their name."""
    holding = [account for account in accounts.values() if not account.of_profit]
    coded = {one.number for one in holding if any(_RGS_DEBTORS.match(code) for code in one.codes)}
    named = {one.number for one in holding if _NAMES.search(one.name) and not _NOT_THESE.search(one.name)}
    return frozenset(coded or named)


def own_accounts(accounts: Mapping[str, Account], debtors: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the accounts that are a debtor each: they have its number and its name.

    `debtors` gives the names by the number. The number alone proves nothing: a debtor can be called 8000 too.
    """
    return frozenset(
        number
        for number, names in debtors.items()
        if (account := accounts.get(number)) is not None
        and not account.of_profit
        and squeeze(account.name) in {squeeze(name) for name in names if name}
    )
