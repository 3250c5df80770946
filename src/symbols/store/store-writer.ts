import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openFileSource } from '../../binary/byte-source.ts';
import type { Steps } from '../../binary/steps.ts';

let counter = 0;

/** A name in the same folder that no other process or call uses, and that no store looks for. */
export function temporaryPathFor(final: string): string {
  counter += 1;
  return path.join(path.dirname(final), `.ktriage-${process.pid}-${counter}.partial`);
}

/**
 * Gives a complete file its final name. What has that name already is replaced: that a file is there does not prove that it is the
 * same one. Windows refuses to replace a file that is open elsewhere and mostly allows to rename it, so then it goes aside.
 * @throws what the file system throws when the name stays taken; `temporary` is gone then
 */
export function moveIntoStore(temporary: string, final: string): void {
  try {
    renameSync(temporary, final);
    return;
  } catch (thrown) {
    if (!replaceOpenFile(temporary, final)) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
  }
}

/** False when the name stays taken; the file that has it is where it was. */
function replaceOpenFile(temporary: string, final: string): boolean {
  const aside = temporaryPathFor(final);
  try {
    renameSync(final, aside);
  } catch {
    return false;
  }
  try {
    renameSync(temporary, final);
  } catch {
    renameSync(aside, final);
    return false;
  }
  removeIfPossible(aside);
  return true;
}

/** What was put aside may be open elsewhere; no store looks for its name. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true, recursive: true });
  } catch {
    // It stays until its user closes it.
  }
}

/** Bytes that are written between two steps: a hundredth of a second on a slow disk or share. */
const PIECE = 0x10_0000;

/** The parts of a file, in order. */
type Pieces = Iterable<Uint8Array>;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function* piecesOfFile(path: string): Generator<Uint8Array> {
  const source = openFileSource(path);
  try {
    for (let at = 0; at < source.size; at += PIECE) yield source.read(at, Math.min(PIECE, source.size - at));
  } finally {
    source.close();
  }
}

/** Writes a new file. Other accounts may write to a store too: what is there under this name is not followed. */
function* writePieces(file: string, pieces: Pieces): Steps<void> {
  const descriptor = openSync(file, 'wx');
  try {
    let isFirst = true;
    for (const piece of pieces) {
      if (!isFirst) yield;
      isFirst = false;
      for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
    }
  } finally {
    closeSync(descriptor);
  }
}

function* putIntoStore(final: string, pieces: Pieces): Steps<void> {
  mkdirSync(path.dirname(final), { recursive: true });
  const temporary = temporaryPathFor(final);
  let isWhole = false;
  try {
    yield* writePieces(temporary, pieces);
    isWhole = true;
  } finally {
    // Steps may be given up between two of them.
    if (!isWhole) rmSync(temporary, { force: true });
  }
  moveIntoStore(temporary, final);
}

/**
 * Puts a file into a folder of a store so that no reader ever sees a part of it. The folder is made when it is missing.
 * @throws what the file system throws; the caller decides whether a store that cannot be written matters
 */
export function writeIntoStore(final: string, bytes: Uint8Array): Steps<void> {
  return putIntoStore(final, piecesOf(bytes));
}

/**
 * The same with the bytes of another file.
 * @throws what the file system throws, Failure FileNotFound, FileUnreadable
 */
export function copyIntoStore(final: string, from: string): Steps<void> {
  return putIntoStore(final, piecesOfFile(from));
}
