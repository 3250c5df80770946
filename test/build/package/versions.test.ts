import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/equipment.ts';
import { packagedAndSigned, type Signed } from './packaged.ts';

/** The version of the file that Windows shows is in windows.test.ts, where Wine reads it. */
describeWith(['osslsigncode', 'unzip'], 'a version that was changed in package.json alone', () => {
  let product: Signed;
  beforeAll(async () => {
    product = await packagedAndSigned();
  });

  const read = (...names: readonly string[]) => readFileSync(path.join(product.module, ...names), 'utf8');
  const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

  it('a version that was changed in package.json alone is in the names of what is published', () => {
    const names = readdirSync(product.folder).filter((name) => /\d/.test(name) && name !== 'SHA256SUMS');
    expect(names.sort()).toEqual([
      `KernelTriage.${product.version}.nupkg`,
      `KernelTriageDsc.${product.version}.nupkg`,
      `ktriage-${product.version}-linux-x64.zip`,
      `ktriage-${product.version}-win-x64.zip`,
      `ktriage-${product.version}.cdx.json`,
    ]);
  });

  it('a version that was changed in package.json alone is that of the module and of the DSC resource in it', () => {
    expect(read('KernelTriage.psd1')).toContain(`ModuleVersion = '${product.version}'`);
    expect(read('KernelTriage.psm1')).toContain(`# KernelTriage ${product.version}. `);
    expect(json(read('bin', 'KernelTriage.dsc.resource.json'))['version']).toBe(product.version);
  });

  it('a version that was changed in package.json alone is that of the gallery package', () => {
    const file = path.join(product.folder, `KernelTriage.${product.version}.nupkg`);
    const { stdout } = spawnSync('unzip', ['-p', file, 'KernelTriage.nuspec'], { encoding: 'utf8' });
    expect(stdout).toContain(`<version>${product.version}</version>`);
  });

  it('a version that was changed in package.json alone is the one that the executable prints', () => {
    const ktriage = path.join(product.bin, 'ktriage');
    const { stdout } = spawnSync(ktriage, ['version'], { encoding: 'utf8' });
    expect(json(stdout.split('\n')[0] ?? '')['value']).toMatchObject({ version: product.version });
  });

  it('a version that was changed in package.json alone is in the bill of materials', () => {
    const text = readFileSync(path.join(product.folder, `ktriage-${product.version}.cdx.json`), 'utf8');
    expect(json(text)['metadata']).toMatchObject({
      component: { version: product.version, 'bom-ref': `pkg:generic/ktriage@${product.version}` },
    });
  });
});
