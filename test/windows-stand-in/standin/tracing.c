#include "standin.h"
#include <evntcons.h>
#include <evntrace.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wmistr.h>

/*
 * Event Tracing for Windows, as far as a real-time consumer sees it: sessions by name, one provider, and records that are given
 * to the consumer's callback on the thread that called ProcessTrace, and are gone when it returns. What is
 * delivered is beside the stand-in in `events.txt`, one event a line: time since the start in 100 ns units, id, version,
 * payload in hex or `-`. Events up to `Writing dump file started` come when command 37 is called, the others when the
 * session is stopped. Without that file Wine's own functions stay, which trace nothing.
 */

#define MOST_EVENTS 64
#define MOST_DATA 512
#define SESSION 0x5e55u
#define CONSUMER 0xc095u
#define PROPERTIES_ROOM 2048
#define WRITING_STARTED 3
#define NOT_FOUND 4201 /* ERROR_WMI_INSTANCE_NOT_FOUND */

static const GUID LIVE_DUMP = { 0xbef2aa8e, 0x81cd, 0x11e2, { 0xa7, 0xbb, 0x5e, 0xac, 0x61, 0x88, 0x70, 0x9b } };
static const GUID SESSION_HEADER = { 0x68fdd900, 0x4a3e, 0x11d1, { 0x84, 0xf4, 0, 0, 0xf8, 0x04, 0x64, 0xe3 } };

typedef struct {
    uint64_t ticks;
    uint16_t id, length;
    uint8_t version, data[MOST_DATA];
} RECORDED;

static RECORDED recorded[MOST_EVENTS];
static uint32_t recordedCount;
static WCHAR sessionName[256];
static BOOL sessionLives, providerEnabled;
static uint64_t sessionStart;
static HANDLE dumpBegan, sessionStopped;
static PEVENT_RECORD_CALLBACK consumerCallback;

static uint64_t now(void)
{
    FILETIME time;
    GetSystemTimePreciseAsFileTime(&time);
    return ((uint64_t)time.dwHighDateTime << 32) | time.dwLowDateTime;
}

static ULONG checkProperties(const EVENT_TRACE_PROPERTIES *properties, const WCHAR *name)
{
    size_t nameBytes = (wcslen(name) + 1) * sizeof *name;
    if (properties->Wnode.BufferSize < sizeof *properties + nameBytes) return ERROR_BAD_LENGTH;
    if (!(properties->Wnode.Flags & WNODE_FLAG_TRACED_GUID) || properties->Wnode.ClientContext > 3) return ERROR_INVALID_PARAMETER;
    if (properties->LoggerNameOffset < sizeof *properties) return ERROR_INVALID_PARAMETER;
    if (properties->LoggerNameOffset + nameBytes > properties->Wnode.BufferSize) return ERROR_BAD_LENGTH;
    return ERROR_SUCCESS;
}

static ULONG WINAPI startTrace(TRACEHANDLE *session, const WCHAR *name, EVENT_TRACE_PROPERTIES *properties)
{
    ULONG error = checkProperties(properties, name);
    if (error == ERROR_SUCCESS && !(properties->LogFileMode & EVENT_TRACE_REAL_TIME_MODE)) error = ERROR_BAD_PATHNAME;
    if (error == ERROR_SUCCESS && !scenario.elevated) error = ERROR_ACCESS_DENIED;
    if (error == ERROR_SUCCESS && sessionLives && wcscmp(name, sessionName) == 0) error = ERROR_ALREADY_EXISTS;
    if (error == ERROR_SUCCESS) {
        wcscpy(sessionName, name);
        wcscpy((WCHAR *)((uint8_t *)properties + properties->LoggerNameOffset), name);
        sessionLives = TRUE;
        providerEnabled = FALSE;
        sessionStart = now();
        *session = SESSION;
    }
    logLine("\"call\":\"StartTrace\",\"error\":%lu", error);
    return error;
}

static ULONG WINAPI enableTrace(TRACEHANDLE session, const GUID *provider, ULONG code, UCHAR level, ULONGLONG any,
                                ULONGLONG all, ULONG timeout, ENABLE_TRACE_PARAMETERS *parameters)
{
    (void)any, (void)all, (void)timeout, (void)parameters;
    ULONG error = session == SESSION && sessionLives && code == EVENT_CONTROL_CODE_ENABLE_PROVIDER ? ERROR_SUCCESS
                                                                                                   : ERROR_INVALID_PARAMETER;
    if (error == ERROR_SUCCESS) providerEnabled = memcmp(provider, &LIVE_DUMP, sizeof LIVE_DUMP) == 0 && level >= 4;
    logLine("\"call\":\"EnableTraceEx2\",\"error\":%lu,\"provider\":%s", error, providerEnabled ? "true" : "false");
    return error;
}

static ULONG WINAPI controlTrace(TRACEHANDLE session, const WCHAR *name, EVENT_TRACE_PROPERTIES *properties, ULONG code)
{
    BOOL named = session == 0 && name && wcscmp(name, sessionName) == 0;
    ULONG error = checkProperties(properties, name ? name : L"");
    if (error == ERROR_SUCCESS && (!sessionLives || !(named || session == SESSION))) error = NOT_FOUND;
    if (error == ERROR_SUCCESS && code == EVENT_TRACE_CONTROL_STOP) {
        sessionLives = FALSE;
        properties->EventsLost = 0;
        SetEvent(sessionStopped);
    }
    logLine("\"call\":\"ControlTrace\",\"code\":%lu,\"error\":%lu", code, error);
    return error;
}

static TRACEHANDLE WINAPI openTrace(EVENT_TRACE_LOGFILEW *logFile)
{
    const ULONG mode = PROCESS_TRACE_MODE_REAL_TIME | PROCESS_TRACE_MODE_EVENT_RECORD;
    BOOL good = logFile->ProcessTraceMode == mode && !logFile->LogFileName && logFile->LoggerName &&
                wcscmp(logFile->LoggerName, sessionName) == 0 && logFile->EventRecordCallback;
    logLine("\"call\":\"OpenTrace\",\"good\":%s", good ? "true" : "false");
    if (!good) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return INVALID_PROCESSTRACE_HANDLE;
    }
    consumerCallback = logFile->EventRecordCallback;
    return CONSUMER;
}

/* The record lives for the length of the call and is then made unreadable, so that no caller keeps a pointer to it. */
static void deliver(const GUID *provider, const RECORDED *event)
{
    EVENT_RECORD *record = VirtualAlloc(NULL, sizeof *record + MOST_DATA, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    record->EventHeader.Size = (USHORT)(sizeof record->EventHeader + event->length);
    record->EventHeader.ThreadId = GetCurrentThreadId();
    record->EventHeader.ProcessId = GetCurrentProcessId();
    record->EventHeader.TimeStamp.QuadPart = (LONGLONG)(sessionStart + event->ticks);
    record->EventHeader.ProviderId = *provider;
    record->EventHeader.EventDescriptor.Id = event->id;
    record->EventHeader.EventDescriptor.Version = event->version;
    record->UserDataLength = event->length;
    record->UserData = event->length ? record + 1 : NULL;
    memcpy(record + 1, event->data, event->length);
    consumerCallback(record);
    VirtualFree(record, 0, MEM_RELEASE);
}

static ULONG WINAPI processTrace(TRACEHANDLE *handles, ULONG count, FILETIME *from, FILETIME *to)
{
    static const RECORDED header = { .id = 0 };
    HANDLE either[2] = { dumpBegan, sessionStopped };
    uint32_t next = 0;
    if (count != 1 || handles[0] != CONSUMER || from || to) return ERROR_INVALID_PARAMETER;
    deliver(&SESSION_HEADER, &header);
    WaitForMultipleObjects(2, either, FALSE, INFINITE);
    BOOL wanted = providerEnabled && WaitForSingleObject(dumpBegan, 0) == WAIT_OBJECT_0;
    while (wanted && next < recordedCount) {
        deliver(&LIVE_DUMP, &recorded[next]);
        if (recorded[next++].id == WRITING_STARTED) break;
    }
    WaitForSingleObject(sessionStopped, INFINITE);
    while (wanted && next < recordedCount) deliver(&LIVE_DUMP, &recorded[next++]);
    ResetEvent(sessionStopped);
    ResetEvent(dumpBegan);
    logLine("\"call\":\"ProcessTrace\",\"delivered\":%u", next);
    return ERROR_SUCCESS;
}

static ULONG WINAPI closeTrace(TRACEHANDLE handle)
{
    logLine("\"call\":\"CloseTrace\",\"good\":%s", handle == CONSUMER ? "true" : "false");
    return handle == CONSUMER ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}

void traceLiveDump(void)
{
    if (dumpBegan) SetEvent(dumpBegan);
}

static uint16_t hexBytes(const char *text, uint8_t *bytes)
{
    uint16_t length = 0;
    unsigned value;
    for (; length < MOST_DATA && sscanf(text + 2 * length, "%2x", &value) == 1; length++) bytes[length] = (uint8_t)value;
    return length;
}

static BOOL readRecorded(const WCHAR *path)
{
    static char line[2 * MOST_DATA + 64], hex[2 * MOST_DATA + 1];
    FILE *file = _wfopen(path, L"r");
    if (!file) return FALSE;
    while (recordedCount < MOST_EVENTS && fgets(line, sizeof line, file)) {
        RECORDED *event = &recorded[recordedCount];
        unsigned id, version;
        if (strncmp(line, "left-over ", 10) == 0) {
            /* A session that a killed process left. */
            MultiByteToWideChar(CP_UTF8, 0, line + 10, -1, sessionName, ARRAYSIZE(sessionName));
            sessionName[wcscspn(sessionName, L"\r\n")] = 0;
            sessionLives = TRUE;
            continue;
        }
        if (sscanf(line, "%llu %u %u %1024s", &event->ticks, &id, &version, hex) != 4) continue;
        event->id = (uint16_t)id;
        event->version = (uint8_t)version;
        event->length = hex[0] == '-' ? 0 : hexBytes(hex, event->data);
        recordedCount++;
    }
    fclose(file);
    return TRUE;
}

BOOL installTracing(const WCHAR *events)
{
    if (!readRecorded(events)) return TRUE;
    dumpBegan = CreateEventW(NULL, TRUE, FALSE, NULL);
    sessionStopped = CreateEventW(NULL, TRUE, FALSE, NULL);
    LoadLibraryA("advapi32");
    return replaceFunction("advapi32", "StartTraceW", (void *)startTrace) &&
           replaceFunction("advapi32", "EnableTraceEx2", (void *)enableTrace) &&
           replaceFunction("advapi32", "ControlTraceW", (void *)controlTrace) &&
           replaceFunction("advapi32", "OpenTraceW", (void *)openTrace) &&
           replaceFunction("advapi32", "ProcessTrace", (void *)processTrace) &&
           replaceFunction("advapi32", "CloseTrace", (void *)closeTrace);
}
