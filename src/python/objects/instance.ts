/** Instances of classes made in Python: their attributes stand at places that a shape knows, and become a Map only where one is wanted. */
import type { Shape } from './shapes.ts';
import { type Attributes, objectType, PyObject, type PyType, type Value } from './value.ts';

/**
 * An instance of a class made in Python, without `__slots__` or a native base. Nothing else is one: V8 reads the fields of the commonest
 * objects at once where it has been seen that they are of this very class.
 */
export class PyInstance extends PyObject {
  /** Where `values` has which attribute. Null once somebody has wanted them as a Map, or where instances have none. */
  shape: Shape | null;
  /** At least as long as the shape's names; what is beyond them is undefined. */
  values: (Value | undefined)[];

  constructor(cls: PyType) {
    super(cls);
    this.shape = cls.hasDict && cls !== objectType ? cls.firstShape : null;
    this.values = this.shape === null ? NO_VALUES : emptyPlaces(this.shape.room, undefined);
  }

  override get attrs(): Attributes | null {
    this.forgetShape();
    return this.ownMap;
  }

  override set attrs(attrs: Attributes | null) {
    this.shape = null;
    this.values = NO_VALUES;
    this.ownMap = attrs;
  }

  /** From here on its attributes are in a Map. */
  forgetShape(): void {
    if (this.shape === null) return;
    this.ownMap = new Map(this.shape.names.map((name, place) => [name, this.values[place] as Value]));
    this.shape = null;
    this.values = NO_VALUES;
  }
}

const NO_VALUES: (Value | undefined)[] = [];

/** V8 makes an array in line where its length stands in the source. `none` is a parameter because it would copy constants. */
function emptyPlaces(room: number, none: undefined): (Value | undefined)[] {
  switch ((room + 3) >> 2) {
    case 0:
      return [];
    case 1:
      return [none, none, none, none];
    case 2:
      return [none, none, none, none, none, none, none, none];
    case 3:
      return [none, none, none, none, none, none, none, none, none, none, none, none];
    default:
      return Array.from({ length: room }, () => none);
  }
}

/** What stands in the `__dict__` of an object under a name; no Map is made for that. */
export function ownAttribute(object: PyObject, name: string): Value | undefined {
  if (!(object instanceof PyInstance) || object.shape === null) return object.ownMap?.get(name);
  const place = object.shape.placeOf(name);
  return place < 0 ? undefined : object.values[place];
}

/** The object is of a kind that has a `__dict__`. */
export function setOwnAttribute(object: PyObject, name: string, value: Value): void {
  if (object instanceof PyInstance && object.shape !== null) {
    const place = object.shape.placeOf(name);
    if (place >= 0) {
      object.values[place] = value;
      return;
    }
    const next = object.shape.with(name);
    if (next !== null) {
      object.values[object.shape.names.length] = value;
      object.shape = next;
      return;
    }
  }
  object.attrs ??= new Map();
  object.attrs.set(name, value);
}

/** Values by name, for those who look at an object from outside. */
export interface Named {
  get(name: string): Value | undefined;
}

/** The attributes of an object, whatever they are by then. */
export class OwnAttributes implements Named {
  private readonly object: PyObject;
  constructor(object: PyObject) {
    this.object = object;
  }

  get(name: string): Value | undefined {
    return ownAttribute(this.object, name);
  }
}
