import asyncio
import io
import sys
import unittest
from unittest import mock


class TestPlain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up", cls.__name__)

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def test_ok(self):
        self.assertEqual({"a": 1}, {"a": 1})

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], "told you")

    def test_text(self):
        self.assertEqual("one\ntwo\n", "one\n2\n")

    def test_error(self):
        return 1 / 0

    @unittest.skip("not now")
    def test_skipped(self):
        """Never runs."""

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(3, [1])


class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        await asyncio.sleep(0.1)
        self.addAsyncCleanup(asyncio.sleep, 0.1)

    async def test_sleep(self):
        with self.assertRaisesRegex(ValueError, "h.y"):
            await asyncio.sleep(1)
            raise ValueError("hey")

    async def test_mock(self):
        send = mock.AsyncMock(side_effect=[3, KeyError("k")])
        self.assertEqual(await send(1), 3)
        send.assert_awaited_once_with(2)


with mock.patch("builtins.print") as fake:
    print("unseen")
print(fake.call_args_list, mock.Mock(return_value=3).f.g(1) is not None)
out = io.StringIO()
unittest.main(argv=["x", "-v"], exit=False, testRunner=lambda: None) if False else None
suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
result = unittest.TextTestRunner(out, verbosity=2).run(suite)
print("\n".join(line for line in out.getvalue().splitlines() if "<lib>" not in line and "lib/python" not in line and "~~" not in line))
print(result, result.wasSuccessful())
unittest.main(argv=["main.py", "-q", "TestAsync.test_sleep"])
