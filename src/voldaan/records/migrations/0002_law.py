"""Holds by the kinds of the law, an agency's registration, and what a person says of public bodies and abroad."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_the_book"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="hold",
            name="a_hold_has_a_reason_that_we_know",
        ),
        migrations.AddField(
            model_name="agency",
            name="registered_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="client",
            name="private_law_only",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="debtor",
            name="remind_abroad",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="hold",
            name="reason",
            field=models.CharField(max_length=30),
        ),
        # Which insolvency it was nobody wrote down: it stays a hold that asks a person, and its note says so.
        migrations.RunSQL(
            "UPDATE records_hold SET reason = 'BANKRUPTCY', "
            "note = substr('Insolventie, soort niet bekend. ' || note, 1, 500) WHERE reason = 'INSOLVENCY'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        (
                            "PERSON_ASKED",
                            "ANSWER_TO_READ",
                            "COMPLAINT",
                            "DEBT_COUNSELLING",
                            "MORATORIUM",
                            "EVICTION_MORATORIUM",
                            "BANKRUPTCY",
                            "SUSPENSION_OF_PAYMENTS",
                            "DEBT_RESTRUCTURING",
                            "RESTRUCTURING_PLAN",
                            "ADMINISTRATION",
                            "GUARDIANSHIP",
                            "MINOR",
                            "DECEASED",
                            "MOVED",
                            "NEVER_CONTACT",
                            "UNREADABLE",
                            "OTHER",
                        ),
                    )
                ),
                name="a_hold_has_a_reason_that_we_know",
                violation_error_message="reason must be one of PERSON_ASKED, ANSWER_TO_READ, COMPLAINT, DEBT_COUNSELLING, MORATORIUM, EVICTION_MORATORIUM, BANKRUPTCY, SUSPENSION_OF_PAYMENTS, DEBT_RESTRUCTURING, RESTRUCTURING_PLAN, ADMINISTRATION, GUARDIANSHIP, MINOR, DECEASED, MOVED, NEVER_CONTACT, UNREADABLE, OTHER.",
            ),
        ),
    ]
