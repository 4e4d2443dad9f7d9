/** Python's side of the layers in the memory of a process: `_channels.MemoryLayer`, `_channels.MemoryLayer4`. Messages are its own objects. */

import { noteWaiting } from '../python/modules/serving.ts';
import { method, newMethod, type Outcome } from '../python/objects/native.ts';
import { asFloat, asSmallInt } from '../python/objects/protocol.ts';
import { nativeType, PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { listOf, text, texts } from './arguments.ts';
import type { Envelope } from './envelope.ts';
import { MemoryLayer } from './memory-layer.ts';
import { MemoryLayer4 } from './memory-layer4.ts';
import { type Awaited, PyPending } from './pending.ts';
import { quirksOf } from './quirks.ts';
import { Reporter } from './reporter.ts';
import { bodyOf, labelOf } from './show.ts';
import { worldOf } from './world.ts';

function reporter(): Reporter<Value> {
  const { process } = machine;
  const made = new Reporter<Value>({
    facts: () => ({ type: 'in-memory', label: '', process, isAcking: false }),
    show: (message) => ({ label: labelOf(message), body: bodyOf(message) }),
  });
  machine.exitHooks.push(() => made.closed('its process has ended'));
  return made;
}

const layerType = nativeType('MemoryLayer');
const layer4Type = nativeType('MemoryLayer4');
for (const cls of [layerType, layer4Type]) cls.attrs.set('__module__', '_channels');

class PyMemoryLayer extends PyObject {
  readonly reporter = reporter();
  readonly layer: MemoryLayer<Value>;

  constructor(cls: PyType, expiry: number, groupExpiry: number) {
    super(cls);
    const { reporter: observer } = this;
    this.layer = new MemoryLayer({ expiry, groupExpiry, world: worldOf(machine), observer, quirks: quirksOf(machine) });
  }

  received(envelope: Envelope<Value> | null): Value {
    if (envelope === null) return new PyTuple([null, null]);
    if (envelope.message instanceof PyObject) this.reporter.received(envelope, envelope.message);
    return new PyTuple([envelope.channel, envelope.message]);
  }
}

newMethod(
  layerType,
  ([, expiry = 60, groupExpiry = 86_400], _keywords, cls): Outcome =>
    new PyMemoryLayer(cls, asFloat(expiry), asFloat(groupExpiry)),
);
/** False: it is full. `message` is the layer's own copy. */
method(
  layerType,
  'send',
  "self, channel, message, capacity, group=''",
  (self: PyMemoryLayer, channel: Value, message: Value, capacity: Value, group?: Value) => {
    const sending = { channel: text(channel), message, capacity: asSmallInt(capacity), group: text(group) };
    return self.layer.send(sending) === 'stored';
  },
);
method(layerType, 'receive', 'self, channels', (self: PyMemoryLayer, channels: Value) => {
  noteWaiting();
  return self.received(self.layer.receive(texts(channels)));
});
method(layerType, 'pending', 'self, channels', (self: PyMemoryLayer, channels: Value) => {
  const names = texts(channels);
  const awaited: Awaited = {
    isShared: false,
    get isReady() {
      return self.layer.hasSome(names);
    },
    watch: (watcher) => self.layer.watch(watcher),
    result: () => self.received(self.layer.receive(names)),
    leave: () => undefined,
  };
  return new PyPending(awaited);
});
method(layerType, 'new_channel', 'self, pattern', (self: PyMemoryLayer, pattern: Value) =>
  self.layer.newChannel(text(pattern)),
);
method(layerType, 'group_add', 'self, group, channel', (self: PyMemoryLayer, group: Value, channel: Value) => {
  self.layer.groupAdd(text(group), text(channel));
  return null;
});
method(layerType, 'group_discard', 'self, group, channel', (self: PyMemoryLayer, group: Value, channel: Value) => {
  self.layer.groupDiscard(text(group), text(channel));
  return null;
});
method(layerType, 'group_channels', 'self, group', (self: PyMemoryLayer, group: Value) =>
  listOf(self.layer.groupChannels(text(group))),
);
method(layerType, 'expire', 'self', (self: PyMemoryLayer) => {
  self.layer.expire();
  return null;
});
method(layerType, 'flush', 'self', (self: PyMemoryLayer) => {
  self.layer.flush();
  return null;
});

class PyMemoryLayer4 extends PyObject {
  readonly reporter = reporter();
  readonly layer: MemoryLayer4<Value>;

  constructor(cls: PyType, expiry: number, groupExpiry: number) {
    super(cls);
    this.layer = new MemoryLayer4({ expiry, groupExpiry, world: worldOf(machine), observer: this.reporter });
  }
}

newMethod(
  layer4Type,
  ([, expiry = 60, groupExpiry = 86_400], _keywords, cls): Outcome =>
    new PyMemoryLayer4(cls, asFloat(expiry), asFloat(groupExpiry)),
);
method(
  layer4Type,
  'send',
  "self, channel, message, capacity, group=''",
  (self: PyMemoryLayer4, channel: Value, message: Value, capacity: Value, group?: Value) => {
    const sending = { channel: text(channel), message, capacity: asSmallInt(capacity), group: text(group) };
    return self.layer.send(sending) === 'stored';
  },
);
/** None: there is nothing. Who waits in line for what comes is the caller's. */
method(layer4Type, 'take', 'self, channel', (self: PyMemoryLayer4, channel: Value) => {
  const envelope = self.layer.take(text(channel));
  if (envelope === null) return null;
  if (envelope.message instanceof PyObject) self.reporter.received(envelope, envelope.message);
  return envelope.message;
});
method(layer4Type, 'length', 'self, channel', (self: PyMemoryLayer4, channel: Value) =>
  self.layer.length(text(channel)),
);
method(layer4Type, 'channels', 'self', (self: PyMemoryLayer4) => listOf(self.layer.channels()));
method(layer4Type, 'group_add', 'self, group, channel', (self: PyMemoryLayer4, group: Value, channel: Value) => {
  self.layer.groupAdd(text(group), text(channel));
  return null;
});
method(layer4Type, 'group_discard', 'self, group, channel', (self: PyMemoryLayer4, group: Value, channel: Value) => {
  self.layer.groups.discard(text(group), text(channel));
  return null;
});
method(layer4Type, 'group_channels', 'self, group', (self: PyMemoryLayer4, group: Value) =>
  listOf(self.layer.groups.members(text(group))),
);
method(layer4Type, 'groups', 'self', (self: PyMemoryLayer4) => listOf(self.layer.groups.names()));
method(layer4Type, 'expire', 'self', (self: PyMemoryLayer4) => {
  self.layer.expire();
  return null;
});
method(layer4Type, 'flush', 'self', (self: PyMemoryLayer4) => {
  self.layer.flush();
  return null;
});

export const MEMORY_TYPES: readonly PyType[] = [layerType, layer4Type];
