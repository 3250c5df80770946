/*
 * Asks RtlVirtualUnwind for the caller at any instruction of an image, without running it. The image file is laid
 * out in memory as the loader would, and its function table registered. Standard input gives RVAs in hex, one a line;
 * for each one the answer is a line
 *
 *   rip rsp rbx rbp rsi rdi r12 r13 r14 r15
 *
 * after a first line with the base of the image and of the stack. Registers and stack hold made-up values by the two
 * rules below, which the test repeats.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#define STACK_SIZE 0x200000
#define STACK_MIDDLE 0x80000

static char *map_image(const char *path, DWORD *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  fseek(file, 0, SEEK_END);
  long length = ftell(file);
  rewind(file);
  char *raw = malloc((size_t)length);
  if (fread(raw, 1, (size_t)length, file) != (size_t)length) return NULL;
  fclose(file);
  const IMAGE_NT_HEADERS64 *headers = (void *)(raw + ((IMAGE_DOS_HEADER *)raw)->e_lfanew);
  *size = headers->OptionalHeader.SizeOfImage;
  char *base = VirtualAlloc(NULL, *size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
  memcpy(base, raw, headers->OptionalHeader.SizeOfHeaders);
  const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(headers);
  for (int i = 0; i < headers->FileHeader.NumberOfSections; i++, section++) {
    memcpy(base + section->VirtualAddress, raw + section->PointerToRawData, section->SizeOfRawData);
  }
  const IMAGE_DATA_DIRECTORY *table = &headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXCEPTION];
  RtlAddFunctionTable((RUNTIME_FUNCTION *)(base + table->VirtualAddress), table->Size / sizeof(RUNTIME_FUNCTION),
                      (DWORD64)base);
  free(raw);
  return base;
}

int main(int argc, char **argv) {
  (void)argc;
  DWORD size;
  char *base = map_image(argv[1], &size);
  if (base == NULL) return 1;
  DWORD64 *stack = VirtualAlloc(NULL, STACK_SIZE, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
  for (DWORD64 i = 0; i < STACK_SIZE / 8; i++) stack[i] = (i + 1) * 0x9e3779b97f4a7c15ull;
  printf("%llx %llx\n", (DWORD64)base, (DWORD64)stack);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    CONTEXT context;
    memset(&context, 0, sizeof context);
    context.ContextFlags = CONTEXT_FULL;
    DWORD64 *general = &context.Rax;
    for (DWORD64 i = 0; i < 16; i++) general[i] = (DWORD64)stack + STACK_MIDDLE + i * 0x1000;
    context.Rip = (DWORD64)base + strtoull(line, NULL, 16);
    DWORD64 image, frame;
    void *handler;
    RUNTIME_FUNCTION *function = RtlLookupFunctionEntry(context.Rip, &image, NULL);
    if (function == NULL) {
      context.Rip = *(DWORD64 *)context.Rsp;
      context.Rsp += 8;
    } else {
      RtlVirtualUnwind(UNW_FLAG_NHANDLER, image, context.Rip, function, &context, &handler, &frame, NULL);
    }
    printf("%llx %llx %llx %llx %llx %llx %llx %llx %llx %llx\n", context.Rip, context.Rsp, context.Rbx, context.Rbp,
           context.Rsi, context.Rdi, context.R12, context.R13, context.R14, context.R15);
  }
  fflush(stdout);
  return 0;
}
