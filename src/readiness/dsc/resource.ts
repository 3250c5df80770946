import type { DumpReadiness } from '../../contract/generated/types.ts';
import type { Registry } from '../../machine/port.ts';
import { SETTINGS, type Setting } from './settings.ts';

/** The operations of the DSC resource over a registry. An instance names what it cares about; the rest is left alone. */

function current(registry: Registry, { key, value, decode }: Setting) {
  const data = registry.read(key, value);
  return data === undefined ? undefined : decode(data);
}

/** Everything that is set on this machine. */
export function getState(registry: Registry): DumpReadiness {
  const known = SETTINGS.map((setting) => [setting.property, current(registry, setting)] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/** Settings that an instance wants otherwise; paths are compared as Windows does, without case. */
function differences(registry: Registry, wanted: DumpReadiness): Setting[] {
  const same = (a: unknown, b: unknown) =>
    typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
  return SETTINGS.filter(({ property }) => wanted[property] !== undefined).filter(
    (setting) => !same(current(registry, setting), wanted[setting.property]),
  );
}

export function testState(registry: Registry, wanted: DumpReadiness): DumpReadiness {
  return { ...getState(registry), _inDesiredState: differences(registry, wanted).length === 0 };
}

const restart = (changed: readonly Setting[]) =>
  changed.some(({ needsRestart }) => needsRestart) ? { _rebootRequested: true } : {};

/** What `setState` would leave behind. Changes nothing. */
export function whatIf(registry: Registry, wanted: DumpReadiness): DumpReadiness {
  const changed = differences(registry, wanted);
  const after = Object.fromEntries(changed.map(({ property }) => [property, wanted[property]]));
  return { ...getState(registry), ...after, ...restart(changed) };
}

/**
 * Writes what differs and nothing else, so that a second call writes nothing.
 * @throws Failure NotElevated, WriteFailed
 */
export function setState(registry: Registry, wanted: DumpReadiness): DumpReadiness {
  const changed = differences(registry, wanted);
  for (const { property, key, value, kind, encode } of changed) {
    const data = wanted[property];
    if (data !== undefined) registry.write(key, value, kind, encode(data));
  }
  return { ...getState(registry), ...restart(changed) };
}
