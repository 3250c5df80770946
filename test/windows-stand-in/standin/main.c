#include "standin.h"

static void besideUs(HINSTANCE self, const WCHAR *name, WCHAR *path)
{
    GetModuleFileNameW(self, path, MAX_PATH);
    wcscpy(wcsrchr(path, L'\\') + 1, name);
}

/* What a well-behaved program has left when it ends: nothing. */
static void sayGoodbye(void)
{
    logLine("\"call\":\"exit\",\"openThreads\":%u,\"openProcesses\":%u,\"openFiles\":%u,\"debugPrivilege\":%s",
            countOpen(A_THREAD), countOpen(A_PROCESS), countOpen(A_FILE), debugPrivilegeEnabled() ? "true" : "false");
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    WCHAR path[MAX_PATH];
    (void)reserved;
    if (reason == DLL_PROCESS_DETACH) sayGoodbye();
    if (reason != DLL_PROCESS_ATTACH) return TRUE;

    DisableThreadLibraryCalls(self);
    besideUs(self, L"calls.jsonl", path);
    if (!openLog(path)) return FALSE;
    besideUs(self, L"scenario.txt", path);
    if (!readScenario(path) || !prepareHandles()) return FALSE;
    startWithPrivilege();
    besideUs(self, L"", path);
    keepSecurityIn(path);
    besideUs(self, L"events.txt", path);
    if (!installHooks() || !installTracing(path)) return FALSE;
    logLine("\"call\":\"start\",\"commandLine\":\"%s\"", jsonText(GetCommandLineW(), wcslen(GetCommandLineW())));
    return TRUE;
}
