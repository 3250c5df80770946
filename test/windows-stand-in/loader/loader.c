/*
 * Starts the real executable with the kernel stand-in inside, and is otherwise not there: arguments, standard streams
 * and exit code pass through, and the program dies with it. Named `ktriage.exe`, it can be put wherever the product
 * expects its own executable.
 *
 * Beside it: `standin.dll`, `scenario.txt`, and `program.txt` with the path of the real executable.
 */
#include <windows.h>
#include <stdio.h>

#define EXIT_LOADER_FAILED 240

static void fail(const char *what)
{
    fprintf(stderr, "stand-in loader: %s failed: %lu\n", what, GetLastError());
    ExitProcess(EXIT_LOADER_FAILED);
}

static void besideUs(WCHAR *path, const WCHAR *name)
{
    GetModuleFileNameW(NULL, path, MAX_PATH);
    WCHAR *slash = wcsrchr(path, L'\\');
    wcscpy(slash + 1, name);
}

static void readProgram(WCHAR *program)
{
    WCHAR path[MAX_PATH];
    char text[MAX_PATH * 3] = { 0 };
    besideUs(path, L"program.txt");
    FILE *file = _wfopen(path, L"rb");
    if (!file) fail("opening program.txt");
    fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[strcspn(text, "\r\n")] = 0;
    MultiByteToWideChar(CP_UTF8, 0, text, -1, program, MAX_PATH);
}

/* Everything after our own name, as it was quoted. */
static const WCHAR *ownArguments(void)
{
    const WCHAR *at = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *at && (quoted || (*at != ' ' && *at != '\t')); at++)
        if (*at == '"') quoted = !quoted;
    return at;
}

static void inject(HANDLE process)
{
    WCHAR dll[MAX_PATH];
    DWORD loaded;
    besideUs(dll, L"standin.dll");
    SIZE_T size = (wcslen(dll) + 1) * sizeof *dll;
    void *remote = VirtualAllocEx(process, NULL, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (!remote || !WriteProcessMemory(process, remote, dll, size, NULL)) fail("writing into the process");
    /* kernel32 is at one address in all processes. */
    HMODULE kernel32 = GetModuleHandleW(L"kernel32");
    LPTHREAD_START_ROUTINE loadLibrary = (LPTHREAD_START_ROUTINE)(void *)GetProcAddress(kernel32, "LoadLibraryW");
    HANDLE thread = CreateRemoteThread(process, NULL, 0, loadLibrary, remote, 0, NULL);
    if (!thread) fail("CreateRemoteThread");
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &loaded);
    CloseHandle(thread);
    VirtualFreeEx(process, remote, 0, MEM_RELEASE);
    if (!loaded) {
        SetLastError(ERROR_DLL_INIT_FAILED);
        fail("standin.dll (see calls.jsonl)");
    }
}

/*
 * A console without a window has an empty title under Wine, and never on Windows; libuv ends the process at the sight
 * of one.
 */
static void giveConsoleATitle(void)
{
    WCHAR title[2];
    if (GetConsoleTitleW(title, ARRAYSIZE(title)) == 0) SetConsoleTitleW(L"ktriage");
}

int wmain(void)
{
    giveConsoleATitle();
    static WCHAR program[MAX_PATH];
    readProgram(program);
    const WCHAR *rest = ownArguments();
    WCHAR *commandLine = HeapAlloc(GetProcessHeap(), 0, (wcslen(program) + wcslen(rest) + 4) * sizeof *commandLine);
    wsprintfW(commandLine, L"\"%s\"", program);
    wcscat(commandLine, rest);

    HANDLE job = CreateJobObjectW(NULL, NULL);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);

    STARTUPINFOW startup = { sizeof startup };
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    SetHandleInformation(startup.hStdInput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    SetHandleInformation(startup.hStdOutput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    SetHandleInformation(startup.hStdError, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);

    PROCESS_INFORMATION child;
    if (!CreateProcessW(program, commandLine, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &startup, &child))
        fail("CreateProcess");
    if (!AssignProcessToJobObject(job, child.hProcess)) fail("AssignProcessToJobObject");
    inject(child.hProcess);
    ResumeThread(child.hThread);
    /* The reading end of standard input belongs to the program now: it must see the end when the writer closes. */
    CloseHandle(startup.hStdInput);

    DWORD status;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &status);
    ExitProcess(status);
}
