"""A response that is rendered after the view, so that middleware may change its template or context."""

from django.http import HttpResponse


class TemplateResponse(HttpResponse):
    def __init__(self, request, template, context=None, content_type=None, status=None, **kwargs):
        self._request, self.template_name, self.context_data = request, template, context
        self.is_rendered, self._callbacks = False, []
        super().__init__('', content_type, status)

    def add_post_render_callback(self, callback):
        self._callbacks.append(callback)

    def render(self):
        if self.is_rendered:
            return self
        from . import loader

        self.content = loader.render_to_string(self.template_name, self.context_data, self._request)
        self.is_rendered = True
        for callback in self._callbacks:
            callback(self)
        return self
