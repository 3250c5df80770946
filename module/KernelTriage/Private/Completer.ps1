# Completion of arguments, from tables and from .NET: no process is started at a key press. The engine calls a completer with
# command, parameter, typed text, syntax tree and the arguments that are bound already. Parameters name their completer in an
# attribute, which costs an import nothing and follows a command that is imported with a prefix; the script of an attribute runs
# outside of the module, and finds it by the command.

# A proposal that inserts a text, with its text in the menu and in the line below it.
function ConvertTo-Completion([string] $Text, [string] $Shown, [string] $Tip) {
    # What the parser would take apart is quoted. The text stays exact, for it has to name the process.
    $safe = if ($Text -match '^[\w.:*?-]+$') { $Text } else { "'$($Text.Replace("'", "''"))'" }
    return [System.Management.Automation.CompletionResult]::new($safe, (ConvertTo-HarmlessText $Shown), 'ParameterValue', (ConvertTo-HarmlessText $Tip))
}

# Whether a value continues what has been typed, quotes aside. No wildcards: [ and ] may be in a name.
function Test-CompletionStart([string] $Value, [string] $Typed) {
    return $Value.StartsWith($Typed.Trim("'", '"'), [System.StringComparison]::OrdinalIgnoreCase)
}

# The processes that -Id and -Name can mean: of this machine, or of the simulated one when it has been named.
function Get-CompletionProcess([System.Collections.IDictionary] $Bound) {
    if ("$($Bound['Machine'])" -like 'simulated:*') { return $script:CompletionTable.Process }
    $processes = [System.Diagnostics.Process]::GetProcesses()
    try { foreach ($process in $processes) { @{ Id = $process.Id; Name = $process.ProcessName } } }
    finally { foreach ($process in $processes) { $process.Dispose() } }
}

# A process is found by its id and by its name: `-Id w3` offers the ids of all w3wp.
$script:CompleteProcessId = {
    $null, $null, $typed, $null, $bound = $args
    foreach ($process in Get-CompletionProcess $bound) {
        if ((Test-CompletionStart "$($process.Id)" $typed) -or (Test-CompletionStart $process.Name $typed)) {
            ConvertTo-Completion "$($process.Id)" -Shown "$($process.Name) ($($process.Id))" -Tip "Process $($process.Id), $($process.Name)"
        }
    }
}

$script:CompleteProcessName = {
    $null, $null, $typed, $null, $bound = $args
    $ids = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::OrdinalIgnoreCase)
    foreach ($process in Get-CompletionProcess $bound) {
        if (-not (Test-CompletionStart $process.Name $typed)) { continue }
        $ids[$process.Name] = if ($ids.ContainsKey($process.Name)) { "$($ids[$process.Name]), $($process.Id)" } else { "$($process.Id)" }
    }
    foreach ($name in $ids.Keys) { ConvertTo-Completion $name -Shown $name -Tip "$name ($($ids[$name]))" }
}

$script:CompleteListed = {
    $null, $parameter, $typed, $null = $args
    foreach ($value in $script:CompletionTable[$parameter]) {
        if (Test-CompletionStart $value $typed) { ConvertTo-Completion $value -Shown $value -Tip $value }
    }
}

$script:CompleteMachine = {
    $null, $null, $typed, $null = $args
    foreach ($machine in $script:CompletionTable.Machine.Keys) {
        # The name of a scenario is enough to find it.
        if ((Test-CompletionStart $machine $typed) -or (Test-CompletionStart $machine.Replace('simulated:', '') $typed)) {
            ConvertTo-Completion $machine -Shown $machine -Tip $script:CompletionTable.Machine[$machine]
        }
    }
}

# Types that the session has read; before the first, those that every kernel has.
$script:CompleteTypeName = {
    $null, $null, $typed, $null = $args
    $names = if ($script:KnownType.Count -gt 0) { $script:KnownType.Keys } else { $script:CommonType }
    foreach ($name in $names) {
        # The module may be left out: `_KTH` finds nt!_KTHREAD.
        $start = (Test-CompletionStart $name $typed) -or (Test-CompletionStart ($name -replace '^nt!', '') $typed)
        if ($start) { ConvertTo-Completion $name -Shown $name -Tip $name }
    }
}

$script:CommonType = 'nt!_DEVICE_OBJECT', 'nt!_DRIVER_OBJECT', 'nt!_EPROCESS', 'nt!_ERESOURCE', 'nt!_ETHREAD', 'nt!_FILE_OBJECT', 'nt!_IRP',
    'nt!_KPRCB', 'nt!_KPROCESS', 'nt!_KTHREAD', 'nt!_KWAIT_BLOCK'

$script:CompleteCondition = {
    $null, $null, $typed, $null = $args
    foreach ($name in 'Stuck', 'WaitReason', 'Resource', 'PoolExhausted', 'Count', 'CpuIdleWithWork') {
        if (Test-CompletionStart $name $typed) { ConvertTo-Completion $name -Shown $name -Tip $name }
    }
}
