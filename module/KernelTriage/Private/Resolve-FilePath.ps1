# A path as the user gave it, as a path that another program understands: drives of PowerShell, `~` and the current
# location are resolved. The file need not exist.
function Resolve-FilePath([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Path) {
    $provider = $null
    $drive = $null
    try { $resolved = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive) }
    catch [System.Management.Automation.RuntimeException] {
        # A drive or a provider that is not there, which `a.dmp:b` seems to name too.
        $reason = $_.Exception.GetBaseException().Message
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidPath' "'$Path' is no path: $reason" -Target $Path))
        return
    }
    if ($provider.Name -eq 'FileSystem') { return $resolved }
    $text = "'$Path' is in the $($provider.Name) provider, and dumps are files."
    $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Path -Advice 'Give a path in the file system.'))
}

# The files of a path with wildcards; without them, the path itself, so that a missing file is ktriage's to report.
function Expand-FilePath([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Path) {
    if (-not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)) {
        # A wildcard behind a backtick is the character itself, as for every cmdlet with -Path.
        $plain = [System.Management.Automation.WildcardPattern]::Unescape($Path)
        return Resolve-FilePath $Cmdlet $plain
    }
    $provider = $null
    try { $found = $Cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($Path, [ref] $provider) }
    catch [System.Management.Automation.ItemNotFoundException] { return }
    catch [System.Management.Automation.SessionStateException] {
        # A drive or a provider that is not there; the exception names it.
        return Resolve-FilePath $Cmdlet $Path
    }
    if ($provider.Name -eq 'FileSystem') { return $found }
    Resolve-FilePath $Cmdlet $Path
}
