"""The pages of the admin."""


class AdminSite:
    site_header = site_title = index_title = 'Django administration'

    def __init__(self, name='admin'):
        self.name = name

    def register(self, model_or_iterable, admin_class=None, **options):
        from django.db import missing

        raise missing('admin.site.register')

    @property
    def urls(self):
        from django.urls import re_path

        return [re_path(r'^.*$', self.index, name='index')], 'admin', self.name

    def index(self, request, extra_context=None):
        from django.http import HttpResponse

        return HttpResponse(f'{self.site_header}: there is no database here, hence nothing to administer.', status=501, content_type='text/plain')


site = AdminSite()
