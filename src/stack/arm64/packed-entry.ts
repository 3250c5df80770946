import { type Arm64Function, isInEpilog } from './arm64-function.ts';
import type { Arm64Code } from './unwind-codes.ts';

/**
 * A function with the canonical prolog and epilog needs no .xdata: the table entry itself holds how many
 * registers they save. Source: "ARM64 exception handling", "Packed unwind data" (learn.microsoft.com).
 */

const INSTRUCTION = 4;
/** Flag 2: a part of a function without prolog and epilog. */
const FLAG_FRAGMENT = 2;
const FIRST_SAVED = 19;
const FP = 29;
const LR = 30;
/** The largest allocation by one instruction, and the largest that a pair can be stored with. */
const LARGEST_SUB = 4080;
const LARGEST_PAIR_PUSH = 512;

/** How the return address is kept: CR of the entry. */
const CR = { unchained: 0, linkSaved: 1, chainedSigned: 2, chained: 3 } as const;

interface Fields {
  readonly length: number;
  readonly vectors: number;
  readonly integers: number;
  readonly homes: boolean;
  readonly cr: number;
  readonly frameSize: number;
}

const decode = (data: number): Fields => ({
  length: ((data >>> 2) & 0x7ff) * INSTRUCTION,
  vectors: (data >>> 13) & 7,
  integers: (data >>> 16) & 0xf,
  homes: ((data >>> 20) & 1) === 1,
  cr: (data >>> 21) & 3,
  frameSize: (data >>> 23) * 16,
});

/** The instructions that save the integer registers; the first one allocates the save area. */
function integerSaves({ integers, cr }: Fields, saveArea: number): Arm64Code[] {
  const registers = Array.from({ length: integers }, (_, index) => FIRST_SAVED + index);
  // A link register without frame chain goes with the last single register, or alone.
  if (cr === CR.linkSaved) registers.push(LR);
  // No instruction stores a pair with the link register and moves the stack pointer too: two instructions do it.
  if (cr === CR.linkSaved && integers === 1) {
    return [
      { kind: 'allocate', size: saveArea },
      { kind: 'save', registers, offset: 0, release: 0 },
    ];
  }
  const codes: Arm64Code[] = [];
  for (let index = 0; index < registers.length; index += 2) {
    const pair = registers.slice(index, index + 2);
    codes.push(
      index === 0
        ? { kind: 'save', registers: pair, offset: 0, release: saveArea }
        : { kind: 'save', registers: pair, offset: index * 8, release: 0 },
    );
  }
  return codes;
}

function vectorSaves({ vectors }: Fields, first: boolean, saveArea: number): Arm64Code[] {
  if (vectors === 0) return [];
  const count = Math.ceil((vectors + 1) / 2);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'saveVector',
    release: first && index === 0 ? saveArea : 0,
  }));
}

function allocations(size: number): Arm64Code[] {
  if (size === 0) return [];
  if (size <= LARGEST_SUB) return [{ kind: 'allocate', size }];
  return [
    { kind: 'allocate', size: LARGEST_SUB },
    { kind: 'allocate', size: size - LARGEST_SUB },
  ];
}

/** The instructions of the local area and, for chained functions, of the frame record at its bottom. */
function localArea({ cr }: Fields, size: number): { codes: Arm64Code[]; setsFrame: boolean } {
  if (cr !== CR.chained && cr !== CR.chainedSigned) return { codes: allocations(size), setsFrame: false };
  const pair = [FP, LR];
  if (size <= LARGEST_PAIR_PUSH) {
    return { codes: [{ kind: 'save', registers: pair, offset: 0, release: size }], setsFrame: true };
  }
  return {
    codes: [...allocations(size), { kind: 'save', registers: pair, offset: 0, release: 0 }],
    setsFrame: true,
  };
}

/** The function of a packed entry, with the codes that its .xdata would hold. */
export function unpackFunction(begin: number, data: number): Arm64Function {
  const fields = decode(data);
  const { integers, vectors, homes, cr, frameSize, length } = fields;
  const integerBytes = integers * 8 + (cr === CR.linkSaved ? 8 : 0);
  const vectorBytes = vectors === 0 ? 0 : vectors * 8 + 8;
  // Without saved registers nothing makes room for the arguments alone: the frame is one allocation, and they are stored later.
  const homesInProlog = homes && integerBytes + vectorBytes > 0;
  const saveArea = (integerBytes + vectorBytes + (homesInProlog ? 64 : 0) + 15) & ~15;
  const integerCodes = integerSaves(fields, saveArea);
  const vectorCodes = vectorSaves(fields, integerCodes.length === 0, saveArea);
  const homeCodes: Arm64Code[] = homesInProlog ? Array.from({ length: 4 }, () => ({ kind: 'nothing' })) : [];
  const signed: Arm64Code[] = cr === CR.chainedSigned ? [{ kind: 'signReturn' }] : [];
  const local = localArea(fields, Math.max(0, frameSize - saveArea));

  const saves = [...signed, ...integerCodes, ...vectorCodes];
  const prolog = [
    ...saves,
    ...homeCodes,
    ...local.codes,
    ...(local.setsFrame ? [{ kind: 'setFrame', offset: 0 } as const] : []),
  ];
  // The epilog undoes the same, but neither the stores of the arguments nor the frame register.
  const epilog = [...saves, ...local.codes];
  // The frame of a fragment was made by the prolog that ran elsewhere.
  if ((data & 3) === FLAG_FRAGMENT)
    return { begin, length, codes: prolog.toReversed(), prologInstructions: 0, epilogAt: () => undefined };
  const only = { start: length - (epilog.length + 1) * INSTRUCTION, codes: epilog.toReversed() };
  return {
    begin,
    length,
    codes: prolog.toReversed(),
    prologInstructions: prolog.length,
    epilogAt: (offset) => (isInEpilog(only, offset) ? only : undefined),
  };
}
