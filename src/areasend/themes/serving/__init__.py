"""The page on which one coder codes statements: served on this machine only, keyboard first, saved before it says so.

A door of its own, loaded by `areasend themes code` alone. May import what the room may. It reaches a coding folder only
through `Coding`, which names one coder's own work and no other's. Hands on the site, its parts and the server.
"""

from areasend.themes.serving.desk import Desk
from areasend.themes.serving.fresh import Fresh
from areasend.themes.serving.guard import Guard
from areasend.themes.serving.pages import Pages
from areasend.themes.serving.server import ADDRESS, CodingServer
from areasend.themes.serving.site import CodingSite
from areasend.themes.serving.work import Coding, Work

__all__ = [
    "ADDRESS",
    "Coding",
    "CodingServer",
    "CodingSite",
    "Desk",
    "Fresh",
    "Guard",
    "Pages",
    "Work",
]
