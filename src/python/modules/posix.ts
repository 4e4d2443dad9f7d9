/** The module `posix`, as much of it as files in memory need; `../library/lean/os.py` is built on it. CPython: Modules/posixmodule.c. */
import { needBuffer } from '../objects/buffer.ts';
import { nativeFunction } from '../objects/native.ts';
import { asFloat, asSmallInt } from '../objects/protocol.ts';
import { PyBytes, PyFloat, PyList, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import { closeDescriptor, endpointAt, isPipeReader, isPipeWriter, network } from './descriptors.ts';
import {
  absolute,
  descriptor,
  existing,
  files,
  makeFile,
  makeFolder,
  type Node,
  nodeAt,
  openDescriptor,
  parentOf,
  put,
  raiseOs,
  remove,
  truncate,
  writeAt,
} from './files.ts';
import { pipeFunctions, readEndpoint, writeEndpoint } from './pipes.ts';
import { PATH_OR_DESCRIPTOR, plainPath, plainText } from './posix-paths.ts';
import { processFunctions } from './processes.ts';
import { structSequence, structSequenceType } from './struct-sequence.ts';

const ITEMS = ['mode', 'ino', 'dev', 'nlink', 'uid', 'gid', 'size'].map((name) => `st_${name}`);
const TIMES = ['st_atime', 'st_mtime', 'st_ctime'];
const statResult = structSequenceType(
  'os',
  'stat_result',
  [...ITEMS, ...TIMES, ...TIMES.map((name) => `${name}_ns`)],
  7,
);
const FOLDER = 0o040000;
const FILE = 0o100000;
/** S_IFIFO, S_IFSOCK */
const PIPE = 0o010000;
const SOCKET = 0o140000;
const CREATE = 0o100;
const EXCLUSIVE = 0o200;
const TRUNCATE = 0o1000;

/** DIVERGES: three more items than CPython shows lie in attributes only: the times. */
function statOf(node: Node): Value {
  const isFile = node.kind === 'file';
  const mode = (isFile ? (node.special === 'socket' ? SOCKET : FILE) : FOLDER) | node.mode;
  const time = new PyFloat(node.modified);
  const nanoseconds = Math.round(node.modified * 1e9);
  const items = [mode, node.inode, 1, isFile ? 1 : 2, 1000, 1000, isFile ? node.size : 4096];
  const times = TIMES.flatMap((name): [string, Value][] => [
    [name, time],
    [`${name}_ns`, nanoseconds],
  ]);
  return structSequence(statResult, items, new Map(times));
}

/** Pipes and sockets have no size and no time. */
function statOfEndpoint(fd: number): Value {
  const endpoint = endpointAt(fd);
  const isPipe = endpoint !== undefined && (isPipeReader(endpoint) || isPipeWriter(endpoint));
  const items = [(isPipe ? PIPE : SOCKET) | 0o600, fd, 1, 1, 1000, 1000, 0];
  const times = TIMES.flatMap((name): [string, Value][] => [
    [name, new PyFloat(0)],
    [`${name}_ns`, 0],
  ]);
  return structSequence(statResult, items, new Map(times));
}

function stat(given: Value): Value {
  if (typeof given === 'number' && endpointAt(given) !== undefined) return statOfEndpoint(given);
  if (typeof given === 'number') return statOf(descriptor(given).node);
  const path = plainPath(given, 'stat: path', PATH_OR_DESCRIPTOR);
  return statOf(existing(plainText(path), path));
}

function rename(src: Value, dst: Value): null {
  const [from, to] = [plainPath(src, 'rename: src'), plainPath(dst, 'rename: dst')];
  const [source, target] = [plainText(from), plainText(to)];
  const node = nodeAt(source, from) ?? raiseOs(2, from, to);
  const there = nodeAt(target, to);
  if (there?.kind === 'folder' && node.kind === 'file') return raiseOs(21, from, to);
  if (there?.kind === 'file' && node.kind === 'folder') return raiseOs(20, from, to);
  if (there?.kind === 'folder' && there.entries.size > 0) return raiseOs(39, from, to);
  if (absolute(target).startsWith(`${absolute(source)}/`)) return raiseOs(22, from, to);
  const old = parentOf(source, from);
  remove(old.folder, old.name);
  const place = parentOf(target, to);
  put(place.folder, place.name, node);
  return null;
}

function unlink(name: 'remove' | 'unlink', given: Value): null {
  const path = plainPath(given, `${name}: path`);
  const text = plainText(path);
  const node = existing(text, path);
  if (node.kind === 'folder') return raiseOs(21, path);
  if (node.special === 'socket') network().unlink(absolute(text));
  const place = parentOf(text, path);
  remove(place.folder, place.name);
  return null;
}

function rmdir(given: Value): null {
  const path = plainPath(given, 'rmdir: path');
  const text = plainText(path);
  const node = existing(text, path);
  if (node.kind === 'file') return raiseOs(20, path);
  if (node.entries.size > 0) return raiseOs(39, path);
  const { folder, name } = parentOf(text, path);
  remove(folder, name);
  return null;
}

/** A descriptor. `shown` is how the program named the file, for the exception; `how` are the flags of open(2). */
export function openPath(text: string, path: Value, how: number): number {
  let node = nodeAt(text, path);
  if (node !== null && how & CREATE && how & EXCLUSIVE) return raiseOs(17, path);
  if (node === null) node = how & CREATE ? makeFile(text, path) : raiseOs(2, path);
  if (node.kind === 'folder') return raiseOs(21, path);
  if (node.special === 'socket') return raiseOs(6, path);
  if (how & TRUNCATE) truncate(node, 0);
  return openDescriptor(node);
}

function access(given: Value): boolean {
  const path = plainPath(given, 'access: path');
  return nodeAt(plainText(path), path) !== null;
}

function touch(given: Value, times?: Value): null {
  const path = plainPath(given, 'utime: path', PATH_OR_DESCRIPTOR);
  const node = existing(plainText(path), path);
  node.modified = times instanceof PyTuple ? asFloat(times.items[1] ?? 0) : machine.clock.now();
  return null;
}

function chdir(given: Value): null {
  const path = plainPath(given, 'chdir: path', PATH_OR_DESCRIPTOR);
  const text = plainText(path);
  if (existing(text, path).kind === 'file') return raiseOs(20, path);
  files().cwd = absolute(text);
  return null;
}

function list(path?: Value): Value {
  const wanted = 'should be string, bytes, os.PathLike, integer or None';
  const shown = plainPath(path ?? '.', 'listdir: path', wanted);
  const node = existing(plainText(shown), shown);
  return node.kind === 'file' ? raiseOs(20, shown) : new PyList([...node.entries.keys()]);
}

export function posixModule(): Map<string, Value> {
  const functions = [
    nativeFunction('stat', 'path, *, dir_fd=None, follow_symlinks=True', stat),
    nativeFunction('lstat', 'path, *, dir_fd=None', stat),
    nativeFunction('fstat', 'fd', stat),
    nativeFunction('listdir', 'path=None', list),
    nativeFunction('mkdir', 'path, mode=511, *, dir_fd=None', (given: Value, mode?: Value) => {
      const path = plainPath(given, 'mkdir: path');
      makeFolder(plainText(path), path, mode === undefined ? 0o777 : asSmallInt(mode));
      return null;
    }),
    nativeFunction('rmdir', 'path, *, dir_fd=None', rmdir),
    nativeFunction('remove', 'path, *, dir_fd=None', (path: Value) => unlink('remove', path)),
    nativeFunction('unlink', 'path, *, dir_fd=None', (path: Value) => unlink('unlink', path)),
    nativeFunction('rename', 'src, dst, *, src_dir_fd=None, dst_dir_fd=None', rename),
    nativeFunction('replace', 'src, dst, *, src_dir_fd=None, dst_dir_fd=None', rename),
    nativeFunction('open', 'path, flags, mode=511, *, dir_fd=None', (given: Value, flags: Value) => {
      const path = plainPath(given, 'open: path');
      return openPath(plainText(path), path, asSmallInt(flags));
    }),
    nativeFunction('ftruncate', 'fd, length, /', (fd: Value, length: Value) => {
      truncate(descriptor(asSmallInt(fd)).node, asSmallInt(length));
      return null;
    }),
    nativeFunction('lseek', 'fd, position, whence, /', (fd: Value, position: Value, whence: Value) => {
      const file = descriptor(asSmallInt(fd));
      const from = [0, file.position, file.node.size][asSmallInt(whence)] ?? raiseOs(22);
      file.position = from + asSmallInt(position);
      return file.position;
    }),
    nativeFunction('close', 'fd', (fd: Value) => {
      if (closeDescriptor(asSmallInt(fd))) return null;
      descriptor(asSmallInt(fd));
      files().open.delete(asSmallInt(fd));
      return null;
    }),
    nativeFunction('write', 'fd, data, /', (fd: Value, data: Value) => {
      const endpoint = endpointAt(asSmallInt(fd));
      if (endpoint !== undefined) return writeEndpoint(endpoint, asSmallInt(fd), needBuffer(data));
      const file = descriptor(asSmallInt(fd));
      const bytes = needBuffer(data);
      writeAt(file.node, file.position, bytes);
      file.position += bytes.length;
      return bytes.length;
    }),
    nativeFunction('read', 'fd, length, /', (fd: Value, length: Value) => {
      const endpoint = endpointAt(asSmallInt(fd));
      if (endpoint !== undefined) return readEndpoint(endpoint, asSmallInt(fd), asSmallInt(length));
      const file = descriptor(asSmallInt(fd));
      const end = Math.min(file.node.size, file.position + asSmallInt(length));
      const bytes = file.node.bytes.slice(file.position, Math.max(end, file.position));
      file.position += bytes.length;
      return new PyBytes(bytes);
    }),
    ...pipeFunctions(),
    ...processFunctions(),
    nativeFunction('access', 'path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True', access),
    nativeFunction('chmod', 'path, mode, *, dir_fd=None, follow_symlinks=True', (given: Value, mode: Value) => {
      const path = plainPath(given, 'chmod: path', PATH_OR_DESCRIPTOR);
      existing(plainText(path), path).mode = asSmallInt(mode) & 0o7777;
      return null;
    }),
    nativeFunction('utime', 'path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True', touch),
    nativeFunction('getcwd', '', () => files().cwd),
    nativeFunction('chdir', 'path', chdir),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  return names.set('stat_result', statResult);
}
