import process from 'node:process';
import type { Readable } from 'node:stream';
import { Failure } from '../contract/failure.ts';
import { PRODUCT_VERSION } from '../contract/version.ts';

/** A request longer than this is a mistake or an attack; 100,000 threads take about 15 MB. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The first line of a stream, without its end; undefined when the stream ends before its first character. The stream
 * stays open, because closing it may mean something later.
 * @throws Failure InvalidRequest when the line is too long
 */
export function readLine(input: Readable): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (line: string | undefined) => {
      input.off('data', onData).off('end', onEnd).off('error', onEnd).pause();
      resolve(line);
    };
    const text = () => Buffer.concat(chunks).toString('utf8').replace(/^﻿/, '');
    const onEnd = () => finish(length === 0 ? undefined : text());
    const onData = (chunk: Buffer) => {
      const end = chunk.indexOf(0x0a);
      chunks.push(end < 0 ? chunk : chunk.subarray(0, end));
      length += chunk.length;
      if (length > LONGEST_LINE) {
        input.off('data', onData).off('end', onEnd).off('error', onEnd).pause();
        reject(new Failure('InvalidRequest', `the request line is longer than ${LONGEST_LINE} bytes`));
      } else if (end >= 0) {
        finish(text());
      }
    };
    input.on('data', onData).on('end', onEnd).on('error', onEnd);
  });
}

const LIST = 0x5b;
const OBJECT = 0x7b;
/** Bytes of a request for each list and object in it: a frame of a stack, the smallest of a record, takes sixty. */
const BYTES_PER_CONTAINER = 12;
const FREE_CONTAINERS = 0x1_0000;

/** An empty list takes three bytes of a line and twenty times as many of memory: a line that is made of them is not parsed. */
function hasFewContainers(line: string): boolean {
  if (line.length <= FREE_CONTAINERS) return true;
  let containers = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === LIST || code === OBJECT) containers += 1;
  }
  return containers <= FREE_CONTAINERS + line.length / BYTES_PER_CONTAINER;
}

/**
 * A request line as an object (not validated yet); an empty line is an empty request.
 * @throws Failure InvalidRequest
 */
export function parseRequestLine(line: string): Record<string, unknown> {
  if (line.trim() === '') return {};
  if (!hasFewContainers(line))
    throw new Failure(
      'InvalidRequest',
      'the request line is made of more lists and objects than a request has',
    );
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (thrown) {
    // The parser's message repeats a part of the line, which may hold a login.
    const [place = 'it ends early or holds something else'] = /position \d+/.exec(String(thrown)) ?? [];
    throw new Failure('InvalidRequest', `the request line is not JSON: ${place}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure('InvalidRequest', 'the request line is not a JSON object');
  }
  return value as Record<string, unknown>;
}

/**
 * Refuses a caller that was made for another version. Comes before the schema: of two versions that differ, this is what
 * the user should hear, not which property the older one does not know.
 * @throws Failure VersionMismatch
 */
export function checkCaller({ callerVersion }: Record<string, unknown>): void {
  if (callerVersion === undefined || callerVersion === PRODUCT_VERSION) return;
  throw new Failure(
    'VersionMismatch',
    `ktriage ${PRODUCT_VERSION} was called by a module of version ${String(callerVersion)}.`,
    { target: process.execPath },
  );
}
