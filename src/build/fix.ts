import process from 'node:process';
import { runTool } from './tools.ts';

process.exitCode = runTool('biome', ['check', '--write', '.']);
