import process from 'node:process';
import type { Version } from '../../contract/generated/types.ts';
import { validateVersionRequest } from '../../contract/generated/validators/request-version.js';
import { CONTRACT_VERSION, PRODUCT_VERSION } from '../../contract/version.ts';
import { verb } from '../verb.ts';

export const versionVerb = verb({
  name: 'version',
  summary: 'Show what this executable is.',
  examples: [{ command: 'ktriage version --format text', does: 'the version, and where this executable is' }],
  validate: validateVersionRequest,
  async run(_request, { output }) {
    const version: Version = {
      version: PRODUCT_VERSION,
      contract: CONTRACT_VERSION,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      executable: process.execPath,
    };
    await output.record('Version', version);
  },
});
