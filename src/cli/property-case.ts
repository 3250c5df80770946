import { capitalized } from '../contract/spelling.ts';

const spelled = new Map<string, string>();

function pascal(key: string): string {
  let name = spelled.get(key);
  if (name === undefined) {
    name = capitalized(key);
    spelled.set(key, name);
  }
  return name;
}

function spell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spell);
  return typeof value === 'object' && value !== null ? pascalCaseKeys(value) : value;
}

/**
 * The same value with the keys of every object beginning with a capital: what a PowerShell user expects of an object.
 * Done here, once, because renaming properties in PowerShell costs more than parsing them.
 */
export function pascalCaseKeys(value: object): object {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[pascal(key)] = spell((value as Record<string, unknown>)[key]);
  return result;
}
