// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { NativeRequest } from '../types.ts';

export declare const validateNativeRequest: Validator<NativeRequest>;
