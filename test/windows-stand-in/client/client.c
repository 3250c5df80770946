/*
 * Asks the kernel the way a capturing program does, one word of the command line at a time, and prints each status. A second
 * opinion on the stand-in that shares nothing with the product.
 *
 *   privilege,on|off    open,TID,ACCESS    bad (a handle that is none)    triage,INPUT,OUTPUT,FLAGS,PROCESSES[,FILE]
 *   live-file,PATH,sync|async|read    live-event,full|weak|mutant    live-cancel,MS
 *   live,INPUT,VERSION,FLAGS,PAGES[,SELECTIVE-SIZE]
 *   command,N    objects    times,N    terminated,N    last-call,N    processes    close
 */
#include <windows.h>
#include <winternl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef NTSTATUS NTAPI SYSTEM_DEBUG_CONTROL(ULONG, void *, ULONG, void *, ULONG, ULONG *);

static HANDLE handles[512];
static uint32_t count;

static void setPrivilege(BOOL on)
{
    HANDLE token;
    TOKEN_PRIVILEGES wanted = { 1, { { { 20, 0 }, on ? SE_PRIVILEGE_ENABLED : 0 } } };
    OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &token);
    AdjustTokenPrivileges(token, FALSE, &wanted, 0, NULL, NULL);
    printf("privilege %lu\n", GetLastError());
    CloseHandle(token);
}

static void openThread(unsigned long id, unsigned long access)
{
    HANDLE thread = OpenThread(access, FALSE, id);
    printf("open %lu %s %lu\n", id, thread ? "yes" : "no", thread ? 0 : GetLastError());
    if (thread) handles[count++] = thread;
}

static SYSTEM_DEBUG_CONTROL *debugControl(void)
{
    return (SYSTEM_DEBUG_CONTROL *)(void *)GetProcAddress(GetModuleHandleA("ntdll"), "NtSystemDebugControl");
}

static void triage(ULONG inputLength, ULONG outputLength, uint32_t flags, uint32_t processes, const char *file)
{
    /* SYSDBG_TRIAGE_DUMP, field by field at its documented offset. */
    uint8_t input[64] = { 0 };
    uint8_t *output = calloc(1, outputLength + 1);
    HANDLE *list = handles;
    ULONG returned = 0;
    uint32_t code = 0x69696969;
    uint64_t parameter = 0x1122334455667788ull;
    memcpy(input, &flags, 4);
    memcpy(input + 4, &code, 4);
    memcpy(input + 8, &parameter, 8);
    memcpy(input + 40, &processes, 4);
    memcpy(input + 44, &count, 4);
    memcpy(input + 48, &list, 8);
    NTSTATUS status = debugControl()(29, input, inputLength, output, outputLength, &returned);
    printf("triage %08lx %lu\n", status, returned);
    if (file) {
        FILE *out = fopen(file, "wb");
        fwrite(output, 1, returned < outputLength ? returned : outputLength, out);
        fclose(out);
    }
    free(output);
}

static HANDLE liveFile, liveEvent;

static void openLiveFile(const char *path, const char *mode)
{
    DWORD access = strcmp(mode, "read") ? GENERIC_WRITE : GENERIC_READ;
    DWORD flags = strcmp(mode, "async") ? 0 : FILE_FLAG_OVERLAPPED;
    liveFile = CreateFileA(path, access, FILE_SHARE_READ, NULL, OPEN_ALWAYS, flags, NULL);
}

static void openLiveEvent(const char *kind)
{
    HANDLE event = CreateEventA(NULL, TRUE, FALSE, NULL);
    liveEvent = event;
    if (!strcmp(kind, "weak"))
        DuplicateHandle(GetCurrentProcess(), event, GetCurrentProcess(), &liveEvent, EVENT_MODIFY_STATE, FALSE, 0);
    if (!strcmp(kind, "mutant")) liveEvent = CreateMutexA(NULL, FALSE, NULL);
}

static DWORD WINAPI cancelLater(void *milliseconds)
{
    Sleep((DWORD)(uintptr_t)milliseconds);
    SetEvent(liveEvent);
    return 0;
}

static void live(ULONG inputLength, uint32_t version, uint32_t flags, uint32_t pages, uint32_t selectiveSize)
{
    /* SYSDBG_LIVEDUMP_CONTROL and its selective part, field by field. */
    uint8_t input[80] = { 0 }, selective[48] = { 0 };
    uint32_t code = 0x161, one = 1;
    uint8_t *pointer = selective;
    memcpy(selective, &one, 4);
    memcpy(selective + 4, &selectiveSize, 4);
    memcpy(selective + 8, &one, 4);
    memcpy(input, &version, 4);
    memcpy(input + 4, &code, 4);
    memcpy(input + 40, &liveFile, 8);
    memcpy(input + 48, &liveEvent, 8);
    memcpy(input + 56, &flags, 4);
    memcpy(input + 60, &pages, 4);
    if (selectiveSize) memcpy(input + 64, &pointer, 8);
    printf("live %08lx\n", debugControl()(37, input, inputLength, NULL, 0, NULL));
}

static void printObjects(void)
{
    ULONG size = 1 << 22, returned;
    uint8_t *answer = malloc(size);
    NTSTATUS status = NtQuerySystemInformation(64, answer, size, &returned);
    uint64_t entries = *(uint64_t *)answer;
    for (uint64_t i = 0; status == 0 && i < entries; i++) {
        uint64_t *entry = (uint64_t *)(answer + 16 + 40 * i);
        if (entry[1] != GetCurrentProcessId()) continue;
        for (uint32_t h = 0; h < count; h++)
            if (entry[2] == (uint64_t)(uintptr_t)handles[h]) printf("object %u %llx\n", h, entry[0]);
    }
    free(answer);
}

static void printProcesses(void)
{
    ULONG size = 16, returned = 0;
    NTSTATUS status = NtQuerySystemInformation(57, NULL, 0, &returned);
    printf("size-asked %08lx\n", status);
    size = returned + 65536;
    uint8_t *answer = malloc(size), *at = answer;
    status = NtQuerySystemInformation(57, answer, size, &returned);
    for (;;) {
        uint32_t next = *(uint32_t *)at, threads = *(uint32_t *)(at + 4);
        uint64_t id = *(uint64_t *)(at + 80);
        WCHAR *name = *(WCHAR **)(at + 64);
        if (name && ((uint8_t *)name < answer || (uint8_t *)name >= answer + size)) printf("a name outside\n");
        if (id >= 0x100000) {
            uint8_t *first = at + 256;
            printf("process %llu %ls %u first %llu state %u\n", id, name, threads, *(uint64_t *)(first + 48), *(uint32_t *)(first + 68));
        }
        if (next == 0) break;
        at += next;
    }
    free(answer);
}

static void query(uint32_t index, ULONG class, ULONG size)
{
    uint64_t answer[8] = { 0 };
    NTSTATUS status = NtQueryInformationThread(handles[index], class, answer, size, NULL);
    printf("query %08lx %llx\n", status, answer[0]);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *part[6] = { 0 };
        int parts = 0;
        for (char *at = strtok(argv[i], ","); at && parts < 6; at = strtok(NULL, ",")) part[parts++] = at;
#define NUMBER(n) strtoul(part[n] ? part[n] : "0", NULL, 0)
        if (!strcmp(part[0], "privilege")) setPrivilege(!strcmp(part[1], "on"));
        else if (!strcmp(part[0], "open")) openThread(NUMBER(1), NUMBER(2));
        else if (!strcmp(part[0], "bad")) handles[count++] = (HANDLE)(uintptr_t)0x3fff0;
        else if (!strcmp(part[0], "triage")) triage(NUMBER(1), NUMBER(2), NUMBER(3), NUMBER(4), part[5]);
        else if (!strcmp(part[0], "command")) printf("command %08lx\n", debugControl()(NUMBER(1), NULL, 0, NULL, 0, NULL));
        else if (!strcmp(part[0], "live-file")) openLiveFile(part[1], part[2]);
        else if (!strcmp(part[0], "live-event")) openLiveEvent(part[1]);
        else if (!strcmp(part[0], "live-cancel")) CreateThread(NULL, 0, cancelLater, (void *)(uintptr_t)NUMBER(1), 0, NULL);
        else if (!strcmp(part[0], "live")) live(NUMBER(1), NUMBER(2), NUMBER(3), NUMBER(4), NUMBER(5));
        else if (!strcmp(part[0], "objects")) printObjects();
        else if (!strcmp(part[0], "processes")) printProcesses();
        else if (!strcmp(part[0], "times")) query(NUMBER(1), 1, 32);
        else if (!strcmp(part[0], "terminated")) query(NUMBER(1), 20, 4);
        else if (!strcmp(part[0], "last-call")) query(NUMBER(1), 21, 24);
        else if (!strcmp(part[0], "close"))
            while (count > 0) CloseHandle(handles[--count]);
        else return 2;
    }
    return 7;
}
