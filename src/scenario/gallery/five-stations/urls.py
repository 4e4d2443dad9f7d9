"""A view. Its request goes by five stations: browser, server, layer, worker, back."""
import time

from django.http import HttpResponse
from django.urls import path


def hello(request):
    time.sleep(0.03)
    return HttpResponse('hi')


urlpatterns = [path('', hello)]
