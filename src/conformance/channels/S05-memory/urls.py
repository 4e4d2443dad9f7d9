import time

from django.http import HttpResponse
from django.urls import path


def hello(request):
    time.sleep(0.01)
    return HttpResponse('hi')


urlpatterns = [path('', hello)]
