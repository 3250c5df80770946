/**
 * What keeps the environment from deciding what runs in the executables before their first line does. Each of the
 * variables below was seen to run foreign code, or to write a foreign file, in a Node without this;
 * test/build/environment.test.ts plants them.
 *
 * pkg's command line does not pass this configuration on, its internal function does; pkg is pinned exactly.
 */

/** Where there is nothing to configure OpenSSL with; its configuration may name libraries, which are then loaded. */
const NO_CONFIGURATION = { linux: '/dev/null', win: '\\\\.\\NUL' } as const;

/** The configuration of a single executable application (Node's documentation under that name). */
export function sealedConfig(platform: keyof typeof NO_CONFIGURATION): object {
  return {
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    // With a cache of its own, Node does not look for one in NODE_COMPILE_CACHE. See `withoutCodeCache`.
    useCodeCache: true,
    // Without this, NODE_OPTIONS could preload a script.
    execArgvExtension: 'none',
    // No option of V8 here: with any that it counts, V8 refuses the code of Node's own modules that Node brings compiled, which costs a
    // start 10 ms (seen with --max-semi-space-size).
    execArgv: [
      // Goes before OPENSSL_CONF.
      `--openssl-config=${NO_CONFIGURATION[platform]}`,
      // NODE_REDIRECT_WARNINGS appends them to a file of its choice.
      '--no-warnings',
    ],
  };
}

/** V8 begins cached code with 0xC0DE and a number of its build (src/snapshot/code-serializer.h, kMagicNumber). */
const CACHE_MAGIC = 0xc0de;
const LENGTH_BYTES = 8;

/**
 * The executable with zeros in the place of the cached code, which V8 then refuses by its first word and compiles the
 * program instead. A cache is good on the system alone that made it, and one executable is built on the other's system.
 */
export function withoutCodeCache(executable: Buffer, program: Uint8Array): Buffer {
  const result = Buffer.from(executable);
  // The program as Node stores it (src/node_sea.cc): text, then the length of the cache, then the cache.
  const found = result.indexOf(program);
  const at = found + program.length;
  const length = found < 0 ? 0 : Number(result.readBigUInt64LE(at));
  const cache = result.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + length);
  if (length === 0 || cache.length !== length || cache.readUInt16LE(2) !== CACHE_MAGIC) {
    throw new Error('the cached code is not behind the program: has Node changed its layout?');
  }
  cache.fill(0);
  return result;
}
