/** The module `_kombu`: what the Python of Kombu and Celery keeps in Redis or in memory, and what it tells of its tasks. */
import { assert } from '../lib/assert.ts';
import { closeDescriptor, openEndpoint } from '../python/modules/descriptors.ts';
import { withServers } from '../python/modules/own-servers.ts';
import { noteWaiting } from '../python/modules/serving.ts';
import { NOT_YET, waitFor } from '../python/modules/waiting.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { type PyException, raiseObject } from '../python/objects/errors.ts';
import { method, nativeFunction, newMethod, type Outcome } from '../python/objects/native.ts';
import { asFloat, asSmallInt, asStr, call, toArray, truthy } from '../python/objects/protocol.ts';
import { nativeType, PyList, PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import type { EnvelopeOutcome } from '../python/vm/brokers.ts';
import { load } from '../python/vm/import.ts';
import { machine } from '../python/vm/machine.ts';
import type { NetEndpoint } from '../python/vm/network.ts';
import { CLOUD_DEFAULTS, CloudQueues } from './cloud-queues.ts';
import { cloud, type Database, type KeyServer, ownMemory, serverAt } from './key-servers.ts';
import type { KeyReader } from './post-queues.ts';

/** kombu.transport.redis: every tenth call of a timer of ten seconds. */
const SWEEP_SECONDS = 100;

const storeType = nativeType('Store');
const readerType = nativeType('Reader');
for (const cls of [storeType, readerType]) cls.attrs.set('__module__', '_kombu');

const text = (value: Value | undefined): string => asStr(value ?? '', 'argument');
const texts = (values: Value): readonly string[] => toArray(values).map(text);

class PyStore extends PyObject {
  readonly host: string;
  /** Null: it needs none. */
  readonly server: KeyServer | null;
  readonly database: Database;

  constructor(cls: PyType, database: Database, host = '', server: KeyServer | null = null) {
    super(cls);
    this.host = host;
    this.server = server;
    this.database = database;
  }

  /** What is done once the server is there. */
  with(done: () => Outcome): Outcome {
    const { host, server } = this;
    if (server === null) return done();
    return withServers([{ host, server }], done, () => raiseRefused(host, server.port));
  }
}

function raiseRefused(host: string, port: number): never {
  return raiseOperational(`Error 111 connecting to ${host}:${port}. Connection refused.`);
}

function raiseOperational(sentence: string): never {
  return raiseObject(call(getAttr(load('kombu.exceptions'), 'OperationalError'), sentence) as PyException);
}

class PyReader extends PyObject {
  readonly database: Database;
  readonly reader: KeyReader;
  readonly server: KeyServer | null;
  /** How many tasks its process has in hand. */
  work = 0;
  fd = -1;
  readonly #session: number;

  constructor({ database, server }: PyStore, reader: KeyReader) {
    super(readerType);
    this.database = database;
    this.server = server;
    this.reader = reader;
    this.#session = server?.session ?? 0;
  }

  /** Its server has ended since, and may be there again. */
  get isLost(): boolean {
    return this.server !== null && this.server.session !== this.#session;
  }

  checkConnected(): void {
    if (this.isLost) raiseOperational('Connection closed by server.');
  }

  leave(): void {
    this.database.queues.leave(this.reader);
    this.database.reporter.left(this.reader);
  }
}

/** Readable when a message has come, or the connection is lost. */
class Arrival implements NetEndpoint {
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  readonly #reader: PyReader;

  constructor(reader: PyReader) {
    this.#reader = reader;
  }

  get isReadable(): boolean {
    return this.#reader.isLost || this.#reader.reader.isReadable;
  }

  /** Whoever has it open waits for work, unless it has some. */
  get awaitsWork(): boolean {
    return this.#reader.work === 0;
  }

  watch(watcher: () => void): () => void {
    const { reader, server } = this.#reader;
    const ends = [reader.watch(watcher), server?.watch(watcher)];
    return () => {
      for (const end of ends) end?.();
    };
  }

  close(): void {
    this.#reader.leave();
  }
}

/** Of a Redis server; without a host the process's own memory. */
newMethod(storeType, ([, name = '', port = 0, index = 0], _keywords, cls): Outcome => {
  const host = text(name);
  if (host === '') return new PyStore(cls, ownMemory());
  const server = serverAt(asSmallInt(port));
  return new PyStore(cls, server.database(asSmallInt(index)), host, server);
});
method(storeType, 'connect', 'self', (self: PyStore) => self.with(() => null));
method(
  storeType,
  'put',
  'self, queue, priority, text, label',
  (self: PyStore, queue: Value, priority: Value, body: Value, label: Value) =>
    self.with(() => {
      const post = { queue: text(queue), priority: asSmallInt(priority), text: text(body), label: text(label) };
      self.database.queues.put(post);
      return null;
    }),
);
/** `visibility` in seconds; 0: nothing is ever swept. */
method(
  storeType,
  'reader',
  'self, queues, room, visibility, label',
  (self: PyStore, queues: Value, room: Value, visibility: Value, label: Value) =>
    self.with(() => {
      const { database } = self;
      const reader = new PyReader(self, database.queues.join(texts(queues), asSmallInt(room)));
      const seconds = asFloat(visibility);
      database.reporter.joined(reader.reader, text(label), seconds);
      reader.fd = openEndpoint(new Arrival(reader));
      if (seconds > 0 && database.queues.isSwept) sweepAgain(reader, seconds);
      return reader;
    }),
);

/** Now, and from time to time as long as it is open. */
function sweepAgain(reader: PyReader, seconds: number): void {
  const { agenda, clock } = machine.scheduler.system;
  let appointment = agenda.at(clock.now() + SWEEP_SECONDS, again);
  const { process } = machine;
  machine.exitHooks.push(() => agenda.cancel(appointment));
  reader.database.queues.sweep(seconds);
  function again(): void {
    if (reader.fd < 0 || process.status !== null) return;
    reader.database.queues.sweep(seconds);
    appointment = agenda.at(clock.now() + SWEEP_SECONDS, again);
  }
}

/** A queue of SQS, unless it is there: seconds of visibility and retention, and after how many receptions which queue gets a message. */
method(
  storeType,
  'create',
  'self, queue, visibility, retention, dead_letters, receives_max',
  (self: PyStore, queue: Value, visibility: Value, retention: Value, deadLetters: Value, receivesMax: Value) => {
    const { queues } = self.database;
    assert(queues instanceof CloudQueues, 'it is a store of SQS');
    const redrive =
      deadLetters === null ? null : { deadLetters: text(deadLetters), receivesMax: asSmallInt(receivesMax) };
    queues.create(text(queue), {
      visibility: asFloat(visibility),
      retention: retention === null ? CLOUD_DEFAULTS.retention : asFloat(retention),
      redrive,
    });
    return null;
  },
);
method(storeType, 'length', 'self, queue', (self: PyStore, queue: Value) =>
  self.with(() => self.database.queues.length(text(queue))),
);
/** Somebody reads from it now. */
method(storeType, 'is_read', 'self, queue', (self: PyStore, queue: Value) =>
  self.with(() => self.database.queues.isRead(text(queue))),
);
method(storeType, 'purge', 'self, queue', (self: PyStore, queue: Value) =>
  self.with(() => self.database.queues.purge(text(queue))),
);
method(storeType, 'set', 'self, key, text, seconds', (self: PyStore, key: Value, value: Value, seconds: Value) =>
  self.with(() => {
    self.database.values.set(text(key), text(value), asFloat(seconds));
    return null;
  }),
);
/** As `set`, but that False says that the key holds something else than `known` by now. */
method(
  storeType,
  'swap',
  'self, key, known, text, seconds',
  (self: PyStore, key: Value, known: Value, value: Value, seconds: Value) =>
    self.with(() => {
      const { values } = self.database;
      if (values.get(text(key)) !== known) return false;
      values.set(text(key), text(value), asFloat(seconds));
      return true;
    }),
);
method(storeType, 'get', 'self, key', (self: PyStore, key: Value) =>
  self.with(() => self.database.values.get(text(key))),
);
method(storeType, 'delete', 'self, key', (self: PyStore, key: Value) =>
  self.with(() => {
    self.database.values.delete(text(key));
    return null;
  }),
);
method(storeType, 'add', 'self, key, score, member', (self: PyStore, key: Value, score: Value, member: Value) =>
  self.with(() => self.database.values.add(text(key), asSmallInt(score), text(member))),
);
method(storeType, 'members', 'self, key', (self: PyStore, key: Value) =>
  self.with(() => new PyList([...self.database.values.members(text(key))])),
);
/** Waits until the text of one of the keys is another one than is `known` of it, or so many seconds have passed; None: for ever. */
method(storeType, 'changed', 'self, keys, known, timeout', (self: PyStore, keys: Value, known: Value, timeout: Value) =>
  self.with(() => {
    const { values } = self.database;
    const names = texts(keys);
    const before = toArray(known);
    return waitFor({
      kind: 'socket',
      label: () => `a result under ${names.join(', ')}`,
      endpoints: [changesOf(self.database)],
      deadline: timeout === null ? null : machine.clock.now() + asFloat(timeout),
      attempt: () => (names.every((name, index) => values.get(name) === before[index]) ? NOT_YET : true),
      late: () => false,
    });
  }),
);

function changesOf({ values }: Database): NetEndpoint {
  return {
    isReadable: false,
    isWritable: false,
    hasHungUp: false,
    hasFailed: false,
    watch: (watcher) => values.watch(watcher),
    close: () => undefined,
  };
}

method(readerType, 'fileno', 'self', (self: PyReader) => self.fd);
/** `(tag, number, text, redelivered)`; None: nothing has come. */
method(readerType, 'next', 'self', (self: PyReader) => {
  self.checkConnected();
  const lent = self.reader.next();
  if (lent === null) return null;
  const { isRedelivered, post, tag } = lent;
  return new PyTuple([tag, self.database.reporter.numberOf(post), post.text, isRedelivered]);
});
method(readerType, 'ack', 'self, tag', (self: PyReader, tag: Value) => {
  self.checkConnected();
  return self.database.queues.ack(self.reader, asSmallInt(tag));
});
method(readerType, 'reject', 'self, tag, requeue', (self: PyReader, tag: Value, requeue: Value) => {
  self.checkConnected();
  self.database.queues.reject(self.reader, asSmallInt(tag), truthy(requeue));
  return null;
});
method(readerType, 'qos', 'self, room', (self: PyReader, room: Value) => {
  self.database.queues.setRoom(self.reader, asSmallInt(room));
  self.database.reporter.resized(self.reader);
  return null;
});
method(readerType, 'works', 'self, count', (self: PyReader, count: Value) => {
  self.work = asSmallInt(count);
  return null;
});
/** Takes no more; what it has it keeps. */
method(readerType, 'cancel', 'self', (self: PyReader) => {
  self.leave();
  return null;
});
/** What it has goes back, if there is anybody to give it to. */
method(readerType, 'close', 'self, restore', (self: PyReader, restore: Value) => {
  if (self.fd < 0) return null;
  self.leave();
  if (truthy(restore) && !self.isLost) self.database.queues.giveBackAll(self.reader);
  closeDescriptor(self.fd);
  self.fd = -1;
  return null;
});

export function kombuModule(): Map<string, Value> {
  const functions = [
    /** The current process is the Redis server of a port until it ends. */
    nativeFunction('serve_redis', 'port, keep', (port: Value, keep: Value) => {
      const server = serverAt(asSmallInt(port));
      const keeps = truthy(keep);
      server.start(machine.process);
      machine.exitHooks.push(() => server.stop(keeps));
      return null;
    }),
    /** As soon as its broker is there again. */
    nativeFunction('awaits_work', '', () => {
      noteWaiting();
      return null;
    }),
    /** The store that is SQS. */
    nativeFunction('cloud', '', () => new PyStore(storeType, cloud())),
    nativeFunction('began', 'number, task', (number: Value, task: Value) => {
      machine.observer?.brokers?.began(asSmallInt(number), text(task));
      return null;
    }),
    nativeFunction('ended', 'number, outcome, text', (number: Value, outcome: Value, detail: Value) => {
      machine.observer?.brokers?.ended(asSmallInt(number), text(outcome) as EnvelopeOutcome, text(detail));
      return null;
    }),
    nativeFunction('celery_task', 'id, name, state, text', (id: Value, name: Value, state: Value, detail: Value) => {
      machine.observer?.brokers?.celeryTask(text(id), text(name), text(state), text(detail));
      return null;
    }),
    nativeFunction('canvas', 'type, parts, labels', (type: Value, parts: Value, labels: Value) => {
      machine.observer?.brokers?.canvas(text(type), texts(parts), texts(labels));
      return null;
    }),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    [storeType.name, storeType],
    [readerType.name, readerType],
  ]);
}
