import { formatAddress } from '../../binary/address.ts';
import type { StackMention } from '../../contract/generated/types.ts';
import { kernelFacts } from '../../explain/kernel-facts.ts';
import { type Classify, classifier } from '../../explain/mentions/classify.ts';
import { mentionsOf } from '../../explain/mentions/mentions.ts';
import type { Mention } from '../../explain/model.ts';
import { kernelView } from '../../explain/view.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import { evidenceOf } from '../records/explain-words.ts';
import { defined } from '../records/record-tools.ts';
import type { OpenedDump } from '../sources/opened-dump.ts';

function mentionRecord({ address, type, place, frame, evidence }: Mention): StackMention {
  return {
    address: formatAddress(address),
    objectType: type,
    ...defined({ frame }),
    ...('stack' in place ? { stackAddress: formatAddress(place.stack) } : { register: place.register }),
    ...evidenceOf(evidence),
  } as StackMention;
}

/** Finds the typed objects that the frames of stacks name. What a dump's objects are is found out once a dump. */
export function mentionFinder(): (
  opened: OpenedDump,
  stack: KernelStack,
  includeCaptureFrames: boolean,
) => readonly StackMention[] {
  let last: { readonly opened: OpenedDump; readonly classify: Classify } | undefined;

  function classifyIn(opened: OpenedDump): Classify {
    if (last?.opened !== opened) {
      const view = kernelView(opened.dump, opened.objects());
      last = { opened, classify: classifier(view, kernelFacts(view).locks) };
    }
    return last.classify;
  }

  return (opened, { thread, frames }, includeCaptureFrames) => {
    // Frames are counted as the record shows them.
    const shown: readonly NamedFrame[] = includeCaptureFrames ? frames : withoutCaptureFrames(frames);
    const view = kernelView(opened.dump, opened.objects(), { frames: () => shown });
    const known = view.threads.get(thread.address);
    return known ? mentionsOf(view, known, classifyIn(opened)).map(mentionRecord) : [];
  };
}
