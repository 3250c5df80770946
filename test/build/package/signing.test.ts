import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signerOf } from '../../../src/build/package/sign.ts';
import { stageExecutables } from '../../../src/build/package/stage-executables.ts';
import { PINNED_KOFFI } from '../../../src/machine/windows/library/pinned.ts';
import { describeWith } from '../../support/equipment.ts';
import { packagedAndSigned, type Signed } from './packaged.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-signing-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a signer', () => {
  const file = path.join(scratch, 'file');

  it('signing is left out when it is not asked for', () => {
    expect(signerOf({})).toBeUndefined();
  });

  it('a signer stops the package when it fails, and when it reports success without a signature', () => {
    writeFileSync(file, 'content');
    expect(() => signerOf({ signWith: 'false' })?.(file)).toThrow(/ended with 1/);
    expect(() => signerOf({ signWith: 'true' })?.(file)).toThrow(/is as it was/);
    expect(() => signerOf({ signWith: path.join(scratch, 'no-such-program') })?.(file)).toThrow(/ENOENT/);
  });

  it('a signer is one of two, and a time stamp server goes with the store alone', () => {
    const certificateThumbprint = '0'.repeat(40);
    expect(() => signerOf({ certificateThumbprint, signWith: 'true' })).toThrow(/not both/);
    expect(() => signerOf({ signWith: 'true', timestampServer: 'http://t.example' })).toThrow(/goes with/);
  });
});

describe('a native library that is not the one from npm', () => {
  it('a native library that is not the one from npm is not signed, and stops the package', async () => {
    const bin = mkdtempSync(path.join(scratch, 'bin-'));
    for (const name of ['koffi.node', 'ktriage', 'ktriage.exe']) writeFileSync(path.join(bin, name), name);
    const given: string[] = [];
    const staged = stageExecutables(bin, path.join(bin, 'staged'), (file) => given.push(file));
    await expect(staged).rejects.toMatchObject({ code: 'UnsafeNativeLibrary' });
    expect(given).toEqual([]);
  });
});

describeWith(['osslsigncode'], 'a signed package', () => {
  let signed: Signed;
  let bin: string;
  beforeAll(async () => {
    signed = await packagedAndSigned();
    bin = path.join(signed.module, 'bin');
  });

  /** What osslsigncode says about a file, on either stream. */
  function verify(file: string): { status: number | null; text: string } {
    const args = ['verify', '-CAfile', signed.certificate, '-in', file];
    const { status, stdout, stderr } = spawnSync('osslsigncode', args, { encoding: 'utf8' });
    return { status, text: `${stdout}${stderr}` };
  }

  it.each(['ktriage.exe', 'koffi.node'])(
    'a signed package has a %s whose signature another program finds valid',
    (name) => {
      const { status, text } = verify(path.join(bin, name));
      expect(text).toMatch(/^Signature verification: ok$/m);
      expect(text).toMatch(/Subject: .*Test of packaging/);
      expect(status).toBe(0);
    },
  );

  it('a signed package has signatures that a changed byte breaks', () => {
    const changed = path.join(scratch, 'changed.node');
    const bytes = readFileSync(path.join(bin, 'koffi.node'));
    bytes.writeUInt8(bytes.readUInt8(0x2000) ^ 1, 0x2000);
    writeFileSync(changed, bytes);
    const { status, text } = verify(changed);
    expect(text).not.toMatch(/^Signature verification: ok$/m);
    expect(status).not.toBe(0);
  });

  it('a signed package signs each file before its hash goes into the next, and the scripts last', () => {
    const modules = [signed.module, path.join(path.dirname(signed.module), 'KernelTriageDsc')];
    const scripts = modules.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(psm1|psd1|ps1xml)$/.test(name))
        .map((name) => path.join(folder, name)),
    );
    expect(scripts.length).toBeGreaterThan(5);
    expect(signed.order.slice(0, 2)).toEqual(['koffi.node', 'ktriage.exe']);
    expect(signed.order.slice(2).sort()).toEqual(scripts.map((file) => path.basename(file)).sort());
    for (const file of scripts) {
      expect(readFileSync(file, 'utf8').trimEnd(), file).toMatch(/SIG # End signature block( -->)?$/);
    }
  });

  it('a signed package holds the hash of the signed library in the executable, and that of the signed executable in the module', () => {
    const executable = readFileSync(path.join(bin, 'ktriage.exe'));
    expect(executable.includes(sha256(path.join(bin, 'koffi.node')))).toBe(true);
    // The library itself is inside too, signed.
    expect(executable.includes(readFileSync(path.join(bin, 'koffi.node')))).toBe(true);
    const script = readFileSync(path.join(signed.module, 'KernelTriage.psm1'), 'utf8');
    expect(script).toContain(`'ktriage.exe' = '${sha256(path.join(bin, 'ktriage.exe')).toUpperCase()}'`);
  });

  it('a signed package leaves what was built unsigned as it was', () => {
    expect(sha256(path.join(signed.bin, 'koffi.node'))).toBe(PINNED_KOFFI.sha256.x64);
    const built = path.join(signed.bin, 'ktriage.exe');
    expect(verify(built).text).toMatch(/No signature found/);
    const script = readFileSync(path.join(signed.bin, 'KernelTriage', 'KernelTriage.psm1'), 'utf8');
    expect(script).toContain(`'ktriage.exe' = '${sha256(built).toUpperCase()}'`);
    expect(script).not.toContain('SIG #');
  });

  it('a signed package is the files that the archives hold', () => {
    const zip = path.join(signed.folder, `ktriage-${signed.version}-win-x64.zip`);
    for (const name of ['ktriage.exe', 'koffi.node']) {
      const { status } = spawnSync('unzip', ['-q', '-o', zip, name, '-d', scratch]);
      expect(status).toBe(0);
      expect(sha256(path.join(scratch, name)), name).toBe(sha256(path.join(bin, name)));
    }
  });
});
