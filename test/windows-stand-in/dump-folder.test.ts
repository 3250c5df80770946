import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { DumpReadiness } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { runDsc } from '../support/ktriage-on-windows.ts';
import { toWindowsPath } from '../support/wine.ts';
import { worker } from './scenario.ts';
import { type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** The shipped executable as DSC calls it. The stand-in keeps permissions, which Wine does not. */

function resourceOn(machine: Machine) {
  const dumpFolder = toWindowsPath(path.join(machine.destination, 'for dumps — ü'));
  const dsc = (operation: string, instance: DumpReadiness = {}) =>
    runDsc<DumpReadiness>(machine.kernel.program, operation, { dumpFolder, ...instance });
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
    expect(await dsc('get')).not.toHaveProperty('dumpFolder');
    expect(await dsc('test')).toMatchObject({ _inDesiredState: false });
    expect(await dsc('whatif')).toMatchObject({ dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(created()).toEqual([]);

    expect(await dsc('set')).toMatchObject({ dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(created()).toEqual([['for dumps — ü', RESTRICTED]]);
    const restricted: DumpReadiness = { dumpFolderAcl: 'Restricted' };
    expect(await dsc('test', restricted)).toMatchObject({ _inDesiredState: true });
    expect(await dsc('set', restricted)).toMatchObject(restricted);
    expect(created()).toHaveLength(1);
    expect(set()).toEqual([]);
  });

  it('the folder of the DSC resource on Windows gets its permissions changed, owner included, and given back to the folder around it', async () => {
    const { dsc, set } = resourceOn(machineOf({ processes: [worker(1)] }));
    expect(await dsc('set', { dumpFolderAcl: 'Inherit' })).toMatchObject({ dumpFolderAcl: 'Inherit' });
    expect(await dsc('get')).toMatchObject({ dumpFolderAcl: 'Inherit' });
    expect(await dsc('set', { dumpFolderAcl: 'Restricted' })).toMatchObject({
      dumpFolderAcl: 'Restricted',
    });
    // Owner, DACL, protected.
    expect(set()).toEqual([[RESTRICTED, '0x80000005']]);
    expect(await dsc('set', { dumpFolderAcl: 'Inherit' })).toMatchObject({
      dumpFolderAcl: 'Inherit',
    });
    expect(set()[1]?.[1]).toBe('0x20000004');
  });
});
