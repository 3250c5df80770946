import type { ByteSource } from '../binary/byte-source.ts';
import type { DebuggerData } from './debugger-data.ts';
import type { DumpHeader } from './dump-header.ts';
import type { Findings } from './finding.ts';
import type { DumpFormat } from './format.ts';
import type { Memory } from './memory/memory.ts';
import type { LoadedDriver, UnloadedDriver } from './modules.ts';
import type { PageContents } from './physical/page-contents.ts';
import type { SecondaryBlob } from './secondary-data.ts';
import type { TriageContents } from './triage/triage-contents.ts';
import type { Work } from './work.ts';

/** An open dump file. Close its `source` when done. */
interface AnyDump {
  readonly source: ByteSource;
  readonly header: DumpHeader;
  readonly format: DumpFormat;
  /** What was noticed so far; reading more of the file may add to it. */
  readonly findings: Findings;
  /** What reading it has cost, and may cost. */
  readonly work: Work;
  readonly memory: Memory;
  debuggerData(): DebuggerData | undefined;
  drivers(): readonly LoadedDriver[];
  unloadedDrivers(): readonly UnloadedDriver[];
  secondaryData(): readonly SecondaryBlob[];
}

/** Chosen pieces of virtual memory. */
export interface TriageDump extends AnyDump {
  readonly kind: 'triage';
  readonly triage: TriageContents;
}

/** Pages of physical memory, and the virtual memory that their tables describe. */
export interface PageDump extends AnyDump {
  readonly kind: 'pages';
  readonly pages: PageContents;
}

/** A header and nothing else. */
export interface HeaderDump extends AnyDump {
  readonly kind: 'header';
}

export type Dump = TriageDump | PageDump | HeaderDump;
