import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { type Engine, literal, type Run, type RunOptions, runScript } from './engines.ts';

/** What the module finds in its bin folder, by the system that the engine believes to run on. */
const EXECUTABLES = { unix: ['ktriage'], windows: ['ktriage.exe', 'koffi.node'] } as const;

/** The module as users get it, in a folder of the suite's own, and a way to run scripts that have imported it. */
export interface ModuleUnderTest {
  /** What Import-Module takes, as this system spells it. */
  readonly folder: string;
  /** A folder that tests may write to. */
  readonly scratch: string;
  run(script: string, options?: RunOptions): Promise<Run>;
  /**
   * A copy of the module whose ktriage is a shell script: what the module does when the other side is not what it should
   * be. `$HERE` is the copy's own folder for files that the script writes. Undefined: no executable at all.
   */
  withExecutable(script: string | undefined): ModuleUnderTest;
}

/** Builds the module into a folder named KernelTriage inside `parent`, with links to what was built for its bin folder. */
export function installModule(engine: Engine, parent: string): string {
  const names = EXECUTABLES[engine.platform];
  const built = names.map((name) => path.join(repositoryRoot, 'bin', name));
  const folder = buildModule(parent, [], built);
  for (const file of built) {
    if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\``);
    symlinkSync(file, path.join(folder, 'bin', path.basename(file)));
  }
  return folder;
}

function moduleIn(engine: Engine, scratch: string): ModuleUnderTest {
  const folder = path.join(scratch, 'KernelTriage');
  return {
    folder,
    scratch,
    run: (script, options = {}) =>
      runScript(engine, script, {
        ...options,
        setup: `Import-Module ${literal(engine.pathFor(folder))}\n${options.setup ?? ''}`,
      }),
    withExecutable(script) {
      const home = mkdtempSync(path.join(scratch, 'stand-in-'));
      buildModule(home, []);
      if (script !== undefined) {
        const file = path.join(home, 'KernelTriage', 'bin', 'ktriage');
        writeFileSync(file, `#!/bin/sh\nHERE='${home}'\n${script}\n`);
        chmodSync(file, 0o755);
      }
      return moduleIn(engine, home);
    },
  };
}

/** Builds the module before the suite and removes it afterwards. Call it inside `describe`. */
export function moduleUnderTest(engine: Engine): ModuleUnderTest {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-module-'));
  beforeAll(() => {
    installModule(engine, scratch);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  return moduleIn(engine, scratch);
}

/** The text of a file that a stand-in wrote; empty when it did not. */
export function written(module: ModuleUnderTest, name: string): string {
  const file = path.join(module.scratch, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
