import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools.ts';
import { type Topic, topicText } from './topic-text.ts';

/**
 * Documents that go with the module as topics of `Get-Help`, so that every user of the module has them, also on a server
 * without a browser. They are written once, in docs/.
 */
export const TOPICS: readonly Topic[] = [
  {
    name: 'about_KernelTriage_Comparisons',
    document: 'compare.md',
    summary: 'Separates stuck threads from slow ones by two looks at one machine.',
  },
  {
    name: 'about_KernelTriage_Dsc',
    document: 'dsc.md',
    summary: 'Keeps the settings of Windows that decide about dumps, by Desired State Configuration.',
  },
  {
    name: 'about_KernelTriage_Dumps',
    document: 'dumps.md',
    summary: 'Which dumps can be read, what is found in them, and how far it can be trusted.',
  },
  {
    name: 'about_KernelTriage_Errors',
    document: 'errors.md',
    summary: 'Every error with its code, its category, what it means and what to do.',
  },
  {
    name: 'about_KernelTriage_Export',
    document: 'export.md',
    summary: 'Writes stacks, waits and causes in formats that other tools open.',
  },
  {
    name: 'about_KernelTriage_FanOut',
    document: 'fan-out.md',
    summary: 'Captures on many computers, and shows what they wait for together.',
  },
  {
    name: 'about_KernelTriage_LiveDumps',
    document: 'live-dumps.md',
    summary: 'Takes a dump of the whole kernel of the running machine, and watches that.',
  },
  {
    name: 'about_KernelTriage_Objects',
    document: 'objects.md',
    summary: 'The types and properties that scripts may rely on.',
  },
  {
    name: 'about_KernelTriage_Packaging',
    document: 'packaging.md',
    summary: 'How the module is built, signed, installed, verified, updated and removed.',
  },
  {
    name: 'about_KernelTriage_Recipes',
    document: 'recipes.md',
    summary: 'Captures on many servers, on a trigger, as a task, and by users without administrator rights.',
  },
  {
    name: 'about_KernelTriage_Security',
    document: 'security.md',
    summary: 'What an elevated capture trusts, and what it leaves behind.',
  },
  {
    name: 'about_KernelTriage_SimulatedMachine',
    document: 'simulated-machine.md',
    summary: 'A machine made of data, for trying everything on any system.',
  },
  {
    name: 'about_KernelTriage_Stacks',
    document: 'stacks.md',
    summary: 'How stacks are found, and how far each frame can be trusted.',
  },
  {
    name: 'about_KernelTriage_Symbols',
    document: 'symbols.md',
    summary: 'Where names come from: exports, PDBs, symbol paths and stores.',
  },
  {
    name: 'about_KernelTriage_TriageDumps',
    document: 'triage.md',
    summary: 'How chosen threads are captured, and what becomes of each.',
  },
  {
    name: 'about_KernelTriage_Waits',
    document: 'waits.md',
    summary: 'What threads wait for, the owner, and how sure each statement is.',
  },
  {
    name: 'about_KernelTriage_Watch',
    document: 'watch.md',
    summary: 'Watching threads for weeks, and capturing them when they are stuck.',
  },
];

const UTF8_MARK = '\ufeff';

/** Name of the file and its text, for each topic. */
export function helpTopics(): readonly (readonly [file: string, text: string])[] {
  const topicOf = (target: string) => TOPICS.find(({ document }) => document === target)?.name;
  return TOPICS.map((topic) => {
    const markdown = readFileSync(path.join(root, 'docs', topic.document), 'utf8');
    // Windows PowerShell takes a file without the mark for ANSI.
    return [`${topic.name}.help.txt`, UTF8_MARK + topicText(topic, markdown, topicOf)];
  });
}
