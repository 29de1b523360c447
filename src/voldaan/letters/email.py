"""The e-mail: tables and inline styles that every mail program draws, nothing loaded from outside.

Each text goes through `text` on its way in, so what a debtor or a client wrote can never become markup.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from voldaan.letters.content import Claim, Content, Overview, OverviewRow, PaymentBox, Point, Row
from voldaan.letters.email_frame import (
    LINE,
    MUTED,
    PAPER,
    SHEET_WIDTH,
    band,
    beside,
    document,
    gap,
    table,
    text,
)
from voldaan.letters.email_logo import email_logo
from voldaan.letters.style import INK, HouseStyle

LOGO_CID: Final = "logo"
QR_WIDTH: Final = 160
GUTTER: Final = 16
"""Between what is paid and the QR code beside it."""
BOX_MARGINS: Final = 36
"""The line at the left of a box and the white within it, in pixels."""
LABEL_WIDTH: Final = 136
_NUMBER: Final = re.compile(
    r"(?<![\w./&#-])(?=[\w./]{0,23}-)(?=[\w./-]{0,23}\d)[\w./-]{2,23}\w(?![\w-])|\b[Ee]-mail\b"
)
"""What no line breaks within: a word of at most 24 signs with a figure and a hyphen in it, and "e-mail"."""
_SUMS_WIDTH: Final = 280
"""Fits on the narrowest screen, and keeps a name and its amount together on a wide one."""


def html_of(content: Content, style: HouseStyle) -> str:
    """Return the whole HTML part of the e-mail."""
    return document(
        language=content.language,
        subject=content.subject,
        # Not the amount: a telephone that is locked shows this to whoever is near.
        preview=" ".join(content.opening),
        blocks="".join(_blocks(content, style)),
        style=style,
    )


def _blocks(content: Content, style: HouseStyle) -> Iterator[str]:
    yield _head(content, style)
    # The box to pay has room of its own; where there is none, the greeting would stick to the title.
    margin = "24px 0 0" if content.boxes else "24px 0 16px"
    yield (
        f'<h1 class="ink" style="margin:{margin};font-size:23px;line-height:1.3;color:{INK}">{_unbroken(content.title)}</h1>'
    )
    yield from (_box(box, content, style) for box in _boxes(content))
    if content.processed:
        yield _paragraph(content.processed, muted=True)
    yield _paragraph(content.greeting)
    yield from (_paragraph(sentence, phone=content.phone) for sentence in content.opening)
    if content.overview and not content.overview_last:
        yield _overview(content.overview)
    if content.points:
        yield _heading(content.points_heading)
    yield from (_point(point, content) for point in content.points)
    if content.next:
        yield _heading(content.next_heading)
    yield from (_paragraph(sentence) for sentence in content.next)
    yield _signature(content)
    yield from _last(content)
    yield _footer(content)


def _boxes(content: Content) -> tuple[PaymentBox, ...]:
    return (content.total, *content.boxes) if content.total else content.boxes


def _head(content: Content, style: HouseStyle) -> str:
    behalf = (
        f'<br><span class="muted" style="color:{MUTED}">{text(content.on_behalf)}</span>'
        if content.on_behalf
        else ""
    )
    name = f'<strong class="accent" style="font-size:19px;color:{style.accent}">{text(content.sender_name)}</strong>'
    logo = _logo(style.logo_svg) if style.logo_svg else ""
    return band(
        f"{logo}{name}{behalf}",
        looks="rule",
        style=f"padding:0 0 12px;border-bottom:3px solid {style.accent}",
    )


def _logo(svg: str) -> str:
    """Return the logo above the name, which says in words who writes, also where no picture is shown."""
    drawn = email_logo(svg, PAPER)
    size = f"width:{drawn.width}px;height:{drawn.height}px"
    return (
        f'<img src="cid:{LOGO_CID}" class="logo" width="{drawn.width}" height="{drawn.height}" alt="" '
        f'style="display:block;{size};border:0">{gap(12)}'
    )


def _box(box: PaymentBox, content: Content, style: HouseStyle) -> str:
    by = f'<div class="ink" style="font-weight:600">{text(box.by)}</div>' if box.by else ""
    told = (
        f'<div class="muted" style="color:{MUTED}">{text(box.heading)}</div>'
        f'<div class="amount ink" style="font-size:34px;line-height:40px;font-weight:700;'
        f'font-variant-numeric:tabular-nums;white-space:nowrap">{text(box.amount)}</div>{by}'
        f"{gap(8) + _rows(box.rows) if box.rows else ''}"
    )
    if box.qr_svg:
        left = SHEET_WIDTH - BOX_MARGINS - QR_WIDTH
        told = beside(told, _picture(box, content), left_width=left, right_width=QR_WIDTH)
    line = f"padding:16px 16px 12px;border-left:4px solid {style.accent}"
    return gap(16) + band(told, looks="box ink", style=line, ground=style.ground_shown)


def _picture(box: PaymentBox, content: Content) -> str:
    # Without pictures its words stand in a white square, in dark too; they must fit there.
    drawn = f"display:block;width:{QR_WIDTH}px;height:{QR_WIDTH}px;border:0;background-color:#ffffff"
    words = f"color:{INK};font-size:12px;line-height:15px"
    return (
        f'{gap(12)}<img src="cid:{text(box.qr_cid)}" width="{QR_WIDTH}" height="{QR_WIDTH}" alt="{text(box.qr_alt)}" '
        f'style="{drawn};{words}">'
        f'<div class="muted" style="font-size:14px;line-height:20px;color:{MUTED}">{text(content.qr_caption)}</div>'
    )


def _rows(rows: tuple[Row, ...]) -> str:
    cells = "".join(
        f'<tr><td class="label muted" width="{LABEL_WIDTH}" valign="top" style="padding:3px 12px 3px 0;color:{MUTED};'
        f'width:{LABEL_WIDTH}px;vertical-align:top">{text(row.label)}</td>'
        f'<td class="value ink" valign="top" style="padding:3px {GUTTER}px 3px 0;vertical-align:top;'
        f'font-variant-numeric:tabular-nums;overflow-wrap:anywhere">{_parts(row.value)}</td></tr>'
        for row in rows
    )
    return table(cells)


def _parts(value: str) -> str:
    """Return a row's value of which a short part, such as an invoice number, stays on one line."""
    parts = (text(part) for part in value.split(", "))
    return ", ".join(
        f'<span style="white-space:nowrap">{part}</span>' if len(part) <= 24 else part for part in parts
    )


def _unbroken(words: str) -> str:
    """Return words as HTML in which a short number, such as 2026-0012, is not broken at its hyphen.

    The hyphen stays the one of the keyboard, so that whoever copies the number can look it up or pay with it.
    """
    return _NUMBER.sub(lambda found: f'<span style="white-space:nowrap">{found[0]}</span>', text(words))


def _paragraph(words: str, *, muted: bool = False, phone: str = "") -> str:
    look = (
        f'class="muted" style="margin:12px 0 20px;font-size:14px;color:{MUTED}"'
        if muted
        else 'style="margin:0 0 12px"'
    )
    return f"<p {look}>{_with_phone(words, phone)}</p>"


def _with_phone(words: str, phone: str) -> str:
    parts = words.split(phone) if phone else [words]
    return _phone_link(phone).join(map(_unbroken, parts))


def _heading(words: str) -> str:
    return f'<h2 class="ink" style="margin:28px 0 8px;font-size:19px;line-height:1.3;color:{INK}">{text(words)}</h2>'


def _point(point: Point, content: Content) -> str:
    words = _with_phone(point.text, content.phone if content.phone in point.text else content.creditor_phone)
    words = words.replace("geldfit.nl", f'<a href="https://geldfit.nl" style="color:{INK}">geldfit.nl</a>')
    return f'<p style="margin:0 0 10px"><strong>{text(point.lead)}</strong><br>{words}</p>'


def _phone_link(phone: str) -> str:
    dialled = "".join(char for char in phone if char.isdigit() or char == "+")
    return f'<a href="tel:{dialled}" style="color:{INK};white-space:nowrap">{text(phone)}</a>'


def _signature(content: Content) -> str:
    lines = [f"<strong>{text(content.signer)}</strong>", *map(text, content.signature)]
    if content.phone:
        lines.append(_phone_link(content.phone))
    if content.email:
        lines.append(_mail_link(content))
    references = [f"{text(row.label)}: {text(row.value)}" for row in content.reference_rows]
    below = "<br>".join([*references, text(content.reference_note)] if content.reference_note else references)
    muted = f'class="muted" style="margin:0 0 12px;font-size:14px;color:{MUTED}"'
    return (
        f'<p style="margin:24px 0 4px">{text(content.closing)}</p>'
        f'<p style="margin:0 0 12px">{"<br>".join(lines)}</p>'
        f"{f'<p {muted}>{below}</p>' if below else ''}"
    )


def _mail_link(content: Content) -> str:
    subject = f"?subject={quote(content.reference_rows[0].value)}" if content.reference_rows else ""
    address = text(quote(content.email, safe="@"))
    return f'<a href="mailto:{address}{subject}" style="color:{INK};overflow-wrap:anywhere">{text(content.email)}</a>'


def _last(content: Content) -> Iterator[str]:
    if content.claim:
        yield _claim_head(content.claim)
    if content.overview and content.overview_last:
        yield _overview(content.overview)
    if content.claim:
        yield gap(12) + _rows(content.claim.terms)
        yield _sums(content.claim.sums)


def _claim_head(claim: Claim) -> str:
    inner = f"{_heading(claim.heading)}{_paragraph(claim.intro, muted=True)}{_rows(claim.parties)}"
    return gap(16) + band(inner, looks="rule", style=f"padding:0;border-top:1px solid {LINE}")


def _overview(overview: Overview) -> str:
    invoice = overview.columns[0]
    rows = "".join(_invoice(invoice, row) for row in overview.rows)
    if overview.also_rows:
        rows += f'<tr><td colspan="2" style="padding:14px 0 2px"><strong>{text(overview.also_heading)}</strong></td></tr>'
        rows += "".join(_invoice(invoice, row) for row in overview.also_rows)
    rows += (
        f'<tr><td style="padding:8px 12px 8px 0"><strong>{text(overview.total.label)}</strong></td>'
        f'<td align="right" style="{_FIGURE}"><strong>{text(overview.total.value)}</strong></td></tr>'
    )
    return f"{_heading(overview.heading)}{table(rows)}"


_FIGURE: Final = "padding:8px 0;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums"


def _invoice(label: str, row: OverviewRow) -> str:
    border = f"border-bottom:1px solid {LINE}"
    small = f'class="muted" style="font-size:14px;color:{MUTED}"'
    subject = f"<br>{text(row.subject)}" if row.subject else ""
    # It may run over two lines, or on a narrow screen it leaves the invoice no room.
    beneath = f'class="muted" style="font-size:14px;white-space:normal;color:{MUTED}"'
    part = f"<br><span {beneath}>{text(row.part_paid)}</span>" if row.part_paid else ""
    return (
        f'<tr><td class="rule" valign="top" style="padding:8px 12px 8px 0;vertical-align:top;overflow-wrap:anywhere;{border}">'
        f"<strong>{text(label)} {_unbroken(row.number)}</strong>{subject}<br><span {small}>{text(row.dates)}</span></td>"
        f'<td class="rule" align="right" valign="top" style="{_FIGURE};{border}">{text(row.open)}{part}</td></tr>'
    )


def _sums(sums: tuple[Row, ...]) -> str:
    cells = "".join(
        f'<tr><td style="padding:2px 12px 2px 0">{text(row.label)}</td>'
        f'<td align="right" style="white-space:nowrap;font-variant-numeric:tabular-nums">{text(row.value)}</td></tr>'
        for row in sums
    )
    return gap(12) + table(cells, width=str(_SUMS_WIDTH))


def _footer(content: Content) -> str:
    lines = "<br>".join(text(line) for line in content.footer)
    style = f"padding:12px 0 0;border-top:1px solid {LINE};font-size:14px;line-height:1.45;color:{MUTED};overflow-wrap:anywhere"
    return gap(28) + band(lines, looks="rule muted", style=style)
