# A symbol path with relative folders resolved in the session. ktriage runs in the folder of the module, where it must
# neither look for symbols nor keep them. Its syntax (`srv*near*far;loose`) stays as it is, and so does what no Windows can
# have in a path, quotes above all: .NET Framework throws for it, and ktriage reports it.
function Resolve-SymbolPath([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Text) {
    $here = $Cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath
    $forbidden = if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { '["<>|]' } else { '(?!)' }
    $elements = foreach ($element in $Text.Split(';')) {
        $parts = $element.Split('*')
        # What precedes the stores: `srv`, `cache`, or `symsrv` and its library.
        $prefixes = if ($parts.Count -eq 1) { 0 } elseif ($parts[0].Trim() -eq 'symsrv') { 2 } else { 1 }
        $resolved = for ($index = 0; $index -lt $parts.Count; $index++) {
            $part = $parts[$index].Trim()
            $isOther = $index -lt $prefixes -or $part -eq '' -or $part -match $forbidden -or $part -match '^(?:[a-z][a-z0-9+.-]*:|[\\/])'
            if ($isOther) { $part } else { [System.IO.Path]::Combine($here, $part) }
        }
        $resolved -join '*'
    }
    return $elements -join ';'
}
