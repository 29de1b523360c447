"""Who passes on other people's money: then who pays says nothing about who owes.

>>> intermediary_kind("Stg Mollie Payments")
'PAYMENT_SERVICE'
>>> intermediary_kind("Bewindvoering De Haven inz J. Kaars")
'ADMINISTRATOR'
>>> intermediary_kind("Hotel Zeezicht B.V.") is None
True
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from voldaan.domain.matching.names import LEFT_OUT_FORMS, NAMES_KEPT, plain_letters

IntermediaryKind = Literal[
    "PAYMENT_SERVICE",
    "FACTOR",
    "AGENCY",
    "ADMINISTRATOR",
    "THIRD_PARTY_MONEY",
    "INSURER",
    "BANK",
]
"""A payment service pays out many payments with its fees taken off, or passes on one that was asked for by a link;
an administrator pays for somebody whose money it looks after; the money of third parties lies with a notary, lawyer,
bailiff or foundation made for it."""

INTERMEDIARY_DUTCH: Mapping[IntermediaryKind, str] = {
    "PAYMENT_SERVICE": "een betaaldienst",
    "FACTOR": "een factormaatschappij",
    "AGENCY": "een incassobureau of deurwaarder",
    "ADMINISTRATOR": "een bewindvoerder, budgetbeheerder of kredietbank",
    "THIRD_PARTY_MONEY": "een rekening voor geld van derden",
    "INSURER": "een verzekeraar",
    "BANK": "een bank",
}

_ANYWHERE: Mapping[IntermediaryKind, str] = {
    "PAYMENT_SERVICE": """
        mollie, adyen, buckaroo, pay nl, paynl, tintel, multisafepay, cm com, cm payments, docdata payments, worldline,
        ingenico, ogone, globalcollect, global collect, worldpay, paypal, klarna, riverty, afterpay, billink, in3,
        capayable, spraypay, tinka, sumup, zettle, izettle, tikkie, bunq me, betaalverzoek, payconiq, bancontact,
        currence, icepay, sisow, targetpay, digiwallet, payvision, paysquare, equensworldline, elavon,
        european merchant services, rabo smart pay, rabo smartpay, omnikassa, sepay, viva wallet, viva com,
        stripe payments, stripe technology, shopify payments, lightspeed payments, online payment platform, mangopay,
        gocardless, twikey, trustly, checkout com, ppro, american express, amex, diners club,
        international card services, valitor, airwallex, unzer, heidelpay, payu, cardgate, curo payments,
        ginger payments, bluem, payaut, acapture, mypos, sofort gmbh, ccv group""",
    "FACTOR": """
        asset based finance, commercial finance, factris, debifact, bibby financial, eurofactor, infomedics, famed,
        fa med, svea finans, svea finance, finqle, ifn finance, abc finance, bnp paribas factor""",
    "AGENCY": """
        flanderijn, ggn, lavg, syncasso, cannock chase, intrum, vesting finance, atradius collections, hoist finance,
        lindorff, alektum, straetus, collactive, invorderingsbedrijf, agin, cjib, creditreform, ultimoo, juristu,
        bazuin partners, bazuin en partners""",
    "ADMINISTRATOR": """
        bewind, curatele, mentorschap, schuldsanering, wsnp, gkb, stadsbank, stadsring51, plangroep, modus vivendi,
        zuidweg partners, budget beheer""",
    "THIRD_PARTY_MONEY": """
        derden gelden, beheer gelden, escrow, kwaliteitsrekening, boedelrekening, faillissementsrekening, boedel,
        faillissement, client account, third party funds""",
    "INSURER": """
        achmea, nationale nederlanden, interpolis, centraal beheer, aegon, allianz, unive, zilveren kruis, menzis, vgz,
        onvz, zorg en zekerheid, asr schade, reaal, delta lloyd, ditzo, ohra, fbto, das rechtsbijstand, arag,
        eno zorgverzekeraar""",
    "BANK": """
        abn amro bank, ing bank, rabobank, triodos bank, asn bank, sns bank, regiobank, volksbank, van lanschot,
        nibc bank, deutsche bank, bnp paribas, kbc bank, belfius bank, revolut bank, handelsbanken""",
}
"""Words, in this order anywhere in a name."""

_AS_A_WHOLE: Mapping[IntermediaryKind, str] = {
    "PAYMENT_SERVICE": """
        ideal, wero, stripe, square, visa, mastercard, nets, nexi, ems, opp, ccv, sofort, rapyd, teya, ebury, alma""",
    "INSURER": "cz, asr, dsw",
    "BANK": "ing, abn amro, bunq, knab, n26, revolut, triodos, asn, sns",
}
"""Names that are also a part of other firms' names: only with nothing beside them but a legal form, or after `via`."""

_PART_OF_A_WORD: Mapping[str, IntermediaryKind] = {
    "factoring": "FACTOR",
    "factormaatschappij": "FACTOR",
    "deurwaarder": "AGENCY",
    "incasso": "AGENCY",
    "bewindvoer": "ADMINISTRATOR",
    "bewindsvoer": "ADMINISTRATOR",
    "beschermingsbewind": "ADMINISTRATOR",
    "budgetbeheer": "ADMINISTRATOR",
    "inkomensbeheer": "ADMINISTRATOR",
    "schuldhulp": "ADMINISTRATOR",
    "kredietbank": "ADMINISTRATOR",
    "derdengeld": "THIRD_PARTY_MONEY",
    "notaris": "THIRD_PARTY_MONEY",
    "notariaat": "THIRD_PARTY_MONEY",
    "notariele": "THIRD_PARTY_MONEY",
    "verzekering": "INSURER",
    "verzekeraar": "INSURER",
    "waarborgmaatschappij": "INSURER",
}
"""Parts of compounds, such as `Gerechtsdeurwaarderskantoor`."""

_TOKEN = re.compile(r"[a-z0-9]+")
_BESIDE = LEFT_OUT_FORMS | {"stichting", "stg", "payments", "europe", "nederland"}


def _phrases(table: Mapping[IntermediaryKind, str]) -> dict[str, IntermediaryKind]:
    """Return the kind of each phrase of a table; of a phrase that stands there twice the first."""
    found: dict[str, IntermediaryKind] = {}
    for kind, phrases in table.items():
        for phrase in phrases.split(","):
            found.setdefault(" ".join(phrase.split()), kind)
    return found


def _by_first_word(kinds: Mapping[str, IntermediaryKind]) -> dict[str, list[tuple[str, IntermediaryKind]]]:
    found: dict[str, list[tuple[str, IntermediaryKind]]] = {}
    for phrase, kind in kinds.items():
        found.setdefault(phrase.split()[0], []).append((f"{phrase} ", kind))
    return found


_WHOLE = _phrases(_AS_A_WHOLE)
_BY_FIRST_WORD = _by_first_word(_phrases(_ANYWHERE))


@lru_cache(maxsize=NAMES_KEPT)
def intermediary_kind(name: str) -> IntermediaryKind | None:
    """Return what kind of intermediary bears a name, or None where it is none that is known.

    A payment service counts before its foundation for other people's money.
    """
    words = _TOKEN.findall(plain_letters(name))
    for place, word in enumerate(words):
        for phrase, kind in _BY_FIRST_WORD.get(word, ()):
            if f"{' '.join(words[place:])} ".startswith(phrase):
                return kind
    after = words[words.index("via") + 1 :] if "via" in words else words
    whole = _WHOLE.get(" ".join([word for word in after if word not in _BESIDE]))
    return whole or next((part for word in words if (part := _by_part(word))), None)


@lru_cache(maxsize=NAMES_KEPT)
def _by_part(word: str) -> IntermediaryKind | None:
    """Return what a part of a compound says. The same words come back in name after name."""
    return next((kind for part, kind in _PART_OF_A_WORD.items() if part in word), None)
