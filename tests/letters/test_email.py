"""The e-mail as mail programs draw it: every text keeps the rules of the linter, also where it has much to say."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from tests.letters.samples import every_message, long_names, many_invoices, message, on_two_accounts
from tests.letters.test_email_logo import wide_logo
from tools.mail_lint.lint import lint
from voldaan.channels.email_message import EmailParts, dated, email_bytes
from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters.compose import compose
from voldaan.letters.email import html_of
from voldaan.letters.email_frame import outlook
from voldaan.letters.render import inline_images, render, render_email
from voldaan.letters.style import HouseStyle

LINE_OCTETS_MAX = 998
"""RFC 5322, 2.1.1: a server may cut off what is longer, or refuse it."""


LONG = (on_two_accounts(), many_invoices(40), long_names())


def test_every_mail_is_drawn_alike_by_every_program() -> None:
    facts = (*every_message(), *LONG)
    assert [f"{one.stage}: {found}" for one in facts for found in problems(one, HouseStyle())] == []


def test_so_is_a_mail_in_the_house_style_of_somebody_else() -> None:
    style = HouseStyle(name="Huisstijl", accent="#7a1f5c", footer=("Bloemen & Zoon url(x) <Utrecht>",))
    assert [found for one in LONG for found in problems(one, style)] == []


def test_so_is_a_mail_with_a_logo() -> None:
    style = HouseStyle(logo_svg=wide_logo(300), accent="#7a1f5c")
    assert [found for one in LONG for found in problems(one, style)] == []


def test_the_preview_begins_with_what_it_is_about_and_not_with_the_amount() -> None:
    content = compose(message(), HouseStyle(), "email")
    body = html_of(content, HouseStyle()).split("<body", 1)[1]
    preview = body.split("</div>", 1)[0]
    assert content.opening[0] in preview
    assert content.boxes[0].amount not in preview


def test_only_outlook_for_windows_reads_its_cells() -> None:
    html = render_email(message(), HouseStyle())[1]
    assert html.count("<!--[if mso]>") == html.count("<![endif]-->")
    assert html.count(outlook("</td></tr></table>")) == 2
    assert '<td width="600">' in html


def test_a_number_is_not_broken_at_its_hyphen_and_can_be_copied() -> None:
    given = message(invoices=2)
    line = replace(given.invoices[0], number="2026-0012")
    rendered = render(replace(given, invoices=(line, given.invoices[1])), HouseStyle())
    shown = re.findall(r"<(?:p|td|h1)\b.*?</(?:p|td|h1)>", rendered.html, re.DOTALL)
    with_number = [part for part in shown if "2026-0012" in part]
    assert with_number
    assert all('<span style="white-space:nowrap">2026-0012</span>' in part for part in with_number)
    assert "2026-0012" in rendered.text
    assert "\u2011" not in rendered.html + rendered.text


def test_only_short_numbers_with_a_hyphen_and_the_word_e_mail_are_kept_whole() -> None:
    given = message()
    html = render(
        replace(given, invoices=(replace(given.invoices[0], number="F-2026/118"),)), HouseStyle()
    ).html
    assert 'white-space:nowrap">F-2026/118</span>' in html
    kept = re.findall(r'white-space:nowrap">([^<]*-[^<]*)</span>', html)
    numbers = [one for one in kept if one.lower() != "e-mail"]
    assert len(numbers) < len(kept)
    assert all(any(sign.isdigit() for sign in one) and len(one) <= 24 for one in numbers)
    assert "<span" not in "".join(re.findall(r'(?:href|alt|style|class)="[^"]*"', html))


def test_no_line_of_the_finished_mail_is_too_long_for_a_server() -> None:
    facts = many_invoices(40)
    subject, html, text = render_email(facts, HouseStyle())
    mail = email_bytes(
        EmailParts(
            uuid="8d7f", domain="delinde.example", sender_name=facts.sender.name, sender_address=facts.sender.email,
            recipient_name=facts.addressee.name, recipient_address="a@korenaar.example", subject=subject, language="nl",
            text=text, html=html, images={image.cid: image.content for image in inline_images(facts, HouseStyle())},
        )
    )  # fmt: skip
    lines = dated(mail, datetime(2026, 11, 23, 9, tzinfo=UTC)).split(b"\r\n")
    assert max(map(len, lines)) <= LINE_OCTETS_MAX
    assert html.count("\n") < len(lines)


def problems(facts: MessageFacts, style: HouseStyle) -> list[str]:
    """Return what the linter says of the mail of these facts."""
    _, html, text = render_email(facts, style)
    return lint(html, text, pictures=frozenset(image.cid for image in inline_images(facts, style)))
