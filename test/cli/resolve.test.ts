import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Symbol as SymbolRecord } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

describeWith(['shared-data'], 'ktriage resolve on a real dump', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');
  const symbols = ['--symbol-path', `srv*${path.join(sharedData, 'symbols')}`];

  it('ktriage resolve on a real dump names an address, and finds the address of a name', async () => {
    const named = await runCli(['resolve', dump, '--address', '0xfffff8048b5a0e8f', ...symbols]);
    expect(contractViolations(named.messages)).toEqual([]);
    expect(named.records<SymbolRecord>('Symbol')).toMatchObject([
      {
        text: 'amdppm!InitAcpiCpc+0x317',
        module: 'amdppm',
        symbol: 'InitAcpiCpc',
        offset: 791,
        nameFrom: 'Pdb',
      },
    ]);
    const found = await runCli(['resolve', dump, '--name', 'amdppm!InitAcpiCpc', ...symbols]);
    expect(found.records<SymbolRecord>('Symbol')).toMatchObject([{ address: '0xfffff8048b5a0b78' }]);
  });

  it('ktriage resolve on a real dump understands wildcards and the debugger spelling of addresses', async () => {
    const many = await runCli(['resolve', dump, '--name', 'amdppm!Write*', ...symbols]);
    const names = many.records<SymbolRecord>('Symbol').map(({ symbol }) => symbol);
    expect(names).toEqual(
      expect.arrayContaining(['WriteIoMemRawEx', 'WriteGenAddrEx', 'WriteGenAddrMaybeHiddenEx']),
    );
    const ticked = await runCli(['resolve', dump, '--address', 'fffff804`8b5a0e8f', ...symbols]);
    expect(ticked.records<SymbolRecord>('Symbol')[0]?.symbol).toBe('InitAcpiCpc');
  });

  it('ktriage resolve on a real dump reports what is in no image, and what is no address or no name, one by one', async () => {
    const args = ['--address', '0x10,nonsense', '--name', 'amdppm!NoSuchFunction', ...symbols];
    const result = await runCli(['resolve', dump, ...args]);
    expect(result.exitCode).toBe(4);
    expect(result.records<SymbolRecord>('Symbol')).toMatchObject([
      { text: '0x0000000000000010', nameFrom: 'None' },
    ]);
    const errors = result.messages.filter((message) => message.kind === 'error');
    expect(errors.map(({ code, target }) => [code, target])).toEqual([
      ['InvalidRequest', 'nonsense'],
      ['SymbolNotFound', 'amdppm!NoSuchFunction'],
    ]);
  });
});

describe('ktriage resolve', () => {
  it.each([[[]], [['--address', '']]])(
    'ktriage resolve refuses to be asked nothing: %j',
    async (question) => {
      const result = await runCli(['resolve', 'any.dmp', ...question]);
      expect(result.messages[0]).toMatchObject({ kind: 'error', code: 'InvalidRequest' });
      expect(result.exitCode).toBe(2);
    },
  );
});
