import type { DumpMemory } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

const PER_ROW = 16;

function printable(byte: number): string {
  return byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : '.';
}

/** One row as debuggers show it: address, sixteen bytes with a dash in the middle, and the letters among them. */
function hexRow(address: bigint, bytes: Uint8Array): string {
  const hex = Array.from(
    { length: PER_ROW },
    (_, index) => bytes[index]?.toString(16).padStart(2, '0') ?? '  ',
  );
  const halves = `${hex.slice(0, 8).join(' ')}-${hex.slice(8).join(' ')}`;
  const shown = bytes.length > 8 ? halves : halves.replace('-', ' ');
  const digits = address.toString(16).padStart(16, '0');
  return `${digits.slice(0, 8)}\`${digits.slice(8)}  ${shown}  ${Array.from(bytes, printable).join('')}`;
}

/** Memory as a hex view, and the reason why it ends. */
export function memoryText({ path, address, physical, data, gap }: DumpMemory): string {
  const bytes = Buffer.from(data, 'base64');
  const start = BigInt(address);
  const rows = Array.from({ length: Math.ceil(bytes.length / PER_ROW) }, (_, row) =>
    hexRow(start + BigInt(row * PER_ROW), bytes.subarray(row * PER_ROW, (row + 1) * PER_ROW)),
  );
  const title = `   Dump: ${harmless(path)}${physical ? ', physical memory' : ''}`;
  return `${['', title, '', ...rows, ...(gap ? [harmless(gap.message)] : [])].join('\n')}\n`;
}
