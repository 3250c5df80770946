# The creator of a process, a thread or a driver chooses its name, and an administrator prints it. Here every text of every object is
# hostile: views show it, and the terminal obeys none of it.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $types = foreach ($type in (Get-TypeSample).Keys) { @{ Type = $type } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    # What terminals obey: the end of a line that views draw themselves is all that they may have of it.
    $obeyed = '[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]'
    # Ends the line, clears the screen, sets the title, colours, a C1 sequence, goes back, and turns the direction of writing. The
    # engine strips colours from what it draws, but not the rest.
    $evil = "!$([char] 10)$([char] 27)[2J$([char] 27)]0;t$([char] 7)$([char] 27)[31m$([char] 0x9b)5m$([char] 8)$([char] 13)$([char] 0x202e)$([char] 0x2028)$([char] 0x61c)$([char] 127)"

    # Makes the texts of a value hostile, inner objects included.
    function Edit-Text([object] $Value) {
        if ($null -eq $Value) { return $null }
        if ($Value -is [string]) { return $evil + $Value + $evil }
        if ($Value -is [valuetype]) { return $Value }
        if ($Value -is [byte[]]) { return , $Value }
        if ($Value -is [System.Collections.IEnumerable]) { return , @(foreach ($item in $Value) { Edit-Text $item }) }
        return Edit-Object $Value
    }

    # A copy with hostile texts, absent ones included.
    function Edit-Object([psobject] $Object, [string[]] $Text = @(), [string[]] $Spared = @()) {
        $copy = [ordered] @{}
        foreach ($property in $Object.PSObject.Properties) {
            if ($property.Name -eq 'PSPath') { continue }
            $value = $property.Value
            if ($property.Name -notin $Spared) { $value = Edit-Text $value }
            if ($null -eq $value -and $property.Name -in $Text) { $value = $evil }
            $copy[$property.Name] = $value
        }
        $hostile = [pscustomobject] $copy
        foreach ($name in $Object.PSObject.TypeNames) {
            if ($name -like 'KernelTriage.*') { $hostile.PSObject.TypeNames.Insert(0, $name) }
        }
        return $hostile
    }
}

Describe 'A view of hostile names' -Tag Simulated {
    It 'a view of hostile names is looked at for every type that has one' {
        $viewed = foreach ($file in [System.IO.Directory]::GetFiles("$(Get-RepositoryRoot)/module/KernelTriage", '*.format.ps1xml')) {
            [regex]::Matches([System.IO.File]::ReadAllText($file), '<Name>KernelTriage\.(\w+)<') | ForEach-Object { $_.Groups[1].Value }
        }
        @($viewed | Sort-Object -Unique) | Should -Be @((Get-TypeSample).Keys | Sort-Object)
    }

    It 'a view of hostile names would be seen to obey: nothing between it and this test takes a control character away' {
        $text = (Invoke-Script '[pscustomobject] @{ Name = $evil } | Format-List | Out-Default' -Variable @{ evil = $evil } -Render).Text
        $seen = @([regex]::Matches($text, $obeyed) | ForEach-Object { [int] [char] $_.Value })
        foreach ($code in 0x1b, 0x07, 0x08, 0x9b, 0x202e, 0x61c, 0x7f) { $seen | Should -Contain $code }
    }

    It 'a view of hostile names of a <Type> shows them and obeys none' -ForEach $types {
        $texts = @(Get-DocumentedProperty $Type | Where-Object Type -EQ String | ForEach-Object { $_.Name })
        # The view of memory computes with these.
        $spared = if ($Type -eq 'DumpMemory') { 'Address', 'Data' } else { @() }
        $hostile = Edit-Object (Get-SampleObject $Type)[0] -Text $texts -Spared $spared
        $run = Invoke-Script -Reuse -Render -Variable @{ here = $hostile } {
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($here))
            $host.UI.WriteLine('%%'); $here | Out-Default
            $host.UI.WriteLine('%%'); $back | Out-Default
            $host.UI.WriteLine('%%'); $here | Format-List | Out-Default
            $host.UI.WriteLine('%%'); $back | Format-List | Out-Default
        }
        $run.Error | Should -HaveCount 0
        $run.ErrorText | Should -BeNullOrEmpty
        $null, $drawn = $run.Text -split '%%\n'
        $drawn | Should -HaveCount 4
        foreach ($text in $drawn) {
            [regex]::Matches($text, $obeyed).Count | Should -Be 0
            ($text -replace '\n\s*').Contains('!\x0a\x1b') | Should -BeTrue
        }
    }

    It 'a view of hostile names works where the language is constrained, as on machines under App Control' {
        $thread = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock)[0]
        $thread.Name = "a$([char] 27)[2Jb"
        $run = Invoke-Script -Render -Language ConstrainedLanguage -Variable @{ thread = $thread } {
            $ExecutionContext.SessionState.LanguageMode
            , $thread | Out-Default
            , $thread | Format-List | Out-Default
        }
        $run.ErrorText | Should -BeNullOrEmpty
        $run.Text | Should -Match ConstrainedLanguage
        $run.Text | Should -Match '(?m)Query +a\\x1b\[2Jb$'
        $run.Text | Should -Match '(?m)^Name +: a\\x1b\[2Jb$'
        [regex]::Matches($run.Text, $obeyed).Count | Should -Be 0
    }

    It 'a view of hostile names spells every character as the executable does' {
        $thread = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock)[0]
        $expected = (Get-SourceFact).spelled
        $codes = @($expected.PSObject.Properties.Name)
        $codes.Count | Should -BeGreaterThan 60
        $found = & (Get-Module KernelTriage) {
            foreach ($code in 0..65535) {
                $text = ConvertTo-HarmlessText "$([char] $code)"
                if ($text -cne [char] $code) { "$code $text" }
            }
        }
        $found | Should -BeExactly @(foreach ($code in $codes) { "$code $($expected.$code)" })
        # The method goes the same way, and is slower.
        $byMethod = foreach ($code in 0..8300) {
            $text = $thread.Harmless("$([char] $code)")
            if ($text -cne [char] $code) { "$code $text" }
        }
        $byMethod | Should -BeExactly @(foreach ($code in $codes) { if ([int] $code -le 8300) { "$code $($expected.$code)" } })
        $thread.Harmless(@(12, "a$([char] 7)", $null)).Count | Should -Be 3
        $thread.Harmless([timespan]::FromSeconds(3)).TotalSeconds | Should -Be 3
    }
}

Describe 'A message about hostile names' -Tag Simulated {
    BeforeAll {
        # A file of this name, which is not there.
        $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), $evil)
    }

    It 'a message about hostile names is harmless in an error, and its target exact' {
        Get-KernelDump -LiteralPath $file -ErrorAction SilentlyContinue -ErrorVariable missing
        $object = [pscustomobject] @{ Name = $evil }
        Get-KernelStack -InputObject $object -ErrorAction SilentlyContinue -ErrorVariable refused
        $missing[-1].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Get-KernelDump'
        $refused[-1].FullyQualifiedErrorId | Should -BeExactly 'InvalidRequest,Get-KernelStack'
        foreach ($record in $missing[-1], $refused[-1]) {
            $text = "$record $($record.Exception.Message) $($record.CategoryInfo) $($record.ErrorDetails.RecommendedAction)"
            $text.Contains('!\x0a\x1b[2J') | Should -BeTrue
            [regex]::Matches($text, $obeyed).Count | Should -Be 0
            $text.Contains("`n") | Should -BeFalse
        }
        $missing[-1].TargetObject | Should -BeExactly $file
        $refused[-1].TargetObject.Name | Should -BeExactly $evil
    }

    It 'a message about hostile names is harmless as the host draws it: errors, verbose text, and what -WhatIf writes' {
        $run = Invoke-Script -Render -Variable @{ file = $file; evil = $evil } {
            Get-KernelDump -LiteralPath $file -Verbose
            $error[0].TargetObject -ceq $file
            New-LiveKernelDump ([System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), "$evil.dmp")) -Machine simulated:windows-11 -WhatIf
        }
        $run.Text | Should -Match True
        # JSON spells some of them its own way.
        $run.Text | Should -Match 'VERBOSE: .*!\\(u000a|n)\\u001b\[2J'
        $run.Text | Should -Match 'What if: .*!\\x0a\\x1b\[2J'
        # Where errors are drawn differs by host.
        $drawn = $run.Text + $run.ErrorText
        $drawn -replace '\n\s*\|?\s*' | Should -Match '!\\x0a\\x1b\[2J.* does not exist'
        [regex]::Matches($drawn, $obeyed).Count | Should -Be 0
    }

    It 'a message about hostile names is harmless in the menu of the Tab key, and exact in what is inserted' {
        $offered = & (Get-Module KernelTriage) { param($evil) ConvertTo-Completion $evil $evil $evil } $evil
        $offered.CompletionText | Should -BeExactly "'$evil'"
        $spelled = (Get-SourceFact).spelled
        $harmless = -join @(foreach ($character in $evil.ToCharArray()) { $text = $spelled."$([int] $character)"; if ($text) { $text } else { $character } })
        $offered.ListItemText | Should -BeExactly $harmless
        $offered.ToolTip | Should -BeExactly $harmless
    }
}
