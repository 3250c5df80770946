#include "standin.h"
#include <string.h>

/*
 * Command 37 from the kernel's side: the rules for its argument and handles. As with command 29, they are those that third
 * parties report.
 */

#define VERSION_1_BYTES 64u
#define VERSION_2_BYTES 72u
#define FIRST_SELECTIVE_BUILD 22000u
#define FIRST_USER_PAGES_BUILD 22621u

#define QUERY_STATE 1u /* EVENT_QUERY_STATE */

#define FLAG_USER_PAGES 4u
#define FLAG_SELECTIVE 16u

#define FILE_MODE_CLASS 16 /* FileModeInformation */
#define SYNCHRONOUS_MODES 0x30u

NTSTATUS NTAPI NtQueryEvent(HANDLE event, ULONG class, void *buffer, ULONG length, ULONG *returned);

static ULONG checkFile(HANDLE file)
{
    IO_STATUS_BLOCK io;
    ULONG mode = 0;
    if (!file) return STATUS_BAD_PARAMETER;
    ULONG status = (ULONG)NtQueryInformationFile(file, &io, &mode, sizeof mode, FILE_MODE_CLASS);
    if (status != STATUS_OK) return status;
    if (!(mode & SYNCHRONOUS_MODES)) return STATUS_BAD_PARAMETER;
    return grantedAccess(file) & FILE_WRITE_DATA ? STATUS_OK : STATUS_DENIED;
}

static ULONG checkEvent(HANDLE event)
{
    const ULONG needed = SYNCHRONIZE | QUERY_STATE;
    ULONG state[2];
    if (!event) return STATUS_OK;
    ULONG status = (ULONG)NtQueryEvent(event, 0, state, sizeof state, NULL);
    if (status != STATUS_OK) return status;
    return (grantedAccess(event) & needed) == needed ? STATUS_OK : STATUS_DENIED;
}

static ULONG checkSelection(const NT_LIVE_DUMP *in, ULONG inputLength)
{
    NT_LIVE_DUMP_SELECTION selection;
    if (scenario.build < FIRST_SELECTIVE_BUILD || inputLength != VERSION_2_BYTES || in->AddPagesControl != 0)
        return STATUS_BAD_PARAMETER;
    if (!readCaller(in->SelectiveControl, &selection, sizeof selection)) return STATUS_BAD_PARAMETER;
    if (selection.Version != 1 || selection.Size != sizeof selection || selection.Flags != 1) return STATUS_BAD_PARAMETER;
    for (size_t i = 0; i < ARRAYSIZE(selection.Reserved); i++)
        if (selection.Reserved[i] != 0) return STATUS_BAD_PARAMETER;
    return STATUS_OK;
}

static ULONG checkControl(const NT_LIVE_DUMP *in, ULONG inputLength)
{
    BOOL knowsSelective = scenario.build >= FIRST_SELECTIVE_BUILD;
    ULONG knownFlags = knowsSelective ? 0x1fu : 0x0fu, knownPages = knowsSelective ? 3u : 1u;
    if (in->Flags & ~knownFlags || in->AddPagesControl & ~knownPages) return STATUS_BAD_PARAMETER;
    if (in->Version != (inputLength == VERSION_2_BYTES ? 2u : 1u)) return STATUS_BAD_PARAMETER;
    if (in->Flags & FLAG_SELECTIVE) {
        ULONG status = checkSelection(in, inputLength);
        if (status != STATUS_OK) return status;
    }
    if (in->Flags & FLAG_USER_PAGES && !scenario.kernelDebugging && scenario.build < FIRST_USER_PAGES_BUILD)
        return STATUS_NO_DEBUGGER;
    ULONG status = checkFile(in->DumpFileHandle);
    return status != STATUS_OK ? status : checkEvent(in->CancelEventHandle);
}

ULONG liveDump(uint32_t call, void *input, ULONG inputLength, ULONG outputLength)
{
    NT_LIVE_DUMP in = { 0 };
    BOOL known = inputLength == VERSION_1_BYTES || (inputLength == VERSION_2_BYTES && scenario.build >= FIRST_SELECTIVE_BUILD);
    if (outputLength != 0 || !known) return STATUS_LENGTH_MISMATCH;
    if (!readCaller(input, &in, inputLength)) return STATUS_FAULTING_POINTER;
    ULONG status = checkControl(&in, inputLength);
    if (status != STATUS_OK) return status;

    const CALL_FAULT *fault = callFault(call);
    logLine("\"call\":\"live\",\"number\":%u,\"version\":%lu,\"flags\":%lu,\"addPages\":%lu,\"bugCheckCode\":\"0x%lx\","
            "\"bugCheckParameters\":[\"0x%016llx\",\"0x%016llx\",\"0x%016llx\",\"0x%016llx\"],\"cancelEvent\":%s",
            call, in.Version, in.Flags, in.AddPagesControl, in.BugCheckCode, in.BugCheckParameters[0],
            in.BugCheckParameters[1], in.BugCheckParameters[2], in.BugCheckParameters[3],
            in.CancelEventHandle ? "true" : "false");
    traceLiveDump();
    if (fault && fault->kind == ANSWER_STATUS) return (ULONG)fault->value;
    if (fault && fault->kind == ANSWER_NOTHING) return STATUS_OK;
    LIVE_REQUEST request = {
        .bugCheckCode = in.BugCheckCode,
        .file = in.DumpFileHandle,
        .cancelEvent = in.CancelEventHandle,
        .selective = (in.Flags & FLAG_SELECTIVE) != 0,
        .userPages = (in.Flags & FLAG_USER_PAGES) != 0,
    };
    memcpy(request.bugCheckParameters, in.BugCheckParameters, sizeof request.bugCheckParameters);
    return writeLiveDump(&request, fault);
}
