BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Get-KernelType' -Tag Simulated {
    It 'Get-KernelType gives the members of a type of a piped dump' {
        $type = $dump | Get-KernelType nt!_KTHREAD
        $type.Name | Should -BeExactly 'nt!_KTHREAD'
        ($type.Members | Where-Object Name -eq State).Offset | Should -Be 0x184
        $type.Members[0].PSTypeNames | Should -Contain 'KernelTriage.KernelTypeMember'
    }

    It 'Get-KernelType gives the values of piped threads, each at its own address' {
        $threads = @($dump | Get-KernelDumpThread | Select-Object -First 3)
        $types = @($threads | Get-KernelType _ETHREAD -Member Cid -Depth 2)
        # An array has a method Address.
        @($types | ForEach-Object { $_.Address }) | Should -Be @($threads | ForEach-Object { $_.Address })
        @(foreach ($type in $types) { [long] ($type.Members | Where-Object Name -eq Cid.UniqueThread).Value }) | Should -Be $threads.ThreadId
    }

    It 'Get-KernelType lists the types that a pattern matches' {
        @($dump | Get-KernelType nt!_K*).TypeName | Should -Contain '_KWAIT_BLOCK'
    }

    It 'Get-KernelType draws a type as dt of the debuggers does' {
        $text = $dump | Get-KernelType nt!_CLIENT_ID | Out-String
        $text | Should -Match 'nt!_CLIENT_ID  \(structure, 0x10 bytes\)'
        $text | Should -Match '\+0x008 UniqueThread\s+: Ptr64 Void'
    }

    It 'Get-KernelType completes the names that the session has read' {
        $null = $dump | Get-KernelType nt!_FILE*
        $found = [System.Management.Automation.CommandCompletion]::CompleteInput('Get-KernelType _FILE', 20, $null)
        $found.CompletionMatches.ListItemText | Should -Contain 'nt!_FILE_OBJECT'
    }

    It 'Get-KernelType names the type that is near when there is none of the name' {
        { $dump | Get-KernelType KTHREAD } | Should -Throw -ErrorId 'TypeNotFound,Get-KernelType'
    }
}
