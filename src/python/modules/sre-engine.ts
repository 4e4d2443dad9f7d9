/**
 * The backtracking matcher over patterns compiled by Lib/re/_compiler.py. CPython: Modules/_sre/sre_lib.h.
 * DIVERGES: where CPython nests contexts, this keeps one stack of choices (what to try when a way fails) and a trail of overwritten
 * marks, so that a long subject cannot exhaust the JavaScript stack; only look-around and atomic groups nest.
 */
import { interpreter } from '../vm/interpreter.ts';
import { inSet, isAt } from './sre-characters.ts';
import { SRE_MAXREPEAT, Sre } from './sre-codes.ts';
import { behindOne, countOnes, hasGroup, isOne, repeatedLength, searchInfo } from './sre-ones.ts';

/** One round of a general repeat. Never changed, so that going back needs no undoing. */
interface Repeat {
  /** Index of the repeat's skip word. */
  readonly at: number;
  readonly count: number;
  /** Where the last round began, -1 before the first. */
  readonly last: number;
  readonly outer: Repeat | null;
}

/** What a choice does when it is come back to. */
const Choice = { goOn: 0, branch: 1, fewer: 2, more: 3, again: 4 } as const;

/** Steps between two looks at the budget of the run. */
const STEPS_PER_LOOK = 4096;

export class Matcher {
  readonly code: Uint32Array;
  readonly text: Uint32Array;
  readonly end: number;
  /** Start and end of each group, -1 where it took no part. */
  readonly marks: Int32Array;
  lastIndex = -1;
  isFull = false;
  /** A match may not be empty at this place; -1: anywhere. */
  mustAdvanceFrom = -1;
  private steps = 0;
  private readonly kinds: number[] = [];
  private readonly pcs: number[] = [];
  private readonly places: number[] = [];
  private readonly counts: number[] = [];
  private readonly repeats: (Repeat | null)[] = [];
  private readonly trails: number[] = [];
  /** Pairs: index of a mark (-1: lastIndex) and its value before. */
  private readonly trail: number[] = [];
  private repeat: Repeat | null = null;

  constructor(code: Uint32Array, groups: number, text: Uint32Array, end: number) {
    this.code = code;
    this.text = text;
    this.end = end;
    this.marks = new Int32Array(groups * 2).fill(-1);
  }

  /** Where a match that begins at `start` ends, or -1. */
  match(start: number): number {
    this.marks.fill(-1);
    this.lastIndex = -1;
    this.trail.length = 0;
    this.kinds.length = 0;
    this.repeat = null;
    return this.run(0, start, true);
  }

  /** Where the first match at or behind `from` begins, or -1; its end is in `found`. CPython: SRE(search). */
  search(from: number): number {
    const info = searchInfo(this.code);
    const last = this.end - info.width;
    for (let start = from; start <= last; start++) {
      if (info.literal >= 0) {
        start = this.text.indexOf(info.literal, start);
        if (start < 0 || start > last) return -1;
      } else if (info.set >= 0) {
        while (start <= last && !inSet(this.code, info.set, this.text[start])) start++;
        if (start > last) return -1;
      }
      this.found = this.match(start);
      if (this.found >= 0) return start;
    }
    return -1;
  }
  found = -1;

  private push(kind: number, pc: number, place: number, count: number, repeat: Repeat | null): void {
    this.kinds.push(kind);
    const top = this.kinds.length - 1;
    this.pcs[top] = pc;
    this.places[top] = place;
    this.counts[top] = count;
    this.repeats[top] = repeat;
    this.trails[top] = this.trail.length;
  }

  private undo(to: number): void {
    const { trail } = this;
    while (trail.length > to) {
      const value = trail.pop() as number;
      const index = trail.pop() as number;
      if (index < 0) this.lastIndex = value;
      else this.marks[index] = value;
    }
  }

  private mark(index: number, place: number): void {
    this.trail.push(index, this.marks[index]);
    this.marks[index] = place;
    if ((index & 1) !== 0) {
      this.trail.push(-1, this.lastIndex);
      this.lastIndex = (index >> 1) + 1;
    }
  }

  private look(): void {
    this.steps = 0;
    interpreter.spend(STEPS_PER_LOOK);
  }

  /** Matches what is inside a look-around, an atomic group or a possessive repeat; its choices are forgotten. */
  private inner(pc: number, place: number): number {
    const outer = this.repeat;
    const result = this.run(pc, place, false);
    this.repeat = outer;
    return result;
  }

  private run(startPc: number, startPlace: number, isTop: boolean): number {
    const base = this.kinds.length;
    const trailBase = this.trail.length;
    const { code, text, end } = this;
    let pc = startPc;
    let place = startPlace;
    for (;;) {
      if (++this.steps > STEPS_PER_LOOK) this.look();
      let isOk = true;
      switch (code[pc++]) {
        case Sre.SUCCESS:
          if (isTop && ((this.isFull && place !== end) || place === this.mustAdvanceFrom)) {
            isOk = false;
            break;
          }
          this.kinds.length = base;
          return place;
        case Sre.FAILURE:
          isOk = false;
          break;
        case Sre.INFO:
        case Sre.JUMP:
          pc += code[pc];
          break;
        case Sre.MARK:
          this.mark(code[pc++], place);
          break;
        case Sre.AT:
          isOk = isAt(code[pc++], text, place, end);
          break;
        case Sre.LITERAL:
          isOk = place < end && text[place++] === code[pc++];
          break;
        case Sre.ANY:
        case Sre.ANY_ALL:
        case Sre.NOT_LITERAL:
        case Sre.IN:
        case Sre.CATEGORY:
        case Sre.IN_IGNORE:
        case Sre.IN_LOC_IGNORE:
        case Sre.IN_UNI_IGNORE:
        case Sre.LITERAL_IGNORE:
        case Sre.LITERAL_LOC_IGNORE:
        case Sre.LITERAL_UNI_IGNORE:
        case Sre.NOT_LITERAL_IGNORE:
        case Sre.NOT_LITERAL_LOC_IGNORE:
        case Sre.NOT_LITERAL_UNI_IGNORE:
          isOk = place < end && isOne(code, pc - 1, text[place++]);
          pc = behindOne(code, pc - 1);
          break;
        case Sre.BRANCH:
          this.push(Choice.branch, pc, place, 0, this.repeat);
          isOk = false;
          break;
        case Sre.REPEAT:
          this.repeat = { at: pc, count: -1, last: -1, outer: this.repeat };
          pc += code[pc];
          break;
        case Sre.MAX_UNTIL: {
          const repeat = this.repeat as Repeat;
          const count = repeat.count + 1;
          const most = code[repeat.at + 2];
          if (count < code[repeat.at + 1]) {
            this.repeat = { ...repeat, count };
            pc = repeat.at + 3;
          } else if ((count < most || most === SRE_MAXREPEAT) && place !== repeat.last) {
            this.push(Choice.goOn, pc, place, 0, repeat.outer);
            this.repeat = { ...repeat, count, last: place };
            pc = repeat.at + 3;
          } else this.repeat = repeat.outer;
          break;
        }
        case Sre.MIN_UNTIL: {
          const repeat = this.repeat as Repeat;
          const count = repeat.count + 1;
          if (count < code[repeat.at + 1]) {
            this.repeat = { ...repeat, count };
            pc = repeat.at + 3;
          } else {
            this.push(Choice.again, pc, place, count, repeat);
            this.repeat = repeat.outer;
          }
          break;
        }
        case Sre.REPEAT_ONE: {
          const count = this.runLength(pc + 3, place, code[pc + 2]);
          isOk = count >= code[pc + 1];
          if (isOk) this.push(Choice.fewer, pc, place, count + 1, this.repeat);
          isOk = false;
          break;
        }
        case Sre.MIN_REPEAT_ONE: {
          const least = code[pc + 1];
          isOk = least === 0 || this.runLength(pc + 3, place, least) === least;
          if (!isOk) break;
          place += least;
          this.push(Choice.more, pc, place, least, this.repeat);
          pc += code[pc];
          break;
        }
        case Sre.POSSESSIVE_REPEAT_ONE: {
          const count = this.runLength(pc + 3, place, code[pc + 2]);
          isOk = count >= code[pc + 1];
          place += count;
          pc += code[pc];
          break;
        }
        case Sre.POSSESSIVE_REPEAT: {
          place = this.possessive(pc, place);
          isOk = place >= 0;
          pc += code[pc] + 1;
          break;
        }
        case Sre.ATOMIC_GROUP:
          place = this.inner(pc + 1, place);
          isOk = place >= 0;
          pc += code[pc];
          break;
        case Sre.ASSERT: {
          const start = place - code[pc + 1];
          isOk = start >= 0 && this.inner(pc + 2, start) >= 0;
          pc += code[pc];
          break;
        }
        case Sre.ASSERT_NOT: {
          const start = place - code[pc + 1];
          const trail = this.trail.length;
          isOk = start < 0 || this.inner(pc + 2, start) < 0;
          if (!isOk) this.undo(trail);
          pc += code[pc];
          break;
        }
        case Sre.GROUPREF:
        case Sre.GROUPREF_IGNORE:
        case Sre.GROUPREF_LOC_IGNORE:
        case Sre.GROUPREF_UNI_IGNORE: {
          const length = repeatedLength(this, pc - 1, place);
          isOk = length >= 0;
          place += length;
          pc++;
          break;
        }
        case Sre.GROUPREF_EXISTS:
          pc += hasGroup(this.marks, code[pc]) ? 2 : code[pc + 1];
          break;
        default:
          throw new Error(`unknown instruction ${code[pc - 1]} in a compiled pattern`);
      }
      if (isOk) continue;
      const next = this.backtrack(base);
      if (next < 0) {
        this.undo(trailBase);
        return -1;
      }
      pc = next;
      place = this.place;
    }
  }

  /** Where the choice that was taken up goes on; beside the instruction that `backtrack` answers. */
  private place = 0;

  /** Takes up the last choice above `base`: the instruction to go on with, or -1 when there is none. */
  private backtrack(base: number): number {
    const { code, text, end } = this;
    while (this.kinds.length > base) {
      const top = this.kinds.length - 1;
      const pc = this.pcs[top];
      const place = this.places[top];
      this.undo(this.trails[top]);
      this.repeat = this.repeats[top];
      this.place = place;
      switch (this.kinds[top]) {
        case Choice.goOn:
          this.kinds.pop();
          return pc;
        case Choice.branch: {
          const skip = code[pc];
          if (skip === 0) {
            this.kinds.pop();
            continue;
          }
          this.pcs[top] = pc + skip;
          if (code[pc + 1] === Sre.LITERAL && (place >= end || text[place] !== code[pc + 2])) continue;
          return pc + 1;
        }
        case Choice.fewer: {
          const tail = pc + code[pc];
          let count = this.counts[top] - 1;
          const least = code[pc + 1];
          if (code[tail] === Sre.LITERAL)
            while (count >= least && (place + count >= end || text[place + count] !== code[tail + 1])) count--;
          if (count < least) {
            this.kinds.pop();
            continue;
          }
          if (count === least) this.kinds.pop();
          else this.counts[top] = count;
          this.place = place + count;
          return tail;
        }
        case Choice.more: {
          const most = code[pc + 2];
          if (
            (this.counts[top] >= most && most !== SRE_MAXREPEAT) ||
            place >= end ||
            !isOne(code, pc + 3, text[place])
          ) {
            this.kinds.pop();
            continue;
          }
          this.counts[top]++;
          this.places[top] = place + 1;
          this.place = place + 1;
          return pc + code[pc];
        }
        default: {
          const repeat = this.repeats[top] as Repeat;
          const count = this.counts[top];
          const most = code[repeat.at + 2];
          this.kinds.pop();
          if ((count >= most && most !== SRE_MAXREPEAT) || place === repeat.last) continue;
          this.repeat = { ...repeat, count, last: place };
          return repeat.at + 3;
        }
      }
    }
    return -1;
  }

  private runLength(pc: number, place: number, most: number): number {
    const length = countOnes(
      this.code,
      pc,
      this.text,
      place,
      most === SRE_MAXREPEAT ? this.end : Math.min(this.end, place + most),
    );
    this.steps += length >> 3;
    return length;
  }

  private possessive(pc: number, from: number): number {
    const least = this.code[pc + 1];
    const most = this.code[pc + 2];
    let place = from;
    let last = -1;
    for (let count = 0; count < most && (count < least || place !== last); count++) {
      const next = this.inner(pc + 3, place);
      if (next < 0) return count < least ? -1 : place;
      last = place;
      place = next;
    }
    return place;
  }
}
