/** The gamma function and its logarithm (Modules/mathmodule.c). NaN where the argument is outside the domain, infinite on overflow. */

import { exp, log } from '../objects/elementary.ts';
import { powDouble } from '../objects/float-pow.ts';

const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_MINUS_HALF = 5.52468004077673;
const LANCZOS_NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const LANCZOS_DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const LOG_PI = 1.1447298858494002;

/** CPython: lanczos_sum. */
function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 0; i < 13; i++) {
    const at = x < 5 ? 12 - i : i;
    const a = LANCZOS_NUMERATOR[at] ?? 0;
    const b = LANCZOS_DENOMINATOR[at] ?? 0;
    numerator = (x < 5 ? numerator * x : numerator / x) + a;
    denominator = (x < 5 ? denominator * x : denominator / x) + b;
  }
  return numerator / denominator;
}

/** CPython: m_sinpi. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const quarter = Math.round(2 * y);
  let r: number;
  if (quarter === 0) r = Math.sin(Math.PI * y);
  else if (quarter === 1) r = Math.cos(Math.PI * (y - 0.5));
  else if (quarter === 2) r = Math.sin(Math.PI * (1 - y));
  else if (quarter === 3) r = -Math.cos(Math.PI * (y - 1.5));
  else r = Math.sin(Math.PI * (y - 2));
  return x < 0 ? -r : r;
}

function smallFactorial(n: number): number {
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

/** CPython: m_tgamma. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 || Number.isNaN(x) ? x : Number.NaN;
  if (x === 0) return Number.NaN;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= 23) return smallFactorial(x - 1);
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = size + LANCZOS_G_MINUS_HALF;
  const rest = size > LANCZOS_G_MINUS_HALF ? y - size - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - size;
  const z = (rest * LANCZOS_G) / y;
  const power = powDouble(y, size < 140 ? size - 0.5 : size / 2 - 0.25);
  const times = size < 140 ? 1 : 2;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    r -= z * r;
    for (let i = 0; i < times; i++) r /= power;
  } else {
    r = lanczosSum(size) / exp(y);
    r += z * r;
    for (let i = 0; i < times; i++) r *= power;
  }
  return r;
}

/** CPython: m_lgamma. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.NaN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let r = log(lanczosSum(size)) - LANCZOS_G;
  r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  return x < 0 ? LOG_PI - log(Math.abs(sinPi(size))) - log(size) - r : r;
}
