/** How a thread object was found. The order is that of trust; the first kind that a thread has is its evidence. */
export const EVIDENCE_KINDS = [
  /** The thread of the dump's own header. */
  'HeaderThread',
  /** A processor names it as its running thread. */
  'ProcessorCurrent',
  /** A processor names it as its idle thread. */
  'ProcessorIdle',
  /** A data block of exactly the size of a thread object, of the type of a thread. */
  'ThreadBlock',
  /** It is on the thread list of its process. */
  'ListWalk',
  /** The kernel's table of process and thread ids leads to it. */
  'IdTable',
  /** A manifest beside the dump names the address, and the dump holds it. */
  'Manifest',
  /** Memory there has the shape of a thread: type, stack pointers, and a process. */
  'Shape',
  /** A pointer to its process is where a thread has one. */
  'ProcessPointer',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How sure it is that the object is a thread. */
export type Confidence = 'Certain' | 'Probable' | 'Possible';

const CERTAIN: ReadonlySet<EvidenceKind> = new Set([
  'HeaderThread',
  'ProcessorCurrent',
  'ProcessorIdle',
  'ThreadBlock',
  'ListWalk',
  'IdTable',
]);

/**
 * @param typed the object carries the type of a thread
 * @param owned its process carries the type of a process
 */
export function confidenceOf(
  evidence: readonly EvidenceKind[],
  { typed, owned }: { typed: boolean; owned: boolean },
): Confidence {
  if (!typed) return 'Possible';
  if (evidence.some((kind) => CERTAIN.has(kind))) return 'Certain';
  if (owned && evidence.includes('Shape')) return 'Certain';
  return owned || evidence.length > 1 ? 'Probable' : 'Possible';
}
