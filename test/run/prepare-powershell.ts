import process from 'node:process';
import {
  canInstallPowerShell,
  powerShellFolder,
  powerShellForWine,
  providePester,
} from '../../src/build/powershell-equipment.ts';

/** Fetches and builds PowerShell and Pester for the tests. What fails here fails in the tests again, which report it. */
if (canInstallPowerShell()) {
  const made = await Promise.allSettled([
    powerShellFolder(),
    providePester(),
    ...(process.platform === 'linux' ? [powerShellForWine()] : []),
  ]);
  for (const result of made) {
    if (result.status === 'rejected') console.error(`test: PowerShell: ${String(result.reason)}`);
  }
}
