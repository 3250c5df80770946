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
    TestResult = @{
        OutputFormat = 'NUnitXml'
    }
    TestRegistry = @{
        Enabled = $false
    }
    Should = @{
        ErrorAction = 'Stop'
    }
}
