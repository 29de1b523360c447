"""What came of files, in words: the kind of a file, a sentence for each, one for all of them together."""

from collections.abc import Sequence
from typing import Final

from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.sentences import counted
from voldaan.usecases.take_uploads import Taken

_KINDS: Final[tuple[tuple[str, str, tuple[str, str]], ...]] = (
    ("camt.052", "movement", ("mutaties van de dag (CAMT.052)", "movements of the day (CAMT.052)")),
    ("camt.053", "movement", ("bankafschrift (CAMT.053)", "bank statement (CAMT.053)")),
    ("camt.054", "movement", ("bij- en afschrijvingen (CAMT.054)", "credits and debits (CAMT.054)")),
    ("camt", "movement", ("bankafschrift (CAMT)", "bank statement (CAMT)")),
    ("mt940", "movement", ("bankafschrift (MT940)", "bank statement (MT940)")),
    ("mt942", "movement", ("mutaties van de dag (MT942)", "movements of the day (MT942)")),
    ("export", "movement", ("download van de bank", "download of the bank")),
    ("ubl", "invoice", ("factuur (UBL)", "invoice (UBL)")),
    ("cii", "invoice", ("factuur (CII)", "invoice (CII)")),
    ("pdf", "invoice", ("factuur (PDF)", "invoice (PDF)")),
    ("pain.008", "row", ("incassobatch (pain.008)", "direct debits (pain.008)")),
    ("mollie", "row", ("uitbetaling van Mollie", "payout of Mollie")),
    ("stripe", "row", ("uitbetaling van Stripe", "payout of Stripe")),
    ("adyen", "row", ("uitbetaling van Adyen", "payout of Adyen")),
    ("xaf", "row", ("auditfile (XAF)", "audit file (XAF)")),
    ("csv", "row", ("lijst (CSV)", "list (CSV)")),
    ("xlsx", "row", ("lijst (XLSX)", "list (XLSX)")),
    ("xls", "row", ("lijst (XLS)", "list (XLS)")),
    ("ods", "row", ("lijst (ODS)", "list (ODS)")),
)
"""How the name of a format begins, what it holds, and what it is called."""


def kind_words(format_name: str, language: Language) -> str:
    """Return what a file is, in words; its format as it stands where that has none yet."""
    for begins, _, pair in _KINDS:
        if format_name.startswith(begins):
            return pair[language == "en"]
    return format_name


def outcome_sentence(taken: Taken, language: Language) -> str:
    """Return what became of one file: "3 facturen nieuw, 1 al bekend."."""
    one, nl = taken.imported, language == "nl"
    if one.refused:
        return "Niet opgenomen." if nl else "Not taken."
    noun = next((noun for begins, noun, _ in _KINDS if one.format.startswith(begins)), "row")
    if one.new and one.known:
        return (
            f"{counted(one.new, noun, 'nl')} nieuw, {one.known} al bekend."
            if nl
            else f"{counted(one.new, noun, 'en')} new, {one.known} already known."
        )
    if one.new:
        return f"{counted(one.new, noun, language)} {'nieuw' if nl else 'new'}."
    if one.known:
        known = counted(one.known, noun, language)
        return f"Niets nieuws: {known} al bekend." if nl else f"Nothing new: {known} already known."
    return "Opgenomen; er staat niets in dat nieuw is." if nl else "Taken; it holds nothing new."


def sum_sentence(done: Sequence[Taken], language: Language) -> str:
    """Return what became of all files: "12 bestanden opgenomen, 2 niet."."""
    if len(done) == 1:
        return f"{done[0].imported.file}: {_lower_first(outcome_sentence(done[0], language))}"
    refused = sum(bool(one.imported.refused) for one in done)
    taken = counted(len(done) - refused, "file", language)
    if language == "nl":
        return f"{taken} opgenomen, {refused} niet." if refused else f"{taken} opgenomen."
    return f"{taken} taken, {refused} not." if refused else f"{taken} taken."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
