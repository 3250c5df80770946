import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { type Pinned, restorePackage, runToEnd } from './nuget.ts';

/**
 * Native code for the libraries of PowerShell. The package of the .NET tool holds intermediate code alone, which every process
 * compiles again: a start takes 1.2 s of processor time, and 0.4 s with native code. The tests start some forty.
 */

const COMPILER: Pinned = {
  version: '10.0.12',
  contentHash: 'qJloVIBdpVV+lDD+0vp07L9wmaZ7AwbC+XbdvVZB4qpyrXMrZaRmxOlyMAyBzXEUcoFWQgO6fSlKbIeumN/j9A==',
};

/** What every process of PowerShell runs. */
const LIBRARIES = [
  'pwsh',
  'Microsoft.PowerShell.ConsoleHost',
  'System.Management.Automation',
  'Microsoft.PowerShell.Commands.Management',
  'Microsoft.PowerShell.Commands.Utility',
  'Microsoft.PowerShell.Security',
  'Newtonsoft.Json',
];

async function compile(compiler: string, library: string, references: readonly string[]): Promise<void> {
  const made = `${library}.native`;
  const args = [library, '-o', made, '--targetos', 'linux', '--targetarch', 'x64', '-O'];
  await runToEnd(compiler, [...args, ...references.flatMap((files) => ['-r', files])]);
  renameSync(made, library);
}

/**
 * Adds native code for linux-x64 to the libraries of a PowerShell. The runtime still takes the intermediate code where its own version
 * asks for that.
 * @param folder of the libraries
 * @param dotnetRoot the folder of the `dotnet` that will run them
 * @param work a folder for what only this needs
 * @throws Error where the compiler cannot be had, or fails
 */
export async function compileAhead(folder: string, dotnetRoot: string, work: string): Promise<void> {
  const unpacked = await restorePackage('microsoft.netcore.app.crossgen2.linux-x64', COMPILER, work);
  const compiler = path.join(unpacked, 'tools', 'crossgen2');
  const frameworks = path.join(dotnetRoot, 'shared', 'Microsoft.NETCore.App');
  const [framework = ''] = readdirSync(frameworks).filter((version) => version.startsWith('10.'));
  const references = [folder, path.join(frameworks, framework)].map((place) => path.join(place, '*.dll'));
  for (const name of LIBRARIES) await compile(compiler, path.join(folder, `${name}.dll`), references);
}
