"""The steps from one shape of the tables to the next, for Alembic. A step that was released never changes."""
