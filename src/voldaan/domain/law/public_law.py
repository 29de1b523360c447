"""Which debts are of public law: taxes, levies, fines, fees and recovered benefits of a public body.

Such a debt has rules of its own, from a demand with a fixed fee to a writ without a judge (Awb, title 4.4), so
Voldaan leaves it alone. It is known by two signs together: the creditor is a public body by name, and the subject or
number of the invoice names such a debt. A public body that lets a hall is owed under private law, and so is the
accountant who files a tax return. A body that exists to levy or to fine needs no second sign.

>>> named_public_law("Gemeente Voorbeeld", "Aanslag gemeentelijke belastingen 2026")
'aanslag'
>>> named_public_law("Gemeente Voorbeeld", "Huur sporthal oktober") is None
True
>>> named_public_law("Administratiekantoor Voorbeeld B.V.", "Aangifte inkomstenbelasting") is None
True
>>> named_public_law("Belastingdienst", "")
'Belastingdienst'
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.citation import Citation, follows

PUBLIC_DUNNING = Citation(
    law="Awb",
    bwb_id="BWBR0005537",
    article="4:112",
    paragraph="1",
    follows="An administrative authority demands payment within two weeks, counted from the day after sending.",
    follows_nl="Een bestuursorgaan maant aan tot betaling binnen twee weken, gerekend vanaf de dag na de verzending "
    "van de aanmaning.",
    valid_from=date(2009, 7, 1),
)
PUBLIC_DUNNING_FEE = Citation(
    law="Awb",
    bwb_id="BWBR0005537",
    article="4:113",
    paragraph="1",
    follows="For that demand the authority may charge a fixed fee: the scale of the BIK does not apply.",
    follows_nl="Voor die aanmaning mag het bestuursorgaan een vast bedrag rekenen: de staffel van het BIK geldt niet.",
    valid_from=date(2009, 7, 1),
)
PUBLIC_LAW_DEBT = Citation(
    law="Awb",
    bwb_id="BWBR0005537",
    article="4:85",
    follows="Title 4.4 is for money that is owed by virtue of public law to or by an administrative authority.",
    follows_nl="Titel 4.4 geldt voor geld dat krachtens publiekrecht aan of door een bestuursorgaan verschuldigd is.",
    valid_from=date(2009, 7, 1),
    not_confirmed="The article was not read at its source. Which debts it covers is told from the name of the creditor "
    "and the words of the invoice; a debt that neither shows is not recognised.",
    not_confirmed_nl="Het artikel is niet bij de bron gelezen. Welke schulden eronder vallen, wordt afgeleid uit de "
    "naam van de schuldeiser en de woorden van de factuur; een schuld die geen van beide laat zien, wordt niet "
    "herkend.",
)

Where = Literal["WHOLE_NAME", "BEGINNING", "ANYWHERE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBody:
    """One kind of public body, known by its name."""

    name: str
    """As it is shown to people."""
    pattern: str
    """The words of the name, lower case."""
    where: Where
    """Where in the creditor's name they must stand. Abbreviations must be all of it: firms carry them too."""
    only_public_law: bool = False
    """Whether it exists to levy or to fine, so that every claim of it is of public law."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicClaim:
    """One word by which an invoice shows that it is a debt of public law."""

    word: str
    pattern: str
    reason: str


_TAXES = "levies taxes for municipalities and water authorities, and nothing else"
PUBLIC_BODIES: tuple[PublicBody, ...] = (
    PublicBody(
        name="Belastingdienst",
        pattern=r"belastingdienst(?: ?/ ?| )?(?:toeslagen|douane|centrale administratie)?|dienst toeslagen",
        where="BEGINNING",
        only_public_law=True,
        reason="levies the taxes of the State and pays and recovers allowances",
    ),
    PublicBody(
        name="CJIB",
        pattern=r"cjib|centraal justitieel incassobureau",
        where="BEGINNING",
        only_public_law=True,
        reason="collects fines and what criminal courts imposed",
    ),
    PublicBody(
        name="belastingsamenwerking",
        pattern=r"belastingsamenwerking(?:en)?|belastingkantoor|gemeentebelastingen|regionale belasting groep",
        where="ANYWHERE",
        only_public_law=True,
        reason=_TAXES,
    ),
    PublicBody(
        name="belastingsamenwerking",
        pattern=r"gblt|bsgw|bghu|svhw|cocensus|munitax|hefpunt|gbtwente|sabewa(?: zeeland)?",
        where="WHOLE_NAME",
        only_public_law=True,
        reason=_TAXES,
    ),
    PublicBody(
        name="gemeente",
        pattern=r"gemeente|burgemeester en wethouders|college van (?:b ?& ?w|b en w|burgemeester en wethouders)",
        where="BEGINNING",
        reason="levies by ordinance, and sells and lets like anybody else",
    ),
    PublicBody(
        name="waterschap",
        pattern=r"waterschap|hoogheemraadschap|wetterskip",
        where="BEGINNING",
        reason="levies for water control, and contracts like anybody else",
    ),
    PublicBody(
        name="provincie",
        pattern=r"provincie|provinsje|gedeputeerde staten",
        where="BEGINNING",
        reason="levies and charges for decisions, and contracts like anybody else",
    ),
    PublicBody(
        name="ministerie",
        pattern=r"ministerie van|staat der nederlanden|rijkswaterstaat|rijksdienst voor",
        where="BEGINNING",
        reason="the State",
    ),
    PublicBody(
        name="gemeenschappelijke regeling",
        pattern=r"gemeenschappelijke regeling|openbaar lichaam|omgevingsdienst|veiligheidsregio|milieudienst",
        where="BEGINNING",
        reason="exercises powers of municipalities and provinces together",
    ),
    PublicBody(
        name="uitvoeringsorgaan",
        pattern=r"duo|uwv|svb|cak|rdw|rvo|nvwa",
        where="WHOLE_NAME",
        reason="carries out public law; the abbreviation alone, because firms carry it too",
    ),
    PublicBody(
        name="uitvoeringsorgaan",
        pattern=r"dienst uitvoering onderwijs|uitvoeringsinstituut werknemersverzekeringen|sociale verzekeringsbank"
        r"|centraal administratiekantoor|dienst wegverkeer|nederlandse voedsel- en warenautoriteit",
        where="BEGINNING",
        reason="carries out public law",
    ),
)

PUBLIC_CLAIMS: tuple[PublicClaim, ...] = (
    PublicClaim(
        word="aanslag",
        pattern=r"(?:belasting|naheffings|navorderings)?aanslag(?:en|biljet|biljetten|nummer)?",
        reason="a tax is imposed by an assessment",
    ),
    PublicClaim(
        word="naheffing",
        pattern=r"naheffing(?:en)?",
        reason="a tax that was not paid in time is levied afterwards",
    ),
    PublicClaim(
        word="OZB", pattern=r"ozb|woz", reason="the municipal tax on real estate, and the value it rests on"
    ),
    PublicClaim(
        word="precario", pattern=r"precario(?:belasting|rechten)?", reason="a tax on objects over public land"
    ),
    PublicClaim(
        word="belasting",
        pattern=r"(?!(?:omzet|over|vloer|dak|as|brug|door)belasting|belasting (?:over de )?toegevoegde)"
        r"[a-zë]*belasting(?:en|schuld|jaar)?(?!e)",
        reason="a tax; the turnover tax on an ordinary invoice is none of the body's own",
    ),
    PublicClaim(
        word="heffing",
        pattern=r"(?!(?:ont|op|ver)heffing)[a-z]*heffing(?:en)?",
        reason="a levy: sewer, waste, water system, purification, pollution",
    ),
    PublicClaim(
        word="leges",
        pattern=r"[a-z]*leges|rijbewijs|paspoort|identiteitskaart|(?:omgevings|kap|bouw|terras|evenementen)?vergunning(?:en)?",
        reason="a charge for a decision or a document",
    ),
    PublicClaim(
        word="dwangbevel",
        pattern=r"dwangbevel(?:en)?",
        reason="a writ that only an authority can issue itself",
    ),
    PublicClaim(word="BIZ-bijdrage", pattern=r"biz[ -]?bijdragen?", reason="a levy on businesses in a zone"),
    PublicClaim(
        word="rechten",
        pattern=r"(?:graf|begraaf|begrafenis|lijkbezorgings|riool|reinigings|haven|lig|markt|staan)(?:rechten|recht|geld|gelden)",
        reason="a charge by ordinance for the use of a public service",
    ),
    PublicClaim(word="boete", pattern=r"[a-z]*boetes?", reason="a fine of an authority"),
    PublicClaim(
        word="dwangsom",
        pattern=r"dwangsom(?:men)?|bestuursdwang",
        reason="enforcement of an order by an authority",
    ),
    PublicClaim(
        word="terugvordering",
        pattern=r"terugvordering(?:en)?|teruggevorderde?|terug te vorderen",
        reason="benefits, allowances and subsidies that were paid in excess",
    ),
    PublicClaim(
        word="uitkering",
        pattern=r"(?<!technische )(?<!juridische )bijstand|bijstandsuitkering|bijstandslening|leenbijstand"
        r"|participatiewet|uitkering|uitkeringsfraude|inburgeringslening|studieschuld|studiefinanciering",
        reason="a benefit or student loan by virtue of a statute",
    ),
    PublicClaim(
        word="eigen bijdrage",
        pattern=r"eigen bijdragen? (?:wmo|wlz|zorg)|wanbijdrage|bestuursrechtelijke premie",
        reason="a contribution to care by virtue of a statute",
    ),
)

# What an ordinary invoice may say of tax and penalties without being one.
_OF_PRIVATE_LAW = re.compile(
    r"(?:incl|excl|inclusief|exclusief|zonder|vrij van)\.? (?:omzet)?belasting(?:en)?|contractuele boetes?|boeterente"
)
# A legal form of private law, or a congregation, which is called gemeente too.
_PRIVATE_NAME = re.compile(
    r"(?<!\w)(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|u\.?a\.?|c\.?v\.?|stichting|vereniging|maatschap|gods|christus|jezus|"
    r"kerk|kerkelijke|pinkster\w*|evangelie|baptisten)(?!\w)"
)
_ARTICLE = r"(?:de |het )?"


@follows(PUBLIC_LAW_DEBT, PUBLIC_DUNNING, PUBLIC_DUNNING_FEE)
def named_public_law(creditor_name: str, subject: str) -> str | None:
    """Return the word that shows a debt of public law; None where there is none. Follows from Awb 4:85 and 4:112.

    `subject` is what the invoice is for, and may hold its number as well. For a body that only levies or fines
    the word is the name of the body.
    """
    body = _body_of(creditor_name)
    if body is None:
        return None
    if body.only_public_law:
        return body.name
    words = _OF_PRIVATE_LAW.sub(" ", _plain(subject))
    return next((claim.word for claim, pattern in _CLAIM_PATTERNS if pattern.search(words)), None)


def is_public_body_name(name: str) -> bool:
    """Test if a creditor of this name is a public body, whose invoices are looked at for debts of public law."""
    return _body_of(name) is not None


def _body_of(name: str) -> PublicBody | None:
    plain = _plain(name)
    if _PRIVATE_NAME.search(plain):
        return None
    return next((body for body, pattern in _BODY_PATTERNS if pattern.search(plain)), None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _body_pattern(body: PublicBody) -> re.Pattern[str]:
    if body.where == "WHOLE_NAME":
        return re.compile(rf"^{_ARTICLE}(?:{body.pattern})$")
    beginning = rf"^{_ARTICLE}" if body.where == "BEGINNING" else ""
    return re.compile(rf"{beginning}{_whole_words(body.pattern)}")


def _whole_words(pattern: str) -> str:
    """Return the pattern with no letter before or after it; a digit may, as in OZB2026."""
    return rf"(?<![^\W\d_])(?:{pattern})(?![^\W\d_])"


_BODY_PATTERNS = tuple((body, _body_pattern(body)) for body in PUBLIC_BODIES)
_CLAIM_PATTERNS = tuple((claim, re.compile(_whole_words(claim.pattern))) for claim in PUBLIC_CLAIMS)
