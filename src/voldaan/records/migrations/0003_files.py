"""What more kinds of files tell: provisional movements, blocked accounts, attachments, mappings; and merged debtors."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def _merged_from() -> Any:
    return models.ForeignKey(
        blank=True,
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="records.account",
    )


def _owned(name: str, to: str, related_name: str = "+") -> tuple[str, Any]:
    return name, models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=f"records.{to}"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_law"),
    ]

    operations = [
        migrations.CreateModel(
            name="DebtorMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=200)),
                ("because", models.CharField(blank=True, default="", max_length=500)),
                ("undone_on", models.DateField(blank=True, null=True)),
                ("undone_by", models.CharField(blank=True, default="", max_length=200)),
                _owned("client", "client"),
                _owned("kept", "account"),
                _owned("merged", "account"),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_on__isnull", True)),
                        fields=("merged",),
                        name="an_account_is_merged_into_one_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="an_account_is_merged_into_another",
                        violation_error_message="An account is not merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_on__isnull", True), ("undone_on__gte", models.F("on")), _connector="OR"
                        ),
                        name="a_merge_is_not_undone_before_it_was_made",
                        violation_error_message="undone_on lies before on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_on__isnull", True),
                            models.Q(("undone_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_merge_that_was_undone_says_by_whom",
                        violation_error_message="Say who undoes the merge.",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="InvoiceAttachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("media_type", models.CharField(blank=True, default="", max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("is_invoice", models.BooleanField(default=False)),
                _owned("client", "client"),
                _owned("invoice", "invoice", "attachments"),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("invoice", "sha256"), name="an_attachment_stands_once_with_an_invoice"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="ListMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=200)),
                _owned("client", "client"),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "name"), name="a_mapping_stands_once_under_a_client"
                    )
                ]
            },
        ),
        migrations.RemoveConstraint(
            model_name="question",
            name="a_question_is_about_something",
        ),
        migrations.AddField(
            model_name="account",
            name="direct_debit",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bankstatement",
            name="kind",
            field=models.CharField(default="STATEMENT", max_length=12),
        ),
        migrations.AddField(
            model_name="creditnote",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="handover",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="hold",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="mapping_name",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="invoice",
            name="blocked_cents",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invoice",
            name="blocked_iban",
            field=models.CharField(blank=True, default="", max_length=34),
        ),
        migrations.AddField(
            model_name="invoice",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="payment",
            name="charge",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="payment",
            name="mandate_id",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="payment",
            name="provisional",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="payment",
            name="return_reason",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="payment",
            name="superseded_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paymentplan",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="promise",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="questioncandidate",
            name="merged_from",
            field=_merged_from(),
        ),
        migrations.AddField(
            model_name="question",
            name="account",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.account",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("STATEMENT", "INTERIM", "NOTIFICATION"))),
                name="a_statement_is_of_a_kind_that_we_know",
                violation_error_message="kind must be one of STATEMENT, INTERIM, NOTIFICATION.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("blocked_cents__isnull", True),
                    models.Q(("blocked_cents__gt", 0), models.Q(("blocked_iban", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_blocked_part_names_its_account",
                violation_error_message="What goes to a blocked account is an amount, and the account is named.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("superseded_on__isnull", True), ("provisional", True), _connector="OR"),
                name="only_what_is_provisional_is_superseded",
                violation_error_message="A movement of a final statement is not superseded.",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("payment__isnull", False),
                    ("credit_note__isnull", False),
                    ("invoice__isnull", False),
                    ("account__isnull", False),
                    _connector="OR",
                ),
                name="a_question_is_about_something",
                violation_error_message="A question is about a payment, a credit note, an invoice or an account.",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("account__isnull", False),
                        ("because", "SAME_DEBTOR"),
                        ("credit_note__isnull", True),
                        ("invoice__isnull", True),
                        ("payment__isnull", True),
                    ),
                    models.Q(models.Q(("because", "SAME_DEBTOR"), _negated=True), ("account__isnull", True)),
                    _connector="OR",
                ),
                name="who_a_debtor_is_is_asked_of_an_account",
                violation_error_message="Whether two accounts are one debtor is asked of an account, and nothing else is.",
            ),
        ),
    ]
