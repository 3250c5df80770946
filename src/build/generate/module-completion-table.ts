import { THREAD_STATES, WAIT_REASONS } from '../../contract/thread-state.ts';
import { buildWorld, scenarioNames } from '../../simulator/population/scenarios.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const list = (name: string, values: readonly string[]) => [
  `    ${name} = @(`,
  ...values.map((value) => `        ${quoted(value)}`),
  '    )',
];

/**
 * What the module offers at the Tab key, as data: asking ktriage would make every key press wait for a process.
 */
export function moduleCompletionTable(): string {
  const [standard] = scenarioNames();
  if (standard === undefined) throw new RangeError('no scenario');
  return [
    '# Generated from src/contract/thread-state.ts and src/simulator/population/scenarios.ts by `npm run generate`. Do not edit.',
    '$script:CompletionTable = @{',
    ...list('State', THREAD_STATES),
    ...list('WaitReason', WAIT_REASONS),
    '    Machine = [ordered] @{',
    "        'local' = 'This machine.'",
    ...scenarioNames().map(
      ({ name, summary }) => `        ${quoted(`simulated:${name}`)} = ${quoted(summary)}`,
    ),
    '    }',
    '    # The processes of the simulated machine; those of this one are looked up.',
    '    Process = @(',
    ...buildWorld(standard.name).processes.map(
      ({ snapshot }) =>
        `        @{ Id = ${snapshot.processId}; Name = ${quoted(snapshot.name.replace(/\.exe$/, ''))} }`,
    ),
    '    )',
    '}',
    '',
  ].join('\n');
}
