import { parseAddress } from '../../binary/address.ts';
import type { Observation } from '../../compare/observation.ts';
import type { ThreadLook } from '../../contract/generated/types.ts';
import { fromMemory } from '../../explain/evidence.ts';

const listed = fromMemory('context switches that Windows listed');
/** A worker without work, by the wait reason alone: nothing else of its wait is known. */
const IDLE = 'WrQueue';

/**
 * What an earlier listing or live stack shows of a thread. Both have the state from before the look; a stack was read through a capture, which
 * disturbed the thread, and no listing came after it.
 */
export function observeLook(look: ThreadLook): Observation {
  const { processId, processName, threadId, createTimeRaw, objectAddress, key, stack } = look;
  const { lookTime, state, waitReason, waitTimeMs, contextSwitches, waitingFor } = look;
  const address = objectAddress === undefined ? undefined : parseAddress(objectAddress);
  return {
    ...(address !== undefined && { address }),
    processId,
    threadId,
    ...(processName !== undefined && { processName }),
    ...(createTimeRaw !== undefined && { createTimeRaw }),
    isDisturbing: key !== undefined,
    before: {
      ...(lookTime !== undefined && { timeMs: Date.parse(lookTime) }),
      ...(state !== undefined && { state }),
      ...(waitReason !== undefined && { waitReason }),
      ...(waitTimeMs !== undefined && { waitTimeMs }),
      ...(contextSwitches !== undefined && { contextSwitches }),
    },
    ...(contextSwitches !== undefined && { counted: listed }),
    ...(key !== undefined && stack !== undefined && stack.length > 0 && { key, stack }),
    isIdle: waitReason === IDLE,
    requests: [],
    ...(waitingFor !== undefined && { waitingFor }),
  };
}
