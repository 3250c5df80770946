import { layout, u8, u16, u64 } from '../../binary/layout.ts';

/** IRP of wdm.h (64-bit). */
export const IRP = layout('IRP', 0xd0, {
  Type: u16(0x0),
  ThreadListEntry: u64(0x20),
  StackCount: u8(0x42),
  CurrentLocation: u8(0x43),
  Cancel: u8(0x44),
  Thread: u64(0x98),
  CurrentStackLocation: u64(0xb8),
});

/** IRP.Type, IO_TYPE_IRP of wdm.h. */
export const IO_TYPE_IRP = 6;

/** IO_STACK_LOCATION of wdm.h (64-bit). */
export const IO_STACK_LOCATION = layout('IO_STACK_LOCATION', 0x48, {
  MajorFunction: u8(0x0),
  MinorFunction: u8(0x1),
  DeviceObject: u64(0x28),
  FileObject: u64(0x30),
});

/** DEVICE_OBJECT of wdm.h (64-bit), as far as it leads to the driver. */
export const DEVICE_OBJECT = layout('DEVICE_OBJECT', 0x10, { DriverObject: u64(0x8) });

/** DRIVER_OBJECT of wdm.h (64-bit): its UNICODE_STRING DriverName. */
export const DRIVER_OBJECT = layout('DRIVER_OBJECT', 0x48, { NameLength: u16(0x38), NameBuffer: u64(0x40) });

/** FILE_OBJECT of wdm.h (64-bit): its UNICODE_STRING FileName. */
export const FILE_OBJECT = layout('FILE_OBJECT', 0x68, { NameLength: u16(0x58), NameBuffer: u64(0x60) });

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
