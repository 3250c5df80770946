import { MAJOR_FUNCTIONS } from '../../kernel/layouts/io.ts';

/** Names of minor functions: IRP_MN_* of wdm.h and ntifs.h. */
const MINOR_FUNCTIONS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  IRP_MJ_DIRECTORY_CONTROL: [
    undefined,
    'QUERY_DIRECTORY',
    'NOTIFY_CHANGE_DIRECTORY',
    'NOTIFY_CHANGE_DIRECTORY_EX',
  ],
  IRP_MJ_FILE_SYSTEM_CONTROL: [
    'USER_FS_REQUEST',
    'MOUNT_VOLUME',
    'VERIFY_VOLUME',
    'LOAD_FILE_SYSTEM',
    'KERNEL_CALL',
  ],
  IRP_MJ_LOCK_CONTROL: [undefined, 'LOCK', 'UNLOCK_SINGLE', 'UNLOCK_ALL', 'UNLOCK_ALL_BY_KEY'],
  IRP_MJ_POWER: ['WAIT_WAKE', 'POWER_SEQUENCE', 'SET_POWER', 'QUERY_POWER'],
  IRP_MJ_SYSTEM_CONTROL: [
    'QUERY_ALL_DATA',
    'QUERY_SINGLE_INSTANCE',
    'CHANGE_SINGLE_INSTANCE',
    'CHANGE_SINGLE_ITEM',
    'ENABLE_EVENTS',
    'DISABLE_EVENTS',
    'ENABLE_COLLECTION',
    'DISABLE_COLLECTION',
    'REGINFO',
    'EXECUTE_METHOD',
    undefined,
    'REGINFO_EX',
  ],
  IRP_MJ_PNP: [
    'START_DEVICE',
    'QUERY_REMOVE_DEVICE',
    'REMOVE_DEVICE',
    'CANCEL_REMOVE_DEVICE',
    'STOP_DEVICE',
    'QUERY_STOP_DEVICE',
    'CANCEL_STOP_DEVICE',
    'QUERY_DEVICE_RELATIONS',
    'QUERY_INTERFACE',
    'QUERY_CAPABILITIES',
    'QUERY_RESOURCES',
    'QUERY_RESOURCE_REQUIREMENTS',
    'QUERY_DEVICE_TEXT',
    'FILTER_RESOURCE_REQUIREMENTS',
    undefined,
    'READ_CONFIG',
    'WRITE_CONFIG',
    'EJECT',
    'SET_LOCK',
    'QUERY_ID',
    'QUERY_PNP_DEVICE_STATE',
    'QUERY_BUS_INFORMATION',
    'DEVICE_USAGE_NOTIFICATION',
    'SURPRISE_REMOVAL',
    'QUERY_LEGACY_BUS_INFORMATION',
    'DEVICE_ENUMERATED',
  ],
};

/** `IRP_MJ_PNP`; a number that wdm.h does not have in hexadecimal. */
export function majorFunctionName(major: number): string {
  return MAJOR_FUNCTIONS[major] ?? `IRP_MJ_0x${major.toString(16)}`;
}

/** `IRP_MN_START_DEVICE`; undefined where a major function has no minor ones, or the number has no name. */
export function minorFunctionName(major: number, minor: number): string | undefined {
  const name = MINOR_FUNCTIONS[majorFunctionName(major)]?.[minor];
  return name === undefined ? undefined : `IRP_MN_${name}`;
}

/** Major functions that exist: 0 to IRP_MJ_MAXIMUM_FUNCTION. */
export const isMajorFunction = (major: number): boolean => major < MAJOR_FUNCTIONS.length;
