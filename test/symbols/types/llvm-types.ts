import { execFileSync } from 'node:child_process';

/** A type record as `llvm-pdbutil dump --types` prints it: the independent reader of these tests. */
export interface OracleRecord {
  readonly index: number;
  readonly leaf: string;
  readonly name: string;
  /** The lines below the first. */
  readonly body: string;
}

export interface OracleMember {
  /** Empty for a base class. */
  readonly name: string;
  readonly offset: number;
  readonly type: number;
}

const number = (text: string | undefined) => Number(text ?? Number.NaN);

export function typesByLlvm(file: string): ReadonlyMap<number, OracleRecord> {
  const text = execFileSync('llvm-pdbutil', ['dump', '--types', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const records = text.split(/\n(?= +0x[0-9A-F]+ \| LF_)/).flatMap((part) => {
    const [, index, leaf = '', name = '', body = ''] =
      /^ +(0x[0-9A-F]+) \| (LF_\w+) \[size = \d+\](?: `(.*)`)?\n?([\s\S]*)$/.exec(part) ?? [];
    return index === undefined ? [] : [{ index: number(index), leaf, name, body }];
  });
  return new Map(records.map((record) => [record.index, record]));
}

export const isDefinition = ({ leaf, body }: OracleRecord): boolean =>
  /^LF_(?:STRUCTURE|CLASS|UNION)$/.test(leaf) && !body.includes('forward ref');

export const sizeOf = ({ body }: OracleRecord): number => number(/sizeof (\d+)/.exec(body)?.[1]);

/** The text of a list of members, with that of the records in which it goes on. */
function fieldListOf(records: ReadonlyMap<number, OracleRecord>, { body }: OracleRecord): string {
  const next = /(?:field list: |continuation = )(0x[0-9A-F]+)/.exec(body)?.[1];
  const list = next === undefined ? undefined : records.get(number(next));
  return list === undefined ? body : `${body}\n${fieldListOf(records, list)}`;
}

/** Members and base classes in the order of the list. */
export function membersOf(records: ReadonlyMap<number, OracleRecord>, type: OracleRecord): OracleMember[] {
  const entries = fieldListOf(records, type).matchAll(
    /- LF_(?:MEMBER \[name = `(.*)`, Type = (0x[0-9A-F]+).*, offset = (\d+)|BCLASS\n +type = (0x[0-9A-F]+), offset = (\d+))/g,
  );
  return [...entries].map(([, name = '', type, offset, base, baseOffset]) => ({
    name,
    type: number(type ?? base),
    offset: number(offset ?? baseOffset),
  }));
}

export function enumeratorsOf(
  records: ReadonlyMap<number, OracleRecord>,
  type: OracleRecord,
): Array<{ name: string; value: string }> {
  return [...fieldListOf(records, type).matchAll(/- LF_ENUMERATE \[(.*) = (-?\d+)\]/g)].map(
    ([, name = '', value = '']) => ({ name, value }),
  );
}

/** Built-in types that the sources of these tests and a Windows driver use, in the words of the debuggers. */
const BUILT_IN: Readonly<Record<number, readonly [name: string, size: number]>> = {
  3: ['Void', 0],
  8: ['HRESULT', 4],
  16: ['Char', 1],
  17: ['Int2B', 2],
  18: ['Int4B', 4],
  19: ['Int8B', 8],
  32: ['UChar', 1],
  33: ['Uint2B', 2],
  34: ['Uint4B', 4],
  35: ['Uint8B', 8],
  48: ['Bool', 1],
  64: ['Float', 4],
  65: ['Float', 8],
  112: ['Char', 1],
  113: ['Wchar', 2],
  116: ['Int4B', 4],
  117: ['Uint4B', 4],
  122: ['Char16', 2],
};

/** Bytes of a type, from what LLVM prints. */
function bytesOf(records: ReadonlyMap<number, OracleRecord>, index: number): number {
  if (index < 0x1000) return index >= 0x600 ? 8 : (BUILT_IN[index]?.[1] ?? Number.NaN);
  const record = records.get(index) as OracleRecord;
  if (record.leaf === 'LF_POINTER') return 8;
  if (record.leaf === 'LF_ARRAY') return number(/size: (\d+)/.exec(record.body)?.[1]);
  if (record.leaf === 'LF_MODIFIER')
    return bytesOf(records, number(/referent = (0x\w+)/.exec(record.body)?.[1]));
  if (record.leaf === 'LF_ENUM')
    return bytesOf(records, number(/underlying type: (0x\w+)/.exec(record.body)?.[1]));
  const forward = /forward ref \(-> (0x\w+)\)/.exec(record.body)?.[1];
  return sizeOf(forward === undefined ? record : (records.get(number(forward)) as OracleRecord));
}

/** The words of `dt` for a type, from what LLVM prints. */
export function textByLlvm(records: ReadonlyMap<number, OracleRecord>, index: number): string {
  if (index < 0x1000) {
    const name = BUILT_IN[index & 0xff]?.[0] ?? `built-in 0x${index.toString(16)}`;
    return index >= 0x600 ? `Ptr64 ${name}` : name;
  }
  const record = records.get(index) as OracleRecord;
  const { leaf, body } = record;
  const reference = number(/(?:referent = |element type: |^ +type = )(0x\w+)/.exec(body)?.[1]);
  const inner = () => textByLlvm(records, reference);
  if (leaf === 'LF_POINTER') return `Ptr64 ${inner()}`;
  if (leaf === 'LF_MODIFIER') return inner();
  if (leaf === 'LF_ARRAY') return `[${bytesOf(records, index) / bytesOf(records, reference)}] ${inner()}`;
  if (leaf === 'LF_BITFIELD') {
    const [, position, length] = /bit offset = (\d+), # bits = (\d+)/.exec(body) ?? [];
    return `Pos ${position}, ${length} ${length === '1' ? 'Bit' : 'Bits'}`;
  }
  if (leaf === 'LF_PROCEDURE' || leaf === 'LF_MFUNCTION') return 'Function';
  return record.name;
}
