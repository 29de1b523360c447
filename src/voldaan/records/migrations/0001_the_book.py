"""The first shape of the book."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40, unique=True)),
                ("registered_name", models.CharField(blank=True, default="", max_length=200)),
                ("registration_mark", models.CharField(blank=True, default="", max_length=60)),
                ("coc_number", models.CharField(blank=True, default="", max_length=20)),
                ("vat_number", models.CharField(blank=True, default="", max_length=20)),
                ("street", models.CharField(blank=True, default="", max_length=200)),
                ("postcode", models.CharField(blank=True, default="", max_length=12)),
                ("city", models.CharField(blank=True, default="", max_length=100)),
                ("country", models.CharField(default="NL", max_length=2)),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=30)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("website", models.CharField(blank=True, default="", max_length=200)),
                ("complaints", models.CharField(blank=True, default="", max_length=300)),
                ("iban", models.CharField(blank=True, default="", max_length=34)),
                ("iban_name", models.CharField(blank=True, default="", max_length=70)),
                ("style_colour", models.CharField(default="#1f3a5f", max_length=7)),
            ],
        ),
        migrations.CreateModel(
            name="Client",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("coc_number", models.CharField(blank=True, default="", max_length=20)),
                ("vat_number", models.CharField(blank=True, default="", max_length=20)),
                ("street", models.CharField(blank=True, default="", max_length=200)),
                ("postcode", models.CharField(blank=True, default="", max_length=12)),
                ("city", models.CharField(blank=True, default="", max_length=100)),
                ("country", models.CharField(default="NL", max_length=2)),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=30)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("website", models.CharField(blank=True, default="", max_length=200)),
                ("payment_truth", models.CharField(default="BANK", max_length=16)),
                ("truth_days_max", models.PositiveSmallIntegerField(default=4)),
                ("strategy", models.CharField(default="standard", max_length=40)),
                ("automatic", models.BooleanField(default=False)),
                ("authorised_person", models.CharField(blank=True, default="", max_length=200)),
                ("next_step_collection", models.BooleanField(default=False)),
                ("style_colour", models.CharField(default="#146b4a", max_length=7)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("payment_truth__in", ("BANK", "LEDGER", "CLIENT_WORD"))),
                        name="a_client_names_a_payment_truth_that_we_know",
                        violation_error_message="payment_truth must be one of BANK, LEDGER, CLIENT_WORD.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DayPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("strategy", models.CharField(max_length=40)),
                ("strategy_digest", models.CharField(max_length=64)),
                ("accounts", models.PositiveIntegerField()),
                ("changed", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("payments_until", models.DateField(blank=True, null=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "on"], name="day_plans_by_day")],
            },
        ),
        migrations.CreateModel(
            name="Debtor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("capacity", models.CharField(default="UNKNOWN", max_length=16)),
                ("language", models.CharField(default="nl", max_length=2)),
                ("country", models.CharField(default="NL", max_length=2)),
                ("coc_number", models.CharField(blank=True, default="", max_length=20)),
                ("vat_number", models.CharField(blank=True, default="", max_length=20)),
                ("iban", models.CharField(blank=True, default="", max_length=34)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=30)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "capacity__in",
                                ("CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"),
                            )
                        ),
                        name="a_debtor_has_a_capacity_that_the_law_knows",
                        violation_error_message="capacity must be one of CONSUMER, SOLE_TRADER, LEGAL_PERSON, PUBLIC_BODY, UNKNOWN.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ("nl", "en"))),
                        name="we_write_dutch_or_english",
                        violation_error_message="language must be one of nl, en.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=30)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "debtor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="records.debtor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ("ACCOUNTS_PAYABLE", "REPRESENTATIVE", "PARTNER", "OTHER"))
                        ),
                        name="a_contact_has_a_role_that_we_know",
                        violation_error_message="role must be one of ACCOUNTS_PAYABLE, REPRESENTATIVE, PARTNER, OTHER.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(default="POSTAL", max_length=10)),
                ("street", models.CharField(max_length=200)),
                ("postcode", models.CharField(blank=True, default="", max_length=12)),
                ("city", models.CharField(max_length=100)),
                ("country", models.CharField(default="NL", max_length=2)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "debtor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="records.debtor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("POSTAL", "VISITING"))),
                        name="an_address_is_for_post_or_for_visits",
                        violation_error_message="kind must be one of POSTAL, VISITING.",
                    ),
                    models.UniqueConstraint(
                        fields=("debtor", "kind"), name="a_debtor_has_one_address_of_a_kind"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("number_is_ours", models.BooleanField(default=False)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "debtor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="records.debtor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "number"), name="a_debtor_number_stands_once_under_a_client"
                    ),
                    models.UniqueConstraint(
                        fields=("client", "debtor"), name="a_debtor_has_one_account_with_a_client"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("act", models.CharField(max_length=10)),
                ("because", models.CharField(max_length=40)),
                ("stage", models.CharField(blank=True, default="", max_length=32)),
                ("channel", models.CharField(blank=True, default="", max_length=8)),
                ("open_cents", models.BigIntegerField()),
                ("invoices", models.TextField(blank=True, default="")),
                ("others", models.TextField(blank=True, default="")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.dayplan",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "account", "id"], name="decisions_by_account")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("act__in", ("REMIND", "WAIT", "HOLD", "ASK", "HAND_OVER"))),
                        name="a_decision_is_one_of_five_acts",
                        violation_error_message="act must be one of REMIND, WAIT, HOLD, ASK, HAND_OVER.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Engagement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(blank=True, null=True)),
                ("strategy", models.CharField(default="standard", max_length=40)),
                ("price_cents", models.BigIntegerField()),
                ("every_message_is_charged", models.BooleanField(default=False)),
                ("payment_truth", models.CharField(max_length=16)),
                ("pay_to", models.CharField(default="CLIENT", max_length=8)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.agency"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pay_to__in", ("CLIENT", "AGENCY"))),
                        name="money_goes_to_the_client_or_to_the_agency",
                        violation_error_message="pay_to must be one of CLIENT, AGENCY.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("payment_truth__in", ("BANK", "LEDGER", "CLIENT_WORD"))),
                        name="an_engagement_names_a_payment_truth_that_we_know",
                        violation_error_message="payment_truth must be one of BANK, LEDGER, CLIENT_WORD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_day__isnull", True),
                            ("last_day__gte", models.F("first_day")),
                            _connector="OR",
                        ),
                        name="an_engagement_does_not_end_before_it_begins",
                        violation_error_message="last_day lies before first_day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("price_cents__gte", 0)),
                        name="a_price_is_not_negative",
                        violation_error_message="A price cannot be negative.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveBigIntegerField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                ("kind", models.CharField(max_length=40)),
                ("actor", models.CharField(max_length=100)),
                ("account_id", models.BigIntegerField(blank=True, null=True)),
                ("data", models.TextField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["client", "account_id", "sequence"], name="events_by_account")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "sequence"), name="events_are_numbered_without_repeats"
                    ),
                    models.UniqueConstraint(
                        fields=("client", "previous"), name="a_chain_of_events_does_not_fork"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventChain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveBigIntegerField(default=0)),
                ("hash", models.CharField(max_length=64)),
                (
                    "client",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_chain",
                        to="records.client",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("confirmed_by", models.CharField(max_length=200)),
                ("confirmed_at", models.DateTimeField()),
                ("dossier_sha256", models.CharField(max_length=64)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("format", models.CharField(max_length=40)),
                ("imported_at", models.DateTimeField()),
                ("new", models.PositiveIntegerField()),
                ("known", models.PositiveIntegerField()),
                ("as_of", models.DateField(blank=True, null=True)),
                ("complete", models.BooleanField(default=False)),
                ("mapping", models.CharField(blank=True, default="", max_length=64)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "sha256", "mapping"), name="a_file_is_taken_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CreditNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("issue_date", models.DateField()),
                ("currency", models.CharField(default="EUR", max_length=3)),
                ("total_cents", models.BigIntegerField()),
                ("waiting_cents", models.BigIntegerField()),
                ("invoice_number", models.CharField(blank=True, default="", max_length=60)),
                ("set_aside", models.CharField(blank=True, default="", max_length=40)),
                ("open_in_list_of", models.DateField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credit_notes",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.importedfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "number"), name="a_credit_note_stands_once_under_a_client"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("waiting_cents__gte", 0), ("waiting_cents__lte", models.F("total_cents"))
                        ),
                        name="a_credit_note_gives_no_more_than_its_total",
                        violation_error_message="More was allocated from a credit note than it credits.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BankStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bank_iban", models.CharField(max_length=34)),
                ("number", models.CharField(blank=True, default="", max_length=60)),
                ("currency", models.CharField(max_length=3)),
                ("opening_date", models.DateField(blank=True, null=True)),
                ("closing_date", models.DateField(blank=True, null=True)),
                ("opening_cents", models.BigIntegerField(blank=True, null=True)),
                ("closing_cents", models.BigIntegerField(blank=True, null=True)),
                ("digest", models.CharField(max_length=64)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.importedfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "digest"), name="a_statement_stands_once_under_a_client"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("issue_date", models.DateField()),
                ("due_date", models.DateField()),
                ("due_date_basis", models.CharField(default="UNKNOWN", max_length=12)),
                ("currency", models.CharField(default="EUR", max_length=3)),
                ("total_cents", models.BigIntegerField()),
                ("asked_cents", models.BigIntegerField()),
                ("total_is_known", models.BooleanField(default=True)),
                ("counted_until", models.DateField(blank=True, null=True)),
                ("open_cents", models.BigIntegerField()),
                ("payment_reference", models.CharField(blank=True, default="", max_length=35)),
                ("pay_to_iban", models.CharField(blank=True, default="", max_length=34)),
                ("pay_to_name", models.CharField(blank=True, default="", max_length=70)),
                ("subject", models.CharField(blank=True, default="", max_length=140)),
                ("direct_debit_until", models.DateField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                ("handed_over_on", models.DateField(blank=True, null=True)),
                ("known_from", models.DateField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoices",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.importedfile",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("open_cents__gt", 0)),
                        fields=["client", "account", "due_date"],
                        name="open_invoices_by_account",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "number"), name="an_invoice_number_stands_once_under_a_client"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked_cents__gt", 0)),
                        name="an_invoice_asks_something",
                        violation_error_message="An invoice must ask for an amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("open_cents__gte", 0), ("open_cents__lte", models.F("asked_cents"))
                        ),
                        name="an_invoice_is_open_for_no_more_than_it_asked",
                        violation_error_message="More was allocated to an invoice than it asked, or taken back than was allocated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_date_basis__in", ("AGREED", "STATUTORY_30", "UNILATERAL", "UNKNOWN"))
                        ),
                        name="a_due_date_has_a_basis_that_we_know",
                        violation_error_message="due_date_basis must be one of AGREED, STATUTORY_30, UNILATERAL, UNKNOWN.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=20)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(blank=True, null=True)),
                ("made_by", models.CharField(blank=True, default="", max_length=200)),
                ("lifted_on", models.DateField(blank=True, null=True)),
                ("lifted_by", models.CharField(blank=True, default="", max_length=200)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="records.invoice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                (
                                    "PERSON_ASKED",
                                    "ANSWER_TO_READ",
                                    "COMPLAINT",
                                    "DEBT_COUNSELLING",
                                    "INSOLVENCY",
                                    "GUARDIANSHIP",
                                    "DECEASED",
                                    "NEVER_CONTACT",
                                    "UNREADABLE",
                                    "OTHER",
                                ),
                            )
                        ),
                        name="a_hold_has_a_reason_that_we_know",
                        violation_error_message="reason must be one of PERSON_ASKED, ANSWER_TO_READ, COMPLAINT, DEBT_COUNSELLING, INSOLVENCY, GUARDIANSHIP, DECEASED, NEVER_CONTACT, UNREADABLE, OTHER.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_day__isnull", True),
                            ("last_day__gte", models.F("first_day")),
                            _connector="OR",
                        ),
                        name="a_hold_does_not_end_before_it_begins",
                        violation_error_message="last_day lies before first_day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on__isnull", True),
                            models.Q(("lifted_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_lifted_hold_says_who_lifted_it",
                        violation_error_message="Say who lifts the hold.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOverInvoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("open_cents", models.BigIntegerField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handover_invoices",
                        to="records.handover",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.invoice"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("invoice",), name="an_invoice_is_handed_over_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount_cents", models.BigIntegerField()),
                ("owner", models.CharField(max_length=200)),
                ("answer_by", models.DateField()),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=40)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disputes",
                        to="records.invoice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount_cents__gt", 0)),
                        name="a_dispute_is_about_an_amount",
                        violation_error_message="Say how much is disputed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_by__isnull", True),
                            ("answer_by__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="a_dispute_is_answered_after_it_was_opened",
                        violation_error_message="answer_by lies before opened_on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="a_dispute_is_not_closed_before_it_was_opened",
                        violation_error_message="closed_on lies before opened_on.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("invoice",),
                        name="an_invoice_has_one_open_dispute",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(unique=True)),
                ("kind", models.CharField(default="REMINDER", max_length=12)),
                ("stage", models.CharField(max_length=32)),
                ("channel", models.CharField(max_length=8)),
                ("language", models.CharField(max_length=2)),
                ("recipient", models.CharField(blank=True, default="", max_length=320)),
                ("subject", models.CharField(blank=True, default="", max_length=300)),
                ("facts", models.JSONField()),
                ("html_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("text_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("pdf_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("mail_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("sent_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("state", models.CharField(default="WRITTEN", max_length=10)),
                ("because", models.CharField(blank=True, default="", max_length=300)),
                ("on", models.DateField()),
                ("pay_by", models.DateField()),
                ("written_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("approved_by", models.CharField(blank=True, default="", max_length=200)),
                ("sending_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
                ("channel_said", models.CharField(blank=True, default="", max_length=500)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="records.decision",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.engagement",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "state"], name="messages_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    "WRITTEN",
                                    "REFUSED",
                                    "APPROVED",
                                    "SENDING",
                                    "SENT",
                                    "FAILED",
                                    "AMBIGUOUS",
                                    "BOUNCED",
                                    "WITHDRAWN",
                                ),
                            )
                        ),
                        name="a_message_is_in_a_state_that_we_know",
                        violation_error_message="state must be one of WRITTEN, REFUSED, APPROVED, SENDING, SENT, FAILED, AMBIGUOUS, BOUNCED, WITHDRAWN.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ("EMAIL", "POST"))),
                        name="a_message_goes_by_a_channel_that_we_know",
                        violation_error_message="channel must be one of EMAIL, POST.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("SENT", "BOUNCED")), _negated=True),
                            models.Q(("finished_at__isnull", False), ("sent_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_was_sent_says_when",
                        violation_error_message="A sent message says on which day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    ("APPROVED", "SENDING", "SENT", "BOUNCED", "AMBIGUOUS", "FAILED"),
                                ),
                                _negated=True,
                            ),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="nothing_leaves_without_approval",
                        violation_error_message="A message is approved before it leaves.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("sent_on__isnull", False), models.Q(("state", "BOUNCED"), _negated=True)
                        ),
                        fields=("account", "sent_on"),
                        name="an_account_is_reminded_once_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("WRITTEN", "APPROVED", "SENDING"))),
                        fields=("account",),
                        name="an_account_has_one_message_under_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("cents", models.BigIntegerField()),
                ("first", models.BooleanField(default=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fees",
                        to="records.engagement",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fees", to="records.invoice"
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fees", to="records.message"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cents__gte", 0)),
                        name="a_fee_is_not_negative",
                        violation_error_message="A fee cannot be negative.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("first", True)),
                        fields=("engagement", "invoice"),
                        name="an_invoice_is_charged_once_under_an_engagement",
                    ),
                    models.UniqueConstraint(
                        fields=("message", "invoice"), name="a_message_charges_an_invoice_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MessageInvoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(blank=True, default="", max_length=32)),
                ("open_cents", models.BigIntegerField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.invoice"
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="message_invoices",
                        to="records.message",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("message", "invoice"), name="an_invoice_stands_once_in_a_message"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bank_iban", models.CharField(max_length=34)),
                ("booking_date", models.DateField()),
                ("value_date", models.DateField(blank=True, null=True)),
                ("amount_cents", models.BigIntegerField()),
                ("waiting_cents", models.BigIntegerField()),
                ("currency", models.CharField(max_length=3)),
                ("counterparty_name", models.CharField(blank=True, default="", max_length=200)),
                ("counterparty_iban", models.CharField(blank=True, default="", max_length=34)),
                ("remittance", models.TextField(blank=True, default="")),
                ("payment_reference", models.CharField(blank=True, default="", max_length=60)),
                ("end_to_end_id", models.CharField(blank=True, default="", max_length=60)),
                ("bank_reference", models.CharField(blank=True, default="", max_length=100)),
                ("reversal", models.BooleanField(default=False)),
                ("digest", models.CharField(max_length=64)),
                ("twin", models.PositiveIntegerField(default=0)),
                ("matched_at", models.DateTimeField(blank=True, null=True)),
                ("set_aside", models.CharField(blank=True, default="", max_length=40)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="records.bankstatement",
                    ),
                ),
                (
                    "takes_back",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="records.payment",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("waiting_cents", 0), _negated=True),
                        fields=["client"],
                        name="payments_that_wait",
                    ),
                    models.Index(fields=["client", "booking_date"], name="payments_by_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "digest", "twin"), name="a_movement_stands_once_under_a_client"
                    ),
                    models.UniqueConstraint(fields=("takes_back",), name="a_payment_is_taken_back_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount_cents", 0), _negated=True),
                        name="a_movement_moves_something",
                        violation_error_message="A movement of nothing is not a payment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount_cents__gt", 0),
                                ("waiting_cents__gte", 0),
                                ("waiting_cents__lte", models.F("amount_cents")),
                            ),
                            models.Q(
                                ("amount_cents__lt", 0),
                                ("waiting_cents__gte", models.F("amount_cents")),
                                ("waiting_cents__lte", 0),
                            ),
                            _connector="OR",
                        ),
                        name="what_waits_of_a_payment_is_a_part_of_it",
                        violation_error_message="More was allocated from a payment than it brought.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Allocation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("cents", models.BigIntegerField()),
                ("on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("evidence", models.CharField(blank=True, default="", max_length=200)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "credit_note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="records.creditnote",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="records.invoice",
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="records.payment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cents", 0), _negated=True),
                        name="an_allocation_allocates_something",
                        violation_error_message="An allocation of nothing says nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("credit_note__isnull", True), ("kind", "PAYMENT"), ("payment__isnull", False)
                            ),
                            models.Q(
                                ("credit_note__isnull", False),
                                ("kind", "CREDIT_NOTE"),
                                ("payment__isnull", True),
                            ),
                            models.Q(
                                ("credit_note__isnull", True),
                                ("kind__in", ("LEDGER", "CLIENT_WORD")),
                                ("payment__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="an_allocation_says_what_it_came_from",
                        violation_error_message="An allocation comes from a payment, a credit note, the ledger or the client's word.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=40)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_plans",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Instalment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_date", models.DateField()),
                ("cents", models.BigIntegerField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "payment_plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instalments",
                        to="records.paymentplan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cents__gt", 0)),
                        name="an_instalment_asks_something",
                        violation_error_message="An instalment is more than nothing.",
                    ),
                    models.UniqueConstraint(
                        fields=("payment_plan", "due_date"), name="a_plan_asks_once_a_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentPlanInvoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.invoice"
                    ),
                ),
                (
                    "payment_plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_invoices",
                        to="records.paymentplan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("payment_plan", "invoice"), name="a_plan_covers_an_invoice_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount_cents", models.BigIntegerField(blank=True, null=True)),
                ("promised_on", models.DateField()),
                ("last_day", models.DateField()),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="records.account",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="records.invoice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_day__isnull", True),
                            ("last_day__gte", models.F("promised_on")),
                            _connector="OR",
                        ),
                        name="a_promise_looks_forward",
                        violation_error_message="last_day lies before promised_on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_cents__isnull", True), ("amount_cents__gt", 0), _connector="OR"
                        ),
                        name="a_promise_is_for_an_amount",
                        violation_error_message="A promised amount is more than nothing.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("because", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, default="", max_length=200)),
                ("answer", models.CharField(blank=True, default="", max_length=40)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "credit_note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.creditnote",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.invoice",
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="records.payment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=("payment",),
                        name="a_payment_asks_one_question_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("payment__isnull", False),
                            ("credit_note__isnull", False),
                            ("invoice__isnull", False),
                            _connector="OR",
                        ),
                        name="a_question_is_about_something",
                        violation_error_message="A question is about a payment, a credit note or an invoice.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionCandidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("cents", models.BigIntegerField(blank=True, null=True)),
                ("rank", models.PositiveSmallIntegerField()),
                ("evidence", models.CharField(blank=True, default="", max_length=200)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.account"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.invoice",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="candidates",
                        to="records.question",
                    ),
                ),
            ],
            options={
                "ordering": ("rank", "id"),
            },
        ),
        migrations.CreateModel(
            name="Reminded",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(max_length=32)),
                ("on", models.DateField()),
                ("pay_by", models.DateField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.account"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.client"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminded",
                        to="records.invoice",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminded",
                        to="records.message",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "invoice"], name="reminded_by_invoice")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("message", "invoice"), name="a_message_reminds_of_an_invoice_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClientIban",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("iban", models.CharField(max_length=34)),
                ("name", models.CharField(blank=True, default="", max_length=70)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ibans", to="records.client"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "iban"), name="a_bank_account_stands_once_under_a_client"
                    )
                ],
            },
        ),
    ]
