"""The commands that every project has."""

NAMES = ('check', 'makemigrations', 'migrate', 'runserver', 'test')

# Packages that are installed have no folder that could be listed.
OF_PACKAGES = {
    'channels': ('rundelay', 'runserver', 'runworker'),
    'daphne': ('runserver',),
}
