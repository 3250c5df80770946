// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  processId as sharedProcessId,
  threadId as sharedThreadId,
  address as sharedAddress,
  evidenceClass as sharedEvidenceClass,
} from './shared.js';

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
                                  if (data.waitEvidence !== void 0) {
                                    const _errs26 = errors;
                                    if (!sharedEvidenceClass(data.waitEvidence, { instancePath: instancePath + "/waitEvidence", parentData: data, parentDataProperty: "waitEvidence", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.heldByEvidence !== void 0) {
                                      const _errs27 = errors;
                                      if (!sharedEvidenceClass(data.heldByEvidence, { instancePath: instancePath + "/heldByEvidence", parentData: data, parentDataProperty: "heldByEvidence", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs27 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.stack !== void 0) {
                                        let data16 = data.stack;
                                        const _errs28 = errors;
                                        if (errors === _errs28) {
                                          if (Array.isArray(data16)) {
                                            var valid2 = true;
                                            const len1 = data16.length;
                                            for (let i1 = 0; i1 < len1; i1++) {
                                              const _errs30 = errors;
                                              if (typeof data16[i1] !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/stack/" + i1, schemaPath: "#/properties/stack/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid2 = _errs30 === errors;
                                              if (!valid2) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/stack", schemaPath: "#/properties/stack/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs28 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.frames !== void 0) {
                                          let data18 = data.frames;
                                          const _errs32 = errors;
                                          if (errors === _errs32) {
                                            if (Array.isArray(data18)) {
                                              var valid3 = true;
                                              const len2 = data18.length;
                                              for (let i2 = 0; i2 < len2; i2++) {
                                                let data19 = data18[i2];
                                                const _errs34 = errors;
                                                if (errors === _errs34) {
                                                  if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                                                    let missing1;
                                                    if (data19.text === void 0 && (missing1 = "text") || data19.address === void 0 && (missing1 = "address") || data19.stackPointer === void 0 && (missing1 = "stackPointer") || data19.foundBy === void 0 && (missing1 = "foundBy")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/frames/" + i2, schemaPath: "#/properties/frames/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                      return false;
                                                    } else {
                                                      if (data19.text !== void 0) {
                                                        const _errs36 = errors;
                                                        if (typeof data19.text !== "string") {
                                                          validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/text", schemaPath: "#/properties/frames/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                        var valid4 = _errs36 === errors;
                                                      } else {
                                                        var valid4 = true;
                                                      }
                                                      if (valid4) {
                                                        if (data19.address !== void 0) {
                                                          const _errs38 = errors;
                                                          if (!sharedAddress(data19.address, { instancePath: instancePath + "/frames/" + i2 + "/address", parentData: data19, parentDataProperty: "address", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid4 = _errs38 === errors;
                                                        } else {
                                                          var valid4 = true;
                                                        }
                                                        if (valid4) {
                                                          if (data19.stackPointer !== void 0) {
                                                            const _errs39 = errors;
                                                            if (!sharedAddress(data19.stackPointer, { instancePath: instancePath + "/frames/" + i2 + "/stackPointer", parentData: data19, parentDataProperty: "stackPointer", rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid4 = _errs39 === errors;
                                                          } else {
                                                            var valid4 = true;
                                                          }
                                                          if (valid4) {
                                                            if (data19.module !== void 0) {
                                                              const _errs40 = errors;
                                                              if (typeof data19.module !== "string") {
                                                                validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/module", schemaPath: "#/properties/frames/items/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                              var valid4 = _errs40 === errors;
                                                            } else {
                                                              var valid4 = true;
                                                            }
                                                            if (valid4) {
                                                              if (data19.symbol !== void 0) {
                                                                const _errs42 = errors;
                                                                if (typeof data19.symbol !== "string") {
                                                                  validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/symbol", schemaPath: "#/properties/frames/items/properties/symbol/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                                var valid4 = _errs42 === errors;
                                                              } else {
                                                                var valid4 = true;
                                                              }
                                                              if (valid4) {
                                                                if (data19.offset !== void 0) {
                                                                  let data25 = data19.offset;
                                                                  const _errs44 = errors;
                                                                  if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/offset", schemaPath: "#/properties/frames/items/properties/offset/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                    return false;
                                                                  }
                                                                  var valid4 = _errs44 === errors;
                                                                } else {
                                                                  var valid4 = true;
                                                                }
                                                                if (valid4) {
                                                                  if (data19.foundBy !== void 0) {
                                                                    const _errs46 = errors;
                                                                    if (typeof data19.foundBy !== "string") {
                                                                      validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/foundBy", schemaPath: "#/properties/frames/items/properties/foundBy/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                    var valid4 = _errs46 === errors;
                                                                  } else {
                                                                    var valid4 = true;
                                                                  }
                                                                  if (valid4) {
                                                                    if (data19.nameFrom !== void 0) {
                                                                      const _errs48 = errors;
                                                                      if (typeof data19.nameFrom !== "string") {
                                                                        validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/nameFrom", schemaPath: "#/properties/frames/items/properties/nameFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                      }
                                                                      var valid4 = _errs48 === errors;
                                                                    } else {
                                                                      var valid4 = true;
                                                                    }
                                                                    if (valid4) {
                                                                      if (data19.trapFrame !== void 0) {
                                                                        const _errs50 = errors;
                                                                        if (!sharedAddress(data19.trapFrame, { instancePath: instancePath + "/frames/" + i2 + "/trapFrame", parentData: data19, parentDataProperty: "trapFrame", rootData, dynamicAnchors })) {
                                                                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                          errors = vErrors.length;
                                                                        }
                                                                        var valid4 = _errs50 === errors;
                                                                      } else {
                                                                        var valid4 = true;
                                                                      }
                                                                      if (valid4) {
                                                                        if (data19.isCapture !== void 0) {
                                                                          const _errs51 = errors;
                                                                          if (typeof data19.isCapture !== "boolean") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/isCapture", schemaPath: "#/properties/frames/items/properties/isCapture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                            return false;
                                                                          }
                                                                          var valid4 = _errs51 === errors;
                                                                        } else {
                                                                          var valid4 = true;
                                                                        }
                                                                        if (valid4) {
                                                                          if (data19.registers !== void 0) {
                                                                            let data30 = data19.registers;
                                                                            const _errs53 = errors;
                                                                            if (errors === _errs53) {
                                                                              if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                                                for (const key0 in data30) {
                                                                                  const _errs56 = errors;
                                                                                  if (!sharedAddress(data30[key0], { instancePath: instancePath + "/frames/" + i2 + "/registers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data30, parentDataProperty: key0, rootData, dynamicAnchors })) {
                                                                                    vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                                    errors = vErrors.length;
                                                                                  }
                                                                                  var valid5 = _errs56 === errors;
                                                                                  if (!valid5) {
                                                                                    break;
                                                                                  }
                                                                                }
                                                                              } else {
                                                                                validate52.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/registers", schemaPath: "#/properties/frames/items/properties/registers/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid4 = _errs53 === errors;
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
                                                var valid3 = _errs34 === errors;
                                                if (!valid3) {
                                                  break;
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs32 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.startedFrom !== void 0) {
                                            const _errs57 = errors;
                                            if (typeof data.startedFrom !== "string") {
                                              validate52.errors = [{ instancePath: instancePath + "/startedFrom", schemaPath: "#/properties/startedFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid0 = _errs57 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.end !== void 0) {
                                              const _errs59 = errors;
                                              if (typeof data.end !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/end", schemaPath: "#/properties/end/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid0 = _errs59 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.endMeaning !== void 0) {
                                                const _errs61 = errors;
                                                if (typeof data.endMeaning !== "string") {
                                                  validate52.errors = [{ instancePath: instancePath + "/endMeaning", schemaPath: "#/properties/endMeaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid0 = _errs61 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.key !== void 0) {
                                                  const _errs63 = errors;
                                                  if (typeof data.key !== "string") {
                                                    validate52.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs63 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.mentions !== void 0) {
                                                    let data36 = data.mentions;
                                                    const _errs65 = errors;
                                                    if (errors === _errs65) {
                                                      if (Array.isArray(data36)) {
                                                        var valid6 = true;
                                                        const len3 = data36.length;
                                                        for (let i3 = 0; i3 < len3; i3++) {
                                                          let data37 = data36[i3];
                                                          const _errs67 = errors;
                                                          if (errors === _errs67) {
                                                            if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                                              let missing2;
                                                              if (data37.address === void 0 && (missing2 = "address") || data37.objectType === void 0 && (missing2 = "objectType") || data37.evidence === void 0 && (missing2 = "evidence") || data37.basis === void 0 && (missing2 = "basis")) {
                                                                validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3, schemaPath: "#/properties/mentions/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                return false;
                                                              } else {
                                                                if (data37.address !== void 0) {
                                                                  const _errs69 = errors;
                                                                  if (!sharedAddress(data37.address, { instancePath: instancePath + "/mentions/" + i3 + "/address", parentData: data37, parentDataProperty: "address", rootData, dynamicAnchors })) {
                                                                    vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  var valid7 = _errs69 === errors;
                                                                } else {
                                                                  var valid7 = true;
                                                                }
                                                                if (valid7) {
                                                                  if (data37.objectType !== void 0) {
                                                                    const _errs70 = errors;
                                                                    if (typeof data37.objectType !== "string") {
                                                                      validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/objectType", schemaPath: "#/properties/mentions/items/properties/objectType/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                    var valid7 = _errs70 === errors;
                                                                  } else {
                                                                    var valid7 = true;
                                                                  }
                                                                  if (valid7) {
                                                                    if (data37.frame !== void 0) {
                                                                      let data40 = data37.frame;
                                                                      const _errs72 = errors;
                                                                      if (!(typeof data40 == "number" && (!(data40 % 1) && !isNaN(data40)) && isFinite(data40))) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs72) {
                                                                        if (typeof data40 == "number" && isFinite(data40)) {
                                                                          if (data40 < 0 || isNaN(data40)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid7 = _errs72 === errors;
                                                                    } else {
                                                                      var valid7 = true;
                                                                    }
                                                                    if (valid7) {
                                                                      if (data37.stackAddress !== void 0) {
                                                                        const _errs74 = errors;
                                                                        if (!sharedAddress(data37.stackAddress, { instancePath: instancePath + "/mentions/" + i3 + "/stackAddress", parentData: data37, parentDataProperty: "stackAddress", rootData, dynamicAnchors })) {
                                                                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                          errors = vErrors.length;
                                                                        }
                                                                        var valid7 = _errs74 === errors;
                                                                      } else {
                                                                        var valid7 = true;
                                                                      }
                                                                      if (valid7) {
                                                                        if (data37.register !== void 0) {
                                                                          const _errs75 = errors;
                                                                          if (typeof data37.register !== "string") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/register", schemaPath: "#/properties/mentions/items/properties/register/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid7 = _errs75 === errors;
                                                                        } else {
                                                                          var valid7 = true;
                                                                        }
                                                                        if (valid7) {
                                                                          if (data37.evidence !== void 0) {
                                                                            const _errs77 = errors;
                                                                            if (!sharedEvidenceClass(data37.evidence, { instancePath: instancePath + "/mentions/" + i3 + "/evidence", parentData: data37, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                                                                              vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                                                              errors = vErrors.length;
                                                                            }
                                                                            var valid7 = _errs77 === errors;
                                                                          } else {
                                                                            var valid7 = true;
                                                                          }
                                                                          if (valid7) {
                                                                            if (data37.basis !== void 0) {
                                                                              const _errs78 = errors;
                                                                              if (typeof data37.basis !== "string") {
                                                                                validate52.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/basis", schemaPath: "#/properties/mentions/items/properties/basis/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                              }
                                                                              var valid7 = _errs78 === errors;
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
                                                          var valid6 = _errs67 === errors;
                                                          if (!valid6) {
                                                            break;
                                                          }
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs65 === errors;
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
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": { "path": true, "simulated": true, "machine": true, "processId": true, "processName": true, "threadId": true, "objectAddress": true, "state": true, "waitReason": true, "waitingFor": true, "heldBy": true, "doing": true, "waitTimeMs": true, "waitEvidence": true, "heldByEvidence": true, "stack": true, "frames": true, "startedFrom": true, "end": true, "endMeaning": true, "key": true, "mentions": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateKernelStack
};
