"""The panel of sliders and hints."""
