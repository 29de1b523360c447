"""The invoice that a credit note takes from, or that a corrected invoice replaces."""

from collections.abc import Sequence

from voldaan.formats.findings import Findings

CORRECTED = "384"
"""UNTDID 1001: a corrected invoice."""


def credited_number(
    kind: str, code: str | None, numbers: Sequence[str], remarks: Findings, *, place: str | None
) -> str | None:
    """Return the number of the invoice that a credit note is for, None where it names none or several.

    `numbers` are the earlier invoices that the file names, `code` the type of the document.
    """
    named = list(dict.fromkeys(numbers))
    if kind == "invoice":
        if code == CORRECTED:
            remarks.add(
                "Dit is een gecorrigeerde factuur.",
                f"Zij vervangt een eerdere factuur ({', '.join(named[:10]) or 'het nummer staat er niet bij'}); samen "
                "zou er te veel gevraagd worden.",
                "Trek de eerdere factuur in, of lever er een creditnota van aan.",
                path=place,
            )
        return None
    if len(named) > 1:
        remarks.add(
            "De creditnota noemt meer dan één factuur.",
            f"Zij hoort bij {', '.join(named[:10])}; hoeveel bij welke, zegt zij niet.",
            "Verdeel de creditnota zelf over de facturen.",
            path=place,
        )
    return named[0] if len(named) == 1 else None
