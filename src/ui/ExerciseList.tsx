/** The exercises, and which of them are solved in this browser. */
import { EXERCISES } from '../scenario/exercises/exercises.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { usePage } from './page.ts';
import { solvedExercises } from './progress.ts';

export function ExerciseList({ onOpen }: { readonly onOpen: (scenario: Scenario) => void }) {
  const solved = solvedExercises(usePage());
  return (
    <ul className="gallery-list exercise-list">
      {EXERCISES.map(({ scenario, slug, task, title }) => (
        <li key={slug}>
          <button type="button" data-item onClick={() => onOpen(scenario)}>
            <strong>
              {title}
              {solved.includes(slug) ? <span className="exercise-solved"> ✓ solved</span> : null}
            </strong>
            <span>{task}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
