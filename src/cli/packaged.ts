import { getRawAsset } from 'node:sea';
import { compileFunction } from 'node:vm';

/**
 * What the executable starts: it finds the parts of the program, which are inside of the executable, when they are asked
 * for. To read all of the program would take longer than everything that a short run does.
 */

/** The executable's own, which finds the modules of Node and nothing else. */
declare const require: (name: string) => unknown;

interface Part {
  readonly exports: object;
}

type Require = (name: string) => unknown;
/** `late` is `require` for stand-ins of src/build/late-modules.ts, which esbuild is to leave alone. */
type Body = (module: Part, exports: object, require: Require, late: Require) => void;
type Define = (name: string, body: Body) => void;

const MAIN = './main.js';
const defined = new Map<string, Body>();
const loaded = new Map<string, Part>();

/** Reads the parts of an asset. */
function read(name: string): void {
  const file = name.slice('./'.length);
  // The bytes in place; `getAsset` would copy them first. esbuild writes ASCII.
  const text = Buffer.from(getRawAsset(file)).toString('latin1');
  const parts = compileFunction(text, ['define'], { filename: file }) as (define: Define) => void;
  // An asset may bring what another one brought before.
  parts((part, body) => {
    if (!defined.has(part)) defined.set(part, body);
  });
}

function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  if (!defined.has(name)) read(name);
  const part: Part = { exports: {} };
  loaded.set(name, part);
  defined.get(name)?.(part, part.exports, load, load);
  return part.exports;
}

load(MAIN);
