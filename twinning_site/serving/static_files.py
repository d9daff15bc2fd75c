"""Which of the installed packages' static files are published."""

from django.contrib.staticfiles.apps import StaticFilesConfig

# Parts of CKEditor that are loaded only when its configuration names them; ours, in
# content/text/editor.py, does not. They were most of the files.
UNUSED_PLUGINS = [
    "adobeair",
    "autoembed",
    "bbcode",
    "codesnippet",
    "codesnippetgeshi",
    "colordialog",
    "copyformatting",
    "devtools",
    "docprops",
    "embed",
    "embedbase",
    "embedsemantic",
    "exportpdf",
    "flash",
    "forms",
    "iframe",
    "iframedialog",
    "image2",
    "mathjax",
    "placeholder",
    "preview",
    "scayt",
    "showblocks",
    "smiley",
    "sourcedialog",
    "specialchar",
    "stylesheetparser",
    "templates",
    "uicolor",
    "uploadimage",
    "uploadwidget",
    "wsc",
]


class PublishedFilesConfig(StaticFilesConfig):
    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/galleriffic/*",
        "flags/*",  # of django-countries; we write names out
        "ckeditor/ckeditor/samples/*",
        *(f"ckeditor/ckeditor/plugins/{plugin}/*" for plugin in UNUSED_PLUGINS),
    ]
