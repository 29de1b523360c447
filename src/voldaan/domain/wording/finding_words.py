"""What a finding says in Dutch, for the desk: what is wrong, what stands there, and how to mend it.

The rule keeps its English code; this is the sentence that a person reads beside it.

>>> sentence_nl("costs.named", found="Daarna komen er kosten bij.", value="")
'Hier staan kosten of rente: «Daarna komen er kosten bij.» Noem ze niet, of zeg dat ze er niet zijn.'
>>> sentence_nl("invoice.missing", found="", value="2026-118")
'Factuur 2026-118 ontbreekt in de tekst. Zet die erin.'
"""

from typing import Final

_KINDS: Final = {
    "amount": "dit bedrag",
    "date": "deze datum",
    "iban": "dit rekeningnummer",
    "reference": "dit kenmerk of factuurnummer",
    "count": "dit aantal",
    "phone": "dit telefoonnummer",
    "email": "dit e-mailadres",
    "link": "dit webadres",
    "coc_number": "dit KvK-nummer",
    "name": "deze naam",
}
_MISSING: Final = {
    "total": "Het bedrag dat betaald moet worden",
    "pay_by": "De laatste dag om te betalen",
    "invoice": "Factuur {value}",
    "iban": "Rekening {value}",
    "payment_reference": "Betalingskenmerk {value}",
    "sender": "De naam van de afzender",
    "phone": "Het telefoonnummer",
    "email": "Het e-mailadres",
    "agency_registered_name": "De geregistreerde naam van het incassobureau",
    "agency_registration_mark": "Het registratiekenmerk van het incassobureau",
    "agency_kvk_number": "Het KvK-nummer van het incassobureau",
    "agency_street": "Het adres van het incassobureau",
    "agency_postcode": "De postcode van het incassobureau",
    "agency_city": "De plaats van het incassobureau",
    "creditor_name": "De naam van de schuldeiser",
    "creditor_street": "Het adres van de schuldeiser",
    "creditor_postcode": "De postcode van de schuldeiser",
    "creditor_city": "De plaats van de schuldeiser",
    "debtor_name": "De naam van de debiteur",
    "debtor_street": "Het adres van de debiteur",
    "debtor_postcode": "De postcode van de debiteur",
    "debtor_city": "De plaats van de debiteur",
    "subject": "Waar de factuur over gaat",
    "issue_date": "De factuurdatum",
    "due_date": "De vervaldatum",
    "specification": "Dat rente en kosten nul zijn",
    "complaints": "Waar iemand een klacht kan indienen",
    "earlier": "Het eerdere bericht waar de sms naar verwijst",
    "notice.costs": "Het precieze bedrag van de incassokosten",
    "notice.total": "Het totaal na de termijn",
    "notice.consequence": "Dat deze kosten volgen als er niet op tijd is betaald",
    "notice.vat": "De btw over de incassokosten",
    "notice.vat_declaration": "Dat de schuldeiser de btw niet kan verrekenen",
}
_SENTENCES: Final = {
    "sms.too_long": "Deze sms telt {found} delen. Maak hem korter: twee delen is het meeste.",
    "sms.link": "In deze sms staat een link: {found}. Oplichters sturen zulke links; laat hem weg.",
    "sms.tells_debt": "Deze sms gaat naar een natuurlijk persoon en noemt {found}. Anderen kunnen meelezen: verwijs "
    "naar de e-mail of de brief, en zeg wie er gebeld kan worden.",
    "call.tells_first": "Het belscript noemt de schuld voordat is gevraagd wie er aan de telefoon is: {found}. Zet de "
    "vraag vooraan.",
    "facts.sum": "Totaal, rekeningen en facturen tellen niet op tot hetzelfde bedrag: {found}. Maak het bericht"
    " opnieuw.",
    "date.weekday": "Deze datum valt op een andere dag van de week: «{found}» Verbeter de dag of laat die weg.",
    "iban.swapped": "Bij deze rekening staat het bedrag van een andere: «{found}» Zet bij elke rekening haar"
    " eigen bedrag.",
    "agency.hidden": "De ondertekening verbergt het incassobureau: «{found}» Onderteken met de geregistreerde naam.",
    "costs.named": "Hier staan kosten of rente: «{found}» Noem ze niet, of zeg dat ze er niet zijn.",
    "term.relative": "Hier staat een termijn die geen dag is: «{found}» Noem de laatste dag om te betalen.",
    "term.early": "Deze termijn eindigt te vroeg: «{found}» Noem alleen de laatste dag uit de gegevens.",
    "tone.forbidden": "Dit is een verwijt, druk of oude kantoortaal: «{found}» Zeg het gewoon en vriendelijk.",
    "threat.not_planned": "Hier staat een stap die niet is opgedragen of niet hoort: «{found}» Haal die weg.",
    "reply.asks": "Dit bericht vraagt om een betaling: «{found}» Haal dat weg; vragen doet een herinnering.",
    "notice.not_needed": "Deze debiteur krijgt geen veertiendagenbrief ({found}). Stuur een herinnering.",
    "notice.before_default": "Het verzuim is nog niet begonnen ({found}). Schrijf de veertiendagenbrief daarna.",
    "notice.accounts": "Een veertiendagenbrief vraagt één bedrag op één rekening ({found}).",
    "notice.principal": "De vorderingen zijn samen een ander bedrag dan gevraagd wordt ({found}).",
    "notice.costs": "De incassokosten zijn niet die van de wet ({found}).",
    "notice.vat": "De btw over de kosten klopt niet: «{found}» Reken die alleen zoals de schuldeiser heeft verklaard.",
    "notice.language": "In deze taal is er geen veertiendagenbrief ({found}). Schrijf die in het Nederlands of Engels.",
    "notice.term_words": "De termijn staat er niet in de aanvaarde woorden: «{found}» Gebruik alleen die.",
    "notice.last_day": "Noem geen laatste dag, niemand weet wanneer de post komt: «{found}»",
    "notice.interest": "Een veertiendagenbrief noemt geen rente: «{found}» Noem alleen de incassokosten.",
    "notice.taken_back": "Deze zin neemt de termijn, de kosten of de brief zelf terug: «{found}» Haal die weg.",
    "notice.other_costs": "Hier staan andere kosten dan die van de wet: «{found}» Haal die weg.",
}
_UNKNOWN: Final = "Een gegeven dat in dit bericht moet staan, is niet bekend: {found}. Vul het aan."
_FOREIGN: Final = "Niet uit de gegevens: {what} («{found}»). Haal het weg of verbeter het."
_MISPLACED: Final = "Hier hoort een ander gegeven dan {what}: «{found}» Zet hier wat er hoort."


def sentence_nl(rule: str, *, found: str, value: str) -> str:
    """Return what this rule found, in Dutch, with how to mend it; `value` is what is missing, where it has a name."""
    head, _, tail = rule.rpartition(".")
    if rule in _SENTENCES:
        return _SENTENCES[rule].format(found=found)
    if tail == "missing" and head in _MISSING:
        return f"{_MISSING[head].format(value=value)} ontbreekt in de tekst. Zet die erin."
    if tail == "unknown":
        return _UNKNOWN.format(found=found)
    pattern = _MISPLACED if tail == "misplaced" else _FOREIGN
    return pattern.format(what=_KINDS.get(head, "dit gegeven"), found=found)
