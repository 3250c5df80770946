import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { describeWith } from '../support/equipment.ts';
import { compileForWindows } from '../support/mingw.ts';
import { moduleUnderTest, written } from './built-module.ts';
import { type Engine, engineUnderWine, literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/** All that the child may be told, by what it is for; whatever else is around the engine stays outside. */
const HANDED_ON = [
  ...['SystemRoot', 'SystemDrive', 'windir', 'ProgramData', 'COMPUTERNAME'],
  ...['USERNAME', 'USERPROFILE', 'LOCALAPPDATA', 'HOME', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ'],
  ...['_NT_SYMBOL_PATH', '_NT_ALT_SYMBOL_PATH', '_NT_EXECUTABLE_IMAGE_PATH'],
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'],
].map((name) => name.toUpperCase());

const HARMFUL = [
  ...[
    'NODE_OPTIONS',
    'NODE_PATH',
    'NODE_COMPILE_CACHE',
    'NODE_V8_COVERAGE',
    'NODE_EXTRA_CA_CERTS',
    'NODE_DEBUG',
  ],
  ...[
    'NODE_REPL_EXTERNAL_MODULE',
    'NODE_REDIRECT_WARNINGS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_CHANNEL_FD',
  ],
  ...['OPENSSL_CONF', 'OPENSSL_MODULES', 'SSL_CERT_FILE', 'SSLKEYLOGFILE', 'PKG_EXECPATH', 'PKG_CACHE_PATH'],
  ...[
    'LD_LIBRARY_PATH',
    'LD_AUDIT',
    'DYLD_INSERT_LIBRARIES',
    'COR_PROFILER_PATH',
    'NPM_CONFIG_PREFIX',
    'PATHEXT',
  ],
];

/** Runs a command with traps on PATH and in the current folder. The child leaves what it saw in files beside itself. */
function suite(engine: Engine, executable: string, place: (file: string, home: string) => void): void {
  const module = moduleUnderTest(engine);

  it('is built, and the child is started by its path, in its own folder', async () => {
    const home = mkdtempSync(path.join(module.scratch, 'child-'));
    const trap = mkdtempSync(path.join(module.scratch, 'trap-'));
    const folder = buildModule(home, []);
    const bin = path.join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    place(path.join(bin, executable), bin);
    for (const name of [executable, 'node', 'node.exe', 'npm', 'npm.cmd', 'koffi.node', 'dbghelp.dll']) {
      place(path.join(trap, name), trap);
    }
    const shown = literal(engine.pathFor(trap));
    const { errors } = await module.run(
      `Remove-Module KernelTriage; Import-Module ${literal(engine.pathFor(folder))}
       [System.Environment]::SetEnvironmentVariable('PATH', ${shown})
       [System.IO.Directory]::SetCurrentDirectory(${shown}); $null = $ExecutionContext.SessionState.Path.SetLocation(${shown})
       Get-KernelThread`,
      {
        environment: {
          ...Object.fromEntries(HARMFUL.map((name) => [name, 'harm'])),
          _NT_SYMBOL_PATH: 'srv*symbols*https://symbols.invalid',
          HTTPS_PROXY: 'http://proxy.invalid',
        },
      },
    );
    expect(errors).toEqual([]);
    expect(written({ ...module, scratch: trap }, 'environment')).toBe('');

    const lines = readFileSync(path.join(bin, 'environment'), 'utf8').trim().split(/\r?\n/);
    const names = lines.map((line) => line.slice(0, line.indexOf('=', 1)).toUpperCase());
    // A relative folder is the session's, not the child's.
    const symbols = path.join(trap, 'symbols');
    expect(lines).toContain(`_NT_SYMBOL_PATH=srv*${engine.pathFor(symbols)}*https://symbols.invalid`);
    expect(lines).toContain('HTTPS_PROXY=http://proxy.invalid');
    // What the shell of a stand-in exports of itself, and what Wine gives every process.
    const own = /^(?:PWD|OLDPWD|SHLVL|_|WINE[A-Z0-9]+)$/;
    expect(names.filter((name) => !HANDED_ON.includes(name) && !own.test(name))).toEqual([]);
    expect(readFileSync(path.join(bin, 'folder'), 'utf8').trim()).toBe(engine.pathFor(realpathSync(bin)));
    expect(readFileSync(path.join(bin, 'arguments'), 'utf8').trim()).toBe('threads -');
  });

  it('has the symbol paths that are given, with the folders of the session', async () => {
    const home = mkdtempSync(path.join(module.scratch, 'symbols-'));
    const session = mkdtempSync(path.join(module.scratch, 'session-'));
    const folder = buildModule(home, []);
    const bin = path.join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    place(path.join(bin, executable), bin);
    const rooted = engine.platform === 'windows' ? ['C:\\sym', '\\\\server\\sym'] : ['/sym', '//server/sym'];
    // No path of Windows has them; elsewhere a folder may be called so.
    const impossible = engine.platform === 'windows' ? ['"loose"', 'srv*a<b*"near"', 'c|d'] : [];
    const given = [
      ...impossible,
      'loose',
      'srv*near dir*../far*https://s.invalid/x',
      'SYMSRV*symsrv.dll*near',
      'cache*',
      'srv*',
      ...rooted,
    ];
    const { errors } = await module.run(
      `Remove-Module KernelTriage; Import-Module ${literal(engine.pathFor(folder))}
       $null = $ExecutionContext.SessionState.Path.SetLocation(${literal(engine.pathFor(session))})
       Get-KernelStack -LiteralPath a.dmp -SymbolPath ${literal(given.join(';'))} -ImagePath ${literal(`drivers;${rooted[0]}`)}`,
    );
    expect(errors).toEqual([]);
    const here = (name: string) =>
      `${engine.pathFor(session)}${engine.platform === 'windows' ? '\\' : '/'}${name}`;
    expect(JSON.parse(readFileSync(path.join(bin, 'request'), 'utf8'))).toMatchObject({
      paths: [here('a.dmp')],
      symbolPath: [
        ...impossible,
        here('loose'),
        `srv*${here('near dir')}*${here('../far')}*https://s.invalid/x`,
        `SYMSRV*symsrv.dll*${here('near')}`,
        ...['cache*', 'srv*'],
        ...rooted,
      ].join(';'),
      imagePath: `${here('drivers')};${rooted[0]}`,
    });
  });
}

const END = '{"kind":"end","records":0,"warnings":0,"errors":0,"exitCode":0}';

function placeScript(file: string, home: string): void {
  const script = `read -r request; printf '%s' "$request" > '${home}/request'; env > '${home}/environment'; pwd > '${home}/folder'; echo "$*" > '${home}/arguments'`;
  writeFileSync(file, `#!/bin/sh\n${script}\necho '${END}'\n`);
  chmodSync(file, 0o755);
}

describeEngines('the environment of the child', (engine) => {
  if (engine.platform === 'unix') suite(engine, 'ktriage', placeScript);
  else it.skip('is shown on Unix with a shell script, and under Wine with a program', () => undefined);
});

/** The same as a Windows program; it finds the folder to write to by its own path. */
const PROGRAM = `
#include <windows.h>
#include <stdio.h>
static FILE *beside(const char *name) {
  char path[MAX_PATH];
  GetModuleFileNameA(NULL, path, sizeof path);
  strcpy(strrchr(path, '\\\\') + 1, name);
  return fopen(path, "w");
}
int main(int argc, char **argv) {
  char line[4096], folder[MAX_PATH];
  FILE *file;
  fgets(line, sizeof line, stdin);
  file = beside("request");
  fputs(line, file);
  fclose(file);
  file = beside("environment");
  for (char *each = GetEnvironmentStringsA(); *each; each += strlen(each) + 1) fprintf(file, "%s\\n", each);
  fclose(file);
  file = beside("folder");
  GetCurrentDirectoryA(sizeof folder, folder);
  fprintf(file, "%s", folder);
  fclose(file);
  file = beside("arguments");
  for (int i = 1; i < argc; i++) fprintf(file, i > 1 ? " %s" : "%s", argv[i]);
  fclose(file);
  puts("${END.replaceAll('"', '\\"')}");
  return 0;
}`;

describeWith(['wine', 'mingw', 'dotnet'], 'the environment of the child on the Windows engine', () => {
  let program = '';
  beforeAll(() => {
    program = compileForWindows(PROGRAM, [], 'ktriage.exe');
  });
  suite(engineUnderWine(), 'ktriage.exe', (file) => copyFileSync(program, file));
});
