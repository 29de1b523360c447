"""What matching needs: who placed a payment and why, what habits it learns, differences, payouts, reviews."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="Habit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=5)),
                ("value", models.CharField(max_length=100)),
                ("times", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="MatchReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("drawn_at", models.DateTimeField()),
                ("because", models.CharField(blank=True, default="", max_length=40)),
                ("points", models.SmallIntegerField()),
                ("drawn_from", models.PositiveIntegerField()),
                ("was_right", models.BooleanField(blank=True, null=True)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("reviewed_by", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="PayoutLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("payout", models.CharField(max_length=60)),
                ("net_cents", models.BigIntegerField()),
                ("paid_out_on", models.DateField(blank=True, null=True)),
                ("place", models.PositiveIntegerField()),
                ("gross_cents", models.BigIntegerField()),
                ("fee_cents", models.BigIntegerField(default=0)),
                ("remittance", models.CharField(blank=True, default="", max_length=300)),
                ("payer_name", models.CharField(blank=True, default="", max_length=200)),
                ("end_to_end_id", models.CharField(blank=True, default="", max_length=60)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="allocation",
            name="an_allocation_says_what_it_came_from",
        ),
        migrations.AddField(
            model_name="allocation",
            name="beside",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.payment",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="reason",
            field=models.CharField(blank=True, default="", max_length=12),
        ),
        migrations.AddField(
            model_name="client",
            name="link_from_points",
            field=models.PositiveSmallIntegerField(default=80),
        ),
        migrations.AddField(
            model_name="client",
            name="tolerance_cents",
            field=models.PositiveSmallIntegerField(default=5),
        ),
        migrations.AddField(
            model_name="invoice",
            name="discount_cents",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="invoice",
            name="discount_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invoice",
            name="order_number",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="payment",
            name="because",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="payment",
            name="placed_by",
            field=models.CharField(blank=True, default="", max_length=6),
        ),
        migrations.AddField(
            model_name="payment",
            name="points",
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="payment",
            name="ultimate_name",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="question",
            name="parked_because",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="question",
            name="parked_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="questioncandidate",
            name="points",
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="allocation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("credit_note__isnull", True), ("kind", "PAYMENT"), ("payment__isnull", False)),
                    models.Q(
                        ("credit_note__isnull", False), ("kind", "CREDIT_NOTE"), ("payment__isnull", True)
                    ),
                    models.Q(
                        ("credit_note__isnull", True),
                        ("kind__in", ("LEDGER", "CLIENT_WORD", "DIFFERENCE")),
                        ("payment__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="an_allocation_says_what_it_came_from",
                violation_error_message="An allocation comes from a payment, a credit note, the ledger, the client's word or a difference.",
            ),
        ),
        migrations.AddConstraint(
            model_name="allocation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "DIFFERENCE"),
                        ("reason__in", ("ROUNDING", "DISCOUNT", "CHARGE", "FEE", "WRITTEN_OFF")),
                    ),
                    models.Q(models.Q(("kind", "DIFFERENCE"), _negated=True), ("reason", "")),
                    _connector="OR",
                ),
                name="a_difference_says_why",
                violation_error_message="What is let go of an invoice has a reason, and nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("discount_cents", 0),
                    models.Q(
                        ("discount_cents__gt", 0),
                        ("discount_cents__lt", models.F("total_cents")),
                        ("discount_until__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_discount_is_a_part_and_has_a_last_day",
                violation_error_message="A discount for paying early is less than the invoice and has a last day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("placed_by__in", ("", "RULE", "PERSON"))),
                name="a_rule_or_a_person_places_a_payment",
                violation_error_message="placed_by must be one of , RULE, PERSON.",
            ),
        ),
        migrations.AddField(
            model_name="habit",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.account"
            ),
        ),
        migrations.AddField(
            model_name="habit",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="matchreview",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="matchreview",
            name="payment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="records.payment"
            ),
        ),
        migrations.AddField(
            model_name="payoutline",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="payoutline",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.importedfile"
            ),
        ),
        migrations.AddConstraint(
            model_name="habit",
            constraint=models.UniqueConstraint(
                fields=("client", "account", "kind", "value"), name="a_habit_stands_once_with_an_account"
            ),
        ),
        migrations.AddConstraint(
            model_name="habit",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("IBAN", "NAME", "WORD", "STYLE"))),
                name="a_habit_is_of_a_kind_that_we_know",
                violation_error_message="kind must be one of IBAN, NAME, WORD, STYLE.",
            ),
        ),
        migrations.AddConstraint(
            model_name="habit",
            constraint=models.CheckConstraint(
                condition=models.Q(("times__gt", 0)),
                name="a_habit_was_seen",
                violation_error_message="A habit was seen in at least one payment.",
            ),
        ),
        migrations.AddConstraint(
            model_name="matchreview",
            constraint=models.UniqueConstraint(
                fields=("client", "payment"), name="a_payment_is_reviewed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="matchreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at__isnull", True), ("was_right__isnull", True)),
                    models.Q(("reviewed_at__isnull", False), ("was_right__isnull", False)),
                    _connector="OR",
                ),
                name="a_review_says_what_was_found_and_when",
                violation_error_message="A review that was done says whether the match was right.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payoutline",
            constraint=models.UniqueConstraint(
                fields=("client", "payout", "place"), name="a_line_stands_once_in_its_payout"
            ),
        ),
    ]
