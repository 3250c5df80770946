import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { DumpReadiness } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { worker } from './scenario.ts';
import { type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** The shipped executable as DSC calls it. The stand-in keeps permissions, which Wine does not. */

interface Answer {
  readonly status: number | undefined;
  readonly state: DumpReadiness;
  readonly error: string;
}

function resourceOn(machine: Machine) {
  const dumpFolder = toWindowsPath(path.join(machine.destination, 'for dumps — ü'));
  const dsc = async (operation: string, instance: DumpReadiness = {}): Promise<Answer> => {
    const args = ['dsc', operation, '--instance', JSON.stringify({ dumpFolder, ...instance })];
    const { status, stdout, stderr } = await runWindowsProgram(machine.kernel.program, args);
    return { status, state: JSON.parse(stdout || '{}') as DumpReadiness, error: stderr };
  };
  const created = () =>
    machine.kernel
      .calls('NtCreateFile')
      .map(({ file, security }) => [path.win32.basename(`${file}`), security]);
  const set = () =>
    machine.kernel.calls('NtSetSecurityObject').map(({ security, parts }) => [security, parts]);
  return { dumpFolder, dsc, created, set };
}

/** Administrators and SYSTEM alone, files and folders below included, nothing from above. */
const RESTRICTED = 'O:BAD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)';

describeWith(['wine', 'mingw'], 'the folder of the DSC resource on Windows', () => {
  beforeAll(ensureStandIn);

  it('the folder of the DSC resource on Windows is made with the descriptor of the promise, and a second set touches nothing', async () => {
    const { dumpFolder, dsc, created, set } = resourceOn(machineOf({ processes: [worker(1)] }));
    expect((await dsc('get')).state).not.toHaveProperty('dumpFolder');
    expect((await dsc('test')).state).toMatchObject({ _inDesiredState: false });
    expect((await dsc('whatif')).state).toMatchObject({ dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(created()).toEqual([]);

    expect((await dsc('set')).state).toMatchObject({ dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(created()).toEqual([['for dumps — ü', RESTRICTED]]);
    const restricted: DumpReadiness = { dumpFolderAcl: 'Restricted' };
    expect((await dsc('test', restricted)).state).toMatchObject({ _inDesiredState: true });
    expect((await dsc('set', restricted)).status).toBe(0);
    expect(created()).toHaveLength(1);
    expect(set()).toEqual([]);
  });

  it('the folder of the DSC resource on Windows gets its permissions changed, owner included, and given back to the folder around it', async () => {
    const { dsc, set } = resourceOn(machineOf({ processes: [worker(1)] }));
    await dsc('set', { dumpFolderAcl: 'Inherit' });
    expect((await dsc('get')).state).toMatchObject({ dumpFolderAcl: 'Inherit' });
    expect((await dsc('set', { dumpFolderAcl: 'Restricted' })).state).toMatchObject({
      dumpFolderAcl: 'Restricted',
    });
    // Owner, DACL, protected.
    expect(set()).toEqual([[RESTRICTED, '0x80000005']]);
    expect((await dsc('set', { dumpFolderAcl: 'Inherit' })).state).toMatchObject({
      dumpFolderAcl: 'Inherit',
    });
    expect(set()[1]?.[1]).toBe('0x20000004');
  });
});
