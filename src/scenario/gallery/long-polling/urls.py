from django.http import HttpResponse
from django.urls import path

from channels import Group
from channels.exceptions import ResponseLater


def wait(request):
    Group('news').add(request.reply_channel)
    raise ResponseLater()


urlpatterns = [path('wait', wait)]
