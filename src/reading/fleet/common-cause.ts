import type { WaitChain } from '../../contract/generated/types.ts';
import { type EvidenceClass, weakestClass } from '../../explain/model.ts';

/** What several computers may share of a cause: something outside of any of them, or the same program or driver. */
export interface CommonCause {
  /** Equal for one cause on several computers. */
  readonly key: string;
  /** Of the thing itself: `\\fileserver`, `\Driver\disk`, `w3wp.exe`. */
  readonly target: string;
  /** After a count of computers: `wait for the file server \\fileserver`. */
  readonly words: string;
  /** That the chain ends at this thing. */
  readonly evidence: EvidenceClass;
}

/** `\\fileserver` of `\\fileserver\share\…`; undefined for a path on a volume or a pipe of this computer. */
function fileServerOf(file: string | undefined): string | undefined {
  const server = /^\\\\([^\\]+)\\/.exec(file ?? '')?.[1];
  return server === undefined || server === '.' || server === '?' ? undefined : `\\\\${server.toLowerCase()}`;
}

/**
 * The file server that the statements of an answer without a known owner lead to: a likely holder of the lock, whose request is about a
 * file there. Undefined where they name none, or several.
 */
function likelyServerOf({ explanation }: WaitChain): string | undefined {
  const servers = new Set(
    explanation.flatMap(({ text }) => {
      const file = /\bpending, about (\\\\[^\\\s]+\\\S*)/.exec(text)?.[1];
      return fileServerOf(file) ?? [];
    }),
  );
  const [only] = servers;
  return servers.size === 1 ? only : undefined;
}

/** Kinds of ends at which the owner is missing, and statements may name a likely one. */
const WITHOUT_OWNER = new Set<WaitChain['rootKind']>(['NoOwnerKnown', 'OwnerNotInDump']);

const atServer = (server: string, evidence: EvidenceClass): CommonCause => ({
  key: `server ${server}`,
  target: server,
  words: `wait for the file server ${server}`,
  evidence,
});

/** The class of the statements that name a text, or that of the whole answer where none does. */
function classOfName({ explanation, evidence }: WaitChain, name: string): EvidenceClass {
  const naming = explanation.filter(({ text }) => text.toLowerCase().includes(name));
  return weakestClass([evidence, ...naming.map((statement) => statement.evidence)]);
}

/** Phrases for the kinds of ends at a program. */
const AT_PROGRAM: Readonly<Partial<Record<WaitChain['rootKind'], (name: string) => string>>> = {
  ServerReply: (name) => `wait for an answer of ${name}`,
  ProcessExit: (name) => `wait for ${name} to end`,
  Running: (name) => `wait for a thread of ${name} that runs`,
  Ready: (name) => `wait for a thread of ${name} that gets no processor`,
  Sleeping: (name) => `wait for a thread of ${name} that sleeps`,
  Suspended: (name) => `wait for a suspended thread of ${name}`,
  UserMode: (name) => `wait for a thread of ${name} that waits in user mode`,
};

const PLAIN: Readonly<Partial<Record<WaitChain['rootKind'], string>>> = {
  OwnerNotInDump: 'wait for an owner that no dump contains',
  OwnerPointer: 'wait for a lock with an owner that is no thread',
  NoOwnerKnown: 'wait for something without a known owner',
  WaitNotInDump: 'wait for something that no dump contains',
  NotWaiting: 'wait for a thread that does not wait',
};

const programOf = ({ rootProcessName, rootThread, threads }: WaitChain): string =>
  rootProcessName ?? rootThread?.processName ?? threads[0]?.processName ?? 'a program without a name';

/** What a cause on one computer has in common with causes on others. Pure. */
export function commonCause(chain: WaitChain): CommonCause {
  const { rootKind, rootFileName, rootDriver, evidence, cycle = [] } = chain;
  if (rootKind === 'Deadlock') {
    const programs = [...new Set(cycle.map(({ thread }) => thread.processName ?? 'a program'))].sort();
    const target = programs.length === 0 ? programOf(chain) : programs.join(', ');
    return {
      key: `deadlock ${target.toLowerCase()}`,
      target,
      words: `have a deadlock in ${target}`,
      evidence,
    };
  }
  if (rootKind === 'PendingIo') {
    const server = fileServerOf(rootFileName);
    if (server !== undefined) return atServer(server, classOfName(chain, server));
    const target = rootDriver ?? 'an unknown driver';
    return {
      key: `driver ${target.toLowerCase()}`,
      target,
      words: `wait for a request that ${target} has not finished`,
      evidence,
    };
  }
  const likely = WITHOUT_OWNER.has(rootKind) ? likelyServerOf(chain) : undefined;
  // The way there goes over every statement of the answer.
  if (likely !== undefined)
    return atServer(likely, weakestClass([evidence, ...chain.explanation.map((each) => each.evidence)]));
  const program = programOf(chain);
  const words = AT_PROGRAM[rootKind]?.(program) ?? `${PLAIN[rootKind] ?? 'wait'}, in ${program}`;
  return { key: `${rootKind} ${program.toLowerCase()}`, target: program, words, evidence };
}
