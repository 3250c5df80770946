import type { ReadinessCheck, SelfTestResult } from '../contract/generated/types.ts';
import { PRODUCT_VERSION } from '../contract/version.ts';

/** What was found, and why the self-test gave nothing, if so. */
export interface Found {
  readonly checks: readonly ReadinessCheck[];
  readonly results: readonly SelfTestResult[];
  readonly selfTestError?: { readonly code: string; readonly message: string };
}

/** The rest of a path, up to what ends one in a sentence; spaces are part of paths, so known folders are taken out before. */
const REST = String.raw`[^\s,;:"'<>|]*`;
const WINDOWS_PATH = new RegExp(String.raw`(?:\b[A-Za-z]:[\\/]|\\\\)${REST}`, 'g');
/** Of two parts at least: `bcdedit /debug` names no path. */
const POSIX_PATH = new RegExp(String.raw`(?<![\w.<>/])/[\w.-]+/${REST}`, 'g');
/** SIDs of a computer or a domain: the middle part identifies it. Those of Windows itself are the same everywhere. */
const OWN_ACCOUNT = /S-1-(?:5-21|12-1)-[\d-]+/g;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A sentence without what must not be in a public issue.
 * @param known texts that are to go and their replacements, longest first
 */
function anonymous(text: string, known: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [secret, instead] of known) {
    result = result.replace(new RegExp(`(?<![\\w-])${escaped(secret)}(?![\\w-])`, 'gi'), instead);
  }
  return result
    .replace(OWN_ACCOUNT, '<account>')
    .replace(WINDOWS_PATH, '<path>')
    .replace(POSIX_PATH, '<path>');
}

function anonymousRecord(record: object, known: ReadonlyMap<string, string>): object {
  const entries = Object.entries(record)
    .filter(([key]) => key !== 'computerName')
    .map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? anonymous(value, known) : value,
    ]);
  return Object.fromEntries(entries) as object;
}

/**
 * The report that a user attaches to an issue: readable JSON without the name of the computer, accounts, paths and
 * memory.
 * @param folders that must not be named, and what they are
 */
export function readinessReport(
  { checks, results, selfTestError }: Found,
  folders: ReadonlyMap<string, string> = new Map(),
): string {
  const names = new Set([...checks, ...results].flatMap(({ computerName }) => computerName ?? []));
  const known = [...folders, ...[...names].map((name) => [name, '<computer>'] as const)]
    .filter(([secret]) => secret !== '')
    .sort(([a], [b]) => b.length - a.length);
  const redacted = new Map(known);
  const report = {
    product: 'KernelTriage',
    version: PRODUCT_VERSION,
    checks: checks.map((check) => anonymousRecord(check, redacted)),
    ...(results.length === 0 ? {} : { selfTest: results.map((result) => anonymousRecord(result, redacted)) }),
    ...(selfTestError === undefined ? {} : { selfTestError: anonymousRecord(selfTestError, redacted) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
