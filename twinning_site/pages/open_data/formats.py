"""Datasets as JSON, GeoJSON and CSV."""

import json
from collections.abc import Callable
from typing import Any

from content.text.csv_files import csv_file
from twinning_site.pages.open_data.datasets import Dataset


def as_json(dataset: Dataset) -> str:
    """Return `{"items": [{column: value}]}`; what is unknown is null."""
    return json.dumps({"items": dataset.records()}, ensure_ascii=False)


def as_csv(dataset: Dataset) -> bytes:
    """Return CSV with a header line; lists are joined by spaces."""
    names = [column.name for column in dataset.columns]
    cells = ([_cell(value) for value in record.values()] for record in dataset.records())
    return csv_file([names, *cells])


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(value) if isinstance(value, list) else value


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
FORMATS: dict[str, tuple[str, Callable[[Dataset], str | bytes]]] = {
    "json": ("application/json", as_json),
    "geojson": ("application/geo+json", as_geojson),
    "csv": ("text/csv; charset=utf-8", as_csv),
}
