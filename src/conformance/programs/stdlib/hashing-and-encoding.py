import base64
import binascii
import hashlib
import hmac
import secrets
import struct
import uuid

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512"):
    h = hashlib.new(name)
    h.update(b"hello ")
    other = h.copy()
    h.update(b"world" * 40)
    print(name, h.hexdigest()[:40], other.hexdigest()[-12:], h.digest_size, h.block_size, h.name)
print(hashlib.shake_128(b"x").hexdigest(10), hashlib.md5(b"").hexdigest(), hashlib.sha256(b"a" * 64).hexdigest())
try:
    hashlib.sha256("text")
except TypeError as e:
    print(e)
try:
    hashlib.new("nothing")
except ValueError as e:
    print(e)

mac = hmac.new(b"key", b"message", "sha256")
print(mac.hexdigest(), hmac.compare_digest(mac.digest(), hmac.digest(b"key", b"message", "sha256")))
print(hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest())

data = bytes(range(0, 256, 37))
for f in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b16encode, base64.b85encode, base64.a85encode):
    print(f.__name__, f(data))
print(base64.b64decode("aGVsbG8gd29ybGQ="), base64.b64decode(b"aGVs\nbG8="), base64.urlsafe_b64decode("-_-_"))
for bad in ("abc", "abcde", "aGVsbG8"):
    try:
        print(base64.b64decode(bad))
    except binascii.Error as e:
        print(repr(e))
try:
    base64.b64decode("a*b=", validate=True)
except ValueError as e:
    print(type(e).__name__, e)
print(binascii.hexlify(b"\x01\xffabc", "-", 2), binascii.hexlify(b"\x01\xffabc", ":", -2), binascii.unhexlify("0aFF"))
for bad in ("abc", "zz"):
    try:
        binascii.unhexlify(bad)
    except binascii.Error as e:
        print(e)
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"hello", 0), binascii.b2a_base64(b"hi"))

print(struct.pack(">HIq", 1, 2, -3).hex(), struct.unpack("<3sxB?", b"abc\0\xff\x01"), struct.calcsize("=ihb"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x").version)
u = uuid.UUID("12345678123456781234567812345678")
print(u, u.int % 1000, u.bytes[:3], repr(u), uuid.uuid4().version, len(str(uuid.uuid4())))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(10) < 10, secrets.choice([7]))
