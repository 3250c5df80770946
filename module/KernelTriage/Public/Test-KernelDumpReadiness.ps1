function Test-KernelDumpReadiness {
    <#
    .SYNOPSIS
    Checks what would stop a capture on this machine, before one is needed.

    .DESCRIPTION
    Looks at everything that a triage dump or a live kernel dump depends on, and writes one object for each check: the
    session and its rights, the build of Windows and what it can do, settings and policies, processors, memory, and the
    volume that dumps are meant for. Nothing is captured and nothing is changed.

    The Status of a check is Pass, Warn (works, with a limit), Fail (stops a capture) or Unknown (could not be found out).
    Meaning gives what was found, Advice what to do. A Fail that names live dumps leaves triage dumps possible.

    With -SelfTest, two threads of ktriage itself are captured as well and read back in memory. Each assumption about
    Windows that this product could not prove elsewhere is compared with what is there. With -ReportPath the results are
    written to a file that you can attach to an issue: it holds no memory, and no name, account or path of the computer.

    .PARAMETER Destination
    The folder that dumps are meant for; the free space of its volume is looked at. The temporary folder where nothing is
    given.

    .PARAMETER SelfTest
    Also captures threads of ktriage itself and compares with what is assumed of Windows. Needs an elevated session; in another
    one it ends in the error NotElevated, and the report holds the checks and that error.

    .PARAMETER ReportPath
    Writes everything that was found to this new file, as JSON.

    .PARAMETER Quiet
    Returns $true where no check fails and nothing else is in the way, and $false otherwise, in place of the checks.

    .PARAMETER Machine
    The machine to check: local, which is the default, or simulated:w3wp-oplock, a machine made of data.

    .INPUTS
    None

    .OUTPUTS
    System.Boolean
    With -Quiet, whether this machine is ready.

    KernelTriage.ReadinessCheck
    Name, Status, Meaning, Advice, Value, ComputerName, Machine, Simulated.

    KernelTriage.SelfTestResult
    With -SelfTest: Name, Status, Assumption, Expected, Observed, WindowsBuild, ComputerName, Machine, Simulated.

    .NOTES
    Errors: UnknownMachine, NotWindows, UnsafeNativeLibrary, EnumerationFailed, DestinationNotFound,
    DestinationNotAFolder, DestinationNotWritable, FileExists, DiskFull, WriteFailed. With -SelfTest also:
    NotElevated, PrivilegeNotHeld, ThreadNotFound, CaptureNotSupported, CaptureDenied, CaptureFailed.

    .EXAMPLE
    Test-KernelDumpReadiness -Destination D:\dumps

    Every check of this machine.

    .EXAMPLE
    Test-KernelDumpReadiness | Where-Object Status -ne Pass | Format-List Name, Status, Meaning, Advice

    What is in the way, and what to do about it.

    .EXAMPLE
    Invoke-Command -ComputerName (Get-Content servers.txt) { Test-KernelDumpReadiness } | Where-Object Status -eq Fail

    The servers on which a capture would fail, and why.

    .EXAMPLE
    if (-not (Test-KernelDumpReadiness -Destination D:\dumps -Quiet)) { throw 'This machine is not ready for captures.' }

    The answer as a Boolean, for scripts.

    .EXAMPLE
    Test-KernelDumpReadiness -SelfTest -ReportPath .\self-test.json

    Checks that need this Windows, in a file for the developers.

    .EXAMPLE
    Test-KernelDumpReadiness -Machine simulated:not-elevated

    Tries it on the simulated machine, on any system.

    .LINK
    New-TriageDump

    .LINK
    New-LiveKernelDump

    .LINK
    about_KernelTriage

    .LINK
    about_KernelTriage_Dsc
    #>
    [CmdletBinding(HelpUri = 'https://kerneltriage.example/blob/main/docs/triage.md')]
    [OutputType('KernelTriage.ReadinessCheck', 'KernelTriage.SelfTestResult', [bool])]
    param(
        [Parameter(Position = 0)]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the temporary folder')]
        [string] $Destination,

        [switch] $SelfTest,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $ReportPath,

        [switch] $Quiet,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    end {
        . $script:UseCallerPreference
        $request = @{}
        if ($Destination) {
            $request['destination'] = Resolve-FilePath $PSCmdlet $Destination
            if (-not $request['destination']) { return }
        }
        if ($ReportPath) {
            $request['reportPath'] = Resolve-FilePath $PSCmdlet $ReportPath
            if (-not $request['reportPath']) { return }
        }
        if ($SelfTest) { $request['selfTest'] = $true }
        if ($Machine) { $request['machine'] = $Machine }
        if (-not $Quiet) { return Invoke-KernelTriageVerb $PSCmdlet 'readiness' -Request $request }
        $request['exitCode'] = $true
        $ending = @{}
        $null = Invoke-KernelTriageVerb $PSCmdlet 'readiness' -Request $request -Ending $ending
        return $ending['ExitCode'] -eq 0
    }
}
