// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  destination as sharedDestination,
} from './part-destination.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  symbolPath as sharedSymbolPath,
} from './part-symbol-path.js';
import {
  watchCondition as sharedWatchCondition,
} from './part-watch-condition.js';

const validateWatchRequest = validate52;
const func2 = codePoints;
const pattern3 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", "u");
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
      if (data.processIds !== void 0) {
        let data0 = data.processIds;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e3) {
              validate52.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
              return false;
            } else {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                const _errs3 = errors;
                if (!sharedProcessId(data0[i0], { instancePath: instancePath + "/processIds/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs3 === errors;
                if (!valid1) {
                  break;
                }
              }
            }
          } else {
            validate52.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
          const _errs4 = errors;
          if (errors === _errs4) {
            if (Array.isArray(data2)) {
              if (data2.length > 100) {
                validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                return false;
              } else {
                var valid2 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data3 = data2[i1];
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (typeof data3 === "string") {
                      if (func2(data3) > 260) {
                        validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 260 }, message: "must NOT have more than 260 characters" }];
                        return false;
                      } else {
                        if (func2(data3) < 1) {
                          validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid2 = _errs6 === errors;
                  if (!valid2) {
                    break;
                  }
                }
              }
            } else {
              validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs4 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.services !== void 0) {
            let data4 = data.services;
            const _errs8 = errors;
            if (errors === _errs8) {
              if (Array.isArray(data4)) {
                if (data4.length > 100) {
                  validate52.errors = [{ instancePath: instancePath + "/services", schemaPath: "#/properties/services/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                  return false;
                } else {
                  var valid3 = true;
                  const len2 = data4.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    let data5 = data4[i2];
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data5 === "string") {
                        if (func2(data5) > 256) {
                          validate52.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                          return false;
                        } else {
                          if (func2(data5) < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/services/" + i2, schemaPath: "#/properties/services/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid3 = _errs10 === errors;
                    if (!valid3) {
                      break;
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs8 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.applicationPools !== void 0) {
              let data6 = data.applicationPools;
              const _errs12 = errors;
              if (errors === _errs12) {
                if (Array.isArray(data6)) {
                  if (data6.length > 100) {
                    validate52.errors = [{ instancePath: instancePath + "/applicationPools", schemaPath: "#/properties/applicationPools/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                    return false;
                  } else {
                    var valid4 = true;
                    const len3 = data6.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data7 = data6[i3];
                      const _errs14 = errors;
                      if (errors === _errs14) {
                        if (typeof data7 === "string") {
                          if (func2(data7) > 256) {
                            validate52.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                            return false;
                          } else {
                            if (func2(data7) < 1) {
                              validate52.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/applicationPools/" + i3, schemaPath: "#/properties/applicationPools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid4 = _errs14 === errors;
                      if (!valid4) {
                        break;
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/applicationPools", schemaPath: "#/properties/applicationPools/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs12 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.conditions !== void 0) {
                let data8 = data.conditions;
                const _errs16 = errors;
                if (errors === _errs16) {
                  if (Array.isArray(data8)) {
                    var valid5 = true;
                    const len4 = data8.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      const _errs18 = errors;
                      if (!sharedWatchCondition(data8[i4], { instancePath: instancePath + "/conditions/" + i4, parentData: data8, parentDataProperty: i4, rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedWatchCondition.errors : vErrors.concat(sharedWatchCondition.errors);
                        errors = vErrors.length;
                      }
                      var valid5 = _errs18 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs16 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.forSeconds !== void 0) {
                  let data10 = data.forSeconds;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (typeof data10 == "number" && isFinite(data10)) {
                      if (data10 > 604800 || isNaN(data10)) {
                        validate52.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                        return false;
                      } else {
                        if (data10 < 0 || isNaN(data10)) {
                          validate52.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/forSeconds", schemaPath: "#/properties/forSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                      return false;
                    }
                  }
                  var valid0 = _errs19 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.count !== void 0) {
                    let data11 = data.count;
                    const _errs21 = errors;
                    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                      validate52.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs21) {
                      if (typeof data11 == "number" && isFinite(data11)) {
                        if (data11 > 1e6 || isNaN(data11)) {
                          validate52.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" }];
                          return false;
                        } else {
                          if (data11 < 1 || isNaN(data11)) {
                            validate52.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs21 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.waitReasons !== void 0) {
                      let data12 = data.waitReasons;
                      const _errs23 = errors;
                      if (errors === _errs23) {
                        if (Array.isArray(data12)) {
                          if (data12.length > 100) {
                            validate52.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                            return false;
                          } else {
                            var valid6 = true;
                            const len5 = data12.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                              let data13 = data12[i5];
                              const _errs25 = errors;
                              if (errors === _errs25) {
                                if (typeof data13 === "string") {
                                  if (func2(data13) > 100) {
                                    validate52.errors = [{ instancePath: instancePath + "/waitReasons/" + i5, schemaPath: "#/properties/waitReasons/items/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/waitReasons/" + i5, schemaPath: "#/properties/waitReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid6 = _errs25 === errors;
                              if (!valid6) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs23 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.intervalMs !== void 0) {
                        let data14 = data.intervalMs;
                        const _errs27 = errors;
                        if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                          validate52.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        if (errors === _errs27) {
                          if (typeof data14 == "number" && isFinite(data14)) {
                            if (data14 > 36e5 || isNaN(data14)) {
                              validate52.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36e5 }, message: "must be <= 3600000" }];
                              return false;
                            } else {
                              if (data14 < 100 || isNaN(data14)) {
                                validate52.errors = [{ instancePath: instancePath + "/intervalMs", schemaPath: "#/properties/intervalMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs27 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.durationSeconds !== void 0) {
                          let data15 = data.durationSeconds;
                          const _errs29 = errors;
                          if (errors === _errs29) {
                            if (typeof data15 == "number" && isFinite(data15)) {
                              if (data15 > 31536e3 || isNaN(data15)) {
                                validate52.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31536e3 }, message: "must be <= 31536000" }];
                                return false;
                              } else {
                                if (data15 <= 0 || isNaN(data15)) {
                                  validate52.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                  return false;
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/durationSeconds", schemaPath: "#/properties/durationSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                              return false;
                            }
                          }
                          var valid0 = _errs29 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.once !== void 0) {
                            const _errs31 = errors;
                            if (typeof data.once !== "boolean") {
                              validate52.errors = [{ instancePath: instancePath + "/once", schemaPath: "#/properties/once/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs31 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.name !== void 0) {
                              let data17 = data.name;
                              const _errs33 = errors;
                              if (errors === _errs33) {
                                if (typeof data17 === "string") {
                                  if (!pattern3.test(data17)) {
                                    validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"' }];
                                    return false;
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs33 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.capture !== void 0) {
                                const _errs35 = errors;
                                if (typeof data.capture !== "boolean") {
                                  validate52.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs35 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.destination !== void 0) {
                                  const _errs37 = errors;
                                  if (!sharedDestination(data.destination, { instancePath: instancePath + "/destination", parentData: data, parentDataProperty: "destination", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedDestination.errors : vErrors.concat(sharedDestination.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs37 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.maxCaptures !== void 0) {
                                    let data20 = data.maxCaptures;
                                    const _errs38 = errors;
                                    if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                                      validate52.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs38) {
                                      if (typeof data20 == "number" && isFinite(data20)) {
                                        if (data20 > 1e5 || isNaN(data20)) {
                                          validate52.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                                          return false;
                                        } else {
                                          if (data20 < 1 || isNaN(data20)) {
                                            validate52.errors = [{ instancePath: instancePath + "/maxCaptures", schemaPath: "#/properties/maxCaptures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                            return false;
                                          }
                                        }
                                      }
                                    }
                                    var valid0 = _errs38 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.pauseSeconds !== void 0) {
                                      let data21 = data.pauseSeconds;
                                      const _errs40 = errors;
                                      if (errors === _errs40) {
                                        if (typeof data21 == "number" && isFinite(data21)) {
                                          if (data21 > 604800 || isNaN(data21)) {
                                            validate52.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                            return false;
                                          } else {
                                            if (data21 < 0 || isNaN(data21)) {
                                              validate52.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/pauseSeconds", schemaPath: "#/properties/pauseSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs40 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.diskBudgetMiB !== void 0) {
                                        let data22 = data.diskBudgetMiB;
                                        const _errs42 = errors;
                                        if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                                          validate52.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs42) {
                                          if (typeof data22 == "number" && isFinite(data22)) {
                                            if (data22 > 10485760 || isNaN(data22)) {
                                              validate52.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10485760 }, message: "must be <= 10485760" }];
                                              return false;
                                            } else {
                                              if (data22 < 16 || isNaN(data22)) {
                                                validate52.errors = [{ instancePath: instancePath + "/diskBudgetMiB", schemaPath: "#/properties/diskBudgetMiB/minimum", keyword: "minimum", params: { comparison: ">=", limit: 16 }, message: "must be >= 16" }];
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
                                        if (data.minFreeMemoryPercent !== void 0) {
                                          let data23 = data.minFreeMemoryPercent;
                                          const _errs44 = errors;
                                          if (errors === _errs44) {
                                            if (typeof data23 == "number" && isFinite(data23)) {
                                              if (data23 > 90 || isNaN(data23)) {
                                                validate52.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                                return false;
                                              } else {
                                                if (data23 < 0 || isNaN(data23)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/minFreeMemoryPercent", schemaPath: "#/properties/minFreeMemoryPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs44 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.maxThreads !== void 0) {
                                            let data24 = data.maxThreads;
                                            const _errs46 = errors;
                                            if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                                              validate52.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs46) {
                                              if (typeof data24 == "number" && isFinite(data24)) {
                                                if (data24 > 1e4 || isNaN(data24)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                  return false;
                                                } else {
                                                  if (data24 < 1 || isNaN(data24)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/maxThreads", schemaPath: "#/properties/maxThreads/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
                                            if (data.symbolPath !== void 0) {
                                              const _errs48 = errors;
                                              if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs48 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.eventFile !== void 0) {
                                                let data26 = data.eventFile;
                                                const _errs49 = errors;
                                                if (errors === _errs49) {
                                                  if (typeof data26 === "string") {
                                                    if (func2(data26) > 32e3) {
                                                      validate52.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func2(data26) < 1) {
                                                        validate52.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/eventFile", schemaPath: "#/properties/eventFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs49 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.eventLog !== void 0) {
                                                  const _errs51 = errors;
                                                  if (typeof data.eventLog !== "boolean") {
                                                    validate52.errors = [{ instancePath: instancePath + "/eventLog", schemaPath: "#/properties/eventLog/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs51 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.machine !== void 0) {
                                                    const _errs53 = errors;
                                                    if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs53 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.propertyCase !== void 0) {
                                                      const _errs54 = errors;
                                                      if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid0 = _errs54 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (data.callerVersion !== void 0) {
                                                        const _errs55 = errors;
                                                        if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        var valid0 = _errs55 === errors;
                                                      } else {
                                                        var valid0 = true;
                                                      }
                                                      if (valid0) {
                                                        if (data.adviceFor !== void 0) {
                                                          const _errs56 = errors;
                                                          if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid0 = _errs56 === errors;
                                                        } else {
                                                          var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                          if (data.cancelOnEndOfInput !== void 0) {
                                                            const _errs57 = errors;
                                                            if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                              validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                              return false;
                                                            }
                                                            var valid0 = _errs57 === errors;
                                                          } else {
                                                            var valid0 = true;
                                                          }
                                                          if (valid0) {
                                                            for (const key0 in data) {
                                                              if (key0 !== "processIds" && key0 !== "names" && key0 !== "services" && key0 !== "applicationPools" && key0 !== "conditions" && key0 !== "forSeconds" && key0 !== "count" && key0 !== "waitReasons" && key0 !== "intervalMs" && key0 !== "durationSeconds" && key0 !== "once" && key0 !== "name" && key0 !== "capture" && key0 !== "destination" && key0 !== "maxCaptures" && key0 !== "pauseSeconds" && key0 !== "diskBudgetMiB" && key0 !== "minFreeMemoryPercent" && key0 !== "maxThreads" && key0 !== "symbolPath" && key0 !== "eventFile" && key0 !== "eventLog" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                                                                validate52.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateWatchRequest
};
