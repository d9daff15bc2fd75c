"""Drafts beside rows that are public: kept, joined with what became public, and published.

See `docs/adr/0020-drafts.md`.
"""
