"""The names of UBL that its readers and its writer share."""

FORMAT = "ubl"
NAMESPACES = {
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
}
ROOTS = {
    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2": "Invoice",
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2": "CreditNote",
    "urn:oasis:names:specification:ubl:schema:xsd:SelfBilledInvoice-2": "SelfBilledInvoice",
    "urn:oasis:names:specification:ubl:schema:xsd:SelfBilledCreditNote-2": "SelfBilledCreditNote",
}
"""Documents that ask for money or take from what is asked. A self-billed one is made by the debtor; the supplier in it
is the creditor all the same."""

CREDIT_NOTE_ROOTS = frozenset({"CreditNote", "SelfBilledCreditNote"})
DOCUMENT_TAGS = frozenset(f"{{{namespace}}}{name}" for namespace, name in ROOTS.items())
TEST_SET = "testSet"
"""The root of a set of test fragments, as validators use them. It holds pieces of invoices that nobody sent."""
