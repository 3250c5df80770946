import type { DecodedEvent, FieldValue } from './decoded-event.ts';
import { LIVE_DUMP_PROVIDER_NAME } from './event-table.ts';

/**
 * Events as sentences. The wording of the events that make up an ordinary capture is that of the trace which Gary Nebbett
 * published (gary-nebbett.blogspot.com, April 2016), so that traces can be compared line by line.
 */

type Fields = ReadonlyMap<string, FieldValue>;
type EventText = (fields: Fields) => string;
type Sentence = string | EventText;

const CAPTURE = 'Live Dump Capture Dump Data API';
const DEFERRED = 'Live Dump Write Deferred Dump Data API';
const DISCARD = 'Live Dump Discard Deferred Dump Data API';

const value = (fields: Fields, name: string): string => String(fields.get(name) ?? '?');
const status = (fields: Fields): string => {
  const code = fields.get('NTStatus');
  return typeof code === 'number' ? `0x${code.toString(16).toUpperCase()}` : '?';
};
const ended =
  (what: string): EventText =>
  (fields) =>
    `${what} ended. NT Status: ${status(fields)}.`;

const written =
  (what: string): EventText =>
  (fields) => {
    const parts = ['HeaderBytes', 'PrimaryDataBytes', 'SecondaryDataBytes'].map((name) =>
      value(fields, name),
    );
    const total = value(fields, 'TotalBytes');
    return `${what} ended. NT Status: ${status(fields)}. Total ${total} bytes (Header|Primary|Secondary: ${parts.join('|')} bytes).`;
  };

/** Later versions of the two size events add the secure kernel. */
function secureKernel(fields: Fields, name: string): string {
  return fields.has(name) ? ` Secure Kernel: ${value(fields, name)} bytes.` : '';
}

function estimation(fields: Fields): string {
  const hypervisor = `Primary ${value(fields, 'HvEstimatedPrimaryDataBytes')} bytes. Secondary ${value(fields, 'HvEstimatedSecondaryDataBytes')} bytes.`;
  return `Estimation. NT: ${value(fields, 'NtEstimatedPrimaryDataBytes')} bytes (Minimum ${value(fields, 'NtEstimatedRequiredPrimaryDataBytes')} bytes). Hypervisor: ${hypervisor}${secureKernel(fields, 'SkEstimatedPrimaryDataBytes')}`;
}

function allocation(fields: Fields): string {
  const hypervisor = `Primary ${value(fields, 'HvPrimaryDataBytes')} bytes. Secondary ${value(fields, 'HvSecondaryDataBytes')} bytes.`;
  return `Allocation. NT: ${value(fields, 'NtPrimaryDataBytes')} bytes. Hypervisor: ${hypervisor}${secureKernel(fields, 'SkPrimaryDataBytes')}`;
}

function started(fields: Fields): string {
  if (!fields.has('ControlFlags')) return `${CAPTURE} started.`;
  const hex = (name: string) =>
    `0x${BigInt(fields.get(name) ?? 0)
      .toString(16)
      .toUpperCase()}`;
  return `${CAPTURE} started. Flags: ${hex('ControlFlags')}. Add Pages: ${hex('AddPages')}.`;
}

/** All fields as text, for events that need no sentence. */
const listed =
  (what: string): EventText =>
  (fields) => {
    const parts = [...fields.keys()].map((name) =>
      name === 'NTStatus' ? `NT Status: ${status(fields)}` : `${name}: ${value(fields, name)}`,
    );
    return `${what}.${parts.map((part) => ` ${part}.`).join('')}`;
  };

const SENTENCES: Readonly<Record<number, Sentence>> = {
  1: started,
  2: ended(CAPTURE),
  3: 'Writing dump file started.',
  4: written('Writing dump file'),
  5: 'Memory pressure. The capture is aborted.',
  101: 'Mirroring started.',
  102: 'Mirroring Phase 0 ended.',
  103: 'Mirroring Phase 1 ended.',
  104: 'System Quiesce started.',
  105: 'System Quiesce ended.',
  106: estimation,
  107: allocation,
  108: 'RemovePages Callbacks started.',
  109: 'RemovePages Callbacks ended.',
  110: (fields) => `RemovePages Callback ${value(fields, 'CallbackIdentifier')} started.`,
  111: (fields) => `RemovePages Callback ${value(fields, 'CallbackIdentifier')} ended.`,
  112: (fields) =>
    `RemovePages Callback ${value(fields, 'CallbackIdentifier')} failed. NT Status: ${status(fields)}.`,
  113: listed('Page counts'),
  114: listed('Estimation failed'),
  115: listed('Allocation attempted'),
  116: listed('Allocation attempted'),
  151: 'Mirroring started.',
  152: 'Mirroring Phase 0 ended.',
  153: 'Mirroring Phase 1 ended.',
  154: 'System Quiesce started.',
  155: 'System Quiesce ended.',
  156: 'Copy memory pages started.',
  157: 'Copy memory pages ended.',
  201: `${DEFERRED} started.`,
  202: ended(DEFERRED),
  203: 'Writing deferred dump file started.',
  204: written('Writing deferred dump file'),
  251: `${DISCARD} started.`,
  252: ended(DISCARD),
};

const WORKFLOWS: Readonly<Record<string, string>> = {
  SizingWorkflow: 'Sizing Workflow: ',
  CapturePagesWorkflow: 'Capture Pages Workflow: ',
};

const hexBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The name of an operation in words: `PopulateBitmapForDump` → `Populate Bitmap For Dump`. */
const words = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');

/** An event as a sentence. */
export function eventText(event: Omit<DecodedEvent, 'text'>): string {
  const { id, version, row, fields, rest, truncated } = event;
  const bytes = rest.length === 0 ? '' : ` ${rest.length} bytes: ${hexBytes(rest)}.`;
  if (row === undefined) return `Event ${id} version ${version} of ${LIVE_DUMP_PROVIDER_NAME}.${bytes}`;
  const workflow = WORKFLOWS[row.task] ?? '';
  if (truncated) return `${workflow}${listed(words(row.opcode))(fields)} The event is cut off.${bytes}`;
  const sentence = SENTENCES[id] ?? listed(words(row.opcode));
  const text = typeof sentence === 'string' ? sentence : sentence(fields);
  return `${workflow}${text}${rest.length === 0 ? '' : ` Further${bytes}`}`;
}
