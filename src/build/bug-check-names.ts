import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './tools.ts';

/**
 * `node src/build/bug-check-names.ts BUGCODES.H` writes the table of bug check names anew from a Windows SDK, for the day
 * when an SDK has more codes. The header is the vendor's: it is read here and not kept.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node src/build/bug-check-names.ts BUGCODES.H');
  process.exit(2);
}

/** Minidump forms start here and follow from the code that they belong to. Few of the codes beyond are bug checks. */
const MINIDUMP_FORM = 0x1000_0000;
const BUG_CHECKS_BEYOND: readonly number[] = [
  0x4000_008a, 0x4000_00ad, 0x4000_01ee, 0x4000_01ef, 0x4000_0209, 0x534d_4244, 0xc000_021a, 0xdead_dead,
];
/** Codes that Microsoft's bug check code reference documents and the header lacks. */
const DOCUMENTED: ReadonlyArray<readonly [number, string]> = [
  [0xad, 'VIDEO_DRIVER_DEBUG_REPORT_REQUEST'],
  [0x10f, 'RESOURCE_MANAGER_EXCEPTION_NOT_HANDLED'],
  [0xc000_0218, 'STATUS_CANNOT_LOAD_REGISTRY_FILE'],
  [0xc000_0221, 'STATUS_IMAGE_CHECKSUM_MISMATCH'],
];

const defined = [...readFileSync(file, 'latin1').matchAll(/#define\s+(\w+)\s+\(\(ULONG\)0x([0-9A-F]+)L?\)/gi)]
  .map(([, name = '', digits = '']) => [Number.parseInt(digits, 16), name] as const)
  .filter(([code]) => code < MINIDUMP_FORM || BUG_CHECKS_BEYOND.includes(code));
const known = new Set(defined.map(([code]) => code));
const rows = [...defined, ...DOCUMENTED.filter(([code]) => !known.has(code))];
const lines = rows.sort(([a], [b]) => a - b).map(([code, name]) => `${code.toString(16)} ${name}`);

writeFileSync(
  path.join(root, 'src/kernel/bug-check/names.ts'),
  `/**
 * Every bug check and live dump code with its name, a line each: bugcodes.h of the Windows SDK (10.0.28000), and what
 * Microsoft's bug check code reference has besides. Written by \`src/build/bug-check-names.ts\`.
 */
export const BUG_CHECK_NAMES = \`
${lines.join('\n')}
\`;
`,
);
console.error(`bug-check-names: ${lines.length} codes`);
