/**
 * The module `cmath` (Modules/cmathmodule.c). DIVERGES: trigonometric functions are JavaScript's, which may differ from
 * libm's in the last bit, and infinities and NaN go through the formulas instead of CPython's tables of special values.
 */

import {
  hypot,
  cosh as mathCosh,
  exp as mathExp,
  log as mathLog,
  sinh as mathSinh,
  tanh as mathTanh,
} from '../objects/elementary.ts';
import { OverflowError, raise, TypeError, ValueError, ZeroDivisionError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { asFloat, call } from '../objects/protocol.ts';
import { complexType, PyComplex, PyFloat, PyTuple, typeOf, type Value } from '../objects/value.ts';

type Unary = (z: PyComplex) => PyComplex;

function complexOf(value: Value): PyComplex {
  if (value instanceof PyComplex) return value;
  if (typeof value === 'string') return raise(TypeError, `must be real number, not ${typeOf(value).tpName}`);
  return call(complexType, value) as PyComplex;
}

function of(real: number, imag: number): PyComplex {
  return new PyComplex(real, imag);
}

/** CPython: cmath_sqrt_impl. */
function sqrt({ real, imag }: PyComplex): PyComplex {
  if (real === 0 && imag === 0) return of(0, imag);
  if (!Number.isFinite(imag)) return of(Number.POSITIVE_INFINITY, imag);
  const s = 2 * Math.sqrt(Math.abs(real) / 8 + hypot(real / 8, imag / 8));
  const d = Math.abs(imag) / (2 * s);
  const sign = imag < 0 || Object.is(imag, -0) ? -1 : 1;
  return real >= 0 ? of(s, sign * d) : of(d, sign * s);
}

function exp({ real, imag }: PyComplex): PyComplex {
  const size = mathExp(real);
  return of(size * Math.cos(imag), size * Math.sin(imag));
}

/** CPython: c_log. */
function log({ real, imag }: PyComplex): PyComplex {
  if (real === 0 && imag === 0) return raise(ValueError, 'math domain error');
  const [ax, ay] = [Math.abs(real), Math.abs(imag)];
  const h = hypot(ax, ay);
  const [most, least] = [Math.max(ax, ay), Math.min(ax, ay)];
  const size = h >= 0.71 && h <= 1.73 ? Math.log1p((most - 1) * (most + 1) + least * least) / 2 : mathLog(h);
  return of(size, Math.atan2(imag, real));
}

const sinh: Unary = ({ real, imag }) => of(Math.cos(imag) * mathSinh(real), Math.sin(imag) * mathCosh(real));
const cosh: Unary = ({ real, imag }) => of(Math.cos(imag) * mathCosh(real), Math.sin(imag) * mathSinh(real));

/** CPython: cmath_tanh_impl. */
function tanh({ real, imag }: PyComplex): PyComplex {
  const tx = mathTanh(real);
  const ty = Math.tan(imag);
  const cx = 1 / mathCosh(real);
  const txty = tx * ty;
  const denominator = 1 + txty * txty;
  return of((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx);
}

/** CPython: cmath_acos_impl. */
function acos({ real, imag }: PyComplex): PyComplex {
  const s1 = sqrt(of(1 - real, -imag));
  const s2 = sqrt(of(1 + real, imag));
  return of(2 * Math.atan2(s1.real, s2.real), Math.asinh(s2.real * s1.imag - s2.imag * s1.real));
}

/** CPython: cmath_acosh_impl. */
function acosh({ real, imag }: PyComplex): PyComplex {
  const s1 = sqrt(of(real - 1, imag));
  const s2 = sqrt(of(real + 1, imag));
  return of(Math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * Math.atan2(s1.imag, s2.real));
}

/** CPython: cmath_asinh_impl. */
function asinh({ real, imag }: PyComplex): PyComplex {
  const s1 = sqrt(of(1 + imag, -real));
  const s2 = sqrt(of(1 - imag, real));
  return of(Math.asinh(s1.real * s2.imag - s2.real * s1.imag), Math.atan2(imag, s1.real * s2.real - s1.imag * s2.imag));
}

/** CPython: cmath_atanh_impl. */
function atanh({ real, imag }: PyComplex): PyComplex {
  if (real < 0 || Object.is(real, -0)) {
    const mirrored = atanh(of(-real, -imag));
    return of(-mirrored.real, -mirrored.imag);
  }
  const ay = Math.abs(imag);
  if (real === 1 && ay === 0) return raise(ValueError, 'math domain error');
  const square = (1 - real) * (1 - real) + ay * ay;
  return of(Math.log1p((4 * real) / square) / 4, -Math.atan2(-2 * imag, (1 - real) * (1 + real) - ay * ay) / 2);
}

/** `f(z)` from the hyperbolic function: `-i * f(i * z)`. */
function turned(operate: Unary): Unary {
  return ({ real, imag }) => {
    const result = operate(of(-imag, real));
    return of(result.imag, -result.real);
  };
}

const FUNCTIONS: Readonly<Record<string, Unary>> = {
  sqrt,
  exp,
  sinh,
  cosh,
  tanh,
  acos,
  acosh,
  asinh,
  atanh,
  sin: turned(sinh),
  cos: ({ real, imag }) => cosh(of(-imag, real)),
  tan: turned(tanh),
  asin: turned(asinh),
  atan: turned(atanh),
  log10: (z) => {
    const { real, imag } = log(z);
    return of(real / Math.LN10, imag / Math.LN10);
  },
};

function checked(operate: Unary): (value: Value) => PyComplex {
  return (value) => {
    const z = complexOf(value);
    const result = operate(z);
    const isFinite = Number.isFinite(result.real) && Number.isFinite(result.imag);
    return isFinite || !Number.isFinite(z.real) || !Number.isFinite(z.imag)
      ? result
      : raise(OverflowError, 'math range error');
  };
}

function quotient(a: PyComplex, b: PyComplex): PyComplex {
  const size = b.real * b.real + b.imag * b.imag;
  if (size === 0) return raise(ZeroDivisionError, 'division by zero');
  if (b.imag === 0) return of(a.real / b.real, a.imag / b.real);
  return of((a.real * b.real + a.imag * b.imag) / size, (a.imag * b.real - a.real * b.imag) / size);
}

function isClose(a: Value, b: Value, relative?: Value, absolute?: Value): boolean {
  const [x, y] = [complexOf(a), complexOf(b)];
  const [rel, abs] = [
    relative === undefined ? 1e-9 : asFloat(relative),
    absolute === undefined ? 0 : asFloat(absolute),
  ];
  if (rel < 0 || abs < 0) return raise(ValueError, 'tolerances must be non-negative');
  if (x.real === y.real && x.imag === y.imag) return true;
  const difference = hypot(x.real - y.real, x.imag - y.imag);
  const sizes = [hypot(x.real, x.imag), hypot(y.real, y.imag)];
  if (!sizes.every(Number.isFinite)) return false;
  return difference <= rel * Math.max(...sizes) || difference <= abs;
}

export function cmathModule(): Map<string, Value> {
  const both = (test: (x: number) => boolean, value: Value) => {
    const { real, imag } = complexOf(value);
    return [test(real), test(imag)] as const;
  };
  const functions = [
    ...Object.entries(FUNCTIONS).map(([name, operate]) => nativeFunction(name, 'z, /', checked(operate))),
    nativeFunction('log', 'z, base=e, /', (z: Value, base?: Value) =>
      base === undefined ? log(complexOf(z)) : quotient(log(complexOf(z)), log(complexOf(base))),
    ),
    nativeFunction('phase', 'z, /', (value: Value) => {
      const { real, imag } = complexOf(value);
      return new PyFloat(Math.atan2(imag, real));
    }),
    nativeFunction('polar', 'z, /', (value: Value) => {
      const { real, imag } = complexOf(value);
      return new PyTuple([new PyFloat(hypot(real, imag)), new PyFloat(Math.atan2(imag, real))]);
    }),
    nativeFunction('rect', 'r, phi, /', (r: Value, phi: Value) => {
      const [size, angle] = [asFloat(r), asFloat(phi)];
      return of(size * Math.cos(angle), size * Math.sin(angle));
    }),
    nativeFunction('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', isClose),
    nativeFunction('isfinite', 'z, /', (z: Value) => both(Number.isFinite, z).every(Boolean)),
    nativeFunction('isnan', 'z, /', (z: Value) => both(Number.isNaN, z).some(Boolean)),
    nativeFunction('isinf', 'z, /', (z: Value) => both((x) => Math.abs(x) === Infinity, z).some(Boolean)),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  names
    .set('pi', new PyFloat(Math.PI))
    .set('e', new PyFloat(Math.E))
    .set('tau', new PyFloat(2 * Math.PI));
  names.set('inf', new PyFloat(Infinity)).set('nan', new PyFloat(Number.NaN));
  return names.set('infj', of(0, Infinity)).set('nanj', of(0, Number.NaN));
}
