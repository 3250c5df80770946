import { validateStacksRequest } from '../../contract/generated/validators/request-stacks.js';
import { readStacks } from '../../reading/read-stacks.ts';
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
  run: readStacks,
});
