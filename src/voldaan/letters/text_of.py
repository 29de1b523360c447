"""The words of a message without its looks: for the plain-text part, and for the guard."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from voldaan.letters.content import Content, Overview, OverviewRow, PaymentBox, Row
from voldaan.letters.figures import NO_BREAK

_SILENT: Final = frozenset({"style", "script", "title"})
_BREAKING: Final = frozenset(
    {"p", "div", "tr", "td", "th", "br", "h1", "h2", "h3", "li", "table", "ul", "hr"}
)


def text_of_html(html: str) -> str:
    """Return what a reader of this HTML sees or hears, a line a block, alternative texts included."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def links_of_html(html: str) -> str:
    """Return where the links of this HTML lead, a line a link: the guard reads what a click would open."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.links)


def text_of_email(content: Content) -> str:
    """Return the plain-text part of the e-mail."""
    return _joined((*_message(content), ("-- ",), content.footer))


def text_of_letter(content: Content) -> str:
    """Return every word that stands in the PDF letter, in reading order."""
    head: tuple[tuple[str, ...], ...] = (
        (content.sender_name, *content.sender_rows),
        content.address,
        (content.date, *_rows(content.reference_rows), *filter(None, (content.reference_note,))),
    )
    pictures = tuple(f"{content.qr_caption}. {box.qr_alt}" for box in content.boxes if box.qr_svg)
    columns = (", ".join(content.overview.columns),) if content.overview else ()
    return _joined((*head, *_message(content, with_reference=False), columns, pictures, content.footer))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BREAKING:
            self.parts.append("\n")
        if tag == "a":
            self.links.append(unquote(dict(attrs).get("href") or ""))
        if tag == "img":
            self.parts.append(f" {dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        if tag in _BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\n", " "))


def _message(content: Content, *, with_reference: bool = True) -> Iterator[tuple[str, ...]]:
    yield (content.title,)
    yield (content.greeting,)
    yield content.opening
    for box in (content.total, *content.boxes) if content.total else content.boxes:
        yield tuple(_box(box))
    yield (content.processed,)
    if content.overview and not content.overview_last:
        yield from _overview(content.overview)
    yield (
        content.points_heading,
        *(f"- {point.lead}{_colon(point.lead)} {point.text}" for point in content.points),
    )
    yield (content.next_heading, *content.next)
    yield (content.closing,)
    yield (content.signer, *content.signature, " · ".join(filter(None, (content.phone, content.email))))
    if with_reference:
        yield (*_rows(content.reference_rows), *filter(None, (content.reference_note,)))
    yield tuple(filter(None, (content.enclosures,)))
    yield from _last(content)


def _last(content: Content) -> Iterator[tuple[str, ...]]:
    claim = content.claim
    if claim:
        yield (claim.heading, claim.intro)
        yield tuple(_rows(claim.parties))
    if content.overview and content.overview_last:
        yield from _overview(content.overview)
    if claim:
        yield tuple(_rows((*claim.terms, *claim.sums)))


def _colon(lead: str) -> str:
    return "" if lead.endswith("?") else ":"


def _box(box: PaymentBox) -> Iterator[str]:
    yield f"{box.heading}: {box.amount} {box.by}".rstrip()
    yield from _rows(box.rows)


def _rows(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        yield f"{row.label}: {row.value}"


def _overview(overview: Overview) -> Iterator[tuple[str, ...]]:
    yield (overview.heading, *_invoices(overview.columns[0], overview.rows))
    if overview.also_rows:
        yield (overview.also_heading, *_invoices(overview.columns[0], overview.also_rows))
    yield (f"{overview.total.label}: {overview.total.value}",)


def _invoices(label: str, rows: tuple[OverviewRow, ...]) -> Iterator[str]:
    for row in rows:
        yield f"- {label} {row.number}: {row.open}" + (f" ({row.part_paid})" if row.part_paid else "")
        yield "  " + ". ".join(part for part in (row.subject, row.dates) if part)


def _joined(blocks: tuple[tuple[str, ...], ...]) -> str:
    text = "\n\n".join("\n".join(block) for block in blocks if any(block))
    return text.replace(NO_BREAK, " ") + "\n"
