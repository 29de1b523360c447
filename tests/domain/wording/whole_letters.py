"""Whole letters that are good, with the facts they are written from: own and of an agency, in Dutch and in English."""

from dataclasses import replace
from datetime import date

from tests.letters.samples import message
from voldaan.domain.wording.facts import Language, MessageFacts, NoticeFacts

OWN = message("SECOND_REMINDER", invoices=2)
OWN_EN = message("SECOND_REMINDER", invoices=2, language="en")
AGENCY = message("PRE_COLLECTION", on_behalf=True, person=True)
AGENCY_EN = message("PRE_COLLECTION", on_behalf=True, person=True, language="en")
AGENCY_QUIET = replace(AGENCY, next_step="NONE")

OWN_TEXT = """
Beste medewerker van Bakkerij Korenaar,
Er staan nog 2 facturen open: 2026-118 en 2026-119.
Te betalen: € 2.480,11 uiterlijk vrijdag 4 december 2026.
Rekening NL91 ABNA 0417 1643 00, betalingskenmerk RF18 5390 0754 7034.
Factuur 2026-118 van 3 oktober 2026: € 1.234,50. Factuur 2026-119 van 04-10-2026: € 1.245,61.
Betalingen verwerkt tot en met 21 november. Dit bericht is zonder extra kosten.
Lukt het niet? Bel ons: 030 123 45 67. Of mail naar administratie@delinde.example.
Met vriendelijke groet, Sanne Bos, Groothandel De Linde B.V.
"""
OWN_TEXT_EN = """
Dear team at Bakkerij Korenaar,
You have 2 invoices that are still open: 2026-118 and 2026-119.
To pay: €2,480.11 by Friday 4 December 2026.
Account NL91ABNA0417164300, payment reference RF18539007547034 or RF18 5390 0754 7034.
Invoice 2026-118 of October 3, 2026: €1,234.50. Invoice 2026-119 of 2026-10-04: EUR 1245.61.
Payments processed up to 21 November 2026. There are no extra costs.
Not possible? Call us: 030 123 45 67. Or write to administratie@delinde.example.
Kind regards, Sanne Bos, Groothandel De Linde B.V.
"""
AGENCY_TEXT = """
Beste heer of mevrouw A. de Vries, wij schrijven namens Groothandel De Linde B.V., Lindelaan 12, 3512 AB Utrecht.
Factuur 2026-118 van 3 oktober 2026 (Meel en gist, levering oktober) had als vervaldatum 2 november 2026.
Te betalen: € 1.234,50, uiterlijk 4 december 2026, op NL91 ABNA 0417 1643 00, kenmerk RF18 5390 0754 7034.
Hoofdsom € 1.234,50. Rente € 0,00. Incassokosten: € 0,00. Debiteur: A. de Vries, Dorpsstraat 21, 7411 EF Deventer.
Is de betaling dan niet binnen, dan kan Groothandel De Linde B.V. de factuur aan ons overdragen voor incasso.
Vragen? Bel 0299 12 34 56. Met vriendelijke groet, Yusuf van Dam, Waterland Incasso B.V.
Waterland Incasso B.V., Havenkade 8, 1441 BC Purmerend, KvK 87654321, registratie incassodienst RID-004711
Een klacht? Mail naar klachten@waterland.example; wij antwoorden binnen twee weken.
"""
AGENCY_TEXT_EN = """
Dear A. de Vries, we are writing on behalf of Groothandel De Linde B.V., Lindelaan 12, 3512 AB Utrecht.
Invoice 2026-118 of 3 October 2026 (Meel en gist, levering oktober) had the due date 2 November 2026.
To pay: €1,234.50, by 4 December 2026, to NL91 ABNA 0417 1643 00, reference RF18 5390 0754 7034.
Principal €1,234.50. Interest €0.00. Collection costs: €0.00. Debtor: A. de Vries, Dorpsstraat 21, 7411 EF Deventer.
If it has not arrived then, Groothandel De Linde B.V. can hand the invoice over to us for collection.
Questions? Call 0299 12 34 56. Kind regards, Yusuf van Dam, Waterland Incasso B.V.
Waterland Incasso B.V., Havenkade 8, 1441 BC Purmerend, KvK 87654321, collection services registration RID-004711
Een klacht? Mail naar klachten@waterland.example; wij antwoorden binnen twee weken.
"""


def notice_facts(language: Language = "nl", **changed: object) -> MessageFacts:
    """Return the facts of a fourteen-day notice of 1,234.50 euros, sent by post on 23 November 2026."""
    facts = message("SECOND_REMINDER", person=True, language=language)
    given: dict[str, object] = {
        "capacity": "CONSUMER",
        "by": "POST",
        "in_default_from": date(2026, 11, 3),
        "principals_cents": (123_450,),
        "costs_cents": 18_518,
    }
    return replace(
        facts,
        stage="FOURTEEN_DAY_NOTICE",
        pay_by=date(2026, 12, 14),
        notice=NoticeFacts(**(given | changed)),
    )


NOTICE = notice_facts()
NOTICE_EN = notice_facts("en")
NOTICE_VAT = notice_facts(vat_percent="21", vat_cents=3_889)
NOTICE_TEXT = """
Beste heer of mevrouw A. de Vries,
Factuur 2026-118 van 3 oktober 2026 staat nog open. De vervaldatum was 2 november 2026.
Te betalen: € 1.234,50 op NL91 ABNA 0417 1643 00, betalingskenmerk RF18 5390 0754 7034.
Betaalt u € 1.234,50 binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd? Dan betaalt u geen extra
kosten. Betaalt u niet op tijd? Dan moet u ook incassokosten betalen: € 185,18. Dit bedrag volgt uit de wet.
U moet dan in totaal € 1.419,68 betalen. Nu betaalt u alleen € 1.234,50.
Lukt het niet? Bel ons: 030 123 45 67. Met vriendelijke groet, Sanne Bos, Groothandel De Linde B.V.
"""
NOTICE_TEXT_EN = """
Dear A. de Vries,
Invoice 2026-118 of 3 October 2026 is still open. The due date was 2 November 2026.
To pay: €1,234.50 to NL91 ABNA 0417 1643 00, payment reference RF18 5390 0754 7034.
If you pay €1,234.50 within fourteen days from the day after this letter was delivered to you, you pay no extra costs.
If you do not pay in time, you must also pay collection costs: €185.18. This amount follows from the law.
You then have to pay €1,419.68 in total. Now you pay only €1,234.50.
Not possible? Call us: 030 123 45 67. Kind regards, Sanne Bos, Groothandel De Linde B.V.
"""
NOTICE_VAT_TEXT = NOTICE_TEXT.replace(
    "Dit bedrag volgt uit de wet.",
    "Dit bedrag volgt uit de wet. Groothandel De Linde B.V. verklaart de btw over deze kosten niet te kunnen "
    "verrekenen. Daarom worden de kosten dan verhoogd met € 38,89 btw.",
).replace("€ 1.419,68", "€ 1.458,57")

TEXTS: dict[str, tuple[MessageFacts, str]] = {
    "own": (OWN, OWN_TEXT),
    "own_en": (OWN_EN, OWN_TEXT_EN),
    "agency": (AGENCY, AGENCY_TEXT),
    "agency_en": (AGENCY_EN, AGENCY_TEXT_EN),
    "notice": (NOTICE, NOTICE_TEXT),
    "notice_en": (NOTICE_EN, NOTICE_TEXT_EN),
    "notice_vat": (NOTICE_VAT, NOTICE_VAT_TEXT),
}
