BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 28 } | New-TriageDump -Destination $folder -MaxThreadsPerDump 14
    $dumps = [System.IO.Path]::Combine($folder, '*.dmp')
    $stacks = @(Get-ChildItem $dumps | Get-KernelStack)
    function Get-FoldedTotal([string] $File) {
        $total = 0
        foreach ($line in [System.IO.File]::ReadAllLines($File)) { $total += [int] $line.Split(' ')[-1] }
        $total
    }
}

Describe 'Export-KernelStack' -Tag Simulated {
    It 'Export-KernelStack returns the file of several dumps, in the format of its extension' {
        $file = Export-KernelStack ([System.IO.Path]::Combine($folder, 'all.folded')) $dumps
        $file | Should -BeOfType System.IO.FileInfo
        Get-FoldedTotal $file.FullName | Should -Be 28
        $json = Export-KernelStack -Path $dumps -Destination ([System.IO.Path]::Combine($folder, 'all.txt')) -Format Json
        @(([System.IO.File]::ReadAllText($json.FullName) | ConvertFrom-Json).threads) | Should -HaveCount 28
    }

    It 'Export-KernelStack writes the stacks that are piped, as they are, and with -PassThru gives them on' {
        $target = [System.IO.Path]::Combine($folder, 'some.folded')
        $given = @($stacks | Select-Object -First 5 | Export-KernelStack $target -PassThru)
        $given | Should -HaveCount 5
        $given[0].PSTypeNames | Should -Contain 'KernelTriage.KernelStack'
        Get-FoldedTotal $target | Should -Be 5
        $groups = @($stacks | Group-KernelStack)
        $file = $groups[0] | Export-KernelStack ([System.IO.Path]::Combine($folder, 'group.folded'))
        Get-FoldedTotal $file.FullName | Should -Be $groups[0].Count
    }

    It 'Export-KernelStack writes the report, and with -Redact no name of a file or a share in it' {
        $file = Export-KernelStack ([System.IO.Path]::Combine($folder, 'report.html')) $dumps
        $text = [System.IO.File]::ReadAllText($file.FullName)
        $text | Should -Match '^<!doctype html>'
        $text | Should -Match 'default\.aspx'
        $text | Should -Match 'Skip to the answer'
        $file = Export-KernelStack ([System.IO.Path]::Combine($folder, 'redacted.html')) $dumps -Redact
        $text = [System.IO.File]::ReadAllText($file.FullName)
        $text | Should -Match '^<!doctype html>'
        $text | Should -Not -Match 'default\.aspx|fileserver|wwwroot'
    }

    It 'Export-KernelStack draws the causes that are piped' {
        $file = Get-ChildItem $dumps | Get-KernelWaitChain | Export-KernelStack ([System.IO.Path]::Combine($folder, 'causes.dot'))
        [System.IO.File]::ReadAllText($file.FullName) | Should -Match 'more threads'
    }

    It 'Export-KernelStack replaces no file without -Force, and touches nothing with -WhatIf' {
        $target = [System.IO.Path]::Combine($folder, 'kept.folded')
        [System.IO.File]::WriteAllText($target, 'kept')
        { $stacks | Export-KernelStack $target } | Should -Throw -ErrorId 'FileExists,Export-KernelStack'
        [System.IO.File]::ReadAllText($target) | Should -Be 'kept'
        $stacks | Export-KernelStack $target -Force -WhatIf
        [System.IO.File]::ReadAllText($target) | Should -Be 'kept'
        $null = $stacks | Export-KernelStack $target -Force
        Get-FoldedTotal $target | Should -Be 28
    }

    It 'Export-KernelStack writes nothing when no dump could be read, and names each' {
        $target = [System.IO.Path]::Combine($folder, 'nothing.folded')
        { Export-KernelStack $target ([System.IO.Path]::Combine($folder, 'none.dmp')) } | Should -Throw -ErrorId 'FileNotFound,Export-KernelStack'
        [System.IO.File]::Exists($target) | Should -Be $false
        { Export-KernelStack ([System.IO.Path]::Combine($folder, 'odd.xyz')) $dumps } | Should -Throw -ErrorId 'InvalidRequest*'
    }
}

Describe 'Stacks and groups as data' -Tag Simulated {
    It 'Export-Csv of stacks and groups has readable columns' {
        foreach ($rows in $stacks, @($stacks | Group-KernelStack)) {
            $csv = @($rows | ConvertTo-Csv -NoTypeInformation)
            $csv[0] | Should -Match '"StackText"'
            ($csv -join "`n") | Should -Not -Match 'System\.Object\[\]|System\.Collections|@\{'
            ($csv -join "`n") | Should -Match 'rdbss!_RxAcquireFcb'
        }
    }

    It 'ConvertTo-Json of stacks and groups keeps the stack as text' {
        ($stacks[0] | ConvertTo-Json -Depth 4 | ConvertFrom-Json).StackText | Should -Match '^nt!'
        (@($stacks | Group-KernelStack)[0] | ConvertTo-Json -Depth 1 -WarningAction SilentlyContinue | ConvertFrom-Json).StackText | Should -Match '^nt!'
    }
}
