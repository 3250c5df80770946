import type { ExportModel, ExportOptions } from '../model.ts';
import { pageAsset } from './page-asset.ts';
import { pageDataOf } from './page-data-of.ts';
import { pageFile } from './page-file.ts';

/**
 * The report: one HTML file that asks no network for anything.
 * @throws Failure InvalidRequest when the program runs from its source, where no page is built in
 */
export const writeHtml = (model: ExportModel, options: ExportOptions): string =>
  pageFile(pageDataOf(model, options), pageAsset());
