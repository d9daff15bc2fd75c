"""The map of the home city and its partners, drawn on the server as SVG.

Nothing here reads the database: `drawing.draw()` takes places and gives a tree of plain
values, which `templates/components/map/atlas.html` turns into SVG and a list.
"""
