"""Letters by Pingen: what each answer at each step means, what is looked up, and who gets to see the token (P3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfWriter

from tests.channels.standins.pingen import CLIENT, ORGANISATION, SECRET, Pingen, pingen
from tests.channels.standins.service import CUT, DROP, HALF, STALL
from voldaan.channels.parcel import Answer, Parcel
from voldaan.channels.pingen_account import pingen_account_from
from voldaan.channels.post_pingen import FILE_MAX_BYTES, NO_ANSWERS_IN_A_ROW_MAX, PingenChannel
from voldaan.channels.provider_url import NoProvider

UUID = "6f1c3b52-7d0e-5b1e-9a44-0d8f1b2c3d4e"
SILENCE = 0.3
GOOD = f"pingen://{CLIENT}:geheim@{ORGANISATION}/"


@cache
def a_pdf(pages: int = 1) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def a_letter(uuid: str = UUID, pdf: bytes = b"") -> Parcel:
    return Parcel(
        uuid=uuid, day="2026-03-05", return_path="", recipient="J. Jansen\nKade 1", content=pdf or a_pdf()
    )


@pytest.fixture
def service() -> Iterator[tuple[PingenChannel, Pingen]]:
    with pingen() as (url, service):
        yield PingenChannel(replace(pingen_account_from(url), timeout=SILENCE)), service


def test_a_letter_arrives_as_the_documentation_asks(service: tuple[PingenChannel, Pingen]) -> None:
    channel, there = service
    said = channel.deliver(a_letter())
    assert (said.answer, there.faults) == ("ACCEPTED", [])
    (letter,) = there.letters
    assert letter["id"] == said.reference
    assert letter["attributes"]["pdf"] == a_pdf()
    assert {name: letter["attributes"][name] for name in ("file_original_name", "auto_send", "print_mode")} == {
        "file_original_name": f"{UUID}.pdf", "auto_send": True, "print_mode": "simplex",
    }  # fmt: skip
    assert list(there.keys) == [UUID]


def test_the_token_is_asked_once_and_again_when_it_is_not_taken_any_more(
    service: tuple[PingenChannel, Pingen],
) -> None:
    channel, there = service
    assert [channel.deliver(a_letter(f"{UUID[:-1]}{n}")).answer for n in range(2)] == ["ACCEPTED"] * 2
    assert there.asked.count("POST /auth/access-tokens") == 1
    there.tokens.clear()
    assert channel.deliver(a_letter(f"{UUID[:-1]}2")).answer == "ACCEPTED"
    assert (there.asked.count("POST /auth/access-tokens"), len(there.letters)) == (2, 3)


@pytest.mark.parametrize(
    ("step", "mood", "answer", "made"),
    [
        ("token", "500", "NOT_TAKEN", 0),
        ("token", "302", "NOT_TAKEN", 0),
        ("token", CUT, "NOT_TAKEN", 0),
        ("upload", "503", "NOT_TAKEN", 0),
        ("upload", CUT, "NOT_TAKEN", 0),
        ("upload", STALL, "NOT_TAKEN", 0),
        ("put", "403", "NOT_TAKEN", 0),
        ("put", "307", "NOT_TAKEN", 0),
        ("put", CUT, "NOT_TAKEN", 0),
        ("put", STALL, "NOT_TAKEN", 0),
        ("letter", "422", "REFUSED", 0),
        ("letter", "400", "REFUSED", 0),
        ("letter", "402", "NOT_TAKEN", 0),
        ("letter", "403", "NOT_TAKEN", 0),
        ("letter", "404", "NOT_TAKEN", 0),
        ("letter", "429", "NOT_TAKEN", 0),
        ("letter", "500", "UNKNOWN", 0),
        ("letter", "503", "UNKNOWN", 0),
        ("letter", "302", "UNKNOWN", 0),
        ("letter", DROP, "UNKNOWN", 0),
        ("letter", CUT, "ACCEPTED", 1),
        ("letter", HALF, "ACCEPTED", 1),
        ("letter", STALL, "ACCEPTED", 1),
    ],
)  # fmt: skip
def test_what_an_answer_at_a_step_means(
    service: tuple[PingenChannel, Pingen], step: str, mood: str, answer: Answer, made: int
) -> None:
    channel, there = service
    there.moods[step].append(mood)
    said = channel.deliver(a_letter())
    assert (said.answer, len(there.letters), there.faults) == (answer, made, [])
    assert said.said
    assert not {SECRET, "token-1"} & set(said.said.split())


def test_a_letter_that_may_be_made_and_cannot_be_looked_up_is_for_a_person(
    service: tuple[PingenChannel, Pingen],
) -> None:
    channel, there = service
    there.moods["letter"].extend([CUT] * 4)
    there.moods["list"].extend([CUT, "500", STALL])
    answers = [channel.deliver(a_letter(f"{UUID[:-1]}{n}")).answer for n in range(4)]
    assert answers == [*["UNKNOWN"] * NO_ANSWERS_IN_A_ROW_MAX, "NOT_TAKEN"]
    assert (len(there.letters), "niet te gebruiken" in channel.waits("")) == (NO_ANSWERS_IN_A_ROW_MAX, True)


def test_the_same_letter_offered_again_after_all_is_found_and_not_made_twice(
    service: tuple[PingenChannel, Pingen],
) -> None:
    channel, there = service
    there.moods["letter"].append(CUT)
    there.moods["list"].append("500")
    assert channel.deliver(a_letter()).answer == "UNKNOWN"
    # A person says that it did not go. Its file lies elsewhere now, which the key does not forgive: it is looked up.
    assert channel.deliver(a_letter()).answer == "ACCEPTED"
    assert len(there.letters) == 1


def test_another_letter_in_the_list_is_not_taken_for_ours(service: tuple[PingenChannel, Pingen]) -> None:
    channel, there = service
    assert channel.deliver(a_letter()).answer == "ACCEPTED"
    there.moods["letter"].append(DROP)
    assert channel.deliver(a_letter(f"{UUID[:-1]}9")).answer == "UNKNOWN"


def test_a_wrong_secret_stops_the_run_and_stands_in_no_sentence() -> None:
    with pingen() as (url, there):
        channel = PingenChannel(pingen_account_from(url.replace("zeer", "heel")))
        said = channel.deliver(a_letter())
    assert (said.answer, there.letters) == ("NOT_TAKEN", [])
    assert "geheim" not in said.said + channel.waits("") + repr(channel.api.account)


@pytest.mark.parametrize(
    ("pdf", "why"),
    [
        (b"%PDF-1.7 " + b"x" * FILE_MAX_BYTES, "8.0 MB"),
        (b"no letter", "geen leesbare PDF"),
        (a_pdf(15), "15 bladzijden"),
    ],
)
def test_what_they_would_not_print_is_refused_before_anything_leaves(
    service: tuple[PingenChannel, Pingen], pdf: bytes, why: str
) -> None:
    channel, there = service
    said = channel.deliver(a_letter(pdf=pdf))
    assert (said.answer, why in said.said, there.asked) == ("REFUSED", True, [])


def test_a_letter_of_fourteen_pages_still_goes(service: tuple[PingenChannel, Pingen]) -> None:
    channel, _ = service
    assert channel.deliver(a_letter(pdf=a_pdf(14))).answer == "ACCEPTED"


@pytest.mark.parametrize("seed", range(3))
def test_what_it_says_of_many_bad_days_is_never_wrong(seed: int) -> None:
    luck = Random(seed)
    with pingen() as (url, there):
        account = replace(pingen_account_from(url), timeout=SILENCE)
        said: dict[str, Answer] = {}
        for number in range(40):
            for step in ("token", "upload", "put", "letter", "list"):
                there.moods[step].clear()
                there.moods[step].append(
                    luck.choice(["", "", "", "", CUT, HALF if step == "letter" else "503", "429"])
                )
            uuid = f"{UUID[:-4]}{number:04d}"
            said[f"{uuid}.pdf"] = PingenChannel(account).deliver(a_letter(uuid)).answer
    made = Counter(letter["attributes"]["file_original_name"] for letter in there.letters)
    assert set(made.values()) == {1}
    assert {said[name] for name in made} <= {"ACCEPTED", "UNKNOWN"}
    assert {name for name, answer in said.items() if answer == "ACCEPTED"} <= set(made)
    assert {"ACCEPTED", "NOT_TAKEN"} <= set(said.values())
    assert there.faults == []


def test_the_settings_say_how_letters_are_printed() -> None:
    account = pingen_account_from(
        f"{GOOD}?print=duplex&colour=grayscale&product=fast&window=right&staging=yes&timeout=30"
    )
    assert (account.client_id, account.secret, account.organisation) == (CLIENT, "geheim", ORGANISATION)
    assert (account.print_mode, account.print_spectrum, account.delivery_product) == (
        "duplex",
        "grayscale",
        "fast",
    )
    assert (account.address_position, account.api, account.is_trial) == (
        "right", "https://api-staging.pingen.com", True,
    )  # fmt: skip
    assert pingen_account_from(GOOD).api == "https://api.pingen.com"
    assert "geheim" not in repr(account)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (GOOD.replace("pingen:", "https:"), "begint niet met pingen://"),
        (f"pingen://{CLIENT}@{ORGANISATION}/", "client-id en een geheim"),
        (f"pingen://{ORGANISATION}/", "client-id en een geheim"),
        (f"pingen://{CLIENT}:zeergeheim@korenaar/", "een UUID"),
        (f"{GOOD}?print=both", "simplex of duplex"),
        (f"{GOOD}?colour=blue", "color of grayscale"),
        (f"{GOOD}?window=top", "left of right"),
        (f"{GOOD}?product=Post%20NL", "cheap of fast"),
        (f"{GOOD}?staging=maybe", "yes of no"),
        (f"{GOOD}?timeout=0", "aantal seconden"),
        (f"{GOOD}?at=http://api.pingen.example:80", "dienst van deze machine"),
        (f"{GOOD}?at=http://127.0.0.1", "dienst van deze machine"),
        (f"{GOOD}?at=http://127.0.0.1.example:80", "dienst van deze machine"),
        (f"{GOOD}letters", "er niet hoort"),
    ],
)
def test_settings_that_make_no_sense_are_said_without_the_secret(url: str, why: str) -> None:
    with pytest.raises(NoProvider) as refused:
        pingen_account_from(url)
    assert why in str(refused.value)
    assert "VOLDAAN_POST_URL" in str(refused.value)
    assert "zeergeheim" not in str(refused.value)
