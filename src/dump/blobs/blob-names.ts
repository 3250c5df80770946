/** A blob of secondary data: its owner, and what it holds. */
export interface BlobKind {
  /** The symbol of its GUID, or the callback that writes it. */
  readonly owner: string;
  readonly holds: string;
  /** It can hold texts of the user: names, events, addresses, serial numbers. */
  readonly isPersonal: boolean;
}

const row = (owner: string, holds: string, isPersonal = false): BlobKind => ({ owner, holds, isPersonal });

/**
 * Blobs that Windows' own components write, by GUID. Owners: the names that public symbols give these GUIDs (Gary Nebbett, "Secondary
 * Dump Data", 2023, and public dump readers); sizes and contents seen in a 19041 dump agree.
 */
export const BLOB_KINDS: Readonly<Record<string, BlobKind>> = {
  'BC5C008F-1E3A-44D7-988D-86F6884C6758': row('mssmbios!SMBiosGuidSMBios', 'SMBIOS tables', true),
  '6C7AC389-4313-47DC-9F34-A8800A0FB56C': row('mssmbios!SMBiosGuidBios', 'processor values of the registry'),
  'D03DC06F-D88E-44C5-BA2A-FAE035172D19': row('mssmbios!SMBiosGuidRegisters', 'processor identification'),
  'E83B40D2-B0A0-4842-ABEA-71C9E3463DD1': row('mssmbios!SMBiosGuidAcpi', 'ACPI tables', true),
  '2B4AE195-A64D-4F04-8EDE-7E4F981BD42A': row('nt!GUID_TRIAGEDUMP_DATA', 'pieces of memory of drivers'),
  '2B88B710-1C93-4F7C-B06C-655ECC50DECC': row('nt!EtwSecondaryDumpDataGuid', 'event buffers', true),
  'B0692A5E-6B7B-4073-8A7C-604E35032970': row('nt!HvlSkCrashdumpGuid', 'crash data of the secure kernel'),
  '9282756A-AB95-4D24-A137-ECDDC5DE53F5': row(
    'nt!PspVsmLogBugCheckCallback',
    'failure log of the secure kernel',
  ),
  '5BC8704A-6CB7-4378-AC72-AD06E2416E4A': row('nt!CarSecondaryDataGuid', 'code analysis data'),
  '0F1F53F3-561F-42E7-BDB4-BA8E66B726D5': row(
    'nt!CmFcpSecondaryMultiPartDumpDataCallback',
    'feature settings',
  ),
  'F57308DF-CC45-4E01-AD76-29A4EBB010EC': row('nt!PopBlackBoxBsdGuid', 'boot status'),
  '00AFE9C4-940D-4213-8016-CD3719B5BC20': row('nt!PopBlackBoxNtfsGuid', 'state of NTFS'),
  'B7631941-532A-4CD6-B1B1-EDB5917D4557': row('nt!PopBlackBoxPnpGuid', 'state of Plug and Play', true),
  '80CC79CF-A719-4AF1-BF97-FE29FF76EBC1': row('nt!PopBlackBoxWinLogonGuid', 'state of winlogon', true),
  '4EE76BD8-3CF4-44A0-A0AC-3937643E37A3': row('nt!PopBlackBoxCodeIntegrityGuid', 'state of code integrity'),
  '9276C055-EB87-425C-B8B5-04E4D247F6CD': row('pci!PCI_CFG_RECORD_GUID', 'PCI configuration'),
  '54C84888-01D1-4C1E-BED6-282C98241303': row(
    'wdf01000!WdfDumpGuid',
    'log of a driver of the framework',
    true,
  ),
  'F87E4A4C-C5A1-4D2F-BFF0-D5DE63A5E4C3': row('wdf01000!WdfDumpGuid2', 'drivers of the framework'),
  'C939C73B-17DC-4A44-904C-E2D987F52649': row(
    'storport!GUID_STORPORT_PAGING_DEVICE_DUMP',
    'paging device',
    true,
  ),
  'DA82441D-7142-4BC1-B844-0807C5A4B67F': row(
    'storport!GUID_DEVICEDUMP_DRIVER_STORAGE_PORT',
    'storage devices',
    true,
  ),
  '270A33FD-3DA6-460D-BA89-3C1BAE21E39B': row(
    'watchdog!WdDxgkSecondaryDataGUID',
    'state of the display kernel',
  ),
  '65755A40-F146-43EA-8C91-36B85728FD35': row('crashdmp!CRASHDUMP_GUID_ID', 'dump driver'),
  '00DAE7CA-6833-45C5-B147-BDAED7B61FD6': row(
    'hvservice!HbEvtSystemDiagLogCrashdumpAreaGuid',
    'log of the hypervisor',
  ),
};

/** The blobs that machine facts are read from. */
export const REGISTRY_BLOB = '6C7AC389-4313-47DC-9F34-A8800A0FB56C';
export const SMBIOS_BLOB = 'BC5C008F-1E3A-44D7-988D-86F6884C6758';
