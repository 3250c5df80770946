// Generated from src/contract/schema by `npm run generate`. Do not edit.
const validateKernelStack = validate20;
const schema36 = { "title": "EvidenceClass", "description": "How a statement is known: Memory (bytes of the dump that passed a guard), Derived (follows from them by a layout rule), Stack (names of exact frames), Pattern (a known signature), Guess.", "enum": ["Memory", "Derived", "Stack", "Pattern", "Guess"] };
const pattern4 = new RegExp("^0x[0-9a-f]{16}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
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
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.path !== void 0) {
          const _errs1 = errors;
          if (typeof data.path !== "string") {
            validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate20.errors = [{ instancePath: instancePath + "/simulated", schemaPath: "#/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.processId !== void 0) {
                let data3 = data.processId;
                const _errs7 = errors;
                const _errs8 = errors;
                if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                  validate20.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs8) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 > 4294967295 || isNaN(data3)) {
                      validate20.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                      return false;
                    } else {
                      if (data3 < 0 || isNaN(data3)) {
                        validate20.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processName !== void 0) {
                  const _errs10 = errors;
                  if (typeof data.processName !== "string") {
                    validate20.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.threadId !== void 0) {
                    let data5 = data.threadId;
                    const _errs12 = errors;
                    const _errs13 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate20.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs13) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 4294967295 || isNaN(data5)) {
                          validate20.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate20.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.objectAddress !== void 0) {
                      let data6 = data.objectAddress;
                      const _errs15 = errors;
                      const _errs16 = errors;
                      if (errors === _errs16) {
                        if (typeof data6 === "string") {
                          if (!pattern4.test(data6)) {
                            validate20.errors = [{ instancePath: instancePath + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                            return false;
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs15 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.state !== void 0) {
                        const _errs18 = errors;
                        if (typeof data.state !== "string") {
                          validate20.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid0 = _errs18 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.waitReason !== void 0) {
                          const _errs20 = errors;
                          if (typeof data.waitReason !== "string") {
                            validate20.errors = [{ instancePath: instancePath + "/waitReason", schemaPath: "#/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs20 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitingFor !== void 0) {
                            const _errs22 = errors;
                            if (typeof data.waitingFor !== "string") {
                              validate20.errors = [{ instancePath: instancePath + "/waitingFor", schemaPath: "#/properties/waitingFor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs22 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.heldBy !== void 0) {
                              let data10 = data.heldBy;
                              const _errs24 = errors;
                              if (errors === _errs24) {
                                if (Array.isArray(data10)) {
                                  var valid4 = true;
                                  const len0 = data10.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    const _errs26 = errors;
                                    if (typeof data10[i0] !== "string") {
                                      validate20.errors = [{ instancePath: instancePath + "/heldBy/" + i0, schemaPath: "#/properties/heldBy/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid4 = _errs26 === errors;
                                    if (!valid4) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/heldBy", schemaPath: "#/properties/heldBy/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs24 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.doing !== void 0) {
                                const _errs28 = errors;
                                if (typeof data.doing !== "string") {
                                  validate20.errors = [{ instancePath: instancePath + "/doing", schemaPath: "#/properties/doing/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid0 = _errs28 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.waitTimeMs !== void 0) {
                                  let data13 = data.waitTimeMs;
                                  const _errs30 = errors;
                                  if (errors === _errs30) {
                                    if (typeof data13 == "number" && isFinite(data13)) {
                                      if (data13 < 0 || isNaN(data13)) {
                                        validate20.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs30 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.waitEvidence !== void 0) {
                                    let data14 = data.waitEvidence;
                                    const _errs32 = errors;
                                    if (!(data14 === "Memory" || data14 === "Derived" || data14 === "Stack" || data14 === "Pattern" || data14 === "Guess")) {
                                      validate20.errors = [{ instancePath: instancePath + "/waitEvidence", schemaPath: "common.schema.json#/$defs/evidenceClass/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid0 = _errs32 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.heldByEvidence !== void 0) {
                                      let data15 = data.heldByEvidence;
                                      const _errs34 = errors;
                                      if (!(data15 === "Memory" || data15 === "Derived" || data15 === "Stack" || data15 === "Pattern" || data15 === "Guess")) {
                                        validate20.errors = [{ instancePath: instancePath + "/heldByEvidence", schemaPath: "common.schema.json#/$defs/evidenceClass/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                        return false;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.stack !== void 0) {
                                        let data16 = data.stack;
                                        const _errs36 = errors;
                                        if (errors === _errs36) {
                                          if (Array.isArray(data16)) {
                                            var valid7 = true;
                                            const len1 = data16.length;
                                            for (let i1 = 0; i1 < len1; i1++) {
                                              const _errs38 = errors;
                                              if (typeof data16[i1] !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/stack/" + i1, schemaPath: "#/properties/stack/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid7 = _errs38 === errors;
                                              if (!valid7) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate20.errors = [{ instancePath: instancePath + "/stack", schemaPath: "#/properties/stack/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.frames !== void 0) {
                                          let data18 = data.frames;
                                          const _errs40 = errors;
                                          if (errors === _errs40) {
                                            if (Array.isArray(data18)) {
                                              var valid8 = true;
                                              const len2 = data18.length;
                                              for (let i2 = 0; i2 < len2; i2++) {
                                                let data19 = data18[i2];
                                                const _errs42 = errors;
                                                if (errors === _errs42) {
                                                  if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                                                    let missing1;
                                                    if (data19.text === void 0 && (missing1 = "text") || data19.address === void 0 && (missing1 = "address") || data19.stackPointer === void 0 && (missing1 = "stackPointer") || data19.foundBy === void 0 && (missing1 = "foundBy")) {
                                                      validate20.errors = [{ instancePath: instancePath + "/frames/" + i2, schemaPath: "#/properties/frames/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                      return false;
                                                    } else {
                                                      if (data19.text !== void 0) {
                                                        const _errs44 = errors;
                                                        if (typeof data19.text !== "string") {
                                                          validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/text", schemaPath: "#/properties/frames/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                        var valid9 = _errs44 === errors;
                                                      } else {
                                                        var valid9 = true;
                                                      }
                                                      if (valid9) {
                                                        if (data19.address !== void 0) {
                                                          let data21 = data19.address;
                                                          const _errs46 = errors;
                                                          const _errs47 = errors;
                                                          if (errors === _errs47) {
                                                            if (typeof data21 === "string") {
                                                              if (!pattern4.test(data21)) {
                                                                validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/address", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                return false;
                                                              }
                                                            } else {
                                                              validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/address", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid9 = _errs46 === errors;
                                                        } else {
                                                          var valid9 = true;
                                                        }
                                                        if (valid9) {
                                                          if (data19.stackPointer !== void 0) {
                                                            let data22 = data19.stackPointer;
                                                            const _errs49 = errors;
                                                            const _errs50 = errors;
                                                            if (errors === _errs50) {
                                                              if (typeof data22 === "string") {
                                                                if (!pattern4.test(data22)) {
                                                                  validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/stackPointer", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/stackPointer", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid9 = _errs49 === errors;
                                                          } else {
                                                            var valid9 = true;
                                                          }
                                                          if (valid9) {
                                                            if (data19.module !== void 0) {
                                                              const _errs52 = errors;
                                                              if (typeof data19.module !== "string") {
                                                                validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/module", schemaPath: "#/properties/frames/items/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                              var valid9 = _errs52 === errors;
                                                            } else {
                                                              var valid9 = true;
                                                            }
                                                            if (valid9) {
                                                              if (data19.symbol !== void 0) {
                                                                const _errs54 = errors;
                                                                if (typeof data19.symbol !== "string") {
                                                                  validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/symbol", schemaPath: "#/properties/frames/items/properties/symbol/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                                var valid9 = _errs54 === errors;
                                                              } else {
                                                                var valid9 = true;
                                                              }
                                                              if (valid9) {
                                                                if (data19.offset !== void 0) {
                                                                  let data25 = data19.offset;
                                                                  const _errs56 = errors;
                                                                  if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                                                                    validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/offset", schemaPath: "#/properties/frames/items/properties/offset/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                    return false;
                                                                  }
                                                                  var valid9 = _errs56 === errors;
                                                                } else {
                                                                  var valid9 = true;
                                                                }
                                                                if (valid9) {
                                                                  if (data19.foundBy !== void 0) {
                                                                    const _errs58 = errors;
                                                                    if (typeof data19.foundBy !== "string") {
                                                                      validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/foundBy", schemaPath: "#/properties/frames/items/properties/foundBy/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                    var valid9 = _errs58 === errors;
                                                                  } else {
                                                                    var valid9 = true;
                                                                  }
                                                                  if (valid9) {
                                                                    if (data19.nameFrom !== void 0) {
                                                                      const _errs60 = errors;
                                                                      if (typeof data19.nameFrom !== "string") {
                                                                        validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/nameFrom", schemaPath: "#/properties/frames/items/properties/nameFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                      }
                                                                      var valid9 = _errs60 === errors;
                                                                    } else {
                                                                      var valid9 = true;
                                                                    }
                                                                    if (valid9) {
                                                                      if (data19.trapFrame !== void 0) {
                                                                        let data28 = data19.trapFrame;
                                                                        const _errs62 = errors;
                                                                        const _errs63 = errors;
                                                                        if (errors === _errs63) {
                                                                          if (typeof data28 === "string") {
                                                                            if (!pattern4.test(data28)) {
                                                                              validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/trapFrame", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                              return false;
                                                                            }
                                                                          } else {
                                                                            validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/trapFrame", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid9 = _errs62 === errors;
                                                                      } else {
                                                                        var valid9 = true;
                                                                      }
                                                                      if (valid9) {
                                                                        if (data19.isCapture !== void 0) {
                                                                          const _errs65 = errors;
                                                                          if (typeof data19.isCapture !== "boolean") {
                                                                            validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/isCapture", schemaPath: "#/properties/frames/items/properties/isCapture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                            return false;
                                                                          }
                                                                          var valid9 = _errs65 === errors;
                                                                        } else {
                                                                          var valid9 = true;
                                                                        }
                                                                        if (valid9) {
                                                                          if (data19.registers !== void 0) {
                                                                            let data30 = data19.registers;
                                                                            const _errs67 = errors;
                                                                            if (errors === _errs67) {
                                                                              if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                                                for (const key0 in data30) {
                                                                                  let data31 = data30[key0];
                                                                                  const _errs70 = errors;
                                                                                  const _errs71 = errors;
                                                                                  if (errors === _errs71) {
                                                                                    if (typeof data31 === "string") {
                                                                                      if (!pattern4.test(data31)) {
                                                                                        validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/registers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                                        return false;
                                                                                      }
                                                                                    } else {
                                                                                      validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/registers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                      return false;
                                                                                    }
                                                                                  }
                                                                                  var valid13 = _errs70 === errors;
                                                                                  if (!valid13) {
                                                                                    break;
                                                                                  }
                                                                                }
                                                                              } else {
                                                                                validate20.errors = [{ instancePath: instancePath + "/frames/" + i2 + "/registers", schemaPath: "#/properties/frames/items/properties/registers/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid9 = _errs67 === errors;
                                                                          } else {
                                                                            var valid9 = true;
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
                                                    validate20.errors = [{ instancePath: instancePath + "/frames/" + i2, schemaPath: "#/properties/frames/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                    return false;
                                                  }
                                                }
                                                var valid8 = _errs42 === errors;
                                                if (!valid8) {
                                                  break;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs40 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.startedFrom !== void 0) {
                                            const _errs73 = errors;
                                            if (typeof data.startedFrom !== "string") {
                                              validate20.errors = [{ instancePath: instancePath + "/startedFrom", schemaPath: "#/properties/startedFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid0 = _errs73 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.end !== void 0) {
                                              const _errs75 = errors;
                                              if (typeof data.end !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/end", schemaPath: "#/properties/end/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid0 = _errs75 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.endMeaning !== void 0) {
                                                const _errs77 = errors;
                                                if (typeof data.endMeaning !== "string") {
                                                  validate20.errors = [{ instancePath: instancePath + "/endMeaning", schemaPath: "#/properties/endMeaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid0 = _errs77 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.key !== void 0) {
                                                  const _errs79 = errors;
                                                  if (typeof data.key !== "string") {
                                                    validate20.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs79 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.mentions !== void 0) {
                                                    let data36 = data.mentions;
                                                    const _errs81 = errors;
                                                    if (errors === _errs81) {
                                                      if (Array.isArray(data36)) {
                                                        var valid15 = true;
                                                        const len3 = data36.length;
                                                        for (let i3 = 0; i3 < len3; i3++) {
                                                          let data37 = data36[i3];
                                                          const _errs83 = errors;
                                                          if (errors === _errs83) {
                                                            if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                                              let missing2;
                                                              if (data37.address === void 0 && (missing2 = "address") || data37.objectType === void 0 && (missing2 = "objectType") || data37.evidence === void 0 && (missing2 = "evidence") || data37.basis === void 0 && (missing2 = "basis")) {
                                                                validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3, schemaPath: "#/properties/mentions/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                return false;
                                                              } else {
                                                                if (data37.address !== void 0) {
                                                                  let data38 = data37.address;
                                                                  const _errs85 = errors;
                                                                  const _errs86 = errors;
                                                                  if (errors === _errs86) {
                                                                    if (typeof data38 === "string") {
                                                                      if (!pattern4.test(data38)) {
                                                                        validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/address", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                        return false;
                                                                      }
                                                                    } else {
                                                                      validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/address", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid16 = _errs85 === errors;
                                                                } else {
                                                                  var valid16 = true;
                                                                }
                                                                if (valid16) {
                                                                  if (data37.objectType !== void 0) {
                                                                    const _errs88 = errors;
                                                                    if (typeof data37.objectType !== "string") {
                                                                      validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/objectType", schemaPath: "#/properties/mentions/items/properties/objectType/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                    var valid16 = _errs88 === errors;
                                                                  } else {
                                                                    var valid16 = true;
                                                                  }
                                                                  if (valid16) {
                                                                    if (data37.frame !== void 0) {
                                                                      let data40 = data37.frame;
                                                                      const _errs90 = errors;
                                                                      if (!(typeof data40 == "number" && (!(data40 % 1) && !isNaN(data40)) && isFinite(data40))) {
                                                                        validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs90) {
                                                                        if (typeof data40 == "number" && isFinite(data40)) {
                                                                          if (data40 < 0 || isNaN(data40)) {
                                                                            validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/frame", schemaPath: "#/properties/mentions/items/properties/frame/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid16 = _errs90 === errors;
                                                                    } else {
                                                                      var valid16 = true;
                                                                    }
                                                                    if (valid16) {
                                                                      if (data37.stackAddress !== void 0) {
                                                                        let data41 = data37.stackAddress;
                                                                        const _errs92 = errors;
                                                                        const _errs93 = errors;
                                                                        if (errors === _errs93) {
                                                                          if (typeof data41 === "string") {
                                                                            if (!pattern4.test(data41)) {
                                                                              validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/stackAddress", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                                              return false;
                                                                            }
                                                                          } else {
                                                                            validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/stackAddress", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid16 = _errs92 === errors;
                                                                      } else {
                                                                        var valid16 = true;
                                                                      }
                                                                      if (valid16) {
                                                                        if (data37.register !== void 0) {
                                                                          const _errs95 = errors;
                                                                          if (typeof data37.register !== "string") {
                                                                            validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/register", schemaPath: "#/properties/mentions/items/properties/register/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid16 = _errs95 === errors;
                                                                        } else {
                                                                          var valid16 = true;
                                                                        }
                                                                        if (valid16) {
                                                                          if (data37.evidence !== void 0) {
                                                                            let data43 = data37.evidence;
                                                                            const _errs97 = errors;
                                                                            if (!(data43 === "Memory" || data43 === "Derived" || data43 === "Stack" || data43 === "Pattern" || data43 === "Guess")) {
                                                                              validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/evidence", schemaPath: "common.schema.json#/$defs/evidenceClass/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                                                              return false;
                                                                            }
                                                                            var valid16 = _errs97 === errors;
                                                                          } else {
                                                                            var valid16 = true;
                                                                          }
                                                                          if (valid16) {
                                                                            if (data37.basis !== void 0) {
                                                                              const _errs99 = errors;
                                                                              if (typeof data37.basis !== "string") {
                                                                                validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3 + "/basis", schemaPath: "#/properties/mentions/items/properties/basis/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                              }
                                                                              var valid16 = _errs99 === errors;
                                                                            } else {
                                                                              var valid16 = true;
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            } else {
                                                              validate20.errors = [{ instancePath: instancePath + "/mentions/" + i3, schemaPath: "#/properties/mentions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid15 = _errs83 === errors;
                                                          if (!valid15) {
                                                            break;
                                                          }
                                                        }
                                                      } else {
                                                        validate20.errors = [{ instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs81 === errors;
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
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "path": true, "simulated": true, "machine": true, "processId": true, "processName": true, "threadId": true, "objectAddress": true, "state": true, "waitReason": true, "waitingFor": true, "heldBy": true, "doing": true, "waitTimeMs": true, "waitEvidence": true, "heldByEvidence": true, "stack": true, "frames": true, "startedFrom": true, "end": true, "endMeaning": true, "key": true, "mentions": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateKernelStack
};
