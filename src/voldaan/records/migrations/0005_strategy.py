"""What strategies need: versions of their texts, exceptions, questions to the client, tags and deadlines."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_matching"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClientCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("answer_by", models.DateField()),
                ("silence_goes", models.BooleanField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="ClientCheckItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(max_length=32)),
                ("open_cents", models.BigIntegerField()),
                ("answer", models.CharField(blank=True, default="", max_length=16)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Departure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("value", models.CharField(blank=True, default="", max_length=40)),
                ("reason", models.CharField(max_length=500)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(blank=True, null=True)),
                ("made_by", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="StrategyVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=200)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
            ],
        ),
        migrations.AddField(
            model_name="account",
            name="tags",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="client",
            name="answer_days",
            field=models.PositiveSmallIntegerField(default=2),
        ),
        migrations.AddField(
            model_name="client",
            name="asks_first",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="client",
            name="silence_goes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="client",
            name="vat_not_deductible",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="engagement",
            name="answer_days",
            field=models.PositiveSmallIntegerField(default=2),
        ),
        migrations.AddField(
            model_name="engagement",
            name="asks_first",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="engagement",
            name="silence_goes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="invoice",
            name="debit_returned_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invoice",
            name="insurer_by",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invoice",
            name="insurer_told_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invoice",
            name="time_bar_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="person_first",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AlterField(
            model_name="client",
            name="strategy",
            field=models.CharField(default="standard", max_length=200),
        ),
        migrations.AlterField(
            model_name="dayplan",
            name="strategy",
            field=models.CharField(max_length=200),
        ),
        migrations.AlterField(
            model_name="engagement",
            name="strategy",
            field=models.CharField(default="standard", max_length=200),
        ),
        migrations.AddIndex(
            model_name="invoice",
            index=models.Index(
                condition=models.Q(
                    ("insurer_by__isnull", False), ("time_bar_from__isnull", False), _connector="OR"
                ),
                fields=["client"],
                name="invoices_with_a_deadline",
            ),
        ),
        migrations.AddIndex(
            model_name="invoice",
            index=models.Index(
                condition=models.Q(("debit_returned_on__isnull", False)),
                fields=["client"],
                name="invoices_whose_debit_failed",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["client", "sent_on"], name="messages_by_day"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["engagement", "sent_on"], name="messages_of_an_engagement"),
        ),
        migrations.AddField(
            model_name="clientcheck",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="clientcheckitem",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="clientcheckitem",
            name="client_check",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="records.clientcheck"
            ),
        ),
        migrations.AddField(
            model_name="clientcheckitem",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.invoice"
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="account",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="departures",
                to="records.account",
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="invoice",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="departures",
                to="records.invoice",
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="merged_from",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.account",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.UniqueConstraint(
                fields=("key", "number"), name="a_strategy_has_one_version_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="a_strategy_is_numbered_from_one",
                violation_error_message="The first version is number 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clientcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer_by__isnull", True), ("answer_by__gte", models.F("made_on")), _connector="OR"
                ),
                name="a_list_is_answered_after_it_was_made",
                violation_error_message="answer_by lies before made_on.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clientcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", True),
                    models.Q(("answered_by", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_list_that_came_back_says_from_whom",
                violation_error_message="Say who answered.",
            ),
        ),
        migrations.AddIndex(
            model_name="clientcheckitem",
            index=models.Index(fields=["client", "invoice"], name="client_checks_by_invoice"),
        ),
        migrations.AddConstraint(
            model_name="clientcheckitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ("", "GO", "PAID", "LEAVE", "CREDIT_COMING"))),
                name="the_client_gives_an_answer_that_we_know",
                violation_error_message="answer must be one of , GO, PAID, LEAVE, CREDIT_COMING.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clientcheckitem",
            constraint=models.UniqueConstraint(
                fields=("client_check", "invoice"), name="an_invoice_stands_once_on_a_list_for_the_client"
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("HOLD", "SKIP", "SOONER", "CHANNEL", "STRATEGY"))),
                name="an_exception_is_of_a_kind_that_we_know",
                violation_error_message="kind must be one of HOLD, SKIP, SOONER, CHANNEL, STRATEGY.",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_day__isnull", True), ("last_day__gte", models.F("first_day")), _connector="OR"
                ),
                name="an_exception_does_not_end_before_it_begins",
                violation_error_message="last_day lies before first_day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="an_exception_says_why",
                violation_error_message="Say why an exception is made.",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(("invoice__isnull", True), ("account__isnull", False), _connector="OR"),
                name="an_exception_for_an_invoice_names_its_account",
                violation_error_message="An exception for an invoice stands with its account.",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "HOLD"), _negated=True), ("account__isnull", True), _connector="OR"
                ),
                name="a_hold_of_a_whole_client_names_no_account",
                violation_error_message="An account or an invoice is held by a hold.",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), models.Q(("ended_by", ""), _negated=True), _connector="OR"
                ),
                name="an_ended_exception_says_who_ended_it",
                violation_error_message="Say who ends the exception.",
            ),
        ),
    ]
