import time

from django.http import HttpResponse
from django.urls import path


def page(request):
    time.sleep(0.02)
    return HttpResponse('page')


urlpatterns = [path('', page)]
