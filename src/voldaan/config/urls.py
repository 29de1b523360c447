"""The addresses of the doors that a browser opens."""

from django.urls import include, path

urlpatterns = [path("", include("voldaan.interfaces.web.urls"))]
