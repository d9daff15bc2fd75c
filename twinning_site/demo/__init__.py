"""The demos: bundles of councils, and what Oxford's are made from."""

from pathlib import Path

OXFORD = Path(__file__).parent / "councils/oxford"
DRAWINGS = Path(__file__).parent / "drawings"
