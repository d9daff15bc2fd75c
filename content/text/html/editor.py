"""The rich text editor, CKEditor 4, which offers only what `content.text.html.cleaning` keeps.

Nothing outside this module and `static/js/ckeditor/` depends on which editor it is; why it is
this one, and what keeps it safe, is in docs/adr/0001-rich-text.md.
"""

from typing import Any, cast

from ckeditor.widgets import CKEditorWidget
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from content.text.html.anchors import TARGETS
from content.text.html.cleaning import ATTRIBUTES, TAGS

TOOLBAR = [
    ["Format"],
    ["Bold", "Italic"],
    ["BulletedList", "NumberedList", "Blockquote"],
    ["Link", "Unlink"],
    ["Table", "LibraryPicture"],
    ["Language", "RemoveFormat"],
    ["Undo", "Redo", "Maximize"],
]
# Its toolbar is HTML with inline handlers and styles.
EDITOR_POLICY = {"script-src": "'unsafe-inline'", "style-src": "'unsafe-inline'"}
# Plugins that upload, contact other servers, or offer what would be dropped
UNWANTED = (
    "about,bidi,colorbutton,colordialog,copyformatting,dialogadvtab,div,elementspath,exportpdf,"
    "filebrowser,find,font,forms,iframe,image,justify,newpage,pagebreak,preview,print,save,scayt,"
    "showblocks,smiley,sourcearea,specialchar,stylescombo,templates,uploadimage,wsc"
)


def allowed_content() -> str:
    """Return the allow-list of `content.text.html.cleaning` in the editor's notation.

    https://ckeditor.com/docs/ckeditor4/latest/guide/dev_allowed_content_rules.html
    """
    rules = []
    for tag in sorted(TAGS):
        attributes = sorted(ATTRIBUTES.get(tag, set()) | ({"id"} if tag in TARGETS else set()))
        # A figure needs its picture's number, a span its language.
        needed = {"figure": "data-picture", "span": "lang"}.get(tag)
        names = [f"!{name}" if name == needed else name for name in attributes]
        rules.append(f"{tag}[{','.join(names)}]" if names else tag)
    return ";".join(rules)


class EditorWidget(CKEditorWidget):
    """A text area that becomes an editor; without JavaScript it shows the HTML."""

    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs=attrs, template_name="admin/widgets/editor.html")
        self.config = {
            "allowedContent": allowed_content(),
            "bodyClass": "prose",
            "entities": False,
            "extraPlugins": (
                "widget,tabletools,tableselection,pastefromword,librarypicture,pastedcontent,"
                "sitelink"
            ),
            "format_tags": "p;h2;h3;h4",
            "height": 320,
            "language_list": [
                f"{code}:{name}" + (":rtl" if code in settings.LANGUAGES_BIDI else "")
                for code, name in settings.ALL_LANGUAGES
            ],
            "libraryPicture": {
                "list": reverse_lazy("admin:content_picture_library"),
                # The script puts the picture's number in place of the 0.
                "preview": reverse_lazy("admin:content_picture_preview", args=[0]),
                "words": {
                    "choose": _("Choose a picture"),
                    "search": _("Search in the library"),
                    "close": _("Close"),
                    "more": _("Show more pictures"),
                    "none": _("No picture found."),
                    "failed": _("The library cannot be read at the moment."),
                    "found": _("Pictures shown:"),
                    "picture": _("Picture"),
                },
            },
            "pastedContent": {
                "left": _("Left out of what you have pasted:"),
                "pictures": _("Pictures"),
                "embedded": _("Videos, sound and embedded pages"),
                "fields": _("Form fields"),
                "instead": _("Put pictures of the library in with the picture button."),
            },
            "siteLink": {
                "list": reverse_lazy("admin:link_targets"),
                "words": {
                    "search": _("Find a page, an event or a document of this site"),
                    "found": _("Results:"),
                    "none": _("Nothing found."),
                    "leads": _("Leads to:"),
                },
            },
            "linkDefaultProtocol": "https://",
            "linkShowAdvancedTab": False,
            "linkShowTargetTab": False,
            "removeDialogTabs": "link:advanced;link:target;table:advanced",
            "removePlugins": UNWANTED,
            "skin": "moono-lisa",
            "toolbar": TOOLBAR,
            "versionCheck": False,
            "width": "100%",
        }

    def get_context(self, name: str, value: str | None, attrs: dict | None) -> dict:
        """Add language, name for screen readers, and addresses of our files."""
        final = self.build_attrs(self.attrs, attrs)
        library = cast(dict[str, Any], self.config["libraryPicture"])
        self.config |= {
            "libraryPicture": library | {"icon": static("img/admin/picture.svg")},
            "contentsCss": [static("css/base/tokens.css"), static("css/admin/editor.css")],
            "contentsLangDirection": final.get("dir", "ltr"),
            "contentsLanguage": final.get("lang", settings.LANGUAGE_CODE),
            "title": final.get("aria-label", ""),
        }
        self.external_plugin_resources = [
            ("librarypicture", static("js/ckeditor/library_picture.js"), ""),
            ("pastedcontent", static("js/ckeditor/pasted_content.js"), ""),
            ("sitelink", static("js/ckeditor/site_link.js"), ""),
        ]
        return super().get_context(name, value, attrs)
