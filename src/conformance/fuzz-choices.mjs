/** The numbers that a program is made of: one list a section, drawn by fast-check, the same for the same seed. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';

const SECTIONS_MAX = 8;
const CHOICES_MAX = 120;

/** @returns {import('fast-check').Arbitrary<number[][]>} */
export function choicesArbitrary() {
  const section = fc.array(fc.noBias(fc.nat(0xffff)), { maxLength: CHOICES_MAX, size: 'max' });
  return fc.noBias(fc.array(section, { minLength: 1, maxLength: SECTIONS_MAX, size: 'max' }));
}

/**
 * @param {number} seed
 * @returns {readonly (readonly number[])[]}
 */
export function choicesOf(seed) {
  const [choices] = fc.sample(choicesArbitrary(), { seed: mix(seed), numRuns: 1 });
  return choices ?? [];
}

/** Neighbouring seeds would begin with similar numbers. @param {number} seed */
export function mix(seed) {
  return createHash('sha256').update(String(seed)).digest().readInt32LE(0);
}

/** @param {string} text */
export function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
