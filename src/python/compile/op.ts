/**
 * The instruction set: a stack machine close to CPython 3.14's, without its caches and specialisations.
 * Each line says what an instruction does to the stack (`before -> after`, top on the right) and its argument.
 * `name`, `const`, `slot` arguments index `code.names`, `code.constants`, the frame's slots; `target` is an index into `code.ops`.
 * Where a comment says no more, the meaning is that of the CPython instruction of the same name (Doc/library/dis.rst).
 *
 * Each is a constant of its own, so that a bundler puts numbers into `case` labels: V8 makes a jump table of a `switch` over numbers,
 * but compares one by one where a label is a property of an object.
 */
export const NOP = 0;
export const POP_TOP = 1; // a ->
export const COPY = 2; // n: pushes the n-th value from the top (1 = top)
export const SWAP = 3; // n: exchanges the top with the n-th value from the top
export const PUSH_NULL = 4; // -> null   the "no self" mark below the arguments of a call
export const LOAD_CONST = 5; // const: -> value
export const LOAD_FAST = 6; // slot: -> value   UnboundLocalError when unbound
export const STORE_FAST = 7; // slot: value ->
export const DELETE_FAST = 8; // slot
export const LOAD_NAME = 9; // name: -> value   frame locals (module, class), globals, builtins
export const STORE_NAME = 10; // name: value ->
export const DELETE_NAME = 11; // name
export const LOAD_GLOBAL = 12; // name: -> value
export const STORE_GLOBAL = 13; // name: value ->
export const DELETE_GLOBAL = 14; // name
export const LOAD_DEREF = 15; // slot of a cell: -> value   NameError "cannot access free variable…" / UnboundLocalError
export const STORE_DEREF = 16; // slot: value ->
export const DELETE_DEREF = 17; // slot
export const LOAD_FROM_DICT_OR_DEREF = 18; // slot: mapping -> value   class scope: the namespace first, then the cell
export const LOAD_FROM_DICT_OR_GLOBALS = 19; // name: mapping -> value
export const LOAD_LOCALS = 20; // -> the frame's namespace (class and module bodies)
export const MAKE_CELL = 21; // slot: wraps the slot's value (or emptiness) in a cell
export const COPY_FREE_VARS = 22; // n: copies the function's closure into the free slots
export const LOAD_CLOSURE = 23; // slot: -> cell
export const LOAD_ATTR = 24; // name: object -> value
export const STORE_ATTR = 25; // name: value object ->
export const DELETE_ATTR = 26; // name: object ->
export const LOAD_METHOD = 27; // name: object -> function self | value null   followed by a CALL
export const CALL = 28; // n: callable self|null a1..an -> result
export const CALL_KW = 29; // n (keyword values included): callable self|null a1..an names -> result   names: constant tuple of the last arguments' names
export const CALL_EX = 30; // 1 with keywords, else 0: callable null sequence [dict] -> result
export const BUILD_TUPLE = 31; // n
export const BUILD_LIST = 32; // n
export const BUILD_SET = 33; // n
export const BUILD_MAP = 34; // n pairs: k1 v1 … kn vn -> dict
export const BUILD_STRING = 35; // n strings -> string
export const BUILD_SLICE = 36; // 2 or 3
export const LIST_APPEND = 37; // n: … list … value -> … list …   the list is the n-th from the top after value is popped
export const SET_ADD = 38; // n
export const MAP_ADD = 39; // n: … dict … key value -> … dict …
export const LIST_EXTEND = 40; // n: as LIST_APPEND with an iterable; TypeError "Value after * must be an iterable, not X"
export const SET_UPDATE = 41; // n
export const DICT_UPDATE = 42; // n   ** in a display: "'X' object is not a mapping"
export const DICT_MERGE = 43; // n   ** in a call: duplicate keywords are a TypeError naming the function, which is n+2 values below the dict… see vm
export const LIST_TO_TUPLE = 44; // list -> tuple
export const BINARY_SUBSCR = 45; // object key -> value
export const STORE_SUBSCR = 46; // value object key ->
export const DELETE_SUBSCR = 47; // object key ->
export const BINARY_OP = 48; // BinaryOperator, +16 for in-place: a b -> result
export const UNARY_NEGATIVE = 49;
export const UNARY_POSITIVE = 50;
export const UNARY_INVERT = 51;
export const UNARY_NOT = 52;
export const COMPARE_OP = 53; // Comparison: a b -> result
export const IS_OP = 54; // 1 for `is not`
export const CONTAINS_OP = 55; // 1 for `not in`: item container -> bool
export const JUMP = 56; // target   forward
export const JUMP_BACKWARD = 57; // target   also where limits are checked
export const POP_JUMP_IF_FALSE = 58; // target: condition ->
export const POP_JUMP_IF_TRUE = 59;
export const POP_JUMP_IF_NONE = 60;
export const POP_JUMP_IF_NOT_NONE = 61;
export const JUMP_IF_FALSE_OR_POP = 62; // target: keeps the value when it jumps, else pops it
export const JUMP_IF_TRUE_OR_POP = 63;
export const GET_ITER = 64; // iterable -> iterator
export const FOR_ITER = 65; // target: iterator -> iterator value   exhausted: pops the iterator and jumps
export const GET_AITER = 66; // iterable -> async iterator
export const GET_ANEXT = 67; // aiter -> aiter awaitable   (awaitable is ready for YIELD_FROM)
export const END_ASYNC_FOR = 68; // aiter exception ->   StopAsyncIteration: goes on behind; anything else is raised again
export const GET_AWAITABLE = 69; // 0, or 1 after __aenter__, 2 after __aexit__: awaitable -> iterator
export const YIELD_FROM = 70; // iterator value -> result   sends value (None first); repeats itself for every yield; `throw` and `close` are delegated
export const GET_YIELD_FROM_ITER = 71; // iterable -> iterator   a coroutine only inside a coroutine
export const YIELD_VALUE = 72; // value -> sent value
export const RETURN_VALUE = 73; // value ->
export const PUSH_EXC_INFO = 74; // exc -> previous exc   exc becomes the exception being handled in this frame
export const POP_EXCEPT = 75; // line: previous ->   restores it; line of the `except` clause that ends, 0 where it is none
export const CHECK_EXC_MATCH = 76; // exc type -> exc bool
export const CHECK_EG_MATCH = 77; // exc type -> rest match   both None-able; match becomes the handled exception when not None
export const PREP_RERAISE_STAR = 78; // original list -> exc|None   what except* has to raise in the end
export const RERAISE = 79; // exc ->   raises it without a new traceback entry for this line
export const RAISE_VARARGS = 80; // 0: re-raise the handled one; 1: exc ->; 2: exc cause ->
export const BEFORE_WITH = 81; // manager -> exit entered
export const BEFORE_ASYNC_WITH = 82; // manager -> aexit awaitable
export const WITH_EXCEPT_START = 83; // exit previous exc -> exit previous exc result   calls exit(type, exc, traceback)
export const LOAD_BUILD_CLASS = 84; // -> __build_class__
export const LOAD_ASSERTION_ERROR = 85;
export const IMPORT_NAME = 86; // name: level fromlist -> module
export const IMPORT_FROM = 87; // name: module -> module value
export const IMPORT_STAR = 88; // module ->
export const MAKE_FUNCTION = 89; // flags: [defaults tuple: 1] [keyword defaults dict: 2] [__annotate__ function: 4] [closure tuple: 8] code -> function
export const CONVERT_VALUE = 90; // 1 str, 2 repr, 3 ascii
export const FORMAT_SIMPLE = 91; // value -> string
export const FORMAT_WITH_SPEC = 92; // value spec -> string
export const UNPACK_SEQUENCE = 93; // n: sequence -> vn … v1 (first one on top)
export const UNPACK_EX = 94; // before + (after << 8): first one on top
export const GET_LEN = 95; // subject -> subject length
export const MATCH_MAPPING = 96; // subject -> subject bool
export const MATCH_SEQUENCE = 97; // subject -> subject bool
export const MATCH_KEYS = 98; // subject keys -> subject keys values|None
export const MATCH_CLASS = 99; // n positional: subject class keyword-names -> attributes tuple|None
export const INTRINSIC_1 = 100; // Intrinsic1: value -> result
export const INTRINSIC_2 = 101; // Intrinsic2: a b -> result
export const LINE = 102; // line: a statement begins here (emitted in the user's own files only): recorder and limits
export const BUILD_INTERPOLATION = 103; // t-strings: 2 + (1 if a format spec) | conversion << 2: value text [spec] -> Interpolation
export const BUILD_TEMPLATE = 104; // strings-tuple interpolations-tuple -> Template

// Several instructions in one step (fuse.ts). The others stand where they stood, so that a jump to them finds them.
export const LOAD_FAST_LOAD_FAST = 105;
export const LOAD_FAST_LOAD_CONST = 106;
export const LOAD_FAST_LOAD_ATTR = 107;
export const LOAD_GLOBAL_PUSH_NULL = 108;
export const COMPARE_OP_POP_JUMP_IF_FALSE = 109;
export const COMPARE_FAST_CONST_JUMP = 110; // LOAD_FAST LOAD_CONST COMPARE_OP POP_JUMP_IF_FALSE; of small ints, else as LOAD_FAST_LOAD_CONST
export const COMPARE_FAST_FAST_JUMP = 111;
export const COMPARE_CONST_JUMP = 112; // LOAD_CONST COMPARE_OP POP_JUMP_IF_FALSE
export const BINARY_FAST_CONST = 113; // LOAD_FAST LOAD_CONST BINARY_OP, and STORE_FAST where that comes next; of small ints
export const BINARY_FAST_FAST = 114;
export const BINARY_CONST = 115; // LOAD_CONST BINARY_OP
export const BINARY_FAST = 116; // LOAD_FAST BINARY_OP
export const LOAD_SUPER_METHOD = 117; // LOAD_GLOBAL PUSH_NULL CALL LOAD_METHOD: of `super().name(…)`, else as LOAD_GLOBAL_PUSH_NULL
// What the dispatch loop makes of an instruction when it has seen what it works on. None of them may appear in compiled code.
export const FOR_ITER_RANGE = 118; // and STORE_FAST where that comes next
export const FOR_ITER_LIST = 119; // and STORE_FAST where that comes next
export const FOR_ITER_NATIVE = 120;
export const FOR_ITER_GENERATOR = 121;
export const FOR_ITER_ANY = 122;
export const CALL_FUNCTION = 123; // of a function in Python with as many arguments as it has parameters
export const CALL_NATIVE = 124;
export const CALL_TYPE = 125;
export const CALL_ANY = 126; // different kinds of callables were met here

/** Not compiled: planted where a thread is to lose its turn (vm/switch-points.ts). */
export const SWITCH = 250;

/** Arguments of BINARY_OP. */
export const BINARY_ADD = 0;
export const BINARY_SUBTRACT = 1;
export const BINARY_MULTIPLY = 2;
export const BINARY_TRUE_DIVIDE = 3;
export const BINARY_FLOOR_DIVIDE = 4;
export const BINARY_REMAINDER = 5;
export const BINARY_POWER = 6;
export const BINARY_LEFT_SHIFT = 7;
export const BINARY_RIGHT_SHIFT = 8;
export const BINARY_AND = 9;
export const BINARY_OR = 10;
export const BINARY_XOR = 11;
export const BINARY_MATRIX_MULTIPLY = 12;
/** Added to the argument of BINARY_OP: `a += b`. */
export const IN_PLACE = 16;

/** Arguments of COMPARE_OP. */
export const COMPARE_LT = 0;
export const COMPARE_LE = 1;
export const COMPARE_EQ = 2;
export const COMPARE_NE = 3;
export const COMPARE_GT = 4;
export const COMPARE_GE = 5;
