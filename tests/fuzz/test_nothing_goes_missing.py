"""Take any one part out of a good file, or put it in twice: the money stays the same, or somebody is told."""

from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from lxml import etree

from tests.fuzz.seeds import own
from voldaan.formats import auditfile
from voldaan.formats.bank import camt, mt940
from voldaan.formats.invoices import cii, ubl
from voldaan.formats.lists import reading
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, Invoice, OpenItemList, Refusal, Statement

Money = tuple[object, ...]


def _damaged_documents(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every document that lacks an element or attribute, or has an element twice, and what that was."""
    root = etree.fromstring(data)
    tree = root.getroottree()
    for element in list(root.iter())[1:]:
        parent = element.getparent()
        assert parent is not None
        place, path = parent.index(element), tree.getpath(element)
        parent.remove(element)
        yield f"without {path}", etree.tostring(root)
        parent.insert(place, element)
        parent.insert(place, deepcopy(element))
        yield f"twice {path}", etree.tostring(root)
        parent.remove(parent[place])
        for name, value in dict(element.attrib).items():
            del element.attrib[name]
            yield f"{path} without {name}", etree.tostring(root)
            element.attrib[name] = value


def _damaged_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every file that lacks one line, or has one twice."""
    lines = data.splitlines(keepends=True)
    for place, line in enumerate(lines):
        yield f"without line {place + 1}: {line.decode()}", b"".join((*lines[:place], *lines[place + 1 :]))
        yield f"twice line {place + 1}: {line.decode()}", b"".join((*lines[:place], line, *lines[place:]))


def _damaged_lists(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every list that has lost a line, has one twice, or has lost what stands in one cell."""
    yield from _damaged_texts(data)
    lines = data.splitlines(keepends=True)
    for place, line in enumerate(lines):
        cells = line.rstrip(b"\r\n").split(b";")
        for column in range(len(cells)):
            emptied = b";".join((*cells[:column], b"", *cells[column + 1 :])) + b"\r\n"
            yield (
                f"line {place + 1} without cell {column + 1}",
                b"".join((*lines[:place], emptied, *lines[place + 1 :])),
            )


def _moved(statements: tuple[Statement, ...]) -> Money:
    """Return what was moved, in all; None where a statement says itself that nothing proves it whole.

    The same statement twice is one: the book sees that it has it.
    """
    if any(one.balanced is None and one.remarks for one in statements):
        return (None,)
    different = [one for place, one in enumerate(statements) if one not in statements[:place]]
    return (sum(one.total_cents for one in different),)


def _asked(invoices: tuple[Invoice, ...]) -> Money:
    return tuple((one.kind, one.payable_cents, one.currency) for one in invoices)


def _left(found: tuple[DebtorList | OpenItemList, ...]) -> Money:
    """Return what is open; None where there is a remark on what is not sure."""
    if any(one.remarks for one in found):
        return (None,)
    return tuple(sum(item.open_cents for item in one.items) for one in found if isinstance(one, OpenItemList))


def _open(found: OpenItemList) -> Money:
    return tuple((item.number, item.open_cents, item.currency) for item in found.items)


FORMATS: dict[str, tuple[Callable[[bytes], Iterator[tuple[str, bytes]]], Callable[[Source], Money]]] = {
    "camt": (_damaged_documents, lambda source: _moved(camt.read(source))),
    "mt940": (_damaged_texts, lambda source: _moved(mt940.read(source))),
    "ubl": (_damaged_documents, lambda source: _asked(ubl.read(source))),
    "cii": (_damaged_documents, lambda source: _asked(cii.read(source))),
    "auditfile": (_damaged_documents, lambda source: _left(auditfile.read(source))),
    "lists": (_damaged_lists, lambda source: _open(reading.read(source))),
}
CASES = [
    pytest.param(name, data, id=f"{name} {place}")
    for name in FORMATS
    for place, data in enumerate(own(name)[: 1 if name in ("lists", "auditfile") else None])
]


@pytest.mark.parametrize(("name", "data"), CASES)
def test_with_one_part_too_few_or_too_many_the_money_is_the_same_or_it_is_told(
    name: str, data: bytes
) -> None:
    damaged, money = FORMATS[name]
    whole = money(Source.of_bytes(data, "bestand"))
    refused = 0
    quietly = []
    for what, part in damaged(data):
        try:
            left = money(Source.of_bytes(part, "bestand"))
        except Refusal:
            refused += 1
            continue
        if left not in (whole, (None,)):
            quietly.append((what, left))
    assert not quietly, (whole, quietly)
    assert refused
