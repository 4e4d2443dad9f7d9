/** The groups of a layer: who is in which since when. Members are in the order in which they first came. */
import type { LayerObserver } from './envelope.ts';

type Told = Pick<LayerObserver<never>, 'groupChanged'>;

export class Groups {
  readonly #groups: Map<string, Map<string, number>> = new Map();
  readonly #observer: Told;

  constructor(observer: Told) {
    this.#observer = observer;
  }

  names(): readonly string[] {
    return [...this.#groups.keys()];
  }

  members(group: string): readonly string[] {
    return [...(this.#groups.get(group)?.keys() ?? [])];
  }

  /** Once more: only the time is new. */
  add(group: string, channel: string, now: number): void {
    const members = this.#groups.get(group) ?? new Map<string, number>();
    this.#groups.set(group, members);
    const isNew = !members.has(channel);
    members.set(channel, now);
    if (isNew) this.#tell(group);
  }

  discard(group: string, channel: string): void {
    this.#drop(group, (name) => name === channel);
  }

  /** Those who came, or were added again, at such a moment are no members any more. */
  prune(group: string, isOver: (addedAt: number) => boolean): void {
    this.#drop(group, (_name, addedAt) => isOver(addedAt));
  }

  /** From all groups. */
  evict(channel: string): void {
    for (const group of this.names()) this.discard(group, channel);
  }

  clear(): void {
    for (const group of this.names()) this.remove(group);
  }

  remove(group: string): void {
    if (this.#groups.delete(group)) this.#tell(group);
  }

  /** Of all groups as they are. */
  retell(): void {
    for (const group of this.names()) this.#tell(group);
  }

  #drop(group: string, isOut: (channel: string, addedAt: number) => boolean): void {
    const members = this.#groups.get(group);
    if (members === undefined) return;
    const before = members.size;
    for (const [channel, addedAt] of [...members]) if (isOut(channel, addedAt)) members.delete(channel);
    if (members.size === 0) this.#groups.delete(group);
    if (members.size !== before) this.#tell(group);
  }

  #tell(group: string): void {
    this.#observer.groupChanged(group, this.members(group));
  }
}
