/** What a client of Redis raises, as the package `redis` names it. */
import { getAttr } from '../python/objects/attributes.ts';
import { type PyException, raiseObject } from '../python/objects/errors.ts';
import { asSmallInt, call, toArray } from '../python/objects/protocol.ts';
import type { Value } from '../python/objects/value.ts';
import { load } from '../python/vm/import.ts';
import { text } from './arguments.ts';
import { type Address, isOwn } from './redis-server.ts';

/** `(host, port, db)` of each. */
export function addressesOf(value: Value): readonly Address[] {
  return toArray(value).map((item) => {
    const [host = '', port = 0, db = 0] = toArray(item);
    return { host: text(host), port: asSmallInt(port), db: asSmallInt(db) };
  });
}

export function raiseRefused(address: Address): never {
  const at = `${address.host}:${address.port}`;
  return raiseConnectionError(
    isOwn(address)
      ? `Error 111 connecting to ${at}. Connection refused.`
      : `Error -2 connecting to ${at}. Name or service not known.`,
  );
}

export function raiseConnectionError(sentence: string): never {
  return raiseNamed('ConnectionError', sentence);
}

export function raiseResponseError(sentence: string): never {
  return raiseNamed('ResponseError', sentence);
}

function raiseNamed(name: string, sentence: string): never {
  return raiseObject(call(getAttr(load('redis.exceptions'), name), sentence) as PyException);
}
