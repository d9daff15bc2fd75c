"""Datasets as JSON, GeoJSON and CSV."""

import csv
import io
import json
from collections.abc import Callable

from twinning_site.pages.open_data.datasets import Dataset


def as_json(dataset: Dataset) -> str:
    """Return `{"items": [{column: value}]}`; what is unknown is null."""
    return json.dumps({"items": dataset.records()}, ensure_ascii=False)


def as_csv(dataset: Dataset) -> str:
    """Return CSV (RFC 4180) with a header line; lists are joined by spaces.

    It begins with U+FEFF, by which Excel recognises UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in dataset.columns])
    writer.writeheader()
    for record in dataset.records():
        writer.writerow(
            {
                name: " ".join(value) if isinstance(value, list) else value
                for name, value in record.items()
            }
        )
    return f"\ufeff{text.getvalue()}"


def as_geojson(dataset: Dataset) -> str:
    """Return a FeatureCollection (RFC 7946) with a point for each row."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "id": record["id"],
                    "geometry": {
                        "type": "Point",
                        "coordinates": [record.pop("longitude"), record.pop("latitude")],
                    },
                    "properties": record,
                }
                for record in dataset.records()
            ],
        },
        ensure_ascii=False,
    )


# By the ending of the address: the media type, and the function that writes the file
FORMATS: dict[str, tuple[str, Callable[[Dataset], str]]] = {
    "json": ("application/json", as_json),
    "geojson": ("application/geo+json", as_geojson),
    "csv": ("text/csv; charset=utf-8", as_csv),
}
