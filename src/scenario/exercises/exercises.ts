/// <reference types="vite/types/importMeta.d.ts" />
/** All exercises, in the order in which they are shown. Loaded late. */
import { type AuthoredExercise, type Exercise, exerciseOf } from './exercise.ts';

const FOLDERS = import.meta.glob<AuthoredExercise>('./*/exercise.ts', { eager: true, import: 'EXERCISE' });

export const EXERCISES: readonly Exercise[] = Object.entries(FOLDERS)
  .map(([path, authored]) => exerciseOf(path.split('/')[1] ?? '', authored))
  .sort((a, b) => a.place - b.place);

export function exerciseNamed(slug: string): Exercise | undefined {
  return EXERCISES.find((exercise) => exercise.slug === slug);
}
