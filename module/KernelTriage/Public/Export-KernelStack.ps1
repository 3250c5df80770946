function Export-KernelStack {
    <#
    .SYNOPSIS
    Writes stacks, waits and causes into a file that other tools open, or as a report.

    .DESCRIPTION
    Reads dumps or live threads, or takes stacks and causes that other commands gave, and writes one file in one of these formats:

    Html        a report in one file, for a browser without a network
    Speedscope  for speedscope.app: one profile in threads, one in time waited
    Folded      for flamegraph.pl, inferno, speedscope and the Firefox profiler
    Pprof       for go tool pprof, Grafana Pyroscope and Parca, with labels
    Dot         the graph of waits for Graphviz
    Mermaid     the graph of waits for GitHub, GitLab and wikis
    Text        the answer and the unique stacks
    Json        everything, for programs; `ktriage schema kernel-export` describes it

    Dumps of several machines and several sets go into one file. The file is created under a temporary name and gets its own in
    one step. Only Administrators, SYSTEM and its owner may read it, as a dump; -Acl Inherit makes it a file like others in its folder.

    .PARAMETER Destination
    The file to write. Its extension decides the format where -Format does not: .html, .speedscope.json, .folded, .pb.gz, .dot, .mmd,
    .txt, .json.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally.

    .PARAMETER InputObject
    From the pipeline: dumps of Get-KernelDump, New-TriageDump or Get-ChildItem, threads of Get-KernelDumpThread, and live threads of
    Get-KernelThread are read. Stacks of Get-KernelStack, groups of Group-KernelStack, and causes of Get-KernelWaitChain are written as
    they are: such an export has no causes and no images but those that are piped.

    .PARAMETER Format
    What to write.

    .PARAMETER Weight
    Thread, the default, counts threads; WaitTime counts the milliseconds that they have waited. Speedscope and Pprof have both and
    show this one first.

    .PARAMETER ExcludeIdle
    Leaves out workers without work.

    .PARAMETER Redact
    Leaves out names of computers, users, folders and files.

    .PARAMETER Force
    Replaces a file of this name.

    .PARAMETER Acl
    Restricted, the default, lets Administrators, SYSTEM and the owner read the file; Inherit lets those that the folder admits.

    .PARAMETER PassThru
    Gives the objects of the pipeline on, instead of the file.

    .PARAMETER Show
    Opens the file with the program that the system has for it: for a report, the browser.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER SignaturePath
    Files of hang signatures beside the known ones.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What was read until then is written.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.Thread, KernelTriage.KernelStack,
    KernelTriage.StackGroup, KernelTriage.WaitChain, System.IO.FileInfo, System.String

    .OUTPUTS
    System.IO.FileInfo
    The file that was written. With -PassThru the objects of the pipeline.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, InvalidRequest, InvalidPath, FileExists, DestinationNotFound, DestinationNotAFolder, DestinationNotWritable,
    DiskFull, WriteFailed, AnswerIncomplete. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary,
    ProcessNotFound, ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Export-KernelStack D:\stuck.speedscope.json D:\dumps\*.dmp

    A file for speedscope.app.

    .EXAMPLE
    Get-ChildItem D:\dumps\*.dmp | Export-KernelStack D:\waits.mmd -Force

    The graph of waits, to be pasted into an issue.

    .EXAMPLE
    Get-KernelStack w3wp.dmp | Where-Object { $_.WaitTime -gt '00:01' } | Export-KernelStack long.folded -Weight WaitTime

    Only the stacks that have waited longest, as a flame graph by time.

    .LINK
    Get-KernelStack

    .LINK
    Group-KernelStack

    .LINK
    Get-KernelWaitChain

    .LINK
    about_KernelTriage_Export
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', SupportsShouldProcess = $true, ConfirmImpact = 'Low', HelpUri = 'https://kerneltriage.example/blob/main/docs/export.md')]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [Alias('OutFile')]
        [ValidateNotNullOrEmpty()]
        [string] $Destination,

        [Parameter(Mandatory = $true, Position = 1, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Parameter(Mandatory = $true, ParameterSetName = 'InputObject', ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [psobject[]] $InputObject,

        [ValidateSet('Html', 'Speedscope', 'Folded', 'Pprof', 'Dot', 'Mermaid', 'Text', 'Json')]
        [PSDefaultValue(Help = 'by the extension of the file')]
        [string] $Format,

        [ValidateSet('Thread', 'WaitTime')]
        [string] $Weight = 'Thread',

        [switch] $ExcludeIdle,

        [switch] $Redact,

        [switch] $Force,

        [ValidateSet('Restricted', 'Inherit')]
        [string] $Acl = 'Restricted',

        [switch] $PassThru,

        [switch] $Show,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_EXECUTABLE_IMAGE_PATH')]
        [string] $ImagePath,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the known signatures alone')]
        [string[]] $SignaturePath,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit
    )

    begin {
        . $script:UseCallerPreference
        $selection = Initialize-StackSelection
        $records = [System.Collections.Generic.List[object]]::new()
    }

    process {
        Add-DumpFile $PSCmdlet $selection.WholeFiles -Path $Path -LiteralPath $LiteralPath
        foreach ($item in $InputObject) {
            if (-not (Add-ExportRecord $records $item)) { Add-StackSource $PSCmdlet $selection -Item $item }
            if ($PassThru) { $item }
        }
    }

    end {
        $file = Resolve-FilePath $PSCmdlet $Destination
        if (-not $file) { return }
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        $hasSource = Complete-StackRequest $selection $request
        if (-not $hasSource -and $records.Count -eq 0) { return }
        if ($records.Count -gt 0) { $request['records'] = $records }
        if ($SignaturePath) { $request['signaturePaths'] = @(foreach ($one in $SignaturePath) { Resolve-FilePath $PSCmdlet $one }) }
        $request['output'] = $file
        $request['weight'] = $Weight
        $request['acl'] = $Acl
        if ($Format) { $request['format'] = $Format }
        if ($ExcludeIdle) { $request['excludeIdle'] = $true }
        if ($Redact) { $request['redact'] = $true }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        if ($Force) { $request['force'] = $true }
        if (-not $PSCmdlet.ShouldProcess((ConvertTo-HarmlessText $file), "Write kernel stacks$(if ($Format) { " as $Format" })")) { return }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($selection.Live.Threads.Count -gt 0) { 30 } else { 5 }
        Invoke-KernelTriageVerb $PSCmdlet 'export' -Request $request -GraceSeconds $grace | ForEach-Object -Process {
            $written = [System.IO.FileInfo]::new($_.Path)
            if ($Show) { Invoke-Item -LiteralPath $written.FullName }
            if (-not $PassThru) { $written }
        }
    }
}
