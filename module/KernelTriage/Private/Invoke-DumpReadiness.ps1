# Properties of the DSC class that are no settings.
$script:NoSetting = 'IsSingleInstance', 'Machine'

# Runs an operation of `ktriage dsc` for an instance of the DSC class, and returns the state that it answers. An error ends it,
# because a configuration must not go on as if all were well. The class cannot be named in a parameter: it is
# compiled after the functions have been parsed.
function Invoke-DumpReadiness {
    [CmdletBinding()]
    param([string] $Operation, [psobject] $Resource)

    $ErrorActionPreference = 'Stop'
    $instance = @{}
    foreach ($property in $Resource.PSObject.Properties) {
        if ($property.Name -in $script:NoSetting -or $null -eq $property.Value -or '' -eq $property.Value) { continue }
        $instance[$property.Name.Substring(0, 1).ToLowerInvariant() + $property.Name.Substring(1)] = $property.Value
    }
    $request = @{ operation = $Operation; instance = $instance }
    if ($Resource.Machine) { $request['machine'] = $Resource.Machine }
    Invoke-KernelTriageVerb $PSCmdlet 'dsc' -Request $request
}

# A state that ktriage has answered as an instance of the DSC class, for the same machine as another one.
function ConvertTo-DumpReadiness([psobject] $Resource, [psobject] $State) {
    $result = $Resource.GetType()::new()
    if ($Resource.Machine) { $result.Machine = $Resource.Machine }
    foreach ($property in $State.PSObject.Properties) {
        # Those with an underscore are DSC's own and no settings.
        if (-not $property.Name.StartsWith('_')) { $result.($property.Name) = $property.Value }
    }
    return $result
}

# Asks the Local Configuration Manager for a restart, by the global variable that it defines for resources.
function Request-DscRestart {
    $ExecutionContext.SessionState.PSVariable.Set('global:DSCMachineStatus', 1)
}
