import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The kernel's part in the bench of live dumps: grows a file by 2 MiB at a time, without contents, and ends with a header
 * and a bitmap of which every bit is set. A process of its own, so that its time is not counted as ours.
 */
const [file = '', pagesText = '', secondsText = ''] = process.argv.slice(2);
const pages = Number(pagesText);
const PAGE = 0x1000;
const CHUNK = 0x200000;
const HEADER = 0x2000;
const BITMAP = HEADER + 0x38;
const firstPage = Math.ceil((BITMAP + pages / 8) / PAGE) * PAGE;
const size = firstPage + pages * PAGE;

function header(): Buffer {
  const bytes = Buffer.alloc(BITMAP + pages / 8, 0xff);
  bytes.fill(0, 0, BITMAP);
  bytes.write('PAGEDU64', 0, 'latin1');
  bytes.writeUInt32LE(0x8664, 0x30);
  bytes.writeUInt32LE(6, 0xf98);
  bytes.writeBigUInt64LE(BigInt(size), 0xfa0);
  bytes.writeUInt32LE(0x10, 0x1050);
  bytes.write('SDMPDUMP', HEADER, 'latin1');
  bytes.writeBigUInt64LE(BigInt(firstPage), HEADER + 0x20);
  bytes.writeBigUInt64LE(BigInt(pages), HEADER + 0x28);
  bytes.writeBigUInt64LE(BigInt(pages), HEADER + 0x30);
  return bytes;
}

const descriptor = openSync(file, 'r+');
const chunks = Math.ceil(size / CHUNK);
for (let chunk = 1; chunk <= chunks; chunk += 1) {
  ftruncateSync(descriptor, Math.min(size, chunk * CHUNK));
  await delay((Number(secondsText) * 1000) / chunks);
}
writeSync(descriptor, header(), 0, undefined, 0);
closeSync(descriptor);
