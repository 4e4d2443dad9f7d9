/** What can be shown side by side: the program in the page, its branches, the same with a switch of the lab flipped, the gallery. */
import { assert } from '../lib/assert.ts';
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import { labScenario } from '../scenario/lab/program.ts';
import { hasSwitch, labSettingOf, SWITCHES } from '../scenario/lab/setting.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Branch } from '../store/branches.ts';
import type { Side } from '../store/side-by-side.ts';
import { branchName } from './branch-words.ts';
import type { Gallery } from './gallery.ts';
import { SWITCH_WORDS } from './lab-words.ts';

export interface Choice {
  readonly key: string;
  readonly group: string;
  readonly words: string;
  /** Null: of the gallery, and loaded when it is chosen. */
  readonly scenario: Scenario | null;
  /** In the gallery; '' it is not of it. */
  readonly slug: string;
}

/** One whose program is there. */
export interface LoadedChoice extends Choice {
  readonly scenario: Scenario;
}

export type Pair<C extends Choice = Choice> = Readonly<Record<Side, C>>;

interface Sources {
  readonly scenario: Scenario;
  readonly kept: readonly Branch[];
  readonly items: readonly CatalogueItem[];
}

export function choicesFrom({ items, kept, scenario }: Sources): readonly Choice[] {
  const own = { group: 'This program', slug: '' };
  const bare = { ...scenario, interventions: [] };
  return [
    { ...own, key: 'now', words: 'as it is now', scenario },
    ...(scenario.interventions.length > 0
      ? [{ ...own, key: 'bare', words: 'with nothing done to it', scenario: bare }]
      : []),
    ...kept
      .filter((branch) => branch.scenario.interventions.length > 0)
      .map((branch) => ({ ...own, key: `branch ${branch.run}`, words: branchName(branch), scenario: branch.scenario })),
    ...flipped(scenario),
    ...items.map(({ slug, title }) => ({
      ...{ group: 'Gallery', key: `gallery ${slug}`, words: title, scenario: null, slug },
    })),
  ];
}

/** Of a program of the lab: each switch turned, with what is done to the run now. */
function flipped(scenario: Scenario): readonly Choice[] {
  const setting = labSettingOf(scenario);
  if (setting === null) return [];
  return SWITCHES.filter((name) => hasSwitch(setting.broker, name)).map((name) => {
    const isOn = setting.on.includes(name);
    const on = isOn ? setting.on.filter((other) => other !== name) : [...setting.on, name];
    return {
      key: `switch ${name}`,
      group: 'Guarantees',
      words: `${isOn ? 'without' : 'with'} ${SWITCH_WORDS[name]}`,
      scenario: { ...labScenario({ ...setting, on }), interventions: scenario.interventions },
      slug: '',
    };
  });
}

export function isOfGallery({ slug }: Choice): boolean {
  return slug !== '';
}

/** What was chosen, else what was wished for by slugs, else this program and what belongs beside it. */
export function firstPair(
  choices: readonly Choice[],
  wish: readonly [left: string, right: string] | null,
  chosen: Partial<Record<Side, string>>,
): Pair | null {
  const find = (key: string | undefined) => choices.find((choice) => choice.key === key);
  const [now, next] = choices;
  if (now === undefined || next === undefined) return null;
  const left = find(chosen.left) ?? find(`gallery ${wish?.[0]}`) ?? now;
  const beside = choices.find((choice) => choice.key === 'switch late-ack') ?? next;
  const right = find(chosen.right) ?? find(`gallery ${wish?.[1]}`) ?? beside;
  return { left, right };
}

/** With the programs of the gallery in it. Fails when one cannot be loaded. */
export async function loadedPair({ left, right }: Pair, gallery: Gallery): Promise<Pair<LoadedChoice>> {
  return { left: await loadedChoice(left, gallery), right: await loadedChoice(right, gallery) };
}

async function loadedChoice(choice: Choice, gallery: Gallery): Promise<LoadedChoice> {
  const scenario = choice.scenario ?? (await gallery.entry(choice.slug))?.scenario;
  assert(scenario !== undefined, `the gallery has the scenario ${choice.slug}`);
  return { ...choice, scenario };
}
