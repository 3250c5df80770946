import {
  encodeEpilog,
  encodeProlog,
  FIVE_BYTE_NOP,
  importCall,
  nearCall,
  SYSTEM_CALL,
} from './instructions.ts';
import { type PlacedFunction, TEXT_RVA, wholeProlog } from './place-functions.ts';
import { frameBytes } from './prolog.ts';

const NOP = 0x90;
const BREAKPOINT = 0xcc;

/** Resolves a callee to its RVA in the same image, or to the RVA of the pointer by which another image is reached. */
export type CalleeResolver = (callee: string | undefined) => {
  readonly kind: 'near' | 'imported';
  readonly rva: number;
};

/** The machine code of an image: prologs, every call that a stack may show a return address of, epilogs. */
export function textSection(functions: readonly PlacedFunction[], resolve: CalleeResolver): Uint8Array {
  const last = functions.at(-1);
  const text = new Uint8Array(last === undefined ? 16 : last.rva + last.bytes - TEXT_RVA + 16).fill(
    BREAKPOINT,
  );
  for (const placed of functions) {
    text.set(functionBytes(placed, resolve), placed.rva - TEXT_RVA);
  }
  return text;
}

function functionBytes(placed: PlacedFunction, resolve: CalleeResolver): Uint8Array {
  const code = new Uint8Array(placed.bytes).fill(NOP);
  code.set(encodeProlog(placed.prolog).bytes, 0);
  if (placed.piece !== undefined) {
    code.set(encodeProlog(placed.piece.prolog, frameBytes(placed.prolog)).bytes, placed.piece.offset);
  }
  for (const { offset, callee } of placed.callSites) {
    // A stack switch arrives at its label without a call.
    if (offset === placed.label?.offset) continue;
    if (placed.isSystemCall === true) {
      code.set(SYSTEM_CALL, offset - SYSTEM_CALL.length);
      continue;
    }
    const target = resolve(callee);
    const distance = target.rva - (placed.rva + offset);
    const call = target.kind === 'near' ? nearCall(distance) : importCall(distance);
    code.set(call, offset - call.length);
    if (target.kind === 'imported') code.set(FIVE_BYTE_NOP, offset);
  }
  code.set(encodeEpilog(wholeProlog(placed)).bytes, placed.bodyBytes);
  return code;
}
