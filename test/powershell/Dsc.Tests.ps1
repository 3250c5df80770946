# The class that the Local Configuration Manager of Windows PowerShell and the adapters of DSC v3 use: made and called as they do, from
# inside the module. Windows.Tests.ps1 shows what it does to a registry.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $schema = ConvertFrom-Json ([System.IO.File]::ReadAllText("$(Get-RepositoryRoot)/src/contract/schema/dump-readiness.schema.json"))
    $settings = foreach ($property in $schema.properties.PSObject.Properties) {
        if ($property.Name -like '_*') { continue }
        $type = if ($property.Value.PSObject.Properties['type']) { $property.Value.type } else { 'string' }
        $words = if ($property.Value.PSObject.Properties['enum']) { @($property.Value.enum) } else { @() }
        @{ Setting = $property.Name; Type = $type; Words = $words }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    Import-KernelTriageDsc
    $ErrorActionPreference = 'Stop'
    function New-Resource([hashtable] $Property = @{}) {
        $resource = & (Get-Module KernelTriageDsc) { [KernelDumpReadiness]::new() }
        foreach ($name in $Property.Keys) { $resource.$name = $Property[$name] }
        return $resource
    }
    function Get-Attribute($Property, [type] $Type) { @($Property.GetCustomAttributes($true) | Where-Object { $_ -is $Type })[0] }
}

Describe 'The DSC class' -Tag Simulated {
    It 'the DSC class is what the module exports for DSC' {
        (Get-Module KernelTriageDsc).ExportedDscResources | Should -Be KernelDumpReadiness
    }

    It 'the DSC class has one key, and the properties of the contract besides Machine' -TestCases @{ Names = @($settings.Setting) } {
        $properties = (New-Resource).GetType().GetProperties()
        @($properties | Where-Object { (Get-Attribute $_ ([System.Management.Automation.DscPropertyAttribute])).Key }).Name | Should -Be IsSingleInstance
        $own = @($properties.Name | Where-Object { $_ -notin 'IsSingleInstance', 'Machine' } | Sort-Object)
        $own | Should -BeExactly @($Names | ForEach-Object { $_.Substring(0, 1).ToUpperInvariant() + $_.Substring(1) } | Sort-Object)
    }

    # Not given must differ from false and from zero.
    It 'the DSC class has <Setting> with its type, able to be left out, and its words' -ForEach $settings {
        $property = (New-Resource).GetType().GetProperties() | Where-Object Name -EQ $Setting
        $pattern = @{ boolean = '^System\.Nullable`1\[\[System\.Boolean'; integer = '^System\.Nullable`1\[\[System\.UInt32'; string = '^System\.String$' }[$Type]
        $property.PropertyType.FullName | Should -Match $pattern
        $set = Get-Attribute $property ([System.Management.Automation.ValidateSetAttribute])
        @(if ($set) { $set.ValidValues }) -join ' ' | Should -BeExactly ($Words -join ' ')
    }

    It 'the DSC class gives the state of a machine, and $null for what is not set there' {
        $state = (New-Resource @{ Machine = 'simulated:idle'; DumpFolder = 'C:\Windows' }).Get()
        $state.GetType().Name | Should -Be KernelDumpReadiness
        $state.IsSingleInstance, $state.CrashDumpEnabled, $state.AlwaysKeepMemoryDump | Should -Be @('Yes', 'Automatic', $false)
        $null -eq $state.FullLiveReportsMax | Should -BeTrue
        $state.DumpFolder, $state.DumpFolderAcl, $state.Machine | Should -Be @('C:\Windows', 'Custom', 'simulated:idle')
    }

    It 'the DSC class compares what is given and nothing else' {
        $results = foreach ($wanted in @{}, @{ AlwaysKeepMemoryDump = $false }, @{ AlwaysKeepMemoryDump = $true }, @{ FullLiveReportsMax = 0 }, @{ DumpFolder = 'D:\dumps' }) {
            (New-Resource ($wanted + @{ Machine = 'simulated:idle' })).Test()
        }
        $results | Should -Be @($true, $true, $false, $false, $false)
    }

    It 'the DSC class asks for a restart where one is needed, and returns nothing' {
        $global:DSCMachineStatus = 0
        try {
            (New-Resource @{ Machine = 'simulated:idle'; FullLiveReportsMax = 2 }).Set() | Should -BeNullOrEmpty
            $global:DSCMachineStatus | Should -Be 0
            (New-Resource @{ Machine = 'simulated:idle'; CrashDumpEnabled = 'Kernel' }).Set() | Should -BeNullOrEmpty
            $global:DSCMachineStatus | Should -Be 1
        }
        finally { Remove-Variable DSCMachineStatus -Scope Global }
    }

    It 'the DSC class ends in an error with the reason, whatever the preference' {
        $ErrorActionPreference = 'SilentlyContinue'
        $failures = foreach ($wanted in @{ Machine = 'simulated:not-elevated'; FullLiveReportsMax = 1 }, @{ Machine = 'simulated:idle'; DumpFolder = 'relative' }) {
            try { (New-Resource $wanted).Set(); 'went on' } catch { $_ }
        }
        $failures | Should -HaveCount 2
        $failures[0].FullyQualifiedErrorId | Should -Match '^NotElevated,'
        "$($failures[0])" | Should -Match 'FullLiveKernelReports|administrator'
        $failures[1].FullyQualifiedErrorId | Should -Match '^InvalidRequest,'
        "$($failures[1])" | Should -Match dumpFolder
    }

    It 'the DSC class refuses a word that the setting does not have' {
        { New-Resource @{ CrashDumpEnabled = 'Huge' } } | Should -Throw *Huge*
    }
}
