import { formatAddress, virtualAddress } from '../../binary/address.ts';
import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { isoFromFileTime, millisecondsFromUnits } from '../../contract/time.ts';
import type { Dump } from '../../dump/dump.ts';
import { dumpAttributes } from '../../dump/dump-header.ts';
import { type OriginKind, originOf } from '../../dump/origin.ts';
import { bugCheckName } from '../../kernel/bug-check/bug-check-name.ts';
import { captureMeaning } from '../../kernel/capture-parameters.ts';
import { dumpComment } from '../../kernel/dump-comment.ts';
import { asPrintable } from '../../kernel/guards.ts';
import type { KernelObjects } from '../../kernel/kernel-objects.ts';
import { addresses, defined } from './record-tools.ts';

/** Machine types of winnt.h that kernel dumps of 64-bit Windows carry. */
const ARCHITECTURES: Readonly<Record<number, string>> = { 34404: 'x64', 43620: 'arm64' };
/** VER_NT_WORKSTATION and so on of winnt.h. */
const PRODUCT_TYPES: Readonly<Record<number, string>> = {
  1: 'Workstation',
  2: 'DomainController',
  3: 'Server',
};

/** Captures write the threads that they hold where crashes have the parameters of their code. */
const MAY_BE_CAPTURES: ReadonlySet<OriginKind> = new Set(['TriageCapture', 'Unknown']);

function bugCheckFields(
  { header }: Dump,
  { threads }: KernelObjects,
  origin: OriginKind,
): Partial<DumpRecord> {
  const code = header.get('BugCheckCode');
  const values = ([1, 2, 3, 4] as const).map((index) => header.get(`BugCheckParameter${index}`));
  const parameters = values.filter((value) => value !== undefined);
  const inside: ReadonlySet<bigint> = new Set(threads.map(({ address }) => address));
  return defined({
    bugCheckCode: code === undefined ? undefined : `0x${code.toString(16)}`,
    bugCheckName: code === undefined ? undefined : bugCheckName(code),
    bugCheckParameters: parameters.length === values.length ? parameters.map(formatAddress) : undefined,
    bugCheckMeaning: MAY_BE_CAPTURES.has(origin) ? captureMeaning(parameters, inside) : undefined,
  }) as Partial<DumpRecord>;
}

/** `19041.1.amd64fre.vb_release.191206-1406` and a NUL fit. */
const LONGEST_BUILD_LAB = 64;

/** NtBuildLab: branch and time of the build. */
function buildLab(dump: Dump): string | undefined {
  const place = dump.debuggerData()?.known('NtBuildLab');
  return place ? asPrintable(dump.memory.read(virtualAddress(place), LONGEST_BUILD_LAB).bytes) : undefined;
}

function contentFields(dump: Dump): Partial<DumpRecord> {
  switch (dump.kind) {
    case 'triage':
      return { dataBlocks: dump.triage.dataBlocks.length };
    case 'pages':
      return { pages: dump.pages.physical.map.pages, paging: dump.pages.mode.name };
    case 'header':
      return {};
  }
}

/** What the header shows about the system and about how the dump came to be. */
export function headerRecord(dump: Dump, objects: KernelObjects): Partial<DumpRecord> {
  const { header } = dump;
  const machineType = header.get('MachineImageType');
  const productType = header.get('ProductType');
  const systemTime = header.get('SystemTime');
  const upTime = header.get('SystemUpTime');
  const attributes = dumpAttributes(header);
  const origin = originOf(dump);
  return {
    origin: origin.kind,
    originReason: origin.because,
    ...(defined({
      attributes: attributes && [...attributes],
      windowsBuild: header.get('MinorVersion'),
      windowsBuildLab: buildLab(dump),
      architecture: machineType === undefined ? undefined : ARCHITECTURES[machineType],
      productType: productType === undefined ? undefined : PRODUCT_TYPES[productType],
      processors: header.get('NumberProcessors'),
      systemTime: systemTime === undefined ? undefined : isoFromFileTime(systemTime),
      upTimeMs: upTime === undefined ? undefined : millisecondsFromUnits(upTime),
      comment: dumpComment(dump),
    }) as Partial<DumpRecord>),
    ...addresses({ directoryTableBase: header.get('DirectoryTableBase') }),
    ...contentFields(dump),
    ...bugCheckFields(dump, objects, origin.kind),
  };
}
