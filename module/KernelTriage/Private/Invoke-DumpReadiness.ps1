# Properties of the DSC class that are no settings.
$script:NoSetting = 'IsSingleInstance', 'Machine'

# Runs an operation of `ktriage dsc` for an instance of the DSC class, and returns the state that it answers. An error ends it,
# because a configuration must not go on as if all were well. The module KernelTriageDsc calls it from its class.
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
