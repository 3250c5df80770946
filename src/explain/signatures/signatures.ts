import { readWholeFile } from '../../binary/whole-file.ts';
import { Failure } from '../../contract/failure.ts';
import type { SignatureFile } from '../../contract/generated/types.ts';
import { validateSignatureFile } from '../../contract/generated/validators/signature-file.js';
import { violationText } from '../../contract/violation-text.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import known from './known.json' with { type: 'json' };
import { type IsThirdParty, matchStack } from './match-stack.ts';

export type Signature = SignatureFile['signatures'][number];
/** An object of a wait that is known to be what it is, in the words that signatures use. */
export type AwaitedKind = NonNullable<Signature['awaits']>[number];
export type SignatureFact = NonNullable<Signature['facts']>[number];

/** Larger files are not signatures. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** A known way to hang that a chain shows. Its text is of class Pattern, never stronger. */
export interface SignatureMatch {
  readonly id: string;
  readonly meaning: string;
  readonly next: string;
  readonly source: string;
  /** Frames that fitted, innermost first; empty for a signature of facts alone. */
  readonly frames: readonly string[];
}

export interface SubjectStack {
  /** Innermost first. */
  readonly frames: readonly NamedFrame[];
  /** What its thread waits for; absent where the object does not show it. */
  readonly awaits?: AwaitedKind | undefined;
  /** The wait reason of its thread; absent where it is not known. */
  readonly waitReason?: string | undefined;
}

/** What a signature is held against. */
export interface SignatureSubject {
  /** Stacks of the threads that decide: the holder's, and one of the waiters'. */
  readonly stacks: readonly SubjectStack[];
  readonly facts: ReadonlySet<SignatureFact>;
  /** Of the dump's Windows; absent where it is not known. */
  readonly build?: number;
}

function readSignatureFile(path: string): SignatureFile {
  const text = readWholeFile(path, LARGEST_FILE).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    throw new Failure('InvalidRequest', `${path} is not JSON: ${(thrown as Error).message}`, {
      target: path,
    });
  }
  if (validateSignatureFile(value)) return value;
  const [first] = validateSignatureFile.errors ?? [];
  const wrong = first ? violationText(first, { whole: 'the file', prefix: 'file' }) : 'the file is not valid';
  throw new Failure('InvalidRequest', `${path}: ${wrong}`, { target: path });
}

/**
 * The known signatures and those of the user's files; a user's signature replaces a known one of the same id.
 * @throws Failure FileNotFound, FileUnreadable, InvalidRequest for a file that is no signature file
 */
export function loadSignatures(paths: readonly string[] = []): readonly Signature[] {
  // Which texts of the JSON are members of an enumeration only the schema checks (test/explain/signatures).
  const { signatures } = known as unknown as SignatureFile;
  const byId = new Map(signatures.map((signature) => [signature.id, signature]));
  for (const path of paths) {
    for (const signature of readSignatureFile(path).signatures) byId.set(signature.id, signature);
  }
  return [...byId.values()];
}

/** What a search for signatures may still cost, in comparisons of a pattern with a frame. It ends where nothing is left. */
export interface PatternWork {
  left: number;
}

/** The frames that decide, or undefined when the signature does not fit. */
function framesThatFit(
  { stacks: patterns, facts: needed, awaits: wanted, waitReasons, minimumBuild }: Signature,
  { stacks, facts, build }: SignatureSubject,
  isThirdParty: IsThirdParty,
  work: PatternWork,
): readonly NamedFrame[] | undefined {
  if (minimumBuild !== undefined && build !== undefined && build < minimumBuild) return undefined;
  if (needed?.every((fact) => facts.has(fact)) === false) return undefined;
  if (patterns === undefined) return [];
  const reasons: readonly string[] | undefined = waitReasons;
  for (const { frames, awaits, waitReason } of stacks) {
    // What the object of the wait is weighs more than what functions suggest.
    if (wanted !== undefined && awaits !== undefined && !wanted.includes(awaits)) continue;
    if (reasons !== undefined && (waitReason === undefined || !reasons.includes(waitReason))) continue;
    for (const pattern of patterns) {
      if (work.left <= 0) return undefined;
      work.left -= frames.length;
      const matched = matchStack(pattern, frames, isThirdParty);
      if (matched !== undefined) return matched;
    }
  }
  return undefined;
}

/**
 * The signatures that a subject shows, in the order of its stacks. All facts of a signature must hold, and one of its stacks must
 * fit one of the subject's. An object fact is never contradicted: a signature with facts that do not hold, or of a thread that waits for
 * something else, is not shown, whatever the stack. A signature that replaces a more general one is shown alone.
 * @param work what the search may cost; without it the search goes to its end
 */
export function matchSignatures(
  signatures: readonly Signature[],
  subject: SignatureSubject,
  isThirdParty: IsThirdParty,
  work: PatternWork = { left: Number.POSITIVE_INFINITY },
): SignatureMatch[] {
  const found = new Map<Signature, readonly NamedFrame[]>();
  // Stack by stack, so that what the first stack shows comes first.
  for (const stack of [{ frames: [] }, ...subject.stacks]) {
    for (const signature of signatures) {
      if (found.has(signature)) continue;
      const frames = framesThatFit(signature, { ...subject, stacks: [stack] }, isThirdParty, work);
      if (frames !== undefined) found.set(signature, frames);
    }
  }
  const replaced = new Set([...found.keys()].flatMap(({ replaces = [] }) => replaces));
  return [...found]
    .filter(([{ id }]) => !replaced.has(id))
    .map(([{ id, meaning, next, source }, frames]) => ({
      id,
      meaning,
      next,
      source,
      frames: frames.map(({ text }) => text),
    }));
}
