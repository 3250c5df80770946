import { getRawAsset } from 'node:sea';
import { compileFunction } from 'node:vm';

/**
 * What the executable starts: it finds the parts of the program, which are inside of the executable, when they are asked
 * for. To read all of the program would take longer than everything that a short run does.
 */

/** The executable's own, which knows the modules of Node and nothing else. */
declare const require: (name: string) => unknown;

interface Part {
  readonly exports: object;
}

const MAIN = './main.js';
const loaded = new Map<string, Part>();

function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const part: Part = { exports: {} };
  loaded.set(name, part);
  const file = name.slice('./'.length);
  // The bytes in place; `getAsset` would copy them first.
  const text = Buffer.from(getRawAsset(file)).toString('utf8');
  const run = compileFunction(text, ['module', 'exports', 'require'], { filename: file });
  run(part, part.exports, load);
  return part.exports;
}

load(MAIN);
