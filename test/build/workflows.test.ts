import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UNKNOWN_TO_VALIDATOR } from '../../src/build/check-workflows.ts';
import { repositoryRoot } from '../support/equipment.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

const folder = path.join(repositoryRoot, '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  return { name, text, content: parse(text) as Workflow };
});
const steps = workflows.flatMap(({ name, content }) =>
  Object.entries(content.jobs).flatMap(([job, { steps }]) =>
    steps.map((step) => ({ ...step, where: `${name}, ${job}` })),
  ),
);
const runs = steps.flatMap(({ run, where }) => (run === undefined ? [] : [{ run, where }]));

describe('Workflows of the public CI', () => {
  it.each(workflows)('$name is valid, except for what the validator is too old for', ({ text }) => {
    expect(validateWorkflow(text.replace(UNKNOWN_TO_VALIDATOR, '')).errors).toEqual([]);
  });

  it('the validator still needs its exception for attestations', () => {
    const release = workflows.find(({ name }) => name === 'release.yml');
    expect(validateWorkflow(release?.text ?? '').errors).not.toEqual([]);
  });

  it('a workflow pins every action to a commit and names its version', () => {
    const lines = workflows.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('uses:')));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('a workflow may read by default; a job asks for more by name', () => {
    for (const { name, content } of workflows)
      expect(content.permissions, name).toEqual({ contents: 'read' });
  });

  it.each(runs)('$where runs a script of the repository: $run', ({ run }) => {
    expect(run).not.toContain('\n');
    const script = /(?:^bash |-File )(\S+)/.exec(run)?.[1];
    expect(script, run).toBeDefined();
    expect(existsSync(path.join(repositoryRoot, script ?? '')), script).toBe(true);
  });

  it('no line that runs takes text of an event, which a stranger may choose', () => {
    for (const { run } of runs) expect(run).not.toMatch(/\$\{\{(?!\s*matrix\.)/);
  });

  it('no artifact of the Windows workflow can hold a dump', () => {
    const windows = workflows.find(({ name }) => name === 'windows.yml')?.text ?? '';
    const uploaded = [...windows.matchAll(/^\s+(?:path: )?(\S+\.\w+)$/gm)].map(([, place]) => place);
    expect([...new Set(uploaded)].sort()).toEqual([
      'bin/package/KernelTriage.*.nupkg',
      'bin/package/ktriage-*-win-arm64.zip',
      'reports/*.json',
      'reports/*.xml',
      'victim.exe',
    ]);
  });
});

const script = (name: string) => path.join(repositoryRoot, '.ci', name);
const bash = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync('bash', args, { cwd: repositoryRoot, encoding: 'utf8', env });

/** A package of one file with its sum, and a `gh` that writes down its arguments. */
function releasePlace(): { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly seen: string } {
  const scratch = mkdtempSync(path.join(tmpdir(), 'release-'));
  const folder = path.join(scratch, 'package');
  const tools = path.join(scratch, 'tools');
  const seen = path.join(scratch, 'seen');
  mkdirSync(folder);
  mkdirSync(tools);
  writeFileSync(path.join(folder, 'a.zip'), 'archive');
  const { stdout } = spawnSync('sha256sum', ['a.zip'], { cwd: folder, encoding: 'utf8' });
  writeFileSync(path.join(folder, 'SHA256SUMS'), stdout);
  writeFileSync(path.join(tools, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${seen}"\n`);
  chmodSync(path.join(tools, 'gh'), 0o755);
  return { folder, seen, env: { ...process.env, PATH: `${tools}:${process.env['PATH']}` } };
}

describe('Release scripts', () => {
  const { version } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
    version: string;
  };

  it('release-version accepts the tag of the version in package.json alone', () => {
    expect(bash([script('release-version'), `v${version}`]).status).toBe(0);
    const wrong = bash([script('release-version'), 'v99.0.0']);
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toBe(`release: the tag is v99.0.0, package.json has version ${version}\n`);
  });

  it('release-publish creates the release with the notes of that version and every file', () => {
    const { folder, env, seen } = releasePlace();
    expect(bash([script('release-publish'), `v${version}`, folder], env).status).toBe(0);
    const args = readFileSync(seen, 'utf8');
    expect(args).toContain(`release\ncreate\nv${version}\n`);
    expect(args).toContain(path.join(folder, 'a.zip'));
    expect(args).toContain('### Added');
    expect(args).not.toContain('Unreleased');
  });

  it('release-publish refuses a file whose sum is wrong, and calls nothing', () => {
    const { folder, env, seen } = releasePlace();
    writeFileSync(path.join(folder, 'a.zip'), 'another archive');
    expect(bash([script('release-publish'), `v${version}`, folder], env).status).not.toBe(0);
    expect(existsSync(seen)).toBe(false);
  });

  it('release-publish refuses a version without notes in the change log', () => {
    const { folder, env, seen } = releasePlace();
    const { status, stderr } = bash([script('release-publish'), 'v99.0.0', folder], env);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'release: CHANGELOG.md has no notes for v99.0.0\n',
    });
    expect(existsSync(seen)).toBe(false);
  });
});
