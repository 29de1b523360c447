"""Who and what Voldaan does not write to, told by name where it comes in: at a file, and at a client."""

from collections.abc import Iterator
from typing import cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.public_law import PUBLIC_LAW_DEBT, is_public_body_name, named_public_law
from voldaan.domain.law.reach import reach
from voldaan.formats.values import Problem
from voldaan.records.models import Client, ImportedFile, Invoice


def refused_of_file(client: Client, file: ImportedFile) -> tuple[Problem, ...]:
    """Return what of a file is kept and counted but never reminded of. Needs the client's rows open."""
    return (*_public_law_debts(client, file), *_consumers_abroad(file))


def client_remark(client: Client) -> str | None:
    """Return what to know of a client that is a public body; None of any other."""
    if not is_public_body_name(client.name):
        return None
    told = (
        f"{client.name} is een overheidslichaam. Facturen van publiek recht, zoals een aanslag, leges of een boete, "
        f"worden wel bijgehouden maar nooit herinnerd ({PUBLIC_LAW_DEBT.label})."
    )
    if client.private_law_only:
        return told
    return (
        f"{told} Van elke andere factuur wordt eerst gevraagd wat zij is. Zijn dat gewone facturen, zeg het dan: "
        f"voldaan client add {client.key} --private-law-only"
    )


def _public_law_debts(client: Client, file: ImportedFile) -> Iterator[Problem]:
    if not is_public_body_name(client.name):
        return
    for number, subject in Invoice.objects.filter(file=file).order_by("pk").values_list("number", "subject"):
        word = named_public_law(client.name, f"{number} {subject}")
        if word:
            yield Problem(
                file=file.name,
                what=f"Factuur {number} is een schuld van publiek recht: \u201c{word}\u201d.",
                why=f"Die heeft eigen regels ({PUBLIC_LAW_DEBT.label}): Voldaan herinnert daar niet aan.",
                how_to_fix="Maan zelf aan. Is het toch een gewone factuur, verbeter dan de omschrijving.",
                path=number,
            )


def _consumers_abroad(file: ImportedFile) -> Iterator[Problem]:
    rows = (
        Invoice.objects.filter(file=file)
        .exclude(account__debtor__country="NL")
        .select_related("account__debtor")
    )
    for row in rows.order_by("pk"):
        debtor = row.account.debtor
        told = reach(capacity=cast(Capacity, debtor.capacity), country=debtor.country)
        if told.because == "CONSUMER_ABROAD":
            yield Problem(
                file=file.name,
                what=f"Factuur {row.number} is van {debtor.name}, een consument in het buitenland ({debtor.country}).",
                why=f"{told.sentence_nl[:1].upper()}{told.sentence_nl[1:]}.",
                how_to_fix="Schrijf zelf. Is het een bedrijf, verbeter dan de hoedanigheid van de debiteur.",
                path=row.number,
            )
