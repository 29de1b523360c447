"""Everything that a creditor's book holds, as one digest: to see that nothing changed."""

import hashlib

from django.apps import apps
from django.db import connection

from voldaan.records.models import Client


def dump_of(client: Client) -> str:
    """Return a digest of every row that belongs to a client."""
    joined = hashlib.sha256()
    with connection.cursor() as cursor:
        for model in sorted(apps.get_app_config("records").get_models(), key=lambda one: one._meta.db_table):
            if "client_id" not in {field.attname for field in model._meta.concrete_fields}:
                continue
            cursor.execute(
                f"SELECT * FROM {model._meta.db_table} WHERE client_id = %s ORDER BY id", [client.pk]
            )
            for row in cursor.fetchall():
                joined.update(repr(row).encode())
    return joined.hexdigest()
