import type { Dump, PageDump, TriageDump } from './dump.ts';
import { hasAttribute } from './dump-header.ts';
import { TRIAGE_OPTIONS_BUG_CHECK } from './layouts/triage.ts';
import { PAGE_SIZE } from './physical/page-map.ts';

/** How a dump came to be. */
export type OriginKind =
  /** Windows crashed and wrote it. */
  | 'BugCheck'
  /** A running Windows wrote all of its kernel memory (SysDbgGetLiveKernelDump). */
  | 'LiveDump'
  /** A running Windows wrote the kernel stacks of its threads. */
  | 'LiveThreadStacks'
  /** A running Windows wrote chosen threads (SysDbgGetTriageDump). */
  | 'TriageCapture'
  | 'Debugger'
  /** Made from another dump or from a machine that did not run. */
  | 'Offline'
  | 'Hibernation'
  | 'Unknown';

export interface Origin {
  readonly kind: OriginKind;
  /** What in the file shows it. */
  readonly because: string;
}

/** LIVE_SYSTEM_DUMP of bugcodes.h: what Task Manager and the storage cmdlets put into live dumps. */
const LIVE_SYSTEM_DUMP = 0x161;

const live = 'the attribute LiveDumpGeneratedDump is set';

function triageOrigin({ header, triage }: TriageDump): Origin {
  const { TriageOptions, SizeOfDump } = triage.block.fields;
  const fromLive = hasAttribute(header, 'LiveDumpGeneratedDump');
  if (hasAttribute(header, 'KernelGeneratedTriageDump'))
    return fromLive
      ? { kind: 'LiveDump', because: live }
      : { kind: 'BugCheck', because: 'the attribute KernelGeneratedTriageDump is set' };
  // Windows makes small dumps from live kernel reports with the writer that bug checks use.
  if (TriageOptions === TRIAGE_OPTIONS_BUG_CHECK)
    return fromLive
      ? { kind: 'LiveDump', because: live }
      : { kind: 'BugCheck', because: 'its options are those that the bug check writer leaves' };
  // Reports about command 29 agree on this; no sample of it was at hand.
  if (header.get('RequiredDumpSpace') === BigInt(SizeOfDump))
    return {
      kind: 'TriageCapture',
      because: 'it needs exactly its own size, as captures of chosen threads do',
    };
  return { kind: 'Unknown', because: 'no writer is known to leave such triage options' };
}

function bitmapOrigin({ header, pages }: PageDump): Origin {
  if (hasAttribute(header, 'LiveDumpGeneratedDump'))
    return hasAttribute(header, 'SelectiveLiveDump')
      ? { kind: 'LiveThreadStacks', because: `${live}, and so is the bit of selective dumps` }
      : { kind: 'LiveDump', because: live };
  if (pages.firstPage !== undefined && pages.firstPage % PAGE_SIZE !== 0)
    return { kind: 'Debugger', because: 'its pages are not aligned in the file' };
  if (header.get('BugCheckCode') === LIVE_SYSTEM_DUMP)
    return { kind: 'LiveDump', because: 'its bug check code is LIVE_SYSTEM_DUMP' };
  return { kind: 'BugCheck', because: 'nothing shows that it was made in another way' };
}

/** How the dump was made, and the evidence. */
export function originOf(dump: Dump): Origin {
  const { header } = dump;
  if (hasAttribute(header, 'DumpIsGeneratedOffline'))
    return { kind: 'Offline', because: 'the attribute DumpIsGeneratedOffline is set' };
  if (hasAttribute(header, 'HiberCrash'))
    return { kind: 'Hibernation', because: 'the attribute HiberCrash is set' };
  if (dump.kind === 'triage') return triageOrigin(dump);
  if (dump.format === 'RangeKernel' || dump.format === 'RangeActive' || dump.format === 'RangeFull')
    return { kind: 'Debugger', because: 'only debuggers write range dumps' };
  if (dump.kind === 'pages') return bitmapOrigin(dump);
  return { kind: 'Unknown', because: 'a header alone does not show it' };
}
