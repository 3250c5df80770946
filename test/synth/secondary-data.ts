import { Buffer } from 'node:buffer';

/** GUID-tagged data after the dump, as drivers add it at a bug check. */
export function secondaryData(): Buffer {
  const blobs = ['first blob', 'the second blob'].map((text, index) => {
    const data = Buffer.from(text, 'latin1');
    const head = Buffer.alloc(0x20);
    head.writeUInt32LE(0x20, 0);
    head.fill(0x11 * (index + 1), 4, 20);
    head.writeUInt32LE(data.length, 0x14);
    head.writeUInt32LE(index * 4, 0x18);
    head.writeUInt32LE(3, 0x1c);
    return Buffer.concat([head, Buffer.alloc(index * 4), data, Buffer.alloc(3)]);
  });
  const head = Buffer.alloc(0x10);
  head.write('DumpBlob', 0, 'latin1');
  head.writeUInt32LE(0x10, 8);
  return Buffer.concat([head, ...blobs]);
}
