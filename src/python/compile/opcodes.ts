/**
 * The instruction set: a stack machine close to CPython 3.14's, without its caches and specialisations.
 * Each line says what an instruction does to the stack (`before -> after`, top on the right) and its argument.
 * `name`, `const`, `slot` arguments index `code.names`, `code.constants`, the frame's slots; `target` is an index into `code.ops`.
 * Where a comment says no more, the meaning is that of the CPython instruction of the same name (Doc/library/dis.rst).
 */
export const Op = {
  NOP: 0,
  POP_TOP: 1, // a ->
  COPY: 2, // n: pushes the n-th value from the top (1 = top)
  SWAP: 3, // n: exchanges the top with the n-th value from the top
  PUSH_NULL: 4, // -> null   the "no self" mark below the arguments of a call
  LOAD_CONST: 5, // const: -> value
  LOAD_FAST: 6, // slot: -> value   UnboundLocalError when unbound
  STORE_FAST: 7, // slot: value ->
  DELETE_FAST: 8, // slot
  LOAD_NAME: 9, // name: -> value   frame locals (module, class), globals, builtins
  STORE_NAME: 10, // name: value ->
  DELETE_NAME: 11, // name
  LOAD_GLOBAL: 12, // name: -> value
  STORE_GLOBAL: 13, // name: value ->
  DELETE_GLOBAL: 14, // name
  LOAD_DEREF: 15, // slot of a cell: -> value   NameError "cannot access free variable…" / UnboundLocalError
  STORE_DEREF: 16, // slot: value ->
  DELETE_DEREF: 17, // slot
  LOAD_FROM_DICT_OR_DEREF: 18, // slot: mapping -> value   class scope: the namespace first, then the cell
  LOAD_FROM_DICT_OR_GLOBALS: 19, // name: mapping -> value
  LOAD_LOCALS: 20, // -> the frame's namespace (class and module bodies)
  MAKE_CELL: 21, // slot: wraps the slot's value (or emptiness) in a cell
  COPY_FREE_VARS: 22, // n: copies the function's closure into the free slots
  LOAD_CLOSURE: 23, // slot: -> cell
  LOAD_ATTR: 24, // name: object -> value
  STORE_ATTR: 25, // name: value object ->
  DELETE_ATTR: 26, // name: object ->
  LOAD_METHOD: 27, // name: object -> function self | value null   followed by a CALL
  CALL: 28, // n: callable self|null a1..an -> result
  CALL_KW: 29, // n (keyword values included): callable self|null a1..an names -> result   names: constant tuple of the last arguments' names
  CALL_EX: 30, // 1 with keywords, else 0: callable null sequence [dict] -> result
  BUILD_TUPLE: 31, // n
  BUILD_LIST: 32, // n
  BUILD_SET: 33, // n
  BUILD_MAP: 34, // n pairs: k1 v1 … kn vn -> dict
  BUILD_STRING: 35, // n strings -> string
  BUILD_SLICE: 36, // 2 or 3
  LIST_APPEND: 37, // n: … list … value -> … list …   the list is the n-th from the top after value is popped
  SET_ADD: 38, // n
  MAP_ADD: 39, // n: … dict … key value -> … dict …
  LIST_EXTEND: 40, // n: as LIST_APPEND with an iterable; TypeError "Value after * must be an iterable, not X"
  SET_UPDATE: 41, // n
  DICT_UPDATE: 42, // n   ** in a display: "'X' object is not a mapping"
  DICT_MERGE: 43, // n   ** in a call: duplicate keywords are a TypeError naming the function, which is n+2 values below the dict… see vm
  LIST_TO_TUPLE: 44, // list -> tuple
  BINARY_SUBSCR: 45, // object key -> value
  STORE_SUBSCR: 46, // value object key ->
  DELETE_SUBSCR: 47, // object key ->
  BINARY_OP: 48, // BinaryOperator, +16 for in-place: a b -> result
  UNARY_NEGATIVE: 49,
  UNARY_POSITIVE: 50,
  UNARY_INVERT: 51,
  UNARY_NOT: 52,
  COMPARE_OP: 53, // Comparison: a b -> result
  IS_OP: 54, // 1 for `is not`
  CONTAINS_OP: 55, // 1 for `not in`: item container -> bool
  JUMP: 56, // target   forward
  JUMP_BACKWARD: 57, // target   also where limits are checked
  POP_JUMP_IF_FALSE: 58, // target: condition ->
  POP_JUMP_IF_TRUE: 59,
  POP_JUMP_IF_NONE: 60,
  POP_JUMP_IF_NOT_NONE: 61,
  JUMP_IF_FALSE_OR_POP: 62, // target: keeps the value when it jumps, else pops it
  JUMP_IF_TRUE_OR_POP: 63,
  GET_ITER: 64, // iterable -> iterator
  FOR_ITER: 65, // target: iterator -> iterator value   exhausted: pops the iterator and jumps
  GET_AITER: 66, // iterable -> async iterator
  GET_ANEXT: 67, // aiter -> aiter awaitable   (awaitable is ready for YIELD_FROM)
  END_ASYNC_FOR: 68, // aiter exception ->   StopAsyncIteration: goes on behind; anything else is raised again
  GET_AWAITABLE: 69, // 0, or 1 after __aenter__, 2 after __aexit__: awaitable -> iterator
  YIELD_FROM: 70, // iterator value -> result   sends value (None first); repeats itself for every yield; `throw` and `close` are delegated
  GET_YIELD_FROM_ITER: 71, // iterable -> iterator   a coroutine only inside a coroutine
  YIELD_VALUE: 72, // value -> sent value
  RETURN_VALUE: 73, // value ->
  PUSH_EXC_INFO: 74, // exc -> previous exc   exc becomes the exception being handled in this frame
  POP_EXCEPT: 75, // previous ->   restores it
  CHECK_EXC_MATCH: 76, // exc type -> exc bool
  CHECK_EG_MATCH: 77, // exc type -> rest match   both None-able; match becomes the handled exception when not None
  PREP_RERAISE_STAR: 78, // original list -> exc|None   what except* has to raise in the end
  RERAISE: 79, // exc ->   raises it without a new traceback entry for this line
  RAISE_VARARGS: 80, // 0: re-raise the handled one; 1: exc ->; 2: exc cause ->
  BEFORE_WITH: 81, // manager -> exit entered
  BEFORE_ASYNC_WITH: 82, // manager -> aexit awaitable
  WITH_EXCEPT_START: 83, // exit previous exc -> exit previous exc result   calls exit(type, exc, traceback)
  LOAD_BUILD_CLASS: 84, // -> __build_class__
  LOAD_ASSERTION_ERROR: 85,
  IMPORT_NAME: 86, // name: level fromlist -> module
  IMPORT_FROM: 87, // name: module -> module value
  IMPORT_STAR: 88, // module ->
  MAKE_FUNCTION: 89, // flags: [defaults tuple: 1] [keyword defaults dict: 2] [__annotate__ function: 4] [closure tuple: 8] code -> function
  CONVERT_VALUE: 90, // 1 str, 2 repr, 3 ascii
  FORMAT_SIMPLE: 91, // value -> string
  FORMAT_WITH_SPEC: 92, // value spec -> string
  UNPACK_SEQUENCE: 93, // n: sequence -> vn … v1 (first one on top)
  UNPACK_EX: 94, // before + (after << 8): first one on top
  GET_LEN: 95, // subject -> subject length
  MATCH_MAPPING: 96, // subject -> subject bool
  MATCH_SEQUENCE: 97, // subject -> subject bool
  MATCH_KEYS: 98, // subject keys -> subject keys values|None
  MATCH_CLASS: 99, // n positional: subject class keyword-names -> attributes tuple|None
  INTRINSIC_1: 100, // Intrinsic1: value -> result
  INTRINSIC_2: 101, // Intrinsic2: a b -> result
  LINE: 102, // line: a statement begins here (emitted in the user's own files only): recorder and limits
  BUILD_INTERPOLATION: 103, // t-strings: 2 + (1 if a format spec) | conversion << 2: value text [spec] -> Interpolation
  BUILD_TEMPLATE: 104, // strings-tuple interpolations-tuple -> Template
} as const;

export const BinaryOperator = {
  add: 0,
  subtract: 1,
  multiply: 2,
  trueDivide: 3,
  floorDivide: 4,
  remainder: 5,
  power: 6,
  leftShift: 7,
  rightShift: 8,
  and: 9,
  or: 10,
  xor: 11,
  matrixMultiply: 12,
} as const;
export const IN_PLACE = 16;

export const Comparison = { lt: 0, le: 1, eq: 2, ne: 3, gt: 4, ge: 5 } as const;

/** CPython: Include/internal/pycore_intrinsics.h */
export const Intrinsic1 = {
  typeVar: 0,
  paramSpec: 1,
  typeVarTuple: 2,
  subscriptGeneric: 3,
  typeAlias: 4,
  unaryPositive: 5,
} as const;
export const Intrinsic2 = {
  typeVarWithBound: 0,
  typeVarWithConstraints: 1,
  setFunctionTypeParams: 2,
  setTypeParamDefault: 3,
} as const;

export const OP_NAMES: readonly string[] = Object.entries(Op).reduce<string[]>((names, [name, op]) => {
  names[op] = name;
  return names;
}, []);
