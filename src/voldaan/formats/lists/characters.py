"""In which characters a list is written: decided on the whole of it before a row is read, then held to strictly."""

import codecs
from io import BytesIO, TextIOWrapper
from typing import BinaryIO

from voldaan.formats.findings import refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

_CHUNK_BYTES = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(source: Source, declared: str | None = None) -> str:
    """Return the encoding of a text: by its mark, as declared, or UTF-8 where it is that, else Windows-1252.

    Raises `Refusal` with the line of the first byte that does not fit.
    """
    encoding = next(
        (name for mark, name in _MARKS if source.head.startswith(mark)), declared or _wide(source.head)
    )
    if encoding is not None:
        _check_known(source, encoding)
        misfit = _misfit(source, encoding)
        if misfit is not None:
            raise _misfit_refusal(source, encoding, misfit[0], declared=declared is not None)
        return encoding
    misfit = _misfit(source, "utf-8")
    if misfit is None:
        return "utf-8"
    line, is_mixed = misfit
    if is_mixed:
        raise _misfit_refusal(source, "utf-8", line, declared=False)
    misfit = _misfit(source, "cp1252")
    if misfit is not None:
        raise _misfit_refusal(source, "cp1252", misfit[0], declared=False)
    return "cp1252"


def _wide(head: bytes) -> str | None:
    """Return UTF-16 for a text without a mark in which every other byte of the beginning is zero."""
    start = head[:200]
    if len(start) < 4 or len(start) % 2:
        return None
    if not any(start[1::2]) and all(start[0::2]):
        return "utf-16-le"
    return "utf-16-be" if not any(start[0::2]) and all(start[1::2]) else None


def _check_known(source: Source, encoding: str) -> None:
    """Raise `Refusal` for a name that is no encoding of text."""
    try:
        # It refuses what turns bytes into bytes, such as hex, which decoding nothing does not.
        TextIOWrapper(BytesIO(), encoding=encoding)
        codecs.getincrementaldecoder(encoding)
    except (LookupError, ValueError):
        raise refuse(
            source.name,
            f"De codering ‘{encoding[:32]}’ bestaat niet.",
            "De mapping noemt haar bij encoding.",
            "Gebruik utf-8 of cp1252, of laat encoding weg.",
        ) from None


def _misfit(source: Source, encoding: str) -> tuple[int, bool] | None:
    """Return the line of the first byte that does not fit, and if anything beyond ASCII did fit before it."""
    with source.open() as file:
        return _first_misfit(file, source.name, encoding)


def _first_misfit(file: BinaryIO, name: str, encoding: str) -> tuple[int, bool] | None:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines, is_beyond_ascii = 1, False
    while True:
        chunk = file.read(_CHUNK_BYTES)
        try:
            text = decoder.decode(chunk, final=not chunk)
            # UTF-7 and the escapes of Python can say half a character, which nothing can write.
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            return lines + error.object[: error.start].count("\n"), True
        except UnicodeError as error:
            fitted = error.object[: error.start] if isinstance(error, UnicodeDecodeError) else b""
            return lines + fitted.count(b"\n"), is_beyond_ascii or not fitted.isascii()
        if "\x00" in text:
            raise refuse(
                name,
                "Het bestand is geen tekst.",
                "Er staan nul-bytes in, zoals in een programma of plaatje.",
                "Exporteer de lijst opnieuw als CSV.",
                line=lines + text[: text.index("\x00")].count("\n"),
            )
        if not chunk:
            return None
        lines += text.count("\n")
        is_beyond_ascii = is_beyond_ascii or not text.isascii()


def _misfit_refusal(source: Source, encoding: str, line: int, *, declared: bool) -> Refusal:
    """Return the refusal of a text with a byte that is no character of it."""
    why = f"De mapping zegt {encoding}" if declared else f"De rest van het bestand is {encoding}"
    return refuse(
        source.name,
        f"Op regel {line} kloppen de tekens niet met de {'opgegeven ' if declared else ''}codering.",
        f"{why}, maar daar staat een byte die er niet in hoort.",
        "Exporteer de lijst opnieuw als UTF-8, of zet encoding in de mapping op de juiste codering (cp1252, cp850).",
        line=line,
    )
