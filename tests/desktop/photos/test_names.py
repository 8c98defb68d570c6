"""A photo's name is data: it is shown as it is, and nothing obeys it."""

import sys

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,  # noqa: TID251 - all there are, also those that nobody made plain
    QMessageBox,  # noqa: TID251 - as above
    QWidget,
)

from desktop import dialogs
from desktop.batch.batch_dialog import BatchDialog
from desktop.batch.batch_preview import Preview
from desktop.batch.batch_worker import BatchWorker
from desktop.platform.qimage import qimage_from_rgb
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.plain import Answer, ask, tip_of, title_of
from engine.batch.outcome import Outcome, State
from engine.batch.running.run import Counts
from engine.console import printable_lines
from engine.files.image_io import write_photo
from tests.desktop.gestures import choose, drop, files, save, show_photo
from tests.tiny import gray_pixels

MARKUP = "<table width=99999999><img src=x>&lt;b"
NAMES = [f"{MARKUP} {kind}" for kind in ("a", "\x1b]0;b\x07", "c\u202egnp", "d\ne", "[*]")]
if sys.platform == "win32":
    NAMES = ["&lt;b&gt; a", "[ * ]"]


def tips(root):
    """All tips in a window, of widgets, of actions and of what lists show."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip())
        yield from (action.toolTip() for action in widget.actions())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                    yield model.data(index, role) or ""


def words(root):
    """All that is shown plainly: titles, labels, names of entries."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName())
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                yield str(model.data(model.index(row, 0)) or "")


def require_plain(root):
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
    for tip in tips(root):
        if Qt.mightBeRichText(tip):
            document = QTextDocument()
            document.setHtml(tip)
            assert document.toPlainText().isprintable()
            assert tip == tip_of(document.toPlainText())
    for text in words(root):
        assert text == printable_lines(text)


@pytest.mark.parametrize("name", NAMES)
def test_no_widget_takes_a_name_for_anything_else(qtbot, window, tmp_path, monkeypatch, name):
    """Open, color, fail, save: wherever the name of a photo or a folder is shown."""
    folder = tmp_path / "scans"
    folder.mkdir()
    for ending in (".png", "2.png"):
        write_photo(folder / f"{name}{ending}", gray_pixels(20, 30))
    (folder / f"{name}3.png").write_bytes(b"damaged")
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(folder))
    qtbot.waitUntil(lambda: len({item.state.name for item in window.album.items}) == 2)
    require_plain(window)
    shown = {window.filmstrip.item(row).text() for row in range(3)}
    assert all("<table width" in text or "&lt;b" in text for text in shown)
    show_photo(qtbot, window, 2)
    choose(monkeypatch, tmp_path / f"{name}-color.png")
    with qtbot.waitSignal(window.saver.ended):
        save(window)
    assert "Saved as" in window.messages.text
    require_plain(window)
    (tmp_path / f"{name} empty").mkdir()
    with qtbot.waitSignal(window.opener.told):
        drop(window, files(tmp_path / f"{name} empty"))
    assert "No photos found" in window.messages.text
    require_plain(window)
    window.batches.open()
    picture = qimage_from_rgb(gray_pixels(20, 30).repeat(3, axis=2))
    window.batches.dialog._on_previewed([Preview(tmp_path / name, picture, picture)])
    window.batches.dialog.progress.show_outcome(
        lambda: name, Outcome(1, State.DONE), Counts(3, 1, 0, 0, 0, 0, 2)
    )
    require_plain(window)


def test_a_message_is_one_line_whatever_it_is_about(window):
    window.messages.show_message("“a\nb\x1b.jpg” <b>is</b> damaged.", Tone.ERROR)
    assert window.messages.text == r"“a\nb\x1b.jpg” <b>is</b> damaged."
    require_plain(window)


def test_a_title_shows_what_qt_would_take_for_its_mark(qtbot, window):
    window.setWindowTitle(title_of("photo[*].jpg"))
    assert window.windowTitle() == "photo[*][*].jpg"  # of which Qt shows one


@pytest.mark.parametrize("answer", [Answer.Yes, Answer.Cancel])
def test_questions_are_plain_and_answered_with_cancel_unless_meant(
    qtbot, window, answer, monkeypatch
):
    seen = []

    def answered(box):
        seen.append((box.textFormat(), box.text(), box.standardButton(box.defaultButton())))
        return answer

    monkeypatch.setattr(QMessageBox, "exec", answered)
    assert ask(window, "Title", MARKUP, Answer.Yes) == (answer is Answer.Yes)
    assert seen == [(Qt.TextFormat.PlainText, MARKUP, Answer.Cancel)]


def test_what_a_dialog_of_qts_own_asks_is_plain_before_it_is_shown(qtbot, window, tmp_path):
    dialog = dialogs.save_dialog(window, tmp_path / "photo-color.png")
    qtbot.addWidget(dialog)
    # as Qt does before it replaces a file of that name
    question = QMessageBox(QMessageBox.Icon.Warning, "", f"{MARKUP} already exists.", parent=dialog)
    question.ensurePolished()
    assert question.textFormat() is Qt.TextFormat.PlainText


def test_a_batch_dialog_of_its_own_is_plain(qtbot, settings, qapp):
    dialog = BatchDialog(BatchWorker(), settings, ())
    qtbot.addWidget(dialog)
    require_plain(dialog)
