#include "standin.h"
#include <stdarg.h>
#include <stdio.h>

static HANDLE file = INVALID_HANDLE_VALUE;
static CRITICAL_SECTION lock;
/* Wine appends in two steps, so two processes with one log would write over each other. */
static HANDLE turn;
static ULONGLONG start;

BOOL openLog(const WCHAR *path)
{
    InitializeCriticalSection(&lock);
    start = GetTickCount64();
    turn = CreateMutexW(NULL, FALSE, L"Local\\ktriage-stand-in-log");
    file = CreateFileW(path, FILE_APPEND_DATA | SYNCHRONIZE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                       OPEN_ALWAYS, 0, NULL);
    return file != INVALID_HANDLE_VALUE;
}

void logLine(const char *format, ...)
{
    static char line[65536];
    DWORD put;
    va_list arguments;

    EnterCriticalSection(&lock);
    int length = snprintf(line, sizeof line, "{\"ms\":%llu,\"pid\":%lu,", GetTickCount64() - start, GetCurrentProcessId());
    va_start(arguments, format);
    length += vsnprintf(line + length, sizeof line - length - 3, format, arguments);
    va_end(arguments);
    if (length > (int)sizeof line - 3) length = sizeof line - 3;
    line[length++] = '}';
    line[length++] = '\n';
    WaitForSingleObject(turn, INFINITE);
    WriteFile(file, line, length, &put, NULL);
    ReleaseMutex(turn);
    LeaveCriticalSection(&lock);
}

const char *jsonText(const WCHAR *text, size_t length)
{
    static __thread char out[2048];
    char utf8[1536];
    int count = WideCharToMultiByte(CP_UTF8, 0, text, (int)(length > 400 ? 400 : length), utf8, sizeof utf8, NULL, NULL);
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        unsigned char c = utf8[i];
        if (c < 0x20) {
            at += snprintf(out + at, sizeof out - at, "\\u%04x", c);
        } else {
            if (c == '"' || c == '\\') out[at++] = '\\';
            out[at++] = c;
        }
        if (at > sizeof out - 8) break;
    }
    out[at] = 0;
    return out;
}
