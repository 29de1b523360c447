"""What is written short, and what it says; and long words that everybody knows."""

from typing import Final

SHORT_FORMS: Final[dict[str, str]] = {
    "a.d.h.v.": "met", "a.u.b.": "alstublieft", "aub": "alstublieft", "a.s.": "aanstaande", "b.g.g.": "bij geen gehoor",
    "bijv.": "bijvoorbeeld", "bijv": "bijvoorbeeld", "bv.": "bijvoorbeeld", "c.q.": "of", "cfm": "volgens",
    "conf.": "volgens", "d.d.": "van", "dd": "van", "d.m.v.": "met", "dmv": "met", "d.w.z.": "dat betekent",
    "e.a.": "en anderen", "e.d.": "en dergelijke", "e.e.a.": "dit", "enz.": "enzovoort", "etc.": "enzovoort",
    "etc": "enzovoort", "evt.": "als het kan", "evt": "als het kan", "excl.": "zonder", "excl": "zonder",
    "fact.": "factuur", "fact.nr.": "factuurnummer", "incl.": "met", "incl": "met", "i.c.": "hier",
    "i.g.v.": "als", "i.h.k.v.": "voor", "i.o.m.": "samen met", "i.p.v.": "in plaats van", "ipv": "in plaats van",
    "i.v.m.": "door", "ivm": "door", "i.z.": "over", "jl.": "(noem de datum)", "jl": "(noem de datum)",
    "m.a.w.": "dus", "max.": "niet meer dan", "m.b.t.": "over", "mbt": "over", "m.b.v.": "met", "m.d.v.": "met",
    "m.i.": "ik vind", "m.i.v.": "vanaf", "min.": "minstens", "m.n.": "vooral", "m.u.v.": "behalve",
    "n.a.v.": "over", "nav": "over", "nl.": "namelijk", "nr.": "nummer", "n.v.t.": "hier niet nodig",
    "nvt": "hier niet nodig", "o.a.": "bijvoorbeeld", "oa": "bijvoorbeeld", "o.b.v.": "door",
    "o.g.v.": "door", "o.i.d.": "of zoiets", "o.v.v.": "met", "ovv": "met", "p.m.": "per maand", "p/m": "per maand",
    "p.o.": "meteen", "r.b.": "(schrijf het voluit)", "resp.": "en", "s.v.p.": "alstublieft", "svp": "alstublieft",
    "t.a.v.": "voor, over", "tav": "voor, over", "t/m": "tot en met", "tel.": "telefoon", "t.b.v.": "voor",
    "tbv": "voor", "t.g.v.": "door", "t.h.v.": "bij", "t.l.v.": "betaald door", "t.n.v.": "op naam van",
    "tnv": "op naam van", "t.o.v.": "vergeleken met", "t.w.v.": "van", "t.z.t.": "later (noem de dag)",
    "u.i.": "(schrijf het voluit)", "v.a.": "vanaf", "v.w.b.": "over", "z.o.z.": "kijk ook achterop",
    "z.s.m.": "snel (noem de dag)", "zsm": "snel (noem de dag)",
}  # fmt: skip
"""What is written short, and what it says."""

KNOWN_LONG: Final = frozenset(
    "aansprakelijkheidsverzekering administratiekosten administratienummer"
    " arbeidsongeschiktheidsverzekering betalingsherinnering betalingsherinneringen betalingsregelingen"
    " debiteurenadministratie energieleverancier gemeenteadministratie klantenadministratie"
    " schuldhulpverleningsorganisatie verzekeringsmaatschappij ziektekostenverzekeraar"
    " ziektekostenverzekering".split()
)
"""Long words that people know, or that a reminder cannot do without."""
