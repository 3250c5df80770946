/*
 * Loads the image that the first argument names, carries out its export `run` one instruction at a time, and writes
 * what is true at each instruction:
 *
 *   i base size                                   the image
 *   w address value                               a stack slot that has changed
 *   c return sp rbx rbp rsi rdi r12 r13 r14 r15   a call was made: where and with what it will return
 *   r                                             a call has returned
 *   s rip rax … r15                               the registers before an instruction
 *   u rip rsp rbx rbp rsi rdi r12 r13 r14 r15     the caller according to RtlVirtualUnwind
 *
 * `c` and `r` come from watching the calls themselves: a truth that no unwinder was asked for.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

#define STACK_SPAN 0x8000

static DWORD64 base, end, top;
static unsigned char previous_code[4];
static int stepping, entered;
static unsigned char known[STACK_SPAN];

static void print_nonvolatile(const CONTEXT *context) {
  const DWORD64 values[] = {context->Rbx, context->Rbp, context->Rsi, context->Rdi,
                            context->R12, context->R13, context->R14, context->R15};
  for (size_t i = 0; i < ARRAYSIZE(values); i++) printf(" %llx", values[i]);
  printf("\n");
}

static void print_changes(DWORD64 sp) {
  const unsigned char *bottom = (unsigned char *)top - STACK_SPAN;
  for (DWORD64 slot = sp & ~7ull; slot < top; slot += 8) {
    unsigned char *copy = known + (slot - (DWORD64)bottom);
    if (memcmp(copy, (void *)slot, 8) == 0) continue;
    memcpy(copy, (void *)slot, 8);
    printf("w %llx %llx\n", slot, *(DWORD64 *)slot);
  }
}

static int was_call(void) {
  const unsigned char *code = previous_code;
  if ((*code & 0xf0) == 0x40) code++;
  return *code == 0xe8 || (*code == 0xff && (code[1] & 0x38) == 0x10);
}

static int was_return(void) {
  return previous_code[0] == 0xc3 || previous_code[0] == 0xc2 || (previous_code[0] == 0xf3 && previous_code[1] == 0xc3);
}

static void print_call(const CONTEXT *context) {
  printf("c %llx %llx", *(DWORD64 *)context->Rsp, context->Rsp + 8);
  print_nonvolatile(context);
}

static void print_unwound(const CONTEXT *context) {
  CONTEXT caller = *context;
  DWORD64 image, frame;
  void *handler;
  RUNTIME_FUNCTION *function = RtlLookupFunctionEntry(caller.Rip, &image, NULL);
  if (function == NULL) {
    caller.Rip = *(DWORD64 *)caller.Rsp;
    caller.Rsp += 8;
  } else {
    RtlVirtualUnwind(UNW_FLAG_NHANDLER, image, caller.Rip, function, &caller, &handler, &frame, NULL);
  }
  printf("u %llx %llx", caller.Rip, caller.Rsp);
  print_nonvolatile(&caller);
}

static LONG CALLBACK on_step(EXCEPTION_POINTERS *exception) {
  CONTEXT *context = exception->ContextRecord;
  if (exception->ExceptionRecord->ExceptionCode != EXCEPTION_SINGLE_STEP) return EXCEPTION_CONTINUE_SEARCH;
  if (!stepping) return EXCEPTION_CONTINUE_EXECUTION;
  context->EFlags |= 0x100;
  if (context->Rip < base || context->Rip >= end) {
    if (entered && was_return()) printf("r\n");
    memset(previous_code, 0, sizeof previous_code);
    entered = 0;
    return EXCEPTION_CONTINUE_EXECUTION;
  }
  print_changes(context->Rsp);
  if (!entered || was_call()) print_call(context);
  else if (was_return()) printf("r\n");
  entered = 1;
  const DWORD64 *general = &context->Rax;
  printf("s %llx", context->Rip);
  for (int i = 0; i < 16; i++) printf(" %llx", general[i]);
  printf("\n");
  print_unwound(context);
  memcpy(previous_code, (void *)context->Rip, sizeof previous_code);
  return EXCEPTION_CONTINUE_EXECUTION;
}

int main(int argc, char **argv) {
  (void)argc;
  static char output[1 << 20];
  // Zero is a value too: every slot is written when it is first seen.
  memset(known, 0xa5, sizeof known);
  setvbuf(stdout, output, _IOFBF, sizeof output);
  HMODULE image = LoadLibraryA(argv[1]);
  if (image == NULL) return (int)GetLastError();
  const IMAGE_NT_HEADERS64 *headers = (void *)((char *)image + ((IMAGE_DOS_HEADER *)image)->e_lfanew);
  base = (DWORD64)image;
  end = base + headers->OptionalHeader.SizeOfImage;
  printf("i %llx %lx\n", base, headers->OptionalHeader.SizeOfImage);
  DWORD64 (*run)(DWORD64) = (void *)GetProcAddress(image, "run");
  if (run == NULL) return (int)GetLastError();
  top = ((DWORD64)__builtin_frame_address(0) & ~0xfffull) + 0x1000;
  AddVectoredExceptionHandler(1, on_step);
  stepping = 1;
  __asm__ volatile("pushfq\n\torq $0x100, (%%rsp)\n\tpopfq" ::: "memory", "cc");
  DWORD64 result = run(5);
  stepping = 0;
  __asm__ volatile("pushfq\n\tandq $~0x100, (%%rsp)\n\tpopfq" ::: "memory", "cc");
  printf("e %llx\n", result);
  fflush(stdout);
  return 0;
}
