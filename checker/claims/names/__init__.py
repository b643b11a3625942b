"""Names of organisations, documents, persons and things, and how two names differ that may be one."""
