/*
 * Stands between a Linux parent and a Windows program under Wine. Node's Windows build refuses pipes that Linux
 * made (EBADF); it accepts the ones made here, so this program copies between the two kinds.
 *
 *   relay.exe --keep MARK                creates the file MARK, reads standard input to its end and exits: keeps Wine warm
 *   relay.exe STATUS-FILE PROGRAM ARGS   runs PROGRAM, copies the three standard streams, and writes the full 32-bit
 *                                        exit code to STATUS-FILE (Linux would see its lowest 8 bits alone)
 *
 * PROGRAM gets its part of this program's own command line unchanged. It dies with the relay.
 */
#include <windows.h>
#include <stdio.h>

typedef struct {
    HANDLE from;
    HANDLE to;
} COPY;

/* The error by which a part of an answer was lost; 0 while none is. */
static volatile LONG lost;

/* A stream ends with the other side of its pipe. Any other error loses what was on its way. */
static void noteLoss(void)
{
    DWORD error = GetLastError();
    switch (error) {
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
    case ERROR_PIPE_NOT_CONNECTED:
    case ERROR_HANDLE_EOF:
        return;
    default:
        InterlockedExchange(&lost, error);
    }
}

/* Copies what the program writes. A write of no bytes is no end. */
static DWORD WINAPI copyAnswer(void *argument)
{
    COPY *copy = argument;
    static const DWORD chunk = 65536;
    char *buffer = HeapAlloc(GetProcessHeap(), 0, chunk);
    DWORD got, put;

    while (ReadFile(copy->from, buffer, chunk, &got, NULL)) {
        DWORD done = 0;
        while (done < got && WriteFile(copy->to, buffer + done, got - done, &put, NULL)) done += put;
        if (done < got) break;
    }
    noteLoss();
    CloseHandle(copy->to);
    return 0;
}

static DWORD WINAPI copyUntilEnd(void *argument)
{
    COPY *copy = argument;
    static const DWORD chunk = 65536;
    char *buffer = HeapAlloc(GetProcessHeap(), 0, chunk);
    DWORD got, put;

    while (ReadFile(copy->from, buffer, chunk, &got, NULL) && got != 0) {
        DWORD done = 0;
        while (done < got && WriteFile(copy->to, buffer + done, got - done, &put, NULL)) done += put;
        if (done < got) break;
    }
    CloseHandle(copy->to);
    return 0;
}

static void fail(const char *what)
{
    fprintf(stderr, "relay: %s failed: %lu\n", what, GetLastError());
    ExitProcess(250);
}

/* A pipe of which only the child's end is inherited. */
static void makePipe(HANDLE *readEnd, HANDLE *writeEnd, BOOL childReads)
{
    SECURITY_ATTRIBUTES inherit = { sizeof inherit, NULL, TRUE };
    if (!CreatePipe(readEnd, writeEnd, &inherit, 0)) fail("CreatePipe");
    if (!SetHandleInformation(childReads ? *writeEnd : *readEnd, HANDLE_FLAG_INHERIT, 0)) fail("SetHandleInformation");
}

/* The rest of the command line after `count` arguments, as it was quoted. */
static WCHAR *commandLineAfter(int count)
{
    WCHAR *at = GetCommandLineW();
    while (count-- > 0) {
        BOOL quoted = FALSE;
        for (; *at && (quoted || (*at != ' ' && *at != '\t')); at++)
            if (*at == '"') quoted = !quoted;
        while (*at == ' ' || *at == '\t') at++;
    }
    return at;
}

static void writeStatus(const WCHAR *path, DWORD status)
{
    char text[16];
    DWORD put;
    int length = snprintf(text, sizeof text, "%lu", status);
    HANDLE file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) fail("CreateFile of the status file");
    WriteFile(file, text, length, &put, NULL);
    CloseHandle(file);
}

int wmain(int argc, WCHAR **argv)
{
    HANDLE standardInput = GetStdHandle(STD_INPUT_HANDLE);
    if (argc == 3 && lstrcmpW(argv[1], L"--keep") == 0) {
        char byte;
        DWORD got;
        writeStatus(argv[2], 0);
        while (ReadFile(standardInput, &byte, 1, &got, NULL) && got != 0) continue;
        return 0;
    }
    if (argc < 3) return 251;

    HANDLE inRead, inWrite, outRead, outWrite, errRead, errWrite;
    makePipe(&inRead, &inWrite, TRUE);
    makePipe(&outRead, &outWrite, FALSE);
    makePipe(&errRead, &errWrite, FALSE);

    HANDLE job = CreateJobObjectW(NULL, NULL);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (!SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)) fail("SetInformationJobObject");

    STARTUPINFOW startup = { sizeof startup };
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = inRead;
    startup.hStdOutput = outWrite;
    startup.hStdError = errWrite;
    PROCESS_INFORMATION process;
    if (!CreateProcessW(NULL, commandLineAfter(2), NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &startup, &process))
        fail("CreateProcess");
    if (!AssignProcessToJobObject(job, process.hProcess)) fail("AssignProcessToJobObject");
    CloseHandle(inRead);
    CloseHandle(outWrite);
    CloseHandle(errWrite);

    COPY input = { standardInput, inWrite };
    COPY output = { outRead, GetStdHandle(STD_OUTPUT_HANDLE) };
    COPY error = { errRead, GetStdHandle(STD_ERROR_HANDLE) };
    HANDLE drains[2];
    CreateThread(NULL, 0, copyUntilEnd, &input, 0, NULL);
    drains[0] = CreateThread(NULL, 0, copyAnswer, &output, 0, NULL);
    drains[1] = CreateThread(NULL, 0, copyAnswer, &error, 0, NULL);
    ResumeThread(process.hThread);

    DWORD status;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    WaitForMultipleObjects(2, drains, TRUE, INFINITE);
    if (lost != 0) {
        SetLastError(lost);
        fail("copying the answer");
    }
    writeStatus(argv[1], status);
    ExitProcess(0);
}
