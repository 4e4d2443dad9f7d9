/** A task's letter in its hue; the name stands beside it, or is its title. */
import { memo } from 'react';
import './badge.css';

interface TaskBadgeProps {
  readonly letter: string;
  readonly hue: number;
  readonly name?: string;
}

export const TaskBadge = memo(function TaskBadge({ hue, letter, name }: TaskBadgeProps) {
  return (
    <span className="badge" data-hue={hue} title={name} translate="no">
      {letter}
    </span>
  );
});
