import { type CodeMeaning, type Parameter, RESERVED } from './parameter-kinds.ts';

/**
 * Codes about exceptions and checks of code: what each parameter is. Source: Microsoft's bug check code reference
 * (learn.microsoft.com), in words of this project.
 */

const EXCEPTION: Parameter = ['Status', 'exception'];
const RAISED_BY: Parameter = ['Code', 'instruction that raised it'];
const RECORD: Parameter = ['ExceptionRecord', 'exception record'];
const CONTEXT: Parameter = ['Context', 'registers at the exception'];

const fileSystem = (name: string): CodeMeaning => ({
  is: `The ${name} file system driver met an exception.`,
  parameters: [['Value', 'source file and line'], RECORD, CONTEXT, RESERVED],
});

export const EXCEPTION_CODES: Readonly<Record<number, CodeMeaning>> = {
  30: {
    is: 'Kernel code raised an exception that nothing handled.',
    parameters: [
      EXCEPTION,
      RAISED_BY,
      ['Value', 'first detail of the exception'],
      ['Value', 'second detail of the exception'],
    ],
  },
  36: fileSystem('NTFS'),
  39: fileSystem('network (rdbss)'),
  59: {
    is: 'A system call raised an exception that nothing handled.',
    parameters: [EXCEPTION, RAISED_BY, CONTEXT, RESERVED],
  },
  61: {
    is: 'An interrupt routine raised an exception that nothing handled.',
    parameters: [RECORD, CONTEXT, RESERVED, RESERVED],
  },
  126: {
    is: 'A system thread raised an exception that nothing handled.',
    parameters: [EXCEPTION, RAISED_BY, RECORD, CONTEXT],
  },
  127: {
    is: 'The processor raised a trap that kernel code may not cause.',
    parameters: [
      ['Subtype', 'number of the trap'],
      ['Value', 'depends on the trap'],
      ['Value', 'depends on the trap'],
      ['Value', 'depends on the trap'],
    ],
    cases: {
      0: { is: 'a division by zero' },
      4: { is: 'an overflow' },
      5: { is: 'an index out of bounds' },
      6: { is: 'an instruction that does not exist' },
      8: { is: 'a double fault; often a kernel stack that ran over' },
      13: { is: 'a general protection fault' },
    },
  },
  142: {
    is: 'Kernel code raised an exception that nothing handled.',
    parameters: [EXCEPTION, RAISED_BY, ['TrapFrame', 'trap frame'], RESERVED],
  },
  247: {
    is: 'A driver ran over a buffer on its stack.',
    parameters: [
      ['Value', 'check value that was found'],
      ['Value', 'check value that was expected'],
      ['Value', 'complement of the expected one'],
      RESERVED,
    ],
  },
  265: {
    is: 'Windows found protected kernel code or data changed.',
    parameters: [
      RESERVED,
      RESERVED,
      ['Value', 'depends on the region'],
      ['Value', 'kind of region that was changed'],
    ],
  },
  309: {
    is: 'A registry filter driver raised an exception.',
    parameters: [
      EXCEPTION,
      ['Code', 'callback of the driver'],
      ['Context', 'context record'],
      ['Code', 'driver'],
    ],
  },
  313: {
    is: 'A check of kernel code found data damaged.',
    parameters: [['Subtype', 'which check'], ['TrapFrame', 'trap frame'], RECORD, RESERVED],
    cases: {
      0: { is: 'a buffer on the stack was run over (old check)' },
      1: { is: 'a table of virtual functions was damaged' },
      2: { is: 'a buffer on the stack was run over' },
      3: { is: 'a linked list was damaged, for instance an entry removed twice' },
      4: { is: 'the stack pointer left the stack' },
      5: { is: 'an invalid parameter was passed to a function that fails fast' },
      6: { is: 'the stack was not of the thread' },
      7: { is: 'a fatal program exit' },
      8: { is: 'an array index was out of bounds' },
      10: { is: 'an indirect call went to a place that no call may go to' },
      14: { is: 'a reference count went below zero or too high' },
      18: { is: 'a jump buffer was invalid' },
      19: { is: 'data that is to stay read-only was changed' },
      29: { is: 'a balanced tree was damaged' },
    },
  },
  329: fileSystem('ReFS'),
  340: {
    is: 'The store of compressed memory met an exception.',
    parameters: [['Object', 'store'], RECORD, RESERVED, RESERVED],
  },
};
