"""The page about open data, and the files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from content.models import Council
from content.web.linked_data import Data, absolute, council_data
from content.web.page_navigation import breadcrumb
from content.web.public_views import PrivateForOfficers
from twinning_site.pages.open_data.datasets import DATASETS, Dataset
from twinning_site.pages.open_data.formats import FORMATS


class OpenDataView(PrivateForOfficers, TemplateView):
    """The datasets, their formats, and the meaning of each column."""

    template_name = "pages/open_data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        datasets = [{"dataset": dataset, "files": _files(dataset)} for dataset in DATASETS.values()]
        return super().get_context_data(**kwargs) | {
            "datasets": datasets,
            "linked_data": [_linked_data(dataset) for dataset in DATASETS.values()],
            "breadcrumbs": [breadcrumb(_("About"), "pages:page-list")],
        }


def _files(dataset: Dataset) -> list[dict[str, str]]:
    return [
        {
            "name": "GeoJSON" if ending == "geojson" else ending.upper(),
            "url": _path(dataset, ending),
        }
        for ending in dataset.formats
    ]


def _path(dataset: Dataset, ending: str) -> str:
    return reverse("pages:open-data-file", args=[dataset.name, ending])


def _linked_data(dataset: Dataset) -> Data:
    """Return linked data about a dataset (https://schema.org/Dataset)."""
    council = Council.current()
    return {
        "@type": "Dataset",
        "name": str(dataset.title),
        "description": str(dataset.description),
        "url": f"{absolute(reverse('pages:open-data'))}#{dataset.name}",
        "isAccessibleForFree": True,
        "creator": council_data(council) if council else None,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": FORMATS[ending][0].partition(";")[0],
                "contentUrl": absolute(_path(dataset, ending)),
            }
            for ending in dataset.formats
        ],
    }


@require_safe
def open_data_file(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """Return a dataset in one format. Scripts of other sites may read it (CORS)."""
    dataset = DATASETS.get(name)
    if dataset is None or ending not in dataset.formats:
        raise Http404
    media_type, write = FORMATS[ending]
    response = HttpResponse(write(dataset), content_type=media_type)
    response["Access-Control-Allow-Origin"] = "*"
    return response
