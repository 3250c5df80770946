import process from 'node:process';

/**
 * What Windows PowerShell is started with: PowerShell 7 leaves its own PSModulePath to what it starts, Node too, and with
 * that Windows PowerShell loads modules of the other one, or none, and lacks its Cert: drive (issue 18530 of PowerShell).
 * Without the variable it makes its own. Names are compared as Windows does: without case.
 */
export function windowsPowerShellEnvironment(inherited: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(inherited).filter(([name]) => name.toUpperCase() !== 'PSMODULEPATH'),
  );
}

/** The environment of a PowerShell that is started by this command. */
export function environmentFor(command: string): NodeJS.ProcessEnv {
  return command === 'powershell' ? windowsPowerShellEnvironment() : process.env;
}
