"""A learned shape gives the same leaves as walking the element does, whatever is written in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from voldaan.formats.bank.camt_leaves import Reader
from voldaan.formats.bank.camt_names import PART, WHOLE_ENTRY

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"

text = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" \t\n<>&'\"é€"), max_size=12)
names = st.sampled_from(
    "Amt Sts Cd Refs EndToEndId NtryDtls TxDtls Btch NbOfTxs RmtInf Ustrd Strd RltdPties Dbtr Nm Pty DbtrAcct Id IBAN "
    "AddtlNtryInf Chrgs Else".split()
)
trees = st.recursive(
    st.tuples(names, text | st.just(""), st.just(())),
    lambda inner: st.tuples(names, st.sampled_from(["", "\n  ", "los"]), st.lists(inner, max_size=4)),
    max_leaves=20,
)


def element(name: str, tree: list, *, prefix: str | None) -> etree._Element:
    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={prefix: NAMESPACE})

    def grow(above: etree._Element, branches: list) -> None:
        for tag, words, under in branches:
            child = etree.SubElement(above, f"{{{NAMESPACE}}}{tag}")
            child.text = words
            if tag == "Amt":
                child.set("Ccy", "E&R")
            grow(child, under)

    grow(made, tree)
    return made


@given(st.lists(trees, max_size=6), st.sampled_from([None, "c"]), st.data())
def test_a_learned_shape_reads_what_walking_reads(
    tree: list, prefix: str | None, data: st.DataObject
) -> None:
    for name, paths, above in (("Ntry", WHOLE_ENTRY, ""), ("TxDtls", PART, "TxDtls/")):
        walker = Reader(paths, f"{{{NAMESPACE}}}", above)
        learner = Reader(paths, f"{{{NAMESPACE}}}", above, walk_first=0)
        first = element(name, tree, prefix=prefix)
        assert learner.leaves(first) == walker.leaves(first)
        other = element(name, tree, prefix=prefix)
        for leaf in other.iter():
            if len(leaf) == 0:
                leaf.text = data.draw(text)
        for again in (first, other):
            assert learner.leaves(again) == walker.leaves(again)


@pytest.mark.parametrize("attribute", ["Ccy", "xsi"])
def test_an_amount_of_another_currency_is_another_shape(attribute: str) -> None:
    reader = Reader(WHOLE_ENTRY, "", walk_first=0)
    found = []
    for currency in ("EUR", "USD", "EUR"):
        sample = etree.fromstring(f'<Ntry><Amt {attribute}="{currency}">1.00</Amt></Ntry>')
        found.append(reader.leaves(sample).get("Amt@Ccy"))
    assert found == (["EUR", "USD", "EUR"] if attribute == "Ccy" else [None, None, None])


def test_elements_of_another_namespace_are_not_taken_for_ours() -> None:
    reader = Reader(WHOLE_ENTRY, "", walk_first=0)
    sample = etree.fromstring(
        '<Ntry><x:Amt xmlns:x="urn:other" Ccy="EUR">2.00</x:Amt><Amt Ccy="EUR">1.00</Amt></Ntry>'
    )
    assert [reader.leaves(sample)["Amt"] for _ in range(3)] == ["1.00"] * 3
