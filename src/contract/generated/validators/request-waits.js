// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  imagePath as sharedImagePath,
} from './part-image-path.js';
import {
  minimumWaitMs as sharedMinimumWaitMs,
} from './part-minimum-wait-ms.js';
import {
  objectAddresses as sharedObjectAddresses,
} from './part-object-addresses.js';
import {
  paths as sharedPaths,
} from './part-paths.js';
import {
  symbolCredentialFile as sharedSymbolCredentialFile,
} from './part-symbol-credential-file.js';
import {
  symbolCredentials as sharedSymbolCredentials,
} from './part-symbol-credentials.js';
import {
  symbolPath as sharedSymbolPath,
} from './part-symbol-path.js';
import {
  threadIds as sharedThreadIds,
} from './part-thread-ids.js';
import {
  threads as sharedThreads,
} from './part-threads.js';
import {
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';

const validateWaitsRequest = validate52;
const func10 = codePoints;
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
      if (data.paths !== void 0) {
        const _errs1 = errors;
        if (!sharedPaths(data.paths, { instancePath: instancePath + "/paths", parentData: data, parentDataProperty: "paths", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? sharedPaths.errors : vErrors.concat(sharedPaths.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.threads !== void 0) {
          const _errs2 = errors;
          if (!sharedThreads(data.threads, { instancePath: instancePath + "/threads", parentData: data, parentDataProperty: "threads", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? sharedThreads.errors : vErrors.concat(sharedThreads.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadIds !== void 0) {
            const _errs3 = errors;
            if (!sharedThreadIds(data.threadIds, { instancePath: instancePath + "/threadIds", parentData: data, parentDataProperty: "threadIds", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? sharedThreadIds.errors : vErrors.concat(sharedThreadIds.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.objectAddresses !== void 0) {
              const _errs4 = errors;
              if (!sharedObjectAddresses(data.objectAddresses, { instancePath: instancePath + "/objectAddresses", parentData: data, parentDataProperty: "objectAddresses", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedObjectAddresses.errors : vErrors.concat(sharedObjectAddresses.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.symbolPath !== void 0) {
                const _errs5 = errors;
                if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.symbolCredentials !== void 0) {
                  const _errs6 = errors;
                  if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolCredentialFile !== void 0) {
                    const _errs7 = errors;
                    if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.imagePath !== void 0) {
                      const _errs8 = errors;
                      if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.minimumWaitMs !== void 0) {
                        const _errs9 = errors;
                        if (!sharedMinimumWaitMs(data.minimumWaitMs, { instancePath: instancePath + "/minimumWaitMs", parentData: data, parentDataProperty: "minimumWaitMs", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedMinimumWaitMs.errors : vErrors.concat(sharedMinimumWaitMs.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.reasons !== void 0) {
                          let data9 = data.reasons;
                          const _errs10 = errors;
                          if (errors === _errs10) {
                            if (Array.isArray(data9)) {
                              if (data9.length > 100) {
                                validate52.errors = [{ instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                                return false;
                              } else {
                                var valid1 = true;
                                const len0 = data9.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                  let data10 = data9[i0];
                                  const _errs12 = errors;
                                  if (errors === _errs12) {
                                    if (typeof data10 === "string") {
                                      if (func10(data10) > 100) {
                                        validate52.errors = [{ instancePath: instancePath + "/reasons/" + i0, schemaPath: "#/properties/reasons/items/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                        return false;
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/reasons/" + i0, schemaPath: "#/properties/reasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid1 = _errs12 === errors;
                                  if (!valid1) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs10 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.includeIdle !== void 0) {
                            const _errs14 = errors;
                            if (typeof data.includeIdle !== "boolean") {
                              validate52.errors = [{ instancePath: instancePath + "/includeIdle", schemaPath: "#/properties/includeIdle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs14 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.timeLimitSeconds !== void 0) {
                              const _errs16 = errors;
                              if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs16 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.machine !== void 0) {
                                const _errs17 = errors;
                                if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs17 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.propertyCase !== void 0) {
                                  const _errs18 = errors;
                                  if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs18 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.callerVersion !== void 0) {
                                    const _errs19 = errors;
                                    if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs19 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.adviceFor !== void 0) {
                                      const _errs20 = errors;
                                      if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs20 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.cancelOnEndOfInput !== void 0) {
                                        const _errs21 = errors;
                                        if (typeof data.cancelOnEndOfInput !== "boolean") {
                                          validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                          return false;
                                        }
                                        var valid0 = _errs21 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        for (const key0 in data) {
                                          if (key0 !== "paths" && key0 !== "threads" && key0 !== "threadIds" && key0 !== "objectAddresses" && key0 !== "symbolPath" && key0 !== "symbolCredentials" && key0 !== "symbolCredentialFile" && key0 !== "imagePath" && key0 !== "minimumWaitMs" && key0 !== "reasons" && key0 !== "includeIdle" && key0 !== "timeLimitSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateWaitsRequest
};
