import type { NamedFrame } from '../../stack/named-frame.ts';

/** Whether a module, without its extension, is one of a third party. */
export type IsThirdParty = (module: string) => boolean;

const THIRD_PARTY = '{third-party}';

/** `*` is any text; letter case counts for functions, as it does in symbols. Linear in the length of the name. */
function fits(pattern: string, name: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function fitsFrame(pattern: string, { module, symbol }: NamedFrame, isThirdParty: IsThirdParty): boolean {
  if (module === undefined) return false;
  const [wantedModule = '', wantedFunction = ''] = pattern.split('!');
  const moduleFits =
    wantedModule === THIRD_PARTY
      ? isThirdParty(module)
      : fits(wantedModule.toLowerCase(), module.toLowerCase());
  // A module without symbols fits a pattern for any function.
  return moduleFits && (wantedFunction === '*' || (symbol !== undefined && fits(wantedFunction, symbol)));
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
  for (const frame of frames) {
    const pattern = patterns[matched.length];
    if (pattern === undefined) break;
    if (frame.foundBy === 'scan' || frame.capture) continue;
    if (fitsFrame(pattern, frame, isThirdParty)) matched.push(frame);
  }
  return matched.length === patterns.length ? matched : undefined;
}
