/**
 * How a function of the simulated kernel sets up its stack frame: the single source of its instructions, its unwind
 * codes and of what running it leaves on a kernel stack.
 */

/** The registers that an x64 callee must preserve, with their numbers in instructions and unwind codes. */
export const REGISTER_NUMBERS = {
  rbx: 3,
  rbp: 5,
  rsi: 6,
  rdi: 7,
  r12: 12,
  r13: 13,
  r14: 14,
  r15: 15,
} as const;

export type PrologRegister = keyof typeof REGISTER_NUMBERS;

export type PrologStep =
  /** The processor, or software in its place, pushed SS, RSP, RFLAGS, CS and RIP before the first instruction. */
  | { readonly step: 'machineFrame' }
  | { readonly step: 'push'; readonly register: PrologRegister }
  | { readonly step: 'allocate'; readonly bytes: number }
  /** RBP = RSP + offset; the offset is a multiple of 16 up to 240. */
  | { readonly step: 'setFrame'; readonly offset: number }
  /** A save by a move; `at` counts from the stack pointer at the end of the prolog. */
  | { readonly step: 'save'; readonly register: PrologRegister; readonly at: number }
  | { readonly step: 'saveXmm6'; readonly at: number };

export interface FramePlan {
  readonly prolog: readonly PrologStep[];
  /** Bytes taken after the prolog (alloca), which unwind data does not mention; needs `setFrame`. */
  readonly dynamicBytes: number;
}

const push = (register: PrologRegister): PrologStep => ({ step: 'push', register });
const allocate = (bytes: number): PrologStep => ({ step: 'allocate', bytes });
const save = (register: PrologRegister, at: number): PrologStep => ({ step: 'save', register, at });

/** Entry code that builds a KTRAP_FRAME below a machine frame: error code, RBP at +0x158, RBX, RDI, RSI from +0x140. */
function trapFrameProlog(dynamicBytes: number): FramePlan {
  return {
    prolog: [
      { step: 'machineFrame' },
      allocate(8),
      push('rbp'),
      allocate(0x158),
      { step: 'setFrame', offset: 0x80 },
      save('rbx', 0x140),
      save('rdi', 0x148),
      save('rsi', 0x150),
    ],
    dynamicBytes,
  };
}

/** Functions with frames of a kind of their own; by the name of the function that the unwind entry covers. */
const PARTICULAR: Readonly<Record<string, FramePlan>> = {
  // Room for the copied arguments is below the trap frame.
  'nt!KiSystemCall64': trapFrameProlog(0x70),
  'nt!KiApcInterrupt': trapFrameProlog(0x20),
  'nt!KiIpiInterrupt': trapFrameProlog(0x20),
  'nt!KySwitchKernelStackCallout': {
    prolog: [{ step: 'machineFrame' }, allocate(0x38)],
    dynamicBytes: 0,
  },
  'nt!IopParseDevice': {
    prolog: [
      push('rbp'),
      push('rbx'),
      push('rsi'),
      push('rdi'),
      push('r12'),
      push('r13'),
      push('r14'),
      push('r15'),
      allocate(0x128),
      { step: 'setFrame', offset: 0x30 },
      { step: 'saveXmm6', at: 0x110 },
    ],
    dynamicBytes: 0x40,
  },
};

interface Shape {
  readonly registers: readonly PrologRegister[];
  /** Registers saved in the caller's home space instead of pushed. */
  readonly homed: readonly PrologRegister[];
  readonly isFramed: boolean;
}

/** The prologs that compilers write, from large to small; code sizes with a short allocation. */
const SHAPES: ReadonlyArray<Shape & { readonly codeBytes: number }> = [
  { registers: ['rdi', 'r14', 'r15'], homed: ['rbx', 'rbp', 'rsi'], isFramed: false, codeBytes: 27 },
  {
    registers: ['rbp', 'rbx', 'rsi', 'rdi', 'r12', 'r13', 'r14', 'r15'],
    homed: [],
    isFramed: false,
    codeBytes: 19,
  },
  { registers: ['rbp', 'rbx', 'r14'], homed: [], isFramed: true, codeBytes: 16 },
  { registers: ['rdi'], homed: ['rbx'], isFramed: false, codeBytes: 13 },
  { registers: ['rbx'], homed: [], isFramed: false, codeBytes: 8 },
  { registers: [], homed: [], isFramed: false, codeBytes: 7 },
];

/**
 * A frame for a function: particular ones as they are, any other of a usual shape that its hash selects and whose
 * code ends before `roomBytes`.
 */
export function planFrame(name: string, hash: number, roomBytes: number): FramePlan {
  const particular = PARTICULAR[name];
  if (particular !== undefined) return particular;
  const fitting = SHAPES.filter((shape) => shape.codeBytes <= roomBytes);
  const shape = fitting[(hash >>> 8) % Math.max(1, fitting.length)] ?? SHAPES[SHAPES.length - 1];
  return shape === undefined ? { prolog: [], dynamicBytes: 0 } : shapeFrame(shape, hash);
}

function shapeFrame({ registers, homed, isFramed }: Shape, hash: number): FramePlan {
  // On entry RSP is 8 beyond a multiple of 16; after the allocation it must be such a multiple.
  const odd = registers.length % 2 === 0 ? 8 : 0;
  const local = 0x20 + 0x10 * ((hash >>> 16) % 12) + odd;
  const frameBytes = local + registers.length * 8;
  const prolog: PrologStep[] = [
    ...homed.map((register, index) => save(register, frameBytes + 8 + index * 8)),
    ...registers.map(push),
    allocate(local),
  ];
  if (isFramed) prolog.push({ step: 'setFrame', offset: 0x20 });
  return { prolog, dynamicBytes: isFramed ? 0x30 : 0 };
}

/** Bytes between the stack pointer at the end of the prolog and that at the function's entry. */
export function frameBytes(prolog: readonly PrologStep[]): number {
  return prolog.reduce((sum, step) => {
    if (step.step === 'push') return sum + 8;
    return step.step === 'allocate' ? sum + step.bytes : sum;
  }, 0);
}
