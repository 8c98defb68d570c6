"""Every word of the interface in every language, with room for it, while the window is open."""

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.appearance import Appearance
from desktop.dialogs import rows_of
from desktop.state import settings as keys
from desktop.texts.language import LANGUAGES, TRANSLATIONS, spoken, use_language
from desktop.texts.messages import crashed_message
from desktop.texts.model_texts import SUMMARIES
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.batch.batch_progress import BatchProgress
from desktop.widgets.choices import choose
from desktop.widgets.plain import Label
from desktop.widgets.preferences import Preferences
from desktop.widgets.shortcuts import Shortcuts
from engine.batch.running.run import Counts
from engine.checkpoints.catalog import bundled_models
from engine.coloring.suggestions import Choice
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files
from tests.desktop.words import DESKTOP, bare_words, clipped, shown_texts, spoken_by
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

SOURCES = sorted(str(path) for path in DESKTOP.rglob("*.py"))
OTHERS = [code for code in LANGUAGES if code != "en"]
_NAMES = re.compile(
    r"Kolorit|kolorit|reddish|greenish|photo|other|png|jpe?g|JPG|webp|tiff?|TIF|raw|heif|JPEG|PNG|WEBP|WebP"
    r"|TIFF|Deutsch|English|Español|Français|Русский|stem|test model"
)


GREENISH = Choice((-40.0, 20.0), (80, 140, 90), 0.4)
GRAY = Choice((0.0, 0.0), (99, 99, 99), 0.0)


def tool(name, *arguments):
    command = [Path(sys.executable).with_name(f"pyside6-{name}"), "-silent", *arguments]
    subprocess.run([str(part) for part in command], check=True, timeout=PATIENCE)


@pytest.fixture
def languages(qapp):
    """Lets the test change the language."""
    return lambda name: use_language(qapp, name)


@pytest.fixture
def opened(qtbot, window, tmp_path):
    """The window with two photos and everything unfolded."""
    for name in ("photo.png", "other.png"):
        write_photo(tmp_path / name, gray_pixels(40, 60))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "photo.png", tmp_path / "other.png"))
    window.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(window._workspace.candidates.buttons) == 3)
    return window


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_sources_is_translated(code, tmp_path):
    kept = TRANSLATIONS / f"kolorit_{code}.ts"
    fresh = tmp_path / kept.name
    fresh.write_bytes(kept.read_bytes())
    plural = ["-pluralonly"] if code == "en" else []
    tool("lupdate", "-no-obsolete", *plural, *SOURCES, "-ts", fresh)
    texts = spoken_by(fresh)
    assert len(texts) > (300 if code != "en" else 8)
    assert [key for key, forms in texts.items() if not forms or not all(forms)] == []
    assert texts == spoken_by(kept), "make translations"


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_what_is_filled_in_and_the_key_to_press(code):
    for (_, source), forms in spoken_by(TRANSLATIONS / f"kolorit_{code}.ts").items():
        for form in forms:
            assert sorted(re.findall(r"%\w+|\{.*?\}", form)) == sorted(
                re.findall(r"%\w+|\{.*?\}", source)
            ), form
            assert form.count("&") == source.count("&"), form
            assert form.endswith("…") == source.endswith("…"), form


SLOPPY = {
    "de": r"[«»”]|“(?=\w)",
    "es": r"[“”„]",
    "fr": r"[“”„]| [;:?!»]|« ",
    "ru": r"[“”„]",
}
"""What a typesetter of the language would mend; a blank before a percent sign is one in all."""


@pytest.mark.parametrize("code", OTHERS)
def test_translations_are_set_as_the_language_is(code):
    texts = spoken_by(TRANSLATIONS / f"kolorit_{code}.ts")
    sloppy = re.compile(rf"{SLOPPY[code]}|[\"']|(?:%1|%2|%3|\d) %(?![\dL])")
    assert [form for forms in texts.values() for form in forms if sloppy.search(form)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_that_of_the_source(code, tmp_path):
    compiled = tmp_path / "fresh.qm"
    tool("lrelease", TRANSLATIONS / f"kolorit_{code}.ts", "-qm", compiled)
    assert compiled.read_bytes() == (TRANSLATIONS / f"kolorit_{code}.qm").read_bytes()


def test_no_module_shows_words_that_nobody_can_translate():
    found = {path: bare_words(Path(path).read_text(encoding="utf-8")) for path in SOURCES}
    assert {path: words for path, words in found.items() if words} == {}


def test_bare_words_are_noticed():
    source = 'label.setText("Hello")\nLabel(f"{n} photos")\nbox.addItem(self.tr("Fine"))\n'
    assert bare_words(source) == [(1, "Hello"), (2, " photos")]


def test_every_bundled_model_has_its_sentence_among_those_to_translate():
    assert {entry.summary for entry in bundled_models()} <= set(SUMMARIES)


class Marking(QTranslator):
    """Puts everything that reaches a translator into brackets, and remembers it."""

    def __init__(self, parent):
        super().__init__(parent)
        self.asked = set()

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        self.asked.add((context, source))
        return f"⟦{source}⟧"


def test_everything_that_is_shown_has_been_through_a_translator(
    qtbot, languages, qapp, opened, settings
):
    opened.batches.open()
    opened.batches.dialog.progress.show_counts(Counts(9, 1, 1, 1, 1, 1, 1))
    opened.hints.palette.show_offer([GREENISH], [GRAY], None)
    windows = [opened, opened.hints.palette, opened.batches.dialog, Preferences(settings)]
    windows.append(Shortcuts(lambda: [("⟦Action⟧", "⟦Shortcut⟧")]))
    for widget in windows[3:]:
        qtbot.addWidget(widget)
    marking = Marking(qapp)
    qapp.installTranslator(marking)
    for widget in qapp.allWidgets():
        getattr(widget, "retranslate", lambda: None)()
    # Qt's own buttons hear of it by an event
    qtbot.waitUntil(lambda: not any(left_in(w, "OK", "Cancel", "Close") for w in windows))
    seen = {text for widget in windows for text in shown_texts(widget)}
    assert len(seen) > 150
    left = {re.sub(r"⟦.*⟧", "", text, flags=re.DOTALL) for text in seen}
    assert {text for text in left if re.search(r"[^\W\d_]{2,}", _NAMES.sub("", text))} == set()
    known = set(spoken_by(TRANSLATIONS / "kolorit_ru.ts"))
    own = {key for key in marking.asked if not key[0].startswith("Q")}
    assert len(own) > 150
    assert own - known == {("Models", entry.summary) for entry in opened._models}


def test_the_open_window_speaks_another_language_at_once(qtbot, opened, settings, languages, qapp):
    appearance = Appearance(qapp, settings)
    opened.adjust.rows["strength"].box.setValue(50)
    settings.set(keys.LANGUAGE, "ru")
    actions = opened.actions_by_name
    titles = [action.text() for action in opened.menuBar().actions()]
    assert titles == ["&Файл", "&Правка", "&Вид", "Прео&бразование", "Реставрац&ия", "&Справка"]
    assert actions["undo"].text() == "&Отменить: сила цвета"
    assert actions["set-colors"].iconText() == "Цветовые подсказки"
    assert opened.adjust.rows["strength"].slider.accessibleName() == "Сила цвета"
    assert "photo.png: раскрашено" in opened.filmstrip.item(0).toolTip()
    assert opened._workspace.candidates.buttons[1].text() == "ровный"
    assert QLocale().language() == QLocale.Language.Russian
    settings.set(keys.LANGUAGE, "en")
    assert actions["undo"].text() == "&Undo color strength"
    appearance.deleteLater()


def test_open_dialogs_speak_another_language_at_once(qtbot, opened, settings, languages):
    languages("en")
    preferences = Preferences(settings, opened)
    shortcuts = Shortcuts(lambda: rows_of(opened.actions_by_name.values()), opened)
    choose(preferences.theme, "dark")
    opened.batches.open()
    dialog, palette = opened.batches.dialog, opened.hints.palette
    dialog.form.include.setText("*.tif")
    dialog._on_ended(Counts(9, 8, 0, 0, 1, 0, 0), None)
    palette.open_at(opened.pos(), can_remove=True)
    palette.show_offer([GREENISH], [GRAY], None)
    for widget in (preferences, shortcuts):
        widget.show()
    languages("de")
    qtbot.waitUntil(lambda: "Abbrechen" in shown_texts(preferences))
    assert preferences.windowTitle() == "Einstellungen"
    assert preferences.theme.currentText() == "Dunkel"
    assert not left_in(preferences, "General", "Saving", "Automatic", "Same folder as the photo")
    rows = {
        shortcuts.table.item(row, 0).text(): shortcuts.table.item(row, 1).text()
        for row in range(shortcuts.table.rowCount())
    }
    assert rows["Ordner öffnen"] == "Strg+Umschalt+O"
    assert rows["Foto verschieben"].startswith("Umschalt+")
    assert rows["Nächstes Foto"] == "Strg+Bild ab"
    assert rows["Farbvorgabe mit der Tastatur setzen"].endswith("Eingabe")
    assert "Schließen" in shown_texts(shortcuts)
    assert shortcuts.table.horizontalHeaderItem(0).text() == "Aktion"
    assert dialog.windowTitle() == "Ordner kolorieren"
    assert dialog.progress.title.text() == "Fertig, aber 1 Foto ist fehlgeschlagen."
    assert dialog.progress.counts.text() == "9 von 9: 8 koloriert, 1 fehlgeschlagen"
    assert dialog.form.include.text() == "*.tif"
    assert palette.choices[0].accessibleName() == "Grün – zu 40\N{NO-BREAK SPACE}% wahrscheinlich"
    assert palette.recent[0].toolTip() == "Grau"


def left_in(window, *words):
    return set(words) & set(shown_texts(window))


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("de", ["1 fehlgeschlagen", "3 fehlgeschlagen", "5 fehlgeschlagen"]),
        ("en", ["1 failed", "3 failed", "5 failed"]),
        ("es", ["1 fallida", "3 fallidas", "5 fallidas"]),
        ("fr", ["1 échec", "3 échecs", "5 échecs"]),
        ("ru", ["1 ошибка", "3 ошибки", "5 ошибок"]),
    ],
)
def test_numbers_inflect_what_they_count(qtbot, languages, code, texts):
    languages(code)
    progress = BatchProgress()
    qtbot.addWidget(progress)
    for count, text in zip((1, 3, 5), texts, strict=True):
        progress.show_counts(Counts(9, 0, 0, 0, count, 0, 0))
        assert progress.counts.text().endswith(text)


def test_one_photo_is_not_photos(languages):
    languages("en")
    assert "Reopen your 2 photos?" in crashed_message(2)[0]
    assert "Reopen your photo?" in crashed_message(1)[0]
    languages("de")
    assert "Ihre 2 Fotos wieder öffnen?" in crashed_message(2)[0]


def test_qt_says_its_own_words_in_the_language_too(languages):
    languages("fr")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_the_first_language_that_there_is_serves():
    assert spoken(["pt-BR", "fr-CA", "ru"]) == "fr"
    assert spoken(["de-AT", "fr-CH"]) == "de"
    assert spoken(["es_MX"]) == "es"
    assert spoken(["ja", "zh-Hans"]) == "en"


def key_to_press(text):
    match = re.search(r"&(\w)", text)
    return match.group(1).casefold() if match else None


def repeated(texts):
    pressed = [key for key in map(key_to_press, texts) if key]
    assert pressed
    return {key for key in pressed if pressed.count(key) > 1}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_letter_with_alt_means_two_things(qtbot, languages, opened, settings, code):
    languages(code)
    menus = opened._menus._menus.values()
    for menu in menus:
        assert repeated([action.text() for action in menu.actions()]) <= set(), menu.title()
    panel = [
        widget.text()
        for part in (opened.adjust, opened._workspace.crop_bar)
        for widget in part.findChildren(QWidget)
        if isinstance(widget, (Label, QAbstractButton))
    ]
    assert repeated([menu.title() for menu in menus] + panel) == set()
    opened.batches.open()
    dialog, preferences = opened.batches.dialog, Preferences(settings)
    qtbot.addWidget(preferences)
    at_first = [label.text() for label in dialog.form._labels.values()]
    at_first += [dialog.form.recursive.text(), dialog.form.sidecars.text()]
    at_first += [dialog.buttons[name].text() for name in ("preview", "start")]
    assert repeated(at_first) == set()
    for names in (("pause", "stop"), ("folder", "back", "report", "retry")):
        assert repeated([dialog.buttons[name].text() for name in names]) == set()
    texts = [label.text() for label in preferences.findChildren(Label) if label.buddy()]
    assert repeated([*texts, preferences.provenance.text()]) == set()
    palette = opened.hints.palette
    assert repeated([b.text() for b in (palette.gray, palette.pick, palette.remove)]) == set()


@pytest.fixture
def letters(request, qapp):
    """Letters so many times as large as usual, as the user has set them in the system."""
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


@pytest.mark.parametrize("letters", [1.0, 1.5], indirect=True)
def test_there_is_room_for_every_word(qtbot, letters, languages, opened, settings):
    opened.resize(1280, 900)
    opened.batches.open()
    opened.messages.show_message("“photo.png” was not saved.", Tone.ERROR, action="Again")
    for code in LANGUAGES:
        languages(code)
        preferences = Preferences(settings)
        qtbot.addWidget(preferences)
        preferences.show()
        for widget in (opened, preferences, opened.batches.dialog):
            qtbot.waitUntil(partial(all_fits, widget, code))


def all_fits(widget, code):
    assert clipped(widget) == [], code


def test_words_without_room_are_noticed(qtbot):
    label = Label("far too many words")
    parent = QWidget()
    qtbot.addWidget(parent)
    label.setParent(parent)
    label.resize(label.sizeHint().width() - 2, 30)
    parent.show()
    assert clipped(parent) == [("Label", "far too many words")]
