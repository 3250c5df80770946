import { describe, expect, it } from 'vitest';
import { layeredUnwindData, type UnwindData, unwindDataOfCopies } from '../../src/stack/unwind-data.ts';

/** A source that holds `from` to `to` of one image, whose byte at each RVA is the RVA's own low byte. */
function part(
  origin: 'memory' | 'image',
  from: number,
  to: number,
  isExecutable?: UnwindData['isExecutable'],
): UnwindData {
  return {
    origin,
    machine: 'x64',
    functionTable: { rva: 0x100, size: 0x24 },
    read: (rva, length) =>
      rva >= from && rva + length <= to ? Uint8Array.from({ length }, (_, index) => rva + index) : undefined,
    ...(isExecutable && { isExecutable }),
  };
}

describe('unwind data from several sources', () => {
  it('unwind data from several sources is taken from the first that has it: a page that memory lacks comes from the file', () => {
    const layers = layeredUnwindData([
      undefined,
      part('memory', 0, 0x80),
      part('image', 0, 0x200, (rva) => rva < 0x40),
    ]);
    expect(layers?.origin).toBe('memory');
    expect(layers?.read(0x10, 2)).toEqual(Uint8Array.of(0x10, 0x11));
    expect(layers?.read(0x102, 2)).toEqual(Uint8Array.of(0x02, 0x03));
    expect(layers?.read(0x1ff, 2)).toBeUndefined();
    expect(layers?.isExecutable?.(0x10)).toBe(true);
    expect(layers?.isExecutable?.(0x50)).toBe(false);
  });

  it('unwind data from several sources is none where there is no source', () => {
    expect(layeredUnwindData([undefined, undefined])).toBeUndefined();
  });

  it('unwind data from several sources of a PDB holds the table and the unwind information, and no code', () => {
    const copies = {
      pdata: { rva: 0x4000, bytes: Uint8Array.of(1, 2, 3, 4) },
      xdata: { rva: 0x3000, bytes: Uint8Array.of(5, 6, 7, 8) },
    };
    const data = unwindDataOfCopies('x64', copies);
    expect(data.functionTable).toEqual({ rva: 0x4000, size: 4 });
    expect(data.read(0x4002, 2)).toEqual(Uint8Array.of(3, 4));
    expect(data.read(0x3000, 4)).toEqual(Uint8Array.of(5, 6, 7, 8));
    expect(data.read(0x3002, 4)).toBeUndefined();
    expect(data.read(0x1000, 1)).toBeUndefined();
    expect(data.isExecutable).toBeUndefined();
  });
});
