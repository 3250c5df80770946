# A watch as a task of the task scheduler. What a task is made of is text from text: nothing here asks Windows, except where a comment states it.

$script:WatchTaskPath = '\KernelTriage\'

# An argument as CommandLineToArgvW and the C runtime read it back (learn.microsoft.com, "Parsing C command-line arguments").
function ConvertTo-ArgumentText([string] $Text) {
    if ($Text -cmatch '^[\w.:\\/,*?-]+$' -and -not $Text.EndsWith('\')) { return $Text }
    # Backslashes count only in front of a quotation mark, and the last one is in front of the closing one.
    $escaped = [regex]::Replace($Text, '(\\*)"', '$1$1\"')
    $escaped = [regex]::Replace($escaped, '(\\+)$', '$1$1')
    return '"' + $escaped + '"'
}

# The command line of a request for `ktriage watch`.
function ConvertTo-WatchArgument([System.Collections.IDictionary] $Request) {
    $options = [ordered] @{
        conditions = '--when'; forSeconds = '--for'; count = '--count'; waitReasons = '--wait-reason'; processIds = '--pid'; services = '--service'
        applicationPools = '--app-pool'; intervalMs = '--interval'; name = '--name'; capture = '--capture'; destination = '--destination'
        maxCaptures = '--max-captures'; pauseSeconds = '--pause'; diskBudgetMiB = '--disk-budget'; minFreeMemoryPercent = '--min-free-memory'
        maxThreads = '--max-threads'; symbolPath = '--symbol-path'; eventFile = '--event-file'; eventLog = '--event-log'; machine = '--machine'
    }
    $parts = [System.Collections.Generic.List[string]]::new()
    $parts.Add('watch')
    foreach ($property in $options.Keys) {
        if (-not $Request.Contains($property)) { continue }
        $value = $Request[$property]
        if ($value -is [bool] -or $value -is [switch]) {
            if ($value) { $parts.Add($options[$property]) }
            continue
        }
        foreach ($each in @($value)) {
            $parts.Add($options[$property])
            $text = if ($each -is [System.IFormattable]) { $each.ToString($null, [cultureinfo]::InvariantCulture) } else { "$each" }
            $parts.Add($text)
        }
    }
    # What begins like an option is a name all the same.
    if ($Request.Contains('names')) {
        $parts.Add('--')
        foreach ($name in $Request['names']) { $parts.Add("$name") }
    }
    return @(foreach ($part in $parts) { ConvertTo-ArgumentText $part }) -join ' '
}

# The definition of the task (learn.microsoft.com, task scheduler schema, version 1.3): it starts with the system, runs for ever, once, and starts
# again when it fails. A watch that captures is SYSTEM with one privilege; another one is LOCAL SERVICE.
function ConvertTo-WatchTaskXml([string] $Name, [string] $Executable, [string] $Argument, [bool] $Captures) {
    $text = { param($Value) [System.Security.SecurityElement]::Escape($Value) }
    $principal = if ($Captures) {
        '<UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel>' +
        '<RequiredPrivileges><Privilege>SeDebugPrivilege</Privilege><Privilege>SeChangeNotifyPrivilege</Privilege></RequiredPrivileges>'
    }
    else { '<UserId>S-1-5-19</UserId><RunLevel>LeastPrivilege</RunLevel>' }
    return @"
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>KernelTriage</Author>
    <Description>Watches the kernel waits of threads, and captures them when they are stuck. Removed by Unregister-KernelTriageWatch.</Description>
    <URI>$(& $text "$script:WatchTaskPath$Name")</URI>
  </RegistrationInfo>
  <Triggers><BootTrigger><Enabled>true</Enabled></BootTrigger></Triggers>
  <Principals><Principal id="Author">$principal</Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>6</Priority>
    <RestartOnFailure><Interval>PT1M</Interval><Count>10</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>$(& $text $Executable)</Command>
      <Arguments>$(& $text $Argument)</Arguments>
    </Exec>
  </Actions>
</Task>
"@
}

# The definition of a task as an object, with the scheduler's own facts beside it.
function ConvertFrom-WatchTaskXml([string] $Xml, [System.Collections.IDictionary] $Known = @{}) {
    $task = ([xml] $Xml).DocumentElement
    $uri = "$($task.RegistrationInfo.URI)"
    $user = "$($task.Principals.Principal.UserId)"
    $account = switch ($user) { 'S-1-5-18' { 'SYSTEM' } 'S-1-5-19' { 'LOCAL SERVICE' } default { $user } }
    $arguments = "$($task.Actions.Exec.Arguments)"
    # Whole before it has its type name: a type has a member for each property that is absent.
    $properties = [ordered] @{
        WatchName = $uri.Substring($uri.LastIndexOf('\') + 1)
        TaskPath = $script:WatchTaskPath
        Account = $account
        Executable = "$($task.Actions.Exec.Command)"
        Arguments = $arguments
        Xml = $Xml
    }
    foreach ($name in $Known.Keys) { $properties[$name] = $Known[$name] }
    $found = [regex]::Match($arguments, ' --destination (?:"(.*?)"(?= |$)|(\S+))')
    if ($found.Success) {
        $folder = ($found.Groups[1].Value + $found.Groups[2].Value) -replace '(\\+)\1$', '$1'
        $properties['Destination'] = $folder
    }
    $object = [pscustomobject] $properties
    $object.PSTypeNames.Insert(0, 'KernelTriage.Record')
    $object.PSTypeNames.Insert(0, 'KernelTriage.WatchTask')
    return $object
}

# Accounts that may change a file and that do not own the machine anyway, by SID. Asks Windows.
function Get-UntrustedWriter([string] $Path) {
    $trusted = 'S-1-5-18', 'S-1-5-32-544', 'S-1-3-0', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'
    $write = [System.Security.AccessControl.FileSystemRights] 'WriteData, AppendData, Delete, DeleteSubdirectoriesAndFiles, ChangePermissions, TakeOwnership'
    $rules = (Get-Acl -LiteralPath $Path).GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier])
    foreach ($rule in $rules) {
        if ("$($rule.AccessControlType)" -ne 'Allow' -or "$($rule.PropagationFlags)" -match 'InheritOnly') { continue }
        if (($rule.FileSystemRights -band $write) -ne 0 -and "$($rule.IdentityReference)" -notin $trusted) { "$($rule.IdentityReference)" }
    }
}

# Whether this system has a task scheduler; an error, of the task or folder of tasks that was asked for, is written where it has none.
function Test-TaskScheduler([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Target) {
    if (Get-Command -Name Register-ScheduledTask -ErrorAction Ignore) { return $true }
    $Cmdlet.WriteError((New-KernelTriageErrorRecord 'NotWindows' 'There is no task scheduler of Windows here.' -Target $Target -Advice 'Run it on the Windows machine itself, or see the task with -WhatIf.'))
    return $false
}

# What a cmdlet of the task scheduler answered with an error, as one of ours.
function ConvertTo-TaskErrorRecord([System.Management.Automation.ErrorRecord] $Cause, [string] $Name) {
    $isDenied = $Cause.Exception.HResult -eq 0x80070005 -or "$($Cause.CategoryInfo.Category)" -eq 'PermissionDenied'
    $code = if ($isDenied) { 'NotElevated' } elseif ("$($Cause.CategoryInfo.Category)" -eq 'ObjectNotFound') { 'WatchTaskNotFound' } else { 'WatchTaskFailed' }
    return New-KernelTriageErrorRecord $code "The task of the watch '$Name': $($Cause.Exception.Message)" -Target $Name
}
