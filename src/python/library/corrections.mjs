/**
 * Where a Python file that stands in for a module in C says other words than the C does: what a program prints must be
 * CPython's. And one file that would load too much. Each entry is a place of the file and what is there instead; a place that is gone fails the build.
 *
 * @typedef {readonly (readonly [place: string | RegExp, instead: string])[]} Corrections
 */
import { INSPECT } from './inspect-corrections.mjs';
import { HASHLIB, IO } from './library-corrections.mjs';

/**
 * CPython: Modules/_datetimemodule.c.
 *
 * @type {Corrections}
 */
const DATETIME = [
  [/def __new__\(cls, year, month=None, day=None/g, 'def __new__(cls, year=None, month=None, day=None'],
  [
    'def _check_date_fields(year, month, day):\n',
    `def _check_date_fields(year, month, day):
    if day is None:
        for at, (name, value) in enumerate((('year', year), ('month', month), ('day', day)), 1):
            if value is None:
                raise TypeError(f"function missing required argument '{name}' (pos {at})")
`,
  ],
  [`f"not {type(tz).__name__!r}"`, `f"not type {type(tz).__name__!r}"`],
  ['tzname() must return None or string, "', 'tzname() must return None or a string, "'],
  [
    '"timedelta # of days is too large: %d" % d',
    'f"days={d}; must have magnitude <= 999999999" if abs(d) < 1 << 31 else "Python int too large to convert to C int"',
  ],
  [
    "return (f'{self.__class__.__name__}'\n                f'(year=",
    "return (f'datetime.{self.__class__.__name__}'\n                f'(year=",
  ],
  ['"cannot compare naive and aware times"', '"can\'t compare offset-naive and offset-aware times"'],
  ['"cannot compare naive and aware datetimes"', '"can\'t compare offset-naive and offset-aware datetimes"'],
  ['"cannot mix naive and timezone-aware time"', '"can\'t subtract offset-naive and offset-aware datetimes"'],
  ['"offset must be a timedelta")', "f'timezone() argument 1 must be datetime.timedelta, not {_kind(offset)}')"],
  ['"name must be a string"', "f'timezone() argument 2 must be str, not {_kind(name)}'"],
  ['"date argument must be a date instance"', "f'combine() argument 1 must be datetime.date, not {_kind(date)}'"],
  ['"time argument must be a time instance"', "f'combine() argument 2 must be datetime.time, not {_kind(time)}'"],
  ['raise TypeError("tz argument must be an instance of tzinfo")', '_check_tzinfo_arg(tz)'],
  [/"tzinfo subclass must override (\w+)\(\)"/g, '"a tzinfo subclass must implement $1()"'],
  [
    '            return cls(*_parse_isoformat_date(date_string))\n',
    '            fields = _parse_isoformat_date(date_string)\n',
  ],
  [
    '            return cls(*_parse_isoformat_time(time_string)[0])\n',
    '            fields = _parse_isoformat_time(time_string)[0]\n',
  ],
  [
    /( {12}raise ValueError\(f'Invalid isoformat string: \{(?:date|time)_string!r\}'\)\n)(?=\n {4}(?:@classmethod\n {4}def fromisocal|def strf))/g,
    '$1        return cls(*fields)\n',
  ],
  [/"must be str, not %s" % type\(fmt\)\.__name__/g, "f'__format__() argument 1 must be str, not {_kind(fmt)}'"],
  [
    'def _wrap_strftime(object, format, timetuple):\n',
    `def _wrap_strftime(object, format, timetuple):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {_kind(format)}')
`,
  ],
  [/"result out of range"/g, '"date value out of range"'],
  ["'Argument must be a str'", "'fromisoformat: argument must be str'"],
  [
    "raise ValueError('Argument must be an ASCII str')",
    "raise ValueError(f'Invalid isoformat string: {date_string!r}')",
  ],
  [
    '        frac, t = _math.modf(t)\n',
    `        if not hasattr(type(t), '__float__') and not hasattr(type(t), '__index__'):
            raise TypeError(f'argument must be int or float, not {_kind(t)}')
        frac, t = _math.modf(t)
`,
  ],
  ['"fromutc() requires a datetime argument"', '"fromutc: argument must be a datetime instance"'],
  ['"dt.tzinfo is not self"', '"fromutc: dt.tzinfo is not self"'],
  [
    /raise TypeError\("(utcoffset|tzname|dst)\(\) argument must be a datetime instance"\n {24}" or None"\)/g,
    'raise TypeError(f"$1(dt) argument must be a datetime instance or None, not {_kind(dt)}")',
  ],
  [
    /"fromutc\(\) argument must be a datetime instance"\n {24}" or None"/,
    '"fromutc: argument must be a datetime instance"',
  ],
  [
    'def _check_tzname(name):\n',
    `def _kind(value):
    kind = type(value)
    if value is None:
        return 'None'
    return kind.__name__ if kind.__module__ != 'datetime' else f'datetime.{kind.__name__}'

def _check_tzname(name):
`,
  ],
];

/** The order of CPython's signals, and the mapping of them that a context shows. */
const SIGNALS = `_signals=[InvalidOperation,FloatOperation,DivisionByZero,Overflow,Underflow,Subnormal,Inexact,Rounded,Clamped]
_shown=[Clamped,InvalidOperation,DivisionByZero,Inexact,FloatOperation,Overflow,Rounded,Subnormal,Underflow]

class SignalDict(dict):
 def __repr__(self):
  return '{'+', '.join(f'{s!r}:{bool(v)}' for s,v in self.items())+'}'
 def __setitem__(self,signal,value):
  if signal not in self:
   raise KeyError('valid values for signals are:\\n  [InvalidOperation, FloatOperation, DivisionByZero,\\n   Overflow, Underflow, '
   'Subnormal, Inexact, Rounded,\\n   Clamped]')
  dict.__setitem__(self,signal,bool(value))
 def __delitem__(self,signal):
  raise ValueError('signal keys cannot be deleted')
 def copy(self):
  return dict(self)
`;

const ROUNDING_MODES = `"valid values for rounding are:\\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\\n   \\
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\\n   ROUND_05UP]"`;

/**
 * CPython: Modules/_decimal/_decimal.c. The source has one space where CPython's has four.
 *
 * @type {Corrections}
 */
const DECIMAL = [
  [/_signals=\[[^\]]*\]\n/, SIGNALS],
  [
    'return object.__setattr__(self,name,d)',
    'return object.__setattr__(self,name,d if type(d)is SignalDict else SignalDict((s,bool(d[s]))for s in _signals))',
  ],
  ['  self.flags[error]=1\n', '  dict.__setitem__(self.flags,error,True)\n'],
  ['raise error(explanation)', 'raise error([condition])'],
  [
    /return\(context\._raise_error\(DivisionByZero,'x \/\/ 0',sign\),\s*context\._raise_error\(InvalidOperation,'x % 0'\)\)/,
    "remainder=context._raise_error(InvalidOperation,'x % 0')\n    return context._raise_error(DivisionByZero,'x // 0',sign),remainder",
  ],
  [/'Invalid tuple size in creation of Decimal '\s*'from[^)]*'/, "'argument must be a sequence of length 3'"],
  [/"Invalid sign\.[^)]*"/, '"sign must be an integer with the value 0 or 1"'],
  [/"The second value in the tuple must "[^)]*"/, '"coefficient must be a tuple of digits"'],
  [/"The third value in the tuple must "[^)]*"/, "\"string argument in the third position must be 'F', 'n' or 'N'\""],
  ['"Cannot convert %r to Decimal"%value', '"conversion from %s to Decimal is not supported"%_kind(value)'],
  ['"Cannot convert %r to Decimal"%number', '"Cannot convert %r to Decimal"%(number,)'],
  [/"cannot round a NaN"/g, '"cannot convert NaN to integer"'],
  [/"cannot round an infinity"/g, '"cannot convert Infinity to integer"'],
  [/for f,v in self\.flags\.items\(\)if v\]/, 'for f in _shown if self.flags[f]]'],
  [/for t,v in self\.traps\.items\(\)if v\]/, 'for t in _shown if self.traps[t]]'],
  [/"Unable to convert %s to Decimal"%(b|other)/g, '"conversion from %s to Decimal is not supported"%_kind($1)'],
  ['"argument must be int or float."', '"argument must be int or float"'],
  ['return "Decimal(\'%s\')"%str(self)', 'return "Decimal(\'%s\')"%Decimal.__str__(self)'],
  ["'Cannot hash a signaling NaN value.'", "'Cannot hash a signaling NaN value'"],
  ['"Cannot convert signaling NaN to float"', '"cannot convert signaling NaN to float"'],
  ['"Cannot convert NaN to integer"', '"cannot convert NaN to integer"'],
  ['"Cannot convert infinity to integer"', '"cannot convert Infinity to integer"'],
  ["'Second argument to round should be integral'", "'optional arg must be an integer'"],
  ['"Invalid format specifier: "+format_spec', '"invalid format string"'],
  [/"(?:Fill character|Alignment) conflicts with[^)]*format_spec/g, '"invalid format string"'],
  [/"Explicit thousands separator conflicts with[^)]*format_spec/, '"invalid format string"'],
  [
    'f"\'{key}\' is an invalid keyword argument for this function"',
    'f"this function got an unexpected keyword argument \'{key}\'"',
  ],
  [
    ' ctx_manager=_ContextManager(ctx)\n',
    " if not isinstance(ctx,Context):\n  raise TypeError('optional argument must be a context')\n ctx_manager=_ContextManager(ctx)\n",
  ],
  ['"%s must be an integer"%name', '"an integer is required"'],
  ['"%s must be in [%s, %d]. got: %s"%(name,vmin,vmax,value)', '"valid range for %s is [MIN_EMIN, 0]"%name'],
  [
    '"%s must be in [%d, %s]. got: %s"%(name,vmin,vmax,value)',
    `"valid range for %s is [%s]"%(name,'1, MAX_PREC'if vmin else '0, MAX_EMAX')`,
  ],
  ['"%s must be in [%d, %d]. got %s"%(name,vmin,vmax,value)', '"valid values for %s are 0 or 1"%name'],
  ['"%s: invalid rounding mode"%value', ROUNDING_MODES],
  ['def _dec_from_triple(', 'def _kind(value):\n return type(value).__name__\n\ndef _dec_from_triple('],
];

/**
 * `traceback`, and so `logging`, imports it; the class is only for `tokenize.open`, and lies in a module as large as all of
 * these together. No line moves.
 *
 * @type {Corrections}
 */
const TOKENIZE = [
  ['from io import TextIOWrapper\n', '\n'],
  ['        text = TextIOWrapper(', '        from io import TextIOWrapper; text = TextIOWrapper('],
];

/**
 * CPython: Modules/_pickle.c. The names that `pickle` takes from it.
 *
 * @type {Corrections}
 */
const PICKLE = [
  [/\n# Use the faster _pickle if possible[\s\S]*$/, '\n'],
  [/\b_(Pickler|Unpickler|dumps?|loads?)\b/g, '$1'],
  [
    '                    raise EOFError\n',
    `                    raise EOFError("Ran out of input")
`,
  ],
  [
    '                dispatch[key[0]](self)\n',
    `                code = key[0]
                if code not in dispatch:
                    shown = f"'\\\\x{code:02x}'" if code < 32 or code > 126 else f"'{chr(code)}'"
                    raise UnpicklingError(f"invalid load key, {shown}.")
                try:
                    dispatch[code](self)
                except (IndexError, _struct_error) as wrong:
                    if wrong.__traceback__ is not None:
                        raise
                    raise UnpicklingError(_ended(wrong)) from None
`,
  ],
  [
    '"unsupported persistent id encountered"',
    '"A load persistent id instruction was encountered, but no persistent_load function was specified."',
  ],
  ['"Can\'t load pickle from unicode string"', '"a bytes-like object is required, not \'str\'"'],
  [
    '        self._file_readline = file.readline\n        self._file_read = file.read\n',
    `        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_readline = file.readline
        self._file_read = file.read
`,
  ],
  [
    'def encode_long(x):\n',
    `from struct import error as _struct_error

def _ended(wrong):
    return 'unpickling stack underflow' if 'list' in str(wrong) else 'pickle data was truncated'

def encode_long(x):
`,
  ],
];

/** @type {Readonly<Record<string, Corrections>>} */
const CORRECTIONS = {
  _datetime: DATETIME,
  _decimal: DECIMAL,
  _pickle: PICKLE,
  hashlib: HASHLIB,
  inspect: INSPECT,
  io: IO,
  tokenize: TOKENIZE,
};

/**
 * @param {string} name Of the module that the source stands in for.
 * @param {string} source
 * @returns {string}
 */
export function corrected(name, source) {
  let text = source;
  for (const [place, instead] of CORRECTIONS[name] ?? []) {
    const changed = typeof place === 'string' ? text.replace(place, () => instead) : text.replace(place, instead);
    if (changed === text) throw new Error(`${name}: nothing to correct at ${place}`);
    text = changed;
  }
  return text;
}
