"""What an e-mail of ours may use, which mail programs lack it, and what we do there.

The facts are those that the project Can I email publishes (caniemail.com, state of 9 September 2025; each tested in the
month that is named). Only what we use is here. Whoever uses more, adds a row: who lacks it, and what happens there.
"""

from dataclasses import dataclass
from typing import Final

PROGRAMS: Final = {
    "word": "Outlook for Windows (it sets mails with Word)",
    "outlook.com": "Outlook on the web",
    "outlook-app": "Outlook on a telephone",
    "outlook-mac": "Outlook for macOS",
    "gmail": "Gmail on the web and its app",
    "gmail-other": "the app of Gmail with an account of somebody else",
    "gmail-browser": "Gmail in the browser of a telephone",
    "apple": "Mail on macOS",
    "iphone": "Mail on iOS",
    "samsung": "Samsung Email",
    "proton": "ProtonMail",
    "yahoo": "Yahoo",
    "thunderbird": "Thunderbird",
    "gmx": "GMX",
    "fastmail": "Fastmail",
}
_OUTLOOKS: Final = "word outlook.com outlook-app outlook-mac"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Who lacks something, and what that does to our mail."""

    lacking: str = ""
    """The programs that do not have it, as in PROGRAMS."""
    partly: str = ""
    """Those that have it in part, or draw it wrongly."""
    so: str = ""
    """What we do about it, or why it does not matter. Required where anybody lacks it."""
    tested: str = ""
    """The month of the test. Empty: not in that database, and then `so` says what it rests on."""
    values: str = ""
    """A pattern of the values that are allowed. Empty: every value."""
    only_on: str = ""
    """The elements on which it is allowed. Empty: every element."""


def _plain(tested: str) -> Support:
    return Support(tested=tested)


TAGS: Final[dict[str, Support]] = {
    "html": Support(so="Its language is said again on the sheet, since web mail throws this element away."),
    "head": Support(so="Web mail takes the styles out of it and throws the rest away."),
    "meta": Support(so="Only for programs that know it."),
    "title": Support(so="Read out by screen readers that get the mail as a page; nobody needs it."),
    "body": Support(
        lacking="outlook-mac proton fastmail", partly="outlook.com outlook-app gmail yahoo", tested="2021-11",
        so="Its ground stands on the outermost cell as well.",
    ),
    "style": Support(
        lacking="gmail-browser gmx", partly="word gmail gmail-other proton", tested="2023-07",
        so="Holds only the dark and the narrow screen; every other rule is inline.",
    ),
    "table": _plain("2019-09"),
    "tr": _plain("2019-09"),
    "td": _plain("2019-09"),
    "div": _plain("2020-05"),
    "p": _plain("2020-05"),
    "span": _plain("2020-05"),
    "strong": _plain("2020-05"),
    "h1": _plain("2020-05"),
    "h2": _plain("2020-05"),
    "br": Support(so="As old as mail in HTML."),
    "a": Support(so="As old as mail in HTML; where it may lead is a rule of its own."),
    "img": Support(
        partly="proton", tested="2023-12",
        so="Has a width, a height and words for when it is not shown.",
    ),
}  # fmt: skip

ATTRIBUTES: Final[dict[str, Support]] = {
    "lang": Support(
        lacking="gmx", partly="yahoo", tested="2020-10",
        so="On html and on a div, never on a cell.", only_on="html div",
    ),
    "xmlns:o": Support(so="For Word alone.", only_on="html"),
    "charset": Support(so="The part of the mail says it too.", only_on="meta", values="utf-8"),
    "name": Support(so="Only for programs that know it.", only_on="meta"),
    "content": Support(so="Only for programs that know it.", only_on="meta"),
    "class": Support(
        lacking="gmail-browser proton", partly="gmail-other", tested="2019-10",
        so="Only for the dark and the narrow screen.",
    ),
    "style": Support(so="Each property has a row of its own."),
    "role": Support(
        lacking="gmx", partly="yahoo", tested="2020-02", values="presentation", only_on="table",
        so="There a screen reader says 'table'; the words stay in order.",
    ),
    "width": Support(
        partly="word apple", tested="2019-09", values=r"\d+%?", only_on="table td img",
        so="Word takes a share of an img for one of the file: an img has pixels.",
    ),
    "height": Support(partly="word", tested="2019-09", values=r"\d+", only_on="img", so="In pixels."),
    "cellpadding": Support(
        tested="2024-05", values="0", only_on="table",
        so="Not tested in ProtonMail and Fastmail; 0 is what they draw.",
    ),
    "cellspacing": Support(
        tested="2024-05", values="0", only_on="table",
        so="Not tested in ProtonMail and Fastmail; border-collapse does it.",
    ),
    "border": Support(tested="2024-05", values="0", only_on="table", so="As old as mail in HTML."),
    "align": Support(
        partly="outlook-mac proton", tested="2021-11", values="center|left|right", only_on="td table",
        so="Never on an img, and a table only to the middle.",
    ),
    "valign": Support(tested="2020-12", values="top", only_on="td"),
    "bgcolor": Support(
        so="As old as mail in HTML; beside background-color, for programs that drop a style.", only_on="body td"
    ),
    "colspan": Support(so="As old as mail in HTML.", values=r"\d", only_on="td"),
    "src": Support(so="Where it may lead is a rule of its own.", only_on="img"),
    "alt": Support(tested="2023-12", only_on="img"),
    "href": Support(
        partly="proton yahoo", tested="2021-05", only_on="a",
        so="Lacking in mailto is only bcc, which we do not use.",
    ),
}  # fmt: skip

_COLOUR: Final = "#[0-9a-f]{6}"
_PX: Final = r"-?\d+px|0"

PROPERTIES: Final[dict[str, Support]] = {
    "background-color": Support(
        partly="gmx", tested="2019-02", values=_COLOUR, so="GMX draws none: ink on its white, and nothing is lost."
    ),
    "color": Support(tested="2019-02", values=_COLOUR, so="In six digits, which all programs read."),
    "border": Support(partly="word", tested="2021-07", values="0", so="Only to have none."),
    "border-left": Support(
        partly="word", tested="2021-07", values=rf"[1-8]px solid {_COLOUR}", only_on="td",
        so="At most 8 pixels, on a cell.",
    ),
    "border-top": Support(
        partly="word", tested="2021-07", values=rf"[1-8]px solid {_COLOUR}", only_on="td",
        so="At most 8 pixels, on a cell.",
    ),
    "border-bottom": Support(
        partly="word", tested="2021-07", values=rf"[1-8]px solid {_COLOUR}", only_on="td",
        so="At most 8 pixels, on a cell.",
    ),
    "border-color": Support(
        partly="word", tested="2021-07", values=_COLOUR,
        so="Only in the dark, which Word does not know.",
    ),
    "border-collapse": Support(
        tested="2023-12", values="collapse", only_on="table",
        so="Not tested in ProtonMail and Fastmail; cellspacing is 0.",
    ),
    "color-scheme": Support(
        lacking=f"{_OUTLOOKS} gmail gmail-other gmail-browser proton yahoo gmx fastmail", tested="2023-09",
        so="Says that the mail has a dark look of its own; the others darken it themselves, or not.",
    ),
    "supported-color-schemes": Support(so="The older name of color-scheme."),
    "display": Support(
        partly="word gmail-other yahoo gmx fastmail", tested="2021-12", values="block|inline-block|none",
        so="Word gets cells where others get inline-block.",
    ),
    "font-family": Support(
        tested="2019-02",
        so="Word takes Times for a font that it lacks: its own is named for it.",
    ),
    "font-size": Support(
        partly="word samsung yahoo gmx", tested="2024-02", values=r"\d+px|0",
        so="In pixels: rem and shares are what they lack.",
    ),
    "font-weight": Support(
        partly="word yahoo", tested="2022-06", values="600|700", so="Whole hundreds; from 600 Word draws it bold."
    ),
    "font-variant-numeric": Support(so="Not in that database. Where it lacks, figures are as wide as they come."),
    "height": Support(
        lacking="yahoo", partly="word", tested="2019-09", values=r"\d+px", only_on="img div",
        so="On a div beside a line-height that says the same.",
    ),
    "line-height": Support(
        partly="word", tested="2021-10", values=r"\d+px|\d(\.\d+)?|0",
        so="Word makes em and pixels somewhat taller.",
    ),
    "margin": Support(
        partly=f"{_OUTLOOKS} gmail gmail-other gmail-browser yahoo", tested="2019-10", values=rf"(({_PX}) ?)+( auto)?",
        only_on="body div p h1 h2", so="Never below zero; what stands in the middle does so by align in Word.",
    ),
    "max-height": Support(lacking="word", tested="2021-11", values="0", so="Word hides it by mso-hide."),
    "max-width": Support(
        partly="word iphone", tested="2019-08", values=r"\d+px", only_on="div",
        so="In Word it stands in a cell of that width.",
    ),
    "mso-hide": Support(so="For Word alone.", values="all"),
    "mso-line-height-rule": Support(so="For Word alone.", values="exactly"),
    "overflow": Support(lacking="word", tested="2025-05", values="hidden", so="Only in what is hidden anyway."),
    "overflow-wrap": Support(
        lacking=f"{_OUTLOOKS} gmail gmail-other yahoo", partly="apple iphone", tested="2022-08", values="anywhere",
        so="There a word longer than the screen makes the mail wider; names and subjects are rarely one word.",
    ),
    "padding": Support(
        partly="word", tested="2019-07", values=rf"(({_PX}) ?)+", only_on="td body",
        so="Only in cells; on body only to have none.",
    ),
    "text-align": Support(
        partly="word gmail-other yahoo", tested="2021-09", values="left",
        so="Never start or end.",
    ),
    "vertical-align": Support(tested="2020-12", values="top"),
    "white-space": Support(
        lacking="word samsung", partly="gmail-other", tested="2019-02", values="nowrap|normal",
        so="Amounts, days and account numbers have spaces that do not break.",
    ),
    "width": Support(
        partly="word", tested="2019-09", values=r"\d+px|100%|auto",
        so="Word reads it on tables and cells: there is a cell.",
    ),
}  # fmt: skip

MEDIA: Final[dict[str, Support]] = {
    "only screen and (max-width:480px)": Support(
        lacking="word gmail-browser thunderbird", partly="outlook.com outlook-app gmail-other samsung proton yahoo",
        tested="2023-12", so="The columns find their place without it; labels then stay beside their values.",
    ),
    "(prefers-color-scheme:dark)": Support(
        lacking="word gmail gmail-other gmail-browser proton yahoo thunderbird gmx", tested="2023-03",
        so="They show the light mail, or darken its colours themselves.",
    ),
}  # fmt: skip
