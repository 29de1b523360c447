"""The one Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    """Voldaan's tables."""

    name = "voldaan.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Renew the append-only triggers after every migration: on SQLite an altered table loses them."""
        from voldaan.records.append_only import renew_triggers

        post_migrate.connect(renew_triggers, sender=self, dispatch_uid="voldaan.append_only")
