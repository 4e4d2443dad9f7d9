/** The one inspection of the page, made when it is first wanted. */
import { createInquirer, type Inquirer } from '../store/inquirer.ts';
import { createInspection, type Inspection } from '../store/inspection.ts';
import type { Services } from './services.ts';

export interface Inspecting {
  readonly inquirer: Inquirer;
  readonly inspection: Inspection;
}

const made = new WeakMap<Services['inspector'], Inspecting>();

export function inspectingOf({ inspector }: Pick<Services, 'inspector'>): Inspecting {
  const known = made.get(inspector);
  if (known !== undefined) return known;
  const inquirer = createInquirer(inspector);
  const fresh = { inquirer, inspection: createInspection(inquirer) };
  made.set(inspector, fresh);
  return fresh;
}
