"""Tell alternative texts that describe nothing, such as the names that cameras give."""

import re
from pathlib import PurePath

from django.utils.translation import gettext

ENDING = re.compile(r"\.(?:avif|bmp|dng|gif|hei[cf]|jpe?g|pdf|png|svg|tiff?|webp)$", re.IGNORECASE)
# How “picture” and the names of files begin in the languages of Europe and its partners
NAMES = (
    "afbeelding|attēls|billede|bild|bilde|bildschirmfoto|capture|cimg|copy|diapositiva|dji|dsc|dscf|dscn|"
    "εικόνα|ekran görüntüsü|fénykép|fichier|file|foto|fotka|fotó|fotograf|fotografia|fotografie|"
    "gopr|grafik|image|imagem|imagen|imagine|img|immagine|kép|kuva|mvi|nuotrauka|obraz|obrázek|"
    "obrázok|ohne titel|paveikslėlis|photo|photograph|photographie|pic|pict|picture|pxl|resim|"
    "sam|scan|schermafbeelding|screenshot|signal|skærmbillede|skärmbild|slika|snapshot|"
    "snímek|titelbild|unbenannt|untitled|valokuva|whatsapp image|zdjęcie|zrzut ekranu|"
    "зображення|изображение|картинка|фото|фотография|"
    "صورة|תמונה|图片|照片|画像|写真|사진|이미지"
)
# After such a name only numbers, and what stands between them
CAMERA_NAME = re.compile(
    rf"(?:(?:{NAMES})s?|p(?=\d))(?:[\W\d_]|am|at|kopie|copy|mp|pm|um|wa|à)*", re.IGNORECASE
)
LETTER = re.compile(r"[^\W\d_]")
RANDOM_NAME = re.compile(r"\A[0-9a-f-]{12,}\Z", re.IGNORECASE)
# A file that somebody has named in words may be called as the picture is described.
MIN_WORDS = 3


def objection_to(text: str, file_name: str = "") -> str:
    """Return what is wrong with an alternative text in one language; empty if nothing is.

    Args:
        file_name: the name that the file had on the officer's machine, if it is known.
    """
    text = text.strip()
    if not text or _describes(text, file_name):
        return ""
    return gettext(
        "“%(text)s” does not tell what is to be seen. Say it in one sentence, for somebody who "
        "does not see the picture."
    ) % {"text": text}


def _describes(text: str, file_name: str) -> bool:
    stem, endings = ENDING.subn("", text)
    if not LETTER.search(stem) or CAMERA_NAME.fullmatch(stem) or RANDOM_NAME.match(stem):
        return False
    is_name = endings or stem.casefold() == PurePath(file_name).stem.casefold()
    return not is_name or len(text.split()) >= MIN_WORDS
