import { NtExecutable, NtExecutableResource } from 'resedit';

/** RT_RCDATA and the name under which Node.js asks Windows for its program (src/node_sea.cc of Node, postject-api.h). */
const RAW_DATA = 10;
const BLOB = 'NODE_SEA_BLOB';
const NEUTRAL = { lang: 0, codepage: 0 };

/** Node.js looks for a program inside of itself only where the mark ends in 1. */
const MARK = Buffer.from('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:');

/**
 * A node.exe with the blob of a program as a resource, which it then runs.
 *
 * This is what postject does, which pkg calls. postject reads and writes each resource by calls between its WebAssembly and
 * JavaScript, which takes 18 s for node.exe.
 * @throws Error where `node` has the mark not exactly once, or holds a program already
 */
export function withBlob(node: Uint8Array, blob: Uint8Array): Buffer {
  const executable = NtExecutable.from(node, { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  if (resources.entries.some(({ id }) => id === BLOB)) throw new Error('node.exe holds a program already');
  // A copy of its own: the buffer of a file may be a part of a larger one.
  resources.entries.push({ type: RAW_DATA, id: BLOB, ...NEUTRAL, bin: new Uint8Array(blob).buffer });
  resources.outputResource(executable);
  const result = Buffer.from(executable.generate());
  const at = result.indexOf(MARK) + MARK.length;
  if (at < MARK.length || result.indexOf(MARK, at) >= 0 || result[at] !== 0x30) {
    throw new Error('the mark for a program is not once in node.exe: has Node changed it?');
  }
  result[at] = 0x31;
  return result;
}
