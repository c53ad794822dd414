"""The history of the tables, run by Alembic. A migration never changes once it was released."""
