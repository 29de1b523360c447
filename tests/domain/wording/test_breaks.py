"""Letters that are broken in one way each: the guard names that break, and no other."""

import pytest

from tests.domain.wording.whole_letters import TEXTS
from voldaan.domain.wording.guard import check

# Each row: which letter, what is replaced, by what, and the one rule that must name it.
AMOUNTS = [
    ("own", "€ 1.234,50", "€ 1.234,51", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.234,49", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 123.450", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 0,00", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.2345,0", "amount.foreign"),
    ("own", "€ 1.234,50", "€ -1.234,50", "amount.foreign"),
    ("own", "€ 1.234,50", "$ 1.234,50", "amount.foreign"),
    ("own", "€ 1.234,50", "1.234,50 dollar", "amount.foreign"),
    ("own", "€ 1.234,50", "1.243,50 euro", "amount.foreign"),
    ("own", "€ 1.234,50", "1.243,50", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.234,-", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.2\u00ad34,51", "amount.foreign"),
    ("own", "€ 1.234,50", "€\u00a01.234,\n51", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1 243,50", "amount.foreign"),
    ("own", "€ 1.234,50", "EUR1234,51", "amount.foreign"),
    ("own", "€ 1.234,50", "twaalfhonderdvierendertig euro en vijftig cent", None),
    ("own", "€ 1.234,50", "twaalfhonderdvijfendertig euro", "amount.foreign"),
    ("own", "€ 1.234,50", "twaalfhonderdvierendertig euro en zestig cent", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.245,61", "amount.misplaced"),
    ("own", "Te betalen: € 2.480,11", "Te betalen: € 1.245,61", "amount.misplaced"),
    ("own", "€ 2.480,11 uiterlijk", "het bedrag uiterlijk", "total.missing"),
    ("own", "€ 2.480,11 uiterlijk", "€ 2.480,12 uiterlijk", "amount.foreign"),
    ("own", "€ 2.480,11 uiterlijk", "2481 uiterlijk", "amount.foreign"),
    ("own_en", "€1,234.50", "€1,234.05", "amount.foreign"),
    ("own_en", "€1,234.50", "€1.234.50", "amount.foreign"),
    ("own_en", "€1,234.50", "£1,234.50", "amount.foreign"),
    ("own_en", "€1,234.50", "one thousand two hundred and thirty-five euros", "amount.foreign"),
    ("own_en", "EUR 1245.61", "EUR 1245.62", "amount.foreign"),
    ("own_en", "€2,480.11", "€2,480", "amount.foreign"),
    ("agency", "Hoofdsom € 1.234,50", "Hoofdsom € 0,00", "amount.foreign"),
    ("own", "Betalingen verwerkt", "U krijgt 10% korting. Betalingen verwerkt", "amount.foreign"),
    ("own", "Betalingen verwerkt", "Nog veertig euro. Betalingen verwerkt", "amount.foreign"),
    ("own", "Betalingen verwerkt", "Nog 50 cent. Betalingen verwerkt", "amount.foreign"),
    ("own", "nog 2 facturen", "nog 3 facturen", "count.foreign"),
    ("own_en", "2 invoices", "five invoices", "count.foreign"),
]
DAYS = [
    ("own", "4 december 2026", "5 december 2026", "date.foreign"),
    ("own", "4 december 2026", "4 december 2027", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "4 januari 2027", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "5-12-26", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "5 december '26", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "05.12.2026", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "de vijfde december", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "5/12/2026", "date.foreign"),
    ("own", "vrijdag 4 december 2026", "5 de\u00adcember 2026", "date.foreign"),
    ("own", "vrijdag 4 december", "donderdag 4 december", "date.weekday"),
    ("own", "tot en met 21 november", "tot en met 20 november", "date.foreign"),
    ("own", "tot en met 21 november", "tot en met 3 oktober", "date.misplaced"),
    ("own", "04-10-2026", "05-10-2026", "date.foreign"),
    ("own", "04-10-2026", "31-02-2026", "date.foreign"),
    ("own", "04-10-2026", "2026/10/05", "date.foreign"),
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk 5-12", "date.foreign"),
    ("own_en", "October 3, 2026", "October 4th, 2025", "date.foreign"),
    ("own_en", "October 3, 2026", "the fifth of October 2026", "date.foreign"),
    ("own_en", "2026-10-04", "2026-10-14", "date.foreign"),
    ("own_en", "Friday 4 December", "Thu 4 December", "date.weekday"),
    ("own_en", "by Friday 4 December 2026", "by 12/04/2026", "date.foreign"),
    ("agency", "van 3 oktober 2026", "van 4 oktober 2026", "date.foreign"),
    ("agency", "vervaldatum 2 november 2026", "vervaldatum 3 oktober 2026", "date.misplaced"),
    ("agency_en", "due date 2 November 2026", "due date 2 December 2026", "date.foreign"),
]
TERMS = [
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk volgende week", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnen 14 dagen", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnen 7 werkdagen", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnen een week", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnen 48 uur", "term.relative"),
    (
        "own",
        "uiterlijk vrijdag 4 december 2026",
        "binnen veer\u00adtien dagen na dagtekening",
        "term.relative",
    ),
    ("own", "uiterlijk vrijdag 4 december 2026", "per direct", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "PER OMGAANDE", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk morgen", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "nog deze week", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "vóór het weekend", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk aanstaande vrijdag", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "eind december", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "zo spoedig mogelijk", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "vandaag nog", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "zeven dagen na vandaag", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "spoedig", "term.relative"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnenkort", "pay_by.missing"),
    ("own", "Dit bericht", "Betaal binnen 14 dagen. Dit bericht", "term.relative"),
    ("own", "Dit bericht", "Betaal uiterlijk 21 november 2026. Dit bericht", "term.early"),
    ("own", "Dit bericht", "Betaal vóór 4 december 2026. Dit bericht", "term.early"),
    ("own", "Dit bericht", "Maak het over voor 23 november 2026. Dit bericht", "term.early"),
    ("own", "Dit bericht", "Wij zien het graag uiterlijk 23 november 2026. Dit bericht", "term.early"),
    ("own_en", "by Friday 4 December 2026", "within fourteen days", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "within 7 days", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "by Friday", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "immediately", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "as soon as possible", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "before the end of the month", "term.relative"),
    ("own_en", "by Friday 4 December 2026", "tomorrow", "term.relative"),
    ("own_en", "There are no", "Please pay before 4 December 2026. There are no", "term.early"),
    ("own_en", "There are no", "Please pay by 21 November 2026. There are no", "term.early"),
    ("agency", "uiterlijk 4 december 2026", "binnen vijf dagen", "term.relative"),
    ("agency_en", "by 4 December 2026", "without delay", "term.relative"),
]
ACCOUNTS = [
    ("own", "NL91 ABNA 0417 1643 00", "NL02 ABNA 0123 4567 89", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 0", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "NL91.ABNA.0417.1643.01", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "nl02 abna 0123 4567 89", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "nummer 41.71.64.300", "iban.missing"),
    (
        "own",
        "Rekening NL91 ABNA 0417 1643 00",
        "Rekening NL91 ABNA 0417 1643 00 of rekening 41.71.64.301",
        "iban.foreign",
    ),
    ("own", "NL91 ABNA 0417 1643 00", "de bekende rekening", "iban.missing"),
    ("own", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417\u200b 1643 01", "iban.foreign"),
    ("own", "Dit bericht", "Of naar DE89 3704 0044 0532 0130 00. Dit bericht", "iban.foreign"),
    ("own_en", "NL91ABNA0417164300", "NL91ABNA0417164300 or BE71096123456769", "iban.foreign"),
    ("own_en", "NL91ABNA0417164300", "NL91ABNA0417164301", "iban.foreign"),
    ("own", "RF18 5390 0754 7034", "RF18 5390 0754 7035", "reference.foreign"),
    ("own", "RF18 5390 0754 7034", "5000 0567 8901 2345", "reference.foreign"),
    ("own", "betalingskenmerk RF18 5390 0754 7034", "uw naam", "payment_reference.missing"),
    ("own", "Factuur 2026-118 van", "Factuur 2026-181 van", "reference.foreign"),
    ("own", "Factuur 2026-118 van", "Factuur 2026-1180 van", "reference.foreign"),
    ("own", "Te betalen", "Klantnummer D-1043. Te betalen", "reference.foreign"),
    ("own", "Te betalen", "Dossier 20261234. Te betalen", "reference.foreign"),
    ("own_en", "Invoice 2026-119 of", "Invoice 2026-119 and 2026-120 of", "reference.foreign"),
    ("agency", "Factuur 2026-118 van", "De factuur van", "invoice.missing"),
    ("agency", "Factuur 2026-118 van", "Factuur 2026-811 van", "reference.foreign"),
]
CONTACTS = [
    ("own", "030 123 45 67", "030 123 45 68", "phone.foreign"),
    ("own", "030 123 45 67", "+31 30 123 45 67", None),
    ("own", "030 123 45 67", "de winkel", "phone.missing"),
    ("own", "Dit bericht", "Of bel 0900-1234567. Dit bericht", "phone.foreign"),
    ("own", "Dit bericht", "Of app naar 06 12345678. Dit bericht", "phone.foreign"),
    ("own", "administratie@delinde.example", "betalen@delinden.example", "email.foreign"),
    ("own", "Dit bericht", "Betaal via https://betaal.example/x?bedrag=99. Dit bericht", "link.foreign"),
    ("own", "Dit bericht", "Betaal op www.delinde.example/ideal. Dit bericht", "link.foreign"),
    ("own", "Dit bericht", "Kijk op delinden.nl. Dit bericht", "link.foreign"),
    ("own_en", "administratie@delinde.example", "pay@other.example", "email.foreign"),
    ("own", "Dit bericht", "KvK 99999999. Dit bericht", "coc_number.foreign"),
    ("own", "Beste medewerker van Bakkerij Korenaar", "Beste heer Jansen", "name.foreign"),
    ("own", "Dit bericht", "Op naam van Stichting Anders. Dit bericht", "name.foreign"),
    ("own", "Groothandel De Linde B.V.", "Groothandel Linde", "sender.missing"),
    ("agency", "namens Groothandel De Linde B.V.,", "namens Bakkerij Anders B.V.,", "name.foreign"),
    (
        "agency_en",
        "on behalf of Groothandel De Linde B.V.,",
        "on behalf of Other Trading Ltd,",
        "name.foreign",
    ),
    ("agency_en", "Dear A. de Vries", "Dear Mr Smith", "name.foreign"),
]
AGENCY_MARKS = [
    ("agency", "Waterland Incasso B.V.", "Waterland", "agency_registered_name.missing"),
    ("agency", "RID-004711", "RID-004712", "agency_registration_mark.missing"),
    ("agency", ", registratie incassodienst RID-004711", "", "agency_registration_mark.missing"),
    ("agency", "KvK 87654321", "KvK 8765432", "coc_number.foreign"),
    ("agency", "KvK 87654321, ", "", "agency_kvk_number.missing"),
    ("agency", "Groothandel De Linde B.V.", "onze opdrachtgever", "creditor_name.missing"),
    ("agency", "Lindelaan 12, ", "", "creditor_street.missing"),
    ("agency", " Utrecht", "", "creditor_city.missing"),
    ("agency", "Havenkade 8, ", "", "agency_street.missing"),
    ("agency", "1441 BC ", "", "agency_postcode.missing"),
    ("agency", "Purmerend, ", "", "agency_city.missing"),
    ("agency", "Dorpsstraat 21, ", "", "debtor_street.missing"),
    ("agency", "7411 EF ", "", "debtor_postcode.missing"),
    ("agency", " Deventer", "", "debtor_city.missing"),
    ("agency", "van 3 oktober 2026", "", "issue_date.missing"),
    ("agency", " had als vervaldatum 2 november 2026", "", "due_date.missing"),
    ("agency", "Meel en gist, levering oktober", "levering", "subject.missing"),
    ("agency", "Rente € 0,00. ", "", "specification.missing"),
    (
        "agency",
        "Een klacht? Mail naar klachten@waterland.example; wij antwoorden binnen twee weken.",
        "",
        "complaints.missing",
    ),
    ("agency", "Yusuf van Dam, Waterland Incasso B.V.", "Groothandel De Linde B.V.", "agency.hidden"),
    ("agency_en", "RID-004711", "", "agency_registration_mark.missing"),
    ("agency_en", "KvK 87654321, ", "", "agency_kvk_number.missing"),
    ("agency_en", "Interest €0.00. ", "", "specification.missing"),
    ("agency_en", "Yusuf van Dam, Waterland Incasso B.V.", "Groothandel De Linde B.V.", "agency.hidden"),
]
COSTS = [
    ("own", "zonder extra kosten", new, "costs.named") for new in (
        "met extra kosten", "nog zonder kosten, daarna komen er incassokosten bij", "nu nog geen extra kosten",
        "zonder extra kosten als u op tijd betaalt", "zonder verdere kosten, mits u op tijd betaalt",
        "exclusief administratiekosten", "met een toeslag", "bedoeld om kosten te voorkomen",
        "bedoeld om extra kosten te voorkomen", "kosteloos, maar de wettelijke rente loopt", "op dit moment zonder kosten",
        "voorlopig zonder kosten", "nog gratis. De kosten kunnen oplopen", "gratis. Anders komen er kosten bij",
        "gratis. Daarna wordt het bedrag verhoogd met € 40,00", "gratis. U betaalt € 40 administratiekosten",
        "gratis. U betaalt € 15 aanmaningskosten", "gratis. De herinneringskosten zijn vijftien euro",
        "gratis. De incassokosten volgen de staffel", "gratis. Het bedrag wordt vermeerderd met de wettelijke rente",
        "gratis. Er geldt een rente van 8%", "gratis. Er geldt een boete van 10 procent", "gratis. De handelsrente loopt",
        "gratis. Vertragings\u00adrente is mogelijk", "gratis. Incasso-\nkosten volgen later", "gratis. INCASSOKOSTEN VOLGEN",
        "gratis. Voorkom extra kosten", "gratis. Als u op tijd betaalt, komen er geen kosten bij",
        "gratis. Betaalt u op tijd, dan zijn er geen extra kosten", "gratis. Bij tijdige betaling zijn er geen kosten",
        "gratis. Tot 4 december 2026 betaalt u geen kosten", "gratis. Anders moet u meer betalen",
        "gratis. Het bedrag loopt op", "gratis. Wij vragen een vergoeding", "gratis. Dat komt voor uw rekening",
        "gratis. Een volgende herinnering is niet gratis", "gratis. Dan wordt het duurder", "gratis. Er geldt een opslag",
        "gratis. Wij brengen dat extra in rekening", "gratis. Rente p.m.", "gratis. Rente € 0,01",
    )
] + [
    ("own_en", "There are no extra costs", new, "costs.named") for new in (
        "There are no extra costs yet if you pay", "There are no costs for now", "Statutory interest may be added",
        "A late fee applies", "A late payment fee of €40.00 applies", "Pay now to avoid extra costs",
        "Interest will accrue", "Additional charges may apply", "If you pay on time there are no extra costs",
        "No costs are added unless you pay late", "The amount will be increased by €40", "You will have to pay more",
        "Collection costs follow the scale", "A penalty of 10% applies", "An administration fee is due",
        "We will charge interest", "It will cost you more", "There is no charge until 4 December 2026",
    )
] + [
    ("agency", "Incassokosten: € 0,00", "Incassokosten: € 40,00", "costs.named"),
    ("agency", "Rente € 0,00", "Rente 8%", "costs.named"),
    ("agency", "Rente € 0,00", "Rente pro memorie", "costs.named"),
    ("agency_en", "Interest €0.00", "Interest 8%", "costs.named"),
    ("agency_en", "Collection costs: €0.00", "Collection costs: €40.00", "costs.named"),
]  # fmt: skip
TONE = [
    ("own", "Dit bericht is", f"{new}. Dit bericht is", "tone.forbidden") for new in (
        "Wij sommeren u", "Ondanks eerdere berichten is er niets binnen", "U dient het over te maken", "U bent nalatig",
        "Dit is uw laatste waarschuwing", "U bent in verzuim", "U bent verplicht om dit over te maken",
        "Wij zijn teleurgesteld", "U weigert", "U heeft ons herhaaldelijk laten wachten", "Dit is een aanmaning",
        "Wij stellen u in gebreke", "Uw schuld is groot", "U negeert ons", "Ons geduld is op", "Dit is onacceptabel",
        "LEES DIT BERICHT NU GOED", "Dat is jammer!!",
    )
] + [
    ("own_en", "There are no", f"{new}. There are no", "tone.forbidden") for new in (
        "Final warning", "You failed to answer", "This is our final notice", "You are in default", "We demand an answer",
        "You must answer", "We are disappointed", "You ignored us", "This is unacceptable", "Despite our letters",
    )
]  # fmt: skip
THREATS = [
    ("own", "Dit bericht is", f"{new}. Dit bericht is", "threat.not_planned") for new in (
        "Anders volgt incasso", "Dan gaat het naar een incassobureau", "Dan geven wij het uit handen",
        "Wij schakelen de deurwaarder in", "Er volgt een dagvaarding", "De rechter beslist dan", "Wij leggen beslag",
        "U krijgt een BKR-registratie", "Wij vragen uw faillissement aan", "Wij nemen juridische stappen",
        "Dan nemen wij verdere maatregelen", "U komt op een zwarte lijst", "Wij lichten uw werkgever in",
        "Wij sluiten uw aansluiting af: die wordt afgesloten", "Wij gaan uw naam publiceren", "Onze advocaat schrijft u",
        "Er volgt een gerechtelijke procedure", "Wij komen aan de deur", "Dat heeft gevolgen voor uw kredietwaardigheid",
        "De dienstverlening wordt opgeschort", "Wij doen aangifte", "Een ge\u00adrechtsdeurwaarder komt",
        "Wij bellen de DEURWAARDER", "De incasso-\nafdeling neemt het over",
    )
] + [
    ("own_en", "There are no", f"{new}. There are no", "threat.not_planned") for new in (
        "Or we hand it over for collection", "We will start legal action", "A debt collector will call",
        "You will be taken to court", "We will send a bailiff", "This affects your credit score",
        "We will inform your employer", "We will suspend your account", "We will take further action",
        "Our lawyers will write", "We will file for bankruptcy", "We will sue you",
    )
] + [
    ("agency", "voor incasso", "aan de deurwaarder", "threat.not_planned"),
    ("agency", "voor incasso", "voor een gerechtelijke procedure", "threat.not_planned"),
    ("agency_en", "for collection", "for court proceedings", "threat.not_planned"),
]  # fmt: skip
NOTICES = [
    ("notice", "veertien dagen vanaf de dag nadat deze brief bij u is bezorgd", "veertien dagen na dagtekening van deze brief", "notice.term_words"),
    ("notice", "veertien dagen vanaf de dag nadat deze brief bij u is bezorgd", "veertien dagen na heden", "notice.term_words"),
    ("notice", "veertien dagen vanaf de dag nadat deze brief bij u is bezorgd", "veertien dagen na verzending van deze brief", "notice.term_words"),
    ("notice", "veertien dagen vanaf", "tien dagen vanaf", "notice.term_words"),
    ("notice", "veertien dagen vanaf de dag nadat deze brief bij u is bezorgd", "veertien dagen nadat deze brief bij u is bezorgd", "notice.term_words"),
    ("notice", "Nu betaalt u", "Betaal binnen 7 dagen. Nu betaalt u", "notice.term_words"),
    ("notice", "Nu betaalt u", "Betaal uiterlijk 23 november 2026. Nu betaalt u", "notice.last_day"),
    ("notice", "incassokosten betalen: € 185,18", "incassokosten betalen: € 185,17", "amount.foreign"),
    ("notice", "incassokosten betalen: € 185,18", "incassokosten betalen", "notice.costs.missing"),
    ("notice", "incassokosten betalen: € 185,18", "incassokosten betalen volgens de staffel", "notice.costs.missing"),
    ("notice", "U moet dan in totaal € 1.419,68 betalen. ", "", "notice.total.missing"),
    ("notice", "€ 1.419,68", "€ 1.419,69", "amount.foreign"),
    ("notice", "Te betalen: € 1.234,50", "Te betalen: € 1.419,68", "amount.misplaced"),
    ("notice", "Dit bedrag volgt uit de wet.", "De wettelijke rente komt daar bij.", "notice.interest"),
    ("notice", "Dit bedrag volgt uit de wet.", "Er komen ook administratiekosten bij.", "notice.other_costs"),
    ("notice", "Dit bedrag volgt uit de wet.", "Dit bedrag is exclusief btw.", "notice.vat"),
    ("notice", "Betaalt u niet op tijd? Dan moet u ook incassokosten betalen: € 185,18.", "De incassokosten zijn: € 185,18.", "notice.consequence.missing"),
    ("notice", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 00 of NL02 ABNA 0123 4567 89", "iban.foreign"),
    ("notice", "Dit bedrag volgt uit de wet.", "De deurwaarder komt langs.", "threat.not_planned"),
    ("notice", "Dit bedrag volgt uit de wet.", "Deze kosten bent u nu al verschuldigd.", "notice.taken_back"),
    ("notice", "Dit bedrag volgt uit de wet.", "De termijn hierboven geldt niet voor u.", "notice.taken_back"),
    ("notice_vat", "verklaart de btw over deze kosten niet te kunnen verrekenen", "schrijft dit", "notice.vat_declaration.missing"),
    ("notice_vat", "met € 38,89 btw", "met btw", "notice.vat.missing"),
    ("notice_vat", "€ 38,89", "€ 38,90", "amount.foreign"),
    ("notice_en", "within fourteen days from the day after this letter was delivered to you", "within fourteen days of the date of this letter", "notice.term_words"),
    ("notice_en", "fourteen days from", "ten days from", "notice.term_words"),
    ("notice_en", "Now you pay", "Pay by 23 November 2026. Now you pay", "notice.last_day"),
    ("notice_en", "collection costs: €185.18", "collection costs", "notice.costs.missing"),
    ("notice_en", "This amount follows from the law.", "Interest is added to this.", "notice.interest"),
    ("notice_en", "This amount follows from the law.", "You already owe these costs.", "notice.taken_back"),
    ("notice_en", "This amount follows from the law.", "The term above does not apply to you.", "notice.taken_back"),
    ("notice_en", "This amount follows from the law.", "A late payment fee applies too.", "notice.other_costs"),
]  # fmt: skip
ASIDE = [
    ("notice", "Dit bedrag volgt uit de wet.", new, rule) for rule, sentences in (
        ("notice.taken_back", (
            "U kunt deze brief als niet geschreven beschouwen.", "Beschouw deze brief als niet verzonden.",
            "Je mag deze brief als niet verstuurd beschouwen.", "Deze brief wordt als niet geschreven beschouwd.",
            "Deze brief vervalt.", "Hiermee komt deze brief te vervallen: deze brief is vervallen.", "Wij trekken deze brief in.",
            "Deze brief is ingetrokken.", "U hoeft op deze brief niet te reageren.", "Je hoeft niet te reageren op deze brief.",
            "U kunt deze e-mail weggooien.", "Deze brief geldt voor u niet.",
            "Bent u het er niet mee eens? Dan kunt u deze brief als niet verzonden beschouwen.",
            "Hebt u nog niet betaald? Dan vervalt deze brief.", "Deze brief heeft verder geen betekenis.",
            "Deze brief is niet meer geldig.", "Leg deze brief terzijde.", "U kunt deze brief naast u neerleggen.",
            "Gooi deze brief weg.", "Doe alsof u deze brief niet hebt gekregen.", "Deze brief is per ongeluk verstuurd.",
            "Is niet alles betaald? Dan kunt u deze brief negeren.",
            "Een reactie op deze brief is niet nodig.", "Deze brief wordt geacht niet te zijn verzonden.",
        )),
        (None, (
            "Hebt u al betaald? Dan kunt u deze brief als niet verzonden beschouwen.",
            "Hebt u inmiddels betaald? Dan hoeft u op deze brief niet te reageren.",
            "Hebt u de factuur al betaald? Dan geldt deze brief niet.", "Als u al hebt betaald, vervalt deze brief.",
            "Heeft uw betaling deze brief gekruist? Dan kunt u deze brief negeren.", "Deze brief vervalt niet.", "Deze brief geldt niet als factuur.",
            "Hebt u al betaald? U kunt deze brief dan weggooien.",
            "Betaalde u de afgelopen dagen? Dan kunt u deze brief als niet verzonden beschouwen.",
            "Als u de betaling al hebt gedaan, kunt u deze brief negeren.",
            "Is deze brief ten onrechte aan u gestuurd? Laat het ons weten.",
            "Met deze brief vervalt onze eerdere afspraak.",
            "Bewaar deze brief goed.", "Wilt u reageren op deze brief? Bel ons.",
        )),
    ) for new in sentences
] + [
    ("notice_en", "This amount follows from the law.", new, rule) for rule, sentences in (
        ("notice.taken_back", (
            "Please disregard this letter.", "You may ignore this notice.", "Consider this letter as not sent.",
            "This letter may be disregarded.", "We withdraw this letter.", "This letter does not apply.",
            "This letter is no longer valid.", "You can throw this letter away.",
            "You do not need to respond to this letter.", "If you disagree, please disregard this letter.",
        )),
        (None, (
            "Have you already paid? Then please disregard this letter.", "If you have paid, please ignore this letter.",
            "Please keep this letter.",
        )),
    ) for new in sentences
]  # fmt: skip
PAID_ALREADY = [
    ("own", "Dit bericht is", f"{new} Dit bericht is", None) for new in (
        "Hebt u al betaald? Dan kunt u deze brief als niet verzonden beschouwen.", "Hebt u al betaald? Dan vervalt deze herinnering.",
    )
]  # fmt: skip
LEARNT = [
    ("own", "Dit bericht is", f"{new}. Dit bericht is", rule) for rule, sentences in (
        ("costs.named", (
            "Dan blijft het zonder herinneringskosten", "Alleen dan blijft het kosteloos, zonder kosten", "Later kost u geld",
            "Ditmaal is de herinnering gratis", "Anders komt het bedrag hoger uit", "Wacht u, dan wordt uw rekening hoger",
            "Zo blijft het bij de factuur", "Een derde brief gaat niet zonder kosten", "Wij mogen dan iets extra's vragen",
            "De retourkosten zijn nog niet meegerekend", "Er komt 12% bovenop", "De kosten zijn hierin niet inbegrepen",
        )),
        ("threat.not_planned", (
            "Anders stoppen wij uw leveringen", "Daarna trekken wij de toegang in", "Wij zeggen dan: geen nieuwe bestellingen",
            "Dan gaat het contract op slot", "Ook onze kredietverzekeraar leest mee", "Wij halen de kast dan terug",
            "Onze jurist kijkt al mee", "U kunt dan alleen vooraf betalen", "Het kan escaleren", "Dat heeft vervelende gevolgen",
            "Dan zijn wij genoodzaakt verder te gaan", "Laat het niet zo ver komen", "Er komt hulp van derden aan te pas",
            "Dan schakelen wij de dienst uit", "Wij behouden ons het recht voor om meer te doen", "Dit blijft ons eigendom",
        )),
        ("tone.forbidden", (
            "Andere huurders betalen gewoon wel", "De meeste klanten doen dit op tijd", "U laat steeds niets horen",
            "U geeft ons geen keuze", "Van u hadden wij anders verwacht", "Met klem vragen wij uw betaling", "Dit is de zoveelste brief",
            "Zulk uitstel dulden wij niet", "U weet heel goed dat dit open staat", "Het is uw plicht om te betalen",
            "Wij hebben al vijf keer geschreven", "U bent ons geld schuldig", "Dit is onfatsoenlijk", "Betaal eindelijk",
            "Waarom antwoordt u niet", "U bent uw belofte niet nagekomen", "Ook wij hebben rekeningen te betalen",
        )),
        ("term.relative", (
            "Wij zien uw geld graag overmorgen", "Doet u het liefst nu", "U heeft een maand", "Betaal a.s. dinsdag",
            "Uiterlijk een week is genoeg", "Graag in orde maken deze week", "Over twee weken willen wij het hebben",
        )),
        ("term.early", ("Het kan uiterlijk 4 december 2026 om 9.00 uur", "Graag vóór 17 uur op vrijdag 4 december 2026")),
        ("date.foreign", ("Verstuurd 18/11", "Geleverd op de 28e van augustus", "Loopt tot 30-11-'26")),
        ("amount.foreign", ("Een begin van 75,- helpt", "De order was 2k euro", "Met 100% korting")),
        ("reference.foreign", (
            "Zie fact. 2025-991", "Werkbonnummer: 88123", "Zaaknummer bij het bureau: 77/2026", "Ordernr. 4511", "Pakbon 99812",
            "Het polisnummer is P-5512", "Uw kenmerk: AB-12", "Kenmerk RF71-2348-231",
        )),
        ("costs.named", (
            "Kosten worden niet in rekening gebracht als u op tijd betaalt", "Rente (0% zolang u op tijd betaalt): € 0,00",
            "Dan hoeven wij geen rente te rekenen", "Zo blijft het gratis; later niet", "Gratis, maar hierna niet",
        )),
        ("term.relative", ("U krijgt een week de tijd", "Heden zien wij graag uw betaling")),
        ("threat.not_planned", (
            "Tot die tijd kunnen wij u niets meer meegeven", "Anders mag uw wagen hier niet staan", "Anders kan uw dochter niet mee",
            "Zolang dit openstaat, houden wij uw sleutels achter", "Indien betaling uitblijft, kunt u niet meer bestellen",
            "Anders kom ik bij u kijken", "Dan komt er iemand van ons langs", "Er komt een dwangbevel", "Uw pas gaat op non-actief",
            "Er volgt nog geen deurwaarder", "Er komt geen deurwaarder als u betaalt",
        )),
        ("tone.forbidden", (
            "U laat ons zo lang wachten", "Wij vinden dat u te lang laat wachten", "Andere bakkers hebben wél betaald",
            "De leden hebben dit wel gedaan", "Wij hebben lang genoeg gewacht", "Dit had u eerder kunnen regelen",
            "Het wordt de hoogste tijd", "Neem uw verantwoordelijkheid", "Een beetje netjes zijn mag", "Ik moet ook eten",
        )),
        ("reference.foreign", (
            "Zie 2026-181", "Noem 2026-128 erbij", "Zie ook offerte 2026-77", "Uw klant nr. 8812 is bekend", "Ons teken: AB-7712",
        )),
        ("amount.foreign", ("Samen 2480 euro en 12 cent", "Nog 0,5 euro")),
        ("phone.foreign", ("Bel 14 030", "Bel 0032 30 123 45 67")),
        ("name.foreign", ("Maak het over op NL91 ABNA 0417 1643 00 op naam van Bakkerij Korenaar",)),
        ("email.foreign", ("Mail naar jan(apenstaartje)delinde.example", "Mail naar jan [at] delinden.example")),
        ("phone.foreign", ("Bel 030 - 765 43 21", "Bel 06-12 34-56 78")),
        ("iban.foreign", ("Of nl 02 abna 0123 4567 89",)),
    ) for new in sentences
] + [
    ("own_en", "There are no", f"{new}. There are no", rule) for rule, sentences in (
        ("costs.named", ("Avoid paying more", "The next one will not be free", "This one is free this time", "The bill goes up on top")),
        ("threat.not_planned", (
            "Otherwise we shall close the shop to you", "We will end the contract", "A judge can look at it", "We would regret escalation",
            "We inform the credit agencies", "We pick up the goods", "New orders need prepayment", "This has consequences",
            "We reserve all our rights", "We switch the service off", "Our credit insurer knows",
        )),
        ("tone.forbidden", (
            "Most of our clients do pay", "You leave us no choice", "It is your duty", "You should be ashamed", "This is not acceptable",
            "We wrote several times", "You did not even reply", "Any honest company pays", "You keep us waiting", "Will it go away",
            "You owe us money", "We insist",
        )),
        ("term.relative", ("You have one week", "Kindly do it by tomorrow", "Payment now would help", "Two weeks time will do")),
        ("threat.not_planned", (
            "We will take this to court", "The court will decide", "Then we go to the district court", "See you in court",
            "A court case will follow", "You will not be sued if you pay", "Until then you may not order anything",
        )),
        ("tone.forbidden", ("Other members have paid", "We have waited long enough", "It is your responsibility")),
        ("term.relative", ("You have a fortnight", "A fortnight from today is fine")),
        ("reference.foreign", ("Our sign: XX-1234", "Member no. 5518")),
        ("reference.foreign", ("Your purchase order number was PO-881", "Ref. no. X-771", "Delivery note 55812")),
    ) for new in sentences
]  # fmt: skip
PLACES = [
    ("own", "Te betalen: € 2.480,11 uiterlijk vrijdag 4 december 2026.", "Te betalen: € 2.480,11. Op 9 november 2026 schreven wij u.",
     {"pay_by.missing", "date.foreign"}),
    ("agency", "klachten@waterland.example", "klacht@waterland.example", {"email.foreign"}),
    ("agency", "Rente € 0,00", "Dan komt 15% daarbovenop. Rente € 0,00", {"costs.named"}),
    ("notice", "Dit bedrag volgt uit de wet.", "Deze brief kunt u negeren.", {"notice.taken_back", "tone.forbidden"}),
]  # fmt: skip
BREAKS = [
    *LEARNT,
    *AMOUNTS,
    *DAYS,
    *TERMS,
    *ACCOUNTS,
    *CONTACTS,
    *AGENCY_MARKS,
    *COSTS,
    *TONE,
    *THREATS,
    *NOTICES,
    *ASIDE,
    *PAID_ALREADY,
]


@pytest.mark.parametrize(("name", "old", "new", "rule"), BREAKS)
def test_one_break_is_named_and_no_other(name: str, old: str, new: str, rule: str | None) -> None:
    facts, text = TEXTS[name]
    assert old in text
    found = check(facts, text.replace(old, new))
    assert {finding.rule for finding in found} == ({rule} if rule else set()), found


@pytest.mark.parametrize(("name", "old", "new", "rules"), PLACES)
def test_a_break_hides_no_other_and_is_not_told_twice(name: str, old: str, new: str, rules: set[str]) -> None:
    facts, text = TEXTS[name]
    assert old in text
    assert {finding.rule for finding in check(facts, text.replace(old, new))} == rules


def test_there_are_well_over_a_hundred_letters() -> None:
    assert len({row[:3] for row in BREAKS}) == len(BREAKS) > 250
