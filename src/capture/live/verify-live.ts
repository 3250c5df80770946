import { openFileSource } from '../../binary/byte-source.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { LiveCheck } from '../../contract/generated/types.ts';
import type { Dump, PageDump } from '../../dump/dump.ts';
import { hasAttribute } from '../../dump/dump-header.ts';
import { openDump } from '../../dump/open-dump.ts';

/** What was read back from the file that the kernel wrote. */
export interface VerifiedLive {
  readonly size: number;
  readonly pages: number;
  readonly checks: readonly LiveCheck[];
}

const hex = (value: number | bigint) => `0x${value.toString(16)}`;

function unverified(path: string, reason: string, cause?: unknown): Failure {
  return new Failure(
    'CaptureUnverified',
    `The kernel reported success, but the file is no whole dump: ${reason}`,
    {
      target: path,
      cause,
    },
  );
}

/** Opening proves both signatures and that the header, which the kernel writes last, is there. */
function open(path: string): Dump {
  const source = openFileSource(path);
  try {
    return openDump(source);
  } catch (thrown) {
    source.close();
    throw unverified(path, asFailure(thrown).message, thrown);
  }
}

function requirePages(dump: Dump, path: string): PageDump {
  if (dump.kind === 'pages' && (dump.format === 'BitmapKernel' || dump.format === 'BitmapFull')) return dump;
  throw unverified(path, `it is of type ${dump.header.raw('DumpType')}, not a bitmap dump`);
}

/** Damage and missing pages decide; what the reader only notes does not. */
function refuseDamage({ findings }: PageDump, path: string): void {
  const worst = findings.list.find(({ effect }) => effect === 'damaged' || effect === 'truncated');
  if (worst !== undefined) throw unverified(path, worst.message);
}

/** Reported to hold in live dumps, but unproven: a difference is reported and decides nothing. */
function reportedChecks({ header }: PageDump, size: number, threadStacks: boolean): LiveCheck[] {
  const required = header.get('RequiredDumpSpace');
  const space: LiveCheck =
    required === undefined
      ? { check: 'RequiredSpace', passed: false, detail: 'The header does not hold it.' }
      : {
          check: 'RequiredSpace',
          passed: required === BigInt(size),
          detail: `The header states ${required} bytes, the file has ${size}.`,
        };
  const live = hasAttribute(header, 'LiveDumpGeneratedDump');
  const marks: LiveCheck[] = [{ check: 'MarkedAsLiveDump', passed: live }];
  if (threadStacks) {
    marks.push({ check: 'MarkedAsSelective', passed: hasAttribute(header, 'SelectiveLiveDump') });
  }
  return [space, ...marks];
}

/**
 * Reads a live dump back from the disk: header written, both signatures, type, bitmap against the count in its block, and
 * the last page inside the file. In memory proportional to the bitmap.
 * @throws Failure CaptureUnverified
 */
export function verifyLive(path: string, threadStacks: boolean): VerifiedLive {
  const dump = open(path);
  try {
    const pages = requirePages(dump, path);
    refuseDamage(pages, path);
    const { map } = pages.pages.physical;
    if (map.pages === 0) throw unverified(path, 'it holds no page');
    const { size } = dump.source;
    const firstPage = pages.pages.firstPage ?? 0;
    return {
      size,
      pages: map.pages,
      checks: [
        { check: 'Header', passed: true, detail: 'Written, and the kernel writes it last.' },
        { check: 'Signatures', passed: true },
        { check: 'Type', passed: true, detail: `${dump.header.raw('DumpType')} (${pages.format})` },
        { check: 'BitmapCount', passed: true, detail: `${map.pages} bits are set, as the block states.` },
        {
          check: 'PagesInFile',
          passed: true,
          detail: `The pages are from ${hex(firstPage)} to ${hex(firstPage + map.pages * 0x1000)} of ${hex(size)}.`,
        },
        ...reportedChecks(pages, size, threadStacks),
      ],
    };
  } finally {
    dump.source.close();
  }
}
