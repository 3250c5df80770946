import { Failure } from '../contract/failure.ts';
import type { Machine } from '../machine/port.ts';
import { createWindowsMachine } from '../machine/windows/index.ts';

/**
 * The machine of a name. This is the one place that knows which machines there are.
 * @throws Failure UnknownMachine, and what opening a machine throws
 */
export async function openMachine(name = 'local'): Promise<Machine> {
  if (name === 'local') return createWindowsMachine();
  throw new Failure('UnknownMachine', `There is no machine '${name}'.`, { target: name });
}
