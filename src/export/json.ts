import type { ExportModel } from './model.ts';

/** The whole model, as the schema `kernel-export` describes it. One thread a line would not be JSON, so it is one line. */
export const writeJson = (model: ExportModel): string => `${JSON.stringify(model)}\n`;
