import type { StackGroup, WaitChain } from '../contract/generated/types.ts';
import { harmless } from '../contract/harmless.ts';
import type { ExportModel, ExportSource } from './model.ts';

/** Ids that are listed of a group. */
const MOST_IDS = 40;

const RULE = '-'.repeat(78);

function chainLines({ lines, paths }: WaitChain): string[] {
  return [...lines, ...(paths.length === 0 ? [] : ['', `  In ${paths.join(', ')}.`]), ''];
}

function groupLines({ count, overview, threads, stack }: StackGroup): string[] {
  const ids = threads
    .slice(0, MOST_IDS)
    .map(({ processName, threadId }) => `${processName ?? '?'}:${threadId ?? '?'}`);
  const more = threads.length - ids.length;
  return [
    overview ?? `${count} threads`,
    `  ${ids.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
    '',
    ...stack.map((frame) => `    ${frame}`),
    '',
  ];
}

function sourceLines({
  path,
  computerName,
  machine,
  simulated,
  sha256,
  dump,
  symbols,
  limits = [],
}: ExportSource): string[] {
  const from = computerName ?? machine;
  const named = symbols.filter(({ names }) => names === 'Pdb').length;
  return [
    `${path ?? 'Live threads'}${from === undefined ? '' : ` of ${from}`}${simulated === true ? ' (simulated)' : ''}`,
    ...(dump === undefined
      ? []
      : [
          `  ${[dump.format, dump.windowsBuildLab ?? dump.windowsBuild, dump.architecture, dump.systemTime].filter((each) => each !== undefined).join(', ')}`,
        ]),
    ...(sha256 === undefined ? [] : [`  SHA-256 ${sha256}`]),
    ...(symbols.length === 0
      ? []
      : [`  Symbols for ${named} of ${symbols.length} images that frames are in`]),
    ...symbols.flatMap(({ module, names, missing }) =>
      names === 'Pdb' ? [] : [`    ${module}: ${missing ?? 'no PDB'}`],
    ),
    ...limits.map((limit) => `  ${limit}`),
  ];
}

/** The answer, the unique stacks, what is not known and where it comes from, for a person and for a ticket. */
export function writeText({
  chains,
  groups,
  warnings,
  sources,
  product,
  createdTime,
  threads,
}: ExportModel): string {
  const causes =
    chains.length === 0 ? ['Nothing here waits for a lock, a request or another thread.', ''] : [];
  return [
    ...causes,
    ...chains.flatMap(chainLines),
    RULE,
    `${groups.length} different stacks of ${threads.length} threads`,
    '',
    ...groups.flatMap(groupLines),
    ...(warnings.length === 0
      ? []
      : [RULE, 'What this does not show', '', ...warnings.map((each) => `- ${each}`), '']),
    RULE,
    ...sources.flatMap(sourceLines),
    `Written by ${product} at ${createdTime}`,
    '',
  ]
    .map(harmless)
    .join('\n');
}
