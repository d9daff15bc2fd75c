"""Texts of Oxford's demo, read from its files."""

import tomllib

from twinning_site.demo import OXFORD


def oxford_texts(row: str, name: str) -> dict[str, str]:
    """What a row such as `pages/privacy` says in one of its fields, by language."""
    return {
        language: tomllib.loads((OXFORD / f"{row}.{language}.toml").read_text())[name]
        for language in ("en", "de")
    }
