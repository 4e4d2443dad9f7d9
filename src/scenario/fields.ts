/**
 * Readers for values of unknown shape. A reader always returns a value of its type; when the
 * input is wrong it notes the path, and the caller throws the whole result away. Only own
 * properties named by us are looked at, so hostile keys are never touched.
 */
export interface Field {
  readonly value: unknown;
  /** How to get here from the root: `q[0].at`. */
  readonly path: string;
  /** Shared by all fields of one reading; the first is reported. */
  readonly faults: string[];
}

export function rootField(value: unknown): Field {
  return { value, path: '', faults: [] };
}

export function fault<T>(field: Field, instead: T): T {
  field.faults.push(field.path);
  return instead;
}

export function optional<T>(field: Field, absent: T, read: (field: Field) => T): T {
  return field.value === undefined ? absent : read(field);
}

/** The field `key` of an object; absent when the object has no such key of its own. */
export function member(field: Field, key: string): Field {
  const { value, path, faults } = field;
  const below = { path: path === '' ? key : `${path}.${key}`, faults };
  if (!isObject(value)) return { ...below, value: fault(field, undefined) };
  return {
    ...below,
    value: Object.hasOwn(value, key) ? value[key] : undefined,
  };
}

export function list(field: Field, lengthMin: number, lengthMax: number): readonly Field[] {
  const { value, path, faults } = field;
  if (!Array.isArray(value) || value.length < lengthMin || value.length > lengthMax) return fault(field, []);
  return value.map((item: unknown, index) => ({
    value: item,
    path: `${path}[${index}]`,
    faults,
  }));
}

/** The field at `index` of a short array whose places have meanings. */
export function place(field: Field, index: number): Field {
  const { value, path, faults } = field;
  const item: unknown = Array.isArray(value) ? value[index] : fault(field, undefined);
  return { value: item, path: `${path}[${index}]`, faults };
}

export function text(field: Field, lengthMax: number): string {
  const { value } = field;
  return typeof value === 'string' && value.length <= lengthMax ? value : fault(field, '');
}

/** `pattern` must be linear in the length. */
export function word(field: Field, lengthMax: number, pattern: RegExp): string {
  const value = text(field, lengthMax);
  return pattern.test(value) ? value : fault(field, '');
}

export function whole(field: Field, min: number, max: number): number {
  const value = amount(field, min, max);
  return Number.isInteger(value) ? value : fault(field, min);
}

export function amount(field: Field, min: number, max: number): number {
  const { value } = field;
  // Adding 0 turns -0 into 0.
  return typeof value === 'number' && value >= min && value <= max ? value + 0 : fault(field, min);
}

export function choice<T extends string>(field: Field, options: readonly [T, ...T[]]): T {
  return options.find((option) => option === field.value) ?? fault(field, options[0]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
