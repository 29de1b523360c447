"""Which column is what: by the words above it and the cells under it, and a question where two say the same."""

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from datetime import date

from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Cell, is_blank, text_of
from voldaan.formats.lists.look_cells import Content, content, same
from voldaan.formats.lists.look_words import (
    BANK_WORDS,
    CREDITOR_WORDS,
    EXPLICIT,
    POSSIBLE,
    meanings,
    squeeze_title,
    why_unread,
)
from voldaan.formats.lists.mapping import ENTRY_COLUMNS, ITEM_COLUMNS
from voldaan.formats.lists.proposals_asked import Asked, Option, UnknownTitles
from voldaan.formats.lists.proposals_layout import Layout, age_of, duplicates
from voldaan.formats.lists.words import BUSINESSES, CAPACITIES
from voldaan.formats.values import Refusal

AMOUNTS = frozenset({"total", "open", "paid", "debit", "credit"})
DAYS = frozenset({"issue_date", "due_date"})
_COUNTS = frozenset({"days_overdue", "term_days"})
_YES_NO = frozenset({"consumer", "business", "direct_debit"})
NONE = "none"

DUTCH = {
    "number": "het factuurnummer",
    "debtor_number": "het debiteurnummer",
    "debtor_name": "de naam van de debiteur",
    "debtor": "nummer en naam van de debiteur in één cel",
    "email": "het e-mailadres",
    "phone": "het telefoonnummer",
    "contact_name": "de contactpersoon",
    "contact_first_name": "de voornaam van de contactpersoon",
    "contact_infix": "het tussenvoegsel in de naam",
    "contact_role": "de functie van de contactpersoon",
    "contact_email": "het e-mailadres van de contactpersoon",
    "contact_phone": "het telefoonnummer van de contactpersoon",
    "street": "straat en huisnummer",
    "house_number": "het huisnummer",
    "house_number_addition": "de toevoeging bij het huisnummer",
    "postcode": "de postcode",
    "city": "de plaats",
    "country": "het land",
    "iban": "de IBAN van de debiteur",
    "coc_number": "het KvK-nummer",
    "vat_number": "het btw-nummer",
    "issue_date": "de factuurdatum",
    "due_date": "de vervaldatum",
    "days_overdue": "het aantal dagen na de vervaldatum",
    "term_days": "de betaaltermijn in dagen",
    "total": "het factuurbedrag",
    "open": "het openstaande bedrag",
    "paid": "wat al betaald is",
    "debit": "het bedrag debet",
    "credit": "het bedrag credit",
    "debit_credit": "of een bedrag debet of credit is",
    "currency": "de munt",
    "reference": "het betalingskenmerk",
    "subject": "de omschrijving",
    "order_number": "het bestelnummer van de debiteur",
    "capacity": "de hoedanigheid",
    "consumer": "of de debiteur consument is (ja of nee)",
    "business": "of de debiteur zakelijk is (ja of nee)",
    "language": "de taal",
    "visiting_street": "straat en huisnummer van het bezoekadres",
    "visiting_house_number": "het huisnummer van het bezoekadres",
    "visiting_postcode": "de postcode van het bezoekadres",
    "visiting_city": "de plaats van het bezoekadres",
    "direct_debit": "of er automatisch wordt geïncasseerd (ja of nee)",
}
"""What a column means, for people; in the order in which columns are chosen."""

_ADDRESS = frozenset(
    {"street", "postcode", "city", "email", "phone", "coc_number", "vat_number", "iban", "country"}
)
_BY_CONTENT = (
    ("email", "emails", "e-mailadressen"),
    ("vat_number", "vat_numbers", "btw-nummers met een kloppend controlegetal"),
    ("postcode", "postcodes", "Nederlandse postcodes"),
)
_GENERAL_NUMBERS = frozenset("code nummer nr no num number id idnumber idnummer".split())
_LINE_WORDS = ("item", "artikel", "product", "aantal", "quantity", "regel", "stuks", "menge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table, with what its title and cells can mean."""

    at: int
    title: str
    cells: Sequence[Cell] = field(repr=False)
    content: Content
    meanings: Dictionary[str, int]
    double: bool
    """Another column has the same title."""

    @property
    def spoken(self) -> str:
        """Return the column as a person finds it."""
        return f"‘{self.title}’" if self.title else f"kolom {self.at + 1}"


@dataclass(slots=True, kw_only=True)
class Chosen:
    """Which column was chosen for what, and why."""

    columns: dict[str, Column] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    alternatives: dict[int, tuple[str, ...]] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    """Columns in a question that is still open: what its answer leaves over may be asked for next."""

    def take(self, name: str, column: Column, why: str) -> None:
        """Choose a column for a meaning."""
        self.columns[name] = column
        self.why[column.at] = why

    def taken(self, column: Column) -> bool:
        """Test if a column was chosen for anything."""
        return any(column.at == other.at for other in self.columns.values())


def columns_of(layout: Layout) -> list[Column]:
    """Return the columns that have a title or cells."""
    double = set(duplicates(layout.titles))
    width = max([len(layout.titles), *(len(row) for _, row in layout.items)], default=0)
    found = []
    for at in range(width):
        title = layout.titles[at] if at < len(layout.titles) else ""
        cells = layout.column(at)
        if title or not all(map(is_blank, cells)):
            found.append(
                Column(
                    at=at,
                    title=title,
                    cells=cells,
                    content=content(cells),
                    meanings=meanings(title),
                    double=title in double,
                )
            )
    return found


def fits(name: str, column: Column) -> bool:
    """Test if the cells of a column can be what its title says."""
    if not column.content.filled:
        return name not in AMOUNTS | _COUNTS and not name.startswith("debtor")
    return _FITS.get(name, _fits_text)(column)


def _fits_amount(column: Column) -> bool:
    return column.content.mostly(column.content.amounts)


def _fits_day(column: Column) -> bool:
    return column.content.mostly(column.content.days) or column.content.mostly(column.content.serials)


def _fits_count(column: Column) -> bool:
    cells = column.content
    return cells.mostly(cells.amounts) and not cells.fractions and not cells.mostly(cells.days)


def _fits_number(column: Column) -> bool:
    cells = column.content
    seldom = cells.filled * 2 < len(column.cells)
    if column.meanings.get("number") == EXPLICIT:
        # Numbers such as 2026.001 and 2026-01-001 look like amounts and days.
        return not seldom and not any(isinstance(cell, date) for cell in column.cells)
    return not seldom and not cells.mostly(cells.days - cells.whole) and cells.fractions * 10 <= cells.filled


def _fits_debtor_number(column: Column) -> bool:
    cells = column.content
    return cells.mostly(cells.codes) and not cells.mostly(cells.fractions) and not _of_books(column)


def _fits_debtor_name(column: Column) -> bool:
    cells = column.content
    return not any(cells.mostly(count) for count in (cells.codes, cells.amounts, cells.number_names))


def _fits_iban(column: Column) -> bool:
    cells = column.content
    return cells.ibans * 2 > cells.filled and (cells.distinct > 1 or cells.filled == 1)


def _fits_currency(column: Column) -> bool:
    filled = [text_of(cell) for cell in column.cells if not is_blank(cell)]
    return column.content.mostly(column.content.currencies) or set(filled) <= {"€", "EUR", "Euro"}


def _fits_text(column: Column) -> bool:
    return not column.content.mostly(column.content.days - column.content.whole)


def _fits_capacity(column: Column) -> bool:
    if column.meanings.get("capacity") == EXPLICIT:
        return _fits_text(column)
    found = [text_of(cell).lower() for cell in column.cells if not is_blank(cell)]
    return column.content.mostly(sum(text in CAPACITIES or text in BUSINESSES for text in found))


_FITS: dict[str, Callable[[Column], bool]] = {
    **dict.fromkeys(AMOUNTS, _fits_amount),
    **dict.fromkeys(DAYS, _fits_day),
    **dict.fromkeys(_COUNTS, _fits_count),
    **dict.fromkeys(_YES_NO, lambda column: column.content.mostly(column.content.yes_no)),
    **dict.fromkeys(
        ("email", "contact_email"), lambda column: column.content.emails * 2 > column.content.filled
    ),
    # Written in groups, their digits look like a day: 06 12 34 56 78.
    **dict.fromkeys(("phone", "contact_phone", "coc_number", "vat_number"), lambda _: True),
    "number": _fits_number,
    "debtor_number": _fits_debtor_number,
    "debtor_name": _fits_debtor_name,
    "debtor": lambda column: column.content.mostly(column.content.number_names),
    "iban": _fits_iban,
    "currency": _fits_currency,
    "capacity": _fits_capacity,
}


def is_money(column: Column) -> bool:
    """Test if the cells of a column are amounts whatever its title: most of them have decimals."""
    return not column.meanings and column.content.fractions * 2 > column.content.filled


def _of_books(column: Column) -> bool:
    """Test if a number is the same in every row, as the general ledger account of all debtors is."""
    general = squeeze_title(column.title) in ("account", "accountnumber", "konto")
    return general and column.content.distinct == 1 and column.content.filled > 1


def kind_of(columns: Sequence[Column], heading: bool, layout: Layout, file: str) -> str:
    """Return OPEN_ITEMS or DEBTORS; raises `Refusal` for what is neither."""
    refuse_foreign(columns, file)
    number = max((c.meanings.get("number", 0) for c in columns if fits("number", c)), default=0)
    money = [c for c in columns if (any(n in AMOUNTS for n in c.meanings) or is_money(c)) and fits("open", c)]
    ages = [c for c in columns if age_of(c.title) is not None and fits("open", c)]
    dated = [c for c in columns if any(n in DAYS for n in c.meanings) and fits("issue_date", c)]
    address = {n for c in columns for n in c.meanings if n in _ADDRESS and fits(n, c)}
    debtor = heading or any(fits(n, c) for c in columns for n in c.meanings if n.startswith("debtor"))
    if number and (money or ages) and debtor and (number == EXPLICIT or dated or ages or len(address) < 2):
        return "OPEN_ITEMS"
    if debtor and len(address) >= 1 and number < EXPLICIT:
        return "DEBTORS"
    lacking = [
        (words, names)
        for words, names, there in (
            ("een factuurnummer", {"number"}, number),
            ("een bedrag", AMOUNTS, money or ages),
            ("een debiteur", {"debtor_number", "debtor_name", "debtor"}, debtor),
        )
        if not there
    ]
    missing = [words for words, _ in lacking]
    refusal = refuse(
        file,
        "Dit is geen lijst van openstaande posten en geen debiteurenlijst.",
        f"We vinden geen kolom voor {' en '.join(missing or ['wat een lijst nodig heeft'])}. "
        f"{_misfit(columns, [names for _, names in lacking])}"
        f"De kop is: {', '.join(title for title in layout.titles if title)[:200]}.",
        "Lever de lijst van openstaande posten aan, met een kop boven de kolommen, of maak de kolomindeling zelf.",
        line=layout.items[0][0] - 1 if layout.items else None,
    )
    raise UnknownTitles(*refusal.problems)


def _misfit(columns: Sequence[Column], lacking: Iterable[Collection[str]]) -> str:
    """Return a sentence on the first column whose title says what is lacking and whose cells do not."""
    for names in lacking:
        for column in columns:
            if any(name in names for name in column.meanings):
                cells = (
                    f"de cellen niet ({_examples(column)})" if column.content.filled else "de kolom is leeg"
                )
                return f"De titel {column.spoken} past wel, maar {cells}. "
    return ""


def refuse_foreign(columns: Sequence[Column], file: str) -> None:
    """Raise `Refusal` for a bank's export and for a list of what the client itself owes."""
    titles = [squeeze_title(column.title) for column in columns]
    if len([title for title in titles if title in BANK_WORDS]) >= 2:
        raise refuse(
            file,
            "Dit lijkt een export van een bank.",
            "De kop noemt een tegenrekening, mededelingen of een saldo na boeking.",
            "Lever hem aan als bankafschrift; als lijst van openstaande posten lezen we hem niet.",
        )
    owed = [column.title for column in columns if squeeze_title(column.title).startswith(CREDITOR_WORDS)]
    if owed and not any(title.startswith(("debiteur", "klant", "customer")) for title in titles):
        raise refuse(
            file,
            "Dit lijkt een lijst van crediteuren.",
            f"De kop noemt ‘{owed[0]}’: dat is wat u zelf moet betalen.",
            "Lever de lijst van debiteuren aan.",
        )


def choose(columns: Sequence[Column], kind: str, asked: Asked) -> Chosen:
    """Choose a column for each meaning; what could be two is asked."""
    chosen = Chosen()
    others = ENTRY_COLUMNS if kind == "OPEN_ITEMS" else ITEM_COLUMNS
    names = [name for name in DUTCH if name not in others and name not in AMOUNTS and name != "debit_credit"]
    asked_for: set[str] = set()
    for grade in (EXPLICIT, POSSIBLE):
        kept = _only_debtor(columns) if grade == EXPLICIT else ()
        for name in names:
            if name in chosen.columns or name in asked_for or _already(name, chosen):
                continue
            found = [
                c
                for c in columns
                if c.meanings.get(name, 0) >= grade
                and c not in kept
                and not chosen.taken(c)
                and fits(name, c)
            ]
            if name == "debtor_name":
                found = [c for c in found if "contact_name" not in c.meanings] or found
            if len(found) == 1 and _says_little(name, found[0]):
                answer = ask_column(name, found, asked, optional=True)
                asked_for.add(name)
                if answer is None:
                    chosen.asked.add(found[0].at)
                elif answer != NONE:
                    chosen.take(name, found[0], f"U koos {found[0].spoken} voor {DUTCH[name]}.")
            elif len(found) > 1 and not _choose_among(name, found, chosen, asked):
                asked_for.add(name)
            elif len(found) == 1:
                chosen.take(name, found[0], _why(name, found[0], grade))
    if kind == "DEBTORS" and not {"debtor_number", "debtor"} & (asked_for | chosen.columns.keys()):
        _choose_general_number(columns, chosen, asked)
    _choose_by_content(columns, chosen)
    return chosen


def _says_little(name: str, column: Column) -> bool:
    """Test if a title alone does not tell: "Nummer" may be of the debtor, "Dagen" may be a term."""
    if name == "number":
        return squeeze_title(column.title) in _GENERAL_NUMBERS
    return name in _COUNTS and column.meanings.get(name) != EXPLICIT


def _already(name: str, chosen: Chosen) -> bool:
    """Test if another column says it already."""
    there = chosen.columns
    if name == "debtor":
        return "debtor_number" in there or "debtor_name" in there
    if name in _COUNTS:
        return "due_date" in there
    return name in ("debtor_number", "debtor_name") and "debtor" in there


def _choose_among(name: str, found: Sequence[Column], chosen: Chosen, asked: Asked) -> bool:
    """Choose one of several columns that could be the same; False while that is a question."""
    found = [column for column in found if column.content.filled] or found[:1]
    first = found[0]
    if len(found) == 1:
        chosen.take(name, first, f"{_why(name, first, EXPLICIT)} De andere kolommen met die titel zijn leeg.")
        return True
    if not first.double and all(same(first.cells, other.cells) for other in found[1:]):
        chosen.take(name, first, f"{_why(name, first, EXPLICIT)} {found[1].spoken} zegt overal hetzelfde.")
        return True
    answer = ask_column(name, found, asked, optional=name not in ("number", "debtor_number", "debtor_name"))
    if answer is None:
        chosen.asked.update(column.at for column in found)
        return False
    if answer != NONE:
        column = next(c for c in found if str(c.at + 1) == answer)
        chosen.take(name, column, f"U koos {column.spoken} voor {DUTCH[name]}.")
        chosen.alternatives[column.at] = tuple(c.title for c in found if c is not column)
    return True


def ask_column(name: str, found: Sequence[Column], asked: Asked, *, optional: bool) -> str | None:
    """Ask which column it is: the answer is the number of a column, or `NONE`."""
    options = [
        Option(value=str(c.at + 1), label=f"{c.spoken} (kolom {c.at + 1})", example=_examples(c))
        for c in found
    ]
    if optional:
        options.append(Option(value=NONE, label="Geen van deze", example="De kolommen blijven ongelezen."))
    return asked.ask(name, f"Welke kolom is {DUTCH[name]}?", *options)


def _examples(column: Column) -> str:
    """Return the first three different cells of a column."""
    texts = dict.fromkeys(text_of(cell) for cell in column.cells if not is_blank(cell))
    return ", ".join(f"‘{text[:40]}’" for text in list(texts)[:3])


def _why(name: str, column: Column, grade: int) -> str:
    """Return why a column was chosen."""
    if grade == EXPLICIT:
        return f"De titel {column.spoken} betekent {DUTCH[name]}."
    return f"De titel {column.spoken} kan {DUTCH[name]} betekenen, en geen andere kolom zegt het beter."


def _only_debtor(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the column that alone can name the debtor, so that no other meaning takes it."""
    found = [c for c in columns if any(n.startswith("debtor") and fits(n, c) for n in c.meanings)]
    return tuple(found) if len(found) == 1 and EXPLICIT not in _debtor_grades(found[0]) else ()


def _debtor_grades(column: Column) -> set[int]:
    """Return how surely a column is the number or the name of a debtor."""
    return {grade for name, grade in column.meanings.items() if name.startswith("debtor")}


def _choose_general_number(columns: Sequence[Column], chosen: Chosen, asked: Asked) -> None:
    """Choose the number of a debtor from a column that is called code or number, and no more."""
    found = [
        c
        for c in columns
        if squeeze_title(c.title) in _GENERAL_NUMBERS and not chosen.taken(c) and _fits_debtor_number(c)
    ]
    if len(found) > 1:
        _choose_among("debtor_number", found, chosen, asked)
    elif found:
        chosen.take("debtor_number", found[0], _why("debtor_number", found[0], POSSIBLE))


def _choose_by_content(columns: Sequence[Column], chosen: Chosen) -> None:
    """Choose columns whose title we do not know by what their cells surely are."""
    for name, count, words in _BY_CONTENT:
        found = [
            c
            for c in columns
            if not chosen.taken(c)
            and not c.meanings
            and c.content.filled > 1
            and c.content.distinct > 1
            and c.content.mostly(getattr(c.content, count))
        ]
        if name not in chosen.columns and len(found) == 1:
            column = found[0]
            chosen.take(name, column, f"De cellen van {column.spoken} zijn {words} ({_examples(column)}).")


def refuse_invoice_lines(columns: Sequence[Column], number: Column, file: str) -> None:
    """Raise `Refusal` for a list with a row for every line of an invoice: its amounts would be counted twice."""
    lines = [
        c.title for c in columns if any(word in squeeze_title(c.title) for word in _LINE_WORDS) and c.title
    ]
    texts = [text_of(cell) for cell in number.cells if not is_blank(cell)]
    if lines and len(set(texts)) < len(texts):
        raise refuse(
            file,
            "Deze lijst heeft een rij voor elke regel van een factuur.",
            f"Factuurnummers komen meer dan eens voor, en er is een kolom ‘{lines[0]}’. Het bedrag van een factuur zou "
            "meer dan eens tellen.",
            "Exporteer de lijst met één rij voor elke factuur.",
        )


def unread_reason(column: Column, chosen: Chosen, kind: str) -> str:
    """Return why a column is left unread."""
    if not column.content.filled:
        return "De kolom is leeg."
    if why := why_unread(column.title):
        return f"Niet gelezen: {why}."
    for name in column.meanings:
        if name in chosen.columns:
            return f"Niet gelezen: {chosen.columns[name].spoken} zegt {DUTCH[name]} al."
    known = [name for name in column.meanings if name in DUTCH]
    if known and kind == "OPEN_ITEMS" and known[0] in ENTRY_COLUMNS:
        return (
            f"Niet gelezen: {DUTCH[known[0]]} lezen we uit een debiteurenlijst, niet uit openstaande posten."
        )
    if known and not fits(known[0], column):
        return (
            f"Niet gelezen: de titel past bij {DUTCH[known[0]]}, maar de cellen niet ({_examples(column)})."
        )
    if known:
        return f"Niet gelezen: {DUTCH[known[0]]} is hier niet nodig."
    return "Niet gelezen: dit woord kennen we niet, en de cellen zeggen niet genoeg."


def no_amount(columns: Sequence[Column], file: str) -> Refusal:
    """Return the refusal of a list in which nothing says what is open."""
    titles = ", ".join(c.title for c in columns if fits("open", c) and c.title)
    return refuse(
        file,
        "De lijst zegt niet wat er openstaat.",
        f"Kolommen met bedragen zijn er wel: {titles}." if titles else "Er is geen kolom met bedragen.",
        "Exporteer de lijst met het openstaande bedrag, of maak de kolomindeling zelf.",
    )
