"""Recipes in few words."""

from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring, Grade


def recipe_of(grade=None, **coloring):
    """A recipe with a grade and what its coloring has else than usual."""
    return Recipe(coloring=Coloring(**coloring), grade=grade or Grade())
