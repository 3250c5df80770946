import { kernelVariable } from '../images/code-place.ts';
import { kernelImages } from '../images/kernel-images.ts';
import { X64_19041 } from '../synth/builds.ts';
import type { HeaderGlobals } from '../synth/files/dump-header.ts';
import { writeDebuggerData } from '../synth/objects/debugger-data.ts';
import { rawRecord } from '../synth/raw-record.ts';

/** The build that the layouts of the simulated kernel are of, whatever build it reports. */
export const KERNEL = X64_19041;

const PAGE_TABLES = 0xffffba00_00000000n;

/** KDDEBUGGER_DATA64 of the simulated kernel. */
export function debuggerData(processorBytes: number): Uint8Array {
  const record = rawRecord(KERNEL.debuggerDataSize);
  const globals = {
    kernelBase: kernelImages()[0]?.base ?? 0n,
    moduleList: kernelVariable('PsLoadedModuleList'),
    processList: kernelVariable('PsActiveProcessHead'),
    processorBlock: kernelVariable('KiProcessorBlock'),
    unloadedDrivers: kernelVariable('MmUnloadedDrivers'),
    idTable: kernelVariable('PspCidTable'),
    resourceList: kernelVariable('ExpSystemResourcesList'),
    bugCheckData: kernelVariable('KiBugCheckData'),
    pageFrameDatabase: kernelVariable('MmPfnDatabase'),
    buildLab: kernelVariable('NtBuildLab'),
    pageTables: PAGE_TABLES,
  };
  const address = kernelVariable('KdDebuggerDataBlock');
  writeDebuggerData(record, KERNEL, globals, { address, processorBytes });
  return record.bytes;
}

/** What the header of a dump repeats of them. */
export function headerGlobals(): HeaderGlobals {
  return {
    pageFrameDatabase: kernelVariable('MmPfnDatabase'),
    moduleList: kernelVariable('PsLoadedModuleList'),
    processList: kernelVariable('PsActiveProcessHead'),
    debuggerData: kernelVariable('KdDebuggerDataBlock'),
  };
}
