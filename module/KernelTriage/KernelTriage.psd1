@{
    RootModule = 'KernelTriage.psm1'
    # The build puts the product's version here.
    ModuleVersion = '0.0.0'
    GUID = '5c9939e5-cc96-4149-963c-1cf908af3e84'
    Author = 'KernelTriage contributors'
    CompanyName = 'KernelTriage contributors'
    Copyright = '(c) KernelTriage contributors. MIT licence.'
    Description = 'Kernel stacks of live Windows threads: capture, verify, read back, explain. No debugger attached, no reboot.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    # The lists come last: PowerShell uses the first view of a type as the default.
    FormatsToProcess = @(
        'KernelTriage.format.ps1xml',
        'KernelTriage.stacks.format.ps1xml',
        'KernelTriage.waits.format.ps1xml',
        'KernelTriage.comparisons.format.ps1xml',
        'KernelTriage.watch.format.ps1xml',
        'KernelTriage.readiness.format.ps1xml',
        'KernelTriage.lists.format.ps1xml'
    )
    FunctionsToExport = @(
        'Compare-KernelStack',
        'Export-KernelStack',
        'Get-KernelDebuggerCommand',
        'Get-KernelDump',
        'Get-KernelDumpMemory',
        'Get-KernelDumpProcess',
        'Get-KernelDumpThread',
        'Get-KernelLock',
        'Get-KernelPendingIo',
        'Get-KernelStack',
        'Get-KernelThread',
        'Get-KernelTriageWatch',
        'Get-KernelType',
        'Get-KernelWait',
        'Get-KernelWaitChain',
        'Group-KernelStack',
        'Invoke-KernelTriage',
        'New-LiveKernelDump',
        'New-TriageDump',
        'Register-KernelTriageWatch',
        'Resolve-KernelSymbol',
        'Test-KernelDumpReadiness',
        'Unregister-KernelTriageWatch',
        'Watch-KernelThread'
    )
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    DscResourcesToExport = @()
    # The build puts the names of all files here.
    FileList = @()
    PrivateData = @{
        PSData = @{
            # The words that a user of a gallery types.
            Tags = @(
                'Windows', 'Kernel', 'Dump', 'Debugging', 'Diagnostics', 'Thread', 'Stack', 'KernelStack', 'Hang', 'Stuck', 'Deadlock', 'WaitChain',
                'BugCheck', 'BSOD', 'Crash', 'MemoryDump', 'LiveDump', 'Symbols', 'PDB', 'WinDbg', 'PSEdition_Desktop', 'PSEdition_Core'
            )
            LicenseUri = 'https://opensource.org/licenses/MIT'
            # The build puts the address of the project here (homepage in package.json).
            ProjectUri = 'https://kerneltriage.example'
            IconUri = 'https://kerneltriage.example/raw/main/docs/icon.png'
            ReleaseNotes = 'What changed: https://kerneltriage.example/blob/main/CHANGELOG.md'
        }
    }
}
