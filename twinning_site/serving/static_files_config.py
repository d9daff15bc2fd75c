"""Leave unused static files of installed packages out of `collectstatic`."""

from django.contrib.staticfiles.apps import StaticFilesConfig

# What the editor does not load: plugins that its configuration (content/text/html/editor.py)
# removes or does not name, and those of which all that is used is in ckeditor.js.
UNUSED_PLUGINS = [
    "about",
    "adobeair",
    "ajax",
    "autoembed",
    "autogrow",
    "autolink",
    "bbcode",
    "codesnippet",
    "codesnippetgeshi",
    "colordialog",
    "copyformatting",
    "devtools",
    "div",
    "divarea",
    "docprops",
    "embed",
    "embedbase",
    "embedsemantic",
    "exportpdf",
    "filetools",
    "find",
    "flash",
    "forms",
    "iframe",
    "iframedialog",
    "image",
    "image2",
    "language",
    "lineutils",
    "mathjax",
    "menubutton",
    "notification",
    "notificationaggregator",
    "pagebreak",
    "placeholder",
    "preview",
    "scayt",
    "sharedspace",
    "showblocks",
    "smiley",
    "sourcedialog",
    "specialchar",
    "stylesheetparser",
    "tableresize",
    "templates",
    "uicolor",
    "uploadimage",
    "uploadwidget",
    "wsc",
    "xml",
]
# Files that tell a version, and what only builds, other pages or browsers of the past ask for
UNUSED_FILES = [
    "ckeditor/file-icons/*",
    "ckeditor/galleriffic/*",
    "ckeditor/ckeditor/*.md",
    "ckeditor/ckeditor/adapters/*",
    "ckeditor/ckeditor/bender-runner.config.json",
    "ckeditor/ckeditor/build-config.js",
    "ckeditor/ckeditor/plugins/widget/lang/*",
    "ckeditor/ckeditor/plugins/widget/plugin.js",
    "ckeditor/ckeditor/samples/*",
    "ckeditor/ckeditor/skins/moono/*",
    "ckeditor/ckeditor/vendor/*",
    "flags/*",  # of django-countries; pages show names only
]


class StaticFilesWithoutUnusedConfig(StaticFilesConfig):
    """django.contrib.staticfiles with more patterns to ignore."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        *UNUSED_FILES,
        *(f"ckeditor/ckeditor/plugins/{plugin}/*" for plugin in UNUSED_PLUGINS),
    ]
