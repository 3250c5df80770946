# The preference variables, and the parameters that replace them when they are given.
$script:PreferenceByVariable = @{
    ErrorActionPreference = 'ErrorAction'
    WarningPreference = 'WarningAction'
    InformationPreference = 'InformationAction'
    ProgressPreference = 'ProgressAction'
    VerbosePreference = 'Verbose'
    DebugPreference = 'Debug'
    WhatIfPreference = 'WhatIf'
    ConfirmPreference = 'Confirm'
}

# Run in the scope of an exported function, before anything else: takes the preferences of its caller. PowerShell shows the
# functions of a module those of the session alone, and so `Save-It -WhatIf` of a script, or its $ErrorActionPreference =
# 'Stop', would not reach what it calls.
$script:UseCallerPreference = {
    foreach ($preference in $script:PreferenceByVariable.GetEnumerator()) {
        if ($PSCmdlet.MyInvocation.BoundParameters.ContainsKey($preference.Value)) { continue }
        $value = $PSCmdlet.SessionState.PSVariable.GetValue($preference.Key)
        if ($null -ne $value) { $ExecutionContext.SessionState.PSVariable.Set($preference.Key, $value) }
    }
}
