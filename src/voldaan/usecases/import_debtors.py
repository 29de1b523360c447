"""A list of debtors into the book: who they are and where they can be reached, joined on the debtor number.

The client's own list is its word: what it states of addresses and the like takes the place of what was known. What
a person corrected in the book stays, and so does what decides the law; the difference is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from voldaan.domain.identifiers import is_valid_email
from voldaan.domain.matching.debtor_marks import DebtorDetails
from voldaan.domain.matching.names import plain_name
from voldaan.formats.values import ContactDetails, DebtorEntry, DebtorList, Problem, Refusal
from voldaan.records import events
from voldaan.records.accounts import AccountsOfFile
from voldaan.records.listed_debtors import ListedRows, leave_to_direct_debit, listed_rows
from voldaan.records.models import Account, Address, Client, Contact, ImportedFile
from voldaan.records.models.debtor import CAPACITIES, CONTACT_ROLES
from voldaan.usecases.import_invoices import details_of
from voldaan.usecases.import_statements import clean
from voldaan.usecases.known_texts import languages

ENTRIES_AT_A_TIME = 2000
PROBLEMS_MAX = 100
REMARKS_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDebtors:
    """What became of a list of debtors."""

    new: int
    known: int
    remarks: tuple[Problem, ...]
    """Where the list says something else than the book, and the book stays."""


@dataclass(slots=True)
class _Taking:
    """A list on its way into the book."""

    client: Client
    file: ImportedFile
    on: date
    at: datetime
    by: str
    new: int = 0
    known: int = 0
    unsaid: int = 0
    remarks: list[Problem] = field(default_factory=list)
    languages: tuple[str, ...] = field(default_factory=languages)
    """Of which there are texts."""

    def remark(self, entry: DebtorEntry, account: Account, what: str, how_to_fix: str) -> None:
        """Say where list and book differ; of very many only how many."""
        if len(self.remarks) >= REMARKS_MAX:
            self.unsaid += 1
            return
        self.remarks.append(
            Problem(
                file=self.file.name,
                what=f"Debiteur {account.number}: {what}",
                why="De debiteurenlijst zegt iets anders dan het boek; het boek is niet gewijzigd.",
                how_to_fix=how_to_fix,
                line=entry.line,
            )
        )


def take_debtors(
    client: Client,
    file: ImportedFile,
    read: DebtorList,
    accounts: AccountsOfFile,
    *,
    on: date,
    at: datetime,
    by: str,
) -> TakenDebtors:
    """Add the debtors that a list names and complete those that are known. Must run inside a transaction.

    Raises:
        Refusal: an entry names nobody, or one number is given to two.
    """
    taking = _Taking(client=client, file=file, on=on, at=at, by=by)
    problems = tuple(islice(_problems(taking, read, accounts), PROBLEMS_MAX))
    if problems:
        raise Refusal(*problems)
    for part in _in_parts(read.debtors):
        _take_part(taking, part, accounts)
    if taking.unsaid:
        more = (
            f"Nog {taking.unsaid} verschillen tussen de debiteurenlijst en het boek zijn hier niet genoemd."
        )
        taking.remarks.append(
            Problem(
                file=file.name,
                what=more,
                why=f"Er worden er ten hoogste {REMARKS_MAX} genoemd.",
                how_to_fix="Verwerk de genoemde verschillen en lees de lijst opnieuw in.",
            )
        )
    return TakenDebtors(new=taking.new, known=taking.known, remarks=tuple(taking.remarks))


def _in_parts(entries: Iterable[DebtorEntry]) -> Iterator[list[DebtorEntry]]:
    rows = iter(entries)
    while part := list(islice(rows, ENTRIES_AT_A_TIME)):
        yield part


def _problems(taking: _Taking, read: DebtorList, accounts: AccountsOfFile) -> Iterator[Problem]:
    names: dict[str, str] = {}
    for entry in read.debtors:
        details = details_of(entry.party)
        name = plain_name(details.name)
        if not name and not accounts.known_number(details.number):
            yield Problem(
                file=taking.file.name,
                what=f"Debiteur {details.number} heeft geen naam."
                if details.number
                else "Een regel noemt geen debiteur.",
                why="Zonder naam is niet bekend wie het is.",
                how_to_fix="Vul de naam van de debiteur in.",
                line=entry.line,
            )
        if details.number and names.setdefault(details.number, name) != name:
            yield Problem(
                file=taking.file.name,
                what=f"Nummer {details.number} staat bij twee verschillende debiteuren.",
                why="Op het debiteurnummer worden facturen bij hun debiteur gezocht.",
                how_to_fix="Geef elke debiteur een eigen nummer.",
                line=entry.line,
            )


def _take_part(taking: _Taking, part: Sequence[DebtorEntry], accounts: AccountsOfFile) -> None:
    found = []
    made: set[int] = set()
    for entry in part:
        details = details_of(entry.party)
        account = accounts.of(details)
        is_new = not account.pk and id(account) not in made
        made.add(id(account))
        found.append((entry, details, account, is_new))
    accounts.save()
    rows = listed_rows(list({account.pk: account for _, _, account, _ in found}.values()))
    told: list[events.NewEvent] = []
    by_debit: list[Account] = []
    for entry, details, account, is_new in found:
        changed = _Entry(taking, entry, details, account, is_new, rows).take()
        if "direct_debit" in changed and account.direct_debit:
            by_debit.append(account)
        changed |= accounts.filled.pop(account.debtor_id, set())
        taking.new += is_new
        taking.known += not is_new
        if changed and not is_new:
            data = {"file": taking.file.pk, "fields": sorted(changed)}
            told.append(_event(taking, account, data))
    rows.save()
    leave_to_direct_debit(by_debit, taking.on)
    if told:
        events.append(taking.client, *told)


def _event(taking: _Taking, account: Account, data: dict[str, object]) -> events.NewEvent:
    return events.NewEvent(
        kind="debtor.listed", on=taking.on, at=taking.at, actor=taking.by, account_id=account.pk, data=data
    )


@dataclass(slots=True)
class _Entry:
    """One entry beside the account that it is about."""

    taking: _Taking
    entry: DebtorEntry
    details: DebtorDetails
    account: Account
    is_new: bool
    rows: ListedRows
    changed: set[str] = field(default_factory=set)

    def take(self) -> set[str]:
        """Take over what the entry states; return the names of the fields that changed."""
        self._take_identity()
        self._take_reach()
        self._take_capacity()
        self._take_address("POSTAL", self.details.street, self.details.postcode, self.details.city)
        visiting = (self.entry.visiting_street, self.entry.visiting_postcode, self.entry.visiting_city)
        self._take_address(
            "VISITING", *(clean(text, size) for text, size in zip(visiting, (200, 12, 100), strict=True))
        )
        for contact in self.entry.contacts:
            self._take_contact(contact)
        if self.entry.direct_debit is not None and self.account.direct_debit != self.entry.direct_debit:
            self.account.direct_debit = self.entry.direct_debit
            self.rows.accounts_changed[self.account.pk] = self.account
            self.changed.add("direct_debit")
        return self.changed

    def _take_identity(self) -> None:
        """Tell where the list names another than the book: who it is, a list does not change."""
        debtor = self.account.debtor
        pairs = (
            ("naam", plain_name(debtor.name), plain_name(self.details.name)),
            ("KvK-nummer", debtor.coc_number, self.details.coc_number),
            ("btw-nummer", debtor.vat_number, self.details.vat_number),
        )
        other = [what for what, known, said in pairs if known and said and known != said]
        if other:
            self._remark(
                f"anders in de lijst: {', '.join(other)}.",
                "Verbeter wat niet klopt, in de lijst of in het boek.",
            )

    def _take_reach(self) -> None:
        """Take over the e-mail address, telephone, language and country."""
        stated = {
            "email": self.details.email,
            "phone": self.details.phone,
            "language": self.entry.language or "",
            "country": self.details.country,
        }
        if stated["email"] and not is_valid_email(stated["email"]):
            self._remark("het e-mailadres in de lijst is er geen.", "Verbeter het e-mailadres in de lijst.")
            stated["email"] = ""
        if stated["language"] and stated["language"] not in self.taking.languages:
            self._remark(
                f"in de taal {stated['language']!r} hebben wij geen teksten.",
                f"De berichten gaan in de taal die er al stond. Bekend zijn: {', '.join(self.taking.languages)}.",
            )
            stated["language"] = ""
        debtor = self.account.debtor
        for name, said in stated.items():
            if said and said != getattr(debtor, name) and self._may_change(name, _DUTCH[name]):
                setattr(debtor, name, said)
                self.rows.debtors_changed[debtor.pk] = debtor
                self.changed.add(name)

    def _take_capacity(self) -> None:
        debtor, said = self.account.debtor, self.entry.capacity
        if said is None or said == debtor.capacity or said not in CAPACITIES or said == "UNKNOWN":
            return
        if not self.is_new and debtor.capacity != "UNKNOWN":
            self._remark(
                "andere hoedanigheid in de lijst.",
                _CORRECT.format(number=self.account.number, option="capacity"),
            )
        elif self._may_change("capacity", "de hoedanigheid"):
            debtor.capacity = said
            self.rows.debtors_changed[debtor.pk] = debtor
            self.changed.add("capacity")

    def _take_address(self, kind: str, street: str, postcode: str, city: str) -> None:
        """Take over an address that is stated with street and town."""
        if not street or not city:
            return
        debtor = self.account.debtor
        row = self.rows.addresses.get((debtor.pk, kind))
        if row is None:
            row = Address(client=self.taking.client, debtor=debtor, kind=kind, country=debtor.country)
            self.rows.addresses[debtor.pk, kind] = row
        stated = {"street": street, "postcode": postcode or row.postcode, "city": city}
        if kind == "POSTAL" and self.details.country:
            stated["country"] = self.details.country
        other = {name for name, said in stated.items() if getattr(row, name) != said}
        if not other or (kind == "POSTAL" and not self._may_change("street", "het postadres")):
            return
        for name in other:
            setattr(row, name, stated[name])
        self.rows.rows_changed[id(row)] = row
        self.changed |= other if kind == "POSTAL" else {"visiting_address"}

    def _take_contact(self, said: ContactDetails) -> None:
        """Add a contact, or complete the one of that e-mail address or name."""
        email, name = clean(said.email, 200), clean(said.name, 200)
        if not email and not name:
            return
        contacts = self.rows.contacts[self.account.debtor_id]
        row = next((one for one in contacts if _is_contact(one, email, name)), None)
        if row is None:
            row = Contact(client=self.taking.client, debtor=self.account.debtor, name=name or email)
            contacts.append(row)
        role = said.role if said.role in CONTACT_ROLES else "OTHER"
        stated = {"role": role, "email": email, "phone": clean(said.phone, 30)}
        if row.role and role == "OTHER":
            del stated["role"]
        other = {key for key, text in stated.items() if text and getattr(row, key) != text}
        for key in other:
            setattr(row, key, stated[key])
        if other:
            self.rows.rows_changed[id(row)] = row
            self.changed.add("contacts")

    def _may_change(self, name: str, dutch: str) -> bool:
        """Test if nobody corrected this in the book; else tell that it stays."""
        corrected = self.rows.corrected.get(self.account.pk, set())
        names = {"street", "postcode", "city"} if name == "street" else {name}
        if not names & corrected:
            return True
        self._remark(
            f"{dutch} in de lijst is anders dan wat een medewerker heeft verbeterd.",
            _CORRECT.format(number=self.account.number, option=name),
        )
        return False

    def _remark(self, what: str, how_to_fix: str) -> None:
        self.taking.remark(self.entry, self.account, what, how_to_fix)


_CORRECT = "Klopt de lijst, verbeter dan het boek: voldaan debtor change {number} --{option} …"

_DUTCH = {
    "email": "het e-mailadres",
    "phone": "het telefoonnummer",
    "language": "de taal",
    "country": "het land",
}


def _is_contact(row: Contact, email: str, name: str) -> bool:
    if email and row.email:
        return str(row.email).casefold() == email.casefold()
    return bool(name) and plain_name(row.name) == plain_name(name)
