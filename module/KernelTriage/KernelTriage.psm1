# Lets a clone be imported: Import-Module ./module/KernelTriage. It loads the files of the source, and starts the executable that
# `npm run build` leaves in bin/. The build merges the same files into one script and does not ship this one.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { throw 'KernelTriage needs Full Language mode: an App Control policy must allow its signer, or its files.' }
Set-StrictMode -Version 3.0
$script:IsWindowsPowerShell = $PSVersionTable.PSEdition -ne 'Core'
$script:ExecutableFolder = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'bin'))
# The executable of a clone changes with each build: any is taken.
$script:ExecutableHash = @{}

foreach ($folder in 'Private', 'Public') {
    foreach ($file in [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1')) { . $file }
}

Import-TypeData
Export-ModuleMember -Function (Get-ChildItem -LiteralPath ([System.IO.Path]::Combine($PSScriptRoot, 'Public')) -Filter *.ps1).BaseName
