/** The name that an object being made is about to be bound to: `lock = asyncio.Lock()`, `self.queue = asyncio.Queue()`. */
import * as Op from '../compile/op.ts';
import { Frame } from './frame.ts';
import { machine } from './machine.ts';

/** Read off the instructions that follow the call in the user's frame; '' when the object goes elsewhere first. */
export function boundName(): string {
  let frame = machine.thread.top;
  while (frame !== null && !(frame instanceof Frame && frame.code.isUser)) frame = frame.back;
  if (!(frame instanceof Frame)) return '';
  const { ops, names, slotNames } = frame.code;
  const at = frame.pc + 2;
  const arg = ops[at + 1] ?? 0;
  switch (ops[at]) {
    case Op.STORE_NAME:
    case Op.STORE_GLOBAL:
      return names[arg] ?? '';
    case Op.STORE_FAST:
    case Op.STORE_DEREF:
      return slotNames[arg] ?? '';
    case Op.LOAD_FAST:
    case Op.LOAD_DEREF:
      return ops[at + 2] === Op.STORE_ATTR ? (names[ops[at + 3] ?? 0] ?? '') : '';
    default:
      return '';
  }
}
