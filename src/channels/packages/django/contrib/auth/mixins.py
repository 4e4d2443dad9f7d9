"""Classes of views for those who are logged in."""

from .decorators import login_required


class LoginRequiredMixin:
    login_url = None

    def dispatch(self, request, *args, **kwargs):
        return login_required(super().dispatch, login_url=self.login_url)(request, *args, **kwargs)
