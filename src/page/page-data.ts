/**
 * What the report holds as JSON; the page has no other data. The program writes it, the page shows it; neither imports more of the
 * other. Texts are shown as text and never as markup. Optional fields are absent where the dumps do not hold the fact.
 */

/** How a statement is known, strongest first. */
export type PageEvidence = 'Memory' | 'Derived' | 'Stack' | 'Pattern' | 'Guess';

export interface PageStatement {
  readonly text: string;
  readonly evidence: PageEvidence;
  /** What the statement rests on. */
  readonly basis?: string;
}

/** Position in `PageData.threads`. */
export type ThreadIndex = number;
/** Position in `PageData.stacks`. */
export type StackIndex = number;

export interface PageThread {
  readonly threadId?: number;
  readonly processId?: number;
  readonly process?: string;
  readonly address: string;
  /** Position in `dumps`. */
  readonly dump?: number;
  readonly state?: string;
  readonly waitReason?: string;
  readonly waitMs?: number;
  readonly waitingFor?: string;
  readonly waitEvidence?: PageEvidence;
  readonly heldBy?: readonly string[];
  readonly heldByEvidence?: PageEvidence;
  /** The first exact frame below the wait itself. */
  readonly doing?: string;
  readonly stack?: StackIndex;
  /** Why the stack has no more frames, where it is not whole. */
  readonly stackEnd?: string;
  /** Waits for work, as it should. */
  readonly isIdle?: boolean;
  /** Places of the causes that hold the thread up. */
  readonly causes?: readonly number[];
  readonly requests?: readonly PageRequest[];
}

/** An I/O request that is not finished. */
export interface PageRequest {
  readonly address: string;
  readonly function: string;
  readonly driver?: string;
  readonly file?: string;
  readonly isMarkedPending?: boolean;
  readonly evidence: PageEvidence;
}

export interface PageFrame {
  /** `module!function`, without the offset. */
  readonly name: string;
  /** Position in `modules`. */
  readonly module?: number;
  /** Found by a scan of the stack, and not by unwind data. */
  readonly isGuess?: boolean;
}

export interface PageStack {
  /** Positions in `frames`, innermost first. */
  readonly frames: readonly number[];
}

export interface PageModule {
  readonly name: string;
  /** Another maker than Microsoft built it, as far as its name shows. */
  readonly isThirdParty?: boolean;
}

export type GraphNodeKind = 'Threads' | 'Lock' | 'Request' | 'Driver' | 'Process' | 'Object' | 'Missing';

export interface PageNode {
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly title: string;
  /** Further lines, in smaller type. */
  readonly lines: readonly string[];
  readonly threads?: readonly ThreadIndex[];
  readonly isInCycle?: boolean;
  /** What everything waits for in the end. */
  readonly isRoot?: boolean;
}

export interface PageEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly evidence: PageEvidence;
  readonly isInCycle?: boolean;
}

export interface PageGraph {
  readonly nodes: readonly PageNode[];
  readonly edges: readonly PageEdge[];
}

/** One step of the way from the waiters to what holds them up. */
export interface BlockedStep {
  readonly waiters: string;
  readonly waiterCount: number;
  readonly waitMs?: number;
  readonly waiterThreads: readonly ThreadIndex[];
  /** Stack of one of the waiters. */
  readonly waiterStack?: readonly string[];
  readonly waitsFor: string;
  /** Of threads that do not wait: what they do while their request is not finished. */
  readonly activity?: 'Running' | 'Ready' | 'Ended';
  /** What the owner is, in words; absent where nothing is known to own it. */
  readonly heldBy?: string;
  readonly evidence: PageEvidence;
  readonly basis?: string;
}

export interface PageCause {
  /** Its place among the causes, from 1. */
  readonly rank: number;
  /** The dumps that it is in, where the report is about several machines. */
  readonly where?: string;
  readonly headline: string;
  readonly evidence: PageEvidence;
  readonly rootKind: string;
  readonly isDeadlock: boolean;
  readonly brokenByTimeout?: boolean;
  readonly threadCount: number;
  readonly longestWaitMs?: number;
  readonly statements: readonly PageStatement[];
  readonly patterns: readonly { readonly id: string; readonly meaning: string; readonly source: string }[];
  readonly nextSteps: readonly string[];
  readonly notKnown: readonly string[];
  readonly missingThreads: readonly string[];
  readonly graph: PageGraph;
  readonly steps: readonly BlockedStep[];
  /** The thread or party at the end, and its stack. */
  readonly end?: { readonly title: string; readonly stack?: readonly string[] };
}

export interface PageDriver {
  readonly name: string;
  readonly path: string;
  readonly base: string;
  readonly size: number;
  readonly version?: string;
  /** When it was linked, or that its stamp is a hash. */
  readonly linked?: string;
  readonly isThirdParty?: boolean;
  /** Threads with a frame of it. */
  readonly threadCount: number;
  /** `Pdb`, `Export` (the nearest one), or `None` where its frames have no names; absent where no stack has a frame of it. */
  readonly namesFrom?: string;
  readonly pdb?: string;
}

export interface PageCrash {
  readonly dump: number;
  readonly code: string;
  readonly name?: string;
  readonly summary?: string;
  readonly arguments: readonly {
    readonly number: number;
    readonly value: string;
    readonly means?: string;
    readonly text?: string;
  }[];
  readonly where?: string;
  readonly exception?: string;
  readonly suspect?: {
    readonly file: string;
    readonly place: string;
    readonly reason: string;
  } & PageStatement;
  readonly stack: readonly string[];
  readonly stackEnd?: string;
  readonly registers: readonly { readonly name: string; readonly value: string }[];
}

export interface ReportDump {
  readonly name: string;
  /** Absent for live threads. */
  readonly path?: string;
  /** Absent where the file itself was not read. */
  readonly size?: number;
  readonly sha256?: string;
  readonly format: string;
  readonly origin?: string;
  readonly originReason?: string;
  readonly completeness: string;
  readonly reasons: readonly string[];
  readonly findings: readonly string[];
  readonly taken?: string;
  readonly upTimeMs?: number;
  readonly system: string;
  readonly hardware?: string;
  readonly hasManifest?: boolean;
  /** Where the offsets of kernel structures come from, with the structures of each source. */
  readonly layoutSources: readonly { readonly source: string; readonly structures: readonly string[] }[];
  readonly drivers: readonly PageDriver[];
}

export interface PageData {
  readonly title: string;
  /** One line under the title. */
  readonly subtitle: string;
  /** When the report was made; ISO 8601. */
  readonly made: string;
  readonly tool: string;
  /** The simulated machine; absent for dumps of real ones. */
  readonly simulated?: string;
  readonly isRedacted: boolean;
  /** What the width of a stack means at first. */
  readonly weight?: 'threads' | 'wait';
  readonly totals: {
    readonly threads: number;
    readonly running?: number;
    readonly ready?: number;
  };
  readonly causes: readonly PageCause[];
  readonly crashes: readonly PageCrash[];
  readonly threads: readonly PageThread[];
  readonly stacks: readonly PageStack[];
  readonly frames: readonly PageFrame[];
  readonly modules: readonly PageModule[];
  readonly dumps: readonly ReportDump[];
  /** What the dumps do not show, and warnings of reading them. */
  readonly notKnown: readonly string[];
}
