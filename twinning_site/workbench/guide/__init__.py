"""The officers' guide (docs/officers.md) within the admin, and the way to it from each form."""
