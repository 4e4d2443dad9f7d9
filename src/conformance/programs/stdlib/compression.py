"""zlib, gzip, zipfile and tarfile: the same bytes as CPython, whole and in pieces, and the same complaints."""
import copy
import gzip
import hashlib
import io
import os
import tarfile
import tempfile
import zipfile
import zlib


def told(operation):
    try:
        print(repr(operation()))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, '|', error)


text = b''.join(b'line %d of the poem that never ends\n' % (i * i % 97) for i in range(400))
digest = lambda data: f'{len(data)} {hashlib.md5(data).hexdigest()}'
print(zlib.crc32(text), zlib.adler32(text), zlib.crc32(b'b', zlib.crc32(b'a')) == zlib.crc32(b'ab'), zlib.adler32(b'b', zlib.adler32(b'a')) == zlib.adler32(b'ab'))
for level in range(-1, 10):
    packed = zlib.compress(text, level)
    print(level, digest(packed), zlib.decompress(packed) == text)
for wbits in (-15, -9, 9, 15, 25, 31):
    packed = zlib.compress(text, wbits=wbits)
    print(wbits, digest(packed), zlib.decompress(packed, wbits) == text)
for strategy in (zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
    worker = zlib.compressobj(6, zlib.DEFLATED, 15, 9, strategy)
    print(strategy, digest(worker.compress(text) + worker.flush()))

worker = zlib.compressobj(level=9)
parts = [worker.compress(text[:5000]), worker.flush(zlib.Z_SYNC_FLUSH), worker.compress(text[5000:])]
twin = worker.copy()
tail, other = worker.flush(), twin.compress(b'more') + twin.flush()
print([digest(part) for part in parts], digest(tail), digest(other))
whole = b''.join(parts) + tail
reader = zlib.decompressobj()
out = reader.decompress(whole + b'rest', 100)
print(len(out), len(reader.unconsumed_tail) > 0, reader.eof, reader.unused_data)
second = copy.copy(reader)
while not reader.eof:
    out += reader.decompress(reader.unconsumed_tail, 4000)
out += reader.flush()
print(out == text, reader.eof, reader.unused_data, reader.unconsumed_tail, len(second.unconsumed_tail) > 0, second.eof)
dictionary = b'line of the poem'
worker = zlib.compressobj(zdict=dictionary)
packed = worker.compress(text) + worker.flush()
print(digest(packed), zlib.decompressobj(zdict=dictionary).decompress(packed) == text)

for operation in (
    lambda: zlib.decompress(b'nonsense'), lambda: zlib.decompress(b''), lambda: zlib.decompress(whole[:50]), lambda: zlib.decompress(whole[:-3] + b'abc'),
    lambda: zlib.compress('a'), lambda: zlib.compress(b'a', 10), lambda: zlib.compressobj(99), lambda: zlib.compressobj(wbits=99), lambda: zlib.decompressobj(99),
    lambda: zlib.decompressobj().decompress(b'ab', -1), lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj().decompress(packed),
    lambda: worker.compress(b'a'), lambda: zlib.decompress(zlib.compress(b'a') + b'extra'), lambda: zlib.crc32('a'), lambda: zlib.Compress, lambda: zlib.MAX_WBITS,
    lambda: type(zlib.compressobj()), lambda: type(zlib.decompressobj()), lambda: zlib.error.__mro__[1],
):
    told(operation)

print('-- gzip')
packed = gzip.compress(text, mtime=0)
print(digest(packed), gzip.decompress(packed) == text, gzip.decompress(packed + packed) == text * 2)
stream = io.BytesIO()
with gzip.GzipFile('poem', 'wb', fileobj=stream, mtime=1) as file:
    print(file.write(text), file.writable(), file.readable())
print(digest(stream.getvalue()))
with gzip.open(io.BytesIO(stream.getvalue()), 'rt') as lines:
    print(next(lines), len(lines.readlines()))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'poem.gz')
    with gzip.open(path, 'wt', encoding='utf-8') as file:
        file.write('grüße\n' * 3)
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        print(file.read().split(), os.path.getsize(path) > 20)
for operation in (lambda: gzip.decompress(b'nonsense'), lambda: gzip.decompress(packed[:30]), lambda: gzip.decompress(packed[:-1] + b'?')):
    told(operation)

print('-- zipfile')
stream = io.BytesIO()
with zipfile.ZipFile(stream, 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo('a/poem.txt', (2024, 5, 17, 12, 0, 0)), text, zipfile.ZIP_DEFLATED)
    archive.writestr(zipfile.ZipInfo('b.txt', (2024, 5, 17, 12, 0, 0)), 'plain')
    archive.comment = b'two files'
with zipfile.ZipFile(stream) as archive:
    print(archive.namelist(), archive.testzip(), archive.comment, archive.read('b.txt'), archive.read('a/poem.txt') == text)
    for info in archive.infolist():
        print(info.filename, info.file_size, info.compress_size, info.CRC, info.date_time, info.is_dir())
    with archive.open('a/poem.txt') as file:
        print(file.readline(), file.read(9))
    told(lambda: archive.read('missing'))
print(zipfile.is_zipfile(stream), digest(stream.getvalue()), [str(p.name) for p in zipfile.Path(stream).iterdir()])
told(lambda: zipfile.ZipFile(io.BytesIO(b'not a zip')))

print('-- tarfile')
stream = io.BytesIO()
with tarfile.open(fileobj=stream, mode='w:gz') as archive:
    info = tarfile.TarInfo('poem.txt')
    info.size, info.mtime = len(text), 1
    archive.addfile(info, io.BytesIO(text))
stream.seek(0)
with tarfile.open(fileobj=stream, mode='r:*') as archive:
    member = archive.getmember('poem.txt')
    print(archive.getnames(), member, member.size, member.mode, member.isfile(), archive.extractfile(member).read() == text)
told(lambda: tarfile.open(fileobj=io.BytesIO(b'not a tar'), mode='r:'))
