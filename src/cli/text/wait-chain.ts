import type { WaitChain } from '../../contract/generated/types.ts';
import { answerLines } from '../../reading/records/answer-text.ts';

/** The answer in words, made anew from the record: a reader may have changed its texts. */
export const waitChainText = (chain: WaitChain): string => `\n${answerLines(chain).join('\n')}\n`;
