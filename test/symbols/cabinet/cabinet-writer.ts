import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';

/** A cabinet with one file, written by hand from the format's description; blocks refer back to the one before. */
export function writeCabinet(
  name: string,
  content: Uint8Array,
  options: { compression?: number; reserve?: number; checksums?: boolean } = {},
): Buffer {
  const { compression = 1, reserve = 0, checksums = true } = options;
  const blocks: Buffer[] = [];
  for (let at = 0; at < content.length; at += 0x8000) {
    const part = content.subarray(at, at + 0x8000);
    const history = content.subarray(Math.max(0, at - 0x8000), at);
    const data =
      compression === 0
        ? Buffer.from(part)
        : Buffer.concat([
            Buffer.from('CK'),
            deflateRawSync(part, history.length > 0 ? { dictionary: history } : {}),
          ]);
    const block = Buffer.alloc(8 + reserve + data.length, 0x5a);
    block.writeUInt16LE(data.length, 4);
    block.writeUInt16LE(part.length, 6);
    data.copy(block, 8 + reserve);
    let sum = 0;
    const add = (bytes: Buffer) => {
      for (let i = 0; i + 4 <= bytes.length; i += 4) sum ^= bytes.readUInt32LE(i);
      const rest = bytes.subarray(bytes.length & ~3);
      sum ^= [...rest].reduce((value, byte) => value * 256 + byte, 0);
    };
    add(data);
    add(block.subarray(8, 8 + reserve));
    add(block.subarray(4, 8));
    block.writeUInt32LE(checksums ? sum >>> 0 : 0, 0);
    blocks.push(block);
  }
  const nameBytes = Buffer.from(`${name}\0`, 'latin1');
  const header = Buffer.alloc(36 + (reserve ? 4 : 0));
  const folder = Buffer.alloc(8 + reserve);
  const file = Buffer.alloc(16);
  const filesAt = header.length + folder.length;
  const dataAt = filesAt + file.length + nameBytes.length;
  header.write('MSCF');
  header.writeUInt32LE(dataAt + blocks.reduce((sum, block) => sum + block.length, 0), 8);
  header.writeUInt32LE(filesAt, 16);
  header.writeUInt8(3, 24);
  header.writeUInt8(1, 25);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(1, 28);
  if (reserve) {
    header.writeUInt16LE(4, 30);
    header.writeUInt8(reserve, 38);
    header.writeUInt8(reserve, 39);
  }
  folder.writeUInt32LE(dataAt, 0);
  folder.writeUInt16LE(blocks.length, 4);
  folder.writeUInt16LE(compression, 6);
  file.writeUInt32LE(content.length, 0);
  return Buffer.concat([header, folder, file, nameBytes, ...blocks]);
}
