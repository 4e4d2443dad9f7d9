/**
 * The modules `mmap` and `_posixshmem`: bytes that processes share. A mapping shows the very bytes of a file in memory.
 * CPython: Modules/mmapmodule.c, Modules/_multiprocessing/posixshmem.c. DIVERGES: no offsets, no private copies; a file that grows
 * after it was mapped may part from its mapping.
 */
import { byteOf, needBuffer, zeroBytes } from '../objects/buffer.ts';
import { IndexError, OSError, raise, ValueError } from '../objects/errors.ts';
import { getset, method, nativeFunction, staticMethod } from '../objects/native.ts';
import { asIndex, asSmallInt } from '../objects/protocol.ts';
import { sliceIndices } from '../objects/slices.ts';
import { nativeType, PyByteArray, PyBytes, PySlice, type PyType, type Value } from '../objects/value.ts';
import { descriptor, parentOf, raiseOs, remove } from './files.ts';
import { openPath } from './posix.ts';
import { pathText } from './posix-paths.ts';

const PAGE_SIZE = 4096;
const SHARED_MEMORY = '/dev/shm';

const mmapType = nativeType('mmap');
mmapType.attrs.set('__module__', 'mmap');

/** A buffer like a bytearray, of a size that stays. */
class PyMmap extends PyByteArray {
  isClosed = false;
}

staticMethod(mmapType, '__new__', 'cls, /, fileno, length, flags=1, prot=3, access=0, offset=0', makeMmap);

function makeMmap(cls: PyType, fileno: Value, length: Value): Value {
  const fd = asSmallInt(fileno);
  const wanted = asIndex(length);
  if (wanted < 0) return raise(ValueError, 'memory mapped length must be positive');
  if (fd === -1) return new PyMmap(zeroBytes(wanted), cls);
  const { node } = descriptor(fd);
  if (node.size === 0) return raise(ValueError, 'cannot mmap an empty file');
  const size = wanted === 0 ? node.size : Number(wanted);
  if (size > node.size) return raise(ValueError, 'mmap length is greater than file size');
  return new PyMmap(node.bytes.subarray(0, size), cls);
}

function live(self: PyMmap): PyMmap {
  return self.isClosed ? raise(ValueError, 'mmap closed or invalid') : self;
}

function position(self: PyMmap, key: Value): number {
  const { length } = live(self).bytes;
  const index = Number(asIndex(key));
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? at : raise(IndexError, 'mmap index out of range');
}

method(mmapType, '__len__', 'self, /', (self: PyMmap) => live(self).bytes.length);

method(mmapType, '__getitem__', 'self, key, /', (self: PyMmap, key: Value) => {
  if (!(key instanceof PySlice)) return live(self).bytes[position(self, key)] ?? 0;
  const { start, step, count } = sliceIndices(key, live(self).bytes.length);
  return new PyBytes(Uint8Array.from({ length: count }, (_, index) => self.bytes[start + index * step] ?? 0));
});

method(mmapType, '__setitem__', 'self, key, value, /', (self: PyMmap, key: Value, value: Value) => {
  if (!(key instanceof PySlice)) {
    self.bytes[position(self, key)] = byteOf(value);
    return null;
  }
  const { start, step, count } = sliceIndices(key, live(self).bytes.length);
  const fresh = needBuffer(value).slice();
  if (fresh.length !== count) return raise(IndexError, 'mmap slice assignment is wrong size');
  for (const [index, byte] of fresh.entries()) self.bytes[start + index * step] = byte;
  return null;
});

method(mmapType, 'size', 'self, /', (self: PyMmap) => live(self).bytes.length);
method(mmapType, 'flush', 'self, offset=0, size=0, /', (self: PyMmap) => {
  live(self);
  return null;
});
method(mmapType, 'resize', 'self, newsize, /', () => raise(OSError, 'a mapping of shared memory keeps its size'));
method(mmapType, 'close', 'self, /', close);
method(mmapType, '__enter__', 'self, /', (self: PyMmap) => live(self));
method(mmapType, '__exit__', 'self, type, value, traceback, /', close);
getset(mmapType, 'closed', (self: PyMmap) => self.isClosed);

function close(self: PyMmap): null {
  self.isClosed = true;
  return null;
}

export function mmapModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['mmap', mmapType],
    ['error', OSError],
    ['ACCESS_DEFAULT', 0],
    ['ACCESS_READ', 1],
    ['ACCESS_WRITE', 2],
    ['ACCESS_COPY', 3],
    ['MAP_SHARED', 1],
    ['MAP_PRIVATE', 2],
    ['MAP_ANONYMOUS', 0x20],
    ['MAP_ANON', 0x20],
    ['PROT_READ', 1],
    ['PROT_WRITE', 2],
    ['PROT_EXEC', 4],
    ['PAGESIZE', PAGE_SIZE],
    ['ALLOCATIONGRANULARITY', PAGE_SIZE],
  ]);
}

/** A file in the folder that Linux has for shared memory. */
function sharedPath(name: Value): string {
  return `${SHARED_MEMORY}/${pathText(name, 'shm_open: name').replace(/^\/+/, '')}`;
}

export function posixshmemModule(): Map<string, Value> {
  return new Map<string, Value>([
    [
      'shm_open',
      nativeFunction('shm_open', 'path, flags, mode=511', (path: Value, flags: Value) =>
        openPath(sharedPath(path), path, asSmallInt(flags)),
      ),
    ],
    [
      'shm_unlink',
      nativeFunction('shm_unlink', 'path', (path: Value) => {
        const { folder, name } = parentOf(sharedPath(path), path);
        if (!folder.entries.has(name)) return raiseOs(2, path);
        remove(folder, name);
        return null;
      }),
    ],
  ]);
}
