"""The plain pages: two about twinning, three on how it works, two that the law asks for."""

from twinning_site.demo.pages.duties import ACCESSIBILITY, PRIVACY
from twinning_site.demo.pages.offers import FUNDING, GALLERY, HOSTING
from twinning_site.demo.pages.twinning import ABOUT, WHY

PAGES = [ABOUT, WHY, GALLERY, FUNDING, HOSTING, ACCESSIBILITY, PRIVACY]
