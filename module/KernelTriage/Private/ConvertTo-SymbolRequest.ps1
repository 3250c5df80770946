# A request that says where images and PDBs are; without it the variables of the debuggers count, which the child is given.
function ConvertTo-SymbolRequest([string] $SymbolPath, [string] $ImagePath) {
    $request = @{}
    if ($SymbolPath) { $request['symbolPath'] = $SymbolPath }
    if ($ImagePath) { $request['imagePath'] = $ImagePath }
    return $request
}
