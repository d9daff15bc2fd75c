"""Kept versions of what officers write, the differences between two, and the bin.

A version is a snapshot (`snapshot.py`) that is taken when somebody saves or deletes
(`recording.py`). What was deleted is in no table of the public any more: the bin (`bin.py`) makes
the rows anew from the snapshot.
"""
