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
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';
import {
  top as sharedTop,
} from './part-top.js';

const validateFleetRequest = validate52;
const func2 = codePoints;
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
        if (data.computers !== void 0) {
          let data1 = data.computers;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (Array.isArray(data1)) {
              if (data1.length > 1e5) {
                validate52.errors = [{ instancePath: instancePath + "/computers", schemaPath: "#/properties/computers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data1.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data2 = data1[i0];
                  const _errs4 = errors;
                  if (errors === _errs4) {
                    if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                      let missing0;
                      if (data2.name === void 0 && (missing0 = "name") || data2.paths === void 0 && (missing0 = "paths")) {
                        validate52.errors = [{ instancePath: instancePath + "/computers/" + i0, schemaPath: "#/properties/computers/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                        return false;
                      } else {
                        const _errs6 = errors;
                        for (const key0 in data2) {
                          if (!(key0 === "name" || key0 === "paths")) {
                            validate52.errors = [{ instancePath: instancePath + "/computers/" + i0, schemaPath: "#/properties/computers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs6 === errors) {
                          if (data2.name !== void 0) {
                            let data3 = data2.name;
                            const _errs7 = errors;
                            if (errors === _errs7) {
                              if (typeof data3 === "string") {
                                if (func2(data3) > 1e3) {
                                  validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/name", schemaPath: "#/properties/computers/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                  return false;
                                } else {
                                  if (func2(data3) < 1) {
                                    validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/name", schemaPath: "#/properties/computers/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/name", schemaPath: "#/properties/computers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid2 = _errs7 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data2.paths !== void 0) {
                              let data4 = data2.paths;
                              const _errs9 = errors;
                              if (errors === _errs9) {
                                if (Array.isArray(data4)) {
                                  if (data4.length > 1e5) {
                                    validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/paths", schemaPath: "#/properties/computers/items/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                    return false;
                                  } else {
                                    var valid3 = true;
                                    const len1 = data4.length;
                                    for (let i1 = 0; i1 < len1; i1++) {
                                      let data5 = data4[i1];
                                      const _errs11 = errors;
                                      if (errors === _errs11) {
                                        if (typeof data5 === "string") {
                                          if (func2(data5) > 32e3) {
                                            validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/paths/" + i1, schemaPath: "#/properties/computers/items/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                            return false;
                                          } else {
                                            if (func2(data5) < 1) {
                                              validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/paths/" + i1, schemaPath: "#/properties/computers/items/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/paths/" + i1, schemaPath: "#/properties/computers/items/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid3 = _errs11 === errors;
                                      if (!valid3) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/computers/" + i0 + "/paths", schemaPath: "#/properties/computers/items/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid2 = _errs9 === errors;
                            } else {
                              var valid2 = true;
                            }
                          }
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/computers/" + i0, schemaPath: "#/properties/computers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                      return false;
                    }
                  }
                  var valid1 = _errs4 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate52.errors = [{ instancePath: instancePath + "/computers", schemaPath: "#/properties/computers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.idleComputers !== void 0) {
            let data6 = data.idleComputers;
            const _errs13 = errors;
            if (errors === _errs13) {
              if (Array.isArray(data6)) {
                if (data6.length > 1e5) {
                  validate52.errors = [{ instancePath: instancePath + "/idleComputers", schemaPath: "#/properties/idleComputers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid4 = true;
                  const len2 = data6.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    let data7 = data6[i2];
                    const _errs15 = errors;
                    if (errors === _errs15) {
                      if (typeof data7 === "string") {
                        if (func2(data7) > 1e3) {
                          validate52.errors = [{ instancePath: instancePath + "/idleComputers/" + i2, schemaPath: "#/properties/idleComputers/items/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                          return false;
                        } else {
                          if (func2(data7) < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/idleComputers/" + i2, schemaPath: "#/properties/idleComputers/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/idleComputers/" + i2, schemaPath: "#/properties/idleComputers/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid4 = _errs15 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/idleComputers", schemaPath: "#/properties/idleComputers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs13 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.silentComputers !== void 0) {
              let data8 = data.silentComputers;
              const _errs17 = errors;
              if (errors === _errs17) {
                if (Array.isArray(data8)) {
                  if (data8.length > 1e5) {
                    validate52.errors = [{ instancePath: instancePath + "/silentComputers", schemaPath: "#/properties/silentComputers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                    return false;
                  } else {
                    var valid5 = true;
                    const len3 = data8.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data9 = data8[i3];
                      const _errs19 = errors;
                      if (errors === _errs19) {
                        if (typeof data9 === "string") {
                          if (func2(data9) > 1e3) {
                            validate52.errors = [{ instancePath: instancePath + "/silentComputers/" + i3, schemaPath: "#/properties/silentComputers/items/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                            return false;
                          } else {
                            if (func2(data9) < 1) {
                              validate52.errors = [{ instancePath: instancePath + "/silentComputers/" + i3, schemaPath: "#/properties/silentComputers/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/silentComputers/" + i3, schemaPath: "#/properties/silentComputers/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid5 = _errs19 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/silentComputers", schemaPath: "#/properties/silentComputers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs17 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.top !== void 0) {
                const _errs21 = errors;
                if (!sharedTop(data.top, { instancePath: instancePath + "/top", parentData: data, parentDataProperty: "top", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedTop.errors : vErrors.concat(sharedTop.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs21 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.minimumWaitMs !== void 0) {
                  const _errs22 = errors;
                  if (!sharedMinimumWaitMs(data.minimumWaitMs, { instancePath: instancePath + "/minimumWaitMs", parentData: data, parentDataProperty: "minimumWaitMs", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedMinimumWaitMs.errors : vErrors.concat(sharedMinimumWaitMs.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs22 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolPath !== void 0) {
                    const _errs23 = errors;
                    if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs23 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.symbolCredentials !== void 0) {
                      const _errs24 = errors;
                      if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs24 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolCredentialFile !== void 0) {
                        const _errs25 = errors;
                        if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs25 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.imagePath !== void 0) {
                          const _errs26 = errors;
                          if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs26 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.timeLimitSeconds !== void 0) {
                            const _errs27 = errors;
                            if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs27 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              const _errs28 = errors;
                              if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs28 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                const _errs29 = errors;
                                if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs29 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  const _errs30 = errors;
                                  if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs30 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.adviceFor !== void 0) {
                                    const _errs31 = errors;
                                    if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs31 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cancelOnEndOfInput !== void 0) {
                                      const _errs32 = errors;
                                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                                        validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs32 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      for (const key1 in data) {
                                        if (key1 !== "paths" && key1 !== "computers" && key1 !== "idleComputers" && key1 !== "silentComputers" && key1 !== "top" && key1 !== "minimumWaitMs" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
                                          validate52.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key1 }, message: "must NOT have unevaluated properties" }];
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
  validateFleetRequest
};
