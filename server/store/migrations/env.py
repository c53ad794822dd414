"""How Alembic runs the migrations: on the connection it is given, inside the transaction that is open on it."""

from alembic import context

from server.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite cannot change a column in place
)
context.run_migrations()
