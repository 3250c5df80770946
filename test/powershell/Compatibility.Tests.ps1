# What Windows PowerShell 5.1 cannot do, found by the engine's own parser, so that any PowerShell can look for it.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $root = Get-RepositoryRoot
    # As a user would write it, and what the finding has to name.
    $tooNew = @(
        , @('$a ?? 1', '\?\?')
        , @('$a ??= 1', '\?\?=')
        , @('(f)?.Length', '\?\.')
        , @('(f)?[0]', '\?\[\]')
        , @('$a?.Length', 'variable')
        , @('f && g', '&&')
        , @('f || g', '\|\|')
        , @('$a ? 1 : 2', 'ternary')
        , @('function f { clean { 1 } }', 'clean')
        , @('f &', 'background')
        , @("'a'`n| f", 'begins with \|')
        , @('0b101', 'number')
        , @('5n', 'number')
        , @('0x1Fus', 'number')
        , @('"`e[0m"', 'escape')
        , @('"$("`u{1F600}")"', 'escape')
        , @('$a.Cast[int]()', 'type arguments')
        , @('''a'' -replace ''b'', { $_ }', 'script block')
        , @('ConvertFrom-Json $a -AsHashtable', '-AsHashtable')
        , @('Microsoft.PowerShell.Utility\ConvertFrom-Json $a -Depth 3', '-Depth')
        , @('1 | ForEach-Object -Parallel { $_ }', '-Parallel')
        , @('Join-Path a b c', 'Join-Path')
        , @('if ($IsWindows) { 1 }', 'IsWindows')
        , @('[System.Text.Json.JsonDocument]::Parse("1")', 'System\.Text\.Json')
        , @('function f { param([ArgumentCompletions(''a'')] $b) }', 'ArgumentCompletions')
        , @('[System.Span[byte]]::Empty', 'System\.Span')
        , @('[System.Collections.Generic.List[System.Half]] $a', 'System\.Half')
        , @('[ushort] 1', 'ushort')
        , @('[ulong] 1', 'ulong')
        , @('[short[]] $a', 'short')
        , @('[uint] 1', 'uint')
        , @('''a''..''z''', 'range of characters')
        , @('function f { param([ValidateNotNullOrWhiteSpace()] [string] $a) }', 'ValidateNotNullOrWhiteSpace')
        , @('[Math]::Clamp(1, 2, 3)', 'Clamp')
        , @('[System.Convert]::ToHexString($a)', 'ToHexString')
        , @('$start.ArgumentList.Add("a")', 'ArgumentList')
        , @('[System.IO.Path]::GetRelativePath($a, $b)', 'GetRelativePath')
        , @('[System.Security.Cryptography.SHA256]::HashData($a)', 'HashData')
        , @('$a.Replace(''a'', ''b'', ''Ordinal'')', 'Replace with a comparison')
        , @('$a.Contains(''a'', ''OrdinalIgnoreCase'')', 'Contains with a comparison')
        , @('$a.Split('', '')', 'Split')
        , @('if (', 'syntax')
    ) | ForEach-Object { @{ Text = $_[0]; Rule = $_[1] } }
    # Looks alike and is fine in 5.1.
    $fine = @(
        '[ordered] @{ a = 1 }'
        '0x1F; 12; 1.5; 10kb; 0x10L; 1e3; 0x0b; 1d'
        "f |`n g"
        '"a ``e `t `"b`" $($c)"'
        'Join-Path a b'
        '''a'' -replace ''b'', ''c'''
        '[System.Collections.Generic.List[string]]::new()'
        'ConvertFrom-Json -InputObject $a'
        '$a = if ($b) { 1 } else { 2 }'
        'Get-Content a -Raw | ForEach-Object { $_ }'
        '1..3; $a..$b; ''1''..''3'''
        '[uint32] 1; [uint16] 1; [int16] 1; [uint64[]] $a; [System.Collections.Generic.Dictionary[string, int]]::new()'
        '$a.Replace(''a'', ''b''); $a.Contains(''b''); $a.Split('',''); $a.Split([char[]] '', ''); $a.Trim()'
        '[Math]::Min(1, 2); [System.IO.Path]::Combine($a, $b); $start.Arguments'
        'function f { param([ValidateNotNullOrEmpty()] [string] $a) }'
    ) | ForEach-Object { @{ Text = $_ } }
    $below = {
        param($folder, $pattern)
        [System.IO.Directory]::GetFiles("$root/$folder", '*', 'AllDirectories') | Where-Object { $_ -match $pattern } |
            ForEach-Object { @{ File = $_; Name = $_.Substring($root.Length + 1) } }
    }
    # Test files are written for 5.1 too, but for the texts of this one.
    $scripts = @(& $below module '\.ps(1|m1|d1)$') + @(& $below docs '\.ps1$') + @(& $below src '\.ps1$') + @(& $below test '\.ps(1|m1|d1)$') + @(@{ File = "$root/build.ps1"; Name = 'build.ps1' })
    $documents = @(& $below module '\.ps1xml$')
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    . "$PSScriptRoot/CompatibilityLint.ps1"
}

Describe 'Compatibility with Windows PowerShell 5.1' -Tag Simulated {
    It 'compatibility with Windows PowerShell 5.1 is checked by a rule that finds <Text>' -ForEach $tooNew {
        $rules = @(Find-CompatibilityProblem $Text | ForEach-Object { $_.Rule }) -join '; '
        # What 5.1 itself cannot parse has no tree for a rule to look at: there the syntax error is the finding.
        if ($PSVersionTable.PSVersion.Major -lt 7 -and $rules -match '(^|; )syntax') { return }
        $rules | Should -Match $Rule
    }

    It 'compatibility with Windows PowerShell 5.1 is checked by rules that let pass <Text>' -ForEach $fine {
        Find-CompatibilityProblem $Text | Should -BeNullOrEmpty
    }

    It 'compatibility with Windows PowerShell 5.1 holds for <Name>' -ForEach $scripts {
        @(Find-FileCompatibilityProblem $File | ForEach-Object { "$($_.Line) $($_.Rule) $($_.Text)" }) | Should -BeNullOrEmpty
    }

    It 'compatibility with Windows PowerShell 5.1 holds for the scripts inside <Name>' -ForEach $documents {
        @(Find-XmlCompatibilityProblem $File | ForEach-Object { "$($_.Line) $($_.Rule) $($_.Text)" }) | Should -BeNullOrEmpty
    }

    It 'compatibility with Windows PowerShell 5.1 is checked for every script, and for every file of types and views' -TestCases @{ Counts = @($scripts.Count, $documents.Count) } {
        $Counts[0] | Should -BeGreaterThan 60
        $Counts[1] | Should -BeGreaterThan 3
    }

    It 'compatibility with Windows PowerShell 5.1 is checked inside files of types and views' {
        $file = [System.IO.Path]::Combine((New-Folder), 'a.ps1xml')
        $places = 'ScriptBlock', 'GetScriptBlock', 'SetScriptBlock', 'Script'
        [System.IO.File]::WriteAllText($file, "<a>$(-join @($places | ForEach-Object { "<$_>[Math]::Clamp(1, 2, 3)</$_>" }))</a>")
        @(Find-XmlCompatibilityProblem $file).Rule | Should -HaveCount $places.Count
    }
}
