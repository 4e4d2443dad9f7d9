"""Tests of a site: a client that asks it without a server, and cases."""

from .client import AsyncClient, AsyncRequestFactory, Client, RequestFactory
from .testcases import LiveServerTestCase, SimpleTestCase, TestCase, TransactionTestCase
from .utils import modify_settings, override_settings, tag

__all__ = ['AsyncClient', 'AsyncRequestFactory', 'Client', 'LiveServerTestCase', 'RequestFactory', 'SimpleTestCase', 'TestCase',
           'TransactionTestCase', 'modify_settings', 'override_settings', 'tag']
