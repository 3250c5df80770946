function Invoke-KernelTriage {
    <#
    .SYNOPSIS
    Captures threads on many computers, brings the dumps home, and shows what the computers wait for together.

    .DESCRIPTION
    Works at many computers at once over PowerShell remoting, WinRM or SSH: captures the chosen threads into a temporary folder there
    with New-TriageDump, copies the dumps and their manifest home, compares the SHA-256 of each file, and removes what it left. The
    dumps of each computer go into a folder of its name below -Destination, which its owner and administrators alone may read.

    Then all sets are read, and the output is one object for each cause that computers share: "31 of 40 computers wait for the file
    server \\fileserver". Each has how it is known. -Path reads sets that were brought home before, any number of them.

    A computer that fails, does not answer or takes too long is an error of its own with its name as the TargetObject, and the others
    go on. The module must be installed there; -CopyModule brings it for the time of the capture. Nothing is installed, and no service or
    setting is changed.

    .PARAMETER ComputerName
    Computers with PowerShell remoting over WinRM.

    .PARAMETER HostName
    Computers with PowerShell remoting over SSH, as user@host or host. Needs PowerShell 7.

    .PARAMETER Session
    Sessions that are open already. They stay open.

    .PARAMETER Path
    Sets that were brought home: a folder with one folder for each computer, or folders with the dumps of one computer each. Wildcards
    are understood.

    .PARAMETER Destination
    A folder for the sets: it must exist. Each computer gets a folder of its name in it.

    .PARAMETER Name
    Names of the processes of which threads are captured; a name without .exe is enough. Wildcards are understood there.

    .PARAMETER State
    Only threads in these states. Wait where nothing is given.

    .PARAMETER WaitReason
    Only threads that wait for these reasons.

    .PARAMETER Credential
    The account for WinRM.

    .PARAMETER UserName
    The account for SSH, where the host names have none.

    .PARAMETER KeyFilePath
    The private key for SSH.

    .PARAMETER CopyModule
    Copies this module to each computer for the time of the capture: its executable is compared with the hash that this module was
    built with before, and each file with its SHA-256 there.

    .PARAMETER ThrottleLimit
    So many computers are worked at together.

    .PARAMETER TimeLimit
    Seconds for each computer, from the session to the last file. One that takes longer is left behind. With -Path, reading ends after so many
    seconds, with the error TimeLimitReached, and has no limit unless this is given.

    .PARAMETER RemoteFolder
    The folder on each computer in which the temporary folder is made. It should be one that administrators alone may write to.

    .PARAMETER ComputerVariable
    The name of a variable, without the dollar sign, that gets one object for each computer: Status Captured, NothingToCapture or
    Failed, the files that came home, how many threads were captured, and whether everything was removed there.

    .PARAMETER Top
    At most so many causes. A warning counts the rest.

    .PARAMETER MinimumWait
    Only causes with a longest wait at least so old.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER Machine
    The machine to capture on there: local, or a simulated one, to try it.

    .INPUTS
    System.String, System.Management.Automation.Runspaces.PSSession

    .OUTPUTS
    KernelTriage.FleetCause
    Headline, Evidence, EvidenceCounts, Kind, Target, ComputerCount, LeadingComputerCount, TotalComputerCount, SilentComputerCount,
    ComputerNames, ThreadCount, LongestWait, Examples.

    KernelTriage.ComputerCapture
    In -ComputerVariable: ComputerName, Status, ErrorCode, ThreadCount, CapturedCount, Path, Files, Problems, IsRemoved, ElapsedMs.

    .NOTES
    Errors: ComputerUnreachable, ComputerTimedOut, RemoteModuleMissing, RemoteCaptureFailed, TransferUnverified, DestinationNotFound,
    DestinationNotAFolder, FileExists, ExecutableNotTrusted, ExecutableNotFound, EmptySelection, InvalidRequest. While sets are read:
    FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds, SymbolPathInvalid,
    AnswerIncomplete, Cancelled, TimeLimitReached.

    .EXAMPLE
    Invoke-KernelTriage -ComputerName (Get-Content .\servers.txt) -Name w3wp -Destination D:\fleet -ComputerVariable computer
    $computer | Where-Object Status -eq Failed

    What the IIS workers of all servers wait for, and then which servers gave no answer.

    .EXAMPLE
    Invoke-KernelTriage -Path D:\dumps | Select-Object -First 1

    The cause that most of the sets in a folder share.

    .LINK
    New-TriageDump

    .LINK
    Get-KernelWaitChain

    .LINK
    about_KernelTriage_FanOut
    #>
    [CmdletBinding(DefaultParameterSetName = 'ComputerName', SupportsShouldProcess = $true, ConfirmImpact = 'Medium', HelpUri = 'https://kerneltriage.example/blob/main/docs/fan-out.md')]
    [OutputType('KernelTriage.FleetCause', 'KernelTriage.ComputerCapture')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'ComputerName', ValueFromPipeline = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]] $ComputerName,

        [Parameter(Mandatory = $true, ParameterSetName = 'HostName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $HostName,

        [Parameter(Mandatory = $true, ParameterSetName = 'Session', ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [System.Management.Automation.Runspaces.PSSession[]] $Session,

        [Parameter(Mandatory = $true, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'ComputerName')]
        [Parameter(Mandatory = $true, ParameterSetName = 'HostName')]
        [Parameter(Mandatory = $true, ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [string] $Destination,

        [Parameter(Mandatory = $true, ParameterSetName = 'ComputerName')]
        [Parameter(Mandatory = $true, ParameterSetName = 'HostName')]
        [Parameter(Mandatory = $true, ParameterSetName = 'Session')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Name,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'Wait')]
        [string[]] $State = 'Wait',

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'any reason')]
        [string[]] $WaitReason,

        [Parameter(ParameterSetName = 'ComputerName')]
        [PSDefaultValue(Help = 'the user')]
        [System.Management.Automation.PSCredential] $Credential,

        [Parameter(ParameterSetName = 'HostName')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the user')]
        [string] $UserName,

        [Parameter(ParameterSetName = 'HostName')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'that of ssh')]
        [string] $KeyFilePath,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [switch] $CopyModule,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateRange(1, 256)]
        [PSDefaultValue(Help = '16')]
        [int] $ThrottleLimit = 16,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [Parameter(ParameterSetName = 'Path')]
        [ValidateRange(1, 86400)]
        [PSDefaultValue(Help = '600')]
        [double] $TimeLimit = 600,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the temporary folder of the account there')]
        [string] $RemoteFolder,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $ComputerVariable,

        [ValidateRange(1, 100000)]
        [PSDefaultValue(Help = 'every cause')]
        [int] $Top,

        [ValidateScript({ $_ -ge [timespan]::Zero })]
        [PSDefaultValue(Help = 'any age')]
        [timespan] $MinimumWait,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_EXECUTABLE_IMAGE_PATH')]
        [string] $ImagePath,

        [Parameter(ParameterSetName = 'ComputerName')]
        [Parameter(ParameterSetName = 'HostName')]
        [Parameter(ParameterSetName = 'Session')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    begin {
        . $script:UseCallerPreference
        $targets = [System.Collections.Generic.List[hashtable]]::new()
        $files = [System.Collections.Generic.List[string]]::new()
        $results = [System.Collections.Generic.List[psobject]]::new()
        if ($ComputerVariable) { $PSCmdlet.SessionState.PSVariable.Set($ComputerVariable, $results) }
    }

    process {
        foreach ($item in @($ComputerName) + @($HostName)) { if ($item) { $targets.Add(@{ Name = $item; Target = $item }) } }
        foreach ($item in $Session) { $targets.Add(@{ Name = $item.ComputerName; Session = $item }) }
        Add-DumpFile $PSCmdlet $files -Path $Path
    }

    end {
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        if ($Top) { $request['top'] = $Top }
        if ($PSBoundParameters.ContainsKey('MinimumWait')) { $request['minimumWaitMs'] = $MinimumWait.TotalMilliseconds }
        if ($PSCmdlet.ParameterSetName -eq 'Path') {
            if ($files.Count -eq 0) {
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'EmptySelection' 'No set of dumps is there.' -Target "$Path"))
                return
            }
            $request['paths'] = $files
            if ($PSBoundParameters.ContainsKey('TimeLimit')) { $request['timeLimitSeconds'] = $TimeLimit }
            Invoke-KernelTriageVerb $PSCmdlet 'fleet' -Request $request
            return
        }
        $folder = Resolve-FilePath $PSCmdlet $Destination
        if (-not $folder) { return }
        if (-not [System.IO.Directory]::Exists($folder)) {
            $code = if ([System.IO.File]::Exists($folder)) { 'DestinationNotAFolder' } else { 'DestinationNotFound' }
            $PSCmdlet.WriteError((New-KernelTriageErrorRecord $code "$folder is no folder." -Target $folder))
            return
        }
        $action = ConvertTo-HarmlessText "capture kernel stacks of $($Name -join ', '), and copy the dumps to $folder"
        $chosen = @($targets | Where-Object { $PSCmdlet.ShouldProcess((ConvertTo-HarmlessText $_.Name), $action) })
        if ($chosen.Count -eq 0) { return }

        $selection = @{ Name = $Name; State = $State }
        if ($WaitReason) { $selection['WaitReason'] = $WaitReason }
        if ($Machine) { $selection['Machine'] = $Machine }
        $connect = @{}
        if ($Credential) { $connect['Credential'] = $Credential }
        if ($UserName) { $connect['UserName'] = $UserName }
        if ($KeyFilePath) { $connect['KeyFilePath'] = Resolve-FilePath $PSCmdlet $KeyFilePath }
        $order = @{
            IsSsh = $PSCmdlet.ParameterSetName -eq 'HostName'; Connect = $connect; Parent = $RemoteFolder
            Selection = $selection; Options = @{}
            Prepare = $script:RemotePrepare; UseModule = $script:RemoteUseModule; Capture = $script:RemoteCapture; Remove = $script:RemoteRemove
            Module = $(if ($CopyModule) { Get-ModuleFile $PSCmdlet })
        }
        $taken = [System.Collections.Generic.HashSet[string]]::new()
        $states = @(foreach ($target in $chosen) {
                $local = [System.IO.Path]::Combine($folder, (ConvertTo-ComputerFolder $target.Name $taken))
                New-PrivateFolder $local
                [hashtable]::Synchronized(@{
                        Name = $target.Name; Target = $target['Target']; Session = $target['Session']; IsOwn = $null -eq $target['Session']
                        FolderName = "ktriage-$([guid]::NewGuid().ToString('n'))"; LocalFolder = $local; Stage = 'Wait'
                        Code = $null; Message = $null; Files = @(); Problems = @(); Listed = 0; Captured = 0; RemoteFolder = $null; HasCopy = $false
                        Partial = $null; Clock = $null; IsLate = $false; IsRemoved = $false; RemoveMessage = $null
                    })
            })
        $silent = [System.Collections.Generic.List[string]]::new()
        $idle = [System.Collections.Generic.List[string]]::new()
        $setOf = @{}
        $open = [System.Collections.Generic.List[hashtable]]::new()
        $pool = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspacePool(1, $ThrottleLimit)
        # Work at computers that took too long, and the removal of what is left on computers that are done.
        $hung = [System.Collections.Generic.List[hashtable]]::new()
        $removals = [System.Collections.Generic.List[hashtable]]::new()
        try {
            $pool.Open()
            foreach ($at in $states) { $open.Add((Start-FanOutWork $pool $script:FanOutWorker -State $at -Order $order)) }
            while ($open.Count + $removals.Count -gt 0) {
                # Computers that hang keep their places; the others get as many as the user allows.
                $places = $ThrottleLimit + @($hung | Where-Object { -not $_.Run.IsCompleted }).Count
                if ($pool.GetMaxRunspaces() -ne $places) { $null = $pool.SetMaxRunspaces($places) }
                foreach ($work in $open.ToArray()) {
                    $at = $work.State
                    $isLate = -not $work.Run.IsCompleted -and $at.Clock -and $at.Clock.Elapsed.TotalSeconds -gt $TimeLimit
                    if (-not $work.Run.IsCompleted -and -not $isLate) { continue }
                    $null = $open.Remove($work)
                    if ($isLate) {
                        $at.IsLate = $true
                        $hung.Add($work)
                        Stop-FanOutWork $work
                    }
                    else { $work.Shell.Dispose() }
                    # A file that was under way when the time was over is not whole.
                    if ($at.Partial) { [System.IO.File]::Delete($at.Partial) }
                    $removals.Add((Start-FanOutRemoval $at -Order $order))
                }
                foreach ($removal in $removals.ToArray()) {
                    if (-not (Test-FanOutRemoval $removal -Seconds 60)) { continue }
                    $null = $removals.Remove($removal)
                    $at = $removal.State
                    $failure = Get-FanOutError $at $TimeLimit
                    $result = ConvertTo-ComputerCapture $at $failure
                    $results.Add($result)
                    if ($failure) { $silent.Add($at.Name); $PSCmdlet.WriteError($failure) }
                    elseif ($result.Files.Count -eq 0) { $idle.Add($at.Name) }
                    else { $setOf[$at.LocalFolder] = @{ name = $at.Name; paths = @($result.Files -like '*.dmp') } }
                    if ($result.CapturedCount -lt $result.ThreadCount -and -not $failure) {
                        $PSCmdlet.WriteWarning((ConvertTo-HarmlessText "$($at.Name): $($result.ThreadCount - $result.CapturedCount) of $($result.ThreadCount) threads are in no dump."))
                    }
                    if (-not $result.IsRemoved) {
                        $PSCmdlet.WriteWarning((ConvertTo-HarmlessText "$($at.Name): $($at.RemoteFolder) could not be removed there. $($at.RemoveMessage)"))
                    }
                    if (@($result.Files).Count -eq 0 -and @([System.IO.Directory]::GetFileSystemEntries($at.LocalFolder)).Count -eq 0) { [System.IO.Directory]::Delete($at.LocalFolder) }
                    $done = $results.Count
                    $record = [System.Management.Automation.ProgressRecord]::new(0, 'Capturing on many computers', (ConvertTo-HarmlessText "$done of $($states.Count): $($at.Name)"))
                    $record.PercentComplete = [int] ($done * 100 / $states.Count)
                    if ($done -eq $states.Count) { $record.RecordType = [System.Management.Automation.ProgressRecordType]::Completed }
                    $PSCmdlet.WriteProgress($record)
                }
                [System.Threading.Thread]::Sleep(20)
            }
        }
        finally {
            # After Ctrl+C too: captures end, and what they left is removed.
            foreach ($work in $open) { Stop-FanOutWork $work }
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            while ($clock.Elapsed.TotalSeconds -lt 30) {
                # A computer that has not answered yet has nothing that would have to be removed.
                $isPatient = $clock.Elapsed.TotalSeconds -lt 2
                if (@($open | Where-Object { -not $_.Run.IsCompleted -and ($isPatient -or $_.State.Stage -ne 'Connect') }).Count -eq 0) { break }
                [System.Threading.Thread]::Sleep(20)
            }
            foreach ($work in $open) { if ($work.State.Partial) { [System.IO.File]::Delete($work.State.Partial) } }
            Remove-FanOutRest $states -Order $order -Seconds 60
            # Closing a pool waits for what hangs in it.
            if (@(@($hung) + @($open) | Where-Object { -not $_.Run.IsCompleted }).Count -eq 0) { $pool.Dispose() }
        }
        # In the order in which the computers were named, whichever ended first.
        $computers = @(foreach ($at in $states) { if ($setOf.ContainsKey($at.LocalFolder)) { $setOf[$at.LocalFolder] } })
        if ($computers.Count -eq 0) { return }
        $request['computers'] = $computers
        if ($idle.Count -gt 0) { $request['idleComputers'] = $idle }
        if ($silent.Count -gt 0) { $request['silentComputers'] = $silent }
        Invoke-KernelTriageVerb $PSCmdlet 'fleet' -Request $request
    }
}
