import type { KernelType, KernelTypeMember } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

const NAME_WIDTH = 24;
/** The last part of a path, with the number of the element that it is in: `[2].Object`. */
const ownName = (path: string) => /(?:\[\d+\]\.)?[^.]*$/.exec(path)?.[0] ?? path;

function memberLine({ name, level, offset, shown }: KernelTypeMember): string {
  const indent = '   '.repeat(level + 1);
  return `${indent}+0x${offset.toString(16).padStart(3, '0')} ${ownName(name).padEnd(NAME_WIDTH)} : ${shown}`;
}

/** A type as debuggers print it: a line for each member. Offsets count from the outermost structure. */
export function typeTextBlock(type: KernelType): string {
  const { name, kind, size, address, members, enumerators } = type;
  const place = address === undefined ? '' : ` at ${address}`;
  const head = `${name}  (${kind.toLowerCase()}, 0x${size.toString(16)} bytes)${place}`;
  const lines = [
    ...(members ?? []).map(memberLine),
    ...(enumerators ?? []).map((each) => `   ${each.name} = ${each.value}`),
  ];
  return `${[head, ...lines].map(harmless).join('\n')}\n${lines.length > 0 ? '\n' : ''}`;
}
