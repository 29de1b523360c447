"""The rows of a list of debtors: several rows of one debtor are several people to write to."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from collections.abc import Mapping as Dictionary
from dataclasses import fields, replace
from typing import TypeVar

from voldaan.formats.findings import Findings
from voldaan.formats.lists import words
from voldaan.formats.lists.cells import Row, is_blank, text_of
from voldaan.formats.lists.header import Header
from voldaan.formats.lists.parties import party_reader, street_of
from voldaan.formats.spool import Spool
from voldaan.formats.values import ContactDetails, DebtorEntry, Party, Problem

DEBTORS_IN_HAND = 50_000
"""So many debtors wait for another row of theirs; a list of more must have the rows of a debtor together."""

UNKNOWN_WORDS_MAX = 50

_ADDRESSES = re.compile(r"[;,\s]+")
_KNOWN_BY = ("email", "postcode", "city", "iban", "coc_number", "vat_number")
_PARTS_OF_A_NAME = frozenset({"contact_first_name", "contact_infix"})
_NEVER_EQUAL = ("line", "contacts")


class DebtorReader:
    """Gathers the debtors of a list, table by table. What is not understood goes to the findings."""

    def __init__(self, findings: Findings, debtors: Spool[DebtorEntry]) -> None:
        self.findings, self.debtors = findings, debtors
        self.in_hand: OrderedDict[str, DebtorEntry] = OrderedDict()
        self.put_away: set[int] = set()
        self.unknown: dict[tuple[str, str], tuple[int, int]] = {}

    def take(self, header: Header, rows: Iterable[Row]) -> None:
        """Take the rows under one header."""
        self.header = header
        self.parties = party_reader(header.places)
        self.has_people = bool(_PARTS_OF_A_NAME & set(header.places))
        width, width_min = len(header.titles), header.width_min
        for line, row in enumerate(rows, header.line + 1):
            if all(map(is_blank, row)) or tuple(map(text_of, row)) == header.titles:
                continue
            if len(row) < width_min or (width and not all(map(is_blank, row[width:]))):
                self.findings.add(
                    f"Rij {line} heeft {len(row)} cellen, de kop {width}.",
                    "Een cel te veel of te weinig verschuift alle cellen erna.",
                    "Controleer of de rij compleet is en of het scheidingsteken klopt.",
                    line=line,
                )
                continue
            entry = self._entry(row, line)
            if entry is not None:
                self._keep(entry)

    def finish(self) -> tuple[Problem, ...]:
        """Put every debtor into the spool and return what is to be remarked."""
        self.debtors.extend(map(self._named, self.in_hand.values()))
        self.in_hand.clear()
        return tuple(
            Problem(
                file=self.findings.file,
                what=f"‘{word[:40]}’ in de kolom {column} kennen we niet ({count} keer).",
                why="Wat we niet kennen, raden we niet: het blijft onbekend.",
                how_to_fix="Vul het bij deze debiteuren zelf in.",
                line=first,
                path=column,
            )
            for (column, word), (first, count) in self.unknown.items()
        )

    def _entry(self, row: Row, line: int) -> DebtorEntry | None:
        """Return the debtor of one row, or None when problems were added."""
        texts = {name: text_of(row[place]) for name, place in self.header.places.items()}
        before = self.findings.count
        try:
            party = self.parties(row) or Party()
        except ValueError as error:
            party = Party()
            self._problem("debtor", line, "is geen nummer en naam", f"Er staat ‘{str(error)[:40]}’.")
        name = party.name or (self.has_people and party.contact_name)
        if party.number is None and not (name and any(getattr(party, known) for known in _KNOWN_BY)):
            self._problem(
                "debtor_number",
                line,
                "noemt geen debiteurnummer",
                "Zonder nummer, of naam met adres of e-mail, is niet te zeggen bij wie de facturen horen.",
            )
        party, contacts = _contacts(party, texts)
        entry = DebtorEntry(
            party=party,
            capacity=self._capacity(texts, line),
            language=self._language(texts, line),
            contacts=contacts,
            visiting_street=street_of(texts, "visiting_"),
            visiting_postcode=texts.get("visiting_postcode") or None,
            visiting_city=texts.get("visiting_city") or None,
            direct_debit=self._yes("direct_debit", texts, line),
            line=line,
        )
        return entry if self.findings.count == before else None

    def _capacity(self, texts: Dictionary[str, str], line: int) -> str | None:
        """Return in which capacity a debtor owes; a business of an unknown kind stays unknown, so protected."""
        if self._yes("consumer", texts, line) or self._yes("business", texts, line) is False:
            return "CONSUMER"
        if texts.get("capacity", "").lower() in words.BUSINESSES:
            return None
        return self._meaning("capacity", texts, words.CAPACITIES, line)

    def _language(self, texts: Dictionary[str, str], line: int) -> str | None:
        """Return the language that a word means; a code of two letters as it stands: there may be texts in it."""
        code = texts.get("language", "").lower()
        if re.fullmatch(r"[a-z]{2}", code) and code not in words.LANGUAGES:
            return code
        return self._meaning("language", texts, words.LANGUAGES, line)

    def _meaning(
        self, name: str, texts: Dictionary[str, str], known: Dictionary[str, str], line: int
    ) -> str | None:
        """Return what a word means, None where it is not known; that is remarked."""
        text = texts.get(name, "")
        found = known.get(text.lower())
        if found is None and text:
            first, count = self.unknown.get((name, text.lower()), (line, 0))
            if count or len(self.unknown) < UNKNOWN_WORDS_MAX:
                self.unknown[name, text.lower()] = first, count + 1
        return found

    def _yes(self, name: str, texts: Dictionary[str, str], line: int) -> bool | None:
        """Return what a column of yes and no says; another word is a problem."""
        try:
            return words.is_yes(texts.get(name, ""))
        except ValueError as error:
            self._problem(name, line, "is geen ja of nee", f"Er staat ‘{str(error)[:20]}’.")
            return None

    def _keep(self, entry: DebtorEntry) -> None:
        """Keep a debtor, joined with the rows of the same number that came before."""
        number = entry.party.number
        if number is None:
            self.debtors.append(self._named(entry))
        elif number in self.in_hand:
            self.in_hand[number] = self._joined(self.in_hand[number], entry)
        elif hash(number) in self.put_away:
            self.findings.add(
                f"Rij {entry.line}: debiteur {number[:40]} stond veel eerder ook al in de lijst.",
                "In een lijst van meer dan vijftigduizend debiteuren kunnen we die rijen niet samenvoegen.",
                "Sorteer de lijst op debiteurnummer en lever haar opnieuw aan.",
                line=entry.line,
            )
        else:
            self.in_hand[number] = entry
            if len(self.in_hand) > DEBTORS_IN_HAND:
                oldest, first = self.in_hand.popitem(last=False)
                self.put_away.add(hash(oldest))
                self.debtors.append(self._named(first))

    def _named(self, entry: DebtorEntry) -> DebtorEntry:
        """Return a debtor by the name of its only person, where the list leaves the name of a firm open for people."""
        people = [person for person in entry.contacts if person.name]
        if entry.party.name is not None or len(people) != 1 or not self.has_people:
            return entry
        (person,) = people
        contacts = tuple(one for one in entry.contacts if one is not person or one.email or one.phone)
        return replace(entry, party=replace(entry.party, name=person.name), contacts=contacts)

    def _joined(self, first: DebtorEntry, entry: DebtorEntry) -> DebtorEntry:
        """Return a debtor with what another row of it adds; two answers to one question are a problem."""
        email, phone = entry.party.email, entry.party.phone
        contacts = _with_new(
            entry, email if first.party.email else None, phone if first.party.phone else None, first
        )
        other = replace(entry.party, email=first.party.email or email, phone=first.party.phone or phone)
        party = _filled(first.party, other)
        joined = _filled(replace(first, party=party), replace(entry, party=party)) if party else None
        if party is None or joined is None:
            self.findings.add(
                f"Rij {entry.line}: debiteur {entry.party.number} heeft op rij {first.line} andere gegevens.",
                f"Alleen de contactpersoon mag verschillen; {_difference(first, entry)}.",
                "Maak de gegevens gelijk, of haal één van de rijen weg.",
                line=entry.line,
                path="debtor_number",
            )
            return first
        added = tuple(one for one in contacts if one not in first.contacts)
        return replace(joined, contacts=first.contacts + added, line=first.line)

    def _problem(self, name: str, line: int, what: str, why: str) -> None:
        """Add a problem with the place of a cell."""
        place = self.header.places.get(name)
        titles = self.header.titles
        title = titles[place] if place is not None and place < len(titles) else name
        self.findings.add(
            f"Rij {line}, kolom ‘{title}’, {what}.",
            why,
            "Verbeter de cel, of pas de mapping aan.",
            line=line,
            path=name,
        )


def _contacts(party: Party, texts: Dictionary[str, str]) -> tuple[Party, tuple[ContactDetails, ...]]:
    """Return the debtor with its first e-mail address, and the people and further addresses of its row."""
    addresses = [address for address in _ADDRESSES.split(party.email or "") if address]
    main, others = (addresses[0], addresses[1:]) if addresses else (None, [])
    person = (texts.get("contact_first_name"), texts.get("contact_infix"), party.contact_name)
    name = " ".join(filter(None, person)) or None
    email, phone = texts.get("contact_email") or None, texts.get("contact_phone") or None
    role = words.ROLES.get(texts.get("contact_role", "").lower(), "OTHER")
    contacts = []
    if name or email or phone:
        contacts.append(ContactDetails(name=name, role=role, email=email, phone=phone))
    contacts.extend(ContactDetails(email=address) for address in others)
    return replace(party, email=main, contact_name=None), tuple(contacts)


Values = TypeVar("Values", Party, DebtorEntry)


def _filled(first: Values, other: Values) -> Values | None:
    """Return the first with what only the other says, None where they contradict each other."""
    changes = {}
    for one in fields(first):
        mine, theirs = getattr(first, one.name), getattr(other, one.name)
        if one.name in _NEVER_EQUAL or theirs is None or mine == theirs:
            continue
        if mine is not None:
            return None
        changes[one.name] = theirs
    return replace(first, **changes)


def _with_new(
    entry: DebtorEntry, email: str | None, phone: str | None, first: DebtorEntry
) -> tuple[ContactDetails, ...]:
    """Return the contacts of a further row, with the e-mail address and telephone number that are not the debtor's."""
    email = None if email == first.party.email else email
    phone = None if phone == first.party.phone else phone
    if email is None and phone is None:
        return entry.contacts
    person, *others = entry.contacts or (ContactDetails(),)
    if email and person.email not in (None, email):
        return (person, ContactDetails(email=email, phone=phone), *others)
    return (replace(person, email=person.email or email, phone=person.phone or phone), *others)


def _difference(first: DebtorEntry, entry: DebtorEntry) -> str:
    """Return in words what two rows of one debtor say differently."""
    for one in fields(Party):
        mine, theirs = getattr(first.party, one.name), getattr(entry.party, one.name)
        if mine and theirs and mine != theirs and one.name not in ("email", "phone"):
            return f"hier staat ‘{theirs[:40]}’ en daar ‘{mine[:40]}’"
    return "hier staat een andere hoedanigheid, taal of bezoekadres"
