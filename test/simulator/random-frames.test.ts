import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressAt, virtualAddress } from '../../src/binary/address.ts';
import type { CodePlace } from '../../src/simulator/images/code-place.ts';
import type { FunctionPlan } from '../../src/simulator/images/function-plan.ts';
import { placeFunctions, TEXT_RVA } from '../../src/simulator/images/place-functions.ts';
import type { PrologRegister, PrologStep } from '../../src/simulator/images/prolog.ts';
import { REGISTER_NUMBERS } from '../../src/simulator/images/prolog.ts';
import { textSection } from '../../src/simulator/images/text-section.ts';
import { unwindTables } from '../../src/simulator/images/unwind-tables.ts';
import { seededRandom } from '../../src/simulator/seeded-random.ts';
import { remains } from '../../src/simulator/stacks/remains.ts';
import { processorAt, runFrames } from '../../src/simulator/stacks/run-frames.ts';
import { stackMemory, stackSegment } from '../../src/simulator/stacks/stack-memory.ts';
import type { StackModule } from '../../src/stack/modules.ts';
import type { Registers } from '../../src/stack/registers.ts';
import type { UnwindData } from '../../src/stack/unwind-data.ts';
import { unwindX64 } from '../../src/stack/x64/unwind.ts';

/**
 * Call chains of functions with frames of any shape. What runs the prologs knows no unwind data, and what unwinds
 * knows no prologs: every register must come back as the caller had it.
 */

const BASE = virtualAddress(0xfffff804_10000000n);
const STACK_TOP = virtualAddress(0xfffff880_10008000n);
const XDATA_RVA = 0x20000;
const PDATA_RVA = 0x30000;
const IMAGE_BYTES = 0x40000;
const CALL_AT = 0x120;
const SEAM = 0xc0;
const REGISTERS = Object.keys(REGISTER_NUMBERS) as PrologRegister[];

interface Frame {
  readonly pushed: readonly PrologRegister[];
  readonly homed: readonly PrologRegister[];
  readonly localWords: number;
  readonly frameAt: number | undefined;
  readonly alloca: number;
  readonly xmm: boolean;
  readonly inPieces: boolean;
  readonly version: 1 | 2;
}

const frame: fc.Arbitrary<Frame> = fc.record({
  pushed: fc.shuffledSubarray(REGISTERS),
  homed: fc.subarray<PrologRegister>(['rbx', 'rbp', 'rsi', 'rdi']),
  localWords: fc.integer({ min: 8, max: 60 }),
  frameAt: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  alloca: fc.integer({ min: 0, max: 6 }),
  xmm: fc.boolean(),
  inPieces: fc.boolean(),
  version: fc.constantFrom(1, 2),
});

function planOf(shape: Frame, index: number): FunctionPlan {
  const isFramed = shape.frameAt !== undefined;
  const pushed = isFramed && !shape.pushed.includes('rbp') ? [...shape.pushed, 'rbp' as const] : shape.pushed;
  const homed = shape.homed.filter((register) => !pushed.includes(register));
  // RSP is a multiple of 16 at every call.
  const local = shape.localWords * 16 + (pushed.length % 2 === 0 ? 8 : 0);
  const home = local + pushed.length * 8 + 8;
  const prolog: PrologStep[] = [
    ...homed.map((register, place): PrologStep => ({ step: 'save', register, at: home + place * 8 })),
    ...pushed.map((register): PrologStep => ({ step: 'push', register })),
    { step: 'allocate', bytes: local },
  ];
  if (shape.frameAt !== undefined) prolog.push({ step: 'setFrame', offset: shape.frameAt * 16 });
  if (shape.xmm) prolog.push({ step: 'saveXmm6', at: 0x20 });
  const isSplit = shape.inPieces && !isFramed && !pushed.includes('r13');
  return {
    module: 'm',
    name: `f${index}`,
    callSites: [{ offset: CALL_AT }],
    prolog,
    dynamicBytes: isFramed ? shape.alloca * 16 : 0,
    unwindVersion: shape.version,
    hasHandler: index % 3 === 0,
    isExported: false,
    ...(isSplit ? { piece: { offset: SEAM, prolog: [{ step: 'save', register: 'r13', at: 0x40 }] } } : {}),
    bodyBytes: CALL_AT + 0x20,
  };
}

function buildImage(plans: readonly FunctionPlan[]) {
  const functions = placeFunctions(plans);
  const image = new Uint8Array(IMAGE_BYTES);
  image.set(
    textSection(functions, () => ({ kind: 'imported', rva: PDATA_RVA })),
    TEXT_RVA,
  );
  const { pdata, xdata } = unwindTables(functions, XDATA_RVA, TEXT_RVA);
  image.set(xdata, XDATA_RVA);
  image.set(pdata, PDATA_RVA);
  const data: UnwindData = {
    origin: 'image',
    machine: 'x64',
    functionTable: { rva: PDATA_RVA, size: pdata.length },
    read: (rva, length) => (rva + length <= image.length ? image.subarray(rva, rva + length) : undefined),
  };
  const module: StackModule = { name: 'm', base: BASE, size: IMAGE_BYTES, unwindData: () => data };
  const places = functions.map(
    (target): CodePlace => ({ target, offset: CALL_AT, address: addressAt(BASE, target.rva + CALL_AT) }),
  );
  return { module, places };
}

/** The processor after the calls, and the stack. The same seed leaves the same values behind. */
function run(places: readonly CodePlace[], seed: number) {
  const segment = stackSegment(STACK_TOP, 0x8000);
  const junk = remains(seededRandom(seed), { objects: 0xffffa38f_10000000n, staleReturns: () => [] });
  const cpu = processorAt(STACK_TOP - 0x100n, junk);
  runFrames({ places }, cpu, stackMemory([segment]), junk);
  return { cpu, segment };
}

it('an unwinder gets every register of every caller back', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 12 }), fc.nat(), (shapes, seed) => {
      const { module, places } = buildImage(shapes.map(planOf));
      const { segment } = run(places, seed);
      const read = (address: bigint, length: number) => {
        const at = Number(address - segment.limit);
        return at >= 0 && at + length <= segment.bytes.length
          ? segment.bytes.subarray(at, at + length)
          : undefined;
      };
      const stateOf = (depth: number): Registers => {
        const { cpu } = run(places.slice(0, depth), seed);
        const general = Array.from({ length: 16 }, () => virtualAddress(0n));
        for (const register of REGISTERS) {
          general[REGISTER_NUMBERS[register]] = virtualAddress(cpu.registers[register]);
        }
        const pc = places[depth - 1]?.address ?? virtualAddress(0n);
        return { machine: 'x64', pc, sp: virtualAddress(cpu.rsp), general };
      };
      let registers = stateOf(places.length);
      for (let depth = places.length - 1; depth >= 0; depth--) {
        const step = unwindX64(registers, module, read, depth === places.length - 1);
        if (step.kind === 'problem') throw new Error(step.problem);
        const expected = stateOf(depth);
        expect([step.registers.pc, step.registers.sp]).toEqual([expected.pc, expected.sp]);
        for (const register of REGISTERS) {
          const number = REGISTER_NUMBERS[register];
          expect([register, step.registers.general[number]]).toEqual([register, expected.general[number]]);
        }
        registers = step.registers;
      }
    }),
    { numRuns: 150 },
  );
});
