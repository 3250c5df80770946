import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { ensureWine, runWindowsProgram } from '../../support/wine.ts';

const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');

interface Line {
  readonly kind: string;
  readonly value?: { readonly name: string; readonly status: string; readonly observed?: string };
}

describeWith(['wine', 'mingw'], 'ktriage.exe readiness under Wine', () => {
  beforeAll(ensureWine);

  it('asks Windows itself, and says of a kernel without the call what it answered', async () => {
    const { status, stdout } = await runWindowsProgram(EXECUTABLE, ['readiness', '--self-test']);
    expect(status).toBe(0);
    const found = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line)
        .flatMap(({ value }) => (value === undefined ? [] : [[value.name, value]])),
    );
    for (const name of ['Architecture', 'NativeLibrary', 'Elevation', 'DebugPrivilege', 'Container'])
      expect(found.get(name)?.status, name).toBe('Pass');
    // Wine has the function and not this command of it.
    expect(found.get('CallStatus')).toMatchObject({
      status: 'Fail',
      observed: '0xC0000002 STATUS_NOT_IMPLEMENTED',
    });
    expect(found.get('ThreadBlocks')?.status).toBe('Unknown');
  });
});
