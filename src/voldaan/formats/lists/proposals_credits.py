"""What takes from what is owed where a column says so and the amount does not: D and C, invoice and credit note."""

from collections.abc import Iterator, Sequence

from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Cell, is_blank, text_of
from voldaan.formats.lists.look_words import squeeze_title
from voldaan.formats.lists.proposals_asked import Asked, Option
from voldaan.formats.lists.proposals_columns import Chosen, Column
from voldaan.formats.values import Refusal

_KINDS_MAX = 12
_READ = frozenset(
    "d db dr dt debet debit f factuur invoice v c cr ct credit creditnota creditfactuur cn".split()
)
"""Words by which the reader can give an amount its sign."""
_CREDIT = frozenset(
    "c | cr | ct | cn | cre | credit | creditnota | creditfactuur | credit note | credit memo | credit nota | "
    "gutschrift | betaling | payment | ontvangst | ontvangen | haben | h".split(" | ")
)
_TITLES = frozenset("dc debetcredit debitcredit dcr sollhaben dbcr".split())


def choose_sides(columns: Sequence[Column], chosen: Chosen, asked: Asked) -> None:
    """Choose the column that says which amounts are credits, where the amounts have no sign and a person says so.

    Raises `Refusal` where it says so in words that the reader does not know.
    """
    money = chosen.columns.get("open")
    if money is None:
        return
    for column, found in _columns(columns, money, chosen):
        titled = squeeze_title(column.title) in _TITLES
        if not titled and _ask(column, found, money, asked) != "yes":
            continue
        words = {text_of(cell).casefold().rstrip(".") for cell in column.cells if not is_blank(cell)}
        if not words <= _READ or any(_below_zero(cell) for cell in money.cells):
            raise _unreadable(column, words, asked.file)
        why = "De titel" if titled else "U koos dat"
        chosen.take("debit_credit", column, f"{why} {column.spoken} zegt welk bedrag van de schuld af gaat.")
        return


def _columns(columns: Sequence[Column], money: Column, chosen: Chosen) -> Iterator[tuple[Column, list[int]]]:
    """Yield each column with words for credits, with the rows where the amount does not say the same."""
    for column in columns:
        if chosen.taken(column) or not 0 < column.content.distinct <= _KINDS_MAX:
            continue
        words = [text_of(cell).casefold().rstrip(".") for cell in column.cells]
        found = [at for at, word in enumerate(words) if word in _CREDIT and _above_zero(money.cells[at])]
        if found:
            yield column, found


def _ask(column: Column, found: Sequence[int], money: Column, asked: Asked) -> str | None:
    """Ask if the rows that a column calls a credit take from what is owed."""
    example = f"‘{text_of(column.cells[found[0]])}’ met {text_of(money.cells[found[0]])}"
    return asked.ask(
        f"credits:{column.at + 1}",
        f"{column.spoken} noemt een credit of betaling bij een bedrag boven nul (rijen: {len(found)}). Gaat dat van de "
        "schuld af?",
        Option(value="yes", label="Ja, het gaat eraf", example=f"{example} gaat eraf"),
        Option(value="no", label="Nee, het is ook schuld", example=f"{example} telt op"),
    )


def _unreadable(column: Column, words: set[str], file: str) -> Refusal:
    """Return the refusal of a column of credits that cannot be read as such."""
    strange = ", ".join(f"‘{word[:20]}’" for word in sorted(words - _READ)[:3])
    return refuse(
        file,
        f"{column.spoken} zegt welk bedrag van de schuld af gaat, en dat is niet te lezen.",
        f"Woorden als {strange} kennen we daar niet." if strange else "Er zijn ook bedragen met een min.",
        "Exporteer de lijst met een min bij wat van de schuld af gaat, of met een kolom debet en een kolom credit.",
        path=column.title,
    )


def _below_zero(cell: Cell) -> bool:
    """Test if an amount is written as one below zero."""
    if isinstance(cell, int | float):
        return cell < 0
    text = text_of(cell).upper()
    return text.startswith(("-", "(", "−", "€ -", "€-")) or (text[-1:] == "-" and text[-2:-1].isdigit())


def _above_zero(cell: Cell) -> bool:
    """Test if an amount is written as one above zero."""
    if is_blank(cell) or _below_zero(cell):
        return False
    text = text_of(cell).upper()
    return any(sign in "123456789" for sign in text) and not text.endswith(("C", "CR", "CT"))
