// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  addresses as sharedAddresses,
} from './part-addresses.js';
import {
  imagePath as sharedImagePath,
} from './part-image-path.js';
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

const validateTypesRequest = validate52;
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
      let missing0;
      if (data.paths === void 0 && (missing0 = "paths") || data.names === void 0 && (missing0 = "names")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
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
          if (data.names !== void 0) {
            let data1 = data.names;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data1)) {
                if (data1.length > 1e3) {
                  validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                  return false;
                } else {
                  if (data1.length < 1) {
                    validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                    return false;
                  } else {
                    var valid1 = true;
                    const len0 = data1.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data2 = data1[i0];
                      const _errs4 = errors;
                      if (errors === _errs4) {
                        if (typeof data2 === "string") {
                          if (func2(data2) > 4096) {
                            validate52.errors = [{ instancePath: instancePath + "/names/" + i0, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                            return false;
                          } else {
                            if (func2(data2) < 1) {
                              validate52.errors = [{ instancePath: instancePath + "/names/" + i0, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/names/" + i0, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid1 = _errs4 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.addresses !== void 0) {
              const _errs6 = errors;
              if (!sharedAddresses(data.addresses, { instancePath: instancePath + "/addresses", parentData: data, parentDataProperty: "addresses", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedAddresses.errors : vErrors.concat(sharedAddresses.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.members !== void 0) {
                let data4 = data.members;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (Array.isArray(data4)) {
                    if (data4.length > 1e3) {
                      validate52.errors = [{ instancePath: instancePath + "/members", schemaPath: "#/properties/members/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                      return false;
                    } else {
                      var valid2 = true;
                      const len1 = data4.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        let data5 = data4[i1];
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data5 === "string") {
                            if (func2(data5) > 4096) {
                              validate52.errors = [{ instancePath: instancePath + "/members/" + i1, schemaPath: "#/properties/members/items/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                              return false;
                            } else {
                              if (func2(data5) < 1) {
                                validate52.errors = [{ instancePath: instancePath + "/members/" + i1, schemaPath: "#/properties/members/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/members/" + i1, schemaPath: "#/properties/members/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid2 = _errs9 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.depth !== void 0) {
                  let data6 = data.depth;
                  const _errs11 = errors;
                  if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                    validate52.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs11) {
                    if (typeof data6 == "number" && isFinite(data6)) {
                      if (data6 > 16 || isNaN(data6)) {
                        validate52.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" }];
                        return false;
                      } else {
                        if (data6 < 1 || isNaN(data6)) {
                          validate52.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolPath !== void 0) {
                    const _errs13 = errors;
                    if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs13 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.symbolCredentials !== void 0) {
                      const _errs14 = errors;
                      if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolCredentialFile !== void 0) {
                        const _errs15 = errors;
                        if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.imagePath !== void 0) {
                          const _errs16 = errors;
                          if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.timeLimitSeconds !== void 0) {
                            const _errs17 = errors;
                            if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs17 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              const _errs18 = errors;
                              if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs18 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                const _errs19 = errors;
                                if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs19 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  const _errs20 = errors;
                                  if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs20 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.adviceFor !== void 0) {
                                    const _errs21 = errors;
                                    if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs21 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cancelOnEndOfInput !== void 0) {
                                      const _errs22 = errors;
                                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                                        validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs22 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      for (const key0 in data) {
                                        if (key0 !== "paths" && key0 !== "names" && key0 !== "addresses" && key0 !== "members" && key0 !== "depth" && key0 !== "symbolPath" && key0 !== "symbolCredentials" && key0 !== "symbolCredentialFile" && key0 !== "imagePath" && key0 !== "timeLimitSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateTypesRequest
};
