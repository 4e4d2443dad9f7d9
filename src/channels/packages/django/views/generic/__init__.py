"""Views as classes. Those that show objects of a database are not here."""

from .base import RedirectView, TemplateView, View

__all__ = ['RedirectView', 'TemplateView', 'View']


def __getattr__(name):
    if name in ('ListView', 'DetailView', 'CreateView', 'UpdateView', 'DeleteView', 'FormView'):
        raise ImportError(f'django.views.generic.{name}: there is no ORM and there are no forms here; use View or TemplateView.')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
