/** The module `_sha2` (Modules/sha2module.c): hash objects over `sha2.ts`. */
import { raise, TypeError } from '../objects/errors.ts';
import { bufferOf } from '../objects/buffer.ts';
import { getset, method, nativeFunction } from '../objects/native.ts';
import { nativeType, PyBytes, PyObject, type PyType, typeOf, type Value } from '../objects/value.ts';
import { Sha, SHA_VARIANTS, type ShaName } from './sha2.ts';

class PySha extends PyObject {
  readonly sha: Sha;
  constructor(cls: PyType, sha: Sha) {
    super(cls);
    this.sha = sha;
  }
}

function bytesOf(value: Value): Uint8Array {
  if (typeof value === 'string') return raise(TypeError, 'Strings must be encoded before hashing');
  return bufferOf(value) ?? raise(TypeError, `object supporting the buffer API required, not ${typeOf(value).name}`);
}

const NAMES: readonly ShaName[] = ['sha224', 'sha256', 'sha384', 'sha512'];
/** The 224-bit variant shares its type's shape with the 256-bit one; each has its own type all the same. */
const types = new Map<ShaName, PyType>(NAMES.map((name) => [name, shaType(`${name.toUpperCase()}Type`)]));

function shaType(typeName: string): PyType {
  const cls = nativeType(typeName);
  cls.attrs.set('__module__', '_sha2');
  cls.isBaseType = false;
  method(cls, 'update', 'self, obj, /', (self: PySha, data: Value) => {
    self.sha.update(bytesOf(data));
    return null;
  });
  method(cls, 'digest', 'self, /', (self: PySha) => new PyBytes(self.sha.digest()));
  method(cls, 'hexdigest', 'self, /', (self: PySha) => [...self.sha.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  method(cls, 'copy', 'self, /', (self: PySha) => new PySha(self.cls, self.sha.copy()));
  getset(cls, 'name', (self: PySha) => self.sha.name);
  getset(cls, 'digest_size', (self: PySha) => SHA_VARIANTS[self.sha.name].digestSize);
  getset(cls, 'block_size', (self: PySha) => SHA_VARIANTS[self.sha.name].blockSize);
  return cls;
}

/** A new hash object. */
function start(name: ShaName, data: Value | undefined): Value {
  const cls = types.get(name);
  if (cls === undefined) throw new Error(`no type for ${name}`);
  const sha = new Sha(name);
  if (data !== undefined) sha.update(bytesOf(data));
  return new PySha(cls, sha);
}

export function sha2Module(): Map<string, Value> {
  const makers = NAMES.map((name): [string, Value] => {
    return [name, nativeFunction(name, "data=b'', *, usedforsecurity=True, string=None", (data?: Value, _security?: Value, string?: Value) => start(name, data ?? string))];
  });
  return new Map<string, Value>([...makers, ...[...types.values()].map((cls): [string, Value] => [cls.name, cls])]);
}
