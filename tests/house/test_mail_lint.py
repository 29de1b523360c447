"""The linter of mails sees what it is there for: a mail that is right, broken in one place at a time."""

import re

import pytest

from tests.letters.samples import message
from tools.mail_lint.lint import gaps_without_answer, lint
from voldaan.letters.render import render_email
from voldaan.letters.style import HouseStyle

RIGHT, PLAIN = render_email(message(), HouseStyle())[1:]
PICTURES = frozenset({"qr-1"})


def test_a_mail_that_is_right_has_nothing_wrong() -> None:
    assert lint(RIGHT, PLAIN, pictures=PICTURES) == []


def test_whatever_a_program_lacks_has_an_answer() -> None:
    assert gaps_without_answer() == []


@pytest.mark.parametrize(("was", "becomes", "said"), [
    ("</body>", "<video></video></body>", "<video> is not in the table"),
    ("</body>", "<p hidden>x</p></body>", "The attribute hidden is not in the table"),
    ("margin:0 0 12px", "position:absolute", "The property position is not in the table"),
    ("margin:0 0 12px", "margin:-4px 0 12px 1em", 'not drawn alike with the value "-4px 0 12px 1em"'),
    ("margin:0 0 12px", "padding:0 0 12px", "The property padding is drawn alike only on td body"),
    ("margin:0 0 12px", "padding:0 0 12px", "Word draws no padding outside a cell"),
    ("max-width:480px", "max-height:480px", 'The query "only screen and (max-height:480px)"'),
    ("font-size:30px !important", "font-size:30px!important", "no space before !important"),
    ("\n.amount{", "\n/* big */.amount{", "drops the rule after a comment"),
    ("prefers-color-scheme:dark", "prefers-contrast:more", "no look for the dark"),
    ('<html lang="nl"', "<html", "does not say its language on <html>"),
    ('<div lang="nl"', "<div", "does not say its language inside <body>"),
    ("<title>", "<title></title><p>", "has no <title>"),
    ('<meta name="viewport"', '<meta name="view"', 'has no <meta name="viewport">'),
    ("<h1", "<h2></h2><h1", "it has one, and begins with it"),
    ("<h2", "<h3", "A heading skips a level"),
    ("display:none;", "", "does not begin with hidden words"),
    ('role="presentation"', 'role="table"', "has no role"),
    ("<tr>", "<tr><p>", "does not stand in a tr"),
    (' bgcolor="#fdfcf9"', "", "loses the ground"),
    ('src="cid:qr-1"', 'src="https://delinde.example/qr.png"', "does not come with the mail"),
    ('alt="QR', 'alt="" title="QR', "has no words for who does not see it"),
    ('width="160" height="160" alt', "alt", "Outlook draws it as large as its file"),
    ('href="tel:', 'href="http://delinde.example/', "leads to something else than https"),
    (">030\u00a0123\u00a045\u00a067</a>", ">Klik hier</a>", 'The link "Klik hier" does not say where it leads'),
    ('<td width="364" valign="top">', "<td>", "Word draws this as wide as it can"),
    ("font-size:14px", "font-size:9px", "is smaller than 12 pixels"),
    ("color:#565b62", "color:#b0b4b8", "In the light"),
    (".ink,.ink a{color:#f1efe9", ".ink,.ink a{color:#333333", "In the dark"),
    (".page{background-color:#16191c", ".page{background-color:#e0e0e0", "In the dark"),
    ("1.234,50", "1.234,05", "does not name what the"),
    ("<style>", "<style>@import url(x.css);", "it tells on its reader"),
    ("<p ", '<p onclick="x()" ', "it tells on its reader"),
])  # fmt: skip
def test_each_rule_sees_its_breach(was: str, becomes: str, said: str) -> None:
    broken = RIGHT.replace(was, becomes)
    assert broken != RIGHT, f"the mail holds no {was!r}: this case proves nothing"
    assert [sentence for sentence in lint(broken, PLAIN, pictures=PICTURES) if said in sentence]


def test_gmail_cuts_a_long_mail_off() -> None:
    long = RIGHT.replace("</h1>", f"</h1><p>{'woord ' * 17_000}</p>")
    assert any(
        re.search(r"has 1\d\d,\d+ bytes: Gmail cuts it off", sentence)
        for sentence in lint(long, PLAIN, pictures=PICTURES)
    )


def test_a_plain_text_that_says_less_is_seen() -> None:
    assert lint(RIGHT, PLAIN.replace("NL91 ABNA", "NL91"), pictures=PICTURES) == []
    assert "The plain text does not name what the HTML does: 0417" in lint(
        RIGHT, PLAIN.replace("0417", ""), pictures=PICTURES
    )[0]  # fmt: skip
