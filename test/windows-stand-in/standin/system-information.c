#include "standin.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* NtQuerySystemInformation: Wine's own answer, with the scenario's processes behind Wine's. */

QUERY_SYSTEM *systemQuerySystemInformation;

/* Wine's answer in memory of our own; the caller frees it. */
static uint8_t *wineAnswer(ULONG class, ULONG *size)
{
    ULONG room = 0x10000;
    for (;;) {
        uint8_t *buffer = malloc(room);
        ULONG status = systemQuerySystemInformation(class, buffer, room, size);
        if (status == STATUS_OK) return buffer;
        free(buffer);
        if (status != STATUS_LENGTH_MISMATCH) return NULL;
        room = (*size > room ? *size : room) * 2;
    }
}

static ULONG imageNameBytes(const FAKE_PROCESS *process) { return (ULONG)((wcslen(process->name) + 1) * sizeof(WCHAR)); }

/* Threads that have exited are not listed any more. */
static ULONG livingThreads(const FAKE_PROCESS *process)
{
    ULONG count = 0;
    for (uint32_t i = 0; i < process->threadCount; i++) count += !scenario.threads[process->firstThread + i].exited;
    return count;
}

static ULONG recordBytes(const FAKE_PROCESS *process, ULONG threadBytes)
{
    ULONG bytes = (ULONG)sizeof(NT_PROCESS) + livingThreads(process) * threadBytes + imageNameBytes(process);
    return (bytes + 7) & ~7u;
}

static BOOL addressesAreShown(void) { return !scenario.hideWithoutPrivilege || debugPrivilegeEnabled(); }

static void putThread(void *at, const FAKE_THREAD *thread, ULONG threadBytes)
{
    NT_EXTENDED_THREAD record = { .Thread = threadRecord(thread) };
    BOOL shown = addressesAreShown();
    /* Start addresses of user threads are user addresses, which every caller gets. */
    if (!shown && (int64_t)thread->startAddress < 0) record.Thread.StartAddress = NULL;
    record.StackBase = shown ? (PVOID)(uintptr_t)thread->stackBase : NULL;
    record.StackLimit = shown ? (PVOID)(uintptr_t)thread->stackLimit : NULL;
    record.Win32StartAddress = (PVOID)(uintptr_t)thread->win32StartAddress;
    record.TebBase = (PVOID)(uintptr_t)thread->teb;
    memcpy(at, &record, threadBytes);
}

static void putProcess(uint8_t *at, const FAKE_PROCESS *process, ULONG threadBytes, BOOL reversed)
{
    NT_PROCESS record = { .NumberOfThreads = livingThreads(process) };
    uint8_t *next = at + sizeof record, *name = next + record.NumberOfThreads * threadBytes;
    record.CreateTime.QuadPart = (LONGLONG)process->createTime;
    record.ImageName.MaximumLength = (USHORT)imageNameBytes(process);
    record.ImageName.Length = record.ImageName.MaximumLength - sizeof(WCHAR);
    record.ImageName.Buffer = (WCHAR *)name;
    record.BasePriority = 8;
    record.UniqueProcessId = (HANDLE)(uintptr_t)process->id;
    record.InheritedFromUniqueProcessId = (HANDLE)(uintptr_t)process->parent;
    record.HandleCount = 100 + process->threadCount * 3;
    record.SessionId = process->session;
    record.WorkingSetSize = 0x4000000;
    record.PrivatePageCount = 0x3000000;
    memcpy(at, &record, sizeof record);
    for (uint32_t i = 0; i < process->threadCount; i++) {
        uint32_t from = reversed ? process->threadCount - 1 - i : i;
        const FAKE_THREAD *thread = &scenario.threads[process->firstThread + from];
        if (thread->exited) continue;
        putThread(next, thread, threadBytes);
        next += threadBytes;
    }
    memcpy(name, process->name, record.ImageName.MaximumLength);
}

/* The names of Wine's records point into the buffer that they were written to. */
static void moveNames(uint8_t *copy, const uint8_t *original, NT_PROCESS **last)
{
    for (uint8_t *at = copy;; at += (*last)->NextEntryOffset) {
        *last = (NT_PROCESS *)at;
        WCHAR **name = &(*last)->ImageName.Buffer;
        if (*name) *name = (WCHAR *)(copy + ((uint8_t *)*name - original));
        if ((*last)->NextEntryOffset == 0) return;
    }
}

static ULONG queryProcesses(ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    ULONG threadBytes = class == CLASS_PROCESSES ? sizeof(NT_THREAD) : sizeof(NT_EXTENDED_THREAD);
    ULONG size, needed;
    uint8_t *original = wineAnswer(class, &size);
    if (!original) return STATUS_FAILED;
    size = (size + 7) & ~7u;
    needed = size;
    for (uint32_t i = 0; i < scenario.processCount; i++) needed += recordBytes(&scenario.processes[i], threadBytes);
    if (returned) *returned = needed;
    if (length < needed) {
        free(original);
        return STATUS_LENGTH_MISMATCH;
    }
    NT_PROCESS *last;
    memcpy(buffer, original, size);
    moveNames(buffer, original, &last);
    free(original);
    uint8_t *at = (uint8_t *)buffer + size;
    for (uint32_t i = 0; i < scenario.processCount; i++) {
        last->NextEntryOffset = (ULONG)(at - (uint8_t *)last);
        last = (NT_PROCESS *)at;
        putProcess(at, &scenario.processes[i], threadBytes, scenario.reverseToolHelp && class == CLASS_PROCESSES);
        at += recordBytes(&scenario.processes[i], threadBytes);
    }
    return STATUS_OK;
}

static uint64_t objectBehind(const NT_HANDLE *entry)
{
    MEANING meaning = { NOT_OURS };
    if (!addressesAreShown()) return 0;
    if (entry->UniqueProcessId == GetCurrentProcessId()) meaning = meaningOf((HANDLE)entry->HandleValue);
    if (meaning.kind == A_PROCESS) return scenario.processes[meaning.index].object;
    if (meaning.kind != A_THREAD) return 0xffffc00000000000ull + (entry->UniqueProcessId << 20) + (entry->HandleValue << 4);
    const FAKE_THREAD *thread = &scenario.threads[meaning.index];
    if (thread->fault == HIDDEN) return 0;
    return thread->fault == MISTOLD ? thread->object + 0x40000 : thread->object;
}

static ULONG queryHandles(void *buffer, ULONG length, ULONG *returned)
{
    ULONG status = systemQuerySystemInformation(CLASS_EXTENDED_HANDLES, buffer, length, returned);
    if (status != STATUS_OK) return status;
    NT_HANDLES *handles = buffer;
    for (ULONG_PTR i = 0; i < handles->NumberOfHandles; i++)
        handles->Handles[i].Object = (PVOID)(uintptr_t)objectBehind(&handles->Handles[i]);
    return STATUS_OK;
}

static ULONG queryModules(void *buffer, ULONG length, ULONG *returned)
{
    ULONG needed = (scenario.driverCount + 1) * (ULONG)sizeof(NT_MODULE);
    BOOL shown = addressesAreShown();
    if (returned) *returned = needed;
    if (length < needed) return STATUS_LENGTH_MISMATCH;
    NT_MODULE *modules = buffer;
    memset(modules, 0, needed);
    for (uint32_t i = 0; i < scenario.driverCount; i++) {
        const DRIVER *driver = &scenario.drivers[i];
        const char *name = strrchr(driver->path, '\\');
        modules[i].NextOffset = sizeof(NT_MODULE);
        modules[i].ImageBase = shown ? (PVOID)(uintptr_t)driver->base : NULL;
        modules[i].ImageSize = driver->size;
        modules[i].LoadOrderIndex = (USHORT)i;
        modules[i].LoadCount = 1;
        modules[i].OffsetToFileName = name ? (USHORT)(name + 1 - driver->path) : 0;
        strcpy((char *)modules[i].FullPathName, driver->path);
        modules[i].ImageChecksum = driver->checkSum;
        modules[i].TimeDateStamp = driver->timeDateStamp;
    }
    return STATUS_OK;
}

static ULONG querySystem(ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    switch (class) {
    case CLASS_PROCESSES:
    case CLASS_EXTENDED_PROCESSES:
        noteListing();
        return queryProcesses(class, buffer, length, returned);
    case CLASS_EXTENDED_HANDLES:
        return queryHandles(buffer, length, returned);
    case CLASS_KERNEL_DEBUGGER:
        if (length < 2) return STATUS_LENGTH_MISMATCH;
        ((BOOLEAN *)buffer)[0] = (BOOLEAN)scenario.kernelDebugging;
        ((BOOLEAN *)buffer)[1] = TRUE; /* no debugger is attached */
        if (returned) *returned = 2;
        return STATUS_OK;
    case CLASS_MODULES_EX:
        return queryModules(buffer, length, returned);
    default:
        return systemQuerySystemInformation(class, buffer, length, returned);
    }
}

ULONG NTAPI hookNtQuerySystemInformation(ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    ULONG status = querySystem(class, buffer, length, returned);
    /* Snapshots are what a caller must not take for each thread. */
    if (class == CLASS_EXTENDED_PROCESSES || class == CLASS_EXTENDED_HANDLES)
        logLine("\"call\":\"snapshot\",\"class\":%lu,\"status\":\"0x%08lx\"", class, status);
    return status;
}
