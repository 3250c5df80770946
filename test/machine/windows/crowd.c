/*
 * A process with a known number of threads. crowd.exe COUNT starts COUNT threads that wait, prints what it knows
 * of itself as JSON on one line, ends the members' work when it reads a line, and lives until standard input ends. Numbers come from the Win32 API that
 * serves the process itself, not from the enumeration that is tested against them.
 */
#include <windows.h>
#include <winternl.h>
#include <stdio.h>
#include <stdlib.h>

/* gcc 12 takes the segment read of NtCurrentTeb for an access to address 0. */
#pragma GCC diagnostic ignored "-Warray-bounds"

static HANDLE release, ready;

typedef struct { DWORD id; void *teb; } MEMBER;

static DWORD WINAPI member(void *argument)
{
    MEMBER *self = argument;
    WCHAR name[32];
    self->id = GetCurrentThreadId();
    self->teb = NtCurrentTeb();
    swprintf(name, 32, L"member \x2014 %lu", self->id);
    HRESULT (WINAPI *describe)(HANDLE, PCWSTR) =
        (void *)GetProcAddress(GetModuleHandleW(L"kernelbase.dll"), "SetThreadDescription");
    describe(GetCurrentThread(), name);
    ReleaseSemaphore(ready, 1, NULL);
    WaitForSingleObject(release, INFINITE);
    return 0;
}

static unsigned long long createTime(HANDLE thread)
{
    FILETIME created, exited, kernel, user;
    GetThreadTimes(thread, &created, &exited, &kernel, &user);
    return ((unsigned long long)created.dwHighDateTime << 32) | created.dwLowDateTime;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 0;
    MEMBER *members = calloc(count + 1, sizeof *members);
    HANDLE *threads = calloc(count + 1, sizeof *threads);
    char line[16];

    release = CreateEventW(NULL, TRUE, FALSE, NULL);
    ready = CreateSemaphoreW(NULL, 0, count + 1, NULL);
    for (int i = 0; i < count; i++) {
        threads[i] = CreateThread(NULL, 0, member, &members[i], 0, NULL);
        WaitForSingleObject(ready, INFINITE);
    }
    /* One of them is suspended, so that a suspend count other than zero is seen. */
    if (count > 0) SuspendThread(threads[0]);
    printf("{\"processId\":%lu,\"parentThreadId\":%lu,\"startAddress\":\"0x%016llx\",\"members\":[",
           GetCurrentProcessId(), GetCurrentThreadId(), (unsigned long long)(ULONG_PTR)member);
    for (int i = 0; i < count; i++)
        printf("%s{\"threadId\":%lu,\"teb\":\"0x%016llx\",\"createTime\":\"%llu\"}", i ? "," : "", members[i].id,
               (unsigned long long)(ULONG_PTR)members[i].teb, createTime(threads[i]));
    printf("]}\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        ResumeThread(threads[0]);
        SetEvent(release);
        WaitForSingleObject(threads[0], INFINITE);
        printf("released\n");
        fflush(stdout);
    }
    return 0;
}
