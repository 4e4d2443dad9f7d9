import time

from django.http import HttpResponse
from django.urls import path


def page(request):
    time.sleep(0.01)
    return HttpResponse('a page')


urlpatterns = [path('', page)]
