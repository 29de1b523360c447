"""The XML Auditfile Financieel (XAF 3.0 to 4.0): a year of bookkeeping, of which we read debtors and open items.

Nothing in an auditfile is a list of open items: the items are what is left of the lines on the debtor accounts,
per debtor and invoice, on the last day. What the lines do not tell is said in remarks, with its amount, so that
items and remarks together are the balance of those accounts (decision 027).
"""

from voldaan.formats import xml
from voldaan.formats.auditfile.books import Books
from voldaan.formats.auditfile.kinds import refuse_other_kinds
from voldaan.formats.auditfile.outcome import outcome
from voldaan.formats.findings import Findings
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList

__all__ = ["read", "recognises"]


def recognises(head: bytes) -> bool:
    """Test if the root is that of a Dutch auditfile, of any version."""
    found = xml.root_name(head)
    return found is not None and found[1].partition("/")[0] == "auditfile"


def read(source: Source) -> tuple[DebtorList | OpenItemList, ...]:
    """Return the debtors and the open items, or raise `Refusal`; only the debtors where no account is theirs."""
    refuse_other_kinds(source)
    findings = Findings(file=source.name)
    books = Books(source, findings)
    books.gather()
    findings.refuse_if_any()
    return outcome(books, source)
