"""What words and signs between digits say of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.written.gaps import read_gap
from voldaan.domain.matching.written.number_words import call_of


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("FACTUUR", "INVOICE"), ("FACT NR", "INVOICE"), ("FACTUURNUMMERS", "INVOICE"), ("FACTUUT", "INVOICE"),
        ("TERMIJNNOTA", "INVOICE"), ("UW KENMERK", "INVOICE"), ("NR", "INVOICE"), ("INVOICE NO", "INVOICE"),
        ("FACTUUR MET NUMMER", "INVOICE"), ("RECHNUNGSNUMMER", "INVOICE"), ("REFNR", "INVOICE"),
        ("KLANT", "DEBTOR"), ("KLANTNR", "DEBTOR"), ("DEBITEUREN NR", "DEBTOR"), ("RELATIENUMMER", "DEBTOR"),
        ("FACTUUR KLANT", "DEBTOR"), ("LIDNR", "DEBTOR"), ("ORDERNR", "ORDER"), ("BESTELLING", "ORDER"),
        ("PAS", "OTHER"), ("HUISNR", "OTHER"), ("HUISNUMMER", "OTHER"), ("TRANSACTIENR", "OTHER"), ("TEL NR", "OTHER"),
        ("CREDITNOTA", "CREDIT_NOTE"), ("CN", "CREDIT_NOTE"),
        ("JANSEN", ""), ("HUUR", ""), ("BETALING", ""), ("BRUNO", ""), ("", ""), ("FACTUUR JANSEN", ""), ("DANK U WEL", ""),
    ],
)  # fmt: skip
def test_the_last_words_call_the_number(words: str, call: str) -> None:
    assert call_of(words.split()) == call


@pytest.mark.parametrize(
    ("signs", "links", "joins", "binds"),
    [
        ("-", "", True, "HARD"), (".", "", True, "HARD"), ("/", "AND", True, "SOFT"), (" ", "", True, "SOFT"),
        ("\r\n", "", True, "SOFT"), (",", "AND", False, ""), (" EN ", "AND", False, ""), (" & ", "AND", False, ""),
        (" + ", "AND", False, ""), (", EN ", "AND", False, ""), (" T/M ", "TO", False, ""), ("TM", "TO", True, ""),
        (" TOT EN MET ", "TO", False, ""), (" EN FACTUUR ", "AND", False, ""), (", FACT. ", "AND", False, ""),
        (" EN KLANT ", "", False, ""), (" MAART ", "", False, ""), (" DANK ", "", False, ""), (" - ", "", True, ""),
        (", KAMER ", "", False, ""), ("", "", False, ""),
    ],
)  # fmt: skip
def test_signs_join_link_or_bind(signs: str, links: str, joins: bool, binds: str) -> None:
    gap = read_gap(signs)
    assert (gap.links, gap.joins, gap.binds) == (links, joins, binds)


@pytest.mark.parametrize(
    ("signs", "before", "after"),
    [
        ("C", "C", "C"), (" C-", "C", ""), ("A ", "", "A"), (" FACT", "", ""), (" ABNA", "ABNA", ""), (" HUURBETALING", "", ""),
        ("DD", "", ""), (" C ", "", ""), (" F", "", ""),
    ],
)  # fmt: skip
def test_letters_against_a_number_are_no_word(signs: str, before: str, after: str) -> None:
    gap = read_gap(signs)
    assert (gap.glued_before, gap.glued_after) == (before, after)


@given(st.text(max_size=200))
def test_any_signs_can_be_read(signs: str) -> None:
    assert read_gap(signs).links in ("AND", "TO", "")


def test_of_a_long_gap_both_ends_are_read() -> None:
    gap = read_gap("A" + " WOORD" * 100 + " FACTUUR ")
    assert (gap.glued_after, gap.call) == ("A", "INVOICE")
