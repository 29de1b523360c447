"""The accounts of a client while a file is read: recognised, made anew, completed. Needs an open scope."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import count

from voldaan.domain.matching.debtor_marks import DebtorDetails
from voldaan.domain.matching.debtors import Doubt, KnownDebtors
from voldaan.domain.matching.names import capacity_from
from voldaan.records import events
from voldaan.records.merging import merged_accounts
from voldaan.records.models import Account, Address, Client, CreditNote, Debtor, Invoice
from voldaan.records.same_debtor import ask_same_debtor, heirs_of_numbers

_COMPLETED = {"coc_number": 20, "vat_number": 20, "iban": 34, "email": 200, "phone": 30}
"""What a later file can add to a debtor, and how long it may be; what is known is never overwritten by a file."""

DIRECT_DEBIT_DAYS = 14
"""How long after the due date a direct debit may still be on its way or come back."""


class AccountsOfFile:
    """Finds or makes the account of each debtor that a file names. Nothing is written before `save`."""

    def __init__(self, client: Client, *, on: date, at: datetime, by: str) -> None:
        """Read the accounts that the client has. The day, moment and person are those of the questions it asks."""
        self.client = client
        self.on, self.at, self.by = on, at, by
        self.known = KnownDebtors()
        self.accounts: dict[int | str, Account] = {}
        self.new: list[Account] = []
        self.changed: dict[int, Debtor] = {}
        self.filled: dict[int, set[str]] = defaultdict(set)
        """By debtor what was not known before, since this was last looked at."""
        self.renumbered: dict[int, Account] = {}
        self.addresses: list[Address] = []
        self.doubts: list[tuple[Account, tuple[tuple[Account, str], ...]]] = []
        rows = Address.objects.filter(kind="POSTAL").values_list("debtor_id", "street", "postcode", "city")
        postal = {debtor: (street, postcode, city) for debtor, street, postcode, city in rows.iterator(2000)}
        self.with_address = set(postal)
        for account in Account.objects.select_related("debtor").order_by("pk").iterator(chunk_size=2000):
            self.accounts[account.pk] = account
            self.known.add(account.pk, _details(account, postal.get(account.debtor_id, _NOWHERE)))
        self.known.merged |= merged_accounts()
        for owner, heirs in heirs_of_numbers().items():
            self.known.heirs[owner] += heirs
        self.ours = {account.number: account for account in self.accounts.values() if account.number_is_ours}
        self.numbers = {account.number for account in self.accounts.values()}

    def of(self, details: DebtorDetails) -> Account:
        """Return the account of a debtor, recognised or new, also where it was merged into another."""
        found = self.known.recognise(details)
        if found.key is None:
            account = self._make(details, found.doubts)
        else:
            account = self.accounts[found.key]
            if details.number and account.number_is_ours and details.number not in self.known.by_number:
                self._give_number(found.key, details.number)
            self._complete(account, details)
            self.known.learn(found.key, details)
        if found.doubts:
            self.doubts.append((account, tuple((self.accounts[key], why) for key, why in found.doubts)))
        return account

    def put(self, row: Invoice | CreditNote, details: DebtorDetails) -> None:
        """Give a new row its account: the one that was kept where its own was merged, and whose it was by itself."""
        own = self.of(details)
        row.account = self.kept(own)
        row.merged_from = own if row.account is not own else None
        if isinstance(row, Invoice) and own.direct_debit and row.direct_debit_until is None:
            row.direct_debit_until = row.due_date + timedelta(days=DIRECT_DEBIT_DAYS)

    def kept(self, account: Account) -> Account:
        """Return the account that this one was merged into, or itself."""
        return self.accounts[self.known.home(account.pk)] if account.pk in self.known.merged else account

    def known_number(self, number: str) -> bool:
        """Test if a debtor of this number is known, so that its name can be left out."""
        return number in self.known.by_number

    def save(self) -> None:
        """Write the new debtors and accounts, what was added to the others, and the questions about who is who."""
        Debtor.objects.bulk_create([account.debtor for account in self.new], batch_size=500)
        if self.renumbered:
            Account.objects.bulk_update(
                self.renumbered.values(), ["number", "number_is_ours"], batch_size=200
            )
        Account.objects.bulk_create(self.new, batch_size=500)
        Address.objects.bulk_create(self.addresses, batch_size=500)
        self.with_address |= {address.debtor_id for address in self.addresses}
        if self.changed:
            Debtor.objects.bulk_update(self.changed.values(), [*_COMPLETED, "capacity"], batch_size=200)
        ask_same_debtor(self.client, self.doubts, on=self.on, at=self.at, by=self.by)
        self.new, self.addresses, self.changed, self.renumbered, self.doubts = [], [], {}, {}, []

    def _make(self, details: DebtorDetails, doubts: tuple[Doubt, ...]) -> Account:
        debtor = Debtor(
            client=self.client,
            name=details.name[:200],
            capacity=_capacity(details),
            language="nl" if _country(details) in {"NL", "BE"} else "en",
            country=_country(details),
            **{name: getattr(details, name)[:length] for name, length in _COMPLETED.items()},
        )
        owner = self.known.by_number.get(details.number)
        is_ours = not details.number or owner is not None
        account = Account(client=self.client, debtor=debtor, number_is_ours=is_ours)
        if not is_ours:
            self._make_room(details.number)
        account.number = self._next_number() if is_ours else details.number
        self.numbers.add(account.number)
        key = f"new {len(self.accounts)}"
        self.accounts[key] = account
        self.known.add(key, details)
        if is_ours:
            self.ours[account.number] = account
        if owner is not None:
            self.known.heirs[owner].append(key)
        self.new.append(account)
        self._add_address(debtor, details)
        return account

    def _give_number(self, key: int | str, number: str) -> None:
        """Replace the number that we gave by the one in the client's books."""
        account = self.accounts[key]
        self.ours.pop(account.number, None)
        self._make_room(number)
        account.number, account.number_is_ours = number, False
        self.numbers.add(number)
        if account.pk:
            self.renumbered[account.pk] = account

    def _make_room(self, number: str) -> None:
        """Give an account of ours another number when the client's books use the one it has."""
        ours = self.ours.pop(number, None)
        if ours is not None:
            ours.number = self._next_number()
            self.numbers.add(ours.number)
            self.ours[ours.number] = ours
            if ours.pk:
                Account.objects.filter(pk=ours.pk).update(number=ours.number)

    def _next_number(self) -> str:
        return next(
            number for n in count(len(self.numbers) + 1) if (number := f"D{n:05}") not in self.numbers
        )

    def _complete(self, account: Account, details: DebtorDetails) -> None:
        """Add to a known debtor what it lacked."""
        debtor, lacked = account.debtor, False
        for name, length in _COMPLETED.items():
            said = getattr(details, name)
            if said and not getattr(debtor, name):
                setattr(debtor, name, said[:length])
                self.filled[debtor.pk].add(name)
                lacked = True
        if lacked and debtor.capacity == "UNKNOWN":
            debtor.capacity = _capacity(details)
        if lacked and debtor.pk:
            self.changed[debtor.pk] = debtor
        if debtor.pk and debtor.pk not in self.with_address:
            self._add_address(debtor, details)
            if details.street and details.city:
                self.with_address.add(debtor.pk)
                self.filled[debtor.pk].add("street")

    def _add_address(self, debtor: Debtor, details: DebtorDetails) -> None:
        if details.street and details.city:
            self.addresses.append(
                Address(
                    client=self.client,
                    debtor=debtor,
                    street=details.street[:200],
                    postcode=details.postcode[:12],
                    city=details.city[:100],
                    country=details.country or "NL",
                )
            )


class AccountsKept:
    """The accounts of a client kept from one file to the next, while nobody else changes the book.

    Reading them anew for each of a thousand files would be most of the work.
    """

    def __init__(self) -> None:
        self._accounts: AccountsOfFile | None = None
        self._head: tuple[int, str] | None = None
        self._in_use = False

    def of(self, client: Client, *, on: date, at: datetime, by: str) -> AccountsOfFile:
        """Return the accounts for the file that is being taken. Needs the client's lock."""
        if self._accounts is None or not (self._in_use or self._head == events.head(client)):
            self._accounts = AccountsOfFile(client, on=on, at=at, by=by)
        if not self._in_use:
            self._accounts.filled.clear()
        self._in_use = True
        return self._accounts

    def begin(self) -> None:
        """Begin with a file. What a file that was refused had changed in memory is forgotten."""
        if self._in_use:
            self._accounts, self._in_use = None, False

    def taken(self, client: Client) -> None:
        """Remember where the book ends now that a file was taken."""
        self._head, self._in_use = events.head(client), False


_NOWHERE = ("", "", "")


def _details(account: Account, postal: tuple[str, str, str]) -> DebtorDetails:
    debtor = account.debtor
    street, postcode, city = postal
    return DebtorDetails(
        name=debtor.name,
        number="" if account.number_is_ours else account.number,
        coc_number=debtor.coc_number,
        vat_number=debtor.vat_number,
        iban=debtor.iban,
        email=debtor.email,
        street=street,
        postcode=postcode,
        city=city,
    )


def _country(details: DebtorDetails) -> str:
    """Return where the debtor lives: as the file says, else by its VAT number, else here."""
    return details.country or (details.vat_number[:2] if details.vat_number[:2].isalpha() else "") or "NL"


def _capacity(details: DebtorDetails) -> str:
    return capacity_from(name=details.name, coc_number=details.coc_number, vat_number=details.vat_number)
