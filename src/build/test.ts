import process from 'node:process';
import { runTool } from './tools.ts';

process.exit(runTool('vitest', ['run', ...process.argv.slice(2)]));
