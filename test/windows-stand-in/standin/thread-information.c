#include "standin.h"
#include <string.h>

/* NtQueryInformationThread and NtQueryInformationProcess for handles of the scenario. */

QUERY_OBJECT *systemQueryInformationThread, *systemQueryInformationProcess;

/* What a newer thread or process with the same id would give. */
#define LATER 36000000000ull

static ULONGLONG firstListing;

void noteListing(void)
{
    if (firstListing == 0) firstListing = GetTickCount64();
}

/* A thread with a hang is switched to every 10 ms before and after it. */
static uint32_t lifeSwitches(const FAKE_THREAD *thread)
{
    ULONGLONG lived = firstListing == 0 ? 0 : GetTickCount64() - firstListing;
    if (thread->hangsUntil == 0) return 0;
    if (lived > thread->hangsUntil) lived -= thread->hangsUntil - thread->hangsFrom;
    else if (lived > thread->hangsFrom) lived = thread->hangsFrom;
    return (uint32_t)(lived / 10);
}

NT_THREAD threadRecord(const FAKE_THREAD *thread)
{
    return (NT_THREAD){
        .KernelTime.QuadPart = (LONGLONG)thread->kernelTime,
        .UserTime.QuadPart = (LONGLONG)thread->userTime,
        .CreateTime.QuadPart = (LONGLONG)thread->createTime,
        .WaitTime = thread->waitTime,
        .StartAddress = (PVOID)(uintptr_t)thread->startAddress,
        .Process = (HANDLE)(uintptr_t)processOf(thread)->id,
        .Thread = (HANDLE)(uintptr_t)thread->id,
        .Priority = (LONG)thread->priority,
        .BasePriority = (LONG)thread->basePriority,
        .ContextSwitches = thread->contextSwitches + lifeSwitches(thread),
        .ThreadState = thread->state,
        .WaitReason = thread->waitReason,
    };
}

typedef union {
    uint32_t number;
    uint64_t numbers[4];
    struct {
        LONG exitStatus;
        PVOID teb;
        HANDLE process, thread;
        ULONG_PTR affinity;
        LONG priority, basePriority;
    } basic;
    struct {
        uint64_t firstArgument;
        uint16_t number;
        uint64_t waitTime;
    } lastSystemCall;
    struct {
        UNICODE_STRING string;
        WCHAR text[64];
    } name;
    NT_THREAD record;
} ANSWER;

static BOOL looksTerminated(const FAKE_THREAD *thread)
{
    return thread->exited || (thread->ending && !scenario.hideRundown);
}

/* Fills the answer to a class; returns its size, or 0 for a class that is not played. */
static ULONG answerClass(const FAKE_THREAD *thread, ULONG class, ANSWER *answer, ACCESS_MASK *needed)
{
    size_t length = wcslen(thread->description);
    *needed = THREAD_QUERY_LIMITED_INFORMATION;
    switch (class) {
    case 0: /* ThreadBasicInformation */
        answer->basic.exitStatus = looksTerminated(thread) ? 0 : 0x103;
        answer->basic.teb = (PVOID)(uintptr_t)thread->teb;
        answer->basic.process = (HANDLE)(uintptr_t)processOf(thread)->id;
        answer->basic.thread = (HANDLE)(uintptr_t)thread->id;
        answer->basic.affinity = 1;
        answer->basic.priority = (LONG)thread->priority;
        answer->basic.basePriority = (LONG)thread->basePriority;
        return sizeof answer->basic;
    case 1: /* ThreadTimes */
        answer->numbers[0] = thread->createTime + (thread->fault == REPLACED ? LATER : 0);
        answer->numbers[2] = thread->kernelTime;
        answer->numbers[3] = thread->userTime;
        return 32;
    case 9: /* ThreadQuerySetWin32StartAddress */
        *needed = THREAD_QUERY_INFORMATION;
        answer->numbers[0] = thread->win32StartAddress;
        return 8;
    case 16: /* ThreadIsIoPending */
        *needed = THREAD_QUERY_INFORMATION;
        answer->number = thread->ioPending;
        return 4;
    case 20: /* ThreadIsTerminated */
        answer->number = looksTerminated(thread);
        return 4;
    case 21: /* ThreadLastSystemCall */
        *needed = THREAD_GET_CONTEXT;
        answer->lastSystemCall.firstArgument = thread->systemCallArgument;
        answer->lastSystemCall.number = (uint16_t)thread->systemCall;
        answer->lastSystemCall.waitTime = thread->waitTime;
        return sizeof answer->lastSystemCall;
    case 35: /* ThreadSuspendCount */
        *needed = THREAD_QUERY_INFORMATION;
        answer->number = thread->suspendCount;
        return 4;
    case 38: /* ThreadNameInformation */
        answer->name.string.Length = (USHORT)(length * sizeof(WCHAR));
        answer->name.string.MaximumLength = answer->name.string.Length;
        memcpy(answer->name.text, thread->description, length * sizeof(WCHAR));
        return (ULONG)(sizeof(UNICODE_STRING) + length * sizeof(WCHAR));
    case 40: /* ThreadSystemThreadInformation */
        answer->record = threadRecord(thread);
        return sizeof answer->record;
    default:
        return 0;
    }
}

static ULONG give(const void *answer, ULONG size, BOOL exact, void *buffer, ULONG length, ULONG *returned)
{
    if (returned) *returned = size;
    if (exact ? length != size : length < size) return STATUS_LENGTH_MISMATCH;
    return writeCaller(buffer, answer, size) ? STATUS_OK : STATUS_FAULTING_POINTER;
}

ULONG NTAPI hookNtQueryInformationThread(HANDLE handle, ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    MEANING meaning = meaningOf(handle);
    if (meaning.kind != A_THREAD) return systemQueryInformationThread(handle, class, buffer, length, returned);
    ANSWER answer = { 0 };
    ACCESS_MASK needed, granted = grantedAccess(handle);
    ULONG size = answerClass(&scenario.threads[meaning.index], class, &answer, &needed);
    if (size == 0) return STATUS_BAD_CLASS;
    /* Full rights imply the limited one. */
    if (granted & THREAD_QUERY_INFORMATION) granted |= THREAD_QUERY_LIMITED_INFORMATION;
    if ((granted & needed) != needed) return STATUS_DENIED;
    if (class != 38) return give(&answer, size, TRUE, buffer, length, returned);
    /* The text is behind the counted string in the caller's buffer. */
    answer.name.string.Buffer = (WCHAR *)((char *)buffer + sizeof(UNICODE_STRING));
    return give(&answer, size, FALSE, buffer, length, returned);
}

ULONG NTAPI hookNtQueryInformationProcess(HANDLE handle, ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    MEANING meaning = meaningOf(handle);
    if (meaning.kind != A_PROCESS || class != ProcessTimes)
        return systemQueryInformationProcess(handle, class, buffer, length, returned);
    const FAKE_PROCESS *process = &scenario.processes[meaning.index];
    uint64_t times[4] = { process->createTime + (process->fault == REPLACED ? LATER : 0) };
    return give(times, sizeof times, TRUE, buffer, length, returned);
}
