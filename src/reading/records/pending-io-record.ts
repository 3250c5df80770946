import { formatAddress } from '../../binary/address.ts';
import type { PendingIoLocation, PendingIo as PendingIoRecord } from '../../contract/generated/types.ts';
import type { FileReference, PendingRequest, RequestLocation } from '../../explain/model.ts';
import type { LayoutSource } from '../../kernel/layouts/layout-source.ts';
import { evidenceOf, threadRecordOf } from './explain-words.ts';
import { addresses, defined, type RecordOrigin } from './record-tools.ts';

function locationRecord(location: RequestLocation): PendingIoLocation {
  const { number, isCurrent, majorFunction, minorFunction, flags, control, device, driver, file } = location;
  return {
    number,
    isCurrent,
    majorFunction,
    ...defined({ minorFunction }),
    flags,
    control,
    ...addresses({ deviceAddress: device }),
    ...defined({ driver: driver?.name, driverEvidence: driver?.evidence.class }),
    ...addresses({ fileAddress: file, completionRoutine: location.completionRoutine }),
    ...defined({ completionRoutineName: location.completionRoutineName }),
  } as PendingIoLocation;
}

function fileProperties(file: FileReference | undefined) {
  const name = file?.name;
  return {
    ...addresses({ fileAddress: file?.address }),
    ...(name && {
      fileName: name.text,
      fileKind: name.kind,
      ...(name.kind === 'Network' && { uncPath: name.text }),
      ...defined({ drive: name.drive, logonSession: name.logonSession, volumeLabel: name.volumeLabel }),
      ...(name.isCut && { isFileNameCut: true }),
      fileEvidence: name.evidence.class,
    }),
  };
}

/**
 * The contract's record of a request.
 * @param layoutSource where the offsets of requests come from in its dump
 * @param waitTimeMs how long its thread has waited
 */
export function pendingIoRecord(
  origin: RecordOrigin,
  request: PendingRequest,
  layoutSource: LayoutSource,
  waitTimeMs: number | undefined,
): PendingIoRecord {
  const { address, thread, foundThrough, foundBy, majorFunction, minorFunction, holder, incomplete } =
    request;
  return {
    ...origin,
    address: formatAddress(address),
    ...defined({
      processId: thread?.processId,
      processName: thread?.processName,
      threadId: thread?.threadId,
    }),
    ...addresses({ objectAddress: thread?.address }),
    ...(foundThrough && { foundThrough: threadRecordOf(foundThrough) }),
    foundBy: [...foundBy],
    ...defined({ majorFunction, minorFunction }),
    ...defined({ driver: holder?.driver?.name, driverEvidence: holder?.driver?.evidence.class }),
    ...addresses({ deviceAddress: holder?.device }),
    ...defined({ isMarkedPending: holder?.markedPending }),
    ...fileProperties(request.file),
    locations: request.locations.map(locationRecord),
    currentLocation: request.currentLocation,
    stackCount: request.stackCount,
    cancelled: request.cancelled,
    requestorMode: request.requestorMode,
    ...defined({ waitTimeMs }),
    layoutSource,
    ...defined({ incomplete }),
    ...evidenceOf(request.evidence),
  } as PendingIoRecord;
}
