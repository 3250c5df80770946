import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, expect, it } from 'vitest';
import { stageArm64 } from '../../../src/build/package/stage-executables.ts';
import { PINNED_KOFFI } from '../../../src/machine/windows/library/pinned.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';

/** Nothing of ARM64 Windows runs here: `windows.yml` runs what this builds. */
describeWith(['llvm'], 'ktriage.exe for Windows on ARM64', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-arm64-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const blobOf = (bytes: Uint8Array) => {
    const { entries } = NtExecutableResource.from(NtExecutable.from(bytes, { ignoreCert: true }));
    return Buffer.from(entries.find(({ id }) => id === 'NODE_SEA_BLOB')?.bin ?? new ArrayBuffer(0));
  };

  // It is bundled in a folder of its own, so equal parts show too that a folder leaves no trace in a program.
  it('ktriage.exe for ARM64 is a program for that processor, with the bytes of the one for x64 and its own library', async () => {
    const [executable = '', library = ''] = await stageArm64(scratch, undefined);
    const headers = spawnSync('llvm-readobj', ['--file-headers', executable], { encoding: 'utf8' }).stdout;
    expect(headers).toContain('Machine: IMAGE_FILE_MACHINE_ARM64');
    const bytes = readFileSync(executable);
    // Node.js looks for a program inside of itself only when this mark of its own ends in 1.
    expect(bytes.includes('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1')).toBe(true);
    const other = blobOf(readFileSync(path.join(repositoryRoot, 'bin', 'ktriage.exe')));
    const otherLibrary = readFileSync(path.join(repositoryRoot, 'bin', 'koffi.node'));
    const blob = blobOf(bytes);
    const at = other.indexOf(otherLibrary);
    expect(at).toBeGreaterThan(0);
    expect(blob.subarray(at, at + readFileSync(library).length).equals(readFileSync(library))).toBe(true);
    // Before the library its length, of 8 bytes, differs.
    expect(blob.subarray(0, at - 8).equals(other.subarray(0, at - 8))).toBe(true);
    const rest = other.subarray(at + otherLibrary.length);
    expect(blob.subarray(at + readFileSync(library).length).equals(rest)).toBe(true);
    expect(bytes.includes(PINNED_KOFFI.sha256.arm64)).toBe(true);
  });
});
