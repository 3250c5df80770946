import { Failure } from '../contract/failure.ts';
import type { Machine } from '../machine/port.ts';

const SIMULATED = 'simulated:';

/**
 * The machine of a name. This is the one place with the list of machines; the Windows one is loaded only
 * when it is asked for, because it brings the native library with it.
 * @throws Failure UnknownMachine, NotWindows, UnsafeNativeLibrary
 */
export async function openMachine(name = 'local'): Promise<Machine> {
  if (name.startsWith(SIMULATED)) {
    const { createSimulatedMachine } = await import('../simulator/simulated-machine.ts');
    return createSimulatedMachine(name.slice(SIMULATED.length));
  }
  if (name !== 'local') {
    throw new Failure('UnknownMachine', `There is no machine '${name}'; use local or simulated:<scenario>.`, {
      target: name,
    });
  }
  const { createWindowsMachine } = await import('../machine/windows/index.ts');
  return createWindowsMachine();
}
