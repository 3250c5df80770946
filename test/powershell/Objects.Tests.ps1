# docs/objects.md is what scripts rely on: real objects are what it names.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $types = foreach ($type in (Get-TypeSample).Keys) { @{ Type = $type } }
    $commands = Get-PublicName
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    # The .NET types that a word of the document means, in PowerShell 7 and in Windows PowerShell.
    $dotnet = @{
        String = '^System\.String$'
        Boolean = '^System\.Boolean$'
        DateTime = '^System\.DateTime$'
        integer = '^System\.(Int32|Int64|Numerics\.BigInteger|Decimal)$'
        number = '^System\.(Double|Decimal|Int32|Int64)$'
        object = 'PSCustomObject$'
        array = '\[\]$|List`1|^KernelTriage(Text|Value|Object)List$'
        added = '^System\.'
    }
}

Describe 'docs/objects.md' -Tag Simulated {
    It 'docs/objects.md names every type that a function gives' {
        $text = [System.IO.File]::ReadAllText("$(Get-RepositoryRoot)/docs/objects.md")
        [regex]::Matches($text, '(?m)^Given by').Count | Should -BeGreaterThan 10
        (Get-TypeSample).Keys | Where-Object { -not (Get-DocumentedProperty $_) } | Should -BeNullOrEmpty
    }

    It 'docs/objects.md has every property that the help of <_> lists' -ForEach @($commands | Where-Object { $_ -notin 'Export-KernelStack', 'Unregister-KernelTriageWatch' }) {
        $text = [System.IO.File]::ReadAllText("$(Get-RepositoryRoot)/module/KernelTriage/Public/$_.ps1").Replace("`r", '')
        $outputs = [regex]::Match($text, '(?s)\.OUTPUTS\n(.*?)\n\s+\.[A-Z]+\n').Groups[1].Value
        $described = [regex]::Matches($outputs, '(?m)^ +KernelTriage\.(\w+)\n([\s\S]*?)(?=^ +KernelTriage\.|\z)')
        $described.Count | Should -BeGreaterThan 0
        foreach ($match in $described) {
            $type = $match.Groups[1].Value
            $prose = $match.Groups[2].Value -replace '\([^)]*\)' -replace '^[^:,]*:'
            $listed = @([regex]::Split($prose, ',|\band\b|\.\s') | ForEach-Object { $_.Trim() -replace '\.$' } | Where-Object { $_ -cmatch '^[A-Z]\w+$' })
            $listed.Count | Should -BeGreaterThan 1 -Because $type
            $known = @((Get-DocumentedProperty $type).Name)
            $listed | Where-Object { $known -cnotcontains $_ } | Should -BeNullOrEmpty -Because $type
        }
    }

    It 'docs/objects.md describes the object of <Type>' -ForEach $types {
        $object = (Get-SampleObject $Type)[0]
        $object.PSTypeNames | Should -Contain "KernelTriage.$Type"
        $rows = @(Get-DocumentedProperty $Type)
        @($object.PSObject.Properties.Name) | Where-Object { $rows.Name -cnotcontains $_ } | Should -BeNullOrEmpty
        foreach ($row in $rows) {
            $value = $object.($row.Name)
            if ($row.Always) { $null -eq $value | Should -BeFalse -Because "$($row.Name) is always there" }
            if ($null -ne $value) {
                $pattern = $dotnet[$row.Type.Split(' ')[0]]
                if (-not $pattern) { $pattern = 'PSCustomObject$' }
                $value.GetType().FullName | Should -Match $pattern -Because $row.Name
            }
        }
    }

    It 'Export-Csv and ConvertTo-Json of <Type> hold text in place of names of types' -ForEach $types {
        # Select-Object -First would put a type name of its own on the very samples, which other files use.
        $samples = Get-SampleObject $Type
        $objects = $samples[0..([math]::Min(3, $samples.Count) - 1)]
        $texts = @($objects | ConvertTo-Csv -NoTypeInformation) + @($objects | ConvertTo-Json -WarningAction SilentlyContinue)
        @($texts -match 'System\.Object|System\.Collections|System\.Byte|System\.Management|KernelTriage\w+List') | Should -BeNullOrEmpty
        # The text of a DateTime has no zone, so its text with the zone is beside it.
        foreach ($row in $objects | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv) {
            foreach ($time in $objects[0].PSObject.Properties | Where-Object { $_.Value -is [datetime] -and $_.Name -notlike '*RunTime' }) {
                if ($row.($time.Name)) { $row."$($time.Name)Utc" | Should -Match '^\d{4}-\d\d-\d\dT[\d:.]+Z$' -Because $time.Name }
            }
        }
    }
}

Describe 'Lists of records' -Tag Simulated {
    It 'the lists of a record are lists, whose text survives the thread job that made them' {
        $sample = (Get-SampleObject WaitChain)[0]
        $sample.Lines.Length | Should -Be $sample.Lines.Count
        $sample.Lines[0] | Should -BeOfType string
        @((Get-SampleObject TriagePlan)[0].ThreadIds)[0] + 1 | Should -BeOfType System.ValueType
        if ($PSVersionTable.PSVersion -ge [version] '7.4') { "$($sample.Lines.ToString())" | Should -BeExactly ($sample.Lines -join '; ') }
    }
}
