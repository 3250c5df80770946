import type { Steps } from '../../binary/steps.ts';
import type { ExportModel, ExportOptions } from '../model.ts';
import { pageAsset } from './page-asset.ts';
import { pageDataInSteps } from './page-data-of.ts';
import { pageFile } from './page-file.ts';

/**
 * The report: one HTML file that asks no network for anything.
 * @throws Failure InvalidRequest when the program runs from its source, where no page is built in
 */
export function* writeHtml(model: ExportModel, options: ExportOptions): Steps<string> {
  const asset = pageAsset();
  return pageFile(yield* pageDataInSteps(model, options), asset);
}
