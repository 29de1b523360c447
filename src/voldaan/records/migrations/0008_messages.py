"""What messages need: texts and house styles in versions, other kinds and ways, two people who agree."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def keep_who_approves(apps: Any, schema_editor: Any) -> None:
    """Say in the new column that a client's messages are approved by rule."""
    apps.get_model("records", "Client").objects.filter(automatic=True).update(approval="AUTOMATIC")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_incoming_mail"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="CallAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=30)),
                ("outcome", models.CharField(max_length=16)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
                ("again_on", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="HouseStyleVersion",
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
        migrations.CreateModel(
            name="PrintFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("made_on", models.DateField()),
                ("made_by", models.CharField(max_length=200)),
                ("letters", models.PositiveIntegerField()),
                ("sheets", models.PositiveIntegerField()),
                ("sha256", models.CharField(blank=True, default="", max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="StageApproval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(max_length=32)),
                ("approval", models.CharField(max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name="TextSetVersion",
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
        migrations.RemoveConstraint(
            model_name="debtor",
            name="we_write_dutch_or_english",
        ),
        migrations.RemoveConstraint(
            model_name="message",
            name="a_message_goes_by_a_channel_that_we_know",
        ),
        migrations.RemoveConstraint(
            model_name="message",
            name="an_account_is_reminded_once_a_day",
        ),
        migrations.RemoveConstraint(
            model_name="message",
            name="an_account_has_one_message_under_way",
        ),
        migrations.AddField(
            model_name="agency",
            name="house_style",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="agency",
            name="text_set",
            field=models.CharField(default="standard", max_length=40),
        ),
        migrations.AddField(
            model_name="client",
            name="approval",
            field=models.CharField(default="BATCH", max_length=10),
        ),
        migrations.RunPython(keep_who_approves, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="client",
            name="automatic",
        ),
        migrations.AddField(
            model_name="client",
            name="house_style",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="client",
            name="statements",
            field=models.CharField(default="ON_REQUEST", max_length=10),
        ),
        migrations.AddField(
            model_name="client",
            name="text_set",
            field=models.CharField(default="standard", max_length=40),
        ),
        migrations.AddField(
            model_name="client",
            name="thanks",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="message",
            name="answers",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replies",
                to="records.incomingmail",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="channel_reference",
            field=models.CharField(blank=True, default="", max_length=100),
        ),
        migrations.AddField(
            model_name="message",
            name="first_approved_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="first_approved_by",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="message",
            name="four_eyes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="message",
            name="style_version",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="message",
            name="text_version",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AlterField(
            model_name="message",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="messages",
                to="records.decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(("approval__in", ("AUTOMATIC", "BATCH", "FOUR_EYES"))),
                name="a_client_approves_in_a_way_that_we_know",
                violation_error_message="approval must be one of AUTOMATIC, BATCH, FOUR_EYES.",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(("statements__in", ("ON_REQUEST", "MONTHLY"))),
                name="a_client_sends_statements_when_we_know",
                violation_error_message="statements must be one of ON_REQUEST, MONTHLY.",
            ),
        ),
        migrations.AddField(
            model_name="accountcode",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="records.account"
            ),
        ),
        migrations.AddField(
            model_name="accountcode",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="callattempt",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
            ),
        ),
        migrations.AddField(
            model_name="callattempt",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="call_attempts",
                to="records.message",
            ),
        ),
        migrations.AddConstraint(
            model_name="housestyleversion",
            constraint=models.UniqueConstraint(
                fields=("key", "number"), name="a_house_style_has_one_version_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="housestyleversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="a_house_style_is_numbered_from_one",
                violation_error_message="The first version is number 1.",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="print_file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="messages",
                to="records.printfile",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ("EMAIL", "POST", "SMS", "CALL"))),
                name="a_message_goes_by_a_channel_that_we_know",
                violation_error_message="channel must be one of EMAIL, POST, SMS, CALL.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("REMINDER", "NOTICE", "THANKS", "CONFIRMATION", "STATEMENT"))
                ),
                name="a_message_is_of_a_kind_that_we_know",
                violation_error_message="kind must be one of REMINDER, NOTICE, THANKS, CONFIRMATION, STATEMENT.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ("REMINDER", "NOTICE")), _negated=True),
                    ("decision__isnull", False),
                    _connector="OR",
                ),
                name="a_reminder_follows_from_a_decision",
                violation_error_message="A reminder follows from a decision.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("four_eyes", False),
                    ("approved_at__isnull", True),
                    models.Q(
                        models.Q(("first_approved_by", ""), _negated=True),
                        models.Q(("first_approved_by", models.F("approved_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="four_eyes_are_of_two_people",
                violation_error_message="A second person agrees to it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("kind__in", ("REMINDER", "NOTICE")),
                    ("sent_on__isnull", False),
                    models.Q(("state", "BOUNCED"), _negated=True),
                ),
                fields=("account", "sent_on"),
                name="an_account_is_reminded_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("kind__in", ("REMINDER", "NOTICE")), ("state__in", ("WRITTEN", "APPROVED", "SENDING"))
                ),
                fields=("account",),
                name="an_account_has_one_message_under_way",
            ),
        ),
        migrations.AddField(
            model_name="stageapproval",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stage_approvals",
                to="records.client",
            ),
        ),
        migrations.AddConstraint(
            model_name="textsetversion",
            constraint=models.UniqueConstraint(
                fields=("key", "number"), name="a_text_set_has_one_version_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="textsetversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="a_text_set_is_numbered_from_one",
                violation_error_message="The first version is number 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountcode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at__isnull", True)),
                fields=("account",),
                name="an_account_has_one_code_that_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="callattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        ("REACHED", "NO_ANSWER", "VOICEMAIL", "CALL_BACK", "WRONG_NUMBER", "NOT_WANTED"),
                    )
                ),
                name="a_call_ends_in_a_way_that_we_know",
                violation_error_message="outcome must be one of REACHED, NO_ANSWER, VOICEMAIL, CALL_BACK, WRONG_NUMBER, NOT_WANTED.",
            ),
        ),
        migrations.AddConstraint(
            model_name="callattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "CALL_BACK"), _negated=True),
                    ("again_on__isnull", False),
                    _connector="OR",
                ),
                name="who_asks_to_be_called_back_says_when",
                violation_error_message="Say on which day to call again.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stageapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(("approval__in", ("AUTOMATIC", "BATCH", "FOUR_EYES"))),
                name="a_stage_is_approved_in_a_way_that_we_know",
                violation_error_message="approval must be one of AUTOMATIC, BATCH, FOUR_EYES.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stageapproval",
            constraint=models.UniqueConstraint(
                fields=("client", "stage"), name="a_stage_is_approved_in_one_way"
            ),
        ),
    ]
