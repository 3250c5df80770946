# A request that says where images and PDBs are; without it the variables of the debuggers count, which the child is given.
function ConvertTo-SymbolRequest([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $SymbolPath, [string] $ImagePath) {
    $request = @{}
    if ($SymbolPath) { $request['symbolPath'] = Resolve-SymbolPath $Cmdlet $SymbolPath }
    if ($ImagePath) { $request['imagePath'] = Resolve-SymbolPath $Cmdlet $ImagePath }
    return $request
}
