"""The rules of batches that the user keeps under names, among the settings of the app."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from desktop.state import settings as keys
from engine.batch.job import preset_from_json, preset_to_json
from engine.recipe.recipe_json import NewerFormatError

if TYPE_CHECKING:
    from desktop.state.settings import Settings
    from engine.batch.job import Preset

logger = logging.getLogger(__name__)


class BatchPresets:
    """Reads and writes presets one by one: what cannot be read stays as it is."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def names(self) -> list[str]:
        """Those that are there, also of newer versions, but without damaged ones."""
        return [name for name, tree in self._trees().items() if _may_be_shown(name, tree)]

    def load(self, name: str) -> Preset:
        """Return a preset.

        Raises:
            NewerFormatError: If a newer version of Kolorit wrote it.
        """
        return preset_from_json(self._trees()[name])

    def save(self, name: str, preset: Preset) -> None:
        """Keep a preset under a name.

        Raises:
            NewerFormatError: If a newer version of Kolorit wrote the one of that name, which stays.
        """
        trees = self._trees()
        try:
            preset_from_json(trees.get(name, {}))
        except NewerFormatError:
            raise
        except ValueError:
            trees.pop(name, None)
        trees[name] = preset_to_json(preset, trees.get(name))
        self._store(trees)

    def remove(self, name: str) -> None:
        """Forget a preset."""
        self._store({key: tree for key, tree in self._trees().items() if key != name})

    def _trees(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._settings.get(keys.BATCH_PRESETS))
            return {str(name): tree for name, tree in stored.items()}
        except (AttributeError, RecursionError, TypeError, ValueError) as error:
            logger.warning("the presets are unreadable: %s", error)
            return {}

    def _store(self, trees: dict[str, Any]) -> None:
        self._settings.set(keys.BATCH_PRESETS, json.dumps(trees))


def _may_be_shown(name: str, tree: Any) -> bool:
    try:
        preset_from_json(tree)
    except NewerFormatError:
        return True
    except ValueError as error:
        logger.warning("the preset %s is unreadable: %s", name, error)
        return False
    return True
