"""The five cities, each with its milestones and web links."""

from twinning_site.demo.cities.bonn import BONN
from twinning_site.demo.cities.grenoble import GRENOBLE
from twinning_site.demo.cities.leiden import LEIDEN
from twinning_site.demo.cities.leon import LEON
from twinning_site.demo.cities.perm import PERM

CITIES = [LEIDEN, BONN, GRENOBLE, LEON, PERM]
