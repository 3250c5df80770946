import { Failure } from '../../contract/failure.ts';
import type { StacksRequest } from '../../contract/generated/types.ts';
import { validateStacksRequest } from '../../contract/generated/validators/request-stacks.js';
import type { Output } from '../../contract/output.ts';
import { processNameOf } from '../../kernel/read-process.ts';
import { dumpSymbols, type ReaderOptions } from '../../reading/dump-symbols.ts';
import { simulatedMachineOf } from '../../reading/records/header-record.ts';
import {
  groupByOf,
  memberOf,
  type StackGroupMember,
  stackGroupRecord,
} from '../../reading/records/stack-group-record.ts';
import { stackRecord } from '../../reading/records/stack-record.ts';
import { eachDumpFile, eachLiveDump, requireSource, type StackSource } from '../../reading/stack-sources.ts';
import { type GroupBy, stackGrouper } from '../../stack/group.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
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

function readerOptions(request: StacksRequest): ReaderOptions {
  const { scan, maxFrames, includeCaptureFrames } = request;
  return {
    ...(scan === undefined ? {} : { scan }),
    ...(maxFrames === undefined ? {} : { maxFrames }),
    ...(includeCaptureFrames === undefined ? {} : { includeCaptureFrames }),
  };
}

/** What is done with each stack: written, or collected into groups that are written at the end. */
interface Results {
  add(source: StackSource, stack: KernelStack): Promise<void>;
  end(): Promise<void>;
}

function writeStacks({ includeCaptureFrames = false }: StacksRequest, output: Output): Results {
  return {
    async add(source, stack) {
      const { dump, path, standing, processes } = source;
      const { thread } = stack;
      const process = thread.process && processes.get(thread.process);
      const machine = simulatedMachineOf(dump);
      const options = { path, machine, process, includeCaptureFrames, standing: standing(thread) };
      await output.record('KernelStack', stackRecord(stack, options));
    },
    end: () => Promise.resolve(),
  };
}

function writeGroups(groupBy: GroupBy, output: Output): Results {
  const groups = stackGrouper<StackGroupMember>(groupBy);
  let simulated = false;
  return {
    add({ dump, path, processes }, stack) {
      simulated ||= simulatedMachineOf(dump) !== undefined;
      const { thread } = stack;
      const process = thread.process && processes.get(thread.process);
      groups.add(stack, memberOf(path, thread, processNameOf(thread.processId, process)));
      return Promise.resolve();
    },
    async end() {
      for (const group of groups.groups()) {
        await output.record('StackGroup', stackGroupRecord(group, simulated));
      }
    },
  };
}

function resultsOf(request: StacksRequest, output: Output): Results {
  const groupBy = groupByOf(request);
  return groupBy === undefined ? writeStacks(request, output) : writeGroups(groupBy, output);
}

export const stacksVerb = verb({
  name: 'stacks',
  summary: 'Walk and name the kernel stacks of threads, in dumps or live.',
  options: [
    {
      name: 'thread',
      property: 'threads',
      type: 'threads',
      value: 'PID:TID,…',
      help: 'live threads, instead of dumps',
    },
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
  operands: { property: 'paths', type: 'strings', value: '[FILE…]' },
  examples: [
    { command: 'ktriage stacks w3wp_4872_001.dmp', does: 'every thread with its frames' },
    {
      command:
        'ktriage stacks *.dmp --symbol-path srv*C:\\Symbols*https://msdl.microsoft.com/download/symbols',
      does: 'with names from a symbol server, kept in C:\\Symbols',
    },
  ],
  validate: validateStacksRequest,
  async run(request, context) {
    const { output, signal } = context;
    requireSource(request);
    const symbols = await dumpSymbols(request, output, signal);
    const results = resultsOf(request, output);
    const walk = async (source: StackSource) => {
      const reader = symbols.readerFor(source.dump, source.manifest, readerOptions(request));
      for (const thread of source.threads) {
        await results.add(source, await reader.fetchAndRead(thread));
        if (signal.aborted) throw new Failure('Cancelled', 'The walk was cancelled.');
      }
      symbols.warnOfMissing(reader);
    };
    try {
      await eachDumpFile(request, context, walk);
      if (request.threads !== undefined) await eachLiveDump(request, context, walk);
      await results.end();
    } finally {
      symbols.close();
    }
  },
});
