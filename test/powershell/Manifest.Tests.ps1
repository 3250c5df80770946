BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $names = Get-PublicName
}

Describe 'The module' -Tag Simulated {
    It 'the module has a valid manifest that exports by name and carries the version of the product' {
        $manifest = Test-ModuleManifest "$(Get-ModulePath)/KernelTriage.psd1"
        "$($manifest.Version)" | Should -BeExactly (Get-SourceFact).version
        "$($manifest.PowerShellVersion)" | Should -Be '5.1'
        $manifest.CompatiblePSEditions | Should -Be @('Desktop', 'Core')
        @($manifest.ExportedFunctions.Keys | Sort-Object) | Should -BeExactly $names
        $manifest.ExportedCmdlets.Count + $manifest.ExportedAliases.Count + $manifest.ExportedVariables.Count | Should -Be 0
    }

    It 'the module leads to its project from the gallery and from the help of every command' {
        $data = (Test-ModuleManifest "$(Get-ModulePath)/KernelTriage.psd1").PrivateData.PSData
        $home_ = (Get-Content -Raw "$(Get-RepositoryRoot)/package.json" | ConvertFrom-Json).homepage
        $data.ProjectUri | Should -BeExactly $home_
        foreach ($name in 'LicenseUri', 'IconUri') { $data.$name | Should -Match '^https://' }
        $data.ReleaseNotes | Should -Match 'CHANGELOG'
        foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
            $command.HelpUri | Should -Match "^$([regex]::Escape($home_))/blob/main/docs/[\w-]+\.md$" -Because $command.Name
            [System.IO.File]::Exists("$(Get-RepositoryRoot)/docs/$(($command.HelpUri -split '/')[-1])") | Should -Be $true -Because $command.HelpUri
        }
    }

    It 'the module exports these functions and nothing else, with approved verbs' {
        # Import-Module warns of a verb that is not approved.
        $run = Invoke-Script 'Import-Module $path; (Get-Module KernelTriage).ExportedCommands.Keys' -NoModule -Variable @{ path = Get-ModulePath }
        $run.Warning | Should -HaveCount 0
        @($run.Output | Sort-Object) | Should -BeExactly $names
    }

    It 'the module is one script that loads no other' {
        $lines = [System.IO.File]::ReadAllText("$(Get-ModulePath)/KernelTriage.psm1") -split '\r?\n'
        $loading = @($lines | Where-Object { $_ -match '^\s*(\.|&)\s|\bImport-Module\b|Invoke-Expression' })
        # A block of this script, a manifest of type data without any script, and what another computer runs once the copy's hashes are proved.
        $known = @(
            '. $script:UseCallerPreference'
            'Microsoft.PowerShell.Core\Import-Module -Name $manifest -Scope Local'
            "Import-Module -Name ([System.IO.Path]::Combine(`$Folder, 'KernelTriage.psd1')) -Global"
        )
        $loading | Where-Object { $_.Trim() -cnotin $known } | Should -BeNullOrEmpty
        $types = Import-PowerShellDataFile "$(Get-ModulePath)/KernelTriage.Types.psd1"
        $types.Keys | Where-Object { $_ -in 'RootModule', 'NestedModules', 'ScriptsToProcess', 'RequiredModules', 'RequiredAssemblies' } | Should -BeNullOrEmpty
    }

    It 'the module has its type data in one file, in whose order a type has its members' {
        $files = (Import-PowerShellDataFile "$(Get-ModulePath)/KernelTriage.Types.psd1").TypesToProcess
        $files | Should -HaveCount 1
        $types = ([xml] (Get-Content -Raw "$(Get-ModulePath)/$files")).Types.Type
        $written = @($types | Where-Object Name -eq 'KernelTriage.Thread').Members.ScriptProperty.Name
        $written.Count | Should -BeGreaterThan 10
        @(([pscustomobject] @{ PSTypeName = 'KernelTriage.Thread' }).PSObject.Properties.Name) | Should -BeExactly @($written)
    }

    It 'the module can be imported from a clone, and starts the executable that was built last' {
        $run = Invoke-Script '(Get-Module KernelTriage).ExportedFunctions.Keys; @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock).Count' -Module "$(Get-RepositoryRoot)/module/KernelTriage"
        $run.Error | Should -HaveCount 0
        @($run.Output[0..($run.Output.Count - 2)] | Sort-Object) | Should -BeExactly $names
        $run.Output[-1] | Should -Be 300
    }
}
