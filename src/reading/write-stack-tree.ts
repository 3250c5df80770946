import type { Output } from '../contract/output.ts';
import { loadSignatures } from '../explain/signatures/signatures.ts';
import { comparedFunctions } from '../stack/group.ts';
import type { KernelStack } from '../stack/kernel-stacks.ts';
import { treeMerger } from '../stack/merged-tree.ts';
import { addToBoots, type Boot, chainsOf } from './chains/boots.ts';
import { explainBoot } from './chains/explain-boot.ts';
import { END_MEANINGS } from './records/stack-record.ts';
import { stackTreeRecord, type TreeThread } from './records/stack-tree-record.ts';
import type { StackWait } from './records/stack-wait.ts';
import type { Explained } from './sources/explain-dumps.ts';
import type { StackSource } from './sources/stack-sources.ts';

/** Causes that the answer above a tree names; the rest is what `chains` is for. */
const MOST_CAUSES = 3;

/** Collects stacks into one tree, which is written at the end with the answer first. */
export function stackTreeWriter(output: Output) {
  const tree = treeMerger<TreeThread>();
  const boots: Boot[] = [];
  let simulated = false;
  return {
    /** Adds a dump that was explained: the causes of its waits are the answer. */
    explained: (explained: Explained) => addToBoots(boots, explained),
    add({ opened }: StackSource, stack: KernelStack, wait: StackWait | undefined) {
      simulated ||= opened.simulatedMachine !== undefined;
      const functions = comparedFunctions(stack).toReversed();
      const { threadId } = stack.thread;
      // A stack without frames has a reason.
      tree.add(functions.length === 0 ? [`(${END_MEANINGS[stack.end]})`] : functions, { threadId, wait });
      return Promise.resolve();
    },
    async end() {
      const signatures = loadSignatures(undefined);
      const answer = boots.flatMap((boot) =>
        Array.from(
          explainBoot(boot, chainsOf(boot, {}).slice(0, MOST_CAUSES), signatures),
          ({ headline }) => headline,
        ),
      );
      await output.record('StackTree', stackTreeRecord(tree.roots(), answer, simulated));
    },
  };
}
