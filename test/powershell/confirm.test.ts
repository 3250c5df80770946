import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal, type Run, type RunOptions } from './engines.ts';
import { ON } from './every-type.ts';
import { describeEngines } from './suites.ts';

/** What -Confirm asks, and that each answer does what it says. Nobody at the console: scripting.test.ts. */

/** Two processes of the simulated machine that come down one pipeline, in the order of the kernel's list. */
const LSASS = 776;
const INETINFO = 2404;
const THREADS: Readonly<Record<number, number>> = { [INETINFO]: 12, [LSASS]: 10 };
const LIST = `Get-KernelThread -Id ${LSASS}, ${INETINFO} ${ON}`;

describeEngines('a question', (engine) => {
  const module = moduleUnderTest(engine);

  /** Runs a script in which FOLDER stands for a new folder. `files` are the dumps that are there afterwards. */
  async function ask(
    script: string,
    answers: readonly string[],
  ): Promise<Run & { readonly files: readonly string[]; readonly folder: string }> {
    const folder = mkdtempSync(path.join(module.scratch, 'asked-'));
    const options: RunOptions = { answers };
    const run = await module.run(script.replaceAll('FOLDER', literal(engine.pathFor(folder))), options);
    const files = readdirSync(folder).filter((name) => name.endsWith('.dmp'));
    return { ...run, files, folder: engine.pathFor(folder) };
  }

  /** How many threads of each process the emitted dumps hold. */
  const captured = ({ output }: Run) => {
    const counts: Record<number, number> = {};
    for (const { properties } of output) {
      const id = Number(properties?.['ProcessId']);
      counts[id] = (counts[id] ?? 0) + Number(properties?.['ThreadCount']);
    }
    return counts;
  };
  const only = (...ids: readonly number[]) => Object.fromEntries(ids.map((id) => [id, THREADS[id]]));

  it('of New-TriageDump is put once for each process, and names the threads and the folder', async () => {
    const run = await ask(`${LIST} | New-TriageDump FOLDER -Confirm`, ['No', 'No']);
    expect(run.questions).toHaveLength(2);
    for (const [index, who] of [
      '10 threads of lsass.exe (776)',
      '12 threads of inetinfo.exe (2404)',
    ].entries()) {
      expect(run.questions[index]?.message).toContain(`"${who}"`);
      expect(run.questions[index]?.message).toContain(
        `"capture kernel stacks into triage dumps in ${run.folder}"`,
      );
    }
    const [whole] = (await ask(`New-TriageDump -Id ${LSASS} FOLDER -Confirm ${ON}`, ['No'])).questions;
    expect(whole?.message).toContain(`"every thread of process (776)"`);
  });

  it.each<readonly [string, readonly string[], readonly number[]]>([
    ['No, No', ['No', 'No'], []],
    ['Yes, No', ['Yes', 'No'], [LSASS]],
    ['No, Yes', ['No', 'Yes'], [INETINFO]],
    ['Yes, Yes', ['Yes', 'Yes'], [LSASS, INETINFO]],
    ['Yes to All', ['Yes to All'], [LSASS, INETINFO]],
    ['No to All', ['No to All'], []],
    ['Yes, No to All', ['Yes', 'No to All'], [LSASS]],
  ])('that is answered %s captures what was agreed to and nothing else', async (_, answers, agreed) => {
    const run = await ask(`${LIST} | New-TriageDump FOLDER -Confirm`, answers);
    expect(run.errors).toEqual([]);
    expect(run.warnings).toEqual([]);
    expect(run.questions).toHaveLength(answers.length);
    expect(captured(run)).toEqual(only(...agreed));
    expect(new Set(run.files.map((name) => Number(name.split('_')[1])))).toEqual(new Set(agreed));
  });

  it('is not put by New-TriageDump unasked, for its impact is medium', async () => {
    const run = await ask(`${LIST} | New-TriageDump FOLDER`, []);
    expect(run.questions).toEqual([]);
    expect(captured(run)).toEqual(only(LSASS, INETINFO));
  });

  it.each(['Medium', 'Low'])(
    'is put by New-TriageDump under a $ConfirmPreference of %s',
    async (preference) => {
      const run = await ask(`$ConfirmPreference = '${preference}'; ${LIST} | New-TriageDump FOLDER`, [
        'No to All',
      ]);
      expect(run.questions).toHaveLength(1);
      expect([run.output, run.errors, run.files]).toEqual([[], [], []]);
    },
  );

  it('is put by New-LiveKernelDump unasked, and names the file and what happens to the machine', async () => {
    const script = `New-LiveKernelDump ([System.IO.Path]::Combine(FOLDER, 'live.dmp')) ${ON}`;
    const refused = await ask(script, ['No']);
    expect(refused.questions).toHaveLength(1);
    const [question] = refused.questions;
    expect(question?.message).toContain(`live.dmp"`);
    expect(question?.message).toContain(refused.folder);
    expect(question?.message).toContain(
      '"hold all processors of simulated:windows-11 for a moment and dump the memory of the kernel"',
    );
    expect([refused.output, refused.errors, refused.warnings, refused.files]).toEqual([[], [], [], []]);

    const stacks = await ask(`${script} -Scope ThreadStacks`, ['No to All']);
    expect(stacks.questions[0]?.message).toContain('dump the kernel stacks of all threads');
    expect([stacks.output, stacks.errors, stacks.files]).toEqual([[], [], []]);

    for (const answer of ['Yes', 'Yes to All']) {
      const agreed = await ask(script, [answer]);
      expect(agreed.errors).toEqual([]);
      expect(agreed.output.map(({ properties }) => properties?.['Verified'])).toEqual([true]);
      expect(agreed.files).toEqual(['live.dmp']);
    }
  });

  it('is put whatever -Force says: that is about files', async () => {
    const commands = [
      `New-LiveKernelDump ([System.IO.Path]::Combine(FOLDER, 'live.dmp')) -Force ${ON}`,
      `${LIST} | New-TriageDump FOLDER -Force -Confirm`,
    ];
    for (const command of commands) {
      const run = await ask(command, ['No to All']);
      expect(run.questions, command).toHaveLength(1);
      expect([run.output, run.errors, run.files], command).toEqual([[], [], []]);
    }
  });

  it.each([
    ['-Confirm:$false', '', '-Confirm:$false'],
    ["$ConfirmPreference = 'None'", "$ConfirmPreference = 'None'; ", ''],
  ])('is not put with %s', async (_, before, parameter) => {
    const live = await ask(
      `${before}New-LiveKernelDump ([System.IO.Path]::Combine(FOLDER, 'live.dmp')) ${parameter} ${ON}`,
      [],
    );
    expect([live.questions, live.errors, live.files]).toEqual([[], [], ['live.dmp']]);
    const triage = await ask(`${before}${LIST} | New-TriageDump FOLDER ${parameter}`, []);
    expect([triage.questions, triage.errors]).toEqual([[], []]);
    expect(captured(triage)).toEqual(only(LSASS, INETINFO));
  });

  it('is an error for each process where nobody is there, and nothing is captured', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'asked-'));
    const { output, errors } = await module.run(
      `${LIST} | New-TriageDump ${literal(engine.pathFor(folder))} -Force -Confirm`,
    );
    expect(errors).toHaveLength(2);
    for (const { message } of errors) expect(message).toMatch(/not interactive|NonInteractive/);
    expect([output, readdirSync(folder)]).toEqual([[], []]);
  });

  it('that nobody answers is an error, and what it is about is not captured', async () => {
    const run = await ask(`${LIST} | New-TriageDump FOLDER -Confirm`, ['Yes']);
    expect(run.questions).toHaveLength(2);
    expect(run.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Nobody answers this question'),
    ]);
    expect(captured(run)).toEqual(only(LSASS));
  });
});
