"""hashlib's BLAKE2: keys, salts, trees, sizes, and what is refused."""
import hashlib


def told(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, '|', error)


data = bytes(range(256)) * 5
for make in (hashlib.blake2b, hashlib.blake2s):
    print(make, make().name, make().digest_size, make().block_size, make.MAX_DIGEST_SIZE, make.MAX_KEY_SIZE, make.SALT_SIZE, make.PERSON_SIZE)
    for size in (0, 1, 63, 64, 65, 127, 128, 129, 256, 1280):
        print(size, make(data[:size]).hexdigest())
    print(make(b'abc', digest_size=8).hexdigest(), make(b'abc', key=b'secret', salt=b'salt', person=b'me').hexdigest())
    print(make(b'leaf', fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=32, last_node=True).hexdigest())
    whole, parts = make(data), make()
    for start in range(0, len(data), 100):
        parts.update(data[start:start + 100])
    twin = parts.copy()
    twin.update(b'more')
    print(whole.digest() == parts.digest(), twin.digest() == make(data + b'more').digest(), parts.digest() == whole.digest())
    for operation in (
        lambda: make('text'), lambda: make(digest_size=0), lambda: make(digest_size=65), lambda: make(key=b'x' * 65), lambda: make(salt=b'x' * 17),
        lambda: make(person=b'x' * 17), lambda: make(fanout=256), lambda: make(depth=0), lambda: make(node_depth=256), lambda: make().update('a'),
    ):
        told(operation)
print(hashlib.new('blake2b', b'abc', digest_size=4).hexdigest(), hashlib.new('blake2s').hexdigest(), 'blake2b' in hashlib.algorithms_guaranteed)
