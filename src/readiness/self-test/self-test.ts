import { bytesSource } from '../../binary/byte-source.ts';
import { asFailure } from '../../contract/failure.ts';
import { openDump } from '../../dump/open-dump.ts';
import { readKernelObjects } from '../../kernel/kernel-objects.ts';
import type { Machine } from '../../machine/port.ts';
import type { CheckStatus } from '../finding.ts';
import type { Assumption, SelfTestEvidence } from './assumption.ts';
import { CALL_ASSUMPTIONS } from './call-assumptions.ts';
import { COST_ASSUMPTIONS } from './capture-cost.ts';
import { captureSample, type Sample } from './capture-sample.ts';
import { CONTENT_ASSUMPTIONS } from './content-assumptions.ts';
import { WAIT_ASSUMPTIONS } from './wait-assumptions.ts';

export interface SelfTestFinding {
  readonly name: string;
  readonly status: CheckStatus;
  readonly assumption: string;
  readonly expected: string;
  readonly observed?: string;
}

const READABLE: Omit<SelfTestFinding, 'status' | 'observed'> = {
  name: 'Readable',
  assumption: 'What the kernel returns is a triage dump that this version reads.',
  expected: 'a dump of type 4, without damage',
};

function readBack(
  machine: Machine,
  sample: Sample,
): { evidence: SelfTestEvidence; readable: SelfTestFinding } {
  const evidence: SelfTestEvidence = { facts: machine.facts(), sample };
  try {
    const dump = openDump(bytesSource(sample.answer.bytes, 'the capture'));
    if (dump.kind !== 'triage') {
      return {
        evidence,
        readable: { ...READABLE, status: 'Fail', observed: `a dump of format ${dump.format}` },
      };
    }
    const objects = readKernelObjects(dump);
    const damage = dump.findings.list.find(({ effect }) => effect === 'damaged' || effect === 'truncated');
    const readable: SelfTestFinding =
      damage === undefined
        ? { ...READABLE, status: 'Pass', observed: READABLE.expected }
        : { ...READABLE, status: 'Fail', observed: damage.message };
    return { evidence: { ...evidence, dump, objects }, readable };
  } catch (thrown) {
    return { evidence, readable: { ...READABLE, status: 'Fail', observed: asFailure(thrown).message } };
  }
}

function findingOf({ name, assumption, compare }: Assumption, evidence: SelfTestEvidence): SelfTestFinding {
  return { name, assumption, ...compare(evidence) };
}

/**
 * Captures threads of one process, reads them back, and compares with everything that this product assumes of Windows
 * and cannot prove elsewhere. An assumption that does not hold is a finding, never an exception.
 * @param processId the process to capture; any process of the machine when absent
 * @throws Failure NotElevated, PrivilegeNotHeld, ThreadNotFound: nothing was captured
 */
export async function selfTest(machine: Machine, processId: number | undefined): Promise<SelfTestFinding[]> {
  const sample = await captureSample(machine, processId);
  const { evidence, readable } = readBack(machine, sample);
  const [callStatus, ...others] = [
    ...CALL_ASSUMPTIONS,
    ...CONTENT_ASSUMPTIONS,
    ...WAIT_ASSUMPTIONS,
    ...COST_ASSUMPTIONS,
  ].map((assumption) => findingOf(assumption, evidence));
  return [...(callStatus === undefined ? [] : [callStatus]), readable, ...others];
}
