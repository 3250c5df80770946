import { Buffer } from 'node:buffer';
import { storeDrivers, storeUnloadedDrivers } from '../../src/simulator/synth/files/driver-list.ts';
import { HEADER_BYTES, writeHeader } from '../../src/simulator/synth/files/dump-header.ts';
import {
  MINI_DUMP_FIELDS,
  TRIAGE_BLOCK_BYTES,
  TRIAGE_DUMP_TYPE,
  writeTriageBlock,
} from '../../src/simulator/synth/files/triage-block.ts';
import { triageBuffer } from '../../src/simulator/synth/files/triage-buffer.ts';
import { NT, type World } from './world.ts';

const CAPACITY = 0x100000;
const X64 = 0x8664;
/** TriageOptions of a bug check: everything that it has. */
const ALL_OPTIONS = 0xffffffff;
const SYSTEM_TIME = 134_168_418_000_000_000n;

/** Words that follow each other, as blocks of memory. */
function blocksOf(world: World): { address: bigint; bytes: Buffer }[] {
  const sorted = [...world.words.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks: { address: bigint; words: Uint8Array[] }[] = [];
  for (const [address, word] of sorted) {
    const last = blocks.at(-1);
    if (last && last.address + BigInt(last.words.length * 8) === address) last.words.push(word);
    else blocks.push({ address, words: [word] });
  }
  return blocks.map(({ address, words }) => ({ address, bytes: Buffer.concat(words) }));
}

/** A world as the small memory dump that a bug check writes. */
export function worldDump(world: World): Buffer {
  const buffer = triageBuffer(CAPACITY);
  buffer.reserve(HEADER_BYTES + TRIAGE_BLOCK_BYTES);
  const unloadedDrivers = storeUnloadedDrivers(buffer, []);
  const drivers = storeDrivers(buffer, [
    {
      path: '\\SystemRoot\\system32\\ntoskrnl.exe',
      base: NT,
      entryPoint: NT,
      size: 0x1000000,
      checkSum: 0,
      timeDateStamp: 1,
    },
  ]);
  const data = world.debuggerDataBytes();
  const debuggerData = { offset: buffer.reserve(data.length) ?? 0, bytes: data.length };
  buffer.record.copy(debuggerData.offset, Buffer.from(data));
  buffer.store(blocksOf(world));
  const { bytes, blocksOffset, blockCount } = buffer.finish();
  const { record } = buffer;
  writeHeader(record, {
    machine: X64,
    windowsBuild: 19041,
    logicalProcessors: 1,
    directoryTableBase: 0x1ad000n,
    globals: { pageFrameDatabase: 0n, moduleList: NT, processList: NT, debuggerData: NT + 0x100n },
    bugCheckCode: 0x7e,
    bugCheckParameters: [1n, 2n, 3n, 4n],
    systemTime: SYSTEM_TIME,
    upTime: 36_000_000_000n,
    attributes: 0,
    dumpType: TRIAGE_DUMP_TYPE,
    fileBytes: bytes.length,
    miniDumpFields: MINI_DUMP_FIELDS,
  });
  writeTriageBlock(record, {
    unloadedDrivers,
    processor: undefined,
    process: undefined,
    thread: undefined,
    stack: { address: 0n, offset: 0, bytes: 0 },
    drivers,
    debuggerData,
    options: ALL_OPTIONS,
    memoryInformation: undefined,
    fileBytes: bytes.length,
    blocksOffset,
    blockCount,
  });
  bytes.set(record.bytes.subarray(0, HEADER_BYTES + TRIAGE_BLOCK_BYTES));
  return Buffer.from(bytes.buffer);
}
