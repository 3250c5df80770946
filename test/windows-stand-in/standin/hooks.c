#include "standin.h"
#include <string.h>

/*
 * A system-call stub of Wine 8's 64-bit ntdll: 32 bytes that refer to nothing outside of themselves, so that a copy
 * of them works anywhere. The number of the call (bytes 4 to 7) differs.
 */
static const uint8_t STUB[32] = {
    0x4c, 0x8b, 0xd1,                               /* mov  r10, rcx */
    0xb8, 0, 0, 0, 0,                               /* mov  eax, number */
    0xf6, 0x04, 0x25, 0x08, 0x03, 0xfe, 0x7f, 0x01, /* test byte [0x7ffe0308], 1 */
    0x75, 0x03,                                     /* jne  +3 */
    0x0f, 0x05, 0xc3,                               /* syscall; ret */
    0xeb, 0x01, 0xc3,                               /* jmp  +1; ret */
    0xff, 0x14, 0x25, 0x00, 0x10, 0xfe, 0x7f, 0xc3, /* call [0x7ffe1000]; ret */
};

static BOOL isKnownStub(const uint8_t *code)
{
    return memcmp(code, STUB, 4) == 0 && memcmp(code + 8, STUB + 8, sizeof STUB - 8) == 0;
}

static BOOL overwriteEntry(void *function, void *replacement)
{
    uint8_t jump[12] = { 0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0 }; /* mov rax, replacement; jmp rax */
    DWORD before;
    memcpy(jump + 2, &replacement, sizeof replacement);
    if (!VirtualProtect(function, sizeof jump, PAGE_EXECUTE_READWRITE, &before)) return FALSE;
    memcpy(function, jump, sizeof jump);
    VirtualProtect(function, sizeof jump, before, &before);
    return FlushInstructionCache(GetCurrentProcess(), function, sizeof jump);
}

void *hookSystemCall(const char *name, void *replacement)
{
    static uint8_t *copies, *next;
    if (!copies) copies = next = VirtualAlloc(NULL, 4096, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE);
    uint8_t *stub = (uint8_t *)(void *)GetProcAddress(GetModuleHandleA("ntdll"), name);
    if (!copies || !stub || !isKnownStub(stub)) {
        logLine("\"failure\":\"ntdll!%s is not a stub of Wine 8\"", name);
        return NULL;
    }
    uint8_t *copy = next;
    next += sizeof STUB;
    memcpy(copy, stub, sizeof STUB);
    return overwriteEntry(stub, replacement) ? copy : NULL;
}

BOOL replaceFunction(const char *module, const char *name, void *replacement)
{
    void *function = (void *)GetProcAddress(GetModuleHandleA(module), name);
    return function && overwriteEntry(function, replacement);
}

static DWORD WINAPI processorCount(WORD group)
{
    (void)group;
    return scenario.processors;
}

static ULONG NTAPI kernelVersion(OSVERSIONINFOEXW *version)
{
    ULONG size = version->dwOSVersionInfoSize;
    if (size != sizeof(OSVERSIONINFOW) && size != sizeof(OSVERSIONINFOEXW)) return STATUS_BAD_PARAMETER;
    memset(version, 0, size);
    version->dwOSVersionInfoSize = size;
    version->dwMajorVersion = 10;
    version->dwBuildNumber = scenario.build;
    version->dwPlatformId = VER_PLATFORM_WIN32_NT;
    if (size == sizeof(OSVERSIONINFOEXW)) version->wProductType = VER_NT_SERVER;
    return STATUS_OK;
}

BOOL installHooks(void)
{
#define HOOK(name) (system##name = hookSystemCall("Nt" #name, (void *)hookNt##name)) != NULL
    return HOOK(Close) && HOOK(OpenThread) && HOOK(OpenProcess) && HOOK(QuerySystemInformation) &&
           HOOK(QueryInformationThread) && HOOK(QueryInformationProcess) && HOOK(AdjustPrivilegesToken) &&
           HOOK(QueryInformationToken) && HOOK(CreateFile) && HOOK(WriteFile) && HOOK(QueryVolumeInformationFile) &&
           HOOK(QuerySecurityObject) && HOOK(SetSecurityObject) &&
           hookSystemCall("NtSystemDebugControl", (void *)hookNtSystemDebugControl) != NULL &&
           replaceFunction("kernel32", "GetActiveProcessorCount", (void *)processorCount) &&
           replaceFunction("ntdll", "RtlGetVersion", (void *)kernelVersion);
#undef HOOK
}
