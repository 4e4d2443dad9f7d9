from django.urls import path

from chat import views

urlpatterns = [
    path('alert/<text>/', views.alert),
    path('aalert/<text>/', views.alert_async),
    path('upload/<name>/', views.upload),
    path('login/', views.enter),
    path('stream/', views.stream),
]
