// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateSignatureFile = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/signature-file.schema.json", "title": "SignatureFile", "description": "Known ways in which threads hang: what a stack or an object fact looks like, what it means and what to look at next. A user's own file has the same form.", "type": "object", "required": ["signatures"], "additionalProperties": false, "properties": { "$schema": { "type": "string" }, "signatures": { "type": "array", "maxItems": 4096, "items": { "type": "object", "required": ["id", "meaning", "next", "source"], "additionalProperties": false, "anyOf": [{ "required": ["stacks"] }, { "required": ["facts"] }], "dependentRequired": { "waitReasons": ["stacks"] }, "properties": { "id": { "description": "Stable name; a user's signature of the same name replaces the known one.", "type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$", "maxLength": 64 }, "stacks": { "description": "Alternatives. Each lists functions from the innermost outward, as module!function; frames may come between. `*` is any text, and `{third-party}` a module that is not Microsoft's.", "type": "array", "minItems": 1, "maxItems": 64, "items": { "type": "array", "minItems": 1, "maxItems": 32, "items": { "type": "string", "pattern": "^[^!]+![^!]+$", "maxLength": 256 } } }, "facts": { "description": "Facts about the objects of the chain; all must hold.", "type": "array", "minItems": 1, "items": { "enum": ["Deadlock", "Mutant", "NoServerThread", "OwnerPointer", "PendingRequest", "PnpRequest", "RequestAtFilterManager", "SharedBehindExclusiveWaiter", "SharedOwnersUpgrade", "StorageRequestOverAMinute", "Suspended", "ThreadOrProcessExit", "WorkersExhausted"] } }, "awaits": { "description": "What a thread with such a stack waits for. The signature is not shown where its object is known to be another one of these.", "type": "array", "minItems": 1, "maxItems": 16, "items": { "enum": ["AlpcReply", "FastMutex", "FileLock", "Mutant", "ProcessExit", "PushLock", "Queue", "Resource", "Suspension", "ThreadExit", "UserLock"] } }, "waitReasons": { "description": "Wait reasons of KTHREAD, one of which a thread with such a stack has. The signature is not shown where the reason is another one or is not known.", "type": "array", "minItems": 1, "maxItems": 64, "items": { "enum": ["Executive", "FreePage", "PageIn", "PoolAllocation", "DelayExecution", "Suspended", "UserRequest", "WrExecutive", "WrFreePage", "WrPageIn", "WrPoolAllocation", "WrDelayExecution", "WrSuspended", "WrUserRequest", "WrEventPair", "WrQueue", "WrLpcReceive", "WrLpcReply", "WrVirtualMemory", "WrPageOut", "WrRendezvous", "WrKeyedEvent", "WrTerminated", "WrProcessInSwap", "WrCpuRateControl", "WrCalloutStack", "WrKernel", "WrResource", "WrPushLock", "WrMutex", "WrQuantumEnd", "WrDispatchInt", "WrPreempted", "WrYieldExecution", "WrFastMutex", "WrGuardedMutex", "WrRundown", "WrAlertByThreadId", "WrDeferredPreempt", "WrPhysicalFault", "WrIoRing", "WrMdlCache", "WrRcu"] } }, "replaces": { "description": "Ids of more general signatures, which are not shown beside this one.", "type": "array", "items": { "type": "string", "maxLength": 64 }, "maxItems": 16 }, "minimumBuild": { "description": "The first Windows build whose functions have these names.", "type": "integer", "minimum": 0 }, "meaning": { "type": "string", "minLength": 1, "maxLength": 1024 }, "next": { "description": "What to look at next.", "type": "string", "minLength": 1, "maxLength": 1024 }, "source": { "description": "Where this is documented or was seen.", "type": "string", "minLength": 1, "maxLength": 512 } } } } } };
const func1 = Object.prototype.hasOwnProperty;
const func2 = codePoints;
const pattern3 = new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$", "u");
const pattern4 = new RegExp("^[^!]+![^!]+$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.signatures === void 0 && (missing0 = "signatures")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "$schema" || key0 === "signatures")) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.$schema !== void 0) {
            const _errs2 = errors;
            if (typeof data.$schema !== "string") {
              validate52.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.signatures !== void 0) {
              let data1 = data.signatures;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  if (data1.length > 4096) {
                    validate52.errors = [{ instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/maxItems", keyword: "maxItems", params: { limit: 4096 }, message: "must NOT have more than 4096 items" }];
                    return false;
                  } else {
                    var valid1 = true;
                    const len0 = data1.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data2 = data1[i0];
                      const _errs6 = errors;
                      const _errs8 = errors;
                      let valid2 = false;
                      const _errs9 = errors;
                      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                        let missing1;
                        if (data2.stacks === void 0 && (missing1 = "stacks")) {
                          const err0 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/anyOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                          if (vErrors === null) {
                            vErrors = [err0];
                          } else {
                            vErrors.push(err0);
                          }
                          errors++;
                        }
                      }
                      var _valid0 = _errs9 === errors;
                      valid2 = valid2 || _valid0;
                      const _errs10 = errors;
                      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                        let missing2;
                        if (data2.facts === void 0 && (missing2 = "facts")) {
                          const err1 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/anyOf/1/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                          if (vErrors === null) {
                            vErrors = [err1];
                          } else {
                            vErrors.push(err1);
                          }
                          errors++;
                        }
                      }
                      var _valid0 = _errs10 === errors;
                      valid2 = valid2 || _valid0;
                      if (!valid2) {
                        const err2 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                          vErrors = [err2];
                        } else {
                          vErrors.push(err2);
                        }
                        errors++;
                        validate52.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs8;
                        if (vErrors !== null) {
                          if (_errs8) {
                            vErrors.length = _errs8;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      if (errors === _errs6) {
                        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                          let missing3;
                          if (data2.id === void 0 && (missing3 = "id") || data2.meaning === void 0 && (missing3 = "meaning") || data2.next === void 0 && (missing3 = "next") || data2.source === void 0 && (missing3 = "source")) {
                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                            return false;
                          } else {
                            const _errs11 = errors;
                            for (const key1 in data2) {
                              if (!func1.call(schema19.properties.signatures.items.properties, key1)) {
                                validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs11 === errors) {
                              if (data2.id !== void 0) {
                                let data3 = data2.id;
                                const _errs12 = errors;
                                if (errors === _errs12) {
                                  if (typeof data3 === "string") {
                                    if (func2(data3) > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/id", schemaPath: "#/properties/signatures/items/properties/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                      return false;
                                    } else {
                                      if (!pattern3.test(data3)) {
                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/id", schemaPath: "#/properties/signatures/items/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(?:-[a-z0-9]+)*$"' }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/id", schemaPath: "#/properties/signatures/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid3 = _errs12 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data2.stacks !== void 0) {
                                  let data4 = data2.stacks;
                                  const _errs14 = errors;
                                  if (errors === _errs14) {
                                    if (Array.isArray(data4)) {
                                      if (data4.length > 64) {
                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks", schemaPath: "#/properties/signatures/items/properties/stacks/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                        return false;
                                      } else {
                                        if (data4.length < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks", schemaPath: "#/properties/signatures/items/properties/stacks/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                          return false;
                                        } else {
                                          var valid4 = true;
                                          const len1 = data4.length;
                                          for (let i1 = 0; i1 < len1; i1++) {
                                            let data5 = data4[i1];
                                            const _errs16 = errors;
                                            if (errors === _errs16) {
                                              if (Array.isArray(data5)) {
                                                if (data5.length > 32) {
                                                  validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1, schemaPath: "#/properties/signatures/items/properties/stacks/items/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                                                  return false;
                                                } else {
                                                  if (data5.length < 1) {
                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1, schemaPath: "#/properties/signatures/items/properties/stacks/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                                    return false;
                                                  } else {
                                                    var valid5 = true;
                                                    const len2 = data5.length;
                                                    for (let i2 = 0; i2 < len2; i2++) {
                                                      let data6 = data5[i2];
                                                      const _errs18 = errors;
                                                      if (errors === _errs18) {
                                                        if (typeof data6 === "string") {
                                                          if (func2(data6) > 256) {
                                                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1 + "/" + i2, schemaPath: "#/properties/signatures/items/properties/stacks/items/items/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                            return false;
                                                          } else {
                                                            if (!pattern4.test(data6)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1 + "/" + i2, schemaPath: "#/properties/signatures/items/properties/stacks/items/items/pattern", keyword: "pattern", params: { pattern: "^[^!]+![^!]+$" }, message: 'must match pattern "^[^!]+![^!]+$"' }];
                                                              return false;
                                                            }
                                                          }
                                                        } else {
                                                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1 + "/" + i2, schemaPath: "#/properties/signatures/items/properties/stacks/items/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid5 = _errs18 === errors;
                                                      if (!valid5) {
                                                        break;
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks/" + i1, schemaPath: "#/properties/signatures/items/properties/stacks/items/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                return false;
                                              }
                                            }
                                            var valid4 = _errs16 === errors;
                                            if (!valid4) {
                                              break;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/stacks", schemaPath: "#/properties/signatures/items/properties/stacks/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid3 = _errs14 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data2.facts !== void 0) {
                                    let data7 = data2.facts;
                                    const _errs20 = errors;
                                    if (errors === _errs20) {
                                      if (Array.isArray(data7)) {
                                        if (data7.length < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/facts", schemaPath: "#/properties/signatures/items/properties/facts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                          return false;
                                        } else {
                                          var valid6 = true;
                                          const len3 = data7.length;
                                          for (let i3 = 0; i3 < len3; i3++) {
                                            let data8 = data7[i3];
                                            const _errs22 = errors;
                                            if (!(data8 === "Deadlock" || data8 === "Mutant" || data8 === "NoServerThread" || data8 === "OwnerPointer" || data8 === "PendingRequest" || data8 === "PnpRequest" || data8 === "RequestAtFilterManager" || data8 === "SharedBehindExclusiveWaiter" || data8 === "SharedOwnersUpgrade" || data8 === "StorageRequestOverAMinute" || data8 === "Suspended" || data8 === "ThreadOrProcessExit" || data8 === "WorkersExhausted")) {
                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/facts/" + i3, schemaPath: "#/properties/signatures/items/properties/facts/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.signatures.items.properties.facts.items.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid6 = _errs22 === errors;
                                            if (!valid6) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/facts", schemaPath: "#/properties/signatures/items/properties/facts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                        return false;
                                      }
                                    }
                                    var valid3 = _errs20 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data2.awaits !== void 0) {
                                      let data9 = data2.awaits;
                                      const _errs23 = errors;
                                      if (errors === _errs23) {
                                        if (Array.isArray(data9)) {
                                          if (data9.length > 16) {
                                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/awaits", schemaPath: "#/properties/signatures/items/properties/awaits/maxItems", keyword: "maxItems", params: { limit: 16 }, message: "must NOT have more than 16 items" }];
                                            return false;
                                          } else {
                                            if (data9.length < 1) {
                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/awaits", schemaPath: "#/properties/signatures/items/properties/awaits/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                              return false;
                                            } else {
                                              var valid7 = true;
                                              const len4 = data9.length;
                                              for (let i4 = 0; i4 < len4; i4++) {
                                                let data10 = data9[i4];
                                                const _errs25 = errors;
                                                if (!(data10 === "AlpcReply" || data10 === "FastMutex" || data10 === "FileLock" || data10 === "Mutant" || data10 === "ProcessExit" || data10 === "PushLock" || data10 === "Queue" || data10 === "Resource" || data10 === "Suspension" || data10 === "ThreadExit" || data10 === "UserLock")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/awaits/" + i4, schemaPath: "#/properties/signatures/items/properties/awaits/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.signatures.items.properties.awaits.items.enum }, message: "must be equal to one of the allowed values" }];
                                                  return false;
                                                }
                                                var valid7 = _errs25 === errors;
                                                if (!valid7) {
                                                  break;
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/awaits", schemaPath: "#/properties/signatures/items/properties/awaits/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                          return false;
                                        }
                                      }
                                      var valid3 = _errs23 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data2.waitReasons !== void 0) {
                                        let data11 = data2.waitReasons;
                                        const _errs26 = errors;
                                        if (errors === _errs26) {
                                          if (Array.isArray(data11)) {
                                            if (data11.length > 64) {
                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/waitReasons", schemaPath: "#/properties/signatures/items/properties/waitReasons/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                              return false;
                                            } else {
                                              if (data11.length < 1) {
                                                validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/waitReasons", schemaPath: "#/properties/signatures/items/properties/waitReasons/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                                return false;
                                              } else {
                                                var valid8 = true;
                                                const len5 = data11.length;
                                                for (let i5 = 0; i5 < len5; i5++) {
                                                  let data12 = data11[i5];
                                                  const _errs28 = errors;
                                                  if (!(data12 === "Executive" || data12 === "FreePage" || data12 === "PageIn" || data12 === "PoolAllocation" || data12 === "DelayExecution" || data12 === "Suspended" || data12 === "UserRequest" || data12 === "WrExecutive" || data12 === "WrFreePage" || data12 === "WrPageIn" || data12 === "WrPoolAllocation" || data12 === "WrDelayExecution" || data12 === "WrSuspended" || data12 === "WrUserRequest" || data12 === "WrEventPair" || data12 === "WrQueue" || data12 === "WrLpcReceive" || data12 === "WrLpcReply" || data12 === "WrVirtualMemory" || data12 === "WrPageOut" || data12 === "WrRendezvous" || data12 === "WrKeyedEvent" || data12 === "WrTerminated" || data12 === "WrProcessInSwap" || data12 === "WrCpuRateControl" || data12 === "WrCalloutStack" || data12 === "WrKernel" || data12 === "WrResource" || data12 === "WrPushLock" || data12 === "WrMutex" || data12 === "WrQuantumEnd" || data12 === "WrDispatchInt" || data12 === "WrPreempted" || data12 === "WrYieldExecution" || data12 === "WrFastMutex" || data12 === "WrGuardedMutex" || data12 === "WrRundown" || data12 === "WrAlertByThreadId" || data12 === "WrDeferredPreempt" || data12 === "WrPhysicalFault" || data12 === "WrIoRing" || data12 === "WrMdlCache" || data12 === "WrRcu")) {
                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/waitReasons/" + i5, schemaPath: "#/properties/signatures/items/properties/waitReasons/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.signatures.items.properties.waitReasons.items.enum }, message: "must be equal to one of the allowed values" }];
                                                    return false;
                                                  }
                                                  var valid8 = _errs28 === errors;
                                                  if (!valid8) {
                                                    break;
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/waitReasons", schemaPath: "#/properties/signatures/items/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                          }
                                        }
                                        var valid3 = _errs26 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                      if (valid3) {
                                        if (data2.replaces !== void 0) {
                                          let data13 = data2.replaces;
                                          const _errs29 = errors;
                                          if (errors === _errs29) {
                                            if (Array.isArray(data13)) {
                                              if (data13.length > 16) {
                                                validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/replaces", schemaPath: "#/properties/signatures/items/properties/replaces/maxItems", keyword: "maxItems", params: { limit: 16 }, message: "must NOT have more than 16 items" }];
                                                return false;
                                              } else {
                                                var valid9 = true;
                                                const len6 = data13.length;
                                                for (let i6 = 0; i6 < len6; i6++) {
                                                  let data14 = data13[i6];
                                                  const _errs31 = errors;
                                                  if (errors === _errs31) {
                                                    if (typeof data14 === "string") {
                                                      if (func2(data14) > 64) {
                                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/replaces/" + i6, schemaPath: "#/properties/signatures/items/properties/replaces/items/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/replaces/" + i6, schemaPath: "#/properties/signatures/items/properties/replaces/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid9 = _errs31 === errors;
                                                  if (!valid9) {
                                                    break;
                                                  }
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/replaces", schemaPath: "#/properties/signatures/items/properties/replaces/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid3 = _errs29 === errors;
                                        } else {
                                          var valid3 = true;
                                        }
                                        if (valid3) {
                                          if (data2.minimumBuild !== void 0) {
                                            let data15 = data2.minimumBuild;
                                            const _errs33 = errors;
                                            if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/minimumBuild", schemaPath: "#/properties/signatures/items/properties/minimumBuild/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs33) {
                                              if (typeof data15 == "number" && isFinite(data15)) {
                                                if (data15 < 0 || isNaN(data15)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/minimumBuild", schemaPath: "#/properties/signatures/items/properties/minimumBuild/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid3 = _errs33 === errors;
                                          } else {
                                            var valid3 = true;
                                          }
                                          if (valid3) {
                                            if (data2.meaning !== void 0) {
                                              let data16 = data2.meaning;
                                              const _errs35 = errors;
                                              if (errors === _errs35) {
                                                if (typeof data16 === "string") {
                                                  if (func2(data16) > 1024) {
                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/meaning", schemaPath: "#/properties/signatures/items/properties/meaning/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                    return false;
                                                  } else {
                                                    if (func2(data16) < 1) {
                                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/meaning", schemaPath: "#/properties/signatures/items/properties/meaning/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                      return false;
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/meaning", schemaPath: "#/properties/signatures/items/properties/meaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid3 = _errs35 === errors;
                                            } else {
                                              var valid3 = true;
                                            }
                                            if (valid3) {
                                              if (data2.next !== void 0) {
                                                let data17 = data2.next;
                                                const _errs37 = errors;
                                                if (errors === _errs37) {
                                                  if (typeof data17 === "string") {
                                                    if (func2(data17) > 1024) {
                                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/next", schemaPath: "#/properties/signatures/items/properties/next/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func2(data17) < 1) {
                                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/next", schemaPath: "#/properties/signatures/items/properties/next/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/next", schemaPath: "#/properties/signatures/items/properties/next/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid3 = _errs37 === errors;
                                              } else {
                                                var valid3 = true;
                                              }
                                              if (valid3) {
                                                if (data2.source !== void 0) {
                                                  let data18 = data2.source;
                                                  const _errs39 = errors;
                                                  if (errors === _errs39) {
                                                    if (typeof data18 === "string") {
                                                      if (func2(data18) > 512) {
                                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/source", schemaPath: "#/properties/signatures/items/properties/source/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                                                        return false;
                                                      } else {
                                                        if (func2(data18) < 1) {
                                                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/source", schemaPath: "#/properties/signatures/items/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                          return false;
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0 + "/source", schemaPath: "#/properties/signatures/items/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid3 = _errs39 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                                if (valid3) {
                                                  let missing4;
                                                  if (data2.waitReasons !== void 0 && (data2.stacks === void 0 && (missing4 = "stacks"))) {
                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/dependentRequired", keyword: "dependentRequired", params: {
                                                      property: "waitReasons",
                                                      missingProperty: missing4,
                                                      depsCount: 1,
                                                      deps: "stacks"
                                                    }, message: "must have property stacks when property waitReasons is present" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid1 = _errs6 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateSignatureFile
};
