# The whole way on Windows code: the module on PowerShell for Windows starts ktriage.exe, which captures from a stand-in for the kernel
# (test/windows-stand-in/pipeline.test.ts). The facts name what the scenario of the stand-in holds.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $facts = Get-Prepared
    Import-Module $facts.module -Force
    # The addresses of the data blocks of a triage dump, read without the product: the offset of the array at 0x2078, the count at 0x207C,
    # entries of 16 bytes (mindumpdef.h, TRIAGE_DUMP64).
    function Get-BlockAddress([string] $Path) {
        $bytes = [System.IO.File]::ReadAllBytes($Path)
        $at = [System.BitConverter]::ToUInt32($bytes, 0x2078)
        foreach ($index in 0..([System.BitConverter]::ToUInt32($bytes, 0x207c) - 1)) { '{0:x16}' -f [System.BitConverter]::ToUInt64($bytes, $at + 16 * $index) }
    }
}

Describe 'The module on PowerShell for Windows' -Tag Prepared {
    It 'the module on PowerShell for Windows runs on Windows, as far as it can find out' {
        [System.Environment]::OSVersion.Platform | Should -Be Win32NT
    }

    It 'the module on PowerShell for Windows lists what the kernel has' {
        $listed = Get-KernelThread w3wp | Where-Object State -EQ Wait | ForEach-Object { "$($_.ThreadId) $($_.WaitReason)" }
        $listed | Should -BeExactly @($facts.waiting | ForEach-Object { "$($_.id) $($_.reason)" })
    }

    It 'the module on PowerShell for Windows captures what the pipeline selects, and its verdicts are those of the kernel and of the files' {
        $dumps = Get-KernelThread w3wp | Where-Object State -EQ Wait |
            New-TriageDump -Destination $facts.destination -VerdictVariable verdicts -ErrorAction SilentlyContinue
        $blocks = @{}
        foreach ($dump in $dumps) { $blocks[$dump.Path] = @(Get-BlockAddress $dump.Path) }
        @($verdicts | ForEach-Object { "$($_.ThreadId) $($_.Verdict)" } | Sort-Object) | Should -BeExactly @($facts.waiting | ForEach-Object { "$($_.id) $($_.verdict)" } | Sort-Object)
        $objects = @{}
        foreach ($thread in $facts.waiting) { $objects[$thread.id] = $thread.object }
        foreach ($verdict in $verdicts | Where-Object Verdict -EQ Captured) { $blocks[$verdict.Path] | Should -Contain $objects[[long] $verdict.ThreadId] }
    }

    It 'the module on PowerShell for Windows takes a live dump, and draws its trace as it was published' {
        $run = Invoke-Script -Render -Module $facts.module -Variable @{ live = [System.IO.Path]::Combine($facts.destination, 'live.dmp') } {
            $all = @(New-LiveKernelDump $live -Trace -Force -Confirm:$false)
            $all[0..($all.Count - 2)] | Out-Default
            $all[-1].Verified; $all[-1].PhaseSource
        }
        # Each event begins with its time, and is drawn over as many lines as the console needs.
        $drawn = @([regex]::Split(($run.Text -replace '[\r\n]'), '\d\d\.\d{7} '))
        $published = @($facts.listing)
        $drawn[1..($published.Count - 1)] | Should -BeExactly $published[0..($published.Count - 2)]
        $run.Text.Contains($published[-1]) | Should -BeTrue
        $run.Text | Should -Match 'True\s+Events\s*$'
    }
}
