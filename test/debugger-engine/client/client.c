/*
 * Puts questions to Microsoft's debugger engine (dbgeng.dll), which must be beside this program.
 *
 *   client.exe dump DUMP QUESTIONS ANSWERS SYMBOLS IMAGES   opens a dump and answers the questions about it
 *   client.exe names QUESTIONS ANSWERS                      answers `@undecorate` alone, without a dump
 *
 * QUESTIONS is a text file, one question a line: a command of the engine as it is typed into WinDbg, or one that begins
 * with `@` and asks an interface of the engine where its text rounds or leaves out:
 *
 *   @system                    build, product, machine, processors, bug check, up time, time, kind of dump
 *   @modules                   loaded and unloaded modules with base, size, time stamp, check sum
 *   @virtual ADDRESS LENGTH    memory as hex digits, up to the first gap
 *   @physical ADDRESS LENGTH   physical memory as hex digits
 *   @undecorate FLAGS NAME     UnDecorateSymbolName of the engine's dbghelp.dll
 *
 * ANSWERS holds, for the opening of the dump and then for every question, the text that the engine wrote, and a line
 * `--- answered HRESULT`. Numbers are hex.
 */
#include <initguid.h>
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dbgeng.h>

enum { LONGEST_LINE = 16384, MOST_BYTES = 65536, MOST_MODULES = 4096, START_LIMIT_MS = 60000 };

static FILE *answers;

/* The engine asks this object for newer interfaces and calls them when they are granted: only what is here may be. */
static HRESULT STDMETHODCALLTYPE queryOutput(IDebugOutputCallbacks *self, REFIID id, void **result)
{
    BOOL known = IsEqualIID(id, &IID_IUnknown) || IsEqualIID(id, &IID_IDebugOutputCallbacks);
    *result = known ? self : NULL;
    return known ? S_OK : E_NOINTERFACE;
}

/* The object is static: references to it need no count. */
static ULONG STDMETHODCALLTYPE countOutput(IDebugOutputCallbacks *self)
{
    (void)self;
    return 1;
}

static HRESULT STDMETHODCALLTYPE output(IDebugOutputCallbacks *self, ULONG mask, PCSTR text)
{
    (void)self;
    (void)mask;
    fputs(text, answers);
    return S_OK;
}

static IDebugOutputCallbacksVtbl outputMethods = { queryOutput, countOutput, countOutput, output };
static IDebugOutputCallbacks outputCallbacks = { &outputMethods };

typedef struct {
    IDebugClient5 *client;
    IDebugControl4 *control;
    IDebugDataSpaces4 *data;
    IDebugSymbols3 *symbols;
} ENGINE;

static void need(HRESULT result, const char *what)
{
    if (SUCCEEDED(result)) return;
    fprintf(stderr, "client: %s answers 0x%08lx\n", what, (unsigned long)result);
    exit(3);
}

static FARPROC procedureOf(const char *library, const char *name)
{
    HMODULE module = LoadLibraryA(library);
    FARPROC procedure = module ? GetProcAddress(module, name) : NULL;
    if (procedure == NULL) {
        fprintf(stderr, "client: no %s in %s, error %lu\n", name, library, GetLastError());
        exit(3);
    }
    return procedure;
}

static void endAnswer(HRESULT result)
{
    fprintf(answers, "\n--- answered %08lx\n", (unsigned long)result);
}

static HRESULT systemFacts(const ENGINE *engine)
{
    ULONG platform, major, minor, pack, used, stringUsed, type, processors, code, class, qualifier, flags, upTime, time;
    ULONG64 p[4];
    char packText[256], buildText[256];
    IDebugControl4 *control = engine->control;
    HRESULT result = control->lpVtbl->GetSystemVersion(control, &platform, &major, &minor, packText, sizeof packText, &used,
                                                       &pack, buildText, sizeof buildText, &stringUsed);
    if (FAILED(result)) return result;
    fprintf(answers, "build %lx\n", minor);
    if (SUCCEEDED(control->lpVtbl->GetActualProcessorType(control, &type))) fprintf(answers, "machine %lx\n", type);
    if (SUCCEEDED(control->lpVtbl->GetNumberProcessors(control, &processors))) fprintf(answers, "processors %lx\n", processors);
    if (SUCCEEDED(control->lpVtbl->ReadBugCheckData(control, &code, p, p + 1, p + 2, p + 3)))
        fprintf(answers, "bugcheck %lx %llx %llx %llx %llx\n", code, p[0], p[1], p[2], p[3]);
    if (SUCCEEDED(control->lpVtbl->GetDebuggeeType(control, &class, &qualifier)))
        fprintf(answers, "class %lx\nqualifier %lx\n", class, qualifier);
    if (SUCCEEDED(control->lpVtbl->GetDumpFormatFlags(control, &flags))) fprintf(answers, "format %lx\n", flags);
    if (SUCCEEDED(control->lpVtbl->GetCurrentSystemUpTime(control, &upTime))) fprintf(answers, "uptime %lx\n", upTime);
    if (SUCCEEDED(control->lpVtbl->GetCurrentTimeDate(control, &time))) fprintf(answers, "time %lx\n", time);
    return S_OK;
}

static HRESULT modules(const ENGINE *engine)
{
    static DEBUG_MODULE_PARAMETERS parameters[MOST_MODULES];
    IDebugSymbols3 *symbols = engine->symbols;
    ULONG loaded, unloaded;
    HRESULT result = symbols->lpVtbl->GetNumberModules(symbols, &loaded, &unloaded);
    if (FAILED(result)) return result;
    if (loaded + unloaded > MOST_MODULES) return E_OUTOFMEMORY;
    if (loaded + unloaded == 0) return S_OK;
    result = symbols->lpVtbl->GetModuleParameters(symbols, loaded + unloaded, NULL, 0, parameters);
    if (FAILED(result)) return result;
    for (ULONG index = 0; index < loaded + unloaded; index++) {
        char image[1024] = "", name[256] = "";
        const DEBUG_MODULE_PARAMETERS *each = &parameters[index];
        symbols->lpVtbl->GetModuleNameString(symbols, DEBUG_MODNAME_IMAGE, index, 0, image, sizeof image, NULL);
        symbols->lpVtbl->GetModuleNameString(symbols, DEBUG_MODNAME_MODULE, index, 0, name, sizeof name, NULL);
        fprintf(answers, "%s %llx %lx %lx %lx %s\t%s\n", each->Flags & DEBUG_MODULE_UNLOADED ? "unloaded" : "loaded", each->Base,
                each->Size, each->TimeDateStamp, each->Checksum, name, image);
    }
    return S_OK;
}

static HRESULT memory(const ENGINE *engine, const char *numbers, BOOL physical)
{
    static unsigned char bytes[MOST_BYTES];
    char *end;
    ULONG64 address = strtoull(numbers, &end, 16);
    ULONG length = strtoul(end, NULL, 16), got = 0;
    IDebugDataSpaces4 *data = engine->data;
    if (length > sizeof bytes) return E_INVALIDARG;
    HRESULT result = physical ? data->lpVtbl->ReadPhysical(data, address, bytes, length, &got)
                              : data->lpVtbl->ReadVirtual(data, address, bytes, length, &got);
    for (ULONG index = 0; SUCCEEDED(result) && index < got; index++) fprintf(answers, "%02x", bytes[index]);
    return result;
}

typedef DWORD(WINAPI *UNDECORATE)(PCSTR name, PSTR text, DWORD length, DWORD flags);

static HRESULT undecorate(const char *question)
{
    static UNDECORATE call;
    char text[LONGEST_LINE], *name;
    DWORD flags = strtoul(question, &name, 16);
    if (call == NULL) call = (UNDECORATE)(void *)procedureOf("dbghelp.dll", "UnDecorateSymbolName");
    if (call(name + 1, text, sizeof text, flags) == 0) return HRESULT_FROM_WIN32(GetLastError());
    fputs(text, answers);
    return S_OK;
}

static BOOL asks(const char *line, const char *word, const char **rest)
{
    size_t length = strlen(word);
    if (strncmp(line, word, length) != 0 || (line[length] != ' ' && line[length] != 0)) return FALSE;
    *rest = line + length;
    return TRUE;
}

static HRESULT answer(const ENGINE *engine, const char *line)
{
    const char *rest;
    if (asks(line, "@undecorate", &rest)) return undecorate(rest);
    if (engine == NULL) return E_INVALIDARG;
    if (asks(line, "@system", &rest)) return systemFacts(engine);
    if (asks(line, "@modules", &rest)) return modules(engine);
    if (asks(line, "@virtual", &rest)) return memory(engine, rest, FALSE);
    if (asks(line, "@physical", &rest)) return memory(engine, rest, TRUE);
    return engine->control->lpVtbl->Execute(engine->control, DEBUG_OUTCTL_THIS_CLIENT, line, DEBUG_EXECUTE_NOT_LOGGED);
}

static void answerAll(const ENGINE *engine, const char *questions)
{
    char line[LONGEST_LINE];
    FILE *file = fopen(questions, "rb");
    if (file == NULL) need(E_INVALIDARG, questions);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\r\n")] = 0;
        endAnswer(answer(engine, line));
    }
    fclose(file);
}

static ENGINE startEngine(const char *symbols, const char *images)
{
    typedef HRESULT(WINAPI *CREATE)(REFIID id, void **result);
    ENGINE engine;
    CREATE create = (CREATE)(void *)procedureOf("dbgeng.dll", "DebugCreate");
    need(create(&IID_IDebugClient5, (void **)&engine.client), "DebugCreate");
    IDebugClient5 *client = engine.client;
    need(client->lpVtbl->QueryInterface(client, &IID_IDebugControl4, (void **)&engine.control), "IDebugControl4");
    need(client->lpVtbl->QueryInterface(client, &IID_IDebugDataSpaces4, (void **)&engine.data), "IDebugDataSpaces4");
    need(client->lpVtbl->QueryInterface(client, &IID_IDebugSymbols3, (void **)&engine.symbols), "IDebugSymbols3");
    need(client->lpVtbl->SetOutputCallbacks(client, &outputCallbacks), "SetOutputCallbacks");
    need(engine.symbols->lpVtbl->SetSymbolPath(engine.symbols, symbols), "SetSymbolPath");
    need(engine.symbols->lpVtbl->SetImagePath(engine.symbols, images), "SetImagePath");
    return engine;
}

static int judgeDump(char **arguments)
{
    ENGINE engine = startEngine(arguments[5], arguments[6]);
    HRESULT result = engine.client->lpVtbl->OpenDumpFile(engine.client, arguments[2]);
    if (SUCCEEDED(result)) result = engine.control->lpVtbl->WaitForEvent(engine.control, DEBUG_WAIT_DEFAULT, START_LIMIT_MS);
    endAnswer(result);
    if (SUCCEEDED(result)) answerAll(&engine, arguments[3]);
    fclose(answers);
    /* Ending the session in order takes seconds and shows nothing. */
    TerminateProcess(GetCurrentProcess(), 0);
    return 0;
}

static FILE *openAnswers(const char *path)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL) need(E_INVALIDARG, path);
    return file;
}

int main(int count, char **arguments)
{
    if (count == 7 && strcmp(arguments[1], "dump") == 0) {
        answers = openAnswers(arguments[4]);
        return judgeDump(arguments);
    }
    if (count == 4 && strcmp(arguments[1], "names") == 0) {
        answers = openAnswers(arguments[3]);
        endAnswer(S_OK);
        answerAll(NULL, arguments[2]);
        return fclose(answers);
    }
    return 2;
}
