/**
 * Where suspended coroutines stand, as the trace has it. Most tasks stop where others have stopped before: each chain is made once and
 * found again by the frames that it consists of.
 */
import { frameOf, innerFrame } from '../asyncio/chain.ts';
import type { Code } from '../python/compile/code.ts';
import type { Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { ParkedFrame } from '../trace/events.ts';

/** A chain, and those that are longer by one frame: by its code, then by its instruction. */
interface Node {
  readonly chain: readonly ParkedFrame[];
  readonly longer: Map<Code, Map<number, Node>>;
}

export class ParkedChains {
  private readonly root: Node = { chain: [], longer: new Map() };
  private readonly codeId: (code: Code) => number;

  constructor(codeId: (code: Code) => number) {
    this.codeId = codeId;
  }

  /** The await chain of a suspended coroutine, outermost first. */
  of(coroutine: Value): readonly ParkedFrame[] {
    let node = this.root;
    for (let frame = frameOf(coroutine); frame !== null; frame = innerFrame(frame))
      node = node.longer.get(frame.code)?.get(frame.pc) ?? this.lengthened(node, frame);
    return node.chain;
  }

  private lengthened({ chain, longer }: Node, frame: Frame): Node {
    const made = { chain: [...chain, this.parked(frame)], longer: new Map() };
    const places = longer.get(frame.code) ?? new Map<number, Node>();
    longer.set(frame.code, places);
    places.set(frame.pc, made);
    return made;
  }

  private parked({ code, line, pc }: Frame): ParkedFrame {
    const at = pc * 2;
    const { positions } = code;
    return {
      code: this.codeId(code),
      line,
      endLine: positions[at + 1] ?? line,
      column: positions[at + 2] ?? -1,
      endColumn: positions[at + 3] ?? -1,
    };
  }
}
