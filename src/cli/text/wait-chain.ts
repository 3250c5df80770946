import type { WaitChain } from '../../contract/generated/types.ts';

/** The answer as it is in the record, where names out of dumps are harmless already. */
export const waitChainText = ({ text }: WaitChain): string => `\n${text}\n`;
