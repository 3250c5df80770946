# Type data are a nested module, KernelTriage.Types, which this script imports itself. In TypesToProcess or NestedModules of the manifest
# they would come before any statement of the module, and each member that another version in the session has would be an error.

$script:TypeModule = 'KernelTriage.Types'

# The other copies and versions of this module in the session.
function Get-OtherVersion {
    $me = $ExecutionContext.SessionState.Module
    foreach ($module in Get-Module -Name $me.Name -All) { if ($module.ModuleBase -ne $me.ModuleBase) { $module } }
}

# Whether a version of this module has its type data in the session. Without them there is no other version, and Get-Module, which costs an
# import as much as all functions of this module, is not asked.
function Test-TypeData {
    return $null -ne ([pscustomobject] @{ PSTypeName = 'KernelTriage.Record' }).PSObject.Methods['Harmless']
}

# Loads the type data of this version, in place of those of any other.
function Import-TypeData([bool] $HasOther = (Test-TypeData)) {
    $others = @(if ($HasOther) { Get-OtherVersion })
    foreach ($other in $others) { & $other { if (Get-Command Remove-TypeModule -ErrorAction Ignore) { Remove-TypeModule } } }
    $manifest = [System.IO.Path]::Combine($ExecutionContext.SessionState.Module.ModuleBase, "$script:TypeModule.psd1")
    Microsoft.PowerShell.Core\Import-Module -Name $manifest -Scope Local
    if ($others.Count -gt 0) { Import-View }
}

function Remove-TypeModule {
    foreach ($module in @($ExecutionContext.SessionState.Module.NestedModules)) {
        if ($module.Name -eq $script:TypeModule) { Microsoft.PowerShell.Core\Remove-Module -ModuleInfo $module -Force }
    }
}

# Views are files of the manifest; those of an earlier import would go before them.
function Import-View {
    $files = @([System.IO.Directory]::GetFiles($ExecutionContext.SessionState.Module.ModuleBase, '*.format.ps1xml'))
    # The lists come last.
    $ordered = @($files -notlike '*.lists.format.ps1xml') + @($files -like '*.lists.format.ps1xml')
    foreach ($file in $ordered[($ordered.Count - 1)..0]) { Microsoft.PowerShell.Utility\Update-FormatData -PrependPath $file }
}

# Of two versions in one session the one that was imported last counts; when that goes, the one that stays.
$ExecutionContext.SessionState.Module.OnRemove = {
    Remove-TypeModule
    foreach ($other in Get-OtherVersion) { & $other { if (Get-Command Import-TypeData -ErrorAction Ignore) { Import-TypeData $true } } }
}
