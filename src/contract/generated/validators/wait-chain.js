// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  address as sharedAddress,
} from './part-address.js';
import {
  evidenceClass as sharedEvidenceClass,
} from './part-evidence-class.js';
import {
  kernelThread as sharedKernelThread,
} from './part-kernel-thread.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';

const validateWaitChain = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/wait-chain.schema.json", "title": "WaitChain", "description": "One cause of waiting, and all threads behind it. Chains are ranked by the number of threads times the longest wait, deadlocks first.", "type": "object", "required": ["paths", "rank", "rootKind", "headline", "evidence", "threadCount", "threads", "links", "isDeadlock", "signatures", "nextSteps", "notKnown", "missingThreads", "explanation", "lines"], "properties": { "paths": { "description": "The dumps that the chain was found in; empty for live threads.", "type": "array", "items": { "type": "string" } }, "simulated": { "description": "A simulated machine wrote the dumps.", "type": "boolean" }, "machine": { "description": "The simulated machine.", "type": "string" }, "rank": { "description": "1 for the chain that holds up most.", "type": "integer", "minimum": 1 }, "headline": { "description": "One sentence: what holds everything up.", "type": "string" }, "evidence": { "sharedPart": "evidenceClass" }, "lines": { "description": "The whole answer as a person reads it, in lines of at most 78 characters. Names out of dumps are harmless in it.", "type": "array", "items": { "type": "string" } }, "rootKind": { "description": "What is at the end of the chain.", "enum": ["Deadlock", "PendingIo", "ServerReply", "ProcessExit", "Running", "Ready", "Sleeping", "Suspended", "UserMode", "OwnerNotInDump", "OwnerPointer", "NoOwnerKnown", "WaitNotInDump", "NotWaiting"] }, "rootThread": { "sharedPart": "kernelThread" }, "rootRequestAddress": { "sharedPart": "address" }, "rootDriver": { "description": "The driver that has the request.", "type": "string" }, "rootFileName": { "description": "The file that the request is about.", "type": "string" }, "rootProcessId": { "sharedPart": "processId" }, "rootProcessName": { "type": "string" }, "threadCount": { "description": "Threads of the chain.", "type": "integer", "minimum": 0 }, "totalThreadCount": { "description": "Threads of the dumps, those that do not wait included.", "type": "integer", "minimum": 0 }, "runningThreadCount": { "description": "Threads of the dumps that run on a processor.", "type": "integer", "minimum": 0 }, "readyThreadCount": { "description": "Threads of the dumps that could run and have no processor.", "type": "integer", "minimum": 0 }, "workQueueCount": { "description": "Work queues of the kernel in a dump of whole pages; absent where no dump holds them.", "type": "integer", "minimum": 0 }, "workerCount": { "description": "Threads that serve these queues.", "type": "integer", "minimum": 0 }, "idleWorkerCount": { "description": "Those of them that wait for work.", "type": "integer", "minimum": 0 }, "longestWaitMs": { "description": "From before the capture where a manifest has it.", "type": "number", "minimum": 0 }, "isDeadlock": { "type": "boolean" }, "brokenByTimeout": { "description": "A deadlock that a timeout of one of its threads will break.", "type": "boolean" }, "threads": { "description": "Those that wait longest first.", "type": "array", "items": { "sharedPart": "kernelThread" } }, "links": { "description": "The levels of the chain, from the waiters to the root.", "type": "array", "items": { "title": "WaitChainLink", "type": "object", "required": ["waitsFor", "kind", "waiters", "waiterCount", "heldBy", "evidence", "basis"], "properties": { "waitsFor": { "description": "In words.", "type": "string" }, "kind": { "description": "What is waited for.", "enum": ["Lock", "Request", "Thread", "Process", "Object"] }, "address": { "sharedPart": "address" }, "lockId": { "type": "string" }, "fileName": { "type": "string" }, "waiterCount": { "type": "integer", "minimum": 0 }, "waiters": { "type": "array", "items": { "sharedPart": "kernelThread" } }, "heldBy": { "description": "Threads that hold the lock.", "type": "array", "items": { "sharedPart": "kernelThread" } }, "longestWaitMs": { "type": "number", "minimum": 0 }, "activity": { "description": "Where the threads do not wait: what they do while their request is not finished.", "enum": ["Running", "Ready", "Ended"] }, "evidence": { "sharedPart": "evidenceClass" }, "basis": { "type": "string" } } } }, "cycle": { "description": "Of a deadlock: each thread with what it waits for.", "type": "array", "items": { "title": "WaitCycleStep", "type": "object", "required": ["thread", "waitsFor", "evidence"], "properties": { "thread": { "sharedPart": "kernelThread" }, "waitsFor": { "type": "string" }, "lockId": { "type": "string" }, "evidence": { "sharedPart": "evidenceClass" } } } }, "explanation": { "description": "The statements behind the headline, each with how it is known.", "type": "array", "items": { "title": "WaitStatement", "type": "object", "required": ["text", "evidence"], "properties": { "text": { "type": "string" }, "evidence": { "sharedPart": "evidenceClass" }, "basis": { "type": "string" } } } }, "signatures": { "description": "Known ways to hang that the chain shows. Their texts are of class Pattern.", "type": "array", "items": { "title": "HangSignature", "type": "object", "required": ["id", "meaning", "next", "source"], "properties": { "id": { "type": "string" }, "meaning": { "type": "string" }, "next": { "type": "string" }, "source": { "type": "string" }, "frames": { "type": "array", "items": { "type": "string" } } } } }, "nextSteps": { "type": "array", "items": { "type": "string" } }, "notKnown": { "description": "What the dumps do not show about this chain.", "type": "array", "items": { "type": "string" } }, "missingThreads": { "description": "Owners that no dump contains: what to capture next.", "type": "array", "items": { "sharedPart": "kernelThread" } }, "stacks": { "description": "Stacks of the threads that decide: of a deadlock all of its threads, else one waiter of each level and the thread at the end. At most 32, those next to the end.", "type": "array", "items": { "title": "WaitChainStack", "type": "object", "required": ["thread", "frames"], "properties": { "thread": { "sharedPart": "kernelThread" }, "role": { "description": "Holder, Waiter or Cycle.", "type": "string" }, "frames": { "description": "Innermost first; a mark `?` is a guess.", "type": "array", "items": { "type": "string" } } } } }, "isCut": { "description": "More threads wait behind this cause, or hold what they wait for, than are listed.", "type": "boolean" } } };
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
      if (data.paths === void 0 && (missing0 = "paths") || data.rank === void 0 && (missing0 = "rank") || data.rootKind === void 0 && (missing0 = "rootKind") || data.headline === void 0 && (missing0 = "headline") || data.evidence === void 0 && (missing0 = "evidence") || data.threadCount === void 0 && (missing0 = "threadCount") || data.threads === void 0 && (missing0 = "threads") || data.links === void 0 && (missing0 = "links") || data.isDeadlock === void 0 && (missing0 = "isDeadlock") || data.signatures === void 0 && (missing0 = "signatures") || data.nextSteps === void 0 && (missing0 = "nextSteps") || data.notKnown === void 0 && (missing0 = "notKnown") || data.missingThreads === void 0 && (missing0 = "missingThreads") || data.explanation === void 0 && (missing0 = "explanation") || data.lines === void 0 && (missing0 = "lines")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                const _errs3 = errors;
                if (typeof data0[i0] !== "string") {
                  validate52.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid1 = _errs3 === errors;
                if (!valid1) {
                  break;
                }
              }
            } else {
              validate52.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.simulated !== void 0) {
            const _errs5 = errors;
            if (typeof data.simulated !== "boolean") {
              validate52.errors = [{ instancePath: instancePath + "/simulated", schemaPath: "#/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              const _errs7 = errors;
              if (typeof data.machine !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.rank !== void 0) {
                let data4 = data.rank;
                const _errs9 = errors;
                if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                  validate52.errors = [{ instancePath: instancePath + "/rank", schemaPath: "#/properties/rank/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs9) {
                  if (typeof data4 == "number" && isFinite(data4)) {
                    if (data4 < 1 || isNaN(data4)) {
                      validate52.errors = [{ instancePath: instancePath + "/rank", schemaPath: "#/properties/rank/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.headline !== void 0) {
                  const _errs11 = errors;
                  if (typeof data.headline !== "string") {
                    validate52.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.evidence !== void 0) {
                    const _errs13 = errors;
                    if (!sharedEvidenceClass(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs13 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.lines !== void 0) {
                      let data7 = data.lines;
                      const _errs14 = errors;
                      if (errors === _errs14) {
                        if (Array.isArray(data7)) {
                          var valid2 = true;
                          const len1 = data7.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs16 = errors;
                            if (typeof data7[i1] !== "string") {
                              validate52.errors = [{ instancePath: instancePath + "/lines/" + i1, schemaPath: "#/properties/lines/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid2 = _errs16 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/lines", schemaPath: "#/properties/lines/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.rootKind !== void 0) {
                        let data9 = data.rootKind;
                        const _errs18 = errors;
                        if (!(data9 === "Deadlock" || data9 === "PendingIo" || data9 === "ServerReply" || data9 === "ProcessExit" || data9 === "Running" || data9 === "Ready" || data9 === "Sleeping" || data9 === "Suspended" || data9 === "UserMode" || data9 === "OwnerNotInDump" || data9 === "OwnerPointer" || data9 === "NoOwnerKnown" || data9 === "WaitNotInDump" || data9 === "NotWaiting")) {
                          validate52.errors = [{ instancePath: instancePath + "/rootKind", schemaPath: "#/properties/rootKind/enum", keyword: "enum", params: { allowedValues: schema19.properties.rootKind.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs18 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.rootThread !== void 0) {
                          const _errs19 = errors;
                          if (!sharedKernelThread(data.rootThread, { instancePath: instancePath + "/rootThread", parentData: data, parentDataProperty: "rootThread", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs19 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.rootRequestAddress !== void 0) {
                            const _errs20 = errors;
                            if (!sharedAddress(data.rootRequestAddress, { instancePath: instancePath + "/rootRequestAddress", parentData: data, parentDataProperty: "rootRequestAddress", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs20 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.rootDriver !== void 0) {
                              const _errs21 = errors;
                              if (typeof data.rootDriver !== "string") {
                                validate52.errors = [{ instancePath: instancePath + "/rootDriver", schemaPath: "#/properties/rootDriver/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                              var valid0 = _errs21 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.rootFileName !== void 0) {
                                const _errs23 = errors;
                                if (typeof data.rootFileName !== "string") {
                                  validate52.errors = [{ instancePath: instancePath + "/rootFileName", schemaPath: "#/properties/rootFileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid0 = _errs23 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.rootProcessId !== void 0) {
                                  const _errs25 = errors;
                                  if (!sharedProcessId(data.rootProcessId, { instancePath: instancePath + "/rootProcessId", parentData: data, parentDataProperty: "rootProcessId", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs25 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.rootProcessName !== void 0) {
                                    const _errs26 = errors;
                                    if (typeof data.rootProcessName !== "string") {
                                      validate52.errors = [{ instancePath: instancePath + "/rootProcessName", schemaPath: "#/properties/rootProcessName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.threadCount !== void 0) {
                                      let data16 = data.threadCount;
                                      const _errs28 = errors;
                                      if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                        validate52.errors = [{ instancePath: instancePath + "/threadCount", schemaPath: "#/properties/threadCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs28) {
                                        if (typeof data16 == "number" && isFinite(data16)) {
                                          if (data16 < 0 || isNaN(data16)) {
                                            validate52.errors = [{ instancePath: instancePath + "/threadCount", schemaPath: "#/properties/threadCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid0 = _errs28 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.totalThreadCount !== void 0) {
                                        let data17 = data.totalThreadCount;
                                        const _errs30 = errors;
                                        if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                                          validate52.errors = [{ instancePath: instancePath + "/totalThreadCount", schemaPath: "#/properties/totalThreadCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs30) {
                                          if (typeof data17 == "number" && isFinite(data17)) {
                                            if (data17 < 0 || isNaN(data17)) {
                                              validate52.errors = [{ instancePath: instancePath + "/totalThreadCount", schemaPath: "#/properties/totalThreadCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid0 = _errs30 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.runningThreadCount !== void 0) {
                                          let data18 = data.runningThreadCount;
                                          const _errs32 = errors;
                                          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                                            validate52.errors = [{ instancePath: instancePath + "/runningThreadCount", schemaPath: "#/properties/runningThreadCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs32) {
                                            if (typeof data18 == "number" && isFinite(data18)) {
                                              if (data18 < 0 || isNaN(data18)) {
                                                validate52.errors = [{ instancePath: instancePath + "/runningThreadCount", schemaPath: "#/properties/runningThreadCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid0 = _errs32 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.readyThreadCount !== void 0) {
                                            let data19 = data.readyThreadCount;
                                            const _errs34 = errors;
                                            if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
                                              validate52.errors = [{ instancePath: instancePath + "/readyThreadCount", schemaPath: "#/properties/readyThreadCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs34) {
                                              if (typeof data19 == "number" && isFinite(data19)) {
                                                if (data19 < 0 || isNaN(data19)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/readyThreadCount", schemaPath: "#/properties/readyThreadCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid0 = _errs34 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.workQueueCount !== void 0) {
                                              let data20 = data.workQueueCount;
                                              const _errs36 = errors;
                                              if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                                                validate52.errors = [{ instancePath: instancePath + "/workQueueCount", schemaPath: "#/properties/workQueueCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                return false;
                                              }
                                              if (errors === _errs36) {
                                                if (typeof data20 == "number" && isFinite(data20)) {
                                                  if (data20 < 0 || isNaN(data20)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/workQueueCount", schemaPath: "#/properties/workQueueCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid0 = _errs36 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.workerCount !== void 0) {
                                                let data21 = data.workerCount;
                                                const _errs38 = errors;
                                                if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                                                  validate52.errors = [{ instancePath: instancePath + "/workerCount", schemaPath: "#/properties/workerCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs38) {
                                                  if (typeof data21 == "number" && isFinite(data21)) {
                                                    if (data21 < 0 || isNaN(data21)) {
                                                      validate52.errors = [{ instancePath: instancePath + "/workerCount", schemaPath: "#/properties/workerCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                                var valid0 = _errs38 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.idleWorkerCount !== void 0) {
                                                  let data22 = data.idleWorkerCount;
                                                  const _errs40 = errors;
                                                  if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                                                    validate52.errors = [{ instancePath: instancePath + "/idleWorkerCount", schemaPath: "#/properties/idleWorkerCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs40) {
                                                    if (typeof data22 == "number" && isFinite(data22)) {
                                                      if (data22 < 0 || isNaN(data22)) {
                                                        validate52.errors = [{ instancePath: instancePath + "/idleWorkerCount", schemaPath: "#/properties/idleWorkerCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid0 = _errs40 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.longestWaitMs !== void 0) {
                                                    let data23 = data.longestWaitMs;
                                                    const _errs42 = errors;
                                                    if (errors === _errs42) {
                                                      if (typeof data23 == "number" && isFinite(data23)) {
                                                        if (data23 < 0 || isNaN(data23)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/longestWaitMs", schemaPath: "#/properties/longestWaitMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/longestWaitMs", schemaPath: "#/properties/longestWaitMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs42 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.isDeadlock !== void 0) {
                                                      const _errs44 = errors;
                                                      if (typeof data.isDeadlock !== "boolean") {
                                                        validate52.errors = [{ instancePath: instancePath + "/isDeadlock", schemaPath: "#/properties/isDeadlock/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                        return false;
                                                      }
                                                      var valid0 = _errs44 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (data.brokenByTimeout !== void 0) {
                                                        const _errs46 = errors;
                                                        if (typeof data.brokenByTimeout !== "boolean") {
                                                          validate52.errors = [{ instancePath: instancePath + "/brokenByTimeout", schemaPath: "#/properties/brokenByTimeout/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                          return false;
                                                        }
                                                        var valid0 = _errs46 === errors;
                                                      } else {
                                                        var valid0 = true;
                                                      }
                                                      if (valid0) {
                                                        if (data.threads !== void 0) {
                                                          let data26 = data.threads;
                                                          const _errs48 = errors;
                                                          if (errors === _errs48) {
                                                            if (Array.isArray(data26)) {
                                                              var valid3 = true;
                                                              const len2 = data26.length;
                                                              for (let i2 = 0; i2 < len2; i2++) {
                                                                const _errs50 = errors;
                                                                if (!sharedKernelThread(data26[i2], { instancePath: instancePath + "/threads/" + i2, parentData: data26, parentDataProperty: i2, rootData, dynamicAnchors })) {
                                                                  vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                var valid3 = _errs50 === errors;
                                                                if (!valid3) {
                                                                  break;
                                                                }
                                                              }
                                                            } else {
                                                              validate52.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid0 = _errs48 === errors;
                                                        } else {
                                                          var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                          if (data.links !== void 0) {
                                                            let data28 = data.links;
                                                            const _errs51 = errors;
                                                            if (errors === _errs51) {
                                                              if (Array.isArray(data28)) {
                                                                var valid4 = true;
                                                                const len3 = data28.length;
                                                                for (let i3 = 0; i3 < len3; i3++) {
                                                                  let data29 = data28[i3];
                                                                  const _errs53 = errors;
                                                                  if (errors === _errs53) {
                                                                    if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                                                                      let missing1;
                                                                      if (data29.waitsFor === void 0 && (missing1 = "waitsFor") || data29.kind === void 0 && (missing1 = "kind") || data29.waiters === void 0 && (missing1 = "waiters") || data29.waiterCount === void 0 && (missing1 = "waiterCount") || data29.heldBy === void 0 && (missing1 = "heldBy") || data29.evidence === void 0 && (missing1 = "evidence") || data29.basis === void 0 && (missing1 = "basis")) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/links/" + i3, schemaPath: "#/properties/links/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                                        return false;
                                                                      } else {
                                                                        if (data29.waitsFor !== void 0) {
                                                                          const _errs55 = errors;
                                                                          if (typeof data29.waitsFor !== "string") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/waitsFor", schemaPath: "#/properties/links/items/properties/waitsFor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid5 = _errs55 === errors;
                                                                        } else {
                                                                          var valid5 = true;
                                                                        }
                                                                        if (valid5) {
                                                                          if (data29.kind !== void 0) {
                                                                            let data31 = data29.kind;
                                                                            const _errs57 = errors;
                                                                            if (!(data31 === "Lock" || data31 === "Request" || data31 === "Thread" || data31 === "Process" || data31 === "Object")) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/kind", schemaPath: "#/properties/links/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.links.items.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                                                                              return false;
                                                                            }
                                                                            var valid5 = _errs57 === errors;
                                                                          } else {
                                                                            var valid5 = true;
                                                                          }
                                                                          if (valid5) {
                                                                            if (data29.address !== void 0) {
                                                                              const _errs58 = errors;
                                                                              if (!sharedAddress(data29.address, { instancePath: instancePath + "/links/" + i3 + "/address", parentData: data29, parentDataProperty: "address", rootData, dynamicAnchors })) {
                                                                                vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                                                errors = vErrors.length;
                                                                              }
                                                                              var valid5 = _errs58 === errors;
                                                                            } else {
                                                                              var valid5 = true;
                                                                            }
                                                                            if (valid5) {
                                                                              if (data29.lockId !== void 0) {
                                                                                const _errs59 = errors;
                                                                                if (typeof data29.lockId !== "string") {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/lockId", schemaPath: "#/properties/links/items/properties/lockId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                  return false;
                                                                                }
                                                                                var valid5 = _errs59 === errors;
                                                                              } else {
                                                                                var valid5 = true;
                                                                              }
                                                                              if (valid5) {
                                                                                if (data29.fileName !== void 0) {
                                                                                  const _errs61 = errors;
                                                                                  if (typeof data29.fileName !== "string") {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/fileName", schemaPath: "#/properties/links/items/properties/fileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                  }
                                                                                  var valid5 = _errs61 === errors;
                                                                                } else {
                                                                                  var valid5 = true;
                                                                                }
                                                                                if (valid5) {
                                                                                  if (data29.waiterCount !== void 0) {
                                                                                    let data35 = data29.waiterCount;
                                                                                    const _errs63 = errors;
                                                                                    if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/waiterCount", schemaPath: "#/properties/links/items/properties/waiterCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                      return false;
                                                                                    }
                                                                                    if (errors === _errs63) {
                                                                                      if (typeof data35 == "number" && isFinite(data35)) {
                                                                                        if (data35 < 0 || isNaN(data35)) {
                                                                                          validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/waiterCount", schemaPath: "#/properties/links/items/properties/waiterCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                          return false;
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                    var valid5 = _errs63 === errors;
                                                                                  } else {
                                                                                    var valid5 = true;
                                                                                  }
                                                                                  if (valid5) {
                                                                                    if (data29.waiters !== void 0) {
                                                                                      let data36 = data29.waiters;
                                                                                      const _errs65 = errors;
                                                                                      if (errors === _errs65) {
                                                                                        if (Array.isArray(data36)) {
                                                                                          var valid6 = true;
                                                                                          const len4 = data36.length;
                                                                                          for (let i4 = 0; i4 < len4; i4++) {
                                                                                            const _errs67 = errors;
                                                                                            if (!sharedKernelThread(data36[i4], { instancePath: instancePath + "/links/" + i3 + "/waiters/" + i4, parentData: data36, parentDataProperty: i4, rootData, dynamicAnchors })) {
                                                                                              vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                                              errors = vErrors.length;
                                                                                            }
                                                                                            var valid6 = _errs67 === errors;
                                                                                            if (!valid6) {
                                                                                              break;
                                                                                            }
                                                                                          }
                                                                                        } else {
                                                                                          validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/waiters", schemaPath: "#/properties/links/items/properties/waiters/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                          return false;
                                                                                        }
                                                                                      }
                                                                                      var valid5 = _errs65 === errors;
                                                                                    } else {
                                                                                      var valid5 = true;
                                                                                    }
                                                                                    if (valid5) {
                                                                                      if (data29.heldBy !== void 0) {
                                                                                        let data38 = data29.heldBy;
                                                                                        const _errs68 = errors;
                                                                                        if (errors === _errs68) {
                                                                                          if (Array.isArray(data38)) {
                                                                                            var valid7 = true;
                                                                                            const len5 = data38.length;
                                                                                            for (let i5 = 0; i5 < len5; i5++) {
                                                                                              const _errs70 = errors;
                                                                                              if (!sharedKernelThread(data38[i5], { instancePath: instancePath + "/links/" + i3 + "/heldBy/" + i5, parentData: data38, parentDataProperty: i5, rootData, dynamicAnchors })) {
                                                                                                vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                                                errors = vErrors.length;
                                                                                              }
                                                                                              var valid7 = _errs70 === errors;
                                                                                              if (!valid7) {
                                                                                                break;
                                                                                              }
                                                                                            }
                                                                                          } else {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/heldBy", schemaPath: "#/properties/links/items/properties/heldBy/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                            return false;
                                                                                          }
                                                                                        }
                                                                                        var valid5 = _errs68 === errors;
                                                                                      } else {
                                                                                        var valid5 = true;
                                                                                      }
                                                                                      if (valid5) {
                                                                                        if (data29.longestWaitMs !== void 0) {
                                                                                          let data40 = data29.longestWaitMs;
                                                                                          const _errs71 = errors;
                                                                                          if (errors === _errs71) {
                                                                                            if (typeof data40 == "number" && isFinite(data40)) {
                                                                                              if (data40 < 0 || isNaN(data40)) {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/longestWaitMs", schemaPath: "#/properties/links/items/properties/longestWaitMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                return false;
                                                                                              }
                                                                                            } else {
                                                                                              validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/longestWaitMs", schemaPath: "#/properties/links/items/properties/longestWaitMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                                                              return false;
                                                                                            }
                                                                                          }
                                                                                          var valid5 = _errs71 === errors;
                                                                                        } else {
                                                                                          var valid5 = true;
                                                                                        }
                                                                                        if (valid5) {
                                                                                          if (data29.activity !== void 0) {
                                                                                            let data41 = data29.activity;
                                                                                            const _errs73 = errors;
                                                                                            if (!(data41 === "Running" || data41 === "Ready" || data41 === "Ended")) {
                                                                                              validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/activity", schemaPath: "#/properties/links/items/properties/activity/enum", keyword: "enum", params: { allowedValues: schema19.properties.links.items.properties.activity.enum }, message: "must be equal to one of the allowed values" }];
                                                                                              return false;
                                                                                            }
                                                                                            var valid5 = _errs73 === errors;
                                                                                          } else {
                                                                                            var valid5 = true;
                                                                                          }
                                                                                          if (valid5) {
                                                                                            if (data29.evidence !== void 0) {
                                                                                              const _errs74 = errors;
                                                                                              if (!sharedEvidenceClass(data29.evidence, { instancePath: instancePath + "/links/" + i3 + "/evidence", parentData: data29, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                                                                                                vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                                                                                errors = vErrors.length;
                                                                                              }
                                                                                              var valid5 = _errs74 === errors;
                                                                                            } else {
                                                                                              var valid5 = true;
                                                                                            }
                                                                                            if (valid5) {
                                                                                              if (data29.basis !== void 0) {
                                                                                                const _errs75 = errors;
                                                                                                if (typeof data29.basis !== "string") {
                                                                                                  validate52.errors = [{ instancePath: instancePath + "/links/" + i3 + "/basis", schemaPath: "#/properties/links/items/properties/basis/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                  return false;
                                                                                                }
                                                                                                var valid5 = _errs75 === errors;
                                                                                              } else {
                                                                                                var valid5 = true;
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
                                                                      validate52.errors = [{ instancePath: instancePath + "/links/" + i3, schemaPath: "#/properties/links/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid4 = _errs53 === errors;
                                                                  if (!valid4) {
                                                                    break;
                                                                  }
                                                                }
                                                              } else {
                                                                validate52.errors = [{ instancePath: instancePath + "/links", schemaPath: "#/properties/links/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid0 = _errs51 === errors;
                                                          } else {
                                                            var valid0 = true;
                                                          }
                                                          if (valid0) {
                                                            if (data.cycle !== void 0) {
                                                              let data44 = data.cycle;
                                                              const _errs77 = errors;
                                                              if (errors === _errs77) {
                                                                if (Array.isArray(data44)) {
                                                                  var valid8 = true;
                                                                  const len6 = data44.length;
                                                                  for (let i6 = 0; i6 < len6; i6++) {
                                                                    let data45 = data44[i6];
                                                                    const _errs79 = errors;
                                                                    if (errors === _errs79) {
                                                                      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                                                                        let missing2;
                                                                        if (data45.thread === void 0 && (missing2 = "thread") || data45.waitsFor === void 0 && (missing2 = "waitsFor") || data45.evidence === void 0 && (missing2 = "evidence")) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/cycle/" + i6, schemaPath: "#/properties/cycle/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                          return false;
                                                                        } else {
                                                                          if (data45.thread !== void 0) {
                                                                            const _errs81 = errors;
                                                                            if (!sharedKernelThread(data45.thread, { instancePath: instancePath + "/cycle/" + i6 + "/thread", parentData: data45, parentDataProperty: "thread", rootData, dynamicAnchors })) {
                                                                              vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                              errors = vErrors.length;
                                                                            }
                                                                            var valid9 = _errs81 === errors;
                                                                          } else {
                                                                            var valid9 = true;
                                                                          }
                                                                          if (valid9) {
                                                                            if (data45.waitsFor !== void 0) {
                                                                              const _errs82 = errors;
                                                                              if (typeof data45.waitsFor !== "string") {
                                                                                validate52.errors = [{ instancePath: instancePath + "/cycle/" + i6 + "/waitsFor", schemaPath: "#/properties/cycle/items/properties/waitsFor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                              }
                                                                              var valid9 = _errs82 === errors;
                                                                            } else {
                                                                              var valid9 = true;
                                                                            }
                                                                            if (valid9) {
                                                                              if (data45.lockId !== void 0) {
                                                                                const _errs84 = errors;
                                                                                if (typeof data45.lockId !== "string") {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/cycle/" + i6 + "/lockId", schemaPath: "#/properties/cycle/items/properties/lockId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                  return false;
                                                                                }
                                                                                var valid9 = _errs84 === errors;
                                                                              } else {
                                                                                var valid9 = true;
                                                                              }
                                                                              if (valid9) {
                                                                                if (data45.evidence !== void 0) {
                                                                                  const _errs86 = errors;
                                                                                  if (!sharedEvidenceClass(data45.evidence, { instancePath: instancePath + "/cycle/" + i6 + "/evidence", parentData: data45, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                                                                                    vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                                                                    errors = vErrors.length;
                                                                                  }
                                                                                  var valid9 = _errs86 === errors;
                                                                                } else {
                                                                                  var valid9 = true;
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      } else {
                                                                        validate52.errors = [{ instancePath: instancePath + "/cycle/" + i6, schemaPath: "#/properties/cycle/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid8 = _errs79 === errors;
                                                                    if (!valid8) {
                                                                      break;
                                                                    }
                                                                  }
                                                                } else {
                                                                  validate52.errors = [{ instancePath: instancePath + "/cycle", schemaPath: "#/properties/cycle/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid0 = _errs77 === errors;
                                                            } else {
                                                              var valid0 = true;
                                                            }
                                                            if (valid0) {
                                                              if (data.explanation !== void 0) {
                                                                let data50 = data.explanation;
                                                                const _errs87 = errors;
                                                                if (errors === _errs87) {
                                                                  if (Array.isArray(data50)) {
                                                                    var valid10 = true;
                                                                    const len7 = data50.length;
                                                                    for (let i7 = 0; i7 < len7; i7++) {
                                                                      let data51 = data50[i7];
                                                                      const _errs89 = errors;
                                                                      if (errors === _errs89) {
                                                                        if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
                                                                          let missing3;
                                                                          if (data51.text === void 0 && (missing3 = "text") || data51.evidence === void 0 && (missing3 = "evidence")) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/explanation/" + i7, schemaPath: "#/properties/explanation/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                                                            return false;
                                                                          } else {
                                                                            if (data51.text !== void 0) {
                                                                              const _errs91 = errors;
                                                                              if (typeof data51.text !== "string") {
                                                                                validate52.errors = [{ instancePath: instancePath + "/explanation/" + i7 + "/text", schemaPath: "#/properties/explanation/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                return false;
                                                                              }
                                                                              var valid11 = _errs91 === errors;
                                                                            } else {
                                                                              var valid11 = true;
                                                                            }
                                                                            if (valid11) {
                                                                              if (data51.evidence !== void 0) {
                                                                                const _errs93 = errors;
                                                                                if (!sharedEvidenceClass(data51.evidence, { instancePath: instancePath + "/explanation/" + i7 + "/evidence", parentData: data51, parentDataProperty: "evidence", rootData, dynamicAnchors })) {
                                                                                  vErrors = vErrors === null ? sharedEvidenceClass.errors : vErrors.concat(sharedEvidenceClass.errors);
                                                                                  errors = vErrors.length;
                                                                                }
                                                                                var valid11 = _errs93 === errors;
                                                                              } else {
                                                                                var valid11 = true;
                                                                              }
                                                                              if (valid11) {
                                                                                if (data51.basis !== void 0) {
                                                                                  const _errs94 = errors;
                                                                                  if (typeof data51.basis !== "string") {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/explanation/" + i7 + "/basis", schemaPath: "#/properties/explanation/items/properties/basis/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                  }
                                                                                  var valid11 = _errs94 === errors;
                                                                                } else {
                                                                                  var valid11 = true;
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        } else {
                                                                          validate52.errors = [{ instancePath: instancePath + "/explanation/" + i7, schemaPath: "#/properties/explanation/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                      var valid10 = _errs89 === errors;
                                                                      if (!valid10) {
                                                                        break;
                                                                      }
                                                                    }
                                                                  } else {
                                                                    validate52.errors = [{ instancePath: instancePath + "/explanation", schemaPath: "#/properties/explanation/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid0 = _errs87 === errors;
                                                              } else {
                                                                var valid0 = true;
                                                              }
                                                              if (valid0) {
                                                                if (data.signatures !== void 0) {
                                                                  let data55 = data.signatures;
                                                                  const _errs96 = errors;
                                                                  if (errors === _errs96) {
                                                                    if (Array.isArray(data55)) {
                                                                      var valid12 = true;
                                                                      const len8 = data55.length;
                                                                      for (let i8 = 0; i8 < len8; i8++) {
                                                                        let data56 = data55[i8];
                                                                        const _errs98 = errors;
                                                                        if (errors === _errs98) {
                                                                          if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                                                            let missing4;
                                                                            if (data56.id === void 0 && (missing4 = "id") || data56.meaning === void 0 && (missing4 = "meaning") || data56.next === void 0 && (missing4 = "next") || data56.source === void 0 && (missing4 = "source")) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8, schemaPath: "#/properties/signatures/items/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                                                              return false;
                                                                            } else {
                                                                              if (data56.id !== void 0) {
                                                                                const _errs100 = errors;
                                                                                if (typeof data56.id !== "string") {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/id", schemaPath: "#/properties/signatures/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                  return false;
                                                                                }
                                                                                var valid13 = _errs100 === errors;
                                                                              } else {
                                                                                var valid13 = true;
                                                                              }
                                                                              if (valid13) {
                                                                                if (data56.meaning !== void 0) {
                                                                                  const _errs102 = errors;
                                                                                  if (typeof data56.meaning !== "string") {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/meaning", schemaPath: "#/properties/signatures/items/properties/meaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                    return false;
                                                                                  }
                                                                                  var valid13 = _errs102 === errors;
                                                                                } else {
                                                                                  var valid13 = true;
                                                                                }
                                                                                if (valid13) {
                                                                                  if (data56.next !== void 0) {
                                                                                    const _errs104 = errors;
                                                                                    if (typeof data56.next !== "string") {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/next", schemaPath: "#/properties/signatures/items/properties/next/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                      return false;
                                                                                    }
                                                                                    var valid13 = _errs104 === errors;
                                                                                  } else {
                                                                                    var valid13 = true;
                                                                                  }
                                                                                  if (valid13) {
                                                                                    if (data56.source !== void 0) {
                                                                                      const _errs106 = errors;
                                                                                      if (typeof data56.source !== "string") {
                                                                                        validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/source", schemaPath: "#/properties/signatures/items/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                      }
                                                                                      var valid13 = _errs106 === errors;
                                                                                    } else {
                                                                                      var valid13 = true;
                                                                                    }
                                                                                    if (valid13) {
                                                                                      if (data56.frames !== void 0) {
                                                                                        let data61 = data56.frames;
                                                                                        const _errs108 = errors;
                                                                                        if (errors === _errs108) {
                                                                                          if (Array.isArray(data61)) {
                                                                                            var valid14 = true;
                                                                                            const len9 = data61.length;
                                                                                            for (let i9 = 0; i9 < len9; i9++) {
                                                                                              const _errs110 = errors;
                                                                                              if (typeof data61[i9] !== "string") {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/frames/" + i9, schemaPath: "#/properties/signatures/items/properties/frames/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                return false;
                                                                                              }
                                                                                              var valid14 = _errs110 === errors;
                                                                                              if (!valid14) {
                                                                                                break;
                                                                                              }
                                                                                            }
                                                                                          } else {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8 + "/frames", schemaPath: "#/properties/signatures/items/properties/frames/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                            return false;
                                                                                          }
                                                                                        }
                                                                                        var valid13 = _errs108 === errors;
                                                                                      } else {
                                                                                        var valid13 = true;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                          } else {
                                                                            validate52.errors = [{ instancePath: instancePath + "/signatures/" + i8, schemaPath: "#/properties/signatures/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid12 = _errs98 === errors;
                                                                        if (!valid12) {
                                                                          break;
                                                                        }
                                                                      }
                                                                    } else {
                                                                      validate52.errors = [{ instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid0 = _errs96 === errors;
                                                                } else {
                                                                  var valid0 = true;
                                                                }
                                                                if (valid0) {
                                                                  if (data.nextSteps !== void 0) {
                                                                    let data63 = data.nextSteps;
                                                                    const _errs112 = errors;
                                                                    if (errors === _errs112) {
                                                                      if (Array.isArray(data63)) {
                                                                        var valid15 = true;
                                                                        const len10 = data63.length;
                                                                        for (let i10 = 0; i10 < len10; i10++) {
                                                                          const _errs114 = errors;
                                                                          if (typeof data63[i10] !== "string") {
                                                                            validate52.errors = [{ instancePath: instancePath + "/nextSteps/" + i10, schemaPath: "#/properties/nextSteps/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid15 = _errs114 === errors;
                                                                          if (!valid15) {
                                                                            break;
                                                                          }
                                                                        }
                                                                      } else {
                                                                        validate52.errors = [{ instancePath: instancePath + "/nextSteps", schemaPath: "#/properties/nextSteps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid0 = _errs112 === errors;
                                                                  } else {
                                                                    var valid0 = true;
                                                                  }
                                                                  if (valid0) {
                                                                    if (data.notKnown !== void 0) {
                                                                      let data65 = data.notKnown;
                                                                      const _errs116 = errors;
                                                                      if (errors === _errs116) {
                                                                        if (Array.isArray(data65)) {
                                                                          var valid16 = true;
                                                                          const len11 = data65.length;
                                                                          for (let i11 = 0; i11 < len11; i11++) {
                                                                            const _errs118 = errors;
                                                                            if (typeof data65[i11] !== "string") {
                                                                              validate52.errors = [{ instancePath: instancePath + "/notKnown/" + i11, schemaPath: "#/properties/notKnown/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                              return false;
                                                                            }
                                                                            var valid16 = _errs118 === errors;
                                                                            if (!valid16) {
                                                                              break;
                                                                            }
                                                                          }
                                                                        } else {
                                                                          validate52.errors = [{ instancePath: instancePath + "/notKnown", schemaPath: "#/properties/notKnown/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                      var valid0 = _errs116 === errors;
                                                                    } else {
                                                                      var valid0 = true;
                                                                    }
                                                                    if (valid0) {
                                                                      if (data.missingThreads !== void 0) {
                                                                        let data67 = data.missingThreads;
                                                                        const _errs120 = errors;
                                                                        if (errors === _errs120) {
                                                                          if (Array.isArray(data67)) {
                                                                            var valid17 = true;
                                                                            const len12 = data67.length;
                                                                            for (let i12 = 0; i12 < len12; i12++) {
                                                                              const _errs122 = errors;
                                                                              if (!sharedKernelThread(data67[i12], { instancePath: instancePath + "/missingThreads/" + i12, parentData: data67, parentDataProperty: i12, rootData, dynamicAnchors })) {
                                                                                vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                                errors = vErrors.length;
                                                                              }
                                                                              var valid17 = _errs122 === errors;
                                                                              if (!valid17) {
                                                                                break;
                                                                              }
                                                                            }
                                                                          } else {
                                                                            validate52.errors = [{ instancePath: instancePath + "/missingThreads", schemaPath: "#/properties/missingThreads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid0 = _errs120 === errors;
                                                                      } else {
                                                                        var valid0 = true;
                                                                      }
                                                                      if (valid0) {
                                                                        if (data.stacks !== void 0) {
                                                                          let data69 = data.stacks;
                                                                          const _errs123 = errors;
                                                                          if (errors === _errs123) {
                                                                            if (Array.isArray(data69)) {
                                                                              var valid18 = true;
                                                                              const len13 = data69.length;
                                                                              for (let i13 = 0; i13 < len13; i13++) {
                                                                                let data70 = data69[i13];
                                                                                const _errs125 = errors;
                                                                                if (errors === _errs125) {
                                                                                  if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
                                                                                    let missing5;
                                                                                    if (data70.thread === void 0 && (missing5 = "thread") || data70.frames === void 0 && (missing5 = "frames")) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/stacks/" + i13, schemaPath: "#/properties/stacks/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                                                      return false;
                                                                                    } else {
                                                                                      if (data70.thread !== void 0) {
                                                                                        const _errs127 = errors;
                                                                                        if (!sharedKernelThread(data70.thread, { instancePath: instancePath + "/stacks/" + i13 + "/thread", parentData: data70, parentDataProperty: "thread", rootData, dynamicAnchors })) {
                                                                                          vErrors = vErrors === null ? sharedKernelThread.errors : vErrors.concat(sharedKernelThread.errors);
                                                                                          errors = vErrors.length;
                                                                                        }
                                                                                        var valid19 = _errs127 === errors;
                                                                                      } else {
                                                                                        var valid19 = true;
                                                                                      }
                                                                                      if (valid19) {
                                                                                        if (data70.role !== void 0) {
                                                                                          const _errs128 = errors;
                                                                                          if (typeof data70.role !== "string") {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/stacks/" + i13 + "/role", schemaPath: "#/properties/stacks/items/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                          }
                                                                                          var valid19 = _errs128 === errors;
                                                                                        } else {
                                                                                          var valid19 = true;
                                                                                        }
                                                                                        if (valid19) {
                                                                                          if (data70.frames !== void 0) {
                                                                                            let data73 = data70.frames;
                                                                                            const _errs130 = errors;
                                                                                            if (errors === _errs130) {
                                                                                              if (Array.isArray(data73)) {
                                                                                                var valid20 = true;
                                                                                                const len14 = data73.length;
                                                                                                for (let i14 = 0; i14 < len14; i14++) {
                                                                                                  const _errs132 = errors;
                                                                                                  if (typeof data73[i14] !== "string") {
                                                                                                    validate52.errors = [{ instancePath: instancePath + "/stacks/" + i13 + "/frames/" + i14, schemaPath: "#/properties/stacks/items/properties/frames/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                  var valid20 = _errs132 === errors;
                                                                                                  if (!valid20) {
                                                                                                    break;
                                                                                                  }
                                                                                                }
                                                                                              } else {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/stacks/" + i13 + "/frames", schemaPath: "#/properties/stacks/items/properties/frames/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                return false;
                                                                                              }
                                                                                            }
                                                                                            var valid19 = _errs130 === errors;
                                                                                          } else {
                                                                                            var valid19 = true;
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                  } else {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/stacks/" + i13, schemaPath: "#/properties/stacks/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                                var valid18 = _errs125 === errors;
                                                                                if (!valid18) {
                                                                                  break;
                                                                                }
                                                                              }
                                                                            } else {
                                                                              validate52.errors = [{ instancePath: instancePath + "/stacks", schemaPath: "#/properties/stacks/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                              return false;
                                                                            }
                                                                          }
                                                                          var valid0 = _errs123 === errors;
                                                                        } else {
                                                                          var valid0 = true;
                                                                        }
                                                                        if (valid0) {
                                                                          if (data.isCut !== void 0) {
                                                                            const _errs134 = errors;
                                                                            if (typeof data.isCut !== "boolean") {
                                                                              validate52.errors = [{ instancePath: instancePath + "/isCut", schemaPath: "#/properties/isCut/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                              return false;
                                                                            }
                                                                            var valid0 = _errs134 === errors;
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
validate52.evaluated = { "props": { "paths": true, "simulated": true, "machine": true, "rank": true, "headline": true, "evidence": true, "lines": true, "rootKind": true, "rootThread": true, "rootRequestAddress": true, "rootDriver": true, "rootFileName": true, "rootProcessId": true, "rootProcessName": true, "threadCount": true, "totalThreadCount": true, "runningThreadCount": true, "readyThreadCount": true, "workQueueCount": true, "workerCount": true, "idleWorkerCount": true, "longestWaitMs": true, "isDeadlock": true, "brokenByTimeout": true, "threads": true, "links": true, "cycle": true, "explanation": true, "signatures": true, "nextSteps": true, "notKnown": true, "missingThreads": true, "stacks": true, "isCut": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateWaitChain
};
