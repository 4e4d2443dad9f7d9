"""Django from the command line: `python -m django`."""

from django.core import management

if __name__ == '__main__':
    management.execute_from_command_line()
