"""The accounts of a client while a file is read: recognised, made anew, completed. Needs an open scope."""

from itertools import count

from voldaan.domain.matching.debtors import DebtorDetails, KnownDebtors
from voldaan.domain.matching.names import capacity_from
from voldaan.records.models import Account, Address, Client, Debtor

_COMPLETED = ("coc_number", "vat_number", "iban", "email", "phone")
"""What a later file can add to a debtor; what is known already is never overwritten by a file."""


class AccountsOfFile:
    """Finds or makes the account of each debtor that a file names. Nothing is written before `save`."""

    def __init__(self, client: Client) -> None:
        """Read the accounts that the client has."""
        self.client = client
        self.known = KnownDebtors()
        self.accounts: dict[int | str, Account] = {}
        self.new: list[Account] = []
        self.changed: dict[int, Debtor] = {}
        self.renumbered: dict[int, Account] = {}
        self.addresses: list[Address] = []
        postal = dict(Address.objects.filter(kind="POSTAL").values_list("debtor_id", "postcode"))
        self.with_address = set(postal)
        for account in Account.objects.select_related("debtor").order_by("pk").iterator(chunk_size=2000):
            self.accounts[account.pk] = account
            self.known.add(account.pk, _details(account, postal.get(account.debtor_id, "")))
        self.ours = {account.number: account for account in self.accounts.values() if account.number_is_ours}
        self.numbers = {account.number for account in self.accounts.values()}

    def of(self, details: DebtorDetails) -> Account:
        """Return the account of a debtor, recognised or new."""
        key = self.known.recognise(details)
        if key is None:
            return self._make(details)
        account = self.accounts[key]
        if details.number and account.number_is_ours:
            self._give_number(account, details.number)
        self._complete(account, details)
        return account

    def known_number(self, number: str) -> bool:
        """Test if a debtor of this number is known, so that its name can be left out."""
        return number in self.known.by_number

    def save(self) -> None:
        """Write the new debtors and accounts, and what was added to the others."""
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
        self.new, self.addresses, self.changed, self.renumbered = [], [], {}, {}

    def _make(self, details: DebtorDetails) -> Account:
        debtor = Debtor(
            client=self.client,
            name=details.name[:200],
            capacity=_capacity(details),
            language="nl" if _country(details) in {"NL", "BE"} else "en",
            country=_country(details),
            coc_number=details.coc_number[:20],
            vat_number=details.vat_number[:20],
            iban=details.iban[:34],
            email=details.email[:200],
            phone=details.phone[:30],
        )
        account = Account(client=self.client, debtor=debtor, number_is_ours=not details.number)
        if details.number:
            self._make_room(details.number)
        account.number = details.number or self._next_number()
        self.numbers.add(account.number)
        key = f"new {len(self.accounts)}"
        self.accounts[key] = account
        self.known.add(key, details)
        self.new.append(account)
        self._add_address(debtor, details)
        return account

    def _give_number(self, account: Account, number: str) -> None:
        """Replace the number that we gave by the one in the client's books."""
        self._make_room(number)
        self.ours.pop(account.number, None)
        account.number, account.number_is_ours = number, False
        self.numbers.add(number)
        for key, known in self.accounts.items():
            if known is account:
                self.known.by_number[number] = key
        if account.pk:
            self.renumbered[account.pk] = account

    def _make_room(self, number: str) -> None:
        """Give an account of ours another number when the client's books use the one it has."""
        ours = self.ours.pop(number, None)
        if ours is not None:
            ours.number = self._next_number()
            self.numbers.add(ours.number)
            if ours.pk:
                Account.objects.filter(pk=ours.pk).update(number=ours.number)

    def _next_number(self) -> str:
        return next(
            number for n in count(len(self.numbers) + 1) if (number := f"D{n:05}") not in self.numbers
        )

    def _complete(self, account: Account, details: DebtorDetails) -> None:
        """Add to a known debtor what it lacked."""
        debtor, lacked = account.debtor, False
        for name in _COMPLETED:
            said = getattr(details, name)
            if said and not getattr(debtor, name):
                setattr(debtor, name, said[: 200 if name == "email" else 34 if name == "iban" else 20])
                lacked = True
        if lacked and debtor.capacity == "UNKNOWN":
            debtor.capacity = _capacity(details)
        if lacked and debtor.pk:
            self.changed[debtor.pk] = debtor
        if debtor.pk and debtor.pk not in self.with_address:
            self._add_address(debtor, details)
            self.with_address.add(debtor.pk)

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


def _details(account: Account, postcode: str) -> DebtorDetails:
    debtor = account.debtor
    return DebtorDetails(
        name=debtor.name,
        number="" if account.number_is_ours else account.number,
        coc_number=debtor.coc_number,
        vat_number=debtor.vat_number,
        email=debtor.email,
        postcode=postcode,
    )


def _country(details: DebtorDetails) -> str:
    """Return where the debtor lives: as the file says, else by its VAT number, else here."""
    return details.country or (details.vat_number[:2] if details.vat_number[:2].isalpha() else "") or "NL"


def _capacity(details: DebtorDetails) -> str:
    return capacity_from(name=details.name, coc_number=details.coc_number, vat_number=details.vat_number)
