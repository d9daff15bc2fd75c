"""Admin actions that save applications as CSV and as an Excel file."""

from collections.abc import Iterator
from io import BytesIO

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from content.audit import record
from content.models.records.audit_entry import Deed
from content.text.csv_files import csv_file
from volunteers.models import Answer, Application

COLUMNS = [
    "reference", "created_at", "state", "state_since", "group", "name", "email", "phone",
    "cities", "interests", "tasks", "languages", "skills", "availability", "message",
    "vetting_seen_on", "erase_on",
]  # fmt: skip
# Excel's own limit, in characters
MAX_CELL_LENGTH = 32_767
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@admin.action(description=_("Save as CSV"), permissions=["view"])
def as_csv(
    model_admin: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Application]
) -> HttpResponse:
    """Return the chosen applications as CSV."""
    _record(request, queryset, "CSV")
    return _file(csv_file(_rows(queryset)), "text/csv; charset=utf-8", "csv")


@admin.action(description=_("Save as Excel file"), permissions=["view"])
def as_xlsx(
    model_admin: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Application]
) -> HttpResponse:
    """Return the chosen applications as an Excel workbook of text cells."""
    _record(request, queryset, "Excel")
    workbook = Workbook(write_only=True)
    worksheet = workbook.create_sheet(str(_("Applications")))
    for row in _rows(queryset):
        texts = (ILLEGAL_CHARACTERS_RE.sub("", cell)[:MAX_CELL_LENGTH] for cell in row)
        cells = [WriteOnlyCell(worksheet, text) for text in texts]
        for cell in cells:
            # openpyxl would otherwise store a text that begins with = as a formula.
            cell.data_type = "s"
            # And Excel would make it one when somebody edits the cell.
            cell.quotePrefix = True
        worksheet.append(cells)
    content = BytesIO()
    workbook.save(content)
    return _file(content.getvalue(), XLSX, "xlsx")


EXPORTS = [as_csv, as_xlsx]


def _record(request: HttpRequest, queryset: QuerySet[Application], kind: str) -> None:
    """Write down who took how many along."""
    record(
        request, Deed.EXPORTED, row=Application._meta.label, detail=f"{kind}: {queryset.count()}"
    )


def _rows(queryset: QuerySet[Application]) -> Iterator[list[str]]:
    """Yield the headings, then the cells of each application."""
    labels = Application.field_labels()
    related = ["cities", "interests", "tasks", "answers"]
    rows = list(queryset.select_related("group").prefetch_related(*related))
    answers = [answer for row in rows for answer in row.answers.all()]
    # A column for each question as it was asked
    asked = list(dict.fromkeys(map(_column, sorted(answers, key=lambda it: it.position))))
    yield [capfirst(labels[name]) for name in COLUMNS] + [label for _question, label in asked]
    for application in rows:
        own = [_cell(application, name) for name in COLUMNS]
        yield own + [_answers(application, column) for column in asked]


def _column(answer: Answer) -> tuple[int, str]:
    return answer.question_id or 0, str(answer.label)


def _answers(application: Application, column: tuple[int, str]) -> str:
    found = (answer for answer in application.answers.all() if _column(answer) == column)
    return "\n".join(answer.words for answer in found)


def _cell(application: Application, name: str) -> str:
    if name in {"cities", "interests", "tasks"}:
        return ", ".join(str(row) for row in getattr(application, name).all())
    if name == "state":
        return str(application.get_state_display())
    value = getattr(application, name)
    if name in {"created_at", "state_since"}:
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return "" if value is None else str(value)


def _file(content: bytes, media_type: str, suffix: str) -> HttpResponse:
    name = f"volunteers-{timezone.localdate().isoformat()}.{suffix}"
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
