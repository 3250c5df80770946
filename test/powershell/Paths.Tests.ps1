BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    # Letters that a shell, a wildcard or a careless join would make something else of.
    $odd = "it's [1] of 2 & `$x; $([char] 0xfc) $([char] 0xe9) e$([char] 0x301) $([char]::ConvertFromUtf32(0x1f600)) $([char] 0x5d0)$([char] 0x5d1)"
    $place = New-Folder
    foreach ($name in $odd, '-dash') { $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($place, $name)) }
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $live = $on + @{ Confirm = $false }
    # Runs a script in a folder; what it writes are paths, counts and errors.
    function Invoke-There([string] $Script, [hashtable] $Variable = @{}, [string] $Folder = $place) {
        Invoke-Script "Set-Location -LiteralPath `$here_`n$Script" -Variable ($Variable + @{ here_ = $Folder; on = $on; live = $live; odd = $odd })
    }
}

Describe 'Paths' -Tag Simulated, Windows {
    It 'paths are written to exactly, and read back from what was written' {
        $run = Invoke-There {
            $t = Get-KernelThread -Id 4872 @on | Select-Object -First 1
            $d = $t | New-TriageDump -Destination $odd -FileName '[a] *? {tid}'
            $d.Path
            @($d | Get-KernelDump).Count; @($d | Get-KernelStack).Count; @($d | Get-KernelDebuggerCommand).Count -gt 0
            @(Get-KernelDump -LiteralPath $d.Path).Count
            (New-LiveKernelDump "$odd/[b].dmp" @live).Path
            (New-LiveKernelDump -Path '-dash/-c.dmp' @live).Path
            @(Test-KernelDumpReadiness -Destination $odd -ReportPath "$odd/[r].json" @on).Count -gt 20
        }
        $run.Error | Should -HaveCount 0
        $dump, $second, $third, $report = foreach ($parts in @($odd, '[a] __ 10276.dmp'), @($odd, '[b].dmp'), @('-dash', '-c.dmp'), @($odd, '[r].json')) {
            [System.IO.Path]::Combine($place, $parts[0], $parts[1])
        }
        $run.Output | Should -BeExactly @($dump, 1, 1, $true, 1, $second, $third, $true)
        foreach ($file in $dump, $second, $third, $report) { [System.IO.File]::Exists($file) | Should -BeTrue -Because $file }
    }

    It 'paths are refused by name, and nothing is written, where they name something else' {
        $before = Get-FileName $place -Below
        $capture = 'Get-KernelThread -Id 4872 @on | Select-Object -First 1 | New-TriageDump -Destination'
        $file = 'New-LiveKernelDump @live -Path'
        $report = 'Test-KernelDumpReadiness -Machine simulated:idle -ReportPath'
        $elsewhere = 'Env:x', 'Variable:x', 'nodrive:x', 'a.dmp:b', 'NoProvider::x'
        $asked = @(
            foreach ($text in $elsewhere) { foreach ($command in $capture, $file, $report) { , @($command, $text) } }
            foreach ($text in 'NUL', 'NUL .dmp', 'a.dmp.', 'a*.dmp') { foreach ($command in $file, $report) { , @($command, $text) } }
            foreach ($text in $elsewhere) { foreach ($name in '-Path', '-LiteralPath') { , @("Get-KernelDump $name", $text) } }
            , @('Get-KernelStack -LiteralPath', 'nodrive:x')
            , @('Get-KernelDebuggerCommand -Path', 'nodrive:*')
        )
        $run = Invoke-There (@(foreach ($each in $asked) { "$($each[0]) '$($each[1])'" }) -join "`n")
        $run.Output | Where-Object { $_ -is [string] } | Should -BeNullOrEmpty
        $run.Error | Should -HaveCount $asked.Count
        foreach ($index in 0..($asked.Count - 1)) {
            $run.Error[$index].FullyQualifiedErrorId | Should -Match '^Invalid(Path|Request),' -Because "$($asked[$index])"
            "$($run.Error[$index])".Contains($asked[$index][1].Replace('NoProvider::x', 'NoProvider')) | Should -BeTrue -Because "$($asked[$index])"
        }
        Get-FileName $place -Below | Should -Be $before
    }

    It 'paths that are not there are named in an error' {
        $missing = [System.IO.Path]::Combine($place, 'no[1]*')
        $run = Invoke-There 'Get-KernelDump -LiteralPath "$missing.dmp"; Get-KernelThread -Id 4872 @on | Select-Object -First 1 | New-TriageDump -Destination $missing' @{ missing = $missing }
        # The wildcards of a literal path are letters; on Windows no folder can have such a name.
        $folder = if (Test-Windows) { 'InvalidPath' } else { 'DestinationNotFound' }
        $run.Error.FullyQualifiedErrorId | Should -BeExactly @('FileNotFound,Get-KernelDump', "$folder,New-TriageDump")
    }
}

Describe 'Paths on Windows' -Tag Windows {
    It 'paths on Windows may be literal, and folders may be named as devices nowhere' {
        $folder = New-Folder
        $run = Invoke-There -Folder $folder -Variable @{ folder = $folder } {
            (New-LiveKernelDump "\\?\$folder\a.dmp" @live).Path
            $t = Get-KernelThread -Id 4872 @on | Select-Object -First 1
            foreach ($d in 'NUL', 'aux', "\\.\$folder", "$folder.", 'HKLM:\SOFTWARE') { $t | New-TriageDump -Destination $d }
        }
        $run.Output | Should -BeExactly "\\?\$folder\a.dmp"
        @($run.Error | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' }) | Should -Be @('InvalidPath', 'InvalidPath', 'InvalidPath', 'InvalidPath', 'InvalidRequest')
        Get-FileName $folder | Should -Be a.dmp
    }
}
