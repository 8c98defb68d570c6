"""Words: of messages, models and controls, in the user's language."""
