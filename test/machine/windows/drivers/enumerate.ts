import process from 'node:process';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';

/** enumerate.ts PROCESS-ID: what the port gives of that process and of the machine. */
const processId = Number(process.argv[2]);
const machine = createWindowsMachine();
const processes = machine.processes();
print({
  facts: machine.facts(),
  self: process.pid,
  ids: processes.map((each) => each.processId),
  names: processes.map((each) => each.name),
  found: processes.find((each) => each.processId === processId),
  toolHelp: outcome(() => machine.toolHelpThreadIds(processId)),
  toolHelpOfNobody: outcome(() => machine.toolHelpThreadIds(0x7ffffffc)),
  drivers: machine.drivers(),
});
