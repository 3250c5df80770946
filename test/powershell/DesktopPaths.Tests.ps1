# The module does some things for Windows PowerShell alone. Its own variable sends any engine that way, which must then give what it
# gives otherwise. What .NET Framework does differently only Windows PowerShell can show.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $types = foreach ($type in (Get-TypeSample).Keys) { @{ Type = $type } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $sent = '& (Get-Module KernelTriage) { $script:IsWindowsPowerShell = $true }'
    # A measured time may be a whole number by chance, whose type is another.
    function Get-Shape($Object) {
        $names = @($Object.PSTypeNames) -join ' '
        $properties = foreach ($property in $Object.PSObject.Properties) {
            if ($null -ne $property.Value) { "$($property.Name)=$($property.Value.GetType().FullName -replace '^System\.(Int32|Int64|Double|Decimal)$', 'number')" }
        }
        "${names}: $properties"
    }
}

Describe 'The ways of Windows PowerShell' -Tag Simulated {
    It 'the code paths of Windows PowerShell are taken by a variable of the module' {
        $before = '& (Get-Module KernelTriage) { $script:IsWindowsPowerShell }'
        Get-ScriptOutput $before | Should -Be ($PSVersionTable.PSEdition -ne 'Core')
        Get-ScriptOutput $before -Setup $sent | Should -BeTrue
    }

    It 'the code paths of Windows PowerShell give a <Type> like any other' -ForEach $types {
        $there = @(foreach ($object in (Get-SampleObject $Type -Setup $sent)) { Get-Shape $object })
        $here = @(foreach ($object in (Get-SampleObject $Type)) { Get-Shape $object })
        "$($here[0])" | Should -Match "KernelTriage\.$Type "
        ($there -join "`n") | Should -BeExactly ($here -join "`n")
    }

    It 'the code paths of Windows PowerShell keep the fractions of milliseconds of <Type>.<Name>' -ForEach @(
        @{ Type = 'Thread'; Name = 'WaitTime' }, @{ Type = 'Thread'; Name = 'KernelTime' }, @{ Type = 'Thread'; Name = 'UserTime' }
        @{ Type = 'LiveDump'; Name = 'Elapsed' }, @{ Type = 'Dump'; Name = 'UpTime' }, @{ Type = 'DumpThread'; Name = 'WaitTime' }
    ) {
        $record = [pscustomobject] @{ "${Name}Ms" = 1234.5678 }
        $record.PSObject.TypeNames.Insert(0, "KernelTriage.$Type")
        $record.$Name.Ticks | Should -Be 12345678
    }
}
