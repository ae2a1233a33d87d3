"""Suggestions: a model that learns from coded statements and gives others themes, with the words that speak for each.

A door of its own: scikit-learn is loaded here alone, and only when a model is fitted (docs/adr/0025). Nothing here
decides a code: what a model suggests enters no count until a person accepts it.
"""

from areasend.themes.suggesting.evaluating import Evaluation, evaluate
from areasend.themes.suggesting.fitting import Model, fit
from areasend.themes.suggesting.learning import NotEnough, Training, training_from
from areasend.themes.suggesting.measuring import Measures, ShareError, mean_f1
from areasend.themes.suggesting.suggest import suggest
from areasend.themes.suggesting.telling import evaluation_csv, evaluation_json, evaluation_text

__all__ = [
    "Evaluation",
    "Measures",
    "Model",
    "NotEnough",
    "ShareError",
    "Training",
    "evaluate",
    "evaluation_csv",
    "evaluation_json",
    "evaluation_text",
    "fit",
    "mean_f1",
    "suggest",
    "training_from",
]
