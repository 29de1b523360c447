"""Invoice or credit note: by the root and the type code (UNTDID 1001), turned round by a negative amount."""

from voldaan.formats.findings import Findings

CREDIT_NOTE_CODES = frozenset(
    {"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"}
)
_NO_CLAIM = {
    "325": "een pro-formafactuur",
    "310": "een offerte",
    "220": "een bestelling",
    "231": "een orderbevestiging",
    "351": "een pakbon",
}
"""Type codes of documents that ask no payment."""


def kind_of(
    code: str | None,
    *,
    root_is_credit_note: bool,
    total_cents: int | None,
    payable_cents: int | None,
    findings: Findings,
    place: str | None = None,
) -> tuple[str, int]:
    """Return "invoice" or "credit_note", and the sign (1 or -1) that makes its amounts positive.

    `root_is_credit_note` is for a document that can be nothing else (a UBL CreditNote; in CII a credit code). An
    amount that is None counts as not negative; the caller has told that it is missing.
    """
    if code in _NO_CLAIM:
        findings.add(
            f"Dit is {_NO_CLAIM[code]}, geen factuur.",
            f"De soort van het document is {code}; daarop hoeft niemand te betalen.",
            "Lever de factuur zelf aan.",
            path=place,
        )
    amounts = (total_cents or 0, payable_cents or 0)
    credit = root_is_credit_note or code in CREDIT_NOTE_CODES
    if min(amounts) >= 0:
        return ("credit_note" if credit else "invoice"), 1
    if not credit and amounts[0] > 0:
        # More was prepaid than the invoice is: it asks nothing, and what it says the creditor owes stays negative.
        return "invoice", 1
    if max(amounts) > 0:
        findings.add(
            "De creditnota credeert en vraagt tegelijk.",
            "Van het totaal en het te betalen bedrag is het ene positief en het andere negatief.",
            "Verbeter de bedragen in het factuurprogramma en maak het bestand opnieuw.",
            path=place,
        )
    elif root_is_credit_note:
        findings.add(
            "De creditnota heeft een negatief bedrag.",
            "Het is niet duidelijk of dit geld terug is of juist gevraagd wordt.",
            "Zet bedragen op een creditnota positief, of maak er een factuur van.",
            path=place,
        )
    return "credit_note", -1
