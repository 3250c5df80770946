import { layout, u8, u16, u32, u64 } from '../../binary/layout.ts';

/**
 * The I/O structures of wdm.h (64-bit), which do not change between builds; compared with the type records of a driver of 19041
 * and with objects in its dump.
 */

/** IO_TYPE_* of wdm.h: the first word of each structure. */
export const IO_TYPE = { device: 3, driver: 4, file: 5, irp: 6, vpb: 10 } as const;

export const IRP = layout('IRP', 0xd0, {
  Type: u16(0x0),
  Size: u16(0x2),
  ThreadListEntry: u64(0x20),
  RequestorMode: u8(0x40),
  StackCount: u8(0x42),
  CurrentLocation: u8(0x43),
  Cancel: u8(0x44),
  UserEvent: u64(0x50),
  Thread: u64(0x98),
  CurrentStackLocation: u64(0xb8),
  OriginalFileObject: u64(0xc0),
});

/** IRP.Type, IO_TYPE_IRP of wdm.h. */
export const IO_TYPE_IRP = IO_TYPE.irp;

export const IO_STACK_LOCATION = layout('IO_STACK_LOCATION', 0x48, {
  MajorFunction: u8(0x0),
  MinorFunction: u8(0x1),
  Flags: u8(0x2),
  Control: u8(0x3),
  DeviceObject: u64(0x28),
  FileObject: u64(0x30),
  CompletionRoutine: u64(0x38),
});
/** SL_PENDING_RETURNED of wdm.h. */
export const PENDING_RETURNED = 0x1;

/** DEVICE_OBJECT as far as it leads to the driver. */
export const DEVICE_OBJECT = layout('DEVICE_OBJECT', 0x10, {
  Type: u16(0x0),
  Size: u16(0x2),
  DriverObject: u64(0x8),
});
/** What else of a DEVICE_OBJECT is asked; its Size counts the device extension too. */
export const DEVICE_OBJECT_BODY = layout('DEVICE_OBJECT', 0x48, {
  Size: u16(0x2),
  CurrentIrp: u64(0x20),
  DeviceExtension: u64(0x40),
});
/** sizeof(DEVICE_OBJECT) without the extension, and sizeof(DRIVER_OBJECT). */
export const DEVICE_OBJECT_SIZE = 0x150;
export const DRIVER_OBJECT_SIZE = 0x150;

/** DRIVER_OBJECT as far as its UNICODE_STRING DriverName. */
export const DRIVER_OBJECT = layout('DRIVER_OBJECT', 0x48, {
  Type: u16(0x0),
  Size: u16(0x2),
  DriverStart: u64(0x18),
  DriverSize: u32(0x20),
  NameLength: u16(0x38),
  NameBuffer: u64(0x40),
});

/** FILE_OBJECT as far as its UNICODE_STRING FileName. */
export const FILE_OBJECT = layout('FILE_OBJECT', 0x68, {
  Type: u16(0x0),
  Size: u16(0x2),
  DeviceObject: u64(0x8),
  Vpb: u64(0x10),
  FsContext: u64(0x18),
  RelatedFileObject: u64(0x40),
  NameLength: u16(0x58),
  NameBuffer: u64(0x60),
});
/** sizeof(FILE_OBJECT), and the offsets of its objects that threads wait for and of its list of requests. */
export const FILE_OBJECT_SIZE = 0xd8;
export const FILE_LOCK = 0x80;
export const FILE_EVENT = 0x98;
export const FILE_IRP_LIST = 0xc0;

/** VPB; the label is UTF-16, its length in bytes. */
export const VPB = layout('VPB', 0x60, { Type: u16(0x0), LabelLength: u16(0x6) });
export const VPB_LABEL = 0x20;
export const LONGEST_LABEL = 0x40;

/** IRP_MJ_* of wdm.h, in the order of their numbers. */
export const MAJOR_FUNCTIONS: readonly string[] = [
  'IRP_MJ_CREATE',
  'IRP_MJ_CREATE_NAMED_PIPE',
  'IRP_MJ_CLOSE',
  'IRP_MJ_READ',
  'IRP_MJ_WRITE',
  'IRP_MJ_QUERY_INFORMATION',
  'IRP_MJ_SET_INFORMATION',
  'IRP_MJ_QUERY_EA',
  'IRP_MJ_SET_EA',
  'IRP_MJ_FLUSH_BUFFERS',
  'IRP_MJ_QUERY_VOLUME_INFORMATION',
  'IRP_MJ_SET_VOLUME_INFORMATION',
  'IRP_MJ_DIRECTORY_CONTROL',
  'IRP_MJ_FILE_SYSTEM_CONTROL',
  'IRP_MJ_DEVICE_CONTROL',
  'IRP_MJ_INTERNAL_DEVICE_CONTROL',
  'IRP_MJ_SHUTDOWN',
  'IRP_MJ_LOCK_CONTROL',
  'IRP_MJ_CLEANUP',
  'IRP_MJ_CREATE_MAILSLOT',
  'IRP_MJ_QUERY_SECURITY',
  'IRP_MJ_SET_SECURITY',
  'IRP_MJ_POWER',
  'IRP_MJ_SYSTEM_CONTROL',
  'IRP_MJ_DEVICE_CHANGE',
  'IRP_MJ_QUERY_QUOTA',
  'IRP_MJ_SET_QUOTA',
  'IRP_MJ_PNP',
];
