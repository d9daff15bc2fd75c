"""The admin of rows with a file whose older files are kept, seen in versions, and taken back."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.core.files.storage import storages
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from content.admin.library.uploads import UploadAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.forms.staged_files import staged_name
from content.models import StagedUpload, Version
from content.versions.kept_files import place_of


class VersionedUploadAdmin(UploadAdmin, VersionedAdmin):
    """Puts the file of an older version into the form as if somebody had chosen it."""

    # Names of the fields in which the row has what `prepare` reads from a file
    fact_fields: Collection[str]

    def restorable(self, request: HttpRequest, obj: Model) -> set[str]:
        return super().restorable(request, obj) | {"file"}

    def fill_files(
        self, request: HttpRequest, data: QueryDict, version: Version, chosen: list[str]
    ) -> None:
        """Stage a copy of the kept file, which the form then names."""
        place = place_of(version) if "file" in chosen else None
        if place is None:
            if "file" in chosen:
                words = gettext("The file of this version is gone.")
                self.message_user(request, words, messages.WARNING)
            return
        storage, name = place
        field: Any = self.opts.get_field("file")
        kept = version.rows[0]["fields"]
        facts = {name: kept[name] for name in self.fact_fields if name in kept}
        with storage.open(name) as file:
            upload = StagedUpload.objects.create(
                officer_id=request.user.pk,
                storage=self.storage_alias,
                stored_name=field.generate_filename(None, name),
                original_name=gettext("File of version %(number)s") % {"number": version.number},
                size=file.size,
                facts=facts,
            )
            storages[self.storage_alias].save(upload.stored_name, file)
        data[staged_name("file")] = upload.token
