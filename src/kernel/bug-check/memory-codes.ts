import { type CodeMeaning, type Parameter, RESERVED } from './parameter-kinds.ts';

/**
 * Codes about memory: what each parameter is. Source: Microsoft's bug check code reference (learn.microsoft.com, "Bug check code
 * reference" and the page of each code), in words of this project.
 */

const TOUCHED: Parameter = ['Address', 'memory that was touched'];
const AT_IRQL: Parameter = ['Irql', 'IRQL at that time'];
const HOW: Parameter = ['Access', 'how it was touched'];
const BY: Parameter = ['Code', 'instruction that touched it'];

const POOL_CASES = {
  3: {
    is: 'the free list of a pool is damaged',
    rest: [
      ['Object', 'pool entry that was checked'],
      ['Value', 'its forward link as read back'],
      ['Value', 'its backward link as read back'],
    ],
  },
  32: {
    is: 'the header of a pool block is damaged',
    rest: [['Object', 'pool entry that was looked for'], ['Object', 'next pool entry'], RESERVED],
  },
  33: {
    is: 'data behind a pool block was overwritten',
    rest: [['Address', 'pool block that was freed'], ['Number', 'bytes allocated for it'], RESERVED],
  },
  34: {
    is: 'an address was freed that is no pool block of its size',
    rest: [['Address', 'address that was freed'], RESERVED, RESERVED],
  },
} as const;

export const MEMORY_CODES: Readonly<Record<number, CodeMeaning>> = {
  10: {
    is: 'Kernel code touched memory that was not there, at an IRQL at which it cannot be brought in.',
    parameters: [TOUCHED, AT_IRQL, HOW, BY],
  },
  25: {
    is: 'The header of a pool block is damaged.',
    parameters: [
      ['Subtype', 'which damage'],
      ['Object', 'pool entry'],
      ['Value', 'depends on the damage'],
      ['Value', 'depends on the damage'],
    ],
    cases: POOL_CASES,
  },
  26: {
    is: 'The memory manager found its own data damaged.',
    parameters: [
      ['Subtype', 'which damage'],
      ['Address', 'depends on the damage'],
      ['Value', 'depends on the damage'],
      ['Value', 'depends on the damage'],
    ],
    cases: {
      1027: {
        is: 'a page table and the page frame database disagree; often memory hardware',
        rest: [
          ['Address', 'page table entry'],
          ['Value', 'its contents'],
          ['Value', 'page frame number'],
        ],
      },
      1041: {
        is: 'a page table entry is damaged',
        rest: [['Address', 'page table entry'], ['Value', 'its contents'], RESERVED],
      },
      13393: { is: 'the page table entries of a kernel stack that was swapped out are damaged' },
      20483: { is: 'the free list of a working set is damaged' },
      266753: { is: 'a page table entry and its working set disagree' },
      266884: { is: 'a page table entry or the list of a working set is damaged' },
      266887: {
        is: 'a page fault came while the working set was locked',
        rest: [TOUCHED, RESERVED, RESERVED],
      },
      268176: { is: 'a page of page tables is damaged' },
      268178: {
        is: 'a page table entry is damaged; often one flipped bit',
        rest: [
          ['Address', 'page table entry'],
          ['Value', 'its contents'],
          ['Value', 'its low bits'],
        ],
      },
      399680: {
        is: 'the page tables map an address that nothing may map',
        rest: [['Address', 'address'], ['Value', 'its entry'], RESERVED],
      },
      399681: {
        is: 'the page tables of an address are damaged',
        rest: [TOUCHED, ['Value', 'page fault error code'], ['TrapFrame', 'trap frame']],
      },
    },
  },
  78: {
    is: 'The page frame database is damaged.',
    parameters: [
      ['Subtype', 'which damage'],
      ['Value', 'page frame number or list'],
      ['Value', 'depends on the damage'],
      ['Value', 'depends on the damage'],
    ],
    cases: {
      1: { is: 'the head of a list is damaged' },
      2: { is: 'an entry of a list is damaged' },
      7: {
        is: 'a driver unlocked a page more often than it locked it',
        rest: [['Value', 'page frame number'], ['Number', 'share count'], RESERVED],
      },
      141: { is: 'the list of free pages is damaged; often memory hardware' },
      143: { is: 'the list of free or zeroed pages is damaged' },
      153: {
        is: 'a page table entry or a page frame is damaged',
        rest: [['Value', 'page frame number'], ['Value', 'state of the page'], RESERVED],
      },
      154: { is: 'a driver unlocked pages that are in use for I/O' },
    },
  },
  80: {
    is: 'Kernel code touched memory that does not exist.',
    parameters: [TOUCHED, HOW, BY, ['Value', 'kind of page fault']],
  },
  118: {
    is: 'A driver left pages of a process locked after its I/O.',
    parameters: [
      RESERVED,
      ['Process', 'process'],
      ['Number', 'locked pages'],
      ['Object', 'call stacks of the driver, where tracked'],
    ],
  },
  119: {
    is: 'A kernel stack could not be read from the page file.',
    parameters: [
      ['Status', 'status of the read'],
      ['Status', 'status of the I/O'],
      ['Number', 'number of the page file'],
      ['Value', 'offset in the page file'],
    ],
  },
  122: {
    is: 'Kernel data could not be read from the page file or a mapped file.',
    parameters: [
      ['Value', 'kind of lock, or address of the page table entry'],
      ['Status', 'status of the I/O'],
      ['Value', 'process or page table entry, as the lock has it'],
      ['Address', 'address that could not be read'],
    ],
  },
  190: {
    is: 'Kernel code wrote to memory that is read-only.',
    parameters: [
      ['Address', 'memory that was written'],
      ['Value', 'contents of its page table entry'],
      RESERVED,
      RESERVED,
    ],
  },
  193: {
    is: 'A driver wrote outside of its block of special pool.',
    parameters: [
      ['Address', 'address that was freed'],
      ['Value', 'depends on the damage'],
      ['Value', 'depends on the damage'],
      ['Value', 'which damage'],
    ],
  },
  194: {
    is: 'The current thread made a wrong request of the pool.',
    parameters: [
      ['Subtype', 'which mistake'],
      ['Value', 'depends on the mistake'],
      ['Value', 'depends on the mistake'],
      ['Value', 'depends on the mistake'],
    ],
    cases: {
      6: {
        is: 'a pool block was freed twice',
        rest: [RESERVED, ['Object', 'pool header'], ['Value', 'contents of the header']],
      },
      7: {
        is: 'a pool block was freed twice',
        rest: [RESERVED, ['Value', 'contents of the header'], ['Address', 'pool block']],
      },
      8: {
        is: 'pool was allocated at an IRQL that is too high',
        rest: [AT_IRQL, ['Value', 'kind of pool'], ['Number', 'bytes']],
      },
      9: {
        is: 'pool was freed at an IRQL that is too high',
        rest: [AT_IRQL, ['Value', 'kind of pool'], ['Address', 'pool block']],
      },
      70: {
        is: 'an address was freed that is no pool',
        rest: [['Address', 'address that was freed'], RESERVED, RESERVED],
      },
      153: {
        is: 'an address was freed that is no pool block',
        rest: [['Address', 'address that was freed'], RESERVED, RESERVED],
      },
    },
  },
  197: {
    is: 'Kernel code touched pool that was damaged, at an IRQL that is too high.',
    parameters: [TOUCHED, AT_IRQL, HOW, BY],
  },
  204: { is: 'A driver touched special pool that it had freed.', parameters: [TOUCHED, HOW, BY, RESERVED] },
  206: {
    is: 'A driver was unloaded while work of its own was still to be done.',
    parameters: [TOUCHED, HOW, BY, RESERVED],
  },
  209: {
    is: 'A driver touched memory that was not there, at an IRQL at which it cannot be brought in.',
    parameters: [TOUCHED, AT_IRQL, HOW, BY],
  },
  213: { is: 'A driver touched special pool that it had freed.', parameters: [TOUCHED, HOW, BY, RESERVED] },
  214: {
    is: 'A driver touched memory beyond the end of its allocation.',
    parameters: [TOUCHED, HOW, BY, RESERVED],
  },
  252: {
    is: 'Kernel code was to be executed in memory that holds no code.',
    parameters: [
      ['Address', 'address that was to be executed'],
      ['Value', 'contents of its page table entry'],
      ['TrapFrame', 'trap frame'],
      RESERVED,
    ],
  },
  299: {
    is: 'Memory hardware changed a page that nothing had written.',
    parameters: [['Address', 'address of the page'], ['Value', 'page frame number'], RESERVED, RESERVED],
  },
  314: {
    is: 'A kernel-mode heap is damaged.',
    parameters: [
      ['Subtype', 'which damage'],
      ['Object', 'heap'],
      ['Address', 'where it is damaged'],
      RESERVED,
    ],
  },
};
