BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $types = foreach ($type in (Get-TypeSample).Keys) { @{ Type = $type } }
    $tables = foreach ($file in [System.IO.Directory]::GetFiles("$(Get-RepositoryRoot)/module/KernelTriage", '*.format.ps1xml')) {
        foreach ($view in ([xml] [System.IO.File]::ReadAllText($file)).SelectNodes('//View[TableControl/TableHeaders]')) {
            @{ Name = $view.Name; Width = @(foreach ($column in $view.SelectNodes('TableControl/TableHeaders/TableColumnHeader')) { [int] "0$($column.Width)" }) }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    function Get-ListedName([string] $Text) { @([regex]::Matches($Text, '(?m)^(\w+) +:') | ForEach-Object { $_.Groups[1].Value } | Sort-Object) }
}

Describe 'A view' -Tag Simulated {
    It 'a view of a <Type> is kept, and its list complete, after the object has been somewhere else' -ForEach $types {
        $object = (Get-SampleObject $Type)[0]
        $object.PSTypeNames[0] | Should -Not -BeLike 'Selected.*'
        $run = Invoke-Script -Reuse -Render -Variable @{ here = $object } {
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($here))
            $host.UI.WriteLine("%%$($here.PSTypeNames[0])"); $here | Out-Default
            $host.UI.WriteLine("%%$($back.PSTypeNames[0])"); $back | Out-Default
            $host.UI.WriteLine('%%'); $here | Format-List | Out-Default
            $host.UI.WriteLine('%%'); $back | Format-List | Out-Default
            $host.UI.WriteLine('%%'); $here | Format-List * | Out-Default
        }
        $run.ErrorText | Should -BeNullOrEmpty
        $null, $here, $back, $list, $listBack, $everything = $run.Text -split '%%'
        $here | Should -MatchExactly "^KernelTriage\.$Type\n"
        $back | Should -BeExactly "Deserialized.$here"
        # Not the table that the engine makes for a type without a view.
        $here.Trim().Split("`n").Count | Should -BeGreaterThan 1
        $list | Should -Match '(?m)^\w+ +: \S'
        $list | Should -Not -Match '@\{|System\.(Object|Management)'
        Get-ListedName $listBack | Should -Be (Get-ListedName $list)
        $shown = Get-ListedName $everything
        $object.PSObject.Properties.Name | Where-Object { $shown -cnotcontains $_ } | Should -BeNullOrEmpty
    }

    # A view whose script asks for what is not there draws nothing in its place, and writes no error.
    It 'a view of a <Type> is the same in strict mode' -ForEach $types {
        # What the first has, another may lack: one for each set of properties, and some dozens.
        $given = @(Get-SampleObject $Type)
        # Select-Object -First would change the type of the samples, which other tests share.
        $some = $given[0..([System.Math]::Min(39, $given.Count - 1))]
        $different = @($given | Group-Object { @($_.PSObject.Properties | Where-Object { $null -ne $_.Value } | ForEach-Object Name) -join ' ' } | ForEach-Object { $_.Group[0] })
        $run = Invoke-Script -Reuse -Render -Variable @{ all = @($some) + $different } {
            $host.UI.WriteLine('%%')
            $all | Out-Default; $all | Format-List | Out-Default
            $host.UI.WriteLine('%%')
            Set-StrictMode -Version Latest
            $all | Out-Default; $all | Format-List | Out-Default
        }
        $run.ErrorText | Should -BeNullOrEmpty
        $null, $easy, $strict = $run.Text -split '%%\n'
        $easy.Trim() | Should -Not -BeNullOrEmpty
        $strict | Should -BeExactly $easy
    }

    It 'a view is there for every table that is looked for' { $tables.Count | Should -BeGreaterThan 12 } -TestCases @{ tables = $tables }

    # Consoles of remote sessions have 80 characters a line, and PowerShell uses one less. It squeezes the last column that has some room
    # left, down to a single character with its heading wrapped below it; a column that has none falls away.
    It 'the view <Name> fits into 80 characters, or loses a whole column' -ForEach $tables {
        # Tables with a column of no width at their end give it what is left.
        if ($Width.Count -gt 1) { $Width[0..($Width.Count - 2)] | Should -Not -Contain 0 }
        $fixed = @($Width | Where-Object { $_ -gt 0 })
        $left = 79 - (($fixed | Measure-Object -Sum).Sum + $fixed.Count - 1)
        $left | Should -BeGreaterOrEqual 0
        if ($fixed.Count -lt $Width.Count) { ($left -lt 2 -or $left -gt 12) | Should -BeTrue -Because "$left left" }
    }
}
