"""The map of local areas by latest outcome: as hexagons of one size, and by boundaries where a file is given.

Both are plain SVG in a page, with a key of counted figures and a table of all areas beside them, and files to download.
What is drawn is the table areas, row by row: nothing is counted here.
"""

from areasend.publication.maps.downloads import figure_files

__all__ = ["figure_files"]
