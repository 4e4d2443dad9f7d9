import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../link.ts';
import { PROCFILE, readProcfile } from '../procfile.ts';
import { scenarioOf } from '../scenario.ts';
import { labScenario } from './program.ts';
import { fitting, hasSwitch, LAB_BROKERS, type LabSetting, labSettingOf, SWITCHES, VICTIMS } from './setting.ts';

const settings: fc.Arbitrary<LabSetting> = fc.record({
  broker: fc.constantFrom(...LAB_BROKERS),
  victim: fc.constantFrom(...VICTIMS),
  on: fc.subarray([...SWITCHES]),
});

test('a program of the lab says which setting it is, also after a link', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const scenario = labScenario(setting);
      expect(labSettingOf(scenario)).toEqual(fitting(setting));
      const link = await encodeLink(scenario);
      const opened = link.ok ? await decodeLink(link.hash) : link;
      expect(opened).toMatchObject({ ok: true, scenario: { files: scenario.files } });
    }),
    { numRuns: 40 },
  );
});

test('each switch that a broker has changes a line, and no other does', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(...SWITCHES), (setting, name) => {
      const text = (on: LabSetting['on']) =>
        JSON.stringify(labScenario({ ...setting, on }).files).replace(/# The guarantee lab: [^\\]+/, '');
      expect(text([name]) === text([])).toBe(!hasSwitch(setting.broker, name));
    }),
  );
});

test('its Procfile can be read, and the audit is in it', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const procfile = labScenario(setting).files.find(({ name }) => name === PROCFILE);
      const read = readProcfile(procfile?.text ?? '');
      expect(read).toMatchObject({ ok: true });
      expect(read.ok ? read.entries.at(-1)?.name : '').toBe('audit');
    }),
  );
});

test('other programs are none of the lab', () => {
  expect(labSettingOf(scenarioOf('print(1)'))).toBe(null);
});
