/** One line: what is shown, when, and the number of the step, large enough to be typed from the last row. */
import { selectIsEdited, selectWholeTrace } from '../../store/selectors.ts';
import { timeAt } from '../../trace/history.ts';
import { secondsText } from '../../viz/marks.ts';
import { PageTitle } from '../Header.tsx';
import { GoTo } from '../Playhead.tsx';
import { RunBadge } from '../RunBadge.tsx';
import { useApp, useSession } from '../services.ts';
import { titleOf } from '../session.ts';
import { PresentMenu } from './PresentMenu.tsx';

export function PresentHead() {
  const trace = useApp(selectWholeTrace);
  const position = useApp((state) => state.position);
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const title = titleOf(scenario, origin, isEdited);
  return (
    <header className="present-head">
      <PageTitle title={title} />
      <h1>{title}</h1>
      <RunBadge />
      <span className="present-time figures">t = {secondsText(timeAt(trace.history, position))}</span>
      <GoTo position={position} count={trace.length} />
      <PresentMenu />
    </header>
  );
}
