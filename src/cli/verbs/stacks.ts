import { formatAddress } from '../../binary/address.ts';
import { Failure } from '../../contract/failure.ts';
import type { StacksRequest } from '../../contract/generated/types.ts';
import { validateStacksRequest } from '../../contract/generated/validators.js';
import { type FoundThread, readKernelObjects } from '../../kernel/kernel-objects.ts';
import { manifestFinder, manifestThreads } from '../../manifest/manifest-file.ts';
import { simulatedMachineOf } from '../../report/dump/header-record.ts';
import { threadHints } from '../../report/dump/hints.ts';
import {
  groupByOf,
  memberOf,
  type StackGroupMember,
  stackGroupRecord,
} from '../../report/dump/stack-group-record.ts';
import { stackRecord } from '../../report/dump/stack-record.ts';
import { stackGrouper } from '../../stack/group.ts';
import { dumpSymbols, type ReaderOptions } from '../dump-symbols.ts';
import { eachDump } from '../each-dump.ts';
import { verb } from '../verb.ts';

/** Options that say where images and PDBs are; `resolve` has them too. */
export const SYMBOL_OPTIONS = [
  {
    name: 'symbol-path',
    property: 'symbolPath',
    type: 'string',
    value: 'PATH',
    help: 'as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named',
  },
  {
    name: 'image-path',
    property: 'imagePath',
    type: 'string',
    value: 'PATH',
    help: 'where driver images are, as _NT_EXECUTABLE_IMAGE_PATH',
  },
] as const;

function threadFilter({ threadIds, objectAddresses }: StacksRequest): (thread: FoundThread) => boolean {
  const ids = threadIds && new Set(threadIds);
  const addresses = objectAddresses && new Set(objectAddresses);
  return ({ threadId, address }) =>
    (ids === undefined || (threadId !== undefined && ids.has(threadId))) &&
    (addresses === undefined || addresses.has(formatAddress(address)));
}

function readerOptions({ scan, maxFrames }: StacksRequest): ReaderOptions {
  return { ...(scan === undefined ? {} : { scan }), ...(maxFrames === undefined ? {} : { maxFrames }) };
}

export const stacksVerb = verb({
  name: 'stacks',
  summary: 'Walk and name the kernel stacks of the threads in dumps.',
  options: [
    { name: 'tid', property: 'threadIds', type: 'numbers', value: 'TID,…', help: 'only these threads' },
    ...SYMBOL_OPTIONS,
    {
      name: 'include-capture-frames',
      property: 'includeCaptureFrames',
      type: 'boolean',
      help: 'keep the frames by which the capture itself ran in the thread',
    },
    {
      name: 'group-by',
      property: 'groupBy',
      type: 'string',
      value: 'Symbol|Address|Module|Top',
      help: 'unique stacks with the threads that share each, most frequent first',
    },
    {
      name: 'top-frames',
      property: 'topFrames',
      type: 'number',
      value: 'N',
      help: 'frames that count for Top (5)',
    },
    {
      name: 'max-frames',
      property: 'maxFrames',
      type: 'number',
      value: 'N',
      help: 'at most so many frames (256)',
    },
  ],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    { command: 'ktriage stacks w3wp_4872_001.dmp', does: 'every thread with its frames' },
    {
      command:
        'ktriage stacks *.dmp --symbol-path srv*C:\\Symbols*https://msdl.microsoft.com/download/symbols',
      does: 'with names from a symbol server, kept in C:\\Symbols',
    },
  ],
  validate: validateStacksRequest,
  async run(request, { output, signal }) {
    const wanted = threadFilter(request);
    const manifests = manifestFinder();
    const symbols = await dumpSymbols(request, output, signal);
    const groupBy = groupByOf(request);
    const groups = groupBy && stackGrouper<StackGroupMember>(groupBy);
    let simulated = false;
    try {
      await eachDump(request.paths, output, async (dump, path) => {
        const manifest = manifests.of(path);
        const known = manifestThreads(manifest);
        const { threads, processes } = readKernelObjects(dump, threadHints(manifest));
        const processOf = new Map(processes.map((process) => [process.address, process]));
        const machine = simulatedMachineOf(dump);
        simulated ||= machine !== undefined;
        const reader = symbols.readerFor(dump, manifest, readerOptions(request));
        for (const thread of threads.filter(wanted)) {
          const stack = await reader.fetchAndRead(thread);
          const process = thread.process && processOf.get(thread.process);
          if (groups === undefined) {
            const { includeCaptureFrames = false } = request;
            const options = { path, machine, process, includeCaptureFrames };
            const record = stackRecord(stack, {
              ...options,
              known: known.get(formatAddress(thread.address)),
            });
            await output.record('KernelStack', record);
          } else {
            groups.add(stack, memberOf(path, thread, process?.name));
          }
          if (signal.aborted) throw new Failure('Cancelled', 'The walk was cancelled.', { target: path });
        }
        symbols.warnOfMissing(reader);
      });
      for (const group of groups?.groups() ?? []) {
        await output.record('StackGroup', stackGroupRecord(group, simulated));
      }
    } finally {
      symbols.close();
    }
  },
});
