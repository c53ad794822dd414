"""What every function on a table works in: one transaction, begun and ended by the Store alone."""

from sqlalchemy import Connection

Tx = Connection
