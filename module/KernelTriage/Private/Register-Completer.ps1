# Completion of arguments, from tables and from .NET: no process is started at a key press.

function New-Completion([string] $Text, [string] $Shown, [string] $Tip) {
    # What the parser would take apart is quoted. The text stays exact, for it has to name the process.
    $safe = if ($Text -match '^[\w.:*?-]+$') { $Text } else { "'$($Text.Replace("'", "''"))'" }
    return [System.Management.Automation.CompletionResult]::new($safe, (ConvertTo-HarmlessText $Shown), 'ParameterValue', (ConvertTo-HarmlessText $Tip))
}

# Whether a value continues what has been typed, quotes aside. No wildcards: [ and ] may stand in a name.
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
    param($Command, $Parameter, $Typed, $Tree, $Bound)
    foreach ($process in Get-CompletionProcess $Bound) {
        if ((Test-CompletionStart "$($process.Id)" $Typed) -or (Test-CompletionStart $process.Name $Typed)) {
            New-Completion "$($process.Id)" "$($process.Name) ($($process.Id))" "Process $($process.Id), $($process.Name)"
        }
    }
}

$script:CompleteProcessName = {
    param($Command, $Parameter, $Typed, $Tree, $Bound)
    $ids = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::OrdinalIgnoreCase)
    foreach ($process in Get-CompletionProcess $Bound) {
        if (-not (Test-CompletionStart $process.Name $Typed)) { continue }
        $ids[$process.Name] = if ($ids.ContainsKey($process.Name)) { "$($ids[$process.Name]), $($process.Id)" } else { "$($process.Id)" }
    }
    foreach ($name in $ids.Keys) { New-Completion $name $name "$name ($($ids[$name]))" }
}

$script:CompleteListed = {
    param($Command, $Parameter, $Typed, $Tree, $Bound)
    foreach ($value in $script:CompletionTable[$Parameter]) {
        if (Test-CompletionStart $value $Typed) { New-Completion $value $value $value }
    }
}

$script:CompleteMachine = {
    param($Command, $Parameter, $Typed, $Tree, $Bound)
    foreach ($machine in $script:CompletionTable.Machine.Keys) {
        # The name of a scenario is enough to find it.
        if ((Test-CompletionStart $machine $Typed) -or (Test-CompletionStart $machine.Replace('simulated:', '') $Typed)) {
            New-Completion $machine $machine $script:CompletionTable.Machine[$machine]
        }
    }
}

Register-ArgumentCompleter -CommandName Get-KernelThread, New-TriageDump -ParameterName Id -ScriptBlock $script:CompleteProcessId
Register-ArgumentCompleter -CommandName Get-KernelThread -ParameterName Name -ScriptBlock $script:CompleteProcessName
Register-ArgumentCompleter -CommandName Get-KernelThread -ParameterName State -ScriptBlock $script:CompleteListed
Register-ArgumentCompleter -CommandName Get-KernelThread -ParameterName WaitReason -ScriptBlock $script:CompleteListed
Register-ArgumentCompleter -CommandName Get-KernelThread, New-LiveKernelDump, New-TriageDump, Test-KernelDumpReadiness -ParameterName Machine -ScriptBlock $script:CompleteMachine
