"""Every citation says the same in Dutch and English, and can be looked up."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest

from tools.law_page import domain_modules
from voldaan.domain.law.citation import Citation, Ruling, Source, follows, sources_of

NAMES: dict[Source, str] = {
    value: f"{module.__name__.removeprefix('voldaan.domain.')}.{name}"
    for module in domain_modules()
    for name, value in vars(module).items()
    if isinstance(value, Citation | Ruling)
}
ENGLISH = re.compile(r"\b(the|and|is not|was not|a|be|it)\b")
DUTCH = re.compile(r"\b(de|het|een|en|niet|wordt|van)\b")

RATE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="2",
    follows="Interest bears interest.",
    follows_nl="Rente geeft rente.",
    valid_from=date(1992, 1, 1),
    not_confirmed="How is not known.",
    not_confirmed_nl="Hoe, is niet bekend.",
)
JUDGMENT = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.4",
    follows="The term begins on receipt.",
    follows_nl="De termijn begint bij ontvangst.",
    valid_from=date(2016, 11, 25),
)


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for source, name in NAMES.items()])
class TestEachCitation:
    def test_follows_in_two_languages_by_sentences_that_differ(self, source: Source) -> None:
        dutch, english = source.said("nl"), source.said("en")
        assert is_told(dutch)
        assert is_told(english)
        assert not ENGLISH.search(dutch), dutch
        assert not DUTCH.search(without_quoted_dutch(english)), english

    def test_doubts_in_both_languages_or_in_neither(self, source: Source) -> None:
        dutch, english = source.doubt("nl"), source.doubt("en")
        assert (dutch is None) is (english is None)
        if dutch is not None and english is not None:
            assert is_told(dutch)
            assert is_told(english)
            assert not ENGLISH.search(dutch), dutch

    def test_leads_to_the_source_itself_and_not_to_a_front_page(self, source: Source) -> None:
        assert urlsplit(source.link).path.strip("/"), source.link

    def test_has_the_same_numbers_in_both_languages(self, source: Source) -> None:
        assert numbers(source.follows) == numbers(source.follows_nl)
        assert numbers(source.doubt("en") or "") == numbers(source.doubt("nl") or "")

    def test_can_be_looked_up(self, source: Source) -> None:
        address = urlsplit(source.link)
        assert address.scheme == "https"
        assert "." in address.netloc
        assert " " not in source.link
        if isinstance(source, Ruling):
            assert re.fullmatch(r"ECLI:NL:[A-Z]+:\d{4}:\d+", source.ecli)
            assert source.ecli.split(":")[3] == str(source.valid_from.year)
        else:
            assert source.bwb_id is None or re.fullmatch(r"BWBR\d{7}", source.bwb_id)
            assert re.fullmatch(r"(?:art\. [\dIVX]|NVVK-convenanten, k).*\S", source.label)


def is_told(sentence: str) -> bool:
    """Test if this reads as one or more sentences on one line."""
    return sentence[:1].isupper() and sentence.endswith(".") and sentence == " ".join(sentence.split())


def without_quoted_dutch(sentence: str) -> str:
    """Return an English sentence without the Dutch words that it explains between brackets."""
    return re.sub(r"\(.*?\)", "", sentence)


def numbers(sentence: str) -> list[str]:
    """Return the numbers in digits, in order of size and in one notation: 6,775 and 6.775 are the same."""
    return sorted(re.sub(r"\D", "", number) for number in re.findall(r"\d[\d.,:]*", sentence))


def test_the_whole_domain_is_looked_at() -> None:
    packages = {name.rpartition(".")[0] for name in NAMES.values()}
    assert {"law.rates", "law.abroad.germany", "law.notice_flaws", "wording.term_rules"} <= packages


def test_each_language_has_its_own_sentence() -> None:
    assert (RATE.said("nl"), RATE.said("en")) == ("Rente geeft rente.", "Interest bears interest.")
    assert (RATE.doubt("nl"), RATE.doubt("en")) == ("Hoe, is niet bekend.", "How is not known.")
    assert (JUDGMENT.doubt("nl"), JUDGMENT.doubt("en")) == (None, None)


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [(None, "art. 6:119 BW"), ("2", "art. 6:119 lid 2 BW"), ("onder a", "art. 6:119 onder a BW")],
)
def test_an_article_is_called_as_a_lawyer_calls_it(paragraph: str | None, label: str) -> None:
    assert replace(RATE, paragraph=paragraph).label == label


@pytest.mark.parametrize(
    ("consideration", "label"),
    [(None, "HR ECLI:NL:HR:2016:2704"), ("3.4", "HR ECLI:NL:HR:2016:2704, r.o. 3.4")],
)
def test_a_judgment_is_called_by_its_court_and_number(consideration: str | None, label: str) -> None:
    ruling = replace(JUDGMENT, consideration=consideration)
    assert ruling.label == label
    assert ruling.link.endswith("?id=ECLI:NL:HR:2016:2704")


@pytest.mark.parametrize(
    ("changes", "link"),
    [
        ({}, "https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=119"),
        ({"law": "Awb", "article": "4:112"}, "https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=4:112"),
        ({"bwb_id": None, "address": "https://wet.example/1"}, "https://wet.example/1"),
        ({"bwb_id": None}, "https://wetten.overheid.nl/"),
    ],
)
def test_an_article_is_found_in_the_register_or_at_its_own_address(
    changes: dict[str, str | None], link: str
) -> None:
    assert replace(RATE, **changes).link == link


def test_a_function_carries_the_sources_that_it_is_marked_with() -> None:
    @follows(RATE, JUDGMENT)
    def rule() -> int:
        return 1

    assert rule() == 1
    assert sources_of(rule) == (RATE, JUDGMENT)
    assert sources_of(is_told) == ()
