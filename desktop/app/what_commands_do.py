"""What each command does: one line each, but for those of the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.commands import comparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.app.controllers import Controllers
    from desktop.widgets.workspace import Workspace


def what_commands_do(parts: Controllers, workspace: Workspace) -> dict[str, Callable[..., object]]:
    """Return what the controllers and the viewer do for commands, by the commands' names."""
    viewer, stacks = workspace.viewer, parts.history.stacks
    return comparing(viewer.set_compare) | {
        "open": parts.opener.ask_open,
        "open-folder": parts.opener.ask_open_folder,
        "paste": parts.opener.paste,
        "restore": parts.crashed.restore,
        "save-comparison": parts.saver.ask_save_comparison,
        "keep-settings": parts.saver.keep,
        "copy-picture": parts.saver.copy_picture,
        "save-all": parts.saver.ask_save_all,
        "page": parts.opener.ask_page,
        "colorize": parts.troubles.recolor,
        "batch": parts.batches.open,
        "sample": parts.opener.open_sample,
        "undo": stacks.undo,
        "redo": stacks.redo,
        "set-colors": workspace.adjust.hints.tool.setChecked,
        "copy-colors": parts.hints.copy,
        "paste-colors": parts.hints.paste,
        "color-like": parts.like.ask,
        "share-color": parts.sharing.begin,
        "fit": viewer.fit,
        "actual-size": viewer.show_actual_size,
        "zoom-in": viewer.zoom_in,
        "zoom-out": viewer.zoom_out,
        "doubt": lambda on: parts.doubt.set_on(on=on),
        "next-doubt": lambda: parts.doubt.step(1),
        "previous-doubt": lambda: parts.doubt.step(-1),
        "candidates": lambda on: parts.candidates.set_on(on=on),
        "next-photo": lambda: workspace.filmstrip.step(1),
        "previous-photo": lambda: workspace.filmstrip.step(-1),
        "rotate-left": parts.geometry.turn_left,
        "rotate-right": parts.geometry.turn_right,
        "mirror": parts.geometry.mirror,
        "crop": lambda on: parts.geometry.take(on=on),
        "open-prints": parts.geometry.open_prints,
        "restore-automatically": parts.restoring.restore_automatically,
        "heal": lambda on: parts.restoring.take_brush(on=on, keeps=False),
        "protect": lambda on: parts.restoring.take_brush(on=on, keeps=True),
        "choose-source": parts.restoring.toggle_source,
        "show-repairs": parts.restoring.cycle_marks,
        "next-finding": lambda: parts.restoring.step_finding(1),
        "previous-finding": lambda: parts.restoring.step_finding(-1),
        "keep-finding": parts.restoring.keep_finding,
        "reject-finding": parts.restoring.reject_finding,
    }
