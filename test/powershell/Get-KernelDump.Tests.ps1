BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $null = Get-KtriageRecord triage, --machine, simulated:w3wp-oplock, --pid, 4872, --destination, $folder, --max-threads-per-dump, 4
    $dump = [System.IO.Path]::Combine($folder, (Get-FileName $folder *.dmp)[0])
    $odd = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($folder, 'odd [names]')).FullName
    # A file with a byte order mark would not be needed for this, but the test is for Windows PowerShell too.
    $umlaut = [System.IO.Path]::Combine($odd, "$([char] 0xe4)rger $([char] 0x20ac).dmp")
    $bracket = [System.IO.Path]::Combine($odd, 'a [1].dmp')
    [System.IO.File]::Copy($dump, $bracket)
    [System.IO.File]::Copy($dump, $umlaut)
    function Get-Path([string] $Name) { [System.IO.Path]::Combine($folder, $Name) }
    [System.IO.File]::WriteAllText((Get-Path empty.dmp), '')
    [System.IO.File]::WriteAllText((Get-Path text.dmp), 'this is text, and no dump of any kind. ' * 500)
    [System.IO.File]::WriteAllBytes((Get-Path cut.dmp), [System.IO.File]::ReadAllBytes($dump)[0..49999])
}

Describe 'Get-KernelDump' -Tag Simulated {
    It 'Get-KernelDump gives what the dump holds, with types for what is inside' {
        $record = Get-KernelDump $dump
        $record.PSTypeNames[0] | Should -BeExactly 'KernelTriage.Dump'
        $record.Format, $record.Complete, $record.Simulated, $record.Architecture | Should -Be @('Triage', $true, $true, 'x64')
        $record.SystemTime.Kind | Should -Be Utc
        $record.UpTime | Should -BeOfType timespan
        $record.Threads[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.DumpThread'
        $record.Processes[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.DumpProcess'
        $record.Drivers[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.DumpDriver'
        $record.Threads.Count | Should -Be 4
    }

    It 'Get-KernelDump is the end of the pipeline that the README shows' {
        $threads = Get-KernelThread -Pid 4872 @on | Where-Object State -EQ Wait | Select-Object -First 20
        $dumps = @($threads | New-TriageDump -Destination (New-Folder) | Get-KernelDump)
        $inside = @($dumps | ForEach-Object { $_.Threads } | ForEach-Object { $_.Address })
        $dumps.Count | Should -BeGreaterThan 1
        $inside | Should -HaveCount 20
        @($threads | Where-Object { $inside -contains $_.ObjectAddress }) | Should -HaveCount 20
    }

    It 'Get-KernelDump binds wildcards, literal paths, strings and objects with a path' {
        @(Get-KernelDump (Get-Path w3wp*.dmp)).Count | Should -Be @(Get-FileName $folder w3wp*.dmp).Count
        @(Get-KernelDump -LiteralPath $bracket).Count | Should -Be 1
        @($dump, $dump | Get-KernelDump).Count | Should -Be 2
        @([pscustomobject] @{ FullName = $bracket } | Get-KernelDump).Count | Should -Be 1
        @([System.IO.FileInfo]::new($bracket) | Get-KernelDump).Count | Should -Be 1
        @(Get-KernelDump (Get-Path no-such-*.dmp)).Count | Should -Be 0
        @(@() | Get-KernelDump).Count | Should -Be 0
        (Get-KernelDump -LiteralPath $umlaut).Format | Should -Be Triage
    }

    It 'Get-KernelDump reads the good files and reports each bad one' {
        $paths = foreach ($name in 'empty.dmp', 'text.dmp', 'cut.dmp', 'missing.dmp') { Get-Path $name }
        $records = @(Get-KernelDump ($paths + $dump) -ErrorAction SilentlyContinue -ErrorVariable failures)
        # Of the file that was cut off, what is left is read too.
        $records.Complete | Should -Be @($false, $true)
        @($failures | ForEach-Object { "$($_.FullyQualifiedErrorId) $([System.IO.Path]::GetFileName($_.TargetObject))" }) | Should -Be @(
            'DumpTruncated,Get-KernelDump empty.dmp'
            'NotADump,Get-KernelDump text.dmp'
            'DumpTruncated,Get-KernelDump cut.dmp'
            'FileNotFound,Get-KernelDump missing.dmp'
        )
    }

    It 'Get-KernelDump reports a path on a drive that is not there, once' {
        $places = 'Nowhere:\a.dmp', 'Nowhere:\*.dmp', 'NoProvider::a.dmp'
        # -ErrorVariable also has the exception that the module catches.
        $run = Invoke-Script 'foreach ($place in $places) { Get-KernelDump $place }; New-TriageDump -Id 4872 -Destination $places[0] @on' -Variable @{ places = $places; on = $on }
        $run.Output | Should -HaveCount 0
        @($run.Error | ForEach-Object { "$($_.FullyQualifiedErrorId) $($_.TargetObject)" }) | Should -Be @(
            $places | ForEach-Object { "InvalidPath,Get-KernelDump $_" }
            "InvalidPath,New-TriageDump $($places[0])"
        )
        "$($run.Error[0])" | Should -Match Nowhere
    }

    It 'Get-KernelDump adds the raw header on request' {
        $field = (Get-KernelDump $dump -Raw).RawHeader[0]
        $field.PSTypeNames[0] | Should -BeExactly 'KernelTriage.RawHeaderField'
        $field.Offset, $field.Name, $field.Value | Should -Be @(0, 'Signature', '0x45474150')
    }

    It 'Get-KernelDump has views for dumps, as a table and as a list, and for what is inside' {
        $text = (Invoke-Script -Render -Variable @{ dump = $dump } {
                $d = Get-KernelDump $dump; $d | Out-Default; $d | Format-List; $d.Threads | Out-Default; $d.Drivers | Select-Object -First 1
            }).Text
        $text | Should -Match 'Format +State +Build Time \(UTC\) +BugCheck +Threads File\n.*\nTriage +Complete +19041'
        $text | Should -Match '(?m)^BugCheckCode +: 0x69696969$'
        $text | Should -Match 'Process: w3wp\.exe \(4872\) in w3wp'
        $text | Should -Match 'ntoskrnl\.exe'
    }
}
