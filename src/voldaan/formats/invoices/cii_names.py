"""The names of UN/CEFACT CII: one set for all its generations, so that one reader reads them all.

ZUGFeRD 1 (2014) and the drafts before D16B have the same elements under other names; prefixes and namespaces change
with every version. Here every element gets the local name that it has in D16B.
"""

import re
from functools import lru_cache

from lxml import etree

FORMAT = "cii"
INVOICE = "CrossIndustryInvoice"
ROOTS = frozenset((INVOICE, "CrossIndustryDocument"))
ORDER = "SCRDMCCBDACIOMessageStructure"

_DRAFT = re.compile(r"(?:^|(?<=[a-z]))CI(?:I[HL]?)?(?=[A-Z])")
"""What the drafts put before the names of the invoice, its head and its lines: CI, CII, CIIH, CIIL."""
_OLDER_NAMES = {
    "CrossIndustryDocument": INVOICE,
    "SpecifiedExchangedDocumentContext": "ExchangedDocumentContext",
    "HeaderExchangedDocument": "ExchangedDocument",
    "SpecifiedSupplyChainTradeTransaction": "SupplyChainTradeTransaction",
    "ApplicableSupplyChainTradeAgreement": "ApplicableHeaderTradeAgreement",
    "ApplicableSupplyChainTradeDelivery": "ApplicableHeaderTradeDelivery",
    "ApplicableSupplyChainTradeSettlement": "ApplicableHeaderTradeSettlement",
    "SpecifiedSupplyChainTradeSettlement": "SpecifiedLineTradeSettlement",
    "ApplicablePercent": "RateApplicablePercent",
}
_SUMMATION = "SpecifiedTradeSettlementMonetarySummation"
"""In ZUGFeRD 1 the same name at the head and on a line."""


def with_one_name(element: etree._Element) -> etree._Element:
    """Give an invoice and everything in it the local names of D16B, and return it."""
    for one in element.iter(etree.Element):
        one.tag = _name(one.tag)
        if one.tag == _SUMMATION:
            parent = one.getparent()
            line = parent is not None and parent.tag == "SpecifiedLineTradeSettlement"
            one.tag = f"SpecifiedTradeSettlement{'Line' if line else 'Header'}MonetarySummation"
    return element


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    """Return the local name of D16B."""
    local = tag.rpartition("}")[2]
    if local in ROOTS:
        return INVOICE
    plain = _DRAFT.sub("", local)
    return _OLDER_NAMES.get(plain, plain)
