"""Files on their way in from a browser: how many and how large they may be, and where they lie meanwhile."""

from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from voldaan.formats.source import Source

BYTES_MAX: Final = 256 * 1024**2
FILES_MAX: Final = 500
"""Each large file that is handed in is an open file of the server while the form is answered."""


class LimitedUploads(FileUploadHandler):
    """Lets nothing be written of a form that is larger than it may be. Stands before the other handlers."""

    def new_file(self, *arguments: Any, **named: Any) -> None:
        """Stop before the first byte of a file is kept."""
        super().new_file(*arguments, **named)
        if self.request is not None and is_too_large(self.request):
            raise StopUpload(connection_reset=False)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand everything on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the other handlers."""


def is_too_large(request: HttpRequest) -> bool:
    """Test if a form is larger than the files of one time may be."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    return size.isascii() and size.isdigit() and int(size) > BYTES_MAX


def source_of(uploaded: "UploadedFile[Any]") -> Source:
    """Return a file that was handed in as a reader takes it: from disk where it is large."""
    name = uploaded.name or "bestand"
    if isinstance(uploaded, TemporaryUploadedFile):
        return Source.of_path(Path(uploaded.temporary_file_path()), name)
    return Source.of_bytes(uploaded.read(), name)
