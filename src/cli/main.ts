import process from 'node:process';
import { run, type Terminal } from './run.ts';

// Node would write what it saw of us into the folder that this variable names, with the rights of an administrator.
if (process.env['NODE_V8_COVERAGE'] !== undefined) process.getBuiltinModule('node:v8').stopCoverage();

// A reader that goes away (`ktriage threads | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** Node makes a standard stream when somebody looks at it, which takes a short run as long as its work. */
let input: typeof process.stdin | undefined;
const terminal: Terminal = {
  get stdin() {
    input ??= process.stdin;
    return input;
  },
  stdout: process.stdout,
  get stderr() {
    return process.stderr;
  },
};

// The bundle is CommonJS, which has no top-level await.
void run(process.argv.slice(2), terminal).then((exitCode) => {
  process.exitCode = exitCode;
  // A caller may keep our standard input open to cancel by closing it; nobody listens any more.
  input?.pause();
  input?.unref?.();
});
