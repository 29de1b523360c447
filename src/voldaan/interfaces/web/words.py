"""Codes in words, as the desk shows them. Acts, reasons and stages have theirs in the domain."""

from typing import Final

from voldaan.domain.law.stops import HOLD_KINDS
from voldaan.domain.strategy.words import act_words, hold_words, reason_words, stage_words
from voldaan.formats.lists.proposals_columns import DUTCH

WORDS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "capacity": {
        "CONSUMER": ("consument", "consumer"),
        "SOLE_TRADER": ("eenmanszaak of vennootschap", "sole trader or partnership"),
        "LEGAL_PERSON": ("rechtspersoon", "legal person"),
        "PUBLIC_BODY": ("overheid", "public body"),
        "UNKNOWN": ("onbekend: behandeld als consument", "unknown: treated as a consumer"),
    },
    "hold": {kind: (hold_words(kind, "nl"), hold_words(kind, "en")) for kind in HOLD_KINDS},
    "state": {
        "WRITTEN": ("na te kijken", "to be read"),
        "REFUSED": ("tekst afgekeurd", "text refused"),
        "APPROVED": ("goedgekeurd", "approved"),
        "SENDING": ("wordt verzonden", "being sent"),
        "SENT": ("verzonden", "sent"),
        "FAILED": ("niet bezorgd", "not delivered"),
        "AMBIGUOUS": ("niet zeker of het weg is", "not certain that it left"),
        "BOUNCED": ("teruggekomen", "bounced"),
        "WITHDRAWN": ("ingetrokken", "withdrawn"),
    },
    "column": {name: (dutch, name.replace("_", " ")) for name, dutch in DUTCH.items()},
    "list": {"OPEN_ITEMS": ("openstaande posten", "open items"), "DEBTORS": ("debiteuren", "debtors")},
    "channel": {"EMAIL": ("e-mail", "e-mail"), "POST": ("post", "post")},
    "language": {"nl": ("Nederlands", "Dutch"), "en": ("Engels", "English")},
    "truth": {
        "BANK": ("bankgegevens", "bank data"),
        "LEDGER": ("openstaandepostenlijst", "open-item list"),
        "CLIENT_WORD": ("opgave van de opdrachtgever", "the client's word"),
    },
    "role": {
        "ACCOUNTS_PAYABLE": ("crediteurenadministratie", "accounts payable"),
        "REPRESENTATIVE": ("vertegenwoordiger", "representative"),
        "PARTNER": ("medeaansprakelijk", "jointly liable"),
        "OTHER": ("contactpersoon", "contact"),
    },
    "question": {
        "SAME_DEBTOR": (
            "dit kan een debiteur zijn die al bekend is",
            "this may be a debtor who is known already",
        ),
        "MORE_THAN_OPEN": ("meer betaald dan er openstaat", "more was paid than is open"),
        "ANOTHER_SUM": (
            "het bedrag is een ander dan de genoemde facturen samen",
            "the amount differs from the invoices named",
        ),
        "TWO_ACCOUNTS": ("noemt facturen van twee debiteuren", "names invoices of two debtors"),
        "SAME_NUMBER_TWICE": (
            "het nummer past op meer dan één factuur",
            "the number fits more than one invoice",
        ),
        "ALREADY_PAID": ("de genoemde factuur is al voldaan", "the invoice named is already paid"),
        "NUMBER_TOO_SHORT": (
            "het nummer is te kort om zeker te zijn",
            "the number is too short to be certain",
        ),
        "PAYER_KNOWN": ("de betaler is bekend, de factuur niet", "the payer is known, the invoice is not"),
        "AMOUNT_ONLY": ("alleen het bedrag past", "only the amount fits"),
        "NO_CLUE": ("niets wijst naar een factuur", "nothing points to an invoice"),
        "LEDGER_BEHIND": (
            "de openstaandepostenlijst is ouder dan deze betaling",
            "the open-item list is older than this payment",
        ),
        "LEDGER_SAYS_OPEN": (
            "de lijst zegt dat de factuur nog openstaat",
            "the list says that the invoice is still open",
        ),
        "LIST_SAYS_LESS": ("de lijst noemt minder dan het boek", "the list says less than the book"),
        "LIST_SAYS_MORE": ("de lijst noemt meer dan de factuur", "the list says more than the invoice"),
        "CREDIT_NOTE_WAITS": (
            "deze creditnota heeft nog geen factuur",
            "this credit note has no invoice yet",
        ),
        "TAKES_BACK_UNKNOWN": (
            "een terugboeking waarvan de betaling niet bekend is",
            "a reversal of a payment that is not known",
        ),
        "TAKES_BACK_UNPLACED": (
            "een terugboeking van een betaling zonder factuur",
            "a reversal of a payment without an invoice",
        ),
    },
}


def words(kind: str, code: str, language: str) -> str:
    """Return a code in words. A code that has none yet is shown in lower case, so that nothing is hidden."""
    if kind in _DOMAIN and code:
        try:
            return _DOMAIN[kind](code, language)
        except KeyError:
            return _plain(code)
    pair = WORDS.get(kind, {}).get(code)
    return _plain(code) if pair is None else pair[language == "en"]


_DOMAIN = {"act": act_words, "reason": reason_words, "stage": stage_words}


def _plain(code: str) -> str:
    return code.replace("_", " ").lower()
