# The DSC class of KernelTriage is a module of its own, which DSC alone loads: compiling a class at each import of KernelTriage would be
# felt, and in Constrained Language it would be a parse error.
Set-StrictMode -Version 3.0

# Runs an operation in the module that this one requires; an error ends the caller.
function Invoke-DumpReadiness([string] $Operation, [psobject] $Resource) {
    $kernelTriage = @(Get-Module -Name KernelTriage -All)[0]
    & $kernelTriage { param($operation, $resource) Invoke-DumpReadiness $operation $resource } $Operation $Resource
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

# The DSC resource for Windows PowerShell, its Local Configuration Manager and the adapters of DSC v3. It has no rules of its
# own: each method is the operation of that name of `ktriage dsc`, which the manifest for DSC v3 calls too. What each
# property means is in docs/dsc.md; one that is not given is neither read nor changed.
[DscResource()]
class KernelDumpReadiness {
    # A computer has these settings once.
    [DscProperty(Key)]
    [ValidateSet('Yes')]
    [string] $IsSingleInstance = 'Yes'

    [DscProperty()]
    [ValidateSet('None', 'Complete', 'Kernel', 'Small', 'Automatic')]
    [string] $CrashDumpEnabled

    [DscProperty()]
    [System.Nullable[bool]] $AlwaysKeepMemoryDump

    [DscProperty()]
    [string] $DumpFile

    [DscProperty()]
    [string] $MinidumpDir

    [DscProperty()]
    [System.Nullable[uint32]] $FullLiveReportsMax

    [DscProperty()]
    [System.Nullable[uint32]] $SystemThrottleThreshold

    [DscProperty()]
    [System.Nullable[uint32]] $ComponentThrottleThreshold

    [DscProperty()]
    [string] $LiveKernelReportsPath

    [DscProperty()]
    [System.Nullable[bool]] $OperationalChannel

    [DscProperty()]
    [System.Nullable[bool]] $AnalyticChannel

    [DscProperty()]
    [System.Nullable[bool]] $EventSource

    [DscProperty()]
    [string] $DumpFolder

    [DscProperty()]
    [ValidateSet('Restricted', 'Inherit', 'Custom')]
    [string] $DumpFolderAcl

    # local where nothing is given, or simulated:<scenario> for trying a configuration on any system.
    [DscProperty()]
    [string] $Machine

    # The state of this computer.
    [KernelDumpReadiness] Get() {
        return ConvertTo-DumpReadiness $this (Invoke-DumpReadiness 'get' $this)
    }

    # Whether everything that was given is as given.
    [bool] Test() {
        return [bool] (Invoke-DumpReadiness 'test' $this)._inDesiredState
    }

    # Changes what differs.
    [void] Set() {
        $state = Invoke-DumpReadiness 'set' $this
        if ($state.PSObject.Properties['_rebootRequested'] -and $state._rebootRequested) { Request-DscRestart }
    }

    # Everything that is set on this computer, for `dsc resource export`.
    static [KernelDumpReadiness[]] Export() {
        $nothing = [KernelDumpReadiness]::new()
        return @(ConvertTo-DumpReadiness $nothing (Invoke-DumpReadiness 'export' $nothing))
    }
}
