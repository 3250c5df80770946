# Verbose messages and warnings of an exported function. With -Debug, which is meant for debug messages, WriteVerbose and WriteWarning of
# its $PSCmdlet ask before they go on, and without anyone to ask that ends the command; the cmdlets follow the preferences alone.
function Write-ModuleVerbose([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Text) {
    if ($Cmdlet.MyInvocation.BoundParameters.ContainsKey('Debug')) { Microsoft.PowerShell.Utility\Write-Verbose -Message $Text }
    else { $Cmdlet.WriteVerbose($Text) }
}

function Write-ModuleWarning([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Text) {
    if ($Cmdlet.MyInvocation.BoundParameters.ContainsKey('Debug')) { Microsoft.PowerShell.Utility\Write-Warning -Message $Text }
    else { $Cmdlet.WriteWarning($Text) }
}
