import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { kernelVariable } from '../images/code-place.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import { type ProcessorFacts, writeProcessor } from '../synth/objects/processor-block.ts';
import type { RunningWorld } from '../world/running-world.ts';
import { KERNEL } from './globals.ts';

const FIRST = virtualAddress(0xffff9a81_00000180n);
const SPACING = 0x10000;
const CONTEXT_DISTANCE = 0xe000;

function processorAddress(processor: number): VirtualAddress {
  return addressAt(FIRST, processor * SPACING);
}

/** Where the CONTEXT of a processor is that KPRCB.Context points at. */
export function processorContextAddress(processor: number): VirtualAddress {
  return addressAt(processorAddress(processor), CONTEXT_DISTANCE);
}

/** KiProcessorBlock: a pointer to each of the processors. */
export function placeProcessorTable(memory: KernelMemory, world: RunningWorld): void {
  const { logicalProcessors } = world.facts;
  const address = kernelVariable('KiProcessorBlock');
  const table = memory.place('processor table', address, logicalProcessors * 8);
  for (let number = 0; number < logicalProcessors; number++) table.u64(number * 8, processorAddress(number));
}

/** A KPRCB; its size is a limit of the world, because newer builds have larger ones. */
export function placeProcessor(
  memory: KernelMemory,
  world: RunningWorld,
  facts: Omit<ProcessorFacts, 'context'>,
): void {
  const { number } = facts;
  const { prcbBytes } = world.limits;
  const block = memory.place(`processor ${number}`, processorAddress(number), prcbBytes);
  const hasContext = prcbBytes >= KERNEL.processor.context + 8;
  writeProcessor(block, KERNEL, {
    ...facts,
    ...(hasContext ? { context: processorContextAddress(number) } : {}),
  });
}
