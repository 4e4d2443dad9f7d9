/** Values of AMQP tables: headers of messages, arguments of queues, exchanges, bindings and consumers. */

export type Table = ReadonlyMap<string, Field>;
export type Field =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | { readonly kind: 'double'; readonly value: number }
  /** Seconds since 1970. */
  | { readonly kind: 'time'; readonly value: number }
  | readonly Field[]
  | Table;

export const EMPTY_TABLE: Table = new Map();

/** The same value of the same type: 1 is not '1'. */
export function sameField(a: Field, b: Field): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return fieldText(a) === fieldText(b) && typeName(a) === typeName(b);
}

export function sameTable(a: Table, b: Table): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameField(value, b.get(key) ?? null));
}

export function isTable(field: Field | undefined): field is Table {
  return field instanceof Map;
}

/** As an error message shows it. */
export function fieldText(field: Field): string {
  if (field instanceof Uint8Array) return new TextDecoder().decode(field);
  if (typeof field !== 'object' || field === null) return `${field}`;
  if (isTable(field)) return `{${[...field].map(([key, value]) => `${key}: ${fieldText(value)}`).join(', ')}}`;
  return 'value' in field ? `${field.value}` : `[${(field as readonly Field[]).map(fieldText).join(', ')}]`;
}

const INT_MAX = 2 ** 31;

/** What the server calls a value's type; integers as clients in Python write them. */
export function typeName(field: Field): string {
  if (field === null) return 'void';
  switch (typeof field) {
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return integerName(Number(field));
    case 'string':
      return 'longstr';
    default:
      break;
  }
  if (field instanceof Uint8Array) return 'binary';
  if (isTable(field)) return 'table';
  if (!('kind' in field)) return 'array';
  return field.kind === 'double' ? 'double' : 'timestamp';
}

function integerName(value: number): string {
  return value >= -INT_MAX && value < INT_MAX ? 'signedint' : 'long';
}
