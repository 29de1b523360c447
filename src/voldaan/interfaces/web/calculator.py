"""The calculator: what the law makes of an amount or a day. Each calculation is an address; nothing is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.domain.law.rates import MissingRate
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.calculator_forms import FORMS
from voldaan.interfaces.web.page import Language, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.typed_form import Entry, Filled, Form, fill
from voldaan.usecases.calculate.calculation import RIGHT, Calculation, CannotCalculate, shown

ROWS_MAX = 120
"""A longer table is cut off with a line that says so, to keep the page light."""


@require_safe
def calculator_page(request: HttpRequest, what: str = "rente") -> HttpResponse:
    """Show one form, and above it the answer where it was filled in."""
    form = next((form for form in FORMS if form.slug == what), None)
    if form is None:
        raise Http404("Deze berekening is er niet. / There is no such calculation.")
    language = language_of(request)
    filled = fill(form, request.GET, today=clock.today(), language=language)
    calculation = _calculated(form, filled, language)
    context = {
        "forms": FORMS,
        "form": form,
        "filled": filled,
        "question": texts_in(language)[f"ask_{form.name}"],
        "calculated_on": format_day(clock.today(), language),
        **(_shown(calculation, language) | {"told": _told(filled, calculation)} if calculation else {}),
    }
    # What the law makes of an amount needs no book, and so no count out of it.
    return page(request, "calculator", context | {"calls_waiting": 0})


def _calculated(form: Form, filled: Filled, language: Language) -> Calculation | None:
    """Return the calculation; none where nothing was asked, or where a field says why it cannot be made."""
    if not filled.asked or filled.errors:
        return None
    try:
        return form.calculate(filled.values)
    except CannotCalculate as refused:
        filled.refuse(refused.about, refused.sentence(language))
    except MissingRate as missing:
        begins = "first_day" if "first_day" in filled.values else "due_date"
        filled.refuse(begins if missing.row_first_day is None else "until", missing.sentence(language))
    except ValueError as error:
        filled.refuse("", str(error))
    return None


def _told(filled: Filled, calculation: Calculation) -> list[Entry]:
    """Return what paper repeats of what was filled in: not what the calculation made no use of."""
    unused = {name for name, value in calculation.values.items() if value is None}
    return [
        entry
        for entry in filled.entries
        if entry.printed and entry.is_told and entry.field.gives not in unused
    ]


def _shown(calculation: Calculation, language: Language) -> dict[str, Any]:
    """Return the calculation in the words of one language."""
    columns = [(column.name.in_(language), column.kind in RIGHT) for column in calculation.columns]
    return {
        "calculation": calculation,
        "answer": calculation.answer.in_(language),
        "caution": calculation.caution.in_(language) if calculation.caution else "",
        "texts": [text.in_(language) for text in calculation.texts],
        "figures": [
            (figure.name.in_(language), shown(figure.value, figure.kind, language))
            for figure in calculation.figures
        ],
        "columns": columns,
        "rows": [
            [
                (name, right, shown(value, column.kind, language))
                for (name, right), column, value in zip(columns, calculation.columns, row, strict=True)
            ]
            for row in calculation.rows[:ROWS_MAX]
        ],
        "citations": [
            (source, source.said(language), source.doubt(language)) for source in calculation.citations
        ],
        "rows_left": max(0, len(calculation.rows) - ROWS_MAX),
    }
