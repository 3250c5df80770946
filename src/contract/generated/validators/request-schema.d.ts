// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { SchemaRequest } from '../types.ts';

export declare const validateSchemaRequest: Validator<SchemaRequest>;
