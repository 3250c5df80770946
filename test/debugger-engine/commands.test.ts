import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebuggerCommand, DumpThread } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { addressOf } from './answers.ts';
import { simulatedLiveDump, simulatedTriageDumps } from './dump-sources.ts';
import { type Answer, askEngine, ensureEngine } from './engine.ts';

/** Commands that ktriage prints for WinDbg, given to the engine as they are. */

/** What the engine answers to a command of an extension that is not here (kdexts.dll and ext.dll come with WinDbg alone). */
const NO_EXTENSION = /^(?:\w+ is not extension gallery command\nNo export \w+ found\n)+$/;

const EXTENSION_CALL = /!(?:thread|process|list)\b/;

async function commandsFor(file: string): Promise<readonly string[]> {
  const { records } = await runCli(['commands', file, '--format', 'ndjson']);
  return records<DebuggerCommand>('DebuggerCommand').map(({ command }) => command);
}

/** The engine points at an error of syntax with `^`; it has no other answer here than the missing extension. */
function expectParsed({ question, status, text }: Answer): void {
  expect({ question, status, text }).toEqual({
    question,
    status: 0,
    text: expect.stringMatching(NO_EXTENSION),
  });
}

describeWith(
  ['wine', 'mingw', 'debugger-engine'],
  "Microsoft's debugger engine on the commands for WinDbg",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-commands-'));
    let triage = '';
    beforeAll(async () => {
      await ensureEngine();
      [triage = ''] = await simulatedTriageDumps(folder, 'w3wp-oplock', '--debugger-commands');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("Microsoft's debugger engine on the commands for WinDbg parses each command for a triage dump, and has the extension alone to miss", async () => {
      const commands = await commandsFor(triage);
      expect(commands.length).toBeGreaterThan(16);
      const { answers } = await askEngine(triage, commands);
      for (const answer of answers) expectParsed(answer);
    });

    it("Microsoft's debugger engine on the commands for WinDbg parses the command for a live dump", async () => {
      const live = await simulatedLiveDump(folder, 'w3wp-oplock');
      const { answers } = await askEngine(live, await commandsFor(live));
      expect(answers).toHaveLength(1);
      for (const answer of answers) expectParsed(answer);
    });

    it("Microsoft's debugger engine on the commands for WinDbg finds by the search for process pointers each captured thread, once, and nothing else", async () => {
      const search = (await commandsFor(triage)).find((command) => command.startsWith('.foreach'));
      // In place of the extension, the engine prints the address that it would be given.
      const shown = search?.replace(/!thread (.*?) 1f/, '.printf "%p\\n", $1') ?? '';
      expect(shown).not.toMatch(EXTENSION_CALL);
      const { answers } = await askEngine(triage, [shown]);
      const found = answers.flatMap(({ text }) => text.split('\n').filter((line) => line !== ''));
      const { records } = await runCli(['dump-threads', triage, '--format', 'ndjson']);
      const threads = records<DumpThread>('DumpThread').map(({ address }) => address);
      expect(threads).toHaveLength(14);
      expect(found.map(addressOf).sort()).toEqual(threads.toSorted());
    });

    describe('the file of commands beside a dump', () => {
      it('the file of commands beside a dump is read by the engine line for line, comments included', async () => {
        const text = readFileSync(triage.replace(/\.dmp$/, '.commands.txt'), 'utf8');
        const lines = text.split('\r\n').filter((line) => line !== '');
        expect(lines.filter((line) => line.startsWith('*')).length).toBeGreaterThan(16);
        const { answers } = await askEngine(triage, lines);
        for (const answer of answers)
          if (answer.question.startsWith('*')) expect(answer).toMatchObject({ status: 0, text: '' });
          else expectParsed(answer);
      });
    });
  },
);
