#include "standin.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * NtSystemDebugControl, and its command 29, from the kernel's side: privilege, lengths, fields, the caller's memory, the rights of
 * every handle, and only then the threads. The rules are those that third parties report (none is documented); a
 * caller that passes here asks for nothing that the reports do not allow.
 */

#define GET_TRIAGE_DUMP 29
#define GET_LIVE_KERNEL_DUMP 37
#define LEAST_OUTPUT 0x40000u

BOOL readCaller(const void *from, void *to, size_t size)
{
    SIZE_T done;
    return size == 0 || (ReadProcessMemory(GetCurrentProcess(), from, to, size, &done) && done == size);
}

BOOL writeCaller(void *to, const void *from, size_t size)
{
    SIZE_T done;
    return size == 0 || (WriteProcessMemory(GetCurrentProcess(), to, from, size, &done) && done == size);
}

/* The handles as the kernel takes them: what is not a thread with all rights is passed over in silence. */
static uint32_t takeThreads(const HANDLE *handles, TRIAGE_REQUEST *request)
{
    uint32_t good = 0;
    for (uint32_t i = 0; i < request->count; i++) {
        MEANING meaning = meaningOf(handles[i]);
        BOOL all = (grantedAccess(handles[i]) & ALL_THREAD_ACCESS) == ALL_THREAD_ACCESS;
        request->statuses[i] = STATUS_FAILED; /* what it stays when the capture never comes to it */
        if (meaning.kind == A_THREAD && all) {
            request->threads[i] = &scenario.threads[meaning.index];
            good++;
        } else {
            request->statuses[i] = meaning.kind == A_THREAD ? STATUS_DENIED : STATUS_BAD_HANDLE;
        }
    }
    return good;
}

static void logRequest(uint32_t call, const TRIAGE_REQUEST *request)
{
    char *list = malloc(request->count * 12 + 1);
    size_t at = 0;
    list[0] = 0;
    for (uint32_t i = 0; i < request->count; i++)
        at += (size_t)sprintf(list + at, "%s%u", i ? "," : "", request->threads[i] ? request->threads[i]->id : 0);
    logLine("\"call\":\"triage\",\"number\":%u,\"bugCheckCode\":\"0x%x\",\"bugCheckParameters\":[\"0x%016llx\",\"0x%016llx\","
            "\"0x%016llx\",\"0x%016llx\"],\"threads\":[%s]",
            call, request->bugCheckCode, request->bugCheckParameters[0], request->bugCheckParameters[1],
            request->bugCheckParameters[2], request->bugCheckParameters[3], list);
    free(list);
}

/* The kernel's work between a valid request and the copy to the caller. Answers the length of the dump. */
static uint32_t capture(TRIAGE_REQUEST *request, const CALL_FAULT *fault, uint8_t *buffer, uint32_t capacity)
{
    request->dropsAll = fault && fault->kind == ANSWER_DROPS_ALL;
    if (scenario.callMs) Sleep(scenario.callMs);
    uint32_t length = writeTriageDump(buffer, capacity, request);
    if (fault && fault->kind == ANSWER_NO_MARK) memset(buffer + length - 4, 0, 4);
    if (fault && fault->kind == ANSWER_GARBAGE) memset(buffer, 0x5a, length);
    return length;
}

static ULONG answer(const CALL_FAULT *fault, uint8_t *dump, uint32_t length, void *output, ULONG outputLength, ULONG *returned)
{
    if (fault && fault->kind == ANSWER_NOTHING) length = 0;
    uint32_t told = fault && fault->kind == ANSWER_LENGTH ? (uint32_t)fault->value : length;
    uint32_t copied = told < length ? told : length;
    if (copied > outputLength) copied = outputLength;
    if (!writeCaller(output, dump, copied)) return STATUS_FAULTING_POINTER;
    if (returned && !writeCaller(returned, &told, sizeof told)) return STATUS_FAULTING_POINTER;
    return STATUS_OK;
}

static ULONG checkRequest(const NT_TRIAGE_DUMP *in, ULONG outputLength)
{
    if (outputLength < LEAST_OUTPUT) return STATUS_LENGTH_MISMATCH;
    if (in->ProcessHandles != 0 || in->ThreadHandles == 0 || (in->Flags & ~1u) != 0) return STATUS_BAD_PARAMETER;
    return STATUS_OK;
}

static ULONG triage(uint32_t call, void *input, ULONG inputLength, void *output, ULONG outputLength, ULONG *returned)
{
    NT_TRIAGE_DUMP in;
    if (inputLength != sizeof in) return STATUS_LENGTH_MISMATCH;
    if (!readCaller(input, &in, sizeof in)) return STATUS_FAULTING_POINTER;
    ULONG status = checkRequest(&in, outputLength);
    if (status != STATUS_OK) return status;

    TRIAGE_REQUEST request = { .bugCheckCode = in.BugCheckCode, .count = in.ThreadHandles };
    memcpy(request.bugCheckParameters, in.BugCheckParameters, sizeof request.bugCheckParameters);
    uint32_t capacity = outputLength < scenario.bufferBytes ? outputLength : scenario.bufferBytes;
    HANDLE *handles = calloc(request.count, sizeof *handles);
    uint8_t *dump = calloc(1, capacity);
    request.threads = calloc(request.count, sizeof *request.threads);
    request.statuses = calloc(request.count, sizeof *request.statuses);

    if (!handles || !dump || !request.threads || !request.statuses) status = 0xc0000017;
    else if (!readCaller(in.Handles, handles, request.count * sizeof *handles)) status = STATUS_FAULTING_POINTER;
    else if (takeThreads(handles, &request) == 0) status = STATUS_DENIED;
    else {
        const CALL_FAULT *fault = callFault(call);
        logRequest(call, &request);
        if (fault && fault->kind == ANSWER_STATUS) status = (ULONG)fault->value;
        else status = answer(fault, dump, capture(&request, fault, dump, capacity), output, outputLength, returned);
    }
    free(handles);
    free(dump);
    free(request.threads);
    free(request.statuses);
    return status;
}

ULONG NTAPI hookNtSystemDebugControl(ULONG command, void *input, ULONG inputLength, void *output, ULONG outputLength,
                                     ULONG *returned)
{
    static LONG calls;
    uint32_t call = (uint32_t)InterlockedIncrement(&calls);
    BOOL enabled = debugPrivilegeEnabled();
    ULONG status;
    if (!enabled || scenario.container) status = STATUS_DENIED;
    else if (command == GET_TRIAGE_DUMP) status = triage(call, input, inputLength, output, outputLength, returned);
    else if (command == GET_LIVE_KERNEL_DUMP) status = liveDump(call, input, inputLength, outputLength);
    else status = STATUS_NO_DEBUGGER;
    logLine("\"call\":\"NtSystemDebugControl\",\"number\":%u,\"command\":%lu,\"inputLength\":%lu,\"outputLength\":%lu,"
            "\"debugPrivilege\":%s,\"status\":\"0x%08lx\"",
            call, command, inputLength, outputLength, enabled ? "true" : "false", status);
    return status;
}
