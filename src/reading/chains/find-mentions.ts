import { formatAddress } from '../../binary/address.ts';
import type { StackMention } from '../../contract/generated/types.ts';
import { kernelFactsInSteps } from '../../explain/kernel-facts.ts';
import { type Classify, classifier } from '../../explain/mentions/classify.ts';
import { mentionsOf } from '../../explain/mentions/mentions.ts';
import type { Mention } from '../../explain/model.ts';
import { type KernelView, kernelView } from '../../explain/view.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import { evidenceOf } from '../records/explain-words.ts';
import { defined } from '../records/record-tools.ts';
import type { OpenedDump } from '../sources/opened-dump.ts';
import { inTurns } from '../sources/turns.ts';

function mentionRecord({ address, type, place, frame, evidence }: Mention): StackMention {
  return {
    address: formatAddress(address),
    objectType: type,
    ...defined({ frame }),
    ...('stack' in place ? { stackAddress: formatAddress(place.stack) } : { register: place.register }),
    ...evidenceOf(evidence),
  } as StackMention;
}

/** A dump whose objects are known, and the frames of the stack that is looked at. */
interface Known {
  readonly opened: OpenedDump;
  readonly view: KernelView;
  readonly classify: Classify;
}

/**
 * Finds the typed objects that the frames of stacks name. What a dump's objects are is found out once a dump.
 * @throws Failure Cancelled, TimeLimitReached
 */
export function mentionFinder(
  signal: AbortSignal,
): (
  opened: OpenedDump,
  stack: KernelStack,
  includeCaptureFrames: boolean,
) => Promise<readonly StackMention[]> {
  let last: Known | undefined;
  let shown: readonly NamedFrame[] = [];

  async function knownOf(opened: OpenedDump): Promise<Known> {
    if (last?.opened === opened) return last;
    const bare = kernelView(opened.dump, opened.objects());
    const { locks } = await inTurns(kernelFactsInSteps(bare), signal);
    const view = kernelView(opened.dump, opened.objects(), { frames: () => shown });
    last = { opened, view, classify: classifier(bare, locks) };
    return last;
  }

  return async (opened, { thread, frames }, includeCaptureFrames) => {
    const { view, classify } = await knownOf(opened);
    const known = view.threads.get(thread.address);
    // Frames are counted as the record shows them.
    shown = includeCaptureFrames ? frames : withoutCaptureFrames(frames);
    return known ? mentionsOf(view, known, classify).map(mentionRecord) : [];
  };
}
