"""The files that call themselves audit files and are not the one we read, each refused by its name."""

from voldaan.formats import xml
from voldaan.formats.findings import refuse
from voldaan.formats.source import Source

_AGAIN = "Exporteer een XML Auditfile Financieel, versie 3.0 tot en met 4.0."


def refuse_other_kinds(source: Source) -> None:
    """Raise `Refusal` for SAF-T, for the auditfile of before 2010, and for what is no auditfile at all."""
    namespace, names = xml.root_name(source.head) or (None, "")
    root = names.partition("/")[0]
    if root == "AuditFile" or "StandardAuditFile" in (namespace or ""):
        raise refuse(
            source.name,
            "Dit is een auditfile van een ander land (SAF-T); die lezen we niet.",
            "Een SAF-T heeft een andere indeling dan de Nederlandse auditfile.",
            _AGAIN,
            path=f"/{root}",
        )
    if root == "auditfile" and b"auditfileVersion" in source.head:
        raise refuse(
            source.name,
            "Dit is een auditfile van de oude soort (CLAIR, versie 2); die lezen we niet.",
            "Die versie kent geen beginbalans en geen factuurnummers, dus zegt zij niet wat er openstaat.",
            _AGAIN,
            path="/auditfile/header/auditfileVersion",
        )
    if root and root != "auditfile":
        raise refuse(
            source.name,
            "Dit is geen auditfile.",
            f"Het hoofdelement is ‘{root[:40]}’, niet ‘auditfile’.",
            _AGAIN,
            path=f"/{root[:40]}",
        )
