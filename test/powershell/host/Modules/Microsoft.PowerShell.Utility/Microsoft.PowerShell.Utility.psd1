# Stands in for the module of this name, which no package feed offers. It lies in the host's own folder, which the
# engine takes for $PSHOME, so that no other PowerShell ever finds it.
@{
    ModuleVersion = '7.0.0.0'
    GUID = '1da87e53-152b-403e-98dc-74d7b4d63d59'
    RootModule = '..\..\PowerShellHost.dll'
    CmdletsToExport = @('ConvertFrom-Json', 'Format-List', 'Format-Table', 'Select-Object')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
