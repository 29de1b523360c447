"""Direct-debit batches (pain.008): each batch with its collections, held against the sums it gives itself."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.payout_samples import DEBTOR_IBAN, OWN_IBAN, batch, direct_debits
from voldaan.formats import detect
from voldaan.formats.as_json import as_json
from voldaan.formats.payouts import direct_debits as reader
from voldaan.formats.source import Source
from voldaan.formats.values import PayoutLine, PayoutSpecification, Refusal

ONE = ("E2E-1", 12100, "Factuur 2026-0042")


def read(data: bytes) -> tuple[PayoutSpecification, ...]:
    assert reader.recognises(data[:65536])
    return reader.read(Source.of_bytes(data, "incasso.xml"))


def refused(data: bytes) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read(data)
    for problem in caught.value.problems:
        assert problem.why.endswith(".")
        assert problem.how_to_fix.endswith(".")
    return [problem.what for problem in caught.value.problems]


def test_a_batch_is_read_with_its_collections() -> None:
    (found,) = read(direct_debits(batch(ONE, ("NOTPROVIDED", 500, "Contributie  november"))))
    assert (found.payout, found.net_cents, found.currency) == ("INC-2026-11", 12600, "EUR")
    assert (found.paid_out_on, found.collected_to_iban) == (date(2026, 11, 2), OWN_IBAN)
    first, second = found.lines
    assert first == PayoutLine(
        gross_cents=12100,
        remittance="Factuur 2026-0042",
        payer_name="Bakkerij Korst & Kruim",
        payer_iban=DEBTOR_IBAN,
        end_to_end_id="E2E-1",
        mandate_id="M-1007",
        line=first.line,
    )
    assert (second.end_to_end_id, second.remittance) == (None, "Contributie november")


def test_a_file_of_several_days_is_several_batches() -> None:
    found = read(direct_debits(batch(ONE), batch(ONE, name="INC-2", day="2026-11-09")))
    assert [(one.payout, one.paid_out_on) for one in found] == [
        ("INC-2026-11", date(2026, 11, 2)),
        ("INC-2", date(2026, 11, 9)),
    ]


@pytest.mark.parametrize("version", ["001.01", "001.02", "003.02", "001.08", "001.11"])
def test_every_version_is_read(version: str) -> None:
    (found,) = read(direct_debits(batch(ONE), version=version))
    assert found.lines[0].gross_cents == 12100


def test_the_first_version_has_a_root_of_its_own() -> None:
    data = re.sub(rb"CstmrDrctDbtInitn", b"pain.008.001.01", direct_debits(batch(ONE)))
    assert read(data)[0].net_cents == 12100


def test_a_reference_is_what_the_debtor_is_told_where_there_is_no_text() -> None:
    data = direct_debits(batch(ONE)).replace(
        b"<Ustrd>Factuur 2026-0042</Ustrd>",
        b"<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>",
    )
    assert read(data)[0].lines[0].remittance == "RF18539007547034"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            direct_debits(batch(ONE, total=12000)),
            "De incasso's tellen op tot 121,00; volgens het bestand is het 120,00.",
        ),
        (direct_debits(batch(ONE, count=2)), "Er staan 1 incasso's; volgens het bestand zijn het er 2."),
        (direct_debits(batch()), "Een incassobatch is leeg."),
        (direct_debits(), "In deze incasso-opdracht staat geen incasso."),
        (direct_debits(batch(ONE, name="")), "Een incassobatch heeft geen kenmerk."),
        (direct_debits(batch(ONE, day="2026-02-30")), "De dag van de incasso ontbreekt of klopt niet."),
        (direct_debits(batch(ONE), batch(ONE)), "Het kenmerk INC-2026-11 staat er twee keer."),
        (
            direct_debits(batch(ONE)).replace(b">121.00</Inst", b">veel</Inst"),
            "Een incasso heeft geen bedrag.",
        ),
        (
            direct_debits(batch(ONE, ONE)).replace(b'Ccy="EUR"', b'Ccy="SEK"', 1),
            "Een incassobatch heeft verschillende munten.",
        ),
        (
            direct_debits(batch(ONE)).replace(b"<MsgId>M1</MsgId>", b"<NbOfTxs>7</NbOfTxs>"),
            "Er staan 1 incasso's; volgens het bestand zijn het er 7.",
        ),
    ],
)
def test_what_does_not_add_up_is_refused_in_a_sentence(data: bytes, what: str) -> None:
    assert what in refused(data)


def test_a_batch_that_breaks_off_is_refused_wherever_it_does() -> None:
    whole = direct_debits(batch(ONE, ONE, ONE)).rstrip()
    for at in range(whole.index(b"<PmtInf>"), len(whole), 61):
        assert refused(whole[:at])


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40))
def test_what_a_batch_brings_is_the_sum_of_its_collections(amounts: list[int]) -> None:
    (found,) = read(direct_debits(batch(*((f"E{n}", cents, "x") for n, cents in enumerate(amounts)))))
    assert [line.gross_cents for line in found.lines] == amounts
    assert found.net_cents == sum(amounts)


def test_it_is_known_by_its_content_and_shown() -> None:
    source = Source.of_bytes(direct_debits(batch(ONE)), "bestand")
    assert detect.format_of(source) == "pain.008"
    (found,) = detect.read(source)
    payout, line = as_json(found)
    assert (payout["kind"], payout["net_cents"], payout["entries"]) == ("payout", 12100, 1)
    assert (line["kind"], line["payout"], line["gross_cents"]) == ("payout_line", "INC-2026-11", 12100)
