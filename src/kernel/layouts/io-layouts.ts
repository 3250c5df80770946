import type { Field, Layout } from '../../binary/layout.ts';
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

/** A structure of the kernel beyond this size is damage of the types. */
const LARGEST = 0x4000;

/** Names in the types, where they differ from those of the tables. */
const IN_OVERLAY = {
  Thread: 'Tail.Overlay.Thread',
  CurrentStackLocation: 'Tail.Overlay.CurrentStackLocation',
  OriginalFileObject: 'Tail.Overlay.OriginalFileObject',
} as const;
const DRIVER_NAME = { NameLength: 'DriverName.Length', NameBuffer: 'DriverName.Buffer' } as const;
const FILE_NAME = { NameLength: 'FileName.Length', NameBuffer: 'FileName.Buffer' } as const;

/**
 * A table with its fields where the types have them. A field that they do not name stays.
 * @param isWhole the table spans the whole structure, not only its beginning
 */
function placed<F extends Record<string, Field>>(
  table: Layout<F>,
  structure: string,
  types: StructureLayouts,
  { names = {}, isWhole = false }: { names?: Readonly<Record<string, string>>; isWhole?: boolean } = {},
): Layout<F> {
  const whole = types.sizeOf(structure);
  if (whole === undefined || whole > LARGEST) return table;
  const list = table.list.map(([name, field]) => {
    const offset = types.offsetOf(structure, names[name] ?? name);
    const fits = offset !== undefined && offset >= 0 && offset + field.width <= whole;
    return [name, fits ? { ...field, offset } : field] as const;
  });
  const end = list.reduce((most, [, { offset, width }]) => Math.max(most, offset + width), 0);
  const size = isWhole ? Math.max(whole, end) : end;
  return { name: table.name, size, fields: Object.fromEntries(list) as F, list };
}

function byTypes(types: StructureLayouts): IoLayouts {
  const inFile = (member: string, offset: number) => types.offsetOf('_FILE_OBJECT', member) ?? offset;
  const isKnown = types.sizeOf('_IRP') !== undefined && types.sizeOf('_FILE_OBJECT') !== undefined;
  return {
    irp: placed(IRP, '_IRP', types, { names: IN_OVERLAY, isWhole: true }),
    location: placed(IO_STACK_LOCATION, '_IO_STACK_LOCATION', types, { isWhole: true }),
    device: placed(DEVICE_OBJECT, '_DEVICE_OBJECT', types),
    deviceBody: placed(DEVICE_OBJECT_BODY, '_DEVICE_OBJECT', types),
    driver: placed(DRIVER_OBJECT, '_DRIVER_OBJECT', types, { names: DRIVER_NAME }),
    file: placed(FILE_OBJECT, '_FILE_OBJECT', types, { names: FILE_NAME }),
    deviceSize: types.sizeOf('_DEVICE_OBJECT') ?? DEVICE_OBJECT_SIZE,
    driverSize: types.sizeOf('_DRIVER_OBJECT') ?? DRIVER_OBJECT_SIZE,
    fileSize: types.sizeOf('_FILE_OBJECT') ?? FILE_OBJECT_SIZE,
    fileLock: inFile('Lock', FILE_LOCK),
    fileEvent: inFile('Event', FILE_EVENT),
    fileIrpList: inFile('IrpList', FILE_IRP_LIST),
    source: isKnown ? 'Types' : 'Rule',
  };
}

const known = new WeakMap<StructureLayouts, IoLayouts>();

/** The I/O structures by the types of the very build, else by the public header. */
export function ioLayouts(types: StructureLayouts | undefined): IoLayouts {
  if (types === undefined) return BY_HEADER;
  const found = known.get(types) ?? byTypes(types);
  known.set(types, found);
  return found;
}
