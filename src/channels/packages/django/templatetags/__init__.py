"""Tags of Django that are also functions."""
