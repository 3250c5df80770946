import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEvent } from '../../../../src/capture/live/events/decode-event.ts';
import {
  EVENT_TABLE,
  LIVE_DUMP_PROVIDER,
  LIVE_DUMP_PROVIDER_NAME,
} from '../../../../src/capture/live/events/event-table.ts';
import { relativeTime } from '../../../../src/capture/live/events/relative-time.ts';
import { describeWith, sharedData } from '../../../support/equipment.ts';
import { ARTICLE_EVENTS, ARTICLE_LISTING } from './article-trace.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

interface ManifestEvent {
  readonly id: number;
  readonly version: number;
  readonly task: string;
  readonly opcode: string;
  readonly fields: readonly (readonly [string, string])[];
}

const IN_TYPES: Readonly<Record<string, string>> = {
  'win:UInt32': 'u32',
  'win:UInt64': 'u64',
  'win:AnsiString': 'ansi',
};

function attribute(element: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1];
}

/** The events of a manifest, read without any knowledge of what should be in it. */
function manifestEvents(text: string): ManifestEvent[] {
  const templates = new Map(
    [...text.matchAll(/<template tid="([^"]+)">([\s\S]*?)<\/template>/g)].map(([, tid, body = '']) => [
      tid,
      [...body.matchAll(/<data [^>]*>/g)].map(
        ([data]) =>
          [attribute(data, 'name') ?? '', IN_TYPES[attribute(data, 'inType') ?? ''] ?? '?'] as const,
      ),
    ]),
  );
  return [...text.matchAll(/<event [^>]*>/g)].map(([element]) => {
    const template = attribute(element, 'template');
    return {
      id: Number(attribute(element, 'value')),
      version: Number(attribute(element, 'version')),
      task: attribute(element, 'task') ?? '',
      opcode: attribute(element, 'opcode') ?? '',
      fields: template === undefined ? [] : (templates.get(template) ?? [['missing template', template]]),
    };
  });
}

describeWith(['shared-data'], 'the event table', () => {
  const manifests = ['Kernel-LiveDump-10240.xml', 'Kernel-LiveDump-18990.xml'].map((name) =>
    readFileSync(path.join(sharedData, 'etw', name), 'utf8'),
  );
  const key = ({ id, version }: { id: number; version: number }) => `${id} v${version}`;
  const ours = new Map(EVENT_TABLE.map((row) => [key(row), row]));

  it.each(manifests)('the event table describes every event of a manifest exactly', (manifest) => {
    expect(attribute(manifest, 'guid')).toBe(`{${LIVE_DUMP_PROVIDER}}`);
    expect(manifest).toContain(`<provider name="${LIVE_DUMP_PROVIDER_NAME}"`);
    const events = manifestEvents(manifest);
    expect(events.length).toBeGreaterThan(25);
    for (const event of events) {
      const { id, version, task, opcode, fields } = ours.get(key(event)) ?? {};
      expect({ id, version, task, opcode, fields }).toEqual(event);
    }
  });

  it('the event table holds nothing that no manifest has, except what it marks as reported', () => {
    const registered = new Set(manifests.flatMap(manifestEvents).map(key));
    const unregistered = EVENT_TABLE.filter((row) => !registered.has(key(row)));
    expect(unregistered.filter(({ reported }) => reported !== true)).toEqual([]);
  });
});

describe('decoding', () => {
  it('decoding live dump events prints the published trace character for character', () => {
    const start = 133_601_739_950_000_000n;
    const lines = ARTICLE_EVENTS.map(
      (event) => `${relativeTime(start + event.ticks, start)} ${decodeEvent(event).text}`,
    );
    expect(lines.join('\n')).toBe(ARTICLE_LISTING);
  });

  it('decoding live dump events names the fields of a payload', () => {
    const [event] = ARTICLE_EVENTS.filter(({ id }) => id === 4);
    if (event === undefined) throw new Error('the sample has lost its event 4');
    expect(Object.fromEntries(decodeEvent(event).fields)).toEqual({
      NTStatus: 0,
      TotalBytes: 1571217408,
      HeaderBytes: 286720,
      PrimaryDataBytes: 1570930688,
      SecondaryDataBytes: 0,
    });
  });

  it('decoding live dump events reads texts up to their end, and what follows them', () => {
    const event = decodeEvent({ id: 112, version: 0, data: bytes('48 76 6c 00 9a 00 00 c0') });
    expect(event.text).toBe('Sizing Workflow: RemovePages Callback Hvl failed. NT Status: 0xC000009A.');
    expect(event.rest).toHaveLength(0);
  });

  it('decoding live dump events shows the fields that a later version added, where they are known', () => {
    const data = Buffer.concat([...Array(10).keys()].map((n) => bytes(`0${n} 00 00 00 00 00 00 00`)));
    const event = decodeEvent({ id: 106, version: 1, data });
    expect(event.fields.get('SkEstimatedPrimaryDataBytes')).toBe(4);
    expect(event.text).toMatch(/Secondary 3 bytes\. Secure Kernel: 4 bytes\.$/);
  });

  it('decoding an event of an unknown version gives the known fields, and the rest as it is', () => {
    const event = decodeEvent({ id: 2, version: 7, data: bytes('20 01 00 c0 ab cd') });
    expect(event.fields.get('NTStatus')).toBe(0xc0000120);
    expect(event.text).toBe(
      'Live Dump Capture Dump Data API ended. NT Status: 0xC0000120. Further 2 bytes: abcd.',
    );
  });

  it('decoding live dump events shows an unknown id with its data', () => {
    const event = decodeEvent({ id: 999, version: 3, data: bytes('01 02 ff') });
    expect(event.row).toBeUndefined();
    expect(event.text).toBe('Event 999 version 3 of Microsoft-Windows-Kernel-LiveDump. 3 bytes: 0102ff.');
  });

  it('decoding live dump events shows as much of a cut-off event as there is', () => {
    const event = decodeEvent({ id: 4, version: 0, data: bytes('00 00 00 00 10 00 00 00 00 00 00 00 07') });
    expect(event.truncated).toBe(true);
    expect([...event.fields]).toEqual([
      ['NTStatus', 0],
      ['TotalBytes', 16],
    ]);
    expect(event.text).toContain('cut off');
  });

  it('decoding live dump events keeps integers exact that are too large for a number', () => {
    const event = decodeEvent({ id: 113, version: 0, data: bytes(`${'ff'.repeat(8)} 0100000000000000`) });
    expect(event.fields.get('EstimatedPageCount')).toBe('18446744073709551615');
    expect(event.fields.get('AllocatedPageCount')).toBe(1);
  });

  it('decoding live dump events never fails, whatever the bytes', () => {
    const id = fc.oneof(fc.constantFrom(...EVENT_TABLE.map((row) => row.id)), fc.nat(0xffff));
    fc.assert(
      fc.property(id, fc.nat(255), fc.uint8Array({ maxLength: 120 }), (eventId, version, data) => {
        const event = decodeEvent({ id: eventId, version, data });
        expect(event.text).not.toBe('');
        expect(event.rest.length).toBeLessThanOrEqual(data.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the time of an event', () => {
  it('the time of an event has at least two digits of seconds and all decimals', () => {
    expect(relativeTime(5n, 5n)).toBe('00.0000000');
    expect(relativeTime(1_234_567_890n, 0n)).toBe('123.4567890');
    expect(relativeTime(1n, 9n)).toBe('00.0000000');
  });
});
