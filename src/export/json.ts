import type { Steps } from '../binary/steps.ts';
import type { ExportModel } from './model.ts';

/** The whole model, as the schema `kernel-export` describes it. One thread a line would not be JSON, so it is one line. */
export function* writeJson(model: ExportModel): Steps<string> {
  const pieces: string[] = ['{'];
  for (const [key, value] of Object.entries(model)) {
    if (value === undefined) continue;
    if (pieces.length > 1) pieces.push(',');
    pieces.push(JSON.stringify(key), ':');
    if (!Array.isArray(value)) {
      pieces.push(JSON.stringify(value));
      continue;
    }
    pieces.push('[');
    for (const [index, entry] of value.entries()) {
      if (index > 0) pieces.push(',');
      pieces.push(JSON.stringify(entry));
      yield undefined;
    }
    pieces.push(']');
  }
  pieces.push('}\n');
  return pieces.join('');
}
