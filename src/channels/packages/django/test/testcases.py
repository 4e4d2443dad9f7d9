"""Cases of unittest, with a client and settings of their own; methods may be coroutine functions."""

import sys
import unittest

from asgiref.sync import async_to_sync, iscoroutinefunction

from .client import AsyncClient, Client
from .utils import modify_settings, override_settings


class SimpleTestCase(unittest.TestCase):
    client_class, async_client_class = Client, AsyncClient
    _overridden_settings = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if cls._overridden_settings:
            override = override_settings(**cls._overridden_settings)
            override.enable()
            cls.addClassCleanup(override.disable)

    def __call__(self, result=None):
        method = getattr(self, self._testMethodName)
        if iscoroutinefunction(method):
            setattr(self, self._testMethodName, async_to_sync(method))
        if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            return super().__call__(result)
        try:
            self._pre_setup()
        except Exception:
            result.addError(self, sys.exc_info())
            return None
        super().__call__(result)
        try:
            self._post_teardown()
        except Exception:
            result.addError(self, sys.exc_info())
        return None

    def _pre_setup(self):
        self.client, self.async_client = self.client_class(), self.async_client_class()

    def _post_teardown(self):
        """For a subclass."""

    def settings(self, **kwargs):
        return override_settings(**kwargs)

    def modify_settings(self, **kwargs):
        return modify_settings(**kwargs)

    def assertContains(self, response, text, count=None, status_code=200, msg_prefix='', html=False):
        self.assertEqual(response.status_code, status_code,
                         f"Couldn't retrieve content: Response code was {response.status_code} (expected {status_code})")
        content = (response.getvalue() if response.streaming else response.content).decode(response.charset)
        found = content.count(str(text))
        if count is None:
            self.assertTrue(found, f"Couldn't find {text!r} in the following response\n{response.content!r}")
        else:
            self.assertEqual(found, count, f'Found {found} instances of {text!r} (expected {count}) in the following response\n'
                             f'{response.content!r}')

    def assertNotContains(self, response, text, status_code=200, msg_prefix='', html=False):
        self.assertContains(response, text, 0, status_code)

    def assertRedirects(self, response, expected_url, status_code=302, target_status_code=200, fetch_redirect_response=True):
        self.assertEqual(response.status_code, status_code,
                         f"Response didn't redirect as expected: Response code was {response.status_code} (expected {status_code})")
        self.assertEqual(response['Location'], expected_url, f"Response redirected to '{response['Location']}', expected '{expected_url}'")
        if fetch_redirect_response:
            fetched = response.client.get(expected_url).status_code
            self.assertEqual(fetched, target_status_code, f"Couldn't retrieve redirection page '{expected_url}': response code was "
                             f'{fetched} (expected {target_status_code})')

    def assertJSONEqual(self, raw, expected_data, msg=None):
        import json

        expected = json.loads(expected_data) if isinstance(expected_data, str) else expected_data
        self.assertEqual(json.loads(raw), expected, msg=msg)

    def assertRaisesMessage(self, expected_exception, expected_message, *args, **kwargs):
        import re

        return self.assertRaisesRegex(expected_exception, re.escape(expected_message), *args, **kwargs)


class TransactionTestCase(SimpleTestCase):
    """There is no database that would have to be emptied."""

    databases, reset_sequences, serialized_rollback = {'default'}, False, False


class TestCase(TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.setUpTestData()

    @classmethod
    def setUpTestData(cls):
        """For a subclass: what all its tests begin with."""

    @classmethod
    def captureOnCommitCallbacks(cls, using='default', execute=False):
        from django.db import missing

        raise missing('captureOnCommitCallbacks')


class LiveServerTestCase(TransactionTestCase):
    """Needs a browser that is driven by Selenium: start the server as a process, and clients beside it."""

    @classmethod
    def setUpClass(cls):
        raise NotImplementedError(f'{cls.__name__}: there is no browser here that Selenium could drive. Start the server as a process '
                                  'of the Procfile, and clients beside it.')
