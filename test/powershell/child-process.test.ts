import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { validateThreadsRequest } from '../../src/contract/generated/validators/request-threads.js';
import { type ModuleUnderTest, moduleUnderTest, written } from './built-module.ts';
import { type Engine, literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/** What a stand-in for ktriage says, as shell commands. */
const say = (message: object) => `echo '${JSON.stringify(message)}'`;
const record = (name: string) => say({ kind: 'record', type: 'Thread', value: { Name: name } });
const END = say({ kind: 'end', records: 1, warnings: 0, errors: 0, exitCode: 0 });
const TAKE_REQUEST = 'read -r request; echo $$ > "$HERE/pid"';
/** Blocks until standard input ends, which is how the module cancels. */
const AWAIT_CANCEL = 'cat > /dev/null; echo cancelled > "$HERE/cancelled"; exit 5';

function isAlive(module: ModuleUnderTest): boolean {
  const pid = Number(written(module, 'pid'));
  expect(pid).toBeGreaterThan(0);
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function suite(engine: Engine): void {
  const { withExecutable } = moduleUnderTest(engine);

  it('sends one valid line and leaves standard input open', async () => {
    const module = withExecutable(
      `
      read -r request; printf '%s' "$request" > "$HERE/request"
      timeout 1 cat > "$HERE/extra"; echo $? > "$HERE/status"
      ${END}`,
    );
    const { errors } = await module.run(
      `Get-KernelThread -Name 'a"b\\c', "d\`te", "f\`ng é€𝄞" -ThreadId 1, 4294967295`,
    );
    expect(errors).toEqual([]);
    const request = JSON.parse(written(module, 'request')) as Record<string, unknown>;
    expect(validateThreadsRequest(request)).toBe(true);
    expect(request).toMatchObject({
      names: ['a"b\\c', 'd\te', 'f\ng é€𝄞'],
      threadIds: [1, 4294967295],
      propertyCase: 'pascal',
      adviceFor: 'module',
      cancelOnEndOfInput: true,
    });
    expect(written(module, 'extra')).toBe('');
    // 124: `timeout` had to end a `cat` that still waited.
    expect(written(module, 'status')).toBe('124\n');
  });

  it('builds the environment of the child instead of handing on its own', async () => {
    const module = withExecutable(`read -r request; env > "$HERE/environment"; ${END}`);
    const hostile = {
      NODE_OPTIONS: '--require /tmp/evil.js',
      NODE_COMPILE_CACHE: '/tmp/cache',
      OPENSSL_CONF: '/tmp/openssl.cnf',
      SSL_CERT_FILE: '/tmp/cert.pem',
      PKG_EXECPATH: 'PKG_INVOKE_NODEJS',
      LD_PRELOAD: '',
    };
    await module.run(`Get-KernelThread`, { environment: { ...hostile, _NT_SYMBOL_PATH: 'srv*/symbols' } });
    const environment = written(module, 'environment');
    expect(environment).toContain('_NT_SYMBOL_PATH=srv*/symbols');
    for (const name of Object.keys(hostile)) expect(environment).not.toContain(`${name}=`);
  });

  it('hands a record on before the next is made, also when a character is cut in two', async () => {
    // The second record is made only after the script has seen the first.
    const module = withExecutable(`${TAKE_REQUEST}
      ${record('first')}
      while [ ! -e "$HERE/seen" ]; do sleep 0.05; done
      printf '{"kind":"record","type":"Thread","value":{"Name":"caf\\303'; sleep 0.2; printf '\\251"}}\\n'
      ${END}`);
    const seen = literal(engine.pathFor(path.join(module.scratch, 'seen')));
    const { output, errors } = await module.run(
      `Get-KernelThread | ForEach-Object { [System.IO.File]::WriteAllText(${seen}, ''); $_.Name }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(['first', 'café']);
  });

  it('drains both pipes', async () => {
    const module = withExecutable(`${TAKE_REQUEST}
      i=0; while [ $i -lt 4000 ]; do echo "$i .............................................................." >&2; i=$((i+1)); done
      ${record('after much talk')}
      ${END}`);
    const { output, errors } = await module.run(`(Get-KernelThread).Name`);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(['after much talk']);
  });

  it('turns messages into warnings, progress and errors', async () => {
    const module = withExecutable(`${TAKE_REQUEST}
      ${say({ kind: 'progress', activity: 'Working', status: 'half', percent: 50 })}
      ${say({ kind: 'warning', message: 'look out' })}
      ${say({ kind: 'error', code: 'CaptureDenied', message: 'No.', advice: 'Ask.', target: 'x', ntStatus: '0xC0000022' })}
      ${say({ kind: 'error', code: 'FromTheFuture', message: 'Who knows.', advice: 'Wait.' })}
      ${say({ kind: 'progress', activity: 'Working', done: true })}
      ${END}`);
    const { errors, warnings, progress, output } = await module.run(
      `Get-KernelThread -ErrorVariable e; $e[0].Exception.Data['ntStatus']`,
    );
    expect(warnings.map(({ message }) => message)).toEqual(['look out']);
    expect(progress.filter(({ activity }) => activity === 'Working')).toMatchObject([
      { status: 'half', percent: 50, type: 'Processing' },
      { type: 'Completed' },
    ]);
    expect(errors).toMatchObject([
      { id: 'CaptureDenied,Get-KernelThread', category: 'PermissionDenied', target: 'x', advice: 'Ask.' },
      { id: 'FromTheFuture,Get-KernelThread', category: 'NotSpecified', target: null },
    ]);
    expect(output.map(({ value }) => value)).toEqual(['0xC0000022']);
  });

  it.each([
    ['is stopped', { stopAtFirst: 'output' as const }, 'Get-KernelThread'],
    ['has its first record', {}, 'Get-KernelThread | Select-Object -First 1'],
    ['fails further down', {}, `Get-KernelThread | ForEach-Object { throw 'no more' }`],
  ])('cancels the child and waits for it when the pipeline %s', async (_when, options, script) => {
    const module = withExecutable(`${TAKE_REQUEST}; ${record('only')}; ${AWAIT_CANCEL}`);
    await module.run(script, options);
    expect(written(module, 'cancelled')).toBe('cancelled\n');
    expect(isAlive(module)).toBe(false);
  });

  it('stops at once while the child says nothing', async () => {
    const module = withExecutable(`${TAKE_REQUEST}; ${AWAIT_CANCEL}`);
    const run = await module.run(`Get-KernelThread`, { stopAfter: 700 });
    expect(run.state).toBe('Stopped');
    expect(run.milliseconds - (run.stoppedAt ?? 0)).toBeLessThan(2000);
    expect(isAlive(module)).toBe(false);
  });

  it('cancels a child that is busy writing', async () => {
    const module = withExecutable(`${TAKE_REQUEST}
      (cat > /dev/null; echo cancelled > "$HERE/cancelled") <&0 & 
      i=0; while [ $i -lt 20000 ]; do ${record('..............................................')}; i=$((i+1)); done; wait; exit 5`);
    await module.run(`Get-KernelThread | Select-Object -First 1`);
    expect(isAlive(module)).toBe(false);
  });

  it('kills a child that does not listen', async () => {
    const module = withExecutable(`${TAKE_REQUEST}; ${record('deaf')}; exec sleep 60`);
    const run = await module.run(`Get-KernelThread | Select-Object -First 1 | ForEach-Object Name`);
    expect(run.output.map(({ value }) => value)).toEqual(['deaf']);
    expect(run.milliseconds).toBeLessThan(15_000);
    expect(isAlive(module)).toBe(false);
  });

  it('says when the answer ends too early, and keeps what came', async () => {
    const module = withExecutable(`${TAKE_REQUEST}; ${record('kept')}; echo 'out of memory' >&2; exit 134`);
    const { output, errors } = await module.run(`(Get-KernelThread).Name`);
    expect(output.map(({ value }) => value)).toEqual(['kept']);
    expect(errors).toMatchObject([{ id: 'ExecutableFailed,Get-KernelThread', category: 'ProtocolError' }]);
    expect(errors[0]?.message).toMatch(/exit code 134.*out of memory/s);
    expect(errors[0]?.target).toMatch(/ktriage$/);
  });

  it('says when what answers is not ktriage', async () => {
    const module = withExecutable(`${TAKE_REQUEST}; echo 'usage: something else'; ${AWAIT_CANCEL}`);
    const { errors } = await module.run(`Get-KernelThread`);
    expect(errors).toMatchObject([{ id: 'ExecutableFailed,Get-KernelThread' }]);
    expect(errors[0]?.message).toContain('usage: something else');
    expect(isAlive(module)).toBe(false);
  });

  it('blames nobody else when ConvertFrom-Json cannot be loaded', async () => {
    const module = withExecutable(`${TAKE_REQUEST}; ${record('lost')}; ${END}; ${AWAIT_CANCEL}`);
    const { errors } = await module.run(
      `Remove-Module Microsoft.PowerShell.Utility -Force -ErrorAction Ignore
       $global:PSModuleAutoLoadingPreference = 'None'
       Get-KernelThread`,
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain('ConvertFrom-Json');
    expect(errors[0]?.message).not.toContain('is not ktriage');
    expect(isAlive(module)).toBe(false);
  });

  it('says when there is no executable, or one that cannot be started', async () => {
    const missing = await withExecutable(undefined).run(`Get-KernelThread`);
    expect(missing.errors).toMatchObject([
      { id: 'ExecutableNotFound,Get-KernelThread', category: 'ObjectNotFound' },
    ]);
    expect(missing.errors[0]?.target).toMatch(/KernelTriage[\\/]bin[\\/]ktriage/);
    const module = withExecutable('');
    writeFileSync(path.join(module.folder, 'bin', 'ktriage'), 'not a program');
    const broken = await module.run(`Get-KernelThread`);
    expect(broken.errors).toMatchObject([
      { category: expect.stringMatching(/ObjectNotFound|ProtocolError/) },
    ]);
  });
}

// The stand-ins are shell scripts; what they show of the module holds for every system.
describeEngines('the child process', (engine) => {
  if (engine.platform === 'unix') suite(engine);
  else it.skip('is shown on Unix, with shell scripts', () => undefined);
});

describeEngines('ktriage and the module', (engine) => {
  const module = moduleUnderTest(engine);

  it('refuse to work together when their versions differ', async () => {
    const manifest = path.join(module.folder, 'KernelTriage.psd1');
    const original = readFileSync(manifest, 'utf8');
    try {
      writeFileSync(manifest, original.replace(/ModuleVersion = '.*'/, "ModuleVersion = '99.1.2'"));
      const { output, errors } = await module.run(`Get-KernelThread -Machine simulated:w3wp-oplock`);
      expect(output).toEqual([]);
      expect(errors).toMatchObject([
        { id: 'VersionMismatch,Get-KernelThread', category: 'InvalidOperation' },
      ]);
      expect(errors[0]?.message).toMatch(/99\.1\.2/);
      expect(errors[0]?.target).toMatch(/ktriage/);
    } finally {
      writeFileSync(manifest, original);
    }
  });
});
