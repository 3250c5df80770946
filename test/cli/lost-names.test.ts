import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KernelStack, Symbol as SymbolRecord } from '../../src/contract/generated/types.ts';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { streamsOf, writeMsfz } from '../symbols/pdb/msfz-writer.ts';

const NO_STREAM = 0xffff;
const KEY = '1C19FDDB27BB3399D9B45973EFEAFCF31';
/** amdppm!InitAcpiCpc+0x317, whose PDB and image the shared store has. */
const ADDRESS = '0xfffff8048b5a0e8f';

const warningsOf = ({ messages }: CliResult) =>
  messages.flatMap((message) => (message.kind === 'warning' ? [message.message] : []));

/** The same PDB without its section headers: the DBI stream names no stream for them. */
function withoutSections(pdb: Uint8Array): Uint8Array {
  const streams = streamsOf(pdb);
  const dbi = Buffer.from(streams[3] ?? []);
  // The optional debug header is the last part; its size is at 0x30, and its sixth word is the section headers.
  dbi.writeUInt16LE(NO_STREAM, dbi.length - dbi.readUInt32LE(0x30) + 5 * 2);
  return writeMsfz(streams.map((stream, index) => (index === 3 ? dbi : stream)));
}

describeWith(['shared-data'], 'a name that is lost', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');
  const shared = path.join(sharedData, 'symbols');
  const pdbFile = path.join(shared, 'amdppm.pdb', KEY, 'amdppm.pdb');
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-lost-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;

  /** A store with the image, and with these bytes as its PDB. */
  function storeWith(pdb: Uint8Array | undefined, { image = true } = {}): string[] {
    const store = path.join(folder, `store-${count++}`);
    mkdirSync(store);
    if (image) cpSync(path.join(shared, 'amdppm.sys'), path.join(store, 'amdppm.sys'), { recursive: true });
    if (pdb !== undefined) {
      mkdirSync(path.join(store, 'amdppm.pdb', KEY), { recursive: true });
      writeFileSync(path.join(store, 'amdppm.pdb', KEY, 'amdppm.pdb'), pdb);
    }
    return ['--symbol-path', `srv*${store}`];
  }
  const real = () => readFileSync(pdbFile);

  const cases: ReadonlyArray<readonly [what: string, pdb: () => Uint8Array | undefined, warning: RegExp]> = [
    ['the PDB is missing', () => undefined, /amdppm\.sys has no names\. Its PDB was not found: looked in /],
    ['the PDB is cut', () => real().subarray(0, 300_000), /Its PDB was not found: .*truncated/],
    ['the PDB is empty', () => Buffer.alloc(0), /Its PDB was not found: .*too few for a PDB/],
    ['the PDB is of .NET', () => Buffer.from('BSJB'.padEnd(4096, '\0')), /portable PDB of \.NET/],
    [
      'the PDB is of another build',
      () =>
        writePdb({
          guid: '0'.repeat(32),
          age: 1,
          sections: [{ name: '.text', rva: 0x1000, size: 16 }],
          publics: [],
        }),
      /but the image was linked with 1C19FDDB/,
    ],
    [
      'the PDB is damaged where it was not looked at first',
      () => {
        const bytes = Buffer.from(real());
        const at = bytes.indexOf('InitAcpiCpc\0');
        bytes.fill(0xff, at - 14, at - 10);
        return bytes;
      },
      /amdppm\.pdb cannot be used|amdppm\.pdb/,
    ],
  ];

  it.each(cases)(
    'a name that is lost is reported by `resolve` and `stacks` when %s',
    async (_, pdb, warning) => {
      const symbols = storeWith(pdb());
      const resolved = await runCli(['resolve', dump, '--address', ADDRESS, ...symbols]);
      expect(contractViolations(resolved.messages)).toEqual([]);
      expect(warningsOf(resolved).join('\n')).toMatch(warning);
      expect(resolved.records<SymbolRecord>('Symbol')[0]?.text).toBe('amdppm+0x20e8f');
      const stacks = await runCli(['stacks', dump, ...symbols]);
      expect(warningsOf(stacks).filter((message) => warning.test(message))).toHaveLength(1);
      const texts = stacks.records<KernelStack>('KernelStack').flatMap(({ stack }) => stack);
      expect(texts.some((text) => text.includes('amdppm+0x20e8f'))).toBe(true);
    },
  );

  it('a name is not lost when the PDB has no section headers and the image has them', async () => {
    const symbols = storeWith(withoutSections(real()));
    const resolved = await runCli(['resolve', dump, '--address', ADDRESS, ...symbols]);
    expect(resolved.records<SymbolRecord>('Symbol')[0]?.text).toBe('amdppm!InitAcpiCpc+0x317');
    expect(warningsOf(resolved)).toEqual([]);
  });

  it('a name that is lost is reported by `resolve` when nothing of the image is at hand', async () => {
    const nt = '0xfffff8047be031f5';
    const resolved = await runCli(['resolve', dump, '--address', nt, ...storeWith(undefined)]);
    expect(warningsOf(resolved).join()).toMatch(/ntoskrnl\.exe has no names and can only be scanned/);
  });

  it('a name that is lost is reported when a bare name is looked for where most PDBs are missing', async () => {
    const symbols = ['--symbol-path', `srv*${shared}`];
    const resolved = await runCli(['resolve', dump, '--name', 'InitAcpiCpc', ...symbols]);
    expect(resolved.records<SymbolRecord>('Symbol')).toHaveLength(1);
    expect(warningsOf(resolved).join()).toMatch(
      /looked for in 151 images; the PDBs of 150 of them are not here/,
    );
    expect(resolved.exitCode).toBe(0);
  });

  it('a name that is lost is reported when more symbols match than are given', async () => {
    const many = writePdb({
      guid: KEY.slice(0, 32),
      age: 1,
      sections: [{ name: '.text', rva: 0x1000, size: 0x10000 }],
      publics: Array.from({ length: 1001 }, (_, index) => ({
        name: `Many${index}`,
        rva: 0x1000 + index * 16,
      })),
    });
    const symbols = storeWith(many);
    const all = await runCli(['resolve', dump, '--name', 'amdppm!*', ...symbols]);
    expect(all.records<SymbolRecord>('Symbol')).toHaveLength(1000);
    expect(warningsOf(all).join()).toMatch(/amdppm has more than 1000 symbols that match 'amdppm!\*'/);
    expect(all.exitCode).toBe(4);
    const fewer = await runCli(['resolve', dump, '--name', 'amdppm!Many1*', ...symbols]);
    expect(fewer.records<SymbolRecord>('Symbol')).toHaveLength(112);
    expect([fewer.exitCode, warningsOf(fewer)]).toEqual([0, []]);
  });

  it('a name that is lost is reported when a part of _NT_SYMBOL_PATH is for another tool, and the rest of it names', async () => {
    vi.stubEnv('_NT_SYMBOL_PATH', `DebugInfoD*https://me:hush@debuginfod.example;srv*${shared}`);
    try {
      const resolved = await runCli(['resolve', dump, '--address', ADDRESS]);
      expect(resolved.records<SymbolRecord>('Symbol')[0]?.symbol).toBe('InitAcpiCpc');
      expect(warningsOf(resolved)).toEqual([
        expect.stringMatching(/DebugInfoD is no prefix.*_NT_SYMBOL_PATH/),
      ]);
      expect(resolved.stdout + resolved.stderr).not.toContain('hush');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('an address in a driver that was unloaded', () => {
  let folder = '';
  let dump = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-unloaded-'));
    const machine = ['--machine', 'simulated:w3wp-oplock'];
    await runCli(['triage', '--pid', '4872', '--destination', folder, ...machine]);
    dump = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.dmp')) ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('an address in a driver that was unloaded is shown as debuggers show it', async () => {
    const resolved = await runCli(['resolve', dump, '--address', '0xfffff804a1201234']);
    expect(contractViolations(resolved.messages)).toEqual([]);
    expect(resolved.records<SymbolRecord>('Symbol')).toMatchObject([
      {
        text: '<Unloaded_hwpolicy.sys>+0x1234',
        module: '<Unloaded_hwpolicy.sys>',
        offset: 0x1234,
        nameFrom: 'None',
      },
    ]);
  });
});
