"""Print what a screen reader meets in a running window, or hears while somebody uses it.

python3 docs/accessibility_walk.py             # role, name, value and description of all that shows
python3 docs/accessibility_walk.py --listen    # what is announced and where the focus goes; Ctrl+C

Runs with the system's Python and packages of Debian (at-spi2-core, python3-gi, gir1.2-atspi-2.0),
in the D-Bus session of a program that was started with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1.
"""

from __future__ import annotations

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - its version comes first

_HEARD = ("object:announcement", "object:state-changed:focused", "window:activate")


def main() -> None:
    """Walk, or listen."""
    Atspi.init()
    if "--listen" in sys.argv[1:]:
        listener = Atspi.EventListener.new(_on_event)
        for kind in _HEARD:
            listener.register(kind)
        GLib.MainLoop().run()
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        walk(desktop.get_child_at_index(index))


def walk(widget: Atspi.Accessible, depth: int = 0) -> None:
    """Print a widget and what is in it, as far as it shows."""
    states = widget.get_state_set()
    if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
        return
    words = [widget.get_role_name(), repr(widget.get_name()), *_value(widget), *_labels(widget)]
    for state, mark in ((Atspi.StateType.FOCUSABLE, "focusable"), (Atspi.StateType.FOCUSED, "*")):
        words += [mark] if states.contains(state) else []
    sys.stdout.write(f"{'  ' * depth}{' '.join(words)}  {widget.get_description()}".rstrip() + "\n")
    for index in range(widget.get_child_count()):
        child = widget.get_child_at_index(index)
        if child is not None:
            walk(child, depth + 1)


def _value(widget: Atspi.Accessible) -> list[str]:
    if "Value" not in (widget.get_interfaces() or ()):
        return []
    least, most = widget.get_minimum_value(), widget.get_maximum_value()
    return [f"= {widget.get_current_value():g} of {least:g} to {most:g}"]


def _labels(widget: Atspi.Accessible) -> list[str]:
    return [
        f"labelled by {relation.get_target(0).get_name()!r}"
        for relation in widget.get_relation_set()
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY
    ]


def _on_event(event: Atspi.Event) -> None:
    source = event.source
    said = event.any_data if event.type == _HEARD[0] else source.get_name()
    if event.type == _HEARD[0] or event.detail1:
        sys.stdout.write(f"{event.type}: {source.get_role_name()} {said!r}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
