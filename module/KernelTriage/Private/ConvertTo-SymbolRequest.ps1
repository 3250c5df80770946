# The part of a request with the places of images and PDBs. Without it the debuggers' variables count, which the child gets.
function ConvertTo-SymbolRequest([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $SymbolPath, [string] $ImagePath,
    [System.Management.Automation.PSCredential] $SymbolCredential) {
    $request = @{}
    if ($SymbolPath) { $request['symbolPath'] = Resolve-SymbolPath $Cmdlet $SymbolPath }
    if ($ImagePath) { $request['imagePath'] = Resolve-SymbolPath $Cmdlet $ImagePath }
    if ($null -ne $SymbolCredential) { $request['symbolCredentials'] = @(ConvertTo-SymbolLogin $SymbolCredential) }
    return $request
}

# A login for the server of the symbol path. It leaves this process in the request alone, on the standard input of ktriage.
function ConvertTo-SymbolLogin([System.Management.Automation.PSCredential] $Credential) {
    $network = $Credential.GetNetworkCredential()
    # GetNetworkCredential would split off a domain.
    return @{ userName = $Credential.UserName; password = $network.Password }
}
