"""The widget that shows the photo, before and after."""
