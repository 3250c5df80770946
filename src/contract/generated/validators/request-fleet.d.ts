// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Validator } from '../../validator.ts';
import type { FleetRequest } from '../types.ts';

export declare const validateFleetRequest: Validator<FleetRequest>;
