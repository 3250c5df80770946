import type { Writable } from 'node:stream';
import { type Face, inWordsOf } from '../contract/face.ts';
import type { Failure } from '../contract/failure.ts';
import type { RecordType } from '../contract/generated/types.ts';
import { harmless } from '../contract/harmless.ts';
import { ntStatusHex, ntStatusName } from '../contract/ntstatus.ts';
import type { Output, Progress, RowLayout, RowWriter } from '../contract/output.ts';
import { capitalized } from '../contract/spelling.ts';
import { drained } from './drained.ts';
import { exitCode, newOutcome } from './outcome.ts';
import { pascalCaseKeys } from './property-case.ts';
import type { CommonRequest } from './verb.ts';

/** Lines are joined into writes of about this many characters; a pause in the stream flushes what there is. */
const CHUNK = 64 * 1024;

/**
 * A failure as the contract spells it. Programs print its sentences for a person: so nothing in them is
 * left that a terminal obeys. The target is data and exact.
 */
export function errorLine(failure: Failure, face: Face): object {
  const { target, ntStatus, offset, field } = failure.facts;
  return {
    kind: 'error',
    code: failure.code,
    message: harmless(inWordsOf(face, failure.message)),
    advice: harmless(inWordsOf(face, failure.advice)),
    target,
    ...(ntStatus === undefined
      ? {}
      : { ntStatus: ntStatusHex(ntStatus), ntStatusName: ntStatusName(ntStatus) }),
    offset,
    field,
  };
}

function progressLine({ activity, status, ...rest }: Progress): object {
  return {
    kind: 'progress',
    activity: harmless(activity),
    ...(status === undefined ? {} : { status: harmless(status) }),
    ...rest,
  };
}

/** NDJSON on a stream, as src/contract/schema/message.schema.json describes it. */
export function ndjsonOutput(
  stream: Writable,
  {
    propertyCase = 'camel',
    adviceFor = 'executable',
  }: Pick<CommonRequest, 'propertyCase' | 'adviceFor'> = {},
): Output {
  const outcome = newOutcome();
  const spell = propertyCase === 'pascal' ? pascalCaseKeys : (value: object) => value;
  const spellName = propertyCase === 'pascal' ? capitalized : (name: string) => name;
  /** What is written next: text, or lines of rows, never both. */
  let pending = '';
  let rows: { readonly layout: object; readonly writer: RowWriter<unknown> } | undefined;
  let rowsPending = false;
  let scheduled = false;
  let waiting: Promise<void> | undefined;

  function flush(): void {
    scheduled = false;
    if (pending === '' && !rowsPending) return;
    const chunk = rowsPending && rows !== undefined ? rows.writer.take() : pending;
    pending = '';
    rowsPending = false;
    if (stream.write(chunk)) return;
    waiting = drained(stream).then(() => {
      waiting = undefined;
    });
  }

  function flushSoon(full: boolean): void {
    if (full) {
      flush();
    } else if (!scheduled) {
      scheduled = true;
      setImmediate(flush);
    }
  }

  function line(text: string): void {
    if (rowsPending) flush();
    pending += `${text}\n`;
    flushSoon(pending.length >= CHUNK);
  }

  function writerOf<S>(layout: RowLayout<RecordType, S>): RowWriter<S> {
    if (rows?.layout !== layout) {
      flush();
      rows = { layout, writer: layout.open(spellName) as RowWriter<unknown> };
    }
    return rows.writer as RowWriter<S>;
  }

  return {
    async record(type, value, done = true) {
      outcome.records += 1;
      if (done) outcome.results += 1;
      // The same as stringifying the whole message, without making one for each of 100,000 records.
      line(`{"kind":"record","type":${JSON.stringify(type)},"value":${JSON.stringify(spell(value))}}`);
      if (waiting !== undefined) await waiting;
    },
    row(layout, source) {
      outcome.records += 1;
      outcome.results += 1;
      const writer = writerOf(layout);
      if (pending !== '') flush();
      rowsPending = true;
      flushSoon(writer.add(source));
      return waiting;
    },
    progress: (progress) => line(JSON.stringify(progressLine(progress))),
    warning(message, target) {
      outcome.warnings += 1;
      line(JSON.stringify({ kind: 'warning', message: harmless(inWordsOf(adviceFor, message)), target }));
    },
    incomplete(code) {
      outcome.incomplete ??= code;
    },
    answer(exit) {
      outcome.answer = exit;
    },
    error(failure) {
      outcome.failures.push(failure);
      line(JSON.stringify(errorLine(failure, adviceFor)));
    },
    async end() {
      const code = exitCode(outcome);
      const { records, warnings, failures } = outcome;
      line(JSON.stringify({ kind: 'end', records, warnings, errors: failures.length, exitCode: code }));
      flush();
      if (waiting !== undefined) await waiting;
      return code;
    },
  };
}
