"""What every template may use."""

from django.utils.functional import lazystr_of


def csrf(request):
    from django.middleware.csrf import get_token

    return {'csrf_token': lazystr_of(lambda: get_token(request))}


def debug(request):
    from django.conf import settings

    return {'debug': True, 'sql_queries': []} if settings.DEBUG and request.META.get('REMOTE_ADDR') in getattr(settings, 'INTERNAL_IPS', ()) else {}


def request(request):
    return {'request': request}


def static(request):
    from django.conf import settings

    return {'STATIC_URL': settings.STATIC_URL}


def media(request):
    from django.conf import settings

    return {'MEDIA_URL': settings.MEDIA_URL}


def i18n(request):
    return {'LANGUAGE_CODE': 'en-us', 'LANGUAGE_BIDI': False}


def tz(request):
    from django.utils import timezone

    return {'TIME_ZONE': timezone.get_current_timezone_name()}
