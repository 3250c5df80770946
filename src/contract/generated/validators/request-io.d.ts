// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { IoRequest } from '../types.ts';

export declare const validateIoRequest: Validator<IoRequest>;
