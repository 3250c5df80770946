# What the scripts around the recipes of docs/recipes.md are made of. Recipes run as they are in the document: what a test machine cannot have is
# a function of the same name that reports what it was given; functions come before cmdlets in every PowerShell.
Set-StrictMode -Version 3.0
Import-Module "$PSScriptRoot/TestTools.psm1"

# The PowerShell blocks below a heading of docs/recipes.md, in order. Without a heading: all headings that have blocks, with their number.
function Get-Recipe([string] $Heading) {
    $text = [System.IO.File]::ReadAllText("$(Get-RepositoryRoot)/docs/recipes.md").Replace("`r", '')
    $sections = [ordered] @{}
    foreach ($section in [regex]::Split($text, '(?m)^## ')) {
        $sections[$section.Split("`n")[0]] = @([regex]::Matches($section, '(?ms)^```powershell\n(.*?)^```$') | ForEach-Object { $_.Groups[1].Value })
    }
    if ($Heading) { return , $sections[$Heading] }
    foreach ($name in $sections.Keys) { if ($sections[$name].Count -gt 0) { "$name $($sections[$name].Count)" } }
}

# A script, from a file of recipes/ or as it is, with {0}, {1} ... replaced by blocks that run in the scope of the script: later blocks of a
# recipe use variables of the first.
function Join-Recipe([string] $Script, [string[]] $Block) {
    for ($index = 0; $index -lt $Block.Count; $index++) { $Script = $Script.Replace("{$index}", ". {`n$($Block[$index])`n}") }
    return $Script
}

# Six threads that wait and two that run, of the 300: enough to be chosen from, and captured in a moment.
$EightThreads = "'Get-KernelThread*:Machine' = 'simulated:w3wp-oplock'; 'Get-KernelThread*:ThreadId' = 10276, 10368, 10384, 10404, 10424, 10440, 12172, 12232"

# A place where recipes run without a change: drives C: and D: of its own (on Windows D: alone), the module installed for all users, and the
# simulated machine. Everything comes with the module itself, whichever process imports it: a job, a session, a task. -PlainModule leaves the
# module as users have it: only the set-up of Invoke-Recipe is in the place, and no other process.
function New-RecipePlace([string] $Default = $EightThreads, [switch] $PlainModule) {
    $folder = New-Folder
    $modules = [System.IO.Directory]::CreateDirectory("$folder/C/Program Files/WindowsPowerShell/Modules").FullName
    $null = [System.IO.Directory]::CreateDirectory("$folder/D/dumps")
    $module = New-ModuleCopy -Parent $modules -WithExecutable
    # Windows needs its own C: for everything else.
    $drives = if (Test-Windows) { "'D'" } else { "'C', 'D'" }
    $script = if ($PlainModule) { "$folder/place.ps1" } else { "$module/place.ps1" }
    [System.IO.File]::WriteAllText($script, @"
`$root = if (`$env:KTRIAGE_TEST_COMPUTER) { [System.IO.Path]::Combine(`$env:KTRIAGE_TEST_COMPUTERS, `$env:KTRIAGE_TEST_COMPUTER) } else { '$folder' }
`$drives = `$ExecutionContext.SessionState.Drive
foreach (`$name in $drives) {
    `$own = [System.IO.Path]::Combine(`$root, `$name)
    `$there = `$drives.GetAll() | Where-Object Name -eq `$name
    if (`$there -and `$there.Root.StartsWith(`$own)) { continue }
    if (`$there) { `$drives.Remove(`$name, `$true, 'Global') }
    `$null = [System.IO.Directory]::CreateDirectory(`$own)
    `$files = `$ExecutionContext.SessionState.Provider.GetOne('FileSystem')
    `$null = `$drives.New([System.Management.Automation.PSDriveInfo]::new(`$name, `$files, `$own, '', `$null), 'Global')
}
# A session of restricted users gives commands longer names when it wraps them.
`$global:PSDefaultParameterValues = @{ 'Test-KernelDumpReadiness*:Machine' = 'simulated:w3wp-oplock'; $Default }
"@)
    if (-not $PlainModule) {
        $manifest = "$module/KernelTriage.psd1"
        $text = [System.IO.File]::ReadAllText($manifest) -replace '(?m)^@\{\r?$', "@{`n    ScriptsToProcess = @('place.ps1')"
        [System.IO.File]::WriteAllText($manifest, $text)
    }
    return [pscustomobject] @{ Folder = $folder; Modules = $modules; Dumps = "$folder/D/dumps"; Script = $script }
}

# Runs a script in a place, at the root of D:, by its real name: jobs begin at the same place.
function Invoke-Recipe([psobject] $Place, [string] $Script, [hashtable] $Variable = @{}) {
    $before = $env:PSModulePath
    $env:PSModulePath = $Place.Modules + [System.IO.Path]::PathSeparator + $before
    try {
        Invoke-Script $Script -NoModule -Variable $Variable -Setup ". '$($Place.Script)'`nImport-Module KernelTriage`nSet-Location -LiteralPath '$($Place.Folder)/D'"
    }
    finally { $env:PSModulePath = $before }
}

# The server of remote sessions, or nothing where there is none.
function Get-SshServer { return @('/usr/sbin/sshd') | Where-Object { [System.IO.File]::Exists($_) } | Select-Object -First 1 }

# Whether tests of remote sessions run: this PowerShell has them, and the computer has sshd. In CI they run, and fail, without it.
function Test-RemoteSession {
    return (Get-Command New-PSSession).Parameters.ContainsKey('HostName') -and ($env:CI -eq 'true' -or [bool] (Get-SshServer))
}

# A port of this computer that nothing listens on.
function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    try { return $listener.LocalEndpoint.Port } finally { $listener.Stop() }
}

# Other computers for a script: server1 to server4, as it names them with -HostName, are one sshd on the loopback interface, with keys that are
# made here, and each session a process of its own, which serves PowerShell's remoting protocol as its documentation sets it up. The client
# asks for the name of its computer to be in the environment of the session. Nothing listens where offline1 to offline4 are, and silent1 and silent2 take a connection and
# never answers.
# -Setup runs first in every session; $env:KTRIAGE_TEST_COMPUTER is the name of its computer, and Folder/<name> keeps its files.
# Runs -Do while they are there.
function Invoke-WithComputer([string] $Setup, [scriptblock] $Do) {
    $server = Get-SshServer
    if (-not $server) { throw 'Remote sessions need sshd: the Debian package openssh-server.' }
    $folder = New-Folder
    $own = [System.IO.Directory]::CreateDirectory("$folder/.ssh").FullName
    foreach ($name in 'host', 'user') {
        $made = Invoke-Program ssh-keygen @('-q', '-t', 'ed25519', '-N', '', '-f', "$own/$name")
        if ($made.Status -ne 0) { throw "ssh-keygen: $($made.ErrorText)" }
    }
    $port, $nothing = (Get-FreePort), (Get-FreePort)
    $encoded = [System.Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($Setup))
    # A session has nothing of the environment of the tests.
    $runtime = @([System.Environment]::GetEnvironmentVariables().Keys -like 'DOTNET_*')
    $kept = foreach ($name in $runtime + 'PATH', 'HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'TMPDIR', 'POWERSHELL_TELEMETRY_OPTOUT', 'POWERSHELL_UPDATECHECK') {
        $value = [System.Environment]::GetEnvironmentVariable($name)
        if ($value) { "export $name='$value'" }
    }
    Set-Program "$own/session" (@(
            $kept
            "export KTRIAGE_TEST_COMPUTERS='$folder'"
            "mkdir -p `"$folder/`$KTRIAGE_TEST_COMPUTER`""
            "exec '$(Get-EngineProgram)' -sshs -NoLogo -NoProfile -EncodedCommand $encoded"
        ) -join "`n")
    [System.IO.File]::WriteAllText("$own/sshd_config", (@(
                "ListenAddress 127.0.0.1:$port", "HostKey $own/host", "AuthorizedKeysFile $own/user.pub", "PidFile $own/pid"
                'StrictModes no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PermitRootLogin prohibit-password'
                # Without it, sshd refuses an account that has no password.
                "UsePAM $(if ([System.Environment]::UserName -eq 'root') { 'yes' } else { 'no' })"
                'AcceptEnv KTRIAGE_TEST_COMPUTER', 'MaxStartups 50', "Subsystem powershell $own/session"
            ) -join "`n") + "`n")
    $hosts = foreach ($name in 1..4) {
        "Host server$name`nPort $port`nSetEnv KTRIAGE_TEST_COMPUTER=server$name`nHost offline$name`nPort $nothing`n"
    }
    # A computer that takes the connection and says nothing.
    $hosts += "Host silent1 silent2`nProxyCommand sleep 300`n"
    [System.IO.File]::WriteAllText("$own/known", "[127.0.0.1]:$port $([System.IO.File]::ReadAllText("$own/host.pub"))")
    [System.IO.File]::WriteAllText("$own/ssh_config", ($hosts -join '') + (@(
                'Host *', 'HostName 127.0.0.1', "IdentityFile $own/user", 'IdentitiesOnly yes', 'BatchMode yes', "UserKnownHostsFile $own/known", 'StrictHostKeyChecking yes'
            ) -join "`n") + "`n")
    # The client itself, with this configuration in the place of the user's.
    $client = @(Get-Command ssh -CommandType Application)[0].Source
    Set-Program "$own/bin/ssh" "exec '$client' -F '$own/ssh_config' `"`$@`"`n"
    # sshd gives up its rights in this folder, and the service of the package would make it.
    if ([System.Environment]::UserName -eq 'root') { $null = [System.IO.Directory]::CreateDirectory('/run/sshd') }
    $path = $env:PATH
    $process = $null
    try {
        $process = Start-Process $server @('-D', '-f', "$own/sshd_config", '-E', "$own/log") -PassThru
        Wait-Port $port { "sshd: $([System.IO.File]::ReadAllText("$own/log"))" }
        $env:PATH = "$own/bin:$path"
        & $Do $folder
    }
    finally {
        $env:PATH = $path
        if ($process -and -not $process.HasExited) { $process.Kill(); $process.WaitForExit() }
    }
}

# Waits until something listens on a port of this computer; -Failure gives the reason why nothing does.
function Wait-Port([int] $Port, [scriptblock] $Failure) {
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $client = [System.Net.Sockets.TcpClient]::new()
        try { $client.Connect([System.Net.IPAddress]::Loopback, $Port); return }
        catch [System.Management.Automation.MethodInvocationException] {
            if ($clock.Elapsed.TotalSeconds -gt 30) { throw (& $Failure) }
            [System.Threading.Thread]::Sleep(20)
        }
        finally { $client.Dispose() }
    }
}

# Reads every dump in D:\dumps, and writes how many threads there are in all.
$CountThreads = '@(Get-KernelDump D:\dumps\*.dmp | ForEach-Object { $_.Threads }).Count'

# A site that answers, fails twice, answers, and then fails for good; what a loop that waits asks it is checked.
$ThirdTimeItHangs = @'
$answers = [System.Collections.Generic.Queue[bool]]::new([bool[]] (1, 0, 0, 1, 0, 0, 0))
function Invoke-WebRequest([string] $Uri, [switch] $UseBasicParsing, [int] $TimeoutSec) {
    if ($Uri -ne 'http://localhost/health' -or -not $UseBasicParsing -or $TimeoutSec -ne 10) { throw "unexpected: $Uri" }
    if (-not $answers.Dequeue()) { throw [System.TimeoutException]::new('no answer') }
    'fine'
}
function Start-Sleep([int] $Seconds) { if ($Seconds -ne 20) { throw "unexpected: $Seconds" } }
'@

# The task scheduler: $task is what was registered, and a task that is taken away reports it.
$Tasks = @'
function New-ScheduledTaskAction([string] $Execute, [string] $Argument) { @{ Execute = $Execute; Argument = $Argument } }
function New-ScheduledTaskPrincipal([string] $UserId, [string] $LogonType, [string] $RunLevel) { "$UserId $LogonType $RunLevel" }
function New-ScheduledTaskSettingsSet([string] $MultipleInstances, [timespan] $ExecutionTimeLimit) { "$MultipleInstances $ExecutionTimeLimit" }
function Register-ScheduledTask([string] $TaskName, [hashtable] $Action, [string] $Principal, [string] $Settings) { $script:task = $PSBoundParameters }
function Unregister-ScheduledTask([string] $TaskName, [switch] $Confirm) { if ($Confirm) { throw 'asks' }; "unregistered $TaskName" }
'@

# Runs the command line of $task, in a process of the engine $engineProgram, and reports how it ended.
$RunTask = @'
$start = [System.Diagnostics.ProcessStartInfo]::new($engineProgram, $task.Action.Argument)
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$start.RedirectStandardError = $true
$process = [System.Diagnostics.Process]::Start($start)
$said = $process.StandardError.ReadToEndAsync()
$null = $process.StandardOutput.ReadToEnd()
$process.WaitForExit()
# A process with redirected streams writes its progress as CLIXML.
$text = $said.Result
if ($text -notmatch 'S="(Error|Warning)"') { $text = $text -replace '(?s)^#< CLIXML.*</Objs>\s*' }
"ended with $($process.ExitCode) $text"
'@

# The registration of an endpoint; what WinRM makes of its files for a user of the role; and a way to use such a session.
$Operators = @'
function Register-PSSessionConfiguration([string] $Name, [string] $Path, [switch] $Force) {
    $script:registered = $Name
    $script:file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
}
function Unregister-PSSessionConfiguration([string] $Name, [switch] $Force) { if (-not $Force) { throw 'asks' }; "unregistered $Name" }
function Get-OperatorState {
    $state = [initialsessionstate]::CreateFromSessionConfigurationFile($file, [Func[string, bool]] { param($role) $role -eq 'CONTOSO\Operators' })
    $state.ThrowOnRunspaceOpenError = $true
    $state
}
# A client sends a pipeline as commands, as Invoke-Command and Enter-PSSession do.
function Use-Session([scriptblock] $Pipeline) {
    $shell = $Pipeline.GetPowerShell(@())
    $shell.Runspace = $session
    try { $shell.Invoke() }
    catch { "refused: $($_.Exception.GetBaseException().ErrorRecord.FullyQualifiedErrorId)" }
    foreach ($problem in $shell.Streams.Error) { "error: $problem" }
    $shell.Dispose()
}
'@

# What is allowed in $session, and then a try at everything that would make more of it.
$TryWhatOperatorsMay = @'
"$registered, $($session.SessionStateProxy.LanguageMode)"
@(Use-Session { Get-Command } | ForEach-Object { "$_" } | Sort-Object) -join ' '
@(Use-Session { Test-KernelDumpReadiness -Destination D:\dumps } | Where-Object Name -eq DiskForTriageDumps | ForEach-Object { "$($_.Status)" })
@(Use-Session { Get-KernelThread -Name w3wp -State Wait | New-TriageDump -Destination D:\dumps } | ForEach-Object { "$($_.PSTypeNames[0]) $($_.ThreadCount)" })
Use-Session { Get-KernelThread -Name w3wp | New-TriageDump -Destination D:\elsewhere }
Use-Session { Test-KernelDumpReadiness -Destination D:\elsewhere }
Use-Session { Get-KernelThread -Name w3wp -SymbolPath D:\elsewhere }
Use-Session { Test-KernelDumpReadiness -ReportPath D:\elsewhere }
Use-Session { Get-KernelStack -Path D:\dumps\*.dmp }
Use-Session { New-LiveKernelDump -Path D:\dumps\live.dmp }
Use-Session { Import-Module KernelTriage }
Use-Session { ConvertFrom-Json -InputObject 1 }
$shell = [powershell]::Create()
$shell.Runspace = $session
try { $shell.AddScript('[System.IO.File]::Delete("x")').Invoke() } catch { "refused: $($_.Exception.GetBaseException().ErrorRecord.FullyQualifiedErrorId)" }
'@

# What $TryWhatOperatorsMay writes where so many threads wait.
function Get-OperatorRight([int] $ThreadCount) {
    'KernelTriage, NoLanguage'
    # What the engine gives every restricted session, and the three of the role.
    'Clear-Host Exit-PSSession Get-Command Get-FormatData Get-Help Get-KernelThread Measure-Object New-TriageDump Out-Default Select-Object Test-KernelDumpReadiness'
    'Pass'
    "KernelTriage.TriageDump $ThreadCount"
    'refused: ValidateSetFailure'
    'refused: ValidateSetFailure'
    'refused: NamedParameterNotFound,Get-KernelThread'
    'refused: NamedParameterNotFound,Test-KernelDumpReadiness'
    @('refused: CommandNotFoundException') * 4
    'refused: ScriptsNotAllowed'
}

Export-ModuleMember -Function * -Variable CountThreads, ThirdTimeItHangs, Tasks, RunTask, Operators, TryWhatOperatorsMay
