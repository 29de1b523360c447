"""The articles behind what stops reminders: insolvency, debt counselling, representation, death, complaint, dispute."""

from datetime import date
from typing import Final

from voldaan.domain.law import agency_scope
from voldaan.domain.law.citation import Citation

_SINCE_1896: Final = date(1896, 9, 1)
_SINCE_1998: Final = date(1998, 12, 1)
_SINCE_2003: Final = date(2003, 1, 1)
_SINCE_2014: Final = date(2014, 1, 1)
_INTEREST_NOT_READ: Final = "Whether interest runs on meanwhile was not read: none is asked."
_INTEREST_NOT_READ_NL: Final = (
    "Of de rente intussen doorloopt, is niet gelezen: er wordt geen rente gevraagd."
)
_READ_ON_THE_WEB: Final = "Read in a copy on the web, not in the register of statutes."
_READ_ON_THE_WEB_NL: Final = "Gelezen in een kopie op internet, niet in het register van wetten."


def _fw(
    article: str,
    follows: str,
    follows_nl: str,
    since: date = _SINCE_1896,
    *,
    paragraph: str | None = None,
    unsure: str | None = None,
    unsure_nl: str | None = None,
) -> Citation:
    return Citation(
        law="Fw",
        bwb_id="BWBR0001860",
        article=article,
        paragraph=paragraph,
        follows=follows,
        follows_nl=follows_nl,
        valid_from=since,
        not_confirmed=unsure,
        not_confirmed_nl=unsure_nl,
    )


def _bw(
    article: str,
    follows: str,
    follows_nl: str,
    since: date,
    *,
    paragraph: str | None = None,
    unsure: str | None = None,
    unsure_nl: str | None = None,
) -> Citation:
    books = {"1": "BWBR0002656", "4": "BWBR0002761"}
    return Citation(
        law="BW",
        bwb_id=books[article[0]],
        article=article,
        paragraph=paragraph,
        follows=follows,
        follows_nl=follows_nl,
        valid_from=since,
        not_confirmed=unsure,
        not_confirmed_nl=unsure_nl,
    )


def _bki(
    article: str, follows: str, follows_nl: str, *, unsure: str | None = None, unsure_nl: str | None = None
) -> Citation:
    return Citation(
        law="Bki",
        bwb_id="BWBR0049422",
        article=article,
        follows=follows,
        follows_nl=follows_nl,
        valid_from=date(2024, 4, 1),
        not_confirmed=unsure,
        not_confirmed_nl=unsure_nl,
    )


CLAIMS_BY_FILING = _fw(
    "26",
    "In a bankruptcy a claim can be brought only by filing it with the curator.",
    "In een faillissement kan een vordering alleen worden ingesteld door haar in te dienen bij de curator.",
)
NO_EXECUTION = _fw(
    "33",
    "The bankruptcy ends every single execution against the debtor.",
    "Het faillissement beëindigt elke afzonderlijke executie tegen de schuldenaar.",
    paragraph="1",
)
FILING_DAY = _fw(
    "127",
    "Claims are filed at the latest fourteen days before the meeting of verification; later ones are left out.",
    "Vorderingen worden uiterlijk veertien dagen voor de verificatievergadering ingediend; latere worden niet in "
    "behandeling genomen.",
)
INTEREST_AFTER_RULING = _fw(
    "128",
    "Interest that runs after the bankruptcy ruling is not verifiable, unless a pledge or mortgage covers it.",
    "Rente die na de faillietverklaring loopt, kan niet worden geverifieerd, tenzij pand of hypotheek haar dekt.",
)
NO_COMPULSION = _fw(
    "230",
    "During a suspension of payments the debtor cannot be made to pay.",
    "Tijdens de surseance kan de schuldenaar niet tot betaling worden genoodzaakt.",
    paragraph="1",
    unsure=_INTEREST_NOT_READ,
    unsure_nl=_INTEREST_NOT_READ_NL,
)
PRO_RATA = _fw(
    "233",
    "During a suspension of payments old debts are paid only to all creditors in proportion.",
    "Tijdens de surseance worden oude schulden alleen betaald aan alle schuldeisers samen, naar evenredigheid van hun "
    "vorderingen.",
)
RESTRUCTURED_CLAIMS = _fw(
    "299",
    "In a debt restructuring an old claim can be brought only by filing it.",
    "In de schuldsanering kan een oude vordering alleen worden ingesteld door haar ter verificatie aan te melden.",
    _SINCE_1998,
    paragraph="2",
)
RESTRUCTURING_STOPS = _fw(
    "301",
    "A debt restructuring suspends every execution against the debtor that has begun.",
    "De schuldsanering schorst elke executie tegen de schuldenaar die al is begonnen.",
    _SINCE_1998,
    paragraph="2",
)
RESTRUCTURING_INTEREST = _fw(
    "303",
    "In a debt restructuring no interest is due from the day of the ruling on.",
    "In de schuldsanering is vanaf de dag van de uitspraak geen rente verschuldigd.",
    _SINCE_1998,
    paragraph="1",
)
VOID_PAYMENT = _fw(
    "306",
    "What the debtor pays from outside the estate is void: nobody is asked for it.",
    "Wat de schuldenaar van buiten de boedel betaalt, is nietig: niemand wordt erom gevraagd.",
    _SINCE_1998,
)
TIME_OF_REST = _fw(
    "376",
    "While a plan is being made a court may bar all recourse for at most four months (extended, at most eight in all: "
    "paragraph 5).",
    "Terwijl een akkoord wordt voorbereid kan de rechtbank alle verhaal verbieden, hoogstens vier maanden (met "
    "verlengingen hoogstens acht: lid 5).",
    date(2021, 1, 1),
    paragraph="2",
    unsure="The article bars recourse, not letters. Nothing is sent and a person looks, whether rest was ordered or "
    "not.",
    unsure_nl="Het artikel verbiedt verhaal, geen brieven. Er wordt niets verzonden en een mens kijkt ernaar, ook als "
    "er geen afkoelingsperiode is afgekondigd.",
)
EVICTION = _fw(
    "287b",
    "A court may forbid eviction, or cutting off of energy and water, for at most six months.",
    "De rechtbank kan ontruiming, of afsluiting van energie en water, hoogstens zes maanden verbieden.",
    date(2008, 1, 1),
    unsure=_INTEREST_NOT_READ,
    unsure_nl=_INTEREST_NOT_READ_NL,
)
BROAD_MORATORIUM = Citation(
    law="Wgs",
    bwb_id="BWBR0031331",
    article="5",
    paragraph="1",
    follows="A court may give a debtor in debt counselling at most six months in which no creditor has recourse.",
    follows_nl="De rechtbank kan iemand in de schuldhulpverlening hoogstens zes maanden geven waarin geen schuldeiser "
    "verhaal kan nemen.",
    valid_from=date(2017, 4, 1),
    not_confirmed="The article bars recourse, not letters. Nothing is sent, and no interest is asked.",
    not_confirmed_nl="Het artikel verbiedt verhaal, geen brieven. Er wordt niets verzonden en geen rente gevraagd.",
)
MORATORIUM_DECREE = Citation(
    law="Besluit breed moratorium",
    bwb_id=None,
    address="https://zoek.officielebekendmakingen.nl/stb-2017-83.html",
    article="1",
    follows="The decree carries out the moratorium of the Wgs (Stb. 2017, 83).",
    follows_nl="Het besluit werkt het moratorium van de Wgs uit (Stb. 2017, 83).",
    valid_from=date(2017, 4, 1),
    not_confirmed="Only its title and first articles were read.",
    not_confirmed_nl="Alleen de titel en de eerste artikelen zijn gelezen.",
)
COUNSELLING_NOTIFIED = Citation(
    law="NVVK-convenanten",
    bwb_id=None,
    address="https://www.nvvk.nl/de-kennisgeving",
    article="kennisgeving",
    follows="From the notification of debt counselling on collecting rests for four to eight months, without costs.",
    follows_nl="Vanaf de kennisgeving van de schuldhulp ligt de incasso vier tot acht maanden stil, zonder kosten.",
    valid_from=date(2022, 3, 2),
    not_confirmed="Without a covenant the notification is a request. It is followed for everybody, for the longest "
    "time.",
    not_confirmed_nl="Zonder convenant is de kennisgeving een verzoek. Zij wordt voor iedereen gevolgd, voor de "
    "langste tijd.",
)
ADMINISTRATOR_MANAGES = _bw(
    "1:438",
    "Under administration (bewind) the administrator manages the goods, not the debtor.",
    "Onder bewind beheert de bewindvoerder de goederen, niet de schuldenaar.",
    _SINCE_2014,
    paragraph="1",
)
ADMINISTRATOR_REPRESENTS = _bw(
    "1:441",
    "The administrator represents the debtor, in and out of court.",
    "De bewindvoerder vertegenwoordigt de schuldenaar in en buiten rechte.",
    _SINCE_2014,
    paragraph="1",
)
UNDER_GUARDIANSHIP = _bw(
    "1:381",
    "Somebody under guardianship (curatele) cannot act in law: the guardian does.",
    "Wie onder curatele staat, kan niet zelf rechtshandelingen verrichten: de curator doet dat.",
    _SINCE_2014,
    unsure="The article was not read at its source. Nothing goes to the debtor.",
    unsure_nl="Het artikel is niet bij de bron gelezen. Er gaat niets naar de schuldenaar.",
)
REGISTER_OF_GUARDIANSHIPS = _bw(
    "1:391",
    "Guardianships, and administrations for debts, stand in a register that anybody may consult.",
    "Curatele, en bewind wegens schulden, staan in een register dat iedereen mag raadplegen.",
    _SINCE_2014,
    unsure=_READ_ON_THE_WEB,
    unsure_nl=_READ_ON_THE_WEB_NL,
)
CHILD = _bw(
    "1:234",
    "A minor acts in law with the consent of the legal representative, who is written to.",
    "Een minderjarige handelt met toestemming van zijn wettelijke vertegenwoordiger, en die wordt aangeschreven.",
    date(1995, 11, 2),
    unsure=_READ_ON_THE_WEB,
    unsure_nl=_READ_ON_THE_WEB_NL,
)
HEIRS_OWE = _bw(
    "4:182",
    "By death the heirs become the debtors.",
    "Door het overlijden worden de erfgenamen schuldenaar.",
    _SINCE_2003,
    paragraph="2",
)
OWN_GOODS_OF_HEIRS = _bw(
    "4:184",
    "An heir need not pay out of own goods unless the heir has purely accepted the estate.",
    "Een erfgenaam hoeft niet uit zijn eigen vermogen te betalen, tenzij hij de nalatenschap zuiver heeft aanvaard.",
    _SINCE_2003,
    paragraph="2",
)
MONTHS_OF_REST = _bw(
    "4:185",
    "For three months after a death there is no recourse on an estate that not every heir has purely accepted.",
    "Drie maanden na een overlijden is er geen verhaal op een nalatenschap die niet door alle erfgenamen zuiver is "
    "aanvaard.",
    _SINCE_2003,
    paragraph="1",
    unsure="The day of death is often not known: the months are counted from the first day of the hold.",
    unsure_nl="De dag van overlijden is vaak niet bekend: de maanden tellen vanaf de eerste dag van de blokkade.",
)
COMPLAINT_CONFIRMED: Final = agency_scope.COMPLAINT_CONFIRMED
CORRECT_CLAIM = _bki(
    "3.1",
    "The debtor is told correctly what is owed and for what: what is disputed is looked into first.",
    "De schuldenaar krijgt juist te horen wat hij verschuldigd is en waarvoor: wat wordt betwist, wordt eerst "
    "onderzocht.",
    unsure="No statute says that a dispute stops reminders. They stop until it is answered.",
    unsure_nl="Geen wet zegt dat een betwisting herinneringen stopt. Zij stoppen tot die is beantwoord.",
)
CORRECT_TREATMENT = _bki(
    "4.1",
    "Contact is clear, correct and recognisable: none that reaches somebody else or is untrue.",
    "Contact is duidelijk, correct en herkenbaar: geen bericht dat een ander bereikt of niet klopt.",
)
_DISPUTE_IS_FOR_A_JUDGE: Final = (
    "Whether a dispute excuses the delay is for a judge. Of what is disputed no interest is asked."
)
_DISPUTE_IS_FOR_A_JUDGE_NL: Final = (
    "Of een betwisting de vertraging verontschuldigt, is aan de rechter. Over wat wordt betwist, wordt geen rente "
    "gevraagd."
)
NOT_IN_DEFAULT = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:81",
    follows="As far as the delay cannot be attributed to the debtor there is no default, and so no statutory interest.",
    follows_nl="Voor zover de vertraging niet aan de schuldenaar kan worden toegerekend is er geen verzuim, en dus "
    "geen wettelijke rente.",
    valid_from=date(1992, 1, 1),
    not_confirmed=_DISPUTE_IS_FOR_A_JUDGE,
    not_confirmed_nl=_DISPUTE_IS_FOR_A_JUDGE_NL,
)
DELAY_NOT_ATTRIBUTABLE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="8",
    follows="Between businesses no interest is due as far as the delay cannot be attributed to the debtor.",
    follows_nl="Tussen bedrijven is geen rente verschuldigd voor zover de vertraging niet aan de schuldenaar kan "
    "worden toegerekend.",
    valid_from=date(2002, 12, 1),
    not_confirmed=_DISPUTE_IS_FOR_A_JUDGE,
    not_confirmed_nl=_DISPUTE_IS_FOR_A_JUDGE_NL,
)
DELAY_NOT_ATTRIBUTABLE_PUBLIC_BODY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="7",
    follows="A public body owes no interest as far as the delay cannot be attributed to it.",
    follows_nl="Een overheidsinstantie is geen rente verschuldigd voor zover de vertraging haar niet kan worden "
    "toegerekend.",
    valid_from=date(2013, 3, 16),
    not_confirmed=_DISPUTE_IS_FOR_A_JUDGE,
    not_confirmed_nl=_DISPUTE_IS_FOR_A_JUDGE_NL,
)
