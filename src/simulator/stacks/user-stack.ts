import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { UserStack } from '../../machine/port.ts';
import { codePlace } from '../images/code-place.ts';
import { type PrologRegister, REGISTER_NUMBERS } from '../images/prolog.ts';
import { seededRandom } from '../seeded-random.ts';
import { userFrames } from '../world/call-chains.ts';
import type { SimulatedThread } from '../world/model.ts';
import { remains, USER_REMAINS } from './remains.ts';
import { processorAt, runFrames } from './run-frames.ts';
import { stackMemory, stackSegment } from './stack-memory.ts';

/** Where user stacks end; each thread has a reserve of 1 MB, of which so much is in use. */
const FIRST_BASE = virtualAddress(0x0000_0084_0000_0000n);
const RESERVE = 0x100000;
const COMMITTED = 0x4000;
/** What the loader left at the top of the stack. */
const TOP = 0x40;
const GENERAL_REGISTERS = 16;
const RSP = 4;

function userStackBase(ordinal: number): VirtualAddress {
  return addressAt(FIRST_BASE, (ordinal + 1) * RESERVE);
}

/** The user-mode side of a thread; undefined for a thread of the kernel. Always the same for the same thread. */
export function userStack(thread: SimulatedThread, seed: number): UserStack | undefined {
  const lines = userFrames(thread.activity);
  if (lines.length === 0) return undefined;
  const segment = stackSegment(userStackBase(thread.ordinal), COMMITTED);
  const junk = remains(seededRandom(seed ^ Math.imul(thread.ordinal + 1, 0x85ebca6b)), USER_REMAINS);
  const cpu = processorAt(segment.base - BigInt(TOP), junk);
  const places = lines.map(codePlace).toReversed();
  runFrames({ places }, cpu, stackMemory([segment]), junk);
  const general = Array.from({ length: GENERAL_REGISTERS }, () => virtualAddress(0n));
  for (const [register, number] of Object.entries(REGISTER_NUMBERS)) {
    general[number] = virtualAddress(cpu.registers[register as PrologRegister]);
  }
  const sp = virtualAddress(cpu.rsp);
  general[RSP] = sp;
  const pc = places.at(-1)?.address ?? virtualAddress(0n);
  return { pc, sp, general, bytes: segment.bytes.slice(Number(sp - segment.limit)) };
}
