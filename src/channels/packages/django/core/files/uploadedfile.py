"""A file that came with a form."""

from io import BytesIO


class UploadedFile(BytesIO):
    def __init__(self, name, content, content_type='text/plain'):
        super().__init__(content or b'')
        self.name, self.content_type, self.size = name.replace('\\', '/').split('/')[-1], content_type, len(content or b'')
        self.charset = None

    def __repr__(self):
        return f'<{type(self).__name__}: {self.name} ({self.content_type})>'

    def chunks(self, chunk_size=64 * 1024):
        self.seek(0)
        return iter(lambda: self.read(chunk_size), b'')

    def multiple_chunks(self, chunk_size=64 * 1024):
        return self.size > chunk_size


class InMemoryUploadedFile(UploadedFile):
    pass


class SimpleUploadedFile(InMemoryUploadedFile):
    """Also for tests: a name and its bytes."""
