import { type CodeMeaning, type Parameter, RESERVED } from './parameter-kinds.ts';

/**
 * Codes about threads, devices, power and time: what each parameter is. Source: Microsoft's bug check code reference
 * (learn.microsoft.com), in words of this project.
 */

const DEPENDS: Parameter = ['Value', 'depends on the first'];
const subtype = (is: string, means = 'which failure'): CodeMeaning => ({
  is,
  parameters: [['Subtype', means], DEPENDS, DEPENDS, DEPENDS],
});
const display = (is: string): CodeMeaning => ({
  is,
  parameters: [
    ['Object', 'context of the recovery'],
    ['Code', 'place in the display driver'],
    ['Status', 'status of the last operation'],
    ['Value', 'detail of the driver'],
  ],
});

export const SYSTEM_CODES: Readonly<Record<number, CodeMeaning>> = {
  1: {
    is: 'A system call or worker routine returned with APCs disabled more or less often than enabled.',
    parameters: [
      ['Code', 'system call or worker routine'],
      ['Number', "index of the thread's APC state"],
      ['Value', 'counts of disabled special and normal APCs'],
      ['Value', '0 for a system call, 1 for a worker routine'],
    ],
  },
  24: {
    is: 'The reference count of an object went below what its users need.',
    parameters: [['Object', 'type of the object'], ['Object', 'object'], RESERVED, RESERVED],
  },
  32: {
    is: 'A thread ended with APCs disabled or pending.',
    parameters: [
      ['Object', 'pending APC'],
      ['Value', 'count of disabled APCs'],
      ['Irql', 'IRQL at that time'],
      RESERVED,
    ],
  },
  53: {
    is: 'A driver passed a request further than it has room for.',
    parameters: [['Irp', 'request'], RESERVED, RESERVED, RESERVED],
  },
  68: {
    is: 'A driver completed a request that was completed already.',
    parameters: [['Irp', 'request'], RESERVED, RESERVED, RESERVED],
  },
  74: {
    is: 'A system call returned to user mode at a raised IRQL.',
    parameters: [
      ['Code', 'address in user mode that made the call'],
      ['Irql', 'IRQL at that time'],
      RESERVED,
      RESERVED,
    ],
  },
  81: subtype('The registry met damaged data.'),
  116: {
    is: 'The SYSTEM registry hive cannot be used.',
    parameters: [['Value', 'which failure'], DEPENDS, DEPENDS, ['Status', 'status']],
  },
  123: {
    is: 'Windows lost its boot device, or never found it.',
    parameters: [
      ['Object', 'device object or name of the boot device'],
      ['Status', 'status'],
      RESERVED,
      RESERVED,
    ],
  },
  156: {
    is: 'The processor reported an error of its hardware.',
    parameters: [
      ['Number', 'bank of the error'],
      ['Object', 'exception structure'],
      ['Value', 'upper half of the status'],
      ['Value', 'lower half of the status'],
    ],
  },
  159: {
    is: 'A driver did not bring a device into the power state that was asked for.',
    parameters: [
      ['Subtype', 'which failure'],
      ['Value', 'depends on the failure'],
      ['Value', 'depends on the failure'],
      ['Value', 'depends on the failure'],
    ],
    cases: {
      1: {
        is: 'a device was removed while a power request was on its way',
        rest: [['Device', 'device'], RESERVED, RESERVED],
      },
      2: {
        is: 'a device finished a power request and did not ask for the next',
        rest: [
          ['Device', 'target of the request'],
          ['Device', 'device'],
          ['Object', 'driver'],
        ],
      },
      3: {
        is: 'a device held a power request for too long',
        rest: [
          ['Device', 'physical device'],
          ['Object', 'triage data of the power manager'],
          ['Irp', 'request that is held'],
        ],
      },
      4: {
        is: 'a change of power waited too long for the Plug and Play manager',
        rest: [
          ['Number', 'seconds'],
          ['Thread', 'thread that holds the Plug and Play lock'],
          ['Object', 'triage data'],
        ],
      },
      5: {
        is: 'a device did not finish a directed change of power',
        rest: [['Device', 'physical device'], ['Object', 'device of the power framework'], RESERVED],
      },
    },
  },
  160: subtype('The power manager met a failure.'),
  165: subtype('The ACPI firmware does not keep to its specification.'),
  184: {
    is: 'A deferred call tried to wait.',
    parameters: [
      ['Thread', 'thread that ran'],
      ['Thread', 'thread that was to run'],
      RESERVED,
      ['Address', 'stack of the first'],
    ],
  },
  196: subtype('Driver Verifier found a mistake of a driver.', 'which rule'),
  201: subtype('Driver Verifier found a mistake in the I/O of a driver.', 'which rule'),
  202: {
    is: 'The Plug and Play manager met a mistake of a driver.',
    parameters: [['Subtype', 'which mistake'], ['Device', 'device'], DEPENDS, DEPENDS],
  },
  226: {
    is: 'A person crashed the machine on purpose, by keyboard or by a debugger.',
    parameters: [RESERVED, RESERVED, RESERVED, RESERVED],
  },
  227: {
    is: 'A thread released a resource that it does not own.',
    parameters: [['Object', 'resource'], ['Thread', 'thread'], ['Object', 'table of owners'], RESERVED],
  },
  234: {
    is: 'A thread does not get out of a display driver.',
    parameters: [['Thread', 'thread'], ['Object', 'watchdog'], ['Object', 'name of the driver'], RESERVED],
  },
  239: {
    is: 'A process ended that Windows cannot run without.',
    parameters: [['Process', 'process'], ['Value', '0 for a process, 1 for a thread'], RESERVED, RESERVED],
  },
  244: {
    is: 'A process or thread ended that Windows cannot run without.',
    parameters: [
      ['Value', '3 for a process, 6 for a thread'],
      ['Process', 'object that ended'],
      ['Text', 'name of its image'],
      ['Text', 'why'],
    ],
  },
  254: subtype('The USB stack met a mistake.'),
  257: {
    is: 'A processor did not take clock interrupts in time.',
    parameters: [
      ['Ticks', 'time allowed'],
      RESERVED,
      ['Object', 'control block of that processor'],
      ['Number', 'number of that processor'],
    ],
  },
  269: subtype('The driver framework found a mistake of a driver.', 'which mistake'),
  270: subtype('The video memory manager met a failure.'),
  275: subtype('The display kernel met a mistake.'),
  278: display('A display driver did not recover from a time-out.'),
  279: display('A display driver did not answer in time.'),
  281: subtype('The video scheduler met a mistake.'),
  292: {
    is: 'Hardware reported an error that cannot be corrected.',
    parameters: [
      ['Subtype', 'source of the report'],
      ['Object', 'error record'],
      ['Value', 'upper half of the status'],
      ['Value', 'lower half of the status'],
    ],
    cases: {
      0: { is: 'a machine check of the processor' },
      1: { is: 'a corrected machine check' },
      2: { is: 'a corrected platform error' },
      3: { is: 'a non-maskable interrupt' },
      4: { is: 'PCI Express' },
      5: { is: 'another source' },
      16: { is: 'a device driver' },
    },
  },
  307: {
    is: 'Deferred calls or interrupts ran for too long.',
    parameters: [['Subtype', 'which limit'], DEPENDS, DEPENDS, DEPENDS],
    cases: {
      0: {
        is: 'one deferred call or interrupt ran for too long',
        rest: [
          ['Ticks', 'time it ran'],
          ['Ticks', 'time allowed'],
          ['Object', 'triage data'],
        ],
      },
      1: {
        is: 'a processor was at DISPATCH_LEVEL or above for too long in all',
        rest: [['Ticks', 'time allowed'], ['Object', 'triage data'], RESERVED],
      },
    },
  },
  321: display('An engine of the display adapter did not answer in time.'),
  324: subtype('The USB 3 stack met a mistake.'),
  350: subtype('A network driver met a failure.'),
  353: {
    is: 'A running Windows wrote this dump; nothing crashed.',
    parameters: [RESERVED, RESERVED, RESERVED, RESERVED],
  },
  354: {
    is: 'A thread released a lock that it does not own.',
    parameters: [['Thread', 'thread'], ['Object', 'lock'], ['Number', 'session'], RESERVED],
  },
  402: {
    is: 'A thread acquired a lock at an IRQL that is too high.',
    parameters: [['Thread', 'thread'], ['Object', 'lock'], ['Irql', 'IRQL at that time'], RESERVED],
  },
  403: subtype('The display kernel reported a failure and went on.'),
  456: { is: 'A person held the power button.', parameters: [RESERVED, RESERVED, RESERVED, RESERVED] },
  131073: subtype('The hypervisor met a fatal error.', 'code of the hypervisor'),
};
