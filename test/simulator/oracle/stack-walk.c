/*
 * Walks the stacks of a capture with StackWalk64, fed from files: which bytes are at which address is told on
 * standard input, one thing a line, all numbers in hex.
 *
 *   image <base> <path>                 an image file, laid out as the loader would
 *   block <address> <size> <offset>     bytes of the capture, whose path is the argument
 *   walk <rip> <rsp> <rbp>              answered by lines "<rip> <rsp>", innermost first, and one "end"
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
#include <dbghelp.h>

#define MOST_PIECES 4096
#define MOST_FRAMES 128

struct piece {
  DWORD64 address;
  DWORD64 size;
  char *bytes;
  const IMAGE_DATA_DIRECTORY *functions;
};

static struct piece pieces[MOST_PIECES];
static int piece_count;

static char *load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(2);
  fseek(file, 0, SEEK_END);
  long length = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)length);
  if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) exit(3);
  fclose(file);
  return bytes;
}

static void add(DWORD64 address, DWORD64 size, char *bytes, const IMAGE_DATA_DIRECTORY *functions) {
  if (piece_count == MOST_PIECES) exit(4);
  pieces[piece_count++] = (struct piece){address, size, bytes, functions};
}

static void add_image(DWORD64 base, const char *path) {
  char *raw = load(path);
  const IMAGE_NT_HEADERS64 *headers = (void *)(raw + ((IMAGE_DOS_HEADER *)raw)->e_lfanew);
  char *image = calloc(1, headers->OptionalHeader.SizeOfImage);
  memcpy(image, raw, headers->OptionalHeader.SizeOfHeaders);
  const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(headers);
  for (int i = 0; i < headers->FileHeader.NumberOfSections; i++, section++) {
    memcpy(image + section->VirtualAddress, raw + section->PointerToRawData, section->SizeOfRawData);
  }
  add(base, headers->OptionalHeader.SizeOfImage, image,
      &headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXCEPTION]);
}

static struct piece *find(DWORD64 address) {
  for (int i = 0; i < piece_count; i++) {
    if (address >= pieces[i].address && address - pieces[i].address < pieces[i].size) return &pieces[i];
  }
  return NULL;
}

static BOOL CALLBACK read_memory(HANDLE process, DWORD64 address, void *buffer, DWORD size, DWORD *done) {
  (void)process;
  struct piece *piece = find(address);
  *done = 0;
  if (piece == NULL || address - piece->address + size > piece->size) return FALSE;
  memcpy(buffer, piece->bytes + (address - piece->address), size);
  *done = size;
  return TRUE;
}

static DWORD64 CALLBACK module_base(HANDLE process, DWORD64 address) {
  (void)process;
  struct piece *piece = find(address);
  return piece != NULL && piece->functions != NULL ? piece->address : 0;
}

static void *CALLBACK function_table(HANDLE process, DWORD64 address) {
  (void)process;
  struct piece *piece = find(address);
  if (piece == NULL || piece->functions == NULL) return NULL;
  DWORD rva = (DWORD)(address - piece->address);
  RUNTIME_FUNCTION *table = (void *)(piece->bytes + piece->functions->VirtualAddress);
  for (DWORD i = 0; i < piece->functions->Size / sizeof *table; i++) {
    if (rva >= table[i].BeginAddress && rva < table[i].EndAddress) return &table[i];
  }
  return NULL;
}

static void walk(DWORD64 rip, DWORD64 rsp, DWORD64 rbp) {
  CONTEXT context;
  memset(&context, 0, sizeof context);
  context.ContextFlags = CONTEXT_FULL;
  context.Rip = rip;
  context.Rsp = rsp;
  context.Rbp = rbp;
  STACKFRAME64 frame;
  memset(&frame, 0, sizeof frame);
  frame.AddrPC = (ADDRESS64){.Offset = rip, .Mode = AddrModeFlat};
  frame.AddrStack = (ADDRESS64){.Offset = rsp, .Mode = AddrModeFlat};
  frame.AddrFrame = (ADDRESS64){.Offset = rbp, .Mode = AddrModeFlat};
  for (int i = 0; i < MOST_FRAMES; i++) {
    if (!StackWalk64(IMAGE_FILE_MACHINE_AMD64, GetCurrentProcess(), GetCurrentThread(), &frame, &context, read_memory,
                     function_table, module_base, NULL))
      break;
    printf("%llx %llx\n", frame.AddrPC.Offset, frame.AddrStack.Offset);
  }
  printf("end\n");
}

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  char *capture = load(argv[1]);
  char line[1024], path[1000];
  DWORD64 a, b, c;
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "image %llx %999[^\r\n]", &a, path) == 2) add_image(a, path);
    else if (sscanf(line, "block %llx %llx %llx", &a, &b, &c) == 3) add(a, b, capture + c, NULL);
    else if (sscanf(line, "walk %llx %llx %llx", &a, &b, &c) == 3) walk(a, b, c);
  }
  fflush(stdout);
  return 0;
}
