// Stands in for frames.s, and holds prologs of the canonical forms that compilers seldom make.

        .text
        .globl  assembled
assembled:
        ret

        .globl  __chkstk
__chkstk:
        ret

// Homes its arguments and saves vector registers as well.
        .globl  homed
        .seh_proc homed
homed:
        stp     x19, x20, [sp, #-112]!
        .seh_save_regp_x x19, 112
        str     x30, [sp, #16]
        .seh_save_reg x30, 16
        stp     d8, d9, [sp, #24]
        .seh_save_fregp d8, 24
        stp     x0, x1, [sp, #40]
        .seh_nop
        stp     x2, x3, [sp, #56]
        .seh_nop
        stp     x4, x5, [sp, #72]
        .seh_nop
        stp     x6, x7, [sp, #88]
        .seh_nop
        sub     sp, sp, #48
        .seh_stackalloc 48
        .seh_endprologue
        mov     x19, x0
        mov     x20, x1
        bl      assembled
        .seh_startepilogue
        add     sp, sp, #48
        .seh_stackalloc 48
        ldp     d8, d9, [sp, #24]
        .seh_save_fregp d8, 24
        ldr     x30, [sp, #16]
        .seh_save_reg x30, 16
        ldp     x19, x20, [sp], #112
        .seh_save_regp_x x19, 112
        .seh_endepilogue
        ret
        .seh_endproc

// Consecutive pairs by `save_next`, and a frame register that is inside the frame.
        .globl  consecutive
        .seh_proc consecutive
consecutive:
        stp     x19, x20, [sp, #-80]!
        .seh_save_regp_x x19, 80
        stp     x21, x22, [sp, #16]
        .seh_save_next
        stp     x23, x24, [sp, #32]
        .seh_save_next
        stp     x29, x30, [sp, #48]
        .seh_save_fplr 48
        add     x29, sp, #48
        .seh_add_fp 48
        .seh_endprologue
        mov     x19, x0
        mov     x23, x1
        sub     sp, sp, #256
        bl      assembled
        mov     x20, x0
        .seh_startepilogue
        sub     sp, x29, #48
        .seh_add_fp 48
        ldp     x29, x30, [sp, #48]
        .seh_save_fplr 48
        ldp     x23, x24, [sp, #32]
        .seh_save_next
        ldp     x21, x22, [sp, #16]
        .seh_save_next
        ldp     x19, x20, [sp], #80
        .seh_save_regp_x x19, 80
        .seh_endepilogue
        ret
        .seh_endproc
