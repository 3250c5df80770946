// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { WaitChain } from '../types.ts';

export declare const validateWaitChain: Validator<WaitChain>;
