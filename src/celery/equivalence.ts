/** A queue or exchange is declared again: is it as it was? */
import { fail } from './errors.ts';
import { type Field, fieldText, sameField, type Table, typeName } from './fields.ts';

export interface Declared {
  readonly durable: boolean;
  readonly autoDelete: boolean;
  readonly args: Table;
}

/** Of queues these arguments must be the same again; others are not looked at. */
const QUEUE_ARGUMENTS = [
  'x-expires',
  'x-message-ttl',
  'x-dead-letter-exchange',
  'x-dead-letter-routing-key',
  'x-dead-letter-strategy',
  'x-max-length',
  'x-max-length-bytes',
  'x-overflow',
  'x-max-priority',
  'x-single-active-consumer',
  'x-delivery-limit',
  'x-queue-type',
];

export function equivalentQueue(asked: Declared, known: Declared, what: string): void {
  sameOption('durable', asked.durable, known.durable, what);
  sameOption('auto_delete', asked.autoDelete, known.autoDelete, what);
  for (const name of QUEUE_ARGUMENTS) sameArgument(name, asked.args, known.args, what);
}

export function equivalentExchange(
  asked: Declared & { readonly type: string; readonly internal: boolean },
  known: Declared & { readonly type: string; readonly internal: boolean },
  what: string,
): void {
  sameOption('type', asked.type, known.type, what);
  sameOption('durable', asked.durable, known.durable, what);
  sameOption('auto_delete', asked.autoDelete, known.autoDelete, what);
  sameOption('internal', asked.internal, known.internal, what);
  sameArgument('alternate-exchange', asked.args, known.args, what);
}

function sameOption(name: string, asked: boolean | string, known: boolean | string, what: string): void {
  if (asked !== known)
    fail(406, `inequivalent arg '${name}' for ${what}: received '${asked}' but current is '${known}'`);
}

function sameArgument(name: string, asked: Table, known: Table, what: string): void {
  const [now, before] = [valueOf(name, asked), valueOf(name, known)];
  if (now === undefined && before === undefined) return;
  if (now !== undefined && before !== undefined && sameField(now, before)) return;
  const received = now === undefined ? 'none' : valueText(now);
  const current = before === undefined ? 'none' : valueText(before);
  fail(406, `inequivalent arg '${name}' for ${what}: received ${received} but current is ${current}`);
}

/** A queue without a type is a classic one. */
function valueOf(name: string, args: Table): Field | undefined {
  return args.get(name) ?? (name === 'x-queue-type' ? 'classic' : undefined);
}

function valueText(value: Field): string {
  return `the value '${fieldText(value)}' of type '${typeName(value)}'`;
}
