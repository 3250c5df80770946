// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { StacksRequest } from '../types.ts';

export declare const validateStacksRequest: Validator<StacksRequest>;
