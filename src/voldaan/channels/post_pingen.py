"""Letters by Pingen: a file is put in place, and then one request makes it a letter that is printed and posted (P3).

Only that last request counts. Before it nothing can have been printed. After it, where no clear answer comes, the list
of letters is looked through for ours: found, it was taken; else a person looks. The request is not repeated, though it
carries a key by which the API says that it knows a repetition for a day.
"""

from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from voldaan.channels.http_call import Answered, NoAnswer
from voldaan.channels.parcel import Outcome, Parcel
from voldaan.channels.pingen_account import PingenAccount
from voldaan.channels.pingen_api import NotYet, PingenApi, attributes_of, data_of

NO_ANSWERS_IN_A_ROW_MAX: Final = 3
"""After so many letters of which nobody knows nothing more is handed over."""
FILE_MAX_BYTES: Final = 8 * 1000 * 1000
PAGES_MAX: Final = 14
"""What Pingen takes for one letter within the Netherlands."""
_NEVER: Final = frozenset({400, 406, 415, 422})
"""This letter is wrong, and would be again."""
_OURS: Final = frozenset({401, 402, 403, 404, 429})
"""The key, the credit, the organisation, the pace: nothing that another letter would change."""


TOOK: Final = "Pingen: letter "
"""How what this channel says of a letter that was taken begins."""


class PingenChannel:
    """Hands letters to one account at Pingen."""

    def __init__(self, account: PingenAccount) -> None:
        self.api = PingenApi(account)
        self._down = ""
        self._unclear = 0

    def waits(self, recipient: str) -> str:
        """Return that the service cannot be used in this run, or nothing."""
        return f"De postdienst is nu niet te gebruiken: {self._down}" if self._down else ""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand over one letter as PDF."""
        if self._down:
            return Outcome(answer="NOT_TAKEN", said=self._down)
        if wrong := _wrong(parcel.content):
            return Outcome(answer="REFUSED", said=wrong)
        name = f"{parcel.uuid}.pdf"
        try:
            upload = self.api.upload(parcel.content)
            answered = self.api.make_letter(name, upload, key=parcel.uuid)
        except NotYet as error:
            if error.for_all:
                self._down = str(error)
            return Outcome(answer="NOT_TAKEN", said=str(error))
        except NoAnswer as error:
            return self._looked_up(name, str(error))
        return self._outcome(answered, name)

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    def _outcome(self, answered: Answered, name: str) -> Outcome:
        said = self.api.said(answered)
        if answered.status in _OURS:
            self._down = said
            return Outcome(answer="NOT_TAKEN", said=said)
        if answered.status in _NEVER:
            self._unclear = 0
            return Outcome(answer="REFUSED", said=f"Pingen: {said}")
        letter = data_of(answered)
        if answered.status == 201 and letter.get("id"):
            return self._taken(letter)
        return self._looked_up(name, said)

    def _looked_up(self, name: str, said: str) -> Outcome:
        """Return what the list of letters says of one that may have been made; not finding it proves nothing."""
        letter = self.api.letter_named(name)
        if letter is not None and letter.get("id"):
            return self._taken(letter)
        self._unclear += 1
        if self._unclear >= NO_ANSWERS_IN_A_ROW_MAX:
            self._down = said
        return Outcome(answer="UNKNOWN", said=f"Pingen: {said}"[:500])

    def _taken(self, letter: dict[str, object]) -> Outcome:
        self._unclear = 0
        number, status = str(letter["id"])[:100], attributes_of(letter).get("status", "")
        return Outcome(answer="ACCEPTED", said=f"{TOOK}{number} {status}"[:500], reference=number)


def _wrong(pdf: bytes) -> str:
    """Return why Pingen would not print this file, or nothing."""
    if len(pdf) > FILE_MAX_BYTES:
        return (
            f"De brief is {len(pdf) / 1_000_000:.1f} MB; Pingen neemt hoogstens {FILE_MAX_BYTES // 1_000_000} MB aan. "
            "Stuur hem zelf, of kies een andere weg."
        )
    try:
        pages = len(PdfReader(BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, OSError) as error:
        return f"De brief is geen leesbare PDF ({type(error).__name__}), en is daarom niet aangeboden."
    if pages > PAGES_MAX:
        return (
            f"De brief telt {pages} bladzijden; Pingen neemt er binnen Nederland hoogstens {PAGES_MAX} aan. Stuur hem "
            "zelf, of noem minder facturen."
        )
    return ""
