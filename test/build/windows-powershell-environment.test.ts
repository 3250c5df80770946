import { expect, it } from 'vitest';
import { windowsPowerShellEnvironment } from '../../src/build/windows-powershell-environment.ts';

it('keeps the module path of another PowerShell from Windows PowerShell, however it is spelled, and nothing else', () => {
  const inherited = { Path: 'p', PSModulePath: '7', psmodulepath: '7', PSModulePathX: 'x', TEMP: 't' };
  expect(windowsPowerShellEnvironment(inherited)).toEqual({ Path: 'p', PSModulePathX: 'x', TEMP: 't' });
});
