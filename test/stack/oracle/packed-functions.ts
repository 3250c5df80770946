import { linkAssembly } from './build.ts';

/**
 * ARM64 functions with the canonical prologs and epilogs that a packed table entry stands for, written out by "ARM64 exception
 * handling", "Packed unwind data" (learn.microsoft.com), steps 0 to 5. It shares nothing with the reader.
 */
export interface PackedFields {
  /** RegI */
  readonly integers: number;
  /** RegF */
  readonly vectors: number;
  /** H */
  readonly homes: number;
  readonly cr: number;
  /** Bytes of the local area. */
  readonly locals: number;
}

const savedBytes = ({ integers, vectors, cr }: PackedFields) => ({
  integer: integers * 8 + (cr === 1 ? 8 : 0),
  vector: vectors === 0 ? 0 : vectors * 8 + 8,
});

/** Every form that a compiler may write and that differs from the others in kind. */
export function* packedForms(): Generator<PackedFields> {
  for (const cr of [0, 1, 2, 3])
    for (const integers of [0, 1, 2, 3, 9, 10])
      for (const vectors of [0, 1, 2, 7])
        for (const homes of [0, 1])
          for (const locals of [0, 16, 496, 528, 4080, 4160])
            if (cr < 2 || locals > 0) yield { integers, vectors, homes, cr, locals };
}

/** The second word of a table entry for `bytes` bytes of code. */
export function packedWord(fields: PackedFields, bytes: number): number {
  const { integers, vectors, homes, cr, locals } = fields;
  const { integer, vector } = savedBytes(fields);
  const frame = Math.ceil((integer + vector + homes * 64) / 16) + locals / 16;
  return (
    (1 |
      ((bytes / 4) << 2) |
      (vectors << 13) |
      (integers << 16) |
      (homes << 20) |
      (cr << 21) |
      (frame << 23)) >>>
    0
  );
}

/** Registers in pairs: `x19, x20`, and the last one alone. */
function pairs(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / 2) }, (_, index) =>
    names.slice(index * 2, index * 2 + 2),
  );
}

/** Stores of the save area in the order of the prolog; the first one makes room where it can. */
function saves(fields: PackedFields): Array<readonly [store: string, load: string]> {
  const { integers, vectors, cr } = fields;
  const { integer, vector } = savedBytes(fields);
  const saveArea = (integer + vector + (fields.homes === 1 && integer + vector > 0 ? 64 : 0) + 15) & ~15;
  const general = Array.from({ length: integers }, (_, index) => `x${19 + index}`);
  if (cr === 1 && integers === 1) {
    return [
      [`sub sp, sp, #${saveArea}`, `add sp, sp, #${saveArea}`],
      ['stp x19, x30, [sp]', 'ldp x19, x30, [sp]'],
      ...vectorSaves(vectors, integer),
    ];
  }
  if (cr === 1) general.push('x30');
  const doubles = vectors === 0 ? [] : Array.from({ length: vectors + 1 }, (_, index) => `d${8 + index}`);
  const groups = [...pairs(general), ...pairs(doubles)];
  let at = 0;
  return groups.map((group, index) => {
    const suffix = group.length === 2 ? 'p' : 'r';
    const [store, load] = [`st${suffix}`, `ld${suffix}`];
    const names = group.join(', ');
    const offset = at;
    at += group.length * 8;
    return index === 0
      ? [`${store} ${names}, [sp, #-${saveArea}]!`, `${load} ${names}, [sp], #${saveArea}`]
      : [`${store} ${names}, [sp, #${offset}]`, `${load} ${names}, [sp, #${offset}]`];
  });
}

function vectorSaves(vectors: number, from: number): Array<readonly [string, string]> {
  const doubles = vectors === 0 ? [] : Array.from({ length: vectors + 1 }, (_, index) => `d${8 + index}`);
  return pairs(doubles).map((group, index) => {
    const suffix = group.length === 2 ? 'p' : 'r';
    const place = `${group.join(', ')}, [sp, #${from + index * 16}]`;
    return [`st${suffix} ${place}`, `ld${suffix} ${place}`];
  });
}

function allocations(size: number): Array<readonly [string, string]> {
  const steps = size === 0 ? [] : size <= 4080 ? [size] : [4080, size - 4080];
  return steps.map((step) => [`sub sp, sp, #${step}`, `add sp, sp, #${step}`] as const);
}

/** The instructions of a function whose entry has these fields. */
export function packedFunction(fields: PackedFields): string[] {
  const { homes, cr } = fields;
  const { integer, vector } = savedBytes(fields);
  const saved = integer + vector;
  const inFrame = homes === 1 && saved === 0 ? 64 : 0;
  const local = fields.locals + inFrame;
  const chained = cr >= 2;
  // The arguments are kept above what the function saves, or at the top of its frame where it saves nothing.
  const homesAt = saved > 0 ? saved : Math.min(local - 64, 440);
  const homing = [0, 2, 4, 6].map((first) => `stp x${first}, x${first + 1}, [sp, #${homesAt + first * 8}]`);
  const record: Array<readonly [string, string]> = !chained
    ? allocations(local)
    : local <= 512
      ? [[`stp x29, x30, [sp, #-${local}]!`, `ldp x29, x30, [sp], #${local}`]]
      : [...allocations(local), ['stp x29, x30, [sp]', 'ldp x29, x30, [sp]']];
  const stored = saves(fields);
  const signed = cr === 2;
  return [
    ...(signed ? ['pacibsp'] : []),
    ...stored.map(([store]) => store),
    ...(homes === 1 && saved > 0 ? homing : []),
    ...record.map(([store]) => store),
    ...(chained ? ['mov x29, sp'] : []),
    ...(homes === 1 && saved === 0 ? homing : []),
    'mov x0, x0',
    ...record.toReversed().map(([, load]) => load),
    ...stored.toReversed().map(([, load]) => load),
    ...(signed ? ['autibsp'] : []),
    'ret',
  ];
}

/** Links a function of each form, with its packed entry. */
export function packedLibrary(folder: string, forms: readonly PackedFields[]): string {
  const functions = forms.map(packedFunction);
  const code = functions.flatMap((lines, index) => [`f${index}:`, ...lines]);
  const table = functions.flatMap((lines, index) => {
    const fields = forms[index];
    return fields === undefined
      ? []
      : [`.long f${index}@IMGREL`, `.long ${packedWord(fields, lines.length * 4)}`];
  });
  const text = ['.arch armv8.3-a', '.text', ...code, '.section .pdata,"dr"', ...table].join('\n');
  return linkAssembly(folder, text, 'arm64');
}
