import { expect, it } from 'vitest';
import type { Field, Layout } from '../../../src/binary/layout.ts';
import { RUNTIME_FUNCTION } from '../../../src/stack/x64/function-table.ts';
import {
  DATA_DIRECTORY,
  DEBUG_DIRECTORY,
  DOS_HEADER,
  EXPORT_DIRECTORY,
  NT_HEADERS64,
  SECTION_HEADER,
} from '../../../src/symbols/pe/headers.ts';
import { describeWith } from '../../support/equipment.ts';
import { measureLayouts } from '../../support/measured-layouts.ts';

/** Where a field has a path in the header of the SDK. */
const PATHS: Readonly<Record<string, string>> = {
  Machine: 'FileHeader.Machine',
  NumberOfSections: 'FileHeader.NumberOfSections',
  TimeDateStamp: 'FileHeader.TimeDateStamp',
  SizeOfOptionalHeader: 'FileHeader.SizeOfOptionalHeader',
  Characteristics: 'FileHeader.Characteristics',
};

describeWith(['wine', 'mingw'], 'the structures of an image', () => {
  it('the structures of an image are as a compiler lays out the declarations of winnt.h', async () => {
    const plain = (table: Layout<Record<string, Field>>) => Object.keys(table.fields);
    const pathOf = (field: string) =>
      field === 'Signature' ? field : (PATHS[field] ?? `OptionalHeader.${field}`);
    const measured = await measureLayouts('#include <windows.h>', {
      IMAGE_DOS_HEADER: plain(DOS_HEADER),
      IMAGE_NT_HEADERS64: [...plain(NT_HEADERS64).map(pathOf), 'OptionalHeader.DataDirectory'],
      IMAGE_DATA_DIRECTORY: plain(DATA_DIRECTORY),
      IMAGE_SECTION_HEADER: plain(SECTION_HEADER).map((field) =>
        field === 'VirtualSize' ? 'Misc.VirtualSize' : field,
      ),
      IMAGE_EXPORT_DIRECTORY: plain(EXPORT_DIRECTORY),
      IMAGE_DEBUG_DIRECTORY: plain(DEBUG_DIRECTORY),
      RUNTIME_FUNCTION: plain(RUNTIME_FUNCTION),
    });
    const ours = (table: Layout<Record<string, Field>>, path: (field: string) => string = (field) => field) =>
      Object.fromEntries(
        Object.entries(table.fields).map(([name, { offset, width }]) => [
          path(name),
          { offset, size: width },
        ]),
      );
    const { 'OptionalHeader.DataDirectory': directories, ...headers } = measured.IMAGE_NT_HEADERS64.fields;
    expect(ours(NT_HEADERS64, pathOf)).toEqual(headers);
    // The table ends where the data directories begin, whose number varies.
    expect(directories?.offset).toBe(NT_HEADERS64.size);
    expect(ours(SECTION_HEADER, (field) => (field === 'VirtualSize' ? 'Misc.VirtualSize' : field))).toEqual(
      measured.IMAGE_SECTION_HEADER.fields,
    );
    for (const table of [DOS_HEADER, DATA_DIRECTORY, EXPORT_DIRECTORY, DEBUG_DIRECTORY] as const) {
      const truth = measured[table.name as 'IMAGE_DOS_HEADER'];
      expect({ size: table.size, fields: ours(table) }).toEqual(truth);
    }
    expect({ size: RUNTIME_FUNCTION.size, fields: ours(RUNTIME_FUNCTION) }).toEqual(
      measured.RUNTIME_FUNCTION,
    );
  });
});
