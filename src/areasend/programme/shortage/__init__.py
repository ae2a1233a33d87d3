"""Why not all inspections are in time: a counting proof, the rules that clash, and what would fit."""

from areasend.programme.shortage.explaining import shortage_of
from areasend.programme.shortage.model import Shortage
from areasend.programme.shortage.words import words

__all__ = ["Shortage", "shortage_of", "words"]
