import process from 'node:process';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { capture } from './capture.ts';
import { peakBytes } from './peak.ts';

// Prints the peak memory of a process that captures so many times over, in MB.
await capture(createSimulatedMachine('w3wp-oplock'), Number(process.argv[2]));
console.log(Math.round(peakBytes() / 1_000_000));
