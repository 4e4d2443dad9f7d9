"""The kinds of models there are: none."""
