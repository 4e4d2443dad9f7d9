/**
 * The modules `_md5`, `_sha1`, `_sha2` and `_sha3` (Modules/md5module.c and its sisters): hash objects over `block-hash.ts`,
 * `sha2.ts` and `keccak.ts`.
 */
import { bufferOf } from '../objects/buffer.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, nativeFunction } from '../objects/native.ts';
import { asSmallInt } from '../objects/protocol.ts';
import { nativeType, PyBytes, PyObject, type PyType, typeOf, type Value } from '../objects/value.ts';
import { BlockHash } from './block-hash.ts';
import { SHA3_NAMES, Sha3 } from './keccak.ts';
import { Sha } from './sha2.ts';

type Hash = BlockHash | Sha | Sha3;

class PyHash extends PyObject {
  readonly hash: Hash;
  constructor(cls: PyType, hash: Hash) {
    super(cls);
    this.hash = hash;
  }
}

function bytesOf(value: Value): Uint8Array {
  if (typeof value === 'string') return raise(TypeError, 'Strings must be encoded before hashing');
  return bufferOf(value) ?? raise(TypeError, `object supporting the buffer API required, not ${typeOf(value).tpName}`);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function digestOf({ hash }: PyHash, length?: Value): Uint8Array {
  if (length === undefined || !(hash instanceof Sha3)) return hash.digest();
  const size = asSmallInt(length);
  return size < 0 ? raise(ValueError, 'value must be positive') : hash.digest(size);
}

/** The type of the hash objects of one algorithm. */
function hashType(module: string, typeName: string, hasLength: boolean): PyType {
  const cls = nativeType(typeName);
  cls.attrs.set('__module__', module);
  cls.isBaseType = false;
  method(cls, 'update', 'self, obj, /', (self: PyHash, data: Value) => {
    self.hash.update(bytesOf(data));
    return null;
  });
  const signature = hasLength ? 'self, length' : 'self, /';
  method(cls, 'digest', signature, (self: PyHash, length?: Value) => new PyBytes(digestOf(self, length)));
  method(cls, 'hexdigest', signature, (self: PyHash, length?: Value) => hex(digestOf(self, length)));
  method(cls, 'copy', 'self, /', (self: PyHash) => new PyHash(self.cls, self.hash.copy()));
  getset(cls, 'name', (self: PyHash) => self.hash.name);
  getset(cls, 'digest_size', (self: PyHash) => self.hash.digestSize);
  getset(cls, 'block_size', (self: PyHash) => self.hash.blockSize);
  return cls;
}

interface Maker {
  readonly name: string;
  readonly typeName: string;
  readonly make: () => Hash;
}

function hashModule(module: string, makers: readonly Maker[]): () => Map<string, Value> {
  const types = makers.map(({ name, typeName }) => hashType(module, typeName, name.startsWith('shake')));
  return () => {
    const names = new Map<string, Value>();
    for (const [index, { name, make }] of makers.entries()) {
      const cls = types[index] as PyType;
      const start = (data?: Value, _security?: Value, string?: Value) => {
        const hash = make();
        const first = data ?? string;
        if (first !== undefined && first !== null) hash.update(bytesOf(first));
        return new PyHash(cls, hash);
      };
      names.set(name, nativeFunction(name, "data=b'', *, usedforsecurity=True, string=None", start));
      if (cls.name !== name) names.set(cls.name, cls);
    }
    return names;
  };
}

export const md5Module = hashModule('_md5', [{ name: 'md5', typeName: 'md5', make: () => new BlockHash('md5') }]);
export const sha1Module = hashModule('_sha1', [{ name: 'sha1', typeName: 'sha1', make: () => new BlockHash('sha1') }]);
export const sha2Module = hashModule('_sha2', [
  { name: 'sha224', typeName: 'SHA224Type', make: () => new BlockHash('sha224') },
  { name: 'sha256', typeName: 'SHA256Type', make: () => new BlockHash('sha256') },
  { name: 'sha384', typeName: 'SHA384Type', make: () => new Sha('sha384') },
  { name: 'sha512', typeName: 'SHA512Type', make: () => new Sha('sha512') },
]);
export const sha3Module = hashModule(
  '_sha3',
  SHA3_NAMES.map((name) => ({ name, typeName: name, make: () => new Sha3(name) })),
);
