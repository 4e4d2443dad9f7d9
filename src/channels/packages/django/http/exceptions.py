"""What a view raises to be answered with 404."""


class Http404(Exception):
    """Answered with 404."""
