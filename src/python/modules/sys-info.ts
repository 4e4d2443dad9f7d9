/** The constants of `sys`: what CPython 3.14.2 on 64-bit Linux says of itself. */
import { dictOf } from '../objects/dict.ts';
import { simpleNamespace } from '../objects/namespace.ts';
import { frozensetType, PyFloat, PyList, PySet, PyTuple, type Value } from '../objects/value.ts';
import { STDLIB_MODULE_NAMES } from './stdlib-names.ts';
import { structSequence, structSequenceType } from './struct-sequence.ts';

const HEX_VERSION = 0x030e02f0;

const versionInfoType = structSequenceType('sys', 'version_info', [
  'major',
  'minor',
  'micro',
  'releaselevel',
  'serial',
]);
const floatInfoType = structSequenceType('sys', 'float_info', [
  'max',
  'max_exp',
  'max_10_exp',
  'min',
  'min_exp',
  'min_10_exp',
  'dig',
  'mant_dig',
  'epsilon',
  'radix',
  'rounds',
]);
const intInfoType = structSequenceType('sys', 'int_info', [
  'bits_per_digit',
  'sizeof_digit',
  'default_max_str_digits',
  'str_digits_check_threshold',
]);
const hashInfoType = structSequenceType('sys', 'hash_info', [
  'width',
  'modulus',
  'inf',
  'nan',
  'imag',
  'algorithm',
  'hash_bits',
  'seed_bits',
  'cutoff',
]);
const threadInfoType = structSequenceType('sys', 'thread_info', ['name', 'lock', 'version']);
const FLAGS = {
  debug: 0,
  inspect: 0,
  interactive: 0,
  optimize: 0,
  dont_write_bytecode: 0,
  no_user_site: 0,
  no_site: 0,
  ignore_environment: 0,
  verbose: 0,
  bytes_warning: 0,
  quiet: 0,
  hash_randomization: 1,
  isolated: 0,
  dev_mode: false,
  utf8_mode: 1,
  warn_default_encoding: 0,
  safe_path: false,
  int_max_str_digits: 4300,
} as const;
const flagsType = structSequenceType(
  'sys',
  'flags',
  [...Object.keys(FLAGS), 'gil', 'thread_inherit_context', 'context_aware_warnings'],
  18,
);
for (const cls of [versionInfoType, flagsType]) cls.attrs.set('__new__', null);

const COPYRIGHT = `Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.\n
Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n
Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n
Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.`;

/** `flags`: what is otherwise than by default. */
export function sysConstants(flags: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  const versionInfo = structSequence(versionInfoType, [3, 14, 2, 'final', 0]);
  const float = (value: number) => new PyFloat(value);
  return [
    ['version', '3.14.2 (main, Dec  5 2025, 00:00:00) [GCC 14.2.0]'],
    ['version_info', versionInfo],
    ['hexversion', HEX_VERSION],
    ['api_version', 1013],
    ['copyright', COPYRIGHT],
    ['platform', 'linux'],
    ['byteorder', 'little'],
    ['maxsize', 9223372036854775807n],
    ['maxunicode', 0x10ffff],
    ['float_repr_style', 'short'],
    [
      'float_info',
      structSequence(floatInfoType, [
        float(Number.MAX_VALUE),
        1024,
        308,
        float(2.2250738585072014e-308),
        -1021,
        -307,
        15,
        53,
        float(Number.EPSILON),
        2,
        1,
      ]),
    ],
    ['int_info', structSequence(intInfoType, [30, 4, 4300, 640])],
    [
      'hash_info',
      structSequence(hashInfoType, [64, 2305843009213693951n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]),
    ],
    ['thread_info', structSequence(threadInfoType, ['pthread', 'semaphore', 'NPTL 2.36'])],
    [
      'flags',
      structSequence(
        flagsType,
        Object.entries(FLAGS).map(([name, value]) => flags.get(name) ?? value),
        new Map<string, Value>([
          ['gil', 1],
          ['thread_inherit_context', 0],
          ['context_aware_warnings', 0],
        ]),
      ),
    ],
    [
      'implementation',
      simpleNamespace([
        ['name', 'cpython'],
        ['cache_tag', 'cpython-314'],
        ['version', versionInfo],
        ['hexversion', HEX_VERSION],
        ['_multiarch', 'x86_64-linux-gnu'],
        ['supports_isolated_interpreters', true],
      ]),
    ],
    ['prefix', '/usr'],
    ['exec_prefix', '/usr'],
    ['base_prefix', '/usr'],
    ['base_exec_prefix', '/usr'],
    ['platlibdir', 'lib'],
    ['executable', '/usr/bin/python3'],
    ['_base_executable', '/usr/bin/python3'],
    ['_git', new PyTuple(['CPython', '', ''])],
    ['_framework', ''],
    ['abiflags', ''],
    ['pycache_prefix', null],
    ['dont_write_bytecode', true],
    ['_home', null],
    ['_stdlib_dir', null],
    ['_xoptions', dictOf([])],
    ['path', new PyList([''])],
    ['meta_path', new PyList([])],
    ['path_hooks', new PyList([])],
    ['path_importer_cache', dictOf([])],
    ['warnoptions', new PyList([])],
    ['stdlib_module_names', new PySet(new Map([...STDLIB_MODULE_NAMES].map((name) => [name, name])), frozensetType)],
  ];
}
