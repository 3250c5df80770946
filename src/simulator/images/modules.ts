/** A module of the simulated machine, `file` as the loader's list spells it. */
export interface ModulePlan {
  /** The name before `!` in a frame. */
  readonly name: string;
  readonly file: string;
  readonly path: string;
  readonly pdbName: string;
  readonly isUserMode?: true;
}

const SYSTEM32 = '\\SystemRoot\\system32\\';
const DRIVERS = '\\SystemRoot\\System32\\drivers\\';

const system = (file: string, name = stem(file), pdbName = `${name}.pdb`): ModulePlan => ({
  name,
  file,
  path: `${SYSTEM32}${file}`,
  pdbName,
});

const driver = (file: string): ModulePlan => ({
  name: stem(file),
  file,
  path: `${DRIVERS}${file}`,
  pdbName: `${stem(file)}.pdb`,
});

function stem(file: string): string {
  return file.replace(/\.[^.]+$/, '');
}

const DRIVER_FILES = [
  'ksecdd.sys',
  'werkernel.sys',
  'cng.sys',
  'Wdf01000.sys',
  'WDFLDR.SYS',
  'acpiex.sys',
  'SgrmAgent.sys',
  'ACPI.sys',
  'WMILIB.SYS',
  'intelpep.sys',
  'msisadrv.sys',
  'pci.sys',
  'vdrvroot.sys',
  'pdc.sys',
  'partmgr.sys',
  'spaceport.sys',
  'volmgr.sys',
  'volmgrx.sys',
  'mountmgr.sys',
  'storahci.sys',
  'storport.sys',
  'EhStorClass.sys',
  'fltmgr.sys',
  'fileinfo.sys',
  'Wof.sys',
  'Ntfs.sys',
  'Fs_Rec.sys',
  'ndis.sys',
  'NETIO.SYS',
  'ksecpkg.sys',
  'tcpip.sys',
  'fwpkclnt.sys',
  'wfplwfs.sys',
  'volsnap.sys',
  'rdyboost.sys',
  'mup.sys',
  'iorate.sys',
  'disk.sys',
  'CLASSPNP.SYS',
  'crashdmp.sys',
  'cdrom.sys',
  'filecrypt.sys',
  'tbs.sys',
  'Null.SYS',
  'Beep.SYS',
  'dxgkrnl.sys',
  'BasicDisplay.sys',
  'Npfs.SYS',
  'Msfs.SYS',
  'tdx.sys',
  'TDI.SYS',
  'netbt.sys',
  'afd.sys',
  'pacer.sys',
  'netbios.sys',
  'rdbss.sys',
  'nsiproxy.sys',
  'npsvctrig.sys',
  'mssmbios.sys',
  'dfsc.sys',
  'bam.sys',
  'HTTP.sys',
  'bowser.sys',
  'mpsdrv.sys',
  'mrxsmb.sys',
  'mrxsmb20.sys',
  'srvnet.sys',
  'srv2.sys',
  'condrv.sys',
] as const;

/** The kernel's modules in load order. */
export const MODULES: readonly ModulePlan[] = [
  system('ntoskrnl.exe', 'nt', 'ntkrnlmp.pdb'),
  system('hal.dll'),
  system('kd.dll'),
  system('mcupdate_GenuineIntel.dll'),
  system('PSHED.dll'),
  system('BOOTVID.dll'),
  system('CI.dll'),
  ...DRIVER_FILES.map(driver),
];

const user = (file: string, path = 'C:\\Windows\\System32\\'): ModulePlan => ({
  name: stem(file),
  file,
  path: `${path}${file}`,
  pdbName: `${stem(file)}.pdb`,
  isUserMode: true,
});

const INETSRV = 'C:\\Windows\\System32\\inetsrv\\';
const FRAMEWORK = 'C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\';

/** What is loaded in the IIS worker. */
export const USER_MODULES: readonly ModulePlan[] = [
  user('w3wp.exe', INETSRV),
  user('ntdll.dll'),
  user('KERNEL32.DLL'),
  user('KERNELBASE.dll'),
  user('RPCRT4.dll'),
  user('W3TP.dll', INETSRV),
  user('iiscore.dll', INETSRV),
  user('cachfile.dll', INETSRV),
  user('defdoc.dll', INETSRV),
  user('isapi.dll', INETSRV),
  user('webengine4.dll', FRAMEWORK),
  user('clr.dll', FRAMEWORK),
];

/** Functions that Windows really exports; all other names are in the PDBs alone. */
export const EXPORTED: ReadonlySet<string> = new Set([
  'nt!KeWaitForSingleObject',
  'nt!KeWaitForMultipleObjects',
  'nt!KeDelayExecutionThread',
  'nt!KeRemoveQueueEx',
  'nt!ExAcquireResourceExclusiveLite',
  'nt!FsRtlCancellableWaitForMultipleObjects',
  'nt!KeExpandKernelStackAndCallout',
  'nt!KeExpandKernelStackAndCalloutEx',
  'nt!ObOpenObjectByName',
  'nt!ObWaitForSingleObject',
  'nt!NtCreateFile',
  'nt!NtReadFile',
  'nt!NtWaitForSingleObject',
  'rdbss!RxFsdDispatch',
  'rdbss!RxCreateFromNetRoot',
]);

/** Global variables that a dump's header and debugger data point at, with their sizes. */
export const KERNEL_DATA: ReadonlyArray<readonly [name: string, bytes: number]> = [
  ['KdDebuggerDataBlock', 0x380],
  ['PsLoadedModuleList', 0x10],
  ['PsActiveProcessHead', 0x10],
  ['PspCidTable', 8],
  ['MmUnloadedDrivers', 8],
  ['NtBuildLab', 0x80],
  ['KiProcessorBlock', 0x2000],
  ['KiInitialProcess', 0xa40],
  ['MmPfnDatabase', 8],
  ['KiBugCheckData', 0x28],
  ['ExpSystemResourcesList', 0x10],
];
