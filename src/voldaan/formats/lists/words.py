"""Words that lists write for a country, a capacity, a language, a role, yes and no: to what they mean here."""

from collections.abc import Mapping as Dictionary
from types import MappingProxyType


def _meanings(**words: str) -> Dictionary[str, str]:
    """Return each of the words, separated by bars, to what it means; the code itself is a word as well."""
    meant = {word.strip(): meaning for meaning, row in words.items() for word in row.split("|")}
    return MappingProxyType({meaning.lower(): meaning for meaning in words} | meant)


COUNTRIES = _meanings(
    NL="nederland | the netherlands | netherlands | holland | nld | niederlande",
    BE="belgië | belgie | belgium | belgique | bel | belgien",
    DE="duitsland | germany | deutschland | deu | brd",
    FR="frankrijk | france | fra | frankreich",
    LU="luxemburg | luxembourg | lux",
    GB="groot-brittannië | groot-brittannie | verenigd koninkrijk | engeland | united kingdom | great britain | uk "
    "| gbr",
    AT="oostenrijk | austria | österreich | aut",
    CH="zwitserland | switzerland | schweiz | che",
    ES="spanje | spain | españa | esp",
    IT="italië | italie | italy | italia | ita",
    PT="portugal | prt",
    PL="polen | poland | polska | pol",
    DK="denemarken | denmark | dnk",
    SE="zweden | sweden | swe",
    NO="noorwegen | norway | nor",
    FI="finland | fin",
    IE="ierland | ireland | irl",
    CZ="tsjechië | tsjechie | czech republic | czechia | cze",
    HU="hongarije | hungary | hun",
    RO="roemenië | roemenie | romania | rou",
    US="verenigde staten | united states | usa | united states of america",
)

CAPACITIES = _meanings(
    CONSUMER="consument | particulier | particulieren | privé | prive | privépersoon | natuurlijk persoon | consumer "
    "| private | private individual | individual | privat | privatperson",
    SOLE_TRADER="eenmanszaak | zzp | zzp'er | zelfstandige | sole trader | sole proprietor | sole proprietorship",
    LEGAL_PERSON="bv | b.v. | besloten vennootschap | nv | n.v. | naamloze vennootschap | stichting | vereniging "
    "| coöperatie | cooperatie | coöperatief | rechtspersoon | legal person | company limited | limited | ltd | gmbh "
    "| kerkgenootschap | onderlinge waarborgmaatschappij",
    PUBLIC_BODY="overheid | gemeente | provincie | rijk | rijksoverheid | ministerie | waterschap | publiek "
    "| public body | government | municipality",
)
"""A partnership (vof, maatschap) is none of these: its partners owe in person, so a person decides."""

BUSINESSES = frozenset(
    "bedrijf | zakelijk | business | company | onderneming | zakelijke klant | organisatie | b2b | vof | v.o.f. "
    "| vennootschap onder firma | maatschap | commanditaire vennootschap | cv | c.v. | onbekend | unknown | overig "
    "| firma | organization".split(" | ")
)
"""Words that leave open in which capacity somebody owes: a business can be a sole trader."""

LANGUAGES = _meanings(
    nl="nl | nederlands | nederland | dutch | nld | ned | nl-nl | nl_nl | nl-be | dut | niederländisch | n",
    en="en | engels | english | eng | en-gb | en_gb | en-us | en_us | gb | uk | e | englisch",
    de="de | duits | deutsch | german | ger | deu | de-de | de_de | de-at | de-ch | allemand",
    fr="fr | frans | français | francais | french | fra | fre | fr-fr | fr_fr | fr-be | französisch",
    es="es | spaans | español | espanol | spanish | spa | es-es | es_es",
)

ROLES = _meanings(
    ACCOUNTS_PAYABLE="crediteurenadministratie | crediteuren | administratie | boekhouding | boekhouder | financieel "
    "| financiën | financien | financiële administratie | finance | accounts payable | accounting | facturen "
    "| facturatie | factuur | invoice | billing | debiteurencontact | financial",
    REPRESENTATIVE="directeur | directie | dga | eigenaar | bestuurder | zaakvoerder | vertegenwoordiger | owner "
    "| director | ceo | managing director | representative",
    PARTNER="partner | vennoot | maat | echtgenoot | echtgenote",
)

YES = frozenset("j ja y yes 1 true waar x wahr oui incasso automatisch sepa aan actief".split())
NO = frozenset("n nee no 0 false onwaar falsch non neen geen - overboeking handmatig uit inactief".split())


def country_of(text: str) -> str:
    """Return the code of a country that is named by a word we know, else the text as it is."""
    return COUNTRIES.get(text.lower(), text)


def is_yes(text: str) -> bool | None:
    """Return what a word of yes or no says, None where it says nothing; raises `ValueError` for another word."""
    word = text.lower().rstrip(".")
    if not word:
        return None
    if word not in YES | NO:
        raise ValueError(text)
    return word in YES
