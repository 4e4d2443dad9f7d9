/**
 * Where instances keep their attributes: objects that got the same attributes in the same order share a shape, which knows the place
 * of each name in the object's `values`. Code that has met a shape reads and writes by place, without looking a name up.
 */

/** An object with more attributes keeps them in a Map. */
const PLACES_MAX = 32;
/** So does one of a class whose objects differ too much. */
const SHAPES_MAX = 64;

/** What the shapes of one class have in common. */
interface Family {
  /** The most attributes that an object has had: room is made for them at once. */
  room: number;
  count: number;
}

export class Shape {
  /** In the order in which they were set. */
  readonly names: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly family: Family;
  private nexts: Map<string, Shape> | null = null;

  /** Without a family: the shape of a class's objects that have no attributes yet. */
  constructor(names: readonly string[] = [], family: Family = { room: 0, count: 1 }) {
    this.names = names;
    this.places = new Map(names.map((name, place) => [name, place]));
    this.family = family;
  }

  get room(): number {
    return this.family.room;
  }

  /** -1: there is no such attribute. */
  placeOf(name: string): number {
    return this.places.get(name) ?? -1;
  }

  /** The shape with one more attribute, in the last place; null: there are too many. */
  with(name: string): Shape | null {
    const known = this.nexts?.get(name);
    if (known !== undefined) return known;
    const { names, family } = this;
    if (names.length === PLACES_MAX || family.count === SHAPES_MAX) return null;
    family.count++;
    family.room = Math.max(family.room, names.length + 1);
    const next = new Shape([...names, name], family);
    this.nexts ??= new Map();
    this.nexts.set(name, next);
    return next;
  }
}
