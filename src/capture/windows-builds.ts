/** First builds of Windows that have a part of the live dump interface; marked reports are unproven by us. */
export const FIRST_BUILD = {
  /** Windows 8.1 and Server 2012 R2: the command itself (kdtypes.h of the NDK). */
  liveDump: 9600,
  /** Windows 10 1803: AbortIfMemoryPressure (phnt). */
  abortOnMemoryPressure: 17134,
  /** Windows Server 2022: whether it has selective dumps is not published. */
  selectiveUnknown: 20348,
  /** Windows 11: version 2 of the control structure, selective dumps, NonEssentialHypervisorPages (phnt). */
  selective: 22000,
  nonEssentialHypervisor: 22000,
  /** Windows 11 22H2: user pages without kernel debugging (README of Sedeniono/livedump; reported). */
  userMemoryWithoutDebugging: 22621,
} as const;
