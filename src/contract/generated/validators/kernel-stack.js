// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  address as sharedAddress,
} from './part-address.js';
import {
  evidenceClass as sharedEvidenceClass,
} from './part-evidence-class.js';
import {
  fileTime as sharedFileTime,
} from './part-file-time.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';
import {
  time as sharedTime,
} from './part-time.js';

const validateKernelStack = validate52;
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
      if (data.objectAddress === void 0 && (missing0 = "objectAddress") || data.frames === void 0 && (missing0 = "frames") || data.stack === void 0 && (missing0 = "stack") || data.end === void 0 && (missing0 = "end") || data.endMeaning === void 0 && (missing0 = "endMeaning")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.path !== void 0) {
          const _errs1 = errors;
          if (typeof data.path !== "string") {
            validate52.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.simulated !== void 0) {
            const _errs3 = errors;
            if (typeof data.simulated !== "boolean") {
              validate52.errors = [{ instancePath: instancePath + "/simulated", schemaPath: "#/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              const _errs5 = errors;
              if (typeof data.machine !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.processId !== void 0) {
                const _errs7 = errors;
                if (!sharedProcessId(data.processId, { instancePath: instancePath + "/processId", parentData: data, parentDataProperty: "processId", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processName !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.processName !== "string") {
                    validate52.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.threadId !== void 0) {
                    const _errs10 = errors;
                    if (!sharedThreadId(data.threadId, { instancePath: instancePath + "/threadId", parentData: data, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.objectAddress !== void 0) {
                      const _errs11 = errors;
                      if (!sharedAddress(data.objectAddress, { instancePath: instancePath + "/objectAddress", parentData: data, parentDataProperty: "objectAddress", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.state !== void 0) {
                        const _errs12 = errors;
                        if (typeof data.state !== "string") {
                          validate52.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.waitReason !== void 0) {
                          const _errs14 = errors;
                          if (typeof data.waitReason !== "string") {
                            validate52.errors = [{ instancePath: instancePath + "/waitReason", schemaPath: "#/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitingFor !== void 0) {
                            const _errs16 = errors;
                            if (typeof data.waitingFor !== "string") {
                              validate52.errors = [{ instancePath: instancePath + "/waitingFor", schemaPath: "#/properties/waitingFor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.heldBy !== void 0) {
                              let data10 = data.heldBy;
                              const _errs18 = errors;
                              if (errors === _errs18) {
                                if (Array.isArray(data10)) {
                                  var valid1 = true;
                                  const len0 = data10.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    const _errs20 = errors;
                                    if (typeof data10[i0] !== "string") {
                                      validate52.errors = [{ instancePath: instancePath + "/heldBy/" + i0, schemaPath: "#/properties/heldBy/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid1 = _errs20 === errors;
                                    if (!valid1) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/heldBy", schemaPath: "#/properties/heldBy/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs18 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.doing !== void 0) {
                                const _errs22 = errors;
                                if (typeof data.doing !== "string") {
                                  validate52.errors = [{ instancePath: instancePath + "/doing", schemaPath: "#/properties/doing/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.waitTimeMs !== void 0) {
                                  let data13 = data.waitTimeMs;
                                  const _errs24 = errors;
                                  if (errors === _errs24) {
                                    if (typeof data13 == "number" && isFinite(data13)) {
                                      if (data13 < 0 || isNaN(data13)) {
                                        validate52.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs24 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.contextSwitches !== void 0) {
                                    let data14 = data.contextSwitches;
                                    const _errs26 = errors;
                                    if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                      validate52.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs26) {
                                      if (typeof data14 == "number" && isFinite(data14)) {
                                        if (data14 < 0 || isNaN(data14)) {
                                          validate52.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.createTimeRaw !== void 0) {
                                      const _errs28 = errors;
                                      if (!sharedFileTime(data.createTimeRaw, { instancePath: instancePath + "/createTimeRaw", parentData: data, parentDataProperty: "createTimeRaw", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs28 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.lookTime !== void 0) {
                                        const _errs29 = errors;
                                        if (!sharedTime(data.lookTime, { instancePath: instancePath + "/lookTime", parentData: data, parentDataProperty: "lookTime", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? sharedTime.errors : vErrors.concat(sharedTime.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs29 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.waitEvidence !== void 0) {
                                          const _errs30 = errors;
                                          if (!sharedEvidenceClass(data.waitEvidence, { instancePath: instancePath + "/waitEvidence", parentData: data, parentDataProperty: "waitEvidence", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs30 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.heldByEvidence !== void 0) {
                                            const _errs31 = errors;
                                            if (!sharedEvidenceClass(data.heldByEvidence, { instancePath: instancePath + "/heldByEvidence", parentData: data, parentDataProperty: "heldByEvidence", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs31 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.stack !== void 0) {
                                              let data19 = data.stack;
                                              const _errs32 = errors;
                                              if (errors === _errs32) {
                                                if (Array.isArray(data19)) {
                                                  var valid2 = true;
                                                  const len1 = data19.length;
                                                  for (let i1 = 0; i1 < len1; i1++) {
                                                    const _errs34 = errors;
                                                    if (typeof data19[i1] !== "string") {
                                                      validate52.errors = [{ instancePath: instancePath + "/stack/" + i1, schemaPath: "#/properties/stack/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                    var valid2 = _errs34 === errors;
                                                    if (!valid2) {
                                                      break;
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/stack", schemaPath: "#/properties/stack/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                  return false;
                                                }
                                              }
                                              var valid0 = _errs32 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.frames !== void 0) {
                                                let data21 = data.frames;
                                                const _errs36 = errors;
                                                if (errors === _errs36) {
                                                  if (Array.isArray(data21)) {
                                                    var valid3 = true;
                                                    const len2 = data21.length;
                                                    for (let i2 = 0; i2 < len2; i2++) {
                                                      let data22 = data21[i2];
                                                      const _errs38 = errors;
                                                      if (errors === _errs38) {
                                                        if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                                                          let missing1;
                                                          if (data22.text === void 0 && (missing1 = "text") || data22.address === void 0 && (missing1 = "address") || data22.stackPointer === void 0 && (missing1 = "stackPointer") || data22.foundBy === void 0 && (missing1 = "foundBy")) {
                                                            validate52.errors = [{ instancePath: instancePath + "/frames/" + i2, schemaPath: "#/properties/frames/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                            return false;
                                                          } else {
                                                            if (data22.text !== void 0) {
                                                              const _errs40 = errors;
                                                              if (typeof data22.text !== "string") {
                                                                validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/text", schemaPath: "#/properties/frames/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                              var valid4 = _errs40 === errors;
                                                            } else {
                                                              var valid4 = true;
                                                            }
                                                            if (valid4) {
                                                              if (data22.address !== void 0) {
                                                                const _errs42 = errors;
                                                                if (!sharedAddress(data22.address, { instancePath: instancePath + "/frames/" + i2 + "/address", parentData: data22, parentDataProperty: "address", rootData, dynamicAnchors })) {
                                                                  vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                var valid4 = _errs42 === errors;
                                                              } else {
                                                                var valid4 = true;
                                                              }
                                                              if (valid4) {
                                                                if (data22.stackPointer !== void 0) {
                                                                  const _errs43 = errors;
                                                                  if (!sharedAddress(data22.stackPointer, { instancePath: instancePath + "/frames/" + i2 + "/stackPointer", parentData: data22, parentDataProperty: "stackPointer", rootData, dynamicAnchors })) {
                                                                    vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  var valid4 = _errs43 === errors;
                                                                } else {
                                                                  var valid4 = true;
                                                                }
                                                                if (valid4) {
                                                                  if (data22.module !== void 0) {
                                                                    const _errs44 = errors;
                                                                    if (typeof data22.module !== "string") {
                                                                      validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/module", schemaPath: "#/properties/frames/items/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                    var valid4 = _errs44 === errors;
                                                                  } else {
                                                                    var valid4 = true;
                                                                  }
                                                                  if (valid4) {
                                                                    if (data22.symbol !== void 0) {
                                                                      const _errs46 = errors;
                                                                      if (typeof data22.symbol !== "string") {
                                                                        validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/symbol", schemaPath: "#/properties/frames/items/properties/symbol/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                      }
                                                                      var valid4 = _errs46 === errors;
                                                                    } else {
                                                                      var valid4 = true;
                                                                    }
                                                                    if (valid4) {
                                                                      if (data22.offset !== void 0) {
                                                                        let data28 = data22.offset;
                                                                        const _errs48 = errors;
                                                                        if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/offset", schemaPath: "#/properties/frames/items/properties/offset/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                          return false;
                                                                        }
                                                                        var valid4 = _errs48 === errors;
                                                                      } else {
                                                                        var valid4 = true;
                                                                      }
                                                                      if (valid4) {
                                                                        if (data22.foundBy !== void 0) {
                                                                          const _errs50 = errors;
                                                                          if (typeof data22.foundBy !== "string") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/foundBy", schemaPath: "#/properties/frames/items/properties/foundBy/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid4 = _errs50 === errors;
                                                                        } else {
                                                                          var valid4 = true;
                                                                        }
                                                                        if (valid4) {
                                                                          if (data22.nameFrom !== void 0) {
                                                                            const _errs52 = errors;
                                                                            if (typeof data22.nameFrom !== "string") {
                                                                              validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/nameFrom", schemaPath: "#/properties/frames/items/properties/nameFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                              return false;
                                                                            }
                                                                            var valid4 = _errs52 === errors;
                                                                          } else {
                                                                            var valid4 = true;
                                                                          }
                                                                          if (valid4) {
                                                                            if (data22.trapFrame !== void 0) {
                                                                              const _errs54 = errors;
                                                                              if (!sharedAddress(data22.trapFrame, { instancePath: instancePath + "/frames/" + i2 + "/trapFrame", parentData: data22, parentDataProperty: "trapFrame", rootData, dynamicAnchors })) {
                                                                                vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                                errors = vErrors.length;
                                                                              }
                                                                              var valid4 = _errs54 === errors;
                                                                            } else {
                                                                              var valid4 = true;
                                                                            }
                                                                            if (valid4) {
                                                                              if (data22.isCapture !== void 0) {
                                                                                const _errs55 = errors;
                                                                                if (typeof data22.isCapture !== "boolean") {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/isCapture", schemaPath: "#/properties/frames/items/properties/isCapture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                                  return false;
                                                                                }
                                                                                var valid4 = _errs55 === errors;
                                                                              } else {
                                                                                var valid4 = true;
                                                                              }
                                                                              if (valid4) {
                                                                                if (data22.registers !== void 0) {
                                                                                  let data33 = data22.registers;
                                                                                  const _errs57 = errors;
                                                                                  if (errors === _errs57) {
                                                                                    if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                                                                                      for (const key0 in data33) {
                                                                                        const _errs60 = errors;
                                                                                        if (!sharedAddress(data33[key0], { instancePath: instancePath + "/frames/" + i2 + "/registers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data33, parentDataProperty: key0, rootData, dynamicAnchors })) {
                                                                                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                                          errors = vErrors.length;
                                                                                        }
                                                                                        var valid5 = _errs60 === errors;
                                                                                        if (!valid5) {
                                                                                          break;
                                                                                        }
                                                                                      }
                                                                                    } else {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/registers", schemaPath: "#/properties/frames/items/properties/registers/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                      return false;
                                                                                    }
                                                                                  }
                                                                                  var valid4 = _errs57 === errors;
                                                                                } else {
                                                                                  var valid4 = true;
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
                                                          validate52.errors = [{ instancePath: instancePath + "/frames/" + i2, schemaPath: "#/properties/frames/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid3 = _errs38 === errors;
                                                      if (!valid3) {
                                                        break;
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs36 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.startedFrom !== void 0) {
                                                  const _errs61 = errors;
                                                  if (typeof data.startedFrom !== "string") {
                                                    validate52.errors = [{ instancePath: instancePath + "/startedFrom", schemaPath: "#/properties/startedFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs61 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.end !== void 0) {
                                                    const _errs63 = errors;
                                                    if (typeof data.end !== "string") {
                                                      validate52.errors = [{ instancePath: instancePath + "/end", schemaPath: "#/properties/end/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                    var valid0 = _errs63 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.endMeaning !== void 0) {
                                                      const _errs65 = errors;
                                                      if (typeof data.endMeaning !== "string") {
                                                        validate52.errors = [{ instancePath: instancePath + "/endMeaning", schemaPath: "#/properties/endMeaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                      var valid0 = _errs65 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (data.key !== void 0) {
                                                        const _errs67 = errors;
                                                        if (typeof data.key !== "string") {
                                                          validate52.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                        var valid0 = _errs67 === errors;
                                                      } else {
                                                        var valid0 = true;
                                                      }
                                                      if (valid0) {
                                                        if (data.mentions !== void 0) {
                                                          let data39 = data.mentions;
                                                          const _errs69 = errors;
                                                          if (errors === _errs69) {
                                                            if (Array.isArray(data39)) {
                                                              var valid6 = true;
                                                              const len3 = data39.length;
                                                              for (let i3 = 0; i3 < len3; i3++) {
                                                                let data40 = data39[i3];
                                                                const _errs71 = errors;
                                                                if (errors === _errs71) {
                                                                  if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                                                                    let missing2;
                                                                    if (data40.address === void 0 && (missing2 = "address") || data40.objectType === void 0 && (missing2 = "objectType") || data40.evidence === void 0 && (missing2 = "evidence") || data40.basis === void 0 && (missing2 = "basis")) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3, schemaPath: "#/properties/mentions/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                      return false;
                                                                    } else {
                                                                      if (data40.address !== void 0) {
                                                                        const _errs73 = errors;
                                                                        if (!sharedAddress(data40.address, { instancePath: instancePath + "/mentions/" + i3 + "/address", parentData: data40, parentDataProperty: "address", rootData, dynamicAnchors })) {
                                                                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                          errors = vErrors.length;
                                                                        }
                                                                        var valid7 = _errs73 === errors;
                                                                      } else {
                                                                        var valid7 = true;
                                                                      }
                                                                      if (valid7) {
                                                                        if (data40.objectType !== void 0) {
                                                                          const _errs74 = errors;
                                                                          if (typeof data40.objectType !== "string") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/objectType", schemaPath: "#/properties/mentions/items/properties/objectType/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid7 = _errs74 === errors;
                                                                        } else {
                                                                          var valid7 = true;
                                                                        }
                                                                        if (valid7) {
                                                                          if (data40.frame !== void 0) {
                                                                            let data43 = data40.frame;
                                                                            const _errs76 = errors;
                                                                            if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                              return false;
                                                                            }
                                                                            if (errors === _errs76) {
                                                                              if (typeof data43 == "number" && isFinite(data43)) {
                                                                                if (data43 < 0 || isNaN(data43)) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                  return false;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid7 = _errs76 === errors;
                                                                          } else {
                                                                            var valid7 = true;
                                                                          }
                                                                          if (valid7) {
                                                                            if (data40.stackAddress !== void 0) {
                                                                              const _errs78 = errors;
                                                                              if (!sharedAddress(data40.stackAddress, { instancePath: instancePath + "/mentions/" + i3 + "/stackAddress", parentData: data40, parentDataProperty: "stackAddress", rootData, dynamicAnchors })) {
                                                                                vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                                errors = vErrors.length;
                                                                              }
                                                                              var valid7 = _errs78 === errors;
                                                                            } else {
                                                                              var valid7 = true;
                                                                            }
                                                                            if (valid7) {
                                                                              if (data40.register !== void 0) {
                                                                                const _errs79 = errors;
                                                                                if (typeof data40.register !== "string") {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/register", schemaPath: "#/properties/mentions/items/properties/register/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                  return false;
                                                                                }
                                                                                var valid7 = _errs79 === errors;
                                                                              } else {
                                                                                var valid7 = true;
                                                                              }
                                                                              if (valid7) {
                                                                                if (data40.evidence !== void 0) {
                                                                                  const _errs81 = errors;
                                                                                  if (!sharedEvidenceClass(data40.evidence, { instancePath: instancePath + "/mentions/" + i3 + "/evidence", parentData: data40, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                                                                                    vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                                                                    errors = vErrors.length;
                                                                                  }
                                                                                  var valid7 = _errs81 === errors;
                                                                                } else {
                                                                                  var valid7 = true;
                                                                                }
                                                                                if (valid7) {
                                                                                  if (data40.basis !== void 0) {
                                                                                    const _errs82 = errors;
                                                                                    if (typeof data40.basis !== "string") {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/basis", schemaPath: "#/properties/mentions/items/properties/basis/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                      return false;
                                                                                    }
                                                                                    var valid7 = _errs82 === errors;
                                                                                  } else {
                                                                                    var valid7 = true;
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  } else {
                                                                    validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3, schemaPath: "#/properties/mentions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid6 = _errs71 === errors;
                                                                if (!valid6) {
                                                                  break;
                                                                }
                                                              }
                                                            } else {
                                                              validate52.errors = [{ instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid0 = _errs69 === errors;
                                                        } else {
                                                          var valid0 = true;
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
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": { "path": true, "simulated": true, "machine": true, "processId": true, "processName": true, "threadId": true, "objectAddress": true, "state": true, "waitReason": true, "waitingFor": true, "heldBy": true, "doing": true, "waitTimeMs": true, "contextSwitches": true, "createTimeRaw": true, "lookTime": true, "waitEvidence": true, "heldByEvidence": true, "stack": true, "frames": true, "startedFrom": true, "end": true, "endMeaning": true, "key": true, "mentions": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateKernelStack
};
