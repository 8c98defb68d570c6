"""Whole folders of photos: plan them, color them, keep a journal, report."""
