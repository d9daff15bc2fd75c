"""Leave unused static files of installed packages out of `collectstatic`."""

from django.contrib.staticfiles.apps import StaticFilesConfig

# CKEditor loads these only if its configuration names them, and ours (content/text/editor.py)
# does not. They are most of its files.
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


class StaticFilesWithoutUnusedConfig(StaticFilesConfig):
    """django.contrib.staticfiles with more patterns to ignore."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/galleriffic/*",
        "flags/*",  # of django-countries; pages show names only
        "ckeditor/ckeditor/samples/*",
        *(f"ckeditor/ckeditor/plugins/{plugin}/*" for plugin in UNUSED_PLUGINS),
    ]
