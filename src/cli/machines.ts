import { Failure } from '../contract/failure.ts';
import type { Machine } from '../machine/port.ts';

/**
 * The machine of a name. This is the one place that knows which machines there are.
 * @throws Failure UnknownMachine
 */
export function openMachine(name = 'local'): Promise<Machine> {
  const failure = new Failure('UnknownMachine', `There is no machine '${name}'.`, { target: name });
  return Promise.reject(failure);
}
