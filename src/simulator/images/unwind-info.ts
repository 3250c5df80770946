import { type EncodedProlog, encodeProlog } from './instructions.ts';
import { type PrologStep, REGISTER_NUMBERS } from './prolog.ts';

/** UNWIND_INFO of x64 (Microsoft "x64 exception handling"; version 2 adds epilog codes). */
export interface UnwindPlan {
  readonly version: 1 | 2;
  readonly prolog: readonly PrologStep[];
  /** Length of the popping tail at the end of the covered range; in version 2 it is described. */
  readonly epilogTailBytes: number;
  /** RVA of a language handler; two words of data for it follow. */
  readonly handler?: number;
  /** The entry that this piece continues: begin, end and unwind RVA; `framed` is that entry's frame. */
  readonly chainedTo?: { readonly entry: readonly [number, number, number]; readonly framed: number };
}

const EXCEPTION_HANDLER = 1;
const CHAINED = 4;

type Slots = readonly number[];

const slot = (offset: number, operation: number, info: number) => offset | (operation << 8) | (info << 12);

function stepSlots(step: PrologStep, end: number): Slots {
  switch (step.step) {
    case 'machineFrame':
      return [slot(end, 10, 0)];
    case 'push':
      return [slot(end, 0, REGISTER_NUMBERS[step.register])];
    case 'allocate':
      return step.bytes <= 128 ? [slot(end, 2, step.bytes / 8 - 1)] : [slot(end, 1, 0), step.bytes / 8];
    case 'setFrame':
      return [slot(end, 3, 0)];
    case 'save':
      return [slot(end, 4, REGISTER_NUMBERS[step.register]), step.at / 8];
    case 'saveXmm6':
      return [slot(end, 8, 6), step.at / 16];
  }
}

/** Version 2 lists epilogs first: the length with "one is at the end", then a filler to keep the count even. */
const epilogSlots = (tailBytes: number): Slots => [slot(tailBytes, 6, 1), slot(0, 6, 0)];

/**
 * Saves by a move count as done at the end of the prolog, where their offsets are valid, and so come first; all other
 * codes are in the reverse order of their instructions. This is what Microsoft's compiler writes.
 */
function codeSlots(plan: UnwindPlan, { bytes, ends }: EncodedProlog): number[] {
  const isMove = (step: PrologStep) => step.step === 'save' || step.step === 'saveXmm6';
  const moves = plan.prolog.filter(isMove).map((step) => stepSlots(step, bytes.length));
  const others = plan.prolog.flatMap((step, index) =>
    isMove(step) ? [] : [stepSlots(step, ends[index] ?? 0)],
  );
  return [
    ...(plan.version === 2 ? epilogSlots(plan.epilogTailBytes) : []),
    ...moves.flat(),
    ...others.toReversed().flat(),
  ];
}

export function encodeUnwindInfo(plan: UnwindPlan): Uint8Array {
  const encoded = encodeProlog(plan.prolog, plan.chainedTo?.framed);
  const slots = codeSlots(plan, encoded);
  const frame = plan.prolog.find((step) => step.step === 'setFrame');
  const flags = plan.chainedTo !== undefined ? CHAINED : plan.handler === undefined ? 0 : EXCEPTION_HANDLER;
  const padded = slots.length % 2 === 0 ? slots : [...slots, 0];
  const words = plan.chainedTo?.entry ?? (plan.handler === undefined ? [] : [plan.handler, 1, 0]);
  const info = new Uint8Array(4 + padded.length * 2 + words.length * 4);
  const data = new DataView(info.buffer);
  info[0] = plan.version | (flags << 3);
  info[1] = encoded.bytes.length;
  info[2] = slots.length;
  info[3] = frame === undefined ? 0 : REGISTER_NUMBERS.rbp | ((frame.offset / 16) << 4);
  for (const [index, value] of padded.entries()) data.setUint16(4 + index * 2, value, true);
  for (const [index, value] of words.entries()) {
    data.setUint32(4 + padded.length * 2 + index * 4, value, true);
  }
  return info;
}
