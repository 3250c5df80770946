import { Failure } from '../../contract/failure.ts';
import type { DscRequest, DumpReadiness } from '../../contract/generated/types.ts';
import { validateDscRequest } from '../../contract/generated/validators/request-dsc.js';
import type { Machine } from '../../machine/port.ts';
import { getState, type ManagedMachine, setState, testState, whatIf } from '../../readiness/dsc/resource.ts';
import { verb } from '../verb.ts';

function answer({ operation, instance = {} }: DscRequest, machine: ManagedMachine): DumpReadiness {
  switch (operation) {
    case 'get':
    case 'export':
      return getState(machine, instance);
    case 'test':
      return testState(machine, instance);
    case 'whatif':
      return whatIf(machine, instance);
    case 'set':
      return setState(machine, instance);
  }
}

/** @throws Failure NotWindows where a machine has nothing of what the resource is about */
function managed(machine: Machine): ManagedMachine {
  const registry = machine.registry?.();
  const folders = machine.dumpFolders?.();
  if (registry !== undefined && folders !== undefined) return { registry, folders };
  throw new Failure('NotWindows', 'This machine has no registry and no access control lists.', {
    target: machine.name,
  });
}

export const dscVerb = verb({
  name: 'dsc',
  summary: 'Get, test or set the settings of Windows that decide about dumps, for DSC.',
  examples: [
    { command: 'ktriage dsc get', does: 'the settings of this machine' },
    {
      command: 'ktriage dsc test --instance "{\\"fullLiveReportsMax\\":1}"',
      does: 'whether live dumps are allowed by that setting',
    },
    {
      command: 'ktriage dsc set --instance "{\\"dumpFolder\\":\\"D:\\\\\\\\dumps\\"}"',
      does: 'makes a folder for dumps that only administrators get at',
    },
  ],
  validate: validateDscRequest,
  speaksDsc: true,
  async run(request, { machine, output }) {
    await output.record('DumpReadiness', answer(request, managed(await machine(request.machine))));
  },
});
