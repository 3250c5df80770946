import type { WaitChain } from '../../contract/generated/types.ts';
import { answerText } from '../../reading/records/answer-text.ts';

/** The answer in words, made anew from the record: a reader may have changed its texts. */
export const waitChainText = (chain: WaitChain): string => `\n${answerText(chain)}\n`;
