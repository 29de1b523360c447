"""Several ways to pay, and which of them counts: where to pay to, with which reference, and what of it is blocked.

Of Dutch hired labour a part can go to a blocked account (G-rekening, art. 34 and 35 Invorderingswet 1990). It is
known by the NLCIUS extension (GACCOUNT), by its name in words, or by its number: bank accounts of this kind begin with
099. It is never the account for the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from voldaan.domain.identifiers import compact_iban, is_valid_betalingskenmerk, is_valid_iban, is_valid_rf
from voldaan.formats.amounts import format_cents
from voldaan.formats.findings import Findings
from voldaan.formats.invoices.blocked_words import BlockedPart, names_blocked_account, read_blocked_part
from voldaan.formats.values import PaymentMeans

DIRECT_DEBIT_CODES = frozenset({"49", "59"})
_PAID_BY = {
    "10": "contant",
    "48": "met een kaart",
    "54": "met een creditcard",
    "55": "met een pinpas",
    "68": "met een online betaaldienst",
}
_PAID_WORDS = re.compile(
    r"\b(?:is|werd) (?:reeds|al) (?:voldaan|betaald)\b|(?<!u )\breeds (?:voldaan|betaald)\b"
    r"|\b(?:voldaan|betaald) (?:via|per|met) (?:i-?deal|pin|kas|creditcard|mollie|paypal)"
    r"|\balready paid\b|\bpaid in full\b|\bbereits (?:be)?zahlt\b|\bdéjà payée?\b",
    re.IGNORECASE,
)
_COLLECT_WORDS = re.compile(
    r"\b(?:afgeschreven|afschrijven|ge[iï]ncasseerd|incasseren|ge[iï]nd|debited|collected|collect|abgebucht|eingezogen)\b",
    re.IGNORECASE,
)
_COLLECT_FROM = re.compile(
    r"\bautomatisch|\b(?:van|from|von) (?:uw|your|ihrem) (?:bank)?(?:rekening|account|konto)|\bdirect debit\b|\bsepa\b",
    re.IGNORECASE,
)
_COLLECT_UNLESS = re.compile(
    r"\b(?:geen|niet|not|nicht|kein|als|indien|wanneer|mits|if|wenn|falls|incassobureau|kunt|kan)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)])[.!?](?=\s|$)|\n", re.IGNORECASE)
_BLOCKED_ROLES = frozenset({"GACCOUNT", "G-ACCOUNT", "G-REKENING", "GREKENING"})
_BLOCKED_NUMBER = re.compile(r"NL[0-9]{2}[A-Z]{4}099[0-9]{7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One way to pay as the file offers it."""

    means: PaymentMeans
    references: tuple[str, ...] = ()
    """Every reference that comes with it; `means.reference` need not be filled in."""
    role: str | None = None
    """The identifier by which payment terms point at it (NLCIUS: BENEFICIARY, GACCOUNT)."""
    words: str = ""
    """Its instructions, and the name of the account and of the code."""
    share_cents: int | None = None
    """The part of the amount that goes this way, where the payment terms say it."""
    collects: bool = False
    """A mandate for direct debit comes with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Where and how an invoice is to be paid."""

    pay_to_iban: str | None
    pay_to_name: str | None
    payment_reference: str | None
    direct_debit: bool
    means: tuple[PaymentMeans, ...]
    blocked_iban: str | None = None
    blocked_cents: int | None = None


def choose_payment(
    offered: Sequence[Offered],
    remarks: Findings,
    *,
    payable_cents: int,
    total_cents: int,
    notes: Sequence[str] = (),
    place: str | None = None,
) -> Payment:
    """Return which of several ways to pay counts.

    A transfer to an IBAN comes first, in the order of the file, then any other account. `notes` are the words of the
    invoice, in which a blocked account and its part may stand. `payable_cents` and `total_cents` are positive.
    What a person should know goes to `remarks`.
    """
    blocked_one = next((one for one in offered if _is_blocked(one)), None)
    words = [text for one in offered for text in (one.means.name, one.words) if text] + list(notes)
    in_words = read_blocked_part(words, payable_cents=payable_cents, total_cents=total_cents)
    blocked_iban = _iban_of(blocked_one) or in_words.iban
    usable = [
        one for one in offered if not _is_blocked(one) and (not blocked_iban or _iban_of(one) != blocked_iban)
    ]
    chosen = min(usable, key=_rank) if usable else None
    pay_to_iban = _iban_of(chosen)
    if blocked_iban:
        blocked_cents = _blocked_cents(offered, blocked_one, in_words, payable_cents, remarks, place=place)
        if pay_to_iban is None:
            _remark_only_blocked(remarks, place)
    else:
        blocked_cents = None
    if payable_cents:
        _remark_on_paid(offered, notes, remarks, place)
    _remark_on_account(chosen, remarks, place)
    direct_debit = any(
        one.collects or one.means.mandate_id or one.means.code in DIRECT_DEBIT_CODES for one in offered
    ) or any(_says_it_is_collected(text) for text in words)
    return Payment(
        pay_to_iban=pay_to_iban,
        pay_to_name=chosen.means.name if chosen else None,
        payment_reference=_reference(usable, chosen),
        direct_debit=direct_debit,
        means=tuple(one.means for one in offered),
        blocked_iban=blocked_iban,
        blocked_cents=blocked_cents,
    )


def structured_reference(references: Sequence[str]) -> str | None:
    """Return the first reference with right check digits (ISO 11649, betalingskenmerk of 16), else the first one."""
    compact = ["".join(reference.split()) for reference in references if reference.strip()]
    for reference in compact:
        if is_valid_rf(reference) or (len(reference) == 16 and is_valid_betalingskenmerk(reference)):
            return reference
    return compact[0] if compact else None


def _is_blocked(one: Offered) -> bool:
    """Test if this way to pay is the blocked account."""
    if (one.role or "").strip().upper() in _BLOCKED_ROLES:
        return True
    iban = _iban_of(one)
    if iban is None:
        return False
    name = one.means.name or ""
    return bool(_BLOCKED_NUMBER.fullmatch(iban)) or names_blocked_account(name) or _words_mean_itself(one)


def _words_mean_itself(one: Offered) -> bool:
    """Test if the instructions call this very account blocked, and not another one that they name."""
    return (
        names_blocked_account(one.words)
        and not read_blocked_part([one.words], payable_cents=0, total_cents=0).iban
    )


@lru_cache(maxsize=4096)
def _account(number: str) -> tuple[str, bool]:
    """Return an account as it is kept and whether it is a right IBAN; a creditor names the same one again and again."""
    return compact_iban(number), is_valid_iban(number)


def _iban_of(one: Offered | None) -> str | None:
    """Return the account of a way to pay as it is kept."""
    return _account(one.means.iban)[0] if one is not None and one.means.iban else None


def _rank(one: Offered) -> tuple[bool, bool, bool]:
    """Return how late a way to pay comes: no account, no right IBAN, not a transfer."""
    iban = _iban_of(one)
    return (
        iban is None,
        iban is None or not _account(iban)[1],
        one.means.code in {*DIRECT_DEBIT_CODES, *_PAID_BY},
    )


def _reference(usable: Sequence[Offered], chosen: Offered | None) -> str | None:
    """Return the reference of the chosen way to pay, else that of another one; never that of the blocked account."""
    for one in ([chosen] if chosen else []) + list(usable):
        own = (one.means.reference,) if one.means.reference else ()
        found = structured_reference((*own, *one.references))
        if found:
            return found
    return None


def _blocked_cents(
    offered: Sequence[Offered],
    blocked_one: Offered | None,
    in_words: BlockedPart,
    payable_cents: int,
    remarks: Findings,
    *,
    place: str | None,
) -> int | None:
    """Return the part for the blocked account, None where the file does not say it or says what cannot be."""
    cents = blocked_one.share_cents if blocked_one and blocked_one.share_cents is not None else in_words.cents
    if cents is None:
        remarks.add(
            "Het deel voor de G-rekening staat niet vast.",
            in_words.why_not or "Het bestand noemt er geen bedrag bij dat maar op één manier te lezen is.",
            "Zet het bedrag voor de G-rekening op de factuur.",
            path=place,
        )
        return None
    shares = [one.share_cents for one in offered if one.share_cents is not None]
    if not 0 < cents <= payable_cents or (len(shares) > 1 and sum(shares) != payable_cents):
        remarks.add(
            "Het deel voor de G-rekening past niet bij het te betalen bedrag.",
            f"Voor de G-rekening staat er {format_cents(cents)}; de delen zijn samen "
            f"{format_cents(sum(shares) or cents)} en te betalen is {format_cents(payable_cents)}.",
            "Verbeter de verdeling op de factuur.",
            path=place,
        )
        return None
    return cents


def _says_it_is_collected(text: str) -> bool:
    """Test if a sentence says, without a condition, that the amount will be taken from the debtor's account."""
    return any(
        _COLLECT_WORDS.search(sentence)
        and _COLLECT_FROM.search(sentence)
        and not _COLLECT_UNLESS.search(sentence)
        for sentence in _SENTENCE_END.split(text)
    )


def _remark_only_blocked(remarks: Findings, place: str | None) -> None:
    """Say that the only account is the blocked one."""
    remarks.add(
        "De factuur noemt alleen een G-rekening.",
        "Op een geblokkeerde rekening hoort alleen het deel voor loonheffingen en btw.",
        "Zet ook de gewone rekening op de factuur.",
        path=place,
    )


def _remark_on_paid(
    offered: Sequence[Offered], notes: Sequence[str], remarks: Findings, place: str | None
) -> None:
    """Say that an invoice may have been paid: only a card or cash is named, or its words say so."""
    codes = {one.means.code for one in offered}
    manners = sorted({_PAID_BY[code] for code in codes if code in _PAID_BY})
    said = next((found[0] for note in notes if (found := _PAID_WORDS.search(note))), None)
    if said is None and (not codes or not codes <= set(_PAID_BY)):
        return
    why = (
        f"In de tekst staat: ‘{said}’."
        if said
        else f"Als betaalwijze noemt het bestand: {' of '.join(manners)}."
    )
    remarks.add(
        "De factuur is misschien al betaald.",
        f"{why} Toch staat er een bedrag open.",
        "Kijk na of er al betaald is voordat u herinnert.",
        path=place,
    )


def _remark_on_account(chosen: Offered | None, remarks: Findings, place: str | None) -> None:
    """Say that the account to pay to is no right IBAN."""
    iban = _iban_of(chosen)
    if iban and not _account(iban)[1]:
        remarks.add(
            "De rekening om naar te betalen is geen geldig IBAN.",
            "De controlecijfers kloppen niet, of het is een rekeningnummer van een andere soort.",
            "Verbeter de rekening op de factuur; een bericht noemt haar zo niet.",
            path=place,
        )
