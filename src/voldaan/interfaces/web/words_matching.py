"""Why a payment was matched, why it is asked about, and what was let go beside it: codes in Dutch and English."""

from typing import Final

_LINKED: Final[dict[str, tuple[str, str]]] = {
    "REFERENCE_AND_AMOUNT": ("het betalingskenmerk en het bedrag passen", "payment reference and amount fit"),
    "NUMBER_AND_AMOUNT": ("het nummer en het bedrag passen", "number and amount fit"),
    "PART_PAYMENT": ("een deel van de genoemde factuur", "a part of the invoice named"),
    "BLOCKED_PART": ("het deel voor of naast de G-rekening", "the part for or beside the blocked account"),
    "DISCOUNT": (
        "het verschil is de korting voor op tijd betalen",
        "the difference is the discount for paying early",
    ),
    "SMALL_DIFFERENCE": ("op een klein verschil na past het", "it fits but for a small difference"),
    "CREDIT_NETTED": ("een creditnota is ervan afgetrokken", "a credit note was taken off"),
    "PAYER_AND_AMOUNT": ("de betaler en het bedrag passen", "payer and amount fit"),
    "PAYOUT": ("een uitbetaling van een betaaldienst", "a payout of a payment service"),
    "MORE_THAN_OPEN": ("meer betaald dan er openstaat", "more was paid than is open"),
    "TAKES_BACK": ("neemt een eerdere betaling terug", "takes back an earlier payment"),
    "SETTLED_BY_WORD": ("de opdrachtgever noemde haar al voldaan", "the client had called it paid"),
}

_SET_ASIDE: Final[dict[str, tuple[str, str]]] = {
    "IN_LEDGER": ("staat al in de openstaandepostenlijst", "is in the open-item list already"),
    "NOT_FROM_A_DEBTOR": ("niet van een debiteur", "not from a debtor"),
}

_ASKED: Final[dict[str, tuple[str, str]]] = {
    "SAME_DEBTOR": (
        "dit kan een debiteur zijn die al bekend is",
        "this may be a debtor who is known already",
    ),
    "ANOTHER_SUM": (
        "het bedrag is een ander dan de genoemde facturen samen",
        "the amount differs from the invoices named",
    ),
    "BANK_CHARGE": (
        "te weinig: misschien hield een bank kosten in",
        "too little: perhaps a bank kept its charge",
    ),
    "TWO_ACCOUNTS": ("noemt facturen van twee debiteuren", "names invoices of two debtors"),
    "SAME_NUMBER_TWICE": ("het nummer past op meer dan één factuur", "the number fits more than one invoice"),
    "TIE": ("het past op meer dan één manier even goed", "it fits in more than one way equally well"),
    "ALREADY_PAID": ("de genoemde factuur is al voldaan", "the invoice named is already paid"),
    "NUMBER_TOO_SHORT": ("het nummer is te kort om zeker te zijn", "the number is too short to be certain"),
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
    "CREDIT_NOTE_WAITS": ("deze creditnota heeft nog geen factuur", "this credit note has no invoice yet"),
    "TAKES_BACK_UNKNOWN": (
        "een terugboeking waarvan de betaling niet bekend is",
        "a reversal of a payment that is not known",
    ),
    "TAKES_BACK_UNPLACED": (
        "een terugboeking van een betaling zonder factuur",
        "a reversal of a payment without an invoice",
    ),
    "REFUND": ("geld dat naar een debiteur ging", "money that went to a debtor"),
    "UNDONE": (
        "een medewerker maakte het afletteren ongedaan",
        "a person took the allocation back",
    ),
}

BECAUSE: Final = _LINKED | _SET_ASIDE | _ASKED

DIFFERENCES: Final[dict[str, tuple[str, str]]] = {
    "ROUNDING": ("afronding", "rounding"),
    "DISCOUNT": ("korting voor op tijd betalen", "discount for paying early"),
    "CHARGE": ("bankkosten", "bank charges"),
    "FEE": ("kosten van de betaaldienst", "the payment service's fee"),
    "WRITTEN_OFF": ("losgelaten door een medewerker", "let go by a person"),
}
