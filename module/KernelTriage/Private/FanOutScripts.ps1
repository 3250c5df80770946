# What runs on the other side of a session, as text: the functions of this module are not there. Each gives plain hashtables.

# Whether the computer has the module, and a folder of its own for this capture. With a module that was copied, its files are proved first.
$script:RemotePrepare = @'
param([string] $Parent, [string] $Name)
$ErrorActionPreference = 'Stop'
if (-not $Parent) { $Parent = [System.IO.Path]::GetTempPath() }
$folder = [System.IO.Path]::Combine($Parent, $Name)
if ([System.IO.Directory]::Exists($folder)) { throw "The folder $folder is there already." }
$null = New-Item -Path $folder -ItemType Directory
@{
    Folder = $folder
    IsWindows = [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
    HasModule = [bool] (Get-Command -Name New-TriageDump -ErrorAction Ignore)
}
'@

# Compares the files of the copied module with their hashes, and loads it.
$script:RemoteUseModule = @'
param([string] $Folder, [hashtable] $Hash)
$ErrorActionPreference = 'Stop'
foreach ($name in $Hash.Keys) {
    $file = [System.IO.Path]::Combine($Folder, $name.Replace('/', [System.IO.Path]::DirectorySeparatorChar))
    if (-not [System.IO.File]::Exists($file) -or (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -cne $Hash[$name]) { return @{ Differs = $name } }
}
if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) { & chmod u+x ([System.IO.Path]::Combine($Folder, 'bin', 'ktriage')) }
Remove-Module -Name KernelTriage -ErrorAction Ignore
Import-Module -Name ([System.IO.Path]::Combine($Folder, 'KernelTriage.psd1')) -Global
@{ Differs = $null }
'@

# Lists, captures, and gives the files with their hashes. What went wrong there comes as text with its code.
$script:RemoteCapture = @'
param([string] $Folder, [hashtable] $Selection, [hashtable] $Capture)
$ErrorActionPreference = 'Continue'
$problems = @()
$verdict = @()
$threads = @(Get-KernelThread @Selection -ErrorAction SilentlyContinue -ErrorVariable +problems -WarningAction SilentlyContinue)
if ($threads.Count -gt 0) {
    $null = $threads | New-TriageDump -Destination $Folder @Capture -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable +problems `
        -WarningAction SilentlyContinue -VerdictVariable verdict
}
$files = @(Get-ChildItem -LiteralPath $Folder -File | ForEach-Object {
        @{ Name = $_.Name; Length = $_.Length; Hash = (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash }
    })
@{
    Files = $files
    Listed = $threads.Count
    Captured = @($verdict | Where-Object Verdict -eq Captured).Count
    Problems = @($problems | ForEach-Object { @{ Code = "$($_.FullyQualifiedErrorId)".Split(',')[0]; Message = "$_" } })
}
'@

# Removes what the capture left there, its module included.
$script:RemoteRemove = @'
param([string] $Folder, [bool] $HasModule)
if ($HasModule) { Remove-Module -Name KernelTriage -ErrorAction Ignore }
if ($Folder -and [System.IO.Directory]::Exists($Folder)) { Remove-Item -LiteralPath $Folder -Recurse -Force -ErrorAction Stop }
'@

# The work at one computer, in a runspace of its own: so computers are worked at together, and one that does not answer is left behind.
# Everything that is learnt goes into $State, where the caller reads it also when this has to be stopped.
$script:FanOutWorker = @'
param([hashtable] $State, [hashtable] $Order)
$ErrorActionPreference = 'Stop'
# The progress of Copy-Item would be shown nowhere.
$ProgressPreference = 'SilentlyContinue'
$State.Clock = [System.Diagnostics.Stopwatch]::StartNew()
function Stop-Here([string] $Code, [string] $Message) { $State.Code = $Code; $State.Message = $Message; throw $Message }
# A refusal of a session comes as an error of it; everything there is run in the same way.
function Invoke-There([string] $Script, [object[]] $Argument) {
    Invoke-Command -Session $State.Session -ScriptBlock ([scriptblock]::Create($Script)) -ArgumentList $Argument
}
try {
    if (-not $State.Session) {
        $State.Stage = 'Connect'
        $parameters = $Order.Connect
        $State.Session = if ($Order.IsSsh) { New-PSSession -HostName $State.Target @parameters } else { New-PSSession -ComputerName $State.Target @parameters }
    }
    $State.Stage = 'Prepare'
    $there = Invoke-There $Order.Prepare $Order.Parent, $State.FolderName
    $State.RemoteFolder = $there.Folder
    if ($Order.Module) {
        $State.Stage = 'CopyModule'
        $target = "$($there.Folder)/KernelTriage"
        $skipped = if ($there.IsWindows) { @('bin/ktriage') } else { @('bin/ktriage.exe', 'bin/koffi.node') }
        # The package of the gallery has the executable for Windows alone.
        $program = if ($there.IsWindows) { 'bin/ktriage.exe' } else { 'bin/ktriage' }
        if (-not $Order.Module.Hash.ContainsKey($program)) {
            Stop-Here 'RemoteModuleMissing' "The module here has no $program for it. Unpack that of the same release into the folder of the module first, or install the module there."
        }
        $hash = @{}
        foreach ($name in $Order.Module.Hash.Keys) { if ($skipped -notcontains $name) { $hash[$name] = $Order.Module.Hash[$name] } }
        $folders = @($hash.Keys | ForEach-Object { if ($_.Contains('/')) { $_.Substring(0, $_.LastIndexOf('/')) } else { '' } } | Sort-Object -Unique)
        foreach ($folder in $folders) { $null = Invoke-There 'param($path) $null = New-Item -Path $path -ItemType Directory -Force' "$target/$folder" }
        foreach ($name in $hash.Keys) { Copy-Item -LiteralPath "$($Order.Module.Folder)/$name" -Destination "$target/$name" -ToSession $State.Session }
        $used = Invoke-There $Order.UseModule $target, $hash
        if ($used.Differs) { Stop-Here 'TransferUnverified' "The file $($used.Differs) of the module did not arrive as it was sent." }
        $State.HasCopy = $true
    }
    elseif (-not $there.HasModule) { Stop-Here 'RemoteModuleMissing' 'It has no module KernelTriage.' }
    $State.Stage = 'Capture'
    # Beside the module that was copied, dumps have a folder of their own.
    $dumps = "$($there.Folder)/dumps"
    $null = Invoke-There 'param($path) $null = New-Item -Path $path -ItemType Directory' $dumps
    $made = Invoke-There $Order.Capture $dumps, $Order.Selection, $Order.Options
    $State.Listed = $made.Listed
    $State.Captured = $made.Captured
    $State.Problems = @($made.Problems)
    $State.Stage = 'Copy'
    $kept = [System.Collections.Generic.List[string]]::new()
    foreach ($file in $made.Files) {
        # The name comes from the other computer: a name of a file, and nothing that leads elsewhere.
        if ($file.Name -notmatch '^[^\\/:*?"<>|\x00-\x1f]+$' -or $file.Name -in '.', '..') { Stop-Here 'TransferUnverified' 'It sent a name that is none of a file.' }
        $local = [System.IO.Path]::Combine($State.LocalFolder, $file.Name)
        if ([System.IO.File]::Exists($local)) { Stop-Here 'FileExists' "$local is there already." }
        $partial = "$local.partial"
        $State.Partial = $partial
        Copy-Item -LiteralPath "$dumps/$($file.Name)" -Destination $partial -FromSession $State.Session
        if ((Get-FileHash -LiteralPath $partial -Algorithm SHA256).Hash -cne $file.Hash) {
            Remove-Item -LiteralPath $partial -Force
            Stop-Here 'TransferUnverified' "$($file.Name) did not arrive as it was sent: its SHA-256 differs."
        }
        [System.IO.File]::Move($partial, $local)
        $State.Partial = $null
        $kept.Add($local)
        $State.Files = $kept.ToArray()
    }
    $State.Stage = 'Done'
}
catch {
    if (-not $State.Message) { $State.Message = $_.Exception.GetBaseException().Message }
}
'@

# Takes away what is left on the other computer, and closes the session where it was opened for this.
$script:FanOutRemover = @'
param([hashtable] $State, [hashtable] $Order)
$ProgressPreference = 'SilentlyContinue'
try {
    if ($State.Session -and $State.RemoteFolder) {
        Invoke-Command -Session $State.Session -ScriptBlock ([scriptblock]::Create($Order.Remove)) -ArgumentList @($State.RemoteFolder, [bool] $State.HasCopy) -ErrorAction Stop
    }
    $State.IsRemoved = $true
}
catch { $State.RemoveMessage = $_.Exception.GetBaseException().Message }
finally { if ($State.Session -and $State.IsOwn) { Remove-PSSession -Session $State.Session -ErrorAction Ignore } }
'@
