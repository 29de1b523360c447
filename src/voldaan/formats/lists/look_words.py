"""Which words stand above a column in the lists of bookkeeping packages, in Dutch, English and German.

A table, so that a title that was met somewhere can be added without reading any code. Words are compared without
capitals, spaces and signs: "Fact.nr." is `factnr`. Explicit words can mean nothing else; possible words mean it only
where nothing says it better and the cells under them agree.
"""

import re
import unicodedata
from collections.abc import Mapping as Dictionary
from functools import lru_cache
from types import MappingProxyType

from voldaan.formats.lists.mapping import COLUMNS

EXPLICIT, POSSIBLE = 2, 1

_WORDS: dict[str, tuple[str, str]] = {
    "number": (
        "factuurnummer | factuurnr | factuur nr | factuur no | factuur # | fact.nr. | factnummer | fakt.nr. "
        "| faktuurnr | faktuurnummer | verkoopfactuurnummer | notanummer | notanr | nota nr | mutfactuur | "
        "nr. factuur | nummer factuur | invoice number | invoice no | invoice nr | invoice # | invoice id | "
        "inv no | inv nr | inv number | invoice num | rechnungsnummer | rechnungsnr | rechnung nr | "
        "rechnungs-nr | re-nr | re nr | bill number | invoicenum | factuur id | nota nummer | polisfactuur | "
        "aanslagnummer | aanslagbiljetnummer",
        "boekstuk | boekstuknummer | boekstuknr | boekst.nr. | bkst nr | bkst.nr. | stuknummer | stuknr | "
        "documentnummer | documentnr | document no | document number | document nr | document id | doc id | "
        "doc no | doc nr | nummer | nr | no | number | factuur | invoice | rechnung | belegnummer | beleg "
        "nr | belegnr | beleg | document | entry no | postnummer | postnr | num | ref no | nota | onze ref "
        "| ons ref | our ref | our reference | onze referentie | reference document | reference | referentie",
    ),
    "debtor_number": (
        "debiteurnummer | debiteurnr | debiteur nr | debiteurennummer | debiteurennr | debiteurencode | "
        "debiteurcode | debnr | deb.nr. | deb nummer | klantnummer | klantnr | klantcode | klant nr | klant "
        "# | customer number | customer no | customer nr | customer id | customer code | customer # | cust "
        "number | cust no | cust nr | client number | client no | client id | client code | accountcode | "
        "relatienummer | relatienr | relatiecode | relatie nr | relcode | debtor number | debtor no | "
        "debtor id | debtor code | debitornummer | debitornr | debitorennummer | debitoren-nr | debitor nr "
        "| kundennummer | kundennr | kunden-nr | kd-nr | kdnr | contactid | sold-to party | nr debiteur | "
        "nummer debiteur | rel.nr. | relnr | lidnummer | lidnr | huurdernummer | huurdernr | cliëntnummer | "
        "clientnummer | cliëntnr | bill-to customer no | abonneenummer | subjectnummer | "
        "subjectnr",
        "debiteur | klant | relatie | customer | client | account | account number | konto | debitor | "
        "debitorenkonto | kunde | debtor | verkooprelatie",
    ),
    "debtor_name": (
        "debiteurnaam | naam debiteur | debiteur naam | klantnaam | naam klant | klant naam | relatienaam | "
        "naam relatie | bedrijfsnaam | naam bedrijf | organisatie | organisatienaam | customer name | name "
        "customer | client name | company name | company | accountname | debtor name | relbedrijf | "
        "kundenname | name kunde | firma | firmenname | debitorname | name debitor | name 1 | organization "
        "| organisation | display name | invoice partner display name | naam organisatie | bill-to name | "
        "bill to name | lidnaam | naam huurder | naam cliënt | naam lid | naam "
        "belastingschuldige | belastingschuldige",
        "naam | name | debiteur | klant | relatie | customer | client | bedrijf | kunde | debitor | contact "
        "| account | partner | tenaamstelling | debtor | zoeknaam | contact name | lid | huurder | cliënt | "
        "patiënt | abonnee | afnemer | opdrachtgever | verkooprelatie",
    ),
    "debtor": (
        "",
        "debiteur | klant | relatie | customer | client | debitor | kunde | account | partner | naam | debtor "
        "| verkooprelatie",
    ),
    "email": (
        "e-mail | e-mailadres | email address | e-mail address | mailadres | mail | e-mail factuur | "
        "factuur e-mail | factuur e-mailadres | e-mailadres factuur | invoice email | sendinvoicestoemail | "
        "e-mail debiteur | e-mailadres debiteur | e-mail klant | customer email | e-mail-adresse | client "
        "email | factuuremail | e-mail facturen | e-mailadres facturen | e-mailadres facturatie | e-mail "
        "facturatie | emailaddress | factuuremailadres",
        "",
    ),
    "phone": (
        "telefoon | telefoonnummer | telefoonnr | tel | tel.nr. | phone | phone number | telephone | "
        "telefon | work phone number | phonenumber | phone no | telephone no",
        "mobiel | mobiel nummer | mobile | gsm | mobil",
    ),
    "contact_name": (
        "contactpersoon | naam contactpersoon | contact naam | contact name | contact person | t.a.v. | ter "
        "attentie van | attn | attention | ansprechpartner | factuur tav",
        "contact | achternaam | last name | lastname | surname | nachname | contact last name",
    ),
    "street": (
        "adres | straat | straatnaam | straat en huisnummer | straatnaam + huisnummer | adresregel 1 | "
        "adres 1 | factuuradres | postadres | street | street address | address | address 1 | address line "
        "1 | billing street | billing address | billing address 1 | strasse | straße | anschrift",
        "",
    ),
    "house_number": (
        "huisnummer | huisnr | huis nr | house number | hausnummer | hausnr | factuurhuisnummer",
        "",
    ),
    "house_number_addition": (
        "toevoeging | huisnummertoevoeging | huisnummer toevoeging | huisnr toev | toev | factuurhuisnummertoev",
        "",
    ),
    "postcode": (
        "postcode | pc | postcode factuuradres | factuurpostcode | zip | zipcode | zip code | postal code | "
        "post code | billing postal code | billing address postcode | postal code/zip code | plz | "
        "postleitzahl",
        "",
    ),
    "city": (
        "plaats | plaatsnaam | woonplaats | vestigingsplaats | stad | factuurplaats | city | town | billing "
        "city | billing address city | ort | stadt",
        "",
    ),
    "country": (
        "land | landcode | land code | land = iso code | country | country code | billing country | billing "
        "address country | factuurcodeland | country/region code | country/region",
        "",
    ),
    "iban": (
        "iban | iban-nr. | iban nummer | iban debiteur",
        "bankrekening | bankrekeningnummer | rekeningnummer | rek.nr.",
    ),
    "coc_number": (
        "kvk | kvk-nummer | kvk nr | kvknr | nummer kvk | handelsregisternummer | kamer van koophandel | "
        "coc number | coc no | chamber of commerce | chamberofcommerceid | chamber of commerce number",
        "",
    ),
    "vat_number": (
        "btw-nummer | btw nr | btwnr | btw-id | btw identificatienummer | vat number | vat no | vat id | "
        "tax number | vat registration no | ust-id | ust-idnr | ust-id-nr",
        "",
    ),
    "issue_date": (
        "factuurdatum | fact.datum | factuur datum | datum factuur | fakt.datum | faktuurdatum | notadatum "
        "| invoice date | date issued | date of invoice | invoice/bill date | bill date | rechnungsdatum | "
        "re-datum | inv date | factuurdat | nota datum | fact.dat | dagtekening",
        "datum | date | boekdatum | boekingsdatum | document date | documentdatum | posting date | "
        "boekstukdatum | mutdatum | mutatiedatum | belegdatum | transdate | baseline create date | "
        "transaction date | doc date | doc.datum",
    ),
    "due_date": (
        "vervaldatum | verval datum | vervaldag | vervalt | vervalt op | datum vervallen | uiterste "
        "betaaldatum | te betalen voor | betalen voor | uiterlijk betalen | due date | date due | due | due "
        "on | due by | due in date | net due date | payment due date | maturity date | fälligkeit | "
        "fälligkeitsdatum | fällig am | fällig | verval | verv datum | verv.dat. | verloopdatum | vervaldat | "
        "betaaldatum uiterlijk | uiterste betaaldag",
        "deadline",
    ),
    "days_overdue": (
        "dagen te laat | dagen vervallen | dagen over vervaldatum | dagen over | dagen na vervaldatum | "
        "aantal dagen te laat | aantal dagen vervallen | dagen achterstallig | days overdue | days past due "
        "| overdue days | tage überfällig | dagen overschreden",
        "dagen | dgn | vervaldagen | days | tage | aantal dagen",
    ),
    "term_days": (
        "betaaltermijn | betalingstermijn | krediettermijn | termijn dagen | betaaltermijn dagen | "
        "betalingstermijn dagen | payment term days | payment terms days | net days | zahlungsziel | "
        "zahlungsziel tage",
        "termijn | payment term | payment terms | terms",
    ),
    "total": (
        "factuurbedrag | factuurtotaal | totaalbedrag | totaal bedrag | totaal incl btw | totaal incl | "
        "bedrag incl btw | bedrag incl | bedrag inclusief btw | totaal inclusief btw | factuurbedrag incl "
        "btw | oorspronkelijk bedrag | origineel bedrag | invoice amount | invoice total | total amount | "
        "original amount | total incl vat | amount incl vat | total including vat | totalpriceincl | "
        "rechnungsbetrag | bruttobetrag | ursprungsbetrag | total signed | notabedrag | nota bedrag | "
        "totaal factuur | bedrag factuur | fact.bedrag | factbedrag | fakt.bedrag | faktuurbedrag",
        "bedrag | totaal | total | amount | betrag | factuur | invoice | gesamt | amountdc | amount in "
        "local currency | amount in doc. curr.",
    ),
    "open": (
        "openstaand | openstaand bedrag | nog openstaand | bedrag openstaand | open | open bedrag | "
        "openstaand saldo | restant | restantbedrag | restbedrag | resterend | resterend bedrag | te "
        "betalen | nog te betalen | nog te ontvangen | te ontvangen | verschuldigd bedrag | verschuldigd | "
        "outstanding | outstanding amount | amount outstanding | outstandingdc | outstanding balance | "
        "amount due | amount due signed | balance due | open amount | open balance | remaining amount | "
        "remaining | remaining amt | unpaid | offen | offener betrag | offener posten | restbetrag | noch "
        "offen | saldo openstaand | openstaand incl btw | invoiceamountdue | amountdue | openstaande bedrag "
        "| open saldo | openst. bedrag | openst. | nog te voldoen | te voldoen",
        "saldo | balance | rest | post | factuursaldo | saldo factuur",
    ),
    "paid": (
        "betaald | betaald bedrag | bedrag betaald | reeds betaald | al betaald | voldaan | reeds voldaan | "
        "ontvangen | paid | amount paid | paid amount | already paid | bezahlt | bezahlter betrag | "
        "payments | paid to date | invoiceamountpaid | amountpaid | totaal betaald",
        "",
    ),
    "debit": ("debet | debet bedrag | bedrag debet | debit | debit amount | soll | betrag soll", ""),
    "credit": ("credit | credit bedrag | bedrag credit | credit amount | haben | betrag haben", ""),
    "currency": (
        "valuta | valutacode | munt | muntsoort | munteenheid | muntcode | currency | currency code | "
        "currencycode | curr | curr. | document currency | währung | whg",
        "",
    ),
    "reference": (
        "betalingskenmerk | betaalkenmerk | kenmerk betaling | payment reference | acceptgirokenmerk | "
        "zahlungsreferenz | betaalreferentie",
        "",
    ),
    "subject": (
        "omschrijving | omschrijving factuur | factuuromschrijving | onderwerp | betreft | beschrijving | "
        "description | subject | buchungstext | verwendungszweck | invoice description",
        "details | text | tekst | bezeichnung",
    ),
    "order_number": (
        "bestelnummer | bestelnr | bestel nr | bestelnummer klant | bestelnummer debiteur | ordernummer | ordernr | "
        "order nr | order no | order number | ordernummer klant | inkoopordernummer | inkoopordernr | inkooporder | "
        "po-nummer | po nr | po number | po no | purchase order | purchase order number | customer order number | "
        "bestellnummer | bestell-nr | uw referentie | uw ref | uw ref. | uw kenmerk | klantreferentie | "
        "referentie klant | your reference | your ref | customer reference | ihre referenz | ihr zeichen",
        "",
    ),
    "capacity": (
        "hoedanigheid | soort klant | klantsoort | klanttype | type klant | customer type | soort debiteur "
        "| debiteursoort | rechtsvorm | kundentyp | soort relatie | relatiesoort",
        "soort | type | categorie | klantgroep | debiteurgroep | category",
    ),
    "consumer": ("particulier | consument | is particulier | particulier ja/nee | consumer", ""),
    "business": ("zakelijk | bedrijf ja/nee | is bedrijf | zakelijk ja/nee | is business", ""),
    "language": ("taal | taalcode | language | language code | sprache", ""),
    "contact_first_name": (
        "voornaam | voornaam contactpersoon | contact first name | first name | firstname | vorname",
        "voorletters | voorletter | initialen | initials | roepnaam",
    ),
    "contact_infix": ("tussenvoegsel | tussenvoegsels | voorvoegsel | voorvoegsels | tussenv | infix", ""),
    "contact_role": ("functie | functie contactpersoon | rol contactpersoon | contact role | job title", ""),
    "contact_email": (
        "e-mail contactpersoon | e-mailadres contactpersoon | contact email | contact e-mail",
        "",
    ),
    "contact_phone": (
        "telefoon contactpersoon | telefoonnummer contactpersoon | contact phone | contacttelefoonnr",
        "",
    ),
    "visiting_street": ("bezoekadres | vestigingsadres | visiting address | straat bezoekadres", ""),
    "visiting_house_number": ("huisnummer bezoekadres | bezoekadres huisnummer", ""),
    "visiting_postcode": ("postcode bezoekadres | bezoekadres postcode | bezoekpostcode", ""),
    "visiting_city": ("plaats bezoekadres | bezoekadres plaats | bezoekplaats", ""),
    "direct_debit": (
        "incasso | automatische incasso | aut. incasso | aut. bet./inc. | sepa incasso | incassant | "
        "incasso ja/nee | direct debit | machtiging | incassomachtiging | machtiging automatische incasso | "
        "lastschrift",
        "",
    ),
}

PASSED_OVER = MappingProxyType(
    {
        "btw": "omzetbelasting hoort bij het factuurbedrag; wij lezen wat er openstaat",
        "excl": "bedragen zonder btw zijn niet wat de debiteur betaalt",
        "netto": "bedragen zonder btw zijn niet wat de debiteur betaalt",
        "uwref": "wat de debiteur als referentie opgaf, is niet ons betalingskenmerk",
        "yourref": "wat de debiteur als referentie opgaf, is niet ons betalingskenmerk",
        "aanman": "wat eerder is aangemaand, staat in dit programma zelf",
        "herinner": "wat eerder is aangemaand, staat in dit programma zelf",
        "reminder": "wat eerder is aangemaand, staat in dit programma zelf",
        "status": "een status zegt niet welk bedrag er openstaat",
        "dagboek": "het dagboek is van de boekhouding",
        "grootboek": "de grootboekrekening is van de boekhouding",
        "periode": "de periode is van de boekhouding",
        "bic": "een IBAN zegt het al",
        "fax": "per fax herinneren wij niet",
        "website": "een website is geen manier om iemand aan te schrijven",
    }
)
"""What columns often are that we leave unread, by a piece of their title, and why."""

BANK_WORDS = frozenset(
    "afbij afschriftnummer auftragskonto batchid bedragaf bedragbij beginsaldo "
    "beguenstigterzahlungspflichtiger begünstigterzahlungspflichtiger beneficiary boekcode bookingdate "
    "buchungstag closingbalance counterparty counterpartyaccount counterpartyiban counterpartyname "
    "debitcredit eindsaldo endsaldo fee gross ibanbban ibanbicrekeningnummertegenpartij inflow interestdate "
    "kontonummer kontonummerbankleitzahl mededelingen merchant mutatiesoort naambegunstigde naamomschrijving "
    "naamtegenpartij naamtegenrekening notificationtype omschrijving1 omschrijving2 omschrijving3 "
    "openingbalance opgevraagdsaldo outflow payee referencetxnid rekeningtegenpartij remitter rentedatum "
    "runningbalance saldonaboeking saldonamutatie saldonatransactie startsaldo tegenpartij tegenpartijiban "
    "tegenrekening tegenrekeningiban tijdzone timezone transactiebedrag transactiedatum transactionamount "
    "transactionid transactiontype valuedate valutadatum valutatermin volgnr volgnummer".split()
)
"""Titles of bank exports, squeezed. Two of them, and it is not a list of what debtors owe."""

CREDITOR_WORDS = ("crediteur", "leverancier", "supplier", "vendor", "kreditor", "lieferant", "inkoop")
"""A title that begins with one of these is about what the client itself owes."""

_AFTER = re.compile(
    r"(?<![\s(\[/,;:.-])[\s(\[/,;:.-]++(?:in\s++)?(?:eur|euro|euros|€|lv|lcy|nl|factuurvaluta|valuta eur)[)\].\s]*+$",
    re.IGNORECASE,
)
_EXCLUDED = (
    "excl",
    "btw",
    "vat",
    "korting",
    "discount",
    "skonto",
    "creditlimit",
    "limiet",
    "centen",
    "incents",
)
_WHOLE_WORD_MIN = 8
_BY_BEGINNING = ("number", "debtor_number", "issue_date", "due_date", "total", "open", "paid")
"""Columns whose title may go on after the word: "Openstaand per 31-12". """


def squeeze_title(title: str) -> str:
    """Return a title by which it can be compared: small letters and digits only, "#" read as "nr"."""
    plain = unicodedata.normalize("NFKC", title).casefold().replace("#", "nr").replace("№", "nr")
    return "".join(sign for sign in plain if sign.isalnum())


def _table() -> dict[str, dict[str, int]]:
    """Return for each squeezed word which columns it can mean, and how surely."""
    table: dict[str, dict[str, int]] = {}
    for name in COLUMNS:
        if "_" in name:
            table.setdefault(squeeze_title(name), {})[name] = EXPLICIT
    for name, grades in _WORDS.items():
        for grade, words in zip((EXPLICIT, POSSIBLE), grades, strict=True):
            for word in filter(None, map(squeeze_title, words.split(" | "))):
                meant = table.setdefault(word, {})
                meant[name] = max(grade, meant.get(name, 0))
    return table


_MEANINGS = _table()
_LONG = sorted(
    (
        word
        for word, meant in _MEANINGS.items()
        if len(word) >= _WHOLE_WORD_MIN and any(meant.get(name) == EXPLICIT for name in _BY_BEGINNING)
    ),
    key=len,
    reverse=True,
)


@lru_cache(maxsize=8192)
def meanings(title: str) -> Dictionary[str, int]:
    """Return the columns that a title can mean with `EXPLICIT` or `POSSIBLE`; empty where no word is known.

    >>> meanings("Fact.nr.")
    mappingproxy({'number': 2})
    >>> meanings("Openstaand per 31-12 (EUR)")
    mappingproxy({'open': 1})
    """
    squeezed = squeeze_title(title)
    if found := _MEANINGS.get(squeezed):
        return MappingProxyType(found)
    shorter = squeeze_title(_AFTER.sub("", title))
    if found := _MEANINGS.get(shorter):
        return MappingProxyType(found)
    if "incl" not in squeezed and any(word in squeezed for word in _EXCLUDED):
        return MappingProxyType({})
    for word in _LONG:
        if squeezed.startswith(word):
            return MappingProxyType(dict.fromkeys(_MEANINGS[word], POSSIBLE))
    return MappingProxyType({})


def why_unread(title: str) -> str:
    """Return why a column with this title is left unread."""
    squeezed = squeeze_title(title)
    return next((why for piece, why in PASSED_OVER.items() if piece in squeezed), "")
