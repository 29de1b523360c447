"""Fictional debtors: people and firms with the names, accounts and relatives that a Dutch book has."""

from random import Random
from typing import NamedTuple

SURNAMES = """
de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|
Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|van der Linden|Kok|Jacobs|
de Haan|Vermeulen|van den Heuvel|van der Veen|van den Broek|de Bruijn|de Bruin|van der Heijden|Schouten|van Beek|
Willems|van Vliet|van de Ven|Hoekstra|Maas|Verhoeven|Koster|van Dam|van der Wal|Prins|Blom|Huisman|Peeters|Kuipers|
van Veen|Kuiper|Post|Veenstra|Kramer|van den Brink|Scholten|van Wijk|Postma|Martens|Vink|de Ruiter|Timmermans|Groen|
Gerritsen|Jonker|van Loon|Boer|van der Velde|Willemsen|Smeets|de Lange|de Vos|van Dongen|Schipper|de Koning|Koning|
van der Laan|Driessen|van Doorn|Hermans|Evers|van den Bosch|van der Meulen|Hofman|Bosman|Wolters|Sanders|Mol|Bosch|
van der Horst|Molenaar|Kroon|Verbeek|van der Ploeg|Oosterhuis|Zijlstra|Terpstra|Hoogendoorn|Nijland|ter Horst|
El Amrani|Bouzidi|Yilmaz|Kaya|Demir|Öztürk|Kowalski|Nowak|Wiśniewska|Nguyen|Tran|Singh|Kumar|Ramdin|Baldewsingh|
Müller|Schäfer|Dubois|Lefèvre|García|Fernandes|Pinas|Popescu|Tesfaye|Abdi|Hassan|Al-Sayed|'t Hart|in 't Veld|
op den Kamp|van 't Hof|Wijngaarden|Kraaijeveld|Duijvestijn|Kuijpers|Cuijpers|IJzerman|Eijkelkamp|Quaedvlieg
""".replace("\n", "").split("|")
STEMS = """
Berg Hout Water Veld Klein Groen Olde Nieuwen Ooster Wester Hoog Laag Rijk Steen Zand Linden Eiken Beuken Vogel Haas
Wolf Valk Kalk Broek Roode Witte Zwarte Lange Korte Molen Kerk Brug Heide Duin
""".split()
ENDINGS = """
huis kamp man sma stra inga veld burg hof mans bos laar wijk horst dijk meijer ink brink aar enaar donk rade
""".split()
PREFIXES = ("", "", "", "van ", "van de ", "ter ", "van den ")
GIVEN_NAMES = """
Jan Anna Pieter Maria Henk Els Kees Sanne Daan Emma Bram Lotte Ruben Fleur Mohamed Fatima Mehmet Ayşe Piotr Agnieszka
Willem Johanna Thijs Iris Sven Noor Gerrit Truus Koen Marloes Lars Femke Joost Hanneke Sjoerd Nienke Yusuf Samira
""".split()
TRADES = """
Bakkerij|Slagerij|Garage|Hotel|Restaurant|Installatiebedrijf|Schildersbedrijf|Loodgietersbedrijf|Kapsalon|Drukkerij|
Transport|Aannemersbedrijf|Hoveniersbedrijf|Tandartspraktijk|Administratiekantoor|Rijwielhandel|Boekhandel|Kwekerij|
Schoonmaakbedrijf|Makelaardij|Fysiotherapie|Slijterij|Timmerbedrijf|Elektrotechniek|Bloemenhuis|Sportcentrum
""".replace("\n", "").split("|")
PLACES_AND_IDEAS = """
Zeezicht|De Linde|Noordzee|Het Anker|De Molen|Maasoever|De Posthoorn|Veluwe|IJsselland|De Zwaan|Waterland|De Haven|
Zuiderpark|De Korenbloem|Oranje|De Brug|Rijnmond|Kennemer|De Vlijt|Twente|Meetjesland|De Toren|Amstel|De Kroon|
Westpoort|Oostkade|De Ster|Vechtdal|De Schakel|Binnenhof|Delta|Nova|Horizon|Plus|Centraal|Unie|Combi|Primair
""".replace("\n", "").split("|")
LEGAL_FORMS = ("B.V.", "B.V.", "B.V.", "BV", "V.O.F.", "VOF", "", "", "N.V.", "Holding B.V.", "Beheer B.V.")
BANKS = ("TEST", "FICT", "VOLD", "PROE")


class Debtor(NamedTuple):
    """Somebody who owes, as the client's books and as banks know them."""

    account_id: int
    name: str
    printed: str
    """The name as the bank prints it."""
    surname: str
    """For a firm, what it is called without trade and form."""
    is_firm: bool
    iban: str
    number: str
    knows_iban: bool
    relative: str
    """Who else pays: a partner, a parent; for a firm the company above it."""
    relative_iban: str
    mandate_id: str


def fictional_iban(rng: Random) -> str:
    """Return a Dutch IBAN with right check digits of a bank that does not exist."""
    bank, account = rng.choice(BANKS), f"{rng.randrange(10**10):010}"
    spelled = "".join(str(int(sign, 36)) for sign in f"{bank}{account}NL00")
    return f"NL{98 - int(spelled) % 97:02}{bank}{account}"


def make_debtor(
    rng: Random, account_id: int, number: int, *, consumers_percent: int, iban_percent: int
) -> Debtor:
    """Return a debtor whose name others can share, as common names do."""
    is_firm = rng.randrange(100) >= consumers_percent
    surname = _called(rng) if is_firm else surname_of(rng)
    name, printed = _firm(rng, surname) if is_firm else _person(rng, surname)
    return Debtor(
        account_id=account_id,
        name=name,
        printed=printed,
        surname=surname,
        is_firm=is_firm,
        iban=fictional_iban(rng),
        number=str(number),
        knows_iban=rng.randrange(100) < iban_percent,
        relative=_parent_firm(rng) if is_firm else _partner(rng, surname),
        relative_iban=fictional_iban(rng),
        mandate_id=f"M{account_id:07}" if rng.randrange(5) == 0 else "",
    )


def surname_of(rng: Random) -> str:
    """Return a surname: half of them common ones, of which the first of the list are the most common."""
    if rng.randrange(2):
        return f"{rng.choice(PREFIXES)}{rng.choice(STEMS)}{rng.choice(ENDINGS)}"
    return SURNAMES[min(rng.randrange(len(SURNAMES)), rng.randrange(len(SURNAMES)))]


def initials_of(rng: Random) -> str:
    """Return one to three initials with dots."""
    return "".join(f"{rng.choice('ABCDEFGHIJKLMNPRSTW')}." for _ in range(rng.choice((1, 1, 1, 2, 2, 3))))


def stranger(rng: Random) -> str:
    """Return a name that no book need know."""
    return f"{initials_of(rng)} {surname_of(rng)}"


def _called(rng: Random) -> str:
    return rng.choice(
        (
            rng.choice(PLACES_AND_IDEAS),
            surname_of(rng),
            f"{surname_of(rng)} & {surname_of(rng)}",
            f"{rng.choice(PLACES_AND_IDEAS)} {rng.choice(PLACES_AND_IDEAS)}",
        )
    )


def _person(rng: Random, surname: str) -> tuple[str, str]:
    """Return how the books and how the bank spell a person: initials before or behind, given name, capitals."""
    initials = initials_of(rng)
    plain = initials.replace(".", "")
    given = next((one for one in GIVEN_NAMES if one[0] == initials[0]), "")
    name = rng.choice((f"{initials} {surname}", f"{initials} {surname}", f"{given or initials} {surname}"))
    printed = rng.choice(
        (
            f"{initials} {surname}",
            f"{plain} {surname}",
            f"{' '.join(plain)} {surname}".upper(),
            f"{surname} {' '.join(plain)}".upper(),
            f"{surname}, {initials}",
            f"Hr {plain} {surname}",
            f"Mw {initials} {surname}",
            f"{given or plain} {surname}",
            f"{initials} {surname} e/o {initials_of(rng)} {surname_of(rng)}",
            f"{plain} {surname}-{surname_of(rng)}",
        )
    )
    return name, printed


def _firm(rng: Random, called: str) -> tuple[str, str]:
    """Return how the books and how the bank spell a firm: form left out, cut at 32 signs, capitals, trade in front."""
    trade, form = rng.choice(TRADES), rng.choice(LEGAL_FORMS)
    name = f"{trade} {called} {form}".strip()
    plain = form.replace(".", "")
    printed = rng.choice(
        (
            name,
            f"{trade} {called} {plain}".strip().upper(),
            f"{trade} {called}".upper(),
            f"{trade} {called}",
            f"{trade} {called} {plain}".strip()[:32],
            f"{called} {trade} {form}".strip(),
        )
    )
    return name, printed


def _partner(rng: Random, surname: str) -> str:
    other = surname_of(rng)
    return rng.choice(
        (
            f"{initials_of(rng)} {other}",
            f"{initials_of(rng)} {surname}-{other}",
            f"{initials_of(rng)} {surname}",
            f"{initials_of(rng)} {other} e/o {initials_of(rng)} {surname}",
        )
    )


def _parent_firm(rng: Random) -> str:
    return rng.choice((f"{surname_of(rng)} Holding B.V.", f"{rng.choice(PLACES_AND_IDEAS)} Groep B.V."))
