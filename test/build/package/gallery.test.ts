import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/equipment.ts';
import { PREPARED, passPester } from '../../support/prepared-pester.ts';
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
        // A URL, as NuGet writes it.
        projectUrl: new URL(/ProjectUri = '([^']+)'/.exec(manifest)?.[1] ?? '').href,
      },
    ]);
    expect(search('PSFunction_New-NoSuchCommand')).toEqual([]);
  });
});

describeWith(['dotnet', 'osslsigncode'], 'the gallery package', () => {
  const modules = path.join(scratch, 'modules');
  let installed: string;
  let newer: Signed;
  beforeAll(async () => {
    newer = await packagedAndSigned();
  });

  /** A copy of the module with the executable of the other archive in it, as on a Linux where it is used. */
  function withLinux({ module, bin }: Packaged): string {
    const copy = path.join(scratch, 'newer', 'KernelTriage');
    cpSync(module, copy, { recursive: true });
    cpSync(path.join(bin, 'ktriage'), path.join(copy, 'bin', 'ktriage'));
    return copy;
  }

  it(
    'the gallery package passes GalleryPackage.Tests.ps1, beside a newer version too',
    PREPARED,
    async () => {
      installed = path.join(modules, 'KernelTriage', product.version);
      await passPester('here', 'GalleryPackage.Tests.ps1', {
        ...{ package: nupkg, version: product.version, files: filesIn(product.module), modules },
        linux: path.join(product.folder, `ktriage-${product.version}-linux-x64.zip`),
        newer: {
          version: newer.version,
          module: withLinux(newer),
          package: path.join(newer.folder, `KernelTriage.${newer.version}.nupkg`),
        },
      });
    },
  );

  it('the gallery package brings the DSC resource to where DSC v3 looks: in a folder of a module, beside the executable', () => {
    const manifest = JSON.parse(
      readFileSync(path.join(installed, 'bin', 'KernelTriage.dsc.resource.json'), 'utf8'),
    ) as { get: { executable: string } };
    expect(filesIn(path.join(installed, 'bin'))).toContain(`${manifest.get.executable}.exe`);
  });

  it.skipIf(process.platform === 'win32')(
    'the gallery package may be run by everyone on a system with such rights',
    () => {
      expect(statSync(path.join(installed, 'bin', 'ktriage.exe')).mode & 0o777).toBe(0o755);
      expect(statSync(path.join(installed, 'KernelTriage.psm1')).mode & 0o777).toBe(0o644);
    },
  );
});
