import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { literal, runScript } from '../../powershell/engines.ts';
import { describeEngines } from '../../powershell/suites.ts';
import { describeWith } from '../../support/equipment.ts';
import { type Packaged, packaged, packagedAndSigned, type Signed } from './packaged.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-gallery-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let product: Packaged;
let nupkg: string;
beforeAll(async () => {
  product = await packaged();
  nupkg = path.join(product.folder, `KernelTriage.${product.version}.nupkg`);
});

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

describeWith(['dotnet'], "NuGet's own client", () => {
  const folder = path.join(scratch, 'restore');
  const source = path.join(folder, 'source');
  beforeAll(() => {
    mkdirSync(source, { recursive: true });
    cpSync(nupkg, path.join(source, path.basename(nupkg)));
  });

  function dotnet(...args: readonly string[]): string {
    const env = { ...process.env, DOTNET_CLI_USE_MSBUILD_SERVER: '0', DOTNET_CLI_TELEMETRY_OPTOUT: '1' };
    const { status, stdout } = spawnSync('dotnet', args, { encoding: 'utf8', env });
    expect(status, stdout).toBe(0);
    return stdout;
  }

  it("NuGet's own client restores the package from a folder without a warning, file by file", () => {
    const project = path.join(folder, 'restore.csproj');
    writeFileSync(
      project,
      `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost></PropertyGroup>
  <ItemGroup><PackageDownload Include="KernelTriage" Version="[${product.version}]" /></ItemGroup>
</Project>`,
    );
    const packages = path.join(folder, 'packages');
    const places = ['--source', source, '--packages', packages];
    dotnet('restore', project, '-warnaserror', '-nodeReuse:false', ...places);
    const restored = path.join(packages, 'kerneltriage', product.version);
    expect(readFileSync(path.join(restored, 'kerneltriage.nuspec'), 'utf8')).toContain(
      '<authors>KernelTriage contributors</authors>',
    );
    // NuGet's own notes beside the files of the package.
    const unpacked = filesIn(restored).filter((name) => !/^\.nupkg|^kerneltriage\./.test(name));
    expect(unpacked).toEqual(filesIn(product.module));
    for (const name of unpacked.filter((each) => !each.startsWith('bin/ktriage'))) {
      const module = readFileSync(path.join(product.module, name));
      expect(readFileSync(path.join(restored, name)), name).toEqual(module);
    }
  });

  it("NuGet's own client finds it by the name of a command, with its author and description", () => {
    const search = (term: string) =>
      (
        JSON.parse(
          dotnet(
            'package',
            'search',
            term,
            '--source',
            source,
            '--format',
            'json',
            '--verbosity',
            'detailed',
          ),
        ) as { searchResult: { packages: object[] }[] }
      ).searchResult.flatMap(({ packages }) => packages);
    const manifest = readFileSync(path.join(product.module, 'KernelTriage.psd1'), 'utf8');
    expect(search('PSFunction_New-TriageDump')).toEqual([
      {
        id: 'KernelTriage',
        latestVersion: product.version,
        owners: 'KernelTriage contributors',
        description: /Description = '([^']+)'/.exec(manifest)?.[1],
      },
    ]);
    expect(search('PSFunction_New-NoSuchCommand')).toEqual([]);
  });
});

describeEngines('the gallery package', (engine) => {
  const at = (...names: readonly string[]) => literal(engine.pathFor(path.join(...names)));
  /** Where Install-PSResource puts a module. */
  let modules: string;
  let installed: string;

  /**
   * What Install-PSResource 1.1 does with a package from a folder: it unpacks it with .NET's ZipFile classes, throws the parts
   * away that are the package's own, and moves the rest to <modules>/<name>/<version>.
   */
  beforeAll(async () => {
    modules = mkdtempSync(path.join(scratch, 'modules-'));
    installed = path.join(modules, 'KernelTriage', product.version);
    const { errors } = await runScript(
      engine,
      `$null = [System.Reflection.Assembly]::Load('System.IO.Compression.FileSystem, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
       [System.IO.Compression.ZipFile]::ExtractToDirectory(${at(nupkg)}, ${at(installed)})`,
    );
    expect(errors).toEqual([]);
    for (const name of ['KernelTriage.nuspec', '_rels', '[Content_Types].xml']) {
      // Not forced: each has to be there.
      rmSync(path.join(installed, name), { recursive: true });
    }
  });

  const withModules = (script: string) =>
    runScript(
      engine,
      `$env:PSModulePath = ${at(modules)} + [System.IO.Path]::PathSeparator + $env:PSModulePath\n${script}`,
    );

  it('the gallery package leaves the module and nothing else', () => {
    expect(filesIn(installed)).toEqual(filesIn(product.module));
  });

  it('the gallery package is found by name, and by the name of a command, and starts its own executable, which it has checked', async () => {
    const { output, errors } = await withModules(
      `(Get-Module -ListAvailable -Name KernelTriage).Version.ToString()
       @(Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock).Count
       $module = Get-Module KernelTriage
       $module.ModuleBase
       & $module { $script:ExecutableHash.Count; $script:TrustedStamp.StartsWith($ExecutionContext.SessionState.Module.ModuleBase) }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([
      product.version,
      300,
      engine.pathFor(installed),
      2,
      true,
    ]);
  });

  it('the gallery package has a manifest that the engine finds valid, and that names every file', async () => {
    const { output, errors, warnings } = await runScript(
      engine,
      `$m = Test-ModuleManifest ${at(installed, 'KernelTriage.psd1')}
       foreach ($file in $m.FileList) { [System.IO.Path]::GetFullPath($file).Substring($m.ModuleBase.Length + 1).Replace('\\', '/') }`,
    );
    expect([...errors, ...warnings]).toEqual([]);
    expect(output.map(({ value }) => value).sort()).toEqual(filesIn(product.module));
  });

  it('the gallery package brings the DSC resource to where DSC v3 looks: in a folder of a module, beside the executable', () => {
    const manifest = JSON.parse(
      readFileSync(path.join(installed, 'bin', 'KernelTriage.dsc.resource.json'), 'utf8'),
    ) as { get: { executable: string } };
    expect(filesIn(path.join(installed, 'bin'))).toContain(`${manifest.get.executable}.exe`);
  });

  describeWith(['osslsigncode'], 'beside a newer version', () => {
    let signed: Signed;
    beforeAll(async () => {
      signed = await packagedAndSigned();
    });

    it('the gallery package beside a newer version gives way to it, and comes back when that is gone', async () => {
      const newer = path.join(modules, 'KernelTriage', signed.version);
      symlinkSync(signed.module, newer, 'junction');
      const load = `@(Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock).Count; "$((Get-Module KernelTriage).Version)"`;
      const versions = async () => (await withModules(load)).output.map(({ value }) => value);
      expect(await versions()).toEqual([300, signed.version]);
      rmSync(newer, { recursive: true });
      expect(await versions()).toEqual([300, product.version]);
    });
  });

  it.skipIf(process.platform === 'win32')(
    'the gallery package may be run by everyone on a system with such rights',
    () => {
      expect(statSync(path.join(installed, 'bin', 'ktriage')).mode & 0o777).toBe(0o755);
      expect(statSync(path.join(installed, 'KernelTriage.psm1')).mode & 0o777).toBe(0o644);
    },
  );
});
