// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateWatchRequest = validate20;
const schema34 = { "title": "WatchCondition", "description": "Stuck: threads have waited in the kernel for the time and were not switched to. WaitReason: threads wait for the given reasons. Resource: the number of threads that wait for kernel locks does not fall. PoolExhausted: all workers of a pool wait, none for work, and none moves. Count: the process has so many threads. CpuIdleWithWork: no processor time is used while threads wait for locks or memory. Asked: the caller decides over each sample.", "enum": ["Stuck", "WaitReason", "Resource", "PoolExhausted", "Count", "CpuIdleWithWork", "Asked"] };
const schema36 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema38 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
const pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", "u");
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
      if (data.processIds !== void 0) {
        let data0 = data.processIds;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e3) {
              validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
              return false;
            } else {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0];
                const _errs3 = errors;
                const _errs4 = errors;
                if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                  validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 > 4294967295 || isNaN(data1)) {
                      validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                      return false;
                    } else {
                      if (data1 < 0 || isNaN(data1)) {
                        validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid1 = _errs3 === errors;
                if (!valid1) {
                  break;
                }
              }
            }
          } else {
            validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.names !== void 0) {
          let data2 = data.names;
          const _errs6 = errors;
          if (errors === _errs6) {
            if (Array.isArray(data2)) {
              if (data2.length > 100) {
                validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                return false;
              } else {
                var valid3 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data3 = data2[i1];
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (typeof data3 === "string") {
                      if (func1(data3) > 260) {
                        validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 260 }, message: "must NOT have more than 260 characters" }];
                        return false;
                      } else {
                        if (func1(data3) < 1) {
                          validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid3 = _errs8 === errors;
                  if (!valid3) {
                    break;
                  }
                }
              }
            } else {
              validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs6 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.services !== void 0) {
            let data4 = data.services;
            const _errs10 = errors;
            if (errors === _errs10) {
              if (Array.isArray(data4)) {
                if (data4.length > 100) {
                  validate20.errors = [{ instancePath: instancePath + "/services", schemaPath: "#/properties/services/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                  return false;
                } else {
                  var valid4 = true;
                  const len2 = data4.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    let data5 = data4[i2];
                    const _errs12 = errors;
                    if (errors === _errs12) {
                      if (typeof data5 === "string") {
                        if (func1(data5) > 256) {
                          validate20.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                          return false;
                        } else {
                          if (func1(data5) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid4 = _errs12 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs10 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.applicationPools !== void 0) {
              let data6 = data.applicationPools;
              const _errs14 = errors;
              if (errors === _errs14) {
                if (Array.isArray(data6)) {
                  if (data6.length > 100) {
                    validate20.errors = [{ instancePath: instancePath + "/applicationPools", schemaPath: "#/properties/applicationPools/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                    return false;
                  } else {
                    var valid5 = true;
                    const len3 = data6.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data7 = data6[i3];
                      const _errs16 = errors;
                      if (errors === _errs16) {
                        if (typeof data7 === "string") {
                          if (func1(data7) > 256) {
                            validate20.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                            return false;
                          } else {
                            if (func1(data7) < 1) {
                              validate20.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid5 = _errs16 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/applicationPools", schemaPath: "#/properties/applicationPools/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs14 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.conditions !== void 0) {
                let data8 = data.conditions;
                const _errs18 = errors;
                if (errors === _errs18) {
                  if (Array.isArray(data8)) {
                    var valid6 = true;
                    const len4 = data8.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data9 = data8[i4];
                      const _errs20 = errors;
                      if (!(data9 === "Stuck" || data9 === "WaitReason" || data9 === "Resource" || data9 === "PoolExhausted" || data9 === "Count" || data9 === "CpuIdleWithWork" || data9 === "Asked")) {
                        validate20.errors = [{ instancePath: instancePath + "/conditions/" + i4, schemaPath: "common.schema.json#/$defs/watchCondition/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid6 = _errs20 === errors;
                      if (!valid6) {
                        break;
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs18 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.forSeconds !== void 0) {
                  let data10 = data.forSeconds;
                  const _errs22 = errors;
                  if (errors === _errs22) {
                    if (typeof data10 == "number" && isFinite(data10)) {
                      if (data10 > 604800 || isNaN(data10)) {
                        validate20.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                        return false;
                      } else {
                        if (data10 < 0 || isNaN(data10)) {
                          validate20.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                      return false;
                    }
                  }
                  var valid0 = _errs22 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.count !== void 0) {
                    let data11 = data.count;
                    const _errs24 = errors;
                    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                      validate20.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs24) {
                      if (typeof data11 == "number" && isFinite(data11)) {
                        if (data11 > 1e6 || isNaN(data11)) {
                          validate20.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" }];
                          return false;
                        } else {
                          if (data11 < 1 || isNaN(data11)) {
                            validate20.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs24 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.waitReasons !== void 0) {
                      let data12 = data.waitReasons;
                      const _errs26 = errors;
                      if (errors === _errs26) {
                        if (Array.isArray(data12)) {
                          if (data12.length > 100) {
                            validate20.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                            return false;
                          } else {
                            var valid8 = true;
                            const len5 = data12.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                              let data13 = data12[i5];
                              const _errs28 = errors;
                              if (errors === _errs28) {
                                if (typeof data13 === "string") {
                                  if (func1(data13) > 100) {
                                    validate20.errors = [{ instancePath: instancePath + "/waitReasons/" + i5, schemaPath: "#/properties/waitReasons/items/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/waitReasons/" + i5, schemaPath: "#/properties/waitReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid8 = _errs28 === errors;
                              if (!valid8) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs26 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.intervalMs !== void 0) {
                        let data14 = data.intervalMs;
                        const _errs30 = errors;
                        if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                          validate20.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        if (errors === _errs30) {
                          if (typeof data14 == "number" && isFinite(data14)) {
                            if (data14 > 36e5 || isNaN(data14)) {
                              validate20.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36e5 }, message: "must be <= 3600000" }];
                              return false;
                            } else {
                              if (data14 < 100 || isNaN(data14)) {
                                validate20.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs30 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.durationSeconds !== void 0) {
                          let data15 = data.durationSeconds;
                          const _errs32 = errors;
                          if (errors === _errs32) {
                            if (typeof data15 == "number" && isFinite(data15)) {
                              if (data15 > 31536e3 || isNaN(data15)) {
                                validate20.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31536e3 }, message: "must be <= 31536000" }];
                                return false;
                              } else {
                                if (data15 <= 0 || isNaN(data15)) {
                                  validate20.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                  return false;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                              return false;
                            }
                          }
                          var valid0 = _errs32 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.once !== void 0) {
                            const _errs34 = errors;
                            if (typeof data.once !== "boolean") {
                              validate20.errors = [{ instancePath: instancePath + "/once", schemaPath: "#/properties/once/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs34 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.name !== void 0) {
                              let data17 = data.name;
                              const _errs36 = errors;
                              if (errors === _errs36) {
                                if (typeof data17 === "string") {
                                  if (!pattern4.test(data17)) {
                                    validate20.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"' }];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs36 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.capture !== void 0) {
                                const _errs38 = errors;
                                if (typeof data.capture !== "boolean") {
                                  validate20.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs38 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.destination !== void 0) {
                                  let data19 = data.destination;
                                  const _errs40 = errors;
                                  if (errors === _errs40) {
                                    if (typeof data19 === "string") {
                                      if (func1(data19) > 32e3) {
                                        validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data19) < 1) {
                                          validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs40 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.maxCaptures !== void 0) {
                                    let data20 = data.maxCaptures;
                                    const _errs42 = errors;
                                    if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                                      validate20.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs42) {
                                      if (typeof data20 == "number" && isFinite(data20)) {
                                        if (data20 > 1e5 || isNaN(data20)) {
                                          validate20.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                                          return false;
                                        } else {
                                          if (data20 < 1 || isNaN(data20)) {
                                            validate20.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                            return false;
                                          }
                                        }
                                      }
                                    }
                                    var valid0 = _errs42 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.pauseSeconds !== void 0) {
                                      let data21 = data.pauseSeconds;
                                      const _errs44 = errors;
                                      if (errors === _errs44) {
                                        if (typeof data21 == "number" && isFinite(data21)) {
                                          if (data21 > 604800 || isNaN(data21)) {
                                            validate20.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                            return false;
                                          } else {
                                            if (data21 < 0 || isNaN(data21)) {
                                              validate20.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs44 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.diskBudgetMiB !== void 0) {
                                        let data22 = data.diskBudgetMiB;
                                        const _errs46 = errors;
                                        if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                                          validate20.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs46) {
                                          if (typeof data22 == "number" && isFinite(data22)) {
                                            if (data22 > 10485760 || isNaN(data22)) {
                                              validate20.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10485760 }, message: "must be <= 10485760" }];
                                              return false;
                                            } else {
                                              if (data22 < 16 || isNaN(data22)) {
                                                validate20.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/minimum", keyword: "minimum", params: { comparison: ">=", limit: 16 }, message: "must be >= 16" }];
                                                return false;
                                              }
                                            }
                                          }
                                        }
                                        var valid0 = _errs46 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.minFreeMemoryPercent !== void 0) {
                                          let data23 = data.minFreeMemoryPercent;
                                          const _errs48 = errors;
                                          if (errors === _errs48) {
                                            if (typeof data23 == "number" && isFinite(data23)) {
                                              if (data23 > 90 || isNaN(data23)) {
                                                validate20.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                                return false;
                                              } else {
                                                if (data23 < 0 || isNaN(data23)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs48 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.maxThreads !== void 0) {
                                            let data24 = data.maxThreads;
                                            const _errs50 = errors;
                                            if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                                              validate20.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs50) {
                                              if (typeof data24 == "number" && isFinite(data24)) {
                                                if (data24 > 1e4 || isNaN(data24)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                  return false;
                                                } else {
                                                  if (data24 < 1 || isNaN(data24)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                            }
                                            var valid0 = _errs50 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.symbolPath !== void 0) {
                                              let data25 = data.symbolPath;
                                              const _errs52 = errors;
                                              if (errors === _errs52) {
                                                if (typeof data25 === "string") {
                                                  if (func1(data25) > 32e3) {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid0 = _errs52 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.eventFile !== void 0) {
                                                let data26 = data.eventFile;
                                                const _errs54 = errors;
                                                if (errors === _errs54) {
                                                  if (typeof data26 === "string") {
                                                    if (func1(data26) > 32e3) {
                                                      validate20.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func1(data26) < 1) {
                                                        validate20.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs54 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.eventLog !== void 0) {
                                                  const _errs56 = errors;
                                                  if (typeof data.eventLog !== "boolean") {
                                                    validate20.errors = [{ instancePath: instancePath + "/eventLog", schemaPath: "#/properties/eventLog/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs56 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.machine !== void 0) {
                                                    let data28 = data.machine;
                                                    const _errs58 = errors;
                                                    const _errs59 = errors;
                                                    if (errors === _errs59) {
                                                      if (typeof data28 === "string") {
                                                        if (func1(data28) > 100) {
                                                          validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                          return false;
                                                        } else {
                                                          if (func1(data28) < 1) {
                                                            validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                            return false;
                                                          }
                                                        }
                                                      } else {
                                                        validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs58 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.propertyCase !== void 0) {
                                                      let data29 = data.propertyCase;
                                                      const _errs61 = errors;
                                                      if (!(data29 === "camel" || data29 === "pascal")) {
                                                        validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                                        return false;
                                                      }
                                                      var valid0 = _errs61 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (data.callerVersion !== void 0) {
                                                        let data30 = data.callerVersion;
                                                        const _errs63 = errors;
                                                        const _errs64 = errors;
                                                        if (errors === _errs64) {
                                                          if (typeof data30 === "string") {
                                                            if (func1(data30) > 100) {
                                                              validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                              return false;
                                                            } else {
                                                              if (func1(data30) < 1) {
                                                                validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                                return false;
                                                              }
                                                            }
                                                          } else {
                                                            validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid0 = _errs63 === errors;
                                                      } else {
                                                        var valid0 = true;
                                                      }
                                                      if (valid0) {
                                                        if (data.adviceFor !== void 0) {
                                                          let data31 = data.adviceFor;
                                                          const _errs66 = errors;
                                                          if (!(data31 === "executable" || data31 === "module")) {
                                                            validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" }];
                                                            return false;
                                                          }
                                                          var valid0 = _errs66 === errors;
                                                        } else {
                                                          var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                          if (data.cancelOnEndOfInput !== void 0) {
                                                            const _errs68 = errors;
                                                            if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                              validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                              return false;
                                                            }
                                                            var valid0 = _errs68 === errors;
                                                          } else {
                                                            var valid0 = true;
                                                          }
                                                          if (valid0) {
                                                            for (const key0 in data) {
                                                              if (key0 !== "processIds" && key0 !== "names" && key0 !== "services" && key0 !== "applicationPools" && key0 !== "conditions" && key0 !== "forSeconds" && key0 !== "count" && key0 !== "waitReasons" && key0 !== "intervalMs" && key0 !== "durationSeconds" && key0 !== "once" && key0 !== "name" && key0 !== "capture" && key0 !== "destination" && key0 !== "maxCaptures" && key0 !== "pauseSeconds" && key0 !== "diskBudgetMiB" && key0 !== "minFreeMemoryPercent" && key0 !== "maxThreads" && key0 !== "symbolPath" && key0 !== "eventFile" && key0 !== "eventLog" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                                                                validate20.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
                                                                return false;
                                                                break;
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
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateWatchRequest
};
