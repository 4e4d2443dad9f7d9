/** What the argument of an instruction means, for those that read code without running it. */
import * as Op from './op.ts';

/** The argument is a slot of the frame. */
export const SLOT_OPS: ReadonlySet<number> = new Set([
  Op.LOAD_FAST,
  Op.STORE_FAST,
  Op.DELETE_FAST,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_FROM_DICT_OR_DEREF,
  Op.MAKE_CELL,
  Op.LOAD_CLOSURE,
]);
/** The argument is an index into the names of the code. */
export const NAME_OPS: ReadonlySet<number> = new Set([
  Op.LOAD_NAME,
  Op.STORE_NAME,
  Op.DELETE_NAME,
  Op.LOAD_GLOBAL,
  Op.STORE_GLOBAL,
  Op.DELETE_GLOBAL,
  Op.LOAD_FROM_DICT_OR_GLOBALS,
  Op.LOAD_ATTR,
  Op.STORE_ATTR,
  Op.DELETE_ATTR,
  Op.LOAD_METHOD,
  Op.IMPORT_NAME,
  Op.IMPORT_FROM,
]);
