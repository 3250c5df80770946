import { describe, expect, it } from 'vitest';
import { parseDebuggerData } from '../../src/dump/debugger-data.ts';
import { type FieldPlan, placeField, weakestSource } from '../../src/kernel/layouts/layout-source.ts';
import type { StructureLayouts } from '../../src/kernel/layouts/structure-layouts.ts';

/** Debugger data with KTHREAD.Teb at 0xf0 and nothing else. */
function debuggerData() {
  const block = Buffer.alloc(0x380);
  block.write('KDBG', 0x10, 'latin1');
  block.writeUInt32LE(0x380, 0x14);
  block.writeUInt16LE(0xf0, 0x29a);
  const parsed = parseDebuggerData(block);
  if (parsed === undefined) throw new Error('the block is debugger data');
  return parsed;
}

const types: StructureLayouts = {
  offsetOf: (structure, member) => (structure === '_KTHREAD' && member === 'Teb' ? 0x111 : undefined),
  sizeOf: () => undefined,
};
const TEB: FieldPlan = { structure: '_KTHREAD', member: 'Teb' };
const rule = () => 0x222;

describe('placeField', () => {
  it('placeField takes an offset from the debugger data before the types and the rule', () => {
    const plan: FieldPlan = { ...TEB, debuggerData: 'OffsetKThreadTeb', rule };
    const placed = placeField(plan, { debuggerData: debuggerData(), types });
    expect(placed).toEqual({ offset: 0xf0, source: 'DebuggerData' });
  });

  it('placeField takes an offset from the types when the debugger data does not have it', () => {
    const plan: FieldPlan = { ...TEB, debuggerData: 'OffsetKThreadWaitReason', rule };
    expect(placeField(plan, { debuggerData: debuggerData(), types })).toEqual({
      offset: 0x111,
      source: 'Types',
    });
  });

  it('placeField applies the rule when neither the debugger data nor the types have the offset', () => {
    const plan: FieldPlan = {
      structure: '_KTHREAD',
      member: 'Timer',
      rule: (data) => (data.known('OffsetKThreadTeb') ?? 0) + 0x10,
    };
    expect(placeField(plan, { debuggerData: debuggerData(), types })).toEqual({
      offset: 0x100,
      source: 'Rule',
    });
  });

  it('placeField gives nothing when the rule has nothing to count from', () => {
    expect(placeField({ structure: '_KTHREAD', member: 'Timer', rule }, { types })).toBeUndefined();
    expect(
      placeField({ structure: '_KTHREAD', member: 'Timer' }, { debuggerData: debuggerData(), types }),
    ).toBeUndefined();
  });
});

describe('weakestSource', () => {
  it('weakestSource names the least trusted source whatever the order', () => {
    expect(weakestSource(['Rule', 'DebuggerData', 'Types'])).toBe('Rule');
    expect(weakestSource(['DebuggerData', 'Types'])).toBe('Types');
    expect(weakestSource([])).toBeUndefined();
  });
});
