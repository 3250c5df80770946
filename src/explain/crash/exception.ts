import { isKernelAddress, virtualAddress } from '../../binary/address.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { view as structure } from '../../binary/layout.ts';
import { EXCEPTION_RECORD64 } from '../../dump/layouts/dump-header.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import type { BugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import { statusText } from '../../kernel/bug-check/status-names.ts';
import type { CrashView } from './crash-view.ts';
import { placeText, placeWithAddress } from './describe-value.ts';

/** An exception record, with its details in words. */
export interface CrashException {
  readonly code: number;
  readonly name: string;
  readonly address: bigint;
  readonly place: string;
  readonly parameters: readonly bigint[];
  /** `wrote a null pointer plus 0x28 (0x…28)`, for those with parameters in words. */
  readonly detail?: string;
}

/** EXCEPTION_RECORD64.ExceptionInformation, fifteen words. */
const INFORMATION = 0x20;
const MOST_PARAMETERS = 15;
const STATUS_BREAKPOINT = 0x80000003;
const STATUS_ACCESS_VIOLATION = 0xc0000005;
const STATUS_IN_PAGE_ERROR = 0xc0000006;
/** The first parameter of an access violation (winnt.h, EXCEPTION_READ_FAULT and so on). */
const ACCESS: Readonly<Record<number, string>> = { 0: 'read', 1: 'wrote', 8: 'executed' };

function parse(view: CrashView, bytes: Uint8Array): CrashException | undefined {
  const record = structure(EXCEPTION_RECORD64, bytes).all();
  if (record.ExceptionCode === 0 || record.NumberParameters > MOST_PARAMETERS) return undefined;
  const words = dataViewOf(bytes);
  const parameters = Array.from({ length: record.NumberParameters }, (_, index) =>
    words.getBigUint64(INFORMATION + index * 8, true),
  );
  const [access = 0n, address] = parameters;
  const hasAccess = [STATUS_ACCESS_VIOLATION, STATUS_IN_PAGE_ERROR].includes(record.ExceptionCode);
  const verb = ACCESS[Number(access)];
  return {
    code: record.ExceptionCode,
    name: statusText(BigInt(record.ExceptionCode)),
    address: record.ExceptionAddress,
    place: placeText(view, record.ExceptionAddress),
    parameters,
    ...(hasAccess &&
      verb !== undefined &&
      address !== undefined && { detail: `${verb} ${placeWithAddress(view, address)}` }),
  };
}

/**
 * The exception of a crash: the record that a parameter names where the dump holds it, else that of the header. The header of a
 * crash without an exception has the breakpoint of the bug check itself, which means nothing.
 */
export function crashException(
  view: CrashView,
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
): CrashException | undefined {
  const index = meaning?.parameters.findIndex(([kind]) => kind === 'ExceptionRecord') ?? -1;
  const named = parameters[index] ?? 0n;
  const bytes = isKernelAddress(named)
    ? tryRead(view.dump.memory, virtualAddress(named), EXCEPTION_RECORD64.size)
    : undefined;
  const header = view.dump.header.get('Exception');
  const found = (bytes && parse(view, bytes)) ?? (header && parse(view, header));
  return found?.code === STATUS_BREAKPOINT && index < 0 ? undefined : found;
}
