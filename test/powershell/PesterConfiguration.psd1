@{
    Run = @{
        PassThru = $true
    }
    Output = @{
        Verbosity = 'Normal'
        StackTraceVerbosity = 'Filtered'
        CIFormat = 'None'
        RenderMode = 'Plaintext'
    }
    TestRegistry = @{
        Enabled = $false
    }
    Should = @{
        ErrorAction = 'Stop'
    }
}
