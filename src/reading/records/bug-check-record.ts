import { formatAddress } from '../../binary/address.ts';
import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { bugCheckInWords } from '../../explain/crash/crash.ts';
import type { DescribedParameter } from '../../explain/crash/crash-model.ts';
import type { CrashView } from '../../explain/crash/crash-view.ts';
import { defined } from './record-tools.ts';

type ArgumentRecord = NonNullable<DumpRecord['bugCheckArguments']>[number];

function argumentRecord({ value, kind, means, text }: DescribedParameter, index: number): ArgumentRecord {
  return {
    number: index + 1,
    value: formatAddress(value),
    kind,
    means,
    ...defined({ text }),
  } as ArgumentRecord;
}

/** What a bug check and its parameters mean, as the contract has it. */
export function bugCheckRecord(view: CrashView): Partial<DumpRecord> {
  const words = bugCheckInWords(view);
  if (words === undefined) return {};
  const { summary, parameters } = words;
  return {
    ...(defined({ bugCheckSummary: summary }) as Partial<DumpRecord>),
    ...(parameters.length > 0 && { bugCheckArguments: parameters.map(argumentRecord) }),
  };
}
