"""Councils as folders of files: see docs/bundles.md."""
