import { attached } from '../../binary/attached.ts';
import {
  DEVICE_OBJECT,
  DEVICE_OBJECT_BODY,
  DEVICE_OBJECT_SIZE,
  DRIVER_OBJECT,
  DRIVER_OBJECT_SIZE,
  FILE_EVENT,
  FILE_IRP_LIST,
  FILE_LOCK,
  FILE_OBJECT,
  FILE_OBJECT_SIZE,
  IO_STACK_LOCATION,
  IRP,
} from './io.ts';
import type { LayoutSource } from './layout-source.ts';
import { placedLayout } from './placed-layout.ts';
import type { StructureLayouts } from './structure-layouts.ts';

/** The I/O structures of one build. */
export interface IoLayouts {
  readonly irp: typeof IRP;
  readonly location: typeof IO_STACK_LOCATION;
  readonly device: typeof DEVICE_OBJECT;
  readonly deviceBody: typeof DEVICE_OBJECT_BODY;
  readonly driver: typeof DRIVER_OBJECT;
  readonly file: typeof FILE_OBJECT;
  /** sizeof(DEVICE_OBJECT), sizeof(DRIVER_OBJECT), sizeof(FILE_OBJECT). */
  readonly deviceSize: number;
  readonly driverSize: number;
  readonly fileSize: number;
  /** Offsets in FILE_OBJECT of the objects that threads wait for, and of the list of its requests. */
  readonly fileLock: number;
  readonly fileEvent: number;
  readonly fileIrpList: number;
  /** Where the offsets of requests and file objects come from. */
  readonly source: LayoutSource;
}

/** By wdm.h, which documents these structures for drivers: they have been the same in every 64-bit build. */
const BY_HEADER: IoLayouts = {
  irp: IRP,
  location: IO_STACK_LOCATION,
  device: DEVICE_OBJECT,
  deviceBody: DEVICE_OBJECT_BODY,
  driver: DRIVER_OBJECT,
  file: FILE_OBJECT,
  deviceSize: DEVICE_OBJECT_SIZE,
  driverSize: DRIVER_OBJECT_SIZE,
  fileSize: FILE_OBJECT_SIZE,
  fileLock: FILE_LOCK,
  fileEvent: FILE_EVENT,
  fileIrpList: FILE_IRP_LIST,
  source: 'Rule',
};

/** Names in the types, where they differ from those of the tables. */
const IN_OVERLAY = {
  Thread: 'Tail.Overlay.Thread',
  CurrentStackLocation: 'Tail.Overlay.CurrentStackLocation',
  OriginalFileObject: 'Tail.Overlay.OriginalFileObject',
} as const;
const DRIVER_NAME = { NameLength: 'DriverName.Length', NameBuffer: 'DriverName.Buffer' } as const;
const FILE_NAME = { NameLength: 'FileName.Length', NameBuffer: 'FileName.Buffer' } as const;

function byTypes(types: StructureLayouts): IoLayouts {
  const inFile = (member: string, offset: number) => types.offsetOf('_FILE_OBJECT', member) ?? offset;
  const isKnown = types.sizeOf('_IRP') !== undefined && types.sizeOf('_FILE_OBJECT') !== undefined;
  return {
    irp: placedLayout(IRP, '_IRP', types, { names: IN_OVERLAY, isWhole: true }),
    location: placedLayout(IO_STACK_LOCATION, '_IO_STACK_LOCATION', types, { isWhole: true }),
    device: placedLayout(DEVICE_OBJECT, '_DEVICE_OBJECT', types),
    deviceBody: placedLayout(DEVICE_OBJECT_BODY, '_DEVICE_OBJECT', types),
    driver: placedLayout(DRIVER_OBJECT, '_DRIVER_OBJECT', types, { names: DRIVER_NAME }),
    file: placedLayout(FILE_OBJECT, '_FILE_OBJECT', types, { names: FILE_NAME }),
    deviceSize: types.sizeOf('_DEVICE_OBJECT') ?? DEVICE_OBJECT_SIZE,
    driverSize: types.sizeOf('_DRIVER_OBJECT') ?? DRIVER_OBJECT_SIZE,
    fileSize: types.sizeOf('_FILE_OBJECT') ?? FILE_OBJECT_SIZE,
    fileLock: inFile('Lock', FILE_LOCK),
    fileEvent: inFile('Event', FILE_EVENT),
    fileIrpList: inFile('IrpList', FILE_IRP_LIST),
    source: isKnown ? 'Types' : 'Rule',
  };
}

const known = attached<StructureLayouts, IoLayouts>();

/** The I/O structures by the types of the very build, else by the public header. */
export function ioLayouts(types: StructureLayouts | undefined): IoLayouts {
  if (types === undefined) return BY_HEADER;
  const found = known.get(types) ?? byTypes(types);
  known.set(types, found);
  return found;
}
