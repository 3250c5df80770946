import path from 'node:path';
import { root, runAll } from './tools.ts';

runAll([
  ['biome', 'check', '.'],
  ['tsc', '--project', '.'],
  ['tsc', '--project', path.join(root, 'src', 'page')],
  ['node', path.join(root, 'src', 'build', 'check-workflows.ts')],
  ['node', path.join(root, 'src', 'build', 'generate.ts'), '--check'],
]);
