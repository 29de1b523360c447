"""`voldaan law`: what the law makes of an amount or a day, without a book; for programs, and for people."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interfaces.lawyer import Law
from tests.interfaces.shapes import LIST, MAYBE_TEXT, NUMBER, TEXT, YES_NO, has_shape

if TYPE_CHECKING:
    from tests.domain.conftest import Vector

CITATION = dict.fromkeys(["article", "follows", "follows_nl", "link"], TEXT) | dict.fromkeys(
    ["not_confirmed", "not_confirmed_nl"], MAYBE_TEXT
)
SEGMENT = {"from": TEXT, "to": TEXT, "days": NUMBER, "rate": TEXT, "base": NUMBER, "cents": NUMBER}
INTEREST = {"interest_cents": NUMBER, "days": NUMBER, "segments": LIST, "payments": LIST, "citations": LIST}
COSTS = {"costs_cents": NUMBER, "vat_cents": NUMBER, "total_cents": NUMBER, "citations": LIST}
NOTICE = dict.fromkeys(
    ["presumed_received", "term_first_day", "term_last_day", "costs_due_from", "careful_last_day"], TEXT
) | {"citations": LIST}
CONTACT = {"allowed": YES_NO, "because": TEXT, "next_allowed": TEXT, "sentence": TEXT, "citations": LIST}
KINDS = {"nl_wettelijke_rente": "statutory", "nl_wettelijke_handelsrente": "commercial"}


def cents(amount: str) -> int:
    """Return the cents of an amount in a vector."""
    euros, _, rest = amount.partition(".")
    return int(euros) * 100 + int(rest or "0")


def asked_interest(given: dict[str, Any]) -> str:
    """Return the command for the interest of a vector."""
    from datetime import date, timedelta

    begins = f"--due {given['due_date']}" if "due_date" in given else f"--first-day {given['first_day']}"
    if "end_exclusive" in given:
        until = (date.fromisoformat(given["end_exclusive"]) - timedelta(days=1)).isoformat()
    else:
        until = given["interest_through_inclusive"]
    kind = KINDS[given["kind"]]
    return f"interest --kind {kind} --principal {given['principal']} {begins} --until {until}"


class TestVectors:
    def test_interest_by_the_interest_year_and_by_365_days(self, law: Law, interest_vector: "Vector") -> None:
        asked, expected = asked_interest(interest_vector.given), interest_vector.expected
        assert law.row(asked)["interest_cents"] == cents(expected["act_per_interest_year"])
        by_365 = law.row(f"{asked} --day-count act365")
        assert by_365["interest_cents"] == cents(expected["act365"])
        assert by_365["days"] == expected.get("days", by_365["days"])
        told = [
            (one["from"], one["days"], one["rate"], one["base"], one["cents"]) for one in by_365["segments"]
        ]
        segments = expected.get("segments_act365")
        if segments is not None:
            assert told == [
                (first, days, rate, cents(base), cents(amount))
                for first, _, days, rate, base, amount in segments
            ]

    def test_collection_costs(self, law: Law, bik_vector: "Vector") -> None:
        row = law.row(f"costs --principal {bik_vector.given['principal']}")
        assert row["costs_cents"] == row["total_cents"] == cents(bik_vector.expected["bik_excl"])
        assert row["vat_cents"] == 0

    def test_collection_costs_with_vat(self, law: Law, bik_vat_vector: "Vector") -> None:
        given, expected = bik_vat_vector.given, bik_vat_vector.expected
        row = law.row(f"costs --principal {given['principal']} --vat {given['vat_rate']}")
        assert [row["costs_cents"], row["vat_cents"], row["total_cents"]] == [
            cents(expected[name]) for name in ("bik_excl", "vat", "bik_incl")
        ]

    def test_collection_costs_of_several_claims(self, law: Law, bik_multi_vector: "Vector") -> None:
        claims = " ".join(f"--principal {amount}" for amount in bik_multi_vector.given["principals"])
        assert law.row(f"costs {claims}")["costs_cents"] == cents(bik_multi_vector.expected["bik_excl"])

    def test_collection_costs_after_part_payment(self, law: Law, bik_partial_vector: "Vector") -> None:
        given = bik_partial_vector.given
        row = law.row(f"costs --principal {given['principal']} --paid {given['paid_within_14_days']}")
        assert row["costs_cents"] == cents(bik_partial_vector.expected["bik_excl"])
        assert any("2016:2704" in citation["article"] for citation in row["citations"])

    def test_contact_window(self, law: Law, contact_window_vector: "Vector") -> None:
        row = law.row(f"contact --at {contact_window_vector.given['local_time_Europe_Amsterdam']}")
        assert row["allowed"] is (contact_window_vector.expected["allowed"] == "yes")
        assert row["allowed"] is (row["next_allowed"] == row["at"])

    def test_notice_by_post(self, law: Law, letter14_post_vector: "Vector") -> None:
        sent, expected = letter14_post_vector.given["sent"], letter14_post_vector.expected
        second = law.row(f"notice --sent {sent} --by post --delivery-days 2")
        assert {name: second[name] for name in ("presumed_received", "term_first_day", "term_last_day")} == {
            name: expected[name] for name in ("presumed_received", "term_first_day", "term_last_day")
        }
        assert second["costs_due_from"] == expected["costs_due_from"]
        assert second["careful_last_day"] == expected["last_day_with_cautious_ATW_extension"]
        third = law.row(f"notice --sent {sent} --by post --delivery-days 3")
        assert third["presumed_received"] == expected["safe_variant_received_3rd_delivery_day"]
        assert third["term_last_day"] == expected["safe_variant_last_day"]

    def test_notice_by_e_mail(self, law: Law, letter14_email_vector: "Vector") -> None:
        sent, expected = letter14_email_vector.given["sent_and_received"], letter14_email_vector.expected
        row = law.row(f"notice --sent {sent} --by email")
        assert (row["presumed_received"], row["delivery_days"]) == (sent, None)
        assert row["term_first_day"] == expected["term_first_day"]
        assert row["term_last_day"] == expected["term_last_day"]
        assert row["careful_last_day"] == expected["last_day_with_cautious_ATW_extension"]

    def test_limitation(self, law: Law, limitation_vector: "Vector") -> None:
        kind = "consumer-sale" if "7:28" in limitation_vector.given["kind"] else "contract"
        row = law.row(f"limitation --kind {kind} --due {limitation_vector.given['claim_due_on']}")
        assert {name: row[name] for name in limitation_vector.expected} == limitation_vector.expected

    def test_order_within_a_debt(self, law: Law, alloc_644_vector: "Vector") -> None:
        given, expected = alloc_644_vector.given, alloc_644_vector.expected
        row = law.row(
            f"allocate --payment {given['payment']} --costs {given['costs']} "
            f"--interest {given['interest_accrued']} --principal {given['principal']}"
        )
        assert {name: row[f"{name}_cents"] for name in expected} == {
            name: cents(amount) for name, amount in expected.items()
        }


class TestForPrograms:
    def test_interest_keeps_its_shape(self, law: Law) -> None:
        row = law.row("interest --kind commercial --principal 5000.00 --due 2025-12-31 --until 2026-07-02")
        assert row["kind"] == "interest"
        assert has_shape(row, INTEREST)
        assert [has_shape(segment, SEGMENT) for segment in row["segments"]] == [True, True]
        assert [has_shape(citation, CITATION) for citation in row["citations"]] == [True] * 3
        first, second = row["segments"]
        assert (first["from"], first["to"], first["days"], first["rate"]) == (
            "2026-01-01", "2026-06-30", 181, "10.15",
        )  # fmt: skip
        assert (second["from"], second["to"], second["rate"]) == ("2026-07-01", "2026-07-02", "10.40")
        assert row["interest_cents"] == sum(segment["cents"] for segment in row["segments"])

    def test_costs_keep_their_shape(self, law: Law) -> None:
        row = law.row("costs --principal 1000.00")
        assert row["kind"] == "costs"
        assert has_shape(row, COSTS)
        assert (row["costs_cents"], row["currency"]) == (15_000, "EUR")

    def test_contact_keeps_its_shape(self, law: Law) -> None:
        row = law.row("contact --at 2026-11-22T21:00")
        assert row["kind"] == "contact"
        assert has_shape(row, CONTACT)
        assert (row["allowed"], row["because"], row["next_allowed"]) == (
            False,
            "SUNDAY",
            "2026-11-23T07:00:00",
        )

    def test_a_notice_keeps_its_shape_and_counts_carefully_by_itself(self, law: Law) -> None:
        row = law.row("notice --sent 2026-11-26 --by post")
        assert row["kind"] == "notice"
        assert has_shape(row, NOTICE)
        assert (row["delivery_days"], row["presumed_received"]) == (3, "2026-12-01")
        assert "principal_cents" not in row

    def test_a_notice_of_claims_has_its_amounts_and_its_sentences(self, law: Law) -> None:
        row = law.row(
            "notice --sent 2026-11-26 --by email --principal 100 --principal 200 --vat 21 --creditor Zon"
        )
        assert [row[f"{name}_cents"] for name in ("principal", "costs", "vat", "total")] == [
            30_000,
            4_500,
            945,
            35_445,
        ]
        said = " ".join(row["sentences"]).replace("\u00a0", " ")
        assert "binnen veertien dagen vanaf de dag nadat deze e-mail bij u is bezorgd" in said
        assert "Zon verklaart" in said
        assert len(row["sentences"]) == len(row["sentences_en"]) == 4

    def test_until_when_an_invoice_may_be_paid(self, law: Law) -> None:
        asked = "terms --issued 2026-09-01 --received 2026-09-03"
        assert law.row(f"{asked} --buyer consumer")["last_day"] is None
        statutory = law.row(f"{asked} --buyer sole-trader")
        assert (statutory["because"], statutory["last_day"]) == ("STATUTORY_30", "2026-10-05")
        agreed = law.row(f"{asked} --buyer legal-person --agreed 45")
        assert (agreed["because"], agreed["last_day"]) == ("AGREED", "2026-10-16")
        assert law.row(f"{asked} --buyer legal-person --agreed 45 --large-buyer")["because"] == "CLAUSE_VOID"
        assert law.row(f"{asked} --buyer legal-person --agreed 75 --express no")["because"] == "CAPPED_60"

    def test_a_payment_is_split(self, law: Law) -> None:
        asked = "interest --kind statutory --principal 1000 --due 2025-12-31 --until 2026-12-31"
        row = law.row(f"{asked} --payment 2026-06-30=500,00 --payment 2026-07-31=100,00")
        first, second = row["payments"]
        assert first["interest_cents"] + first["principal_cents"] == first["cents"] == 50_000
        assert (second["on"], second["interest_cents"]) == ("2026-07-31", sum(
            segment["cents"] for segment in row["segments"] if "2026-07-01" <= segment["from"] <= "2026-07-31"
        ))  # fmt: skip
        assert row["open_principal_cents"] < 100_000 - 50_000

    def test_a_public_body_owes_by_an_article_of_its_own(self, law: Law) -> None:
        asked = "interest --kind commercial --principal 1000 --due 2025-12-31 --until 2026-03-31"
        business, public = law.row(asked), law.row(f"{asked} --public-body")
        assert business["interest_cents"] == public["interest_cents"] > 0
        assert "art. 6:119a lid 1 BW" in {citation["article"] for citation in business["citations"]}
        assert "art. 6:119b lid 1 BW" in {citation["article"] for citation in public["citations"]}
        assert law.row(f"{asked} --capacity public-body")["citations"] == public["citations"]

    def test_agreed_interest_by_the_month(self, law: Law) -> None:
        row = law.row(
            "interest --kind contract --rate 2 --per month --principal 1000 --first-day 2026-01-01 --until 2026-02-28"
        )
        assert [segment["cents"] for segment in row["segments"]] == [2_000, 2_040]
        assert {segment["rate"] for segment in row["segments"]} == {"2.00"}
        assert (row["per"], row["day_count"]) == ("month", None)

    def test_an_agreed_rate_runs_as_far_as_the_law_lets_it(self, law: Law) -> None:
        asked = "interest --kind contract --rate 5 --principal 1000 --first-day 2025-12-31 --until 2026-01-01"
        assert [one["rate"] for one in law.row(f"{asked} --capacity consumer")["segments"]] == [
            "6.00",
            "5.00",
        ]
        for capacity in ("", " --capacity legal-person"):
            assert {one["rate"] for one in law.row(f"{asked}{capacity}")["segments"]} == {"5.00"}
        monthly = asked.replace("--rate 5", "--rate 0.4 --per month")
        assert law(f"{monthly} --capacity consumer").refuses("apart")

    def test_commercial_interest_is_not_for_a_consumer(self, law: Law) -> None:
        asked = "interest --principal 1000 --due 2025-12-31 --until 2026-03-31 --day-count act365"
        for capacity in ("consumer", "unknown"):
            assert law(f"{asked} --kind commercial --capacity {capacity}").refuses("alleen tussen bedrijven")
            assert law(f"{asked} --kind commercial --public-body --capacity {capacity}").refuses("lid 1")
        business = law.row(f"{asked} --kind statutory --capacity legal-person")
        assert (business["interest_kind"], business["per"], business["day_count"]) == (
            "statutory",
            "year",
            "act365",
        )

    def test_what_was_paid_in_full_within_the_term_costs_nothing(self, law: Law) -> None:
        for paid in ("10", "11"):
            row = law.row(f"costs --principal 6 --principal 4 --paid {paid} --vat 21")
            assert (row["costs_cents"], row["vat_cents"], row["total_cents"]) == (0, 0, 0)
            assert "HR ECLI:NL:HR:2016:2704, r.o. 3.8" in {one["article"] for one in row["citations"]}
        assert law("costs --principal 10 --paid 11").out.startswith("Binnen de termijn is alles betaald")
        assert law.row("costs --principal 10 --paid 9.99")["costs_cents"] == 4_000

    def test_a_claim_in_court_is_no_interruption_that_can_be_calculated(self, law: Law) -> None:
        asked = "limitation --kind contract --due 2021-11-20 --interrupted"
        assert law(f"{asked} 2024-03-01=legal-claim").code == 2
        told = law.row(f"{asked} 2024-03-01=demand")["citations"]
        assert any("3:324" in (one["not_confirmed"] or "") for one in told)

    def test_interest_until_the_due_date_or_before_is_nothing(self, law: Law) -> None:
        for until in ("2026-10-01", "2026-09-01", "1990-01-01"):
            row = law.row(f"interest --kind statutory --principal 250 --due 2026-10-01 --until {until}")
            assert (row["interest_cents"], row["days"], row["segments"]) == (0, 0, [])

    def test_a_claim_of_29_february(self, law: Law) -> None:
        row = law.row("interest --kind statutory --principal 1000 --first-day 2024-02-29 --until 2026-02-27")
        capitalised = [segment["from"] for segment in row["segments"] if segment["base"] > 100_000]
        assert capitalised[0] == "2025-02-28"

    def test_a_moment_with_a_zone_is_brought_to_dutch_time(self, law: Law) -> None:
        row = law.row("contact --at 2026-11-23T19:30+00:00")
        assert (row["at"], row["because"]) == ("2026-11-23T20:30:00", "AFTER_HOURS")
        assert law.row("contact --at 2026-11-23T06:59:59.5")["allowed"] is False

    def test_which_debt_a_payment_pays(self, law: Law) -> None:
        debts = "--debt A:2026-09-01:100.00:4 --debt B:2026-08-01:100,00:12 --debt C:2027-01-01:100"
        asked = f"allocate --payment 150 {debts} --on 2026-11-22"
        assert {one["id"]: one["cents"] for one in law.row(asked)["allocations"]} == {
            "B": 10_000, "A": 5_000, "C": 0,
        }  # fmt: skip
        named = law.row(f"{asked} --designated A")
        assert {one["id"]: one["cents"] for one in named["allocations"]} == {"A": 10_000, "B": 5_000, "C": 0}

    def test_an_interruption_starts_the_term_again(self, law: Law) -> None:
        asked = "limitation --kind contract --due 2021-11-20"
        assert law.row(asked)["time_barred_from"] == "2026-11-21"
        row = law.row(f"{asked} --interrupted 2024-03-01=demand --interrupted 2030-01-01=erkenning")
        assert (row["time_barred_from"], row["interrupted_on"]) == ("2029-03-02", "2024-03-01")
        assert row["without_effect"] == [{"kind": "acknowledgement", "on": "2030-01-01"}]

    def test_every_rate_says_where_it_was_read(self, law: Law) -> None:
        row = law.row("rates --kind commercial")
        assert {"from": "2026-01-01", "rate": "10.15"}.items() <= row["rates"][-2].items()
        assert all(rate["source"] for rate in row["rates"])
        assert [citation["article"] for citation in row["citations"]] == ["art. 6:120 lid 2 BW"]
        assert row["last_known_day"] >= row["rates"][-1]["from"]


class TestForPeople:
    def test_interest_is_a_sentence_a_table_and_its_articles(self, law: Law) -> None:
        said = law("interest --kind statutory --principal 1.000,00 --due 2025-11-30 --until 2026-01-31").out
        first, heads, _, *rows = said.replace("\u00a0", " ").splitlines()
        assert first == (
            "Over € 1.000,00 is van 1 december 2025 tot en met 31 januari 2026 € 8,50 wettelijke rente gegroeid."
        )
        assert heads.split() == ["Van", "Tot", "en", "met", "Dagen", "Rente", "Over", "Bedrag"]
        assert rows[0].split()[-7:] == ["31", "6,00", "%", "€", "1.000,00", "€", "5,10"]
        assert any(line.startswith("Volgens art. 6:119 lid 1 BW") for line in rows)

    def test_a_notice_that_ends_on_a_saturday_is_told_both_ways(self, law: Law) -> None:
        said = law("notice --sent 2026-11-26 --by post --delivery-days 2").out
        assert "vanaf 13 december 2026, voorzichtig geteld vanaf 15 december 2026." in said
        assert "voorzichtig geteld vanaf" not in law("notice --sent 2026-11-23 --by post").out

    def test_what_is_not_confirmed_is_told(self, law: Law) -> None:
        said = law("allocate --payment 5 --debt A:2026-09-01:10.00 --on 2026-11-22")
        assert "Niet bevestigd, art. 6:43 lid 2 BW: Het artikel zegt niet wat bezwarend is: " in said.out

    def test_a_program_reads_each_article_in_both_languages(self, law: Law) -> None:
        line = "allocate --payment 5 --debt A:2026-09-01:10.00 --on 2026-11-22"
        told = {citation["article"]: citation for citation in law.row(line)["citations"]}
        order = told["art. 6:43 lid 2 BW"]
        assert order["follows"].startswith("Otherwise it goes first to what can be demanded")
        assert order["follows_nl"].startswith(
            "Zonder aanwijzing wordt eerst op de opeisbare schulden toegerekend"
        )
        assert order["not_confirmed"].startswith("The article does not say what onerous is")
        assert order["not_confirmed_nl"].startswith("Het artikel zegt niet wat bezwarend is")

    def test_no_book_is_made(self, law: Law, tmp_path: Path) -> None:
        assert law("costs --principal 1000").code == 0
        assert list(tmp_path.iterdir()) == []


AMOUNTS = ["5000.00", "5000", "5.000,00", "€5.000,00", "5,000.00", "5000,0", "€\u00a05.000,00"]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_is_read_in_every_notation_that_has_one_meaning(law: Law, amount: str) -> None:
    assert law.command("law", "costs", "--principal", amount, "--json").row["principal_cents"] == 500_000


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("costs --principal 5.000", "two ways"),
        ("costs --principal -5", "below zero"),
        ("costs --principal vijf", "not an amount"),
        ("costs --principal 1000000000000000", "larger than"),
        ("costs --principal 5.00.00", "not an amount"),
        ("costs --principal 10 --vat -1", "not a percentage"),
        ("costs --principal 10 --vat 400", "not a percentage"),
        ("costs", "--principal"),
        ("contact --at 2026-11-22", "not a moment"),
        ("contact --at 2026-02-30T10:00", "not a moment"),
        ("contact --at 0001-01-01T00:00+14:00", "too far away"),
        ("contact --at 9999-12-31T23:59-12:00", "too far away"),
        ("interest --kind usury --principal 5 --due 2026-01-01 --until 2026-02-01", "--kind"),
        ("interest --kind statutory --principal 5 --until 2026-02-01", "--due"),
        (
            "interest --kind statutory --principal 5 --due 2026-01-01 --first-day 2026-01-02 --until 2026-02-01",
            "--first-day",
        ),
        ("interest --kind statutory --principal 5 --due 2025-02-29 --until 2026-02-01", "2025-02-29"),
        ("interest --kind statutory --principal 5 --due 2025-02-28 --until 9999-02-01", "9999-02-01"),
        (
            "interest --kind statutory --principal 5 --due 2025-02-28 --until 2026-02-01 --payment 2026-01-01",
            "day and the amount",
        ),
        (
            "interest --kind statutory --principal 5 --due 2025-02-28 --until 2026-02-01 --payment 2026-01-01=0",
            "received nothing",
        ),
        ("allocate --payment 5 --debt A", "not a debt"),
        ("limitation --kind contract --due 2026-01-01 --interrupted 2026-02-01=hoop", "not an interruption"),
        ("", "WHAT"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(law: Law, line: str, words: str) -> None:
    answer = law(line)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("interest --kind statutory --principal 5 --due 2026-01-01 --until 2100-01-01", ["1 januari 2027"]),
        ("interest --kind statutory --principal 5 --due 1990-01-01 --until 2026-01-01", ["1 januari 1998"]),
        ("interest --kind contract --principal 5 --due 2026-01-01 --until 2026-02-01", ["percentage"]),
        (
            "interest --kind statutory --rate 2 --principal 5 --due 2026-01-01 --until 2026-02-01",
            ["percentage"],
        ),
        (
            "interest --kind statutory --public-body --principal 5 --due 2026-01-01 --until 2026-02-01",
            ["--kind"],
        ),
        ("notice --sent 2026-11-26 --by email --delivery-days 2", ["e-mail"]),
        ("notice --sent 2026-11-26 --by post --principal 0", ["openstaat"]),
        ("notice --sent 2026-11-26 --by post --vat 21", ["openstaat"]),
        ("allocate --payment 5", ["--debt", "--principal"]),
        ("allocate --payment 5 --debt A:2026-01-01:5.00 --designated Z", ["Z"]),
        ("allocate --payment 5 --debt A:2026-01-01:5.00 --debt A:2026-01-01:5.00", ["A"]),
    ],
)
def test_what_the_law_does_not_answer_is_refused_in_a_sentence(law: Law, line: str, words: list[str]) -> None:
    assert law(line).refuses(*words)


ODD = st.sampled_from(
    (
        "", " ", "-1", "1e3", "NaN", "12.345", "5.000", "999999999999999", "€", "١٢", "2026-02-29", "2026-11-22T24:00",
        "2026-03-29T02:30Z", "\x00", "2026-11-22=0", ":2026-01-01:1", "2101-01-01", "0000-00-00", "--json",
    )
) | st.text(max_size=12)  # fmt: skip
DAYS = ("1990-01-01", "1998-02-28", "2024-02-29", "2026-11-22", "2026-12-31", "2100-12-31")
AMOUNT = ("0", "0,01", "5000.00", "9999999999999.99", "€ 1.000.000,00")
PERCENT = ("0", "2", "21%", "99,9999", "100")
FITTING: dict[str, dict[str, tuple[str, ...]]] = {
    "interest": {
        "--kind": ("statutory", "commercial", "contract"), "--principal": AMOUNT, "--due": DAYS, "--first-day": DAYS,
        "--until": DAYS, "--payment": ("2026-11-22=5", "1990-01-01=0,01"), "--rate": PERCENT, "--per": ("year", "month"),
        "--capacity": ("consumer", "legal-person", "public-body"),
    },
    "costs": {"--principal": AMOUNT, "--vat": PERCENT, "--paid": AMOUNT},
    "contact": {"--at": ("2026-11-22T21:00", "1990-01-01T00:00:00.000001", "2100-12-31T23:59:59-12:00")},
    "allocate": {
        "--payment": AMOUNT, "--debt": ("A:2026-01-01:5", "A:2100-12-31:0:100"), "--designated": ("A", "B"),
        "--costs": AMOUNT, "--interest": AMOUNT, "--principal": AMOUNT, "--on": DAYS,
    },
    "limitation": {
        "--kind": ("contract", "judgment", "consumer-sale"), "--due": DAYS, "--on": DAYS,
        "--interrupted": ("2024-02-29=demand", "2100-12-31 rechtszaak"),
    },
    "notice": {
        "--sent": DAYS, "--by": ("post", "email"), "--delivery-days": ("1", "30", "0", "1000"), "--principal": AMOUNT,
        "--vat": PERCENT, "--creditor": ("Zon",),
    },
    "terms": {
        "--buyer": ("consumer", "public-body", "legal-person"), "--issued": DAYS, "--agreed": ("0", "61", "3650"),
        "--agreed-on": DAYS, "--express": ("yes", "no"), "--received": DAYS,
    },
    "rates": {"--kind": ("statutory", "commercial")},
}  # fmt: skip


@given(data=st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_ends_in_a_traceback(law: Law, data: st.DataObject) -> None:
    what = data.draw(st.sampled_from(sorted(FITTING)))
    odd = data.draw(st.none() | st.sampled_from(sorted(FITTING[what])))
    words = []
    for option, fitting in FITTING[what].items():
        if option == odd:
            words.append(f"{option}={data.draw(ODD)}")
        elif data.draw(st.integers(0, 5)):
            words.append(f"{option}={data.draw(st.sampled_from(fitting))}")
    as_json = data.draw(st.booleans())
    answer = law.command("law", what, *words, *(["--json"] if as_json else []))
    assert answer.code in (0, 1, 2)
    assert "Traceback" not in answer.err
    assert (answer.code == 0) is bool(answer.out), answer
    if as_json:
        assert all(isinstance(json.loads(line), dict) for line in answer.out.splitlines())


def test_a_day_of_a_later_decree_is_a_holiday_where_it_is_given(law: Law) -> None:
    assert law.row("contact --at 2029-05-11T10:00")["allowed"] is True
    told = law.row("contact --at 2029-05-11T10:00 --holiday 2029-05-11")
    assert (told["allowed"], told["because"]) == (False, "HOLIDAY")
    later = law.row("notice --sent 2029-05-10 --by post --delivery-days 1 --holiday 2029-05-11")
    assert (later["presumed_received"], later["term_last_day"]) == ("2029-05-12", "2029-05-26")
