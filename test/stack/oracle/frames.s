# Frames that compilers seldom or never make: written by hand with their unwind data, byte by byte, so that no
# assembler's idea of the format is between. Version 2 with epilog codes, chained entries of both kinds, large
# allocations, saves relative to a frame register.

        .text

# The stack probe that the compiler calls; the frame is touched page by page, rax bytes.
        .globl  __chkstk
__chkstk:
        pushq   %rcx
        pushq   %rax
        leaq    24(%rsp), %rcx
1:      cmpq    $0x1000, %rax
        jb      2f
        subq    $0x1000, %rcx
        testq   %rcx, (%rcx)
        subq    $0x1000, %rax
        jmp     1b
2:      subq    %rax, %rcx
        testq   %rcx, (%rcx)
        popq    %rax
        popq    %rcx
        retq
chkstk_end:

# u64 assembled(u64): calls each of the frames below.
        .globl  assembled
assembled:
        pushq   %rbx
assembled_1:
        subq    $32, %rsp
assembled_2:
        movq    %rcx, %rbx
        callq   version2
        addq    %rax, %rbx
        movq    %rbx, %rcx
        callq   split
        addq    %rax, %rbx
        movq    %rbx, %rcx
        callq   huge
        addq    %rax, %rbx
        movq    %rbx, %rcx
        callq   frame_saves
        addq    %rbx, %rax
        addq    $32, %rsp
        popq    %rbx
        retq
assembled_end:

# Version 2: two epilogs, one of them at the end, described by epilog codes.
version2:
        pushq   %rdi
version2_1:
        pushq   %r12
version2_2:
        subq    $0x28, %rsp
version2_3:
        movq    %rcx, %rdi
        xorl    %r12d, %r12d
        testq   %rdi, %rdi
        je      version2_second
        callq   tiny
        addq    $0x28, %rsp
version2_epilog1:
        popq    %r12
        popq    %rdi
        rep
        retq
version2_second:
        callq   tiny
        addq    $0x28, %rsp
version2_epilog2:
        popq    %r12
        popq    %rdi
        retq
version2_end:

# A leaf function with no unwind data.
tiny:
        leaq    3(%rcx,%rcx), %rax
        nop
        retq
tiny_end:

# Shrink-wrapped: the first part saves one register, the middle part a second one (chained), and a cold part lies
# elsewhere (another entry of the function table refers to the entry of the middle part).
split:
        pushq   %rsi
split_1:
        subq    $0x30, %rsp
split_2:
        movq    %rcx, %rsi
        callq   tiny
        testq   %rax, %rax
        je      split_out
split_middle:
        movq    %rbp, 0x40(%rsp)
split_middle_1:
        movq    %r13, 0x28(%rsp)
split_middle_2:
        movq    %rax, %rbp
        movl    $7, %r13d
        movq    %rbp, %rcx
        callq   tiny
        addq    %rax, %rbp
        jmp     split_cold
split_back:
        movq    0x28(%rsp), %r13
        movq    0x40(%rsp), %rbp
split_middle_end:
split_out:
        addq    $0x30, %rsp
        popq    %rsi
        retq
split_end:

# Four-byte sizes and offsets.
huge:
        movl    $0x3018, %eax
        callq   __chkstk
huge_0:
        subq    %rax, %rsp
huge_1:
        movq    %r14, 0x3010(%rsp)
huge_2:
        movq    %r15, 0x2008(%rsp)
huge_3:
        movl    $9, %r14d
        movl    $8, %r15d
        callq   tiny
        movq    0x2008(%rsp), %r15
        movq    0x3010(%rsp), %r14
        addq    $0x3018, %rsp
        retq
huge_end:

# A frame register that is inside the frame, saves relative to it, and a stack pointer that moves in the body.
frame_saves:
        pushq   %rbp
frame_saves_1:
        subq    $0x60, %rsp
frame_saves_2:
        leaq    0x20(%rsp), %rbp
frame_saves_3:
        movq    %rbx, 0x28(%rbp)
frame_saves_4:
        movq    %rdi, 0x30(%rbp)
frame_saves_5:
        movl    $5, %ebx
        movl    $6, %edi
        subq    $0x100, %rsp
        callq   tiny
        pushq   %rax
        pushq   %rax
        callq   tiny
        movq    0x30(%rbp), %rdi
        movq    0x28(%rbp), %rbx
        leaq    0x40(%rbp), %rsp
        popq    %rbp
        retq
frame_saves_end:

# Another function between the parts of `split`.
unrelated:
        nop
        retq
unrelated_end:

split_cold:
        movq    %rbp, %rcx
        callq   tiny
        addq    %rax, %rbp
        movq    %rbp, %rax
        jmp     split_back
split_cold_end:

# Never executed: its caller is what an interrupt would have left behind.
        .globl  trapped
trapped:
        subq    $0x158, %rsp
trapped_1:
        nop
        addq    $0x158, %rsp
        iretq
trapped_end:

        .macro  code offset, operation, info
        .byte   \offset
        .byte   (\info) << 4 | (\operation)
        .endm

        .macro  entry begin, end, info
        .long   \begin@IMGREL
        .long   \end@IMGREL
        .long   \info@IMGREL
        .endm

        .section .xdata,"dr"
        .p2align 2
chkstk_info:                            # two pushes whose registers are volatile: allocations
        .byte   1, 2, 2, 0
        code    2, 2, 0
        code    1, 2, 0
assembled_info:
        .byte   1, assembled_2 - assembled, 2, 0
        code    assembled_2 - assembled, 2, 3
        code    assembled_1 - assembled, 0, 3
version2_info:                          # version 2
        .byte   2, version2_3 - version2, 5, 0
        code    version2_end - version2_epilog2, 6, 1
        code    version2_end - version2_epilog1, 6, 0
        code    version2_3 - version2, 2, 4
        code    version2_2 - version2, 0, 12
        code    version2_1 - version2, 0, 7
        .short  0
split_info:
        .byte   1, split_2 - split, 2, 0
        code    split_2 - split, 2, 5
        code    split_1 - split, 0, 6
split_middle_info:                      # chained to `split`; version 2, as the Microsoft compiler does
        .byte   2 | 4 << 3, split_middle_2 - split_middle, 4, 0
        code    split_middle_2 - split_middle, 4, 13
        .short  0x28 / 8
        code    split_middle_1 - split_middle, 4, 5
        .short  0x40 / 8
        entry   split, split_middle, split_info
split_out_info:                         # chained without codes
        .byte   1 | 4 << 3, 0, 0, 0
        entry   split, split_middle, split_info
split_cold_info:                        # chained through two entries
        .byte   1 | 4 << 3, 0, 0, 0
        entry   split_middle, split_middle_end, split_middle_info
huge_info:
        .byte   1, huge_3 - huge, 9, 0
        code    huge_3 - huge, 5, 15
        .long   0x2008
        code    huge_2 - huge, 5, 14
        .long   0x3010
        code    huge_1 - huge, 1, 1
        .long   0x3018
        .short  0
frame_saves_info:
        .byte   1, frame_saves_5 - frame_saves, 7, 5 | 2 << 4
        code    frame_saves_5 - frame_saves, 4, 7
        .short  0x50 / 8
        code    frame_saves_4 - frame_saves, 4, 3
        .short  0x48 / 8
        code    frame_saves_3 - frame_saves, 3, 0
        code    frame_saves_2 - frame_saves, 2, 11
        code    frame_saves_1 - frame_saves, 0, 5
        .short  0
trapped_info:                           # an allocation above a machine frame with error code
        .byte   1, trapped_1 - trapped, 3, 0
        code    trapped_1 - trapped, 1, 0
        .short  0x158 / 8
        code    0, 10, 1
        .short  0

        .section .pdata,"dr"
        .p2align 2
        entry   __chkstk, chkstk_end, chkstk_info
        entry   assembled, assembled_end, assembled_info
        entry   version2, version2_end, version2_info
split_entry:
        entry   split, split_middle, split_info
        entry   split_middle, split_middle_end, split_middle_info
        entry   split_out, split_end, split_out_info
        entry   huge, huge_end, huge_info
        entry   frame_saves, frame_saves_end, frame_saves_info
        entry   unrelated, unrelated_end, split_entry + 1
        entry   split_cold, split_cold_end, split_cold_info
        entry   trapped, trapped_end, trapped_info
