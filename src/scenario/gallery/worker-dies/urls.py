"""The worker has taken the message, and the channel has forgotten it."""
import time

from django.http import HttpResponse
from django.urls import path


def page(request):
    time.sleep(0.1)
    return HttpResponse('a page')


urlpatterns = [path('', page)]
