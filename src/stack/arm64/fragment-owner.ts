import type { Arm64Function } from './arm64-function.ts';
import { branchDistance, fallsThrough } from './branches.ts';
import type { Arm64Code } from './unwind-codes.ts';

/**
 * The function that a piece without prolog was split off. Unwind data of ARM64 does not name it (x64 chains to it), and pieces of
 * strangers with the same frame are neighbours in the cold part of an image. Code shows it: no code enters a function behind its
 * prolog from elsewhere, so a branch from the piece into the middle of a function leads back to its own.
 * Source: "ARM64 exception handling", "Function fragments" (learn.microsoft.com).
 */

/** A piece of code, with its function-table entry and whether the prolog of its frame ran elsewhere. */
export interface Piece {
  readonly code: Arm64Function;
  readonly isFragment: boolean;
}

/** What the search reads: pieces by address, the piece that directly precedes another, and instructions. */
export interface PieceReader {
  pieceAt(rva: number): Piece | undefined;
  pieceEndingAt(rva: number): Piece | undefined;
  /** The bytes of code at `rva`, undefined where they are not at hand: a PDB holds none. */
  read(rva: number, length: number): Uint8Array | undefined;
  /** `exitsOf` with the pieces that were asked for last: the search for one fragment looks at those that others lead to as well. */
  exits(piece: Piece): readonly number[];
}

const INSTRUCTION = 4;
/** Pieces of one function that are looked at. A function is split into a few. */
const MOST_PIECES = 16;
/** Bytes of code of one piece that are looked at, and the unit in which they are read: some pages may be at hand. */
const MOST_BYTES = 0x4000;
const PAGE = 0x1000;
/** Branches out of all these pieces whose targets are looked up: each costs an entry and its unwind codes. */
const MOST_BRANCHES = 64;
/** Prologs save at most nineteen registers, and allocate a few times. */
const MOST_CODES = 64;
/** A function longer than an entry can describe is cut into pieces of nearly a megabyte: nothing else fills one. */
const CUT_LENGTH = 0x8_0000;

const endOf = ({ code }: Piece) => code.begin + code.length;

/** What a code does to the frame; a store of arguments does nothing, and is written in one form only. */
const effects = (codes: readonly Arm64Code[]) =>
  codes.filter(({ kind }) => kind !== 'nothing').map((code) => JSON.stringify(code));

/** The frames are one: the first steps of the longer prolog are the whole of the shorter one. Codes are in the order of undoing. */
function shareFrame(fragment: Piece, other: Piece): boolean {
  if (Math.max(fragment.code.codes.length, other.code.codes.length) > MOST_CODES) return false;
  const [a, b] = [effects(fragment.code.codes), effects(other.code.codes)];
  const shared = Math.min(a.length, b.length);
  return shared > 0 && a.slice(a.length - shared).join() === b.slice(b.length - shared).join();
}

/** The piece before `fragment` when control, or the cutting of a long function, leads on from it. */
function continuedFrom(reader: PieceReader, fragment: Piece): Piece | undefined {
  const { begin } = fragment.code;
  const before = reader.pieceEndingAt(begin);
  if (before === undefined || !shareFrame(fragment, before)) return undefined;
  if (before.code.length >= CUT_LENGTH) return before;
  const last = reader.read(begin - INSTRUCTION, INSTRUCTION);
  const word = last && new DataView(last.buffer, last.byteOffset, INSTRUCTION).getUint32(0, true);
  return word !== undefined && fallsThrough(word) ? before : undefined;
}

/** The places outside of `fragment` that its branches lead to, at most MOST_BRANCHES. */
export function exitsOf(read: PieceReader['read'], fragment: Piece): readonly number[] {
  const { begin } = fragment.code;
  const end = endOf(fragment);
  const exits: number[] = [];
  const last = Math.min(end, begin + MOST_BYTES);
  for (let at = begin, next = at; at < last; at = next) {
    next = Math.min(at - (at % PAGE) + PAGE, last);
    const bytes = read(at, next - at);
    if (bytes === undefined) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let offset = 0; offset + INSTRUCTION <= bytes.length; offset += INSTRUCTION) {
      const distance = branchDistance(view.getUint32(offset, true));
      if (distance === undefined) continue;
      const target = at + offset + distance;
      if (target >= begin && target < end) continue;
      exits.push(target);
      if (exits.length === MOST_BRANCHES) return exits;
    }
  }
  return exits;
}

/** The piece with `target` in its middle, or anywhere in a fragment, when it has the frame of `fragment`. */
function enteredAt(reader: PieceReader, fragment: Piece, target: number): Piece | undefined {
  const piece = reader.pieceAt(target);
  if (piece === undefined) return undefined;
  const { begin, prologInstructions } = piece.code;
  const isInside = target > begin && target >= begin + prologInstructions * INSTRUCTION;
  return (piece.isFragment || isInside) && shareFrame(fragment, piece) ? piece : undefined;
}

/**
 * Where the function of `fragment` begins; undefined where its code is not at hand, does not lead back, or leads to more than one
 * function.
 * @returns an RVA
 */
export function fragmentOwner(reader: PieceReader, fragment: Piece): number | undefined {
  const owners = new Set<number>();
  const seen = new Map<number, Piece>([[fragment.code.begin, fragment]]);
  const add = (piece: Piece | undefined) => {
    if (piece === undefined) return;
    const { begin } = piece.code;
    if (!piece.isFragment) owners.add(begin);
    else if (seen.size < MOST_PIECES && !seen.has(begin)) seen.set(begin, piece);
  };
  let branches = 0;
  // The map grows while it is walked: each new fragment is looked at in its turn.
  for (const piece of seen.values()) {
    add(continuedFrom(reader, piece));
    for (const target of reader.exits(piece)) {
      if (branches >= MOST_BRANCHES) break;
      branches += 1;
      add(enteredAt(reader, piece, target));
    }
  }
  const [owner] = owners;
  return owners.size === 1 ? owner : undefined;
}
