import path from 'node:path';
import { root, runTogether } from './tools.ts';

await runTogether([
  ['biome', 'check', '.'],
  ['tsc', '--project', '.'],
  ['tsc', '--project', path.join(root, 'src', 'page')],
  ['node', path.join(root, 'src', 'build', 'check-workflows.ts')],
  ['node', path.join(root, 'src', 'build', 'generate.ts'), '--check'],
]);
