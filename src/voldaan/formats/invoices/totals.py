"""The totals of an invoice, held against each other: what must add up by EN 16931, and what is told when it does not.

A contradiction refuses the invoice, with both amounts. Two things are said and no more: parts that miss their sum by
what rounding them can cost (a cent each), and VAT that differs from its rate. See docs/decisions/026.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from voldaan.formats.amounts import format_cents
from voldaan.formats.findings import Findings

VAT_TOLERANCE_CENTS = 100
"""BR-CO-17 lets the VAT of one rate differ by less than one whole unit of the currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VatPart:
    """The VAT of one category and rate."""

    taxable_cents: int | None
    vat_cents: int | None
    percent: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The amounts of one invoice as the file gives them, in cents of its currency; None is not said.

    The `…_parts` are the single amounts that make a total; None where the file has no such level (a summary profile).
    """

    total_cents: int | None
    """With VAT (BT-112)."""
    payable_cents: int | None
    """BT-115."""
    prepaid_cents: int | None = None
    rounding_cents: int | None = None
    line_sum_cents: int | None = None
    """The total of the lines (BT-106)."""
    allowances_cents: int | None = None
    charges_cents: int | None = None
    net_cents: int | None = None
    """Without VAT (BT-109)."""
    vat_cents: int | None = None
    """In the currency of the invoice, not the one that VAT is accounted in (BT-110)."""
    line_parts: tuple[int, ...] | None = None
    allowance_parts: tuple[int, ...] | None = None
    charge_parts: tuple[int, ...] | None = None
    vat_parts: tuple[VatPart, ...] = ()


_WORDS = {
    "line_sum_cents": "de som van de regels",
    "allowances_cents": "kortingen",
    "charges_cents": "toeslagen",
    "net_cents": "het totaal zonder btw",
    "vat_cents": "btw",
    "total_cents": "het totaal met btw",
    "prepaid_cents": "vooruitbetaald",
    "rounding_cents": "afronding",
    "payable_cents": "het te betalen bedrag",
}

_SUMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("BR-CO-13", "net_cents", ("line_sum_cents", "-allowances_cents", "+charges_cents")),
    ("BR-CO-15", "total_cents", ("net_cents", "+vat_cents")),
    ("BR-CO-16", "payable_cents", ("total_cents", "-prepaid_cents", "+rounding_cents")),
)
"""Rule, result, and what it is made of: the first part must be there, a later one that is not is nothing."""

_MUST_BE_SAID = frozenset({"vat_cents"})
"""Later parts whose absence is not zero: without them the sum cannot be held against anything."""

_OLDER_ROUNDING = frozenset({"BR-CO-15", "BR-CO-16"})
"""Rules that an older invoice breaks by holding the rounding in its total."""

_PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("BR-CO-10", "line_sum_cents", "line_parts", "de regels"),
    ("BR-CO-11", "allowances_cents", "allowance_parts", "de kortingen"),
    ("BR-CO-12", "charges_cents", "charge_parts", "de toeslagen"),
)


def check_totals(
    totals: Totals, findings: Findings, remarks: Findings, places: Mapping[str, str] | None = None
) -> bool:
    """Test if total and amount to pay are there and everything that is said adds up.

    Adds what contradicts to `findings`, what only rounds differently to `remarks`. `places` names the place in the
    file of each field of `Totals`.
    """
    return _Check(totals, findings, remarks, places or {}).run()


class _Check:
    """One invoice's totals, and where to say what is wrong with them."""

    def __init__(
        self, totals: Totals, findings: Findings, remarks: Findings, places: Mapping[str, str]
    ) -> None:
        self.totals = totals
        self.findings = findings
        self.remarks = remarks
        self.places = places

    def run(self) -> bool:
        """Test if total and amount to pay are there and everything that is said adds up."""
        before = self.findings.count
        if not self.asked_amounts_are_there():
            return False
        for rule, result, parts in _SUMS:
            self.check_sum(rule, result, parts)
        for rule, result, parts_name, words in _PARTS:
            self.check_parts(rule, result, words, getattr(self.totals, parts_name) or ())
        self.check_vat()
        return self.findings.count == before

    def asked_amounts_are_there(self) -> bool:
        """Test if the file says what is asked; add a problem for each amount that it does not say."""
        missing = [
            (field, what)
            for field, what in (
                ("total_cents", "Het totaal met btw ontbreekt."),
                ("payable_cents", "Het te betalen bedrag ontbreekt."),
            )
            if getattr(self.totals, field) is None
        ]
        for field, what in missing:
            self.findings.add(
                what,
                "Zonder dit bedrag is niet zeker wat er gevraagd wordt.",
                "Vul het in het factuurprogramma in en maak het bestand opnieuw.",
                path=self.places.get(field),
            )
        return not missing

    def check_sum(self, rule: str, result: str, parts: tuple[str, ...]) -> None:
        """Add a problem where a result is not what its parts make."""
        said = getattr(self.totals, result)
        terms = [
            (-1 if part[0] == "-" else 1, part.lstrip("+-"), getattr(self.totals, part.lstrip("+-")))
            for part in parts
        ]
        needed = [
            cents for place, (_, field, cents) in enumerate(terms) if place == 0 or field in _MUST_BE_SAID
        ]
        if said is None or None in needed or (rule in _OLDER_ROUNDING and self.rounding_is_in_total()):
            return
        made = sum(sign * (cents or 0) for sign, _, cents in terms)
        if made == said:
            return
        sentence = "".join(
            f"{'' if place == 0 else ' min ' if sign < 0 else ' plus '}{_WORDS[field]} {format_cents(cents or 0)}"
            for place, (sign, field, cents) in enumerate(terms)
        )
        self.contradiction(
            f"{_capital(sentence)} is {format_cents(made)}, en niet {format_cents(said)} als {_WORDS[result]} "
            f"({rule}).",
            result,
        )

    def rounding_is_in_total(self) -> bool:
        """Test if the total holds the rounding already, as the older SI-UBL (BII2-T10-R052) had it."""
        said = self.totals
        total, payable, net, vat = said.total_cents, said.payable_cents, said.net_cents, said.vat_cents
        if not said.rounding_cents or total is None or payable is None or net is None or vat is None:
            return False
        return net + vat + said.rounding_cents == total and total - (said.prepaid_cents or 0) == payable

    def check_parts(self, rule: str, result: str, words: str, single: tuple[int, ...]) -> None:
        """Add what is to be said where single amounts do not make their total: a cent each is rounding."""
        said, made = getattr(self.totals, result), sum(single)
        if not single or said is None or said == made:
            return
        sentence = (
            f"{_capital(words)} zijn samen {format_cents(made)}, en niet {format_cents(said)} zoals het totaal ervan "
            f"zegt ({rule})."
        )
        if abs(said - made) > len(single):
            self.contradiction(sentence, result)
            return
        self.remarks.add(
            "Een totaal wijkt een paar cent af van zijn delen.",
            sentence + " Het verschil is niet groter dan wat afronden kan kosten.",
            "U hoeft niets te doen; het te betalen bedrag staat vast.",
            path=self.places.get(result),
        )

    def check_vat(self) -> None:
        """Add what is to be said of the VAT per rate: against its total, and against the rate itself."""
        parts = self.totals.vat_parts
        single = tuple(part.vat_cents for part in parts if part.vat_cents is not None)
        if len(single) == len(parts):
            self.check_parts("BR-CO-14", "vat_cents", "de btw-bedragen per tarief", single)
        for part in parts:
            if part.percent is None or part.taxable_cents is None or part.vat_cents is None:
                continue
            if abs(part.vat_cents - part.taxable_cents * part.percent / 100) >= VAT_TOLERANCE_CENTS:
                self.remarks.add(
                    "De btw past niet bij het tarief.",
                    f"{float(part.percent):g}% over {format_cents(part.taxable_cents)} is niet "
                    f"{format_cents(part.vat_cents)} (BR-CO-17).",
                    "Kijk de btw in het factuurprogramma na; het te betalen bedrag staat vast.",
                    path=self.places.get("vat_cents"),
                )

    def contradiction(self, why: str, result: str) -> None:
        """Add the problem of two amounts that cannot both be right."""
        self.findings.add(
            "De totalen van de factuur kloppen niet met elkaar.",
            why,
            "Verbeter de factuur in het factuurprogramma en maak het bestand opnieuw.",
            path=self.places.get(result),
        )


def _capital(sentence: str) -> str:
    """Return the sentence with a capital."""
    return sentence[0].upper() + sentence[1:]
