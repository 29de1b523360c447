"""The sentence of a statement that does not add up: the same in whatever form it came."""

from voldaan.formats.amounts import format_cents


def unbalanced(
    number: str | None, currency: str, opening: int, movements: int, closing: int
) -> tuple[str, str, str]:
    """Return what, why and how to fix of a statement whose movements do not lead from opening to closing."""
    return (
        f"Afschrift {number or 'zonder nummer'} telt niet op: "
        f"het verschil is {format_cents(closing - opening - movements)} {currency}.",
        f"Beginsaldo {format_cents(opening)} en boekingen {format_cents(movements)} geven niet het "
        f"eindsaldo {format_cents(closing)}; er ontbreekt iets of er is iets veranderd.",
        "Download het hele afschrift opnieuw bij de bank en lever het onbewerkt aan.",
    )
