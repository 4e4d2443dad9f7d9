/** The module `_blake2`. CPython: Modules/blake2module.c. */
import { needBuffer } from '../objects/buffer.ts';
import { hexText } from '../objects/bytes.ts';
import { OverflowError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { getset, type Keywords, method, newMethod } from '../objects/native.ts';
import { asIndex, asSmallInt, truthy } from '../objects/protocol.ts';
import { nativeType, PyBytes, PyObject, type PyType, type Value } from '../objects/value.ts';
import { Blake2 } from './blake2.ts';

class PyBlake2 extends PyObject {
  readonly hash: Blake2;
  constructor(cls: PyType, hash: Blake2) {
    super(cls);
    this.hash = hash;
  }
}

interface Sizes {
  readonly name: 'blake2b' | 'blake2s';
  readonly digest: number;
  readonly salt: number;
  readonly offsetBits: bigint;
}

/** CPython: py_blake2_new. */
function make(
  cls: PyType,
  { digest, name, offsetBits, salt }: Sizes,
  args: readonly Value[],
  given: Keywords,
): PyBlake2 {
  if (args.length > 2)
    return raise(TypeError, `${name}() takes at most 1 positional argument (${args.length - 1} given)`);
  const number = (key: string, missing: number): number => {
    const value = given?.get(key);
    return value === undefined ? missing : asSmallInt(value);
  };
  const bytes = (key: string, most: number): Uint8Array => {
    const value = given?.get(key);
    const found = value === undefined ? new Uint8Array(0) : needBuffer(value);
    return found.length <= most ? found : raise(ValueError, `maximum ${key} length is ${most} bytes`);
  };
  const within = (key: string, missing: number, least: number, most: number): number => {
    const value = number(key, missing);
    return value >= least && value <= most ? value : raise(ValueError, `${key} must be between ${least} and ${most}`);
  };
  const digestSize = number('digest_size', digest);
  if (digestSize <= 0 || digestSize > digest) {
    const kind = name.replace('b', 'B');
    return raise(ValueError, `digest_size for ${kind} must be between 1 and ${digest} bytes, here it is ${digestSize}`);
  }
  const nodeOffset = BigInt(asIndex(given?.get('node_offset') ?? 0));
  if (nodeOffset >> offsetBits !== 0n) return raise(OverflowError, 'node_offset is too large');
  const leafSize = number('leaf_size', 0);
  if (leafSize < 0 || leafSize > 0xffffffff) return raise(OverflowError, 'leaf_size is too large');
  const hash = new Blake2(name, {
    digestSize,
    key: bytes('key', digest),
    salt: bytes('salt', salt),
    person: bytes('person', salt),
    fanout: within('fanout', 1, 0, 255),
    depth: within('depth', 1, 1, 255),
    leafSize,
    nodeOffset,
    nodeDepth: within('node_depth', 0, 0, 255),
    innerSize: within('inner_size', 0, 0, digest),
    isLastNode: truthy(given?.get('last_node') ?? false),
  });
  const data = args[1] ?? given?.get('string') ?? given?.get('data');
  if (data !== undefined && data !== null) hash.update(hashable(data));
  return new PyBlake2(cls, hash);
}

function hashable(data: Value): Uint8Array {
  return typeof data === 'string' ? raise(TypeError, 'Strings must be encoded before hashing') : needBuffer(data);
}

function blakeType(sizes: Sizes): PyType {
  const cls = nativeType(sizes.name);
  cls.attrs.set('__module__', '_blake2');
  newMethod(cls, (args, keywords, made) => make(made, sizes, args, keywords));
  method(cls, 'update', 'self, data, /', (self: PyBlake2, data: Value) => {
    self.hash.update(hashable(data));
    return null;
  });
  method(cls, 'digest', 'self, /', (self: PyBlake2) => new PyBytes(self.hash.digest()));
  method(cls, 'hexdigest', 'self, /', (self: PyBlake2) => hexText(self.hash.digest(), undefined, undefined));
  method(cls, 'copy', 'self, /', (self: PyBlake2) => new PyBlake2(self.cls, self.hash.copy()));
  getset(cls, 'name', (self) => (self as PyBlake2).hash.name);
  getset(cls, 'digest_size', (self) => (self as PyBlake2).hash.digestSize);
  getset(cls, 'block_size', (self) => (self as PyBlake2).hash.blockSize);
  for (const [key, value] of [
    ['MAX_DIGEST_SIZE', sizes.digest],
    ['MAX_KEY_SIZE', sizes.digest],
    ['SALT_SIZE', sizes.salt],
    ['PERSON_SIZE', sizes.salt],
  ] as const)
    cls.attrs.set(key, value);
  return cls;
}

const blake2b = blakeType({ name: 'blake2b', digest: 64, salt: 16, offsetBits: 64n });
const blake2s = blakeType({ name: 'blake2s', digest: 32, salt: 8, offsetBits: 48n });

export function blake2Module(): Map<string, Value> {
  return new Map<string, Value>([
    ['blake2b', blake2b],
    ['blake2s', blake2s],
  ]);
}
