/**
 * The files of a run: a small tree in memory, gone when the run ends. All its processes share it; what is open belongs to each. One
 * user owns everything.
 */

import { encodeText } from '../objects/encoding.ts';
import { OSError, type PyException, raise, raiseObject, ValueError } from '../objects/errors.ts';
import { call } from '../objects/protocol.ts';
import type { Value } from '../objects/value.ts';
import { type Machine, machine } from '../vm/machine.ts';
import type { Scheduler } from '../vm/scheduler.ts';
import { freeDescriptor } from './descriptors.ts';

export interface FileNode {
  readonly kind: 'file';
  readonly inode: number;
  bytes: Uint8Array;
  /** How many of `bytes` are the file's. */
  size: number;
  mode: number;
  /** Seconds of virtual time. */
  modified: number;
  /** `/dev/null`: what is written is gone; or the name of a Unix socket, which cannot be opened. */
  special?: 'null' | 'socket';
}
export interface FolderNode {
  readonly kind: 'folder';
  readonly inode: number;
  readonly entries: Map<string, Node>;
  mode: number;
  modified: number;
}
export type Node = FileNode | FolderNode;

/** An open file: what a file descriptor stands for. */
export interface OpenFile {
  readonly node: FileNode;
  position: number;
}

/** One for all processes of a run. */
interface Disk {
  readonly root: FolderNode;
  nextInode: number;
}

/** What a process sees of it. */
export interface Files {
  readonly disk: Disk;
  readonly open: Map<number, OpenFile>;
  cwd: string;
}

const REASONS: Readonly<Record<number, string>> = {
  1: 'Operation not permitted',
  2: 'No such file or directory',
  6: 'No such device or address',
  9: 'Bad file descriptor',
  17: 'File exists',
  20: 'Not a directory',
  21: 'Is a directory',
  22: 'Invalid argument',
  39: 'Directory not empty',
};
const HOME = '/home/user';
const BYTES_MAX = 64_000_000;
const disks: WeakMap<Scheduler, Disk> = new WeakMap();
const filesOfMachine: WeakMap<Machine, Files> = new WeakMap();

export function files(): Files {
  const known = filesOfMachine.get(machine);
  if (known !== undefined) return known;
  let disk = disks.get(machine.scheduler);
  const isNew = disk === undefined;
  if (disk === undefined) {
    const root: FolderNode = { kind: 'folder', inode: 2, entries: new Map(), mode: 0o755, modified: 0 };
    disk = { root, nextInode: 3 };
    disks.set(machine.scheduler, disk);
  }
  const made: Files = { disk, open: new Map(), cwd: HOME };
  filesOfMachine.set(machine, made);
  if (isNew) {
    for (const path of ['/home', HOME, '/tmp', '/dev', '/dev/shm']) makeFolder(path, path);
    makeFile('/dev/null', '/dev/null').special = 'null';
  }
  return made;
}

/** The scenario's files, where its program is. */
export function putFiles(given: readonly { readonly name: string; readonly text: string }[]): void {
  for (const { name, text } of given) {
    const folders = name.split('/').slice(0, -1);
    for (let depth = 1; depth <= folders.length; depth++) {
      const folder = folders.slice(0, depth).join('/');
      if (nodeAt(folder, folder) === null) makeFolder(folder, folder);
    }
    writeAt(makeFile(name, name), 0, encodeText(text, 'utf-8', 'surrogatepass'));
  }
}

/** Of the process: a relative path begins there. */
export function setFolder(of: Machine, cwd: string): void {
  const known = filesOfMachine.get(of);
  const made: Files = known ?? { disk: files().disk, open: new Map(), cwd };
  made.cwd = cwd;
  filesOfMachine.set(of, made);
}

/** A new process has a file open that the current one has open: they share the place in it. */
export function inheritFile(child: Machine, own: number, parents: number): boolean {
  const open = files().open.get(parents);
  const childs = filesOfMachine.get(child);
  if (open === undefined || childs === undefined) return false;
  childs.open.set(own, open);
  return true;
}

export function raiseOs(errno: number, ...names: Value[]): never {
  const [first, second] = names;
  const reason = REASONS[errno] ?? 'Unknown error';
  if (names.length === 0) return raiseObject(call(OSError, errno, reason) as PyException);
  if (names.length === 1) return raiseObject(call(OSError, errno, reason, first) as PyException);
  return raiseObject(call(OSError, errno, reason, first, null, second) as PyException);
}

/** The parts of a path from the root, `.` and `..` resolved. */
function partsOf(path: string): string[] {
  if (path.includes('\0')) return raise(ValueError, 'embedded null byte');
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${files().cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

export function absolute(path: string): string {
  return `/${partsOf(path).join('/')}`;
}

/** A path as the scenario names its files: relative to where they lie. Others stay as they are. */
export function belowHome(path: string): string {
  const full = absolute(path);
  return full.startsWith(`${HOME}/`) ? full.slice(HOME.length + 1) : path;
}

/** `shown` is how the program named it, for the exception. */
export function nodeAt(path: string, shown: Value): Node | null {
  if (path === '') return null;
  let node: Node = files().disk.root;
  for (const part of partsOf(path)) {
    if (node.kind === 'file') return raiseOs(20, shown);
    const next = node.entries.get(part);
    if (next === undefined) return null;
    node = next;
  }
  return node.kind === 'file' && path.endsWith('/') ? raiseOs(20, shown) : node;
}

export function existing(path: string, shown: Value): Node {
  return nodeAt(path, shown) ?? raiseOs(2, shown);
}

/** Of a file, as UTF-8; null: there is none. */
export function textAt(path: string): string | null {
  let node: Node = files().disk.root;
  for (const part of partsOf(path)) {
    const next: Node | undefined = node.kind === 'folder' ? node.entries.get(part) : undefined;
    if (next === undefined) return null;
    node = next;
  }
  return node.kind === 'file' ? new TextDecoder().decode(node.bytes.subarray(0, node.size)) : null;
}

/** The folder that an entry lies in, and its name there. */
export function parentOf(path: string, shown: Value): { readonly folder: FolderNode; readonly name: string } {
  const parts = partsOf(path);
  const name = path === '' ? undefined : parts.pop();
  if (name === undefined) return raiseOs(path === '' ? 2 : 1, shown);
  const folder = existing(`/${parts.join('/')}`, shown);
  return folder.kind === 'folder' ? { folder, name } : raiseOs(20, shown);
}

export function makeFolder(path: string, shown: Value, mode = 0o755): void {
  if (nodeAt(path, shown) !== null) return raiseOs(17, shown);
  const { folder, name } = parentOf(path, shown);
  put(folder, name, {
    kind: 'folder',
    inode: files().disk.nextInode++,
    entries: new Map(),
    mode: mode & 0o755,
    modified: machine.clock.now(),
  });
}

export function makeFile(path: string, shown: Value): FileNode {
  const { folder, name } = parentOf(path, shown);
  const now = machine.clock.now();
  const inode = files().disk.nextInode++;
  const node: FileNode = { kind: 'file', inode, bytes: new Uint8Array(0), size: 0, mode: 0o644, modified: now };
  put(folder, name, node);
  return node;
}

/** The name that bind() of a Unix socket makes. */
export function makeSocketFile(path: string): void {
  const node = makeFile(path, path);
  node.special = 'socket';
  node.mode = 0o755;
}

export function put(folder: FolderNode, name: string, node: Node): void {
  folder.entries.set(name, node);
  folder.modified = machine.clock.now();
}

export function remove(folder: FolderNode, name: string): void {
  folder.entries.delete(name);
  folder.modified = machine.clock.now();
}

export function writeAt(node: FileNode, position: number, added: Uint8Array): void {
  if (node.special === 'null') return;
  const end = position + added.length;
  if (end > BYTES_MAX)
    raise(machine.builtins.get('MemoryError') as typeof ValueError, 'a file here has a limit of 64 MB');
  if (end > node.bytes.length) {
    const grown = new Uint8Array(Math.max(end, node.bytes.length * 2, 64));
    grown.set(node.bytes.subarray(0, node.size));
    node.bytes = grown;
  }
  if (position > node.size) node.bytes.fill(0, node.size, position);
  node.bytes.set(added, position);
  node.size = Math.max(node.size, end);
  node.modified = machine.clock.now();
}

export function truncate(node: FileNode, size: number): void {
  if (size > node.size) writeAt(node, node.size, new Uint8Array(size - node.size));
  node.bytes.fill(0, size);
  node.size = size;
  node.modified = machine.clock.now();
}

export function openDescriptor(node: FileNode, position = 0): number {
  return registerFile({ node, position });
}

/** A number for a file that is open already. */
export function registerFile(open: OpenFile): number {
  const number = freeDescriptor();
  files().open.set(number, open);
  return number;
}

export function descriptor(number: number): OpenFile {
  return files().open.get(number) ?? raiseOs(9);
}
