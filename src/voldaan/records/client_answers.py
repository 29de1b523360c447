"""What the client said when it was asked whether invoices may be reminded ("klopt dit nog?")."""

from datetime import date

from voldaan.domain.strategy.facts import ClientAnswer
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from


def client_answers(client: Client, on: date, account_id: int | None) -> dict[int, ClientAnswer]:
    """Return the latest answer about each open invoice. A list that came back says GO to what stands unticked on it."""
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT x.invoice_id, x.stage, c.answer_by, x.answer, c.answered_at IS NOT NULL "
        "FROM records_clientcheckitem x JOIN records_clientcheck c ON c.id = x.client_check_id "
        f"JOIN records_invoice i ON i.id = x.invoice_id WHERE {where} AND i.open_cents > 0 AND c.made_on <= %s "
        "ORDER BY x.id",
        [*own, on],
    )
    return {
        number: ClientAnswer(
            stage, day_of_row(answer_by), "GO" if answer == "GO" or (came_back and not answer) else "NOTHING"
        )
        for number, stage, answer_by, answer, came_back in rows
    }
