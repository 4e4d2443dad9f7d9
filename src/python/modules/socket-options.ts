/** getsockopt and setsockopt: few options mean something here, the others are kept and given back. */
import { bufferOf } from '../objects/buffer.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { method, rawMethod } from '../objects/native.ts';
import { asSmallInt } from '../objects/protocol.ts';
import { PyBytes, type Value } from '../objects/value.ts';
import { isStream, raiseErrno } from './descriptors.ts';
import { errnoOf } from './errno.ts';
import { type NetSocket, openSocket, type PySocket, socketType } from './socket-object.ts';

export const SOL_SOCKET = 1;
export const SO = {
  debug: 1,
  reuseAddr: 2,
  type: 3,
  error: 4,
  dontRoute: 5,
  broadcast: 6,
  sendBuffer: 7,
  receiveBuffer: 8,
  keepAlive: 9,
  linger: 13,
  reusePort: 15,
  receiveTimeout: 20,
  sendTimeout: 21,
  acceptConn: 30,
  protocol: 38,
  domain: 39,
} as const;

/** What Linux says before anybody has set it. */
const USUAL: Readonly<Record<string, number>> = {
  [`${SOL_SOCKET}.${SO.sendBuffer}`]: 2_626_560,
  [`${SOL_SOCKET}.${SO.receiveBuffer}`]: 131_072,
};

const kept: WeakMap<NetSocket, Map<string, number>> = new WeakMap();

function optionsOf(socket: NetSocket): Map<string, number> {
  let options = kept.get(socket);
  if (options === undefined) {
    options = new Map();
    kept.set(socket, options);
  }
  return options;
}

rawMethod(socketType, 'setsockopt', (args) => {
  const [self, level = 0, option = 0, value = 0] = args as [PySocket, Value?, Value?, Value?];
  if (args.length < 4 || args.length > 5)
    return raise(TypeError, `setsockopt() takes 3 or 4 arguments (${args.length - 1} given)`);
  const socket = openSocket(self);
  const bytes = bufferOf(value);
  const number = bytes === undefined ? (value === null ? 0 : asSmallInt(value)) : littleEndian(bytes);
  const key = `${asSmallInt(level)}.${asSmallInt(option)}`;
  optionsOf(socket).set(key, number);
  if (key === `${SOL_SOCKET}.${SO.reuseAddr}` || key === `${SOL_SOCKET}.${SO.reusePort}`)
    socket.isReusing = number !== 0;
  if (key === `${SOL_SOCKET}.${SO.linger}` && isStream(socket) && bytes !== undefined)
    socket.isResetting = number !== 0 && littleEndian(bytes.subarray(4)) === 0;
  return null;
});

method(
  socketType,
  'getsockopt',
  'self, level, option, buflen=0, /',
  (self: PySocket, level: Value, option: Value, length?: Value) => {
    const socket = openSocket(self);
    const value = valueOf(self, socket, asSmallInt(level), asSmallInt(option));
    const size = length === undefined ? 0 : asSmallInt(length);
    if (size === 0) return value;
    if (size < 0 || size > 1024) return raiseErrno('EINVAL');
    return new PyBytes(Uint8Array.from({ length: size }, (_, index) => (index < 4 ? (value >> (8 * index)) & 255 : 0)));
  },
);

function valueOf(self: PySocket, socket: NetSocket, level: number, option: number): number {
  if (level === SOL_SOCKET) {
    if (option === SO.error) {
      const fault = socket.takeFault();
      return fault === null ? 0 : errnoOf(fault).number;
    }
    if (option === SO.type) return self.type;
    if (option === SO.domain) return self.family;
    if (option === SO.acceptConn) return isStream(socket) && socket.isListening ? 1 : 0;
  }
  const key = `${level}.${option}`;
  return optionsOf(socket).get(key) ?? USUAL[key] ?? 0;
}

function littleEndian(bytes: Uint8Array): number {
  return (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 24);
}
