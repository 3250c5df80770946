import type { NamedFrame } from '../../stack/named-frame.ts';
import { oncePer } from '../remembered.ts';

/** Whether a module, without its extension, is one of a third party. */
export type IsThirdParty = (module: string) => boolean;

const THIRD_PARTY = '{third-party}';

/** What a pattern is between its stars. */
type Parts = readonly string[];

/** `*` is any text; letter case counts for functions, as it does in symbols. Linear in the length of the name. */
function fits(parts: Parts, name: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.length === 1 ? undefined : parts.at(-1);
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (let index = 1; index < parts.length - 1; index++) {
    const part = parts[index] ?? '';
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

interface FramePattern {
  /** Absent for a module of a third party. */
  readonly module?: Parts;
  /** Absent for any function: a module without symbols fits that too. */
  readonly function?: Parts;
}

function framePattern(pattern: string): FramePattern {
  const [module = '', wanted = ''] = pattern.split('!');
  return {
    ...(module !== THIRD_PARTY && { module: module.toLowerCase().split('*') }),
    ...(wanted !== '*' && { function: wanted.split('*') }),
  };
}

/** Patterns of stacks are those of a file: each is taken apart once. */
const framePatterns = oncePer((patterns: readonly string[]) => patterns.map(framePattern));

function fitsFrame(
  { module: wantedModule, function: wantedFunction }: FramePattern,
  { module, symbol }: NamedFrame,
  isThirdParty: IsThirdParty,
): boolean {
  if (module === undefined) return false;
  if (wantedFunction !== undefined && (symbol === undefined || !fits(wantedFunction, symbol))) return false;
  return wantedModule === undefined ? isThirdParty(module) : fits(wantedModule, module.toLowerCase());
}

/**
 * The frames that fit the patterns of one stack, innermost first, or undefined. Other frames may come between. Scanned frames
 * never count: what earlier calls left on the stack is no sign of what the thread does. Linear in the frames.
 */
export function matchStack(
  patterns: readonly string[],
  frames: readonly NamedFrame[],
  isThirdParty: IsThirdParty,
): readonly NamedFrame[] | undefined {
  const matched: NamedFrame[] = [];
  const wanted = framePatterns(patterns);
  for (const frame of frames) {
    const pattern = wanted[matched.length];
    if (pattern === undefined) break;
    if (frame.foundBy === 'scan' || frame.capture) continue;
    if (fitsFrame(pattern, frame, isThirdParty)) matched.push(frame);
  }
  return matched.length === patterns.length ? matched : undefined;
}
