"""The book: tables, constraints, snapshots and the chain of events. The only place that touches the database."""
