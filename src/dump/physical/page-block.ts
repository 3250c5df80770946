import type { ByteSource } from '../../binary/byte-source.ts';
import { type Field, type Layout, type View, view } from '../../binary/layout.ts';
import type { Findings } from '../finding.ts';
import { PAGE_BLOCK_OFFSET } from '../layouts/page-blocks.ts';

/** The structure after the header that lists which pages follow; undefined, with a finding, in a shorter file. */
export function readPageBlock<F extends Record<string, Field>>(
  source: ByteSource,
  table: Layout<F>,
  findings: Findings,
): ReturnType<View<F>['all']> | undefined {
  const where = { offset: PAGE_BLOCK_OFFSET, field: table.name };
  if (PAGE_BLOCK_OFFSET + table.size <= source.size)
    return view(table, source.read(PAGE_BLOCK_OFFSET, table.size)).all();
  findings.add('truncated', 'the file ends before the list of the pages that it holds', where);
  return undefined;
}

export function addWrongSignature(table: Layout<Record<string, Field>>, findings: Findings): void {
  findings.add('damaged', `there is no ${table.name} where the dump should list which pages it holds`, {
    offset: PAGE_BLOCK_OFFSET,
    field: `${table.name}.Signature`,
  });
}
