"""The forms of the calculator, each with its fields and the calculation that it asks for."""

from typing import Any

from django.conf import settings

from voldaan.domain.law.contract_interest import AgreedRate
from voldaan.domain.law.stretches import DayCount
from voldaan.interfaces.web.typed_form import Field, Form
from voldaan.usecases.calculate.calculation import Calculation
from voldaan.usecases.calculate.contact import calculate_contact
from voldaan.usecases.calculate.costs import calculate_costs
from voldaan.usecases.calculate.interest import calculate_interest
from voldaan.usecases.calculate.limitation import calculate_limitation
from voldaan.usecases.calculate.notice import calculate_notice
from voldaan.usecases.calculate.terms import calculate_terms


def _interest(values: dict[str, Any]) -> Calculation:
    percent, per = values.pop("agreed", None), values.pop("per")
    day_count: DayCount = "act365" if values.pop("day_count") == "ACT365" else "interest-year"
    agreed = None if percent is None else AgreedRate(percent=percent, per=per, day_count=day_count)
    capacity = values.pop("capacity")
    return calculate_interest(
        **values, day_count=day_count, agreed=agreed, capacity=None if capacity == "AS_AGREED" else capacity
    )


def _costs(values: dict[str, Any]) -> Calculation:
    return calculate_costs(**values)


def _contact(values: dict[str, Any]) -> Calculation:
    return calculate_contact(**values, additional=settings.INSTALLATION.additional_holidays)


def _limitation(values: dict[str, Any]) -> Calculation:
    return calculate_limitation(**values)


def _notice(values: dict[str, Any]) -> Calculation:
    return calculate_notice(**values, additional=settings.INSTALLATION.additional_holidays)


def _terms(values: dict[str, Any]) -> Calculation:
    large, express = values.pop("large"), {"YES": True, "NO": False}.get(values.pop("express"))
    return calculate_terms(**values, large_buys_from_small=large == "YES", longer_is_express=express)


FORMS = (
    Form(
        slug="rente",
        name="interest",
        calculate=_interest,
        fields=(
            Field(
                name="soort",
                gives="kind",
                kind="choice",
                choices=("statutory", "commercial", "public-body", "contract"),
            ),
            Field(name="hoofdsom", gives="principal_cents", kind="amount", required=True),
            Field(name="vervaldatum", gives="due_date", kind="day"),
            Field(name="tot", gives="until", kind="day", required=True, today=True),
            Field(name="vanaf", gives="first_day", kind="day", more=True),
            Field(name="betalingen", gives="payments", kind="payments", more=True),
            Field(
                name="dagtelling",
                gives="day_count",
                kind="choice",
                choices=("interest-year", "act365"),
                more=True,
                told=True,
            ),
            Field(name="percentage", gives="agreed", kind="percent", more=True),
            Field(name="per", gives="per", kind="choice", choices=("year", "month"), more=True),
            Field(
                name="hoedanigheid",
                gives="capacity",
                kind="choice",
                choices=("as-agreed", "consumer", "sole-trader", "legal-person", "public-body"),
                more=True,
            ),
        ),
    ),
    Form(
        slug="incassokosten",
        name="costs",
        calculate=_costs,
        fields=(
            Field(name="hoofdsommen", gives="principals_cents", kind="amounts", required=True),
            Field(name="betaald", gives="paid_cents", kind="amount"),
            Field(name="btw", gives="vat_percent", kind="percent"),
        ),
    ),
    Form(
        slug="veertiendagenbrief",
        name="notice",
        calculate=_notice,
        fields=(
            Field(name="verstuurd", gives="sent", kind="day", required=True, today=True),
            Field(name="weg", gives="by", kind="choice", choices=("post", "email")),
            Field(name="vorderingen", gives="principals_cents", kind="amounts"),
            Field(name="bezorgdagen", gives="delivery_days", kind="number", first=1, last=30, more=True),
            Field(name="btw", gives="vat_percent", kind="percent", more=True),
        ),
    ),
    Form(
        slug="contactmoment",
        name="contact",
        calculate=_contact,
        fields=(Field(name="moment", gives="at", kind="moment", required=True),),
    ),
    Form(
        slug="verjaring",
        name="limitation",
        calculate=_limitation,
        fields=(
            Field(
                name="vordering",
                gives="kind",
                kind="choice",
                choices=("contract", "periodic", "consumer-sale", "damages-or-penalty", "judgment"),
            ),
            Field(name="opeisbaar", gives="fell_due_on", kind="day", required=True),
            Field(name="stuitingen", gives="interruptions", kind="interruptions"),
            Field(name="gezien_op", gives="on", kind="day", today=True),
        ),
    ),
    Form(
        slug="betaaltermijn",
        name="terms",
        calculate=_terms,
        fields=(
            Field(
                name="koper",
                gives="buyer",
                kind="choice",
                choices=("legal-person", "sole-trader", "public-body", "consumer"),
            ),
            Field(name="factuurdatum", gives="issue_date", kind="day", required=True),
            Field(name="afgesproken", gives="agreed_days", kind="number", first=0, last=3650),
            Field(name="ontvangen", gives="invoice_received_on", kind="day"),
            Field(name="geleverd", gives="performance_received_on", kind="day", more=True),
            Field(name="goedgekeurd_op", gives="accepted_on", kind="day", more=True),
            Field(name="overeenkomst", gives="agreed_on", kind="day", more=True),
            Field(name="groot", gives="large", kind="choice", choices=("not-known", "yes"), more=True),
            Field(
                name="uitdrukkelijk",
                gives="express",
                kind="choice",
                choices=("not-known", "yes", "no"),
                more=True,
            ),
        ),
    ),
)
