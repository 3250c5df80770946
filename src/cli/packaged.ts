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

type Body = (module: Part, exports: object, require: (name: string) => unknown) => void;

const MAIN = './main.js';
const defined = new Map<string, Body>();
const loaded = new Map<string, Part>();

/** Makes a function of an asset. */
function compile<F>(name: string, parameters: readonly string[]): F {
  const file = name.slice('./'.length);
  // The bytes in place; `getAsset` would copy them first.
  const text = Buffer.from(getRawAsset(file)).toString('utf8');
  return compileFunction(text, parameters, { filename: file }) as F;
}

function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const part: Part = { exports: {} };
  loaded.set(name, part);
  const body = defined.get(name) ?? compile<Body>(name, ['module', 'exports', 'require']);
  body(part, part.exports, load);
  return part.exports;
}

// src/build/bundle.ts puts every part that each run needs into the first asset.
compile<(define: (name: string, body: Body) => void) => void>(MAIN, ['define'])((name, body) =>
  defined.set(name, body),
);
load(MAIN);
